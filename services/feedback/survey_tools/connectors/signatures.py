"""Keyed signatures over raw bytes, compared in constant time: Standard Webhooks, and a bare HMAC."""

import base64
import binascii
import hmac
import re
import secrets as randomness
from collections.abc import Iterable, Sequence
from datetime import datetime

from services.common.instants import to_microseconds
from services.feedback.survey_tools.connectors.base import Headers, InvalidSecret, SignatureRejected, StaleRejected

ID, TIMESTAMP, SIGNATURE = "webhook-id", "webhook-timestamp", "webhook-signature"
PREFIX = "whsec_"
SECOND_US = 1_000_000
_SECONDS = re.compile(rb"\d{1,12}")
_MOST_SIGNATURES = 16


def header_bytes(headers: Headers, name: str) -> bytes:
    """A header exactly as it was on the wire. Raises: SignatureRejected when missing, empty or no header value."""
    value = headers.get(name)
    if not isinstance(value, str) or not value:
        raise SignatureRejected(f"{name} is missing")
    try:
        return value.encode("latin-1")
    except UnicodeEncodeError:
        raise SignatureRejected(f"{name} is garbled") from None


def check_hmac(keys: Iterable[bytes | None], message: bytes, offered: Sequence[bytes]) -> None:
    """Nothing when one of the keys made one of the signatures, in base64. Raises: SignatureRejected."""
    for key in keys:
        if not key:
            continue  # anyone could sign with an empty key
        expected = base64.b64encode(hmac.digest(key, message, "sha256"))
        # Encoded forms are compared: one signature then has one spelling, and nothing needs decoding.
        if any(hmac.compare_digest(expected, one) for one in offered):
            return
    raise SignatureRejected("no live secret made this signature")


def check_standard(
    headers: Headers, body: bytes, secrets: Sequence[str], received_at: datetime, tolerance_s: int
) -> None:
    """Standard Webhooks: HMAC-SHA256 of id, time and body joined by dots. Raises: SignatureRejected, StaleRejected."""
    delivery_id, timestamp = header_bytes(headers, ID), header_bytes(headers, TIMESTAMP)
    signatures = header_bytes(headers, SIGNATURE).split(b" ", _MOST_SIGNATURES)[:_MOST_SIGNATURES]
    if _SECONDS.fullmatch(timestamp) is None:
        raise SignatureRejected(f"{TIMESTAMP} is garbled")
    offered = [entry[3:] for entry in signatures if entry.startswith(b"v1,")]
    check_hmac([_standard_key(one) for one in secrets], b".".join((delivery_id, timestamp, body)), offered)
    if abs(to_microseconds(received_at) - int(timestamp) * SECOND_US) > tolerance_s * SECOND_US:
        raise StaleRejected("signed too long before or after it was received")


def sign_standard(body: bytes, secret: str, at: datetime, delivery_id: str) -> dict[str, str]:
    """The headers of Standard Webhooks."""
    timestamp = str(to_microseconds(at) // SECOND_US)
    message = b".".join((delivery_id.encode(), timestamp.encode(), body))
    made = base64.b64encode(hmac.digest(_standard_key(secret) or b"", message, "sha256")).decode()
    return {ID: delivery_id, TIMESTAMP: timestamp, SIGNATURE: f"v1,{made}"}


def draw_standard_secret() -> str:
    """32 random bytes in the form of Standard Webhooks."""
    return PREFIX + base64.b64encode(randomness.token_bytes(32)).decode()


def normalise_standard_secret(secret: str) -> str:
    """The secret with its prefix and its padding. Raises: InvalidSecret."""
    key = _standard_key(secret.strip())
    if key is None or not 16 <= len(key) <= 128:
        raise InvalidSecret("the secret is whsec_ followed by 16 to 128 bytes in base64")
    return PREFIX + base64.b64encode(key).decode()


def draw_text_secret() -> str:
    """A new secret of 48 letters, good for any tool that takes text."""
    return randomness.token_urlsafe(36)


def normalise_text_secret(secret: str) -> str:
    """A dictated secret without surrounding blanks. Raises: InvalidSecret."""
    text = secret.strip()
    if not 8 <= len(text) <= 512 or not text.isascii() or not text.isprintable():
        raise InvalidSecret("the secret is 8 to 512 printable ASCII characters")
    return text


def _standard_key(secret: str) -> bytes | None:
    text = secret.removeprefix(PREFIX)
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except (binascii.Error, ValueError):
        return None
