"""Pure rules of parameters: hours that do not overlap, and the digest of a text."""

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime
from itertools import pairwise
from typing import Any
from uuid import UUID

from services.common.instants import to_text

MINUTES_PER_DAY = 1_440


def minutes(time_of_day: str) -> int:
    """Minutes since midnight of "HH:MM"."""
    return int(time_of_day[:2]) * 60 + int(time_of_day[3:])


def on_one_date(start: str, end: str) -> list[tuple[int, int]]:
    """An interval as the parts of one date; one that passes midnight counts on both sides of it."""
    first, last = minutes(start), minutes(end)
    if first < last:
        return [(first, last)]
    return [part for part in ((first, MINUTES_PER_DAY), (0, last)) if part[0] < part[1]]


def overlap(intervals: Iterable[tuple[str, str]]) -> bool:
    """Whether a minute of a date lies in two of the intervals."""
    parts = sorted(part for start, end in intervals for part in on_one_date(start, end))
    return any(later[0] < earlier[1] for earlier, later in pairwise(parts))


def digest_of(text: Any) -> str:
    """SHA-256 (hex) of the canonical JSON of a text: UTF-8, keys sorted, no white space."""
    canonical = json.dumps(text, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


def version_text(contract_id: UUID, valid_from: datetime, body: dict[str, Any]) -> dict[str, Any]:
    """What a party accepts with a version."""
    return {"contract_id": str(contract_id), "valid_from": to_text(valid_from), **body}
