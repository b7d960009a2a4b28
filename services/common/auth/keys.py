"""ES256 keys: drawing, publishing (JWKS) and finding them by `kid`."""

import hashlib
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import httpx
import structlog
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from jose import jwk
from jose.backends.base import Key

ALGORITHM = "ES256"
REFRESH_AFTER = 300.0
"""Seconds after which published keys are read again, so that a withdrawn key is forgotten."""
RETRY_AFTER = 2.0
"""Seconds between two readings provoked by an unknown `kid`: forged tokens must not become traffic."""

log = structlog.get_logger()


@dataclass(frozen=True)
class SigningKey:
    """A private key with the public name under which it is found."""

    kid: str
    pem: str
    key: Key

    @classmethod
    def from_pem(cls, pem: str) -> "SigningKey":
        """Read a PKCS#8 PEM; the `kid` is derived from the public key. Raises: ValueError."""
        private = serialization.load_pem_private_key(pem.encode(), password=None)
        if not isinstance(private, ec.EllipticCurvePrivateKey) or not isinstance(private.curve, ec.SECP256R1):
            raise ValueError("an ES256 key is a P-256 key")
        public = private.public_key().public_bytes(
            serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        return cls(hashlib.sha256(public).hexdigest()[:16], pem, jwk.construct(pem, ALGORITHM))

    @classmethod
    def draw(cls) -> "SigningKey":
        """Draw a new P-256 key."""
        private = ec.generate_private_key(ec.SECP256R1())
        return cls.from_pem(
            private.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            ).decode()
        )

    def public_jwk(self) -> dict[str, Any]:
        """The public half, as published."""
        return {**self.key.public_key().to_dict(), "kid": self.kid, "alg": ALGORITHM, "use": "sig"}


class KeySet(Protocol):
    """Public keys of one issuer."""

    async def find(self, kid: str) -> Key | None:
        """The key of that name, if the issuer publishes it."""


def read_jwks(document: Mapping[str, Any]) -> dict[str, Key]:
    """Prepared public keys of a JWKS document by `kid`; other algorithms are left out."""
    return {
        entry["kid"]: jwk.construct(entry, ALGORITHM)
        for entry in document["keys"]
        if entry.get("alg") == ALGORITHM and entry.get("kty") == "EC" and "d" not in entry
    }


class LocalKeySet:
    """Keys that this process holds itself."""

    def __init__(self, keys: Iterable[SigningKey]) -> None:
        self._keys = read_jwks({"keys": [key.public_jwk() for key in keys]})

    async def find(self, kid: str) -> Key | None:
        """The key of that name."""
        return self._keys.get(kid)


class RemoteKeySet:
    """Keys that an issuer publishes at a fixed address; read when needed, kept in memory."""

    def __init__(self, address: str, client: httpx.AsyncClient) -> None:
        self._address = address
        self._client = client
        self._keys: dict[str, Key] = {}
        self._read_at = float("-inf")
        self._tried_at = float("-inf")

    async def find(self, kid: str) -> Key | None:
        """The key of that name; an unknown name or old knowledge causes at most one reading per RETRY_AFTER."""
        age = time.monotonic() - self._read_at
        if kid in self._keys and age < REFRESH_AFTER:
            return self._keys[kid]
        if time.monotonic() - self._tried_at >= RETRY_AFTER or not self._keys:
            self._tried_at = time.monotonic()
            await self._read()
        return self._keys.get(kid)

    async def _read(self) -> None:
        try:
            answer = await self._client.get(self._address, timeout=2.0)
            answer.raise_for_status()
            self._keys = read_jwks(answer.json())
            self._read_at = time.monotonic()
        except (httpx.HTTPError, ValueError, KeyError) as error:
            # The keys known so far stay good: an issuer that restarts must not sign everybody out.
            log.warning("jwks_unreachable", address=self._address, error=type(error).__name__)
