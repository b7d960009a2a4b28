"""Codes that change every half-minute (RFC 6238), recovery codes, and the picture of a secret (pure)."""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Sequence
from datetime import datetime

import segno
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

ISSUER = "Copil"
SECRET_BYTES = 20
STEP = 30
DIGITS = 6
DRIFT = 1
"""Half-minutes by which a telephone's clock may be ahead or behind."""

# Without 0 and o, 1, i and l, which are mistaken for each other on paper: 16 letters out of 31 are 79 bits.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS, GROUP = 4, 4
RECOVERY_CODES = 10


def draw_secret() -> bytes:
    """The secret of a new authenticator: 160 random bits, as RFC 4226 recommends."""
    return secrets.token_bytes(SECRET_BYTES)


def secret_text(secret: bytes) -> str:
    """A secret as it is typed by hand, in groups of four."""
    text = base64.b32encode(secret).decode().rstrip("=")
    return " ".join(text[start : start + 4] for start in range(0, len(text), 4))


def step_at(instant: datetime) -> int:
    """The half-minute since 1970 of an instant."""
    return int(instant.timestamp()) // STEP


def code_at(secret: bytes, step: int) -> str:
    """The code of that half-minute."""
    # SHA-1 is what every authenticator computes; its weakness (collisions) is none of an HMAC.
    return _totp(secret).generate(step * STEP).decode()


def step_of(secret: bytes, code: str, present: datetime) -> int | None:
    """Of which half-minute a code is, among those that are taken now; None when of none."""
    found = None
    for step in range(step_at(present) - DRIFT, step_at(present) + DRIFT + 1):
        if hmac.compare_digest(code_at(secret, step).encode(), code.encode("utf-8", "surrogatepass")):
            found = step
    return found


def address(secret: bytes, account: str) -> str:
    """What an authenticator reads from the picture."""
    return _totp(secret).get_provisioning_uri(account, ISSUER)


def picture(text: str) -> list[str]:
    """The QR code of a text: its rows, `1` is dark; the quiet border is left to who draws it."""
    return [
        "".join("1" if module else "0" for module in row) for row in segno.make(text, error="m", micro=False).matrix
    ]


def plain(code: str) -> str:
    """A code as it is compared: people add blanks and capitals."""
    return "".join(code.split()).replace("-", "").lower()


def draw_recovery_codes() -> list[str]:
    """Ten codes that each open once."""
    return [
        "-".join("".join(secrets.choice(LETTERS) for _ in range(GROUP)) for _ in range(GROUPS))
        for _ in range(RECOVERY_CODES)
    ]


def digest(code: str) -> bytes:
    """What is kept of a recovery code."""
    return hashlib.sha256(plain(code).encode("utf-8", "surrogatepass")).digest()


def digests(codes: Sequence[str]) -> list[bytes]:
    """What is kept of recovery codes."""
    return [digest(code) for code in codes]


def _totp(secret: bytes) -> TOTP:
    return TOTP(secret, DIGITS, SHA1(), STEP)  # noqa: S303 - see code_at
