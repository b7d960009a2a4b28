"""All queries on deliveries that wait for the secret of their source; worker role only."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

_NEXT_SOURCE = text(
    "SELECT h.source_id FROM held_delivery h JOIN source s ON s.id = h.source_id"
    " WHERE h.verified_at IS NULL AND s.sealed_secret IS NOT NULL LIMIT 1"
)
_TAKE = text(
    "SELECT contract_id, receipt_id, received_at, headers::text AS headers, body FROM held_delivery"
    " WHERE source_id = :source AND verified_at IS NULL ORDER BY received_at, receipt_id LIMIT :limit"
    " FOR UPDATE SKIP LOCKED"
)
_SETTLE = text(
    "UPDATE held_delivery SET verified_at = clock_timestamp(), verified_verdict = :verdict,"
    " verified_receipt_id = :verified, headers = NULL, body = NULL"
    " WHERE contract_id = :contract AND receipt_id = :receipt"
)
# Its delivery stays, with its digest; of the bytes of a tool that was never connected nothing is kept for ever.
_EXPIRE = text(
    "UPDATE held_delivery h SET verified_at = clock_timestamp(), verified_verdict = 'expired', headers = NULL,"
    " body = NULL FROM source s WHERE s.id = h.source_id AND s.sealed_secret IS NULL AND h.verified_at IS NULL"
    " AND h.received_at < clock_timestamp() - make_interval(days => :days)"
)
KEPT_DAYS = 30
"""How long a delivery waits for a secret that does not come."""


async def expire(session: AsyncSession) -> None:
    """Give up on deliveries whose source got no secret in time."""
    await session.execute(_EXPIRE, {"days": KEPT_DAYS})


async def next_source(session: AsyncSession) -> str | None:
    """A source that has a secret now, and deliveries that came before it had."""
    source_id: str | None = await session.scalar(_NEXT_SOURCE)
    return source_id


async def take(session: AsyncSession, source_id: str, limit: int) -> Sequence[Row[Any]]:
    """Deliveries of a source that wait, the first received first, locked."""
    return (await session.execute(_TAKE, {"source": source_id, "limit": limit})).all()


async def settle(session: AsyncSession, contract_id: UUID, fates: Sequence[Mapping[str, Any]]) -> None:
    """Note what became of each; its bytes are no longer kept here."""
    await session.execute(_SETTLE, [{"contract": contract_id, **fate} for fate in fates])
