"""Counting what sources have sent: once up to an instant by the worker, and the rest at each look."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

_VERDICTS = ("accepted", "duplicate", "malformed", "rejected_signature", "rejected_stale", "unverified")
_COUNTS = (*_VERDICTS, "conflicts", "replayed")
_CONDITIONS = [*(f"d.verdict = '{verdict}'" for verdict in _VERDICTS), "d.conflict", "d.origin = 'replay'"]
_FRESH = (
    "SELECT "
    + ", ".join(
        f"count(*) FILTER (WHERE {condition}) AS {name}" for name, condition in zip(_COUNTS, _CONDITIONS, strict=True)
    )
    + ", max(d.received_at) AS last_received_at, min(d.received_at) FILTER (WHERE d.verdict = 'accepted')"
    " AS first_accepted_at FROM delivery d"
    " WHERE d.contract_id = s.contract_id AND d.source_id = s.id"
    " AND d.recorded_at > CAST(:since AS timestamptz)"
    # What people imported is nothing that the source sent.
    " AND d.origin <> 'import'"
)
_END = text("SELECT counted_until FROM delivery_tally_end WHERE id = 1")
# Who counts holds the row: two at once would both add the same deliveries.
_HOLD_END = text("SELECT counted_until FROM delivery_tally_end WHERE id = 1 FOR UPDATE SKIP LOCKED")
_MOVE_END = text("UPDATE delivery_tally_end SET counted_until = :until WHERE id = 1")
_TALLY = text(
    f"INSERT INTO delivery_tally (contract_id, source_id, {', '.join(_COUNTS)}, last_received_at)"
    f" SELECT s.contract_id, s.id, {', '.join(f'f.{name}' for name in _COUNTS)}, f.last_received_at"
    f" FROM source s CROSS JOIN LATERAL ({_FRESH} AND d.recorded_at <= CAST(:until AS timestamptz)) f"
    " WHERE f.last_received_at IS NOT NULL"
    " ON CONFLICT (contract_id, source_id) DO UPDATE SET"
    " last_received_at = greatest(delivery_tally.last_received_at, excluded.last_received_at), "
    + ", ".join(f"{name} = delivery_tally.{name} + excluded.{name}" for name in _COUNTS)
)
_HOUR_COUNTS = {
    **{verdict: f"verdict = '{verdict}'" for verdict in _VERDICTS},
    "conflicts": "conflict",
    "skewed": "skewed",
    "replayed": "origin = 'replay'",
}
_TALLY_HOURS = text(
    f"INSERT INTO delivery_hour AS h (contract_id, source_id, hour, {', '.join(_HOUR_COUNTS)}, first_accepted_at,"
    " last_accepted_at) SELECT contract_id, source_id, date_trunc('hour', received_at, 'UTC'), "
    + ", ".join(f"count(*) FILTER (WHERE {condition})" for condition in _HOUR_COUNTS.values())
    + ", min(received_at) FILTER (WHERE verdict = 'accepted'), max(received_at) FILTER (WHERE verdict = 'accepted')"
    " FROM delivery WHERE recorded_at > CAST(:since AS timestamptz) AND recorded_at <= CAST(:until AS timestamptz)"
    " GROUP BY contract_id, source_id, date_trunc('hour', received_at, 'UTC')"
    " ON CONFLICT (contract_id, source_id, hour) DO UPDATE SET"
    # Of nothing and something, both take the something.
    " first_accepted_at = least(h.first_accepted_at, excluded.first_accepted_at),"
    " last_accepted_at = greatest(h.last_accepted_at, excluded.last_accepted_at), "
    + ", ".join(f"{name} = h.{name} + excluded.{name}" for name in _HOUR_COUNTS)
)
_SOURCES = text(
    "SELECT s.id, s.contract_id, s.name, s.system, s.silence_alert_minutes, g.starts_at AS silent_since,"
    " g.expected AS silent_expected, g.rule AS silent_rule, g.explanation AS silent_explanation,"
    " least(f.first_accepted_at, (SELECT h.first_accepted_at FROM delivery_hour h"
    "  WHERE h.contract_id = s.contract_id AND h.source_id = s.id AND h.accepted > 0"
    "  ORDER BY h.hour LIMIT 1)) AS first_accepted_at,"
    f" {', '.join(f'coalesce(t.{name}, 0) + f.{name} AS {name}' for name in _COUNTS)},"
    " greatest(t.last_received_at, f.last_received_at) AS last_received_at, e.last_event_at,"
    " (SELECT counted_until FROM delivery_tally_end WHERE id = 1) AS counted_until,"
    " (SELECT count(*) FROM quarantine q WHERE q.contract_id = s.contract_id AND q.source_id = s.id"
    "  AND q.released_at IS NULL) AS quarantined, coalesce(k.tickets, 0) AS tickets, coalesce(k.known, 0) AS known"
    " FROM source s LEFT JOIN delivery_tally t ON t.contract_id = s.contract_id AND t.source_id = s.id"
    f" CROSS JOIN LATERAL ({_FRESH}) f"
    " LEFT JOIN LATERAL (SELECT count(*) AS tickets, sum(h.numerator)::bigint AS known FROM ticket_share h"
    "  WHERE h.contract_id = :contract AND h.source_id = s.id AND h.indicator = 'data_completeness') k ON true"
    " LEFT JOIN source_gap g ON g.contract_id = s.contract_id AND g.source_id = s.id AND g.ends_at IS NULL"
    "  AND g.resolved_at IS NULL"
    # The newest delivery that told something of a ticket, then the events of that one delivery by their key.
    " LEFT JOIN LATERAL (SELECT max(v.effective_at) AS last_event_at FROM ("
    "   SELECT d.id, d.ticket_id FROM delivery d WHERE d.contract_id = s.contract_id AND d.source_id = s.id"
    "    AND d.verdict = 'accepted' AND d.events > 0 AND d.ticket_id IS NOT NULL"
    "    ORDER BY d.recorded_at DESC, d.id DESC LIMIT 1) n"
    "  JOIN ticket_event v ON v.contract_id = s.contract_id AND v.source_id = s.id AND v.ticket_id = n.ticket_id"
    "   AND v.delivery_id = n.id) e ON true"
    " WHERE (s.contract_id = :contract OR s.id IN (SELECT f.source_id FROM source_feed f"
    "  WHERE f.contract_id = :contract AND f.state = 'active')) AND s.id > :after ORDER BY s.id LIMIT :limit"
)


async def tally(session: AsyncSession, until: datetime) -> bool:
    """Count what was recorded up to an instant, once; False when another worker is counting. Worker role."""
    since = await session.scalar(_HOLD_END)
    if since is None:
        return False
    if since < until:
        await session.execute(_TALLY, {"since": since, "until": until})
        await session.execute(_TALLY_HOURS, {"since": since, "until": until})
        await session.execute(_MOVE_END, {"until": until})
    return True


async def of_sources(session: AsyncSession, contract_id: UUID, after: str, limit: int) -> Sequence[Row[Any]]:
    """Sources that feed a contract after an id, each with all it has sent, and the tickets that count there."""
    # The end of what is counted goes in as a value, so that the planner knows how little is left; where it moved on
    # in between, what lies before it would be counted twice.
    while True:
        since = await session.scalar(_END)
        values = {"contract": contract_id, "after": after, "limit": limit, "since": since}
        rows = (await session.execute(_SOURCES, values)).all()
        if all(row.counted_until == since for row in rows):
            return rows
