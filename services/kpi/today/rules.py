"""The local day so far by half-hour, what is open, what breaks next, and what the rest of the day must bring. Pure.

Tickets alone are counted here, never people: nothing in it tells who worked on which.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Literal
from zoneinfo import ZoneInfo

import msgspec

from services.kpi.calendars.instants import SECOND_US
from services.kpi.calendars.rules import local_date
from services.kpi.figures.rules.periods import midnight_us
from services.kpi.health.rules import round_half_even
from services.kpi.tickets.rules.events import DONE
from services.kpi.tickets.rules.facts import TicketFacts

HALF_HOUR_US = 1_800 * SECOND_US
WEEKS = 8
LEAST_WEEKS = 2
RATE = Decimal("0.0001")

Promise = Literal["first_response", "resolution"]
OPEN_STATUSES = ("new", "open", "pending", "hold")


class Day(msgspec.Struct, frozen=True):
    """A local day: [from, until). 46, 48 or 50 half-hours where clocks change by an hour."""

    day: date
    from_us: int
    until_us: int

    @property
    def starts(self) -> list[int]:
        """The instant at which each half-hour begins."""
        return list(range(self.from_us, self.until_us, HALF_HOUR_US))

    def place(self, instant_us: int | None) -> int | None:
        """In which half-hour an instant lies; None outside the day."""
        if instant_us is None or not self.from_us <= instant_us < self.until_us:
            return None
        return (instant_us - self.from_us) // HALF_HOUR_US


class HalfHour(msgspec.Struct):
    """What happened in it, and what breaks in it unless something happens before."""

    start_us: int
    created: int = 0
    first_responses: int = 0
    solved: int = 0
    reopened: int = 0
    due_first_response: int = 0
    due_resolution: int = 0


class Due(msgspec.Struct, frozen=True):
    """A promise of an open ticket that breaks at an instant unless something happens before; soonest first."""

    at_us: int
    ticket_id: str
    source_id: str
    promise: Promise
    priority: str | None = None


class Board(msgspec.Struct, frozen=True):
    """The day so far."""

    half_hours: tuple[HalfHour, ...]
    open: dict[str, int]
    """Open tickets by status; all of them, also those at zero."""
    overdue: dict[Promise, int]
    """Open tickets whose promise is broken: not answered, or not solved, in time."""
    due: tuple[Due, ...]
    """Promises that break before the day is over, soonest first."""


class Ticket(msgspec.Struct, frozen=True):
    """A ticket and its facts at the instant."""

    source_id: str
    ticket_id: str
    facts: TicketFacts


def day_of(at_us: int, tz: ZoneInfo) -> Day:
    """The local day that an instant lies in."""
    day = local_date(at_us, tz)
    return Day(day, midnight_us(day, tz), midnight_us(day + timedelta(days=1), tz))


def board(tickets: Iterable[Ticket], day: Day) -> Board:
    """The day from its tickets: those that something happened to in it, and those that are open.

    Solved and reopened are steps out of and back into the stock of open tickets (D12). Tickets that are excluded, out
    of the scope or without their creation are none of the day.
    """
    half_hours = [HalfHour(start_us) for start_us in day.starts]
    open_now: Counter[str] = Counter()
    overdue: Counter[Promise] = Counter()
    due: list[Due] = []
    for ticket in tickets:
        facts = ticket.facts
        if facts.status is None:
            continue
        _count(half_hours, day, facts)
        if facts.status in DONE:
            continue
        open_now[facts.status] += 1
        overdue["first_response"] += facts.first_response_us is None and facts.sla_first_response_breached is True
        overdue["resolution"] += facts.sla_resolution_breached is True
        due += _due(half_hours, day, ticket)
    promises: tuple[Promise, ...] = ("first_response", "resolution")
    return Board(
        tuple(half_hours),
        {status: open_now[status] for status in OPEN_STATUSES},
        {promise: overdue[promise] for promise in promises},
        tuple(sorted(due, key=lambda one: (one.at_us, one.ticket_id, one.source_id, one.promise))),
    )


def _count(half_hours: Sequence[HalfHour], day: Day, facts: TicketFacts) -> None:
    if (place := day.place(facts.created_us)) is not None:
        half_hours[place].created += 1
    if (place := day.place(facts.first_response_us)) is not None:
        half_hours[place].first_responses += 1
    # The first step of all is the creation itself.
    for number, (at_us, step) in enumerate(facts.flow):
        place = day.place(at_us)
        if place is None or number == 0:
            continue
        if step < 0:
            half_hours[place].solved += 1
        else:
            half_hours[place].reopened += 1


def _due(half_hours: Sequence[HalfHour], day: Day, ticket: Ticket) -> Iterable[Due]:
    facts = ticket.facts
    promised: tuple[tuple[Promise, int | None], ...] = (
        ("first_response", facts.first_response_breaks_us),
        ("resolution", facts.resolution_breaks_us),
    )
    for promise, at_us in promised:
        place = day.place(at_us)
        if place is None or at_us is None:
            continue
        if promise == "first_response":
            half_hours[place].due_first_response += 1
        else:
            half_hours[place].due_resolution += 1
        yield Due(at_us, ticket.ticket_id, ticket.source_id, promise, facts.priority)


def usual(counts: Sequence[int]) -> int | None:
    """What such a day usually brings: the mean of the same weekday of the weeks before, without the highest and the
    lowest quarter, to the nearest whole number; None from less than two weeks.
    """
    if len(counts) < LEAST_WEEKS:
        return None
    ordered = sorted(counts)
    left_out = len(ordered) // 4
    middle = ordered[left_out : len(ordered) - left_out]
    return round_half_even(sum(middle), len(middle))


class Outlook(msgspec.Struct, frozen=True):
    """What the rest of the day must bring for the commitment to be met on the whole day."""

    remaining: int
    """R: judgements still to come."""
    rate_needed: Decimal | None
    """Of them, rounded up to four decimals; above 1 the day is lost, at 0 or below it is won. None without any."""
    may_miss: int
    """How many of them may still be missed; below zero: by how many too many were."""


def outlook(numerator: int, denominator: int, target: Decimal, remaining: int) -> Outlook:
    """k kept of m so far, R to come, target T: the rate needed is (T * (m + R) - k) / R (kpi catalogue, 2)."""
    total = denominator + remaining
    allowed = int(((1 - target) * total).to_integral_value(ROUND_FLOOR))
    rate = (target * total - numerator) / remaining if remaining else None
    return Outlook(
        remaining,
        None if rate is None else rate.quantize(RATE, ROUND_CEILING),
        allowed - (denominator - numerator),
    )


def still_to_come(counted: int, usual_count: int | None, known: int) -> int:
    """R: what such a day usually brings beyond what came; never fewer than the promises known to be judged today."""
    return max((usual_count or 0) - counted, known, 0)
