"""All queries of parameter versions."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select, update
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.ext.asyncio import AsyncSession

from services.contracts.terms.models import TermsVersion


async def add(session: AsyncSession, columns: dict[str, Any]) -> TermsVersion:
    """Keep a new version; the database notes the instant when it is in force."""
    return (await session.scalars(insert(TermsVersion).values(**columns).returning(TermsVersion))).one()


async def newest(session: AsyncSession, contract_id: UUID, valid_from: datetime) -> TermsVersion | None:
    """What was last said from that instant on: the last proposal that waits, else the version recorded last."""
    return await session.scalar(
        select(TermsVersion)
        .where(
            TermsVersion.contract_id == contract_id,
            TermsVersion.valid_from == valid_from,
            TermsVersion.state.in_(("proposed", "in_force")),
        )
        .order_by(TermsVersion.recorded_at.desc().nulls_first(), TermsVersion.id.desc())
        .limit(1)
    )


async def page(session: AsyncSession, contract_id: UUID, after: UUID | None, limit: int) -> Sequence[TermsVersion]:
    """Versions in the order in which they were written."""
    query = select(TermsVersion).where(TermsVersion.contract_id == contract_id).order_by(TermsVersion.id).limit(limit)
    if after is not None:
        query = query.where(TermsVersion.id > after)
    return (await session.scalars(query)).all()


async def ruling(session: AsyncSession, contract_id: UUID) -> Sequence[TermsVersion]:
    """Versions in force by `valid_from`; of those valid from the same instant, the one recorded last."""
    return (
        await session.scalars(
            select(TermsVersion)
            .ext(distinct_on(TermsVersion.valid_from))
            .where(TermsVersion.contract_id == contract_id, TermsVersion.state == "in_force")
            .order_by(TermsVersion.valid_from, TermsVersion.recorded_at.desc())
        )
    ).all()


async def proposed(session: AsyncSession, contract_id: UUID) -> Sequence[TermsVersion]:
    """Amendments that wait for acceptance, in the order in which they were written."""
    return (
        await session.scalars(
            select(TermsVersion)
            .where(TermsVersion.contract_id == contract_id, TermsVersion.state == "proposed")
            .order_by(TermsVersion.id)
        )
    ).all()


async def find(session: AsyncSession, contract_id: UUID, version_id: UUID) -> TermsVersion | None:
    """One version of a contract."""
    return await session.scalar(
        select(TermsVersion).where(TermsVersion.contract_id == contract_id, TermsVersion.id == version_id)
    )


async def take_out(session: AsyncSession, contract_id: UUID, valid_from: datetime) -> None:
    """Take out of a draft what is written in it from an instant on; it stays on record as withdrawn."""
    await session.execute(
        update(TermsVersion)
        .where(
            TermsVersion.contract_id == contract_id,
            TermsVersion.valid_from == valid_from,
            TermsVersion.state == "in_force",
        )
        .values(state="withdrawn")
        .execution_options(synchronize_session=False)
    )
