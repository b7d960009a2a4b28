"""Scopes: what holds, why not, which version judges, and that order, lateness and repetition change nothing."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.kpi.folding.rules import Contribution, contributions
from services.kpi.scopes.rules import (
    ATTRIBUTES,
    OUT_OF_SCOPE,
    REASONS,
    Condition,
    Description,
    Scopes,
    ScopeVersion,
    may_share_tickets,
)
from services.kpi.tickets.rules.events import Created, CreationKnown, MessageAdded, NeutralEvent, TimedEvent
from services.kpi.tickets.rules.facts import TicketFacts, ticket_facts
from tests.factories.tickets import DAY, HOUR, MONDAY, TERMS, TOLD, story, ticket_events, timed

PARIS = "Europe/Paris"
LATER = MONDAY + 60 * DAY

values = st.lists(st.sampled_from(["A", "B", "C"]), min_size=1, max_size=2, unique=True).map(tuple)
conditions = st.builds(
    Condition, attribute=st.sampled_from(ATTRIBUTES), operator=st.sampled_from(["includes", "excludes"]), values=values
)
versions = st.lists(
    st.builds(
        ScopeVersion,
        id=st.uuids().map(str),
        valid_from_us=st.integers(MONDAY - 5 * DAY, MONDAY + 25 * DAY) | st.sampled_from([0, MONDAY]),
        recorded_at_us=st.integers(0, 3),
        conditions=st.lists(conditions, max_size=3).map(tuple),
    ),
    max_size=3,
)
descriptions = st.builds(Description, **TOLD)


def scope(*held: Condition, valid_from_us: int = 0, recorded_at_us: int = 0) -> ScopeVersion:
    return ScopeVersion(f"{valid_from_us}.{recorded_at_us}", valid_from_us, recorded_at_us, held)


def facts(*steps: tuple[float, NeutralEvent], scopes: Scopes) -> TicketFacts:
    found = ticket_facts(story(*steps), TERMS, LATER, scopes)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("condition", "told", "why"),
    [
        (Condition("group", "includes", ("A", "B")), Description(group="B"), None),
        (Condition("group", "includes", ("A",)), Description(group="B"), "group_not_in"),
        (Condition("group", "includes", ("A",)), Description(group=""), "group_not_in"),
        (Condition("group", "includes", ("A",)), Description(), "group_not_told"),
        (Condition("brand", "excludes", ("A",)), Description(brand="A"), "brand_excluded"),
        (Condition("brand", "excludes", ("A",)), Description(brand="B"), None),
        (Condition("brand", "excludes", ("A",)), Description(brand=""), None),
        (Condition("brand", "excludes", ("A",)), Description(), "brand_not_told"),
        (Condition("tag", "includes", ("A",)), Description(tags=("C", "A")), None),
        (Condition("tag", "includes", ("A",)), Description(), "tag_not_in"),
        (Condition("tag", "excludes", ("A", "B")), Description(tags=("C", "B")), "tag_excluded"),
        (Condition("tag", "excludes", ("A",)), Description(), None),
        (Condition("form", "includes", ("a",)), Description(form="A"), "form_not_in"),
        (Condition("channel", "includes", ("A",)), Description(channel="A"), None),
    ],
)
def test_a_condition_holds_or_says_why_not(condition: Condition, told: Description, why: str | None) -> None:
    assert condition.fault(told) == why
    assert why is None or f"out_of_scope.{why}" in OUT_OF_SCOPE


def test_all_conditions_must_hold_and_one_reason_is_told() -> None:
    held = (Condition("tag", "excludes", ("A",)), Condition("group", "includes", ("A",)))
    assert scope(*held).fault(Description(group="A", tags=("B",))) is None
    for order in (held, held[::-1]):
        assert scope(*order).fault(Description(group="B", tags=("A",))) == "group_not_in"


def test_a_scope_without_conditions_lets_everything_in() -> None:
    assert Scopes([scope()]).in_force(0) is not None
    assert facts((0, Created()), scopes=Scopes([scope()])).out_of_scope is None


def test_a_ticket_out_of_scope_counts_for_its_reason_alone() -> None:
    found = facts((0, Created(group="B")), scopes=Scopes([scope(Condition("group", "includes", ("A",)))]))
    assert (found.out_of_scope, found.created_us, found.status) == ("group_not_in", MONDAY, None)
    (share,) = contributions(found, PARIS)
    assert (share.indicator, share.sums) == ("out_of_scope.group_not_in", (1, 0, 0, 0))


def test_a_change_splits_tickets_by_their_creation() -> None:
    """given a scope from an instant on / then a ticket a microsecond before it counts, one at it does not."""
    only_a = Scopes([scope(Condition("group", "includes", ("A",)), valid_from_us=MONDAY)])
    seen = [ticket_facts([timed(at_us, Created(group="B"))], TERMS, LATER, only_a) for at_us in (MONDAY - 1, MONDAY)]
    assert [found and found.out_of_scope for found in seen] == [None, "group_not_in"]


def test_of_two_versions_from_one_instant_the_last_recorded_rules() -> None:
    first, second = scope(Condition("group", "includes", ("A",))), scope(recorded_at_us=5)
    both = Scopes([second, first])
    assert both.in_force(MONDAY) is second
    assert both.known_at(4).in_force(MONDAY) is first
    assert both.known_at(5) is both


def test_moving_a_ticket_does_not_move_it_out() -> None:
    """given a ticket created in a group / when later events show another / then the creation decides."""
    known = CreationKnown(MONDAY + HOUR, group="B", brand="X")
    only_a = Scopes([scope(Condition("group", "includes", ("A",)), Condition("brand", "includes", ("X",)))])
    assert facts((0, Created(group="A")), (0, known), scopes=only_a).out_of_scope is None


def test_without_the_creation_the_earliest_telling_decides() -> None:
    late, early = CreationKnown(MONDAY + 2 * HOUR, group="B"), CreationKnown(MONDAY + HOUR, group="A")
    only_a = Scopes([scope(Condition("group", "includes", ("A",)))])
    for order in ([late, early], [early, late]):
        assert facts(*((0, known) for known in order), scopes=only_a).out_of_scope is None


def test_an_orphan_is_in_until_its_creation_is_known() -> None:
    nobody = Scopes([scope(Condition("group", "includes", ("nobody",)))])
    found = facts((0, MessageAdded("agent", public=True)), scopes=nobody)
    assert found.orphan
    assert found.out_of_scope is None


@settings(max_examples=300)
@given(st.data(), ticket_events(created=True) | ticket_events(), versions, st.integers(MONDAY, LATER))
def test_order_lateness_and_repetition_change_nothing(
    data: st.DataObject, events: list[TimedEvent], known: list[ScopeVersion], as_of_us: int
) -> None:
    scopes = Scopes(known)
    late = data.draw(st.integers(0, 30 * DAY))
    moved = [
        msgspec.structs.replace(event, received_us=event.effective_us + late * n, recorded_us=n, delivery_id=f"{n}")
        for n, event in enumerate(events)
    ]
    shuffled = data.draw(st.permutations(moved))
    found = ticket_facts(shuffled, TERMS, as_of_us, Scopes(data.draw(st.permutations(known))))
    assert found == ticket_facts(events, TERMS, as_of_us, scopes)
    # The same description told again by later deliveries changes nothing about whose ticket it is.
    again = [msgspec.structs.replace(event, recorded_us=event.recorded_us + 100) for event in moved]
    twice = ticket_facts([*again, *moved], TERMS, as_of_us, scopes)
    assert (twice and twice.out_of_scope) == (found and found.out_of_scope)


@settings(max_examples=300)
@given(ticket_events(created=True), st.sampled_from(ATTRIBUTES), values, st.integers(MONDAY, LATER))
def test_complementary_scopes_part_the_tickets(
    events: list[TimedEvent], attribute: str, chosen: tuple[str, ...], as_of_us: int
) -> None:
    """given the same values included here and excluded there / then each told ticket counts in exactly one."""
    here, there = (
        Scopes([scope(Condition(attribute, operator, chosen))])  # type: ignore[arg-type]
        for operator in ("includes", "excludes")
    )
    whole = ticket_facts(events, TERMS, as_of_us)
    parts = [ticket_facts(events, TERMS, as_of_us, scopes) for scopes in (here, there)]
    if whole is None or whole.created_us is None:
        assert parts == [whole, whole]
        return
    outside = {part.out_of_scope for part in parts if part is not None} - {None}
    if outside == {f"{attribute}_not_told"}:
        assert [part.out_of_scope for part in parts if part is not None] == [f"{attribute}_not_told"] * 2
        return
    counted = [part for part in parts if part is not None and part.out_of_scope is None]
    assert counted == [whole]
    assert len(outside) == 1


@settings(max_examples=200)
@given(versions, versions, descriptions, st.integers(MONDAY, MONDAY + 30 * DAY))
def test_scopes_said_to_share_nothing_never_do(
    first: list[ScopeVersion], second: list[ScopeVersion], told: Description, created_us: int
) -> None:
    a, b = Scopes(first), Scopes(second)
    in_both = all((version := scopes.in_force(created_us)) is None or version.fault(told) is None for scopes in (a, b))
    if in_both:
        assert may_share_tickets(a, b, MONDAY)
        assert may_share_tickets(b, a, MONDAY)


def test_scopes_that_share_nothing_are_said_so() -> None:
    def only(operator: str, *wanted: str, attribute: str = "group") -> Scopes:
        return Scopes([scope(Condition(attribute, operator, wanted))])  # type: ignore[arg-type]

    assert not may_share_tickets(only("includes", "A"), only("includes", "B"), 0)
    assert not may_share_tickets(only("includes", "A"), only("excludes", "A", "B"), 0)
    assert may_share_tickets(only("includes", "A"), only("excludes", "B"), 0)
    assert may_share_tickets(only("includes", "A", attribute="tag"), only("includes", "B", attribute="tag"), 0)
    assert not may_share_tickets(only("includes", "A", attribute="tag"), only("excludes", "A", attribute="tag"), 0)
    assert may_share_tickets(only("includes", "A"), Scopes(), 0)


@settings(max_examples=200)
@given(ticket_events(created=True), versions, st.integers(MONDAY, LATER), st.data())
def test_nothing_changes_before_it_was_announced(
    events: list[TimedEvent], known: list[ScopeVersion], as_of_us: int, data: st.DataObject
) -> None:
    scopes = Scopes(known)
    found = ticket_facts(events, TERMS, as_of_us, scopes)
    if found is None:
        return
    last_us = LATER if found.next_change_us is None else found.next_change_us - 1
    between_us = data.draw(st.integers(as_of_us, max(last_us, as_of_us)))
    assert _shares(events, between_us, scopes) == _shares(events, as_of_us, scopes)


def _shares(events: list[TimedEvent], as_of_us: int, scopes: Scopes) -> tuple[Contribution, ...]:
    return contributions(ticket_facts(events, TERMS, as_of_us, scopes), PARIS)


def test_reasons_are_one_each() -> None:
    assert len(set(REASONS)) == len(REASONS) == 15
