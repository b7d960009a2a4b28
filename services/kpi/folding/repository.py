"""All queries of the fold: marks, states of tickets, day rollups."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

StateKey = tuple[UUID, str, str]
"""(contract, source, ticket)."""

_TAKE_MARKS = text(
    "DELETE FROM ticket_mark WHERE id IN (SELECT id FROM ticket_mark ORDER BY id LIMIT :limit FOR UPDATE SKIP LOCKED)"
    " RETURNING contract_id, source_id, ticket_id"
)
_DUE = text(
    "SELECT contract_id, source_id, ticket_id FROM ticket_state WHERE next_change_at <= :now"
    " ORDER BY next_change_at LIMIT :limit FOR UPDATE SKIP LOCKED"
)
_ENSURE = text(
    "INSERT INTO ticket_state (contract_id, source_id, ticket_id)"
    " SELECT * FROM unnest(CAST(:contracts AS uuid[]), CAST(:sources AS text[]), CAST(:tickets AS text[]))"
    " ON CONFLICT DO NOTHING"
)
_LOCK = text(
    "SELECT s.contract_id, s.source_id, s.ticket_id, s.contributions::text AS contributions"
    " FROM unnest(CAST(:contracts AS uuid[]), CAST(:sources AS text[]), CAST(:tickets AS text[]))"
    "  AS wanted (contract_id, source_id, ticket_id)"
    " JOIN ticket_state s USING (contract_id, source_id, ticket_id)"
    " ORDER BY s.contract_id, s.source_id, s.ticket_id FOR UPDATE OF s"
)
_KEEP = text(
    "UPDATE ticket_state s SET contributions = k.contributions::jsonb, evaluated_at = :now,"
    " next_change_at = k.next_change_at"
    " FROM unnest(CAST(:contracts AS uuid[]), CAST(:sources AS text[]), CAST(:tickets AS text[]),"
    "  CAST(:contributions AS text[]), CAST(:next_changes AS timestamptz[]))"
    "  AS k (contract_id, source_id, ticket_id, contributions, next_change_at)"
    " WHERE (s.contract_id, s.source_id, s.ticket_id) = (k.contract_id, k.source_id, k.ticket_id)"
)
_ADD = text(
    "INSERT INTO rollup_day (contract_id, indicator, day, denominator, numerator, total_seconds, pending)"
    " SELECT * FROM unnest(CAST(:contracts AS uuid[]), CAST(:indicators AS text[]), CAST(:days AS date[]),"
    "  CAST(:denominators AS bigint[]), CAST(:numerators AS bigint[]), CAST(:totals AS bigint[]),"
    "  CAST(:pendings AS bigint[]))"
    " ON CONFLICT (contract_id, indicator, day) DO UPDATE SET"
    "  denominator = rollup_day.denominator + excluded.denominator,"
    "  numerator = rollup_day.numerator + excluded.numerator,"
    "  total_seconds = rollup_day.total_seconds + excluded.total_seconds,"
    "  pending = rollup_day.pending + excluded.pending"
)
_MARK_CONTRACT = text(
    "INSERT INTO ticket_mark (contract_id, source_id, ticket_id)"
    " SELECT contract_id, source_id, ticket_id FROM ticket_state WHERE contract_id = :contract"
)
_WAITING = text(
    "SELECT (SELECT count(*) FROM ticket_mark) + (SELECT count(*) FROM ticket_state WHERE next_change_at <= :now)"
)


async def take_marks(session: AsyncSession, limit: int) -> set[StateKey]:
    """Tickets that got events, their marks taken; what another worker holds is left to it."""
    rows = await session.execute(_TAKE_MARKS, {"limit": limit})
    return {(row.contract_id, row.source_id, row.ticket_id) for row in rows}


async def due(session: AsyncSession, now: datetime, limit: int) -> set[StateKey]:
    """Tickets whose contribution changes by now without any event."""
    rows = await session.execute(_DUE, {"now": now, "limit": limit})
    return {(row.contract_id, row.source_id, row.ticket_id) for row in rows}


async def lock_states(session: AsyncSession, keys: Sequence[StateKey]) -> Sequence[Row[Any]]:
    """The state of each ticket (made when new), locked in key order, with what it contributes so far."""
    values = _columns(keys)
    await session.execute(_ENSURE, values)
    return (await session.execute(_LOCK, values)).all()


async def keep_states(
    session: AsyncSession, keys: Sequence[StateKey], contributions: list[str], next_changes: list[datetime | None],
    now: datetime,
) -> None:  # fmt: skip
    """What each ticket contributes from now on, and when to look again."""
    values = _columns(keys) | {"contributions": contributions, "next_changes": next_changes, "now": now}
    await session.execute(_KEEP, values)


async def add_to_rollup(session: AsyncSession, cells: Sequence[tuple[UUID, str, date, int, int, int, int]]) -> None:
    """Add signed differences (denominator, numerator, total, pending) to the days, in key order."""
    if not cells:
        return
    names = ("contracts", "indicators", "days", "denominators", "numerators", "totals", "pendings")
    ordered = sorted(cells, key=lambda cell: cell[:3])
    await session.execute(_ADD, dict(zip(names, map(list, zip(*ordered, strict=True)), strict=True)))


async def mark_contract(session: AsyncSession, contract_id: UUID) -> None:
    """Fold every ticket of a contract again: its terms or its zone changed."""
    await session.execute(_MARK_CONTRACT, {"contract": contract_id})


async def waiting(session: AsyncSession, now: datetime) -> int:
    """How many marks and due tickets wait."""
    return int(await session.scalar(_WAITING, {"now": now}) or 0)


def _columns(keys: Sequence[StateKey]) -> dict[str, Any]:
    return {
        "contracts": [key[0] for key in keys],
        "sources": [key[1] for key in keys],
        "tickets": [key[2] for key in keys],
    }
