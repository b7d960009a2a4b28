"""What only the databases know: migrations, clock, and promises that wait too long."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta

import asyncpg

from deploy.local.doctor.finding import Finding, ok, warning, wrong
from deploy.local.migrate import revisions
from deploy.local.secrets import SERVICES
from deploy.local.urls import ServiceUrls, plain

LARGEST_SKEW = timedelta(seconds=2)
LONGEST_PROMISE = timedelta(minutes=2)
LONGEST_JOB = timedelta(hours=1)
STANDSTILL = 10.0
"""Seconds without any ticket counted, while some wait."""

_OUTBOX = "SELECT clock_timestamp() - min(created_at) AS age, count(*) AS n, max(last_error) AS error FROM outbox"
_OLDEST_MARK = "SELECT min(id) FROM ticket_mark"
_OVERDUE = "SELECT count(*) FROM ticket_state WHERE next_change_at < clock_timestamp() - interval '5 minutes'"
_UNPUBLISHED = "SELECT count(*) FROM period_mark WHERE due_at < clock_timestamp() - $1::interval"
_JOBS = """
SELECT
    count(*) FILTER (
        WHERE state IN ('approved', 'waiting', 'running') AND requested_at < clock_timestamp() - $1::interval
    ) AS standing,
    count(*) FILTER (
        WHERE state = 'failed' AND requested_at > clock_timestamp() - interval '7 days'
    ) AS failed
FROM {table}
"""


async def look(databases: dict[str, ServiceUrls]) -> list[Finding]:
    """Findings about the four databases."""
    try:
        return [
            await _migrations(databases),
            await _clock(databases["gateway"].worker),
            *[await _promises(service, databases[service].worker) for service in ("contracts", "kpi")],
            await _counting(databases["kpi"].worker),
            await _publishing(databases["kpi"].worker),
            await _jobs(databases["kpi"].worker),
        ]
    except (OSError, asyncpg.PostgresError, TimeoutError) as error:
        return [wrong("database", f"It does not answer: {error}.", "read logs/postgres.log in the data folder")]


async def _migrations(databases: dict[str, ServiceUrls]) -> Finding:
    from services.common.migrations import head

    for service in SERVICES:
        reached, newest = await revisions(databases[service].owner), head(service)
        if reached != [newest]:
            at = ", ".join(reached) or "nothing"
            return wrong("migrations", f"{service} stands at {at}, the files at {newest}.", "stop Copil, then make run")
    return ok("migrations", "All databases are at the newest version.")


async def _clock(url: str) -> Finding:
    async with _connected(url) as connection:
        before = datetime.now(UTC)
        theirs = await connection.fetchval("SELECT clock_timestamp()")
        return skew(before, theirs, datetime.now(UTC))


def skew(before: datetime, theirs: datetime, after: datetime) -> Finding:
    """How far the database's clock is from ours, given when it was asked and when it had answered."""
    off = max(before - theirs, theirs - after, timedelta())
    if off > LARGEST_SKEW:
        told = f"The database's clock is {off.total_seconds():.0f} s off."
        return wrong(
            "clock", told, "let both machines follow a time server (NTP): signatures and deadlines depend on it"
        )
    return ok("clock", "The database's clock agrees with this machine's.")


async def _promises(service: str, url: str) -> Finding:
    async with _connected(url) as connection:
        row = await connection.fetchrow(_OUTBOX)
    if row["n"] and row["age"] > LONGEST_PROMISE:
        minutes = row["age"].total_seconds() / 60
        told = f"{service} waits {minutes:.0f} min to tell others {row['n']} things ({row['error']})."
        return wrong("promises", told, "see readiness: the service that should listen does not")
    return ok(
        "promises", f"{service} has told what it promised." if not row["n"] else f"{service} tells {row['n']} things."
    )


async def _counting(url: str) -> Finding:
    async with _connected(url) as connection:
        oldest = await connection.fetchval(_OLDEST_MARK)
        deadline = asyncio.get_running_loop().time() + STANDSTILL
        while oldest is not None and await connection.fetchval(_OLDEST_MARK) == oldest:
            if asyncio.get_running_loop().time() > deadline:
                return wrong(
                    "counting", "Tickets wait, and none is counted.", "read logs/kpi-worker.log in the data folder"
                )
            await asyncio.sleep(0.5)
        if late := await connection.fetchval(_OVERDUE):
            return wrong(
                "counting",
                f"{late} tickets should have changed by themselves over 5 min ago.",
                "read logs/kpi-worker.log",
            )
    return ok("counting", "Tickets are counted as they come.")


async def _publishing(url: str) -> Finding:
    async with _connected(url) as connection:
        late = await connection.fetchval(_UNPUBLISHED, LONGEST_JOB)
    if late:
        told = f"{late} periods wait more than an hour to be published."
        return wrong("publishing", told, "read logs/kpi-worker.log in the data folder")
    return ok("publishing", "Nothing waits to be published.")


async def _jobs(url: str) -> Finding:
    async with _connected(url) as connection:
        rows = {
            name: await connection.fetchrow(_JOBS.format(table=name), LONGEST_JOB) for name in ("replay", "rebuild")
        }
    standing = [f"{row['standing']} {name}s" for name, row in rows.items() if row["standing"]]
    failed = [f"{row['failed']} {name}s" for name, row in rows.items() if row["failed"]]
    if standing:
        return wrong("jobs", f"Not done after an hour: {', '.join(standing)}.", "read logs/kpi-worker.log")
    if failed:
        return warning(
            "jobs", f"Failed within 7 days: {', '.join(failed)}.", "read logs/kpi-worker.log, then ask for them again"
        )
    return ok("jobs", "No replay or rebuild stands or has failed.")


@asynccontextmanager
async def _connected(url: str) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(plain(url), timeout=10, command_timeout=30)
    try:
        yield connection
    finally:
        await connection.close()
