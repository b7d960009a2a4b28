"""Queries on the journal."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.journal.rules import Kind
from gateway.models import JournalEntry
from services.common.identifiers import new_id


async def write(
    session: AsyncSession, organisation_id: UUID, kind: Kind, person_id: UUID | None, by: str, by_name: str | None
) -> None:
    """Write what was done, in the transaction that does it."""
    await session.execute(
        insert(JournalEntry).values(
            id=new_id(), organisation_id=organisation_id, kind=kind, person_id=person_id, by=by, by_name=by_name
        )
    )


async def page(session: AsyncSession, organisation_id: UUID, before: UUID | None, limit: int) -> Sequence[JournalEntry]:
    """What was done in an organisation, the latest first."""
    query = select(JournalEntry).where(JournalEntry.organisation_id == organisation_id)
    if before is not None:
        query = query.where(JournalEntry.id < before)
    return (await session.scalars(query.order_by(JournalEntry.id.desc()).limit(limit))).all()
