"""Pure rules of actions: who may take which step when, what is late, and what an expected effect may be."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from services.common.auth.access import ACCESS, Function, Permission
from services.common.errors import FieldFault
from services.contracts.agreements.rules import Side
from services.contracts.commitments.rules import variant_fault
from services.contracts.indicators.rules import INDICATORS, Direction, Indicator, Variant, width_misfit
from services.contracts.objectives.rules import Change

MOST_STEPS = 1_000
"""Of one action: its whole history is told at once."""
MOST_RELATIVE = Decimal(10)
"""Ten times the value before: more is a slip of the pen."""

OWNERS: tuple[Function, ...] = tuple(sorted(ACCESS[Permission.ACTION_WRITE]))
"""Who may be accountable: somebody who may take the steps."""


class State(StrEnum):
    """Where an action stands."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    VERIFIED = "verified"
    ABANDONED = "abandoned"


class Step(StrEnum):
    """What can be done to an action after it was proposed."""

    CHANGE = "change"
    ACCEPT = "accept"
    REFUSE = "refuse"
    START = "start"
    FINISH = "finish"
    VERIFY = "verify"
    REOPEN = "reopen"
    ABANDON = "abandon"
    ASK_DATE = "ask_date"
    AGREE_DATE = "agree_date"
    KEEP_DATE = "keep_date"
    NAME_OWNER = "name_owner"
    NOTE = "note"


class Origin(StrEnum):
    """What made somebody think of it."""

    FIGURE = "figure"
    VERBATIM = "verbatim"
    THREAD = "thread"
    MEETING = "meeting"
    FREE = "free"


UNDONE = frozenset({State.PROPOSED, State.ACCEPTED, State.IN_PROGRESS})
CLOSED = frozenset({State.VERIFIED, State.ABANDONED})
_AGREED = frozenset({State.ACCEPTED, State.IN_PROGRESS})

WITH_WORDS = frozenset({Step.REFUSE, Step.REOPEN, Step.ABANDON, Step.ASK_DATE, Step.KEEP_DATE, Step.NOTE})
"""Steps that nobody takes without saying why."""

_FROM: dict[Step, frozenset[State]] = {
    Step.CHANGE: frozenset({State.PROPOSED}),
    Step.ACCEPT: frozenset({State.PROPOSED}),
    Step.REFUSE: frozenset({State.PROPOSED}),
    Step.START: frozenset({State.ACCEPTED}),
    Step.FINISH: _AGREED,
    Step.VERIFY: frozenset({State.DONE}),
    Step.REOPEN: frozenset({State.DONE}),
    Step.ABANDON: UNDONE,
    Step.ASK_DATE: _AGREED,
    Step.AGREE_DATE: _AGREED,
    Step.KEEP_DATE: _AGREED,
    Step.NAME_OWNER: UNDONE | {State.DONE},
    Step.NOTE: frozenset(State),
}
_TO: dict[Step, State] = {
    Step.ACCEPT: State.ACCEPTED,
    Step.REFUSE: State.ABANDONED,
    Step.START: State.IN_PROGRESS,
    Step.FINISH: State.DONE,
    Step.VERIFY: State.VERIFIED,
    Step.REOPEN: State.IN_PROGRESS,
    Step.ABANDON: State.ABANDONED,
}


@dataclass(frozen=True)
class Standing:
    """Where an action stands, as far as the next step goes."""

    state: State
    proposed_side: Side
    done_side: Side | None = None
    asked_side: Side | None = None


class NotNow(ValueError):
    """The step is not possible in the present state; says why."""


class NotTheirs(ValueError):
    """The step is the other side's; says why."""


def after(step: Step, standing: Standing, side: Side) -> State:
    """The state that a step leads to. Raises: NotNow, NotTheirs."""
    if standing.state not in _FROM[step]:
        raise NotNow(f"the action is {standing.state}")
    if step in (Step.AGREE_DATE, Step.KEEP_DATE) and standing.asked_side is None:
        raise NotNow("no other date is asked for")
    if step is Step.ASK_DATE and standing.asked_side not in (None, side):
        raise NotNow("the other party asks for a date: answer it first")
    if step in (Step.ACCEPT, Step.REFUSE) and side == standing.proposed_side:
        raise NotTheirs("who proposes an action abandons it; the other party accepts or refuses it")
    if step in (Step.VERIFY, Step.REOPEN) and side == standing.done_side:
        raise NotTheirs("the party that did not do it says whether it is done")
    if step in (Step.AGREE_DATE, Step.KEEP_DATE) and side == standing.asked_side:
        raise NotTheirs("the other party answers the date that yours asks for")
    return _TO.get(step, standing.state)


def awaits(standing: Standing) -> Side | None:
    """The side whose answer is waited for, if one is."""
    asking = {State.PROPOSED: standing.proposed_side, State.DONE: standing.done_side}.get(standing.state)
    asking = asking or (standing.asked_side if standing.state in _AGREED else None)
    return None if asking is None else other(asking)


def other(side: Side) -> Side:
    """The party across."""
    return Side.SOUS_TRAITANT if side == Side.DONNEUR_ORDRE else Side.DONNEUR_ORDRE


def days_late(state: State, due_on: date, done_on: date | None, today: date) -> int:
    """Days past the due date, by today's date in the contract's zone until it is done; 0: in time, or abandoned."""
    if state is State.ABANDONED:
        return 0
    return max(0, ((done_on or today) - due_on).days)


def effect_faults(
    indicator: Indicator, variant: Variant | None, direction: Direction, change: Change, amount: Decimal
) -> Iterator[FieldFault]:
    """What does not fit together in an expected effect."""
    definition = INDICATORS[indicator]
    fault = variant_fault(indicator, variant)
    if fault is not None:
        yield fault
    if direction != definition.direction:
        yield FieldFault("direction", f"of {indicator}, {definition.direction} is better")
    if amount <= 0:
        yield FieldFault("amount", "must be more than 0: the direction says which way")
    elif change is Change.RELATIVE:
        if amount > MOST_RELATIVE:
            yield FieldFault("amount", f"must be at most {MOST_RELATIVE}: 0.12 is 12 %")
        elif amount != round(amount, 4):
            yield FieldFault("amount", "must have at most 4 decimals")
    else:
        misfit = width_misfit(amount, definition.unit)
        if misfit is not None:
            yield FieldFault("amount", f"{misfit} ({indicator} is in {definition.unit})")
