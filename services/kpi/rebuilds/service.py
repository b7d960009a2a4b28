"""Rebuilding a contract while everybody goes on: read again, fold in the shade, then swap at once what differs.

Until the swap nothing that anybody reads has changed, and the swap is one transaction. So a rebuild that is cut off
anywhere has changed nothing; it begins again. A verification is the same, its swap taken back.
"""

import time
from datetime import datetime
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.database import Database
from services.common.instants import now
from services.kpi.feeds.repository import read_feeds
from services.kpi.feeds.rules import Feed
from services.kpi.folding import service as folding
from services.kpi.ingestion.gate import IngestionGate
from services.kpi.rebuilds import repository, sums
from services.kpi.rebuilds.comparing import compare
from services.kpi.rebuilds.reading import Reader
from services.kpi.rebuilds.swapping import Swapped, swap
from services.kpi.sources.registry import SourceRegistry
from services.kpi.waiting import keep_running

BATCH = 500
IDLE_SECONDS = 0.5
REPORT_SECONDS = 0.5
MOST_ATTEMPTS = 5
MOST_ROUNDS = 2_000
"""Batches folded ahead at most: where more comes than is folded, a rebuild would never begin."""

log = structlog.get_logger()


class Rebuilder:
    """Runs the rebuilds that wait."""

    def __init__(self, database: Database, sources: SourceRegistry, gate: IngestionGate) -> None:
        self._database = database
        self._reader = Reader(sources, gate)

    async def keep_running(self) -> None:
        """Run for ever; one interrupted starts again, which changes nothing twice."""
        await keep_running(self.run_next, IDLE_SECONDS)

    async def run_next(self) -> bool:
        """Run one; whether there was one."""
        # Only held: what the run writes, its progress too, is committed beside.
        async with self._database.background_session() as claim:
            waiting = await repository.next_waiting(claim)
            if waiting is None:
                return False
            try:
                await _Run(self._database, self._reader, waiting).work()
            except Exception:
                log.exception("rebuild_failed", contract=str(waiting.contract_id), rebuild=str(waiting.id))
                if waiting.attempts + 1 >= MOST_ATTEMPTS:
                    async with self._database.background_session() as session:
                        await repository.fail(session, waiting.contract_id, waiting.id)
            return True


class _Run:
    """One run of one rebuild."""

    def __init__(self, database: Database, reader: Reader, row: Row[Any]) -> None:
        self._database = database
        self._reader = reader
        self._contract: UUID = row.contract_id
        self._id: UUID = row.id
        self._verify: bool = row.mode == "verify"
        self._phase = "reading"
        self._deliveries = 0
        self._reported = 0.0

    async def work(self) -> None:
        """From the beginning to the end."""
        async with self._database.background_session() as session:
            if not await repository.start(session, self._contract, self._id):
                return
            feeds = await read_feeds(session, self._contract)
        await self._read(self._contract)
        for feed in map(feeds.of, feeds.sources):
            if feed.home != self._contract:
                await self._read_fed(feed)
        await self._enter("folding")
        await self._fold_ahead()
        await self._compare_and_swap()

    async def _read_fed(self, feed: Feed) -> None:
        """Sources of other contracts: their deliveries are kept there."""
        await self._read(feed.home, feed.source_id)

    async def _read(self, home: UUID, source_id: str | None = None) -> None:
        """Note the deliveries that read differently today."""
        after: tuple[datetime, UUID] | None = None
        while True:
            async with self._database.background_session() as session:
                rows = await repository.raw_deliveries(session, home, source_id, after, BATCH)
                found = [row for row in rows if await self._reader.difference(session, home, row) is not None]
                await repository.note_deliveries(session, self._contract, self._id, home, found)
            self._deliveries += len(rows)
            await self._report(0, 0)
            if len(rows) < BATCH:
                return
            after = (rows[-1].recorded_at, rows[-1].id)

    async def _fold_ahead(self) -> None:
        """What waits to be folded, as the fold would: what is left to it cannot be compared."""
        at = now()
        for _ in range(MOST_ROUNDS):
            async with self._database.background_session() as session:
                tickets = await repository.take_unfolded(session, self._contract, at, BATCH)
                if not tickets:
                    return
                await folding.fold(session, [(self._contract, *ticket) for ticket in sorted(tickets)], now())

    async def _compare_and_swap(self) -> None:
        async with self._database.background_session() as snapshot:
            await snapshot.connection(execution_options={"isolation_level": "REPEATABLE READ"})
            compared = await compare(snapshot, self._contract, now(), self._report)
            await self._enter("comparing", compared.total)
            sums_differ = await sums.differing_days(snapshot, self._contract) > 0
        await self._enter("swapping", compared.total)
        async with self._database.background_session() as session:
            await repository.note_tickets(session, self._contract, self._id, compared.tickets)
            swapped = await self._swap(session, sums_differ)
            await repository.finish(
                session,
                {
                    "contract": self._contract, "id": self._id, "deliveries": self._deliveries,
                    "changed": swapped.changed, "differing": swapped.differing, "days": swapped.days,
                    "moved": swapped.moved, "total": compared.total, "waiting": compared.waiting,
                },
            )  # fmt: skip
        level = log.error if swapped.days else log.info
        level(
            "rebuild_done", contract=str(self._contract), deliveries=self._deliveries, changed=swapped.changed,
            differing=swapped.differing, days=swapped.days, verified=self._verify,
        )  # fmt: skip

    async def _swap(self, session: AsyncSession, sums_differ: bool) -> Swapped:
        async with session.begin_nested() as rehearsal:
            swapped = await swap(session, self._reader, self._contract, self._id, sums_differ=sums_differ)
            if self._verify:
                await rehearsal.rollback()
        return swapped

    async def _enter(self, phase: str, total: int = 0) -> None:
        self._phase, self._reported = phase, 0.0
        await self._report(total, total)

    async def _report(self, done: int, total: int) -> None:
        """Seen by whoever asks, now and then: telling must not cost more than the work."""
        if time.monotonic() - self._reported < REPORT_SECONDS:
            return
        self._reported = time.monotonic()
        values = {
            "contract": self._contract, "id": self._id, "phase": self._phase, "deliveries": self._deliveries,
            "total": total, "done": done,
        }  # fmt: skip
        async with self._database.background_session() as session:
            await repository.progress(session, values)
