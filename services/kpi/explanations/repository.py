"""All queries of explanations: the tickets a figure may speak of, and the events of those on a page."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from services.kpi.dimensions.rules import Cut
from services.kpi.feeds.rules import Feeds
from services.kpi.figures.rules.indicators import INDICATORS, Kind
from services.kpi.figures.rules.periods import Period
from services.kpi.scopes.rules import OUT_OF_SCOPE

_IN_PERIOD = (
    "SELECT source_id, ticket_id FROM ticket_share WHERE contract_id = :contract"
    " AND indicator = ANY(:indicators) AND day BETWEEN :first AND :last GROUP BY source_id, ticket_id"
)
_IN_STOCK = (
    "SELECT source_id, ticket_id FROM ticket_share WHERE contract_id = :contract AND indicator = 'backlog'"
    " AND day <= :last GROUP BY source_id, ticket_id HAVING sum(numerator) > 0"
)
# That anything was heard by then: without, there is no stock.
_HEARD = (
    "(SELECT source_id, ticket_id FROM ticket_share s WHERE contract_id = :contract"
    " AND indicator = 'data_completeness' AND day <= :last"
)
_OF_VALUE = (
    " AND EXISTS (SELECT 1 FROM ticket_dimension d WHERE d.contract_id = s.contract_id AND d.source_id = s.source_id"
    "  AND d.ticket_id = s.ticket_id AND d.dimension = :dimension AND d.value = :value)"
)
_CANDIDATES = text(_IN_PERIOD)
_CANDIDATES_OF_STOCK = text(f"{_IN_PERIOD} UNION {_IN_STOCK} UNION {_HEARD} LIMIT 1)")
_CANDIDATES_OF_STOCK_OF_VALUE = text(f"{_IN_PERIOD} UNION {_IN_STOCK} UNION {_HEARD}{_OF_VALUE} LIMIT 1)")
_EVENTS = text(
    "SELECT e.source_id, e.ticket_id, e.event->>'kind' AS kind, e.effective_at, e.received_at, e.recorded_at,"
    " e.delivery_id, coalesce(d.origin, 'feedback') AS origin"
    " FROM unnest(CAST(:homes AS uuid[]), CAST(:sources AS text[]), CAST(:tickets AS text[]),"
    "  CAST(:known AS timestamptz[])) AS wanted (contract_id, source_id, ticket_id, known_at)"
    " JOIN ticket_event e USING (contract_id, source_id, ticket_id)"
    " LEFT JOIN delivery d ON (d.contract_id, d.recorded_at, d.id) = (e.contract_id, e.recorded_at, e.delivery_id)"
    " WHERE e.event->>'kind' <> 'linked' AND e.effective_at <= :as_of"
    "  AND (wanted.known_at IS NULL OR e.recorded_at <= wanted.known_at)"
    "  AND NOT EXISTS (SELECT 1 FROM import_delivery i WHERE i.contract_id = e.contract_id"
    "   AND i.delivery_id = e.delivery_id AND i.taken_back_at <= coalesce(wanted.known_at, 'infinity'))"
    " ORDER BY e.effective_at, e.batch_position, e.received_at, e.recorded_at, e.delivery_id, e.position"
)

TicketKey = tuple[str, str]
"""(source, ticket)."""


async def candidates(
    session: AsyncSession, feeds: Feeds, period: Period, cut: Cut | None, *, stock: bool
) -> list[TicketKey]:
    """The tickets that the figures of a period speak of, by what they contribute at present; in order.

    `stock`: those of the stock at its end. Otherwise those of all other figures: they are nearly the same tickets.
    `cut`: of whose stock; its tickets are among them.
    """
    codes = ["data_completeness"] if stock else [code for code, own in INDICATORS.items() if own.kind is not Kind.STOCK]
    if feeds.leaves_out:
        codes += OUT_OF_SCOPE
    values = {"contract": feeds.contract_id, "indicators": codes, "first": period.first, "last": period.last}
    if not stock:
        rows = await session.execute(_CANDIDATES, values)
    elif cut is None:
        rows = await session.execute(_CANDIDATES_OF_STOCK, values)
    else:
        own = {"dimension": cut[0], "value": cut[1]}
        rows = await session.execute(_CANDIDATES_OF_STOCK_OF_VALUE, values | own)
    return sorted((row.source_id, row.ticket_id) for row in rows)


async def events_of(
    session: AsyncSession, feeds: Feeds, tickets: Sequence[TicketKey], as_of: datetime, known_at: datetime | None
) -> dict[TicketKey, list[Row[Any]]]:
    """The events of these tickets in the order that counts, each with the origin of its delivery."""
    values = {
        "homes": [feeds.of(key[0]).home for key in tickets], "sources": [key[0] for key in tickets],
        "tickets": [key[1] for key in tickets], "as_of": as_of,
        "known": [feeds.of(key[0]).known_at(known_at) for key in tickets],
    }  # fmt: skip
    events: dict[TicketKey, list[Row[Any]]] = defaultdict(list)
    for row in await session.execute(_EVENTS, values):
        events[row.source_id, row.ticket_id].append(row)
    return events
