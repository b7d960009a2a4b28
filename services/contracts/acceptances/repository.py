"""All queries of acceptances."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.ext.asyncio import AsyncSession

from services.contracts.acceptances.models import Acceptance


async def add(session: AsyncSession, columns: dict[str, Any]) -> Acceptance:
    """Keep a new acceptance; the database notes the instant."""
    return (await session.scalars(insert(Acceptance).values(**columns).returning(Acceptance))).one()


async def newest_of_text(session: AsyncSession, contract_id: UUID) -> dict[str, Acceptance]:
    """Each side's newest acceptance of the contract's text."""
    rows = await session.scalars(
        select(Acceptance)
        .ext(distinct_on(Acceptance.side))
        .where(
            Acceptance.contract_id == contract_id,
            Acceptance.version_id.is_(None),
            Acceptance.objective_id.is_(None),
            Acceptance.commitment_id.is_(None),
        )
        .order_by(Acceptance.side, Acceptance.accepted_at.desc(), Acceptance.id.desc())
    )
    return {row.side: row for row in rows}


async def sides_of_amendment(session: AsyncSession, contract_id: UUID, column: str, amendment_id: UUID) -> set[str]:
    """The sides that have accepted an amendment."""
    rows = await session.scalars(
        select(Acceptance.side).where(
            Acceptance.contract_id == contract_id, getattr(Acceptance, column) == amendment_id
        )
    )
    return set(rows)


async def newest(session: AsyncSession, contract_id: UUID, side: str) -> Acceptance:
    """The newest acceptance of a side, of whatever it was; it has given one."""
    return (
        await session.scalars(
            select(Acceptance)
            .where(Acceptance.contract_id == contract_id, Acceptance.side == side)
            .order_by(Acceptance.accepted_at.desc(), Acceptance.id.desc())
            .limit(1)
        )
    ).one()


async def page(session: AsyncSession, contract_id: UUID, after: UUID | None, limit: int) -> Sequence[Acceptance]:
    """Acceptances in the order in which they were given."""
    query = select(Acceptance).where(Acceptance.contract_id == contract_id).order_by(Acceptance.id).limit(limit)
    if after is not None:
        query = query.where(Acceptance.id > after)
    return (await session.scalars(query)).all()
