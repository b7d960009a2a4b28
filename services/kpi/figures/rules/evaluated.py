"""A ticket at an instant, and the sums of a period from what tickets count for."""

from collections.abc import Iterable, Iterator
from zoneinfo import ZoneInfo

import msgspec

from services.kpi.contacts.rules import Contact, Contacts, Verdict, judge, observed
from services.kpi.figures.rules.indicators import DURATIONS
from services.kpi.figures.rules.periods import Period
from services.kpi.figures.rules.values import NOTHING, Measure, nearest_rank
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


class Gathered:
    """The sums of a period as shares come in."""

    def __init__(self, period: Period) -> None:
        self._period = period
        self._sums: dict[str, list[int]] = {}
        self._seconds: dict[str, list[int]] = {code: [] for code in DURATIONS}
        self._heard = False

    def add(self, shares: Iterable[Contribution]) -> None:
        """Count what lies in the period."""
        shares = tuple(shares)
        self._heard = self._heard or any(
            share.indicator == "data_completeness" and share.day <= self._period.last for share in shares
        )
        for share in counted_in(shares, self._period):
            held = self._sums.get(share.indicator)
            if held is None:
                held = self._sums[share.indicator] = [0, 0, 0, 0]
            held[0] += share.denominator
            held[1] += share.numerator
            held[2] += share.total_s
            held[3] += share.pending
            if share.indicator in self._seconds:
                self._seconds[share.indicator].append(share.total_s)

    def measures(self) -> dict[str, Measure]:
        """The sums and the ranks."""
        measures = {"backlog": NOTHING} if self._heard else {}
        for indicator, (denominator, numerator, total, pending) in self._sums.items():
            ordered = sorted(self._seconds.get(indicator, ()))
            measures[indicator] = Measure(
                denominator, numerator, total, pending, nearest_rank(ordered, 5), nearest_rank(ordered, 9)
            )
        return measures


def counted_in(shares: Iterable[Contribution], period: Period) -> Iterator[Contribution]:
    """Shares whose reference event lies in the period; of the stock, every step up to its end."""
    for share in shares:
        if share.day <= period.last and (share.day >= period.first or share.indicator == "backlog"):
            yield share
