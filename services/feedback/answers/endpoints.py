"""HTTP of survey answers."""

from typing import Annotated

from fastapi import APIRouter, Query

from services.common.auth.access import Permission
from services.common.auth.caller import Caller, ContractAccess
from services.common.auth.dependencies import from_service, party_may
from services.common.dependencies import BackgroundSessionDep, SessionDep
from services.common.errors import FieldFault, Invalid
from services.common.instants import Instant
from services.common.pagination import Page, PageDep
from services.feedback.answers import service
from services.feedback.answers.schemas import AnswersKept, AnswersTold, AnswerView
from services.feedback.dependencies import DirectoryDep, VaultDep

router = APIRouter(tags=["answers"])


@router.get("/v1/contracts/{contract_id}/answers", summary="List survey answers")
async def list_answers_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.ANSWER_READ)],
    session: SessionDep,
    page: PageDep,
    source: Annotated[str | None, Query(min_length=1, max_length=100, pattern=r"^[!-~]+$")] = None,
    since: Annotated[Instant | None, Query(alias="from")] = None,
    until: Annotated[Instant | None, Query(alias="to")] = None,
) -> Page[AnswerView]:
    """Survey answers that came with tickets, in the order in which they were given, without their free text.

    `source` keeps those of one source; `from` (included) and `to` (excluded) bound the instant of the answer.
    """
    if since is not None and until is not None and until < since:
        raise Invalid(FieldFault("query.to", "must not lie before from"))
    return await service.list_answers(session, access.contract_id, page, source_id=source, since=since, until=until)


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
