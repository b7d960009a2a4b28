"""All queries on versions of scopes."""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from services.kpi.scopes.rules import Attribute, Condition

_PUBLIC = (
    "id, source_id, valid_from, conditions, state, requested_at, requested_by, requested_by_side, approved_at,"
    " approved_by, recorded_at"
)
_LIST = text(
    f"SELECT {_PUBLIC} FROM scope_version WHERE contract_id = :contract AND source_id = :source"
    " AND (CAST(:before AS uuid) IS NULL OR id < CAST(:before AS uuid)) ORDER BY id DESC LIMIT :limit"
)
_FIND = text(f"SELECT {_PUBLIC} FROM scope_version WHERE contract_id = :contract AND source_id = :source AND id = :id")
_SUPERSEDE = text(
    "UPDATE scope_version SET state = 'superseded'"
    " WHERE contract_id = :contract AND source_id = :source AND state = 'proposed'"
)
_ADD = text(
    "INSERT INTO scope_version (contract_id, source_id, id, valid_from, conditions, state, requested_by,"
    " requested_by_side, recorded_at) VALUES (:contract, :source, :id, :valid_from, CAST(:conditions AS jsonb),"
    " CASE WHEN :in_force THEN 'in_force' ELSE 'proposed' END, :by, :side,"
    " CASE WHEN :in_force THEN clock_timestamp() END)"
)
_APPROVE = text(
    "WITH instant AS MATERIALIZED (SELECT clock_timestamp() AS at)"
    " UPDATE scope_version SET state = 'in_force', approved_at = instant.at, approved_by = :by,"
    " recorded_at = instant.at FROM instant"
    " WHERE contract_id = :contract AND source_id = :source AND id = :id AND state = 'proposed' RETURNING true"
)
# The newest deliveries, and the first events by their key for tools that send batches: no more rows than that are read.
_TOLD = text(
    "SELECT DISTINCT ON (ticket_id) event FROM ("
    " SELECT e.ticket_id, e.event FROM (SELECT id, ticket_id FROM delivery WHERE contract_id = :home"
    "   AND source_id = :source AND verdict = 'accepted' AND ticket_id IS NOT NULL"
    "   ORDER BY recorded_at DESC, id DESC LIMIT :most) d"
    "  JOIN ticket_event e ON e.contract_id = :home AND e.source_id = :source AND e.ticket_id = d.ticket_id"
    "   AND e.delivery_id = d.id"
    " UNION ALL (SELECT ticket_id, event FROM ticket_event WHERE contract_id = :home AND source_id = :source"
    "   LIMIT :most)) AS told WHERE event->>'kind' IN ('created', 'creation_known')"
    " ORDER BY ticket_id, event->>'kind'"
)
MOST_LOOKED_AT = 2_000
"""Deliveries and events looked at for the values that are proposed."""


async def list_of(
    session: AsyncSession, contract_id: UUID, source_id: str, before: UUID | None, limit: int
) -> Sequence[Row[Any]]:
    """Versions of a scope, newest first; those that wait for the other party among them."""
    values = {"contract": contract_id, "source": source_id, "before": before, "limit": limit}
    return (await session.execute(_LIST, values)).all()


async def find(session: AsyncSession, contract_id: UUID, source_id: str, scope_id: UUID) -> Row[Any] | None:
    """A version of a scope."""
    values = {"contract": contract_id, "source": source_id, "id": scope_id}
    return (await session.execute(_FIND, values)).one_or_none()


async def supersede(session: AsyncSession, contract_id: UUID, source_id: str) -> None:
    """A version that waits gives way to another one; worker role."""
    await session.execute(_SUPERSEDE, {"contract": contract_id, "source": source_id})


async def add(session: AsyncSession, values: Mapping[str, Any], conditions: Sequence[Condition]) -> None:
    """Keep a version; worker role."""
    told = json.dumps(msgspec.to_builtins(conditions))
    await session.execute(_ADD, {**values, "conditions": told})


async def approve(session: AsyncSession, contract_id: UUID, source_id: str, scope_id: UUID, by: str) -> bool:
    """Put a version that waits in force; False when it does not wait (any more). Worker role."""
    values = {"contract": contract_id, "source": source_id, "id": scope_id, "by": by}
    return bool(await session.scalar(_APPROVE, values))


async def told_values(session: AsyncSession, home: UUID, source_id: str) -> dict[Attribute, dict[str, int]]:
    """What tickets of a source were told to be lately: tickets by value, by attribute."""
    found: dict[Attribute, dict[str, int]] = {}
    names: dict[str, Attribute] = {"brand": "brand", "form": "form", "group": "group", "channel": "channel"}
    for event in await session.scalars(_TOLD, {"home": home, "source": source_id, "most": MOST_LOOKED_AT}):
        told: list[tuple[Attribute, str]] = [(names[name], event[name]) for name in names if event.get(name)]
        told += [("tag", tag) for tag in event.get("tags", ())]
        for attribute, value in told:
            held = found.setdefault(attribute, {})
            held[value] = held.get(value, 0) + 1
    return found
