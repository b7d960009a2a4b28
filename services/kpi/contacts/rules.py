"""Repeated contacts: which contact of a customer follows another, and which one was not followed by any.

Rows 4 and 8 of the KPI catalogue. A contact is a ticket that its customer opened, of whom the tool told who it is;
where the terms say so each session of it is one: a message of its customer after a long silence begins the next. Each
is judged by the terms in force when it began: it *repeats* an earlier one of the same customer and reason that began at
most N days before it; a *first* contact (one that repeats none) was enough when none began in the N days after it.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from zoneinfo import ZoneInfo

import msgspec

from services.kpi.calendars.rules import local_date
from services.kpi.folding.rules import Cell, Contribution, Sums, apply
from services.kpi.terms.rules import ContactRules, Terms
from services.kpi.tickets.rules.facts import TicketFacts

OBSERVED = ("fcr_observed", "repeat_rate")
"""The indicators that a ticket counts for by what other tickets are."""

Place = tuple[int, str, str]
"""(beginning in µs, source, ticket): the order of contacts, in which no two are equal."""


class Contact(msgspec.Struct, frozen=True):
    """One contact; `customer` is a pseudonym. What was not told is None.

    `created_us`: its beginning, that of the ticket or of a later session. `silence_us`: of a later session the silence
    before it, by which terms say whether it is one.
    """

    created_us: int
    source_id: str
    ticket_id: str
    customer: str
    channel: str | None = None
    form: str | None = None
    group: str | None = None
    silence_us: int | None = None

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


def contacts_of(source_id: str, ticket_id: str, facts: TicketFacts | None) -> tuple[Contact, ...]:
    """The contacts that a ticket is at the instant of its facts, in order; none when it is none.

    Orphans, tickets out of scope, merged, spam or deleted are no contacts, nor are those that an agent opened. Sessions
    are those of any silence that some version of the terms may count.
    """
    if facts is None or facts.asked is None or facts.created_us is None or facts.agent_created:
        return ()
    asked = facts.asked
    if asked.customer is None:
        return ()
    first = Contact(facts.created_us, source_id, ticket_id, asked.customer, asked.channel, asked.form, asked.group)
    if not facts.sessions:
        return (first,)
    later = [
        msgspec.structs.replace(first, created_us=at_us, silence_us=silence_us) for at_us, silence_us in facts.sessions
    ]
    return first, *later


def judge(contact: Contact, of_customer: Sequence[Contact], terms: Terms, as_of_us: int) -> Verdict | None:
    """The verdict at an instant, from the customer's contacts in order; None when it is none by its terms.

    `of_customer` holds at least those within N days of the contact that had begun by the instant; itself or not.
    """
    rules = terms.contact_rules(contact.created_us)
    if not counts(contact, rules):
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


def window_over_us(contacts: Iterable[Contact], terms: Terms, as_of_us: int) -> int | None:
    """When the N days of the first of them will be over that are still to be."""
    over_us = [one.created_us + terms.contact_rules(one.created_us).window_us + 1 for one in contacts]
    return min((instant_us for instant_us in over_us if as_of_us < instant_us), default=None)


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


def observed_of(
    contacts: Sequence[Contact], known: "Contacts", terms: Terms, as_of_us: int, tz: ZoneInfo
) -> tuple[Contribution, ...]:
    """What the contacts of one ticket count for among all that are known, one share for each indicator and day."""
    shares = [
        share for one in contacts for share in observed(one, judge(one, known.of(one.customer), terms, as_of_us), tz)
    ]
    return tuple(shares) if len(contacts) < 2 else tuple(_added(shares))


def _added(shares: Iterable[Contribution]) -> Iterator[Contribution]:
    sums: dict[Cell, Sums] = {}
    for share in shares:
        apply(sums, {(share.indicator, share.day): share.sums})
    for (indicator, day), added in sums.items():
        yield Contribution(indicator, day, *added)


class Contacts:
    """The contacts of a contract by customer, as they come in."""

    def __init__(self, contacts: Iterable[Contact] = ()) -> None:
        self._of: dict[str, list[Contact]] = defaultdict(list)
        self._sorted: set[str] = set()
        self.add_all(contacts)

    def add_all(self, contacts: Iterable[Contact]) -> None:
        """Take them in."""
        for contact in contacts:
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


def counts(contact: Contact, rules: ContactRules) -> bool:
    """Whether it is a contact by these rules; a channel that was not told is in no list."""
    if rules.channels is not None and contact.channel not in rules.channels:
        return False
    if contact.silence_us is None:
        return True
    sessions = rules.sessions
    return sessions is not None and contact.channel in sessions.channels and contact.silence_us > sessions.silence_us


def _is_same(contact: Contact, other: Contact, rules: ContactRules) -> bool:
    """Whether two contacts of one customer are about the same, as far as is known."""
    if not counts(other, rules) or not (rules.across_sources or contact.source_id == other.source_id):
        return False
    if rules.reason is None:
        return True
    reason, others = (getattr(one, rules.reason) for one in (contact, other))
    return reason is None or others is None or reason == others


def _place(contact: Contact) -> Place:
    return contact.place
