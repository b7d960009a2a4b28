"""Pure rules of notifications: what is told to whom, what settles it, and when a letter tells it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from services.common.auth.access import ACCESS, Function, Permission
from services.common.zones import zone


class Group(StrEnum):
    """What a person chooses a rhythm for."""

    DECISIONS = "decisions"
    ACTIONS = "actions"
    VOICE = "voice"
    DATA = "data"
    TALKS = "talks"


class Rhythm(StrEnum):
    """How soon mail tells it; the application always does at once."""

    BY_URGENCY = "by_urgency"
    """At once what names the person or waits for their side, the rest once a day."""
    AT_ONCE = "at_once"
    DAILY = "daily"
    WEEKLY = "weekly"
    OFF = "off"


class Kind(StrEnum):
    """Everything that people are told of."""

    CONTRACT_TO_ACCEPT = "contract_to_accept"
    CONTRACT_ACTIVE = "contract_active"
    AMENDMENT_PROPOSED = "amendment_proposed"
    AMENDMENT_ANSWERED = "amendment_answered"
    ACTION_PROPOSED = "action_proposed"
    ACTION_NAMED = "action_named"
    ACTION_ANSWERED = "action_answered"
    ACTION_DATE_ASKED = "action_date_asked"
    ACTION_DONE = "action_done"
    ACTION_DUE_SOON = "action_due_soon"
    ACTION_OVERDUE = "action_overdue"
    RELAY_RECEIVED = "relay_received"
    RELAY_REPLIED = "relay_replied"
    RELAY_ACCEPTED = "relay_accepted"
    RELAY_INSUFFICIENT = "relay_insufficient"
    RELAY_OVERDUE = "relay_overdue"
    WORDS_TO_RELEASE = "words_to_release"
    MASK_REPORTED = "mask_reported"
    MASK_ANSWERED = "mask_answered"
    THREAD_WRITTEN = "thread_written"
    THREAD_ASKS = "thread_asks"
    CONFIDENTIAL_WRITTEN = "confidential_written"
    CONFIDENTIAL_ASKS = "confidential_asks"
    EVALUATION_PROPOSED = "evaluation_proposed"
    EVALUATION_GIVEN = "evaluation_given"
    BASELINE_PROPOSED = "baseline_proposed"
    SCOPE_PROPOSED = "scope_proposed"
    STAFF_PROPOSED = "staff_proposed"
    PROPOSAL_ANSWERED = "proposal_answered"
    PRACTICE_PROPOSED = "practice_proposed"
    REPLAY_PROPOSED = "replay_proposed"
    SOURCE_SILENT = "source_silent"
    TOOL_SWITCHED_OFF = "tool_switched_off"
    FIGURE_MISSED = "figure_missed"


@dataclass(frozen=True)
class Nature:
    """What a kind is."""

    group: Group
    tells: Permission
    """The right of those of a side who are told."""
    reads: Permission
    """The right without which its object cannot be opened: nobody who lacks it is told, or told any longer."""
    asks: bool = False
    """Whether it waits for the side, or the person, that is told."""


_P, _G = Permission, Group
NATURES: dict[Kind, Nature] = {
    Kind.CONTRACT_TO_ACCEPT: Nature(_G.DECISIONS, _P.ACCEPTANCE_CREATE, _P.CONTRACT_READ, asks=True),
    Kind.CONTRACT_ACTIVE: Nature(_G.DECISIONS, _P.ACCEPTANCE_CREATE, _P.CONTRACT_READ),
    Kind.AMENDMENT_PROPOSED: Nature(_G.DECISIONS, _P.ACCEPTANCE_CREATE, _P.CONTRACT_READ, asks=True),
    Kind.AMENDMENT_ANSWERED: Nature(_G.DECISIONS, _P.TERMS_WRITE, _P.CONTRACT_READ),
    Kind.ACTION_PROPOSED: Nature(_G.ACTIONS, _P.ACTION_WRITE, _P.ACTION_READ, asks=True),
    Kind.ACTION_NAMED: Nature(_G.ACTIONS, _P.ACTION_WRITE, _P.ACTION_READ),
    Kind.ACTION_ANSWERED: Nature(_G.ACTIONS, _P.ACTION_WRITE, _P.ACTION_READ),
    Kind.ACTION_DATE_ASKED: Nature(_G.ACTIONS, _P.ACTION_WRITE, _P.ACTION_READ, asks=True),
    Kind.ACTION_DONE: Nature(_G.ACTIONS, _P.ACTION_WRITE, _P.ACTION_READ, asks=True),
    Kind.ACTION_DUE_SOON: Nature(_G.ACTIONS, _P.ACTION_WRITE, _P.ACTION_READ, asks=True),
    Kind.ACTION_OVERDUE: Nature(_G.ACTIONS, _P.ACTION_WRITE, _P.ACTION_READ, asks=True),
    Kind.RELAY_RECEIVED: Nature(_G.VOICE, _P.RELAY_ACT, _P.RELAY_READ, asks=True),
    Kind.RELAY_REPLIED: Nature(_G.VOICE, _P.RELAY_MANAGE, _P.RELAY_READ, asks=True),
    Kind.RELAY_ACCEPTED: Nature(_G.VOICE, _P.RELAY_ACT, _P.RELAY_READ),
    Kind.RELAY_INSUFFICIENT: Nature(_G.VOICE, _P.RELAY_ACT, _P.RELAY_READ, asks=True),
    Kind.RELAY_OVERDUE: Nature(_G.VOICE, _P.RELAY_ACT, _P.RELAY_READ, asks=True),
    Kind.WORDS_TO_RELEASE: Nature(_G.VOICE, _P.VERBATIM_REVIEW, _P.VERBATIM_READ, asks=True),
    Kind.MASK_REPORTED: Nature(_G.VOICE, _P.VERBATIM_REVIEW, _P.VERBATIM_READ, asks=True),
    Kind.MASK_ANSWERED: Nature(_G.VOICE, _P.VERBATIM_REVIEW, _P.VERBATIM_READ),
    Kind.THREAD_WRITTEN: Nature(_G.TALKS, _P.THREAD_WRITE, _P.THREAD_READ),
    Kind.THREAD_ASKS: Nature(_G.TALKS, _P.THREAD_WRITE, _P.THREAD_READ, asks=True),
    Kind.CONFIDENTIAL_WRITTEN: Nature(_G.TALKS, _P.THREAD_CONFIDE, _P.THREAD_CONFIDE),
    Kind.CONFIDENTIAL_ASKS: Nature(_G.TALKS, _P.THREAD_CONFIDE, _P.THREAD_CONFIDE, asks=True),
    Kind.EVALUATION_PROPOSED: Nature(_G.TALKS, _P.EVALUATION_WRITE, _P.EVALUATION_READ, asks=True),
    Kind.EVALUATION_GIVEN: Nature(_G.TALKS, _P.EVALUATION_WRITE, _P.EVALUATION_READ),
    Kind.BASELINE_PROPOSED: Nature(_G.DECISIONS, _P.BASELINE_WRITE, _P.BASELINE_READ, asks=True),
    Kind.SCOPE_PROPOSED: Nature(_G.DECISIONS, _P.SCOPE_APPROVE, _P.SOURCE_READ, asks=True),
    Kind.STAFF_PROPOSED: Nature(_G.DECISIONS, _P.SCOPE_APPROVE, _P.SOURCE_READ, asks=True),
    Kind.PROPOSAL_ANSWERED: Nature(_G.DECISIONS, _P.SCOPE_APPROVE, _P.CONTRACT_READ),
    Kind.PRACTICE_PROPOSED: Nature(_G.ACTIONS, _P.PRACTICE_WRITE, _P.PRACTICE_READ, asks=True),
    Kind.REPLAY_PROPOSED: Nature(_G.DATA, _P.REPLAY_APPROVE, _P.DELIVERY_READ, asks=True),
    Kind.SOURCE_SILENT: Nature(_G.DATA, _P.SOURCE_MANAGE, _P.SOURCE_READ),
    Kind.TOOL_SWITCHED_OFF: Nature(_G.DATA, _P.RELAY_MANAGE, _P.RELAY_OVERSEE, asks=True),
    Kind.FIGURE_MISSED: Nature(_G.DATA, _P.SOURCE_MANAGE, _P.FIGURE_READ),
}

_K = Kind
_SETTLES: dict[Kind, frozenset[Kind]] = {
    _K.CONTRACT_TO_ACCEPT: frozenset({_K.CONTRACT_TO_ACCEPT}),
    _K.CONTRACT_ACTIVE: frozenset({_K.CONTRACT_TO_ACCEPT}),
    _K.AMENDMENT_ANSWERED: frozenset({_K.AMENDMENT_PROPOSED}),
    _K.ACTION_PROPOSED: frozenset({_K.ACTION_PROPOSED}),
    _K.ACTION_ANSWERED: frozenset({_K.ACTION_PROPOSED, _K.ACTION_DATE_ASKED, _K.ACTION_DONE}),
    _K.ACTION_DATE_ASKED: frozenset({_K.ACTION_DATE_ASKED}),
    _K.ACTION_DONE: frozenset({_K.ACTION_DATE_ASKED, _K.ACTION_DUE_SOON, _K.ACTION_OVERDUE}),
    _K.ACTION_OVERDUE: frozenset({_K.ACTION_DUE_SOON}),
    # Of what comes again and again the last one says enough.
    _K.RELAY_RECEIVED: frozenset({_K.RELAY_RECEIVED}),
    _K.WORDS_TO_RELEASE: frozenset({_K.WORDS_TO_RELEASE}),
    _K.TOOL_SWITCHED_OFF: frozenset({_K.TOOL_SWITCHED_OFF}),
    _K.RELAY_REPLIED: frozenset({_K.RELAY_INSUFFICIENT, _K.RELAY_OVERDUE}),
    _K.RELAY_ACCEPTED: frozenset({_K.RELAY_REPLIED}),
    _K.RELAY_INSUFFICIENT: frozenset({_K.RELAY_REPLIED}),
    _K.MASK_ANSWERED: frozenset({_K.MASK_REPORTED}),
    _K.PROPOSAL_ANSWERED: frozenset(
        {
            _K.BASELINE_PROPOSED,
            _K.SCOPE_PROPOSED,
            _K.STAFF_PROPOSED,
            _K.PRACTICE_PROPOSED,
            _K.REPLAY_PROPOSED,
            _K.EVALUATION_PROPOSED,
        }
    ),
    _K.THREAD_WRITTEN: frozenset({_K.THREAD_ASKS}),
    _K.THREAD_ASKS: frozenset({_K.THREAD_ASKS}),
    _K.CONFIDENTIAL_WRITTEN: frozenset({_K.CONFIDENTIAL_ASKS}),
    _K.CONFIDENTIAL_ASKS: frozenset({_K.CONFIDENTIAL_ASKS}),
}
_DATES = frozenset({_K.ACTION_DUE_SOON, _K.ACTION_OVERDUE})
_WITHOUT_DATE = frozenset({"abandoned", "verified", "date_agreed"})
"""Answers after which the date that was told of is none any more."""

BUNDLE = timedelta(minutes=2)
"""What is told at once waits so long for what comes with it: one letter, not five."""
HOUR = time(7, 30)
MONDAY = 0
USUAL_ZONE = "Europe/Paris"
STALE = timedelta(days=14)
"""Mail that could not leave for so long tells no more of it; the application does."""
KEPT = timedelta(days=180)
SOON = 3
"""Days before its date that an action is called due soon."""
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=6)
WITHOUT_MAIL = timedelta(hours=1)
"""How long an installation without mail is left alone before it is asked again."""


@dataclass(frozen=True)
class Pending:
    """What has not been mailed yet, and was neither read nor settled."""

    id: UUID
    kind: Kind
    personal: bool
    told_at: datetime


def settled_by(kind: Kind, data: Mapping[str, str]) -> frozenset[Kind]:
    """What is over for everybody, once this happened to the same object."""
    settled = _SETTLES.get(kind, frozenset())
    if kind is Kind.ACTION_ANSWERED and data.get("outcome") in _WITHOUT_DATE:
        settled |= _DATES
    return settled


def holders(permission: Permission) -> list[Function]:
    """The functions that carry a right, in one order."""
    return sorted(ACCESS[permission])


def rhythm_of(kind: Kind, personal: bool, chosen: Mapping[str, str]) -> Rhythm:
    """How soon mail tells one: what was chosen for its group, urgency resolved."""
    nature = NATURES[kind]
    rhythm = Rhythm(chosen.get(nature.group, Rhythm.BY_URGENCY))
    if rhythm is Rhythm.BY_URGENCY:
        return Rhythm.AT_ONCE if personal or nature.asks else Rhythm.DAILY
    return rhythm


def due(rhythm: Rhythm, told_at: datetime, zone_name: str) -> datetime | None:
    """When a letter tells what was told in the application at an instant; None: never."""
    match rhythm:
        case Rhythm.OFF:
            return None
        case Rhythm.AT_ONCE:
            return told_at + BUNDLE
    tz = zone(zone_name)
    local = told_at.astimezone(tz)
    day = local.date()
    if local.timetz().replace(tzinfo=None) >= HOUR:
        day += timedelta(days=1)
    if rhythm is Rhythm.WEEKLY:
        day += timedelta(days=(MONDAY - day.weekday()) % 7)
    return datetime.combine(day, HOUR, tz).astimezone(told_at.tzinfo)


def zone_of(own: str | None, contracts: Iterable[str]) -> str:
    """In which zone it is half past seven for somebody: their own, else that of their contracts where they agree."""
    zones = set(contracts)
    return own or (zones.pop() if len(zones) == 1 else USUAL_ZONE)


@dataclass(frozen=True)
class Sorted:
    """What a letter tells now, and when to look again."""

    now: tuple[Pending, ...]
    look_at: datetime | None


def sort(pending: Sequence[Pending], chosen: Mapping[str, str], zone_name: str, at: datetime) -> Sorted:
    """Whether a letter is due, with what, and when the next one may be.

    A letter that leaves at once takes along whatever else is told at once, however young: one letter, not two.
    """
    rhythms = {one.id: rhythm_of(one.kind, one.personal, chosen) for one in pending}
    dues = {one.id: due(rhythms[one.id], one.told_at, zone_name) for one in pending}
    ripe = {one_id for one_id, instant in dues.items() if instant is not None and instant <= at}
    leaving = {rhythms[one_id] for one_id in ripe}
    told = ripe | {one_id for one_id, rhythm in rhythms.items() if rhythm is Rhythm.AT_ONCE and rhythm in leaving}
    later = [instant for one_id, instant in dues.items() if instant is not None and one_id not in told]
    return Sorted(tuple(one for one in pending if one.id in told), min(later, default=None))


def wait_after(attempts: int) -> timedelta:
    """How long until a letter is tried again that failed so many times."""
    return min(LONGEST_WAIT, FIRST_WAIT * (1 << min(attempts - 1, 12)))


def due_key(kind: Kind, action_id: UUID, due_on: date) -> str:
    """What makes a date that comes or passes one event, whoever notices it and however often."""
    return f"{kind}:{action_id}:{due_on.isoformat()}"


def read_rights(kind: Kind) -> list[Function]:
    """Who may open what it is about."""
    return holders(NATURES[kind].reads)


def kinds_open_to(functions: Iterable[Function]) -> frozenset[Kind]:
    """The kinds whose objects somebody with these functions may open."""
    held = frozenset(functions)
    return frozenset(kind for kind, nature in NATURES.items() if not held.isdisjoint(ACCESS[nature.reads]))
