"""Internal routes: what feedback asks for a person who exercises their rights."""

from typing import Annotated

import msgspec
from fastapi import APIRouter, Request

from services.common.auth.caller import Caller
from services.common.auth.dependencies import from_service
from services.common.dependencies import BackgroundSessionDep
from services.common.encryption import Vault
from services.common.identifiers import parse_id
from services.kpi.rights import repository, service
from services.kpi.rights.schemas import PersonHeld, PersonSought

router = APIRouter(prefix="/internal", tags=["rights"])


@router.post("/person-readings")
async def read_person_endpoint(
    body: PersonSought,
    _caller: Annotated[Caller, from_service("feedback")],
    request: Request,
    session: BackgroundSessionDep,
) -> PersonHeld:
    """All that is held about a person in a contract."""
    return await service.read(session, body, request.app.state.pseudonym_key)


@router.put("/person-erasures/{request_id}", status_code=204)
async def erase_person_endpoint(
    request_id: str,
    body: PersonSought,
    _caller: Annotated[Caller, from_service("feedback")],
    request: Request,
    session: BackgroundSessionDep,
) -> None:
    """Promise to erase what is held about a person; promised again it is the same."""
    vault: Vault = request.app.state.vault
    sealed = vault.seal(msgspec.json.encode([one.model_dump() for one in body.references]))
    await repository.ask(session, body.contract_id, parse_id(request_id), sealed)
