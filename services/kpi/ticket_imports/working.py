"""What the worker does about imports: compare, load, undo; each goes on where it stopped."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import msgspec
import structlog
from sqlalchemy import Row as DbRow
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.database import Database
from services.common.identifiers import new_id
from services.common.instants import from_microseconds, now, to_microseconds
from services.kpi.feeds import repository as feeds
from services.kpi.feeds.rules import Feed
from services.kpi.terms.repository import read_terms
from services.kpi.terms.rules import Terms
from services.kpi.ticket_imports import repository
from services.kpi.ticket_imports.rules.comparing import compare
from services.kpi.ticket_imports.rules.history import creation_of, history_of
from services.kpi.ticket_imports.rules.rows import Row
from services.kpi.tickets.repository import events_of, ticket_ids
from services.kpi.tickets.rules.events import (
    SCHEMA_VERSION,
    Created,
    CreationKnown,
    TimedEvent,
    effective_instant,
)
from services.kpi.tickets.rules.facts import ticket_facts
from services.kpi.waiting import keep_running

BATCH = 500
IDLE_SECONDS = 0.5

log = structlog.get_logger()
_row = msgspec.json.Decoder(Row)


class Importer:
    """Runs the imports that wait."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep_running(self) -> None:
        """Run for ever; one interrupted goes on with the rows that are left."""
        await keep_running(self.run_next, IDLE_SECONDS)

    async def run_next(self) -> bool:
        """Run one; whether there was one."""
        async with self._database.background_session() as session:
            waiting = await repository.take_next(session)
            if waiting is None:
                return False
            if waiting.state == "comparing":
                await self._compare(waiting)
            elif waiting.state == "undoing":
                await self._undo(waiting)
            else:
                await self._load(waiting)
            log.info("ticket_import", id=str(waiting.id), was=waiting.state)
            return True

    async def _compare(self, waiting: DbRow[Any]) -> None:
        contract_id, import_id = waiting.contract_id, waiting.id
        done = waiting.done
        while True:
            async with self._database.background_session() as session:
                rows = await repository.to_compare(session, contract_id, import_id, BATCH)
                if not rows:
                    break
                terms = await read_terms(session, contract_id)
                feed = Feed(waiting.source_id, contract_id)
                events = await events_of(session, feed, [row.ticket_id for row in rows])
                at_us = to_microseconds(now())
                found = [_compared(row, events.get(row.ticket_id, []), terms, at_us) for row in rows]
                done += len(rows)
                await repository.note_compared(session, contract_id, import_id, found, done)
        await self._look_for_absent(waiting)
        async with self._database.background_session() as session:
            counted = await repository.counts(session, contract_id, import_id)
            await repository.finish_comparing(session, contract_id, import_id, counted)

    async def _look_for_absent(self, waiting: DbRow[Any]) -> None:
        """Tickets created here between the first and the last of the export, and not in it."""
        first_us, last_us = to_microseconds(waiting.first_created_at), to_microseconds(waiting.last_created_at)
        span = (from_microseconds(first_us), from_microseconds(last_us + 1))
        feed = Feed(waiting.source_id, waiting.contract_id)
        after = ""
        while True:
            async with self._database.background_session() as session:
                tickets = await ticket_ids(session, feed, after, BATCH, within=span)
                if not tickets:
                    return
                terms = await read_terms(session, waiting.contract_id)
                events = await events_of(session, feed, tickets)
                at_us = to_microseconds(now())
                absent = []
                for ticket, own in events.items():
                    facts = ticket_facts(own, terms, at_us, by_schedule=False)
                    created_us = None if facts is None or facts.excluded is not None else facts.created_us
                    if created_us is not None and first_us <= created_us <= last_us:
                        absent.append({"ticket_id": ticket, "created_us": created_us})
                await repository.note_absent(session, waiting.contract_id, waiting.id, absent)
            after = tickets[-1]

    async def _load(self, waiting: DbRow[Any]) -> None:
        after = ""
        while True:
            async with self._database.background_session() as session:
                rows = await repository.to_load(
                    session, waiting.contract_id, waiting.id, after, BATCH, orphans=waiting.complete_orphans
                )
                if not rows:
                    await repository.finish_loading(session, waiting.contract_id, waiting.id)
                    return
                after = rows[-1].ticket_id
                loaded = await _load_part(session, waiting, rows)
                await repository.note_loaded(session, waiting.contract_id, waiting.id, len(rows), loaded)

    async def _undo(self, waiting: DbRow[Any]) -> None:
        async with self._database.background_session() as session:
            await feeds.begin_recording(session)
            at = await repository.instant(session)
            tickets = await repository.take_back(session, waiting.contract_id, waiting.id, at)
            if tickets:
                await feeds.mark_tickets(session, waiting.source_id, tickets)


def _compared(row: DbRow[Any], events: list[TimedEvent], terms: Terms, at_us: int) -> dict[str, Any]:
    facts = ticket_facts(events, terms, at_us, by_schedule=False) if events else None
    fate, differences = compare(_row.decode(row.told), facts)
    told = [msgspec.to_builtins(one) for one in differences]
    return {"ticket_id": row.ticket_id, "fate": fate, "differences": told or None}


async def _load_part(session: AsyncSession, waiting: DbRow[Any], rows: Sequence[DbRow[Any]]) -> int:
    """Keep the events of rows that still know nothing here, as one delivery; how many tickets."""
    await feeds.begin_recording(session)
    at = await repository.instant(session)
    feed = Feed(waiting.source_id, waiting.contract_id)
    known = await events_of(session, feed, [row.ticket_id for row in rows])
    events: list[dict[str, Any]] = []
    tickets: list[str] = []
    for row in rows:
        own = _told(row, known.get(row.ticket_id, []), at)
        if own:
            tickets.append(row.ticket_id)
            events += own
    if tickets:
        values = {
            "contract": waiting.contract_id, "id": waiting.id, "source": waiting.source_id, "delivery": new_id(),
            "sha256": waiting.sha256, "at": at, "version": SCHEMA_VERSION,
        }  # fmt: skip
        await repository.keep_events(session, values, events, tickets)
        await feeds.mark_tickets(session, waiting.source_id, tickets)
    return len(tickets)


def _told(row: DbRow[Any], known: list[TimedEvent], at: datetime) -> list[dict[str, Any]]:
    """What the row adds: the tool may have told of the ticket since it was compared, and then what it told stays."""
    told = _row.decode(row.told)
    if row.fate == "orphan_here":
        orphan = any(known) and not any(isinstance(item.event, Created | CreationKnown) for item in known)
        sourced = creation_of(told, row.requester) if orphan else []
    else:
        sourced = [] if known else history_of(told, row.requester)
    received_us = to_microseconds(at)
    return [
        {
            "ticket_id": row.ticket_id,
            "effective_us": effective_instant(source_us, received_us)[0],
            "batch_position": position,
            "event": msgspec.to_builtins(event),
        }
        for source_us, position, event in sourced
    ]
