"""Verifying what came before the secret was known, as of its own reception."""

import msgspec
import structlog

from services.common.database import Database
from services.kpi.held import repository
from services.kpi.ingestion.gate import IngestionGate
from services.kpi.ingestion.service import examine
from services.kpi.replays.service import split_at_windows
from services.kpi.sources.registry import SourceRegistry
from services.kpi.waiting import keep_running

BATCH = 200
IDLE_SECONDS = 1.0

log = structlog.get_logger()


class HeldVerifier:
    """Owns the passage from unverified to a verdict; any number may run at once."""

    def __init__(self, database: Database, sources: SourceRegistry, gate: IngestionGate) -> None:
        self._database = database
        self._sources = sources
        self._gate = gate

    async def keep_running(self) -> None:
        """Run for ever."""
        await keep_running(self.run_next, IDLE_SECONDS)

    async def run_next(self) -> bool:
        """Verify a batch of one source; whether there was anything to do."""
        async with self._database.background_session() as session:
            source_id = await repository.next_source(session)
            if source_id is None:
                return False
            self._sources.forget(source_id)
            source = await self._sources.find(source_id)
            if source is None or not source.secrets:
                return False
            waiting = await repository.take(session, source_id, BATCH)
            arrivals = [
                examine(source, msgspec.json.decode(row.headers), bytes(row.body), row.received_at, origin="held")
                for row in waiting
            ]
            outcomes = [outcome for batch in split_at_windows(arrivals) for outcome in await self._gate.store(batch)]
            # After they are durable: a failure in between verifies them twice, and the keys make that harmless.
            fates = [
                {"receipt": row.receipt_id, "verdict": outcome.verdict, "verified": outcome.receipt_id}
                for row, outcome in zip(waiting, outcomes, strict=True)
            ]
            if fates:
                await repository.settle(session, source.contract_id, fates)
                log.info("held_verified", source=source_id, deliveries=len(fates))
            return bool(fates)
