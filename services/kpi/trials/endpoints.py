"""The test console of a source: its samples, and what a body would count for."""

from typing import Annotated

from fastapi import APIRouter, Request

from services.common.auth.access import Permission
from services.common.dependencies import SessionDep
from services.kpi.dependencies import SourceAccess, source_may
from services.kpi.trials import service
from services.kpi.trials.schemas import NewTrial, SamplesOut, TrialOut

router = APIRouter(prefix="/v1/sources/{source_id}", tags=["sources"])


@router.get("/samples")
async def list_samples_endpoint(
    access: Annotated[SourceAccess, source_may(Permission.SOURCE_MANAGE)],
) -> SamplesOut:
    """Bodies as the source's tool writes them, about the present instant and a ticket that nobody has."""
    return service.samples_of(access.source.system)


@router.post("/trials")
async def try_body_endpoint(
    wanted: NewTrial,
    access: Annotated[SourceAccess, source_may(Permission.SOURCE_MANAGE)],
    request: Request,
    session: SessionDep,
) -> TrialOut:
    """Sign a body as the tool would, examine it as a delivery, and tell what it would count for; nothing is stored.

    Neither the secret nor a whole signature is told: who tries a body cannot send it in the tool's name.
    """
    state = request.app.state
    return await service.try_body(
        session, state.database, state.sources, state.settings.public_url, access.source.id, wanted
    )
