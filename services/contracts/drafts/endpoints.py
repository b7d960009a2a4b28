"""HTTP of correcting a draft."""

from typing import Annotated

from fastapi import APIRouter, Header, Response

from services.common.auth.access import Permission
from services.common.auth.caller import ContractAccess
from services.common.auth.dependencies import party_may
from services.common.dependencies import SessionDep
from services.common.errors import PreconditionRequired
from services.common.pagination import Page, PageDep
from services.common.schemas import Problem
from services.contracts import paging
from services.contracts.agreements.rules import etag_of
from services.contracts.agreements.schemas import ContractView
from services.contracts.dependencies import NeighboursDep, RelayDep
from services.contracts.drafts import service
from services.contracts.drafts.schemas import Correction, CorrectionView

router = APIRouter(prefix="/v1/contracts/{contract_id}", tags=["contracts"])

WriterDep = Annotated[ContractAccess, party_may(Permission.TERMS_WRITE)]
IfMatch = Annotated[str | None, Header(max_length=1000)]
REFUSALS: dict[int | str, dict[str, object]] = {
    409: {"model": Problem, "description": "The contract is no draft any more, or something hangs on it"},
    412: {"model": Problem, "description": "The contract is not at the revision of If-Match"},
    428: {"model": Problem, "description": "If-Match is missing"},
}


@router.patch("", summary="Correct a draft", responses=REFUSALS)
async def correct_contract_endpoint(
    body: Correction,
    access: WriterDep,
    session: SessionDep,
    relay: RelayDep,
    neighbours: NeighboursDep,
    response: Response,
    if_match: IfMatch = None,
) -> ContractView:
    """Correct title, kind, dates, zone or parties of a draft; what is left out stays, and the history keeps both.

    Needs `If-Match` with the `ETag` that was read. Another first day or zone takes along the parameters and commitments
    written for the first instant. The parties change only by the donneur d'ordre (or the platform), while nothing was
    accepted, the party that leaves wrote nothing, and no source, note or answer hangs on the draft (`held_by`).
    """
    view = await service.correct(session, relay, neighbours, access, body, _needed(if_match))
    response.headers["etag"] = etag_of(view.revision)
    return view


@router.delete("", status_code=204, summary="Give a draft up", responses=REFUSALS)
async def abandon_contract_endpoint(
    access: WriterDep, session: SessionDep, relay: RelayDep, neighbours: NeighboursDep, if_match: IfMatch = None
) -> None:
    """Give up a draft that was made by mistake: neither party finds it any more, the platform's record stays.

    Needs `If-Match`. Only the donneur d'ordre (or the platform) does so, while nothing was accepted and nothing hangs
    on the draft.
    """
    await service.abandon(session, relay, neighbours, access, _needed(if_match))


@router.get("/corrections", summary="List corrections of a draft")
async def list_corrections_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.CONTRACT_READ)], session: SessionDep, page: PageDep
) -> Page[CorrectionView]:
    """Who corrected the draft and when, what it said before and after."""
    rows = await service.list_made(session, access.contract_id, paging.position(page), page.limit + 1)
    return paging.page_of(rows, page, service.show, lambda row: row.id)


def _needed(if_match: str | None) -> str:
    if if_match is None:
        raise PreconditionRequired("Send the ETag that was read as If-Match.")
    return if_match
