"""What can be done with organisations and their machine clients."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.caller import Caller
from services.common.database import after_commit
from services.common.errors import Forbidden, NotFound
from services.common.identifiers import new_id
from services.common.instants import now
from services.common.outbox import Relay, tell
from services.contracts.gateway import Credentials, credentials_path
from services.contracts.organisations import repository, rules
from services.contracts.organisations.models import Client, Organisation
from services.contracts.organisations.schemas import ClientCredentials, NewClient, NewOrganisation, OrganisationView


async def create(session: AsyncSession, body: NewOrganisation) -> OrganisationView:
    """Add an organisation."""
    view = OrganisationView(id=new_id(), name=body.name, created_at=now())
    await repository.add_organisation(session, view.id, view.name, view.created_at)
    return view


async def list_visible(session: AsyncSession, caller: Caller, after: UUID | None, limit: int) -> Sequence[Organisation]:
    """The caller's organisation and those it shares a contract with; all of them for the platform."""
    return await repository.organisations(session, _sight_of(caller), after, limit)


async def read(session: AsyncSession, caller: Caller, organisation_id: UUID) -> Organisation:
    """One organisation that the caller may see. Raises: NotFound."""
    found = await repository.organisation(session, _sight_of(caller), organisation_id)
    if found is None:
        raise NotFound
    return found


def _sight_of(caller: Caller) -> UUID | None:
    # An organisation that does not exist sees nothing.
    return None if caller.is_platform_admin else caller.organisation_id or UUID(int=0)


async def create_client(
    session: AsyncSession, credentials: Credentials, caller: Caller, organisation_id: UUID, body: NewClient
) -> ClientCredentials:
    """Add a machine client, whose secret the gateway draws.

    A secret whose client was not kept in the end opens nothing: the gateway asks here who a client is.
    Raises: Forbidden, Unavailable.
    """
    if not rules.may_give(caller.functions, body.functions):
        raise Forbidden("Only a platform_admin may give platform_admin.")
    client_id = str(new_id())
    await repository.add_client(session, client_id, organisation_id, body.name, body.functions, now())
    return ClientCredentials(
        client_id=client_id,
        client_secret=await credentials.draw(client_id, organisation_id),
        name=body.name,
        functions=body.functions,
        organisation_id=organisation_id,
    )


async def list_clients(session: AsyncSession, organisation_id: UUID, after: str | None, limit: int) -> Sequence[Client]:
    """Machine clients of an organisation."""
    return await repository.clients(session, organisation_id, after, limit)


async def revoke_client(session: AsyncSession, relay: Relay, organisation_id: UUID, client_id: str) -> None:
    """Revoke a client here and its secret at the gateway; quiet when it was done before. Raises: NotFound."""
    client = await repository.client(session, organisation_id, client_id)
    if client is None:
        raise NotFound
    if client.revoked_at is None:
        await repository.revoke(session, client_id)
        await tell(session, "gateway", "DELETE", credentials_path(client_id), None)
        after_commit(session, relay.deliver_now)
