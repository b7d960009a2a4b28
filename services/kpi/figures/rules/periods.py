"""Periods: a day, a month or a quarter of the contract's zone, and when time alone changes a figure."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

import msgspec

from services.common.instants import to_microseconds
from services.kpi.calendars.instants import HOUR_US
from services.kpi.calendars.rules import local_date

Grain = Literal["day", "month", "quarter"]

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d\d)", re.ASCII)
_QUARTER = re.compile(r"(\d{4})-Q([1-4])", re.ASCII)
_FIRST_YEAR, _LAST_YEAR = 1970, 2200


class InvalidPeriod(ValueError):
    """The text is no period."""


class Period(msgspec.Struct, frozen=True):
    """Whole local days from the first to the last."""

    text: str
    grain: Grain
    first: date
    last: date


def parse_period(text: str) -> Period:
    """`2026-10`, `2026-Q4` or `2026-10-05`. Raises: InvalidPeriod."""
    if match := _QUARTER.fullmatch(text):
        year, quarter = int(match[1]), int(match[2])
        first = _date(year, quarter * 3 - 2, 1)
        return Period(text, "quarter", first, _month_end(year, quarter * 3))
    if match := _MONTH.fullmatch(text):
        first = _date(int(match[1]), int(match[2]), 1)
        return Period(text, "month", first, _month_end(first.year, first.month))
    if match := _DAY.fullmatch(text):
        first = _date(int(match[1]), int(match[2]), int(match[3]))
        return Period(text, "day", first, first)
    raise InvalidPeriod("must be a month (2026-10), a quarter (2026-Q4) or a day (2026-10-05)")


def day_period(day: date) -> Period:
    """The period of one day."""
    return Period(day.isoformat(), "day", day, day)


def month_period(day: date) -> Period:
    """The month that a day lies in."""
    return Period(day.strftime("%Y-%m"), "month", day.replace(day=1), _month_end(day.year, day.month))


def periods_of(day: date) -> Iterator[Period]:
    """The day, the month and the quarter that a day lies in."""
    yield day_period(day)
    yield month_period(day)
    yield parse_period(f"{day.year:04}-Q{(day.month + 2) // 3}")


def midnight_us(day: date, zone: ZoneInfo) -> int:
    """The instant at which a local date begins; where its midnight is skipped, the first instant after."""
    wall = datetime(day.year, day.month, day.day, tzinfo=zone, fold=0)
    # A skipped midnight has the offset from before the change, which is exactly the instant of the change.
    return to_microseconds(wall.astimezone(UTC))


def begin_us(period: Period, zone: ZoneInfo) -> int:
    """The first instant of a period."""
    return midnight_us(period.first, zone)


def end_us(period: Period, zone: ZoneInfo) -> int:
    """The first instant after a period."""
    return midnight_us(period.last + timedelta(days=1), zone)


def next_timer_us(at_us: int, zone: ZoneInfo, grace_us: int) -> int:
    """The next local midnight, or the end of the grace after one: nothing else changes a figure without a ticket."""
    today = local_date(at_us, zone)
    coming = midnight_us(today + timedelta(days=1), zone)
    # Midnights whose grace may still be running, the earliest of them first.
    for back in range(grace_us // (23 * HOUR_US) + 2, -1, -1):
        over = midnight_us(today - timedelta(days=back), zone) + grace_us
        if at_us < over:
            return min(coming, over)
    return coming


def ended_between(after_us: int, until_us: int, zone: ZoneInfo) -> Iterator[Period]:
    """Periods that end in (after, until]."""
    day = local_date(after_us, zone)
    while (end := midnight_us(day + timedelta(days=1), zone)) <= until_us:
        if end > after_us:
            yield from (period for period in periods_of(day) if period.last == day)
        day += timedelta(days=1)


def _date(year: int, month: int, day: int) -> date:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise InvalidPeriod(f"must lie in the years {_FIRST_YEAR} to {_LAST_YEAR}")
    try:
        return date(year, month, day)
    except ValueError:
        raise InvalidPeriod("must exist in the calendar") from None


def _month_end(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)
