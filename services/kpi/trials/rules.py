"""What a body would count for: read into neutral events, put beside what is known, counted. Pure."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import msgspec

from services.common.instants import from_microseconds, to_microseconds
from services.kpi.folding.rules import contributions, delta
from services.kpi.ingestion.arrival import Arrival
from services.kpi.scopes.rules import Scopes
from services.kpi.terms.rules import Terms
from services.kpi.tickets.rules.events import TimedEvent, effective_instant
from services.kpi.tickets.rules.facts import TicketFacts, ticket_facts
from services.kpi.tickets.rules.row import ticket_row
from services.kpi.trials.schemas import Counted, TriedEvent, TriedTicket

NEW = "trial"
"""Stands where the receipt of a stored delivery does."""


class Ground(msgspec.Struct, frozen=True):
    """What judges a ticket of the source."""

    source_id: str
    terms: Terms
    scopes: Scopes
    zone_name: str


def events_of(arrival: Arrival, kept: Sequence[bool]) -> list[tuple[str, TimedEvent, bool]]:
    """(ticket, event at its place, whether its clock is ahead) of the items that would be accepted, in order."""
    received_us = to_microseconds(arrival.received_at)
    told: list[tuple[str, TimedEvent, bool]] = []
    for item, keep in zip(arrival.items, kept, strict=True):
        if not keep or item.parsed is None or item.parsed.ticket_id is None:
            continue
        for source_us, batch_position, event in item.parsed.events:
            effective_us, skewed = effective_instant(source_us, received_us)
            place = TimedEvent(effective_us, batch_position, received_us, received_us, NEW, len(told), event)
            told.append((item.parsed.ticket_id, place, skewed))
    return told


def show_event(ticket_id: str, place: TimedEvent, skewed: bool) -> TriedEvent:
    """An event as it is told."""
    return TriedEvent(
        ticket_id=ticket_id,
        effective_at=from_microseconds(place.effective_us),
        skewed=skewed,
        event=msgspec.to_builtins(place.event),
    )


def try_tickets(
    ground: Ground, told: Sequence[tuple[str, TimedEvent, bool]], known: dict[str, list[TimedEvent]], at_us: int
) -> list[TriedTicket]:
    """What each ticket would be at that instant, in the order in which the body tells them."""
    added: dict[str, list[TimedEvent]] = defaultdict(list)
    for ticket_id, place, _ in told:
        added[ticket_id].append(place)
    # What is told for a moment ahead, within the tolerance, is seen too.
    as_of_us = max([at_us, *(place.effective_us for _, place, _ in told)])
    return [_try_one(ground, ticket, events, known.get(ticket, []), as_of_us) for ticket, events in added.items()]


def _try_one(
    ground: Ground, ticket_id: str, added: list[TimedEvent], known: list[TimedEvent], as_of_us: int
) -> TriedTicket:
    before = ticket_facts(known, ground.terms, as_of_us, ground.scopes)
    merged = ticket_facts([*known, *added], ground.terms, as_of_us, ground.scopes)
    moved = delta(contributions(before, ground.zone_name), contributions(merged, ground.zone_name))
    created = merged is not None and merged.created_us is not None
    reason = merged.out_of_scope if merged is not None else None
    return TriedTicket(
        ticket_id=ticket_id,
        known=bool(known),
        in_scope=reason is None if created else None,
        out_of_scope=reason,
        alone=_row(ground, ticket_id, ticket_facts(added, ground.terms, as_of_us, ground.scopes)),
        merged=_row(ground, ticket_id, merged),
        counts=[
            Counted(indicator=indicator, day=day.isoformat(), denominator=sums[0], numerator=sums[1], total_s=sums[2])
            for (indicator, day), sums in sorted(moved.items())
        ],
    )


def _row(ground: Ground, ticket_id: str, facts: TicketFacts | None) -> Any:
    if facts is None or facts.out_of_scope is not None:
        return None
    return {"source_id": ground.source_id, **ticket_row(ticket_id, facts)}
