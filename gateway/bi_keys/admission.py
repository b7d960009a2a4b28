"""BI keys at each request: found, remembered, refused."""

import time
from collections.abc import Collection, Hashable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from gateway.bi_keys import repository, rules
from gateway.credentials import rules as secrets
from gateway.identities import Identity
from gateway.limits import Limit
from gateway.models import BiKey
from gateway.remembered import RECHECK_SECONDS, Remembered
from services.common.auth.access import Function
from services.common.database import Database
from services.common.errors import Unauthenticated

SCOPE = "bi"
_REMEMBER_REVOKED = timedelta(seconds=2 * RECHECK_SECONDS)


@dataclass(slots=True)
class Admitted:
    """A key that this process has seen with its secret."""

    id: UUID
    identity: Identity


class BiKeys:
    """The BI keys of all organisations, by the value of `authorization` that shows one."""

    def __init__(self, database: Database, rate: str) -> None:
        """`rate`: of tries with one key from one address that have to be looked up, failures included."""
        self._database = database
        self._limit = Limit("bi_key", rate)
        self._remembered: Remembered[Admitted] = Remembered(self._revoked, self._use)

    async def of(self, authorization: bytes, address: str) -> Identity:
        """On whose behalf a key reads. Raises: Unauthenticated, TooManyRequests."""
        known = self._remembered.find(authorization)
        if known is None:
            known = Admitted(*await self._read(authorization, address))
            self._remembered.keep(authorization, known)
        if known.identity.expires_at <= time.time():
            raise Unauthenticated
        return known.identity

    async def _read(self, authorization: bytes, address: str) -> tuple[UUID, Identity]:
        proof = rules.read_basic(authorization)
        _, refusal = self._limit.hit(f"{address} {proof.key_id if proof else ''}")
        if refusal:
            raise refusal
        if proof is None:
            raise Unauthenticated
        async with self._database.background_session() as transaction:
            key = await repository.usable(transaction, proof.key_id)
        if not secrets.matches(proof.secret, key.secret_sha256 if key else None) or key is None:
            raise Unauthenticated
        return key.id, _identity_of(key)

    def forget(self, key_id: UUID) -> None:
        """Read a key again at its next use."""
        self._remembered.forget(lambda known: known.id == key_id)

    async def refresh(self) -> None:
        """Ask what was revoked elsewhere."""
        await self._remembered.refresh()

    async def write(self) -> None:
        """Write which keys were used."""
        await self._remembered.write()

    async def _revoked(self) -> Collection[Hashable]:
        async with self._database.background_session() as transaction:
            return await repository.revoked_since(transaction, _REMEMBER_REVOKED)

    async def _use(self, ids: Collection[Hashable]) -> Collection[Hashable]:
        async with self._database.background_session() as transaction:
            return await repository.use(transaction, [known for known in ids if isinstance(known, UUID)])


def _identity_of(key: BiKey) -> Identity:
    claims = {
        "sub": str(key.id),
        "name": key.name,
        "org": str(key.organisation_id),
        "functions": [Function.BI_READER.value],
        "roles": [],
        "scope": SCOPE,
        "contracts": [str(contract) for contract in key.contract_ids],
    }
    return Identity(str(key.id), 0, int(key.expires_at.timestamp()), claims)
