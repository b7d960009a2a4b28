"""Reading raw deliveries again: the same reading gives the same events; what reads differently is told, or put."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.instants import from_microseconds, to_microseconds
from services.kpi.contacts.repository import TicketKey
from services.kpi.feeds.repository import mark_tickets
from services.kpi.ingestion.arrival import Arrival
from services.kpi.ingestion.gate import IngestionGate
from services.kpi.rebuilds import repository
from services.kpi.sources.registry import SourceRegistry
from services.kpi.ticket_answers import repository as ticket_answers
from services.kpi.tickets.rules.events import decode_event, effective_instant, encode_event

EventRow = tuple[str, int, datetime, int, bytes]
"""(ticket, position, effective time, batch position, event in its one spelling)."""


class Difference(msgspec.Struct):
    """What a delivery brings when it is read today, where that is not what is kept of it."""

    tickets: list[str]
    """Every ticket that it tells of, before or now."""
    events: list[EventRow] | None
    """None: its events are as they were."""
    answers: list[dict[str, Any]]
    """Survey answers that are not kept yet."""


class Reader:
    """Reads deliveries as their tools' connectors do today."""

    def __init__(self, sources: SourceRegistry, gate: IngestionGate) -> None:
        self._sources = sources
        self._gate = gate

    async def difference(self, session: AsyncSession, home: UUID, row: Row[Any]) -> Difference | None:
        """How a delivery reads differently; None when it does not. Nothing is written."""
        source = await self._sources.find(row.source_id)
        if source is None:
            return None
        arrival = self._gate.reread(source, msgspec.json.decode(row.headers), row.body, row.received_at)
        if arrival.refusal is not None:
            # A connector that reads less than it did must not lose what was counted.
            return None
        keys = [item.parsed.key for item in arrival.items if item.parsed is not None]
        holders = await repository.holders(session, home, row.source_id, keys)
        wanted = read_events(arrival, row.id, holders)
        tickets = sorted({event[0] for event in wanted} | _tickets_of(arrival))
        stored = {
            (kept.ticket_id, kept.position, kept.effective_at, kept.batch_position,
             encode_event(decode_event(kept.event)))
            for kept in await repository.stored_events(session, home, row.source_id, tickets, row.id)
        }  # fmt: skip
        answers = await _unknown_answers(session, home, row, arrival, holders)
        events = None if stored == set(wanted) else wanted
        return Difference(tickets, events, answers) if events is not None or answers else None

    async def put(self, session: AsyncSession, home: UUID, row: Row[Any]) -> set[TicketKey]:
        """Put what a delivery brings today in the place of what is kept of it; the tickets whose events are others."""
        found = await self.difference(session, home, row)
        if found is None:
            return set()
        answered = [
            answer["ticket"]
            for answer in found.answers
            if await ticket_answers.add(session, home, row.source_id, row.id, row.recorded_at, answer)
        ]
        if answered:
            await mark_tickets(session, row.source_id, answered)
        if found.events is None:
            return set()
        await repository.replace_events(
            session, home, row.source_id, found.tickets, row.id, [
                {
                    "contract": home, "source": row.source_id, "ticket": ticket, "delivery": row.id,
                    "position": position, "effective": effective, "received": row.received_at,
                    "recorded": row.recorded_at, "batch_position": batch_position, "event": event.decode(),
                }
                for ticket, position, effective, batch_position, event in found.events
            ],
        )  # fmt: skip
        # For every contract that the source feeds, the one that is rebuilt among them.
        await mark_tickets(session, row.source_id, found.tickets)
        return {(row.source_id, ticket) for ticket in found.tickets}


async def _unknown_answers(
    session: AsyncSession, home: UUID, row: Row[Any], arrival: Arrival, holders: dict[bytes, UUID]
) -> list[dict[str, Any]]:
    """Answers that are not kept yet, as of a delivery that an older version read."""
    found: dict[bytes, dict[str, Any]] = {}
    for item in arrival.items:
        parsed = item.parsed
        if parsed is None or parsed.answer is None or parsed.ticket_id is None:
            continue
        if parsed.key in found or holders.get(parsed.key, row.id) != row.id:
            continue
        answer = parsed.answer
        found[parsed.key] = {
            "key": parsed.key, "ticket": parsed.ticket_id, "received": row.received_at, "kind": answer.kind,
            "score": answer.score, "scale_max": answer.scale_max, "answered": from_microseconds(answer.answered_us),
        }  # fmt: skip
    if not found:
        return []
    kept = await ticket_answers.known(session, home, row.source_id, list(found))
    return [answer for key, answer in found.items() if key not in kept]


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
