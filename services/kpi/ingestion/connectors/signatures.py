"""Keyed signatures over raw bytes, compared in constant time, and the age of the signed time."""

import base64
import hmac
from collections.abc import Iterable, Sequence

from services.kpi.calendars.instants import SECOND_US
from services.kpi.ingestion.connectors.base import Headers, SignatureRejected, StaleRejected


def header_bytes(headers: Headers, name: str) -> bytes:
    """A header exactly as it was on the wire. Raises: SignatureRejected when missing, empty or not a header value."""
    value = headers.get(name)
    if not isinstance(value, str) or not value:
        raise SignatureRejected(f"{name} is missing")
    try:
        return value.encode("latin-1")
    except UnicodeEncodeError:
        raise SignatureRejected(f"{name} is garbled") from None


def matching_key(keys: Sequence[bytes | None], message: bytes, offered: Iterable[bytes]) -> int:
    """The index of the key whose base64 HMAC-SHA256 is among those offered. Raises: SignatureRejected."""
    candidates = list(offered)
    for slot, key in enumerate(keys):
        if not key:
            continue  # anyone could sign with an empty key
        expected = base64.b64encode(hmac.digest(key, message, "sha256"))
        # Encoded forms are compared: one signature then has one spelling, and nothing needs decoding.
        if any(hmac.compare_digest(expected, candidate) for candidate in candidates):
            return slot
    raise SignatureRejected("no live secret made this signature")


def check_age(signed_us: int, received_us: int, tolerance_s: int) -> None:
    """Nothing when the signed time is within the tolerance, inclusive. Raises: StaleRejected."""
    if abs(received_us - signed_us) > tolerance_s * SECOND_US:
        raise StaleRejected("signed too long before or after it was received")
