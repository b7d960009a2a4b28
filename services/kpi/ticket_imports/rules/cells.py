"""Reading single cells: instants with the precision they are written in, whole numbers, words."""

import re
import unicodedata
from datetime import UTC, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from services.kpi.calendars.instants import SECOND_US, InvalidInstant, parse_instant
from services.kpi.ticket_imports.rules.tables import Cell

MINUTE_US = 60 * SECOND_US
DateOrder = Literal["dmy", "mdy"]

Fault = Literal[
    "missing", "identifier", "status", "date_form", "no_such_date", "no_zone", "clock_back", "clock_forward", "future",
    "before_creation", "whole_number", "twice",
]  # fmt: skip
"""Why a row cannot be used, for whoever says it in another language."""

_WRITTEN = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})[ T]+(\d{1,2}):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?\s*(Z|UTC|[+-]\d\d:?\d\d)?", re.ASCII
)
_SLASHED = re.compile(
    r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}),?[ T]+(?:à )?(\d{1,2})[:h](\d\d)(?::(\d\d))?\s*([AaPp][Mm])?", re.ASCII
)


class WrongCell(ValueError):
    """A cell that cannot be read; says which field and why, never what was in it."""

    def __init__(self, field: str, fault: Fault) -> None:
        super().__init__(f"{field}: {fault}")
        self.field = field
        self.fault: Fault = fault


def plain(text: str) -> str:
    """Without accents, in small letters; blanks, underscores and hyphens alike."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return " ".join(re.sub(r"[_'’()-]", " ", bare.lower()).split())


def read_instant(field: str, cell: Cell, zone: ZoneInfo | None, order: DateOrder) -> tuple[int, int]:
    """(microseconds, precision): RFC 3339 or epoch, or a local time of the zone of the file. Raises: WrongCell.

    The precision is a second, or a minute where no seconds are written.
    """
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _epoch(field, cell)
    text = cell.strip() if isinstance(cell, str) else ""
    if re.fullmatch(r"\d{9,13}", text, re.ASCII):
        return _epoch(field, int(text))
    if match := _WRITTEN.fullmatch(text):
        year, month, day, hour, minute, second, decimals, offset = match.groups()
        decimals = (decimals or "")[:6].ljust(6, "0")
    elif match := _SLASHED.fullmatch(text):
        one, two, year, hour, minute, second, half = match.groups()
        day, month = (one, two) if order == "dmy" else (two, one)
        decimals, offset = "000000", None
        if half:
            if not 1 <= int(hour) <= 12:
                raise WrongCell(field, "no_such_date")
            hour = str(int(hour) % 12 + (12 if half.lower() == "pm" else 0))
    else:
        raise WrongCell(field, "date_form")
    try:
        local = datetime.fromisoformat(f"{year}-{month:0>2}-{day:0>2}T{hour:0>2}:{minute}:{second or '00'}.{decimals}")
        if offset:
            offset = "+00:00" if offset in ("Z", "UTC") else offset
            at = datetime.fromisoformat(f"{local.isoformat()}{offset}").astimezone(UTC)
        else:
            at = _in_zone(field, local, zone)
        instant = parse_instant(at.isoformat())
    except (InvalidInstant, OverflowError):
        raise WrongCell(field, "no_such_date") from None
    except WrongCell:
        raise
    except ValueError:
        raise WrongCell(field, "no_such_date") from None
    return instant, MINUTE_US if second is None else SECOND_US


def _epoch(field: str, value: float) -> tuple[int, int]:
    try:
        return parse_instant(value), SECOND_US
    except InvalidInstant:
        raise WrongCell(field, "no_such_date") from None


def _in_zone(field: str, local: datetime, zone: ZoneInfo | None) -> datetime:
    if zone is None:
        raise WrongCell(field, "no_zone")
    aware = local.replace(tzinfo=zone)
    # Both readings of a local time have one offset but in the nights when the clocks change.
    if aware.utcoffset() == aware.replace(fold=1).utcoffset():
        return aware.astimezone(UTC)
    first, second = (aware.replace(fold=fold).astimezone(UTC) for fold in (0, 1))
    if first != second:
        there = first.astimezone(zone).replace(tzinfo=None) == local
        raise WrongCell(field, "clock_back" if there else "clock_forward")
    return first


def read_whole(field: str, cell: Cell) -> int:
    """A whole number that is not negative. Raises: WrongCell."""
    if isinstance(cell, bool):
        raise WrongCell(field, "whole_number")
    if isinstance(cell, int) and 0 <= cell < 10**9:
        return cell
    text = re.sub(r"[\s\u00a0\u202f]", "", cell) if isinstance(cell, str) else ""
    match = re.fullmatch(r"(\d{1,9})(?:[.,]0{1,6})?", text, re.ASCII)
    if match is None:
        raise WrongCell(field, "whole_number")
    return int(match.group(1))


def read_identifier(field: str, cell: Cell, most: int) -> str:
    """An identifier; of a number written with a mark or thousands apart (`#48 213`), the digits. Raises: WrongCell."""
    if isinstance(cell, int) and not isinstance(cell, bool):
        cell = str(cell)
    text = cell.strip() if isinstance(cell, str) else ""
    if re.fullmatch(r"#?\d{1,3}(?:[\s\u00a0\u202f]\d{3})*|#\d+", text, re.ASCII):
        text = re.sub(r"[#\s\u00a0\u202f]", "", text)
    if not text:
        raise WrongCell(field, "missing")
    if len(text) > most or not text.isprintable():
        raise WrongCell(field, "identifier")
    return text


def is_empty(cell: Cell) -> bool:
    """Whether nothing is written; `-` stands for nothing in the exports of several tools."""
    return cell is None or cell in ([], "-") or (isinstance(cell, str) and not cell.strip())
