"""All queries on imports of ticket exports; those that write are the worker role's."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

_PUBLIC = (
    "contract_id, id, source_id, state, file_name, sha256, size, reading, requested_at, requested_by,"
    " requested_by_side, rows, faulty, faults, first_created_at, last_created_at, done, counts, compared_at,"
    " complete_orphans, asked_at, asked_by, asked_by_side, answered_at, answered_by, loaded, loaded_at, undo_asked_at,"
    " undo_asked_by, undo_asked_by_side, undo_answered_at, undo_answered_by, undone_at"
)
_LOADED_STATES = "('proposed', 'approved', 'running', 'done', 'undo_proposed', 'undoing')"
_ADD = text(
    "INSERT INTO ticket_import (contract_id, id, source_id, file_name, sha256, size, reading, requested_by,"
    " requested_by_side, rows, faulty, faults, first_created_at, last_created_at) VALUES (:contract, :id, :source,"
    " :name, :sha256, :size, CAST(:reading AS jsonb), :by, :side, :rows, :faulty, CAST(:faults AS jsonb), :first,"
    " :last)"
)
_ADD_ROWS = text(
    "INSERT INTO ticket_import_row (contract_id, import_id, ticket_id, line, created_at, unloadable, told, requester)"
    " SELECT CAST(:contract AS uuid), CAST(:id AS uuid), r.ticket_id, r.line,"
    "  TIMESTAMPTZ 'epoch' + r.created_us * INTERVAL '1 microsecond', r.unloadable, r.told, r.requester"
    " FROM jsonb_to_recordset(CAST(:rows AS jsonb))"
    "  AS r (ticket_id text, line int, created_us bigint, unloadable text, told jsonb, requester text)"
)
_FIND = text(
    f"SELECT {_PUBLIC}, (SELECT o.id FROM ticket_import o WHERE o.contract_id = i.contract_id"
    "  AND o.source_id = i.source_id AND o.sha256 = i.sha256 AND o.id < i.id"
    f"  AND o.state IN {_LOADED_STATES} ORDER BY o.id DESC LIMIT 1) AS loaded_before"
    " FROM ticket_import i WHERE source_id = :source AND id = :id"
)
_LIST = text(
    f"SELECT {_PUBLIC}, CAST(NULL AS uuid) AS loaded_before FROM ticket_import WHERE source_id = :source"
    " AND (CAST(:before AS uuid) IS NULL OR id < CAST(:before AS uuid)) ORDER BY id DESC LIMIT :limit"
)
_ROWS = text(
    "SELECT ticket_id, line, created_at, fate, differences, unloadable, loaded_by FROM ticket_import_row"
    " WHERE contract_id = :contract AND import_id = :id AND fate IS NOT NULL AND ticket_id > :after"
    " AND (CAST(:fate AS text) IS NULL OR fate = :fate) ORDER BY ticket_id LIMIT :limit"
)
_NEXT = text(
    "SELECT id FROM ticket_import WHERE state IN ('comparing', 'approved', 'running', 'undoing') ORDER BY requested_at"
)
# Not a row lock: progress is written by other transactions while the import runs.
_CLAIM = text(
    f"SELECT {_PUBLIC} FROM ticket_import WHERE id = CAST(:id AS uuid)"
    " AND state IN ('comparing', 'approved', 'running', 'undoing')"
    " AND pg_try_advisory_xact_lock(hashtextextended('ticket_import' || CAST(:id AS uuid)::text, 0))"
)
_TO_COMPARE = text(
    "SELECT ticket_id, told::text AS told FROM ticket_import_row WHERE contract_id = :contract AND import_id = :id"
    " AND fate IS NULL ORDER BY ticket_id LIMIT :limit"
)
_COMPARED = text(
    "UPDATE ticket_import_row r SET fate = c.fate, differences = c.differences"
    " FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS c (ticket_id text, fate text, differences jsonb)"
    " WHERE r.contract_id = :contract AND r.import_id = :id AND r.ticket_id = c.ticket_id"
)
_PROGRESS = text("UPDATE ticket_import SET done = :done WHERE contract_id = :contract AND id = :id")
_ABSENT = text(
    "INSERT INTO ticket_import_row (contract_id, import_id, ticket_id, created_at, fate)"
    " SELECT CAST(:contract AS uuid), CAST(:id AS uuid), t.ticket_id,"
    "  TIMESTAMPTZ 'epoch' + t.created_us * INTERVAL '1 microsecond', 'missing_there'"
    " FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS t (ticket_id text, created_us bigint)"
    " ON CONFLICT (contract_id, import_id, ticket_id) DO NOTHING"
)
_COUNTS = text(
    "SELECT fate, count(*) AS tickets, count(unloadable) AS unloadable FROM ticket_import_row"
    " WHERE contract_id = :contract AND import_id = :id GROUP BY fate"
)
_FINISH_COMPARING = text(
    "UPDATE ticket_import SET state = 'compared', compared_at = clock_timestamp(), counts = CAST(:counts AS jsonb),"
    " done = rows WHERE contract_id = :contract AND id = :id"
)
_ASK = text(
    "UPDATE ticket_import SET state = :state, complete_orphans = :orphans, asked_at = clock_timestamp(),"
    " asked_by = :by, asked_by_side = :side, done = 0"
    " WHERE contract_id = :contract AND id = :id AND state = 'compared' RETURNING true"
)
_ANSWER = text(
    "UPDATE ticket_import SET state = :state, answered_at = clock_timestamp(), answered_by = :by"
    " WHERE contract_id = :contract AND id = :id AND state = 'proposed' RETURNING true"
)
_ASK_UNDO = text(
    "UPDATE ticket_import SET state = :state, undo_asked_at = clock_timestamp(), undo_asked_by = :by,"
    " undo_asked_by_side = :side, undo_answered_at = NULL, undo_answered_by = NULL"
    " WHERE contract_id = :contract AND id = :id AND state = 'done' RETURNING true"
)
_ANSWER_UNDO = text(
    "UPDATE ticket_import SET state = :state, undo_answered_at = clock_timestamp(), undo_answered_by = :by"
    " WHERE contract_id = :contract AND id = :id AND state = 'undo_proposed' RETURNING true"
)
_TO_LOAD = text(
    "SELECT ticket_id, fate, told::text AS told, requester FROM ticket_import_row WHERE contract_id = :contract"
    " AND import_id = :id AND ticket_id > :after AND loaded_by IS NULL AND told IS NOT NULL AND ("
    "  (fate = 'missing_here' AND unloadable IS NULL) OR (fate = 'orphan_here' AND :orphans))"
    " ORDER BY ticket_id LIMIT :limit FOR UPDATE"
)
_INSTANT = text("SELECT clock_timestamp()")
_DELIVERY = text(
    "INSERT INTO delivery (recorded_at, salt, contract_id, id, source_id, received_at, origin, verdict, conflict,"
    " event_type, sha256, size, events, skewed) VALUES (:at, uuid_send(gen_random_uuid()), :contract, :delivery,"
    " :source, :at, 'import', 'accepted', false, 'import', :sha256, 0, :events, false)"
)
_BROUGHT = text(
    "INSERT INTO import_delivery (contract_id, delivery_id, source_id, import_id)"
    " VALUES (:contract, :delivery, :source, :id)"
)
_EVENTS = text(
    "INSERT INTO ticket_event (recorded_at, schema_version, contract_id, source_id, ticket_id, delivery_id, position,"
    " effective_at, received_at, batch_position, event)"
    " SELECT CAST(:at AS timestamptz), CAST(:version AS int), CAST(:contract AS uuid), CAST(:source AS text),"
    "  e.ticket_id, CAST(:delivery AS uuid), e.place - 1,"
    "  TIMESTAMPTZ 'epoch' + e.effective_us * INTERVAL '1 microsecond', CAST(:at AS timestamptz), e.batch_position,"
    "  e.event"
    " FROM ROWS FROM (jsonb_to_recordset(CAST(:events AS jsonb))"
    "  AS (ticket_id text, effective_us bigint, batch_position int, event jsonb)) WITH ORDINALITY"
    "  AS e (ticket_id, effective_us, batch_position, event, place)"
)
_LOADED = text(
    "UPDATE ticket_import_row SET loaded_by = :delivery"
    " WHERE contract_id = :contract AND import_id = :id AND ticket_id = ANY(:tickets)"
)
_LOADING = text(
    "UPDATE ticket_import SET state = 'running', done = done + :done, loaded = loaded + :loaded"
    " WHERE contract_id = :contract AND id = :id"
)
_FINISH_LOADING = text(
    "UPDATE ticket_import SET state = 'done', loaded_at = clock_timestamp() WHERE contract_id = :contract AND id = :id"
)
_TAKE_BACK = text(
    "UPDATE import_delivery SET taken_back_at = :at"
    " WHERE contract_id = :contract AND import_id = :id AND taken_back_at IS NULL"
)
_BROUGHT_TICKETS = text(
    "SELECT ticket_id FROM ticket_import_row WHERE contract_id = :contract AND import_id = :id"
    " AND loaded_by IS NOT NULL ORDER BY ticket_id"
)
_FINISH_UNDOING = text(
    "UPDATE ticket_import SET state = 'undone', undone_at = clock_timestamp()"
    " WHERE contract_id = :contract AND id = :id"
)
_FORGET = text(
    "UPDATE ticket_import_row SET told = NULL, requester = NULL"
    " WHERE contract_id = :contract AND import_id = :id AND told IS NOT NULL"
)
# Held, so that an activation told meanwhile waits: what is decided here rests on the states.
_ALL_DRAFTS = text(
    "SELECT state FROM contract WHERE contract_id = :contract OR contract_id IN ("
    " SELECT f.contract_id FROM source_feed f WHERE f.source_id = :source AND f.state = 'active')"
    " ORDER BY contract_id FOR SHARE"
)
_EXPIRE = text(
    "UPDATE ticket_import SET state = 'expired' WHERE state IN ('compared', 'proposed')"
    " AND requested_at < clock_timestamp() - interval '30 days' RETURNING contract_id, id"
)


async def add(
    session: AsyncSession, values: Mapping[str, Any], faults: Sequence[Any], rows: Sequence[Mapping[str, Any]]
) -> None:
    """Keep an import with its rows."""
    await session.execute(_ADD, {**values, "faults": json.dumps(faults)})
    for first in range(0, len(rows), 5_000):
        part = json.dumps(rows[first : first + 5_000])
        await session.execute(_ADD_ROWS, {"contract": values["contract"], "id": values["id"], "rows": part})


async def find(session: AsyncSession, source_id: str, import_id: UUID) -> Row[Any] | None:
    """An import of a source; `loaded_before`: the one that loaded the same file."""
    return (await session.execute(_FIND, {"source": source_id, "id": import_id})).one_or_none()


async def list_of_source(session: AsyncSession, source_id: str, before: UUID | None, limit: int) -> Sequence[Row[Any]]:
    """Imports of a source, newest first."""
    return (await session.execute(_LIST, {"source": source_id, "before": before, "limit": limit})).all()


async def rows_of(
    session: AsyncSession, contract_id: UUID, import_id: UUID, fate: str | None, after: str, limit: int
) -> Sequence[Row[Any]]:
    """Compared tickets of an import, of one fate or all, in the order of their ids."""
    values = {"contract": contract_id, "id": import_id, "fate": fate, "after": after, "limit": limit}
    return (await session.execute(_ROWS, values)).all()


async def take_next(session: AsyncSession) -> Row[Any] | None:
    """An import to go on with, claimed until the end of the transaction."""
    for waiting in (await session.scalars(_NEXT)).all():
        claimed = (await session.execute(_CLAIM, {"id": waiting})).one_or_none()
        if claimed is not None:
            return claimed
    return None


async def to_compare(session: AsyncSession, contract_id: UUID, import_id: UUID, limit: int) -> Sequence[Row[Any]]:
    """Rows that wait to be compared."""
    return (await session.execute(_TO_COMPARE, {"contract": contract_id, "id": import_id, "limit": limit})).all()


async def note_compared(
    session: AsyncSession, contract_id: UUID, import_id: UUID, rows: Sequence[Mapping[str, Any]], done: int
) -> None:
    """What became of rows, and how many are done."""
    await session.execute(_COMPARED, {"contract": contract_id, "id": import_id, "rows": json.dumps(rows)})
    await session.execute(_PROGRESS, {"contract": contract_id, "id": import_id, "done": done})


async def note_absent(
    session: AsyncSession, contract_id: UUID, import_id: UUID, rows: Sequence[Mapping[str, Any]]
) -> None:
    """Tickets that are known here and that the export may lack; those it has stay as they are."""
    await session.execute(_ABSENT, {"contract": contract_id, "id": import_id, "rows": json.dumps(rows)})


async def counts(session: AsyncSession, contract_id: UUID, import_id: UUID) -> dict[str, int]:
    """Tickets by fate, and how many of the missing ones cannot be loaded."""
    told: dict[str, int] = {}
    for row in await session.execute(_COUNTS, {"contract": contract_id, "id": import_id}):
        told[row.fate] = row.tickets
        if row.fate == "missing_here":
            told["unloadable"] = row.unloadable
    return told


async def finish_comparing(
    session: AsyncSession, contract_id: UUID, import_id: UUID, counted: Mapping[str, int]
) -> None:
    """It is compared."""
    values = {"contract": contract_id, "id": import_id, "counts": json.dumps(counted)}
    await session.execute(_FINISH_COMPARING, values)


async def counts_nowhere_yet(session: AsyncSession, contract_id: UUID, source_id: str) -> bool:
    """Whether no contract that the source feeds is active yet, until the end of the transaction."""
    states = (await session.scalars(_ALL_DRAFTS, {"contract": contract_id, "source": source_id})).all()
    return all(state == "draft" for state in states)


async def ask(session: AsyncSession, values: Mapping[str, Any]) -> bool:
    """Ask for a load; False when the import is not one that is compared."""
    return bool(await session.scalar(_ASK, values))


async def answer(session: AsyncSession, values: Mapping[str, Any]) -> bool:
    """Approve or refuse a load that waits."""
    return bool(await session.scalar(_ANSWER, values))


async def ask_undo(session: AsyncSession, values: Mapping[str, Any]) -> bool:
    """Ask for an undoing; False when nothing of it is loaded."""
    return bool(await session.scalar(_ASK_UNDO, values))


async def answer_undo(session: AsyncSession, values: Mapping[str, Any]) -> bool:
    """Approve or refuse an undoing that waits."""
    return bool(await session.scalar(_ANSWER_UNDO, values))


async def to_load(
    session: AsyncSession, contract_id: UUID, import_id: UUID, after: str, limit: int, *, orphans: bool
) -> Sequence[Row[Any]]:
    """Rows to load after a ticket, locked."""
    values = {"contract": contract_id, "id": import_id, "after": after, "limit": limit, "orphans": orphans}
    return (await session.execute(_TO_LOAD, values)).all()


async def instant(session: AsyncSession) -> datetime:
    """The present, as the database has it."""
    at: datetime = (await session.execute(_INSTANT)).scalar_one()
    return at


async def keep_events(
    session: AsyncSession, values: Mapping[str, Any], events: Sequence[Mapping[str, Any]], tickets: Sequence[str]
) -> None:
    """Keep what a part of an import tells, as one delivery of origin `import` without any content."""
    told = {**values, "events": len(events)}
    await session.execute(_DELIVERY, told)
    await session.execute(_BROUGHT, values)
    await session.execute(_EVENTS, {**values, "events": json.dumps(events)})
    await session.execute(_LOADED, {**values, "tickets": list(tickets)})


async def note_loaded(session: AsyncSession, contract_id: UUID, import_id: UUID, done: int, loaded: int) -> None:
    """How many rows more were gone through, and how many of them are loaded."""
    values = {"contract": contract_id, "id": import_id, "done": done, "loaded": loaded}
    await session.execute(_LOADING, values)


async def finish_loading(session: AsyncSession, contract_id: UUID, import_id: UUID) -> None:
    """It is loaded; what its rows told is forgotten here, the events have it."""
    await session.execute(_FINISH_LOADING, {"contract": contract_id, "id": import_id})
    await forget(session, contract_id, import_id)


async def forget(session: AsyncSession, contract_id: UUID, import_id: UUID) -> None:
    """Forget what the rows told; how they compared stays."""
    await session.execute(_FORGET, {"contract": contract_id, "id": import_id})


async def take_back(session: AsyncSession, contract_id: UUID, import_id: UUID, at: datetime) -> Sequence[str]:
    """From now on what it brought is out of force; of which tickets."""
    values = {"contract": contract_id, "id": import_id}
    await session.execute(_TAKE_BACK, {**values, "at": at})
    await session.execute(_FINISH_UNDOING, values)
    return (await session.scalars(_BROUGHT_TICKETS, values)).all()


async def expire(session: AsyncSession) -> int:
    """Give up what nobody loaded for thirty days, and forget what its rows told; how many."""
    expired = (await session.execute(_EXPIRE)).all()
    for row in expired:
        await forget(session, row.contract_id, row.id)
    return len(expired)
