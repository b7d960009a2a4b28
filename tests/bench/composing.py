"""Signed, unique deliveries for wrk, composed just before they are sent: a signature is good for five minutes."""

import itertools
import time
from collections.abc import Iterator, Sequence
from typing import Any

from tests.bench.wrk import raw_request
from tests.factories.webhooks import (
    cloud_event,
    compact,
    generic_headers,
    zendesk_delivery,
    zendesk_event,
    zendesk_headers,
    zendesk_status,
)

BATCH = 1_000
_NOTE = "La livraison prévue hier n'est pas arrivée. " * 13
"""Brings an event of a batch to the 0.92 KB of a usual one."""

_numbers = itertools.count(1)


def now_us() -> int:
    """The present instant in microseconds."""
    return time.time_ns() // 1_000


def webhooks(source_id: str, number: int, secret: str) -> Iterator[bytes]:
    """Status changes of Zendesk, each of another ticket, 0.9 KB."""
    for _ in range(number):
        at_us = now_us()
        ticket_id = 4_000_000 + next(_numbers)
        body = zendesk_event("status_changed", ticket_id, at_us, zendesk_status("PENDING", "OPEN"))
        yield raw_request("POST", f"/hooks/{source_id}", zendesk_headers(body, at_us, secret), body)
