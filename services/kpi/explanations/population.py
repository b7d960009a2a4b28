"""The population of a figure made anew from the events, kept for as long as nothing of the contract changed."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from services.kpi.contacts import repository as kept_contacts
from services.kpi.contacts.rules import OBSERVED, Contact, Contacts
from services.kpi.dimensions.rules import Cut
from services.kpi.explanations import repository
from services.kpi.explanations.repository import TicketKey
from services.kpi.explanations.rules import Entry, entry_of
from services.kpi.feeds.rules import Feeds
from services.kpi.figures import recomputing
from services.kpi.figures.rules.evaluated import Evaluated, Gathered, judged
from services.kpi.figures.rules.figure import Ground
from services.kpi.figures.rules.identity import FigureKey
from services.kpi.figures.rules.indicators import INDICATORS
from services.kpi.figures.rules.periods import Period, end_us
from services.kpi.figures.rules.values import Measure

KEPT_ENTRIES = 300_000
"""Tickets of all populations kept: some 60 MB."""
KEPT_TICKETS = 10_000
"""Evaluated tickets kept, of the periods explained last: some 20 MB."""
IN_ONE_GO = 500
"""Tickets looked at without letting other requests in: some 5 ms."""


class Population(msgspec.Struct, frozen=True):
    """The tickets a figure speaks of, by ticket then source, and the sums they make."""

    entries: tuple[Entry, ...]
    measures: dict[str, Measure]

    def __len__(self) -> int:
        return len(self.entries)


async def evaluate(
    session: AsyncSession, ground: Ground, period: Period, cut: Cut | None, *, stock: bool
) -> tuple[Evaluated, ...]:
    """The tickets that the figures of a period may speak of, at the instant of the ground and as known now."""
    feeds = await recomputing.read_feeds_at(session, ground.contract_id, None)
    found = await repository.candidates(session, feeds, period, cut, stock=stock)
    evaluated = await _evaluate(session, ground, feeds, found)
    if stock:
        return tuple(evaluated)
    neighbours = await _neighbours(session, ground, [contact for one in evaluated for contact in one.contacts])
    others = await _evaluate(session, ground, feeds, sorted(neighbours - set(found)))
    contacts = Contacts(contact for one in (*evaluated, *others) for contact in one.contacts)
    return tuple([_judged(one, contacts, ground) for one in evaluated])


async def _evaluate(session: AsyncSession, ground: Ground, feeds: Feeds, keys: Sequence[TicketKey]) -> list[Evaluated]:
    """Each of these tickets for itself; the keys in order."""
    evaluated: list[Evaluated] = []
    for source_id, of_source in groupby(keys, key=lambda ticket: ticket[0]):
        tickets = [ticket for _, ticket in of_source]
        evaluated += await recomputing.evaluate(session, ground, feeds.of(source_id), tickets, None)
    return evaluated


async def _neighbours(session: AsyncSession, ground: Ground, own: Sequence[Contact]) -> set[TicketKey]:
    """Tickets that may decide of these contacts, as the fold keeps them."""
    reach_us = ground.terms.longest_contact_window_us
    stretches = {(one.customer, one.created_us - reach_us, one.created_us + reach_us) for one in own}
    found = await kept_contacts.around(session, ground.contract_id, stretches)
    return {(one.source_id, one.ticket_id) for one in found}


def _judged(ticket: Evaluated, contacts: Contacts, ground: Ground) -> Evaluated:
    return judged(ticket, contacts, ground.terms, ground.as_of_us or 0, ground.zone)


async def populate(tickets: Sequence[Evaluated], ground: Ground, key: FigureKey) -> Population:
    """The population of a figure, among these tickets."""
    gathering = _Gathering(ground, key)
    for number, ticket in enumerate(tickets, 1):
        gathering.add(ticket)
        if number % IN_ONE_GO == 0:
            await asyncio.sleep(0)
    return gathering.population()


async def populate_past(session: AsyncSession, ground: Ground, key: FigureKey, known_at: datetime | None) -> Population:
    """The same at an instant in the past, among all tickets: what counts now need not have counted then."""
    gathering = _Gathering(ground, key)
    if key.indicator not in OBSERVED:
        async for ticket in recomputing.evaluate_all(session, ground, known_at):
            gathering.add(ticket)
        return gathering.population()
    # What a contact counts for is known once all of them are; only tickets of the period are kept until then.
    contacts, waiting = Contacts(), []
    async for ticket in recomputing.evaluate_all(session, ground, known_at):
        contacts.add_all(ticket.contacts)
        # Sessions count on days of their own.
        if len(ticket.contacts) > 1 or any(key.period.first <= share.day <= key.period.last for share in ticket.shares):
            waiting.append(ticket)
    for number, ticket in enumerate(waiting, 1):
        gathering.add(_judged(ticket, contacts, ground))
        if number % IN_ONE_GO == 0:
            await asyncio.sleep(0)
    return gathering.population()


class _Gathering:
    """A population as tickets come in."""

    def __init__(self, ground: Ground, key: FigureKey) -> None:
        self._indicator, self._period, self._cut = INDICATORS[key.indicator], key.period, key.cut
        # Beside its own sums a figure is judged by the completeness of the data.
        self._codes = {key.indicator, "data_completeness"}
        over_us = end_us(key.period, ground.zone)
        self._closing_us = over_us if ground.as_of_us is None else min(over_us, ground.as_of_us)
        self._sums = Gathered(key.period.first, key.period.last, self._codes)
        self._entries: list[Entry] = []

    def add(self, ticket: Evaluated) -> None:
        """Count a ticket, if the figure speaks of it."""
        if self._cut is not None and self._cut not in ticket.facts.cuts:
            return
        self._sums.add(ticket.shares)
        entry = entry_of(ticket, self._indicator, self._period, self._closing_us)
        if entry is not None:
            self._entries.append(entry)

    def population(self) -> Population:
        """All of them."""
        self._entries.sort(key=lambda entry: (entry.ticket_id, entry.source_id))
        return Population(tuple(self._entries), self._sums.measures())
