"""Conversations on one ticket: where they begin, minute by minute, and which of them repeats another."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.kpi.contacts.rules import Contact, Contacts, contacts_of, judge
from services.kpi.terms.rules import InvalidTerms, SessionRules, Terms
from services.kpi.tickets.rules.events import (
    Created,
    CreationKnown,
    Excluded,
    Imported,
    MessageAdded,
    NeutralEvent,
    TimedEvent,
)
from services.kpi.tickets.rules.facts import ticket_facts
from services.kpi.tickets.rules.sessions import sessions_after
from tests.factories.tickets import AGENT_SAYS, DAY, HOUR, MONDAY, story, terms_version, ticket_events, timed

MINUTE = HOUR // 60
CHAT = {"channels": ["chat"], "silence_minutes": 24 * 60}
TERMS = Terms([terms_version(repeat_contacts={"sessions": CHAT})])
ASKED = Created(requester="c", channel="chat")
CUSTOMER_SAYS = MessageAdded("customer", public=True)
BOT_SAYS = MessageAdded("bot", public=True)
NOTE = MessageAdded("agent", public=False)


def begun(*steps: tuple[float, NeutralEvent], terms: Terms = TERMS, as_of: float = 10_000) -> list[float]:
    """Hours after Monday at which the contacts of a ticket begin that its terms count."""
    facts = ticket_facts(story(*steps), terms, MONDAY + round(as_of * HOUR))
    own = contacts_of("s", "t", facts)
    counted = [one for one in own if judge(one, own, terms, MONDAY + round(as_of * HOUR)) is not None]
    return [(one.created_us - MONDAY) / HOUR for one in counted]


@pytest.mark.parametrize(
    ("steps", "beginnings"),
    [
        ([(0, ASKED)], [0]),
        ([(0, ASKED), (24, CUSTOMER_SAYS)], [0]),
        ([(0, ASKED), (24.001, CUSTOMER_SAYS)], [0, 24.001]),
        ([(0, ASKED), (24.001, NOTE), (30, CUSTOMER_SAYS), (31, CUSTOMER_SAYS)], [0, 30]),
        # Whom an agent or a bot wrote to again has not come again: it is answered.
        ([(0, ASKED), (72, AGENT_SAYS), (73, CUSTOMER_SAYS), (120, CUSTOMER_SAYS)], [0, 120]),
        ([(0, ASKED), (72, BOT_SAYS), (73, CUSTOMER_SAYS)], [0]),
        ([(0, ASKED), (72, AGENT_SAYS), (72, CUSTOMER_SAYS)], [0, 72]),
        ([(0, ASKED), (72, CUSTOMER_SAYS), (72, AGENT_SAYS)], [0, 72]),
        # What was written before the creation is of it.
        ([(48, ASKED), (0, CUSTOMER_SAYS), (10, AGENT_SAYS), (49, CUSTOMER_SAYS)], [48]),
        ([(0, Created(requester="c", channel="email")), (48, CUSTOMER_SAYS)], [0]),
        ([(0, Created(requester="c")), (48, CUSTOMER_SAYS)], [0]),
        ([(0, Created(channel="chat")), (48, CUSTOMER_SAYS)], []),
        ([(0, Created(requester="c", channel="chat", created_by_agent=True)), (48, CUSTOMER_SAYS)], []),
        ([(0, ASKED), (48, CUSTOMER_SAYS), (50, Excluded("spam"))], []),
    ],
)
def test_where_a_conversation_begins(steps: list[tuple[float, NeutralEvent]], beginnings: list[float]) -> None:
    assert begun(*steps) == beginnings


def test_of_a_message_told_twice_the_first_counts() -> None:
    again = MessageAdded("customer", public=True, message_id="m")
    assert begun((0, ASKED), (30, again), (60, again)) == [0, 30]
    assert begun((0, ASKED), (60, again)) == [0, 60]


@pytest.mark.parametrize(("hours", "beginnings"), [(110, []), (130, [130])])
def test_what_an_export_does_not_tell_is_no_silence(hours: int, beginnings: list[int]) -> None:
    """given a ticket of an export / then a silence is known from the last instant that it tells of."""
    last_us = MONDAY + 100 * HOUR
    known = CreationKnown(MONDAY, requester="c", channel="chat")
    events = [
        timed(MONDAY, known, delivery="export"),
        timed(MONDAY, Imported(last_us), position=1, delivery="export"),
        timed(MONDAY + 90 * HOUR, CUSTOMER_SAYS, delivery="live"),
        timed(MONDAY + hours * HOUR, CUSTOMER_SAYS, delivery="later"),
    ]
    found = contacts_of("s", "t", ticket_facts(events, TERMS, MONDAY + 200 * HOUR))
    assert [(one.created_us - MONDAY) // HOUR for one in found[1:]] == beginnings


def test_without_sessions_a_ticket_is_one_contact() -> None:
    facts = ticket_facts(story((0, ASKED), (100, CUSTOMER_SAYS)), Terms([terms_version()]), MONDAY + 9 * DAY)
    assert contacts_of("s", "t", facts) == (Contact(MONDAY, "s", "t", "c", "chat"),)


def test_a_version_counts_no_session_of_before_it() -> None:
    """given terms that begin to count sessions, then count longer silences, then none / then each counts its own."""
    terms = Terms(
        [
            terms_version(),
            terms_version("b", valid_from="2026-10-10T00:00:00Z", repeat_contacts={"sessions": CHAT}),
            terms_version("c", valid_from="2026-10-15T00:00:00Z",
                          repeat_contacts={"sessions": {**CHAT, "silence_minutes": 3 * 24 * 60}}),
            terms_version("d", valid_from="2026-10-25T00:00:00Z"),
        ]
    )  # fmt: skip
    days = [2, 4, 6, 8, 11, 13, 17, 22]
    steps = [(day * 24, CUSTOMER_SAYS) for day in days]
    assert begun((0, ASKED), *steps, terms=terms) == [0, 6 * 24, 8 * 24, 17 * 24]
    # Nor is a contact of before judged by what only later terms count, though it began on the same ticket.
    facts = ticket_facts(story((0, ASKED), *steps), terms, MONDAY + 90 * DAY)
    own = contacts_of("s", "t", facts)
    verdicts = [judge(one, own, terms, MONDAY + 90 * DAY) for one in own]
    assert verdicts[0] is not None
    assert verdicts[0].later is None
    sixth = next(one for one in own if one.created_us == MONDAY + 6 * DAY)
    found = judge(sixth, own, terms, MONDAY + 90 * DAY)
    assert found is not None
    assert (found.earlier, found.later) == (own[2], own[4])


_minutes = st.lists(st.tuples(st.integers(-5, 120), st.booleans()), max_size=25)


@given(_minutes, st.integers(1, 30), st.randoms())
def test_sessions_are_those_of_a_count_minute_by_minute(
    messages: list[tuple[int, bool]], silence: int, draw: Any
) -> None:
    """given any messages in any order of those of one minute / then sessions begin where a count of minutes says so."""
    begin, wanted, silent = 0, [], 0
    for minute in range(1, 121):
        silent += 1
        own = [by_customer for at, by_customer in messages if at == minute]
        if any(own) and silent > silence:
            wanted.append((minute * MINUTE, silent * MINUTE))
        if own:
            silent = 0
    told = [(at * MINUTE, by_customer) for at, by_customer in messages]
    draw.shuffle(told)
    told.sort(key=lambda message: message[0])
    assert list(sessions_after(told, begin, silence * MINUTE)) == wanted


@given(ticket_events(created=True), st.integers(MONDAY, MONDAY + 30 * DAY), st.integers(1, 5_000))
def test_until_its_next_change_a_ticket_has_the_same_sessions(
    events: list[TimedEvent], as_of_us: int, minutes: int
) -> None:
    terms = Terms(
        [terms_version(repeat_contacts={"sessions": {"channels": ["A", "B", "C"], "silence_minutes": minutes}})]
    )
    facts = ticket_facts(events, terms, as_of_us)
    assert facts is not None
    until_us = (facts.next_change_us or MONDAY + 90 * DAY) - 1
    assert contacts_of("s", "t", facts) == contacts_of("s", "t", ticket_facts(events, terms, until_us))


_silences = st.none() | st.sampled_from([MINUTE, 2 * MINUTE, 3 * MINUTE])
_contacts = st.lists(
    st.tuples(st.integers(0, 200), st.sampled_from(["A", "B"]), st.sampled_from([None, "x", "y"]), _silences),
    max_size=14,
)
_rules = st.fixed_dictionaries(
    {
        "days": st.integers(1, 4),
        "channels": st.none() | st.lists(st.sampled_from("AB"), max_size=2),
        "sessions": st.none()
        | st.fixed_dictionaries(
            {"channels": st.lists(st.sampled_from("AB"), min_size=1, max_size=2), "silence_minutes": st.integers(1, 2)}
        ),
    }
)


@given(_contacts, _rules, _rules)
def test_the_rule_is_what_all_pairs_say(
    drawn: list[tuple[int, str, str | None, int | None]], before: dict[str, Any], after: dict[str, Any]
) -> None:
    """given any sessions of a customer and terms that change / then verdicts are those of every pair looked at."""
    later = terms_version("v2", valid_from="2026-10-08T00:00:00Z", repeat_contacts=after)
    terms = Terms([terms_version(repeat_contacts=before), later])
    everything = [
        Contact(MONDAY + hours * HOUR, "s", f"{number:02}", "c", channel, form, None, silence_us)
        for number, (hours, channel, form, silence_us) in enumerate(drawn)
    ]
    known = Contacts(reversed(everything))
    for own in everything:
        block = after if own.created_us >= terms.versions[1].valid_from_us else before
        same = [
            one
            for one in everything
            if one is not own and _counts(one, block) and (not one.form or not own.form or one.form == own.form)
        ]
        found = judge(own, known.of("c"), terms, MONDAY)
        if not _counts(own, block):
            assert found is None
            continue
        window_us = block["days"] * DAY
        earlier = [one for one in same if one.place < own.place and own.created_us - one.created_us <= window_us]
        repeating = [one for one in same if one.place > own.place and one.created_us - own.created_us <= window_us]
        assert found is not None
        assert found.earlier == max(earlier, key=lambda one: one.place, default=None)
        assert found.later == min(repeating, key=lambda one: one.place, default=None)


def _counts(one: Contact, block: dict[str, Any]) -> bool:
    if block["channels"] is not None and one.channel not in block["channels"]:
        return False
    if one.silence_us is None:
        return True
    sessions = block["sessions"]
    if sessions is None or one.channel not in sessions["channels"]:
        return False
    return bool(one.silence_us > sessions["silence_minutes"] * MINUTE)


def test_the_shortest_silence_of_any_version_is_looked_for() -> None:
    longer = {"channels": ["chat", "sms"], "silence_minutes": 2_000}
    terms = Terms(
        [
            terms_version(repeat_contacts={"sessions": CHAT}),
            terms_version("b", valid_from="2026-10-10T00:00:00Z", repeat_contacts={"sessions": longer}),
        ]
    )
    assert terms.session_silences_us == {"chat": 1_440 * MINUTE, "sms": 2_000 * MINUTE}
    assert Terms([terms_version(repeat_contacts={"days": 3})]).session_silences_us == {}
    assert terms.contact_rules(MONDAY).sessions == SessionRules(frozenset({"chat"}), 1_440 * MINUTE)


@pytest.mark.parametrize(
    ("block", "path"),
    [
        ([], "sessions"),
        ({"channels": [], "silence_minutes": 5}, "sessions.channels"),
        ({"channels": None, "silence_minutes": 5}, "sessions.channels"),
        ({"channels": [""], "silence_minutes": 5}, "sessions.channels"),
        ({"channels": ["chat"], "silence_minutes": 0}, "sessions.silence_minutes"),
        ({"channels": ["chat"], "silence_minutes": 43_201}, "sessions.silence_minutes"),
        ({"channels": ["chat"], "silence_minutes": True}, "sessions.silence_minutes"),
        ({"channels": ["chat"]}, "sessions.silence_minutes"),
    ],
)
def test_bad_rules_name_the_field(block: object, path: str) -> None:
    with pytest.raises(InvalidTerms) as refused:
        terms_version(repeat_contacts={"sessions": block})
    assert [where for where, _ in refused.value.problems] == [f"repeat_contacts.{path}"]
