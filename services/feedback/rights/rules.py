"""Deadlines, the life of a request, and whether words hold a trace of a person; pure."""

import calendar
from collections.abc import Sequence
from datetime import date
from typing import Literal

State = Literal["received", "in_progress", "answered", "refused"]
Step = Literal["start", "extend", "erase", "answer", "refuse"]
Kind = Literal["access", "erasure"]
Erasure = Literal["ordered", "waiting", "words", "done"]

EARLIEST = date(2018, 5, 25)
"""The day from which the regulation applies."""
ONE_MONTH, EXTENDED = 1, 3
"""Months from the reception: one, and two further ones where the request is complex (article 12.3)."""
WITH_REASON: frozenset[Step] = frozenset({"extend", "refuse"})

_OPEN: frozenset[State] = frozenset({"received", "in_progress"})


class NotNow(ValueError):
    """The step is not possible in the present state; says why."""


def due_on(received_on: date, months: int = ONE_MONTH) -> date:
    """The last day: the same number months later, or the last of that month where there is none."""
    year, month = divmod(received_on.year * 12 + received_on.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(received_on.day, last))


def after(step: Step, kind: Kind, state: State, erasure: Erasure | None, *, extended: bool, late: bool) -> State:
    """The state that a step leads to. Raises: NotNow."""
    if state not in _OPEN:
        raise NotNow("it is over")
    if step == "start":
        if state != "received":
            raise NotNow("it was begun before")
        return "in_progress"
    if step == "extend":
        if extended:
            raise NotNow("it was extended before")
        if late:
            raise NotNow("the first deadline is over")
        return state
    if step == "erase":
        if kind != "erasure":
            raise NotNow("it asks for access, not for erasure")
        if erasure is not None:
            raise NotNow("the erasure was ordered before")
        return "in_progress"
    if step == "answer":
        if kind == "erasure" and erasure != "done":
            raise NotNow("the erasure is not carried out")
        return "answered"
    if erasure is not None:
        raise NotNow("the erasure was ordered before")
    return "refused"


def holds(words: str, needles: Sequence[str]) -> bool:
    """Whether words hold one of the texts, in whatever letters."""
    low = words.lower()
    return any(needle in low for needle in needles)
