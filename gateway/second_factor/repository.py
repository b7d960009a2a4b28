"""Queries on second factors, recovery codes and half-open sign-ins."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Row, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from gateway.models import Account, RecoveryCode, SecondFactor, SignInStep


async def find(session: AsyncSession, person_id: UUID) -> SecondFactor | None:
    """The second factor of a person, active or being set up."""
    return await session.scalar(select(SecondFactor).where(SecondFactor.person_id == person_id))


async def lock(session: AsyncSession, person_id: UUID) -> SecondFactor | None:
    """The same, where nobody else looks at a code of it until this transaction ends."""
    query = select(SecondFactor).where(SecondFactor.person_id == person_id).with_for_update()
    return await session.scalar(query.execution_options(populate_existing=True))


async def keep(session: AsyncSession, person_id: UUID, sealed_secret: bytes) -> None:
    """Keep a secret that is being set up, in place of one before that never became active."""
    await session.execute(delete(SecondFactor).where(SecondFactor.person_id == person_id))
    await session.execute(insert(SecondFactor).values(person_id=person_id, sealed_secret=sealed_secret))


async def activate(session: AsyncSession, person_id: UUID) -> None:
    """From now on codes of it are asked for."""
    await session.execute(
        update(SecondFactor).where(SecondFactor.person_id == person_id).values(active_at=func.clock_timestamp())
    )


async def take_step(session: AsyncSession, person_id: UUID, step: int) -> None:
    """Note whose code was taken last."""
    await session.execute(update(SecondFactor).where(SecondFactor.person_id == person_id).values(last_step=step))


async def forget(session: AsyncSession, person_id: UUID) -> bool:
    """Take the second factor and its recovery codes away; whether there was one."""
    await session.execute(delete(RecoveryCode).where(RecoveryCode.person_id == person_id))
    gone = await session.execute(
        delete(SecondFactor).where(SecondFactor.person_id == person_id).returning(SecondFactor.active_at)
    )
    return gone.first() is not None


async def replace_recovery_codes(session: AsyncSession, person_id: UUID, digests: Collection[bytes]) -> None:
    """Keep new recovery codes in place of those before."""
    await session.execute(delete(RecoveryCode).where(RecoveryCode.person_id == person_id))
    rows = [{"digest": digest, "person_id": person_id} for digest in digests]
    await session.execute(insert(RecoveryCode), rows)


async def use_recovery_code(session: AsyncSession, person_id: UUID, digest: bytes) -> bool:
    """Use a recovery code; whether it was good."""
    used = await session.execute(
        update(RecoveryCode)
        .where(RecoveryCode.person_id == person_id, RecoveryCode.digest == digest, RecoveryCode.used_at.is_(None))
        .values(used_at=func.clock_timestamp())
        .returning(RecoveryCode.person_id)
        .execution_options(synchronize_session=False)
    )
    return used.first() is not None


async def recovery_codes_left(session: AsyncSession, person_id: UUID) -> int:
    """How many recovery codes are unused."""
    query = select(func.count()).where(RecoveryCode.person_id == person_id, RecoveryCode.used_at.is_(None))
    return int(await session.scalar(query) or 0)


async def of_organisation(session: AsyncSession, organisation_id: UUID) -> Sequence[Row[UUID, datetime | None]]:
    """Who of an organisation has an active second factor, and since when."""
    query = (
        select(SecondFactor.person_id, SecondFactor.active_at)
        .join(Account, Account.person_id == SecondFactor.person_id)
        .where(Account.organisation_id == organisation_id, SecondFactor.active_at.is_not(None))
    )
    return (await session.execute(query.order_by(SecondFactor.person_id))).all()


async def open_step(
    session: AsyncSession, digest: bytes, person_id: UUID, proofs: Sequence[str], life: timedelta
) -> datetime:
    """Keep a half-open sign-in; until when it waits."""
    await session.execute(delete(SignInStep).where(SignInStep.expires_at < func.now()))
    made = await session.execute(
        insert(SignInStep)
        .values(digest=digest, person_id=person_id, amr=list(proofs), expires_at=func.now() + life)
        .returning(SignInStep.expires_at)
    )
    return made.scalar_one()


async def find_step(session: AsyncSession, digest: bytes) -> Row[UUID, list[str]] | None:
    """A half-open sign-in that still waits: whose, and by which proofs."""
    query = select(SignInStep.person_id, SignInStep.amr).where(
        SignInStep.digest == digest, SignInStep.expires_at > func.now()
    )
    return (await session.execute(query)).one_or_none()


async def end_step(session: AsyncSession, digest: bytes) -> bool:
    """End a half-open sign-in; whether it still waited."""
    ended = await session.execute(
        delete(SignInStep)
        .where(SignInStep.digest == digest, SignInStep.expires_at > func.now())
        .returning(SignInStep.digest)
        .execution_options(synchronize_session=False)
    )
    return ended.first() is not None
