"""Pure rules of the mutual evaluation: when a quarter is open, what is sealed, which criteria there may be."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from services.feedback.authors import Side
from services.feedback.periods import beginning, following, months_of

State = Literal["to_come", "open", "complete", "over"]

QUARTER = re.compile(r"(20\d\d|21\d\d)-Q([1-4])", re.ASCII)
MOST_CRITERIA = 10
LOWEST, HIGHEST = 1, 5


@dataclass(frozen=True)
class Criterion:
    """Something that each side scores the other on; the code stays when the words are corrected."""

    code: str
    label_fr: str
    label_en: str


DEFAULT: tuple[Criterion, ...] = (
    Criterion("clarity", "Clarté des consignes et des demandes", "Clarity of instructions and requests"),
    Criterion("responsiveness", "Réactivité", "Responsiveness"),
    Criterion("quality", "Qualité des réponses", "Quality of answers"),
    Criterion("transparency", "Transparence", "Transparency"),
    Criterion("commitments", "Respect des engagements", "Keeping commitments"),
    Criterion("initiative", "Force de proposition", "Ideas for improvement"),
)
"""Proposed to begin with; each is asked of both sides alike."""


@dataclass(frozen=True)
class Window:
    """When a quarter is evaluated: from its last month on, until the end of the quarter that follows."""

    opens_at: datetime
    closes_at: datetime

    def is_open(self, at: datetime) -> bool:
        """Whether evaluations may be given."""
        return self.opens_at <= at < self.closes_at


def window_of(quarter: str, zone: ZoneInfo) -> Window:
    """The window of a quarter. Raises: ValueError."""
    if not QUARTER.fullmatch(quarter):
        raise ValueError("must be YYYY-Qn")
    last = months_of(quarter)[-1]
    after = last
    for _ in range(4):
        after = following(after)
    return Window(beginning(last, zone), beginning(after, zone))


def state_of(window: Window, given: Collection[Side], at: datetime) -> State:
    """Where a quarter stands."""
    if len(given) == 2:
        return "complete"
    if at < window.opens_at:
        return "to_come"
    return "open" if window.is_open(at) else "over"


def may_give(window: Window, given: Collection[Side], at: datetime) -> bool:
    """Whether a side may give its evaluation, or correct it: until the other has given its own as well."""
    return state_of(window, given, at) == "open"


def is_sealed(reader: Side, of: Side, window: Window, given: Collection[Side], at: datetime) -> bool:
    """Whether a side's scores are kept from a reader: from the other party until both are given or the time is over."""
    return reader != of and len(given) < 2 and at < window.closes_at


def code_faults(codes: Sequence[str]) -> str | None:
    """What is wrong with the codes of criteria."""
    return None if len(set(codes)) == len(codes) else "must name each code once"


def missing(scored: Collection[str], wanted: Collection[str]) -> tuple[list[str], list[str]]:
    """Criteria without a score, and scores without a criterion."""
    return sorted(set(wanted) - set(scored)), sorted(set(scored) - set(wanted))
