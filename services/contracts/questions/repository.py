"""All queries of answers to the four questions."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.contracts.questions.models import CommitmentCheck


async def add(session: AsyncSession, columns: dict[str, Any]) -> CommitmentCheck:
    """Keep answers; the database notes the instant."""
    return (await session.scalars(insert(CommitmentCheck).values(**columns).returning(CommitmentCheck))).one()


async def of_contract(session: AsyncSession, contract_id: UUID) -> dict[UUID, list[CommitmentCheck]]:
    """Answers by version of a commitment, in the order in which they were given."""
    rows = await session.scalars(
        select(CommitmentCheck).where(CommitmentCheck.contract_id == contract_id).order_by(CommitmentCheck.id)
    )
    found: dict[UUID, list[CommitmentCheck]] = defaultdict(list)
    for row in rows:
        found[row.commitment_id].append(row)
    return found
