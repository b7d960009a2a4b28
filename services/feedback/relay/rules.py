"""Whom an answer is for, the life of an item, and the delays of both sides; pure."""

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

State = Literal["to_do", "acknowledged", "caused", "acted", "replied", "accepted", "returned", "passed_on"]
Step = Literal["acknowledge", "cause", "act", "reply", "accept", "return", "pass_on"]
Kind = Literal["trouble", "praise"]
Side = Literal["donneur_ordre", "sous_traitant"]
Cause = Literal[
    "instruction", "knowledge", "tool", "process", "stock", "carrier", "staffing", "tone", "product", "customer",
    "none_found", "other",
]  # fmt: skip

DOES: dict[Step, Side] = {
    "acknowledge": "sous_traitant",
    "cause": "sous_traitant",
    "act": "sous_traitant",
    "reply": "sous_traitant",
    "accept": "donneur_ordre",
    "return": "donneur_ordre",
    "pass_on": "sous_traitant",
}
"""Which side takes a step."""
WITH_TEXT: frozenset[Step] = frozenset({"act", "reply", "return"})
NEWS: dict[Step, str] = {"reply": "relay_replied", "accept": "relay_accepted", "return": "relay_insufficient"}
"""As what people are told of a step; of the others nobody is."""
OPEN: tuple[State, ...] = ("to_do", "acknowledged", "caused", "acted", "returned")
"""What waits for the provider's team."""
OLDEST_DAYS = 30
"""Days between an answer and its reception beyond which it is not relayed: the longest time that a rule may give for a
reply. What was said before that is history, not somebody to call back, and a load of old answers would bury a team."""
_OLDEST_US = OLDEST_DAYS * 86_400_000_000

_TROUBLE: dict[State, dict[Step, State]] = {
    "to_do": {"acknowledge": "acknowledged", "reply": "replied"},
    "acknowledged": {"cause": "caused", "reply": "replied"},
    "caused": {"act": "acted", "reply": "replied"},
    "acted": {"reply": "replied"},
    "replied": {"accept": "accepted", "return": "returned"},
    # The cause that was found first was perhaps not the one: it may be said again, or only what was done.
    "returned": {"cause": "caused", "act": "acted", "reply": "replied"},
}
_PRAISE: dict[State, dict[Step, State]] = {"to_do": {"pass_on": "passed_on"}}


class NotNow(ValueError):
    """The step is not possible in the present state."""


def possible(kind: Kind, state: State) -> dict[Step, State]:
    """The steps that can be taken, each with where it leads, in the order of the work."""
    return (_PRAISE if kind == "praise" else _TROUBLE).get(state, {})


def after(kind: Kind, state: State, step: Step) -> State:
    """The state that a step leads to. Raises: NotNow."""
    try:
        return possible(kind, state)[step]
    except KeyError:
        raise NotNow from None


class Answer(msgspec.Struct, frozen=True):
    """What rules look at."""

    kind: str
    score: int
    channel: str | None
    themes: frozenset[str]
    answered_us: int
    recorded_us: int
    queue: str | None = None


class When(msgspec.Struct, frozen=True):
    """Which answers a rule is for; nothing said: all. The score is on the scale of the question."""

    kinds: frozenset[str] = frozenset()
    lowest: int | None = None
    highest: int | None = None
    themes: frozenset[str] = frozenset()
    channels: frozenset[str] = frozenset()
    since_us: int = 0
    queues: frozenset[str] = frozenset()

    def fits(self, answer: Answer) -> bool:
        """Whether it is for this answer: one that was given and came after the rule began, and did not come late."""
        return (
            self.would_fit(answer)
            and answer.answered_us >= self.since_us
            and answer.recorded_us - answer.answered_us <= _OLDEST_US
        )

    def would_fit(self, answer: Answer) -> bool:
        """The same, whenever the answer was given."""
        return (
            answer.recorded_us >= self.since_us
            and (not self.kinds or answer.kind in self.kinds)
            and (self.lowest is None or answer.score >= self.lowest)
            and (self.highest is None or answer.score <= self.highest)
            and (not self.themes or not self.themes.isdisjoint(answer.themes))
            and (not self.channels or answer.channel in self.channels)
            and (not self.queues or answer.queue in self.queues)
        )


def first_that_fits(rules: Sequence[When], answer: Answer) -> int | None:
    """The place of the rule that decides; None: the answer is not relayed."""
    return next((place for place, rule in enumerate(rules) if rule.fits(answer)), None)


def left_out_by(rules: Sequence[When], answer: Answer) -> int | None:
    """The place of the rule that would decide of an answer that no rule fits, had it not been given too long ago."""
    if first_that_fits(rules, answer) is not None:
        return None
    return next((place for place, rule in enumerate(rules) if rule.would_fit(answer)), None)


class Counted(msgspec.Struct, frozen=True):
    """How many items of one kind wait for the team, how many of them too long, and what became of the others."""

    open: int = 0
    late: int = 0
    replied: int = 0
    closed: int = 0

    def __add__(self, other: "Counted") -> "Counted":
        return Counted(
            self.open + other.open, self.late + other.late, self.replied + other.replied, self.closed + other.closed
        )


def counted(kind: Kind, state: State, items: int, due: int) -> Counted:
    """Items of one kind and state; `due`: those of them whose reply was due. Only trouble that waits is late."""
    if state in OPEN:
        return Counted(open=items, late=due if kind == "trouble" else 0)
    return Counted(replied=items) if state == "replied" else Counted(closed=items)


class Wait(msgspec.Struct, frozen=True):
    """How long something was waited for; `over`: it came."""

    us: int
    over: bool


class Delay(msgspec.Struct, frozen=True):
    """Waits of one sort. `at_least`: some are not over, and would make the value larger."""

    waits: int
    open: int
    median_us: int | None
    median_at_least: bool
    p90_us: int | None
    p90_at_least: bool


def waits(created_us: int, steps: Iterable[tuple[Step, int]], now_us: int) -> dict[str, list[Wait]]:
    """Waits of one item: `acknowledge` and `reply` for the provider, `decision` for the donneur d'ordre.

    A reply acknowledges too. After a return a further reply is waited for. Steps: (step, instant), in order.
    """
    found: dict[str, list[Wait]] = {"acknowledge": [], "reply": [], "decision": []}
    unseen: int | None = created_us
    unanswered: int | None = created_us
    undecided: int | None = None
    for step, at in steps:
        if step in ("acknowledge", "reply") and unseen is not None:
            found["acknowledge"].append(Wait(at - unseen, over=True))
            unseen = None
        if step == "reply" and unanswered is not None:
            found["reply"].append(Wait(at - unanswered, over=True))
            unanswered, undecided = None, at
        if step in ("accept", "return") and undecided is not None:
            found["decision"].append(Wait(at - undecided, over=True))
            undecided = None
            unanswered = at if step == "return" else None
    for name, since in (("acknowledge", unseen), ("reply", unanswered), ("decision", undecided)):
        if since is not None:
            found[name].append(Wait(max(0, now_us - since), over=False))
    return found


def delay(found: Sequence[Wait]) -> Delay:
    """Median and P90 by nearest rank. A wait that is not over lasted at least as long as it has."""
    least = sorted(one.us for one in found)
    over = sorted(one.us for one in found if one.over)
    values = {}
    for tenths in (5, 9):
        rank = -(-len(least) * tenths // 10) - 1
        value = least[rank] if least else None
        # With all open waits endless, the same wait stands at that rank: then nothing that is open can move it.
        sure = value is None or (rank < len(over) and over[rank] == value)
        values[tenths] = (value, not sure)
    return Delay(len(found), len(least) - len(over), *values[5], *values[9])
