"""Reading verbatims: pages, the newest first, and how many answers there are of each score and theme."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.caller import ContractAccess
from services.common.errors import FieldFault, Invalid
from services.common.instants import from_microseconds, to_microseconds
from services.common.pagination import Page, PageRequest, cut_page, encode_cursor
from services.feedback.answers.models import SurveyAnswer, Verbatim
from services.feedback.releases.service import Sight, sight_of
from services.feedback.themes import service as themes
from services.feedback.themes.schemas import Tag
from services.feedback.verbatims import repository
from services.feedback.verbatims.repository import Wanted
from services.feedback.verbatims.schemas import (
    HiddenOut,
    QueueCount,
    QueueCountsOut,
    ScoreCount,
    ScoresOut,
    ThemeCount,
    ThemeCountsOut,
    VerbatimOut,
)

MOST_QUEUES = 200


async def list_verbatims(
    session: AsyncSession, access: ContractAccess, wanted: Wanted, page: PageRequest
) -> Page[VerbatimOut]:
    """A page of answers with their words and themes. Raises: Invalid."""
    sight = await sight_of(session, access)
    rows = await repository.page(session, access.contract_id, _seen(wanted, sight), _position(page), page.limit + 1)
    kept, more = cut_page(rows, page.limit)
    last = kept[-1][0] if more else None
    tags = await themes.tags_of(session, access.contract_id, [answer.id for answer, _ in kept])
    return Page(
        items=[show(answer, words, tags[answer.id], sight) for answer, words in kept],
        next_cursor=None if last is None else encode_cursor(to_microseconds(last.answered_at), str(last.id)),
    )


async def count_scores(session: AsyncSession, access: ContractAccess, wanted: Wanted) -> ScoresOut:
    """How many answers there are of each question and score."""
    wanted = _seen(wanted, await sight_of(session, access))
    rows = await repository.by_score(session, access.contract_id, wanted)
    return ScoresOut(items=[ScoreCount.model_validate(row._mapping) for row in rows])


async def count_queues(session: AsyncSession, access: ContractAccess, wanted: Wanted) -> QueueCountsOut:
    """How many answers each queue brought."""
    wanted = _seen(wanted, await sight_of(session, access))
    rows = await repository.by_queue(session, access.contract_id, wanted, MOST_QUEUES)
    return QueueCountsOut(items=[QueueCount(queue=queue, answers=answers) for queue, answers in rows])


async def count_themes(session: AsyncSession, access: ContractAccess, wanted: Wanted) -> ThemeCountsOut:
    """How many answers with words are about each theme, in the order of the themes."""
    wanted = _seen(wanted, await sight_of(session, access))
    told, with_words, without_theme = await repository.by_theme(session, access.contract_id, wanted)
    known = await themes.read(session, access.contract_id)
    items = [ThemeCount(code=one.code, answers=told[one.code]) for one in known.items if one.code in told]
    return ThemeCountsOut(items=items, with_words=with_words, without_theme=without_theme)


def _seen(wanted: Wanted, sight: Sight) -> Wanted:
    """Who may not read words that wait finds nothing by them either."""
    by_words = wanted.q is not None or wanted.theme is not None
    return msgspec.structs.replace(wanted, released=by_words and not sight.sees_all)


def show(answer: SurveyAnswer, words: Verbatim | None, tags: Sequence[Tag], sight: Sight) -> VerbatimOut:
    """An answer as whoever asks reads it: the same for both parties, save words that wait."""
    held = sight.holds(words)
    if held and not sight.sees_all:
        words, tags = None, ()
    hidden = {} if words is None else words.hidden
    return VerbatimOut.model_validate(
        {
            "id": answer.id,
            "kind": answer.kind,
            "score": answer.score,
            "scale_max": answer.scale_max,
            "answered_at": answer.answered_at,
            "channel": answer.channel,
            "queue": answer.queue,
            "source_id": answer.source_id,
            "door": answer.door,
            "ticket_id": answer.ticket_id,
            "ticket_url": answer.ticket_url,
            "counted": answer.same_as is None,
            "erased": answer.erased_at is not None,
            "held": held,
            "text": None if words is None else words.text,
            "hidden": [HiddenOut.model_validate({"kind": kind, "count": hidden[kind]}) for kind in sorted(hidden)],
            "themes": tags,
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
