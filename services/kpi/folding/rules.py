"""What a ticket adds to each day of each indicator, and the exact signed difference between two states of a ticket."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeVar
from zoneinfo import ZoneInfo

import msgspec

from services.common.zones import zone
from services.kpi.calendars.rules import local_date
from services.kpi.scopes.rules import SHARE
from services.kpi.tickets.rules.events import Answered
from services.kpi.tickets.rules.facts import TicketFacts, is_satisfied


class Contribution(msgspec.Struct, frozen=True, array_like=True):
    """One ticket's share of one indicator on one local day.

    `total_s`: seconds of a duration; of the score, 1 for a promoter or a detractor. `pending` tells that the window of
    the ticket is still running. `at_us`: the reference event; it is told, not kept.
    """

    indicator: str
    day: date
    denominator: int = 1
    numerator: int = 0
    total_s: int = 0
    pending: int = 0
    at_us: int | None = None

    @property
    def sums(self) -> "Sums":
        """What is added to the day."""
        return self.denominator, self.numerator, self.total_s, self.pending


_LEAST_EFFORT = 5
"""Of seven: from here on a customer agrees that it was made easy (CES 2.0)."""

Cell = tuple[str, date]
"""(indicator, local day)."""

Place = TypeVar("Place")
"""A cell of some rollup."""

Sums = tuple[int, int, int, int]
"""(denominator, numerator, total_s, pending)."""

NO_SUMS: Sums = (0, 0, 0, 0)


def contributions(facts: TicketFacts | None, zone_name: str) -> tuple[Contribution, ...]:
    """What a ticket counts for, in the days of the contract's zone.

    A ticket out of scope counts under its reason and for nothing else; one whose creation has not come only against
    the completeness of the data; an excluded one only for it and in the stock, until it was excluded.
    """
    if facts is None:
        return ()
    tz = zone(zone_name)
    if facts.answered_us is not None or facts.withdrawn:
        return tuple(_answer(facts, tz))
    if facts.created_us is None:
        heard_us = facts.first_event_us
        return (
            () if heard_us is None else (Contribution("data_completeness", local_date(heard_us, tz), at_us=heard_us),)
        )
    created_us = facts.created_us
    if facts.out_of_scope is not None:
        return (Contribution(f"{SHARE}{facts.out_of_scope}", local_date(created_us, tz), at_us=created_us),)
    known = Contribution("data_completeness", local_date(created_us, tz), numerator=1, at_us=created_us)
    if facts.excluded is not None:
        return known, *backlog(facts.flow, tz)
    return known, *_delays(facts, created_us, tz), *_outcomes(facts, tz), *backlog(facts.flow, tz)


def _delays(facts: TicketFacts, created_us: int, tz: ZoneInfo) -> Iterator[Contribution]:
    """Durations and promises."""
    durations = (
        ("frt", created_us, facts.first_response_s),
        ("frt_business", created_us, (facts.first_response_business_s or {}).get(facts.sla_schedule or "")),
        ("ttr", facts.last_solve_us, facts.full_resolution_s),
        ("ttr_contractual", facts.contractual_solve_us, facts.full_resolution_contractual_s),
    )
    for indicator, at_us, seconds in durations:
        if at_us is not None and seconds is not None:
            yield Contribution(indicator, local_date(at_us, tz), numerator=1, total_s=seconds, at_us=at_us)
    due_us = facts.first_response_due_us
    if due_us is not None and facts.sla_first_response_breached is not None:
        met = int(not facts.sla_first_response_breached)
        yield Contribution("sla_first_response", local_date(due_us, tz), numerator=met, at_us=due_us)
    if facts.sla_resolution_breached is not None:
        # Solved: judged on the day of the solve. Open and overdue: on the day it was due. Open in time: not judged.
        judged_us = facts.contractual_solve_us
        if judged_us is None and facts.sla_resolution_breached:
            judged_us = facts.resolution_due_us
        if judged_us is not None:
            met = int(not facts.sla_resolution_breached)
            yield Contribution("sla_resolution", local_date(judged_us, tz), numerator=met, at_us=judged_us)


def _outcomes(facts: TicketFacts, tz: ZoneInfo) -> Iterator[Contribution]:
    """What became of the ticket at its first solve, and what its customer answered."""
    solve_us = facts.first_solve_us
    if solve_us is not None:
        solved_on, pending = local_date(solve_us, tz), int(not facts.fcr_final)
        # What an export leaves untold counts for nothing, neither for nor against.
        if facts.fcr is not None:
            yield Contribution("fcr_ticket", solved_on, 1, int(facts.fcr), 0, pending, solve_us)
        if facts.one_touch is not None:
            yield Contribution("one_touch", solved_on, 1, int(facts.one_touch), at_us=solve_us)
        yield Contribution("reopen_rate", solved_on, 1, int(bool(facts.reopened_within_window)), 0, pending, solve_us)
    if facts.rated_us is not None:
        satisfied = int(bool(facts.csat_satisfied))
        yield Contribution("csat", local_date(facts.rated_us, tz), numerator=satisfied, at_us=facts.rated_us)
    if facts.recommended_us is not None and facts.nps_score is not None:
        yield _recommendation(facts.nps_score, local_date(facts.recommended_us, tz), facts.recommended_us)


def _answer(facts: TicketFacts, tz: ZoneInfo) -> Iterator[Contribution]:
    """An answer that no ticket brought; withdrawn it counts for nothing."""
    answer, at_us = facts.answered, facts.answered_us
    if answer is None or at_us is None or facts.withdrawn:
        return
    day = local_date(at_us, tz)
    if answer.survey == "nps":
        yield _recommendation(answer.score, day, at_us)
    else:
        yield Contribution(answer.survey, day, numerator=int(_is_good(answer)), at_us=at_us)


def _is_good(answer: Answered) -> bool:
    if answer.survey == "csat":
        return is_satisfied(answer.score, answer.scale_max)
    return answer.score >= (_LEAST_EFFORT if answer.survey == "ces" else 1)


def _recommendation(score: int, day: date, at_us: int) -> Contribution:
    side = 1 if score >= 9 else -1 if score <= 6 else 0
    return Contribution("nps", day, 1, side, abs(side), at_us=at_us)


def backlog(flow: Iterable[tuple[int, int]], tz: ZoneInfo) -> Iterator[Contribution]:
    """Net steps of a ticket into (+1) and out of (-1) the stock, by day: their sum up to a midnight is the stock."""
    net: dict[date, tuple[int, int]] = {}
    for at_us, step in flow:
        day = local_date(at_us, tz)
        net[day] = (net.get(day, (0, 0))[0] + step, at_us)
    for day, (step, at_us) in net.items():
        if step:
            yield Contribution("backlog", day, 0, step, at_us=at_us)


def delta(old: Iterable[Contribution], new: Iterable[Contribution]) -> dict[Cell, Sums]:
    """What to add to the sums so that the new shares replace the old ones; cells that do not move are left out."""
    moved: dict[Cell, Sums] = {}
    for sign, shares in ((-1, old), (1, new)):
        for share in shares:
            cell = (share.indicator, share.day)
            sums = moved.get(cell, NO_SUMS)
            moved[cell] = (
                sums[0] + sign * share.denominator,
                sums[1] + sign * share.numerator,
                sums[2] + sign * share.total_s,
                sums[3] + sign * share.pending,
            )
    return {cell: sums for cell, sums in moved.items() if sums != NO_SUMS}


def changes(old: Iterable[Contribution], new: Iterable[Contribution]) -> tuple[list[Contribution], list[Contribution]]:
    """(shares that are gone, shares that are new or different), so that only what moved is written."""
    before = {(share.indicator, share.day): share for share in old}
    written = []
    for share in new:
        held = before.pop((share.indicator, share.day), None)
        if held is None or held.sums != share.sums:
            written.append(share)
    return list(before.values()), written


def apply(rollup: dict[Place, Sums], difference: Mapping[Place, Sums]) -> None:
    """Add a difference to a rollup in place; a cell that comes back to nothing disappears."""
    for cell, (denominator, numerator, total_s, pending) in difference.items():
        held = rollup.get(cell, NO_SUMS)
        sums = (held[0] + denominator, held[1] + numerator, held[2] + total_s, held[3] + pending)
        if sums == NO_SUMS:
            rollup.pop(cell, None)
        else:
            rollup[cell] = sums
