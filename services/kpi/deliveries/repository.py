"""All queries on kept deliveries and on the quarantine."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

_LIST = text(
    "SELECT d.*, h.verified_at, h.verified_verdict, h.verified_receipt_id FROM ("
    "SELECT * FROM delivery WHERE contract_id = :contract AND source_id = :source"
    " AND (CAST(:verdict AS text) IS NULL OR verdict = :verdict)"
    " AND (CAST(:before AS timestamptz) IS NULL OR (recorded_at, id) < (:before, CAST(:id AS uuid)))"
    " ORDER BY recorded_at DESC, id DESC LIMIT :limit) d"
    " LEFT JOIN held_delivery h ON d.verdict = 'unverified' AND h.contract_id = d.contract_id AND h.receipt_id = d.id"
    " ORDER BY d.recorded_at DESC, d.id DESC"
)
_QUARANTINE = text(
    "SELECT sha256, receipt_id, received_at, recorded_at, reason, released_at FROM quarantine"
    " WHERE contract_id = :contract AND source_id = :source"
    " AND (CAST(:after AS bytea) IS NULL OR sha256 > :after) ORDER BY sha256 LIMIT :limit"
)
_HELD = text(
    "SELECT sha256, receipt_id, received_at, headers::text AS headers, body FROM quarantine"
    " WHERE contract_id = :contract AND source_id = :source AND released_at IS NULL"
    " ORDER BY received_at, receipt_id LIMIT :limit FOR UPDATE SKIP LOCKED"
)
_RELEASE = text(
    "UPDATE quarantine SET released_at = clock_timestamp()"
    " WHERE contract_id = :contract AND source_id = :source AND sha256 = ANY(:digests)"
)


async def list_deliveries(
    session: AsyncSession,
    contract_id: UUID,
    source_id: str,
    verdict: str | None,
    before: tuple[datetime, UUID] | None,
    limit: int,
) -> Sequence[Row[Any]]:
    """Deliveries of a source, newest first."""
    values = {
        "contract": contract_id,
        "source": source_id,
        "verdict": verdict,
        "before": before[0] if before else None,
        "id": before[1] if before else None,
        "limit": limit,
    }
    return (await session.execute(_LIST, values)).all()


async def list_quarantine(
    session: AsyncSession, contract_id: UUID, source_id: str, after: bytes | None, limit: int
) -> Sequence[Row[Any]]:
    """Quarantined bodies of a source, by digest."""
    values = {"contract": contract_id, "source": source_id, "after": after, "limit": limit}
    return (await session.execute(_QUARANTINE, values)).all()


async def held(session: AsyncSession, contract_id: UUID, source_id: str, limit: int) -> Sequence[Row[Any]]:
    """Bodies still in quarantine, oldest first, locked; worker role only."""
    values = {"contract": contract_id, "source": source_id, "limit": limit}
    return (await session.execute(_HELD, values)).all()


async def release(session: AsyncSession, contract_id: UUID, source_id: str, digests: Sequence[bytes]) -> None:
    """Note that these bodies have been read after all."""
    values = {"contract": contract_id, "source": source_id, "digests": list(digests)}
    await session.execute(_RELEASE, values)
