"""A pair (`as_of`, `known_at`) in the past answers the same bytes for ever, also while deliveries are committed."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any

import httpx

from tests.factories.webhooks import at, cloud_event
from tests.support.newcomers import Newcomers
from tests.support.sending import post_event

AT = at("2026-10-05T08:00:00Z")
AS_OF = "2026-10-06T08:00:00Z"
READINGS = 60
SENDERS = 3
BALLAST = 200
"""Events of a delivery that only make its commit last long enough to be met."""


def batch(sender: int, number: int) -> list[dict[str, Any]]:
    """One message on one of the tickets, and much that counts for nothing."""
    told = {"author": "agent", "public": True}
    ticket = f"K-{sender}"
    ballast = [cloud_event("mood", ticket, AT, event_id=f"{sender}/{number}/{n}") for n in range(BALLAST)]
    return [cloud_event("message", ticket, AT + number, told, event_id=f"{sender}/{number}"), *ballast]


def test_what_is_being_committed_does_not_slip_into_the_past(newcomers: Newcomers, http: httpx.Client) -> None:
    """given senders under full load / when the list is read as known a moment ago / then reading it again is the same.

    A delivery whose commit is under way must not get a `recorded_at` that a reader has already seen as past.
    """
    agreement = newcomers.agreement()
    source = agreement.connect()
    path = f"{agreement.figures}/tickets"
    manager = agreement.managers[0]
    over = threading.Event()
    for number in range(SENDERS):
        assert post_event(http, source, cloud_event("created", f"K-{number}", AT)).status_code == 202

    def send(sender: int) -> int:
        number = 0
        with httpx.Client(timeout=30, trust_env=False) as own:
            while not over.is_set():
                number += 1
                assert post_event(own, source, batch(sender, number)).status_code == 202
        return number

    seen: list[tuple[str, bytes]] = []
    with ThreadPoolExecutor(SENDERS) as threads:
        sending = [threads.submit(send, sender) for sender in range(SENDERS)]
        try:
            for _ in range(READINGS):
                known_at = datetime.now(UTC).isoformat()
                answer = manager.get(path, params={"as_of": AS_OF, "known_at": known_at, "limit": "1000"})
                assert answer.status_code == 200, answer.text
                seen.append((known_at, answer.content))
        finally:
            over.set()
        assert sum(future.result() for future in sending) > 10
    assert len({content for _, content in seen}) > READINGS // 6, "the senders were too slow to prove anything"
    changed = [
        known_at
        for known_at, content in seen
        if manager.get(path, params={"as_of": AS_OF, "known_at": known_at, "limit": "1000"}).content != content
    ]
    assert not changed, f"{len(changed)} of {READINGS} readings of the past changed"
