"""/auth/session/code, /auth/second-factor and its reset by an administrator."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response

from gateway import metrics
from gateway.dependencies import Colleague, caller_may, colleague_may
from gateway.people import service as people
from gateway.second_factor.errors import CodeRefused
from gateway.second_factor.schemas import (
    CodeBody,
    Colleagues,
    Enrolment,
    EnrolmentStart,
    RecoveryCodes,
    Removal,
    SecondFactorView,
)
from gateway.second_factor.service import SecondFactors
from gateway.sessions.opening import (
    FOREIGN,
    IN_SESSION,
    GuestDep,
    SessionDep,
    VisitorDep,
    limited,
    open_session,
    take_step_cookie,
)
from gateway.sessions.rules import CODE, with_proof
from gateway.sessions.schemas import SessionView
from services.common.auth.access import Permission
from services.common.auth.caller import Caller
from services.common.errors import Forbidden
from services.common.schemas import Problem

router = APIRouter(tags=["second factor"])

_TRIES: dict[int | str, dict[str, Any]] = {429: {"model": Problem, "description": "Too many tries; see Retry-After"}}
_CONFLICT: dict[int | str, dict[str, Any]] = {409: {"model": Problem, "description": "None to act on, or one already"}}


@router.post(
    "/auth/session/code",
    operation_id="sign_in_code",
    summary="Sign in: the code",
    dependencies=[Depends(limited)],
    responses={401: {"model": Problem, "description": "Not a good code, or no sign-in waits"}, **_TRIES, **FOREIGN},
    openapi_extra={"security": []},
)
async def sign_in_code_endpoint(request: Request, guest: GuestDep, body: CodeBody, response: Response) -> SessionView:
    """The second step of signing in, when the first answered 202: a code of the authenticator, or a recovery code.

    A code is taken once. Tries wait longer and longer, as with passwords; the first step is good for five minutes.
    """
    state = request.app.state
    factors: SecondFactors = state.second_factors
    token = guest.shown(state.callers.step_cookie_name.encode())
    waiting = await factors.waiting(token)
    state.people.forget(waiting.person_id)
    known = await state.people.of(waiting.person_id)
    outcome = "refused"
    try:
        await factors.finish_step(token or "", known.person, body.code, guest.address)
        outcome = "signed_in"
    except CodeRefused:
        outcome = "failed"
        raise
    finally:
        metrics.sign_ins.labels(outcome).inc()
    view = await open_session(request, guest, known, response, with_proof(waiting.proofs, CODE))
    take_step_cookie(request, response)
    return view


@router.get(
    "/auth/second-factor", operation_id="read_second_factor", summary="Your second factor", openapi_extra=IN_SESSION
)
async def read_second_factor_endpoint(request: Request, signed_in: SessionDep, response: Response) -> SecondFactorView:
    """Whether codes are asked of you at sign-in, and how many recovery codes are left."""
    response.headers["cache-control"] = "no-store"
    factors: SecondFactors = request.app.state.second_factors
    return await factors.view(signed_in[0].person_id, signed_in[0].proofs)


@router.post(
    "/auth/second-factor",
    operation_id="begin_second_factor",
    summary="Set a second factor up",
    status_code=201,
    responses={**FOREIGN, **_CONFLICT, **_TRIES},
    openapi_extra=IN_SESSION,
)
async def begin_second_factor_endpoint(
    request: Request, signed_in: SessionDep, visitor: VisitorDep, body: EnrolmentStart, response: Response
) -> Enrolment:
    """Draw a secret for your authenticator, knowing your password. It is told this once, and asked for nothing before
    a first code of it is shown, within a quarter of an hour."""
    response.headers["cache-control"] = "no-store"
    state, person = request.app.state, signed_in[1].person
    await people.prove(state.database, state.passwords, person, body.password, visitor.address)
    factors: SecondFactors = state.second_factors
    return await factors.begin(person)


@router.post(
    "/auth/second-factor/activations",
    operation_id="activate_second_factor",
    summary="Show the first code",
    status_code=201,
    responses={**FOREIGN, **_CONFLICT, **_TRIES},
    openapi_extra=IN_SESSION,
)
async def activate_second_factor_endpoint(
    request: Request, signed_in: SessionDep, visitor: VisitorDep, body: CodeBody, response: Response
) -> RecoveryCodes:
    """Show a first code: from now on one is asked at sign-in. Every session ends; this browser gets a new one.

    The recovery codes are told this once.
    """
    session, known = signed_in
    factors: SecondFactors = request.app.state.second_factors
    codes = await factors.activate(known.person, body.code, visitor.address)
    request.app.state.sessions.forget_person(known.person_id)
    await open_session(request, visitor, known, response, with_proof(session.proofs, CODE))
    return RecoveryCodes(recovery_codes=codes)


@router.post(
    "/auth/second-factor/recovery-codes",
    operation_id="draw_recovery_codes",
    summary="Draw new recovery codes",
    status_code=201,
    responses={**FOREIGN, **_CONFLICT, **_TRIES},
    openapi_extra=IN_SESSION,
)
async def draw_recovery_codes_endpoint(
    request: Request, signed_in: SessionDep, visitor: VisitorDep, body: CodeBody, response: Response
) -> RecoveryCodes:
    """Ten recovery codes in place of those before, against a code. They are told this once."""
    response.headers["cache-control"] = "no-store"
    factors: SecondFactors = request.app.state.second_factors
    codes = await factors.renew_recovery_codes(signed_in[1].person, body.code, visitor.address)
    return RecoveryCodes(recovery_codes=codes)


@router.post(
    "/auth/second-factor/removals",
    operation_id="remove_second_factor",
    summary="Take your second factor away",
    responses={**FOREIGN, **_CONFLICT, **_TRIES},
    openapi_extra=IN_SESSION,
)
async def remove_second_factor_endpoint(
    request: Request, signed_in: SessionDep, visitor: VisitorDep, body: Removal, response: Response
) -> SessionView:
    """Ask for no code any more, knowing the password and a code. Every session ends; this browser gets a new one."""
    state, (session, known) = request.app.state, signed_in
    await people.prove(state.database, state.passwords, known.person, body.password, visitor.address)
    factors: SecondFactors = state.second_factors
    await factors.remove(known.person, body.code, visitor.address)
    state.sessions.forget_person(known.person_id)
    proofs = tuple(proof for proof in session.proofs if proof != CODE)
    return await open_session(request, visitor, known, response, proofs)


@router.get("/auth/second-factors", operation_id="list_second_factors", summary="Who has a second factor")
async def list_second_factors_endpoint(
    caller: Annotated[Caller, caller_may(Permission.PERSON_MANAGE)], request: Request
) -> Colleagues:
    """Who of your organisation has a second factor, and since when."""
    if caller.organisation_id is None:
        raise Forbidden("People belong to an organisation.")
    factors: SecondFactors = request.app.state.second_factors
    return await factors.colleagues(caller.organisation_id)


@router.delete(
    "/auth/people/{person_id}/second-factor",
    operation_id="reset_second_factor",
    summary="Reset somebody's second factor",
    status_code=204,
)
async def reset_second_factor_endpoint(
    colleague: Annotated[Colleague, colleague_may(Permission.PERSON_MANAGE)], request: Request
) -> None:
    """Take the second factor of somebody of your organisation away, who lost it; their sessions end, and the journal
    tells who did it. One's own is taken away with a code. Without one this is a quiet success."""
    caller = colleague.caller
    if caller.subject == str(colleague.person_id):
        raise Forbidden("Take your own away with a code, on your account.")
    factors: SecondFactors = request.app.state.second_factors
    await factors.reset(colleague.person_id, colleague.organisation_id, caller.subject, caller.name)
    request.app.state.sessions.forget_person(colleague.person_id)
