"""HTTP of amendments that do not come into force."""

from typing import Annotated

from fastapi import APIRouter, Header

from services.common.auth.access import Permission
from services.common.auth.caller import ContractAccess
from services.common.auth.dependencies import party_may
from services.common.dependencies import SessionDep
from services.common.idempotency import OnceDep
from services.common.identifiers import parse_id
from services.common.pagination import Page, PageDep
from services.common.schemas import Problem
from services.contracts import paging
from services.contracts.closings import service
from services.contracts.closings.schemas import ClosingView, Refusal, Withdrawal

router = APIRouter(prefix="/v1/contracts/{contract_id}/amendments", tags=["amendments"])

IfMatch = Annotated[str | None, Header(max_length=1000)]
REFUSALS: dict[int | str, dict[str, object]] = {
    409: {"model": Problem, "description": "It is in force, refused or withdrawn, or belongs to a draft"},
    412: {"model": Problem, "description": "The contract is not at the revision of If-Match"},
}


@router.get("/closings", summary="List amendments that did not come into force")
async def list_closings_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.CONTRACT_READ)], session: SessionDep, page: PageDep
) -> Page[ClosingView]:
    """Which proposed amendments were withdrawn or refused, by whom, when and why."""
    rows = await service.list_made(session, access.contract_id, paging.position(page), page.limit + 1)
    return paging.page_of(rows, page, service.show, lambda row: row.id)


@router.post("/{version_id}/refusal", status_code=201, summary="Refuse an amendment", responses=REFUSALS)
async def refuse_amendment_endpoint(
    version_id: str,
    body: Refusal,
    access: Annotated[ContractAccess, party_may(Permission.ACCEPTANCE_CREATE)],
    session: SessionDep,
    once: OnceDep,
    if_match: IfMatch = None,
) -> ClosingView:
    """Refuse what the other side proposed, and say why.

    Commitments that were to serve a refused objective are refused with it. Takes an `Idempotency-Key` and an
    `If-Match`.
    """
    amendment_id = parse_id(version_id)
    return await once(ClosingView, lambda: service.refuse(session, access, amendment_id, body.comment, if_match))


@router.post("/{version_id}/withdrawal", status_code=201, summary="Withdraw an amendment", responses=REFUSALS)
async def withdraw_amendment_endpoint(
    version_id: str,
    access: Annotated[ContractAccess, party_may(Permission.TERMS_WRITE)],
    session: SessionDep,
    once: OnceDep,
    body: Withdrawal | None = None,
    if_match: IfMatch = None,
) -> ClosingView:
    """Take back what your own side proposed, as long as it is not in force.

    Takes an `Idempotency-Key` and an `If-Match`.
    """
    amendment_id = parse_id(version_id)
    comment = None if body is None else body.comment
    return await once(ClosingView, lambda: service.withdraw(session, access, amendment_id, comment, if_match))
