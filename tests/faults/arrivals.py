"""Deliveries that come at their own pace, whether or not those before were answered (an open model)."""

import asyncio
import json
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from pyreqwest.client import Client, ClientBuilder
from pyreqwest.exceptions import RequestError

from tests.faults.mix import Mix, Sending

CONNECTIONS = 200
TRY_AGAIN_SECONDS = 0.2
ANSWER = timedelta(seconds=15)


@dataclass
class Heard:
    """What the senders of one tenant were told."""

    seconds: list[float] = field(default_factory=list)
    """From the instant a delivery was due to its acknowledgement: what waits to be sent counts."""
    receipts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """Receipts by source."""
    unanswered: int = 0
    """Tries without an answer, or answered 503; each was tried again."""
    refused: list[str] = field(default_factory=list)
    """Other answers, each of a delivery that was given up."""

    def percentile(self, percent: int) -> float:
        """Seconds within which so many of a hundred were acknowledged, by nearest rank."""
        ordered = sorted(self.seconds)
        return ordered[-(-len(ordered) * percent // 100) - 1]


@dataclass(frozen=True)
class Stream:
    """A tenant's deliveries: `rate` a second, at random."""

    mix: Mix
    rate: float
    heard: Heard = field(default_factory=Heard)


def arrive(streams: Sequence[Stream], seconds: float, stop: threading.Event | None = None) -> None:
    """Send all streams for a while, or until told to stop, each delivery until it is acknowledged."""
    asyncio.run(_arrive(streams, seconds, stop or threading.Event()))


@contextmanager
def arriving(streams: Sequence[Stream]) -> Iterator[None]:
    """Send all streams while something else is done; what was sent is acknowledged when the block is left."""
    stop, failed = threading.Event(), list[BaseException]()

    def run() -> None:
        try:
            arrive(streams, float("inf"), stop)
        except BaseException as error:  # noqa: BLE001 - told to whoever waits
            failed.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
    if failed:
        raise failed[0]


async def _arrive(streams: Sequence[Stream], seconds: float, stop: threading.Event) -> None:
    async with _client() as client, asyncio.TaskGroup() as sending:
        for number, stream in enumerate(streams):
            sending.create_task(_due(client, sending, stream, Random(f"arrivals/{number}"), (seconds, stop)))


async def _due(
    client: Client, sending: asyncio.TaskGroup, stream: Stream, draw: Random, until: tuple[float, threading.Event]
) -> None:
    seconds, stop = until
    began = due = time.monotonic()
    while (due := due + draw.expovariate(stream.rate)) < began + seconds and not stop.is_set():
        await asyncio.sleep(due - time.monotonic())
        sending.create_task(_send(client, stream, due))


async def _send(client: Client, stream: Stream, due: float) -> None:
    one = stream.mix.compose()
    heard = stream.heard
    while (answer := await _try(client, one)) is None:
        heard.unanswered += 1
        await asyncio.sleep(TRY_AGAIN_SECONDS)
    status, body = answer
    if status not in (200, 202):
        heard.refused.append(f"{status}: {body[:300]!r}")
        return
    heard.seconds.append(time.monotonic() - due)
    heard.receipts[one.source.id].add(json.loads(body)["receipt_id"])


async def _try(client: Client, one: Sending) -> tuple[int, bytes] | None:
    try:
        answer = await client.post(one.source.url).headers(dict(one.headers)).body_bytes(one.body).build().send()
        body = bytes(await answer.bytes())
    except RequestError:
        return None
    return None if answer.status == 503 else (answer.status, body)


def _client() -> Client:
    builder = ClientBuilder().http1_only().no_proxy().timeout(ANSWER).pool_timeout(ANSWER)
    return builder.max_connections(CONNECTIONS).build()
