"""Instants as sources write them, read to exact microseconds since 1970 (UTC)."""

import math
import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

SECOND_US = 1_000_000
HOUR_US = 3_600 * SECOND_US
DAY_US = 24 * HOUR_US
EPOCH_ORDINAL = date(1970, 1, 1).toordinal()

# Instants later than this are a unit mistake (microseconds read as milliseconds), not a date.
LATEST_US = (date(2201, 1, 1).toordinal() - EPOCH_ORDINAL) * DAY_US - 1
# Whole seconds stay below this until the year 5138, milliseconds are above it since 1973.
_MILLISECONDS_FROM = 100_000_000_000
_LONGEST_TEXT = 100

_RFC_3339 = re.compile(
    r"(\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d):(\d\d)(?:\.(\d+))?(?:[Zz]|([+-])(\d\d):?(\d\d))",
    re.ASCII,
)


class InvalidInstant(ValueError):
    """The value is not an instant: no zone, an impossible date, or out of 1970..2200."""


def parse_instant(value: object) -> int:
    """Microseconds of RFC 3339 text with an offset, or of epoch seconds or milliseconds. Raises: InvalidInstant."""
    if isinstance(value, str):
        instant = _from_text(value)
    elif isinstance(value, bool):
        raise InvalidInstant("not an instant")
    elif isinstance(value, int):
        instant = value * (1_000 if abs(value) > _MILLISECONDS_FROM else SECOND_US)
    elif isinstance(value, float):
        instant = _from_float(value)
    else:
        raise InvalidInstant("not an instant")
    if not 0 <= instant <= LATEST_US:
        raise InvalidInstant("out of the years 1970 to 2200")
    return instant


def _from_text(text: str) -> int:
    match = _RFC_3339.fullmatch(text) if len(text) <= _LONGEST_TEXT else None
    if match is None:
        raise InvalidInstant("not an RFC 3339 date-time with its offset")
    minute, second, decimals, sign, offset_hours, offset_minutes = match.groups()
    seconds = _minute(minute) + int(second)
    if second > "59":
        raise InvalidInstant("no such time of day")
    if sign is not None:
        if int(offset_hours) > 23 or int(offset_minutes) > 59:
            raise InvalidInstant("no such offset")
        offset = int(offset_hours) * 3_600 + int(offset_minutes) * 60
        seconds += offset if sign == "-" else -offset
    # Decimals beyond the microsecond are cut, never rounded: an instant must not move into the next second.
    return seconds * SECOND_US + (int(decimals[:6].ljust(6, "0")) if decimals else 0)


@lru_cache(maxsize=4096)
def _minute(text: str) -> int:
    """Seconds since 1970 of a date with hours and minutes; those of the present traffic are few."""
    hour, minute = int(text[11:13]), int(text[14:16])
    try:
        days = date(int(text[:4]), int(text[5:7]), int(text[8:10])).toordinal() - EPOCH_ORDINAL
    except ValueError:
        raise InvalidInstant("no such date") from None
    if hour > 23 or minute > 59:
        raise InvalidInstant("no such time of day")
    return days * 86_400 + hour * 3_600 + minute * 60


def _from_float(value: float) -> int:
    if not math.isfinite(value):
        raise InvalidInstant("not a finite number")
    # The shortest text of the float is what the source wrote; binary arithmetic would lose its last microsecond.
    written = Decimal(repr(value))
    return math.floor(written * (1_000 if abs(value) > _MILLISECONDS_FROM else SECOND_US))
