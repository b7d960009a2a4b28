"""Queries on tries to sign in."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import func, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.models import SignInTry
from gateway.tries.rules import Count

_NOW = text("SELECT clock_timestamp()")
_OLD = text("DELETE FROM sign_in_try WHERE last_at < now() - interval '2 days'")


async def present(session: AsyncSession) -> datetime:
    """The present instant of the database."""
    instant: datetime = (await session.execute(_NOW)).scalar_one()
    return instant


async def lock(session: AsyncSession, key: bytes, now: datetime) -> Count:
    """What was counted under a key, where nobody else counts until this transaction ends."""
    statement = insert(SignInTry).values(key=key, tries=0, since=now, last_at=now)
    # Written as it was: a row that is only looked for could be swept away before it is locked.
    found = await session.execute(
        statement.on_conflict_do_update(index_elements=[SignInTry.key], set_={"tries": SignInTry.tries}).returning(
            SignInTry.tries, SignInTry.since, SignInTry.last_at
        )
    )
    return Count(*found.one())


async def count(session: AsyncSession, key: bytes, counted: Count) -> None:
    """Write what is counted under a locked key."""
    await session.execute(
        update(SignInTry)
        .where(SignInTry.key == key)
        .values(tries=counted.tries, since=counted.since, last_at=counted.last_at)
    )


async def give_back(session: AsyncSession, keys: Iterable[bytes]) -> None:
    """Take one try back under each key."""
    for key in keys:
        await session.execute(
            update(SignInTry).where(SignInTry.key == key).values(tries=func.greatest(SignInTry.tries - 1, 0))
        )


async def forget(session: AsyncSession, key: bytes) -> None:
    """Begin anew under a key."""
    await session.execute(update(SignInTry).where(SignInTry.key == key).values(tries=0))


async def forget_old(session: AsyncSession) -> None:
    """Delete what no delay depends on any more."""
    await session.execute(_OLD)
