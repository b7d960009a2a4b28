"""All queries of releases."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import CursorResult, func, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.answers.models import Verbatim
from services.feedback.releases.models import ReleaseRule

_LOCK = text("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))")


async def lock(session: AsyncSession, contract_id: UUID) -> None:
    """Let nobody else set the rule of a contract until this transaction ends."""
    await session.execute(_LOCK, {"key": f"release {contract_id}"})


async def rule(session: AsyncSession, contract_id: UUID) -> ReleaseRule | None:
    """The rule that holds."""
    query = select(ReleaseRule).where(ReleaseRule.contract_id == contract_id).order_by(ReleaseRule.id.desc()).limit(1)
    found: ReleaseRule | None = await session.scalar(query)
    return found


async def waiting(session: AsyncSession, contract_id: UUID) -> int:
    """How many words nobody has released."""
    query = select(func.count()).where(Verbatim.contract_id == contract_id, Verbatim.released_at.is_(None))
    return await session.scalar(query) or 0


async def release(session: AsyncSession, contract_id: UUID, answers: Sequence[UUID], name: str | None) -> int:
    """Release words; how many were waiting."""
    done: CursorResult[Any] = await session.execute(  # type: ignore[assignment]
        update(Verbatim)
        .where(Verbatim.contract_id == contract_id, Verbatim.answer_id.in_(answers), Verbatim.released_at.is_(None))
        .values(released_at=func.clock_timestamp(), released_by=name)
        .execution_options(synchronize_session=False)
    )
    return done.rowcount
