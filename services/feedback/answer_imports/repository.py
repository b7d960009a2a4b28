"""All queries of imports, and of the answers that they brought."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.answer_imports.models import AnswerImport
from services.feedback.answers.models import SurveyAnswer
from services.feedback.answers.repository import held_of
from services.feedback.answers.rules.given import Held

_COUNT = text(
    "UPDATE answer_import SET stored = stored + :stored, duplicate = duplicate + :duplicate,"
    " conflict = conflict + :conflict, refused = refused + :refused,"
    " digests = CASE WHEN :digest = ANY(digests) THEN digests ELSE digests || CAST(:digest AS bytea) END"
    " WHERE contract_id = :contract AND id = :id"
)
# An erased answer keeps the form of its key that names nobody: a corrected file does not bring it back.
_WITHDRAW = text(
    "UPDATE survey_answer SET withdrawn_at = clock_timestamp(),"
    " answer_key = CASE WHEN erased_at IS NULL THEN 'withdrawn:' || id::text ELSE answer_key END"
    " WHERE contract_id = :contract AND import_id = :import AND withdrawn_at IS NULL"
)
_FORGET_WORDS = tuple(
    text(
        f"DELETE FROM {table} w USING survey_answer a WHERE a.contract_id = :contract AND a.import_id = :import"
        " AND (w.contract_id, w.answer_id) = (a.contract_id, a.id)"
    )
    for table in (
        "mask_correction",
        "answer_theme",
        "relay_step",
        "relay_item",
        "relay_left_out",
        "verbatim",
        "answer_comment",
    )
)
"""What was done about words goes with them."""
_POINT = text("UPDATE survey_answer SET same_as = :same_as WHERE contract_id = :contract AND id = ANY(:ids)")


async def begin(session: AsyncSession, columns: dict[str, Any]) -> None:
    """Note an import, unless a part of it came before."""
    await session.execute(
        insert(AnswerImport).values(**columns).on_conflict_do_nothing(index_elements=["contract_id", "id"])
    )


async def lock(session: AsyncSession, contract_id: UUID, import_id: UUID) -> AnswerImport | None:
    """An import, until the end of the transaction."""
    query = select(AnswerImport).where(AnswerImport.contract_id == contract_id, AnswerImport.id == import_id)
    found: AnswerImport | None = await session.scalar(query.with_for_update().execution_options(populate_existing=True))
    return found


async def count(
    session: AsyncSession, contract_id: UUID, import_id: UUID, digest: bytes, counts: dict[str, int]
) -> None:
    """Add what came of a part."""
    await session.execute(_COUNT, {"contract": contract_id, "id": import_id, "digest": digest, **counts})


async def page(session: AsyncSession, contract_id: UUID, before: UUID | None, limit: int) -> Sequence[AnswerImport]:
    """Imports of a contract, the newest first."""
    query = select(AnswerImport).where(AnswerImport.contract_id == contract_id)
    if before is not None:
        query = query.where(AnswerImport.id < before)
    return (await session.scalars(query.order_by(AnswerImport.id.desc()).limit(limit))).all()


async def brought(session: AsyncSession, contract_id: UUID, import_id: UUID) -> Sequence[Held]:
    """The answers of an import that were not taken back."""
    return [held_of(row) for row in await session.scalars(_of_import(contract_id, import_id).order_by(SurveyAnswer.id))]


async def shadowed(session: AsyncSession, contract_id: UUID, import_id: UUID) -> Sequence[Held]:
    """Other answers that do not count because one of this import does, in the order in which they came."""
    theirs = _of_import(contract_id, import_id).with_only_columns(SurveyAnswer.id)
    query = select(SurveyAnswer).where(
        SurveyAnswer.contract_id == contract_id,
        SurveyAnswer.same_as.in_(theirs),
        SurveyAnswer.import_id.is_distinct_from(import_id),
    )
    return [held_of(row) for row in await session.scalars(query.order_by(SurveyAnswer.id))]


async def withdraw(session: AsyncSession, contract_id: UUID, import_id: UUID) -> None:
    """Take the answers back: their words go, their keys are free again, a trace of each stays."""
    for statement in _FORGET_WORDS:
        await session.execute(statement, {"contract": contract_id, "import": import_id})
    await session.execute(_WITHDRAW, {"contract": contract_id, "import": import_id})


async def point(session: AsyncSession, contract_id: UUID, ids: Sequence[UUID], same_as: UUID | None) -> None:
    """Say of which answer these are another telling; None: they count themselves."""
    if ids:
        await session.execute(_POINT, {"contract": contract_id, "ids": list(ids), "same_as": same_as})


async def undone(session: AsyncSession, contract_id: UUID, import_id: UUID, name: str | None, withdrawn: int) -> None:
    """Note who took it back, and how many answers that was."""
    await session.execute(
        update(AnswerImport)
        .where(AnswerImport.contract_id == contract_id, AnswerImport.id == import_id)
        .values(undone_at=text("clock_timestamp()"), undone_name=name, withdrawn=withdrawn)
    )


def _of_import(contract_id: UUID, import_id: UUID) -> Select[SurveyAnswer]:
    return select(SurveyAnswer).where(
        SurveyAnswer.contract_id == contract_id,
        SurveyAnswer.import_id == import_id,
        SurveyAnswer.withdrawn_at.is_(None),
    )
