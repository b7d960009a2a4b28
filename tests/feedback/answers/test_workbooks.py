"""Workbooks as people make them, and as nobody should."""

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from openpyxl import Workbook

from services.feedback.answers.rules import workbooks
from services.feedback.answers.rules.spreadsheet import UnreadableFile, read_sheet

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 20, tzinfo=UTC)
HEADER = ("Identifiant", "Question", "Note", "Date", "Commentaire", "Ticket")
AT = datetime(2026, 10, 12, 14, 3)  # noqa: DTZ001 - a spreadsheet knows no zone


def _bytes(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _book(*rows: tuple[Any, ...], header: tuple[Any, ...] = HEADER) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (header, *rows):
        sheet.append(row)
    return _bytes(book)


def _changed(content: bytes, change: Callable[[str, bytes], bytes], **more: bytes) -> bytes:
    """The same workbook with its parts rewritten, as a program that is no spreadsheet may."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part.filename, change(part.filename, old.read(part)))
        for name, body in more.items():
            new.writestr(name, body)
    return stream.getvalue()


def _read(content: bytes) -> Any:
    return read_sheet(content, PARIS, NOW, format="xlsx")


def _sheet(name: str, body: bytes, old: bytes, new: bytes) -> bytes:
    return body.replace(old, new) if name == "xl/worksheets/sheet1.xml" else body


def test_dates_are_dates_and_numbers_numbers() -> None:
    book = Workbook()
    hidden = book.create_sheet("Brouillon")
    hidden.append(HEADER)
    hidden.sheet_state = "hidden"
    sheet = book.create_sheet("Réponses d’octobre")
    for row in (
        HEADER,
        ("e1", "nps", 9, AT, "Très bien", 48213),
        ("e2", "nps", 9.0, date(2026, 10, 12), "=1+1 dit en toutes lettres"[1:], 48213.0),
        (),
        (4711, "fcr", True, "12/10/2026 14:03", None, "00042"),
    ):
        sheet.append(row)
    found = _read(_bytes(book))
    assert (found.format, found.encoding, found.delimiter) == ("xlsx", None, None)
    assert (found.sheet, found.sheets) == ("Réponses d’octobre", 2)
    first, second, third = (line.given for line in found.lines)
    assert first is not None
    assert (first.score, first.ticket_id, first.answered_at) == (9, "48213", datetime(2026, 10, 12, 12, 3, tzinfo=UTC))
    assert second is not None
    assert (second.score, second.ticket_id, second.answered_at.hour) == (9, "48213", 22)
    assert third is not None
    assert (third.key, third.kind, third.score, third.ticket_id) == ("4711", "fcr_declared", 1, "00042")
    assert [line.number for line in found.lines] == [2, 3, 5]


def test_a_formula_is_what_it_last_showed_and_refused_where_it_showed_nothing() -> None:
    content = _book(("e1", "nps", "=4+5", AT, None, None), ("e2", "nps", "=NOW()", AT, None, None))
    saved = _changed(content, lambda name, body: _sheet(name, body, b"<f>4+5</f><v />", b"<f>4+5</f><v>9</v>"))
    assert saved != content
    first, second = _read(saved).lines
    assert first.given is not None
    assert first.given.score == 9
    assert (second.column, second.fault) == ("score", "formula")


def test_text_that_looks_like_a_formula_stays_text() -> None:
    content = _book(("e1", "nps", 9, AT, "@CMD", None))
    typed = _changed(content, lambda name, body: body.replace(b"@CMD", b"=HYPERLINK(1)"))
    [line] = _read(typed).lines
    assert line.given is not None
    assert line.given.comment == "=HYPERLINK(1)"


def test_an_error_of_the_spreadsheet_is_no_score() -> None:
    [line] = _read(_book(("e1", "nps", "#N/A", AT, None, None))).lines
    assert (line.column, line.fault) == ("score", "cell_error")


def test_long_and_strange_words_are_kept_or_told_by_their_line() -> None:
    strange = "Z͑ͫ̓a̴l̵g̶o 👩‍👩‍👧 ‮עברית‬ العربية <script>alert(1)</script>"
    # A spreadsheet cell holds 32,767 letters at most; a file may hold more.
    long = _changed(
        _book(("e1", "nps", 9, AT, strange, None), ("e2", "nps", 9, AT, "LONG", None)),
        lambda _, body: body.replace(b"LONG", b"a" * 100_000),
    )
    kept, refused = _read(long).lines
    assert kept.given is not None
    assert kept.given.comment == strange
    assert (refused.column, refused.fault) == ("comment", "too_long")


def _bomb() -> bytes:
    return _changed(_book(), lambda _, body: body, **{"xl/media/zeros.xml": b"0" * (workbooks.MOST_UNPACKED + 1)})


def _entities(_: str, body: bytes) -> bytes:
    return body.replace(b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet', 1)


WRONG: dict[str, Callable[[], bytes]] = {
    "empty": lambda: _bytes(Workbook()),
    "text": lambda: b"a;b\n1;2\n",
    "nothing": lambda: b"",
    "cut": lambda: _book(("e1", "nps", 9, AT, None, None))[:-100],
    "bomb": _bomb,
    "entities": lambda: _changed(_book(), _entities),
    "utf-16 entities": lambda: _changed(_book(), lambda name, body: _entities(name, body).decode().encode("utf-16")),
    "macro": lambda: _changed(_book(), lambda _, body: body, **{"xl/vbaProject.bin": b"x"}),
    "no sheets": lambda: _changed(_book(), lambda name, body: b"" if "sheet1" in name else body),
    "not xml": lambda: _changed(_book(), lambda name, body: b"<a>" if "sheet1" in name else body),
    "many rows": lambda: _changed(
        _book(("e1", "nps", 9, AT, None, None)), lambda name, body: _sheet(name, body, b'r="2"', b'r="1048576"')
    ),
}


@pytest.mark.parametrize("make", WRONG.values(), ids=WRONG)
def test_what_cannot_be_read_is_said_and_nothing_more(make: Callable[[], bytes]) -> None:
    with pytest.raises(UnreadableFile):
        _read(make())


def test_addresses_of_other_files_are_not_followed() -> None:
    relation = (
        b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="rId1" TargetMode="External" Target="file:///etc/passwd"'
        b' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath"/></Relationships>'
    )
    content = _changed(
        _book(("e1", "nps", 9, AT, None, None)),
        lambda _, body: body,
        **{"xl/externalLinks/_rels/externalLink1.xml.rels": relation},
    )
    [line] = _read(content).lines
    assert line.given is not None


def test_more_answers_than_a_request_takes_are_told() -> None:
    rows = [("e", "nps", 9, AT, None, None)] * 5_001
    with pytest.raises(UnreadableFile, match="5000"):
        _read(_book(*rows))
