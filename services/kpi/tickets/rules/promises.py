"""The two promised delays of a ticket: kept, broken, when due, and when time alone will break them (D9)."""

from collections.abc import Iterable, Iterator

import msgspec

from services.kpi.calendars.instants import SECOND_US
from services.kpi.terms.delays import USUAL_CLOCKS, Clocks, Owner, Sla
from services.kpi.terms.rules import Terms
from services.kpi.tickets.rules.events import DONE
from services.kpi.tickets.rules.timeline import Interval, Life


class Promise(msgspec.Struct, frozen=True):
    """`breached` is None without a target; `due_us` is set once decided; `changes_us` is when time will break it."""

    breached: bool | None = None
    due_us: int | None = None
    changes_us: int | None = None


NO_PROMISE = Promise()


class _Clock:
    """What ran of a promise's clock, stretch by stretch."""

    def __init__(self, terms: Terms, schedule: str | None, target_s: int, start_us: int) -> None:
        self._terms, self._schedule = terms, schedule
        self._target_us = target_s * SECOND_US
        self._last: tuple[int, int] = (start_us, 0)
        self.spent_us = 0

    def run(self, intervals: Iterable[Interval]) -> None:
        """Let it run; intervals in order."""
        spent_us, elapsed, schedule = self.spent_us, self._terms.elapsed, self._schedule
        for start_us, end_us in intervals:
            if spent_us < self._target_us:
                self._last = (start_us, spent_us)
            spent_us += elapsed(schedule, start_us, end_us)
        self.spent_us = spent_us

    @property
    def breached(self) -> bool:
        """Elapsed is compared in whole seconds, so the promise breaks one second after it was due."""
        return self.spent_us >= self._target_us + SECOND_US

    @property
    def due_us(self) -> int | None:
        """When the target is used up; if it is not yet, as if the clock ran on."""
        start_us, before_us = self._last
        return self._terms.advance(self._schedule, start_us, self._target_us - before_us)

    def is_used_up(self) -> bool:
        """Whether the target is."""
        return self.spent_us >= self._target_us

    def breaks_us(self, as_of_us: int) -> int | None:
        """When it breaks if it runs on from that instant."""
        return self._terms.advance(self._schedule, as_of_us, self._target_us + SECOND_US - self.spent_us)


def first_response_promise(
    sla: Sla | None,
    clocks: Clocks,
    terms: Terms,
    life: Life,
    created_us: int,
    answered_us: int | None,
    by_agent: bool,
    as_of_us: int,
) -> Promise:
    """The first response: its clock runs in the schedule of the promise until the answer, or until now."""
    if sla is None or sla.first_response_target_s is None or by_agent:
        return NO_PROMISE
    clock = _Clock(terms, sla.schedule, sla.first_response_target_s, created_us)
    stops = clocks.first_response_stops
    until_us = as_of_us if answered_us is None else answered_us
    clock.run(_without(created_us, until_us, _stretches(life, clocks, stops)) if stops else [(created_us, until_us)])
    if answered_us is not None:
        return Promise(clock.breached, clock.due_us)
    if clock.breached:
        return Promise(True, clock.due_us)
    if stops and _owner_now(life, clocks) in stops:
        return Promise(False)
    return Promise(False, None, clock.breaks_us(as_of_us))


def resolution_promise(
    sla: Sla | None,
    clocks: Clocks,
    terms: Terms,
    life: Life,
    created_us: int,
    contractual_us: int | None,
    as_of_us: int,
) -> Promise:
    """The resolution: its clock is the unsolved time that nobody else's turn stops (D9: the requester's wait), in the
    schedule, until the contractual solve or until now.
    """
    if sla is None or sla.resolution_target_s is None:
        return NO_PROMISE
    clock = _Clock(terms, sla.counts_resolution_in, sla.resolution_target_s, created_us)
    stops = clocks.resolution_stops
    running = life.waits if clocks is USUAL_CLOCKS else _running(life, clocks, stops)
    clock.run(running if contractual_us is None else [one for one in running if one[0] < contractual_us])
    due_us = clock.due_us if clock.is_used_up() else None
    if contractual_us is not None:
        return Promise(clock.breached, due_us)
    if clock.breached:
        return Promise(True, due_us)
    if life.status in DONE or _owner_now(life, clocks) in stops:
        return Promise(False)
    return Promise(False, None, clock.breaks_us(as_of_us))


def time_of(life: Life, clocks: Clocks, owners: frozenset[Owner], until_us: int) -> int:
    """Calendar microseconds before an instant that are some parties' time."""
    return sum(
        min(end_us, until_us) - start_us for start_us, end_us in _stretches(life, clocks, owners) if start_us < until_us
    )


def _owner_now(life: Life, clocks: Clocks) -> Owner | None:
    return None if life.status in DONE else clocks.owner(life.status, life.hold_reason)


def _stretches(life: Life, clocks: Clocks, owners: frozenset[Owner]) -> Iterator[Interval]:
    for start_us, end_us, status, reason in life.stretches:
        if clocks.owner(status, reason) in owners:
            yield start_us, end_us


def _running(life: Life, clocks: Clocks, stops: frozenset[Owner]) -> list[Interval]:
    """The unsolved time that does not stop the clock; what meets is one stretch."""
    running: list[Interval] = []
    for start_us, end_us, status, reason in life.stretches:
        if clocks.owner(status, reason) in stops:
            continue
        if running and running[-1][1] == start_us:
            start_us = running.pop()[0]
        running.append((start_us, end_us))
    return running


def _without(start_us: int, end_us: int, stopped: Iterable[Interval]) -> Iterator[Interval]:
    for from_us, until_us in stopped:
        if from_us >= end_us:
            break
        if from_us > start_us:
            yield start_us, from_us
        start_us = max(start_us, until_us)
    if start_us < end_us:
        yield start_us, end_us
