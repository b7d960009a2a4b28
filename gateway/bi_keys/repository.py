"""Queries on BI keys."""

from collections.abc import Collection, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.models import BiKey


async def add(session: AsyncSession, columns: dict[str, Any]) -> None:
    """Keep a new key."""
    await session.execute(insert(BiKey).values(**columns))


async def page(session: AsyncSession, organisation_id: UUID, after: UUID | None, limit: int) -> Sequence[BiKey]:
    """Keys of an organisation by id, revoked and expired ones included."""
    query = select(BiKey).where(BiKey.organisation_id == organisation_id).order_by(BiKey.id).limit(limit)
    if after is not None:
        query = query.where(BiKey.id > after)
    return (await session.scalars(query)).all()


async def revoke(session: AsyncSession, organisation_id: UUID, key_id: UUID) -> bool:
    """Revoke a key of an organisation, the first time counts; whether it has such a key."""
    revoked = await session.execute(
        update(BiKey)
        .where(BiKey.id == key_id, BiKey.organisation_id == organisation_id)
        .values(revoked_at=func.coalesce(BiKey.revoked_at, func.clock_timestamp()))
        .returning(BiKey.id)
        .execution_options(synchronize_session=False)
    )
    return revoked.first() is not None


async def usable(session: AsyncSession, key_id: UUID) -> BiKey | None:
    """A key that is neither revoked nor expired."""
    return await session.scalar(
        select(BiKey).where(BiKey.id == key_id, BiKey.revoked_at.is_(None), BiKey.expires_at > func.now())
    )


async def use(session: AsyncSession, key_ids: Collection[UUID]) -> set[UUID]:
    """Note that keys were used, and tell which of them are still good."""
    used = await session.scalars(
        update(BiKey)
        .where(BiKey.id.in_(key_ids), BiKey.revoked_at.is_(None), BiKey.expires_at > func.now())
        .values(used_at=func.now())
        .returning(BiKey.id)
        .execution_options(synchronize_session=False)
    )
    return set(used)


async def revoked_since(session: AsyncSession, age: timedelta) -> set[UUID]:
    """Keys revoked within that age."""
    return set(await session.scalars(select(BiKey.id).where(BiKey.revoked_at > func.now() - age)))
