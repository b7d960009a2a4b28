"""HTTP of functions in one contract."""

from typing import Annotated

from fastapi import APIRouter

from services.common.auth.access import Permission
from services.common.auth.caller import ContractAccess
from services.common.auth.dependencies import party_may
from services.common.dependencies import SessionDep
from services.common.identifiers import parse_id
from services.common.pagination import Page, PageDep
from services.contracts import paging
from services.contracts.delegations import service
from services.contracts.delegations.schemas import DelegationView, NewDelegation

router = APIRouter(prefix="/v1/contracts/{contract_id}/functions", tags=["people"])

AdministratorDep = Annotated[ContractAccess, party_may(Permission.PERSON_MANAGE)]


@router.get("", summary="List functions in a contract")
async def list_functions_endpoint(access: AdministratorDep, session: SessionDep, page: PageDep) -> Page[DelegationView]:
    """What people of your organisation do, or did, in this contract in place of their own functions."""
    rows = await service.list_given(session, access, paging.position(page), page.limit + 1)
    return paging.page_of(rows, page, DelegationView.model_validate, lambda row: row.id)


@router.put("/{person_id}", summary="Give a person functions in a contract")
async def give_functions_endpoint(
    person_id: str, body: NewDelegation, access: AdministratorDep, session: SessionDep
) -> DelegationView:
    """Say what somebody of your organisation does in this contract: less, more or other than elsewhere.

    It replaces what was said before, which is kept; it works within a minute, and ends by itself at `valid_to`.
    """
    return await service.give(session, access, parse_id(person_id), body)


@router.delete("/{person_id}", status_code=204, summary="Take a person's functions in a contract back")
async def take_functions_endpoint(person_id: str, access: AdministratorDep, session: SessionDep) -> None:
    """Let somebody do in this contract what they do elsewhere."""
    await service.take(session, access, parse_id(person_id))
