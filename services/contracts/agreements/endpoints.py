"""HTTP of contracts."""

from typing import Annotated

from fastapi import APIRouter, Response

from services.common.auth.access import Permission
from services.common.auth.caller import Caller, ContractAccess
from services.common.auth.dependencies import may, party_may
from services.common.dependencies import SessionDep
from services.common.idempotency import OnceDep
from services.common.pagination import Page, PageDep
from services.contracts import paging
from services.contracts.agreements import rules, service
from services.contracts.agreements.schemas import ContractView, NewContract
from services.contracts.dependencies import RelayDep

router = APIRouter(prefix="/v1/contracts", tags=["contracts"])


@router.post("", status_code=201, summary="Draft a contract")
async def create_contract_endpoint(
    body: NewContract,
    caller: Annotated[Caller, may(Permission.CONTRACT_CREATE)],
    session: SessionDep,
    relay: RelayDep,
    once: OnceDep,
    response: Response,
) -> ContractView:
    """Draft a contract between two organisations. It is active once both have accepted its text.

    Takes an `Idempotency-Key`.
    """
    view = await once(ContractView, lambda: service.create(session, relay, caller, body))
    response.headers["etag"] = rules.etag_of(view.revision)
    return view


@router.get("", summary="List contracts")
async def list_contracts_endpoint(
    caller: Annotated[Caller, may(Permission.CONTRACT_READ)], session: SessionDep, page: PageDep
) -> Page[ContractView]:
    """The contracts that your organisation is a party of; all of them for a platform administrator."""
    rows = await service.list_visible(session, caller, paging.position(page), page.limit + 1)
    return paging.page_of(rows, page, service.show, lambda row: row.id)


@router.get("/{contract_id}", summary="Read a contract")
async def read_contract_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.CONTRACT_READ)], session: SessionDep, response: Response
) -> ContractView:
    """One contract. Its `ETag` is the revision that `If-Match` expects."""
    view = service.show(await service.read(session, access.contract_id))
    response.headers["etag"] = rules.etag_of(view.revision)
    return view
