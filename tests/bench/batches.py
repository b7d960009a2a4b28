"""Items 6 and 7: batches of a thousand events, against raw COPY of the same bytes, and sent again."""

import asyncio
import io
import time
from pathlib import Path
from statistics import median

import asyncpg

from deploy.local.urls import plain
from tests.bench import wrk
from tests.bench.composing import BATCH, Event, batch, copy_lines, events
from tests.bench.errors import BenchError
from tests.bench.figures import ROUNDS, Figure, ratios
from tests.bench.house import House
from tests.factories.webhooks import GENERIC_SECRET

SECONDS = 2
CONNECTIONS = 4
COMPOSED = 120
"""Batches of one round: more than any machine takes in its time, so that none is sent twice as new."""


def measure(house: House, folder: Path) -> list[Figure]:
    """Items 6 and 7."""
    _new_and_again(house, folder, 1)
    asyncio.run(_copy(house.peer_url, [copy_lines(events(BATCH)) for _ in range(8)]))
    new, again, raw = [], [], []
    for number in range(ROUNDS):
        contents = [events(BATCH) for _ in range(40)]
        sides = [lambda: _new_and_again(house, folder, SECONDS), lambda: _raw(house, contents)]
        found = [side() for side in (sides if number % 2 == 0 else reversed(sides))]
        first, second = found if number % 2 == 0 else reversed(found)
        new.append(first[0])
        again.append(first[1])
        raw.append(second[0])
    facts = {
        f"{name}_events_per_second": round(median(values))
        for name, values in (("new", new), ("again", again), ("copy", raw))
    }
    return [
        Figure("6", "batches of 1,000 on the generic connector, events/s; c=4", "raw COPY of the same bytes, no dedup",
               ratios(new, raw), at_least=0.8, facts=facts),
        Figure("7", "batches sent again, all duplicates, events/s; c=4", "new batches",
               ratios(again, new), at_least=1.0),
    ]  # fmt: skip


def _new_and_again(house: House, folder: Path, seconds: int) -> tuple[float, float]:
    """Events per second of new batches, then of the same ones sent again."""
    prepared = [batch(house.generic, events(BATCH), GENERIC_SECRET) for _ in range(COMPOSED * seconds // SECONDS)]
    new = wrk.load(house.kpi.url, wrk.write_requests(folder / "batches", prepared), CONNECTIONS, seconds)
    if new.requests > len(prepared) - CONNECTIONS:
        raise BenchError("all composed batches were sent before the time was over")
    wrk.write_requests(folder / "batches", prepared[: new.requests])
    again = wrk.load(house.kpi.url, folder / "batches", CONNECTIONS, seconds)
    return new.rate * BATCH, again.rate * BATCH


def _raw(house: House, contents: list[list[Event]]) -> tuple[float, float]:
    """Events per second of COPY, prepared as text beforehand, one transaction per thousand."""
    lines = [copy_lines(content) for content in contents]
    seconds = asyncio.run(_copy(house.peer_url, lines))
    return len(lines) * BATCH / seconds, seconds


async def _copy(url: str, batches: list[bytes]) -> float:
    waiting = iter(batches)

    async def send(connection: asyncpg.Connection) -> None:
        for lines in waiting:
            await connection.copy_to_table(
                "peer_copy", source=io.BytesIO(lines), columns=["event_id", "ticket_id", "body"], format="text"
            )

    connections = [await asyncpg.connect(plain(url)) for _ in range(CONNECTIONS)]
    try:
        started = time.perf_counter()
        await asyncio.gather(*map(send, connections))
        return time.perf_counter() - started
    finally:
        for connection in connections:
            await connection.close()
