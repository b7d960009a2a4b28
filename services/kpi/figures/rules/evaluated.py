"""A ticket at an instant, and the sums of days and periods from what tickets count for."""

from collections.abc import Container, Iterable, Iterator
from datetime import date
from zoneinfo import ZoneInfo

import msgspec

from services.kpi.contacts.rules import Contact, Contacts, Verdict, judge, observed
from services.kpi.dimensions.rules import Cuts
from services.kpi.figures.rules.indicators import DURATIONS
from services.kpi.figures.rules.periods import Period
from services.kpi.figures.rules.values import Measure, nearest_rank
from services.kpi.folding.rules import Contribution
from services.kpi.terms.rules import Terms
from services.kpi.tickets.rules.facts import TicketFacts


class Judged(msgspec.Struct, frozen=True):
    """A contact among all of them, and what it counts for; nothing where its channel does not count."""

    contact: Contact
    verdict: Verdict | None
    shares: tuple[Contribution, ...]


class Evaluated(msgspec.Struct, frozen=True):
    """A ticket at the instant: its facts, the contacts that it may be, and what it counts for.

    Until `judged`, it counts only for what its own events say. `verdicts`: of its first contact, and of the later ones
    that the terms count.
    """

    source_id: str
    ticket_id: str
    facts: TicketFacts
    shares: tuple[Contribution, ...]
    contacts: tuple[Contact, ...] = ()
    verdicts: tuple[Judged, ...] = ()


def judged(ticket: Evaluated, contacts: Contacts, terms: Terms, as_of_us: int, tz: ZoneInfo) -> Evaluated:
    """The ticket with what it counts for beside all contacts of the contract, its own among them or not."""
    if not ticket.contacts:
        return ticket
    verdicts = []
    for one in ticket.contacts:
        verdict = judge(one, contacts.of(one.customer), terms, as_of_us)
        if verdict is not None or one.silence_us is None:
            verdicts.append(Judged(one, verdict, observed(one, verdict, tz)))
    shares = (*ticket.shares, *(share for one in verdicts for share in one.shares))
    return msgspec.structs.replace(ticket, shares=shares, verdicts=tuple(verdicts))


class Counted(msgspec.Struct, frozen=True):
    """What a ticket counts for, where it comes from, and the values of dimensions that it has."""

    source_id: str
    cuts: Cuts
    shares: tuple[Contribution, ...]


class Gathered:
    """Sums by indicator and day as shares come in, from a first day to a last: of one period, or of all within."""

    def __init__(self, first: date, last: date, codes: Container[str] | None = None) -> None:
        self._first, self._last, self._codes = first, last, codes
        self._days: dict[str, dict[date, list[int]]] = {}
        self._seconds: dict[str, dict[date, list[int]]] = {code: {} for code in DURATIONS}
        self.before = 0
        """The stock at the midnight that begins the first day."""
        self.heard: date | None = None
        """The first day of which anything was heard, also before the first one."""

    def add(self, shares: Iterable[Contribution]) -> None:
        """Count what lies within; of the stock, every step up to the last day."""
        for share in shares:
            if share.day > self._last:
                continue
            if share.indicator == "data_completeness" and (self.heard is None or share.day < self.heard):
                self.heard = share.day
            if self._codes is not None and share.indicator not in self._codes:
                continue
            if share.day >= self._first:
                self._count(share)
            elif share.indicator == "backlog":
                self.before += share.numerator

    def _count(self, share: Contribution) -> None:
        held = self._days.setdefault(share.indicator, {}).setdefault(share.day, [0, 0, 0, 0])
        held[0] += share.denominator
        held[1] += share.numerator
        held[2] += share.total_s
        held[3] += share.pending
        if share.indicator in self._seconds:
            self._seconds[share.indicator].setdefault(share.day, []).append(share.total_s)

    def days(self, code: str) -> dict[date, Measure]:
        """The sums of each day, without ranks; of the stock, its steps."""
        return {day: Measure(*sums) for day, sums in self._days.get(code, {}).items()}

    def ordered(self, code: str, first: date, last: date) -> list[int]:
        """The seconds of a duration over some days, in order."""
        by_day = self._seconds.get(code, {})
        return sorted(second for day in _days_of(first, last) for second in by_day.get(day, ()))

    def measures(self, period: Period | None = None) -> dict[str, Measure]:
        """The sums and the ranks, of everything or of a period within."""
        first, last = (self._first, self._last) if period is None else (period.first, period.last)
        measures = {}
        for code, by_day in self._days.items():
            sums = [by_day[day] for day in _days_of(first, last) if day in by_day]
            if code == "backlog" or not sums:
                continue
            ordered = self.ordered(code, first, last) if code in self._seconds else []
            denominator, numerator, total, pending = map(sum, zip(*sums, strict=True))
            ranks = nearest_rank(ordered, 5), nearest_rank(ordered, 9)
            measures[code] = Measure(denominator, numerator, total, pending, *ranks)
        # Of which nothing was heard yet, there is no stock, not even of none.
        if self.heard is not None and self.heard <= last:
            steps = self._days.get("backlog", {})
            measures["backlog"] = Measure(
                numerator=self.before + sum(sums[1] for day, sums in steps.items() if day <= last)
            )
        return measures


def _days_of(first: date, last: date) -> Iterator[date]:
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        yield date.fromordinal(ordinal)
