"""/auth/links and /auth/password: joining, and choosing a password."""

from typing import Any

from fastapi import APIRouter, Depends, Request, Response

from gateway.links import service
from gateway.links.schemas import Joining, LinkToken, LinkView, PasswordChange, PasswordRequest, PasswordReset
from gateway.sessions.opening import (
    FOREIGN,
    IN_SESSION,
    GuestDep,
    SessionDep,
    VisitorDep,
    limited,
    limited_requests,
    open_session,
)
from gateway.sessions.rules import PASSWORD
from gateway.sessions.schemas import SessionView
from services.common.schemas import Problem

router = APIRouter(tags=["sessions"])

_SPENT: dict[int | str, dict[str, Any]] = {
    404: {"model": Problem, "description": "The link was used, replaced, taken back, or comes too late"}
}
_FOR_GUESTS: dict[str, Any] = {"security": []}


@router.post(
    "/auth/links/readings",
    operation_id="read_link",
    summary="Read a link",
    dependencies=[Depends(limited)],
    responses={**_SPENT, **FOREIGN},
    openapi_extra=_FOR_GUESTS,
)
async def read_link_endpoint(request: Request, _guest: GuestDep, body: LinkToken, response: Response) -> LinkView:
    """What a link is good for and for whom. Reading does not use it."""
    response.headers["cache-control"] = "no-store"
    links: service.Links = request.app.state.links
    return await links.read(body.token)


@router.post(
    "/auth/joinings",
    operation_id="join",
    summary="Join by an invitation",
    status_code=201,
    dependencies=[Depends(limited)],
    responses={**_SPENT, **FOREIGN, 409: {"model": Problem, "description": "Address taken"}},
    openapi_extra=_FOR_GUESTS,
)
async def join_endpoint(request: Request, guest: GuestDep, body: Joining, response: Response) -> SessionView:
    """Choose name and password by an invitation's link, and be signed in. The link is then used.

    A password has 12 characters or more and is hard to guess; nothing else is asked of it.
    """
    links: service.Links = request.app.state.links
    known = await request.app.state.people.of(await links.join(body))
    return await open_session(request, guest, known, response, (PASSWORD,))


@router.post(
    "/auth/password-requests",
    operation_id="request_password",
    summary="Ask for a new password",
    status_code=202,
    dependencies=[Depends(limited_requests)],
    responses=FOREIGN,
    openapi_extra=_FOR_GUESTS,
)
async def request_password_endpoint(request: Request, _guest: GuestDep, body: PasswordRequest) -> None:
    """Have a link sent to an address. The answer is the same whether or not somebody has it.

    Where the installation sends no mail, an administrator of the organisation gives the link.
    """
    links: service.Links = request.app.state.links
    links.request(body.email)


@router.post(
    "/auth/password-resets",
    operation_id="reset_password",
    summary="Choose a new password by a link",
    status_code=204,
    dependencies=[Depends(limited)],
    responses={**_SPENT, **FOREIGN},
    openapi_extra=_FOR_GUESTS,
)
async def reset_password_endpoint(request: Request, _guest: GuestDep, body: PasswordReset) -> None:
    """Choose a new password by a link. Every session ends; sign in with the new one."""
    links: service.Links = request.app.state.links
    request.app.state.sessions.forget_person(await links.reset(body))


@router.put(
    "/auth/password",
    operation_id="change_password",
    summary="Change your password",
    responses={**FOREIGN, 429: {"model": Problem, "description": "Too many tries; see Retry-After"}},
    openapi_extra=IN_SESSION,
)
async def change_password_endpoint(
    request: Request, signed_in: SessionDep, visitor: VisitorDep, body: PasswordChange, response: Response
) -> SessionView:
    """Change your password, knowing the present one. Every session ends; this browser gets a new one."""
    state = request.app.state
    session, known = signed_in
    await service.change_password(state.database, state.passwords, known.person, body, visitor.address)
    state.sessions.forget_person(known.person_id)
    return await open_session(request, visitor, known, response, session.proofs)
