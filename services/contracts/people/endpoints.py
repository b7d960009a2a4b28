"""HTTP of people."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter

from services.common.auth.access import Permission
from services.common.auth.authentication import CallerDep
from services.common.dependencies import SessionDep
from services.common.idempotency import OnceDep
from services.common.identifiers import parse_id
from services.common.pagination import Page, PageDep
from services.common.schemas import Problem
from services.contracts import paging
from services.contracts.dependencies import CredentialsDep, RelayDep
from services.contracts.organisations.access import member_may
from services.contracts.people import service
from services.contracts.people.schemas import NewPerson, PersonChange, PersonCredentials, PersonView

router = APIRouter(prefix="/v1/organisations/{organisation_id}/people", tags=["people"])

OwnDep = Annotated[UUID, member_may(Permission.PERSON_MANAGE)]


@router.post(
    "", status_code=201, summary="Add a person", responses={409: {"model": Problem, "description": "Address taken"}}
)
async def create_person_endpoint(
    body: NewPerson,
    organisation_id: OwnDep,
    caller: CallerDep,
    session: SessionDep,
    credentials: CredentialsDep,
    once: OnceDep,
) -> PersonCredentials:
    """Add somebody with their functions. The drawn password is shown this once. Takes an `Idempotency-Key`."""
    return await once(PersonCredentials, lambda: service.create(session, credentials, caller, organisation_id, body))


@router.get("", summary="List people")
async def list_people_endpoint(organisation_id: OwnDep, session: SessionDep, page: PageDep) -> Page[PersonView]:
    """People of an organisation, deactivated ones included; never their passwords."""
    rows = await service.list_people(session, organisation_id, paging.position(page), page.limit + 1)
    return paging.page_of(rows, page, PersonView.model_validate, lambda row: row.id)


@router.patch(
    "/{person_id}",
    summary="Change a person",
    responses={409: {"model": Problem, "description": "The last administrator"}},
)
async def change_person_endpoint(
    person_id: str, body: PersonChange, organisation_id: OwnDep, caller: CallerDep, session: SessionDep
) -> PersonView:
    """Change a name or functions. Functions taken away work within a minute for whoever is signed in."""
    return await service.change(session, caller, organisation_id, parse_id(person_id), body)


@router.delete(
    "/{person_id}",
    status_code=204,
    summary="Deactivate a person",
    responses={409: {"model": Problem, "description": "The last administrator"}},
)
async def deactivate_person_endpoint(
    person_id: str, organisation_id: OwnDep, session: SessionDep, relay: RelayDep
) -> None:
    """Let somebody act no more: the password opens nothing, and sessions end within seconds.

    Deactivating again is a quiet success. The last administrator of an organisation stays.
    """
    await service.deactivate(session, relay, organisation_id, parse_id(person_id))
