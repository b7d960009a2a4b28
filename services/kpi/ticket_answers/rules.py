"""Which contracts an answer that came with a ticket belongs to, and what is told of the ticket; pure."""

from collections.abc import Sequence

from services.kpi.dimensions.rules import NOT_TOLD, OTHER
from services.kpi.scopes.rules import Scopes
from services.kpi.tickets.rules.events import Rated, Recommended, TimedEvent
from services.kpi.tickets.rules.facts import TicketFacts

LONGEST_QUEUE = 80


def queue_of(declared: str | None, group: str | None) -> str | None:
    """The queue of a ticket, as one line: as the terms name it, or else the group that the tool told; None: unknown.

    `declared` None: the terms declare no queues. Where they do, a group that they do not name is none that both know.
    """
    told = group if declared is None else "" if declared in (NOT_TOLD, OTHER) else declared
    line = " ".join("".join(sign if sign.isprintable() else " " for sign in told or "").split())
    return line[:LONGEST_QUEUE].rstrip() or None


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
