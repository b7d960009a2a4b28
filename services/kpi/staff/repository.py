"""All queries on versions of the donneur d'ordre's staff; whom they name is read by the fold alone."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

_PUBLIC = (
    "id, source_id, valid_from, cardinality(agents) AS people, state, requested_at, requested_by, requested_by_side,"
    " approved_at, approved_by, recorded_at"
)
_LIST = text(
    f"SELECT {_PUBLIC} FROM staff_version WHERE contract_id = :contract AND source_id = :source"
    " AND (CAST(:before AS uuid) IS NULL OR id < CAST(:before AS uuid)) ORDER BY id DESC LIMIT :limit"
)
_FIND = text(f"SELECT {_PUBLIC} FROM staff_version WHERE contract_id = :contract AND source_id = :source AND id = :id")
_SUPERSEDE = text(
    "UPDATE staff_version SET state = 'superseded'"
    " WHERE contract_id = :contract AND source_id = :source AND state = 'proposed'"
)
_ADD = text(
    "INSERT INTO staff_version (contract_id, source_id, id, valid_from, agents, state, requested_by,"
    " requested_by_side, recorded_at) VALUES (:contract, :source, :id, :valid_from, CAST(:agents AS text[]),"
    " CASE WHEN :in_force THEN 'in_force' ELSE 'proposed' END, :by, :side,"
    " CASE WHEN :in_force THEN clock_timestamp() END)"
)
_APPROVE = text(
    "WITH instant AS MATERIALIZED (SELECT clock_timestamp() AS at)"
    " UPDATE staff_version SET state = 'in_force', approved_at = instant.at, approved_by = :by,"
    " recorded_at = instant.at FROM instant"
    " WHERE contract_id = :contract AND source_id = :source AND id = :id AND state = 'proposed' RETURNING true"
)


async def list_of(
    session: AsyncSession, contract_id: UUID, source_id: str, before: UUID | None, limit: int
) -> Sequence[Row[Any]]:
    """Versions, newest first; those that wait for the other party among them."""
    values = {"contract": contract_id, "source": source_id, "before": before, "limit": limit}
    return (await session.execute(_LIST, values)).all()


async def find(session: AsyncSession, contract_id: UUID, source_id: str, staff_id: UUID) -> Row[Any] | None:
    """A version."""
    values = {"contract": contract_id, "source": source_id, "id": staff_id}
    return (await session.execute(_FIND, values)).one_or_none()


async def supersede(session: AsyncSession, contract_id: UUID, source_id: str) -> None:
    """A version that waits gives way to another one; worker role."""
    await session.execute(_SUPERSEDE, {"contract": contract_id, "source": source_id})


async def add(session: AsyncSession, values: Mapping[str, Any]) -> None:
    """Keep a version; worker role."""
    await session.execute(_ADD, values)


async def approve(session: AsyncSession, contract_id: UUID, source_id: str, staff_id: UUID, by: str) -> bool:
    """Put a version that waits in force; False when it does not wait (any more). Worker role."""
    values = {"contract": contract_id, "source": source_id, "id": staff_id, "by": by}
    return bool(await session.scalar(_APPROVE, values))
