"""HTTP of the list of signatories."""

from typing import Annotated

from fastapi import APIRouter

from services.common.auth.access import Permission
from services.common.auth.caller import ContractAccess
from services.common.auth.dependencies import party_may
from services.common.dependencies import SessionDep
from services.contracts.signatories import repository
from services.contracts.signatories.schemas import SignatoryList, SignatoryView

router = APIRouter(prefix="/v1/contracts/{contract_id}/signatories", tags=["people"])


@router.get("", summary="List who may sign")
async def list_signatories_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.CONTRACT_READ)], session: SessionDep
) -> SignatoryList:
    """Who may sign this contract and its amendments for either side, for what and until when.

    Managers accept as well: this is who is named to sign. Nothing else is told of the other party's people.
    """
    rows = await repository.signatories(session, access.contract_id)
    return SignatoryList(items=[SignatoryView.model_validate(row) for row in rows])
