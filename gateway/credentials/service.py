"""What may be done with credentials."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from gateway.credentials import repository, rules


async def draw(session: AsyncSession, client_id: str, organisation_id: UUID) -> str:
    """Draw a secret for a client, in place of the one before; it is told this once."""
    secret = rules.draw_secret()
    await repository.keep(session, client_id, rules.digest(secret), organisation_id)
    return secret


async def dictate(session: AsyncSession, client_id: str, secret: str) -> None:
    """Keep a given secret, unless it is the present one: for the first administrator, at each start."""
    if not rules.matches(secret, await repository.secret_digest(session, client_id)):
        await repository.keep(session, client_id, rules.digest(secret), None)


async def revoke(session: AsyncSession, client_id: str) -> None:
    """Take a client's secret away; a client that has none is as it should be."""
    await repository.revoke(session, client_id)
