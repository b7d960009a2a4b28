"""A tool that sends without pause, tries again until it is answered, and writes down every acknowledgement."""

import hashlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from random import Random
from typing import Any

import httpx

from tests.factories.webhooks import at, cloud_event, compact, generic_headers
from tests.support.newcomers import Connected
from tests.support.sending import now_us

SECOND = 1_000_000
BEGIN = at("2026-10-05T08:00:00Z")
TICKETS = 40
SHARE_TWICE = 0.1
PAUSE_AFTER_FAILURE = 0.05


@dataclass(frozen=True)
class Sent:
    """One event and how it was acknowledged."""

    event: dict[str, Any]
    body: bytes
    receipts: tuple[tuple[str, str], ...]
    """(verdict, receipt) of each sending that was answered."""

    @property
    def digest(self) -> str:
        """SHA-256 of the body."""
        return hashlib.sha256(self.body).hexdigest()


def events(seed: int, sender: int) -> Iterator[dict[str, Any]]:
    """The endless story of a sender's tickets; no two events at one instant, so that their order is no chance."""
    draw = Random(f"{seed}/{sender}")
    for number in count():
        ticket = f"F-{sender}-{draw.randrange(TICKETS):02}"
        at_us = BEGIN + number * 7 * SECOND + draw.randrange(SECOND)
        yield cloud_event(*_kind(draw, ticket, at_us), event_id=f"{seed}/{sender}/{number}")


def _kind(draw: Random, ticket: str, at_us: int) -> tuple[str, str, int, dict[str, Any]]:
    fate = draw.random()
    if fate < 0.25:
        return "created", ticket, at_us, {"status": "new"}
    if fate < 0.55:
        author = draw.choice(["agent", "agent", "customer", "bot"])
        return "message", ticket, at_us, {"author": author, "public": draw.random() < 0.8}
    if fate < 0.85:
        return "status", ticket, at_us, {"status": draw.choice(["open", "pending", "hold", "solved", "closed"])}
    if fate < 0.93:
        return "csat", ticket, at_us, {"score": draw.randrange(1, 6), "scale_max": 5, "comment": "Merci."}
    return "nps", ticket, at_us, {"score": draw.randrange(11)}


@dataclass
class Sender:
    """One thread of the load."""

    source: Connected
    seed: int
    number: int
    stop: threading.Event
    acknowledged: list[Sent] = field(default_factory=list)
    unknown: int = 0
    """Tries that ended without an answer, or with 503."""

    def run(self) -> None:
        """Send until told to stop; what was begun is sent until it is acknowledged."""
        draw = Random(f"twice/{self.seed}/{self.number}")
        with httpx.Client(timeout=15.0, trust_env=False) as http:
            for event in events(self.seed, self.number):
                if self.stop.is_set():
                    return
                body = compact(event)
                times = 2 if draw.random() < SHARE_TWICE else 1
                receipts = tuple(self.acknowledge(http, body) for _ in range(times))
                self.acknowledged.append(Sent(event, body, receipts))

    def acknowledge(self, http: httpx.Client, body: bytes) -> tuple[str, str]:
        """Send a body until it is acknowledged: (verdict, receipt)."""
        while True:
            try:
                headers = generic_headers(body, now_us(), self.source.secret)
                answer = http.post(self.source.url, headers=headers, content=body)
            except httpx.TransportError:
                self.unknown += 1
            else:
                if answer.status_code in (200, 202):
                    told = answer.json()
                    assert not told["conflict"]
                    return told["verdict"], told["receipt_id"]
                assert answer.status_code == 503, f"{answer.status_code}: {answer.text}"
                assert int(answer.headers["retry-after"]) > 0
                assert answer.headers["content-type"] == "application/problem+json"
                self.unknown += 1
            threading.Event().wait(PAUSE_AFTER_FAILURE)
