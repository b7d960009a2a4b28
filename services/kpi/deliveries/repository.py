"""All queries on kept deliveries and on the quarantine."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession


class Wanted(msgspec.Struct, frozen=True):
    """Which deliveries; None: no such condition."""

    verdict: str | None = None
    conflict: bool | None = None
    skewed: bool | None = None
    origin: str | None = None
    first: datetime | None = None
    until: datetime | None = None


class Choice(msgspec.Struct, frozen=True):
    """Which quarantined bodies; None: no such condition."""

    receipts: list[UUID] | None = None
    first: datetime | None = None
    until: datetime | None = None


_LIST = text(
    "SELECT d.*, h.verified_at, h.verified_verdict, h.verified_receipt_id FROM ("
    "SELECT * FROM delivery WHERE contract_id = :contract AND source_id = :source"
    " AND (CAST(:verdict AS text) IS NULL OR verdict = :verdict)"
    " AND (CAST(:conflict AS boolean) IS NULL OR conflict = :conflict)"
    " AND (CAST(:skewed AS boolean) IS NULL OR skewed = :skewed)"
    " AND (CAST(:origin AS text) IS NULL OR origin = :origin)"
    " AND (CAST(:first AS timestamptz) IS NULL OR received_at >= :first)"
    " AND (CAST(:until AS timestamptz) IS NULL OR received_at < :until)"
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
_CHOSEN = (
    "contract_id = :contract AND source_id = :source AND released_at IS NULL"
    " AND (CAST(:receipts AS uuid[]) IS NULL OR receipt_id = ANY(:receipts))"
    " AND (CAST(:first AS timestamptz) IS NULL OR received_at >= :first)"
    " AND (CAST(:until AS timestamptz) IS NULL OR received_at < :until)"
)
_HELD = text(
    "SELECT sha256, receipt_id, received_at, headers::text AS headers, body FROM quarantine"
    f" WHERE {_CHOSEN} ORDER BY received_at, sha256 LIMIT :limit FOR UPDATE SKIP LOCKED"
)
_COUNT = text(f"SELECT count(*) FROM quarantine WHERE {_CHOSEN}")
_WAITING = text(
    "SELECT count(*) AS waiting, min(received_at) AS first_at, max(received_at) AS last_at"
    f" FROM quarantine WHERE {_CHOSEN}"
)
_RELEASE = text(
    "UPDATE quarantine SET released_at = clock_timestamp()"
    " WHERE contract_id = :contract AND source_id = :source AND sha256 = ANY(:digests)"
)


async def list_deliveries(
    session: AsyncSession,
    contract_id: UUID,
    source_id: str,
    wanted: Wanted,
    before: tuple[datetime, UUID] | None,
    limit: int,
) -> Sequence[Row[Any]]:
    """Deliveries of a source, newest first."""
    values = {
        "contract": contract_id,
        "source": source_id,
        **msgspec.structs.asdict(wanted),
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


async def count_waiting(session: AsyncSession, contract_id: UUID, source_id: str, choice: Choice) -> Row[Any]:
    """How many bodies of a choice wait in quarantine, and when the first and the last of them were received."""
    values = {"contract": contract_id, "source": source_id, **msgspec.structs.asdict(choice)}
    return (await session.execute(_WAITING, values)).one()


async def chosen(
    session: AsyncSession, contract_id: UUID, source_id: str, choice: Choice, limit: int
) -> tuple[Sequence[Row[Any]], int]:
    """Bodies of a choice that wait in quarantine, the first received first, locked; and how many they are in all.

    Worker role only.
    """
    values = {"contract": contract_id, "source": source_id, **msgspec.structs.asdict(choice)}
    number = int(await session.scalar(_COUNT, values) or 0)
    return (await session.execute(_HELD, values | {"limit": limit})).all(), number


async def release(session: AsyncSession, contract_id: UUID, source_id: str, digests: Sequence[bytes]) -> None:
    """Note that these bodies have been read after all."""
    values = {"contract": contract_id, "source": source_id, "digests": list(digests)}
    await session.execute(_RELEASE, values)
