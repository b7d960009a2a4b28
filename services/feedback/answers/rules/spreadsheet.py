"""Reading a file of answers line by line: a wrong line is told with its number and why, the others are kept."""

import hashlib
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

import msgspec

from services.feedback.answers.rules import cells, csv_files, workbooks
from services.feedback.answers.rules.cells import DATE, Fault, WrongCell
from services.feedback.answers.rules.columns import NEEDED, ChosenColumns, TwiceNamed, places_of
from services.feedback.answers.rules.given import (
    EARLIEST,
    MOST_CHANNEL,
    MOST_COMMENT,
    MOST_KEY,
    MOST_LINK,
    MOST_QUEUE,
    MOST_REFERENCE,
    Given,
    Kind,
    fault_of_instant,
    fault_of_link,
    fault_of_score,
    scale_of,
)
from services.feedback.answers.rules.tables import MOST_LINES, Encoding, Format, Table, UnreadableFile

__all__ = ["MOST_LINES", "Line", "Sheet", "UnreadableFile", "read_sheet"]

SHOWN_LINES = 10


class Line(msgspec.Struct, frozen=True):
    """One line of the file (the first has number 1): an answer, or why there is none."""

    number: int
    given: Given | None
    column: str | None = None
    fault: Fault | None = None
    reason: str | None = None


class Sheet(msgspec.Struct, frozen=True):
    """A file, read. `places`: where each column stands in a line."""

    format: Format
    encoding: Encoding | None
    """As it was found to be written; of a workbook nobody needs to know."""
    delimiter: str | None
    sheet: str | None
    """Of a workbook: the sheet that was read, the first one with anything in it."""
    sheets: int
    header: tuple[str, ...]
    places: dict[str, int]
    missing: tuple[str, ...]
    """Columns that an answer needs and that nothing names; then there are no lines."""
    lines: tuple[Line, ...]
    shown: tuple[tuple[int, tuple[str, ...]], ...]
    """The first lines as they are written, with their numbers."""


def read_sheet(
    content: bytes,
    zone: ZoneInfo | None,
    now: datetime,
    chosen: ChosenColumns | None = None,
    format: Literal["csv", "xlsx"] = "csv",  # noqa: A002 - the word of the interface
) -> Sheet:
    """Every line of a file; `chosen` says what its columns are where their names do not. Raises: UnreadableFile."""
    table = csv_files.read(content) if format == "csv" else workbooks.read(content)
    try:
        known = places_of(table.header, chosen or ChosenColumns())
    except TwiceNamed as twice:
        raise UnreadableFile(f"has the column {twice} twice") from None
    told = known | ({} if chosen is None or chosen.question is None else {"kind": -1})
    missing = tuple(column for column in NEEDED if column not in told)
    question = None if chosen is None else chosen.question
    lines = (
        () if missing else tuple(_line(number, row, table, known, question, zone, now) for number, row in table.rows)
    )
    return Sheet(
        format, table.encoding, table.delimiter, table.sheet, table.sheets, table.header, known, missing, lines,
        shown=tuple((number, tuple(row)) for number, row in table.rows[:SHOWN_LINES]),
    )  # fmt: skip


def _line(
    number: int,
    row: list[str],
    table: Table,
    places: dict[str, int],
    question: Kind | None,
    zone: ZoneInfo | None,
    now: datetime,
) -> Line:
    found = {name: row[place].strip() for name, place in places.items() if place < len(row)}
    if question is not None and not found.get("kind"):
        found["kind"] = question
    try:
        for name, place in places.items():
            if fault := table.faults.get((number, place)):
                raise WrongCell(name, fault, f"{name}: {cells.WHY[fault]}")
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
        queue=_short(found, "queue", MOST_QUEUE),
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
