"""HTTP of invitations and links."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter

from services.common.auth.access import Permission
from services.common.auth.authentication import CallerDep
from services.common.auth.caller import Caller
from services.common.auth.dependencies import from_service, may
from services.common.dependencies import BackgroundSessionDep, SessionDep
from services.common.idempotency import OnceDep
from services.common.identifiers import parse_id
from services.common.schemas import Problem
from services.contracts.dependencies import CredentialsDep
from services.contracts.invitations import service
from services.contracts.invitations.schemas import InvitationView, Joining, LinkView, NewInvitation
from services.contracts.organisations.access import member_may

router = APIRouter(prefix="/v1/organisations/{organisation_id}", tags=["people"])
platform_router = APIRouter(prefix="/v1/platform", tags=["people"])
internal_router = APIRouter(prefix="/internal/people", tags=["directory"])

OwnDep = Annotated[UUID, member_may(Permission.PERSON_MANAGE)]


@router.post(
    "/invitations",
    status_code=201,
    summary="Invite a person",
    responses={409: {"model": Problem, "description": "Address taken"}},
)
async def invite_person_endpoint(
    body: NewInvitation,
    organisation_id: OwnDep,
    caller: CallerDep,
    session: SessionDep,
    credentials: CredentialsDep,
    once: OnceDep,
) -> InvitationView:
    """Invite somebody with their functions, by a link that is good for seven days and opens once.

    It goes by mail where the installation sends mail, and is shown this once. Deactivating the person revokes it.
    Takes an `Idempotency-Key`.
    """
    return await once(InvitationView, lambda: service.invite(session, credentials, caller, organisation_id, body))


@router.post("/people/{person_id}/links", status_code=201, summary="Give a person a new link")
async def give_link_endpoint(
    person_id: str, organisation_id: OwnDep, caller: CallerDep, session: SessionDep, credentials: CredentialsDep
) -> LinkView:
    """A link in place of those before, shown this once.

    For whoever is only invited, to join (seven days); for the others, to choose a new password (30 minutes).
    """
    return await service.give_link(session, credentials, caller, organisation_id, parse_id(person_id))


@platform_router.post(
    "/first-administrator-links",
    status_code=201,
    summary="Draw the first administrator's link",
    responses={409: {"model": Problem, "description": "The platform has an administrator"}},
)
async def first_link_endpoint(
    _caller: Annotated[Caller, may(Permission.PLATFORM_MANAGE)], session: SessionDep, credentials: CredentialsDep
) -> LinkView:
    """The link by which a new installation gets its first administrator; in place of the one before, good for a day."""
    return await service.first_link(session, credentials)


@internal_router.put("/{person_id}/joining", status_code=204)
async def join_endpoint(
    person_id: str, body: Joining, _caller: Annotated[Caller, from_service("gateway")], session: BackgroundSessionDep
) -> None:
    """Somebody came by their link, for the gateway."""
    await service.join(session, parse_id(person_id), body)
