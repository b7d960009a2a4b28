"""Second factors: set up, asked, taken away; and the sign-ins that wait for a code."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from gateway.journal import repository as journal
from gateway.journal.rules import Kind
from gateway.people.directory import Person
from gateway.second_factor import repository, rules
from gateway.second_factor.errors import CodeRefused, NoSecondFactor, SecondFactorActive, SignInStepOver
from gateway.second_factor.schemas import Colleagues, ColleagueView, Enrolment, SecondFactorView
from gateway.sessions import repository as sessions
from gateway.sessions import rules as session_rules
from gateway.tries import service as tries
from services.common.database import Database
from services.common.encryption import Vault
from services.common.errors import FieldFault, Invalid
from services.common.instants import now

SETTING_UP = timedelta(minutes=15)
"""How long a secret waits for its first code."""


@dataclass(frozen=True)
class Step:
    """A sign-in that waits for a code."""

    token: str
    expires_at: datetime


@dataclass(frozen=True)
class Waiting:
    """Who is about to sign in, and what they have shown so far."""

    person_id: UUID
    proofs: tuple[str, ...]


class SecondFactors:
    """The second factors of people."""

    def __init__(self, database: Database, vault: Vault, step_seconds: int) -> None:
        """`step_seconds`: how long a sign-in waits for its code."""
        self._database = database
        self._vault = vault
        self._step_life = timedelta(seconds=step_seconds)

    async def view(self, person_id: UUID, proofs: Sequence[str]) -> SecondFactorView:
        """What somebody has."""
        async with self._database.background_session() as session:
            found = await repository.find(session, person_id)
            left = await repository.recovery_codes_left(session, person_id)
        since = found.active_at if found else None
        return SecondFactorView(
            active=since is not None,
            active_since=since,
            recovery_codes_left=left,
            used_in_this_session=session_rules.CODE in proofs,
        )

    async def is_active(self, person_id: UUID) -> bool:
        """Whether a code is asked of somebody at sign-in."""
        async with self._database.background_session() as session:
            found = await repository.find(session, person_id)
        return found is not None and found.active_at is not None

    async def begin(self, person: Person) -> Enrolment:
        """Draw a secret, which is asked for nothing yet. Raises: SecondFactorActive."""
        person_id, secret = UUID(person.id), rules.draw_secret()
        async with self._database.background_session() as session:
            found = await repository.lock(session, person_id)
            if found is not None and found.active_at is not None:
                raise SecondFactorActive("Take the present one away first.")
            await repository.keep(session, person_id, self._vault.seal(secret))
        address = rules.address(secret, person.email)
        return Enrolment(secret=rules.secret_text(secret), address=address, picture=rules.picture(address))

    async def activate(self, person: Person, code: str, address: str) -> list[str]:
        """Ask for codes from now on, one having been shown; the recovery codes. Every session ends.

        Raises: SecondFactorActive, NoSecondFactor, Invalid, TooManyRequests.
        """
        person_id, codes = UUID(person.id), rules.draw_recovery_codes()
        made = await tries.begin(self._database, _account(person_id), address)
        async with self._database.background_session() as session:
            found = await repository.lock(session, person_id)
            if found is not None and found.active_at is not None:
                raise SecondFactorActive
            if found is None or now() - found.created_at > SETTING_UP:
                raise NoSecondFactor("Begin again: no secret of the last quarter of an hour waits for a code.")
            step = rules.step_of(self._vault.open(found.sealed_secret), rules.plain(code), now())
            if step is None:
                raise _wrong_code()
            await repository.take_step(session, person_id, step)
            await repository.activate(session, person_id)
            await repository.replace_recovery_codes(session, person_id, rules.digests(codes))
            await _tell(session, person, Kind.SECOND_FACTOR_ACTIVATED)
            await sessions.end_of_person(session, person_id)
        await tries.succeed(self._database, made)
        return codes

    async def renew_recovery_codes(self, person: Person, code: str, address: str) -> list[str]:
        """Ten recovery codes in place of those before. Raises: NoSecondFactor, Invalid, TooManyRequests."""
        person_id, codes = UUID(person.id), rules.draw_recovery_codes()
        await self._ask(person, code, address)
        async with self._database.background_session() as session:
            await repository.replace_recovery_codes(session, person_id, rules.digests(codes))
            await _tell(session, person, Kind.RECOVERY_CODES_DRAWN)
        return codes

    async def remove(self, person: Person, code: str, address: str) -> None:
        """Ask for no code any more; every session ends. Raises: NoSecondFactor, Invalid, TooManyRequests."""
        person_id = UUID(person.id)
        await self._ask(person, code, address)
        async with self._database.background_session() as session:
            await repository.forget(session, person_id)
            await _tell(session, person, Kind.SECOND_FACTOR_REMOVED)
            await sessions.end_of_person(session, person_id)

    async def reset(self, person_id: UUID, organisation_id: UUID, by: str, by_name: str | None) -> None:
        """Take somebody's second factor away and end their sessions, told in the journal; quiet without one."""
        async with self._database.background_session() as session:
            if await repository.forget(session, person_id):
                await journal.write(session, organisation_id, Kind.SECOND_FACTOR_RESET, person_id, by, by_name)
                await sessions.end_of_person(session, person_id)

    async def colleagues(self, organisation_id: UUID) -> Colleagues:
        """Who of an organisation has a second factor."""
        async with self._database.background_session() as session:
            rows = await repository.of_organisation(session, organisation_id)
        items = [ColleagueView(person_id=person_id, active_since=since) for person_id, since in rows if since]
        return Colleagues(items=items)

    async def open_step(self, person_id: UUID, proofs: Sequence[str]) -> Step:
        """Let a sign-in wait for its code."""
        token = session_rules.draw_token()
        async with self._database.background_session() as session:
            proof = session_rules.digest(token)
            return Step(token, await repository.open_step(session, proof, person_id, proofs, self._step_life))

    async def waiting(self, token: str | None) -> Waiting:
        """The sign-in that waits in a browser. Raises: SignInStepOver."""
        if not token:
            raise SignInStepOver
        async with self._database.background_session() as session:
            found = await repository.find_step(session, session_rules.digest(token))
        if found is None:
            raise SignInStepOver
        return Waiting(found.person_id, tuple(found.amr))

    async def finish_step(self, token: str, person: Person, code: str, address: str) -> None:
        """Take a code for a sign-in that waits, which is then over. Raises: CodeRefused, SignInStepOver, …"""
        made = await tries.begin(self._database, _account(UUID(person.id)), address)
        async with self._database.background_session() as session:
            # A code that is right is used up with the step, or neither is.
            if not await self._take(session, person, code):
                raise CodeRefused
            if not await repository.end_step(session, session_rules.digest(token)):
                raise SignInStepOver
        await tries.succeed(self._database, made)

    async def _ask(self, person: Person, code: str, address: str) -> None:
        """Take a code of somebody who is signed in. Raises: NoSecondFactor, Invalid, TooManyRequests."""
        if not await self.is_active(UUID(person.id)):
            raise NoSecondFactor
        made = await tries.begin(self._database, _account(UUID(person.id)), address)
        async with self._database.background_session() as session:
            if not await self._take(session, person, code):
                raise _wrong_code()
        await tries.succeed(self._database, made)

    async def _take(self, session: AsyncSession, person: Person, code: str) -> bool:
        """Whether a code is good; a good one is good no more."""
        person_id = UUID(person.id)
        found = await repository.lock(session, person_id)
        if found is None or found.active_at is None:
            return False
        step = rules.step_of(self._vault.open(found.sealed_secret), rules.plain(code), now())
        if step is not None:
            if step <= found.last_step:
                return False
            await repository.take_step(session, person_id, step)
            return True
        if not await repository.use_recovery_code(session, person_id, rules.digest(code)):
            return False
        await _tell(session, person, Kind.RECOVERY_CODE_USED)
        return True


def _account(person_id: UUID) -> str:
    # Apart from tries at the password: a right password must not make codes free again.
    return f"code of {person_id}"


def _wrong_code() -> Invalid:
    return Invalid(FieldFault("code", "is not a code of this moment, or was used before"))


async def _tell(session: AsyncSession, person: Person, kind: Kind) -> None:
    person_id = UUID(person.id)
    await journal.write(session, UUID(person.organisation.id), kind, person_id, person.id, person.name)
