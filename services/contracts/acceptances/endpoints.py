"""HTTP of acceptances."""

from typing import Annotated

from fastapi import APIRouter, Header, Response

from services.common.auth.access import Permission
from services.common.auth.caller import ContractAccess
from services.common.auth.dependencies import party_may
from services.common.dependencies import SessionDep
from services.common.idempotency import OnceDep
from services.common.pagination import Page, PageDep
from services.common.schemas import Problem
from services.contracts import paging
from services.contracts.acceptances import service
from services.contracts.acceptances.schemas import AcceptanceResult, AcceptanceView, ContractTextView, NewAcceptance
from services.contracts.agreements.rules import etag_of
from services.contracts.dependencies import RelayDep

router = APIRouter(prefix="/v1/contracts/{contract_id}/acceptances", tags=["acceptances"])
text_router = APIRouter(prefix="/v1/contracts/{contract_id}/text", tags=["acceptances"])


@router.post(
    "",
    status_code=201,
    summary="Accept",
    responses={
        200: {"model": AcceptanceResult, "description": "All of it was accepted before"},
        409: {"model": Problem, "description": "The version named belongs to a draft, or waits no more"},
        412: {"model": Problem, "description": "The contract is not at the revision of If-Match"},
    },
)
async def accept_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.ACCEPTANCE_CREATE)],
    session: SessionDep,
    relay: RelayDep,
    once: OnceDep,
    response: Response,
    body: NewAcceptance | None = None,
    if_match: Annotated[str | None, Header(max_length=1000)] = None,
) -> AcceptanceResult:
    """Accept the contract for your side.

    A draft is accepted as it stands, parameters, objectives and commitments included; it is active once both sides have
    accepted the same text. Later this accepts the proposed amendments, all of them or the one named (a commitment
    together with its objective). An empty body, or `{}`, is enough. The
    digest is the SHA-256 of the canonical JSON of the present text. Takes an `Idempotency-Key`, and an `If-Match` to
    accept nothing but what was read.
    """
    wanted = body or NewAcceptance()
    result = await once(
        AcceptanceResult,
        lambda: service.accept(session, relay, access, wanted.version_id, if_match, wanted.comment),
    )
    if not result.accepted:
        response.status_code = 200
    return result


@router.get("", summary="List acceptances")
async def list_acceptances_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.CONTRACT_READ)], session: SessionDep, page: PageDep
) -> Page[AcceptanceView]:
    """Who accepted which text and when, void acceptances included."""
    rows = await service.list_given(session, access.contract_id, paging.position(page), page.limit + 1)
    return paging.page_of(rows, page, lambda row: row, lambda row: row.id)


@text_router.get("", summary="Read the text to accept")
async def read_text_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.CONTRACT_READ)], session: SessionDep, response: Response
) -> ContractTextView:
    """The contract with its parameters, objectives and commitments, exactly as it is accepted, and its digest."""
    view = await service.read_text(session, access.contract_id)
    response.headers["etag"] = etag_of(view.revision)
    return view
