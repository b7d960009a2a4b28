"""All queries of survey answers."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import insert as plain_insert
from sqlalchemy import select, text, tuple_, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.answers.models import AnswerComment, SurveyAnswer, Verbatim
from services.feedback.answers.rules.given import Held

MANY = 1_000
"""Rows in one statement: PostgreSQL takes 32,767 values at most."""

_LOCK = text(
    "SELECT pg_advisory_xact_lock(number) FROM (SELECT DISTINCT"
    " hashtextextended(CAST(:contract AS text) || ' ' || ticket, 0) AS number"
    " FROM unnest(CAST(:tickets AS text[])) AS ticket ORDER BY number) AS numbers"
)


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


async def lock_tickets(session: AsyncSession, contract_id: UUID, tickets: Sequence[str]) -> None:
    """Wait for whoever else tells of these tickets, until the end of this transaction; in one order for everybody."""
    if tickets:
        await session.execute(_LOCK, {"contract": str(contract_id), "tickets": list(tickets)})


async def by_keys(session: AsyncSession, contract_id: UUID, source_id: str, keys: Sequence[str]) -> Sequence[Held]:
    """Answers of a source by their keys."""
    query = select(SurveyAnswer).where(
        SurveyAnswer.contract_id == contract_id,
        SurveyAnswer.source_id == source_id,
        SurveyAnswer.answer_key.in_(keys),
    )
    return [held_of(row) for row in await session.scalars(query)]


async def of_tickets(session: AsyncSession, contract_id: UUID, tickets: Sequence[str]) -> Sequence[Held]:
    """Answers that name these tickets, whichever door they came through; those that came with a ticket first."""
    if not tickets:
        return []
    query = (
        select(SurveyAnswer)
        .where(
            SurveyAnswer.contract_id == contract_id,
            SurveyAnswer.ticket_id.in_(tickets),
            SurveyAnswer.withdrawn_at.is_(None),
        )
        .order_by(SurveyAnswer.door == "ticket", SurveyAnswer.id)
    )
    return [held_of(row) for row in reversed((await session.scalars(query)).all())]


async def add_many(session: AsyncSession, rows: Sequence[dict[str, Any]]) -> set[UUID]:
    """Keep answers that are not here yet; the ids of those that were new."""
    added: set[UUID] = set()
    for start in range(0, len(rows), MANY):
        found = await session.scalars(
            insert(SurveyAnswer)
            .values(list(rows[start : start + MANY]))
            .on_conflict_do_nothing(index_elements=["contract_id", "source_id", "answer_key"])
            .returning(SurveyAnswer.id)
        )
        added |= set(found)
    return added


async def add_words(
    session: AsyncSession, sealed: Sequence[dict[str, Any]], readable: Sequence[dict[str, Any]]
) -> None:
    """Keep the words of answers, sealed and readable; of the sealed ones nothing comes back."""
    for start in range(0, len(sealed), MANY):
        await session.execute(plain_insert(AnswerComment).values(list(sealed[start : start + MANY])))
        await session.execute(plain_insert(Verbatim).values(list(readable[start : start + MANY])))


async def count_elsewhere(session: AsyncSession, contract_id: UUID, answer_id: UUID, same_as: UUID) -> None:
    """This answer is that other one."""
    await session.execute(
        update(SurveyAnswer)
        .where(SurveyAnswer.contract_id == contract_id, SurveyAnswer.id == answer_id)
        .values(same_as=same_as)
    )


def held_of(row: SurveyAnswer) -> Held:
    """What the rules need of a kept answer."""
    return Held(
        row.id, row.answer_key, row.kind, row.score, row.scale_max, row.answered_at, row.ticket_id,
        ticket=row.door == "ticket", same_as=row.same_as,
    )  # fmt: skip


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
        .where(SurveyAnswer.contract_id == contract_id, SurveyAnswer.withdrawn_at.is_(None))
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
