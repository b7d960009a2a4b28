"""Whose agents answered: by the list in force when a message was written, or by what the tool says itself."""

import pytest

from services.kpi.staff.rules import NO_STAFF, Handled, Organisation, Staff, StaffVersion, handled
from services.kpi.terms.rules import Terms, parse_terms
from services.kpi.tickets.rules.events import (
    Created,
    CreationKnown,
    Excluded,
    Imported,
    MessageAdded,
    StatusChanged,
    decode_event,
    encode_event,
)
from services.kpi.tickets.rules.facts import ticket_facts
from tests.factories.tickets import DAY, HOUR, MONDAY, TERMS, story, timed

OURS = Staff([StaffVersion("s1", 0, MONDAY, frozenset({"anna"}))])


def says(agent: str | None, by: Organisation | None = None, *, public: bool = True) -> MessageAdded:
    """A message of an agent."""
    return MessageAdded("agent", public, None, agent) if by is None else MessageAdded("agent", public, None, agent, by)


@pytest.mark.parametrize(
    ("messages", "expected", "by"),
    [
        ([], (0, 0), None),
        ([says("bruno")], (1, 0), "sous_traitant"),
        ([says("anna")], (0, 1), "donneur_ordre"),
        ([says("anna"), says("bruno"), says("anna")], (1, 2), "both"),
        ([says(None)], (1, 0), "sous_traitant"),
        ([says("anna", public=False), says("bruno")], (1, 0), "sous_traitant"),
        ([MessageAdded("bot", True), MessageAdded("customer", True)], (0, 0), None),
        ([says("anna", "sous_traitant"), says("bruno", "donneur_ordre"), says(None, "donneur_ordre")], (1, 2), "both"),
    ],
)
def test_who_handled(messages: list[MessageAdded], expected: tuple[int, int], by: str | None) -> None:
    events = story((0, Created()), *((1 + n, message) for n, message in enumerate(messages)))
    facts = ticket_facts(events, TERMS, MONDAY + DAY, staff=OURS)
    assert facts is not None
    assert (facts.handled.sous_traitant, facts.handled.donneur_ordre) == expected
    assert facts.handled_by == by
    assert sum(expected) == facts.public_agent_messages


def test_nobody_is_of_the_staff_where_no_list_is() -> None:
    events = story((0, Created()), (1, says("anna")))
    facts = ticket_facts(events, TERMS, MONDAY + DAY)
    assert facts is not None
    assert facts.handled_by == "sous_traitant"


def test_the_list_in_force_at_the_message_decides_as_it_was_known() -> None:
    joins = StaffVersion("s2", MONDAY + 2 * HOUR, MONDAY + 5 * HOUR, frozenset({"anna", "bruno"}))
    leaves = StaffVersion("s3", MONDAY + 4 * HOUR, MONDAY + 6 * HOUR, frozenset())
    corrected = StaffVersion("s4", MONDAY + 4 * HOUR, MONDAY + 7 * HOUR, frozenset({"anna"}))
    staff = Staff([corrected, leaves, *OURS.versions, joins])
    written = [(MONDAY + hours * HOUR, "bruno", None) for hours in (1, 2, 3, 4)]
    assert handled(written, staff) == Handled(2, 2)
    assert handled(written, staff.known_at(MONDAY + 5 * HOUR - 1)) == Handled(4, 0)
    assert handled(written, staff.known_at(MONDAY + 5 * HOUR)) == Handled(1, 3)
    mine = [(MONDAY + 4 * HOUR, "anna", None)]
    assert handled(mine, staff.known_at(MONDAY + 6 * HOUR)) == Handled(1, 0)
    assert handled(mine, staff) == Handled(0, 1)
    assert staff.known_at(MONDAY + 7 * HOUR) is staff
    assert handled(mine, NO_STAFF) == Handled(1, 0)


def test_as_of_an_instant() -> None:
    events = story((0, Created()), (1, says("bruno")), (2, says("anna")))
    for hours, by in ((0.5, None), (1, "sous_traitant"), (2, "both")):
        facts = ticket_facts(events, TERMS, MONDAY + round(hours * HOUR), staff=OURS)
        assert facts is not None
        assert facts.handled_by == by


def test_an_excluded_ticket_and_one_without_creation_were_handled_too() -> None:
    for events in (story((0, Created()), (1, says("anna")), (2, Excluded("merged"))), story((1, says("anna")))):
        facts = ticket_facts(events, TERMS, MONDAY + DAY, staff=OURS)
        assert facts is not None
        assert facts.handled_by == "donneur_ordre"


def test_replies_of_an_export_are_the_providers() -> None:
    """given an export that tells two replies / when the donneur d'ordre answers after it / then both handled it."""
    events = [
        timed(MONDAY, Imported(MONDAY + 2 * HOUR, True, 2, 0), delivery="export"),
        timed(MONDAY, CreationKnown(MONDAY), delivery="export", position=1),
        timed(MONDAY + HOUR, MessageAdded("agent", public=True), delivery="export"),
        timed(MONDAY + 2 * HOUR, StatusChanged("open"), delivery="export"),
    ]
    later = timed(MONDAY + 3 * HOUR, says("anna"))
    facts = ticket_facts([*events, later], TERMS, MONDAY + DAY, staff=OURS)
    assert facts is not None
    assert facts.handled == Handled(2, 1)
    assert facts.public_agent_messages == 3


def test_messages_stored_before_read_and_write_as_they_did() -> None:
    stored = b'{"kind":"message_added","author":"agent","public":true,"message_id":null,"agent":"p"}'
    assert encode_event(decode_event(stored)) == stored
    told = b'{"kind":"message_added","author":"agent","public":true,"message_id":null,"agent":"p","by":"donneur_ordre"}'
    assert decode_event(told) == MessageAdded("agent", True, None, "p", "donneur_ordre")
    assert encode_event(decode_event(told)) == told


def test_a_dimension_tells_who_handled_so_far() -> None:
    document = {"valid_from": "2026-01-01T00:00:00Z", "dimensions": {"handled": {"attribute": "handled_by"}}}
    terms = Terms([parse_terms(document, "v1", 0)])
    events = story((0, Created()), (1, says("bruno")), (2, says("anna")))
    for hours, value in ((0.5, "nobody"), (1, "sous_traitant"), (2, "both")):
        facts = ticket_facts(events, terms, MONDAY + round(hours * HOUR), staff=OURS)
        assert facts is not None
        assert facts.cuts == (("handled", value),)
