"""HTTP of notifications."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Query, Request, Response

from services.common.auth.access import Permission
from services.common.auth.caller import Caller
from services.common.auth.dependencies import from_service, may
from services.common.dependencies import BackgroundSessionDep, SessionDep
from services.common.errors import PreconditionRequired
from services.common.pagination import Page, PageDep
from services.common.schemas import Problem
from services.contracts import paging
from services.contracts.agreements.rules import etag_of
from services.contracts.notifications import repository, service
from services.contracts.notifications.schemas import (
    NewEvent,
    NotificationView,
    PreferencesView,
    Reading,
    Rhythms,
    UnreadCount,
)
from services.contracts.notifications.spreading import Spreader

router = APIRouter(prefix="/v1/notifications", tags=["notifications"])
internal_router = APIRouter(prefix="/internal", tags=["notifications"])

OwnDep = Annotated[Caller, may(Permission.PROFILE_MANAGE)]


@router.get("", summary="List your notifications")
async def list_notifications_endpoint(
    caller: OwnDep,
    session: SessionDep,
    page: PageDep,
    unread: Annotated[bool, Query(description="Only what is neither read nor settled.")] = False,
    contract_id: Annotated[UUID | None, Query(description="Only of this contract.")] = None,
) -> Page[NotificationView]:
    """What you were told, the newest first, for 180 days; of contracts and objects that you may still open.

    For people only: machine clients are told nothing (403).
    """
    person_id = await service.person_of(session, caller)
    sought = service.sought(caller, contract_id, unread=unread)
    rows = await repository.page(session, person_id, sought, paging.position(page), page.limit + 1)
    return paging.page_of(rows, page, service.show, lambda row: row[0].id)


@router.get("/count", summary="Count what you have not read")
async def count_notifications_endpoint(caller: OwnDep, session: SessionDep) -> UnreadCount:
    """How much is neither read nor settled, up to 1,000."""
    return UnreadCount(unread=await service.count_unread(session, caller))


@router.post("/read", summary="Note what you have read")
async def read_notifications_endpoint(body: Reading, caller: OwnDep, session: SessionDep) -> UnreadCount:
    """Note that you have read these, or all that was told until an instant; ids that are none of yours change nothing.

    Answers with what is unread then.
    """
    unread = await service.mark_read(session, caller, body.ids, body.until, body.contract_id)
    return UnreadCount(unread=unread)


@router.get("/preferences", summary="Read how you want mail")
async def read_preferences_endpoint(caller: OwnDep, session: SessionDep, response: Response) -> PreferencesView:
    """How soon mail tells each group, and when it leaves; whether any does is told by `GET /auth/mail`.

    The `ETag` is for the next change.
    """
    rhythms, zone, revision = await service.preferences(session, caller)
    response.headers["etag"] = etag_of(revision)
    return service.shown(rhythms, zone)


@router.put(
    "/preferences",
    summary="Choose how you want mail",
    responses={
        412: {"model": Problem, "description": "Changed since it was read"},
        428: {"model": Problem, "description": "If-Match is missing"},
    },
)
async def choose_preferences_endpoint(
    body: Rhythms,
    caller: OwnDep,
    session: SessionDep,
    response: Response,
    if_match: Annotated[str | None, Header(max_length=1000)] = None,
) -> PreferencesView:
    """Choose how soon mail tells each group; what waits follows the new rhythm. Needs `If-Match`."""
    if if_match is None:
        raise PreconditionRequired("Send the ETag that was read as If-Match.")
    rhythms, zone, revision = await service.choose(session, caller, body, if_match)
    response.headers["etag"] = etag_of(revision)
    return service.shown(rhythms, zone)


@internal_router.post("/notifications", status_code=204)
async def tell_event_endpoint(
    body: NewEvent,
    _caller: Annotated[Caller, from_service("kpi", "feedback")],
    session: BackgroundSessionDep,
    request: Request,
) -> None:
    """Something happened in another service; told once, however often it comes."""
    spreader: Spreader = request.app.state.spreader
    await service.note_told(session, body)
    spreader.when_committed(session)
