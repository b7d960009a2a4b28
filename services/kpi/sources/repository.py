"""All queries on sources."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

HELD_MOST = 2_000
HELD_MOST_BYTES = 50_000_000
"""Of unsigned deliveries, per source: whoever knows the address could send them."""

_PUBLIC = (
    "id, contract_id, system, name, signature_tolerance_seconds, body_hash_window_seconds, bot_author_ids, created_at,"
    " previous_secret_until, sealed_secret IS NULL AS awaiting_secret"
)
_INGESTION = text("SELECT * FROM source WHERE id = :id")
_FIND = text(f"SELECT {_PUBLIC} FROM source WHERE id = :id")
_LIST = text(f"SELECT {_PUBLIC} FROM source WHERE contract_id = :contract AND id > :after ORDER BY id LIMIT :limit")
_ADD = text(
    "INSERT INTO source (id, contract_id, system, name, sealed_secret, signature_tolerance_seconds,"
    " body_hash_window_seconds, bot_author_ids, created_by_organisation)"
    " VALUES (:id, :contract, :system, :name, :secret, :tolerance, :window, :bots, :organisation)"
    f" RETURNING {_PUBLIC}"
)
# The first secret of all has none before it.
_ROTATE = text(
    "UPDATE source SET sealed_previous_secret = sealed_secret, sealed_secret = :secret, previous_secret_until ="
    " CASE WHEN sealed_secret IS NOT NULL THEN clock_timestamp() + make_interval(secs => :overlap) END"
    f" WHERE id = :id RETURNING {_PUBLIC}"
)
_HEALTH = text(
    "SELECT source_id, verdict, conflict, count(*) AS deliveries, max(received_at) AS last_received_at"
    " FROM delivery WHERE contract_id = :contract AND source_id = ANY(:sources)"
    " AND recorded_at > clock_timestamp() - interval '30 days' AND origin <> 'import'"
    " GROUP BY source_id, verdict, conflict"
)


_WAITING = text(
    "SELECT count(*) >= :most OR coalesce(sum(size), 0) >= :most_bytes FROM held_delivery"
    " WHERE source_id = :source AND verified_at IS NULL"
)


async def is_full(session: AsyncSession, source_id: str) -> bool:
    """Whether as much waits for the secret of a source as is kept without one."""
    limits = {"most": HELD_MOST, "most_bytes": HELD_MOST_BYTES}
    return bool(await session.scalar(_WAITING, {"source": source_id, **limits}))


async def find_for_ingestion(session: AsyncSession, source_id: str) -> Row[Any] | None:
    """The whole row, secrets included; worker role only."""
    return (await session.execute(_INGESTION, {"id": source_id})).one_or_none()


async def find(session: AsyncSession, source_id: str) -> Row[Any] | None:
    """A source that the caller's organisation may see."""
    return (await session.execute(_FIND, {"id": source_id})).one_or_none()


async def list_of_contract(session: AsyncSession, contract_id: UUID, after: str, limit: int) -> Sequence[Row[Any]]:
    """Sources of a contract after an id."""
    return (await session.execute(_LIST, {"contract": contract_id, "after": after, "limit": limit})).all()


async def add(session: AsyncSession, values: Mapping[str, Any]) -> Row[Any]:
    """Keep a new source."""
    return (await session.execute(_ADD, values)).one()


async def rotate(session: AsyncSession, source_id: str, sealed_secret: bytes, overlap_seconds: float) -> Row[Any]:
    """Put a new secret in front; the one before stays good for the overlap."""
    values = {"id": source_id, "secret": sealed_secret, "overlap": overlap_seconds}
    return (await session.execute(_ROTATE, values)).one()


async def health(session: AsyncSession, contract_id: UUID, source_ids: Sequence[str]) -> Sequence[Row[Any]]:
    """Deliveries of the last 30 days by source and verdict."""
    return (await session.execute(_HEALTH, {"contract": contract_id, "sources": list(source_ids)})).all()
