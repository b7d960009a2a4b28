"""Reading verbatims: pages, the newest first, and how many answers there are of each score."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.caller import ContractAccess
from services.common.errors import FieldFault, Invalid
from services.common.instants import from_microseconds, to_microseconds
from services.common.pagination import Page, PageRequest, cut_page, encode_cursor
from services.feedback.answers.models import SurveyAnswer, Verbatim
from services.feedback.releases.service import is_required
from services.feedback.verbatims import repository
from services.feedback.verbatims.repository import Wanted
from services.feedback.verbatims.schemas import HiddenOut, ScoreCount, ScoresOut, VerbatimOut


async def list_verbatims(
    session: AsyncSession, access: ContractAccess, wanted: Wanted, page: PageRequest
) -> Page[VerbatimOut]:
    """A page of answers with their words. Raises: Invalid."""
    waits = await is_required(session, access.contract_id)
    rows = await repository.page(session, access.contract_id, wanted, _position(page), page.limit + 1)
    kept, more = cut_page(rows, page.limit)
    last = kept[-1][0] if more else None
    return Page(
        items=[_view(answer, words, access.side, waits=waits) for answer, words in kept],
        next_cursor=None if last is None else encode_cursor(to_microseconds(last.answered_at), str(last.id)),
    )


async def count_scores(session: AsyncSession, contract_id: UUID, wanted: Wanted) -> ScoresOut:
    """How many answers there are of each question and score."""
    rows = await repository.by_score(session, contract_id, wanted)
    return ScoresOut(items=[ScoreCount.model_validate(row._mapping) for row in rows])


def _view(answer: SurveyAnswer, words: Verbatim | None, side: str | None, *, waits: bool) -> VerbatimOut:
    held = waits and words is not None and words.released_at is None
    if held and side != "donneur_ordre":
        words = None
    hidden = {} if words is None else words.hidden
    return VerbatimOut.model_validate(
        {
            "id": answer.id,
            "kind": answer.kind,
            "score": answer.score,
            "scale_max": answer.scale_max,
            "answered_at": answer.answered_at,
            "channel": answer.channel,
            "source_id": answer.source_id,
            "door": answer.door,
            "ticket_id": answer.ticket_id,
            "ticket_url": answer.ticket_url,
            "counted": answer.same_as is None,
            "erased": answer.erased_at is not None,
            "held": held,
            "text": None if words is None else words.text,
            "hidden": [HiddenOut.model_validate({"kind": kind, "count": hidden[kind]}) for kind in sorted(hidden)],
        }
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
