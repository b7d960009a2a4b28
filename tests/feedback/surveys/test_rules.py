"""Links, the form, the page, languages and months: pure rules."""

import random
import re
from datetime import UTC, datetime
from html.parser import HTMLParser
from urllib.parse import quote_plus, urlencode
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from services.feedback.surveys.rules import links
from services.feedback.surveys.rules.form import Sent, canonical, read_form
from services.feedback.surveys.rules.keys import answer_keys, customer_of, invitation_of
from services.feedback.surveys.rules.languages import chosen
from services.feedback.surveys.rules.months import bounds, month_of, months_until, text_of
from services.feedback.surveys.rules.page import POLICY, STYLE, Asked, ending_page, form_page
from services.feedback.surveys.rules.questions import LANGUAGES, SCALES, Language, SurveyKind
from services.feedback.surveys.rules.words import WORDS, Ending

KEY = links.link_key("root")
ID = UUID("0197f3a2-6b1c-7c55-9d0e-4a1f6b2c3d99")
UNTIL = datetime(2026, 10, 12, 9, tzinfo=UTC)
ASKED = Asked("nps", "Maison Verlaine", ["fr", "en"], True, True, 24, "Maison Verlaine SAS", "donnees@verlaine.example")
ENDINGS: tuple[Ending, ...] = ("unknown", "expired", "closed", "answered", "changed", "thanks", "away")


def test_links_say_what_was_signed() -> None:
    assert links.read_token(KEY, links.answer_token(KEY, ID)) == links.Link("answer", ID)
    assert links.read_token(KEY, links.preview_token(KEY, ID, UNTIL)) == links.Link("preview", ID, UNTIL)
    assert len(links.answer_token(KEY, ID)) == 44


def test_no_other_letters_open_anything() -> None:
    """given a link / when any letter is changed, added, taken away, or another key signed / then it is not ours."""
    draw = random.Random(7)
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    for token in (links.answer_token(KEY, ID), links.preview_token(KEY, ID, UNTIL)):
        for place in range(len(token)):
            other = draw.choice(letters.replace(token[place], ""))
            assert links.read_token(KEY, token[:place] + other + token[place + 1 :]) is None
        for altered in (token[:-1], token + "A", token + "=", f" {token}", f"{token}\n", token[4:] + token[:4], ""):
            assert links.read_token(KEY, altered) is None
        assert links.read_token(links.link_key("another root"), token) is None
    # An answer's link, longer by what a preview holds, is no preview.
    assert links.read_token(KEY, links.answer_token(KEY, ID) + "AAAAAAAA") is None


def _read(kind: SurveyKind = "nps", *, asks_solved: bool = True, asks_comment: bool = True, **fields: str) -> Sent:
    return read_form(urlencode(fields).encode(), kind, asks_solved=asks_solved, asks_comment=asks_comment)


@pytest.mark.parametrize("kind", list(SCALES))
def test_every_grade_of_a_scale_is_read_and_no_other(kind: SurveyKind) -> None:
    for grade in SCALES[kind].grades:
        assert _read(kind, score=str(grade)) == Sent(grade)
    beyond = (SCALES[kind].lowest - 1, SCALES[kind].highest + 1)
    for wrong in ("", " 9", "9.0", "٣", "07", "x", "1e0", *map(str, beyond)):
        assert _read(kind, score=wrong).faults == ("score_missing",)


def test_words_are_kept_as_they_are_and_their_faults_told() -> None:
    zalgo, arabic, markup = "Z̸̢͝a̷͛l̵g̶o̷", "خدمة ممتازة \u202eabc", "<script>alert(1)</script> & <b>'\"</b> 🎉👩‍👩‍👧"
    for words in (zalgo, arabic, markup, "deux\nlignes", "é" * 5_000):
        assert _read(score="9", comment=words) == Sent(9, comment=words)
    assert _read(score="9", comment=" a\r\nb\rc ").comment == "a\nb\nc"
    long = _read(score="9", comment="x" * 100_000)
    assert (long.faults, len(long.comment)) == (("comment_too_long",), 100_000)
    nul = _read(comment="a\0b")
    assert (nul.comment, nul.faults) == ("ab", ("score_missing", "comment_nul"))


def test_what_the_page_does_not_ask_is_passed_over() -> None:
    sent = _read(asks_solved=False, asks_comment=False, score="9", solved="1", comment="x" * 9_000, role="admin")
    assert sent == Sent(9)
    solved = [_read(score="9", solved=value) for value in ("1", "0", "", "2")]
    assert [(one.solved, one.unsure) for one in solved] == [(1, False), (0, False), (None, True), (None, False)]
    for body in (b"", b"\xff\xfe", b"&".join([b"a=1"] * 1_000), b'{"score": 9}'):
        assert read_form(body, "nps", asks_solved=True, asks_comment=True).faults == ("score_missing",)
    assert read_form(b"score=9&score=2", "nps", asks_solved=True, asks_comment=True).score == 9


def test_two_forms_that_say_the_same_are_one() -> None:
    assert canonical(_read(score="9", comment="a\r\nb ")) == canonical(_read(score="9", comment="a\nb", solved=""))
    said = [_read(score="9"), _read(score="8"), _read(score="9", solved="0"), _read(score="9", comment="0")]
    assert len({canonical(one) for one in said}) == len(said)


class _Outline(HTMLParser):
    """What a browser would make of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.names: set[str] = set()
        self.ids: list[str] = []
        self.words = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.names |= {name for name, _ in attrs}
        self.ids += [value or "" for name, value in attrs if name == "id"]

    def handle_data(self, data: str) -> None:
        if self.tags[-1:] != ["style"]:
            self.words += data


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(SCALES))
def test_the_page_is_small_and_fetches_nothing(kind: SurveyKind, language: Language) -> None:
    asked = Asked(kind, "É" * 80, ["fr", "en"], True, True, 60, "É" * 120, "https://verlaine.example/" + "d" * 470)
    pages = [form_page(asked, language), form_page(asked, language, Sent(faults=("score_missing", "comment_nul")))]
    pages += [ending_page(ending, language, asked) for ending in ENDINGS]
    for page in pages:
        assert len(page.encode()) < 30_000
        outline = _Outline(page)
        assert f'<html lang="{language}">' in page
        assert outline.tags.count("h1") == 1
        assert not {"script", "img", "link", "iframe", "object", "svg"} & set(outline.tags)
        assert not {name for name in outline.names if name.startswith("on") or name in ("src", "style", "action")}
        assert "url(" not in STYLE
        assert "@import" not in STYLE
        assert len(outline.ids) == len(set(outline.ids))
        assert "{" not in outline.words
    assert "'unsafe" not in POLICY


def test_what_people_wrote_is_shown_as_text() -> None:
    """given a brand, a controller and words that are markup / then the page has the tags it would have without them."""
    evil = "</textarea></h1><script>alert(1)</script><img src=x onerror=alert(1)>\"'&amp;"
    asked = Asked("nps", evil, ["fr", "en"], True, True, 24, evil, "donnees@verlaine.example")
    plain = _Outline(form_page(ASKED, "fr", Sent(comment="x", faults=("score_missing",))))
    shown = _Outline(form_page(asked, "fr", Sent(comment=f"\n{evil}", faults=("score_missing",))))
    assert shown.tags == plain.tags
    assert shown.words.count(evil) == 5
    assert f"\n\n{evil}" in shown.words


def test_both_languages_say_everything() -> None:
    for words in WORDS.values():
        assert set(words.endings) == set(ENDINGS)
        assert set(words.questions) == set(words.lowest) == set(words.highest) == set(SCALES)
        assert len(re.findall(r"\.(?:\s|$)", words.privacy)) == 2
    french = [text for words in [WORDS["fr"]] for text in [words.privacy, words.solved, *words.faults.values()]]
    assert not [text for text in french if re.search(r"(?<![\u202f\u00a0])[?:;!]", text)]


def test_a_link_that_is_not_ours_tells_nothing_but_itself() -> None:
    assert "Verlaine" not in ending_page("unknown", "fr")
    assert "footer" not in _Outline(ending_page("unknown", "fr")).tags


@pytest.mark.parametrize(
    ("asked", "invited", "accepted", "offered", "wanted"),
    [
        (None, None, "", None, "fr"),
        (None, None, "en-GB,en;q=0.9,fr;q=0.8", None, "en"),
        (None, None, "de, fr;q=0.1, en;q=0.7", None, "en"),
        (None, None, "en;q=0, de", None, "fr"),
        (None, None, "en;q=x, *", None, "fr"),
        (None, "en", "fr", ["fr", "en"], "en"),
        ("fr", "en", "en", ["fr", "en"], "fr"),
        ("xx", "en", "fr", ["fr", "en"], "en"),
        ("en", "en", "en", ["fr"], "fr"),
        (None, None, "de", ["en", "fr"], "en"),
    ],
)
def test_the_language(
    asked: str | None, invited: str | None, accepted: str, offered: list[str] | None, wanted: str
) -> None:
    assert chosen(asked, invited, accepted, offered) == wanted


def test_keys_of_answers_lead_back_to_their_invitation() -> None:
    assert [invitation_of(key) for key in answer_keys(ID)] == [ID, ID]
    assert [invitation_of(key) for key in ("survey:x", "enquete-1", "erased:survey:", "")] == [None] * 4
    assert (customer_of("Jean@Exemple.FR"), customer_of("Client-7")) == ("jean@exemple.fr", "Client-7")


def test_months_are_cut_in_the_zone() -> None:
    paris = ZoneInfo("Europe/Paris")
    assert bounds((2026, 12), paris) == (
        datetime(2026, 11, 30, 23, tzinfo=UTC), datetime(2026, 12, 31, 23, tzinfo=UTC),
    )  # fmt: skip
    assert bounds((2026, 10), paris)[1] == datetime(2026, 10, 31, 23, tzinfo=UTC)
    last = months_until(datetime(2026, 1, 31, 23, 30, tzinfo=UTC), paris, 3)
    assert [text_of(month) for month in last] == ["2026-02", "2026-01", "2025-12"]
    assert month_of("2026-10") == (2026, 10)
    for wrong in ("2026-13", "2026-1", "26-10", "2026-00", "٢٠٢٦-10", "1999-12", "2026", ""):
        with pytest.raises(ValueError, match="must be"):
            month_of(wrong)


def test_bodies_survive_their_encoding() -> None:
    assert read_form(
        b"score=9&comment=" + quote_plus("é+à 👍").encode(), "nps", asks_solved=True, asks_comment=True
    ) == (Sent(9, comment="é+à 👍"))
