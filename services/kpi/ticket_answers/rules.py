"""Which contracts an answer that came with a ticket belongs to; pure."""

from collections.abc import Sequence

from services.kpi.scopes.rules import Scopes
from services.kpi.tickets.rules.events import Rated, Recommended, TimedEvent
from services.kpi.tickets.rules.facts import TicketFacts


def brought_answers(events: Sequence[TimedEvent]) -> bool:
    """Whether the ticket was told an answer."""
    return any(isinstance(timed.event, Rated | Recommended) for timed in events)


def belongs_here(facts: TicketFacts | None, scopes: Scopes) -> bool:
    """Whether the contract's scope, in force at the creation of the ticket, holds it, and so its answers.

    Before the creation is known only where no scope could leave it out: words that were told cannot be taken back.
    """
    if facts is None or facts.orphan:
        return not scopes.leaves_out
    return facts.out_of_scope is None
