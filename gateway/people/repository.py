"""Queries on the accounts of people."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Row, delete, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.models import Account, RecoveryCode, SecondFactor


async def by_address(session: AsyncSession, email: str) -> Row[UUID, str | None] | None:
    """Whose address it is, and the kept hash of their password."""
    query = select(Account.person_id, Account.password_hash).where(Account.email == email)
    return (await session.execute(query)).one_or_none()


async def keep(session: AsyncSession, person_id: UUID, organisation_id: UUID, email: str, password_hash: str) -> None:
    """Set the address and the password of a person, in place of those before."""
    # The contracts service gives an address to one person only: another account with it is of somebody it did not keep.
    await session.execute(delete(Account).where(Account.email == email, Account.person_id != person_id))
    values = {
        "organisation_id": organisation_id, "email": email, "password_hash": password_hash, "closed_at": None,
    }  # fmt: skip
    statement = insert(Account).values(person_id=person_id, **values)
    await session.execute(statement.on_conflict_do_update(index_elements=[Account.person_id], set_=values))


async def of_person(session: AsyncSession, person_id: UUID) -> Row[str | None, str | None] | None:
    """The address and the kept hash of a person."""
    query = select(Account.email, Account.password_hash).where(
        Account.person_id == person_id, Account.closed_at.is_(None)
    )
    return (await session.execute(query)).one_or_none()


async def organisation_of(session: AsyncSession, person_id: UUID) -> UUID | None:
    """For which organisation somebody may sign in; None when they may not."""
    query = select(Account.organisation_id).where(Account.person_id == person_id, Account.closed_at.is_(None))
    return await session.scalar(query)


async def any_open(session: AsyncSession, person_ids: Collection[UUID]) -> bool:
    """Whether one of these people may sign in."""
    query = select(Account.person_id).where(Account.person_id.in_(person_ids), Account.closed_at.is_(None))
    return (await session.execute(query.limit(1))).first() is not None


async def set_password(session: AsyncSession, person_id: UUID, password_hash: str) -> bool:
    """Change the password of a person; whether they have an account."""
    changed = await session.execute(
        update(Account)
        .where(Account.person_id == person_id, Account.closed_at.is_(None))
        .values(password_hash=password_hash)
        .returning(Account.person_id)
    )
    return changed.first() is not None


async def close(session: AsyncSession, person_id: UUID) -> None:
    """Take the address, the password and the second factor of a person away."""
    for table in (SecondFactor, RecoveryCode):
        await session.execute(delete(table).where(table.person_id == person_id))
    await session.execute(
        update(Account)
        .where(Account.person_id == person_id, Account.closed_at.is_(None))
        .values(email=None, password_hash=None, closed_at=func.clock_timestamp())
    )
