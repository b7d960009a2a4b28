"""Queries on links."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Row, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.links.rules import Purpose
from gateway.models import PersonalLink

KEPT = timedelta(days=30)
_LIVE = (PersonalLink.ended_at.is_(None), PersonalLink.expires_at > func.now())


async def keep(
    session: AsyncSession, digest: bytes, purpose: Purpose, person_id: UUID, organisation_id: UUID, life: timedelta
) -> datetime:
    """Keep a new link; when it ends."""
    await session.execute(delete(PersonalLink).where(PersonalLink.expires_at < func.now() - KEPT))
    made = await session.execute(
        insert(PersonalLink)
        .values(
            digest=digest,
            purpose=purpose,
            person_id=person_id,
            organisation_id=organisation_id,
            expires_at=func.now() + life,
        )
        .returning(PersonalLink.expires_at)
    )
    return made.scalar_one()


async def find(session: AsyncSession, digest: bytes) -> Row[str, UUID, UUID, datetime] | None:
    """A link that is still good: its purpose, whose, of which organisation, until when."""
    query = select(
        PersonalLink.purpose, PersonalLink.person_id, PersonalLink.organisation_id, PersonalLink.expires_at
    ).where(PersonalLink.digest == digest, *_LIVE)
    return (await session.execute(query)).one_or_none()


async def use(session: AsyncSession, digest: bytes) -> bool:
    """End a link by using it; whether it was still good."""
    used = await session.execute(
        update(PersonalLink)
        .where(PersonalLink.digest == digest, *_LIVE)
        .values(ended_at=func.clock_timestamp())
        .returning(PersonalLink.digest)
        .execution_options(synchronize_session=False)
    )
    return used.first() is not None


async def end_of_person(session: AsyncSession, person_id: UUID) -> None:
    """End every link of a person."""
    await session.execute(
        update(PersonalLink)
        .where(PersonalLink.person_id == person_id, PersonalLink.ended_at.is_(None))
        .values(ended_at=func.clock_timestamp())
    )


async def end_of_purpose(session: AsyncSession, purpose: Purpose) -> None:
    """End every link with a purpose."""
    await session.execute(
        update(PersonalLink)
        .where(PersonalLink.purpose == purpose, PersonalLink.ended_at.is_(None))
        .values(ended_at=func.clock_timestamp())
    )


async def drawn_since(session: AsyncSession, person_id: UUID, age: timedelta) -> int:
    """How many links a person was given within that age."""
    query = select(func.count()).where(PersonalLink.person_id == person_id, PersonalLink.created_at > func.now() - age)
    return int(await session.scalar(query) or 0)
