"""Strict reading of ID tokens: what python-jose leaves open is closed here.

OpenID Connect Core 3.1.3.7: our issuer, our client as audience, `azp`, signature by a published key of an algorithm
with two keys, time, and the nonce of this very sign-in.
"""

import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from typing import Any

from jose import JWTError, jwk, jwt
from jose.exceptions import JOSEError

FAMILIES = {"RS256": "RSA", "RS384": "RSA", "RS512": "RSA", "ES256": "EC", "ES384": "EC", "ES512": "EC"}
"""Algorithm -> type of its keys: nothing that the client secret, or nobody, could sign."""
LONGEST = 16_384
SKEW = 60
OLDEST = 600
"""Seconds since which a token was issued at most: it comes straight from the provider."""

_REQUIRED = ("exp", "aud", "iss", "sub", "iat")
_OPTIONS = {f"require_{claim}": True for claim in _REQUIRED} | {"verify_at_hash": False, "leeway": SKEW}

Keys = Sequence[Mapping[str, Any]]


class Untrusted(Exception):
    """A token that proves nothing; the text says why, for the log."""


class UnknownKey(Untrusted):
    """Signed by a key that is not published, or not yet known here."""


def verify(token: str, keys: Keys, *, issuer: str, client_id: str, nonce: str, present: float) -> dict[str, Any]:
    """The claims of a good token. Raises: Untrusted, UnknownKey."""
    header = _header(token)
    algorithm = header.get("alg")
    if not isinstance(algorithm, str) or algorithm not in FAMILIES or "crit" in header:
        raise Untrusted("algorithm")
    key = _find(keys, header.get("kid"), algorithm)
    try:
        claims = dict(
            jwt.decode(
                token,
                jwk.construct(dict(key), algorithm),
                algorithms=[algorithm],
                audience=client_id,
                issuer=issuer,
                options=_OPTIONS,
            )
        )
    except (JWTError, JOSEError, ValueError, TypeError, KeyError) as error:
        raise Untrusted(f"{type(error).__name__}: {error}") from None
    audience = claims["aud"]
    if isinstance(audience, list) and len(audience) > 1 and "azp" not in claims:
        raise Untrusted("several audiences, and none says for whom")
    if claims.get("azp", client_id) != client_id:
        raise Untrusted("issued for another client")
    if not isinstance(claims["sub"], str) or not claims["sub"]:
        raise Untrusted("no subject")
    issued = claims["iat"]
    if not isinstance(issued, int | float) or not -OLDEST <= issued - present <= SKEW:
        raise Untrusted("issued at another time")
    if claims.get("nonce") != nonce:
        raise Untrusted("nonce of another sign-in")
    return claims


def _header(token: str) -> dict[str, Any]:
    parts = token.split(".")
    if len(parts) != 3 or len(token) > LONGEST:
        raise Untrusted("not a signed token")
    try:
        plain = base64.urlsafe_b64decode(parts[0] + "=" * (-len(parts[0]) % 4))
        header = json.loads(plain, object_pairs_hook=_once)
    except (binascii.Error, ValueError, RecursionError):
        raise Untrusted("head cannot be read") from None
    if not isinstance(header, dict) or header.get("typ", "JWT") != "JWT":
        raise Untrusted("another type of token")
    return header


def _once(members: list[tuple[str, Any]]) -> dict[str, Any]:
    unique = dict(members)
    if len(unique) != len(members):
        raise ValueError("a name comes twice")
    return unique


def _find(keys: Keys, kid: object, algorithm: str) -> Mapping[str, Any]:
    fitting = [
        key
        for key in keys
        if key.get("kty") == FAMILIES[algorithm]
        and key.get("use", "sig") == "sig"
        and key.get("alg", algorithm) == algorithm
        and "d" not in key
        and (kid is None or key.get("kid") == kid)
    ]
    if len(fitting) != 1:
        raise UnknownKey("no such key" if not fitting else "several keys fit")
    return fitting[0]
