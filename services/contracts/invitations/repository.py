"""Queries that only joining needs."""

from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from services.contracts.organisations.bootstrap import OPERATOR
from services.contracts.organisations.models import Organisation
from services.contracts.people.models import Person


async def operator(session: AsyncSession) -> UUID:
    """The organisation of the installation's operator; made at the first start."""
    return (await session.execute(select(Organisation.id).where(Organisation.marker == OPERATOR))).scalar_one()


async def join(session: AsyncSession, person_id: UUID, name: str, language: str) -> bool:
    """Let somebody invited act; whether there is such a person. The first time counts."""
    joined = await session.execute(
        update(Person)
        .where(Person.id == person_id, Person.deactivated_at.is_(None))
        .values(name=name, language=language, joined_at=func.coalesce(Person.joined_at, func.clock_timestamp()))
        .returning(Person.id)
        .execution_options(synchronize_session=False)
    )
    return joined.first() is not None


async def change_address(session: AsyncSession, person_id: UUID, email: str) -> bool:
    """Give somebody another address, unless it is of somebody else who may act; whether it was done."""
    other = aliased(Person)
    taken = select(other.id).where(other.email == email, other.id != person_id, other.deactivated_at.is_(None))
    changed = await session.execute(
        update(Person)
        .where(Person.id == person_id, ~taken.exists())
        .values(email=email)
        .returning(Person.id)
        .execution_options(synchronize_session=False)
    )
    return changed.first() is not None
