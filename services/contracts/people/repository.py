"""All queries of people."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.access import Function
from services.contracts.people.models import Person

# Two administrators who deactivate each other must not both find the other one still there.
_LOCK = text("SELECT pg_advisory_xact_lock(hashtextextended('people of ' || :organisation, 0))")


async def lock(session: AsyncSession, organisation_id: UUID) -> None:
    """Let nobody else change the people of an organisation until this transaction ends."""
    await session.execute(_LOCK, {"organisation": str(organisation_id)})


async def add(session: AsyncSession, columns: dict[str, Any]) -> bool:
    """Keep somebody new, unless somebody active has the address; whether it was kept."""
    statement = insert(Person).values(**columns).on_conflict_do_nothing().returning(Person.id)
    return (await session.execute(statement)).first() is not None


async def find(session: AsyncSession, organisation_id: UUID, person_id: UUID) -> Person | None:
    """Somebody of an organisation, deactivated or not."""
    return await session.scalar(
        select(Person)
        .where(Person.id == person_id, Person.organisation_id == organisation_id)
        .execution_options(populate_existing=True)
    )


async def acting_with(session: AsyncSession, organisation_id: UUID, function: Function) -> Sequence[Person]:
    """People of an organisation with a function who may act."""
    query = select(Person).where(
        Person.organisation_id == organisation_id,
        Person.deactivated_at.is_(None),
        Person.joined_at.is_not(None),
        Person.functions.contains([function]),
    )
    return (await session.scalars(query.order_by(Person.id))).all()


async def page(session: AsyncSession, organisation_id: UUID, after: UUID | None, limit: int) -> Sequence[Person]:
    """People of an organisation by id, deactivated ones included."""
    query = select(Person).where(Person.organisation_id == organisation_id).order_by(Person.id).limit(limit)
    if after is not None:
        query = query.where(Person.id > after)
    return (await session.scalars(query)).all()


async def other_administrators(session: AsyncSession, organisation_id: UUID, person_id: UUID) -> int:
    """How many others administer an organisation and may act."""
    return int(
        await session.scalar(
            select(func.count())
            .select_from(Person)
            .where(
                Person.organisation_id == organisation_id,
                Person.id != person_id,
                Person.deactivated_at.is_(None),
                Person.joined_at.is_not(None),
                Person.functions.contains([Function.ADMINISTRATOR]),
            )
        )
        or 0
    )


async def change(session: AsyncSession, person_id: UUID, columns: dict[str, Any]) -> None:
    """Write what somebody has become."""
    await session.execute(
        update(Person).where(Person.id == person_id).values(**columns).execution_options(synchronize_session=False)
    )


async def deactivate(session: AsyncSession, person_id: UUID) -> None:
    """Note that somebody may act no more."""
    await session.execute(
        update(Person)
        .where(Person.id == person_id)
        .values(deactivated_at=func.clock_timestamp())
        .execution_options(synchronize_session=False)
    )
