"""/auth/session and /auth/sessions: signing in and out."""

from fastapi import APIRouter, Depends, Request, Response

from gateway import metrics
from gateway.sessions import service
from gateway.sessions.errors import SignInFailed
from gateway.sessions.opening import (
    FOREIGN,
    IN_SESSION,
    GuestDep,
    SessionDep,
    limited,
    open_or_ask,
    take_cookie,
    view_of,
)
from gateway.sessions.rules import PASSWORD
from gateway.sessions.schemas import CodeAsked, OwnSession, OwnSessions, SessionView, SignIn
from services.common.identifiers import parse_id
from services.common.schemas import Problem

router = APIRouter(tags=["sessions"])


@router.post(
    "/auth/session",
    operation_id="sign_in",
    summary="Sign in",
    dependencies=[Depends(limited)],
    response_model=SessionView,
    responses={
        202: {"model": CodeAsked, "description": "The password was right; a code is asked for"},
        401: {"model": Problem, "description": "Address or password not recognised"},
        429: {"model": Problem, "description": "Too many tries; see Retry-After"},
        **FOREIGN,
    },
    openapi_extra={"security": []},
)
async def sign_in_endpoint(
    request: Request, guest: GuestDep, body: SignIn, response: Response
) -> SessionView | Response:
    """Sign in with an address and a password. The session comes as a cookie that no script can read.

    Of whoever has a second factor a code is asked next (202): nothing is open before `POST /auth/session/code`.

    Five tries are free; after that an account waits longer and longer on the network where they failed.
    """
    state = request.app.state
    outcome = "refused"
    try:
        known = await service.authenticate(
            state.database, state.passwords, state.people, body.email, body.password, guest.address
        )
        outcome = "signed_in"
    except SignInFailed:
        outcome = "failed"
        raise
    finally:
        metrics.sign_ins.labels(outcome).inc()
    opened = await open_or_ask(request, guest, known, response, PASSWORD)
    if isinstance(opened, SessionView):
        return opened
    # Another shape than that of the answer's model, with the fields that are set by now.
    asked = Response(opened.model_dump_json(), response.status_code, media_type="application/json")
    for name, value in response.headers.items():
        asked.headers.append(name, value)
    return asked


@router.get("/auth/session", operation_id="read_session", summary="Who is signed in", openapi_extra=IN_SESSION)
async def read_session_endpoint(request: Request, signed_in: SessionDep, response: Response) -> SessionView:
    """The person, organisation and functions of this session; 401 when signed out."""
    response.headers["cache-control"] = "no-store"
    return view_of(request.app.state.sessions, *signed_in)


@router.delete(
    "/auth/session",
    operation_id="sign_out",
    summary="Sign out",
    status_code=204,
    responses=FOREIGN,
    openapi_extra=IN_SESSION,
)
async def sign_out_endpoint(request: Request, signed_in: SessionDep, response: Response) -> None:
    """End this session; it opens nothing within seconds, wherever its cookie is."""
    await request.app.state.sessions.end(signed_in[0])
    take_cookie(request, response)


@router.delete(
    "/auth/sessions",
    operation_id="sign_out_everywhere",
    summary="Sign out everywhere",
    status_code=204,
    responses=FOREIGN,
    openapi_extra=IN_SESSION,
)
async def sign_out_everywhere_endpoint(request: Request, signed_in: SessionDep, response: Response) -> None:
    """End every session of the person who is signed in."""
    await request.app.state.sessions.end_all(signed_in[0].person_id)
    take_cookie(request, response)


@router.get("/auth/sessions", operation_id="list_sessions", summary="List your sessions", openapi_extra=IN_SESSION)
async def list_sessions_endpoint(request: Request, signed_in: SessionDep, response: Response) -> OwnSessions:
    """Where you are signed in, since when, and when each was last used."""
    response.headers["cache-control"] = "no-store"
    current = signed_in[0]
    rows = await request.app.state.sessions.list_of(current.person_id)
    items = [
        OwnSession(
            id=row.id,
            current=row.digest == current.id,
            device=row.device,
            address=row.address,
            created_at=row.created_at,
            seen_at=row.seen_at,
        )
        for row in rows
    ]
    return OwnSessions(items=items)


@router.delete(
    "/auth/sessions/others",
    operation_id="sign_out_elsewhere",
    summary="Sign out everywhere else",
    status_code=204,
    responses=FOREIGN,
    openapi_extra=IN_SESSION,
)
async def sign_out_elsewhere_endpoint(request: Request, signed_in: SessionDep) -> None:
    """End every session of the person who is signed in, but this one."""
    await request.app.state.sessions.end_others(signed_in[0])


@router.delete(
    "/auth/sessions/{session_id}",
    operation_id="end_session",
    summary="End one of your sessions",
    status_code=204,
    responses=FOREIGN,
    openapi_extra=IN_SESSION,
)
async def end_session_endpoint(session_id: str, request: Request, signed_in: SessionDep) -> None:
    """End one of your sessions, by its id in the list."""
    await request.app.state.sessions.end_named(signed_in[0].person_id, parse_id(session_id))
