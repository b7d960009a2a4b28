"""Rows of the tables, one after the other, from a position on."""

from collections.abc import AsyncIterator, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.caller import Caller
from services.common.instants import from_microseconds, to_microseconds
from services.common.zones import zone
from services.kpi.bi import repository
from services.kpi.bi.rules.columns import Cell, Column, ticket_columns
from services.kpi.bi.rules.rows import figure_row, ticket_cells
from services.kpi.figures.rules.periods import Grain, midnight_us
from services.kpi.figures.service import read_live
from services.kpi.series.rules import cut
from services.kpi.terms.repository import read_terms
from services.kpi.tickets.repository import Span
from services.kpi.tickets.service import list_tickets

BATCH = 100
"""Tickets read at a time."""
BATCH_WITHIN = 1000
"""Of those created within some days."""
FIRST_DAY, LAST_DAY = date(1970, 1, 1), date(9998, 12, 31)
"""Between which every ticket was created."""

Placed = tuple[tuple[str, ...], list[Cell] | None]
"""A position, where to go on after it, and its row; None: nothing to tell of what stands there."""


class Contract(msgspec.Struct, frozen=True):
    """A contract whose rows are told."""

    id: UUID
    title: str
    zone_name: str
    change: int


class FiguresWanted(msgspec.Struct, frozen=True):
    """Which figures: every period of the grain that holds a day of the range."""

    first: date
    last: date
    grain: Grain
    indicator: str | None


class TicketsWanted(msgspec.Struct, frozen=True):
    """Which tickets, as of and as known at one instant; days of creation in the zone of each contract."""

    at: datetime
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
    """Figures by contract, period, indicator and variant; those of one contract and period are of one reading."""
    for contract in contracts:
        contract_text = str(contract.id)
        if after is not None and contract_text < after[0]:
            continue
        for period in cut(wanted.first, wanted.last, wanted.grain):
            if after is not None and (contract_text, period.first.isoformat()) < (after[0], after[1]):
                continue
            change, found = await read_live(session, contract.id, period)
            for figure in sorted(found, key=lambda figure: (figure.indicator, figure.variant or "")):
                position = (contract_text, period.first.isoformat(), figure.indicator, figure.variant or "")
                if wanted.indicator in (None, figure.indicator) and (after is None or position > tuple(after)):
                    yield position, figure_row(contract_text, contract.title, change, period, figure)


async def columns_of_tickets(
    session: AsyncSession, contracts: Sequence[Contract], wanted: TicketsWanted
) -> tuple[Column, ...]:
    """The columns of these contracts' tickets: the same on every page of a pull, which keeps its instant."""
    schedules: set[str] = set()
    for contract in contracts:
        terms = await read_terms(session, contract.id)
        at_us = to_microseconds(wanted.at)
        schedules.update(terms.known_at(at_us).schedule_names(at_us))
    return ticket_columns(schedules)


async def tickets(
    session: AsyncSession,
    contracts: Sequence[Contract],
    columns: Sequence[Column],
    wanted: TicketsWanted,
    after: Sequence[str] | None,
) -> AsyncIterator[Placed]:
    """Tickets by contract, ticket and source, all as of and as known at the same instant."""
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
                session, contract.id, None, wanted.at, wanted.at, position, batch, within
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
