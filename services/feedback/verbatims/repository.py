"""All queries of verbatims."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, Row, and_, case, exists, func, select, text, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from services.feedback.answers.models import SurveyAnswer, Verbatim
from services.feedback.themes.models import AnswerTheme
from services.feedback.themes.schemas import UNTAGGED

_FOUND = text(
    "SELECT * FROM found_verbatims(:contract, :q, :kind, CAST(:lowest AS integer), CAST(:highest AS integer), :channel,"
    " CAST(:since AS timestamptz), CAST(:until AS timestamptz), :theme, CAST(:before_at AS timestamptz),"
    " CAST(:before_id AS uuid), CAST(:most AS integer), :low, :queue)"
)


class Wanted(msgspec.Struct, frozen=True):
    """Which answers are asked for; null: all."""

    kind: str | None = None
    lowest: int | None = None
    highest: int | None = None
    channel: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    words: bool | None = None
    q: str | None = None
    """Words to be found, as people type them."""
    theme: str | None = None
    """`none`: those that are about no theme."""
    low: bool = False
    """Only of customers who were not pleased: as the rules of themes say it."""
    queue: str | None = None
    released: bool = False
    """Only those whose words somebody released."""


async def page(
    session: AsyncSession, contract_id: UUID, wanted: Wanted, after: tuple[datetime, UUID] | None, limit: int
) -> list[tuple[SurveyAnswer, Verbatim | None]]:
    """Answers with their words, if they have some; the newest first."""
    words = and_(Verbatim.contract_id == SurveyAnswer.contract_id, Verbatim.answer_id == SurveyAnswer.id)
    query = select(SurveyAnswer, Verbatim).outerjoin(Verbatim, words)
    query = query.where(*_narrowed(contract_id, wanted, await _found(session, contract_id, wanted, after, limit)))
    if after is not None:
        query = query.where(tuple_(SurveyAnswer.answered_at, SurveyAnswer.id) < after)
    query = query.order_by(SurveyAnswer.answered_at.desc(), SurveyAnswer.id.desc()).limit(limit)
    return [(row[0], row[1]) for row in await session.execute(query)]


async def by_score(session: AsyncSession, contract_id: UUID, wanted: Wanted) -> Sequence[Row[Any]]:
    """(kind, scale, score, answers, those with words) of answers that count once."""
    group = (SurveyAnswer.kind, SurveyAnswer.scale_max, SurveyAnswer.score)
    answers = func.count().label("answers")
    with_words = func.count().filter(SurveyAnswer.has_comment).label("with_words")
    narrowed = _narrowed(contract_id, wanted, await _found(session, contract_id, wanted))
    query = select(*group, answers, with_words).where(*narrowed, SurveyAnswer.same_as.is_(None))
    rows: Sequence[Row[Any]] = (await session.execute(query.group_by(*group).order_by(*group))).all()  # type: ignore[assignment]
    return rows


async def by_queue(session: AsyncSession, contract_id: UUID, wanted: Wanted, most: int) -> list[tuple[str | None, int]]:
    """(queue, answers) of answers that count once, those with most answers first."""
    narrowed = _narrowed(contract_id, wanted, await _found(session, contract_id, wanted))
    answers = func.count().label("answers")
    query = select(SurveyAnswer.queue, answers).where(*narrowed, SurveyAnswer.same_as.is_(None))
    rows = await session.execute(
        query.group_by(SurveyAnswer.queue).order_by(answers.desc(), SurveyAnswer.queue).limit(most)
    )
    return [(row[0], row[1]) for row in rows]


async def by_theme(session: AsyncSession, contract_id: UUID, wanted: Wanted) -> tuple[dict[str, int], int, int]:
    """Answers with words that count once: by theme, all, and those about none."""
    narrowed = _narrowed(contract_id, wanted, await _found(session, contract_id, wanted))
    asked = and_(*narrowed, SurveyAnswer.same_as.is_(None), SurveyAnswer.has_comment, SurveyAnswer.erased_at.is_(None))
    tagged = and_(
        AnswerTheme.contract_id == SurveyAnswer.contract_id,
        AnswerTheme.answer_id == SurveyAnswer.id,
        AnswerTheme.present,
    )
    themes = select(AnswerTheme.code, func.count()).select_from(SurveyAnswer).join(AnswerTheme, tagged).where(asked)
    told = {row[0]: row[1] for row in await session.execute(themes.group_by(AnswerTheme.code))}
    none = func.count().filter(~exists().where(tagged))
    row = (await session.execute(select(func.count(), none).select_from(SurveyAnswer).where(asked))).one()
    return told, row[0], row[1]


async def _found(
    session: AsyncSession,
    contract_id: UUID,
    wanted: Wanted,
    after: tuple[datetime, UUID] | None = None,
    most: int | None = None,
) -> list[UUID] | None:
    """Answers in whose words the words are found, the newest first; None when none are looked for."""
    if wanted.q is None:
        return None
    values = {
        "contract": contract_id,
        "q": wanted.q,
        "kind": wanted.kind,
        "lowest": wanted.lowest,
        "highest": wanted.highest,
        "channel": wanted.channel,
        "since": wanted.since,
        "until": wanted.until,
        "theme": wanted.theme,
        "before_at": None if after is None else after[0],
        "before_id": None if after is None else after[1],
        # What is left out afterwards would leave a page short.
        "most": None if wanted.released else most,
        "low": wanted.low,
        "queue": wanted.queue,
    }
    return list(await session.scalars(_FOUND, values))


def _narrowed(contract_id: UUID, wanted: Wanted, found: list[UUID] | None) -> list[ColumnElement[bool]]:
    narrowed = [SurveyAnswer.contract_id == contract_id, SurveyAnswer.withdrawn_at.is_(None)]
    if found is not None:
        narrowed.append(SurveyAnswer.id == func.any(found))
    if wanted.kind is not None:
        narrowed.append(SurveyAnswer.kind == wanted.kind)
    if wanted.lowest is not None:
        narrowed.append(SurveyAnswer.score >= wanted.lowest)
    if wanted.highest is not None:
        narrowed.append(SurveyAnswer.score <= wanted.highest)
    if wanted.channel is not None:
        narrowed.append(SurveyAnswer.channel == wanted.channel)
    if wanted.queue is not None:
        narrowed.append(SurveyAnswer.queue == wanted.queue)
    if wanted.since is not None:
        narrowed.append(SurveyAnswer.answered_at >= wanted.since)
    if wanted.until is not None:
        narrowed.append(SurveyAnswer.answered_at < wanted.until)
    if wanted.words is not None:
        narrowed.append(SurveyAnswer.has_comment.is_(wanted.words))
    if wanted.low:
        narrowed.append(
            case(
                (SurveyAnswer.kind == "nps", SurveyAnswer.score <= 6),
                (SurveyAnswer.scale_max > 1, SurveyAnswer.score * 5 <= SurveyAnswer.scale_max * 3),
                else_=SurveyAnswer.score == 0,
            )
        )
    if wanted.released:
        released = and_(
            Verbatim.contract_id == SurveyAnswer.contract_id,
            Verbatim.answer_id == SurveyAnswer.id,
            Verbatim.released_at.is_not(None),
        )
        narrowed.append(exists().where(released))
    if wanted.theme is not None:
        # By a name of its own: where themes are counted, they stand in the query already.
        theme = aliased(AnswerTheme)
        tagged = exists().where(
            theme.contract_id == SurveyAnswer.contract_id, theme.answer_id == SurveyAnswer.id, theme.present
        )
        narrowed.append(~tagged if wanted.theme == UNTAGGED else tagged.where(theme.code == wanted.theme))
    return narrowed
