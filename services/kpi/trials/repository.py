"""All queries of trials: who holds a key. Nothing is written."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

_HOLDERS = text(
    "SELECT key, sha256 FROM dedup WHERE contract_id = :contract AND source_id = :source AND key = ANY(:keys)"
    " AND (window_seconds IS NULL OR :at - accepted_at <= make_interval(secs => window_seconds))"
)


async def holders(
    session: AsyncSession, contract_id: UUID, source_id: str, keys: Sequence[bytes], at: datetime
) -> dict[bytes, bytes]:
    """Digest of the delivery that holds each of these keys at an instant; worker role."""
    values = {"contract": contract_id, "source": source_id, "keys": list(keys), "at": at}
    return {row.key: row.sha256 for row in await session.execute(_HOLDERS, values)}
