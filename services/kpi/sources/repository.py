"""All queries on sources."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

_PUBLIC = (
    "id, contract_id, system, name, signature_tolerance_seconds, body_hash_window_seconds, bot_author_ids, created_at,"
    " previous_secret_until"
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
_ROTATE = text(
    "UPDATE source SET sealed_previous_secret = sealed_secret, sealed_secret = :secret,"
    " previous_secret_until = clock_timestamp() + make_interval(secs => :overlap)"
    f" WHERE id = :id RETURNING {_PUBLIC}"
)
_HEALTH = text(
    "SELECT source_id, verdict, conflict, count(*) AS deliveries, max(received_at) AS last_received_at"
    " FROM delivery WHERE contract_id = :contract AND source_id = ANY(:sources)"
    " AND recorded_at > clock_timestamp() - interval '30 days' GROUP BY source_id, verdict, conflict"
)


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


async def rotate(session: AsyncSession, source_id: str, sealed_secret: bytes, overlap_seconds: int) -> Row[Any]:
    """Put a new secret in front; the one before stays good for the overlap."""
    values = {"id": source_id, "secret": sealed_secret, "overlap": overlap_seconds}
    return (await session.execute(_ROTATE, values)).one()


async def health(session: AsyncSession, contract_id: UUID, source_ids: Sequence[str]) -> Sequence[Row[Any]]:
    """Deliveries of the last 30 days by source and verdict."""
    return (await session.execute(_HEALTH, {"contract": contract_id, "sources": list(source_ids)})).all()
