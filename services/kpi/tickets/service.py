"""The facts of tickets at an instant, as known at an instant: always computed from their events."""

import heapq
from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.common.instants import to_microseconds
from services.kpi.feeds.repository import read_feeds
from services.kpi.feeds.rules import Feed, Feeds
from services.kpi.recording import settle
from services.kpi.terms.repository import read_terms
from services.kpi.terms.rules import Terms
from services.kpi.tickets import repository
from services.kpi.tickets.repository import Span, TicketKey
from services.kpi.tickets.rules.facts import ticket_facts
from services.kpi.tickets.rules.row import ticket_row

CHUNK = 100
"""Tickets evaluated without letting other requests in: some 50 ms."""
AHEAD = 1000
"""Keys of a span read at a time: looking for them is the larger part."""


async def list_tickets(
    session: AsyncSession,
    contract_id: UUID,
    source_id: str | None,
    as_of: datetime,
    known_at: datetime | None,
    after: TicketKey | None,
    limit: int,
    within: Span | None = None,
) -> tuple[list[dict[str, Any]], TicketKey | None]:
    """Up to `limit` rows of tickets created by `as_of`, by ticket id, and the key to go on after (None: no more).

    `within`: of those alone to which something happened in a span, as what was created in it.
    """
    terms = await read_terms(session, contract_id)
    if known_at is not None:
        await settle(session, known_at)
        terms = terms.known_at(to_microseconds(known_at))
    feeds = await read_feeds(session, contract_id)
    if known_at is not None:
        feeds = feeds.known_at(known_at)
    chosen = [feeds.of(source) for source in feeds.sources if source_id in (None, source)]
    rows: list[dict[str, Any]] = []
    position = after or ("", "")
    ahead = CHUNK if within is None else AHEAD
    while True:
        keys = await _next_keys(session, chosen, position, ahead, within)
        for first in range(0, len(keys), CHUNK):
            for key, row in await _rows(session, feeds, keys[first : first + CHUNK], terms, as_of, known_at):
                if row is not None and len(rows) == limit:
                    return rows, position
                position = key
                if row is not None:
                    rows.append(row)
        if len(keys) < ahead:
            return rows, None


async def _next_keys(
    session: AsyncSession, feeds: Sequence[Feed], after: TicketKey, limit: int, within: Span | None
) -> list[TicketKey]:
    """The next keys over all sources, in the order of the list."""
    streams = []
    for feed in feeds:
        source = feed.source_id
        # The last page may have ended between two sources that have a ticket of the same id.
        including = source > after[1]
        ids = await repository.ticket_ids(session, feed, after[0], limit, including=including, within=within)
        streams.append([(ticket, source) for ticket in ids])
    return list(heapq.merge(*streams))[:limit]


async def _rows(
    session: AsyncSession,
    feeds: Feeds,
    keys: list[TicketKey],
    terms: Terms,
    as_of: datetime,
    known_at: datetime | None,
) -> list[tuple[TicketKey, dict[str, Any] | None]]:
    as_of_us = to_microseconds(as_of)
    rows: dict[TicketKey, dict[str, Any] | None] = {}
    for source, group in groupby(sorted(keys, key=lambda key: key[1]), key=lambda key: key[1]):
        tickets = [ticket for ticket, _ in group]
        feed = feeds.of(source)
        events = await repository.events_of(session, feed, tickets, known_at)
        for ticket in tickets:
            facts = ticket_facts(events.get(ticket, ()), terms, as_of_us, feed.scopes)
            # Out of scope it is no ticket of the contract: it has a list of its own.
            told = facts is not None and facts.out_of_scope is None
            rows[ticket, source] = {"source_id": source, **ticket_row(ticket, facts)} if facts and told else None
    return [(key, rows[key]) for key in keys]
