"""What every ticket of a contract counts for at an instant, as known at an instant, from nothing but its events."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from services.kpi.figures.rules.evaluated import Evaluated, Gathered
from services.kpi.figures.rules.figure import Ground
from services.kpi.figures.rules.periods import Period
from services.kpi.figures.rules.values import Measure
from services.kpi.folding.rules import contributions
from services.kpi.tickets.repository import events_of, source_ids, ticket_ids
from services.kpi.tickets.rules.facts import ticket_facts

CHUNK = 100
"""Tickets evaluated without letting other requests in: some 20 ms."""


async def measure(
    session: AsyncSession, ground: Ground, period: Period, known_at: datetime | None
) -> dict[str, Measure]:
    """The sums of a period."""
    gathered = Gathered(period)
    async for ticket in evaluate_all(session, ground, known_at):
        gathered.add(ticket.shares)
    return gathered.measures()


async def evaluate_all(session: AsyncSession, ground: Ground, known_at: datetime | None) -> AsyncIterator[Evaluated]:
    """Every ticket of the contract that something was heard of."""
    for source_id in await source_ids(session, ground.contract_id):
        after = ""
        while tickets := await ticket_ids(session, ground.contract_id, source_id, after, CHUNK):
            for evaluated in await evaluate(session, ground, source_id, tickets, known_at):
                yield evaluated
            after = tickets[-1]


async def evaluate(
    session: AsyncSession, ground: Ground, source_id: str, tickets: Sequence[str], known_at: datetime | None
) -> list[Evaluated]:
    """These tickets of a source; those of which nothing is effective yet are left out."""
    events = await events_of(session, ground.contract_id, source_id, tickets, known_at)
    # Reading the answer of the database and computing from it are each a turn of their own.
    await asyncio.sleep(0)
    found = []
    for ticket_id in tickets:
        facts = ticket_facts(events.get(ticket_id, ()), ground.terms, ground.as_of_us or 0, by_schedule=False)
        if facts is not None:
            found.append(Evaluated(source_id, ticket_id, facts, contributions(facts, ground.zone.key)))
    return found
