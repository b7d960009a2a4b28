"""All queries of measurements: events that stand alone, and their marks for the fold."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from services.kpi.recording import WRITING
from services.kpi.tickets.rules.events import ANSWERS_SOURCE, SCHEMA_VERSION


class EventRow(NamedTuple):
    """One event of an answer; `position` 0: given, 1: withdrawn."""

    answer_id: UUID
    position: int
    effective_at: datetime
    received_at: datetime
    event: str


# Held from before `recorded_at` is taken until the commit (see services/kpi/recording.py).
_WRITING = text(f"SELECT pg_advisory_xact_lock_shared({WRITING})")
_KNOWN = text("SELECT true FROM contract WHERE contract_id = :contract")
_ADD = text(
    "WITH added AS ("
    " INSERT INTO ticket_event (contract_id, source_id, ticket_id, delivery_id, position, effective_at, received_at,"
    "  recorded_at, batch_position, schema_version, event)"
    " SELECT CAST(:contract AS uuid), :source, answer_id::text, answer_id, position, effective_at, received_at,"
    f"  statement_timestamp(), position, {SCHEMA_VERSION}, event::jsonb"
    " FROM unnest(CAST(:answers AS uuid[]), CAST(:positions AS integer[]), CAST(:effective AS timestamptz[]),"
    "  CAST(:received AS timestamptz[]), CAST(:events AS text[]))"
    "  AS e (answer_id, position, effective_at, received_at, event)"
    " ORDER BY e.answer_id, e.position ON CONFLICT DO NOTHING RETURNING ticket_id"
    "), marked AS ("
    " INSERT INTO ticket_mark (contract_id, source_id, ticket_id)"
    " SELECT DISTINCT CAST(:contract AS uuid), :source, ticket_id FROM added"
    ") SELECT count(*) FROM added"
)


async def is_known(session: AsyncSession, contract_id: UUID) -> bool:
    """Whether kpi has heard of a contract."""
    return bool(await session.scalar(_KNOWN, {"contract": contract_id}))


async def add(session: AsyncSession, contract_id: UUID, rows: Sequence[EventRow]) -> int:
    """Keep the events that are new, and have their answers folded; how many were."""
    await session.execute(_WRITING)
    values = {
        "contract": contract_id,
        "source": ANSWERS_SOURCE,
        "answers": [row.answer_id for row in rows],
        "positions": [row.position for row in rows],
        "effective": [row.effective_at for row in rows],
        "received": [row.received_at for row in rows],
        "events": [row.event for row in rows],
    }
    return int(await session.scalar(_ADD, values) or 0)
