"""All queries of rebuilds."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from services.kpi.contacts.repository import hold
from services.kpi.figures.rules.indicators import DURATIONS
from services.kpi.folding.sums import RANKS, SUMS
from services.kpi.tickets.rules.events import SCHEMA_VERSION

_ADD = text("INSERT INTO rebuild (contract_id, id, requested_by) VALUES (:contract, :id, :by) RETURNING *")
_FIND = text("SELECT * FROM rebuild WHERE contract_id = :contract AND id = :id")
_NEXT = text(
    "SELECT contract_id, id FROM rebuild WHERE state IN ('waiting', 'running')"
    " ORDER BY requested_at LIMIT 1 FOR UPDATE SKIP LOCKED"
)
_FINISH = text(
    "UPDATE rebuild SET state = :state, finished_at = clock_timestamp(), deliveries = :deliveries,"
    " changed_tickets = :changed, differing_days = :differing WHERE contract_id = :contract AND id = :id"
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
_TICKETS = text(
    "SELECT source_id, ticket_id FROM ticket_state WHERE contract_id = :contract"
    " AND (source_id, ticket_id) > (:source, :ticket) ORDER BY source_id, ticket_id LIMIT :limit"
)
_ADDED = (
    "sum(denominator)::bigint AS denominator, sum(numerator)::bigint AS numerator,"
    " sum(total_seconds)::bigint AS total_seconds, sum(pending)::bigint AS pending"
)
_DAYS = (
    f"SELECT contract_id, indicator, day, {_ADDED},"
    f" CASE WHEN indicator = ANY(:durations) THEN {RANKS} END AS ranks"
    " FROM ticket_share WHERE contract_id = :contract GROUP BY contract_id, indicator, day"
)
_MONTHS = (
    f"SELECT contract_id, indicator, date_trunc('month', day)::date AS month, {_ADDED}"
    " FROM ticket_share WHERE contract_id = :contract GROUP BY 1, 2, 3"
)
_OF_VALUES = (
    f"SELECT contract_id, dimension, indicator, day, value, {_ADDED}"
    " FROM ticket_dimension JOIN ticket_share USING (contract_id, source_id, ticket_id)"
    " WHERE contract_id = :contract GROUP BY 1, 2, 3, 4, 5"
)
_NOT_NOTHING = f"({SUMS}) <> (0, 0, 0, 0)"
# One statement, one snapshot: shares, days and months are always written together, so any difference is a fault.
_DIFFERING = text(
    f"SELECT (SELECT count(*) FROM (SELECT * FROM ({_DAYS}) d WHERE {_NOT_NOTHING}) t FULL JOIN"
    f"  (SELECT * FROM rollup_day WHERE contract_id = :contract AND {_NOT_NOTHING}) r"
    "  USING (contract_id, indicator, day)"
    "  WHERE (t.denominator, t.numerator, t.total_seconds, t.pending, t.ranks[1], t.ranks[2])"
    "   IS DISTINCT FROM (r.denominator, r.numerator, r.total_seconds, r.pending, r.median_seconds, r.p90_seconds))"
    f" + (SELECT count(*) FROM (SELECT * FROM ({_MONTHS}) m WHERE {_NOT_NOTHING}) t FULL JOIN"
    f"  (SELECT * FROM rollup_month WHERE contract_id = :contract AND {_NOT_NOTHING}) r"
    "  USING (contract_id, indicator, month)"
    "  WHERE (t.denominator, t.numerator, t.total_seconds, t.pending)"
    "   IS DISTINCT FROM (r.denominator, r.numerator, r.total_seconds, r.pending))"
    f" + (SELECT count(*) FROM (SELECT * FROM ({_OF_VALUES}) v WHERE {_NOT_NOTHING}) t FULL JOIN"
    "  (SELECT * FROM rollup_dimension_day WHERE contract_id = :contract) r"
    "  USING (contract_id, dimension, indicator, day, value)"
    "  WHERE (t.denominator, t.numerator, t.total_seconds, t.pending)"
    "   IS DISTINCT FROM (r.denominator, r.numerator, r.total_seconds, r.pending))"
)
_LOCK_STATES = text("SELECT 1 FROM ticket_state WHERE contract_id = :contract FOR UPDATE")
_REFILL = (
    text("DELETE FROM rollup_day WHERE contract_id = :contract"),
    text("DELETE FROM rollup_month WHERE contract_id = :contract"),
    text("DELETE FROM rollup_dimension_day WHERE contract_id = :contract"),
    text(
        f"INSERT INTO rollup_day (contract_id, indicator, day, {SUMS}, median_seconds, p90_seconds)"
        f" SELECT contract_id, indicator, day, {SUMS}, ranks[1], ranks[2] FROM ({_DAYS}) d"
    ),
    text(f"INSERT INTO rollup_month (contract_id, indicator, month, {SUMS}) {_MONTHS}"),
    text(
        f"INSERT INTO rollup_dimension_day (contract_id, dimension, indicator, day, value, {SUMS})"
        f" SELECT * FROM ({_OF_VALUES}) v WHERE {_NOT_NOTHING}"
    ),
)


async def add(session: AsyncSession, contract_id: UUID, rebuild_id: UUID, by: str) -> Row[Any]:
    """Keep a rebuild that is asked for."""
    return (await session.execute(_ADD, {"contract": contract_id, "id": rebuild_id, "by": by})).one()


async def find(session: AsyncSession, contract_id: UUID, rebuild_id: UUID) -> Row[Any] | None:
    """A rebuild of a contract."""
    return (await session.execute(_FIND, {"contract": contract_id, "id": rebuild_id})).one_or_none()


async def take_next(session: AsyncSession) -> Row[Any] | None:
    """A rebuild to run, locked."""
    return (await session.execute(_NEXT)).one_or_none()


async def finish(session: AsyncSession, values: Mapping[str, Any]) -> None:
    """It is over."""
    await session.execute(_FINISH, values)


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


async def tickets_after(
    session: AsyncSession, contract_id: UUID, after: tuple[str, str], limit: int
) -> list[tuple[str, str]]:
    """(source, ticket) of a contract in order."""
    values = {"contract": contract_id, "source": after[0], "ticket": after[1], "limit": limit}
    return [(row.source_id, row.ticket_id) for row in await session.execute(_TICKETS, values)]


async def differing_days(session: AsyncSession, contract_id: UUID) -> int:
    """Days and months whose rollup is not the sum of the tickets' shares, and days of values of dimensions."""
    return int(await session.scalar(_DIFFERING, _of(contract_id)) or 0)


async def refill_days(session: AsyncSession, contract_id: UUID) -> None:
    """Make days and months anew from the shares of tickets, whose folding waits meanwhile."""
    await session.execute(_LOCK_STATES, {"contract": contract_id})
    # Folds of neighbours write shares of tickets whose states they do not lock.
    await hold(session, contract_id)
    for statement in _REFILL:
        await session.execute(statement, _of(contract_id))


def _of(contract_id: UUID) -> dict[str, Any]:
    return {"contract": contract_id, "durations": list(DURATIONS)}
