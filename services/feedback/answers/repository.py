"""All queries of survey answers."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import insert as plain_insert
from sqlalchemy import select, tuple_
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.answers.models import AnswerComment, SurveyAnswer


async def add(session: AsyncSession, columns: dict[str, Any]) -> bool:
    """Keep an answer unless it is already here; whether it was new."""
    added = await session.execute(
        insert(SurveyAnswer)
        .values(**columns)
        .on_conflict_do_nothing(index_elements=["contract_id", "source_id", "answer_key"])
        .returning(SurveyAnswer.id)
    )
    return added.first() is not None


async def add_comment(session: AsyncSession, contract_id: UUID, answer_id: UUID, sealed_text: bytes) -> None:
    """Keep the free text of an answer, encrypted."""
    await session.execute(
        plain_insert(AnswerComment).values(contract_id=contract_id, answer_id=answer_id, sealed_text=sealed_text)
    )


async def page(
    session: AsyncSession,
    contract_id: UUID,
    *,
    source_id: str | None,
    since: datetime | None,
    until: datetime | None,
    after: tuple[datetime, UUID] | None,
    limit: int,
) -> Sequence[SurveyAnswer]:
    """Answers of a contract in the order in which they were given, in [since, until)."""
    query = (
        select(SurveyAnswer)
        .where(SurveyAnswer.contract_id == contract_id)
        .order_by(SurveyAnswer.answered_at, SurveyAnswer.id)
        .limit(limit)
    )
    if source_id is not None:
        query = query.where(SurveyAnswer.source_id == source_id)
    if since is not None:
        query = query.where(SurveyAnswer.answered_at >= since)
    if until is not None:
        query = query.where(SurveyAnswer.answered_at < until)
    if after is not None:
        query = query.where(tuple_(SurveyAnswer.answered_at, SurveyAnswer.id) > after)
    return (await session.scalars(query)).all()
