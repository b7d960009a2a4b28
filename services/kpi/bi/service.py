"""Rows of the tables, one after the other, from a position on."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.caller import Caller
from services.common.instants import from_microseconds, now, to_microseconds
from services.common.zones import zone
from services.kpi.bi import repository
from services.kpi.bi.rules.columns import Cell, Column, ticket_columns
from services.kpi.bi.rules.rows import figure_row, ticket_cells
from services.kpi.figures.recomputing import measure_all
from services.kpi.figures.rules.figure import Figure, figures_of
from services.kpi.figures.rules.instants import NOW, Instants
from services.kpi.figures.rules.periods import Grain, Period, midnight_us
from services.kpi.figures.rules.values import Measure
from services.kpi.figures.service import ground_at, read_live
from services.kpi.kept import Kept
from services.kpi.series.rules import cut
from services.kpi.terms.repository import read_terms
from services.kpi.tickets.repository import Span
from services.kpi.tickets.service import list_tickets

BATCH = 100
"""Tickets read at a time."""
BATCH_WITHIN = 1000
"""Of those created within some days."""
KEPT_PERIODS = 20_000
"""Periods whose sums at instants are kept: some 40 MB."""
FIRST_DAY, LAST_DAY = date(1970, 1, 1), date(9998, 12, 31)
"""Between which every ticket was created."""

_kept = Kept[Mapping[Period, Mapping[str, Measure]]](KEPT_PERIODS)

Placed = tuple[tuple[str, ...], list[Cell] | None]
"""A position, where to go on after it, and its row; None: nothing to tell of what stands there."""


class Contract(msgspec.Struct, frozen=True):
    """A contract whose rows are told; `change` is 0 for rows of a past, which never change."""

    id: UUID
    title: str
    zone_name: str
    change: int


class FiguresWanted(msgspec.Struct, frozen=True):
    """Which figures: every period of the grain that holds a day of the range; as they are now, or at two instants."""

    first: date
    last: date
    grain: Grain
    indicator: str | None
    instants: Instants = NOW

    @property
    def periods(self) -> tuple[Period, ...]:
        """Every period, in order."""
        return tuple(cut(self.first, self.last, self.grain))


class TicketsWanted(msgspec.Struct, frozen=True):
    """Which tickets, as of and as known at two instants; days of creation in the zone of each contract."""

    as_of: datetime
    known_at: datetime
    created_from: date | None
    created_to: date | None


async def contracts_of(session: AsyncSession, caller: Caller, only: UUID | None) -> list[Contract]:
    """The contracts that the caller reaches, or one of them, by id."""
    return [
        Contract(row.contract_id, row.title, row.zone, row.change)
        for row in await repository.contracts_of(session, caller.organisation_id)
        if caller.reaches(row.contract_id) and only in (None, row.contract_id)
    ]


async def figures(
    session: AsyncSession, contracts: Sequence[Contract], wanted: FiguresWanted, after: Sequence[str] | None
) -> AsyncIterator[Placed]:
    """Figures by contract, period, indicator and variant; those of one contract and period are of one reading.

    At instants a contract is evaluated once for all its periods, and what it gave is kept for the pages that follow.
    """
    for contract in contracts:
        contract_text = str(contract.id)
        if after is not None and contract_text < after[0]:
            continue
        since = "" if after is None or contract_text != after[0] else after[1]
        periods = [period for period in wanted.periods if period.first.isoformat() >= since]
        if not periods:
            continue
        read = await _reader(session, contract, wanted)
        for period in periods:
            change, found = await read(period)
            for figure in sorted(found, key=lambda figure: (figure.indicator, figure.variant or "")):
                position = (contract_text, period.first.isoformat(), figure.indicator, figure.variant or "")
                if wanted.indicator in (None, figure.indicator) and (after is None or position > tuple(after)):
                    yield position, figure_row(contract_text, contract.title, change, period, figure)


async def _reader(
    session: AsyncSession, contract: Contract, wanted: FiguresWanted
) -> Callable[[Period], Awaitable[tuple[int, Sequence[Figure]]]]:
    """What reads the figures of a period, and the change number that they are told with."""
    instants, periods = wanted.instants, wanted.periods
    if instants.are_now:
        return lambda period: read_live(session, contract.id, period)
    ground = await ground_at(session, contract.id, instants)
    key = (contract.id, instants, periods)
    kept = _kept.get(key)
    measures = await measure_all(session, ground, periods, instants.known_at) if kept is None else kept
    if kept is None and instants.are_past(now()):
        _kept.put(key, measures)

    async def read(period: Period) -> tuple[int, Sequence[Figure]]:
        await asyncio.sleep(0)
        return contract.change, list(figures_of(ground, period, measures[period]))

    return read


async def columns_of_tickets(
    session: AsyncSession, contracts: Sequence[Contract], wanted: TicketsWanted
) -> tuple[Column, ...]:
    """The columns of these contracts' tickets: the same on every page of a pull, which keeps its instants."""
    schedules: set[str] = set()
    for contract in contracts:
        terms = await read_terms(session, contract.id)
        known = terms.known_at(to_microseconds(wanted.known_at))
        schedules.update(known.schedule_names(to_microseconds(wanted.as_of)))
    return ticket_columns(schedules)


async def tickets(
    session: AsyncSession,
    contracts: Sequence[Contract],
    columns: Sequence[Column],
    wanted: TicketsWanted,
    after: Sequence[str] | None,
) -> AsyncIterator[Placed]:
    """Tickets by contract, ticket and source, all as of and as known at the same instants."""
    for contract in contracts:
        contract_text = str(contract.id)
        if after is not None and contract_text < after[0]:
            continue
        position = (after[1], after[2]) if after is not None and contract_text == after[0] else None
        beside: dict[str, Cell] = {
            "contract_id": contract_text, "contract_title": contract.title, "watermark": contract.change,
        }  # fmt: skip
        within = _span(wanted, contract.zone_name)
        batch = BATCH if within is None else BATCH_WITHIN
        while True:
            rows, position = await list_tickets(
                session, contract.id, None, wanted.as_of, wanted.known_at, position, batch, within
            )
            for row in rows:
                told = _created_within(row["created_at"], contract.zone_name, wanted)
                place = (contract_text, str(row["ticket_id"]), str(row["source_id"]))
                yield place, ticket_cells(columns, beside, row) if told else None
            if position is None:
                break


def _span(wanted: TicketsWanted, zone_name: str) -> Span | None:
    """From the first instant of the first day to the one after the last day, in the contract's zone."""
    if wanted.created_from is None and wanted.created_to is None:
        return None
    where = zone(zone_name)
    first, last = wanted.created_from or FIRST_DAY, wanted.created_to or LAST_DAY
    first, last = max(first, FIRST_DAY), min(last, LAST_DAY)
    return (
        from_microseconds(midnight_us(first, where)),
        from_microseconds(midnight_us(last + timedelta(days=1), where)),
    )


def _created_within(created_at: str | None, zone_name: str, wanted: TicketsWanted) -> bool:
    if wanted.created_from is None and wanted.created_to is None:
        return True
    if created_at is None:
        return False
    day = datetime.fromisoformat(created_at).astimezone(zone(zone_name)).date()
    return (wanted.created_from or date.min) <= day <= (wanted.created_to or date.max)
