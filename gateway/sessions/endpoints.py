"""/auth/session: signing in and out."""

from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response

from gateway import metrics
from gateway.callers import Callers, Visitor
from gateway.limits import Limit
from gateway.people.directory import Known
from gateway.sessions import rules, service
from gateway.sessions.errors import SignInFailed
from gateway.sessions.schemas import SessionOrganisation, SessionPerson, SessionView, SignIn
from gateway.sessions.service import Session, Sessions
from services.common.schemas import Problem

router = APIRouter(tags=["sessions"])

_FOREIGN: dict[int | str, dict[str, Any]] = {
    403: {"model": Problem, "description": "Not from a page of Copil (`X-Copil-CSRF`, `Origin`)"}
}
_IN_SESSION: dict[str, Any] = {"security": [{"session": []}]}


def _visitor(request: Request) -> Visitor:
    return Visitor.of(request.scope)


async def _guest(request: Request, visitor: Annotated[Visitor, Depends(_visitor)]) -> Visitor:
    """Somebody who is about to sign in, from one of our pages or from no browser."""
    callers: Callers = request.app.state.callers
    callers.check_guest(visitor)
    return visitor


async def _session(request: Request, visitor: Annotated[Visitor, Depends(_visitor)]) -> tuple[Session, Known]:
    """The session of the request. Raises: Unauthenticated, ForeignRequest, TwoProofs."""
    callers: Callers = request.app.state.callers
    return await callers.session_of(visitor)


GuestDep = Annotated[Visitor, Depends(_guest)]
SessionDep = Annotated[tuple[Session, Known], Depends(_session)]


def _limited(request: Request, visitor: Annotated[Visitor, Depends(_visitor)], response: Response) -> None:
    limit: Limit = request.app.state.sign_in_limit
    announced, refusal = limit.hit(visitor.address)
    if refusal:
        metrics.limited.labels(limit.name).inc()
        raise refusal
    for name, value in announced:
        response.headers[name.decode()] = value.decode()


@router.post(
    "/auth/session",
    operation_id="sign_in",
    summary="Sign in",
    dependencies=[Depends(_limited)],
    responses={
        401: {"model": Problem, "description": "Address or password not recognised"},
        429: {"model": Problem, "description": "Too many tries; see Retry-After"},
        **_FOREIGN,
    },
    openapi_extra={"security": []},
)
async def sign_in_endpoint(request: Request, guest: GuestDep, body: SignIn, response: Response) -> SessionView:
    """Sign in with an address and a password. The session comes as a cookie that no script can read.

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
    sessions: Sessions = state.sessions
    callers: Callers = state.callers
    token = await sessions.open(known.person_id, guest.shown(callers.cookie))
    response.headers["set-cookie"] = rules.set_cookie(callers.cookie_name, token, state.settings.session_seconds)
    response.headers["cache-control"] = "no-store"
    return _view(sessions, await sessions.find(token), known)


@router.get("/auth/session", operation_id="read_session", summary="Who is signed in", openapi_extra=_IN_SESSION)
async def read_session_endpoint(request: Request, signed_in: SessionDep, response: Response) -> SessionView:
    """The person, organisation and functions of this session; 401 when signed out."""
    response.headers["cache-control"] = "no-store"
    return _view(request.app.state.sessions, *signed_in)


@router.delete(
    "/auth/session",
    operation_id="sign_out",
    summary="Sign out",
    status_code=204,
    responses=_FOREIGN,
    openapi_extra=_IN_SESSION,
)
async def sign_out_endpoint(request: Request, signed_in: SessionDep, response: Response) -> None:
    """End this session; it opens nothing within seconds, wherever its cookie is."""
    await request.app.state.sessions.end(signed_in[0])
    _take_cookie(request, response)


@router.delete(
    "/auth/sessions",
    operation_id="sign_out_everywhere",
    summary="Sign out everywhere",
    status_code=204,
    responses=_FOREIGN,
    openapi_extra=_IN_SESSION,
)
async def sign_out_everywhere_endpoint(request: Request, signed_in: SessionDep, response: Response) -> None:
    """End every session of the person who is signed in."""
    await request.app.state.sessions.end_all(signed_in[0].person_id)
    _take_cookie(request, response)


def _take_cookie(request: Request, response: Response) -> None:
    response.headers["set-cookie"] = rules.set_cookie(request.app.state.callers.cookie_name, "", 0)


def _view(sessions: Sessions, session: Session, known: Known) -> SessionView:
    person = known.person
    return SessionView(
        person=SessionPerson(id=session.person_id, name=person.name, email=person.email),
        organisation=SessionOrganisation.model_validate(person.organisation, from_attributes=True),
        functions=person.functions,
        roles=person.roles,
        expires_at=datetime.fromtimestamp(int(sessions.ends_at(session)), UTC),
    )
