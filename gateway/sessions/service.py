"""Sessions: opened, found at each request, ended here and everywhere."""

import time
from collections.abc import Collection, Hashable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from gateway.models import SessionRow
from gateway.people import repository as accounts
from gateway.people.directory import Known, People
from gateway.people.passwords import Passwords
from gateway.remembered import RECHECK_SECONDS, Remembered
from gateway.sessions import repository, rules
from gateway.sessions.errors import SignInFailed
from gateway.tries import repository as tries_repository
from gateway.tries import service as tries
from services.common.addresses import one_spelling
from services.common.database import Database
from services.common.errors import NotFound, Unauthenticated, Unavailable

_REMEMBER_ENDED = timedelta(seconds=2 * RECHECK_SECONDS)


@dataclass(slots=True)
class Session:
    """A session as this process knows it; times in seconds since 1970."""

    id: bytes
    person_id: UUID
    seen_at: float
    expires_at: float
    proofs: tuple[str, ...]


class Sessions:
    """The sessions of people."""

    def __init__(self, database: Database, idle: int, life: int) -> None:
        """`idle` and `life`: seconds after which a session ends unused, and in any case."""
        self._database = database
        self._idle = timedelta(seconds=idle)
        self._life = timedelta(seconds=life)
        self._remembered: Remembered[Session] = Remembered(self._ended, self._see)

    def ends_at(self, session: Session) -> float:
        """When a session ends if nothing more comes, in seconds since 1970."""
        return min(session.expires_at, session.seen_at + self._idle.total_seconds())

    async def find(self, token: str) -> Session:
        """The session of a cookie. Raises: Unauthenticated."""
        if not token:
            raise Unauthenticated
        proof = rules.digest(token)
        session = self._remembered.find(proof)
        if session is None or self.ends_at(session) <= time.time():
            # Another process may have seen it since.
            session = await self._read(proof)
            self._remembered.keep(proof, session)
        session.seen_at = time.time()
        return session

    async def _read(self, proof: bytes) -> Session:
        async with self._database.background_session() as transaction:
            row = await repository.find(transaction, proof, self._idle)
        if row is None:
            raise Unauthenticated
        return Session(proof, row.person_id, row.seen_at.timestamp(), row.expires_at.timestamp(), tuple(row.amr))

    async def open(
        self, person_id: UUID, instead_of: str | None, address: str, device: str | None, proofs: Sequence[str]
    ) -> str:
        """A new session in place of the one shown; what its cookie holds. Raises: SignInFailed.

        `address` on the network and `device` are for its owner to know it by.
        """
        token = rules.draw_token()
        async with self._database.background_session() as transaction:
            if instead_of:
                await repository.end(transaction, rules.digest(instead_of))
            proof = rules.digest(token)
            if not await repository.create(transaction, proof, person_id, self._life, address, device, proofs):
                raise SignInFailed
        if instead_of:
            self._remembered.forget(lambda session: session.id == rules.digest(instead_of))
        return token

    async def end(self, session: Session) -> None:
        """End one session."""
        async with self._database.background_session() as transaction:
            await repository.end(transaction, session.id)
        self._remembered.forget(lambda known: known.id == session.id)

    async def list_of(self, person_id: UUID) -> Sequence[SessionRow]:
        """The sessions of a person that are good."""
        async with self._database.background_session() as transaction:
            return await repository.of_person(transaction, person_id, self._idle)

    async def end_named(self, person_id: UUID, session_id: UUID) -> None:
        """End one session of a person by its id. Raises: NotFound."""
        async with self._database.background_session() as transaction:
            if not await repository.end_named(transaction, person_id, session_id):
                raise NotFound
        self.forget_person(person_id)

    async def end_others(self, session: Session) -> None:
        """End every session of a person but this one."""
        async with self._database.background_session() as transaction:
            await repository.end_others(transaction, session.person_id, session.id)
        self.forget_person(session.person_id)

    async def end_all(self, person_id: UUID) -> None:
        """End every session of a person."""
        async with self._database.background_session() as transaction:
            await repository.end_of_person(transaction, person_id)
        self.forget_person(person_id)

    def forget_person(self, person_id: UUID) -> None:
        """Read the sessions of a person again."""
        self._remembered.forget(lambda session: session.person_id == person_id)

    async def refresh(self) -> None:
        """Ask what has ended elsewhere."""
        await self._remembered.refresh()

    async def write(self) -> None:
        """Write which sessions were used."""
        await self._remembered.write()

    async def _ended(self) -> Collection[Hashable]:
        async with self._database.background_session() as transaction:
            return await repository.ended_since(transaction, _REMEMBER_ENDED)

    async def _see(self, ids: Collection[Hashable]) -> Collection[Hashable]:
        async with self._database.background_session() as transaction:
            await repository.forget_old(transaction)
            await tries_repository.forget_old(transaction)
            return await repository.see(transaction, [known for known in ids if isinstance(known, bytes)])


async def authenticate(
    database: Database, passwords: Passwords, people: People, email: str, password: str, address: str
) -> Known:
    """Who signs in with an address and a password. Raises: SignInFailed, TooManyRequests, Unavailable."""
    account = one_spelling(email)
    with passwords.place():
        made = await tries.begin(database, account, address)
        async with database.background_session() as transaction:
            kept = await accounts.by_address(transaction, account)
        # The connection is given back before the slow part.
        right = await passwords.matches(password, kept.password_hash if kept else None)
    if kept is None or not right:
        raise SignInFailed
    people.forget(kept.person_id)
    try:
        known = await people.of(kept.person_id)
    except Unavailable:
        await tries.take_back(database, made)
        raise
    except Unauthenticated:
        raise SignInFailed from None
    await tries.succeed(database, made)
    return known
