"""HTTP of a contract's objectives."""

from typing import Annotated

from fastapi import APIRouter, Response

from services.common.auth.access import Permission
from services.common.auth.caller import ContractAccess
from services.common.auth.dependencies import party_may
from services.common.dependencies import SessionDep
from services.common.idempotency import OnceDep
from services.common.identifiers import parse_id
from services.common.pagination import Page, PageDep
from services.common.schemas import Problem
from services.contracts import paging
from services.contracts.dependencies import RelayDep
from services.contracts.objectives import service
from services.contracts.objectives.schemas import NewObjective, ObjectiveView

router = APIRouter(prefix="/v1/contracts/{contract_id}/objectives", tags=["objectives"])


@router.post(
    "",
    status_code=201,
    summary="Add an objective",
    responses={
        202: {"model": ObjectiveView, "description": "Proposed: in force once both parties have accepted it"},
        409: {"model": Problem, "description": "The contract was accepted, and the caller is no party of it"},
    },
)
async def write_objective_endpoint(
    body: NewObjective,
    access: Annotated[ContractAccess, party_may(Permission.TERMS_WRITE)],
    session: SessionDep,
    relay: RelayDep,
    once: OnceDep,
    response: Response,
) -> ObjectiveView:
    """Add a SMART objective: a statement, a metric with its values, an owner on each side, a motive, two dates.

    A missing part is refused by name. While the contract is a draft the objective is recorded at once, and an
    acceptance given before is void. Afterwards it is a proposed amendment (202), in force once both parties have
    accepted it. Takes an `Idempotency-Key`.
    """
    objective = await once(ObjectiveView, lambda: service.write(session, relay, access, body))
    response.status_code = 202 if objective.state == "proposed" else 201
    return objective


@router.get("", summary="List objectives")
async def list_objectives_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.CONTRACT_READ)], session: SessionDep, page: PageDep
) -> Page[ObjectiveView]:
    """Every objective in the order of writing; objectives never change, except that a proposed one comes into force."""
    rows = await service.list_written(session, access.contract_id, paging.position(page), page.limit + 1)
    return paging.page_of(rows, page, service.show, lambda row: row.id)


@router.get("/{objective_id}", summary="Read an objective")
async def read_objective_endpoint(
    objective_id: str, access: Annotated[ContractAccess, party_may(Permission.CONTRACT_READ)], session: SessionDep
) -> ObjectiveView:
    """One objective of the contract."""
    return service.show(await service.read(session, access.contract_id, parse_id(objective_id)))
