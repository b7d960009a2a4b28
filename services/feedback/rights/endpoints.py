"""HTTP of requests of persons."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Request

from services.common.auth.access import Permission
from services.common.auth.caller import Caller, ContractAccess
from services.common.auth.dependencies import from_service, party_may
from services.common.dependencies import BackgroundSessionDep, SessionDep
from services.common.errors import FieldFault, Invalid
from services.common.idempotency import OnceDep
from services.common.identifiers import parse_id
from services.common.pagination import Page, PageDep, cut_page, encode_cursor
from services.feedback.dependencies import VaultDep
from services.feedback.rights import repository, service
from services.feedback.rights.person import Reader
from services.feedback.rights.schemas import (
    ErasureTold,
    Findings,
    NewPersonRequest,
    NextStep,
    PersonExport,
    PersonRequestOut,
    TicketsErased,
)

router = APIRouter(tags=["rights"])

_PATH = "/v1/contracts/{contract_id}/person-requests"


@router.get(_PATH, summary="List requests of persons")
async def list_person_requests_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.PERSON_REQUEST_READ)], session: SessionDep, page: PageDep
) -> Page[PersonRequestOut]:
    """Requests for access and erasure, the newest first, the same for both parties."""
    rows = await repository.page(session, access.contract_id, _before(page), page.limit + 1)
    shown, more = cut_page(rows, page.limit)
    return Page(
        items=[service.show(row) for row in shown], next_cursor=encode_cursor(str(shown[-1].id)) if more else None
    )


@router.post(_PATH, status_code=201, summary="Record a request of a person")
async def record_person_request_endpoint(
    body: NewPersonRequest,
    access: Annotated[ContractAccess, party_may(Permission.PERSON_REQUEST_WRITE)],
    request: Request,
    session: SessionDep,
    vault: VaultDep,
    once: OnceDep,
) -> PersonRequestOut:
    """Keep what an end customer asked either party. The references are sealed, and forgotten once it is answered."""

    async def write() -> PersonRequestOut:
        return await service.record(session, vault, request.app.state.pseudonym_key, access, body)

    return await once(PersonRequestOut, write)


@router.post(_PATH + "/{request_id}/steps", summary="Take a step of a request")
async def take_step_endpoint(
    request_id: str,
    body: NextStep,
    access: Annotated[ContractAccess, party_may(Permission.PERSON_REQUEST_WRITE)],
    session: SessionDep,
) -> PersonRequestOut:
    """Begin it, extend it, order the erasure, answer or refuse it: the party in charge does."""
    return await service.take(session, access, parse_id(request_id), body)


@router.get(_PATH + "/{request_id}/findings", summary="Count what is held about a person")
async def count_findings_endpoint(
    request_id: str,
    access: Annotated[ContractAccess, party_may(Permission.PERSON_REQUEST_WRITE)],
    request: Request,
    session: SessionDep,
    background: BackgroundSessionDep,
) -> Findings:
    """How much there is, to be looked at before an erasure is ordered; for the party in charge."""
    found = await service.in_charge(session, access, parse_id(request_id))
    reader: Reader = request.app.state.person_reader
    return await reader.count(background, access.contract_id, found.id)


@router.get(_PATH + "/{request_id}/export", summary="Export what is held about a person")
async def export_person_endpoint(
    request_id: str,
    access: Annotated[ContractAccess, party_may(Permission.PERSON_REQUEST_WRITE)],
    request: Request,
    session: SessionDep,
    background: BackgroundSessionDep,
) -> PersonExport:
    """Deliveries as they came, events, answers and their words: for the party in charge, which answers the person.

    Each export is written down among the steps of the request. What is in it is kept nowhere else.
    """
    found = await service.in_charge(session, access, parse_id(request_id))
    reader: Reader = request.app.state.person_reader
    exported = await reader.export(background, access.contract_id, found.id)
    await repository.note(session, access.contract_id, found.id, service.step_of("export", access.side))
    return exported


@router.put("/internal/person-requests/{request_id}/erasure", status_code=204)
async def keep_outcome_endpoint(
    request_id: str,
    body: ErasureTold,
    _caller: Annotated[Caller, from_service("kpi")],
    session: BackgroundSessionDep,
) -> None:
    """kpi has erased its part; told again it changes nothing."""
    await service.keep_outcome(session, parse_id(request_id), body)


@router.post("/internal/erased-tickets", status_code=204)
async def erase_words_endpoint(
    body: TicketsErased, _caller: Annotated[Caller, from_service("kpi")], session: BackgroundSessionDep
) -> None:
    """Deliveries that this contract shares with another one were erased there: the words that they brought go too."""
    await repository.erase(
        session, body.contract_id, await repository.told_with(session, body.contract_id, body.tickets)
    )


def _before(page: PageDep) -> UUID | None:
    position = page.text_position(1)
    if position is None:
        return None
    try:
        return UUID(position[0])
    except ValueError:
        raise Invalid(FieldFault("cursor", "is not a cursor of this list")) from None
