"""HTTP of the relay."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from services.common.auth.access import Permission
from services.common.auth.caller import ContractAccess
from services.common.auth.dependencies import party_may
from services.common.dependencies import SessionDep
from services.common.errors import FieldFault, Invalid
from services.common.idempotency import OnceDep
from services.common.identifiers import parse_id
from services.common.instants import Instant
from services.common.pagination import Page, PageDep
from services.common.schemas import Problem
from services.feedback.relay import counting, service, setting_up
from services.feedback.relay.measures import CountsOut, DelaysOut
from services.feedback.relay.rules import Kind
from services.feedback.relay.schemas import (
    ItemOut,
    NewRules,
    NewStep,
    NewTeam,
    RulesOut,
    TeamOut,
    TeamsOut,
    View,
)
from services.feedback.themes.endpoints import REFUSALS, IfMatch, needed
from services.feedback.themes.service import etag_of

router = APIRouter(prefix="/v1/contracts/{contract_id}/relay", tags=["relay"])

ReaderDep = Annotated[ContractAccess, party_may(Permission.RELAY_READ)]
MineParam = Annotated[bool, Query(description="Only of teams that you are a member of.")]
ManagerDep = Annotated[ContractAccess, party_may(Permission.RELAY_MANAGE)]


@router.get("/teams", summary="List teams")
async def list_teams_endpoint(access: ReaderDep, session: SessionDep) -> TeamsOut:
    """Teams of the provider; who is in them is told to the provider alone."""
    return await setting_up.list_teams(session, access)


@router.post("/teams", status_code=201, summary="Add a team")
async def add_team_endpoint(body: NewTeam, access: ManagerDep, session: SessionDep, once: OnceDep) -> TeamOut:
    """A team of the provider, by the provider. Members who lead teams, or only read, see the items of their teams."""
    return await once(TeamOut, lambda: setting_up.put_team(session, access, body))


@router.put("/teams/{team_id}", summary="Change a team")
async def change_team_endpoint(team_id: str, body: NewTeam, access: ManagerDep, session: SessionDep) -> TeamOut:
    """Its name, its members, or whether it works; one that does not keeps its items and gets no more."""
    return await setting_up.put_team(session, access, body, parse_id(team_id))


@router.get("/rules", summary="List rules of the relay")
async def list_rules_endpoint(access: ReaderDep, session: SessionDep, response: Response) -> RulesOut:
    """Which answers go to which team: the first rule that fits decides. Its `ETag` is what `If-Match` expects."""
    rules = await setting_up.read_rules(session, access)
    response.headers["etag"] = etag_of(rules.version)
    return rules


@router.put("/rules", summary="Write rules of the relay", responses=REFUSALS)
async def write_rules_endpoint(
    body: NewRules, access: ManagerDep, session: SessionDep, response: Response, if_match: IfMatch = None
) -> RulesOut:
    """Replace all rules; either party does, both see who did.

    Needs `If-Match`. A rule is for answers with words that come after it began; it begins anew when its conditions
    change.
    """
    rules = await setting_up.write_rules(session, access, needed(if_match), body)
    response.headers["etag"] = etag_of(rules.version)
    return rules


@router.get("/items", summary="List items of the relay")
async def list_items_endpoint(
    access: ReaderDep,
    session: SessionDep,
    page: PageDep,
    view: Annotated[
        View, Query(description="`open`: waits for the team; `replied`: for the donneur d'ordre; `closed`; `all`.")
    ] = "open",
    kind: Annotated[Kind | None, Query(description="Only trouble, or only praise.")] = None,
    team: Annotated[str | None, Query(max_length=40, description="Only of this team.")] = None,
    mine: MineParam = False,
    late: Annotated[bool | None, Query(description="Only those whose reply is overdue, or only the others.")] = None,
) -> Page[ItemOut]:
    """Words that were relayed, with what became of them: what waits and is due first comes first; of what is closed
    what was due last.

    The provider's team leads and readers see what went to their teams; managers and the donneur d'ordre all.
    """
    return await service.list_items(
        session, access, page, view=view, kind=kind, team=None if team is None else parse_id(team), mine=mine, late=late
    )


@router.get("/counts", summary="Count items of the relay")
async def count_items_endpoint(access: ReaderDep, session: SessionDep, mine: MineParam = False) -> CountsOut:
    """How many items wait for the team, are late, wait for the donneur d'ordre, or are closed: in all and by team.

    Of the items that you may see: the provider's team leads and readers those of their teams.
    """
    return await counting.count(session, access, mine=mine)


@router.get("/items/{answer_id}", summary="Read an item of the relay")
async def read_item_endpoint(answer_id: str, access: ReaderDep, session: SessionDep) -> ItemOut:
    """The answer, its words and the steps taken."""
    return await service.read_item(session, access, parse_id(answer_id))


@router.post(
    "/items/{answer_id}/steps",
    summary="Take a step of an item",
    responses={409: {"model": Problem, "description": "Somebody went on with it, or a step before it is missing"}},
)
async def take_step_endpoint(
    answer_id: str,
    body: NewStep,
    access: Annotated[ContractAccess, party_may(Permission.RELAY_ACT)],
    session: SessionDep,
    once: OnceDep,
) -> ItemOut:
    """Acknowledge, tell the cause, what is done, reply; or, for the client company's managers, take the reply or not.

    Only a reply leaps over steps. What is written is read by both parties. Takes an `Idempotency-Key`.
    """
    item = parse_id(answer_id)
    return await once(ItemOut, lambda: service.take(session, access, item, body))


@router.get("/delays", summary="Measure the delays of both sides")
async def measure_delays_endpoint(
    access: ReaderDep,
    session: SessionDep,
    since: Annotated[Instant | None, Query(alias="from", description="First instant of relaying.")] = None,
    until: Annotated[Instant | None, Query(alias="to", description="First instant after it.")] = None,
) -> DelaysOut:
    """Time to acknowledge, to reply, and to the donneur d'ordre's word on the reply, in elapsed time.

    Median and P90 by nearest rank; what still waits counts for as long as it has, and the value then says "at least".
    """
    if since is not None and until is not None and until < since:
        raise Invalid(FieldFault("query.to", "must not lie before from"))
    return await service.delays(session, access, since, until)
