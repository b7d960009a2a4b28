"""All queries of corrections, and whether anything written hangs on a draft."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from services.contracts.drafts.models import ContractCorrection

_ACCEPTED = text("SELECT EXISTS (SELECT 1 FROM acceptance WHERE contract_id = :contract)")
_WRITTEN = text(
    "SELECT EXISTS (SELECT 1 FROM terms_version WHERE contract_id = :contract AND written_side = ANY(:sides)"
    " UNION ALL SELECT 1 FROM objective WHERE contract_id = :contract AND written_side = ANY(:sides)"
    " UNION ALL SELECT 1 FROM commitment_version WHERE contract_id = :contract AND written_side = ANY(:sides))"
)


async def was_accepted(session: AsyncSession, contract_id: UUID) -> bool:
    """Whether a side has ever accepted a text of this contract, be it void since."""
    return bool(await session.scalar(_ACCEPTED, {"contract": contract_id}))


async def wrote(session: AsyncSession, contract_id: UUID, sides: Sequence[str]) -> bool:
    """Whether one of the sides has written parameters, objectives or commitments."""
    return bool(await session.scalar(_WRITTEN, {"contract": contract_id, "sides": list(sides)}))


async def add(session: AsyncSession, columns: dict[str, Any]) -> None:
    """Keep a correction; the database notes the instant."""
    await session.execute(insert(ContractCorrection).values(**columns))


async def page(
    session: AsyncSession, contract_id: UUID, after: UUID | None, limit: int
) -> Sequence[ContractCorrection]:
    """Corrections in the order in which they were made."""
    query = select(ContractCorrection).where(ContractCorrection.contract_id == contract_id)
    if after is not None:
        query = query.where(ContractCorrection.id > after)
    return (await session.scalars(query.order_by(ContractCorrection.id).limit(limit))).all()
