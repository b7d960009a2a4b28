"""From signed deliveries to facts: the cases of the specification, and deliveries late, repeated or cut otherwise."""

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.kpi.ingestion.connectors import CONNECTORS
from services.kpi.tickets.rules.facts import TicketFacts, ticket_facts
from tests.factories.intake import take_in
from tests.factories.tickets import DAY, HOUR, MONDAY, SECOND, TERMS
from tests.factories.webhooks import (
    GENERIC_SECRET,
    ZENDESK_SECRET,
    Delivery,
    cloud_event,
    generic_delivery,
    rfc3339,
    zendesk_comment,
    zendesk_csat,
    zendesk_delivery,
    zendesk_event,
    zendesk_status,
)

ZENDESK, GENERIC = CONNECTORS["zendesk"], CONNECTORS["generic"]
END = MONDAY + 60 * DAY


def generic_facts(deliveries: list[Delivery], as_of_us: int = END, ticket_id: str = "T-1") -> TicketFacts | None:
    return ticket_facts(take_in(GENERIC, GENERIC_SECRET, deliveries)[ticket_id], TERMS, as_of_us)


def zendesk_facts(deliveries: list[Delivery], as_of_us: int = END, bots: tuple[str, ...] = ()) -> TicketFacts:
    facts = ticket_facts(take_in(ZENDESK, ZENDESK_SECRET, deliveries, bots)["7"], TERMS, as_of_us)
    assert facts is not None
    return facts


def event(kind: str, hours: float, data: dict[str, Any] | None = None, **changes: Any) -> dict[str, Any]:
    return cloud_event(kind, "T-1", MONDAY + round(hours * HOUR), data, **changes)


FIVE = [
    event("created", 0),
    event("message", 1, {"author": "agent", "public": True}),
    event("status", 2, {"status": "solved"}),
    event("status", 30, {"status": "open"}),
    event("status", 31, {"status": "solved"}),
]


def test_all_orders_of_five_events_each_delivered_twice() -> None:
    found = set()
    for order in permutations(FIVE):
        deliveries = [generic_delivery(one, END + n * SECOND) for n, one in enumerate([*order, *order[::-1]])]
        found.add(repr(generic_facts(deliveries)))
    assert len(found) == 1
    facts = generic_facts([generic_delivery(one, END) for one in FIVE])
    assert facts is not None
    assert (facts.first_response_s, facts.full_resolution_contractual_s, facts.reopens) == (3_600, 31 * 3_600, 1)


def test_note_bot_then_agent() -> None:
    bodies = [
        zendesk_event("created", 7, MONDAY, status="NEW"),
        zendesk_event("comment_added", 7, MONDAY + HOUR, zendesk_comment(1, staff=True, public=False)),
        zendesk_event("comment_added", 7, MONDAY + 2 * HOUR, zendesk_comment(2, staff=True, author="99")),
        zendesk_event("comment_added", 7, MONDAY + 3 * HOUR, zendesk_comment(3, staff=True)),
    ]
    deliveries = [zendesk_delivery(body, MONDAY + 4 * HOUR) for body in bodies]
    assert zendesk_facts(deliveries, bots=("99",)).first_response_s == 3 * 3_600
    assert zendesk_facts(deliveries).first_response_s == 2 * 3_600


def test_rating_bad_then_good() -> None:
    bodies = [
        zendesk_event("created", 7, MONDAY),
        zendesk_csat(7, "bad", MONDAY + HOUR),
        zendesk_csat(7, "good", MONDAY + 2 * HOUR),
    ]
    for order in permutations(bodies):
        facts = zendesk_facts([zendesk_delivery(body, END) for body in order])
        assert facts.csat_satisfied is True


def test_solved_closed_reopened() -> None:
    moves = [("SOLVED", "OPEN"), ("CLOSED", "SOLVED"), ("OPEN", "CLOSED")]
    bodies = [zendesk_event("created", 7, MONDAY)]
    bodies += [
        zendesk_event("status_changed", 7, MONDAY + n * HOUR, zendesk_status(*move)) for n, move in enumerate(moves, 1)
    ]
    facts = zendesk_facts([zendesk_delivery(body, END) for body in bodies])
    assert (facts.reopens, facts.first_resolution_s, facts.status) == (1, 3_600, "open")


@pytest.mark.parametrize(("late_us", "within"), [(0, True), (SECOND, False)])
def test_reopened_at_168_hours(late_us: int, within: bool) -> None:
    reopened_us = MONDAY + 170 * HOUR + late_us
    events = [
        event("created", 0),
        event("status", 2, {"status": "solved"}),
        event("status", 0, {"status": "open"}, time=rfc3339(reopened_us)),
    ]
    facts = generic_facts([generic_delivery(one, END) for one in events])
    assert facts is not None
    assert (facts.reopened_within_window, facts.full_resolution_contractual_s) == (within, None if within else 7_200)


def test_every_spelling_of_a_time_is_the_same_instant() -> None:
    spellings = [
        "2026-10-05T10:00:00.000000000+02:00",
        "2026-10-05T10:00:00+0200",
        MONDAY // 1_000,
        MONDAY // SECOND,
        MONDAY / SECOND,
    ]
    found = {repr(generic_facts([generic_delivery(event("created", 0, time=time), END)])) for time in spellings}
    found.add(repr(generic_facts([generic_delivery(event("created", 0), END)])))
    assert len(found) == 1


def test_a_clock_ahead_counts_at_reception_and_a_late_event_at_its_time() -> None:
    ahead = generic_delivery(event("created", 5), MONDAY)
    facts = generic_facts([ahead])
    assert facts is not None
    assert facts.created_us == MONDAY
    slightly = generic_delivery(event("created", 120 / 3_600), MONDAY)
    facts = generic_facts([slightly])
    assert facts is not None
    assert facts.created_us == MONDAY + 120 * SECOND
    late = generic_facts([generic_delivery(event("created", 0), END)])
    assert late is not None
    assert late.created_us == MONDAY


def test_a_lost_creation_is_learnt_from_what_follows() -> None:
    created_us = MONDAY - 3 * HOUR
    bodies = [
        zendesk_event("comment_added", 7, MONDAY, zendesk_comment(1, staff=True), created_us=created_us),
        zendesk_event("status_changed", 7, MONDAY + HOUR, zendesk_status("SOLVED", "OPEN"), created_us=created_us),
    ]
    facts = zendesk_facts([zendesk_delivery(body, END) for body in bodies])
    assert (facts.orphan, facts.created_us) == (False, created_us)
    assert (facts.first_response_s, facts.first_resolution_s) == (3 * 3_600, 4 * 3_600)


def test_a_message_sent_twice_with_two_event_ids_counts_once() -> None:
    bodies = [zendesk_event("created", 7, MONDAY)]
    bodies += [
        zendesk_event("comment_added", 7, MONDAY + HOUR, zendesk_comment(5, staff=True), event_id=f"id-{n}")
        for n in range(3)
    ]
    assert zendesk_facts([zendesk_delivery(body, END) for body in bodies]).public_agent_messages == 1


KINDS: list[tuple[str, dict[str, Any]]] = [
    ("created", {"status": "open"}),
    ("created", {"created_by": "agent"}),
    ("message", {"author": "agent", "public": True}),
    ("message", {"author": "agent", "public": True, "message_id": "m"}),
    ("message", {"author": "customer", "public": True}),
    ("status", {"status": "solved"}),
    ("status", {"status": "open"}),
    ("status", {"status": "pending"}),
    ("csat", {"score": 2}),
    ("csat", {"score": 5}),
    ("nps", {"score": 9}),
    ("spam", {}),
    ("restored", {}),
]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(KINDS), st.integers(0, 400)), min_size=1, max_size=9, unique_by=lambda pair: pair[1]
    ),
    st.data(),
    st.integers(0, 30 * 24),
)
def test_order_repetition_lateness_and_cutting_change_nothing(
    steps: list[tuple[tuple[str, dict[str, Any]], int]], data: st.DataObject, hours: int
) -> None:
    """Each event alone, in order and on time, or shuffled, repeated, late and cut into batches: the same facts."""
    events = [event(kind, hour, content, event_id=f"e{hour}") for (kind, content), hour in steps]
    as_of_us = MONDAY + hours * HOUR
    plain = [generic_delivery(one, MONDAY + hour * HOUR + SECOND) for one, (_, hour) in zip(events, steps, strict=True)]
    repeated = data.draw(st.permutations(events + data.draw(st.lists(st.sampled_from(events), max_size=4))))
    late_us = END + data.draw(st.integers(0, DAY))
    cut: list[Delivery] = []
    while repeated:
        size = data.draw(st.integers(1, len(repeated)))
        batch, repeated = repeated[:size], repeated[size:]
        received_us = late_us + len(cut) * SECOND
        cut.append(generic_delivery(batch[0] if size == 1 else batch, received_us))
    assert generic_facts(cut, as_of_us) == generic_facts(plain, as_of_us)
