"""All queries of the fold on tickets: marks, states, and what each ticket contributes."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from services.kpi.contacts.rules import OBSERVED
from services.kpi.folding.rules import Contribution

StateKey = tuple[UUID, str, str]
"""(contract, source, ticket)."""

TicketShare = tuple[str, str, Contribution]
"""(source, ticket, share)."""

_TAKE_MARKS = text(
    "DELETE FROM ticket_mark WHERE id IN (SELECT id FROM ticket_mark ORDER BY id LIMIT :limit FOR UPDATE SKIP LOCKED)"
    " RETURNING contract_id, source_id, ticket_id"
)
_DUE = text(
    "SELECT contract_id, source_id, ticket_id FROM ticket_state WHERE next_change_at <= :now"
    " ORDER BY next_change_at LIMIT :limit FOR UPDATE SKIP LOCKED"
)
_KEYS = "unnest(CAST(:contracts AS uuid[]), CAST(:sources AS text[]), CAST(:tickets AS text[]))"
_ENSURE = text(
    f"INSERT INTO ticket_state (contract_id, source_id, ticket_id) SELECT * FROM {_KEYS} ON CONFLICT DO NOTHING"
)
_LOCK = text(
    f"SELECT 1 FROM {_KEYS} AS wanted (contract_id, source_id, ticket_id)"
    " JOIN ticket_state s USING (contract_id, source_id, ticket_id)"
    " ORDER BY s.contract_id, s.source_id, s.ticket_id FOR UPDATE OF s"
)
_KEEP = text(
    "UPDATE ticket_state s SET evaluated_at = :now, next_change_at = k.next_change_at"
    " FROM unnest(CAST(:contracts AS uuid[]), CAST(:sources AS text[]), CAST(:tickets AS text[]),"
    "  CAST(:next_changes AS timestamptz[])) AS k (contract_id, source_id, ticket_id, next_change_at)"
    " WHERE (s.contract_id, s.source_id, s.ticket_id) = (k.contract_id, k.source_id, k.ticket_id)"
)
# As one text per ticket: a row per share would cost more to read than the shares to compute.
_SHARES = text(
    "SELECT s.source_id, s.ticket_id, json_agg(json_build_array("
    "  s.indicator, s.day, s.denominator, s.numerator, s.total_seconds, s.pending))::text AS shares"
    " FROM unnest(CAST(:sources AS text[]), CAST(:tickets AS text[])) AS wanted (source_id, ticket_id)"
    " JOIN ticket_share s ON s.contract_id = :contract"
    "  AND (s.source_id, s.ticket_id) = (wanted.source_id, wanted.ticket_id)"
    "  AND (s.indicator = ANY(CAST(:by_neighbours AS text[]))) = :observed"
    " GROUP BY s.source_id, s.ticket_id"
)
_REMOVE_SHARES = text(
    "DELETE FROM ticket_share s USING unnest(CAST(:sources AS text[]), CAST(:tickets AS text[]),"
    "  CAST(:indicators AS text[]), CAST(:days AS date[])) AS g (source_id, ticket_id, indicator, day)"
    " WHERE s.contract_id = :contract"
    " AND (s.source_id, s.ticket_id, s.indicator, s.day) = (g.source_id, g.ticket_id, g.indicator, g.day)"
)
_PUT_SHARES = text(
    "INSERT INTO ticket_share (contract_id, source_id, ticket_id, indicator, day,"
    "  denominator, numerator, total_seconds, pending)"
    " SELECT CAST(:contract AS uuid), * FROM unnest(CAST(:sources AS text[]), CAST(:tickets AS text[]),"
    "  CAST(:indicators AS text[]), CAST(:days AS date[]), CAST(:denominators AS bigint[]),"
    "  CAST(:numerators AS bigint[]), CAST(:totals AS bigint[]), CAST(:pendings AS bigint[]))"
    " ON CONFLICT (contract_id, source_id, ticket_id, indicator, day) DO UPDATE SET"
    "  denominator = excluded.denominator, numerator = excluded.numerator,"
    "  total_seconds = excluded.total_seconds, pending = excluded.pending"
)
_MARK_CONTRACT = text(
    "INSERT INTO ticket_mark (contract_id, source_id, ticket_id)"
    " SELECT contract_id, source_id, ticket_id FROM ticket_state WHERE contract_id = :contract"
)
_WAITING = text(
    "SELECT (SELECT count(*) FROM ticket_mark) + (SELECT count(*) FROM ticket_state WHERE next_change_at <= :now)"
)

_stored = msgspec.json.Decoder(tuple[Contribution, ...])


async def take_marks(session: AsyncSession, limit: int) -> set[StateKey]:
    """Tickets that got events, their marks taken; what another worker holds is left to it."""
    rows = await session.execute(_TAKE_MARKS, {"limit": limit})
    return {(row.contract_id, row.source_id, row.ticket_id) for row in rows}


async def due(session: AsyncSession, now: datetime, limit: int) -> set[StateKey]:
    """Tickets whose contribution changes by now without any event."""
    rows = await session.execute(_DUE, {"now": now, "limit": limit})
    return {(row.contract_id, row.source_id, row.ticket_id) for row in rows}


async def lock_states(session: AsyncSession, keys: Sequence[StateKey]) -> None:
    """Lock the state of each ticket (made when new) in key order."""
    values = _columns(keys)
    await session.execute(_ENSURE, values)
    await session.execute(_LOCK, values)


async def keep_states(
    session: AsyncSession, keys: Sequence[StateKey], next_changes: list[datetime | None], now: datetime
) -> None:
    """When each ticket was evaluated, and when to look again."""
    await session.execute(_KEEP, _columns(keys) | {"next_changes": next_changes, "now": now})


async def shares_of(
    session: AsyncSession, keys: Sequence[StateKey], *, observed: bool = False
) -> dict[StateKey, tuple[Contribution, ...]]:
    """What each ticket contributes so far: by its own events, or (`observed`) by what its neighbours are."""
    tickets: dict[UUID, list[tuple[str, str]]] = defaultdict(list)
    for contract_id, source_id, ticket_id in keys:
        tickets[contract_id].append((source_id, ticket_id))
    held: dict[StateKey, tuple[Contribution, ...]] = {}
    for contract_id, own in tickets.items():
        values = {
            "contract": contract_id, "sources": [key[0] for key in own], "tickets": [key[1] for key in own],
            "by_neighbours": list(OBSERVED), "observed": observed,
        }  # fmt: skip
        for row in await session.execute(_SHARES, values):
            held[contract_id, row.source_id, row.ticket_id] = _stored.decode(row.shares)
    return held


async def remove_shares(session: AsyncSession, contract_id: UUID, shares: Sequence[TicketShare]) -> None:
    """Shares that tickets have no more."""
    if shares:
        await session.execute(_REMOVE_SHARES, {"contract": contract_id, **_places(shares)})


async def put_shares(session: AsyncSession, contract_id: UUID, shares: Sequence[TicketShare]) -> None:
    """Shares that are new or different."""
    if shares:
        sums = {
            "denominators": [share.denominator for _, _, share in shares],
            "numerators": [share.numerator for _, _, share in shares],
            "totals": [share.total_s for _, _, share in shares],
            "pendings": [share.pending for _, _, share in shares],
        }
        await session.execute(_PUT_SHARES, {"contract": contract_id, **_places(shares), **sums})


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


def _places(shares: Sequence[TicketShare]) -> dict[str, Any]:
    return {
        "sources": [source for source, _, _ in shares],
        "tickets": [ticket for _, ticket, _ in shares],
        "indicators": [share.indicator for _, _, share in shares],
        "days": [share.day for _, _, share in shares],
    }
