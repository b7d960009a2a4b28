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
from services.feedback.answers.rules.cells import WrongCell, plain
from services.feedback.answers.rules.given import (
    MOST_CHANNEL,
    MOST_COMMENT,
    MOST_KEY,
    MOST_LINK,
    MOST_REFERENCE,
    Given,
    fault_of_instant,
    fault_of_link,
    fault_of_score,
    scale_of,
)

MOST_LINES = 5_000
COLUMNS: dict[str, tuple[str, ...]] = {
    "key": ("cle", "key", "id", "identifiant", "answer key"),
    "kind": ("question", "kind", "type", "enquete"),
    "score": ("note", "score", "reponse", "valeur"),
    "scale": ("echelle", "scale", "scale max", "note max"),
    "answered_at": ("date", "answered at", "repondu le", "date de reponse"),
    "comment": ("commentaire", "comment", "verbatim"),
    "ticket": ("ticket", "ticket id", "reference", "demande"),
    "ticket_url": ("lien", "url", "ticket url", "lien du ticket"),
    "channel": ("canal", "channel"),
}
NEEDED = ("kind", "score", "answered_at")


class UnreadableFile(ValueError):
    """Nothing of the file can be read."""


class Line(msgspec.Struct, frozen=True):
    """One line of the file (the first has number 1): an answer, or why there is none."""

    number: int
    given: Given | None
    reason: str | None = None


class Sheet(msgspec.Struct, frozen=True):
    """A file, read. `encoding`: as it was found to be written."""

    encoding: Literal["utf-8", "windows-1252"]
    delimiter: str
    lines: tuple[Line, ...]


def read_sheet(content: bytes, zone: ZoneInfo | None, now: datetime) -> Sheet:
    """Every line of a file. Raises: UnreadableFile."""
    text, encoding = _decode(content)
    first = text.split("\n", 1)[0]
    delimiter = max((";", ",", "\t"), key=first.count)
    # Quotes as spreadsheets write them; an open quote at the end swallows the rest, and that line is told.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        places = _places(next(reader, []))
        lines = tuple(_lines(reader, places, zone, now))
    except csv.Error:
        raise UnreadableFile("has a cell that is too long or not closed") from None
    return Sheet(encoding, delimiter, lines)


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


def _places(header: list[str]) -> dict[str, int]:
    names = [plain(cell) for cell in header]
    places = {}
    for column, spellings in COLUMNS.items():
        found = [place for place, name in enumerate(names) if name in spellings]
        if len(found) > 1:
            raise UnreadableFile(f"has the column {column} twice")
        if found:
            places[column] = found[0]
    missing = [column for column in NEEDED if column not in places]
    if missing:
        raise UnreadableFile(f"lacks the columns: {', '.join(missing)}")
    return places


def _lines(reader: Iterator[list[str]], places: dict[str, int], zone: ZoneInfo | None, now: datetime) -> Iterator[Line]:
    kept = 0
    number = reader.line_num + 1  # type: ignore[attr-defined]
    for row in reader:
        if any(cell.strip() for cell in row):
            kept += 1
            if kept > MOST_LINES:
                raise UnreadableFile(f"has more than {MOST_LINES} answers: send it in parts")
            yield _line(number, row, places, zone, now)
        number = reader.line_num + 1  # type: ignore[attr-defined]


def _line(number: int, row: list[str], places: dict[str, int], zone: ZoneInfo | None, now: datetime) -> Line:
    found = {name: row[place].strip() for name, place in places.items() if place < len(row)}
    try:
        return Line(number, _answer(found, zone, now))
    except WrongCell as fault:
        return Line(number, None, str(fault))


def _answer(found: dict[str, str], zone: ZoneInfo | None, now: datetime) -> Given:
    for name in NEEDED:
        if not found.get(name):
            raise WrongCell(f"{name}: is missing")
    kind = cells.read_kind(found["kind"])
    score = cells.read_score(kind, found["score"])
    scale = cells.read_scale(found["scale"]) if found.get("scale") else None
    at = cells.read_instant(found["answered_at"], zone)
    link = _short(found, "ticket_url", MOST_LINK)
    fault = fault_of_score(kind, score, scale) or fault_of_instant(at, now) or (link and fault_of_link(link))
    if fault:
        raise WrongCell(fault)
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
        raise WrongCell(f"{name}: at most {most} characters")
    if value is not None and name != "comment" and not value.isprintable():
        raise WrongCell(f"{name}: no control characters")
    return value


def _drawn_key(given: Given) -> str:
    """The same line sent twice is one answer, also where the file gives no key."""
    told = (given.kind, given.score, given.scale_max, given.answered_at, given.comment, given.ticket_id)
    return f"csv:{hashlib.sha256(msgspec.json.encode(told)).hexdigest()}"
