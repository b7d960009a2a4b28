"""HTTP of survey tools."""

from typing import Annotated

from fastapi import APIRouter, Query, Request

from services.common.auth.access import Permission
from services.common.auth.caller import ContractAccess
from services.common.auth.dependencies import party_may
from services.common.database import after_commit
from services.common.dependencies import BackgroundSessionDep, SessionDep
from services.common.pagination import Page, PageDep
from services.feedback.answers.endpoints import MeansDep, waking
from services.feedback.dependencies import RelayDep, VaultDep
from services.feedback.survey_tools import repository, rereading, service
from services.feedback.survey_tools.schemas import (
    FieldsOf,
    NewTool,
    NewToolSecret,
    QuestionList,
    RereadOut,
    RereadWanted,
    State,
    SurveyDeliveryOut,
    ToolCreated,
    ToolList,
    ToolOut,
    ToolSecret,
    Trial,
    TrialOut,
)

router = APIRouter(prefix="/v1/contracts/{contract_id}/survey-tools", tags=["survey tools"])

Reading = Annotated[ContractAccess, party_may(Permission.DELIVERY_READ)]
Managing = Annotated[ContractAccess, party_may(Permission.SOURCE_MANAGE)]


def _public_url(request: Request) -> str:
    url: str = request.app.state.settings.public_url
    return url


@router.get("", summary="List survey tools")
async def list_tools_endpoint(access: Reading, session: SessionDep, request: Request) -> ToolList:
    """The survey tools of a contract, the same for both parties; never their secrets."""
    rows = await repository.of_contract(session, access.contract_id)
    return ToolList(items=[service.show(row, _public_url(request)) for row in rows])


@router.post("", status_code=201, summary="Connect a survey tool")
async def create_tool_endpoint(
    body: NewTool, access: Managing, session: SessionDep, vault: VaultDep, request: Request
) -> ToolCreated:
    """Make an address for a survey tool. The secret is the one that the tool dictates, or one that is drawn."""
    return await service.create(session, vault, _public_url(request), access, body)


@router.get("/{tool_id}", summary="Read a survey tool")
async def read_tool_endpoint(tool_id: str, access: Reading, session: SessionDep, request: Request) -> ToolOut:
    """One survey tool."""
    return service.show(await service.find(session, access.contract_id, tool_id), _public_url(request))


@router.put("/{tool_id}/fields", summary="Say what the fields of a survey are")
async def map_fields_endpoint(
    tool_id: str, body: FieldsOf, access: Managing, session: SessionDep, request: Request
) -> ToolOut:
    """Which question is which; answers that were kept before stay as they are. Then `rereads` reads what waits."""
    return service.show(await service.map_fields(session, access, tool_id, body), _public_url(request))


@router.post("/{tool_id}/secrets", status_code=201, summary="Renew the secret of a survey tool")
async def rotate_secret_endpoint(
    tool_id: str, body: NewToolSecret, access: Managing, background: BackgroundSessionDep, vault: VaultDep
) -> ToolSecret:
    """The present one stays good for the overlap. Where the tool's own was awaited, `rereads` verifies what waits."""
    tool = await service.find_to_verify(background, access, tool_id)
    return await service.rotate(background, vault, tool, body)


@router.get("/{tool_id}/questions", summary="List the questions that a survey tool sent")
async def list_questions_endpoint(tool_id: str, access: Reading, session: SessionDep) -> QuestionList:
    """How the fields of the latest deliveries are called, never what was answered."""
    return await service.questions(
        session, access.contract_id, await service.find(session, access.contract_id, tool_id)
    )


@router.get("/{tool_id}/deliveries", summary="List deliveries of a survey tool")
async def list_survey_deliveries_endpoint(
    tool_id: str,
    access: Reading,
    session: SessionDep,
    page: PageDep,
    state: Annotated[State | None, Query(description="Only those that stand so.")] = None,
) -> Page[SurveyDeliveryOut]:
    """What came and what became of it, the newest first; never what it held."""
    await service.find(session, access.contract_id, tool_id)
    return await service.deliveries(session, access.contract_id, tool_id, state, page)


@router.post("/{tool_id}/rereads", summary="Read again what waits")
async def reread_endpoint(
    tool_id: str,
    body: RereadWanted,
    access: Managing,
    background: BackgroundSessionDep,
    means: MeansDep,
    relay: RelayDep,
) -> RereadOut:
    """After the secret or the mapping was put right: up to 200 deliveries at a time, the oldest first."""
    tool = await service.find_to_verify(background, access, tool_id)
    done = await rereading.reread(background, means, tool, body.began_at)
    after_commit(background, waking(relay))
    return done


@router.post("/{tool_id}/trials", summary="Try a survey tool")
async def try_tool_endpoint(
    tool_id: str, body: Trial, access: Managing, background: BackgroundSessionDep, means: MeansDep
) -> TrialOut:
    """Sign a response that nobody gave as the tool would, and take it by the tool's own door: it makes no answers."""
    _ = body
    tool = await service.find_to_verify(background, access, tool_id)
    return await service.try_out(background, means, tool)
