"""HTTP of survey answers."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query, Request

from services.common.auth.access import Permission
from services.common.auth.caller import Caller, ContractAccess
from services.common.auth.dependencies import from_service, party_may
from services.common.database import after_commit
from services.common.dependencies import BackgroundSessionDep, SessionDep
from services.common.errors import FieldFault, Invalid, UnsupportedMediaType
from services.common.instants import Instant
from services.common.outbox import Relay
from services.common.pagination import Page, PageDep
from services.feedback.answers import doors, imports, service
from services.feedback.answers.doors import Means
from services.feedback.answers.schemas import (
    AnswerFate,
    AnswersKept,
    AnswersReceived,
    AnswersTold,
    AnswerView,
    ImportForeseen,
    ImportReceived,
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
    fates = await doors.receive(session, means, access.contract_id, "api", [answer.given() for answer in body.answers])
    after_commit(session, _waking(relay))
    return AnswersReceived(
        items=[AnswerFate.model_validate(fate) for fate in fates], summary=Summary(**_counted(fates))
    )


_FILE: dict[str, Any] = {"requestBody": {"required": True, "content": {"text/csv": {"schema": {"type": "string"}}}}}


async def _file(
    request: Request,
    zone: Annotated[
        str | None, Query(max_length=64, description="IANA zone of the times in the file that have no offset.")
    ] = None,
    columns: Annotated[
        str | None,
        Query(
            max_length=300,
            pattern=r"^[a-z_]+:\d+(,[a-z_]+:\d+)*$",
            description="Columns whose names do not say it: `score:3,comment:0`; the first is 1, 0 is none.",
        ),
    ] = None,
    question: Annotated[
        Literal["ces", "csat", "nps", "fcr_declared"] | None, Query(description="The question of lines that name none.")
    ] = None,
) -> imports.File:
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "text/csv":
        raise UnsupportedMediaType("The file is sent as text/csv.")
    return imports.File(await request.body(), zone, columns, question)


FileDep = Annotated[imports.File, Depends(_file)]


@router.post("/v1/contracts/{contract_id}/answers/imports", summary="Send survey answers as CSV", openapi_extra=_FILE)
async def import_answers_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.ANSWER_WRITE)],
    file: FileDep,
    session: SessionDep,
    means: MeansDep,
    relay: RelayDep,
) -> ImportReceived:
    """Keep the right lines of a file, and say line by line why the others are not.

    UTF-8 or Windows-1252, `;`, `,` or tabulation, a header with the names of columns (`question`, `note`, `date`; also
    `clé`, `échelle`, `commentaire`, `ticket`, `lien`, `canal`, or their English names). Up to 5,000 answers and 1 MB.
    """
    received = await imports.receive(session, means, access.contract_id, file)
    after_commit(session, _waking(relay))
    return received


@router.post(
    "/v1/contracts/{contract_id}/answers/imports/preview", summary="Preview survey answers as CSV", openapi_extra=_FILE
)
async def preview_answers_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.ANSWER_WRITE)],
    file: FileDep,
    session: SessionDep,
    means: MeansDep,
) -> ImportForeseen:
    """Say how a file would be read and what would become of each line, as things are now: nothing is kept."""
    return await imports.foresee(session, means, access.contract_id, file)


def _waking(relay: Relay) -> Callable[[], Awaitable[None]]:
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
