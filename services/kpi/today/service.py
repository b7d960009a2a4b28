"""The day of the provider's team: found, evaluated, and kept for a moment."""

import time
from collections import OrderedDict
from datetime import datetime
from itertools import groupby
from uuid import UUID

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.instants import from_microseconds, to_microseconds
from services.kpi.feeds.repository import read_feeds
from services.kpi.figures import recomputing
from services.kpi.figures import service as figures
from services.kpi.figures.rules.figure import Figure, Ground
from services.kpi.figures.rules.periods import day_period
from services.kpi.today import repository
from services.kpi.today.rules import WEEKS, Board, Day, Outlook, Ticket, board, day_of, outlook, still_to_come, usual

MOST_TICKETS = 20_000
"""Open or touched today; of more the day is not counted by ticket. Some 1.5 s of a processor."""
PROMISES = ("sla_first_response", "sla_resolution")
SHARE_OF_TIME = 10
"""An answer is kept for this many times as long as it took: however often it is asked for, it takes a tenth of the
time of one processor at most."""
MOST_KEPT = 256


class Goal(msgspec.Struct, frozen=True):
    """A promise of today: its figure so far, and what the rest of the day must bring where a commitment judges it."""

    figure: Figure
    usual: int | None
    """Judgements that such a weekday usually brings; None from less than two weeks."""
    outlook: Outlook | None


class Today(msgspec.Struct, frozen=True):
    """The local day at an instant; `board` None: too many tickets."""

    as_of: datetime
    zone: str
    day: Day
    board: Board | None
    goals: tuple[Goal, ...]


class _Kept:
    """The latest days told, each for as long as it is fresh."""

    def __init__(self) -> None:
        self._days: OrderedDict[UUID, tuple[float, Today]] = OrderedDict()

    def get(self, contract_id: UUID) -> Today | None:
        """What was told of it, while it is fresh and not before."""
        until, today = self._days.get(contract_id, (0.0, None))
        return today if time.monotonic() < until else None

    def put(self, contract_id: UUID, today: Today, cost: float) -> None:
        """Keep an answer; the one longest unused goes."""
        self._days[contract_id] = time.monotonic() + cost * SHARE_OF_TIME, today
        self._days.move_to_end(contract_id)
        if len(self._days) > MOST_KEPT:
            self._days.popitem(last=False)


_kept = _Kept()


async def read_today(session: AsyncSession, contract_id: UUID, at: datetime) -> Today:
    """The local day of a contract so far, at an instant that is about now."""
    kept = _kept.get(contract_id)
    if kept is not None and to_microseconds(at) < kept.day.until_us:
        return kept
    began = time.monotonic()
    today = await compute(session, contract_id, at)
    _kept.put(contract_id, today, time.monotonic() - began)
    return today


async def compute(session: AsyncSession, contract_id: UUID, at: datetime) -> Today:
    """The same, made anew."""
    at_us = to_microseconds(at)
    ground = await figures.read_ground(session, contract_id, at_us)
    day = day_of(at_us, ground.zone)
    counted = await _board(session, ground, day)
    return Today(at, ground.zone.key, day, counted, await _goals(session, contract_id, day, counted))


async def _board(session: AsyncSession, ground: Ground, day: Day) -> Board | None:
    feeds = await read_feeds(session, ground.contract_id)
    keys = await repository.tickets_of(session, feeds, from_microseconds(day.from_us), MOST_TICKETS)
    if keys is None:
        return None
    tickets: list[Ticket] = []
    for source_id, own in groupby(keys, key=lambda key: key[0]):
        wanted = [ticket for _, ticket in own]
        evaluated = await recomputing.evaluate(session, ground, feeds.of(source_id), wanted, None)
        tickets += (Ticket(one.source_id, one.ticket_id, one.facts) for one in evaluated)
    return board(tickets, day)


async def _goals(session: AsyncSession, contract_id: UUID, day: Day, counted: Board | None) -> tuple[Goal, ...]:
    _, told = await figures.read_live(session, contract_id, day_period(day.day))
    before = await repository.same_weekdays(session, contract_id, day.day, WEEKS, PROMISES)
    own = {figure.indicator: figure for figure in told if figure.indicator in PROMISES}
    return tuple(_goal(own[code], usual(before[code]), counted) for code in PROMISES)


def _goal(figure: Figure, usual_count: int | None, counted: Board | None) -> Goal:
    if figure.target is None:
        return Goal(figure, usual_count, None)
    promise = figure.indicator.removeprefix("sla_")
    known = 0 if counted is None else sum(due.promise == promise for due in counted.due)
    kept, judged = figure.numerator or 0, figure.denominator or 0
    remaining = still_to_come(judged, usual_count, known)
    return Goal(figure, usual_count, outlook(kept, judged, figure.target, remaining))
