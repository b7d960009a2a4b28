"""Replaying recorded deliveries: each verified and stored as if received at its `received_at`, in the order given."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from datetime import datetime

import structlog

from services.common.database import Database
from services.kpi.ingestion.arrival import Arrival, Outcome
from services.kpi.ingestion.gate import IngestionGate
from services.kpi.ingestion.service import MOST_BYTES, examine, kept_headers
from services.kpi.ingestion.storing import keys_of
from services.kpi.replays import repository
from services.kpi.replays.rules import read_deliveries
from services.kpi.replays.schemas import RecordedDelivery, ReplayedItem
from services.kpi.sources.registry import Source, SourceRegistry
from services.kpi.waiting import keep_running

BATCH = 500
IDLE_SECONDS = 0.5

log = structlog.get_logger()

Recorded = tuple[RecordedDelivery, datetime]


def arrival_of(source: Source, delivery: RecordedDelivery, received_at: datetime) -> Arrival:
    """Examine a recorded delivery; what the address itself would have refused is malformed here."""
    headers = {name.lower(): value for name, value in delivery.headers.items()}
    body = delivery.body.encode()
    arrival = examine(source, kept_headers(headers), body, received_at, origin="replay")
    # A recording may have left the media type out; one that it has must be the tool's.
    media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
    if arrival.refusal is None and media_type and media_type not in source.connector.media_types:
        arrival.refusal, arrival.reason, arrival.items = "malformed", "wrong media type", []
    if arrival.refusal is None and len(body) > MOST_BYTES:
        arrival.refusal, arrival.reason, arrival.items = "malformed", "too many bytes", []
    return arrival


async def replay(gate: IngestionGate, source: Source, deliveries: Sequence[Recorded]) -> list[ReplayedItem]:
    """Store all of them, one batch after the other so that the first of two twins is the accepted one."""
    items: list[ReplayedItem] = []
    for start in range(0, len(deliveries), BATCH):
        part = deliveries[start : start + BATCH]
        arrivals = [arrival_of(source, delivery, received_at) for delivery, received_at in part]
        outcomes: list[Outcome] = []
        for batch in split_at_windows(arrivals):
            outcomes += await gate.store(batch)
        items += [
            ReplayedItem(n=delivery.n, verdict=outcome.verdict, receipt_id=str(outcome.receipt_id))
            for (delivery, _), outcome in zip(part, outcomes, strict=True)
        ]
        # Live deliveries and other requests go first.
        await asyncio.sleep(0)
    return items


def split_at_windows(arrivals: Sequence[Arrival]) -> list[list[Arrival]]:
    """Cut before a key of a windowed source comes again: its window is judged against what is stored."""
    batches: list[list[Arrival]] = [[]]
    keys: set[tuple[str, bytes]] = set()
    for arrival in arrivals:
        own = keys_of(arrival) if arrival.source.window_seconds is not None else []
        if not keys.isdisjoint(own):
            batches.append([])
            keys.clear()
        keys.update(own)
        batches[-1].append(arrival)
    return batches


def summarise(items: Sequence[ReplayedItem]) -> dict[str, int]:
    """How many met each fate."""
    return dict(sorted(Counter(item.verdict for item in items).items()))


class Replayer:
    """Runs the replays that wait: large ones, and those a party asked for once the other approved."""

    def __init__(self, database: Database, sources: SourceRegistry, gate: IngestionGate) -> None:
        self._database = database
        self._sources = sources
        self._gate = gate

    async def keep_running(self) -> None:
        """Run for ever; one interrupted goes on: what is stored already is a duplicate of itself."""
        await keep_running(self.run_next, IDLE_SECONDS)

    async def run_next(self) -> bool:
        """Run one; whether there was one."""
        async with self._database.background_session() as session:
            waiting = await repository.take_next(session)
            if waiting is None:
                return False
            source = await self._sources.find(waiting.source_id)
            if source is None:
                await repository.finish(session, waiting.contract_id, waiting.id, "failed", 0, {})
                return True
            deliveries = read_deliveries(waiting.payload)
            summary: Counter[str] = Counter()
            for start in range(0, len(deliveries), BATCH):
                items = await replay(self._gate, source, deliveries[start : start + BATCH])
                summary.update(item.verdict for item in items)
                async with self._database.background_session() as progress:
                    await repository.progress(progress, waiting.contract_id, waiting.id, start + len(items), summary)
            await repository.finish(
                session, waiting.contract_id, waiting.id, "done", len(deliveries), dict(sorted(summary.items()))
            )
            log.info("replay_done", replay=str(waiting.id), deliveries=len(deliveries))
            return True
