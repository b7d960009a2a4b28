"""All queries of closings."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from services.contracts.closings.models import AmendmentClosing


async def add(session: AsyncSession, columns: dict[str, Any]) -> AmendmentClosing:
    """Keep a closing; the database notes the instant."""
    return (await session.scalars(insert(AmendmentClosing).values(**columns).returning(AmendmentClosing))).one()


async def page(session: AsyncSession, contract_id: UUID, after: UUID | None, limit: int) -> Sequence[AmendmentClosing]:
    """Closings in the order in which they were made."""
    query = select(AmendmentClosing).where(AmendmentClosing.contract_id == contract_id)
    if after is not None:
        query = query.where(AmendmentClosing.id > after)
    return (await session.scalars(query.order_by(AmendmentClosing.id).limit(limit))).all()
