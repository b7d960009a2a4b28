"""HTTP of actions."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Query, Response

from services.common.auth.access import Permission
from services.common.auth.caller import Caller, ContractAccess
from services.common.auth.dependencies import from_service, party_may
from services.common.dependencies import BackgroundSessionDep, SessionDep
from services.common.errors import FieldFault, Invalid, NotFound, PreconditionRequired
from services.common.idempotency import OnceDep
from services.common.identifiers import parse_id
from services.common.pagination import Page, PageDep, PageRequest, cut_page, encode_cursor
from services.common.schemas import Problem
from services.contracts import paging
from services.contracts.actions import repository, service
from services.contracts.actions.repository import Urgency, Wanted
from services.contracts.actions.rules import Origin, State
from services.contracts.actions.schemas import (
    ActionTold,
    ActionView,
    ActionWithSteps,
    NewAction,
    NewStep,
    PossibleOwners,
)
from services.contracts.actions.showing import show, tell
from services.contracts.agreements.rules import etag_of
from services.contracts.indicators.rules import Indicator

router = APIRouter(prefix="/v1/contracts/{contract_id}/actions", tags=["actions"])
internal_router = APIRouter(prefix="/internal", tags=["actions"])

ReaderDep = Annotated[ContractAccess, party_may(Permission.ACTION_READ)]
WriterDep = Annotated[ContractAccess, party_may(Permission.ACTION_WRITE)]


def _wanted(
    access: ReaderDep,
    state: Annotated[list[State] | None, Query(description="One or several.")] = None,
    owner: Annotated[str | None, Query(max_length=64, description="`me`, or the id of a person.")] = None,
    late: Annotated[bool | None, Query(description="Only what is late, or only what is not.")] = None,
    origin: Annotated[str | None, Query(max_length=220, description="`KIND` or `KIND:ID`.")] = None,
    indicator: Annotated[Indicator | None, Query(description="Whose expected effect is on this indicator.")] = None,
) -> Wanted:
    return Wanted(
        None if not state else frozenset(state),
        _owner(access, owner),
        late,
        _origin(origin),
        None if indicator is None else str(indicator),
    )


def _owner(access: ContractAccess, owner: str | None) -> UUID | None:
    if owner is None:
        return None
    try:
        return UUID(access.caller.subject if owner == "me" else owner)
    except ValueError:
        if owner == "me":
            # A machine client is accountable for nothing.
            return UUID(int=0)
        raise Invalid(FieldFault("query.owner", "must be `me` or the id of a person")) from None


def _origin(text: str | None) -> tuple[Origin, str | None] | None:
    if text is None:
        return None
    kind, _, origin_id = text.partition(":")
    if kind not in set(Origin) or "\0" in origin_id:
        raise Invalid(FieldFault("query.origin", f"must begin with one of {', '.join(Origin)}"))
    return Origin(kind), origin_id or None


@router.get("", summary="List actions")
async def list_actions_endpoint(
    access: ReaderDep,
    session: SessionDep,
    page: PageDep,
    wanted: Annotated[Wanted, Depends(_wanted, scope="function")],
    order: Annotated[
        Literal["newest", "urgent"],
        Query(description="`urgent`: one's own that are late, one's own, others that are late, others, what is over."),
    ] = "newest",
) -> Page[ActionView]:
    """Actions of the contract, the same for both parties; an action is late once `due_on` has passed in its zone."""
    today = await service.today_in(session, access.contract_id)
    if order == "urgent":
        return await _urgent(session, access, wanted, page, today)
    rows = await repository.newest(session, access.contract_id, wanted, today, paging.position(page), page.limit + 1)
    return paging.page_of(rows, page, lambda row: show(row, today), lambda row: row.id)


async def _urgent(
    session: SessionDep, access: ContractAccess, wanted: Wanted, page: PageRequest, today: date
) -> Page[ActionView]:
    day, after = _place(page)
    # The day of the first page: at midnight the order changes, and pages of two orders would miss some.
    urgency = Urgency(_owner(access, "me"), day or today)
    rows = await repository.most_urgent(session, access.contract_id, wanted, urgency, after, page.limit + 1)
    kept, more = cut_page(rows, page.limit)
    return Page(
        items=[show(row, today) for row, _, _ in kept],
        next_cursor=encode_cursor(str(urgency.today), *kept[-1][1:], str(kept[-1][0].id)) if more else None,
    )


def _place(page: PageRequest) -> tuple[date | None, tuple[int, int, UUID] | None]:
    try:
        match page.after:
            case None:
                return None, None
            case [str(day), int(rank), int(days), str(action_id)] if abs(rank) < 10 and abs(days) < 10**7:
                return date.fromisoformat(day), (int(rank), int(days), UUID(action_id))
    except ValueError:
        pass
    raise Invalid(FieldFault("cursor", "is not a cursor of this list"))


@router.get("/owners", summary="List who may be accountable")
async def list_owners_endpoint(access: ReaderDep, session: SessionDep) -> PossibleOwners:
    """Who may be accountable for an action: your own people who may take steps here, and those whom the other party
    has already named itself. It names others when it accepts."""
    return PossibleOwners(items=await service.possible_owners(session, access))


@router.post(
    "",
    status_code=201,
    summary="Propose an action",
    responses={409: {"model": Problem, "description": "The contract is a draft"}},
)
async def propose_action_endpoint(
    body: NewAction, access: WriterDep, session: SessionDep, once: OnceDep, response: Response
) -> ActionWithSteps:
    """Propose an action to the other party, which accepts, changes or refuses it; either side proposes.

    Name who is accountable on your side; the other side names its own. Takes an `Idempotency-Key`.
    """
    view = await once(ActionWithSteps, lambda: service.propose(session, access, body))
    response.headers["etag"] = etag_of(view.revision)
    return view


@router.get("/{action_id}", summary="Read an action")
async def read_action_endpoint(
    action_id: str, access: ReaderDep, session: SessionDep, response: Response
) -> ActionWithSteps:
    """One action with everything that happened to it; the `ETag` is for the next step."""
    view = await service.read(session, access.contract_id, parse_id(action_id))
    response.headers["etag"] = etag_of(view.revision)
    return view


@router.post(
    "/{action_id}/steps",
    summary="Take a step of an action",
    responses={
        409: {"model": Problem, "description": "Not possible in its present state"},
        412: {"model": Problem, "description": "Somebody took a step since it was read"},
        428: {"model": Problem, "description": "If-Match is missing"},
    },
)
async def take_action_step_endpoint(
    action_id: str,
    body: NewStep,
    access: WriterDep,
    session: SessionDep,
    once: OnceDep,
    response: Response,
    if_match: Annotated[str | None, Header(max_length=1000)] = None,
) -> ActionWithSteps:
    """Accept, change or refuse what the other party proposes, start, finish, verify, or say something.

    What one side proposes or says to be done, the other accepts or verifies (403 otherwise). Another date holds once
    both agree on it. Needs `If-Match` with the `ETag` that was read; takes an `Idempotency-Key`.
    """
    if if_match is None:
        raise PreconditionRequired("Send the ETag that was read as If-Match.")
    wanted = parse_id(action_id)
    view = await once(ActionWithSteps, lambda: service.take(session, access, wanted, body, if_match))
    response.headers["etag"] = etag_of(view.revision)
    return view


@internal_router.get("/contracts/{contract_id}/actions/{action_id}")
async def tell_action_endpoint(
    contract_id: str, action_id: str, _caller: Annotated[Caller, from_service("feedback", "kpi")],
    session: BackgroundSessionDep,
) -> ActionTold:  # fmt: skip
    """One action, for a service that refers to it."""
    action = await repository.find(session, parse_id(contract_id), parse_id(action_id))
    if action is None:
        raise NotFound
    return tell(action)
