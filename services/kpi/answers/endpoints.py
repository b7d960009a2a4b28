"""Internal route: what feedback tells."""

from typing import Annotated

from fastapi import APIRouter, Request

from services.common.auth.caller import Caller
from services.common.auth.dependencies import from_service
from services.common.dependencies import BackgroundSessionDep
from services.kpi.answers import service
from services.kpi.answers.schemas import MeasurementsKept, MeasurementsTold

router = APIRouter(prefix="/internal", tags=["answers"])


@router.post("/measurements")
async def keep_measurements_endpoint(
    body: MeasurementsTold,
    _caller: Annotated[Caller, from_service("feedback")],
    request: Request,
    session: BackgroundSessionDep,
) -> MeasurementsKept:
    """Keep what customers answered; told again it changes nothing."""
    return await service.keep(session, request.app.state.directory, body)
