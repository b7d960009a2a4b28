"""Queries on signing keys."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete, func, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.models import SigningKeyRow

_ROTATION_LOCK = text("SELECT pg_advisory_xact_lock(7203461)")
_NOW = text("SELECT clock_timestamp()")


async def lock(session: AsyncSession) -> datetime:
    """Wait until no other replica rotates; the present instant of the database."""
    await session.execute(_ROTATION_LOCK)
    instant: datetime = (await session.execute(_NOW)).scalar_one()
    return instant


async def every(session: AsyncSession) -> Sequence[SigningKeyRow]:
    """Every key that is kept."""
    return (await session.scalars(select(SigningKeyRow).order_by(SigningKeyRow.signs_from))).all()


async def advance(session: AsyncSession, kid: str, instant: datetime) -> None:
    """Let a key sign from an instant on."""
    await session.execute(update(SigningKeyRow).where(SigningKeyRow.kid == kid).values(signs_from=instant))


async def retire(session: AsyncSession, kids: Sequence[str], instant: datetime) -> None:
    """Say until when keys are published."""
    await session.execute(update(SigningKeyRow).where(SigningKeyRow.kid.in_(kids)).values(retires_at=instant))


async def forget_retired(session: AsyncSession) -> None:
    """Delete keys whose last token is over."""
    await session.execute(delete(SigningKeyRow).where(SigningKeyRow.retires_at < func.now()))
