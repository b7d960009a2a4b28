"""All queries of commitment versions."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from services.contracts.commitments.models import CommitmentVersion


async def add(session: AsyncSession, columns: dict[str, Any]) -> CommitmentVersion:
    """Keep a new version; the database notes the instant when it is in force."""
    return (await session.scalars(insert(CommitmentVersion).values(columns).returning(CommitmentVersion))).one()


async def newest(
    session: AsyncSession, contract_id: UUID, indicator: str, variant: str | None, valid_from: datetime
) -> CommitmentVersion | None:
    """What was last said of an indicator from that instant on: the last proposal that waits, else what was recorded."""
    return await session.scalar(
        select(CommitmentVersion)
        .where(
            CommitmentVersion.contract_id == contract_id,
            CommitmentVersion.indicator == indicator,
            CommitmentVersion.variant.is_not_distinct_from(variant),
            CommitmentVersion.valid_from == valid_from,
            CommitmentVersion.state.in_(("proposed", "in_force")),
        )
        .order_by(CommitmentVersion.recorded_at.desc().nulls_first(), CommitmentVersion.id.desc())
        .limit(1)
    )


async def page(session: AsyncSession, contract_id: UUID, after: UUID | None, limit: int) -> Sequence[CommitmentVersion]:
    """Versions in the order in which they were written."""
    query = (
        select(CommitmentVersion)
        .where(CommitmentVersion.contract_id == contract_id)
        .order_by(CommitmentVersion.id)
        .limit(limit)
    )
    if after is not None:
        query = query.where(CommitmentVersion.id > after)
    return (await session.scalars(query)).all()


async def recorded(session: AsyncSession, contract_id: UUID) -> Sequence[CommitmentVersion]:
    """Versions that both parties stand by, in the order in which they were recorded."""
    return (
        await session.scalars(
            select(CommitmentVersion)
            .where(CommitmentVersion.contract_id == contract_id, CommitmentVersion.state == "in_force")
            .order_by(CommitmentVersion.recorded_at)
        )
    ).all()


async def proposed(session: AsyncSession, contract_id: UUID) -> Sequence[CommitmentVersion]:
    """Amendments that wait for acceptance, in the order in which they were written."""
    return (
        await session.scalars(
            select(CommitmentVersion)
            .where(CommitmentVersion.contract_id == contract_id, CommitmentVersion.state == "proposed")
            .order_by(CommitmentVersion.id)
        )
    ).all()


async def find(session: AsyncSession, contract_id: UUID, version_id: UUID) -> CommitmentVersion | None:
    """One version of a contract."""
    return await session.scalar(
        select(CommitmentVersion).where(
            CommitmentVersion.contract_id == contract_id, CommitmentVersion.id == version_id
        )
    )


async def take_out(session: AsyncSession, contract_id: UUID, valid_from: datetime) -> None:
    """Take out of a draft what is written in it from an instant on; it stays on record as withdrawn."""
    await session.execute(
        update(CommitmentVersion)
        .where(
            CommitmentVersion.contract_id == contract_id,
            CommitmentVersion.valid_from == valid_from,
            CommitmentVersion.state == "in_force",
        )
        .values(state="withdrawn")
        .execution_options(synchronize_session=False)
    )
