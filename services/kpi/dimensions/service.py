"""Figures by the values of a dimension: from the sums as they are now, or from the events at other instants."""

import asyncio
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.errors import FieldFault, Invalid
from services.common.instants import to_microseconds
from services.common.pagination import encode_cursor
from services.kpi.contacts.rules import Contacts, judge, observed
from services.kpi.dimensions import repository
from services.kpi.dimensions.rules import Cut, Cuts, Name
from services.kpi.figures import recomputing
from services.kpi.figures import service as figures
from services.kpi.figures.rules.evaluated import Gathered
from services.kpi.figures.rules.figure import Figure, Ground, figure_of, figures_of
from services.kpi.figures.rules.identity import FigureKey
from services.kpi.figures.rules.indicators import INDICATORS
from services.kpi.figures.rules.periods import Period, begin_us, end_us
from services.kpi.figures.rules.values import Measure
from services.kpi.recording import settle

BACKLOG = "backlog"
IN_ONE_GO = 1_000
"""Contacts judged, or figures made, without letting other requests in."""

Measures = dict[str, dict[str, Measure]]
"""Sums by value, then indicator."""


async def list_figures(
    session: AsyncSession,
    contract_id: UUID,
    period: Period,
    dimension: Name,
    instants: tuple[datetime | None, datetime | None],
    page: tuple[int, Sequence[str] | None],
) -> figures.Answer:
    """A page of the figures of every value, by indicator then figure id; `instants`: as of, as known at (None: now).

    `page`: how many, and (indicator, figure id) of the last one before. Raises: Invalid, Unavailable.
    """
    as_of, known_at = instants
    if as_of is None and known_at is None:
        _, told = await figures.read_steadily(
            session, contract_id, lambda ground: _live(session, ground, period, dimension)
        )
    else:
        if known_at is not None:
            await settle(session, known_at)
        as_of = as_of or await figures.present(session, contract_id)
        ground = await figures.read_ground(session, contract_id, to_microseconds(as_of), known_at)
        check_declared(ground, dimension)
        told = await _figures(ground, period, dimension, await measure(session, ground, period, dimension, known_at))
    limit, after = page
    if after is not None:
        told = [figure for figure in told if (figure.indicator, figure.figure_id) > (after[0], after[1])]
    shown = told[:limit]
    following = encode_cursor(shown[-1].indicator, shown[-1].figure_id) if len(told) > limit else None
    body = msgspec.json.encode({"items": shown, "next_cursor": following})
    return figures.Answer(body, f'"{hashlib.sha256(body).hexdigest()[:32]}"')


async def read_live_figure(session: AsyncSession, key: FigureKey, cut: Cut) -> tuple[int, Figure]:
    """The figure of one value as it is now, and its change number. Raises: Unavailable."""

    async def read(ground: Ground) -> Figure:
        codes = {key.indicator, "data_completeness"}
        measures = await read_measures(session, key.contract_id, key.period, cut[0], codes)
        own = measures.get(cut[1], {})
        return figure_of(ground, key.period, INDICATORS[key.indicator], key.variant, own, cut)

    return await figures.read_steadily(session, key.contract_id, read)


def check_declared(ground: Ground, dimension: Name) -> None:
    """Raises: Invalid when no version of the terms that is known declares the dimension."""
    if dimension not in ground.terms.dimension_names:
        raise Invalid(FieldFault("query.dimension", "is not declared by the terms of this contract"))


async def read_measures(
    session: AsyncSession, contract_id: UUID, period: Period, dimension: Name, codes: Iterable[str] = INDICATORS
) -> Measures:
    """The sums of each value over a period, from the rollups; ranks from the tickets."""
    wanted = sorted(codes)
    ranks = await repository.ranks_of(session, contract_id, dimension, wanted, period)
    measures: Measures = defaultdict(dict)
    for row in await repository.sums_of(session, contract_id, dimension, wanted, period):
        median, p90 = ranks.get((row.value, row.indicator), (None, None))
        measures[row.value][row.indicator] = Measure(
            row.denominator, row.numerator, row.total_seconds, row.pending, median, p90
        )
    if BACKLOG in wanted:
        for own in measures.values():
            own.pop(BACKLOG, None)
        for value, stock in (await repository.stocks(session, contract_id, dimension, period.last)).items():
            measures[value][BACKLOG] = Measure(numerator=stock)
    return measures


async def measure(
    session: AsyncSession, ground: Ground, period: Period, dimension: Name, known_at: datetime | None
) -> Measures:
    """The same from nothing but the events, at the instant of the ground and as known at an instant."""
    gathered: dict[str, Gathered] = defaultdict(lambda: Gathered(period))
    contacts, cuts = Contacts(), dict[tuple[str, str], Cuts]()
    async for ticket in recomputing.evaluate_all(session, ground, known_at):
        for value in _values(ticket.facts.cuts, dimension):
            gathered[value].add(ticket.shares)
        if ticket.contacts:
            contacts.add_all(ticket.contacts)
            cuts[ticket.source_id, ticket.ticket_id] = ticket.facts.cuts
    for number, contact in enumerate(contacts):
        if number % IN_ONE_GO == 0:
            await asyncio.sleep(0)
        verdict = judge(contact, contacts.of(contact.customer), ground.terms, ground.as_of_us or 0)
        shares = observed(contact, verdict, ground.zone)
        for value in _values(cuts[contact.source_id, contact.ticket_id], dimension):
            gathered[value].add(shares)
    return {value: sums.measures() for value, sums in gathered.items()}


def values_told(
    ground: Ground, period: Period, dimension: Name, measures: Mapping[str, Mapping[str, Measure]]
) -> list[str]:
    """The values that a period tells of: those something counted for, and those declared, of which nothing may come."""
    during = ground.terms.in_force_during(begin_us(period, ground.zone), end_us(period, ground.zone))
    declared = {
        value
        for version in during
        for declares in version.dimensions
        if declares.name == dimension
        for value in declares.shown
    }
    counted = {value for value, own in measures.items() if any(map(_is_something, own.values()))}
    return sorted(declared | counted)


def _is_something(own: Measure) -> bool:
    return (own.denominator, own.numerator, own.total, own.pending) != (0, 0, 0, 0)


async def _live(session: AsyncSession, ground: Ground, period: Period, dimension: Name) -> list[Figure]:
    check_declared(ground, dimension)
    measures = await read_measures(session, ground.contract_id, period, dimension)
    return await _figures(ground, period, dimension, measures)


async def _figures(ground: Ground, period: Period, dimension: Name, measures: Measures) -> list[Figure]:
    told: list[Figure] = []
    for number, value in enumerate(values_told(ground, period, dimension, measures)):
        if number % 20 == 0:
            await asyncio.sleep(0)
        told += figures_of(ground, period, measures.get(value, {}), (dimension, value))
    return sorted(told, key=lambda figure: (figure.indicator, figure.figure_id))


def _values(cuts: Cuts, dimension: Name) -> list[str]:
    return [value for name, value in cuts if name == dimension]
