"""The population of a figure made anew from the events, kept for as long as nothing of the contract changed."""

from collections import OrderedDict
from collections.abc import AsyncIterator
from datetime import datetime
from itertools import groupby

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from services.kpi.explanations import repository
from services.kpi.explanations.rules import Entry, entry_of
from services.kpi.figures import recomputing
from services.kpi.figures.rules.evaluated import Evaluated, Gathered
from services.kpi.figures.rules.figure import Ground
from services.kpi.figures.rules.identity import FigureKey
from services.kpi.figures.rules.indicators import INDICATORS
from services.kpi.figures.rules.periods import end_us
from services.kpi.figures.rules.values import Measure

KEPT_ENTRIES = 300_000
"""Tickets of all populations kept: some 60 MB."""


class Population(msgspec.Struct, frozen=True):
    """The tickets a figure speaks of, by ticket then source, and the sums they make."""

    entries: tuple[Entry, ...]
    measures: dict[str, Measure]


KeptKey = tuple[FigureKey, object]
"""A figure, and what its population belongs to: a change number, or two instants in the past."""


class Kept:
    """Populations computed before; the one longest unused goes when there are too many tickets."""

    def __init__(self, most: int = KEPT_ENTRIES) -> None:
        self._most = most
        self._held = 0
        self._kept: OrderedDict[KeptKey, Population] = OrderedDict()

    def get(self, key: KeptKey) -> Population | None:
        """What was computed for this."""
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key)

    def put(self, key: KeptKey, population: Population) -> None:
        """Keep a population, unless it alone is too large."""
        if len(population.entries) > self._most or key in self._kept:
            return
        self._kept[key] = population
        self._held += len(population.entries) + 1
        while self._held > self._most:
            _, gone = self._kept.popitem(last=False)
            self._held -= len(gone.entries) + 1


async def recompute(
    session: AsyncSession, ground: Ground, key: FigureKey, known_at: datetime | None, *, whole: bool
) -> Population:
    """The population at the instant of the ground; `whole`: look at every ticket, not only at those known to count."""
    indicator, closing_us = INDICATORS[key.indicator], end_us(key.period, ground.zone)
    if ground.as_of_us is not None:
        closing_us = min(closing_us, ground.as_of_us)
    tickets = (
        recomputing.evaluate_all(session, ground, known_at) if whole else _candidates(session, ground, key, known_at)
    )
    gathered, entries = Gathered(key.period), []
    async for ticket in tickets:
        gathered.add(ticket.shares)
        entry = entry_of(ticket, indicator, key.period, closing_us)
        if entry is not None:
            entries.append(entry)
    entries.sort(key=lambda entry: (entry.ticket_id, entry.source_id))
    return Population(tuple(entries), gathered.measures())


async def _candidates(
    session: AsyncSession, ground: Ground, key: FigureKey, known_at: datetime | None
) -> AsyncIterator[Evaluated]:
    found = await repository.candidates(session, key.contract_id, key.indicator, key.period)
    for source_id, of_source in groupby(found, key=lambda ticket: ticket[0]):
        tickets = [ticket for _, ticket in of_source]
        for start in range(0, len(tickets), recomputing.CHUNK):
            chunk = tickets[start : start + recomputing.CHUNK]
            for evaluated in await recomputing.evaluate(session, ground, source_id, chunk, known_at):
                yield evaluated
