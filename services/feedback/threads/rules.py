"""Pure rules of threads: whose answer is waited for, and how long answers take."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from services.feedback.authors import Side

State = Literal["open", "answered", "closed"]
Kind = Literal["concern", "idea", "praise", "remark"]
Outcome = Literal["answered", "waiting", "withdrawn"]

MOST_MESSAGES = 1_000
"""Of one thread: all of them are told at once."""
_MEDIAN, _P90 = 5, 9
"""Tenths."""


class NotNow(ValueError):
    """Not possible in the present state; says why."""


@dataclass(frozen=True)
class Standing:
    """Where a thread stands: `awaits` is the side whose answer is waited for, by `answer_by` if a date was set."""

    state: State
    awaits: Side | None = None
    answer_by: date | None = None


@dataclass(frozen=True)
class Said:
    """One message, as far as answers go; in order within its thread."""

    side: Side
    at: datetime
    asks: bool
    answer_by: date | None
    closes: bool


@dataclass(frozen=True)
class Question:
    """Something that was asked, and what became of it by the instant of the count."""

    side: Side
    """Whose answer it takes."""
    asked_at: datetime
    seconds: int
    """Until the answer, or until now: so far."""
    outcome: Outcome
    late: bool


@dataclass(frozen=True)
class Delay:
    """A delay at a rank; `at_least`: what is not answered yet may move it up."""

    seconds: int
    at_least: bool


def across(side: Side) -> Side:
    """The party across."""
    return "sous_traitant" if side == "donneur_ordre" else "donneur_ordre"


def begun(side: Side, *, asks: bool, answer_by: date | None) -> Standing:
    """A thread with its first message: open until the other side has said something."""
    return Standing("open", across(side) if asks else None, answer_by)


def after(standing: Standing, side: Side, *, asks: bool, answer_by: date | None, closes: bool) -> Standing:
    """Where a thread stands after another message. Raises: NotNow."""
    if standing.state == "closed":
        raise NotNow("the thread is closed: open another one")
    if asks and standing.awaits == across(side):
        # A second question would start a second clock for the same answer.
        raise NotNow("the other party is asked already: say it without asking again")
    if closes:
        return Standing("closed")
    if asks:
        return Standing("open", across(side), answer_by)
    if standing.awaits == side or (standing.awaits is None and standing.state == "open"):
        return Standing("answered")
    return standing


def news(*, managers_only: bool, asks: bool) -> str:
    """As what kind people are told of a message."""
    return f"{'confidential' if managers_only else 'thread'}_{'asks' if asks else 'written'}"


def days_late(standing: Standing, today: date) -> int:
    """Days past the date by which an answer was asked for; 0: in time, or none is waited for."""
    if standing.awaits is None or standing.answer_by is None:
        return 0
    return max(0, (today - standing.answer_by).days)


def questions(messages: Sequence[Said], at: datetime, zone: ZoneInfo) -> Iterator[Question]:
    """What was asked in one thread and what became of it: the first message of the other side answers, closing too.

    Who closes a thread while waiting takes the question back: that is neither an answer nor a delay.
    """
    for place, asked in enumerate(messages):
        if not asked.asks:
            continue
        ended = next((one for one in messages[place + 1 :] if one.side != asked.side or one.closes), None)
        until = at if ended is None else ended.at
        outcome: Outcome = "waiting" if ended is None else "withdrawn" if ended.side == asked.side else "answered"
        late = asked.answer_by is not None and until.astimezone(zone).date() > asked.answer_by
        seconds = max(0, int((until - asked.at).total_seconds()))
        yield Question(across(asked.side), asked.at, seconds, outcome, late and outcome != "withdrawn")


def delay(counted: Iterable[Question], tenths: int) -> Delay | None:
    """The delay at a rank (nearest), what is not answered counted with the time so far; None: nothing to count."""
    kept = [one for one in counted if one.outcome != "withdrawn"]
    if not kept:
        return None
    rank = (len(kept) * tenths + 9) // 10 - 1
    so_far = sorted(one.seconds for one in kept)[rank]
    # However late the answers that are waited for may come.
    answered = sorted(one.seconds for one in kept if one.outcome == "answered")
    surely = answered[rank] if rank < len(answered) else None
    return Delay(so_far, surely != so_far)


def median(counted: Iterable[Question]) -> Delay | None:
    """Half of the answers take no longer."""
    return delay(counted, _MEDIAN)


def p90(counted: Iterable[Question]) -> Delay | None:
    """Nine answers of ten take no longer."""
    return delay(counted, _P90)
