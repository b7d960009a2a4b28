"""All queries of the fold on dimensions: the values of tickets, and the sums of each value by day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from services.kpi.dimensions.rules import Cut, Cuts
from services.kpi.folding.rules import NO_SUMS, Contribution, Sums, apply, delta

TicketKey = tuple[UUID, str, str]
"""(contract, source, ticket)."""
CutCell = tuple[str, str, date, str]
"""(dimension, indicator, day, value), the order of the key."""

_HELD = text(
    "SELECT d.contract_id, d.source_id, d.ticket_id, d.dimension, d.value"
    " FROM unnest(CAST(:contracts AS uuid[]), CAST(:sources AS text[]), CAST(:tickets AS text[]))"
    "  AS wanted (contract_id, source_id, ticket_id) JOIN ticket_dimension d USING (contract_id, source_id, ticket_id)"
)
_ROWS = (
    "unnest(CAST(:sources AS text[]), CAST(:tickets AS text[]), CAST(:dimensions AS text[]), CAST(:values AS text[]))"
)
_REMOVE = text(
    f"DELETE FROM ticket_dimension d USING {_ROWS} AS g (source_id, ticket_id, dimension, value)"
    " WHERE d.contract_id = :contract"
    " AND (d.source_id, d.ticket_id, d.dimension, d.value) = (g.source_id, g.ticket_id, g.dimension, g.value)"
)
_PUT = text(
    "INSERT INTO ticket_dimension (contract_id, source_id, ticket_id, dimension, value)"
    f" SELECT CAST(:contract AS uuid), * FROM {_ROWS}"
)
_ADD = text(
    "INSERT INTO rollup_dimension_day AS r (contract_id, dimension, indicator, day, value,"
    "  denominator, numerator, total_seconds, pending)"
    " SELECT CAST(:contract AS uuid), * FROM unnest(CAST(:dimensions AS text[]), CAST(:indicators AS text[]),"
    "  CAST(:days AS date[]), CAST(:values AS text[]), CAST(:denominators AS bigint[]), CAST(:numerators AS bigint[]),"
    "  CAST(:totals AS bigint[]), CAST(:pendings AS bigint[]))"
    " ON CONFLICT (contract_id, dimension, indicator, day, value) DO UPDATE SET"
    "  denominator = r.denominator + excluded.denominator, numerator = r.numerator + excluded.numerator,"
    "  total_seconds = r.total_seconds + excluded.total_seconds, pending = r.pending + excluded.pending"
)
# Of a value that no ticket has any more nothing stays. The rows are locked by now.
_FORGET_EMPTY = text(
    "DELETE FROM rollup_dimension_day r USING unnest(CAST(:dimensions AS text[]), CAST(:indicators AS text[]),"
    "  CAST(:days AS date[]), CAST(:values AS text[])) AS c (dimension, indicator, day, value)"
    " WHERE r.contract_id = :contract"
    " AND (r.dimension, r.indicator, r.day, r.value) = (c.dimension, c.indicator, c.day, c.value)"
    " AND (r.denominator, r.numerator, r.total_seconds, r.pending) = (0, 0, 0, 0)"
)


async def held_cuts(session: AsyncSession, keys: Iterable[TicketKey]) -> dict[TicketKey, Cuts]:
    """The values that tickets have so far; a ticket without any is left out."""
    contracts, sources, tickets = (list(column) for column in zip(*keys, strict=True))
    values = {"contracts": contracts, "sources": sources, "tickets": tickets}
    found: dict[TicketKey, list[Cut]] = defaultdict(list)
    for contract, source, ticket, dimension, value in await session.execute(_HELD, values):
        found[contract, source, ticket].append((dimension, value))
    return {key: tuple(sorted(cuts)) for key, cuts in found.items()}


async def replace_cuts(
    session: AsyncSession, contract_id: UUID, old: Mapping[TicketKey, Cuts], new: Mapping[TicketKey, Cuts]
) -> None:
    """Put the new values of a contract's tickets in the place of the old ones; only what differs is written."""
    gone, put = _differing(old, new), _differing(new, old)
    for statement, rows in ((_REMOVE, gone), (_PUT, put)):
        if rows:
            names = ("sources", "tickets", "dimensions", "values")
            columns = dict(zip(names, map(list, zip(*rows, strict=True)), strict=True))
            await session.execute(statement, {"contract": contract_id, **columns})


def cut_delta(
    old: Sequence[Contribution], old_cuts: Cuts, new: Sequence[Contribution], new_cuts: Cuts
) -> dict[CutCell, Sums]:
    """What to add to the sums of values so that the new shares, in the new values, replace the old in the old ones."""
    moved: dict[CutCell, Sums] = {}
    if not old_cuts and not new_cuts:
        return moved
    if old_cuts == new_cuts:
        difference = delta(old, new)
        return {(name, *cell, value): sums for name, value in new_cuts for cell, sums in difference.items()}
    for cuts, difference in ((old_cuts, delta(old, ())), (new_cuts, delta((), new))):
        cells: dict[CutCell, Sums] = {
            (name, *cell, value): sums for name, value in cuts for cell, sums in difference.items()
        }
        apply(moved, cells)
    return moved


async def add(session: AsyncSession, contract_id: UUID, cells: Mapping[CutCell, Sums]) -> None:
    """Add signed differences to the days of values, in key order."""
    ordered = [(*cell, *sums) for cell, sums in sorted(cells.items()) if sums != NO_SUMS]
    if not ordered:
        return
    names = ("dimensions", "indicators", "days", "values", "denominators", "numerators", "totals", "pendings")
    columns = dict(zip(names, map(list, zip(*ordered, strict=True)), strict=True))
    await session.execute(_ADD, {"contract": contract_id, **columns})
    places = {name: columns[name] for name in names[:4]}
    await session.execute(_FORGET_EMPTY, {"contract": contract_id, **places})


def _differing(one: Mapping[TicketKey, Cuts], other: Mapping[TicketKey, Cuts]) -> list[tuple[str, str, str, str]]:
    """What one has and the other has not."""
    return [
        (source, ticket, name, value)
        for (_, source, ticket), cuts in sorted(one.items())
        for name, value in cuts
        if (name, value) not in other.get((_, source, ticket), ())
    ]
