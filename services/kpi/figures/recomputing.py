"""What every ticket of a contract counts for at an instant, as known at an instant, from nothing but its events."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.kpi.contacts.rules import Contacts, contacts_of, judge, observed
from services.kpi.dimensions.rules import Cuts
from services.kpi.feeds.repository import read_feeds
from services.kpi.feeds.rules import Feed, Feeds
from services.kpi.figures.rules.evaluated import Counted, Evaluated, Gathered
from services.kpi.figures.rules.figure import Ground
from services.kpi.figures.rules.periods import Period
from services.kpi.figures.rules.values import Measure
from services.kpi.folding.rules import contributions
from services.kpi.tickets.repository import events_of, ticket_ids
from services.kpi.tickets.rules.events import TimedEvent
from services.kpi.tickets.rules.facts import ticket_facts

CHUNK = 100
"""Tickets evaluated without letting other requests in: some 5 ms."""
AT_ONCE = 1_000
"""Tickets listed at once, where all of them are evaluated."""
TicketEvents = dict[str, list[TimedEvent]]
"""Events by ticket."""


async def measure(
    session: AsyncSession, ground: Ground, period: Period, known_at: datetime | None
) -> dict[str, Measure]:
    """The sums of a period."""
    return (await measure_all(session, ground, [period], known_at))[period]


async def measure_all(
    session: AsyncSession, ground: Ground, periods: Sequence[Period], known_at: datetime | None
) -> dict[Period, dict[str, Measure]]:
    """The sums of several periods, the first of them first: every ticket is evaluated once, however many they are."""
    gathered = Gathered(periods[0].first, periods[-1].last)
    async for ticket in count(session, ground, known_at):
        gathered.add(ticket.shares)
    measures = {}
    for period in periods:
        await asyncio.sleep(0)
        measures[period] = gathered.measures(period)
    return measures


async def count(session: AsyncSession, ground: Ground, known_at: datetime | None) -> AsyncIterator[Counted]:
    """What every ticket counts for; once more what it counts for as a contact, when all contacts are known."""
    contacts, cuts = Contacts(), dict[tuple[str, str], Cuts]()
    async for ticket in evaluate_all(session, ground, known_at):
        yield Counted(ticket.source_id, ticket.facts.cuts, ticket.shares)
        if ticket.contacts:
            contacts.add_all(ticket.contacts)
            if ticket.facts.cuts:
                cuts[ticket.source_id, ticket.ticket_id] = ticket.facts.cuts
    for number, contact in enumerate(contacts):
        if number % AT_ONCE == 0:
            await asyncio.sleep(0)
        verdict = judge(contact, contacts.of(contact.customer), ground.terms, ground.as_of_us or 0)
        own = cuts.get((contact.source_id, contact.ticket_id), ())
        yield Counted(contact.source_id, own, observed(contact, verdict, ground.zone))


async def read_feeds_at(session: AsyncSession, contract_id: UUID, known_at: datetime | None) -> Feeds:
    """What feeds a contract, as known at an instant (None: now)."""
    feeds = await read_feeds(session, contract_id)
    return feeds if known_at is None else feeds.known_at(known_at)


async def evaluate_all(session: AsyncSession, ground: Ground, known_at: datetime | None) -> AsyncIterator[Evaluated]:
    """Every ticket of the contract that something was heard of, and every answer that no ticket brought.

    Each for itself: none is judged by its neighbours yet.
    """
    feeds = await read_feeds_at(session, ground.contract_id, known_at)
    for source_id in feeds.measured:
        feed, after = feeds.of(source_id), ""
        while tickets := await ticket_ids(session, feed, after, AT_ONCE):
            for evaluated in await evaluate(session, ground, feed, tickets, known_at):
                yield evaluated
            after = tickets[-1]


async def evaluate(
    session: AsyncSession, ground: Ground, feed: Feed, tickets: Sequence[str], known_at: datetime | None
) -> list[Evaluated]:
    """These tickets of a source; those of which nothing is effective yet are left out."""
    chunks = [tickets[start : start + CHUNK] for start in range(0, len(tickets), CHUNK)]
    found: list[Evaluated] = []
    reading: asyncio.Task[TicketEvents] | None = None
    try:
        for number in range(len(chunks) + 1):
            events = None if reading is None else await reading
            # The database gathers the next events while these are evaluated; one statement at a time.
            if number < len(chunks):
                reading = asyncio.create_task(events_of(session, feed, chunks[number], known_at))
            # Reading the answer of the database and computing from it are each a turn of their own.
            await asyncio.sleep(0)
            if events is not None:
                found += _evaluated(ground, feed, chunks[number - 1], events)
    finally:
        if reading is not None and not reading.done():
            reading.cancel()
            await asyncio.wait([reading])
    return found


def _evaluated(ground: Ground, feed: Feed, tickets: Sequence[str], events: TicketEvents) -> Iterator[Evaluated]:
    for ticket_id in tickets:
        own, as_of_us = events.get(ticket_id, ()), ground.as_of_us or 0
        facts = ticket_facts(own, ground.terms, as_of_us, feed.scopes, feed.staff, by_schedule=False)
        if facts is not None:
            contacts = contacts_of(feed.source_id, ticket_id, facts)
            yield Evaluated(feed.source_id, ticket_id, facts, contributions(facts, ground.zone.key), contacts)
