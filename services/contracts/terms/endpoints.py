"""HTTP of a contract's parameters."""

from typing import Annotated

from fastapi import APIRouter, Header, Response

from services.common.auth.access import Permission
from services.common.auth.caller import ContractAccess
from services.common.auth.dependencies import party_may
from services.common.dependencies import SessionDep
from services.common.pagination import Page, PageDep
from services.common.schemas import Problem
from services.contracts import paging
from services.contracts.agreements.rules import etag_of
from services.contracts.dependencies import RelayDep
from services.contracts.terms import service
from services.contracts.terms.schemas import Parameters, VersionView

router = APIRouter(prefix="/v1/contracts/{contract_id}/parameters", tags=["parameters"])


@router.put(
    "",
    summary="Write parameters",
    responses={
        202: {"model": VersionView, "description": "Proposed: in force once both parties have accepted it"},
        409: {"model": Problem, "description": "The contract was accepted, and the caller is no party of it"},
        412: {"model": Problem, "description": "The contract is not at the revision of If-Match"},
    },
)
async def write_parameters_endpoint(
    body: Parameters,
    access: Annotated[ContractAccess, party_may(Permission.TERMS_WRITE)],
    session: SessionDep,
    relay: RelayDep,
    response: Response,
    if_match: Annotated[str | None, Header(max_length=1000)] = None,
) -> VersionView:
    """Write the parameters that hold from `valid_from` on.

    While the contract is a draft they are recorded at once, and an acceptance given before is void. Afterwards they are
    a proposed amendment (202), in force once both parties have accepted it. Of two versions with the same `valid_from`
    the one recorded last holds; the other stays on record.
    """
    version, revision = await service.write(session, relay, access, body, if_match)
    response.status_code = 202 if version.state == "proposed" else 200
    response.headers["etag"] = etag_of(revision)
    return version


@router.get("", summary="List versions of the parameters")
async def list_parameters_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.CONTRACT_READ)], session: SessionDep, page: PageDep
) -> Page[VersionView]:
    """Every version in the order of writing; versions never change, except that a proposed one comes into force."""
    rows = await service.list_versions(session, access.contract_id, paging.position(page), page.limit + 1)
    return paging.page_of(rows, page, service.show, lambda row: row.id)
