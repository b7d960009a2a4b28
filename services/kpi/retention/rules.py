"""Which months of raw contents are over. Pure."""

from collections.abc import Iterable
from datetime import date


def first_kept(today: date, months: int) -> date:
    """The first month that is still kept: whatever was recorded in it is at most that many months old, or younger.

    A month goes as a whole, so a content lives between `months` and `months` + 1 months.
    """
    number = today.year * 12 + today.month - 1 - months
    return date(number // 12, number % 12 + 1, 1)


def months_over(held: Iterable[date], today: date, months: int) -> list[date]:
    """Of the months that hold contents, those that are over, the oldest first."""
    limit = first_kept(today, months)
    return sorted(month for month in held if month < limit)
