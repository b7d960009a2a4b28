"""From the token of a request to who calls, and to the internal token that the service behind gets instead."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from gateway.credentials import repository
from gateway.headers import text_of
from gateway.keys.service import Keyring
from services.common.auth.tokens import CACHE_SIZE, TokenVerifier
from services.common.database import Database
from services.common.errors import Unauthenticated

ISSUER = "copil"
AUDIENCE = "copil"
INTERNAL_ISSUER = "gateway"
_PASSED_ON = ("sub", "org", "functions", "roles", "scope", "name")


@dataclass(slots=True)
class Identity:
    """A verified access token."""

    subject: str
    issued_at: int
    expires_at: int
    claims: dict[str, Any]
    internal: dict[str, tuple[str, float]] = field(default_factory=dict)
    """Service -> value of `authorization` for it, and when to sign a new one (monotonic clock)."""


class Revocations:
    """Clients revoked lately, read again every few seconds; looked up at each request."""

    def __init__(self, database: Database, age: timedelta) -> None:
        """`age`: the longest that a token can still be good."""
        self._database = database
        self._age = age
        self._revoked: Mapping[str, float] = {}

    async def refresh(self) -> None:
        """Read the list again."""
        async with self._database.background_session() as session:
            found = await repository.revoked_since(session, self._age)
        self._revoked = {client_id: instant.timestamp() for client_id, instant in found.items()}

    def covers(self, subject: str, issued_at: int) -> bool:
        """Whether a token of that client, issued then, is revoked."""
        revoked_at = self._revoked.get(subject)
        return revoked_at is not None and issued_at <= revoked_at


class Identities:
    """Verified access tokens by their header value, until they expire."""

    def __init__(self, keyring: Keyring, revocations: Revocations, life: int, reuse: float) -> None:
        """`life` of an internal token and `reuse` of one already signed, both in seconds."""
        self._keyring = keyring
        self._revocations = revocations
        self._life = life
        self._reuse = reuse
        self._verifier = TokenVerifier(AUDIENCE, {ISSUER: keyring})
        self._known: dict[bytes, Identity] = {}

    def forget(self) -> None:
        """Verify every token anew: a key was withdrawn."""
        self._verifier = TokenVerifier(AUDIENCE, {ISSUER: self._keyring})
        self._known.clear()

    async def of(self, authorization: bytes | None) -> Identity:
        """Who sends this header value. Raises: Unauthenticated."""
        if authorization is None:
            raise Unauthenticated
        identity = self._known.get(authorization)
        if identity is None:
            identity = await self._admit(authorization)
        elif identity.expires_at <= time.time():
            del self._known[authorization]
            raise Unauthenticated
        if self._revocations.covers(identity.subject, identity.issued_at):
            raise Unauthenticated
        return identity

    async def _admit(self, authorization: bytes) -> Identity:
        scheme, _, token = text_of(authorization).partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise Unauthenticated
        claims = await self._verifier.verify(token)
        identity = Identity(
            claims["sub"], claims["iat"], claims["exp"], {name: claims[name] for name in _PASSED_ON if name in claims}
        )
        if len(self._known) >= CACHE_SIZE:
            self._known.clear()
        self._known[authorization] = identity
        return identity

    def pass_for(self, identity: Identity, service: str) -> str:
        """The `authorization` that a service gets: our signature, its name, a minute."""
        known = identity.internal.get(service)
        present = time.monotonic()
        if known is not None and known[1] > present:
            return known[0]
        token = self._keyring.signer(INTERNAL_ISSUER).sign(service, self._life, identity.claims)
        value = f"Bearer {token}"
        identity.internal[service] = (value, present + self._reuse)
        return value
