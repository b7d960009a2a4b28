"""All queries on the sums of a contract: whether they are those of its tickets' shares, and making them anew."""

from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from services.kpi.contacts.repository import hold
from services.kpi.figures.rules.indicators import DURATIONS
from services.kpi.folding.sums import RANKS, SUMS

_CELLS = text(
    f"SELECT '' AS dimension, indicator, day, '' AS value, {SUMS}, median_seconds, p90_seconds FROM rollup_day"
    f" WHERE contract_id = :contract AND ({SUMS}) <> (0, 0, 0, 0)"
    f" UNION ALL SELECT dimension, indicator, day, value, {SUMS}, NULL, NULL FROM rollup_dimension_day"
    "  WHERE contract_id = :contract"
)
_ADDED = (
    "sum(denominator)::bigint AS denominator, sum(numerator)::bigint AS numerator,"
    " sum(total_seconds)::bigint AS total_seconds, sum(pending)::bigint AS pending"
)
_DAYS = (
    f"SELECT contract_id, indicator, day, {_ADDED},"
    f" CASE WHEN indicator = ANY(:durations) THEN {RANKS} END AS ranks"
    " FROM ticket_share WHERE contract_id = :contract GROUP BY contract_id, indicator, day"
)
_MONTHS = (
    f"SELECT contract_id, indicator, date_trunc('month', day)::date AS month, {_ADDED}"
    " FROM ticket_share WHERE contract_id = :contract GROUP BY 1, 2, 3"
)
_OF_VALUES = (
    f"SELECT contract_id, dimension, indicator, day, value, {_ADDED}"
    " FROM ticket_dimension JOIN ticket_share USING (contract_id, source_id, ticket_id)"
    " WHERE contract_id = :contract GROUP BY 1, 2, 3, 4, 5"
)
_NOT_NOTHING = f"({SUMS}) <> (0, 0, 0, 0)"
# One statement, one snapshot: shares, days and months are always written together, so any difference is a fault.
_DIFFERING = text(
    f"SELECT (SELECT count(*) FROM (SELECT * FROM ({_DAYS}) d WHERE {_NOT_NOTHING}) t FULL JOIN"
    f"  (SELECT * FROM rollup_day WHERE contract_id = :contract AND {_NOT_NOTHING}) r"
    "  USING (contract_id, indicator, day)"
    "  WHERE (t.denominator, t.numerator, t.total_seconds, t.pending, t.ranks[1], t.ranks[2])"
    "   IS DISTINCT FROM (r.denominator, r.numerator, r.total_seconds, r.pending, r.median_seconds, r.p90_seconds))"
    f" + (SELECT count(*) FROM (SELECT * FROM ({_MONTHS}) m WHERE {_NOT_NOTHING}) t FULL JOIN"
    f"  (SELECT * FROM rollup_month WHERE contract_id = :contract AND {_NOT_NOTHING}) r"
    "  USING (contract_id, indicator, month)"
    "  WHERE (t.denominator, t.numerator, t.total_seconds, t.pending)"
    "   IS DISTINCT FROM (r.denominator, r.numerator, r.total_seconds, r.pending))"
    f" + (SELECT count(*) FROM (SELECT * FROM ({_OF_VALUES}) v WHERE {_NOT_NOTHING}) t FULL JOIN"
    "  (SELECT * FROM rollup_dimension_day WHERE contract_id = :contract) r"
    "  USING (contract_id, dimension, indicator, day, value)"
    "  WHERE (t.denominator, t.numerator, t.total_seconds, t.pending)"
    "   IS DISTINCT FROM (r.denominator, r.numerator, r.total_seconds, r.pending))"
)
_LOCK_STATES = text(
    "SELECT count(*) FROM (SELECT source_id, ticket_id FROM ticket_state WHERE contract_id = :contract"
    " ORDER BY source_id, ticket_id FOR UPDATE) AS locked"
)
_REFILL = (
    text("DELETE FROM rollup_day WHERE contract_id = :contract"),
    text("DELETE FROM rollup_month WHERE contract_id = :contract"),
    text("DELETE FROM rollup_dimension_day WHERE contract_id = :contract"),
    text(
        f"INSERT INTO rollup_day (contract_id, indicator, day, {SUMS}, median_seconds, p90_seconds)"
        f" SELECT contract_id, indicator, day, {SUMS}, ranks[1], ranks[2] FROM ({_DAYS}) d"
    ),
    text(f"INSERT INTO rollup_month (contract_id, indicator, month, {SUMS}) {_MONTHS}"),
    text(
        f"INSERT INTO rollup_dimension_day (contract_id, dimension, indicator, day, value, {SUMS})"
        f" SELECT * FROM ({_OF_VALUES}) v WHERE {_NOT_NOTHING}"
    ),
)


async def cells(session: AsyncSession, contract_id: UUID) -> set[tuple[Any, ...]]:
    """Every day of an indicator, and of each value of a dimension, with its sums."""
    return {tuple(row) for row in await session.execute(_CELLS, {"contract": contract_id})}


async def differing_days(session: AsyncSession, contract_id: UUID) -> int:
    """Days and months whose rollup is not the sum of the tickets' shares, and days of values of dimensions."""
    return int(await session.scalar(_DIFFERING, _of(contract_id)) or 0)


async def hold_contract(session: AsyncSession, contract_id: UUID) -> None:
    """Let nobody else fold the contract until the end of the transaction."""
    await session.execute(_LOCK_STATES, {"contract": contract_id})
    # Folds of neighbours write shares of tickets whose states they do not lock.
    await hold(session, contract_id)


async def refill_days(session: AsyncSession, contract_id: UUID) -> None:
    """Make days and months anew from the shares of tickets, whose folding waits meanwhile."""
    await hold_contract(session, contract_id)
    for statement in _REFILL:
        await session.execute(statement, _of(contract_id))


def _of(contract_id: UUID) -> dict[str, Any]:
    return {"contract": contract_id, "durations": list(DURATIONS)}
