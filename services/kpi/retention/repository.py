"""All queries on the months of deliveries and on raw contents that are over. Worker role."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

_PREPARE = text("SELECT create_delivery_partitions(CAST(:today AS date), :ahead)")
_HELD = text(
    "SELECT to_date(right(c.relname, 7), 'YYYY_MM') AS month FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid"
    " WHERE i.inhparent = to_regclass('delivery_body') AND c.relname ~ '^delivery_body_[0-9]{4}_[0-9]{2}$'"
)
# The digests stay beside each delivery: whoever kept a copy can still show that it is what was received.
_NOTE = text(
    "INSERT INTO content_dropped (month, deliveries, bytes, sha256)"
    " SELECT CAST(:month AS date), count(*), coalesce(sum(d.size), 0),"
    "  sha256(coalesce(string_agg(d.sha256, ''::bytea ORDER BY d.recorded_at, d.id), ''::bytea))"
    " FROM delivery d JOIN delivery_body b ON (b.contract_id, b.recorded_at, b.delivery_id)"
    "  = (d.contract_id, d.recorded_at, d.id)"
    " WHERE d.recorded_at >= :first AND d.recorded_at < :until"
    "  AND b.recorded_at >= :first AND b.recorded_at < :until"
    " ON CONFLICT (month) DO UPDATE SET deliveries = content_dropped.deliveries + excluded.deliveries,"
    "  bytes = content_dropped.bytes + excluded.bytes RETURNING deliveries, bytes"
)
_PATIENCE = text("SET LOCAL lock_timeout = '2s'")
_DROP = text("SELECT drop_delivery_bodies(CAST(:month AS date))")
_FORGET_QUARANTINED = text("DELETE FROM quarantine WHERE received_at < :before")
_FORGET_PROPOSED = text(
    "UPDATE replay SET state = 'failed', payload = NULL, finished_at = clock_timestamp()"
    " WHERE state = 'proposed' AND requested_at < :before"
)


async def prepare_months(session: AsyncSession, today: date, ahead: int) -> None:
    """Have the months that deliveries of the coming time are kept in."""
    await session.execute(_PREPARE, {"today": today, "ahead": ahead})


async def held_months(session: AsyncSession) -> Sequence[date]:
    """The months that hold raw contents, by their first day."""
    return (await session.scalars(_HELD)).all()


async def drop_month(session: AsyncSession, month: date, first: datetime, until: datetime) -> Row[Any]:
    """Drop the raw contents of a month, and note how many there were and the digest of their digests.

    Waits two seconds at most for those who read them: everybody else would wait behind.
    """
    noted = (await session.execute(_NOTE, {"month": month, "first": first, "until": until})).one()
    await session.execute(_PATIENCE)
    await session.execute(_DROP, {"month": month})
    return noted


async def forget_unread(session: AsyncSession, before: datetime) -> None:
    """Forget quarantined contents of that age, and recorded deliveries that nobody approved."""
    for statement in (_FORGET_QUARANTINED, _FORGET_PROPOSED):
        await session.execute(statement, {"before": before})
