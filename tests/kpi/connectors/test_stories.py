"""One story in the words of each tool: the facts are those of the same story in neutral words, in any disorder."""

from itertools import permutations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.kpi.ingestion.connectors import CONNECTORS
from services.kpi.tickets.rules.facts import TicketFacts, ticket_facts
from services.kpi.tickets.rules.timeline import Asked
from tests.factories.intake import take_in
from tests.factories.tickets import DAY, HOUR, MONDAY, TERMS
from tests.factories.tool_signing import SECRETS, tool_headers
from tests.factories.tool_stories import (
    AGENT,
    BAD,
    CAN_TELL,
    CREATED,
    CUSTOMER,
    DELETED,
    GOOD,
    NOTE,
    RESTORED,
    SECOND,
    TICKET,
    Step,
    in_neutral_words,
    tell,
)
from tests.factories.webhooks import Delivery, generic_delivery

END = MONDAY + 90 * DAY
TOOLS = list(CAN_TELL)
TELLS_TIME = [system for system in TOOLS if system != "freshdesk"]


def facts_of(system: str, deliveries: list[Delivery], as_of_us: int = END) -> TicketFacts | None:
    events = take_in(CONNECTORS[system], SECRETS[system], deliveries)[str(TICKET)]
    return _comparable(ticket_facts(events, TERMS, as_of_us))


def expected(system: str, steps: list[Step], as_of_us: int = END) -> TicketFacts | None:
    deliveries = [generic_delivery(event, END) for event in in_neutral_words(system, steps)]
    events = take_in(CONNECTORS["generic"], SECRETS["generic"], deliveries)[str(TICKET)]
    return _comparable(ticket_facts(events, TERMS, as_of_us))


def _comparable(facts: TicketFacts | None) -> TicketFacts | None:
    """Without what tools name otherwise: solved or closed, new or open, who asked, where, how urgently, when next."""
    if facts is None:
        return None
    status = {"closed": "solved", "new": "open"}.get(facts.status or "", facts.status)
    return msgspec.structs.replace(facts, status=status, next_change_us=None, asked=None, priority=None)


ASKED = {
    "freshdesk": Asked("p:noé.blanc@exemple.fr", "Email", "Question", "Niveau 1"),
    "intercom": Asked("p:c-1", "email", None, "55"),
    "zammad": Asked("p:41", "email", None, "Niveau 1"),
    "chatwoot": Asked("p:700", "WebWidget", None, None),
    "glpi": Asked("p:210", "Helpdesk", "Accès", "Niveau 1"),
}
"""What each tool tells of who asked, where and about what: contacts of a customer rest on it."""
STORY = [CREATED, NOTE, AGENT, "pending", CUSTOMER, "open", "solved", "open", AGENT, "solved", BAD, GOOD]


@pytest.mark.parametrize("system", TOOLS)
def test_a_whole_life(system: str) -> None:
    steps = [(what, MONDAY + hour * HOUR) for hour, what in enumerate(STORY) if what in CAN_TELL[system]]
    facts = facts_of(system, tell(system, steps))
    assert facts is not None
    assert facts == expected(system, steps)
    assert (facts.first_response_s, facts.public_agent_messages, facts.reopens) == (2 * 3_600, 2, 1)
    assert (facts.first_resolution_s, facts.full_resolution_s) == (6 * 3_600, 9 * 3_600)
    assert facts.csat_satisfied is (True if GOOD in CAN_TELL[system] else None)


@pytest.mark.parametrize("system", TOOLS)
def test_who_asked(system: str) -> None:
    """given a whole life, in any order of arrival / then its first customer, channel, form and group."""
    steps = [(what, MONDAY + hour * HOUR) for hour, what in enumerate(STORY) if what in CAN_TELL[system]]
    told = tell(system, steps)
    for deliveries in (told, told[::-1] if system in TELLS_TIME else told):
        events = take_in(CONNECTORS[system], SECRETS[system], deliveries)[str(TICKET)]
        facts = ticket_facts(events, TERMS, END)
        assert facts is not None
        assert facts.asked == ASKED[system]


@pytest.mark.parametrize("system", [system for system in TOOLS if DELETED in CAN_TELL[system]])
def test_deleted_and_restored(system: str) -> None:
    steps = [(CREATED, MONDAY), (AGENT, MONDAY + HOUR), (DELETED, MONDAY + 2 * HOUR)]
    facts = facts_of(system, tell(system, steps))
    assert facts is not None
    assert facts.excluded == "deleted"
    if RESTORED in CAN_TELL[system]:
        facts = facts_of(system, tell(system, [*steps, (RESTORED, MONDAY + 3 * HOUR)]))
        assert facts is not None
        assert (facts.excluded, facts.first_response_s) == (None, 3_600)


@pytest.mark.parametrize("system", TOOLS)
@pytest.mark.parametrize(("late_us", "within"), [(0, True), (SECOND, False)])
def test_reopened_at_168_hours(system: str, late_us: int, within: bool) -> None:
    solved_us = MONDAY + 2 * HOUR
    steps = [(CREATED, MONDAY), ("solved", solved_us), ("open", solved_us + 168 * HOUR + late_us)]
    facts = facts_of(system, tell(system, steps))
    assert facts is not None
    assert facts.reopened_within_window is within


@pytest.mark.parametrize("system", TELLS_TIME)
def test_a_clock_ahead_counts_at_reception(system: str) -> None:
    deliveries = tell(system, [(CREATED, MONDAY), (AGENT, MONDAY + 3 * HOUR)])
    body = deliveries[1].body
    early_us = MONDAY + HOUR
    facts = facts_of(system, [deliveries[0], Delivery(tool_headers(system, body, early_us), body, early_us)])
    assert facts is not None
    assert facts.first_response_s == 3_600


@pytest.mark.parametrize("system", TELLS_TIME)
def test_a_lost_creation_is_learnt_from_what_follows(system: str) -> None:
    steps = [(CREATED, MONDAY), (AGENT, MONDAY + HOUR), ("solved", MONDAY + 2 * HOUR)]
    facts = facts_of(system, tell(system, steps)[1:])
    assert facts is not None
    assert (facts.orphan, facts.created_us) == (False, MONDAY)
    assert (facts.first_response_s, facts.first_resolution_s) == (3_600, 2 * 3_600)


def test_of_a_freshdesk_ticket_without_its_creation_nothing_is_counted() -> None:
    facts = facts_of("freshdesk", tell("freshdesk", [(CREATED, MONDAY), (AGENT, MONDAY + HOUR)])[1:])
    assert facts is not None
    assert facts.orphan is True


@pytest.mark.parametrize("system", TELLS_TIME)
def test_all_orders_of_five_deliveries_each_repeated(system: str) -> None:
    steps = [(CREATED, 0), (AGENT, 1), ("solved", 2), ("open", 30), ("solved", 31)]
    told = tell(system, [(what, MONDAY + hours * HOUR) for what, hours in steps])
    found = set()
    for order in permutations(told):
        late = [
            Delivery(tool_headers(system, one.body, END + n * SECOND), one.body, END + n * SECOND)
            for n, one in enumerate([*order, *order[::-1]])
        ]
        found.add(repr(facts_of(system, late, END + DAY)))
    assert found == {repr(facts_of(system, told, END + DAY))}


@st.composite
def stories(draw: st.DrawFn) -> tuple[str, list[Step]]:
    """A tool and a life that it can tell; between deletion and return nothing happens."""
    system = draw(st.sampled_from(TOOLS))
    kinds = [what for what in CAN_TELL[system] if what != CREATED]
    hours = draw(st.lists(st.integers(1, 400), max_size=9, unique=True))
    steps: list[Step] = [(CREATED, MONDAY)]
    deleted = False
    for hour in sorted(hours):
        what = draw(st.sampled_from(kinds))
        if deleted != (what == RESTORED):
            continue
        deleted = what == DELETED
        steps.append((what, MONDAY + hour * HOUR))
    return system, steps


@settings(max_examples=120, deadline=None)
@given(stories(), st.integers(0, 30 * 24), st.data())
def test_every_life_has_the_facts_of_its_neutral_telling(
    story: tuple[str, list[Step]], hours: int, data: st.DataObject
) -> None:
    """In order; and, where the tool tells the time, shuffled, repeated and late as well."""
    system, steps = story
    as_of_us = MONDAY + hours * HOUR
    told = tell(system, steps)
    wanted = expected(system, steps, as_of_us)
    assert facts_of(system, told, as_of_us) == wanted
    if system == "freshdesk":
        return
    repeated = data.draw(st.permutations(told + data.draw(st.lists(st.sampled_from(told), max_size=3))))
    late = [
        Delivery(tool_headers(system, one.body, END + n * SECOND), one.body, END + n * SECOND)
        for n, one in enumerate(repeated)
    ]
    assert facts_of(system, late, as_of_us) == wanted
