"""All queries of contracts."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from services.contracts.agreements.models import Contract

_HELD = text(
    "SELECT contract_id FROM contract_party WHERE organisation_id = :organisation"
    " AND valid_from <= now() AND (valid_to IS NULL OR valid_to > now())"
).columns(contract_id=Contract.id.type)
_WITHDRAW = text(
    "UPDATE contract_party SET valid_to = clock_timestamp() WHERE contract_id = :contract"
    " AND organisation_id = :organisation AND (valid_to IS NULL OR valid_to > clock_timestamp()) RETURNING side"
)


async def add(session: AsyncSession, columns: dict[str, Any]) -> None:
    """Keep a new contract; the database itself makes the two organisations that it names its parties."""
    await session.execute(insert(Contract).values(**columns, revision=0, change=0))


async def find(session: AsyncSession, contract_id: UUID) -> Contract | None:
    """A contract as it is now."""
    return await session.scalar(
        select(Contract).where(Contract.id == contract_id).execution_options(populate_existing=True)
    )


async def lock(session: AsyncSession, contract_id: UUID) -> Contract | None:
    """A contract that nobody else changes until this transaction ends."""
    return await session.scalar(
        select(Contract).where(Contract.id == contract_id).with_for_update().execution_options(populate_existing=True)
    )


async def page(
    session: AsyncSession,
    visible_to: UUID | None,
    after: UUID | None,
    limit: int,
    *,
    among: Collection[UUID] | None = None,
) -> Sequence[Contract]:
    """Contracts by id: all, or those that `visible_to` is a party of now; `among`: no others than these.

    Drafts that were given up are not listed.
    """
    query = select(Contract).where(Contract.abandoned_at.is_(None)).order_by(Contract.id).limit(limit)
    if visible_to is not None:
        query = query.where(Contract.id.in_(_HELD.bindparams(organisation=visible_to)))
    if among is not None:
        query = query.where(Contract.id.in_(among))
    if after is not None:
        query = query.where(Contract.id > after)
    return (await session.scalars(query)).all()


async def activate(session: AsyncSession, contract_id: UUID) -> None:
    """Note that both parties have accepted the same text."""
    await session.execute(
        update(Contract)
        .where(Contract.id == contract_id)
        .values(activated_at=func.clock_timestamp())
        .execution_options(synchronize_session=False)
    )


async def correct(session: AsyncSession, contract_id: UUID, columns: dict[str, Any]) -> None:
    """Change what a draft says of itself; the database moves its parties' places along."""
    await session.execute(
        update(Contract).where(Contract.id == contract_id).values(columns).execution_options(synchronize_session=False)
    )


async def untold_ends(session: AsyncSession, before: date) -> Sequence[UUID]:
    """Contracts told to be active whose last day lies before a date."""
    return (
        await session.scalars(select(Contract.id).where(Contract.state_told == "active", Contract.ends_on < before))
    ).all()


async def withdraw(session: AsyncSession, contract_id: UUID, organisation_id: UUID) -> bool:
    """End an organisation's place in a contract now; whether it had one."""
    return (
        await session.execute(_WITHDRAW, {"contract": contract_id, "organisation": organisation_id})
    ).first() is not None
