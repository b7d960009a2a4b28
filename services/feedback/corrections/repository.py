"""All queries of corrections of masks."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, bindparam, select, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.answers.models import Verbatim
from services.feedback.corrections.models import MaskCorrection

_HIDE = text(
    "UPDATE verbatim SET text = :text, hidden = :hidden WHERE contract_id = :contract AND answer_id = :answer"
).bindparams(bindparam("hidden", type_=JSONB))
_MASK_ANEW = text("UPDATE verbatim SET rules = 0 WHERE contract_id = :contract AND answer_id = :answer")
_ANSWER = text(
    "UPDATE mask_correction SET state = :state, answered_by = :name, answered_at = clock_timestamp()"
    " WHERE contract_id = :contract AND id = :id AND state = 'asked'"
)
_OF_ANSWERS = text(
    "SELECT id, contract_id, answer_id, action, kind, place, marks, state, sealed_piece FROM mask_correction"
    " WHERE (contract_id, answer_id) IN (SELECT * FROM unnest(CAST(:contracts AS uuid[]), CAST(:answers AS uuid[])))"
    " AND state IN ('confirmed', 'applied') ORDER BY id"
)
_APPLIED = text(
    "UPDATE mask_correction SET state = :state, sealed_piece = :piece WHERE contract_id = :contract AND id = :id"
)


async def words(session: AsyncSession, contract_id: UUID, answer_id: UUID) -> Verbatim | None:
    """The readable words of an answer, locked."""
    query = select(Verbatim).where(Verbatim.contract_id == contract_id, Verbatim.answer_id == answer_id)
    found: Verbatim | None = await session.scalar(query.with_for_update())
    return found


async def hide(session: AsyncSession, contract_id: UUID, answer_id: UUID, words: str, hidden: dict[str, int]) -> None:
    """Keep the words with one more piece hidden."""
    values = {"contract": contract_id, "answer": answer_id, "text": words, "hidden": hidden}
    await session.execute(_HIDE, values)


async def find(session: AsyncSession, contract_id: UUID, correction_id: UUID) -> MaskCorrection | None:
    """One correction, locked."""
    query = select(MaskCorrection).where(MaskCorrection.contract_id == contract_id, MaskCorrection.id == correction_id)
    found: MaskCorrection | None = await session.scalar(query.with_for_update(of=MaskCorrection))
    return found


async def page(
    session: AsyncSession, contract_id: UUID, state: str | None, before: UUID | None, limit: int
) -> Sequence[MaskCorrection]:
    """Corrections, the newest first."""
    query = select(MaskCorrection).where(MaskCorrection.contract_id == contract_id)
    if state is not None:
        query = query.where(MaskCorrection.state == state)
    if before is not None:
        query = query.where(MaskCorrection.id < before)
    return (await session.scalars(query.order_by(MaskCorrection.id.desc()).limit(limit))).all()


async def answer(session: AsyncSession, contract_id: UUID, correction_id: UUID, state: str, name: str | None) -> None:
    """Keep what was answered."""
    values = {"contract": contract_id, "id": correction_id, "state": state, "name": name}
    await session.execute(_ANSWER, values)


async def mask_anew(session: AsyncSession, contract_id: UUID, answer_id: UUID) -> None:
    """Have the words of an answer masked again in the background."""
    await session.execute(_MASK_ANEW, {"contract": contract_id, "answer": answer_id})


async def of_answers(session: AsyncSession, answers: Sequence[tuple[UUID, UUID]]) -> Sequence[Row[Any]]:
    """What was decided about the words of these answers (contract, answer)."""
    values = {"contracts": [one for one, _ in answers], "answers": [one for _, one in answers]}
    return (await session.execute(_OF_ANSWERS, values)).all()


async def applied(session: AsyncSession, contract_id: UUID, correction_id: UUID, piece: bytes | None) -> None:
    """A confirmed mark is shown, and its words are remembered; without them it was about another text."""
    state = "obsolete" if piece is None else "applied"
    await session.execute(_APPLIED, {"contract": contract_id, "id": correction_id, "piece": piece, "state": state})
