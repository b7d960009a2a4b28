"""Signing and strict verification of tokens.

python-jose alone accepts tokens without `exp` or `aud`, unknown `crit`, any `typ` and an `iat` in the future;
every such case is closed here and nowhere else, and `tests/common/auth/test_tokens.py` holds the list.
"""

import base64
import binascii
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from jose import JWTError, jwt

from services.common.auth.keys import ALGORITHM, KeySet, SigningKey
from services.common.errors import Unauthenticated
from services.common.identifiers import new_id

TYPE = "at+jwt"
MAXIMUM_LENGTH = 4096
MAXIMUM_LIFE = 900
CLOCK_SKEW = 60
CACHE_SIZE = 10_000

_REQUIRED = ("exp", "aud", "iss", "sub", "iat", "jti")
_OPTIONS = {f"require_{claim}": True for claim in _REQUIRED} | {"verify_at_hash": False, "leeway": 0}


class _Header(msgspec.Struct, forbid_unknown_fields=True):
    alg: str
    kid: str
    typ: str


class _Audience(msgspec.Struct):
    aud: str
    iss: str
    iat: int
    exp: int


@dataclass(frozen=True)
class TokenSigner:
    """Issues tokens in the name of one issuer."""

    issuer: str
    key: SigningKey

    def sign(self, audience: str, life: int, claims: Mapping[str, Any]) -> str:
        """A token for that audience, valid `life` seconds."""
        issued = int(time.time())
        payload = {
            "iss": self.issuer, "aud": audience, "iat": issued, "exp": issued + life, "jti": str(new_id()), **claims,
        }  # fmt: skip
        return str(jwt.encode(payload, self.key.key, ALGORITHM, headers={"kid": self.key.kid, "typ": TYPE}))


def _segment(text: str) -> bytes:
    """One part of a token. Raises: ValueError, also for any spelling but the one that encoding gives."""
    plain = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    if base64.urlsafe_b64encode(plain).rstrip(b"=") != text.encode():
        raise ValueError("not the spelling that encoding gives")
    return plain


def _once(members: list[tuple[str, Any]]) -> dict[str, Any]:
    """Raises: ValueError when a name comes twice, so that no two readers see different values."""
    unique = dict(members)
    if len(unique) != len(members):
        raise ValueError("a name comes twice")
    return unique


class TokenVerifier:
    """Accepts tokens for one audience from the issuers it was given; keeps what it verified until it expires."""

    def __init__(self, audience: str, issuers: Mapping[str, KeySet]) -> None:
        self._audience = audience
        self._issuers = issuers
        self._verified: dict[str, dict[str, Any]] = {}

    async def verify(self, token: str) -> dict[str, Any]:
        """The claims of a good token. Raises: Unauthenticated for any other."""
        known = self._verified.get(token)
        if known is not None:
            if known["exp"] > time.time():
                return known
            del self._verified[token]
        claims = await self._examine(token)
        if len(self._verified) >= CACHE_SIZE:
            self._verified.clear()
        self._verified[token] = claims
        return claims

    async def _examine(self, token: str) -> dict[str, Any]:
        parts = token.split(".")
        if len(parts) != 3 or len(token) > MAXIMUM_LENGTH:
            raise Unauthenticated
        try:
            segments = [_segment(part) for part in parts]
            header = msgspec.json.decode(segments[0], type=_Header)
            told = msgspec.json.decode(segments[1], type=_Audience)
            for segment in segments[:2]:
                json.loads(segment, object_pairs_hook=_once)
        except (msgspec.MsgspecError, binascii.Error, ValueError, RecursionError):
            raise Unauthenticated from None
        keys = self._issuers.get(told.iss)
        if header.alg != ALGORITHM or header.typ != TYPE or keys is None or told.aud != self._audience:
            raise Unauthenticated
        present = time.time()
        if told.iat > present + CLOCK_SKEW or told.exp <= present or not 0 < told.exp - told.iat <= MAXIMUM_LIFE:
            raise Unauthenticated
        key = await keys.find(header.kid)
        if key is None:
            raise Unauthenticated
        try:
            return dict(
                jwt.decode(
                    token, key, algorithms=[ALGORITHM], audience=self._audience, issuer=told.iss, options=_OPTIONS
                )
            )
        except (JWTError, ValueError, TypeError):
            raise Unauthenticated from None
