"""All queries of the fold on sums: days and months, their percentiles, and rebuilding them from the shares."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from services.kpi.folding.rules import Sums

CellSums = tuple[UUID, str, date, int, int, int, int]
"""(contract, indicator, day or month, denominator, numerator, total, pending)."""

SUMS = "denominator, numerator, total_seconds, pending"
_ADDITIONS = (
    " SELECT * FROM unnest(CAST(:contracts AS uuid[]), CAST(:indicators AS text[]), CAST(:days AS date[]),"
    "  CAST(:denominators AS bigint[]), CAST(:numerators AS bigint[]), CAST(:totals AS bigint[]),"
    "  CAST(:pendings AS bigint[]))"
    " ON CONFLICT (contract_id, indicator, {day}) DO UPDATE SET"
    "  denominator = {table}.denominator + excluded.denominator,"
    "  numerator = {table}.numerator + excluded.numerator,"
    "  total_seconds = {table}.total_seconds + excluded.total_seconds,"
    "  pending = {table}.pending + excluded.pending"
)
_ADD_DAYS = text(
    f"INSERT INTO rollup_day (contract_id, indicator, day, {SUMS})" + _ADDITIONS.format(table="rollup_day", day="day")
)
_ADD_MONTHS = text(
    f"INSERT INTO rollup_month (contract_id, indicator, month, {SUMS})"
    + _ADDITIONS.format(table="rollup_month", day="month")
)
RANKS = "percentile_disc(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY total_seconds)"
"""Median and P90 by nearest rank: a value that occurred, never between two."""
# The sums of these cells are locked by now: whoever wrote shares of them before us is done, and is seen.
_RANK_DAYS = text(
    "UPDATE rollup_day r SET median_seconds = p.ranks[1], p90_seconds = p.ranks[2]"
    f" FROM (SELECT c.contract_id, c.indicator, c.day, (SELECT {RANKS} FROM ticket_share s"
    "   WHERE (s.contract_id, s.indicator, s.day) = (c.contract_id, c.indicator, c.day)) AS ranks"
    "  FROM unnest(CAST(:contracts AS uuid[]), CAST(:indicators AS text[]), CAST(:days AS date[]))"
    "   AS c (contract_id, indicator, day)) p"
    " WHERE (r.contract_id, r.indicator, r.day) = (p.contract_id, p.indicator, p.day)"
)


async def add(session: AsyncSession, cells: Sequence[CellSums]) -> None:
    """Add signed differences to the days and to their months, in key order."""
    if not cells:
        return
    await session.execute(_ADD_DAYS, _columns(sorted(cells, key=lambda cell: cell[:3])))
    months: dict[tuple[UUID, str, date], Sums] = defaultdict(lambda: (0, 0, 0, 0))
    for contract, indicator, day, a, b, c, d in cells:
        month = (contract, indicator, day.replace(day=1))
        held = months[month]
        months[month] = (held[0] + a, held[1] + b, held[2] + c, held[3] + d)
    of_months: list[CellSums] = [(*key, *held) for key, held in sorted(months.items())]
    await session.execute(_ADD_MONTHS, _columns(of_months))


async def rank(session: AsyncSession, cells: Sequence[tuple[UUID, str, date]]) -> None:
    """Median and P90 of these days anew, from the shares."""
    if cells:
        contracts, indicators, days = (list(column) for column in zip(*cells, strict=True))
        await session.execute(_RANK_DAYS, {"contracts": contracts, "indicators": indicators, "days": days})


def _columns(cells: Sequence[CellSums]) -> dict[str, list[object]]:
    names = ("contracts", "indicators", "days", "denominators", "numerators", "totals", "pendings")
    return dict(zip(names, map(list, zip(*cells, strict=True)), strict=True))
