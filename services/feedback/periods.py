"""Months, quarters and years of a contract's zone; pure."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

_PERIOD = re.compile(r"(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])))?", re.ASCII)
FIRST_YEAR, LAST_YEAR = 2000, 2199


def months_of(period: str) -> list[str]:
    """The months of `YYYY-MM`, `YYYY-Qn` or `YYYY`. Raises: ValueError."""
    match = _PERIOD.fullmatch(period)
    if match is None or not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
        raise ValueError("must be YYYY-MM, YYYY-Qn or YYYY")
    year, month, quarter = match[1], match[2], match[3]
    if month:
        return [f"{year}-{month}"]
    first, count = (3 * int(quarter) - 2, 3) if quarter else (1, 12)
    return [f"{year}-{number:02}" for number in range(first, first + count)]


def beginning(month: str, zone: ZoneInfo) -> datetime:
    """The first instant of a month."""
    return datetime(int(month[:4]), int(month[5:]), 1, tzinfo=zone)


def following(month: str) -> str:
    """The month after."""
    year, number = int(month[:4]), int(month[5:])
    return f"{year + number // 12}-{number % 12 + 1:02}"
