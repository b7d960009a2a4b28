"""Which tickets a figure speaks of, which of them count, and why the others do not.

The population of a figure: tickets created in its period (or first heard of in it, while their creation is missing),
those that count in it though they were created before, and answers that no ticket brought. So what counts and what does
not, by reason, add up to it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from services.kpi.contacts.rules import OBSERVED, Verdict
from services.kpi.figures.rules.evaluated import Evaluated, Judged
from services.kpi.figures.rules.indicators import Indicator, Kind
from services.kpi.figures.rules.periods import Period
from services.kpi.folding.rules import Contribution
from services.kpi.scopes.rules import OUT_OF_SCOPE
from services.kpi.staff.rules import HANDLED_BY, NOBODY, HandledBy
from services.kpi.tickets.rules.events import ANSWERS_SOURCE
from services.kpi.tickets.rules.facts import TicketFacts

Answer = Literal["promoter", "passive", "detractor", "satisfied", "dissatisfied"]
_OF_THE_PERIOD = frozenset({"data_completeness", *OUT_OF_SCOPE})
"""Shares that place a ticket in the period of its creation, whatever else it counts for."""
Filter = Literal["in", "out", "numerator", "not_numerator"]


class Session(msgspec.Struct, frozen=True):
    """One of several contacts that a ticket is."""

    began_us: int
    reason: str | None = None
    """Why it does not count; None when it does."""
    in_numerator: bool | None = None
    pending: bool = False
    reference_us: int | None = None
    verdict: Verdict | None = None


class Entry(msgspec.Struct, frozen=True):
    """One ticket of the population."""

    source_id: str
    ticket_id: str
    reason: str | None = None
    """Why it does not count; None when it does."""
    in_numerator: bool | None = None
    value_s: int | None = None
    answer: Answer | None = None
    pending: bool = False
    reference_us: int | None = None
    verdict: Verdict | None = None
    """Of a contact: which one it repeats, and which one repeats it."""
    priority: str | None = None
    times_us: tuple[int, ...] | None = None
    """Unsolved time by whose it was, in the order of `OWNERS`."""
    handled_by: HandledBy | None = None
    sessions: tuple[Session, ...] = ()
    """Of a ticket that is several contacts those that began in the period; `reason`, `in_numerator` and `pending` are
    then those of any of them, and the rest that of the first to be counted."""

    @property
    def denominator(self) -> int:
        """How often it counts."""
        return sum(one.reason is None for one in self.sessions) if self.sessions else int(self.reason is None)

    @property
    def numerator(self) -> int:
        """How often it counts above the line; of the score, for or against."""
        if self.sessions:
            return sum(bool(one.in_numerator) for one in self.sessions)
        if self.answer in ("promoter", "passive", "detractor"):
            return {"promoter": 1, "passive": 0, "detractor": -1}[self.answer]
        return int(bool(self.in_numerator))

    @property
    def counted(self) -> Literal["in", "out"]:
        """Whether it counts."""
        return "in" if self.reason is None else "out"


class Counts(msgspec.Struct, frozen=True):
    """The population, split."""

    numerator: int
    denominator: int
    pending: int
    out: tuple[tuple[str, int], ...]
    """(reason, tickets), most first."""
    tickets: int | None = None
    """Those that count, where some of them may count more than once; else the denominator says so."""


def entry_of(ticket: Evaluated, indicator: Indicator, period: Period, closing_us: int) -> Entry | None:
    """The ticket as the figure sees it; None when the figure does not speak of it.

    `closing_us`: the instant at which a stock is taken.
    """
    entry = _seen(ticket, indicator, period, closing_us)
    facts = ticket.facts
    if entry is None:
        return None
    if facts.times_us is None:
        return msgspec.structs.replace(entry, handled_by=facts.handled_by)
    return msgspec.structs.replace(entry, priority=facts.priority, times_us=facts.times_us, handled_by=facts.handled_by)


def _seen(ticket: Evaluated, indicator: Indicator, period: Period, closing_us: int) -> Entry | None:
    if indicator.code in OBSERVED and ticket.verdicts:
        return _asked(ticket, indicator.code, period)
    own = [share for share in ticket.shares if share.indicator == indicator.code]
    if indicator.kind is Kind.STOCK:
        if sum(share.numerator for share in own if share.day <= period.last) > 0:
            return Entry(ticket.source_id, ticket.ticket_id, in_numerator=True, reference_us=closing_us)
        elsewhere: Contribution | None = None
    else:
        share = next(iter(own), None)
        if share is not None and share.denominator and period.first <= share.day <= period.last:
            return _counted(ticket, indicator, share)
        elsewhere = share
    if not any(
        share.indicator in _OF_THE_PERIOD and period.first <= share.day <= period.last for share in ticket.shares
    ):
        return None
    at_us = None if elsewhere is None else elsewhere.at_us
    reason = reason_out(indicator.code, ticket.facts, counts_elsewhere=elsewhere is not None)
    return Entry(ticket.source_id, ticket.ticket_id, reason, reference_us=at_us)


def _asked(ticket: Evaluated, code: str, period: Period) -> Entry | None:
    """A ticket that is a contact, or several: one of a ticket created before may have begun in the period."""
    sessions = [_session(one, code) for one in ticket.verdicts if _began_in(one, ticket, period)]
    if not sessions:
        return None
    shown = min(sessions, key=lambda one: (one.reason is not None, not one.pending))
    entry = Entry(
        ticket.source_id, ticket.ticket_id, shown.reason, shown.in_numerator, pending=shown.pending,
        reference_us=shown.reference_us, verdict=shown.verdict,
    )  # fmt: skip
    if len(ticket.verdicts) == 1:
        return entry
    above = None if shown.reason is not None else any(one.in_numerator for one in sessions)
    waits = any(one.pending for one in sessions)
    return msgspec.structs.replace(entry, in_numerator=above, pending=waits, sessions=tuple(sessions))


def _session(judged: Judged, code: str) -> Session:
    began_us, verdict = judged.contact.created_us, judged.verdict
    share = next((one for one in judged.shares if one.indicator == code), None)
    if share is None:
        return Session(began_us, reason_not_counted(verdict), verdict=verdict)
    if not share.denominator:
        return Session(began_us, reason_not_counted(verdict), None, True, share.at_us, verdict)
    return Session(began_us, None, share.numerator > 0, bool(share.pending), share.at_us, verdict)


def _began_in(judged: Judged, ticket: Evaluated, period: Period) -> bool:
    """One that counts for nothing is a ticket's first: of the day of its creation."""
    shares = judged.shares or [share for share in ticket.shares if share.indicator == "data_completeness"]
    return any(period.first <= share.day <= period.last for share in shares)


def reason_not_counted(verdict: Verdict | None) -> str:
    """Why a contact is not counted among the first contacts of its day."""
    if verdict is None:
        return "channel_not_counted"
    return "window_open" if verdict.earlier is None else "repeat_contact"


def reason_out(code: str, facts: TicketFacts, *, counts_elsewhere: bool) -> str:
    """Why a ticket of the period does not count in it."""
    if facts.out_of_scope is not None:
        return facts.out_of_scope
    if facts.orphan:
        return "orphan"
    if facts.excluded is not None:
        return facts.excluded
    if code in OBSERVED:
        return "agent_created" if facts.agent_created else "customer_unknown"
    if counts_elsewhere:
        return "other_period"
    if code in facts.untold:
        return "not_told"
    if code in ("frt", "frt_business"):
        if facts.agent_created:
            return "agent_created"
        return "not_answered" if facts.first_response_s is None else "no_schedule"
    if code == "sla_first_response" and facts.agent_created:
        return "agent_created"
    if code in ("sla_first_response", "sla_resolution"):
        breached = facts.sla_first_response_breached if code == "sla_first_response" else facts.sla_resolution_breached
        return "no_target" if breached is None else "not_due"
    if code in ("ces", "csat", "nps", "fcr_declared"):
        return "not_rated"
    return "solved" if code == "backlog" else "not_solved"


def count(entries: Iterable[Entry], numerator: int, indicator: Indicator) -> Counts:
    """The population of a figure; `numerator` as the sums have it."""
    counted = tickets = pending = 0
    out: Counter[str] = Counter()
    several = False
    for entry in entries:
        several = several or bool(entry.sessions)
        if entry.reason is None:
            counted += entry.denominator
            tickets += 1
            pending += entry.pending and not entry.sessions
        else:
            out[entry.reason] += 1
    told = counted if indicator.kind is Kind.STOCK else numerator
    by_reason = tuple(sorted(out.items(), key=lambda item: (-item[1], item[0])))
    return Counts(told, counted, pending, by_reason, tickets if several else None)


def times_of(entries: Iterable[Entry]) -> tuple[int, ...] | None:
    """Whose the unsolved time of the counted tickets was, added up; None when none of them is a ticket."""
    told = [entry.times_us for entry in entries if entry.reason is None and entry.times_us is not None]
    return tuple(sum(column) for column in zip(*told, strict=True)) if told else None


def handled_of(entries: Iterable[Entry]) -> dict[str, int]:
    """Who handled the counted tickets: how many each side alone, both, or nobody yet; they add up to those tickets."""
    told = Counter(
        entry.handled_by or NOBODY for entry in entries if entry.reason is None and entry.source_id != ANSWERS_SOURCE
    )
    return {by: told[by] for by in (*HANDLED_BY, NOBODY)}


def chosen(entries: Sequence[Entry], wanted: Filter | None) -> Sequence[Entry]:
    """The part of the population that is asked for."""
    if wanted is None:
        return entries
    if wanted in ("in", "out"):
        return [entry for entry in entries if entry.counted == wanted]
    # A ticket that is several contacts may be on both sides.
    if wanted == "numerator":
        return [entry for entry in entries if entry.reason is None and entry.in_numerator]
    return [
        entry
        for entry in entries
        if entry.reason is None and entry.in_numerator is not None and entry.numerator < entry.denominator
    ]


def _counted(ticket: Evaluated, indicator: Indicator, share: Contribution) -> Entry:
    answer: Answer | None = None
    if indicator.code == "nps":
        answer = "promoter" if share.numerator > 0 else "detractor" if share.numerator < 0 else "passive"
    elif indicator.code == "csat":
        answer = "satisfied" if share.numerator else "dissatisfied"
    duration = indicator.kind is Kind.DURATION
    return Entry(
        ticket.source_id,
        ticket.ticket_id,
        in_numerator=None if duration else share.numerator > 0,
        value_s=share.total_s if duration else None,
        answer=answer,
        pending=bool(share.pending),
        reference_us=share.at_us,
    )
