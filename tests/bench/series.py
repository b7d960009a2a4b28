"""Items 10 and 11: the series of a year, against as many rows by primary key, and in a contract ten times as large."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from itertools import count
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from services.common.instants import from_microseconds
from services.kpi.series import repository
from services.kpi.series.rules import SeriesGrain
from tests.bench.composing import now_us
from tests.bench.errors import BenchError
from tests.bench.figures import Figure, alternate_async, ratios
from tests.bench.house import House, workbench
from tests.factories.webhooks import cloud_event, generic_delivery
from tests.support.kpi import Workbench

DAYS = 365
FEW, MANY = 2_000, 20_000
"""Tickets of the two contracts: what a small one gets in a month, and ten times as many."""
READS = 100
"""Reads of one round."""
AT_ONCE = 1_000
INDICATOR = "fcr_ticket"
DAY_US, HOUR_US = 86_400_000_000, 3_600_000_000
_PEER = (
    "CREATE TABLE peer_day (id bigint PRIMARY KEY, indicator text, first date, denominator bigint, numerator bigint,"
    " total_seconds bigint, pending bigint, median_seconds bigint, p90_seconds bigint)",
    "INSERT INTO peer_day SELECT n, 'fcr_ticket', date '2020-01-01' + n::int, 60, 45, 0, 3, NULL, NULL"
    " FROM generate_series(1, 20000) AS n",
    "ANALYZE peer_day",
)
_BY_KEY = text(
    "SELECT indicator, first, denominator, numerator, total_seconds, pending, median_seconds, p90_seconds"
    " FROM peer_day WHERE id = ANY(:ids)"
)
_numbers = count()
Reading = Callable[[], Awaitable[float]]


def measure(house: House) -> list[Figure]:
    """Items 10 and 11."""
    few, many, peer = asyncio.run(_measure(house))
    facts = {
        f"{name}_us": round(sorted(found)[len(found) // 2])
        for name, found in (("series", many), ("by_key", peer), ("tenth", few))
    }
    return [
        Figure("10", f"series of {DAYS} days from {MANY:,} tickets, as the service reads it, row-level security",
               f"{DAYS} rows by primary key, bare table", ratios(many, peer), at_most=3.0, facts=facts),
        Figure("11", f"the same from {MANY:,} tickets", f"from {FEW:,}", ratios(many, few), at_most=1.3),
    ]  # fmt: skip


async def _measure(house: House) -> list[list[float]]:
    """µs per read by round: of the small contract, the large one, and the peer."""
    peer = create_async_engine(house.peer_url)
    try:
        async with peer.begin() as connection:
            for statement in _PEER:
                await connection.execute(text(statement))
        async with workbench(house.settings) as bench:
            few, many = [await _contract(bench, tickets) for tickets in (FEW, MANY)]
            async with bench.database.background_session() as session:
                await session.execute(text("ANALYZE"))
            return await alternate_async(_series(bench, *few), _series(bench, *many), _by_key(peer))
    finally:
        await peer.dispose()


async def _contract(bench: Workbench, tickets: int) -> tuple[UUID, UUID]:
    """A contract and one of its parties, with so many tickets over the days, stored and folded as ever."""
    told = await bench.contract()
    source = await bench.source(told.id)
    now = now_us()
    events: list[dict[str, Any]] = []
    for ticket in range(tickets):
        name, start_us = f"s{next(_numbers)}", now - DAY_US * DAYS + ticket * (DAY_US * (DAYS - 2) // tickets)
        events += [
            cloud_event("created", name, start_us, {"status": "new"}),
            cloud_event("message", name, start_us + HOUR_US, {"author": "agent", "public": True}),
            cloud_event("status", name, start_us + 2 * HOUR_US, {"status": "solved"}),
        ]
    for start in range(0, len(events), AT_ONCE):
        await bench.store(source, [generic_delivery(events[start : start + AT_ONCE], now)])
    await bench.fold(now_us())
    return told.id, told.parties[0].organisation_id


def _series(bench: Workbench, contract_id: UUID, organisation_id: UUID) -> Reading:
    grain: SeriesGrain = "day"
    last = from_microseconds(now_us()).date()
    first = last - timedelta(days=DAYS - 1)

    async def read() -> float:
        async with bench.database.request_session(organisation_id, platform=False) as session:
            started = time.perf_counter()
            for _ in range(READS):
                found = await repository.sums(session, contract_id, [INDICATOR], grain, first, last)
            took = time.perf_counter() - started
        _check(found[INDICATOR])
        return took / READS * 1e6

    return read


def _by_key(peer: AsyncEngine) -> Reading:
    ids = list(range(10_000, 10_000 + DAYS))

    async def read() -> float:
        async with peer.connect() as connection:
            started = time.perf_counter()
            for _ in range(READS):
                rows = (await connection.execute(_BY_KEY, {"ids": ids})).all()
            took = time.perf_counter() - started
        if len(rows) != DAYS:
            raise BenchError(f"{len(rows)} rows by key")
        return took / READS * 1e6

    return read


def _check(days: dict[date, Any]) -> None:
    if len(days) < DAYS - 4:
        raise BenchError(f"only {len(days)} days have tickets")
