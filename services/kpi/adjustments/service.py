"""Adjustments of a period, and one of them down to the tickets and events that made it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.errors import NotFound
from services.common.instants import from_microseconds
from services.kpi.adjustments import repository
from services.kpi.adjustments.rules import Move, Sums, cause_of, is_adjustment, moves, total
from services.kpi.explanations import repository as explanations
from services.kpi.explanations.repository import TicketKey
from services.kpi.explanations.service import Explained, explain
from services.kpi.feeds.rules import Feeds
from services.kpi.figures import recomputing
from services.kpi.figures.rules.figure import Figure
from services.kpi.figures.rules.identity import FigureKey
from services.kpi.figures.rules.periods import Period, begin_us, end_us

IN_ONE_QUERY = 2_000

_stored_figure = msgspec.json.Decoder(Figure)


class Line(msgspec.Struct, frozen=True):
    """A version that adjusts the one before it."""

    before: Figure
    before_at: datetime
    after: Figure
    after_at: datetime


class Adjustment(msgspec.Struct, frozen=True):
    """An adjustment with all that moved."""

    line: Line
    moves: Sequence[Move]
    events: dict[TicketKey, list[Row[Any]]]
    """By (source, ticket): those recorded between the two versions."""
    versions: Sequence[Row[Any]]
    """Of terms, scopes and the commitment, recorded in between."""
    adds_up: bool
    """Whether the moves are exactly what lies between the two counts, and both came out of their events."""


async def list_lines(session: AsyncSession, contract_id: UUID, period: Period) -> list[Line]:
    """The adjustments of a period, the latest first."""
    lines = []
    for row in await repository.pairs(session, contract_id, period.text):
        before, after = _stored_figure.decode(row.before_body), _stored_figure.decode(row.body)
        if is_adjustment(before, after):
            lines.append(Line(before, row.before_at, after, row.published_at))
    return lines


async def read(session: AsyncSession, key: FigureKey, version: int) -> Adjustment:
    """What lies between a version (2 or later) and the one before it. Raises: NotFound."""
    if version < 2:
        raise NotFound
    after = await explain(session, key, version, None, None)
    before = await explain(session, key, version - 1, None, None)
    found = moves(before.population.entries, after.population.entries)
    tickets = [(move.source_id, move.ticket_id) for move in found]
    feeds = await recomputing.read_feeds_at(session, key.contract_id, after.known_at)
    events = await _events_between(session, feeds, tickets, before, after)
    undone = await repository.undone_between(session, feeds, tickets, before.as_of, after.as_of)
    ground = after.ground
    bounds = from_microseconds(begin_us(key.period, ground.zone)), from_microseconds(end_us(key.period, ground.zone))
    silences = bounds if ground.terms.asks_for_time_heard else None
    versions = await repository.versions_between(
        session, key.contract_id, key.indicator, before.as_of, after.as_of, silences=silences
    )
    terms_changed = any(row.kind in ("terms", "scope") for row in versions)
    told = [
        msgspec.structs.replace(
            move,
            cause=cause_of(
                move,
                has_events=(move.source_id, move.ticket_id) in events,
                undone=(move.source_id, move.ticket_id) in undone,
                terms_changed=terms_changed,
            ),
        )
        for move in found
    ]
    line = Line(before.figure, before.as_of, after.figure, after.as_of)
    return Adjustment(line, told, events, versions, before.equal and after.equal and _adds_up(line, total(told)))


async def _events_between(
    session: AsyncSession, feeds: Feeds, tickets: Sequence[TicketKey], before: Explained, after: Explained
) -> dict[TicketKey, list[Row[Any]]]:
    events: dict[TicketKey, list[Row[Any]]] = {}
    for start in range(0, len(tickets), IN_ONE_QUERY):
        chunk = tickets[start : start + IN_ONE_QUERY]
        found = await explanations.events_of(session, feeds, chunk, after.as_of, after.known_at)
        for ticket, rows in found.items():
            late = [row for row in rows if row.recorded_at > before.as_of]
            if late:
                events[ticket] = late
    return events


def _adds_up(line: Line, sums: Sums) -> bool:
    numerator = sums.seconds if line.after.variant == "mean" else sums.numerator
    return all(
        old is None or new is None or new - old == moved
        for old, new, moved in (
            (line.before.numerator, line.after.numerator, numerator),
            (line.before.denominator, line.after.denominator, sums.denominator),
        )
    )
