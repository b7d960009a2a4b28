"""The keyring of this process: reads the shared keys, rotates them when due, signs and publishes."""

import asyncio
import time
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import structlog
from cryptography.fernet import InvalidToken
from jose.backends.base import Key
from sqlalchemy.exc import SQLAlchemyError

from gateway.keys import repository
from gateway.keys.rules import KeyTimes, current, plan, published
from gateway.models import SigningKeyRow
from services.common.auth.keys import SigningKey, read_jwks
from services.common.auth.tokens import TokenSigner
from services.common.database import Database
from services.common.encryption import Vault
from services.common.instants import now

RELOAD_AFTER = 1.0
"""Seconds between two readings provoked by an unknown `kid`."""

log = structlog.get_logger()


class Keyring:
    """Keys of the table, unsealed; several gateways share the table."""

    def __init__(self, database: Database, vault: Vault, period: timedelta, overlap: timedelta) -> None:
        """`overlap`: how long a key stays published after it signed last (token life and clock skew)."""
        self._database = database
        self._vault = vault
        self._period = period
        self._overlap = overlap
        self._times: list[KeyTimes] = []
        self._private: dict[str, SigningKey] = {}
        self._public: dict[str, Key] = {}
        self._read_at = float("-inf")
        self._reading = asyncio.Lock()

    async def refresh(self) -> bool:
        """Read the keys again, rotate them when due; whether a key is gone."""
        async with self._database.background_session() as session:
            self._adopt(await repository.every(session))
        before = set(self._public)
        self._publish()
        if plan(self._times, now(), self._period):
            await self.rotate(force=False)
        return bool(before - set(self._public))

    async def rotate(self, *, force: bool = True) -> None:
        """Keep two live keys; `force`: the next key signs from now on, and another is drawn to come after it."""
        async with self._database.background_session() as session:
            instant = await repository.lock(session)
            rows = await repository.every(session)
            rotation = plan([_times_of(row) for row in rows], instant, self._period, force=force)
            if rotation is not None:
                if rotation.advance:
                    await repository.advance(session, rotation.advance, instant)
                if rotation.retire:
                    await repository.retire(session, rotation.retire, instant + self._overlap)
                session.add_all(self._draw(signs_from) for signs_from in rotation.draw)
                await session.flush()
                await repository.forget_retired(session)
                log.info("keys_rotated", drawn=len(rotation.draw), retired=list(rotation.retire))
            session.expire_all()
            self._adopt(await repository.every(session))
        self._publish()

    def _draw(self, signs_from: datetime) -> SigningKeyRow:
        key = SigningKey.draw()
        return SigningKeyRow(kid=key.kid, sealed_pem=self._vault.seal(key.pem.encode()), signs_from=signs_from)

    def _adopt(self, rows: Sequence[SigningKeyRow]) -> None:
        self._times = [_times_of(row) for row in rows]
        # Unsealed once: reading the table again costs no decryption.
        self._private = {row.kid: self._private.get(row.kid) or self._unseal(row) for row in rows}
        self._read_at = time.monotonic()

    def _unseal(self, row: SigningKeyRow) -> SigningKey:
        try:
            return SigningKey.from_pem(self._vault.open(row.sealed_pem).decode())
        except InvalidToken:
            raise RuntimeError(f"signing key {row.kid} was sealed by a key that encryption_keys lacks") from None

    def _publish(self) -> None:
        document = self.document()
        if {key["kid"] for key in document["keys"]} != set(self._public):
            self._public = read_jwks(document)

    def document(self) -> dict[str, Any]:
        """The published keys (JWKS)."""
        return {"keys": [self._private[key.kid].public_jwk() for key in published(self._times, now())]}

    def signer(self, issuer: str) -> TokenSigner:
        """Signs in the name of an issuer, with the present key."""
        key = current(self._times, now())
        assert key is not None, "refreshed before it serves"
        return TokenSigner(issuer, self._private[key.kid])

    async def find(self, kid: str) -> Key | None:
        """The public key of that name; an unknown one is looked for in the table, at most once a second."""
        if kid not in self._public and time.monotonic() - self._read_at > RELOAD_AFTER:
            async with self._reading:
                if time.monotonic() - self._read_at > RELOAD_AFTER:
                    await self._try_refresh()
        return self._public.get(kid)

    async def _try_refresh(self) -> None:
        self._read_at = time.monotonic()
        try:
            await self.refresh()
        except (SQLAlchemyError, OSError) as error:
            # The keys known so far stay good: a token of theirs must not depend on the database.
            log.warning("keys_unreachable", error=type(error).__name__)


def _times_of(row: SigningKeyRow) -> KeyTimes:
    return KeyTimes(row.kid, row.signs_from, row.retires_at)
