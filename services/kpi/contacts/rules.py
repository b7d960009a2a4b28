"""Repeated contacts: which contact of a customer follows another, and which one was not followed by any.

Rows 4 and 8 of the KPI catalogue. A contact is a ticket that its customer opened, of whom the tool told who it is. Each
is judged by the terms in force when it began: it *repeats* an earlier one of the same customer and reason that began at
most N days before it; a *first* contact (one that repeats none) was enough when none began in the N days after it.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from zoneinfo import ZoneInfo

import msgspec

from services.kpi.calendars.rules import local_date
from services.kpi.folding.rules import Contribution
from services.kpi.terms.rules import ContactRules, Terms
from services.kpi.tickets.rules.facts import TicketFacts

OBSERVED = ("fcr_observed", "repeat_rate")
"""The indicators that a ticket counts for by what other tickets are."""

Place = tuple[int, str, str]
"""(beginning in µs, source, ticket): the order of contacts, in which no two are equal."""


class Contact(msgspec.Struct, frozen=True):
    """One contact; `customer` is a pseudonym. What was not told is None."""

    created_us: int
    source_id: str
    ticket_id: str
    customer: str
    channel: str | None = None
    form: str | None = None
    group: str | None = None

    @property
    def place(self) -> Place:
        """Where it stands among all contacts."""
        return self.created_us, self.source_id, self.ticket_id


class Verdict(msgspec.Struct, frozen=True):
    """What neighbours make of a contact: the nearest that it repeats, and the nearest that repeats it within N days.

    `decided`: the N days after it are over.
    """

    earlier: Contact | None
    later: Contact | None
    decided: bool


def contact_of(source_id: str, ticket_id: str, facts: TicketFacts | None) -> Contact | None:
    """The contact that a ticket is at the instant of its facts; None when it is none.

    Orphans, tickets out of scope, merged, spam or deleted are no contacts, nor are those that an agent opened.
    """
    if facts is None or facts.asked is None or facts.created_us is None or facts.agent_created:
        return None
    asked = facts.asked
    if asked.customer is None:
        return None
    return Contact(
        facts.created_us, source_id, ticket_id, asked.customer, asked.channel, asked.form, asked.group
    )  # fmt: skip


def judge(contact: Contact, of_customer: Sequence[Contact], terms: Terms, as_of_us: int) -> Verdict | None:
    """The verdict at an instant, from the customer's contacts in order; None when its channel does not count.

    `of_customer` holds at least those within N days of the contact that had begun by the instant; itself or not.
    """
    rules = terms.contact_rules(contact.created_us)
    if not _channel_counts(contact, rules):
        return None
    before = bisect_left(of_customer, contact.place, key=_place)
    after = bisect_right(of_customer, contact.place, key=_place)
    end_us = contact.created_us + rules.window_us
    earlier = later = None
    for number in range(before - 1, -1, -1):
        other = of_customer[number]
        if other.created_us < contact.created_us - rules.window_us:
            break
        if _is_same(contact, other, rules):
            earlier = other
            break
    for number in range(after, len(of_customer)):
        other = of_customer[number]
        if other.created_us > end_us:
            break
        if _is_same(contact, other, rules):
            later = other
            break
    return Verdict(earlier, later, as_of_us > end_us)


def window_over_us(contact: Contact, terms: Terms, as_of_us: int) -> int | None:
    """When its N days will be over, if that is still to come."""
    over_us = contact.created_us + terms.contact_rules(contact.created_us).window_us + 1
    return over_us if as_of_us < over_us else None


def observed(contact: Contact, verdict: Verdict | None, tz: ZoneInfo) -> tuple[Contribution, ...]:
    """What a contact counts for, on the day it began.

    While its N days run, a first contact is not in the denominator yet, whatever came: counting only those that have
    failed already would make the figure worse than it is. It stays pending, so that the figure is provisional.
    """
    if verdict is None:
        return ()
    day, at_us = local_date(contact.created_us, tz), contact.created_us
    repeats = Contribution("repeat_rate", day, 1, int(verdict.earlier is not None), at_us=at_us)
    if verdict.earlier is not None:
        return (repeats,)
    if not verdict.decided:
        return Contribution("fcr_observed", day, 0, 0, 0, 1, at_us), repeats
    return Contribution("fcr_observed", day, 1, int(verdict.later is None), at_us=at_us), repeats


class Contacts:
    """The contacts of a contract by customer, as they come in."""

    def __init__(self, contacts: Iterable[Contact] = ()) -> None:
        self._of: dict[str, list[Contact]] = defaultdict(list)
        self._sorted: set[str] = set()
        for contact in contacts:
            self.add(contact)

    def add(self, contact: Contact | None) -> None:
        """Take one in; none is none."""
        if contact is not None:
            self._of[contact.customer].append(contact)
            self._sorted.discard(contact.customer)

    def of(self, customer: str) -> Sequence[Contact]:
        """Those of a customer, in order."""
        own = self._of.get(customer)
        if own is None:
            return ()
        if customer not in self._sorted:
            own.sort(key=_place)
            self._sorted.add(customer)
        return own

    def __iter__(self) -> Iterator[Contact]:
        # Whoever asks for those of a customer meanwhile must not sort the list that is gone through.
        for customer in self._of:
            yield from self.of(customer)


def _channel_counts(contact: Contact, rules: ContactRules) -> bool:
    """What was not told is in no list."""
    return rules.channels is None or contact.channel in rules.channels


def _is_same(contact: Contact, other: Contact, rules: ContactRules) -> bool:
    """Whether two contacts of one customer are about the same, as far as is known."""
    if not _channel_counts(other, rules) or not (rules.across_sources or contact.source_id == other.source_id):
        return False
    if rules.reason is None:
        return True
    reason, others = (getattr(one, rules.reason) for one in (contact, other))
    return reason is None or others is None or reason == others


def _place(contact: Contact) -> Place:
    return contact.place
