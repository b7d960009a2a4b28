"""Ticket facts, one rule at a time."""

from services.kpi.terms.rules import Terms
from services.kpi.tickets.rules.events import (
    Created,
    CreationKnown,
    Excluded,
    MessageAdded,
    NeutralEvent,
    Rated,
    Restored,
    Status,
    StatusChanged,
    TimedEvent,
)
from services.kpi.tickets.rules.facts import TicketFacts, ticket_facts
from services.kpi.tickets.rules.row import ticket_row
from tests.factories.tickets import AGENT_SAYS, DAY, HOUR, MONDAY, SECOND, TERMS, story, timed

LATER = MONDAY + 60 * DAY


def to(status: Status) -> StatusChanged:
    return StatusChanged(status)


def facts(events: list[TimedEvent], as_of_us: int = LATER, terms: Terms = TERMS) -> TicketFacts:
    found = ticket_facts(events, terms, as_of_us)
    assert found is not None
    return found


def of(*steps: tuple[float, NeutralEvent], as_of: float | None = None, terms: Terms = TERMS) -> TicketFacts:
    return facts(story(*steps), LATER if as_of is None else MONDAY + round(as_of * HOUR), terms)


# ------------------------------------------------------------------ existence


def test_no_facts_before_the_first_event() -> None:
    assert ticket_facts([], TERMS, LATER) is None
    assert ticket_facts(story((0, Created())), TERMS, MONDAY - 1) is None


def test_an_orphan_has_only_its_name() -> None:
    row = ticket_row("T-1", of((0, AGENT_SAYS), (1, to("solved"))))
    assert (row.pop("ticket_id"), row.pop("orphan")) == ("T-1", True)
    assert set(row.values()) == {None}


def test_an_excluded_ticket_has_only_its_creation_and_why() -> None:
    row = ticket_row("T-1", of((0, Created()), (1, AGENT_SAYS), (2, Excluded("spam"))))
    assert (row.pop("ticket_id"), row.pop("created_at"), row.pop("excluded")) == ("T-1", "2026-10-05T08:00:00Z", "spam")
    assert set(row.values()) == {None}


def test_excluded_without_creation_is_an_orphan() -> None:
    found = of((0, Excluded("deleted")))
    assert (found.orphan, found.excluded) == (True, None)


def test_the_latest_exclusion_gives_the_reason_and_a_restoration_clears_all() -> None:
    steps: list[tuple[float, NeutralEvent]] = [(0, Created()), (1, Excluded("merged", "T-2")), (2, Excluded("deleted"))]
    assert of(*steps).excluded == "deleted"
    back = of(*steps, (3, Restored()))
    assert (back.excluded, back.status) == (None, "new")
    assert of(*steps, (3, Restored()), as_of=1.5).excluded == "merged"


def test_creation_told_by_a_later_event() -> None:
    told = timed(MONDAY, CreationKnown(MONDAY + HOUR, created_by_agent=True))
    found = facts([told, timed(MONDAY + HOUR, to("open"))], MONDAY + 2 * HOUR)
    assert (found.created_us, found.status, found.agent_created) == (MONDAY, "open", True)
    # The creation event itself is stronger, even when it says a later instant.
    found = facts([told, timed(MONDAY + HOUR, Created("open"))], MONDAY + 2 * HOUR)
    assert (found.created_us, found.status, found.agent_created) == (MONDAY + HOUR, "open", False)


def test_the_earliest_telling_of_a_creation_counts_whatever_arrives_first() -> None:
    early, late = CreationKnown(MONDAY + HOUR, created_by_agent=True), CreationKnown(MONDAY + 2 * HOUR)
    for first, second in ((early, late), (late, early)):
        assert facts([timed(MONDAY, first, arrival=1), timed(MONDAY, second, arrival=2)]).agent_created is True


def test_the_earliest_creation_counts() -> None:
    assert of((1, Created("open", created_by_agent=True)), (0, Created())).created_us == MONDAY


# ------------------------------------------------------------------ first response


def test_note_then_bot_then_agent() -> None:
    found = of(
        (0, Created()),
        (1, MessageAdded("agent", public=False)),
        (2, MessageAdded("bot", public=True)),
        (2.5, MessageAdded("system", public=True)),
        (2.7, MessageAdded("customer", public=True)),
        (3, AGENT_SAYS),
        (4, AGENT_SAYS),
    )
    assert found.first_response_s == 3 * 3_600
    assert found.first_response_business_s == {"office": 3 * 3_600, "night": 0}
    assert found.public_agent_messages == 2


def test_first_response_does_not_apply_to_an_agent_created_ticket() -> None:
    found = of((0, Created(created_by_agent=True)), (3, AGENT_SAYS))
    assert (found.first_response_s, found.sla_first_response_breached) == (None, None)
    assert found.first_response_business_s == {"office": None, "night": None}
    assert found.public_agent_messages == 1


def test_a_response_before_the_creation_took_no_time() -> None:
    found = of((0, AGENT_SAYS), (1, Created()))
    assert (found.first_response_s, found.sla_first_response_breached) == (0, False)


def test_a_message_id_counts_once_and_its_first_telling_wins() -> None:
    note, public = (
        MessageAdded("agent", public=False, message_id="m"),
        MessageAdded("agent", public=True, message_id="m"),
    )
    assert of((0, Created()), (1, public), (2, public)).public_agent_messages == 1
    assert of((0, Created()), (1, note), (2, public)).public_agent_messages == 0
    assert of((0, Created()), (1, AGENT_SAYS), (2, AGENT_SAYS)).public_agent_messages == 2


# ------------------------------------------------------------------ status


def test_solved_closed_reopened_is_one_solve_and_one_reopen() -> None:
    found = of((0, Created()), (1, to("solved")), (2, to("closed")), (3, to("open")))
    assert (found.reopens, found.first_resolution_s, found.full_resolution_s) == (1, 3_600, None)
    assert found.full_resolution_business_s == {"office": None, "night": None}


def test_full_resolution_is_the_last_solve_while_solved() -> None:
    found = of((0, Created()), (1, to("solved")), (2, to("open")), (25, to("solved")), (26, to("closed")))
    assert (found.first_resolution_s, found.full_resolution_s, found.status) == (3_600, 25 * 3_600, "closed")
    assert found.full_resolution_business_s == {"office": 10 * 3_600, "night": 10 * 3_600}


def test_created_solved_is_a_solve_at_creation() -> None:
    found = of((0, Created("solved", created_by_agent=True)), (0, AGENT_SAYS))
    assert (found.first_resolution_s, found.full_resolution_s, found.one_touch, found.fcr) == (0, 0, True, True)


def test_changes_told_before_the_creation_count_from_it() -> None:
    found = of((0, to("pending")), (0.5, to("solved")), (1, Created()), as_of=3)
    assert (found.status, found.first_resolution_s, found.agent_wait_s, found.requester_wait_s) == ("solved", 0, 0, 0)


def test_waits() -> None:
    found = of((0, Created()), (1, to("open")), (2, to("hold")), (4, to("pending")), (7, to("open")), as_of=7.5)
    assert (found.requester_wait_s, found.agent_wait_s) == (16_200, 3 * 3_600)
    assert found.requester_wait_business_s == {"office": 16_200, "night": 0}
    solved = of((0, Created()), (1, to("solved")), (5, to("open")), as_of=6)
    assert (solved.requester_wait_s, solved.agent_wait_s) == (2 * 3_600, 0)


def test_waits_are_floored_once() -> None:
    moves = [timed(MONDAY + n * 1_400_000, to("pending" if n % 2 else "open"), arrival=n) for n in range(1, 6)]
    # Three waits of 1.4 s are 4.2 s, two of pending 2.8 s.
    events = [timed(MONDAY, Created()), *moves]
    found = facts(events, MONDAY + 7 * SECOND)
    assert (found.requester_wait_s, found.agent_wait_s) == (4, 2)


# ------------------------------------------------------------------ the row


def test_every_field_of_a_row() -> None:
    events = story((0, Created("open")), (0.5, AGENT_SAYS), (2, to("solved")), (3, Rated(5, 5)))
    assert ticket_row("T-9", facts(events, MONDAY + 4 * HOUR)) == {
        "ticket_id": "T-9",
        "created_at": "2026-10-05T08:00:00Z",
        "excluded": None,
        "orphan": False,
        "agent_created": False,
        "status": "solved",
        "first_response_s": 1_800,
        "first_response_business_s": {"office": 1_800, "night": 0},
        "first_resolution_s": 7_200,
        "full_resolution_s": 7_200,
        "full_resolution_business_s": {"office": 7_200, "night": 0},
        "full_resolution_contractual_s": 7_200,
        "requester_wait_s": 7_200,
        "requester_wait_business_s": {"office": 7_200, "night": 0},
        "agent_wait_s": 0,
        "public_agent_messages": 1,
        "one_touch": True,
        "fcr": True,
        "fcr_final": False,
        "reopens": 0,
        "reopened_within_window": False,
        "csat_satisfied": True,
        "sla_first_response_breached": False,
        "sla_resolution_breached": False,
    }


def test_created_at_keeps_its_microseconds() -> None:
    row = ticket_row("T", facts([timed(MONDAY + 482_913, Created())]))
    assert row["created_at"] == "2026-10-05T08:00:00.482913Z"
