"""Files as people make them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from services.common.identifiers import new_id
from services.feedback.answers.rules.columns import WrongChoice, read_choice
from services.feedback.answers.rules.given import Given, Held, fault_of_link, twin_of
from services.feedback.answers.rules.spreadsheet import UnreadableFile, read_sheet

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 20, tzinfo=UTC)


def test_windows_1252_with_semicolons_decimals_and_local_times() -> None:
    text = (
        "Clé;Question;Note;Date;Commentaire;Ticket;Lien;Canal;File d’attente\r\n"
        'e1;NPS;"9,0";12/10/2026 14:03;"Très bien ; merci";48213;https://outil.example/t/48213;téléphone;SAV\r\n'
        "e2;satisfaction;4;2026-10-12T14:03:00+02:00;;;;\r\n"
        "e3;Résolu au premier contact;oui;12/10/2026;=cmd|' /C calc'!A0;;;\r\n"
    )
    sheet = read_sheet(text.encode("windows-1252"), PARIS, NOW)
    assert (sheet.encoding, sheet.delimiter) == ("windows-1252", ";")
    first, second, third = (line.given for line in sheet.lines)
    at = datetime(2026, 10, 12, 12, 3, tzinfo=UTC)
    assert first == Given(
        "e1",
        "nps",
        9,
        10,
        at,
        "Très bien ; merci",
        "48213",
        "https://outil.example/t/48213",
        "téléphone",
        "SAV",
    )
    assert second is not None
    assert (second.kind, second.score, second.scale_max, second.answered_at) == (
        "csat",
        4,
        5,
        at,
    )
    assert third is not None
    assert (third.kind, third.score, third.comment) == ("fcr_declared", 1, "=cmd|' /C calc'!A0")
    assert third.answered_at == datetime(2026, 10, 11, 22, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("nps,11,2026-10-12T14:03Z", "score must lie between 0 and 10"),
        ("nps,8.5,2026-10-12T14:03Z", "score: a whole number"),
        ("nps,neuf,2026-10-12T14:03Z", "score: a number"),
        ("effort,0,2026-10-12T14:03Z", "score must lie between 1 and 7"),
        ("CES,8,2026-10-12T14:03Z", "score must lie between 1 and 7"),
        ("humeur,9,2026-10-12T14:03Z", "question: nps, csat, ces or fcr_declared"),
        ("fcr,peut-être,2026-10-12T14:03Z", "score: yes or no (oui, non)"),
        ("nps,9,", "answered_at: is missing"),
        ("nps,9,31/11/2026 10:00", "date: does not exist in the calendar"),
        ("nps,9,2026-10-25 02:30", "date: came twice when the clocks were put back; write its offset"),
        ("nps,9,2026-03-29 02:30", "date: was skipped when the clocks were put forward"),
        ("nps,9,2027-01-01T00:00Z", "must not lie in the future"),
        ("nps,9,2026-10-12T14:03Z,javascript:alert(1)", "must begin with http:// or https://"),
    ],
)
def test_a_wrong_line_is_told_and_the_others_are_kept(line: str, reason: str) -> None:
    text = f'kind,score,date,url,comment\n{line}\n\nnps,9,2026-10-12T14:03Z,,"two\nlines"\nnps,7,2026-10-12T15:00Z\n'
    found = read_sheet(text.encode(), PARIS, NOW).lines
    assert [(one.number, one.reason) for one in found] == [(2, reason), (4, None), (6, None)]


def test_a_time_without_a_zone_needs_one() -> None:
    found = read_sheet(b"kind,score,date\nnps,9,2026-10-12 14:03\n", None, NOW).lines
    assert found[0].reason == "date: has no zone; write its offset, or say the zone of the file"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"kind,score,note,date\n", "twice"),
        ("kind,score,date\n".encode("utf-16-le"), "is no text"),
        (b"\xff\xfek", "UTF-16"),
        # Windows-1252 has no letter where a Macintosh of old wrote è, ç and ê: nothing is guessed.
        ("kind,score,date,comment\nnps,9,2026-10-12T14:03Z,reçu\n".encode("mac-roman"), "neither in UTF-8"),
        (b"kind,score,date\n" + b"nps,9,2026-10-12T14:03Z\n" * 5_001, "more than 5000"),
    ],
)
def test_what_is_no_such_file(content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        read_sheet(content, PARIS, NOW)


@pytest.mark.parametrize(
    ("content", "missing"),
    [(b"", ("kind", "score", "answered_at")), (b"kind,date\nnps,2026-10-12", ("score",))],
)
def test_columns_that_nothing_names(content: bytes, missing: tuple[str, ...]) -> None:
    sheet = read_sheet(content, PARIS, NOW)
    assert (sheet.missing, sheet.lines) == (missing, ())


def test_a_choice_goes_before_the_header() -> None:
    text = b"Note;Commentaire;Avis;Jour\n1;bien;9;12/10/2026\n;;;\n2;;x;12/10/2026\n"
    chosen = read_choice("score:3,answered_at:4,comment:0", "nps")
    sheet = read_sheet(text, PARIS, NOW, chosen)
    assert sheet.places == {"score": 2, "answered_at": 3}
    [first, wrong] = sheet.lines
    assert first.given is not None
    assert (first.given.kind, first.given.score, first.given.comment) == ("nps", 9, None)
    assert (wrong.number, wrong.column, wrong.fault) == (4, "score", "number")
    for words in ("score:3,score:4", "score:3,key:3", "humeur:1", "score:1001"):
        with pytest.raises(WrongChoice):
            read_choice(words, None)


def test_without_keys_the_same_line_has_the_same_key() -> None:
    text = b"kind,score,date,comment\nnps,9,2026-10-12T14:03Z,bien\nnps,9,2026-10-12T14:03Z,mal\n"
    first, again = (read_sheet(text, None, NOW).lines for _ in range(2))
    assert [line.given for line in first] == [line.given for line in again]
    assert len({line.given.key for line in first if line.given}) == 2


def test_twins() -> None:
    at = datetime(2026, 10, 12, 12, tzinfo=UTC)
    given = Given("k", "csat", 4, 5, at, ticket_id="48213")

    def held(score: int = 8, scale: int = 10, hour: int = 20, ticket_id: str = "48213", *, ticket: bool = True) -> Held:
        return Held(new_id(), "x", "csat", score, scale, at.replace(hour=hour), ticket_id, ticket=ticket)

    assert twin_of(given, [held()])
    assert twin_of(given, [held(hour=12, ticket=False)])
    for other in (held(score=9), held(ticket_id="1"), held(ticket=False)):
        assert twin_of(given, [other]) is None


@pytest.mark.parametrize("link", ["javascript:alert(1)", "data:text/html,x", "//x.example", "https://", "http://a@b.example",
                                  "https://a.example/\u202ex", "ftp://a.example"])  # fmt: skip
def test_links_that_are_none(link: str) -> None:
    assert fault_of_link(link)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8", "utf-8-sig", "windows-1252"])
def test_how_a_file_is_written_is_found_and_said(encoding: str) -> None:
    text = "kind;score;date;comment\nnps;9;12/10/2026 14:03;Reçu à l’été, 5 €\n"
    sheet = read_sheet(text.encode(encoding), PARIS, NOW)
    assert sheet.encoding == encoding.removesuffix("-sig")
    [line] = sheet.lines
    assert line.given is not None
    assert line.given.comment == "Reçu à l’été, 5 €"


@pytest.mark.parametrize("size", [100_000, 400_000])
def test_a_very_long_verbatim_is_refused_by_its_line_and_the_others_are_kept(size: int) -> None:
    strange = "Z͑ͫ̓a̴l̵g̶o 👩‍👩‍👧 ‮עברית‬ العربية <script>alert(1)</script>"
    text = f'kind,score,date,comment\nnps,9,2026-10-12T14:03Z,"{"é" * size}"\nnps,7,2026-10-12T15:00Z,"{strange}"\n'
    refused, kept = read_sheet(text.encode(), None, NOW).lines
    assert (refused.number, refused.column, refused.fault) == (2, "comment", "too_long")
    assert kept.given is not None
    assert kept.given.comment == strange


def test_an_open_quote_swallows_the_rest_and_its_line_says_so() -> None:
    [line] = read_sheet(b'kind,score,date\n"' + b"x\n" * 200_000, None, NOW).lines
    assert (line.number, line.given) == (2, None)
