"""Queries on credentials."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.models import Credential


async def secret_digest(session: AsyncSession, client_id: str) -> bytes | None:
    """The kept digest of a client that may sign in."""
    return await session.scalar(select(Credential.secret_sha256).where(Credential.client_id == client_id))


async def keep(session: AsyncSession, client_id: str, digest: bytes, organisation_id: UUID | None) -> None:
    """Set the secret of a client, in place of the one before."""
    values = {"secret_sha256": digest, "organisation_id": organisation_id}
    statement = insert(Credential).values(client_id=client_id, **values)
    await session.execute(
        statement.on_conflict_do_update(
            index_elements=[Credential.client_id], set_={**values, "created_at": func.clock_timestamp()}
        )
    )


async def revoke(session: AsyncSession, client_id: str) -> None:
    """Take a client's secret away, and say that tokens issued before are refused."""
    await session.execute(
        update(Credential)
        .where(Credential.client_id == client_id)
        .values(secret_sha256=None, revoked_at=func.clock_timestamp())
    )


async def revoked_since(session: AsyncSession, age: timedelta) -> Mapping[str, datetime]:
    """Clients revoked within that age, and when."""
    rows = await session.execute(
        select(Credential.client_id, Credential.revoked_at).where(Credential.revoked_at > func.now() - age)
    )
    return {client_id: revoked_at for client_id, revoked_at in rows if revoked_at is not None}
