"""All queries of organisations and machine clients."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, func, insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from services.contracts.organisations.models import Client, Organisation

# Reads these tables by name: organisations know nothing of agreements.
_MET = text(
    "SELECT unnest(ARRAY[c.donneur_ordre_id, c.sous_traitant_id]) AS met FROM contract c"
    " JOIN contract_party p ON p.contract_id = c.contract_id"
    " WHERE p.organisation_id = :met_by AND p.valid_from <= now() AND (p.valid_to IS NULL OR p.valid_to > now())"
).columns(met=Organisation.id.type)
_KNOWN = text("SELECT known FROM known_organisations(CAST(:ids AS uuid[])) AS known")


async def add_organisation(session: AsyncSession, organisation_id: UUID, name: str, created_at: datetime) -> None:
    """Keep a new organisation."""
    await session.execute(insert(Organisation).values(id=organisation_id, name=name, created_at=created_at))


def _seen_by(query: Select[Organisation], organisation_id: UUID | None) -> Select[Organisation]:
    """Only what an organisation is or shares a contract with; everything without one."""
    if organisation_id is None:
        return query
    return query.where(
        (Organisation.id == organisation_id) | Organisation.id.in_(_MET.bindparams(met_by=organisation_id))
    )


async def organisation(session: AsyncSession, visible_to: UUID | None, organisation_id: UUID) -> Organisation | None:
    """An organisation, if `visible_to` is it or shares a contract with it; None sees all."""
    query = select(Organisation).where(Organisation.id == organisation_id)
    return await session.scalar(_seen_by(query, visible_to))


async def organisations(
    session: AsyncSession, visible_to: UUID | None, after: UUID | None, limit: int
) -> Sequence[Organisation]:
    """Organisations by id that `visible_to` is or shares a contract with; None sees all."""
    query = _seen_by(select(Organisation), visible_to).order_by(Organisation.id).limit(limit)
    if after is not None:
        query = query.where(Organisation.id > after)
    return (await session.scalars(query)).all()


async def known(session: AsyncSession, organisation_ids: Sequence[UUID]) -> set[UUID]:
    """Which of these organisations exist, whether or not the session may see them."""
    return set((await session.scalars(_KNOWN, {"ids": list(organisation_ids)})).all())


async def add_client(
    session: AsyncSession,
    client_id: str,
    organisation_id: UUID,
    name: str,
    functions: Sequence[str],
    created_at: datetime,
) -> None:
    """Keep a new machine client."""
    await session.execute(
        insert(Client).values(
            id=client_id, organisation_id=organisation_id, name=name, functions=list(functions), created_at=created_at
        )
    )


async def clients(session: AsyncSession, organisation_id: UUID, after: str | None, limit: int) -> Sequence[Client]:
    """Machine clients of an organisation by id, revoked ones included."""
    query = select(Client).where(Client.organisation_id == organisation_id).order_by(Client.id).limit(limit)
    if after is not None:
        query = query.where(Client.id > after)
    return (await session.scalars(query)).all()


async def client(session: AsyncSession, organisation_id: UUID, client_id: str) -> Client | None:
    """A machine client of an organisation."""
    return await session.scalar(select(Client).where(Client.id == client_id, Client.organisation_id == organisation_id))


async def revoke(session: AsyncSession, client_id: str) -> None:
    """Note that a client may act no more; the first time counts."""
    await session.execute(
        update(Client)
        .where(Client.id == client_id, Client.revoked_at.is_(None))
        .values(revoked_at=func.clock_timestamp())
        .execution_options(synchronize_session=False)
    )
