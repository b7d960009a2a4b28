"""A row of an export against what is known of its ticket: field by field, as exactly as the export is written."""

from typing import Literal

import msgspec

from services.kpi.calendars.instants import SECOND_US
from services.kpi.ticket_imports.rules.cells import MINUTE_US
from services.kpi.ticket_imports.rules.rows import Row
from services.kpi.tickets.rules.events import DONE
from services.kpi.tickets.rules.facts import TicketFacts

Comparison = Literal["equal", "different", "missing_here", "orphan_here"]
Compared = Literal["created_at", "status", "first_response_at", "solved_at", "reopens", "replies", "excluded"]


class Difference(msgspec.Struct, frozen=True):
    """A field that differs: an instant in microseconds, a number, or a word; None: nothing."""

    field: Compared
    there: int | str | None
    here: int | str | None


def compare(row: Row, facts: TicketFacts | None) -> tuple[Comparison, tuple[Difference, ...]]:
    """Whether the ticket is known as the export tells it.

    Attributes are left out: the tool's messages tell them as they were at the creation, an export as they became.
    """
    if facts is None:
        return "missing_here", ()
    if facts.created_us is None:
        return "orphan_here", ()
    differences = [difference for difference in _differences(row, facts, facts.created_us) if difference is not None]
    return ("different" if differences else "equal"), tuple(differences)


def _differences(row: Row, facts: TicketFacts, created_us: int) -> list[Difference | None]:
    own = [_instant(row, "created_at", row.created_us, created_us)]
    if facts.excluded is not None:
        # What is merged, spam or deleted here has no other facts; that the export still has it is the difference.
        return [*own, Difference("excluded", None, facts.excluded)]
    own.append(None if row.status == facts.status else Difference("status", row.status, facts.status))
    if row.tells_response and "frt" not in facts.untold and facts.agent_created is not True:
        own.append(_response(row, facts, created_us))
    if row.status in DONE and facts.status in DONE and row.done_us is not None:
        name = "solved_at" if row.solved_us is not None else "closed_at"
        own.append(_instant(row, "solved_at", row.done_us, facts.last_solve_us, name))
    if row.reopens is not None and facts.reopens is not None and row.reopens != facts.reopens:
        own.append(Difference("reopens", row.reopens, facts.reopens))
    if row.replies is not None and facts.public_agent_messages is not None:
        same = row.replies == facts.public_agent_messages
        own.append(None if same else Difference("replies", row.replies, facts.public_agent_messages))
    return own


def _response(row: Row, facts: TicketFacts, created_us: int) -> Difference | None:
    """The first response; in minutes since the creation where the export tells it so."""
    there, seconds = row.first_response_us, facts.first_response_s
    if "first_response_minutes" in row.by_minute and there is not None and seconds is not None:
        minutes = (there - row.created_us) // MINUTE_US
        here = created_us + seconds * SECOND_US
        return None if abs(minutes * 60 - seconds) < 60 else Difference("first_response_at", there, here)
    if facts.first_response_us is None or there is None:
        same = facts.first_response_us is there
        return None if same else Difference("first_response_at", there, facts.first_response_us)
    # An answer before the creation counts as one at it.
    return _instant(row, "first_response_at", max(there, row.created_us), facts.first_response_us)


def _instant(
    row: Row, field: Literal["created_at", "first_response_at", "solved_at"], there: int, here: int | None,
    written_as: str | None = None,
) -> Difference | None:  # fmt: skip
    precision = MINUTE_US if (written_as or field) in row.by_minute else SECOND_US
    # Tools cut or round what they write.
    if here is not None and abs(there - here) < precision:
        return None
    return Difference(field, there, here)
