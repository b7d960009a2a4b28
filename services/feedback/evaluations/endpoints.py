"""HTTP of the mutual evaluation."""

from typing import Annotated

from fastapi import APIRouter

from services.common.auth.access import Permission
from services.common.auth.caller import ContractAccess
from services.common.auth.dependencies import party_may
from services.common.dependencies import SessionDep
from services.common.idempotency import OnceDep
from services.common.identifiers import parse_id
from services.common.schemas import Problem
from services.feedback.evaluations import service
from services.feedback.evaluations.schemas import (
    GridAnswer,
    GridsView,
    NewEvaluation,
    NewGrid,
    QuartersView,
    QuarterView,
)

router = APIRouter(prefix="/v1/contracts/{contract_id}/evaluations", tags=["evaluations"])

ReaderDep = Annotated[ContractAccess, party_may(Permission.EVALUATION_READ)]
WriterDep = Annotated[ContractAccess, party_may(Permission.EVALUATION_WRITE)]


@router.get("", summary="List mutual evaluations")
async def list_evaluations_endpoint(access: ReaderDep, session: SessionDep) -> QuartersView:
    """What each party says of the other, quarter by quarter: those open now, and those of before.

    The other party's scores are sealed until both have given theirs or the time is over, so that nobody answers
    the other's marks; that they were given, by whom and when, is told at once.
    """
    return await service.read(session, access)


@router.get("/criteria", summary="Read the criteria")
async def read_criteria_endpoint(access: ReaderDep, session: SessionDep) -> GridsView:
    """The criteria agreed on, those that wait for an answer, and some to begin with."""
    return await service.grids(session, access.contract_id)


@router.post("/criteria", status_code=201, summary="Propose criteria")
async def propose_criteria_endpoint(body: NewGrid, access: WriterDep, session: SessionDep, once: OnceDep) -> GridsView:
    """Propose one to ten criteria, on which each side scores the other; they replace a proposal that waits.

    Agreed by the other party they hold for the quarters that nobody has evaluated yet. Takes an `Idempotency-Key`.
    """
    return await once(GridsView, lambda: service.propose(session, access, body))


@router.post(
    "/criteria/{grid_id}/answers",
    status_code=201,
    summary="Answer proposed criteria",
    responses={409: {"model": Problem, "description": "They wait for no answer any more"}},
)
async def answer_criteria_endpoint(
    grid_id: str, body: GridAnswer, access: WriterDep, session: SessionDep, once: OnceDep
) -> GridsView:
    """Agree to the criteria that the other party proposes, or say why not. Takes an `Idempotency-Key`."""
    wanted = parse_id(grid_id)
    return await once(GridsView, lambda: service.answer(session, access, wanted, body))


@router.post(
    "/{quarter}",
    status_code=201,
    summary="Evaluate the other party",
    responses={409: {"model": Problem, "description": "No criteria are agreed, or the quarter is not open"}},
)
async def give_evaluation_endpoint(
    quarter: str, body: NewEvaluation, access: WriterDep, session: SessionDep, once: OnceDep
) -> QuarterView:
    """Score the other party on each criterion, 1 to 5, for a quarter `YYYY-Qn`: once a side.

    Sent again while the other party has not given its own, it is a correction and a new version; what was said
    before is kept. Once both are given, both read both, and nothing changes any more. Takes an `Idempotency-Key`.
    """
    return await once(QuarterView, lambda: service.give(session, access, quarter, body))
