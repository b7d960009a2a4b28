"""Queries on sessions."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Row, delete, func, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.models import SessionRow, SignInStep

_CREATE = text(
    "INSERT INTO session (digest, person_id, address, device, amr, created_at, seen_at, expires_at)"
    " SELECT :digest, a.person_id, :address, :device, CAST(:amr AS text[]), now(), now(), now() + :life FROM account a"
    " WHERE a.person_id = :person AND a.closed_at IS NULL FOR SHARE RETURNING expires_at"
)
_OLD = text("DELETE FROM session WHERE expires_at < now() - interval '1 day' OR ended_at < now() - interval '1 day'")


async def create(
    session: AsyncSession,
    digest: bytes,
    person_id: UUID,
    life: timedelta,
    address: str,
    device: str | None,
    proofs: Sequence[str],
) -> bool:
    """Keep a new session, unless the account is closed by now; whether it was kept."""
    told: dict[str, Any] = {"digest": digest, "person": person_id, "life": life, "address": address, "device": device}
    told["amr"] = list(proofs)
    made = await session.execute(_CREATE, told)
    return made.first() is not None


async def find(
    session: AsyncSession, digest: bytes, idle: timedelta
) -> Row[UUID, datetime, datetime, list[str]] | None:
    """A session that has not ended: whose it is, when it was seen, until when it is good at most, by which proofs."""
    return (
        await session.execute(
            select(SessionRow.person_id, SessionRow.seen_at, SessionRow.expires_at, SessionRow.amr).where(
                SessionRow.digest == digest,
                SessionRow.ended_at.is_(None),
                SessionRow.expires_at > func.now(),
                SessionRow.seen_at > func.now() - idle,
            )
        )
    ).one_or_none()


async def of_person(session: AsyncSession, person_id: UUID, idle: timedelta) -> Sequence[SessionRow]:
    """The sessions of a person that are good, the last used first."""
    query = select(SessionRow).where(
        SessionRow.person_id == person_id,
        SessionRow.ended_at.is_(None),
        SessionRow.expires_at > func.now(),
        SessionRow.seen_at > func.now() - idle,
    )
    return (await session.scalars(query.order_by(SessionRow.seen_at.desc(), SessionRow.id))).all()


async def end_named(session: AsyncSession, person_id: UUID, session_id: UUID) -> bool:
    """End one session of a person by its id; whether there was one."""
    ended = await session.execute(
        update(SessionRow)
        .where(SessionRow.person_id == person_id, SessionRow.id == session_id, SessionRow.ended_at.is_(None))
        .values(ended_at=func.clock_timestamp())
        .returning(SessionRow.id)
        .execution_options(synchronize_session=False)
    )
    return ended.first() is not None


async def end_others(session: AsyncSession, person_id: UUID, but: bytes) -> None:
    """End every session of a person but one."""
    await session.execute(
        update(SessionRow)
        .where(SessionRow.person_id == person_id, SessionRow.digest != but, SessionRow.ended_at.is_(None))
        .values(ended_at=func.clock_timestamp())
        .execution_options(synchronize_session=False)
    )


async def see(session: AsyncSession, digests: Collection[bytes]) -> set[bytes]:
    """Note that sessions were used, and tell which of them are still good."""
    seen = await session.scalars(
        update(SessionRow)
        .where(SessionRow.digest.in_(digests), SessionRow.ended_at.is_(None), SessionRow.expires_at > func.now())
        .values(seen_at=func.now())
        .returning(SessionRow.digest)
        .execution_options(synchronize_session=False)
    )
    return set(seen)


async def end(session: AsyncSession, digest: bytes) -> None:
    """End one session."""
    await session.execute(
        update(SessionRow)
        .where(SessionRow.digest == digest, SessionRow.ended_at.is_(None))
        .values(ended_at=func.clock_timestamp())
    )


async def end_of_person(session: AsyncSession, person_id: UUID) -> None:
    """End every session of a person, and what was about to become one."""
    await session.execute(delete(SignInStep).where(SignInStep.person_id == person_id))
    await session.execute(
        update(SessionRow)
        .where(SessionRow.person_id == person_id, SessionRow.ended_at.is_(None))
        .values(ended_at=func.clock_timestamp())
    )


async def ended_since(session: AsyncSession, age: timedelta) -> set[bytes]:
    """Sessions ended within that age."""
    return set(await session.scalars(select(SessionRow.digest).where(SessionRow.ended_at > func.now() - age)))


async def forget_old(session: AsyncSession) -> None:
    """Delete sessions that ended long ago."""
    await session.execute(_OLD)
