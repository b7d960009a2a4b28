"""Queries on providers, and on sign-ins on their way to one."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Row, delete, func, insert, select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.models import Account, IdentityProvider, ProviderBinding, ProviderSignIn


async def of_organisation(session: AsyncSession, organisation_id: UUID) -> IdentityProvider | None:
    """The provider of an organisation."""
    query = select(IdentityProvider).where(IdentityProvider.organisation_id == organisation_id)
    return await session.scalar(query.execution_options(populate_existing=True))


async def of_domain(session: AsyncSession, domain: str) -> Sequence[UUID]:
    """Organisations whose provider speaks for addresses of a domain, the first that said so first."""
    query = select(IdentityProvider.organisation_id).where(IdentityProvider.domains.contains([domain]))
    return (await session.scalars(query.order_by(IdentityProvider.updated_at, IdentityProvider.organisation_id))).all()


async def keep(session: AsyncSession, organisation_id: UUID, columns: dict[str, Any]) -> None:
    """Set the provider of an organisation, in place of the one before."""
    values = {**columns, "updated_at": func.clock_timestamp()}
    statement = upsert(IdentityProvider).values(organisation_id=organisation_id, **values)
    await session.execute(
        statement.on_conflict_do_update(index_elements=[IdentityProvider.organisation_id], set_=values)
    )


async def remove(session: AsyncSession, organisation_id: UUID) -> bool:
    """Take the provider of an organisation away; whether there was one."""
    gone = await session.execute(
        delete(IdentityProvider)
        .where(IdentityProvider.organisation_id == organisation_id)
        .returning(IdentityProvider.organisation_id)
    )
    return gone.first() is not None


async def begin(
    session: AsyncSession, digest: bytes, organisation_id: UUID, return_to: str | None, life: timedelta
) -> None:
    """Keep a sign-in that is on its way."""
    await session.execute(delete(ProviderSignIn).where(ProviderSignIn.expires_at < func.now()))
    await session.execute(
        insert(ProviderSignIn).values(
            digest=digest, organisation_id=organisation_id, return_to=return_to, expires_at=func.now() + life
        )
    )


async def take(session: AsyncSession, digest: bytes) -> Row[UUID, str | None] | None:
    """A sign-in that comes back, which is then on its way no more: its organisation, and the page it goes to."""
    taken = await session.execute(
        delete(ProviderSignIn)
        .where(ProviderSignIn.digest == digest, ProviderSignIn.expires_at > func.now())
        .returning(ProviderSignIn.organisation_id, ProviderSignIn.return_to)
        .execution_options(synchronize_session=False)
    )
    return taken.one_or_none()


async def bind(session: AsyncSession, person_id: UUID, issuer: str, client_id: str, digest: bytes) -> bytes | None:
    """Keep who somebody is at a provider; what was kept before when it was known already, else None."""
    statement = upsert(ProviderBinding).values(
        person_id=person_id, issuer=issuer, client_id=client_id, subject_digest=digest
    )
    kept = await session.scalar(statement.on_conflict_do_nothing().returning(ProviderBinding.person_id))
    if kept is not None:
        return None
    held: bytes | None = await session.scalar(
        select(ProviderBinding.subject_digest).where(
            ProviderBinding.person_id == person_id,
            ProviderBinding.issuer == issuer,
            ProviderBinding.client_id == client_id,
        )
    )
    return held


async def bindings(session: AsyncSession, organisation_id: UUID) -> Sequence[Row[UUID, datetime]]:
    """Whom of an organisation its present provider knows, and since when."""
    query = (
        select(ProviderBinding.person_id, ProviderBinding.bound_at)
        .join(Account, Account.person_id == ProviderBinding.person_id)
        .join(
            IdentityProvider,
            (IdentityProvider.organisation_id == Account.organisation_id)
            & (IdentityProvider.issuer == ProviderBinding.issuer)
            & (IdentityProvider.client_id == ProviderBinding.client_id),
        )
        .where(Account.organisation_id == organisation_id)
        .order_by(ProviderBinding.person_id)
    )
    return (await session.execute(query)).all()


async def release(session: AsyncSession, person_id: UUID) -> bool:
    """Forget who somebody is at providers; whether anything was known."""
    gone = await session.execute(
        delete(ProviderBinding).where(ProviderBinding.person_id == person_id).returning(ProviderBinding.person_id)
    )
    return gone.first() is not None
