"""Item 9: what it costs to think: the facts of a ticket, and the fold against a plain insert of the same events."""

import asyncio
import itertools
import time
from statistics import median
from typing import Any

import asyncpg

from deploy.local.urls import plain
from services.kpi.tickets.rules.events import Created, MessageAdded, StatusChanged
from services.kpi.tickets.rules.facts import ticket_facts
from tests.bench.composing import now_us
from tests.bench.figures import ROUNDS, Figure, alternate_async, ratios
from tests.bench.house import House, workbench
from tests.factories.tickets import AGENT_SAYS, DAY, MONDAY, TERMS, story
from tests.factories.webhooks import cloud_event, compact, generic_delivery
from tests.support.kpi import Workbench

TICKETS = 500
REPEATED = 1_000
MINUTE = 60_000_000
_STEPS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("created", {"status": "new"}),
    ("message", {"author": "customer", "public": True}),
    ("message", {"author": "agent", "public": True}),
    ("status", {"status": "pending"}),
    ("status", {"status": "solved"}),
)
_INSERT = (
    "INSERT INTO peer_copy (source_id, event_id, ticket_id, body)"
    " SELECT 'fold', * FROM unnest($1::text[], $2::text[], $3::text[]::jsonb[])"
)
_numbers = itertools.count()


def measure(house: House) -> list[Figure]:
    """Facts without a gate of this stage."""
    fold, insert = asyncio.run(_fold(house))
    return [
        Figure("9", "facts of a ticket of 12 events, two schedules, an SLA", "-", [_facts() for _ in range(ROUNDS)],
               unit="µs"),
        Figure("9b", "fold of an event (5 a ticket), all rules", "insert of 100 such events a transaction",
               ratios(fold, insert), facts={"fold_us": round(median(fold), 1), "insert_us": round(median(insert), 1)}),
    ]  # fmt: skip


def _facts() -> float:
    """µs per computation."""
    customer = MessageAdded("customer", public=True)
    events = story(
        (0, Created()), (0.5, AGENT_SAYS), (1, StatusChanged("open")), (2, customer), (3, StatusChanged("pending")),
        (20, customer), (26, AGENT_SAYS), (30, StatusChanged("hold")), (48, StatusChanged("solved")),
        (60, customer), (61, StatusChanged("open")), (75, StatusChanged("solved")),
    )  # fmt: skip
    started = time.perf_counter()
    for _ in range(REPEATED):
        ticket_facts(events, TERMS, MONDAY + 5 * DAY)
    return (time.perf_counter() - started) / REPEATED * 1e6


async def _fold(house: House) -> tuple[list[float], list[float]]:
    """µs per event of the fold and of the insert, by round."""
    connection = await asyncpg.connect(plain(house.peer_url))
    try:
        async with workbench(house.settings) as bench:
            fold, insert = await alternate_async(lambda: _fold_round(bench, house), lambda: _insert_round(connection))
            return fold, insert
    finally:
        await connection.close()


def _lives() -> list[dict[str, Any]]:
    """Whole tickets of the last hours, as CloudEvents."""
    start_us = now_us() - 10 * 60 * MINUTE
    return [
        cloud_event(kind, f"9{ticket:07}", start_us + step * 90 * MINUTE, data)
        for ticket in itertools.islice(_numbers, TICKETS)
        for step, (kind, data) in enumerate(_STEPS)
    ]


async def _fold_round(bench: Workbench, house: House) -> float:
    source = await bench.sources.find(house.generic)
    assert source is not None
    events = _lives()
    await bench.store(
        source, [generic_delivery(events[at : at + 1000], now_us()) for at in range(0, len(events), 1000)]
    )
    started = time.perf_counter()
    folded = await bench.fold(now_us())
    assert folded >= TICKETS
    return (time.perf_counter() - started) / len(events) * 1e6


async def _insert_round(connection: asyncpg.Connection) -> float:
    rows = [(str(event["id"]), str(event["subject"]), compact(event).decode()) for event in _lives()]
    started = time.perf_counter()
    for at in range(0, len(rows), 100):
        await connection.execute(_INSERT, *[list(column) for column in zip(*rows[at : at + 100], strict=True)])
    return (time.perf_counter() - started) / len(rows) * 1e6
