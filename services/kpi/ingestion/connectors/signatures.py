"""Keyed signatures over raw bytes, compared in constant time, and the age of the signed time."""

import base64
import binascii
import hmac
import re
import secrets as randomness
from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from services.kpi.calendars.instants import SECOND_US
from services.kpi.ingestion.connectors.base import Headers, InvalidSecret, SignatureRejected, StaleRejected

_SECONDS = re.compile(rb"\d{1,12}")

Written = Callable[[bytes], bytes]
"""How a tool writes a signature: `base64.b64encode`, or `HEX`."""

HEX: Written = binascii.hexlify


def header_bytes(headers: Headers, name: str) -> bytes:
    """A header exactly as it was on the wire. Raises: SignatureRejected when missing, empty or not a header value."""
    value = headers.get(name)
    if not isinstance(value, str) or not value:
        raise SignatureRejected(f"{name} is missing")
    try:
        return value.encode("latin-1")
    except UnicodeEncodeError:
        raise SignatureRejected(f"{name} is garbled") from None


def prefixed(headers: Headers, name: str, prefix: bytes) -> bytes:
    """What follows the prefix in a header, such as `sha1=`. Raises: SignatureRejected."""
    value = header_bytes(headers, name)
    if not value.startswith(prefix):
        raise SignatureRejected(f"{name} is garbled")
    return value[len(prefix) :]


def signed_seconds(timestamp: bytes, name: str) -> int:
    """Microseconds of a header of whole Unix seconds. Raises: SignatureRejected."""
    if _SECONDS.fullmatch(timestamp) is None:
        raise SignatureRejected(f"{name} is garbled")
    return int(timestamp) * SECOND_US


def matching_key(
    keys: Sequence[bytes | None],
    message: bytes,
    offered: Iterable[bytes],
    algorithm: Literal["sha256", "sha1"] = "sha256",
    written: Written = base64.b64encode,
) -> int:
    """The index of the key whose written HMAC is among those offered. Raises: SignatureRejected."""
    candidates = list(offered)
    for slot, key in enumerate(keys):
        if not key:
            continue  # anyone could sign with an empty key
        expected = written(hmac.digest(key, message, algorithm))
        # Encoded forms are compared: one signature then has one spelling, and nothing needs decoding.
        if any(hmac.compare_digest(expected, candidate) for candidate in candidates):
            return slot
    raise SignatureRejected("no live secret made this signature")


def text_keys(secrets: Sequence[str]) -> list[bytes | None]:
    """Secrets that are used as UTF-8 text."""
    return [secret.encode(errors="replace") for secret in secrets]


def draw_text_secret() -> str:
    """A new secret of 48 letters, good for any tool that takes text."""
    return randomness.token_urlsafe(36)


def normalise_text_secret(secret: str, tool: str) -> str:
    """A dictated secret without surrounding blanks. Raises: InvalidSecret."""
    text = secret.strip()
    if not 8 <= len(text) <= 512 or not text.isascii() or not text.isprintable():
        raise InvalidSecret(f"a {tool} secret is 8 to 512 printable ASCII characters")
    return text


def check_age(signed_us: int, received_us: int, tolerance_s: int) -> None:
    """Nothing when the signed time is within the tolerance, inclusive. Raises: StaleRejected."""
    if abs(received_us - signed_us) > tolerance_s * SECOND_US:
        raise StaleRejected("signed too long before or after it was received")
