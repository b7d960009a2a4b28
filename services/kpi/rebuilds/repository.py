"""All queries of rebuilds."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from services.kpi.contacts.repository import TicketKey
from services.kpi.feeds.rules import Feed
from services.kpi.tickets.rules.events import SCHEMA_VERSION

_ADD = text(
    "INSERT INTO rebuild (contract_id, id, requested_by, requested_by_side, mode)"
    " VALUES (:contract, :id, :by, :side, :mode) RETURNING *"
)
_FIND = text("SELECT * FROM rebuild WHERE contract_id = :contract AND id = :id")
_LIST = text(
    "SELECT * FROM rebuild WHERE contract_id = :contract AND (CAST(:before AS uuid) IS NULL OR id < :before)"
    " ORDER BY id DESC LIMIT :limit"
)
_NEXT = text(
    "SELECT contract_id, id, mode, attempts FROM rebuild WHERE state IN ('waiting', 'running')"
    " AND (attempts < 2 OR started_at < clock_timestamp() - interval '5 seconds')"
    " ORDER BY requested_at LIMIT 1"
)
# For as long as the transaction: a rebuild is run by one worker, and by nobody once that one is gone.
_HOLD_RUN = text("SELECT pg_try_advisory_xact_lock(hashtextextended('rebuild ' || CAST(:id AS text), 0))")
_START = text(
    "UPDATE rebuild SET state = 'running', phase = 'reading', started_at = clock_timestamp(), deliveries = 0,"
    " tickets_total = 0, tickets_done = 0, attempts = attempts + 1 WHERE contract_id = :contract AND id = :id"
    " AND state IN ('waiting', 'running') RETURNING true"
)
_PROGRESS = text(
    "UPDATE rebuild SET phase = :phase, deliveries = :deliveries, tickets_total = :total, tickets_done = :done"
    " WHERE contract_id = :contract AND id = :id"
)
_FINISH = text(
    "UPDATE rebuild SET state = 'done', phase = 'done', finished_at = clock_timestamp(), deliveries = :deliveries,"
    " changed_tickets = :changed, differing_tickets = :differing, differing_days = :days, moved_days = :moved,"
    " tickets_total = :total, tickets_done = :total, waiting_tickets = :waiting"
    " WHERE contract_id = :contract AND id = :id"
)
_FAIL = text(
    "UPDATE rebuild SET state = 'failed', phase = 'done', finished_at = clock_timestamp()"
    " WHERE contract_id = :contract AND id = :id"
)
_FORGET = tuple(
    text(f"DELETE FROM {table} WHERE contract_id = :contract AND rebuild_id = :id")
    for table in ("rebuild_delivery", "rebuild_ticket")
)
_NOTE_DELIVERIES = text(
    "INSERT INTO rebuild_delivery (contract_id, rebuild_id, home_contract_id, recorded_at, delivery_id)"
    " SELECT CAST(:contract AS uuid), CAST(:id AS uuid), CAST(:home AS uuid), * FROM"
    " unnest(CAST(:recorded AS timestamptz[]), CAST(:deliveries AS uuid[]))"
)
_NOTE_TICKETS = text(
    "INSERT INTO rebuild_ticket (contract_id, rebuild_id, source_id, ticket_id)"
    " SELECT CAST(:contract AS uuid), CAST(:id AS uuid), *"
    " FROM unnest(CAST(:sources AS text[]), CAST(:tickets AS text[])) ON CONFLICT DO NOTHING"
)
_NOTED_DELIVERIES = text(
    "SELECT home_contract_id, recorded_at, delivery_id FROM rebuild_delivery"
    " WHERE contract_id = :contract AND rebuild_id = :id ORDER BY home_contract_id, recorded_at, delivery_id"
)
_NOTED_TICKETS = text(
    "SELECT source_id, ticket_id FROM rebuild_ticket WHERE contract_id = :contract AND rebuild_id = :id"
)
_RAW = text(
    "SELECT d.recorded_at, d.id, d.source_id, d.received_at, b.headers::text AS headers, b.body"
    " FROM delivery d JOIN delivery_body b ON (b.contract_id, b.recorded_at, b.delivery_id)"
    "  = (d.contract_id, d.recorded_at, d.id)"
    " WHERE d.contract_id = :contract AND d.verdict = 'accepted'"
    " AND (CAST(:source AS text) IS NULL OR d.source_id = :source)"
    " AND (CAST(:after AS timestamptz) IS NULL OR (d.recorded_at, d.id) > (:after, CAST(:id AS uuid)))"
    " ORDER BY d.recorded_at, d.id LIMIT :limit"
)
# Held until the commit: an erasure of this content waits, and then finds what was read of it.
_RAW_OF = text(
    "SELECT d.recorded_at, d.id, d.source_id, d.received_at, b.headers::text AS headers, b.body"
    " FROM delivery d JOIN delivery_body b ON (b.contract_id, b.recorded_at, b.delivery_id)"
    "  = (d.contract_id, d.recorded_at, d.id)"
    " WHERE d.contract_id = :contract AND d.recorded_at = :recorded AND d.id = :delivery FOR KEY SHARE OF b"
)
_HOLDERS = text(
    "SELECT key, receipt_id FROM dedup WHERE contract_id = :contract AND source_id = :source AND key = ANY(:keys)"
)
_STORED = text(
    "SELECT ticket_id, position, effective_at, batch_position, event::text AS event FROM ticket_event"
    " WHERE contract_id = :contract AND source_id = :source AND ticket_id = ANY(:tickets) AND delivery_id = :delivery"
)
_REMOVE = text(
    "DELETE FROM ticket_event WHERE contract_id = :contract AND source_id = :source AND ticket_id = ANY(:tickets)"
    " AND delivery_id = :delivery"
)
_INSERT = text(
    "INSERT INTO ticket_event (contract_id, source_id, ticket_id, delivery_id, position, effective_at, received_at,"
    " recorded_at, batch_position, schema_version, event) VALUES (:contract, :source, :ticket, :delivery, :position,"
    f" :effective, :received, :recorded, :batch_position, {SCHEMA_VERSION}, CAST(:event AS jsonb))"
)
_COUNT = text("SELECT count(*) FROM ticket_state WHERE contract_id = :contract")
_TAKE_MARKS = text(
    "DELETE FROM ticket_mark WHERE id IN (SELECT id FROM ticket_mark WHERE contract_id = :contract ORDER BY id"
    " LIMIT :limit FOR UPDATE SKIP LOCKED) RETURNING source_id, ticket_id"
)
_DUE = text(
    "SELECT source_id, ticket_id FROM ticket_state WHERE contract_id = :contract AND next_change_at <= :now"
    " ORDER BY next_change_at LIMIT :limit FOR UPDATE SKIP LOCKED"
)
_MARKED = text("SELECT DISTINCT source_id, ticket_id FROM ticket_mark WHERE contract_id = :contract")
_STATES = text(
    "SELECT ticket_id, coalesce(next_change_at <= :at, false) OR evaluated_at IS NULL AS due FROM ticket_state"
    " WHERE contract_id = :contract AND source_id = :source AND ticket_id = ANY(:tickets)"
)
# Of tickets without any event nothing may be counted.
_EMPTY = text(
    "SELECT DISTINCT s.source_id, s.ticket_id FROM ticket_share s WHERE s.contract_id = :contract"
    " AND s.source_id = ANY(:sources) AND NOT EXISTS (SELECT 1 FROM ticket_event e JOIN"
    "  unnest(CAST(:homes AS uuid[]), CAST(:sources AS text[])) AS f (home, source_id) ON e.contract_id = f.home"
    "  AND e.source_id = f.source_id WHERE f.source_id = s.source_id AND e.ticket_id = s.ticket_id)"
)


async def add(
    session: AsyncSession, contract_id: UUID, rebuild_id: UUID, by: str, mode: str = "rebuild", side: str | None = None
) -> Row[Any]:
    """Keep a rebuild that is asked for; `side`: of the party that asks, None for the platform."""
    values = {"contract": contract_id, "id": rebuild_id, "by": by, "mode": mode, "side": side}
    return (await session.execute(_ADD, values)).one()


async def find(session: AsyncSession, contract_id: UUID, rebuild_id: UUID) -> Row[Any] | None:
    """A rebuild of a contract."""
    return (await session.execute(_FIND, _run(contract_id, rebuild_id))).one_or_none()


async def list_of_contract(
    session: AsyncSession, contract_id: UUID, before: UUID | None, limit: int
) -> Sequence[Row[Any]]:
    """Rebuilds of a contract, newest first."""
    return (await session.execute(_LIST, {"contract": contract_id, "before": before, "limit": limit})).all()


async def next_waiting(session: AsyncSession) -> Row[Any] | None:
    """A rebuild to run; one that failed a moment ago waits a little. None while another worker runs it."""
    found = (await session.execute(_NEXT)).one_or_none()
    if found is None or not await session.scalar(_HOLD_RUN, {"id": str(found.id)}):
        return None
    return found


async def start(session: AsyncSession, contract_id: UUID, rebuild_id: UUID) -> bool:
    """It begins, or begins again: what was found before counts no more. False when it is over already."""
    values = _run(contract_id, rebuild_id)
    started = bool(await session.scalar(_START, values))
    for statement in _FORGET:
        await session.execute(statement, values)
    return started


async def progress(session: AsyncSession, values: Mapping[str, Any]) -> None:
    """How far it is."""
    await session.execute(_PROGRESS, values)


async def finish(session: AsyncSession, values: Mapping[str, Any]) -> None:
    """It is over; what it noted on its way is forgotten."""
    await session.execute(_FINISH, values)
    for statement in _FORGET:
        await session.execute(statement, {"contract": values["contract"], "id": values["id"]})


async def fail(session: AsyncSession, contract_id: UUID, rebuild_id: UUID) -> None:
    """It is given up, and has changed nothing."""
    for statement in (_FAIL, *_FORGET):
        await session.execute(statement, _run(contract_id, rebuild_id))


async def note_deliveries(
    session: AsyncSession, contract_id: UUID, rebuild_id: UUID, home: UUID, found: Sequence[Row[Any]]
) -> None:
    """These deliveries read differently today."""
    if found:
        ids = {"recorded": [row.recorded_at for row in found], "deliveries": [row.id for row in found]}
        await session.execute(_NOTE_DELIVERIES, {**_run(contract_id, rebuild_id), "home": home, **ids})


async def note_tickets(session: AsyncSession, contract_id: UUID, rebuild_id: UUID, found: Iterable[TicketKey]) -> None:
    """These tickets count for something else than their events say."""
    keys = sorted(found)
    if keys:
        names = {"sources": [source for source, _ in keys], "tickets": [ticket for _, ticket in keys]}
        await session.execute(_NOTE_TICKETS, {**_run(contract_id, rebuild_id), **names})


async def noted_deliveries(session: AsyncSession, contract_id: UUID, rebuild_id: UUID) -> Sequence[Row[Any]]:
    """Home, instant and id of deliveries that read differently."""
    return (await session.execute(_NOTED_DELIVERIES, _run(contract_id, rebuild_id))).all()


async def noted_tickets(session: AsyncSession, contract_id: UUID, rebuild_id: UUID) -> set[TicketKey]:
    """Tickets that were found to differ."""
    return {
        (row.source_id, row.ticket_id) for row in await session.execute(_NOTED_TICKETS, _run(contract_id, rebuild_id))
    }


async def raw_deliveries(
    session: AsyncSession, contract_id: UUID, source_id: str | None, after: tuple[datetime, UUID] | None, limit: int
) -> Sequence[Row[Any]]:
    """Accepted deliveries (of one source, or of all) whose body is still there, in the order they were recorded."""
    values = {
        "contract": contract_id,
        "source": source_id,
        "after": after[0] if after else None,
        "id": after[1] if after else None,
        "limit": limit,
    }
    return (await session.execute(_RAW, values)).all()


async def raw_delivery(session: AsyncSession, noted: Row[Any]) -> Row[Any] | None:
    """One of them, its content held until the commit; None once that is gone."""
    values = {"contract": noted.home_contract_id, "recorded": noted.recorded_at, "delivery": noted.delivery_id}
    return (await session.execute(_RAW_OF, values)).one_or_none()


async def holders(session: AsyncSession, contract_id: UUID, source_id: str, keys: list[bytes]) -> dict[bytes, UUID]:
    """The delivery that holds each key; keys forgotten after 400 days are missing."""
    values = {"contract": contract_id, "source": source_id, "keys": keys}
    return {row.key: row.receipt_id for row in await session.execute(_HOLDERS, values)}


async def stored_events(
    session: AsyncSession, contract_id: UUID, source_id: str, tickets: list[str], delivery_id: UUID
) -> Sequence[Row[Any]]:
    """The events that a delivery added to these tickets."""
    values = {"contract": contract_id, "source": source_id, "tickets": tickets, "delivery": delivery_id}
    return (await session.execute(_STORED, values)).all()


async def replace_events(
    session: AsyncSession, contract_id: UUID, source_id: str, tickets: list[str], delivery_id: UUID,
    rows: list[dict[str, Any]],
) -> None:  # fmt: skip
    """Put new events of a delivery in the place of the old ones."""
    values = {"contract": contract_id, "source": source_id, "tickets": tickets, "delivery": delivery_id}
    await session.execute(_REMOVE, values)
    if rows:
        await session.execute(_INSERT, rows)


async def count_tickets(session: AsyncSession, contract_id: UUID) -> int:
    """How many tickets were folded."""
    return int(await session.scalar(_COUNT, {"contract": contract_id}) or 0)


async def take_unfolded(session: AsyncSession, contract_id: UUID, at: datetime, limit: int) -> set[TicketKey]:
    """Tickets of a contract that wait to be folded, their marks taken; what the fold works on is left to it."""
    marked = await session.execute(_TAKE_MARKS, {"contract": contract_id, "limit": limit})
    due = await session.execute(_DUE, {"contract": contract_id, "now": at, "limit": limit})
    return {(row.source_id, row.ticket_id) for rows in (marked.all(), due.all()) for row in rows}


async def marked(session: AsyncSession, contract_id: UUID) -> set[TicketKey]:
    """Tickets whose events were not all folded yet."""
    return {(row.source_id, row.ticket_id) for row in await session.execute(_MARKED, {"contract": contract_id})}


async def states(
    session: AsyncSession, contract_id: UUID, source_id: str, tickets: Sequence[str], at: datetime
) -> dict[str, bool]:
    """Of each ticket that was folded, whether that is over by an instant."""
    values = {"contract": contract_id, "source": source_id, "tickets": list(tickets), "at": at}
    return {row.ticket_id: row.due for row in await session.execute(_STATES, values)}


async def counted_without_events(session: AsyncSession, contract_id: UUID, feeds: Sequence[Feed]) -> set[TicketKey]:
    """Tickets that count for something and of which nothing was told."""
    values = {
        "contract": contract_id, "homes": [feed.home for feed in feeds], "sources": [feed.source_id for feed in feeds],
    }  # fmt: skip
    return {(row.source_id, row.ticket_id) for row in await session.execute(_EMPTY, values)}


def _run(contract_id: UUID, rebuild_id: UUID) -> dict[str, Any]:
    return {"contract": contract_id, "id": rebuild_id}
