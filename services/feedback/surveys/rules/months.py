"""Months of a contract's zone, and what became of the invitations of one; pure."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import msgspec

Month = tuple[int, int]


def month_of(text: str) -> Month:
    """`YYYY-MM`. Raises: ValueError."""
    year, _, month = text.partition("-")
    if len(year) != 4 or len(month) != 2 or not (year + month).isascii() or not (year + month).isdigit():
        raise ValueError("must be a month YYYY-MM")
    found = int(year), int(month)
    if not (2000 <= found[0] <= 2999 and 1 <= found[1] <= 12):
        raise ValueError("must be a month between 2000-01 and 2999-12")
    return found


def text_of(month: Month) -> str:
    """`YYYY-MM`."""
    return f"{month[0]:04}-{month[1]:02}"


def months_until(at: datetime, zone: ZoneInfo, number: int) -> list[Month]:
    """So many months, that of the instant first, then those before it."""
    local = at.astimezone(zone)
    last = local.year * 12 + local.month - 1
    return [((last - back) // 12, (last - back) % 12 + 1) for back in range(number)]


def bounds(month: Month, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """First instant of a month, and of the one after it, UTC."""
    after = (month[0] + 1, 1) if month[1] == 12 else (month[0], month[1] + 1)
    first, end = (datetime(*one, 1, tzinfo=zone).astimezone(UTC) for one in (month, after))
    return first, end


class Counts(msgspec.Struct, frozen=True):
    """What became of the invitations of one month. `expired` and `open` have no answer; `refused`: of those that are
    over, how many tried to answer too late."""

    invited: int = 0
    fatigued: int = 0
    answered: int = 0
    expired: int = 0
    open: int = 0
    refused: int = 0
