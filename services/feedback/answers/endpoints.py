"""HTTP of survey answers."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request

from services.common.auth.access import Permission
from services.common.auth.caller import Caller, ContractAccess
from services.common.auth.dependencies import from_service, party_may
from services.common.database import after_commit
from services.common.dependencies import BackgroundSessionDep, SessionDep
from services.common.errors import FieldFault, Invalid
from services.common.instants import Instant
from services.common.outbox import Relay
from services.common.pagination import Page, PageDep
from services.feedback.answers import doors, service
from services.feedback.answers.doors import Means, Origin
from services.feedback.answers.schemas import (
    AnswerFate,
    AnswersKept,
    AnswersReceived,
    AnswersTold,
    AnswerView,
    NewAnswers,
    Summary,
)
from services.feedback.dependencies import DirectoryDep, RelayDep, VaultDep

router = APIRouter(tags=["answers"])


def _means(request: Request, vault: VaultDep) -> Means:
    return Means(vault, request.app.state.pseudonym_key)


MeansDep = Annotated[Means, Depends(_means)]


@router.get("/v1/contracts/{contract_id}/answers", summary="List survey answers")
async def list_answers_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.ANSWER_READ)],
    session: SessionDep,
    page: PageDep,
    source: Annotated[str | None, Query(min_length=1, max_length=100, pattern=r"^[!-~]+$")] = None,
    since: Annotated[Instant | None, Query(alias="from")] = None,
    until: Annotated[Instant | None, Query(alias="to")] = None,
) -> Page[AnswerView]:
    """Survey answers, in the order in which they were given, without their free text.

    `source` keeps those of one source; `from` (included) and `to` (excluded) bound the instant of the answer.
    """
    if since is not None and until is not None and until < since:
        raise Invalid(FieldFault("query.to", "must not lie before from"))
    return await service.list_answers(session, access.contract_id, page, source_id=source, since=since, until=until)


@router.post("/v1/contracts/{contract_id}/answers", summary="Send survey answers")
async def receive_answers_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.ANSWER_WRITE)],
    body: NewAnswers,
    session: SessionDep,
    means: MeansDep,
    relay: RelayDep,
) -> AnswersReceived:
    """Keep up to 500 answers of end customers: all of them, or none when one is wrong.

    Sending again changes nothing: the `key` of an answer tells it. Personal data in comments are masked at once.
    """
    fates = await doors.receive(
        session, means, access.contract_id, Origin("api"), [answer.given() for answer in body.answers]
    )
    after_commit(session, waking(relay))
    return AnswersReceived(
        items=[AnswerFate.model_validate(fate) for fate in fates], summary=Summary(**_counted(fates))
    )


def waking(relay: Relay) -> Callable[[], Awaitable[None]]:
    """Tells the relay, once the transaction is durable, that kpi is promised something."""

    async def wake() -> None:
        relay.wake()

    return wake


def _counted(fates: Sequence[doors.Fate]) -> dict[str, int]:
    return {verdict: sum(fate.verdict == verdict for fate in fates) for verdict in ("stored", "duplicate", "conflict")}


@router.post("/internal/answers")
async def keep_answers_endpoint(
    body: AnswersTold,
    _caller: Annotated[Caller, from_service("kpi")],
    session: BackgroundSessionDep,
    directory: DirectoryDep,
    vault: VaultDep,
) -> AnswersKept:
    """Keep what customers answered; an answer told again changes nothing."""
    return await service.keep(session, directory, vault, body)
