"""HTTP of organisations and their machine clients."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter

from services.common.auth.access import Permission
from services.common.auth.authentication import CallerDep
from services.common.auth.caller import Caller
from services.common.auth.dependencies import may
from services.common.dependencies import SessionDep
from services.common.errors import FieldFault, Invalid, NotFound
from services.common.idempotency import OnceDep
from services.common.identifiers import parse_id
from services.common.pagination import Page, PageDep, PageRequest, cut_page, encode_cursor
from services.contracts import paging
from services.contracts.dependencies import CredentialsDep, RelayDep
from services.contracts.organisations import rules, service
from services.contracts.organisations.access import member_may
from services.contracts.organisations.models import Client
from services.contracts.organisations.schemas import (
    ClientCredentials,
    ClientView,
    NewClient,
    NewOrganisation,
    OrganisationView,
)

router = APIRouter(prefix="/v1/organisations", tags=["organisations"])


@router.post("", status_code=201, summary="Add an organisation")
async def create_organisation_endpoint(
    body: NewOrganisation,
    _caller: Annotated[Caller, may(Permission.ORGANISATION_CREATE)],
    session: SessionDep,
    once: OnceDep,
) -> OrganisationView:
    """Add a company. Takes an `Idempotency-Key`."""
    return await once(OrganisationView, lambda: service.create(session, body))


@router.get("", summary="List organisations")
async def list_organisations_endpoint(
    caller: Annotated[Caller, may(Permission.ORGANISATION_READ)], session: SessionDep, page: PageDep
) -> Page[OrganisationView]:
    """Your organisation and those it shares a contract with; all of them for a platform administrator."""
    rows = await service.list_visible(session, caller, paging.position(page), page.limit + 1)
    return paging.page_of(rows, page, OrganisationView.model_validate, lambda row: row.id)


@router.get("/{organisation_id}", summary="Read an organisation")
async def read_organisation_endpoint(
    organisation_id: str, caller: Annotated[Caller, may(Permission.ORGANISATION_READ)], session: SessionDep
) -> OrganisationView:
    """One organisation: yours, or one that you share a contract with."""
    return OrganisationView.model_validate(await service.read(session, caller, parse_id(organisation_id)))


@router.post("/{organisation_id}/clients", status_code=201, summary="Add a machine client")
async def create_client_endpoint(
    body: NewClient,
    organisation_id: Annotated[UUID, member_may(Permission.CLIENT_MANAGE)],
    caller: CallerDep,
    session: SessionDep,
    credentials: CredentialsDep,
    once: OnceDep,
) -> ClientCredentials:
    """Add a machine client with its functions. The secret is shown this once. Takes an `Idempotency-Key`."""
    return await once(
        ClientCredentials, lambda: service.create_client(session, credentials, caller, organisation_id, body)
    )


@router.get("/{organisation_id}/clients", summary="List machine clients")
async def list_clients_endpoint(
    organisation_id: Annotated[UUID, member_may(Permission.CLIENT_MANAGE)], session: SessionDep, page: PageDep
) -> Page[ClientView]:
    """Machine clients of an organisation, revoked ones included; never their secrets."""
    rows = await service.list_clients(session, organisation_id, _client_position(page), page.limit + 1)
    kept, more = cut_page(rows, page.limit)
    return Page(items=[_client_view(row) for row in kept], next_cursor=encode_cursor(kept[-1].id) if more else None)


@router.delete("/{organisation_id}/clients/{client_id}", status_code=204, summary="Revoke a machine client")
async def revoke_client_endpoint(
    client_id: str,
    organisation_id: Annotated[UUID, member_may(Permission.CLIENT_MANAGE)],
    session: SessionDep,
    relay: RelayDep,
) -> None:
    """Revoke a client for good: its secret opens nothing any more. Revoking it again is a quiet success."""
    await service.revoke_client(session, relay, organisation_id, rules.client_id_of(client_id))


def _client_view(row: Client) -> ClientView:
    return ClientView.model_validate({**vars(row), "client_id": row.id})


def _client_position(page: PageRequest) -> str | None:
    after = page.text_position(1)
    try:
        return None if after is None else rules.client_id_of(after[0])
    except NotFound:
        raise Invalid(FieldFault("cursor", "is not a cursor of this list")) from None
