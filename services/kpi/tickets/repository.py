"""All queries on ticket events."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from services.kpi.feeds.rules import Feed
from services.kpi.tickets.rules.events import TimedEvent, decode_ticket

TicketKey = tuple[str, str]
"""(ticket id, source id): the order of the list."""

Span = tuple[datetime, datetime]
"""From an instant to before another one."""

# A loose index scan: one look-up per ticket instead of one per event.
_KEYS = text(
    "WITH RECURSIVE ticket AS ("
    " (SELECT ticket_id FROM ticket_event WHERE contract_id = :contract AND source_id = :source"
    "  AND ticket_id >= :after AND (ticket_id > :after OR :including) ORDER BY ticket_id LIMIT 1)"
    " UNION ALL"
    " SELECT (SELECT e.ticket_id FROM ticket_event e WHERE e.contract_id = :contract AND e.source_id = :source"
    "  AND e.ticket_id > ticket.ticket_id ORDER BY e.ticket_id LIMIT 1) FROM ticket WHERE ticket.ticket_id IS NOT NULL"
    ") SELECT ticket_id FROM ticket WHERE ticket_id IS NOT NULL LIMIT :limit"
)
# Of a span, all events of the source are looked at once for every so many tickets: their times are in the table's index
# of no order, and an index of their own would be paid by every delivery.
_KEYS_WITHIN = text(
    "SELECT DISTINCT ticket_id FROM ticket_event WHERE contract_id = :contract AND source_id = :source"
    " AND ticket_id >= :after AND (ticket_id > :after OR :including)"
    " AND effective_at >= :first AND effective_at < :until ORDER BY ticket_id LIMIT :limit"
)
_MICROSECONDS = "(extract(epoch FROM {0}) * 1000000)::bigint"
# One text per ticket, decoded at once: a row per event would cost more to read than the facts to compute.
_EVENTS = text(
    "SELECT ticket_id, '[' || string_agg('[' ||"
    f" {_MICROSECONDS.format('effective_at')} || ',' || batch_position || ',' ||"
    f" {_MICROSECONDS.format('received_at')} || ',' || {_MICROSECONDS.format('recorded_at')} ||"
    " ',\"' || delivery_id || '\",' || position || ',' || event || ']', ',') || ']' AS events FROM ticket_event"
    " WHERE contract_id = :contract AND source_id = :source AND ticket_id = ANY(:tickets)"
    " AND (CAST(:known_at AS timestamptz) IS NULL OR recorded_at <= :known_at)"
    # What an import brought that was undone by then; of most sources nothing ever is.
    " AND delivery_id <> ALL(ARRAY(SELECT i.delivery_id FROM import_delivery i WHERE i.contract_id = :contract"
    "  AND i.source_id = :source AND i.taken_back_at <= coalesce(CAST(:known_at AS timestamptz), 'infinity')))"
    " GROUP BY ticket_id"
)


async def ticket_ids(
    session: AsyncSession, feed: Feed, after: str, limit: int, *, including: bool = False, within: Span | None = None
) -> Sequence[str]:
    """Ids of tickets of a source after an id (or from it on), in order; of those with an event within a span."""
    values: dict[str, object] = {
        "contract": feed.home, "source": feed.source_id, "after": after, "including": including, "limit": limit,
    }  # fmt: skip
    if within is not None:
        first, until = within
        return (await session.scalars(_KEYS_WITHIN, values | {"first": first, "until": until})).all()
    return (await session.scalars(_KEYS, values)).all()


async def events_of(
    session: AsyncSession, feed: Feed, tickets: Sequence[str], known_at: datetime | None = None
) -> dict[str, list[TimedEvent]]:
    """The events of these tickets that the feed brought and that were recorded by an instant (None: all)."""
    values = {
        "contract": feed.home, "source": feed.source_id, "tickets": list(tickets), "known_at": feed.known_at(known_at),
    }  # fmt: skip
    return {row.ticket_id: decode_ticket(row.events) for row in await session.execute(_EVENTS, values)}
