"""/auth/provider: the OpenID provider of one's organisation, and signing in through it."""

from typing import Annotated
from urllib.parse import quote

import structlog
from fastapi import APIRouter, Depends, Request, Response

from gateway import metrics
from gateway.callers import Visitor
from gateway.dependencies import Colleague, caller_may, colleague_may
from gateway.providers import rules
from gateway.providers.bindings import Bindings
from gateway.providers.book import ProviderBook
from gateway.providers.errors import ProviderRefused
from gateway.providers.schemas import (
    ProviderBindings,
    ProviderChange,
    ProviderSettings,
    ProviderSignInStart,
    ProviderTest,
    ProviderWay,
)
from gateway.providers.service import ProviderSignIns
from gateway.sessions.opening import FOREIGN, GuestDep, VisitorDep, limited, open_or_ask, take_step_cookie
from gateway.sessions.rules import FEDERATED, set_cookie
from gateway.sessions.schemas import CodeAsked
from services.common.auth.access import Permission
from services.common.auth.caller import Caller
from services.common.errors import Forbidden
from services.common.schemas import Problem

router = APIRouter(prefix="/auth/provider", tags=["sign-in by an organisation"])
people = APIRouter(tags=["sign-in by an organisation"])

AdministratorDep = Annotated[Caller, caller_may(Permission.PERSON_MANAGE)]

SIGN_IN_PAGE = "/connexion"
FIRST_PAGE = "/contrats"

log = structlog.get_logger()


@router.get("", operation_id="read_provider", summary="The provider of your organisation")
async def read_provider_endpoint(caller: AdministratorDep, request: Request, response: Response) -> ProviderSettings:
    """The OpenID provider through which your organisation's people may sign in, and what its console is to be told."""
    response.headers["cache-control"] = "no-store"
    book: ProviderBook = request.app.state.provider_book
    return await book.read(caller)


@router.put("", operation_id="set_provider", summary="Set the provider of your organisation")
async def set_provider_endpoint(caller: AdministratorDep, body: ProviderChange, request: Request) -> ProviderSettings:
    """Set or change it. Whoever it vouches for by a verified address, and who is invited already, may sign in.

    Nobody is made by signing in; the platform is administered with a password.
    """
    book: ProviderBook = request.app.state.provider_book
    return await book.change(caller, body)


@router.delete("", operation_id="remove_provider", summary="Remove the provider", status_code=204)
async def remove_provider_endpoint(caller: AdministratorDep, request: Request) -> None:
    """Let nobody sign in through it any more; sessions that are open stay."""
    book: ProviderBook = request.app.state.provider_book
    await book.remove(caller)


@router.post("/tests", operation_id="test_provider", summary="Try the provider out")
async def test_provider_endpoint(caller: AdministratorDep, request: Request) -> ProviderTest:
    """Read its description and its keys, and show it the client's secret with a code that is none."""
    book: ProviderBook = request.app.state.provider_book
    return await book.try_out(caller)


@router.post(
    "/sign-ins",
    operation_id="begin_provider_sign_in",
    summary="Sign in through an organisation",
    dependencies=[Depends(limited)],
    responses={
        404: {"model": Problem, "description": "No provider for this address"},
        503: {"model": Problem, "description": "The provider does not answer"},
        **FOREIGN,
    },
    openapi_extra={"security": []},
)
async def begin_provider_sign_in_endpoint(
    request: Request, _guest: GuestDep, body: ProviderSignInStart, response: Response
) -> ProviderWay:
    """Where a browser goes to sign in at the provider of somebody's organisation, for five minutes."""
    state = request.app.state
    sign_ins: ProviderSignIns = state.provider_sign_ins
    way = await sign_ins.begin(body)
    cookie = set_cookie(state.callers.step_cookie_name, way.token, state.settings.sign_in_step_seconds)
    response.headers["set-cookie"] = cookie
    response.headers["cache-control"] = "no-store"
    return ProviderWay(url=way.url)


@router.get(
    "/callback",
    operation_id="finish_provider_sign_in",
    summary="Come back from a provider",
    status_code=303,
    dependencies=[Depends(limited)],
    response_class=Response,
    responses={303: {"description": "To the page asked for, or to the sign-in page, which says what is missing"}},
    openapi_extra={"security": []},
)
async def finish_provider_sign_in_endpoint(request: Request, visitor: VisitorDep) -> Response:
    """Where a provider sends a browser back, with `state` and `code`, or with `error`."""
    answer = Response(status_code=303, headers={"cache-control": "no-store"})
    outcome = "failed"
    try:
        answer.headers["location"] = await _arrive(request, visitor, answer)
        outcome = "signed_in"
    except ProviderRefused as refused:
        log.info("provider_sign_in_refused", reason=refused.reason, detail=str(refused))
        answer.headers["location"] = f"{SIGN_IN_PAGE}?refus={refused.reason}"
        take_step_cookie(request, answer)
    finally:
        metrics.sign_ins.labels(outcome).inc()
    answer.status_code = 303
    return answer


async def _arrive(request: Request, visitor: Visitor, answer: Response) -> str:
    state = request.app.state
    sign_ins: ProviderSignIns = state.provider_sign_ins
    told = {name: value for name, value in request.query_params.multi_items() if len(value) <= rules.LONGEST_CODE}
    if len(told) != len(request.query_params.multi_items()):
        raise ProviderRefused("invalid", "a parameter comes twice, or is too long")
    arrival = await sign_ins.finish(visitor.shown(state.callers.step_cookie_name.encode()), told)
    opened = await open_or_ask(request, visitor, arrival.known, answer, FEDERATED)
    page = arrival.return_to or FIRST_PAGE
    if isinstance(opened, CodeAsked):
        return f"{SIGN_IN_PAGE}?etape=code&retour={quote(page, safe='')}"
    take_step_cookie(request, answer)
    return page


@router.get("/bindings", operation_id="list_provider_bindings", summary="Who is bound to the provider")
async def list_bindings_endpoint(caller: AdministratorDep, request: Request) -> ProviderBindings:
    """Whom of your organisation its provider has let in, and since when they have to be the same there."""
    if caller.organisation_id is None:
        raise Forbidden("People belong to an organisation.")
    bindings: Bindings = request.app.state.provider_bindings
    return await bindings.of_organisation(caller.organisation_id)


@people.delete(
    "/auth/people/{person_id}/provider-binding",
    operation_id="release_provider_binding",
    summary="Release somebody at the provider",
    status_code=204,
)
async def release_binding_endpoint(
    colleague: Annotated[Colleague, colleague_may(Permission.PERSON_MANAGE)], request: Request
) -> None:
    """Let the provider say anew who somebody of your organisation is, after they were given another account there;
    their sessions end, and the journal tells who did it. One's own is released by somebody else. Without one this is a
    quiet success."""
    caller = colleague.caller
    if caller.subject == str(colleague.person_id):
        raise Forbidden("Another administrator releases yours.")
    bindings: Bindings = request.app.state.provider_bindings
    await bindings.release(colleague.person_id, colleague.organisation_id, caller.subject, caller.name)
    request.app.state.sessions.forget_person(colleague.person_id)
