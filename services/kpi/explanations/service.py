"""Explaining a figure: the rules and versions behind it, the tickets in and out, and the value made anew."""

import asyncio
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

import msgspec
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.errors import FieldFault, Invalid, NotFound
from services.common.instants import from_microseconds, now, to_microseconds
from services.kpi.dimensions import service as dimensions
from services.kpi.dimensions.rules import Cut
from services.kpi.explanations import repository
from services.kpi.explanations.population import (
    KEPT_ENTRIES,
    KEPT_TICKETS,
    Population,
    evaluate,
    populate,
    populate_past,
)
from services.kpi.explanations.rules import Entry
from services.kpi.figures import recomputing
from services.kpi.figures import repository as figures_repository
from services.kpi.figures import service as figures
from services.kpi.figures.rules.evaluated import Evaluated
from services.kpi.figures.rules.figure import Figure, Ground, figure_of
from services.kpi.figures.rules.identity import FigureKey
from services.kpi.figures.rules.indicators import INDICATORS, Kind
from services.kpi.figures.rules.periods import parse_period
from services.kpi.kept import Kept
from services.kpi.recording import settle
from services.kpi.terms.repository import read_terms

TRIES = 5
PAUSE_SECONDS = 0.15
"""Longer than the worker takes to look for work again."""

_kept = Kept[Population](KEPT_ENTRIES)
_tickets = Kept[tuple[Evaluated, ...]](KEPT_TICKETS)
"""The figures of a period speak of nearly the same tickets: only the first one asked for reads their events."""
_stored_figure = msgspec.json.Decoder(Figure)


class Explained(msgspec.Struct, frozen=True):
    """A figure with all it rests on."""

    figure: Figure
    ground: Ground
    population: Population
    as_of: datetime
    known_at: datetime | None
    versions: Sequence[tuple[int, datetime, Figure]]
    cut: Cut | None = None

    @property
    def recomputed(self) -> tuple[Decimal | None, int | None, int | None]:
        """(value, numerator, denominator) that the events give."""
        indicator, period = INDICATORS[self.figure.indicator], parse_period(self.figure.period)
        anew = figure_of(self.ground, period, indicator, self.figure.variant, self.population.measures, self.cut)
        return anew.value, anew.numerator, anew.denominator

    @property
    def equal(self) -> bool:
        """Whether the events give what the figure says."""
        return self.recomputed == (self.figure.value, self.figure.numerator, self.figure.denominator)


async def explain(
    session: AsyncSession, key: FigureKey, version: int | None, as_of: datetime | None, known_at: datetime | None
) -> Explained:
    """A figure as it is now, as it was published, or as of and as known at an instant. Raises: NotFound, Invalid."""
    if key.cut is not None and key.cut[0] not in (await read_terms(session, key.contract_id)).dimension_names:
        raise NotFound
    versions = await _versions(session, key)
    if version is not None:
        if as_of is not None or known_at is not None:
            raise Invalid(FieldFault("query.version", "has its own instants: not together with as_of or known_at"))
        return await _published(session, key, version, versions)
    if as_of is None and known_at is None:
        return await _live(session, key, versions)
    if known_at is not None:
        await settle(session, known_at)
    as_of = as_of or await figures.present(session, key.contract_id)
    ground, population = await _at(session, key, as_of, known_at)
    figure = figure_of(ground, key.period, INDICATORS[key.indicator], key.variant, population.measures, key.cut)
    return Explained(figure, ground, population, as_of, known_at, versions, key.cut)


async def _live(session: AsyncSession, key: FigureKey, versions: Sequence[tuple[int, datetime, Figure]]) -> Explained:
    for attempt in range(1, TRIES + 1):
        change, figure = await _live_figure(session, key)
        as_of_us = None if figure.data_as_of is None else to_microseconds(datetime.fromisoformat(figure.data_as_of))
        ground = await figures.read_ground(session, key.contract_id, as_of_us)
        population = await _live_population(session, ground, key, change, anew=attempt > 1)
        as_of = now() if as_of_us is None else from_microseconds(as_of_us)
        explained = Explained(figure, ground, population, as_of, None, versions, key.cut)
        # Events that came since the last fold are not in the figure yet: give the fold its time before saying so.
        if explained.equal or attempt == TRIES:
            break
        await asyncio.sleep(PAUSE_SECONDS)
    if explained.equal:
        _kept.put((key, change), population)
    return explained


async def _live_figure(session: AsyncSession, key: FigureKey) -> tuple[int, Figure]:
    if key.cut is not None:
        return await dimensions.read_live_figure(session, key, key.cut)
    change, told = await figures.read_live(session, key.contract_id, key.period)
    return change, next(item for item in told if (item.indicator, item.variant) == (key.indicator, key.variant))


async def _live_population(
    session: AsyncSession, ground: Ground, key: FigureKey, change: int, *, anew: bool
) -> Population:
    """The population of a figure with this change number; `anew`: the tickets read before do not give the figure."""
    kept = _kept.get((key, change))
    if kept is not None:
        return kept
    stock = INDICATORS[key.indicator].kind is Kind.STOCK
    place = (key.contract_id, key.period, stock, key.cut if stock else None, change)
    tickets = None if anew else _tickets.get(place)
    if tickets is None:
        tickets = await evaluate(session, ground, key.period, key.cut, stock=stock)
        _tickets.put(place, tickets)
    return await populate(tickets, ground, key)


async def _published(
    session: AsyncSession, key: FigureKey, version: int, versions: Sequence[tuple[int, datetime, Figure]]
) -> Explained:
    found = next((item for item in versions if item[0] == version), None)
    if found is None:
        raise NotFound
    _, at, figure = found
    ground, population = await _at(session, key, at, at)
    return Explained(figure, ground, population, at, at, versions)


async def _at(
    session: AsyncSession, key: FigureKey, as_of: datetime, known_at: datetime | None
) -> tuple[Ground, Population]:
    """The population at an instant; kept when both instants lie in the past, where nothing changes any more."""
    ground = await figures.read_ground(session, key.contract_id, to_microseconds(as_of), known_at)
    settled = known_at is not None and max(as_of, known_at) < now()
    population = _kept.get((key, (as_of, known_at))) if settled else None
    if population is None:
        population = await populate_past(session, ground, key, known_at)
        if settled:
            _kept.put((key, (as_of, known_at)), population)
    return ground, population


async def _versions(session: AsyncSession, key: FigureKey) -> list[tuple[int, datetime, Figure]]:
    if key.cut is not None:
        return []
    rows = await figures_repository.versions_of(session, key.contract_id, key.period, key.indicator, key.variant)
    return [(row.version, row.published_at, _stored_figure.decode(row.body)) for row in rows]


async def page_events(
    session: AsyncSession, explained: Explained, key: FigureKey, entries: Sequence[Entry]
) -> tuple[dict[tuple[str, str], list[Row[Any]]], bool]:
    """The events of the tickets on a page, as far as the figure knows them, and whether lists tell whose agents are."""
    tickets = [(entry.source_id, entry.ticket_id) for entry in entries]
    feeds = await recomputing.read_feeds_at(session, key.contract_id, explained.known_at)
    events = await repository.events_of(session, feeds, tickets, explained.as_of, explained.known_at)
    return events, feeds.attributes
