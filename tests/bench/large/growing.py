"""An installation that grows: contracts of one organisation, sent and folded as ever, then others of the same content.

Others are copied within the database, row by row of every table that readings and the fold touch; raw contents, which
neither touches, are not copied.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4
from zlib import crc32

import asyncpg

from deploy.local.urls import plain
from services.kpi.sources.registry import Source
from tests.bench.composing import now_us
from tests.bench.house import House
from tests.factories.webhooks import cloud_event, generic_delivery
from tests.support.kpi import PARAMETERS, Workbench

OWN = 2
"""Contracts of the organisation whose readings are measured: its portfolio."""
EVENTS_OF_ONE = 50_000
EVENTS_OF_TICKET = 6
"""The last one is an answer of its customer."""
CHANNELS = ("email", "chat", "phone", "form")
_TERMS = {**PARAMETERS, "dimensions": {"channel": {"attribute": "channel"}}}
MONTHS = 12
AT_ONCE = 1_000
MINUTE_US = 60_000_000
TABLES = (
    "contract", "contract_party", "contract_clock", "terms_version", "source", "delivery", "dedup", "delivery_hour",
    "ticket_event", "ticket_state", "ticket_share", "ticket_contact", "ticket_dimension", "rollup_day", "rollup_month",
    "rollup_dimension_day", "figure_version",
)  # fmt: skip


@dataclass(frozen=True)
class Own:
    """A contract of the organisation."""

    contract_id: UUID
    organisation_id: UUID
    source: Source


async def begin(bench: Workbench, last: datetime) -> list[Own]:
    """The organisation's contracts, each with a year of tickets that ends with `last`."""
    found = []
    for number in range(OWN):
        told = await bench.contract(_TERMS)
        own = Own(told.id, told.parties[0].organisation_id, await bench.source(told.id))
        tickets = EVENTS_OF_ONE // EVENTS_OF_TICKET
        end_us = int(last.timestamp()) * 1_000_000
        gap_us = MONTHS * 30 * 24 * 60 * MINUTE_US // tickets
        await send(bench, own, [(f"{number}-{n:06}", end_us - (tickets - n) * gap_us) for n in range(tickets)])
        await bench.fold(now_us())
        found.append(own)
    return found


async def send(bench: Workbench, own: Own, tickets: Sequence[tuple[str, int]]) -> None:
    """Store the whole life of tickets (name, creation in µs), in batches of a thousand events."""
    events = [
        cloud_event(kind, name, created_us + minutes * MINUTE_US, data)
        for name, created_us in tickets
        for minutes, kind, data in (
            (0, "created", {"status": "new", "requester": f"c{crc32(name.encode()) % 5_000}",
                              "channel": CHANNELS[crc32(name.encode()) % len(CHANNELS)]}),
            (20, "message", {"author": "agent", "public": True}),
            (40, "message", {"author": "customer", "public": True}),
            (60, "message", {"author": "agent", "public": True}),
            (90, "status", {"status": "solved"}),
            (95, "csat", {"score": 1 + crc32(name.encode()) // 7 % 5, "scale_max": 5}),
        )
    ]  # fmt: skip
    for at in range(0, len(events), AT_ONCE):
        await bench.store(own.source, [generic_delivery(events[at : at + AT_ONCE], now_us())])


async def grow(house: House, own: Sequence[Own], contracts: int) -> float:
    """Add copies of the organisation's contracts until there are so many in all; seconds."""
    began = time.monotonic()
    connection = await asyncpg.connect(administrator(house))
    try:
        columns = {table: await _columns(connection, table) for table in TABLES}
        present: int = await connection.fetchval("SELECT count(DISTINCT contract_id) FROM rollup_month")
        for number in range(present, contracts):
            template, contract_id = own[number % len(own)], uuid4()
            async with connection.transaction():
                for table in TABLES:
                    await _copy(connection, table, columns[table], template, contract_id)
        await connection.execute("VACUUM ANALYZE")
        await connection.execute("CHECKPOINT")
    finally:
        await connection.close()
    return time.monotonic() - began


async def events(house: House) -> tuple[int, int]:
    """How many events there are, and how many of them are answers of customers."""
    connection = await asyncpg.connect(administrator(house))
    try:
        row = await connection.fetchrow(
            "SELECT (SELECT count(*) FROM ticket_event), (SELECT count(*) FROM ticket_share WHERE indicator = 'csat')"
        )
        return int(row[0]), int(row[1])
    finally:
        await connection.close()


async def _columns(connection: asyncpg.Connection, table: str) -> list[str]:
    rows = await connection.fetch(
        "SELECT attname FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped"
        " AND attgenerated = '' ORDER BY attnum",
        table,
    )
    return [row["attname"] for row in rows]


async def _copy(connection: asyncpg.Connection, table: str, columns: Sequence[str], of: Own, contract_id: UUID) -> None:
    """The rows of one table for another contract; its source and its organisations have other names."""
    source_column = "id" if table == "source" else "source_id"
    told = {
        "contract_id": f"'{contract_id}'::uuid",
        source_column: f"'{contract_id}'",
        "organisation_id": f"md5(organisation_id::text || '{contract_id}')::uuid",
    }
    chosen = ", ".join(told.get(column, f'"{column}"') for column in columns)
    names = ", ".join(f'"{column}"' for column in columns)
    await connection.execute(
        f"INSERT INTO {table} ({names}) SELECT {chosen} FROM {table} WHERE contract_id = $1", of.contract_id
    )


def administrator(house: House) -> str:
    """The database of kpi as the server's administrator, whom no row is hidden from."""
    place, _, _ = plain(house.peer_url).partition("?")
    return f"{place.rpartition('/')[0]}/copil_kpi" + plain(house.peer_url)[len(place) :]
