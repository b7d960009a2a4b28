"""Who people are by the word of the contracts service: kept for some seconds, and longer while it is away."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import msgspec

from gateway.identities import Identity
from gateway.people.errors import EmailTaken, LinkSpent
from services.common.auth.tokens import CACHE_SIZE
from services.common.errors import Unauthenticated, Unavailable
from services.common.http import ServiceClient

DEADLINE = 5.0
SCOPE = "api"
_SILENT = "The contracts service does not answer for its people."


class OrganisationName(msgspec.Struct, frozen=True):
    """An organisation, as people see it."""

    id: str
    name: str


class Person(msgspec.Struct, frozen=True):
    """A person as the contracts service tells them."""

    id: str
    email: str
    name: str
    organisation: OrganisationName
    functions: list[str]
    roles: list[str]
    active: bool
    invited: bool = False
    """Whether they may still join."""
    language: str | None = None
    zone: str | None = None
    theme: str | None = None
    contract_functions: dict[str, list[str]] = {}
    """What they do in contracts for which they were given other functions than their own."""
    only_contracts: bool = False
    """Whether they reach these contracts only."""
    administrators: list[str] = []
    """Names of some who give functions in their organisation."""


@dataclass(slots=True)
class Known:
    """A person and what the services are told of them."""

    person: Person
    read_at: float
    identities: dict[tuple[str, ...], Identity] = field(default_factory=dict)
    """By how they proved who they are; kept as long as nothing is said anew of them."""

    def identity(self, proofs: tuple[str, ...]) -> Identity:
        """What the services are told of them in a session that was opened by these proofs."""
        if proofs not in self.identities:
            self.identities[proofs] = _identity_of(self.person, proofs)
        return self.identities[proofs]

    @property
    def person_id(self) -> UUID:
        """Whose it is."""
        return UUID(self.person.id)


@dataclass(slots=True)
class _Entry:
    known: Known | None = None
    reading: asyncio.Lock = field(default_factory=asyncio.Lock)


class People:
    """People by id."""

    def __init__(self, door: Callable[[], ServiceClient], kept: float, kept_without: float) -> None:
        """`kept`: seconds for which an answer is good; `kept_without`: when the contracts service gives no other."""
        self._door = door
        self._kept = kept
        self._kept_without = kept_without
        self._entries: dict[UUID, _Entry] = {}

    def forget(self, person_id: UUID) -> None:
        """Ask anew at the next request."""
        self._entries.pop(person_id, None)

    async def of(self, person_id: UUID) -> Known:
        """A person who may act. Raises: Unauthenticated, Unavailable."""
        entry = self._entries.get(person_id)
        if entry is None:
            if len(self._entries) >= CACHE_SIZE:
                self._entries.clear()
            entry = self._entries[person_id] = _Entry()
        known = entry.known
        if known is None or time.monotonic() - known.read_at > self._kept:
            async with entry.reading:
                # Those who waited find what the first one read.
                if entry.known is known:
                    await self._read(person_id, entry)
            known = entry.known
        if known is None or not known.person.active:
            raise Unauthenticated
        return known

    async def _read(self, person_id: UUID, entry: _Entry) -> None:
        before = entry.known
        try:
            person = await self.ask(person_id)
        except Unavailable:
            if before is None or time.monotonic() - before.read_at > self._kept_without:
                raise
            return
        if person is None:
            entry.known = None
            return
        same = before is not None and before.person == person
        entry.known = Known(person, time.monotonic(), before.identities if before is not None and same else {})

    async def ask(self, person_id: UUID) -> Person | None:
        """A person at this moment, whether or not they may act. Raises: Unavailable."""
        answer = await self._door().call("GET", f"/internal/people/{person_id}", deadline=DEADLINE)
        if answer.status_code == 404:
            return None
        if answer.status_code != 200:
            raise Unavailable(_SILENT)
        try:
            return msgspec.json.decode(answer.content, type=Person)
        except msgspec.MsgspecError:
            raise Unavailable(_SILENT) from None

    async def join(self, person_id: UUID, joining: dict[str, str]) -> None:
        """Tell that somebody came by their link. Raises: LinkSpent, EmailTaken, Unavailable."""
        answer = await self._door().call(
            "PUT", f"/internal/people/{person_id}/joining", body=joining, deadline=DEADLINE
        )
        if answer.status_code == 404:
            raise LinkSpent
        if answer.status_code == 409:
            raise EmailTaken
        if answer.status_code != 204:
            raise Unavailable(_SILENT)


def _identity_of(person: Person, proofs: tuple[str, ...]) -> Identity:
    claims: dict[str, Any] = {
        "sub": person.id,
        "name": person.name,
        "org": person.organisation.id,
        "functions": person.functions,
        "roles": person.roles,
        "scope": SCOPE,
        "amr": list(proofs),
    }
    for claim in ("contract_functions", "only_contracts", "administrators"):
        if told := getattr(person, claim):
            claims[claim] = told
    return Identity(person.id, 0, 0, claims)
