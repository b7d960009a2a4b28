"""What a ticket adds to each day of each indicator, and the exact signed difference between two states of a ticket."""

from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from services.common.zones import zone
from services.kpi.calendars.rules import local_date
from services.kpi.tickets.rules.facts import TicketFacts


class Contribution(msgspec.Struct, frozen=True):
    """One ticket's share of one indicator on one local day; `pending` tells that its window is still running."""

    indicator: str
    day: date
    denominator: int = 1
    numerator: int = 0
    total_s: int = 0
    pending: int = 0


Cell = tuple[str, date]
"""(indicator, local day)."""

Sums = tuple[int, int, int, int]
"""(denominator, numerator, total_s, pending)."""

_NOTHING: Sums = (0, 0, 0, 0)


def contributions(facts: TicketFacts | None, zone_name: str) -> tuple[Contribution, ...]:
    """What a ticket counts for, in the days of the contract's zone; orphans count for nothing."""
    if facts is None or facts.created_us is None:
        return ()
    tz = zone(zone_name)
    created_on = local_date(facts.created_us, tz)
    shares = [Contribution("received", created_on, numerator=1)]
    if facts.excluded is not None:
        shares.append(Contribution(f"excluded_{facts.excluded}", created_on, numerator=1))
        return tuple(shares)
    if facts.first_response_s is not None:
        shares.append(Contribution("frt", created_on, numerator=1, total_s=facts.first_response_s))
    if facts.first_response_due_us is not None and facts.sla_first_response_breached is not None:
        due_on = local_date(facts.first_response_due_us, tz)
        shares.append(Contribution("sla_first_response", due_on, numerator=int(not facts.sla_first_response_breached)))
    if facts.last_solve_us is not None and facts.full_resolution_s is not None:
        solved_on = local_date(facts.last_solve_us, tz)
        shares.append(Contribution("ttr", solved_on, numerator=1, total_s=facts.full_resolution_s))
    if facts.contractual_solve_us is not None and facts.full_resolution_contractual_s is not None:
        solved_on = local_date(facts.contractual_solve_us, tz)
        total_s = facts.full_resolution_contractual_s
        shares.append(Contribution("ttr_contractual", solved_on, numerator=1, total_s=total_s))
    if facts.sla_resolution_breached is not None:
        # Solved: judged on the day of the solve. Open and overdue: on the day it was due. Open in time: not judged.
        judged_us = facts.contractual_solve_us
        if judged_us is None and facts.sla_resolution_breached:
            judged_us = facts.resolution_due_us
        if judged_us is not None:
            met = int(not facts.sla_resolution_breached)
            shares.append(Contribution("sla_resolution", local_date(judged_us, tz), numerator=met))
    if facts.first_solve_us is not None:
        solved_on = local_date(facts.first_solve_us, tz)
        pending = int(not facts.fcr_final)
        shares.append(Contribution("fcr_ticket", solved_on, numerator=int(bool(facts.fcr)), pending=pending))
        shares.append(Contribution("one_touch", solved_on, numerator=int(bool(facts.one_touch))))
        reopened = int(bool(facts.reopened_within_window))
        shares.append(Contribution("reopen_rate", solved_on, numerator=reopened, pending=pending))
    if facts.rated_us is not None:
        satisfied = int(bool(facts.csat_satisfied))
        shares.append(Contribution("csat", local_date(facts.rated_us, tz), numerator=satisfied))
    if facts.recommended_us is not None and facts.nps_score is not None:
        side = 1 if facts.nps_score >= 9 else -1 if facts.nps_score <= 6 else 0
        shares.append(Contribution("nps", local_date(facts.recommended_us, tz), numerator=side))
    return tuple(shares)


def delta(old: Iterable[Contribution], new: Iterable[Contribution]) -> dict[Cell, Sums]:
    """What to add to the sums so that the new shares replace the old ones; cells that do not move are left out."""
    moved: dict[Cell, Sums] = {}
    for sign, shares in ((-1, old), (1, new)):
        for share in shares:
            cell = (share.indicator, share.day)
            sums = moved.get(cell, _NOTHING)
            moved[cell] = (
                sums[0] + sign * share.denominator,
                sums[1] + sign * share.numerator,
                sums[2] + sign * share.total_s,
                sums[3] + sign * share.pending,
            )
    return {cell: sums for cell, sums in moved.items() if sums != _NOTHING}


def apply(rollup: dict[Cell, Sums], difference: Mapping[Cell, Sums]) -> None:
    """Add a difference to a rollup in place; a cell that comes back to nothing disappears."""
    for cell, (denominator, numerator, total_s, pending) in difference.items():
        held = rollup.get(cell, _NOTHING)
        sums = (held[0] + denominator, held[1] + numerator, held[2] + total_s, held[3] + pending)
        if sums == _NOTHING:
            rollup.pop(cell, None)
        else:
            rollup[cell] = sums
