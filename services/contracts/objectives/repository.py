"""All queries of objectives."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.contracts.objectives.models import Objective


async def add(session: AsyncSession, columns: dict[str, Any]) -> Objective:
    """Keep a new objective; the database notes the instant when it is in force."""
    return (await session.scalars(insert(Objective).values(**columns).returning(Objective))).one()


async def find(session: AsyncSession, contract_id: UUID, objective_id: UUID) -> Objective | None:
    """One objective of a contract."""
    return await session.scalar(
        select(Objective).where(Objective.contract_id == contract_id, Objective.id == objective_id)
    )


async def page(session: AsyncSession, contract_id: UUID, after: UUID | None, limit: int) -> Sequence[Objective]:
    """Objectives in the order in which they were written."""
    query = select(Objective).where(Objective.contract_id == contract_id).order_by(Objective.id).limit(limit)
    if after is not None:
        query = query.where(Objective.id > after)
    return (await session.scalars(query)).all()


async def in_state(session: AsyncSession, contract_id: UUID, state: str) -> Sequence[Objective]:
    """Objectives in force, or those that wait for acceptance, in the order in which they were written."""
    return (
        await session.scalars(
            select(Objective)
            .where(Objective.contract_id == contract_id, Objective.state == state)
            .order_by(Objective.id)
        )
    ).all()
