"""Rebuilding a contract from its raw deliveries: the same reading gives the same events."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
import structlog
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.database import Database
from services.common.instants import from_microseconds, now, to_microseconds
from services.kpi.feeds.repository import mark_tickets, read_feeds
from services.kpi.feeds.rules import Feed
from services.kpi.folding import service as folding
from services.kpi.folding.clock import touch
from services.kpi.ingestion.arrival import Arrival
from services.kpi.ingestion.gate import IngestionGate
from services.kpi.rebuilds import repository
from services.kpi.sources.registry import SourceRegistry
from services.kpi.ticket_answers import repository as ticket_answers
from services.kpi.tickets.rules.events import decode_event, effective_instant, encode_event
from services.kpi.waiting import keep_running

BATCH = 500
IDLE_SECONDS = 0.5

log = structlog.get_logger()

EventRow = tuple[str, int, datetime, int, bytes]
"""(ticket, position, effective time, batch position, event in its one spelling)."""


class Rebuilder:
    """Runs the rebuilds that wait."""

    def __init__(self, database: Database, sources: SourceRegistry, gate: IngestionGate) -> None:
        self._database = database
        self._sources = sources
        self._gate = gate

    async def keep_running(self) -> None:
        """Run for ever; one interrupted starts again, which changes nothing twice."""
        await keep_running(self.run_next, IDLE_SECONDS)

    async def run_next(self) -> bool:
        """Run one; whether there was one."""
        async with self._database.background_session() as session:
            waiting = await repository.take_next(session)
            if waiting is None:
                return False
            deliveries, changed = await self._reread(waiting.contract_id)
            for feed in await self._fed(waiting.contract_id):
                more, changed_there = await self._reread(feed.home, feed.source_id)
                deliveries, changed = deliveries + more, changed + changed_there
            await self._refold(waiting.contract_id)
            differing = await self._check_days(waiting.contract_id)
            await repository.finish(
                session,
                {
                    "contract": waiting.contract_id,
                    "id": waiting.id,
                    "state": "done",
                    "deliveries": deliveries,
                    "changed": changed,
                    "differing": differing,
                },
            )
            log.info("rebuild_done", contract=str(waiting.contract_id), deliveries=deliveries, changed=changed)
            return True

    async def _fed(self, contract_id: UUID) -> list[Feed]:
        """Sources of other contracts: their deliveries are kept there."""
        async with self._database.background_session() as session:
            feeds = await read_feeds(session, contract_id)
        return [feed for feed in map(feeds.of, feeds.sources) if feed.home != contract_id]

    async def _reread(self, contract_id: UUID, source_id: str | None = None) -> tuple[int, int]:
        deliveries = changed = 0
        after: tuple[datetime, UUID] | None = None
        while True:
            async with self._database.background_session() as session:
                rows = await repository.raw_deliveries(session, contract_id, source_id, after, BATCH)
                for row in rows:
                    changed += await self._reread_one(session, contract_id, row)
            deliveries += len(rows)
            if len(rows) < BATCH:
                return deliveries, changed
            after = (rows[-1].recorded_at, rows[-1].id)

    async def _reread_one(self, session: AsyncSession, contract_id: UUID, row: Row[Any]) -> int:
        source = await self._sources.find(row.source_id)
        if source is None:
            return 0
        arrival = self._gate.reread(source, msgspec.json.decode(row.headers), row.body, row.received_at)
        if arrival.refusal is not None:
            # A connector that reads less than it did must not lose what was counted.
            return 0
        keys = [item.parsed.key for item in arrival.items if item.parsed is not None]
        holders = await repository.holders(session, contract_id, row.source_id, keys)
        wanted = read_events(arrival, row.id, holders)
        tickets = sorted({event[0] for event in wanted} | _tickets_of(arrival))
        answered = await self._keep_answers(session, contract_id, row, arrival, holders)
        if answered:
            await mark_tickets(session, row.source_id, answered)
        stored = {
            (kept.ticket_id, kept.position, kept.effective_at, kept.batch_position,
             encode_event(decode_event(kept.event)))
            for kept in await repository.stored_events(session, contract_id, row.source_id, tickets, row.id)
        }  # fmt: skip
        if stored == set(wanted):
            return 0
        await repository.replace_events(
            session, contract_id, row.source_id, tickets, row.id, [
                {
                    "contract": contract_id, "source": row.source_id, "ticket": ticket, "delivery": row.id,
                    "position": position, "effective": effective, "received": row.received_at,
                    "recorded": row.recorded_at, "batch_position": batch_position, "event": event.decode(),
                }
                for ticket, position, effective, batch_position, event in wanted
            ],
        )  # fmt: skip
        # For every contract that the source feeds, the one that is rebuilt among them.
        await mark_tickets(session, row.source_id, tickets)
        return len(tickets)

    async def _keep_answers(
        self, session: AsyncSession, contract_id: UUID, row: Row[Any], arrival: Arrival, holders: dict[bytes, UUID]
    ) -> list[str]:
        """Keep answers that are not known yet, as a delivery of an older version told them; of which tickets."""
        found = []
        for item in arrival.items:
            parsed = item.parsed
            if parsed is None or parsed.answer is None or parsed.ticket_id is None:
                continue
            if holders.get(parsed.key, row.id) != row.id:
                continue
            answer = parsed.answer
            values = {
                "key": parsed.key, "ticket": parsed.ticket_id, "received": row.received_at, "kind": answer.kind,
                "score": answer.score, "scale_max": answer.scale_max,
                "answered": from_microseconds(answer.answered_us),
            }  # fmt: skip
            if await ticket_answers.add(session, contract_id, row.source_id, row.id, row.recorded_at, values):
                found.append(parsed.ticket_id)
        return found

    async def _refold(self, contract_id: UUID) -> None:
        after = ("", "")
        while True:
            async with self._database.background_session() as session:
                keys = await repository.tickets_after(session, contract_id, after, BATCH)
                if keys:
                    await folding.fold(session, [(contract_id, *key) for key in keys], now())
            if len(keys) < BATCH:
                return
            after = keys[-1]

    async def _check_days(self, contract_id: UUID) -> int:
        async with self._database.background_session() as session:
            differing = await repository.differing_days(session, contract_id)
            if differing:
                log.error("rollup_differed", contract=str(contract_id), days=differing)
                await repository.refill_days(session, contract_id)
                await touch(session, contract_id, judged_anew=True)
            return differing


def read_events(arrival: Arrival, delivery_id: UUID, holders: dict[bytes, UUID]) -> list[EventRow]:
    """The events of a delivery as storing would have added them: only of items whose key it holds, each key once."""
    events: list[EventRow] = []
    seen: set[bytes] = set()
    received_us = to_microseconds(arrival.received_at)
    for item in arrival.items:
        parsed = item.parsed
        if parsed is None or parsed.key in seen or holders.get(parsed.key, delivery_id) != delivery_id:
            continue
        # A batch may hold an event twice; the first of the two is the one that counts.
        seen.add(parsed.key)
        if parsed.ticket_id is None:
            continue
        for source_us, batch_position, event in parsed.events:
            effective_us, _ = effective_instant(source_us, received_us)
            events.append(
                (parsed.ticket_id, len(events), from_microseconds(effective_us), batch_position, encode_event(event))
            )
    return events


def _tickets_of(arrival: Arrival) -> set[str]:
    return {item.parsed.ticket_id for item in arrival.items if item.parsed is not None and item.parsed.ticket_id}
