"""Business time: how much of a stretch of time lies in a schedule, and when a given amount of it is reached."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from services.common.zones import zone
from services.kpi.calendars.instants import DAY_US, EPOCH_ORDINAL, SECOND_US
from services.kpi.calendars.schedules import MINUTES_PER_DAY, InvalidSchedule, Schedule, parse_schedule, validate

__all__ = ["BusinessClock", "InvalidSchedule", "Schedule", "clock_of", "local_date", "parse_schedule", "validate"]

_BLOCK_US = 366 * DAY_US
FURTHEST_US = 5 * _BLOCK_US
"""How far `advance` looks before it answers never (about five years)."""


# What a ticket counts for mostly rests on two of its instants: its creation and its solve.
@lru_cache(maxsize=4096)
def local_date(instant_us: int, tz: ZoneInfo) -> date:
    """The calendar date of an instant in a zone."""
    return datetime.fromtimestamp(instant_us // SECOND_US, tz).date()


class BusinessClock:
    """The opening hours of one schedule laid on the UTC axis, extended as far as anyone asks.

    Open stretches are kept as three parallel lists (start, end, business time before the start), so that the business
    time between two instants is two binary searches. All amounts are exact microseconds.
    """

    __slots__ = ("_before", "_ends", "_high", "_low", "_schedule", "_starts", "_zone")

    def __init__(self, schedule: Schedule) -> None:
        self._schedule = schedule
        self._zone = zone(schedule.tz)
        # The first entry is empty: it makes every searched instant fall on or after a start.
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._before: list[int] = []
        self._low = self._high = 0

    def elapsed(self, a_us: int, b_us: int) -> int:
        """Business microseconds in [a, b); 0 when b is not after a."""
        if b_us <= a_us:
            return 0
        if a_us < self._low or b_us > self._high:
            self._cover(a_us, b_us)
        return self._reading(b_us) - self._reading(a_us)

    def advance(self, start_us: int, amount_us: int) -> int | None:
        """The earliest instant at which `elapsed(start, ·)` reaches the amount; None when not within five years."""
        if amount_us <= 0:
            return start_us
        limit_us = start_us + FURTHEST_US
        if start_us < self._low or start_us >= self._high:
            self._cover(start_us, start_us + 1)
        # Extending to the left moves no reading, so the goal stays valid while the right side grows.
        goal = self._reading(start_us) + amount_us
        while goal > self._before[-1] + self._ends[-1] - self._starts[-1]:
            if self._high >= limit_us:
                return None
            self._cover(start_us, self._high + 1)
        index = bisect_left(self._before, goal) - 1
        reached_us = self._starts[index] + goal - self._before[index]
        return reached_us if reached_us <= limit_us else None

    def _reading(self, instant_us: int) -> int:
        index = bisect_right(self._starts, instant_us) - 1
        end_us = self._ends[index]
        return self._before[index] + min(instant_us, end_us) - self._starts[index]

    def _cover(self, a_us: int, b_us: int) -> None:
        """Extend the lists so that they hold [a, b]."""
        low, high = a_us // _BLOCK_US * _BLOCK_US, (b_us // _BLOCK_US + 1) * _BLOCK_US
        if not self._starts:
            self._starts, self._ends, self._before = [low], [low], [0]
            self._low = self._high = low
        if low < self._low:
            self._extend_left(low)
        if high > self._high:
            total = self._before[-1] + self._ends[-1] - self._starts[-1]
            for start_us, end_us in self._open_stretches(self._high, high):
                self._starts.append(start_us)
                self._ends.append(end_us)
                self._before.append(total)
                total += end_us - start_us
            self._high = high

    def _extend_left(self, low: int) -> None:
        stretches = list(self._open_stretches(low, self._low))
        total = self._before[0] - sum(end_us - start_us for start_us, end_us in stretches)
        starts, ends, before = [low], [low], [total]
        for start_us, end_us in stretches:
            starts.append(start_us)
            ends.append(end_us)
            before.append(total)
            total += end_us - start_us
        self._starts, self._ends, self._before = (
            starts + self._starts[1:],
            ends + self._ends[1:],
            before + self._before[1:],
        )
        self._low = low

    def _open_stretches(self, low: int, high: int) -> Iterator[tuple[int, int]]:
        """The open stretches of [low, high) in order, united where a clock change makes them overlap."""
        hours = dict.fromkeys(self._schedule.days, self._schedule.spans)
        holidays = {holiday.ordinal: holiday.spans for holiday in self._schedule.holidays}
        found: list[tuple[int, int]] = []
        # Two dates on each side: no zone is further than a day from UTC.
        for ordinal in range(EPOCH_ORDINAL + low // DAY_US - 2, EPOCH_ORDINAL + high // DAY_US + 3):
            for start, end in holidays.get(ordinal, hours.get((ordinal - 1) % 7, ())):
                found.append((self._start_us(ordinal, start), self._end_us(ordinal, end)))
        found.sort()
        reached = low
        for start_us, end_us in found:
            begin, finish = max(start_us, reached), min(end_us, high)
            if begin < finish:
                yield begin, finish
                reached = finish

    def _start_us(self, ordinal: int, minute: int) -> int:
        # fold=0 is the first occurrence of a repeated hour, and in a skipped one the offset before the change.
        return self._utc(ordinal, minute, fold=0)

    def _end_us(self, ordinal: int, minute: int) -> int:
        if minute == MINUTES_PER_DAY:
            # The date ends at the first midnight, also where the hour after midnight is repeated.
            return self._utc(ordinal + 1, 0, fold=0)
        # A later fold=1 means a repeated hour (its second occurrence); an earlier one, a skipped hour.
        return max(self._utc(ordinal, minute, fold=0), self._utc(ordinal, minute, fold=1))

    def _utc(self, ordinal: int, minute: int, *, fold: int) -> int:
        day = date.fromordinal(ordinal)
        wall = datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=self._zone, fold=fold)
        offset = wall.utcoffset()
        assert offset is not None
        seconds = (ordinal - EPOCH_ORDINAL) * 86_400 + minute * 60 - offset.days * 86_400 - offset.seconds
        return seconds * SECOND_US


@lru_cache(maxsize=1024)
def clock_of(schedule: Schedule) -> BusinessClock:
    """The one clock of a schedule, shared by all that use it."""
    return BusinessClock(schedule)
