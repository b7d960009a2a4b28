"""Replays: recorded deliveries loaded again, by the platform, or by a party once the other has approved."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Request, Response
from sqlalchemy import Row

from services.common.auth.access import Permission
from services.common.dependencies import SessionDep
from services.common.errors import Conflict, FieldFault, Forbidden, Invalid, NotFound
from services.common.identifiers import new_id, parse_id
from services.common.news import across, tell_people
from services.common.pagination import Page, PageDep, cut_page, encode_cursor
from services.kpi.dependencies import SourceAccess, source_may
from services.kpi.replays import repository, service
from services.kpi.replays.rules import MOST_AT_ONCE, InvalidReplay, encode, read_deliveries
from services.kpi.replays.schemas import RecordedDeliveryIn, ReplayDone, ReplayOut

router = APIRouter(prefix="/v1/sources/{source_id}/replays", tags=["replays"])

_BODY = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {"schema": {"type": "array", "items": RecordedDeliveryIn.model_json_schema()}},
            "application/x-ndjson": {"schema": {"type": "string"}},
        },
    }
}


@router.post(
    "",
    response_model=None,
    responses={
        200: {"model": ReplayDone, "description": "All of them are stored"},
        202: {"model": ReplayOut, "description": "Waits for the other party, or runs as a job"},
    },
    openapi_extra=_BODY,
)
async def replay_endpoint(
    access: Annotated[SourceAccess, source_may(Permission.REPLAY_CREATE)],
    request: Request,
    session: SessionDep,
    response: Response,
) -> ReplayDone | ReplayOut:
    """Verify and store recorded deliveries as if received at their `received_at`.

    The platform administrator's run at once (beyond 10,000 deliveries as a job to poll); a party's wait for the
    approval of the other party.
    """
    try:
        deliveries = read_deliveries(await request.body())
    except InvalidReplay as error:
        raise Invalid(FieldFault(error.field, error.message)) from None
    state = request.app.state
    by_platform = access.contract.caller.is_platform_admin
    if by_platform and len(deliveries) <= MOST_AT_ONCE:
        source = await state.sources.find(access.source.id)
        items = await service.replay(state.ingestion, source, deliveries)
        return ReplayDone(items=items, summary=service.summarise(items))
    replay_id = new_id()
    async with state.database.background_session() as background:
        await repository.add(
            background,
            {
                "contract": access.contract.contract_id,
                "id": replay_id,
                "source": access.source.id,
                "state": "approved" if by_platform else "proposed",
                "by": access.contract.caller.subject,
                "side": access.contract.side,
                "deliveries": len(deliveries),
                "payload": encode([delivery for delivery, _ in deliveries]),
            },
        )
        if not by_platform:
            contract = access.contract
            sides = across(contract.side)
            await tell_people(
                background,
                contract.contract_id,
                "replay_proposed",
                replay_id,
                sides=sides,
                subject_id=replay_id,
                doer=contract,
            )
    response.status_code = 202
    response.headers["location"] = f"/api/kpi/v1/sources/{access.source.id}/replays/{replay_id}"
    return _replay(await _find(session, access.source.id, replay_id))


@router.get("")
async def list_replays_endpoint(
    access: Annotated[SourceAccess, source_may(Permission.SOURCE_READ)], session: SessionDep, page: PageDep
) -> Page[ReplayOut]:
    """Replays of a source, newest first: those that wait for an approval among them."""
    position = page.text_position(1)
    before = parse_id(position[0]) if position else None
    rows = await repository.list_of_source(session, access.source.id, before, page.limit + 1)
    shown, more = cut_page(rows, page.limit)
    return Page(items=[_replay(row) for row in shown], next_cursor=encode_cursor(str(shown[-1].id)) if more else None)


@router.get("/{replay_id}")
async def read_replay_endpoint(
    replay_id: str, access: Annotated[SourceAccess, source_may(Permission.SOURCE_READ)], session: SessionDep
) -> ReplayOut:
    """How far a replay is."""
    return _replay(await _find(session, access.source.id, parse_id(replay_id)))


@router.post("/{replay_id}/approvals", status_code=202)
async def approve_replay_endpoint(
    replay_id: str,
    access: Annotated[SourceAccess, source_may(Permission.REPLAY_APPROVE)],
    request: Request,
    session: SessionDep,
) -> ReplayOut:
    """Approve a replay that the other party asked for; it then runs."""
    found = await _find(session, access.source.id, parse_id(replay_id))
    if access.contract.side is None or access.contract.side == found.requested_by_side:
        raise Forbidden("The other party approves a replay.")
    async with request.app.state.database.background_session() as background:
        approved = await repository.approve(
            background, access.contract.contract_id, found.id, access.contract.caller.subject
        )
        if approved:
            await tell_people(
                background,
                access.contract.contract_id,
                "proposal_answered",
                found.id,
                sides=across(access.contract.side),
                subject_id=found.id,
                doer=access.contract,
                data={"part": "replay", "outcome": "agreed"},
            )
    if not approved and found.state == "proposed":
        raise Conflict("This replay was approved in the meantime.")
    return _replay(await _find(session, access.source.id, found.id))


async def _find(session: SessionDep, source_id: str, replay_id: UUID) -> Row[Any]:
    found = await repository.find(session, source_id, replay_id)
    if found is None:
        raise NotFound
    return found


def _replay(row: Row[Any]) -> ReplayOut:
    return ReplayOut(
        id=str(row.id),
        contract_id=str(row.contract_id),
        source_id=row.source_id,
        state=row.state,
        requested_at=row.requested_at,
        requested_by=row.requested_by,
        requested_by_side=row.requested_by_side,
        approved_at=row.approved_at,
        approved_by=row.approved_by,
        finished_at=row.finished_at,
        deliveries=row.deliveries,
        done=row.done,
        summary=row.summary,
    )
