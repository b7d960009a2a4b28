"""Keeping survey answers, one answer in one place, and listing them."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.common.encryption import Vault
from services.common.errors import FieldFault, Invalid, NotFound
from services.common.identifiers import new_id
from services.common.instants import from_microseconds, now, to_microseconds
from services.common.pagination import Page, PageRequest, cut_page, encode_cursor
from services.feedback.answers import repository
from services.feedback.answers.doors import tell_kpi
from services.feedback.answers.models import SurveyAnswer
from services.feedback.answers.rules.given import Held, twin_of
from services.feedback.answers.schemas import AnswersKept, AnswersTold, AnswerTold, AnswerView
from services.feedback.directory.contracts import ContractsDirectory
from services.feedback.masking import service as masking


async def keep(session: AsyncSession, directory: ContractsDirectory, vault: Vault, told: AnswersTold) -> AnswersKept:
    """Keep the answers that are new. Raises: NotFound when contracts knows no such contract, Unavailable."""
    if not await directory.make_known(session, told.contract_id):
        raise NotFound
    tickets = sorted({answer.ticket_id for answer in told.answers})
    await repository.lock_tickets(session, told.contract_id, tickets)
    return AnswersKept(kept=sum([await _keep_one(session, vault, told, answer) for answer in told.answers]))


async def _keep_one(session: AsyncSession, vault: Vault, told: AnswersTold, answer: AnswerTold) -> bool:
    answer_id = new_id()
    columns = answer.model_dump(exclude={"comment"}, exclude_none=True) | {
        "contract_id": told.contract_id,
        "id": answer_id,
        "source_id": told.source_id,
        "has_comment": bool(answer.comment),
    }
    if not await repository.add(session, columns):
        return False
    if answer.comment:
        await repository.add_comment(session, told.contract_id, answer_id, vault.seal(answer.comment.encode()))
        await masking.keep(session, told.contract_id, answer_id, answer.comment)
    await _counts_here(session, told.contract_id, answer_id, answer)
    return True


async def _counts_here(session: AsyncSession, contract_id: UUID, answer_id: UUID, answer: AnswerTold) -> None:
    """Of answers through our own doors that are this one, none counts any more: this one does, with its ticket."""
    own = Held(
        answer_id, answer.answer_key, answer.kind, answer.score, answer.scale_max, answer.answered_at, answer.ticket_id,
        ticket=True,
    )  # fmt: skip
    others = await repository.of_tickets(session, contract_id, [answer.ticket_id])
    same = [other for other in others if not other.ticket and other.same_as is None and twin_of(other, [own])]
    for other in same:
        await repository.count_elsewhere(session, contract_id, other.id, answer_id)
    await tell_kpi(session, contract_id, same, now(), withdrawn=True)


async def list_answers(
    session: AsyncSession,
    contract_id: UUID,
    page: PageRequest,
    *,
    source_id: str | None,
    since: datetime | None,
    until: datetime | None,
) -> Page[AnswerView]:
    """A page of answers. Raises: Invalid."""
    rows: Sequence[SurveyAnswer] = await repository.page(
        session,
        contract_id,
        source_id=source_id,
        since=since,
        until=until,
        after=_position(page),
        limit=page.limit + 1,
    )
    kept, more = cut_page(rows, page.limit)
    last = kept[-1] if more else None
    return Page(
        items=[AnswerView.model_validate(row) for row in kept],
        next_cursor=None if last is None else encode_cursor(to_microseconds(last.answered_at), str(last.id)),
    )


def _position(page: PageRequest) -> tuple[datetime, UUID] | None:
    try:
        match page.after:
            case None:
                return None
            case [int(microseconds), str(answer_id)] if not isinstance(microseconds, bool):
                return from_microseconds(microseconds), UUID(answer_id)
    except (ValueError, OverflowError):
        pass
    raise Invalid(FieldFault("cursor", "is not a cursor of this list"))
