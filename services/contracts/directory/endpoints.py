"""Internal routes: other services only, by their own signature."""

from typing import Annotated

from fastapi import APIRouter, Header, Query, Response

from services.common.auth.caller import Caller
from services.common.auth.dependencies import from_service
from services.common.dependencies import BackgroundSessionDep
from services.common.errors import FieldFault, Invalid
from services.common.identifiers import parse_id
from services.common.pagination import Page, PageDep, encode_cursor
from services.contracts.directory import repository, service
from services.contracts.directory.schemas import ClientSnapshot, ContractSnapshot, PersonSnapshot, Standing
from services.contracts.organisations.rules import client_id_of

router = APIRouter(prefix="/internal", tags=["directory"])


@router.get("/contracts/{contract_id}")
async def read_contract_endpoint(
    contract_id: str, _caller: Annotated[Caller, from_service("kpi", "feedback")], session: BackgroundSessionDep
) -> ContractSnapshot:
    """The snapshot of one contract."""
    return await service.contract(session, parse_id(contract_id))


@router.get("/contracts", response_model=Page[ContractSnapshot])
async def list_contracts_endpoint(
    _caller: Annotated[Caller, from_service("kpi", "feedback")],
    session: BackgroundSessionDep,
    page: PageDep,
    response: Response,
    after: Annotated[int, Query(ge=0, le=2**62)] = 0,
    if_none_match: Annotated[str | None, Header()] = None,
) -> Page[ContractSnapshot] | Response:
    """Every contract, or those that changed after change number `after`; the ETag is the number of the last change.

    Read before the contracts, so that a change in between is seen at the next call rather than never.
    """
    etag = f'"{await repository.last_change(session)}"'
    if if_none_match == etag:
        return Response(status_code=304, headers={"etag": etag})
    response.headers["etag"] = etag
    snapshots, following = await service.changed_after(session, _position(page.after, after), page.limit)
    return Page(items=snapshots, next_cursor=None if following is None else encode_cursor(following))


@router.get("/clients/{client_id}")
async def read_client_endpoint(
    client_id: str, _caller: Annotated[Caller, from_service("gateway")], session: BackgroundSessionDep
) -> ClientSnapshot:
    """A machine client, for the gateway."""
    return await service.client(session, client_id_of(client_id))


@router.get("/people/{person_id}")
async def read_person_endpoint(
    person_id: str, _caller: Annotated[Caller, from_service("gateway")], session: BackgroundSessionDep
) -> PersonSnapshot:
    """A person, for the gateway."""
    return await service.person(session, parse_id(person_id))


@router.get("/organisations/{organisation_id}/standing")
async def read_standing_endpoint(
    organisation_id: str,
    _caller: Annotated[Caller, from_service("gateway")],
    session: BackgroundSessionDep,
    among: Annotated[str, Query(max_length=4000)] = "",
) -> Standing:
    """Which of these contracts (ids between commas) an organisation is a party of now."""
    return await service.standing(session, parse_id(organisation_id), among)


def _position(cursor: list[object] | None, after: int) -> int:
    match cursor:
        case None:
            return after
        case [int(change)] if not isinstance(change, bool) and 0 <= change <= 2**62:
            return change
        case _:
            raise Invalid(FieldFault("cursor", "is not a cursor of this list"))
