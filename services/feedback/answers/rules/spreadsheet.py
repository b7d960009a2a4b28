"""Reading a CSV file of answers line by line: a wrong line is told with its number and why, the others are kept."""

import csv
import hashlib
import io
from collections.abc import Iterator
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

import msgspec

from services.feedback.answers.rules import cells
from services.feedback.answers.rules.cells import DATE, Fault, WrongCell
from services.feedback.answers.rules.columns import NEEDED, ChosenColumns, TwiceNamed, places_of
from services.feedback.answers.rules.given import (
    EARLIEST,
    MOST_CHANNEL,
    MOST_COMMENT,
    MOST_KEY,
    MOST_LINK,
    MOST_REFERENCE,
    Given,
    Kind,
    fault_of_instant,
    fault_of_link,
    fault_of_score,
    scale_of,
)

MOST_LINES = 5_000
SHOWN_LINES = 10


class UnreadableFile(ValueError):
    """Nothing of the file can be read."""


class Line(msgspec.Struct, frozen=True):
    """One line of the file (the first has number 1): an answer, or why there is none."""

    number: int
    given: Given | None
    column: str | None = None
    fault: Fault | None = None
    reason: str | None = None


class Sheet(msgspec.Struct, frozen=True):
    """A file, read. `encoding`: as it was found to be written; `places`: where each column stands in a line."""

    encoding: Literal["utf-8", "windows-1252"]
    delimiter: str
    header: tuple[str, ...]
    places: dict[str, int]
    missing: tuple[str, ...]
    """Columns that an answer needs and that nothing names; then there are no lines."""
    lines: tuple[Line, ...]
    shown: tuple[tuple[int, tuple[str, ...]], ...]
    """The first lines as they are written, with their numbers."""


def read_sheet(content: bytes, zone: ZoneInfo | None, now: datetime, chosen: ChosenColumns | None = None) -> Sheet:
    """Every line of a file; `chosen` says what its columns are where their names do not. Raises: UnreadableFile."""
    text, encoding = _decode(content)
    first = text.split("\n", 1)[0]
    delimiter = max((";", ",", "\t"), key=first.count)
    # Quotes as spreadsheets write them; an open quote at the end swallows the rest, and that line is told.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        header = tuple(next(reader, []))
        known = places_of(header, chosen or ChosenColumns())
        rows = list(_rows(reader))
    except TwiceNamed as twice:
        raise UnreadableFile(f"has the column {twice} twice") from None
    except csv.Error:
        raise UnreadableFile("has a cell that is too long or not closed") from None
    told = known | ({} if chosen is None or chosen.question is None else {"kind": -1})
    missing = tuple(column for column in NEEDED if column not in told)
    question = None if chosen is None else chosen.question
    lines = () if missing else tuple(_line(number, row, known, question, zone, now) for number, row in rows)
    shown = tuple((number, tuple(row)) for number, row in rows[:SHOWN_LINES])
    return Sheet(encoding, delimiter, header, known, missing, lines, shown)


def _decode(content: bytes) -> tuple[str, Literal["utf-8", "windows-1252"]]:
    if b"\0" in content:
        raise UnreadableFile("is no text: save it as CSV, in UTF-8 or Windows-1252")
    try:
        return content.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("windows-1252"), "windows-1252"
    except UnicodeDecodeError:
        raise UnreadableFile("is written neither in UTF-8 nor in Windows-1252") from None


def _rows(reader: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    kept = 0
    number = reader.line_num + 1  # type: ignore[attr-defined]
    for row in reader:
        if any(cell.strip() for cell in row):
            kept += 1
            if kept > MOST_LINES:
                raise UnreadableFile(f"has more than {MOST_LINES} answers: send it in parts")
            yield number, row
        number = reader.line_num + 1  # type: ignore[attr-defined]


def _line(
    number: int, row: list[str], places: dict[str, int], question: Kind | None, zone: ZoneInfo | None, now: datetime
) -> Line:
    found = {name: row[place].strip() for name, place in places.items() if place < len(row)}
    if question is not None and not found.get("kind"):
        found["kind"] = question
    try:
        return Line(number, _answer(found, zone, now))
    except WrongCell as wrong:
        return Line(number, None, wrong.column, wrong.fault, str(wrong))


def _answer(found: dict[str, str], zone: ZoneInfo | None, now: datetime) -> Given:
    for name in NEEDED:
        if not found.get(name):
            raise WrongCell(name, "missing", f"{name}: is missing")
    kind = cells.read_kind(found["kind"])
    score = cells.read_score(kind, found["score"])
    scale = cells.read_scale(found["scale"]) if found.get("scale") else None
    at = cells.read_instant(found["answered_at"], zone)
    link = _short(found, "ticket_url", MOST_LINK)
    if reason := fault_of_score(kind, score, scale):
        raise WrongCell("score", "beyond_scale", reason)
    if reason := fault_of_instant(at, now):
        raise WrongCell(DATE, "too_early" if at < EARLIEST else "future", reason)
    if link and (reason := fault_of_link(link)):
        raise WrongCell("ticket_url", "link", reason)
    given = Given(
        key=_short(found, "key", MOST_KEY) or "",
        kind=kind,
        score=score,
        scale_max=scale_of(kind, scale),
        answered_at=at,
        comment=_short(found, "comment", MOST_COMMENT),
        ticket_id=_short(found, "ticket", MOST_REFERENCE),
        ticket_url=link,
        channel=_short(found, "channel", MOST_CHANNEL),
    )
    return given if given.key else msgspec.structs.replace(given, key=_drawn_key(given))


def _short(found: dict[str, str], name: str, most: int) -> str | None:
    value = found.get(name) or None
    if value is not None and len(value) > most:
        raise WrongCell(name, "too_long", f"{name}: at most {most} characters")
    if value is not None and name != "comment" and not value.isprintable():
        raise WrongCell(name, "control_characters", f"{name}: no control characters")
    return value


def _drawn_key(given: Given) -> str:
    """The same line sent twice is one answer, also where the file gives no key."""
    told = (given.kind, given.score, given.scale_max, given.answered_at, given.comment, given.ticket_id)
    return f"csv:{hashlib.sha256(msgspec.json.encode(told)).hexdigest()}"
