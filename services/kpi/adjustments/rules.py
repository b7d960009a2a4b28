"""What lies between two versions of a published figure: the parts that differ, and the tickets that moved it.

An adjustment is a version that tells another value, judgement or count than the one before it, of a period that was
over when that one was published. While a period runs its versions are the course of things, and adjust nothing.
"""

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from services.kpi.contacts.rules import Verdict
from services.kpi.explanations.rules import Entry
from services.kpi.figures.rules.figure import Figure

Cause = Literal["events", "undone", "neighbour", "terms", "time"]
"""events: of the ticket itself, recorded in between; undone: a load of an export that was undone in between; neighbour:
another contact of its customer; terms: parameters or scopes recorded in between; time: nothing but a window or a due
instant that passed."""
CAUSES: tuple[Cause, ...] = ("events", "undone", "neighbour", "terms", "time")

_TOLD = ("value", "numerator", "denominator", "sample_size", "interval", "target", "tolerance", "verdict", "certainty")


class Move(msgspec.Struct, frozen=True):
    """A ticket that counts otherwise than before; None: the figure did not, or does not, speak of it."""

    source_id: str
    ticket_id: str
    before: Entry | None
    after: Entry | None
    cause: Cause = "time"


class Sums(msgspec.Struct, frozen=True):
    """What moves add to a figure: tickets counted, tickets (or promoters less detractors) above the line, seconds."""

    denominator: int = 0
    numerator: int = 0
    seconds: int = 0


def differences(before: Figure, after: Figure) -> tuple[str, ...]:
    """The parts of a figure that its next version tells otherwise; that it became final is none."""
    return tuple(name for name in _TOLD if getattr(before, name) != getattr(after, name))


def is_adjustment(before: Figure, after: Figure) -> bool:
    """Whether a version adjusts the one before it."""
    return before.state != "open" and bool(differences(before, after))


def moves(before: Sequence[Entry], after: Sequence[Entry]) -> list[Move]:
    """The tickets that count otherwise, by ticket and source; the causes are still to be found."""
    earlier = {(entry.ticket_id, entry.source_id): entry for entry in before}
    later = {(entry.ticket_id, entry.source_id): entry for entry in after}
    found = []
    for key in sorted(earlier.keys() | later.keys()):
        old, new = earlier.get(key), later.get(key)
        if _share(old) != _share(new):
            found.append(Move(key[1], key[0], old, new))
    return found


def cause_of(move: Move, *, has_events: bool, undone: bool, terms_changed: bool) -> Cause:
    """Why a ticket counts otherwise, nearest cause first."""
    if has_events:
        return "events"
    if undone:
        return "undone"
    verdicts = [_verdicts(entry) for entry in (move.before, move.after) if entry is not None]
    if len(verdicts) == 2 and verdicts[0] != verdicts[1]:
        return "neighbour"
    return "terms" if terms_changed else "time"


def total(found: Iterable[Move]) -> Sums:
    """What the moves add up to."""
    denominator = numerator = seconds = 0
    for move in found:
        old, new = _share(move.before), _share(move.after)
        denominator += new[0] - old[0]
        numerator += new[1] - old[1]
        seconds += new[2] - old[2]
    return Sums(denominator, numerator, seconds)


def _share(entry: Entry | None) -> tuple[int, int, int]:
    """(counted, above the line, seconds) of a ticket."""
    if entry is None or entry.reason is not None:
        return 0, 0, 0
    return entry.denominator, entry.numerator, entry.value_s or 0


def _verdicts(entry: Entry) -> tuple[Verdict | None, ...]:
    return entry.verdict, *(one.verdict for one in entry.sessions)
