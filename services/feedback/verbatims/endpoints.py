"""HTTP of verbatims."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from services.common.auth.access import Permission
from services.common.auth.caller import ContractAccess
from services.common.auth.dependencies import party_may
from services.common.dependencies import SessionDep
from services.common.errors import FieldFault, Invalid
from services.common.instants import Instant
from services.common.pagination import Page, PageDep
from services.feedback.verbatims import service
from services.feedback.verbatims.repository import Wanted
from services.feedback.verbatims.schemas import Kind, QueueCountsOut, ScoresOut, ThemeCountsOut, VerbatimOut

router = APIRouter(prefix="/v1/contracts/{contract_id}/verbatims", tags=["verbatims"])

_Score = Annotated[int | None, Query(ge=0, le=1_000_000)]


def _wanted(
    kind: Annotated[Kind | None, Query(description="The question.")] = None,
    score_from: _Score = None,
    score_to: _Score = None,
    channel: Annotated[str | None, Query(min_length=1, max_length=50, pattern=r"^[^\x00]+$")] = None,
    since: Annotated[Instant | None, Query(alias="from", description="First instant of answers.")] = None,
    until: Annotated[Instant | None, Query(alias="to", description="First instant after them.")] = None,
    words: Annotated[bool | None, Query(description="Only answers with words, or only those without.")] = None,
    q: Annotated[
        str | None,
        Query(
            min_length=1,
            max_length=200,
            pattern=r"^[^\x00]+$",
            description="Words to be found in the masked words: by their stems, without accents; phrases between"
            " quotation marks, `-` before what must not be there, `or` between alternatives.",
        ),
    ] = None,
    theme: Annotated[
        str | None,
        Query(pattern=r"^[a-z][a-z0-9_]{1,30}$", description="Only about this theme; `none`: about none."),
    ] = None,
    low: Annotated[
        bool,
        Query(description="Only of customers who were not pleased: NPS 0 to 6, the lower three fifths of CSAT, a no."),
    ] = False,
    queue: Annotated[
        str | None, Query(min_length=1, max_length=80, pattern=r"^[^\x00]+$", description="Only of this queue.")
    ] = None,
) -> Wanted:
    faults = []
    if since is not None and until is not None and until < since:
        faults.append(FieldFault("query.to", "must not lie before from"))
    if score_from is not None and score_to is not None and score_to < score_from:
        faults.append(FieldFault("query.score_to", "must not lie below score_from"))
    if faults:
        raise Invalid(*faults)
    return Wanted(kind, score_from, score_to, channel, since, until, words, q, theme, low, queue)


WantedDep = Annotated[Wanted, Depends(_wanted)]


@router.get("", summary="List verbatims")
async def list_verbatims_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.VERBATIM_READ)],
    session: SessionDep,
    wanted: WantedDep,
    page: PageDep,
) -> Page[VerbatimOut]:
    """What customers answered and said, the newest first, masked: the same for both parties, save words that wait."""
    return await service.list_verbatims(session, access, wanted, page)


@router.get("/scores", summary="Count answers by score")
async def count_scores_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.VERBATIM_READ)], session: SessionDep, wanted: WantedDep
) -> ScoresOut:
    """How many answers there are of each question and score, for a histogram."""
    return await service.count_scores(session, access, wanted)


@router.get("/queues", summary="Count answers by queue")
async def count_queues_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.VERBATIM_READ)], session: SessionDep, wanted: WantedDep
) -> QueueCountsOut:
    """How many answers each queue brought: what to filter by, and what rules of the relay may name."""
    return await service.count_queues(session, access, wanted)


@router.get("/themes", summary="Count answers by theme")
async def count_themes_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.VERBATIM_READ)], session: SessionDep, wanted: WantedDep
) -> ThemeCountsOut:
    """How many answers with words are about each theme."""
    return await service.count_themes(session, access, wanted)
