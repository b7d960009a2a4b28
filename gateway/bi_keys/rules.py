"""Reading a BI key from HTTP Basic, and how long one may live (pure)."""

import base64
import binascii
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

LONGEST_SECRET = 100
MOST_CONTRACTS = 50
"""So that an internal token that names them all stays below its longest."""


@dataclass(frozen=True)
class KeyProof:
    """The key shown, and its secret."""

    key_id: UUID
    secret: str


def is_basic(authorization: bytes) -> bool:
    """Whether a value of `authorization` is HTTP Basic."""
    return authorization[:6].lower() == b"basic "


def read_basic(authorization: bytes) -> KeyProof | None:
    """The key that a value of `authorization` shows; None when it can be none."""
    try:
        user, colon, secret = base64.b64decode(authorization[6:].strip(), validate=True).decode().partition(":")
        key_id = UUID(user)
    except (binascii.Error, ValueError):
        return None
    if not colon or not secret or len(secret) > LONGEST_SECRET or str(key_id) != user:
        return None
    return KeyProof(key_id, secret)


def year_after(day: date) -> date:
    """The same day of the next year; of 29 February, the last of February."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def expiry(wanted: date | None, now: datetime) -> datetime | None:
    """The end of the last day of a key (UTC), by default a year from today; None when too late or over already."""
    last = year_after(now.date())
    day = wanted or last
    if not now.date() <= day <= last:
        return None
    return datetime.combine(day + timedelta(days=1), time(), UTC)
