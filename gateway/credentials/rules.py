"""Drawing and comparing client secrets (pure).

Secrets are 256 random bits, so a plain SHA-256 is as hard to invert as guessing; slow hashes are for passwords.
"""

import hashlib
import hmac
import secrets

SECRET_BYTES = 32
_NOBODY = hashlib.sha256(secrets.token_bytes(SECRET_BYTES)).digest()
"""What the secret of an unknown client is compared with, so that the answer takes the same time."""


def draw_secret() -> str:
    """A new secret, as text."""
    return secrets.token_urlsafe(SECRET_BYTES)


def digest(secret: str) -> bytes:
    """What is kept of a secret."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).digest()


def matches(secret: str, kept: bytes | None) -> bool:
    """Whether a secret is the one whose digest was kept, in a time that tells nothing."""
    same = hmac.compare_digest(digest(secret), kept or _NOBODY)
    return same and kept is not None
