"""All queries of verbatims."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, Row, and_, func, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.answers.models import SurveyAnswer, Verbatim


class Wanted(msgspec.Struct, frozen=True):
    """Which answers are asked for; null: all."""

    kind: str | None = None
    lowest: int | None = None
    highest: int | None = None
    channel: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    words: bool | None = None


async def page(
    session: AsyncSession, contract_id: UUID, wanted: Wanted, after: tuple[datetime, UUID] | None, limit: int
) -> list[tuple[SurveyAnswer, Verbatim | None]]:
    """Answers with their words, if they have some; the newest first."""
    words = and_(Verbatim.contract_id == SurveyAnswer.contract_id, Verbatim.answer_id == SurveyAnswer.id)
    query = select(SurveyAnswer, Verbatim).outerjoin(Verbatim, words).where(*_narrowed(contract_id, wanted))
    if after is not None:
        query = query.where(tuple_(SurveyAnswer.answered_at, SurveyAnswer.id) < after)
    query = query.order_by(SurveyAnswer.answered_at.desc(), SurveyAnswer.id.desc()).limit(limit)
    return [(row[0], row[1]) for row in await session.execute(query)]


async def by_score(session: AsyncSession, contract_id: UUID, wanted: Wanted) -> Sequence[Row[Any]]:
    """(kind, scale, score, answers, those with words) of answers that count once."""
    group = (SurveyAnswer.kind, SurveyAnswer.scale_max, SurveyAnswer.score)
    answers = func.count().label("answers")
    with_words = func.count().filter(SurveyAnswer.has_comment).label("with_words")
    query = select(*group, answers, with_words).where(*_narrowed(contract_id, wanted), SurveyAnswer.same_as.is_(None))
    rows: Sequence[Row[Any]] = (await session.execute(query.group_by(*group).order_by(*group))).all()  # type: ignore[assignment]
    return rows


def _narrowed(contract_id: UUID, wanted: Wanted) -> list[ColumnElement[bool]]:
    found = [SurveyAnswer.contract_id == contract_id, SurveyAnswer.withdrawn_at.is_(None)]
    if wanted.kind is not None:
        found.append(SurveyAnswer.kind == wanted.kind)
    if wanted.lowest is not None:
        found.append(SurveyAnswer.score >= wanted.lowest)
    if wanted.highest is not None:
        found.append(SurveyAnswer.score <= wanted.highest)
    if wanted.channel is not None:
        found.append(SurveyAnswer.channel == wanted.channel)
    if wanted.since is not None:
        found.append(SurveyAnswer.answered_at >= wanted.since)
    if wanted.until is not None:
        found.append(SurveyAnswer.answered_at < wanted.until)
    if wanted.words is not None:
        found.append(SurveyAnswer.has_comment.is_(wanted.words))
    return found
