"""What every way of signing in shares: who may try, how often, and the cookie at the end."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import Depends, Request, Response

from gateway import metrics
from gateway.callers import Callers, Visitor
from gateway.limits import Limit
from gateway.people.directory import Known
from gateway.second_factor.service import SecondFactors
from gateway.sessions import rules
from gateway.sessions.schemas import CodeAsked, SessionOrganisation, SessionPerson, SessionView
from gateway.sessions.service import Session, Sessions
from services.common.schemas import Problem

FOREIGN: dict[int | str, dict[str, Any]] = {
    403: {"model": Problem, "description": "Not from a page of Copil (`X-Copil-CSRF`, `Origin`)"}
}
IN_SESSION: dict[str, Any] = {"security": [{"session": []}]}


def _visitor(request: Request) -> Visitor:
    return Visitor.of(request.scope)


VisitorDep = Annotated[Visitor, Depends(_visitor)]


async def _guest(request: Request, visitor: VisitorDep) -> Visitor:
    """Somebody who is about to sign in, from one of our pages or from no browser."""
    callers: Callers = request.app.state.callers
    callers.check_guest(visitor)
    return visitor


async def _session(request: Request, visitor: VisitorDep) -> tuple[Session, Known]:
    """The session of the request. Raises: Unauthenticated, ForeignRequest, TwoProofs."""
    callers: Callers = request.app.state.callers
    return await callers.session_of(visitor)


GuestDep = Annotated[Visitor, Depends(_guest)]
SessionDep = Annotated[tuple[Session, Known], Depends(_session)]


def limited(request: Request, visitor: VisitorDep, response: Response) -> None:
    """At most so many tries from one address. Raises: TooManyRequests."""
    _hit(request.app.state.sign_in_limit, visitor, response)


def limited_requests(request: Request, visitor: VisitorDep, response: Response) -> None:
    """At most so many requests for a new password from one address. Raises: TooManyRequests."""
    _hit(request.app.state.password_request_limit, visitor, response)


def _hit(limit: Limit, visitor: Visitor, response: Response) -> None:
    announced, refusal = limit.hit(visitor.address)
    if refusal:
        metrics.limited.labels(limit.name).inc()
        raise refusal
    for name, value in announced:
        response.headers[name.decode()] = value.decode()


async def open_or_ask(
    request: Request, guest: Visitor, known: Known, response: Response, proof: str
) -> SessionView | CodeAsked:
    """Sign somebody in by one proof, or ask for a code where they have a second factor: nothing is open before it."""
    factors: SecondFactors = request.app.state.second_factors
    if not await factors.is_active(known.person_id):
        return await open_session(request, guest, known, response, (proof,))
    step = await factors.open_step(known.person_id, (proof,))
    name = request.app.state.callers.step_cookie_name
    seconds = request.app.state.settings.sign_in_step_seconds
    response.headers.append("set-cookie", rules.set_cookie(name, step.token, seconds))
    response.headers["cache-control"] = "no-store"
    response.status_code = 202
    return CodeAsked(expires_at=step.expires_at)


async def open_session(
    request: Request, guest: Visitor, known: Known, response: Response, proofs: Sequence[str]
) -> SessionView:
    """Sign somebody in who has proved who they are, in place of the session that their browser shows."""
    state = request.app.state
    sessions: Sessions = state.sessions
    callers: Callers = state.callers
    device = rules.device_of(request.headers.get("user-agent", ""))
    token = await sessions.open(known.person_id, guest.shown(callers.cookie), guest.address, device, proofs)
    cookie = rules.set_cookie(callers.cookie_name, token, state.settings.session_seconds)
    response.headers.append("set-cookie", cookie)
    response.headers["cache-control"] = "no-store"
    return view_of(sessions, await sessions.find(token), known)


def take_cookie(request: Request, response: Response) -> None:
    """Take the cookie of a session that has ended."""
    response.headers["set-cookie"] = rules.set_cookie(request.app.state.callers.cookie_name, "", 0)


def take_step_cookie(request: Request, response: Response) -> None:
    """Take the cookie of a half-open sign-in that is over."""
    response.headers.append("set-cookie", rules.set_cookie(request.app.state.callers.step_cookie_name, "", 0))


def view_of(sessions: Sessions, session: Session, known: Known) -> SessionView:
    """A session as its owner sees it."""
    person = known.person
    return SessionView(
        person=SessionPerson(
            id=session.person_id,
            name=person.name,
            email=person.email,
            language=person.language,
            zone=person.zone,
            theme=person.theme,
        ),
        organisation=SessionOrganisation.model_validate(person.organisation, from_attributes=True),
        functions=person.functions,
        roles=person.roles,
        expires_at=datetime.fromtimestamp(int(sessions.ends_at(session)), UTC),
        second_factor=rules.CODE in session.proofs,
    )
