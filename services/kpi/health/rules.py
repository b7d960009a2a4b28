"""The rhythm of a source, and the silences that it makes improbable. Pure, in whole numbers throughout.

Rhythm: what an hour usually brings is the mean of the same weekday and local hour of the eight weeks before, without
the highest and the lowest quarter of them; at least two of them are needed. Gap: a silence whose whole clock hours
brought 8 deliveries or more in three quarters at least of the eight weeks before: busy hours that are sometimes empty
are no alarm, and a source that brings little is told too, later. Were arrivals independent (Poisson), such a silence
would have the probability e**-8, 1 in 2,980. Of a long silence the first week decides. Hours that are silent only in
part say nothing: when within an hour something usually comes, nobody knows.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Literal
from uuid import UUID
from zoneinfo import ZoneInfo

import msgspec

from services.kpi.calendars.instants import HOUR_US
from services.kpi.terms.rules import Terms

WEEKS = 8
LEAST_WEEKS = 2
HOURS_OF_WEEK = 7 * 24
IMPROBABLE = 8
"""Deliveries that the same hours brought before."""
ONE = 60
"""One delivery in the unit of all sums here: a mean of two to five whole numbers is a whole number of sixtieths."""

Rule = Literal["rhythm", "limit"]


class Heard(msgspec.Struct, frozen=True):
    """A clock hour (since 1970) in which accepted deliveries were received: how many, the first and the last."""

    hour: int
    deliveries: int
    first_us: int
    last_us: int


class Stretch(msgspec.Struct, frozen=True):
    """A silence from the last delivery before it; `end_us` is None while it lasts."""

    start_us: int
    end_us: int | None


class Gap(msgspec.Struct, frozen=True):
    """A silence that is too long: by the rhythm, or by the limit that the parties set."""

    stretch: Stretch
    expected: int
    """What the rhythm would have brought, in units of `ONE`."""
    rule: Rule


class Limit(msgspec.Struct, frozen=True):
    """The longest silence that the parties allow, since when."""

    longest_us: int
    since_us: int


class Rhythm:
    """What each hour usually brings, learnt from the hours before it."""

    def __init__(
        self,
        heard: Mapping[int, int],
        tz: ZoneInfo,
        first_us: int,
        holidays: frozenset[date] = frozenset(),
        gaps: Iterable[Stretch] = (),
    ) -> None:
        self._heard = heard
        self._tz = tz
        # The hour in which the source began is not whole.
        self._first = first_us // HOUR_US + 1
        self._holidays = holidays
        self._untaught: set[int] = set()
        for gap in gaps:
            self.unlearn(gap)

    def unlearn(self, gap: Stretch) -> None:
        """What was missing there must not be taken for usual."""
        if gap.end_us is not None:
            self._untaught.update(range(gap.start_us // HOUR_US, gap.end_us // HOUR_US + 1))

    def usual(self, hour: int, before: int | None = None) -> int | None:
        """Sixtieths of a delivery in that hour; None while too little is known. `before`: learn from earlier hours."""
        local = datetime.fromtimestamp(hour * 3600, self._tz)
        if local.date() in self._holidays:
            return 0
        learnt = []
        for week in range(1, WEEKS + 1):
            # Wall time: the same local hour, also when clocks changed in between.
            then = local - timedelta(weeks=week)
            index = int(then.timestamp()) // 3600
            if index < self._first:
                break
            if index in self._untaught or (before is not None and index >= before) or then.date() in self._holidays:
                continue
            learnt.append(self._heard.get(index, 0))
        if len(learnt) < LEAST_WEEKS:
            return None
        learnt.sort()
        left_out = len(learnt) // 4
        middle = learnt[left_out : len(learnt) - left_out]
        return sum(middle) * ONE // len(middle)

    def weak_week(self, hours: range, before: int) -> int:
        """What these hours brought in three quarters at least of the weeks before, whole deliveries; 0 while unknown.

        A week that has a gap or a holiday within them is none to compare with.
        """
        judged = [
            local
            for local in (datetime.fromtimestamp(hour * 3600, self._tz) for hour in hours[:HOURS_OF_WEEK])
            if local.date() not in self._holidays
        ]
        totals = []
        for week in range(1, WEEKS + 1):
            same = [local - timedelta(weeks=week) for local in judged]
            indices = [int(local.timestamp()) // 3600 for local in same]
            if not indices or min(indices) < self._first or max(indices) >= before:
                continue
            if self._untaught.isdisjoint(indices) and self._holidays.isdisjoint(local.date() for local in same):
                totals.append(sum(self._heard.get(index, 0) for index in indices))
        return sorted(totals)[len(totals) // 4] if len(totals) >= LEAST_WEEKS else 0

    def expected_of(self, silence: Stretch, until_us: int) -> int:
        """What a silence that lasts until an instant would usually have brought: it teaches nothing about itself."""
        return self.expected(whole_hours(silence.start_us, until_us), silence.start_us // HOUR_US)

    def expected(self, hours: range, before: int | None = None) -> int:
        """What these hours usually bring, in units of `ONE`; those of which too little is known bring nothing."""
        return sum(self.usual(hour, before) or 0 for hour in hours)


def whole_hours(start_us: int, end_us: int) -> range:
    """The clock hours that lie wholly within a stretch of time."""
    first = -(-start_us // HOUR_US)
    return range(first, max(first, end_us // HOUR_US))


def silences(heard: Sequence[Heard], now_us: int) -> Iterable[Stretch]:
    """The silences between hours in which something came, in order, the present one last.

    A silence that begins and ends within one clock hour is not among them.
    """
    for before, after in pairwise(heard):
        yield Stretch(before.last_us, after.first_us)
    if heard and heard[-1].last_us < now_us:
        yield Stretch(heard[-1].last_us, None)


def find_gaps(
    heard: Sequence[Heard], rhythm: Rhythm, now_us: int, quiet: Iterable[Stretch] = (), limit: Limit | None = None
) -> list[Gap]:
    """The silences that are too long, in order; the rhythm forgets their hours, except where quiet was usual."""
    calm = list(quiet)
    found = []
    for silence in silences(heard, now_us):
        end_us = now_us if silence.end_us is None else silence.end_us
        gap = _judge(silence, end_us, rhythm, limit)
        if gap is not None:
            found.append(gap)
            if not any(covers(one, silence) for one in calm):
                rhythm.unlearn(silence)
    return found


def _judge(silence: Stretch, end_us: int, rhythm: Rhythm, limit: Limit | None) -> Gap | None:
    hours, before = whole_hours(silence.start_us, end_us), silence.start_us // HOUR_US
    expected = rhythm.expected_of(silence, end_us)
    if rhythm.weak_week(hours, before) >= IMPROBABLE:
        return Gap(silence, expected, "rhythm")
    # Time that passed before the limit was set is not held against the source.
    if limit is not None and end_us - max(silence.start_us, limit.since_us) >= limit.longest_us:
        return Gap(silence, expected, "limit")
    return None


def covers(outer: Stretch, inner: Stretch) -> bool:
    """Whether one stretch lies wholly within another."""
    if outer.start_us > inner.start_us:
        return False
    return outer.end_us is None or (inner.end_us is not None and inner.end_us <= outer.end_us)


def coverage(rhythm: Rhythm, hours: range, missing: Iterable[Stretch], now_us: int) -> tuple[int, int]:
    """(what these hours would usually have brought, how much of it fell into gaps), in units of `ONE`."""
    silent: dict[int, int] = {}
    for gap in sorted(missing, key=lambda one: one.start_us):
        for hour in whole_hours(gap.start_us, now_us if gap.end_us is None else gap.end_us):
            silent.setdefault(hour, gap.start_us // HOUR_US)
    lost = total = 0
    for hour in hours:
        # In a gap the same reading as when it was found: from what was known before it began.
        usual = rhythm.usual(hour, silent.get(hour)) or 0
        total += usual
        lost += usual if hour in silent else 0
    return total, lost


def holidays_at(terms: Terms, instant_us: int) -> frozenset[date]:
    """Days on which the schedule of the promises in force is closed: of a rhythm they are no part."""
    version = terms.in_force(instant_us)
    if version is None or version.sla is None or version.sla.schedule not in version.schedules:
        return frozenset()
    days = version.schedules[version.sla.schedule].holidays
    return frozenset(date.fromordinal(day.ordinal) for day in days if not day.spans)


def whole(units: int) -> int:
    """Whole deliveries, half to even."""
    return round_half_even(units, ONE)


def round_half_even(numerator: int, denominator: int) -> int:
    """The nearest whole number of a quotient that is not negative; of two as near, the even one."""
    quotient, rest = divmod(numerator, denominator)
    return quotient + (2 * rest > denominator or (2 * rest == denominator and quotient % 2 == 1))


def merged(parts: Iterable[Heard]) -> list[Heard]:
    """Hours in order, those counted ahead and those counted since put together."""
    by_hour: dict[int, Heard] = {}
    for part in parts:
        known = by_hour.get(part.hour)
        by_hour[part.hour] = (
            part
            if known is None
            else Heard(
                part.hour,
                known.deliveries + part.deliveries,
                min(known.first_us, part.first_us),
                max(known.last_us, part.last_us),
            )
        )
    return [by_hour[hour] for hour in sorted(by_hour)]


class Stored(msgspec.Struct, frozen=True):
    """A gap that was found before and not taken back; `explained` by a person."""

    id: UUID
    stretch: Stretch
    explained: bool = False


class Changes(msgspec.Struct, frozen=True):
    """What to write so that the stored gaps are the found ones again."""

    added: list[Gap]
    moved: list[tuple[UUID, Gap]]
    """The present one: it lasts, or it ended."""
    ended: list[tuple[UUID, int]]
    """Explained ones that lasted until a delivery came."""
    gone: list[UUID]
    """What was missing came, or the rhythm says no more that anything was."""


def reconcile(stored: Sequence[Stored], found: Sequence[Gap], heard: Sequence[Heard]) -> Changes:
    """How the stored gaps become the found ones. What a person explained stays as it was explained."""
    changes = Changes([], [], [], [])
    by_start = {gap.stretch.start_us: gap for gap in found}
    explained = [one for one in stored if one.explained]
    kept: set[int] = set()
    for one in stored:
        gap = by_start.get(one.stretch.start_us)
        if one.stretch.end_us is None:
            if gap is not None:
                changes.moved.append((one.id, gap))
                kept.add(gap.stretch.start_us)
            elif one.explained:
                resumed = next((hour.first_us for hour in heard if hour.first_us > one.stretch.start_us), None)
                if resumed is not None:
                    changes.ended.append((one.id, resumed))
            else:
                changes.gone.append(one.id)
        elif gap is not None and gap.stretch == one.stretch:
            kept.add(gap.stretch.start_us)
        elif not one.explained:
            changes.gone.append(one.id)
    changes.added.extend(
        gap
        for gap in found
        if gap.stretch.start_us not in kept
        and not any(one.stretch.end_us is not None and covers(one.stretch, gap.stretch) for one in explained)
    )
    return changes
