"""Which contact repeats another, by the rule and by brute force over all pairs."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.common.zones import zone
from services.kpi.contacts.rules import Contact, Contacts, contacts_of, judge, observed, window_over_us
from services.kpi.terms.rules import InvalidTerms, Terms
from services.kpi.tickets.rules.events import (
    Created,
    CreationKnown,
    Excluded,
    Linked,
    MessageAdded,
    Restored,
    TimedEvent,
)
from services.kpi.tickets.rules.facts import ticket_facts
from tests.factories.tickets import DAY, HOUR, MONDAY, TERMS, story, terms_version, ticket_events, timed

PARIS = zone("Europe/Paris")
ASKED = Created(requester="c", form="A", channel="email", group="G")
TWO_DAYS = terms_version(repeat_contacts={"days": 2, "channels": ["email", "chat"], "reason": "group"})


def contact(days: float, ticket: str = "t", **changes: Any) -> Contact:
    return Contact(MONDAY + round(days * DAY), changes.pop("source_id", "s"), ticket, "c", **changes)


def verdict(own: Contact, *others: Contact, terms: Terms = TERMS, as_of: float = 100) -> tuple[str | None, str | None]:
    """Tickets that decide of a contact: (the one it repeats, the one that repeats it)."""
    contacts = Contacts([own, *others])
    found = judge(own, contacts.of("c"), terms, MONDAY + round(as_of * DAY))
    assert found is not None
    return tuple(one and one.ticket_id for one in (found.earlier, found.later))  # type: ignore[return-value]


def test_the_window_holds_both_its_ends() -> None:
    first, second = contact(0), contact(7, "u")
    assert verdict(first, second) == (None, "u")
    assert verdict(second, first) == ("t", None)
    beyond = Contact(second.created_us + 1, "s", "v", "c")
    assert verdict(first, beyond) == (None, None)
    assert verdict(beyond, first) == (None, None)


def test_of_two_contacts_of_one_instant_one_repeats_the_other() -> None:
    assert verdict(contact(0, "t"), contact(0, "u")) == (None, "u")
    assert verdict(contact(0, "u"), contact(0, "t")) == ("t", None)


def test_the_nearest_decides() -> None:
    before, after = [contact(-2, "a"), contact(-1, "b")], [contact(1, "y"), contact(2, "z")]
    assert verdict(contact(0), *before, *after) == ("b", "y")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"form": "A"}, {"form": "A"}, True),
        ({"form": "A"}, {"form": "B"}, False),
        ({"form": "A"}, {}, True),
        ({}, {}, True),
        ({"form": "A", "group": "X"}, {"form": "A", "group": "Y"}, True),
        ({}, {"source_id": "elsewhere"}, False),
    ],
)
def test_a_reason_must_match_where_both_tell_one(one: dict[str, str], other: dict[str, str], same: bool) -> None:
    assert verdict(contact(0, **one), contact(1, "u", **other)) == (None, "u" if same else None)


def test_what_the_contract_records_is_what_counts() -> None:
    free = Terms([terms_version(repeat_contacts={"reason": "none", "across_sources": True})])
    assert verdict(contact(0, form="A"), contact(1, "u", form="B", source_id="elsewhere"), terms=free) == (None, "u")
    narrow = Terms([TWO_DAYS])
    mail = {"channel": "email", "group": "X"}
    assert verdict(contact(0, **mail), contact(1, "u", channel="chat", group="X"), terms=narrow) == (None, "u")
    assert verdict(contact(0, **mail), contact(1, "u", channel="phone", group="X"), terms=narrow) == (None, None)
    assert verdict(contact(0, **mail), contact(1, "u", group="X"), terms=narrow) == (None, None)
    assert verdict(contact(0, **mail), contact(1, "u", channel="email", group="Y"), terms=narrow) == (None, None)
    assert verdict(contact(0, **mail), contact(3, "u", **mail), terms=narrow) == (None, None)
    assert judge(contact(0, channel="phone"), [], narrow, MONDAY) is None
    assert judge(contact(0), [], narrow, MONDAY) is None


def test_each_contact_is_judged_by_the_terms_of_its_beginning() -> None:
    later = terms_version("v2", valid_from="2026-10-06T00:00:00Z", repeat_contacts={"days": 2})
    changed = Terms([terms_version(), later])
    monday, saturday = contact(0), contact(5, "u")
    assert verdict(monday, saturday, terms=changed) == (None, "u")
    assert verdict(saturday, monday, terms=changed) == (None, None)
    assert changed.longest_contact_window_us == 7 * DAY


def test_what_contacts_count_for() -> None:
    day = PARIS

    def told(own: Contact, *others: Contact, as_of: float) -> dict[str, tuple[int, int, int, int]]:
        found = judge(own, Contacts([own, *others]).of("c"), TERMS, MONDAY + round(as_of * DAY))
        return {share.indicator: share.sums for share in observed(own, found, day)}

    running = told(contact(0), contact(1, "u"), as_of=7)
    assert running == {"fcr_observed": (0, 0, 0, 1), "repeat_rate": (1, 0, 0, 0)}
    assert told(contact(0), as_of=8) == {"fcr_observed": (1, 1, 0, 0), "repeat_rate": (1, 0, 0, 0)}
    assert told(contact(0), contact(1, "u"), as_of=8) == {"fcr_observed": (1, 0, 0, 0), "repeat_rate": (1, 0, 0, 0)}
    assert told(contact(1, "u"), contact(0), as_of=2) == {"repeat_rate": (1, 1, 0, 0)}
    assert observed(contact(0), None, day) == ()
    assert window_over_us([contact(0)], TERMS, MONDAY + 7 * DAY) == MONDAY + 7 * DAY + 1
    assert window_over_us([contact(0)], TERMS, MONDAY + 7 * DAY + 1) is None


def _contact_of(*events: TimedEvent) -> Contact | None:
    found = contacts_of("s", "t", ticket_facts(list(events), TERMS, MONDAY + 30 * DAY))
    assert len(found) < 2
    return next(iter(found), None)


def test_which_tickets_are_contacts() -> None:
    whole = Contact(MONDAY, "s", "t", "c", "email", "A", "G")
    assert _contact_of(*story((0, ASKED))) == whole
    assert _contact_of(*story((0, ASKED), (1, Excluded("merged")), (2, Restored()))) == whole
    for events in (
        story((0, Created())),
        story((0, Created(requester=""))),
        story((0, Created(requester="c", created_by_agent=True))),
        story((0, MessageAdded("customer", public=True))),
        *(story((0, ASKED), (1, Excluded(reason))) for reason in ("merged", "spam", "deleted")),
    ):
        assert _contact_of(*events) is None


def test_the_creation_tells_who_asked_whatever_came_later() -> None:
    snapshot = CreationKnown(MONDAY, requester="other", form="B")
    assert _contact_of(*story((0, Created(requester="c")), (1, snapshot))) == Contact(MONDAY, "s", "t", "c", None, "B")
    # Of two tellings of one instant the same one counts, whichever arrived first.
    both = [
        timed(MONDAY, CreationKnown(MONDAY, requester=name), arrival=n, delivery=f"d{n}") for n, name in enumerate("ab")
    ]
    swapped = [timed(MONDAY, one.event, arrival=9 - n, delivery=f"d{9 - n}") for n, one in enumerate(both)]
    assert _contact_of(*both) == _contact_of(*swapped)


def test_a_link_tells_the_customer_and_nothing_else() -> None:
    """given a ticket linked at an erasure / then it has another customer, no other fact, and none before it began."""
    events = story((1, ASKED), (2, MessageAdded("agent", public=True)))
    link = TimedEvent(0, 0, MONDAY, MONDAY, "e", 0, Linked("c", "drawn"))
    before, after = (ticket_facts(told, TERMS, MONDAY + DAY) for told in (events, [*events, link]))
    assert before is not None
    assert before.asked is not None
    asked = msgspec.structs.replace(before.asked, customer="drawn")
    assert after == msgspec.structs.replace(before, asked=asked)
    assert ticket_facts([*events, link], TERMS, MONDAY) is None


@pytest.mark.parametrize(
    ("block", "path"),
    [
        ([], "repeat_contacts"),
        ({"days": 0}, "repeat_contacts.days"),
        ({"days": True}, "repeat_contacts.days"),
        ({"days": 7.5}, "repeat_contacts.days"),
        ({"channels": "email"}, "repeat_contacts.channels"),
        ({"channels": [1]}, "repeat_contacts.channels"),
        ({"reason": "brand"}, "repeat_contacts.reason"),
        ({"reason": []}, "repeat_contacts.reason"),
        ({"across_sources": 1}, "repeat_contacts.across_sources"),
    ],
)
def test_bad_rules_name_the_field(block: object, path: str) -> None:
    with pytest.raises(InvalidTerms) as refused:
        terms_version(repeat_contacts=block)
    assert path in [where for where, _ in refused.value.problems]


_names = st.sampled_from([None, "A", "B"])
_contacts = st.lists(
    st.builds(
        lambda hours, source, channel, form, group: (MONDAY + hours * HOUR, source, channel, form, group),
        st.integers(0, 200), st.sampled_from("st"), _names, _names, _names,
    ),
    max_size=14,
)  # fmt: skip
_rules = st.fixed_dictionaries(
    {
        "days": st.integers(1, 4),
        "channels": st.none() | st.lists(st.sampled_from("AB"), max_size=2),
        "reason": st.sampled_from(["form", "group", "none"]),
        "across_sources": st.booleans(),
    }
)


@given(_contacts, _rules, _rules, st.integers(0, 400))
def test_the_rule_is_what_all_pairs_say(
    drawn: list[tuple[Any, ...]], before: dict[str, Any], after: dict[str, Any], hours: int
) -> None:
    """given any contacts of a customer and terms that change / then verdicts are those of every pair looked at."""
    later = terms_version("v2", valid_from="2026-10-08T00:00:00Z", repeat_contacts=after)
    terms, as_of_us = Terms([terms_version(repeat_contacts=before), later]), MONDAY + hours * HOUR
    everything = [
        Contact(at, source, f"{number:02}", "c", channel, form, group)
        for number, (at, source, channel, form, group) in enumerate(drawn)
    ]
    contacts = Contacts(reversed(everything))
    for own in everything:
        block = after if own.created_us >= terms.versions[1].valid_from_us else before
        counts = [one for one in everything if block["channels"] is None or one.channel in block["channels"]]
        found = judge(own, contacts.of("c"), terms, as_of_us)
        if own not in counts:
            assert found is None
            continue
        same = [one for one in counts if one is not own and _alike(own, one, block)]
        window_us = block["days"] * DAY
        repeated = [one for one in same if one.place < own.place and own.created_us - one.created_us <= window_us]
        repeating = [one for one in same if one.place > own.place and one.created_us - own.created_us <= window_us]
        assert found is not None
        assert found.earlier == max(repeated, key=lambda one: one.place, default=None)
        assert found.later == min(repeating, key=lambda one: one.place, default=None)
        assert found.decided == (as_of_us - own.created_us > window_us)


def _alike(one: Contact, other: Contact, block: dict[str, Any]) -> bool:
    if one.source_id != other.source_id and not block["across_sources"]:
        return False
    if block["reason"] == "none":
        return True
    told = {getattr(one, block["reason"]), getattr(other, block["reason"])} - {None}
    return len(told) < 2


@given(ticket_events(created=True), st.integers(MONDAY, MONDAY + 30 * DAY))
def test_what_an_event_does_not_change_no_instant_changes(events: list[TimedEvent], as_of_us: int) -> None:
    """given any life of a ticket / then until its next change the contact that it is stays the same."""
    facts = ticket_facts(events, TERMS, as_of_us)
    assert facts is not None
    until_us = (facts.next_change_us or MONDAY + 90 * DAY) - 1
    assert contacts_of("s", "t", facts) == contacts_of("s", "t", ticket_facts(events, TERMS, until_us))
