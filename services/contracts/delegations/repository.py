"""All queries of functions by contract."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from services.contracts.delegations.models import ContractFunction


async def add(session: AsyncSession, columns: dict[str, Any]) -> None:
    """Keep what somebody does in a contract."""
    await session.execute(insert(ContractFunction).values(**columns))


async def end(session: AsyncSession, contract_id: UUID, person_id: UUID, by: str) -> bool:
    """End what somebody does in a contract; whether there was something."""
    ended = await session.execute(
        update(ContractFunction)
        .where(
            ContractFunction.contract_id == contract_id,
            ContractFunction.person_id == person_id,
            ContractFunction.ended_at.is_(None),
        )
        .values(ended_at=func.clock_timestamp(), ended_by=by)
        .returning(ContractFunction.id)
        .execution_options(synchronize_session=False)
    )
    return ended.first() is not None


async def present(session: AsyncSession, person_id: UUID, but: UUID) -> int:
    """For how many other contracts somebody has functions of their own."""
    query = select(func.count()).where(
        ContractFunction.person_id == person_id,
        ContractFunction.contract_id != but,
        ContractFunction.ended_at.is_(None),
    )
    return int(await session.scalar(query) or 0)


async def scope_of(session: AsyncSession, contract_id: UUID, person_id: UUID) -> str | None:
    """For what somebody is named in a contract now, in words; None where they do there what they do elsewhere."""
    return await session.scalar(
        select(ContractFunction.scope).where(
            ContractFunction.contract_id == contract_id,
            ContractFunction.person_id == person_id,
            ContractFunction.ended_at.is_(None),
            ContractFunction.valid_from <= func.now(),
            or_(ContractFunction.valid_to.is_(None), ContractFunction.valid_to > func.now()),
        )
    )


async def page(session: AsyncSession, contract_id: UUID, after: UUID | None, limit: int) -> Sequence[ContractFunction]:
    """What people of one's organisation do or did in a contract, in the order it was written."""
    query = select(ContractFunction).where(ContractFunction.contract_id == contract_id)
    if after is not None:
        query = query.where(ContractFunction.id > after)
    return (await session.scalars(query.order_by(ContractFunction.id).limit(limit))).all()
