"""Signed, unique deliveries for wrk, composed just before they are sent: a signature is good for five minutes."""

import itertools
import secrets as randomness
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.bench.wrk import raw_request
from tests.factories.webhooks import (
    cloud_event,
    compact,
    generic_headers,
    zendesk_event,
    zendesk_headers,
    zendesk_status,
)

BATCH = 1_000
_NOTE = "La livraison prévue hier n'est pas arrivée. " * 7
"""Brings an event of a batch to the 0.9 KB of a usual one."""
_SNAPSHOT: dict[str, Any] = {
    "status": "pending", "hold_reason": None, "priority": "high", "channel": "email", "group": "41000000000044",
    "assignee": {"id": "41000000000900", "name": "Maëlle Perrin", "team": "Niveau 1"}, "requester": "41000000000101",
    "tags": ["livraison", "fr"], "fields": {"site": "Lyon", "category": "transport", "impact": 2, "vip": False},
    "updated_at": "2026-10-05T10:00:00Z", "note": _NOTE,
}  # fmt: skip

_numbers = itertools.count(1)


@dataclass(frozen=True)
class Event:
    """One event of a batch, as the connector and as COPY take it."""

    event_id: str
    ticket_id: str
    body: bytes


def now_us() -> int:
    """The present instant in microseconds."""
    return time.time_ns() // 1_000


def webhooks(source_id: str, number: int, secret: str) -> Iterator[bytes]:
    """Status changes of Zendesk, each of another ticket, 0.9 KB."""
    for _ in range(number):
        at_us = now_us()
        body = zendesk_event("status_changed", f"4{next(_numbers):07}", at_us, zendesk_status("PENDING", "OPEN"))
        yield raw_request("POST", f"/hooks/{source_id}", zendesk_headers(body, at_us, secret), body)


def events(number: int) -> list[Event]:
    """Status changes as CloudEvents, each of another ticket, 0.9 KB; ids are random, as tools draw them."""
    template = compact(cloud_event("status", "@ticket@", now_us(), _SNAPSHOT, event_id="@event@"))
    found = []
    for n in itertools.islice(_numbers, number):
        event_id, ticket_id = randomness.token_hex(16), f"5{n:07}"
        body = template.replace(b"@ticket@", ticket_id.encode()).replace(b"@event@", event_id.encode())
        found.append(Event(event_id, ticket_id, body))
    return found


def batch(source_id: str, content: list[bytes], secret: str) -> bytes:
    """One signed batch."""
    body = b"[" + b",".join(content) + b"]"
    headers = generic_headers(body, now_us(), secret, batch=True, delivery_id=f"msg_{next(_numbers)}")
    return raw_request("POST", f"/hooks/{source_id}", headers, body)
