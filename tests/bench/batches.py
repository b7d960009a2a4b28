"""Items 6, 6i, 6s and 7: batches of a thousand events, against raw COPY, InfluxDB and webhooks, and sent again."""

import asyncio
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

import asyncpg

from deploy.local.urls import plain
from tests.bench import ingestion, wrk
from tests.bench.composing import BATCH, batch, events
from tests.bench.errors import BenchError
from tests.bench.figures import Figure, alternate, ratios
from tests.bench.house import House
from tests.bench.influx import batch as batch_of_points
from tests.bench.influx import influx
from tests.bench.machine import cpu_seconds
from tests.bench.servers import Server
from tests.factories.webhooks import GENERIC_SECRET

SECONDS = 2
CONNECTIONS = 4
COMPOSED = 120
"""Batches of one round: more than any machine takes in its time, so that none is sent twice as new."""
COMPOSED_POINTS = 600
COPIED = 50
"""Batches that COPY takes in one round."""

Row = tuple[str, str, str, str]


def measure(house: House, folder: Path) -> list[Figure]:
    """Items 6, 6i, 6s and 7."""
    with influx(folder) as peer:
        _new_and_again(house, folder, 1)
        _copy(house)
        _points(peer, folder, 1)
        sent, copied, written, single = alternate(
            lambda: _new_and_again(house, folder, SECONDS),
            lambda: (*_copy(house), 0.0),
            lambda: (_points(peer, folder, SECONDS), 0.0, 0.0),
            lambda: (ingestion.send(house.kpi, house, folder, ingestion.MANY, SECONDS)[0].rate, 0.0, 0.0),
        )
    new, again = [rate for rate, _, _ in sent], [rate for _, rate, _ in sent]
    copy, points, webhooks = ([rate for rate, _, _ in side] for side in (copied, written, single))
    facts = {
        "new_per_second": round(median(new)), "again_per_second": round(median(again)),
        "copy_per_second": round(median(copy)), "influx_per_second": round(median(points)),
        "webhooks_per_second": round(median(webhooks)),
        "new_cpu_us": round(median([cpu for _, _, cpu in sent]), 1),
        "copy_cpu_us": round(median([cpu for _, cpu, _ in copied]), 1),
    }  # fmt: skip
    return [
        Figure("6", "batches of 1,000 on the generic connector, events/s; c=4", "raw COPY of the same rows, no dedup",
               ratios(new, copy), at_least=0.8, facts=facts),
        Figure("6i", "the same, events/s; c=4", "InfluxDB, 1,000 points a write, log synced at each",
               ratios(new, points), at_least=1.0),
        Figure("6s", "the same, events/s; c=4", "one event a webhook; c=64", ratios(new, webhooks), at_least=8.0),
        Figure("7", "the same batches again, all duplicates, events/s; c=4", "new batches",
               ratios(again, new), at_least=1.0),
    ]  # fmt: skip


def _new_and_again(house: House, folder: Path, seconds: int) -> tuple[float, float, float]:
    """Events per second of new batches, then of the same ones again; µs of CPU per new event, with PostgreSQL's."""
    prepared = [
        batch(house.generic, [event.body for event in events(BATCH)], GENERIC_SECRET)
        for _ in range(COMPOSED * seconds // SECONDS)
    ]
    requests = wrk.write_requests(folder / "batches", prepared)
    cpu = _cpu(house)
    new = wrk.load(house.kpi.url, requests, CONNECTIONS, seconds)
    cpu = _cpu(house) - cpu
    if new.requests > len(prepared) - CONNECTIONS:
        raise BenchError("all composed batches were sent before the time was over")
    wrk.write_requests(requests, prepared[: new.requests])
    again = wrk.load(house.kpi.url, requests, CONNECTIONS, seconds)
    return new.rate * BATCH, again.rate * BATCH, cpu / new.requests / BATCH * 1e6


def _points(peer: Server, folder: Path, seconds: int) -> float:
    """Points per second that InfluxDB acknowledges; fresh ones, as ours are."""
    prepared = [batch_of_points() for _ in range(COMPOSED_POINTS * seconds // SECONDS)]
    requests = wrk.write_requests(folder / "points", prepared)
    load = wrk.load(peer.url, requests, CONNECTIONS, seconds)
    if load.requests > len(prepared) - CONNECTIONS:
        raise BenchError("all composed points were sent before the time was over")
    return load.rate * BATCH


def _cpu(house: House) -> float:
    return cpu_seconds(house.kpi.pid) + cpu_seconds(house.postgres_pid)


def _copy(house: House) -> tuple[float, float]:
    """Events per second of COPY from rows in memory, a transaction per thousand; µs of CPU per event."""
    batches = [
        [(house.generic, event.event_id, event.ticket_id, event.body.decode()) for event in events(BATCH)]
        for _ in range(COPIED)
    ]
    own, database = time.process_time(), cpu_seconds(house.postgres_pid)
    seconds = asyncio.run(_send_rows(house.peer_url, batches))
    cpu = time.process_time() - own + cpu_seconds(house.postgres_pid) - database
    return COPIED * BATCH / seconds, cpu / COPIED / BATCH * 1e6


async def _send_rows(url: str, batches: Sequence[list[Row]]) -> float:
    waiting = iter(batches)

    async def send(connection: asyncpg.Connection) -> None:
        for rows in waiting:
            await connection.copy_records_to_table(
                "peer_copy", records=rows, columns=["source_id", "event_id", "ticket_id", "body"]
            )

    connections = [await asyncpg.connect(plain(url)) for _ in range(CONNECTIONS)]
    try:
        started = time.perf_counter()
        await asyncio.gather(*map(send, connections))
        return time.perf_counter() - started
    finally:
        for connection in connections:
            await connection.close()
