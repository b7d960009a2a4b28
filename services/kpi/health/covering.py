"""Coverage: how much of a period was heard of each source, as it is now or as it was at instants."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from fractions import Fraction
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.instants import from_microseconds, to_microseconds
from services.common.zones import zone
from services.kpi.calendars.instants import HOUR_US
from services.kpi.figures import recomputing
from services.kpi.figures.rules.instants import NOW, Instants
from services.kpi.figures.rules.periods import Period, begin_us, end_us
from services.kpi.figures.rules.values import rounded
from services.kpi.figures.service import read_ground
from services.kpi.health import repository
from services.kpi.health.rules import Rhythm, coverage, holidays_at, whole, whole_hours
from services.kpi.health.schemas import CoverageOut, GapOut, ReceivedCounts, SourceCoverage
from services.kpi.health.service import LEARNT_FROM, read_heard, show, stretch_of
from services.kpi.recording import settle
from services.kpi.terms.repository import read_terms, zone_of


class Look(msgspec.Struct, frozen=True):
    """What is asked of every source."""

    contract_id: UUID
    period: Period
    zone: ZoneInfo
    holidays: frozenset[date]
    start: datetime
    until: datetime
    at: datetime
    """As of when it is looked: of hours after `known_at` nothing was known."""
    instants: Instants

    @property
    def span_us(self) -> tuple[int, int]:
        """The part of the period that is told of."""
        return to_microseconds(self.start), to_microseconds(self.until)


class Measured(msgspec.Struct, frozen=True):
    """What was to come from a source, what of it was missing (units of `rules.ONE`), and the gaps."""

    expected: int
    missing: int
    gaps: list[GapOut]


async def read_coverage(
    session: AsyncSession, contract_id: UUID, period: Period, at: datetime, instants: Instants = NOW
) -> CoverageOut:
    """How much of a period was heard, up to the last whole hour: per source, and of all together.

    `at`: the present. At instants, tickets are counted by evaluating every ticket of the contract once.
    Raises: Unavailable.
    """
    if instants.known_at is not None:
        await settle(session, instants.known_at)
    looked_at = min(at, instants.as_of or at, instants.known_at or at)
    look = await _look(session, contract_id, period, looked_at, instants)
    heard_of = None if instants.are_now else await _tickets(session, look)
    sources = []
    all_expected = all_missing = 0
    for source in await repository.sources_of(session, contract_id, instants.known_at):
        own = await _measure(session, source, look)
        all_expected, all_missing = all_expected + own.expected, all_missing + own.missing
        counted = await _counted(session, source, look) if heard_of is None else heard_of.of(source.id)
        sources.append(await _told(session, source, look, own, counted))
        # Live deliveries and other requests go first.
        await asyncio.sleep(0)
    return CoverageOut(
        contract_id=str(contract_id),
        period=period.text,
        first=look.start,
        until=look.until,
        coverage=_share(all_expected, all_missing),
        expected=whole(all_expected),
        missing=whole(all_missing),
        sources=sources,
    )


async def _look(session: AsyncSession, contract_id: UUID, period: Period, at: datetime, instants: Instants) -> Look:
    tz = zone(await zone_of(session, contract_id) or "UTC")
    at_us, start_us = to_microseconds(at), begin_us(period, tz)
    until_us = max(start_us, min(end_us(period, tz), at_us // HOUR_US * HOUR_US))
    terms = await read_terms(session, contract_id)
    if instants.known_at is not None:
        terms = terms.known_at(to_microseconds(instants.known_at))
    bounds = from_microseconds(start_us), from_microseconds(until_us)
    return Look(contract_id, period, tz, holidays_at(terms, at_us), *bounds, at, instants)


async def _measure(session: AsyncSession, source: Row[Any], look: Look) -> Measured:
    of, known_at = (session, source.contract_id, source.id), look.instants.known_at
    first = await repository.first_heard(*of, known_at)
    if first is None or first >= look.until:
        return Measured(0, 0, [])
    within = await repository.standing(*of, look.start, look.until, look.instants)
    # What a silence that lasts would have brought is learnt from before it began.
    begin = min([look.start, *(row.starts_at for row in within if row.ends_at is None)]) - LEARNT_FROM
    heard = await read_heard(*of, begin, look.until, known_at)
    standing = await repository.standing(*of, begin, look.until, look.instants)
    rhythm = Rhythm(
        {one.hour: one.deliveries for one in heard},
        look.zone,
        to_microseconds(first),
        look.holidays,
        (stretch_of(row) for row in standing if row.explanation != "quiet"),
    )
    missing = [stretch_of(row) for row in within if row.explanation is None]
    found = coverage(rhythm, whole_hours(*look.span_us), missing, look.span_us[1])
    return Measured(*found, [_gap(row, rhythm, look) for row in within])


def _gap(row: Row[Any], rhythm: Rhythm, look: Look) -> GapOut:
    gap = show(row)
    if row.ends_at is not None or look.instants.are_now:
        return gap
    # What is kept of it grew since: of the instants, it is what the rhythm says up to them.
    expected = rhythm.expected_of(stretch_of(row), to_microseconds(look.at))
    return gap.model_copy(update={"expected": whole(expected)})


class _Tickets:
    """Tickets first heard of in a period, by source."""

    def __init__(self) -> None:
        self.all = Counter[str]()
        self.known = Counter[str]()

    def of(self, source_id: str) -> tuple[int, int]:
        """(all, those whose creation has come)."""
        return self.all[source_id], self.known[source_id]


async def _tickets(session: AsyncSession, look: Look) -> _Tickets:
    known_at, period = look.instants.known_at, look.period
    ground = await read_ground(session, look.contract_id, to_microseconds(look.at), known_at)
    found = _Tickets()
    async for ticket in recomputing.evaluate_all(session, ground, known_at):
        for share in ticket.shares:
            if share.indicator == "data_completeness" and period.first <= share.day <= period.last:
                found.all[ticket.source_id] += 1
                found.known[ticket.source_id] += share.numerator
    return found


async def _counted(session: AsyncSession, source: Row[Any], look: Look) -> tuple[int, int]:
    days = {"first": look.period.first, "last": look.period.last}
    row = await repository.tickets(session, look.contract_id, source.id, days)
    return row.tickets, row.known


async def _told(
    session: AsyncSession, source: Row[Any], look: Look, own: Measured, counted: Sequence[int]
) -> SourceCoverage:
    of, known_at = (session, source.contract_id, source.id), look.instants.known_at
    sums = await repository.sums(*of, look.start, look.until, known_at)
    quarantined = None if known_at is not None else await repository.quarantined(*of, look.start, look.until)
    tickets, known = counted
    return SourceCoverage(
        source_id=source.id,
        contract_id=str(source.contract_id),
        name=source.name,
        system=source.system,
        coverage=_share(own.expected, own.missing),
        expected=whole(own.expected),
        missing=whole(own.missing),
        deliveries=ReceivedCounts.model_validate(sums, from_attributes=True),
        skewed=sums.skewed,
        replayed=sums.replayed,
        quarantined=quarantined,
        tickets=tickets,
        orphans=tickets - known,
        gaps=own.gaps,
    )


def _share(expected: int, missing: int) -> str | None:
    return str(rounded(1 - Fraction(missing, expected), "ratio")) if expected else None
