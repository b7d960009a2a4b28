"""What must hold for any ticket: order and lateness change nothing, and time alone changes only what was announced."""

from itertools import permutations

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from services.kpi.folding.rules import Cell, Contribution, Sums, apply, contributions, delta
from services.kpi.terms.rules import Terms
from services.kpi.tickets.rules.events import Created, Rated, StatusChanged, TimedEvent, next_event_us
from services.kpi.tickets.rules.facts import ticket_facts
from services.kpi.tickets.rules.row import ticket_row
from tests.factories.tickets import (
    AGENT_SAYS,
    AGREED,
    DAY,
    HOUR,
    MONDAY,
    TERMS,
    story,
    terms_version,
    ticket_events,
)

PARIS = "Europe/Paris"
CHANGING = Terms(
    [
        terms_version(),
        terms_version("v2", valid_from="2026-10-09T12:00:00+02:00", reopen_window_hours=24, schedules={}, sla=None),
        terms_version(
            "v3",
            valid_from="2026-10-12T00:00:00+02:00",
            sla={"first_response_target_seconds": 0, "resolution_target_seconds": 7_200},
        ),
    ]
)
ALL_TERMS = st.sampled_from([TERMS, CHANGING, AGREED, Terms()])
INSTANTS = st.one_of(
    st.integers(MONDAY - DAY, MONDAY + 40 * DAY),
    st.sampled_from([MONDAY + HOUR, MONDAY + HOUR + 1_000_000, MONDAY + 168 * HOUR, MONDAY + 168 * HOUR + 1]),
)


def shares(events: list[TimedEvent], terms: Terms, as_of_us: int) -> tuple[Contribution, ...]:
    return contributions(ticket_facts(events, terms, as_of_us), PARIS)


def test_every_order_of_five_events_gives_one_result() -> None:
    events = story(
        (0, Created()), (1, AGENT_SAYS), (2, StatusChanged("solved")), (30, StatusChanged("open")), (40, Rated(5, 5))
    )
    found = {
        repr(ticket_facts([events[index] for index in order], TERMS, MONDAY + 9 * DAY))
        for order in permutations(range(5))
    }
    assert len(found) == 1


@settings(max_examples=300)
@given(ticket_events(created=True), ALL_TERMS, INSTANTS)
def test_what_a_ticket_counts_for_rests_on_no_other_schedule_than_the_promised_one(
    events: list[TimedEvent], terms: Terms, as_of_us: int
) -> None:
    brief = ticket_facts(events, terms, as_of_us, by_schedule=False)
    assert contributions(brief, PARIS) == shares(events, terms, as_of_us)
    whole = ticket_facts(events, terms, as_of_us)
    assert (brief and brief.next_change_us) == (whole and whole.next_change_us)


@settings(max_examples=300)
@given(st.data(), ticket_events(created=True), ALL_TERMS, INSTANTS)
def test_arrival_order_never_matters(
    data: st.DataObject, events: list[TimedEvent], terms: Terms, as_of_us: int
) -> None:
    arrivals = data.draw(st.permutations(range(len(events))))
    late = data.draw(st.integers(0, 30 * DAY))
    moved = [
        msgspec.structs.replace(event, received_us=event.effective_us + late * n, recorded_us=n, delivery_id=f"{n}")
        for n, event in zip(arrivals, events, strict=True)
    ]
    assert ticket_facts(data.draw(st.permutations(moved)), terms, as_of_us) == ticket_facts(events, terms, as_of_us)


@settings(max_examples=300)
@given(ticket_events(created=True), ALL_TERMS, INSTANTS)
def test_later_events_do_not_change_the_past(events: list[TimedEvent], terms: Terms, as_of_us: int) -> None:
    known = [event for event in events if event.effective_us <= as_of_us]
    complete, past = ticket_facts(events, terms, as_of_us), ticket_facts(known, terms, as_of_us)
    if complete is None or past is None:
        assert complete is past
        return
    assert ticket_row("T", complete) == ticket_row("T", past)
    assert contributions(complete, PARIS) == contributions(past, PARIS)


@given(ticket_events(created=True) | ticket_events(), ALL_TERMS, INSTANTS)
def test_figures_need_no_more_than_the_schedule_of_the_promise(
    events: list[TimedEvent], terms: Terms, as_of_us: int
) -> None:
    whole, lean = (ticket_facts(events, terms, as_of_us, by_schedule=every) for every in (True, False))
    assert contributions(lean, PARIS) == contributions(whole, PARIS)
    assert (lean is None) == (whole is None)
    if lean is not None and whole is not None:
        assert lean.next_change_us == whole.next_change_us


@given(ticket_events(created=True), ALL_TERMS, INSTANTS)
def test_facts_are_sane(events: list[TimedEvent], terms: Terms, as_of_us: int) -> None:
    facts = ticket_facts(events, terms, as_of_us)
    if facts is None or facts.status is None or facts.created_us is None:
        return
    row = ticket_row("T", facts)
    durations = [value for name, value in row.items() if name.endswith("_s") and isinstance(value, int)]
    by_schedule = [value for name, value in row.items() if name.endswith("_business_s")]
    assert all(value >= 0 for value in durations)
    assert all(set(value) == set(terms.schedule_names(as_of_us)) for value in by_schedule)
    waited = (facts.requester_wait_s or 0) + (facts.agent_wait_s or 0)
    assert waited <= (as_of_us - facts.created_us) // 1_000_000
    assert facts.next_change_us is None or facts.next_change_us > as_of_us
    assert (facts.first_resolution_s is None) == (facts.fcr is None) == (facts.one_touch is None)
    if facts.full_resolution_s is not None and facts.first_resolution_s is not None:
        assert facts.full_resolution_s >= facts.first_resolution_s


@settings(max_examples=300)
@given(ticket_events(created=True), ALL_TERMS, INSTANTS, st.data())
def test_nothing_changes_before_next_change(
    events: list[TimedEvent], terms: Terms, as_of_us: int, data: st.DataObject
) -> None:
    facts = ticket_facts(events, terms, as_of_us)
    change_us = next_event_us(events, as_of_us) if facts is None else facts.next_change_us
    last_us = MONDAY + 60 * DAY if change_us is None else change_us - 1
    if last_us <= as_of_us:
        return
    between_us = data.draw(st.one_of(st.just(last_us), st.integers(as_of_us, last_us)))
    assert shares(events, terms, between_us) == contributions(facts, PARIS)


@settings(max_examples=300)
@given(ticket_events(created=True), ALL_TERMS)
def test_following_next_change_meets_every_state(events: list[TimedEvent], terms: Terms) -> None:
    """A worker that wakes only when told to holds, at any instant, what a rebuild would."""
    as_of_us, rollup, held = MONDAY - DAY, {}, ()  # type: int, dict[Cell, Sums], tuple[Contribution, ...]
    for _ in range(200):
        facts = ticket_facts(events, terms, as_of_us)
        now = contributions(facts, PARIS)
        apply(rollup, delta(held, now))
        held = now
        change_us = next_event_us(events, as_of_us) if facts is None else facts.next_change_us
        if change_us is None:
            break
        as_of_us = change_us
    rebuilt: dict[Cell, Sums] = {}
    apply(rebuilt, delta((), shares(events, terms, MONDAY + 60 * DAY)))
    assert rollup == rebuilt


@settings(max_examples=300)
@given(
    st.lists(st.tuples(ticket_events(created=True), st.lists(INSTANTS, min_size=1, max_size=4)), max_size=3),
    ALL_TERMS,
    INSTANTS,
)
def test_any_path_of_differences_equals_a_rebuild(
    tickets: list[tuple[list[TimedEvent], list[int]]], terms: Terms, end_us: int
) -> None:
    rollup: dict[Cell, Sums] = {}
    rebuilt: dict[Cell, Sums] = {}
    for events, instants in tickets:
        held: tuple[Contribution, ...] = ()
        # Late events: at each step the ticket knows a few more of its events, and is looked at from another instant.
        for step, as_of_us in enumerate([*instants, end_us], start=1):
            known = events if step > len(instants) else events[: step * len(events) // (len(instants) + 1)]
            now = shares(known, terms, as_of_us)
            apply(rollup, delta(held, now))
            held = now
        apply(rebuilt, delta((), shares(events, terms, end_us)))
    assert rollup == rebuilt
