"""What contracts tells kpi."""

from fastapi import APIRouter

from services.common.auth.dependencies import from_service
from services.common.dependencies import BackgroundSessionDep
from services.common.errors import FieldFault, Invalid
from services.common.identifiers import parse_id
from services.kpi.terms import service
from services.kpi.terms.schemas import ContractTold

router = APIRouter(prefix="/internal", dependencies=[from_service("contracts")])


@router.get("/contracts/{contract_id}/use")
async def read_use_endpoint(contract_id: str, session: BackgroundSessionDep) -> dict[str, bool]:
    """Whether anything of kpi's hangs on a contract: a source, or a note."""
    return await service.use(session, parse_id(contract_id))


@router.put("/contracts/{contract_id}", status_code=204)
async def take_over_contract_endpoint(contract_id: str, told: ContractTold, session: BackgroundSessionDep) -> None:
    """Keep a contract as it is now."""
    if told.id != parse_id(contract_id):
        raise Invalid(FieldFault("id", "is not the contract of the address"))
    await service.take_over(session, told)
