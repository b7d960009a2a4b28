"""Reading the cells of a spreadsheet: kinds, scores and instants as people write them."""

import re
import unicodedata
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from typing import Literal
from zoneinfo import ZoneInfo

from services.feedback.answers.rules.given import Kind

KINDS: dict[str, Kind] = {
    "nps": "nps", "recommandation": "nps", "csat": "csat", "satisfaction": "csat", "ces": "ces", "effort": "ces",
    "effort client": "ces", "fcr": "fcr_declared", "fcr_declared": "fcr_declared", "fcr declare": "fcr_declared",
    "resolu au premier contact": "fcr_declared",
}  # fmt: skip
DATE = "answered_at"
_YES = frozenset({"oui", "yes", "o", "y", "vrai", "true", "1"})
_NO = frozenset({"non", "no", "n", "faux", "false", "0"})
_FRENCH = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?:[ T](?:à )?(\d{1,2})[:h](\d\d)(?::(\d\d))?)?", re.ASCII)
_ISO = re.compile(r"\d{4}-\d\d-\d\d([ T]\d\d:\d\d(:\d\d(\.\d{1,6})?)?( ?([+-]\d\d:?\d\d|Z))?)?", re.ASCII)


Fault = Literal[
    "missing", "question", "number", "whole_number", "yes_or_no", "scale", "beyond_scale", "date_form", "no_such_date",
    "no_zone", "clock_back", "clock_forward", "too_early", "future", "link", "too_long", "control_characters",
    "formula", "cell_error",
]  # fmt: skip
"""Why a cell is refused, for whoever says it in another language."""
WHY: dict[Fault, str] = {
    "formula": "a formula that shows no value: open and save the file once, or paste values",
    "cell_error": "shows an error of the spreadsheet",
}


class WrongCell(ValueError):
    """A cell that cannot be read; says which and why, never what was in it."""

    def __init__(self, column: str, fault: Fault, reason: str) -> None:
        super().__init__(reason)
        self.column = column
        self.fault: Fault = fault


def plain(text: str) -> str:
    """Without accents, in small letters, blanks and underscores alike."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return " ".join(bare.lower().replace("_", " ").replace("'", " ").split())


def read_kind(cell: str) -> Kind:
    """The question. Raises: WrongCell."""
    kind = KINDS.get(plain(cell)) or KINDS.get(cell.strip().lower())
    if kind is None:
        raise WrongCell("kind", "question", "question: nps, csat, ces or fcr_declared")
    return kind


def read_score(kind: Kind, cell: str) -> int:
    """A whole score, « 9 », « 9,0 » or « 9.0 »; of the declared resolution yes or no. Raises: WrongCell."""
    if kind == "fcr_declared":
        word = plain(cell)
        if word in _YES or word in _NO:
            return int(word in _YES)
        raise WrongCell("score", "yes_or_no", "score: yes or no (oui, non)")
    return _whole(cell, "score")


def read_scale(cell: str) -> int:
    """The highest score. Raises: WrongCell."""
    scale = _whole(cell, "scale")
    if not 1 <= scale <= 1_000:
        raise WrongCell("scale", "scale", "scale: between 1 and 1000")
    return scale


def _whole(cell: str, name: str) -> int:
    text = cell.strip().replace("\u202f", "").replace("\u00a0", "")
    try:
        if not re.fullmatch(r"[+-]?\d{1,9}([.,]\d{1,9})?", text, re.ASCII):
            raise InvalidOperation
        number = Decimal(text.replace(",", "."))
    except InvalidOperation:
        raise WrongCell(name, "number", f"{name}: a number") from None
    if number != int(number):
        raise WrongCell(name, "whole_number", f"{name}: a whole number")
    return int(number)


def read_instant(cell: str, zone: ZoneInfo | None) -> datetime:
    """An instant with its offset, or a local time of the given zone; a date alone is its first instant there.

    Raises: WrongCell.
    """
    text = cell.strip()
    try:
        if match := _FRENCH.fullmatch(text):
            return _in_zone(datetime.fromisoformat(_iso(*match.groups())), zone)
        if not _ISO.fullmatch(text):
            raise WrongCell(DATE, "date_form", "date: 2026-10-12T14:03:00+02:00, 2026-10-12 14:03 or 12/10/2026 14:03")
        at = datetime.fromisoformat(text.replace(" +", "+").replace(" -", "-").replace(" Z", "Z"))
    except WrongCell:
        raise
    except ValueError:
        raise WrongCell(DATE, "no_such_date", "date: does not exist in the calendar") from None
    return at.astimezone(UTC) if at.tzinfo is not None else _in_zone(at, zone)


def _iso(day: str, month: str, year: str, hour: str | None, minute: str | None, second: str | None) -> str:
    return f"{year}-{month:0>2}-{day:0>2}T{hour or 0:0>2}:{minute or 0:0>2}:{second or 0:0>2}"


def _in_zone(local: datetime, zone: ZoneInfo | None) -> datetime:
    if zone is None:
        raise WrongCell(DATE, "no_zone", "date: has no zone; write its offset, or say the zone of the file")
    first, second = (local.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    if first != second:
        there = first.astimezone(zone).replace(tzinfo=None) == local
        if there:
            raise WrongCell(DATE, "clock_back", "date: came twice when the clocks were put back; write its offset")
        raise WrongCell(DATE, "clock_forward", "date: was skipped when the clocks were put forward")
    return first
