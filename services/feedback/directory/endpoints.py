"""Internal routes: what contracts tells."""

from typing import Annotated

from fastapi import APIRouter

from services.common.auth.caller import Caller
from services.common.auth.dependencies import from_service
from services.common.dependencies import BackgroundSessionDep
from services.common.errors import FieldFault, Invalid
from services.common.identifiers import parse_id
from services.feedback.directory import repository
from services.feedback.directory.schemas import ContractTold

router = APIRouter(prefix="/internal", tags=["directory"])


@router.get("/contracts/{contract_id}/use")
async def read_use_endpoint(
    contract_id: str, _caller: Annotated[Caller, from_service("contracts")], session: BackgroundSessionDep
) -> dict[str, bool]:
    """Whether anything of feedback's hangs on a contract: an answer, a thread, criteria of the mutual evaluation."""
    wanted = parse_id(contract_id)
    return {
        "answers": await repository.is_answered(session, wanted),
        "threads": await repository.is_spoken_of(session, wanted),
        "evaluations": await repository.is_evaluated(session, wanted),
    }


@router.put("/contracts/{contract_id}", status_code=204)
async def take_over_contract_endpoint(
    contract_id: str,
    body: ContractTold,
    _caller: Annotated[Caller, from_service("contracts")],
    session: BackgroundSessionDep,
) -> None:
    """Keep a contract as told; one that is as old as ours, or older, is passed over."""
    if body.id != parse_id(contract_id):
        raise Invalid(FieldFault("id", "is not the contract of the path"))
    await repository.take_over(session, body)
