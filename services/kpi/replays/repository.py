"""All queries on replays."""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

_PUBLIC = (
    "contract_id, id, source_id, state, requested_at, requested_by, requested_by_side, approved_at, approved_by,"
    " finished_at, deliveries, done, summary"
)
_ADD = text(
    "INSERT INTO replay (contract_id, id, source_id, state, requested_by, requested_by_side, deliveries, payload)"
    " VALUES (:contract, :id, :source, :state, :by, :side, :deliveries, :payload)"
)
_FIND = text(f"SELECT {_PUBLIC} FROM replay WHERE source_id = :source AND id = :id")
_APPROVE = text(
    "UPDATE replay SET state = 'approved', approved_at = clock_timestamp(), approved_by = :by"
    " WHERE contract_id = :contract AND id = :id AND state = 'proposed' RETURNING true"
)
_LIST = text(
    f"SELECT {_PUBLIC} FROM replay WHERE source_id = :source"
    " AND (CAST(:before AS uuid) IS NULL OR id < CAST(:before AS uuid)) ORDER BY id DESC LIMIT :limit"
)
_WAITING = text("SELECT id FROM replay WHERE state IN ('approved', 'running') ORDER BY requested_at")
# Not a row lock: progress is written by other transactions while the replay runs.
_CLAIM = text(
    "SELECT contract_id, id, source_id, payload FROM replay"
    " WHERE id = CAST(:id AS uuid) AND state IN ('approved', 'running')"
    " AND pg_try_advisory_xact_lock(hashtextextended('replay' || CAST(:id AS uuid)::text, 0))"
)
_PROGRESS = text(
    "UPDATE replay SET state = 'running', done = :done, summary = CAST(:summary AS jsonb)"
    " WHERE contract_id = :contract AND id = :id"
)
_FINISH = text(
    "UPDATE replay SET state = :state, finished_at = clock_timestamp(), payload = NULL, done = :done,"
    " summary = CAST(:summary AS jsonb) WHERE contract_id = :contract AND id = :id"
)


async def add(session: AsyncSession, values: Mapping[str, Any]) -> None:
    """Keep a replay that is asked for; worker role."""
    await session.execute(_ADD, values)


async def find(session: AsyncSession, source_id: str, replay_id: UUID) -> Row[Any] | None:
    """A replay of a source."""
    return (await session.execute(_FIND, {"source": source_id, "id": replay_id})).one_or_none()


async def list_of_source(session: AsyncSession, source_id: str, before: UUID | None, limit: int) -> Sequence[Row[Any]]:
    """Replays of a source, newest first."""
    values = {"source": source_id, "before": before, "limit": limit}
    return (await session.execute(_LIST, values)).all()


async def approve(session: AsyncSession, contract_id: UUID, replay_id: UUID, by: str) -> bool:
    """Note the other party's approval; False when it was given before."""
    return bool(await session.scalar(_APPROVE, {"contract": contract_id, "id": replay_id, "by": by}))


async def take_next(session: AsyncSession) -> Row[Any] | None:
    """A replay to run or go on with, claimed until the end of the transaction."""
    for waiting in (await session.scalars(_WAITING)).all():
        claimed = (await session.execute(_CLAIM, {"id": waiting})).one_or_none()
        if claimed is not None:
            return claimed
    return None


async def progress(
    session: AsyncSession, contract_id: UUID, replay_id: UUID, done: int, summary: Mapping[str, int]
) -> None:
    """How far it is."""
    values = {"contract": contract_id, "id": replay_id, "done": done, "summary": json.dumps(summary)}
    await session.execute(_PROGRESS, values)


async def finish(
    session: AsyncSession, contract_id: UUID, replay_id: UUID, state: str, done: int, summary: Mapping[str, int]
) -> None:
    """It is over; the recorded deliveries are forgotten here, they are kept as deliveries."""
    values = {"contract": contract_id, "id": replay_id, "state": state, "done": done, "summary": json.dumps(summary)}
    await session.execute(_FINISH, values)
