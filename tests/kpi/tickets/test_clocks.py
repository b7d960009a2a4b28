"""Whose time a ticket's time is, which of it a promise counts, and what each priority is promised."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.kpi.terms.delays import OWNERS, Clocks, Owner, in_seconds
from services.kpi.terms.rules import InvalidTerms, Terms, parse_terms
from services.kpi.tickets.rules.events import DONE, Created, CreationKnown, NeutralEvent, Status, StatusChanged
from services.kpi.tickets.rules.facts import TicketFacts, ticket_facts
from tests.factories.tickets import (
    AGENT_SAYS,
    AGREED,
    DAY,
    HOUR,
    MONDAY,
    OFFICE,
    SECOND,
    TERMS,
    story,
    terms_version,
    ticket_events,
)


def of(*steps: tuple[float, NeutralEvent], as_of: float = 400, terms: Terms = AGREED) -> TicketFacts:
    found = ticket_facts(story(*steps), terms, MONDAY + round(as_of * HOUR))
    assert found is not None
    return found


def hold(reason: str | None = None) -> StatusChanged:
    return StatusChanged("hold", reason)


def hours(found: TicketFacts) -> list[float]:
    assert found.times_us is not None
    return [us / HOUR for us in found.times_us]


def test_time_is_that_of_whoever_the_ticket_waits_for() -> None:
    found = of(
        (0, Created()), (1, StatusChanged("pending")), (3, hold("Head Office")), (6, hold("parts")), (10, hold()),
        (15, hold("anything else")), (21, StatusChanged("solved")), (23, StatusChanged("open")),
        (30, StatusChanged("closed")),
    )  # fmt: skip
    # Provider: 1 h new, 4 h for parts, 7 h after the reopening; a hold told again without a reason keeps its own.
    assert hours(found) == [1 + 9 + 7, 3, 2, 6]


def test_a_hold_told_again_without_a_reason_waits_for_the_same() -> None:
    assert hours(of((0, Created()), (1, hold("head office")), (2, hold()), (5, StatusChanged("solved")))) == [
        1,
        4,
        0,
        0,
    ]


def test_without_words_of_the_contract_hold_is_a_third_party_s_and_runs() -> None:
    steps: list[tuple[float, NeutralEvent]] = [(0, Created()), (1, hold("head office")), (7.9, StatusChanged("solved"))]
    found = of(*steps, terms=TERMS)
    assert (round(hours(found)[3], 9), found.sla_resolution_breached) == (6.9, False)
    late = of(*steps[:2], (24, StatusChanged("solved")), terms=TERMS)
    assert late.sla_resolution_breached is True


def test_the_donneur_d_ordre_s_time_stops_both_clocks_where_the_contract_says_so() -> None:
    waiting = of((0, Created()), (0.5, hold("head office")), as_of=200)
    assert (waiting.sla_first_response_breached, waiting.sla_resolution_breached) == (False, False)
    assert waiting.next_change_us is None  # time alone breaks nothing while both clocks stand
    # Monday 10:00 to 10:30, then from Tuesday 10:00: half an hour is left, and the ticket is due at 10:30.
    back = of((0, Created()), (0.5, hold("head office")), (24, StatusChanged("open")), (24.6, AGENT_SAYS))
    assert back.sla_first_response_breached is True
    assert back.first_response_due_us == MONDAY + round(24.5 * HOUR)
    in_time = of((0, Created()), (0.5, hold("head office")), (24, StatusChanged("open")), (24.5, AGENT_SAYS))
    assert in_time.sla_first_response_breached is False


def test_an_answer_given_while_the_clock_stands_is_due_as_if_it_ran_on() -> None:
    found = of((0, Created()), (0.5, hold("head office")), (3, AGENT_SAYS))
    assert (found.sla_first_response_breached, found.first_response_due_us) == (False, MONDAY + HOUR)


def test_the_contractual_time_leaves_out_whose_time_the_contract_says() -> None:
    steps: list[tuple[float, NeutralEvent]] = [
        (0, Created()), (1, StatusChanged("pending")), (5, StatusChanged("open")), (6, StatusChanged("solved")),
    ]  # fmt: skip
    assert of(*steps).full_resolution_contractual_s == 2 * 3_600
    assert of(*steps, terms=TERMS).full_resolution_contractual_s == 6 * 3_600
    assert of(*steps).full_resolution_s == 6 * 3_600


def test_the_priority_at_the_creation_chooses_the_promise() -> None:
    urgent = of((0, Created(priority="URGENT")), (0.5, AGENT_SAYS))
    assert (urgent.priority, urgent.sla_first_response_breached, urgent.sla_schedule) == ("URGENT", True, None)
    other = of((0, Created(priority="normal")), (0.5, AGENT_SAYS))
    assert (other.sla_first_response_breached, other.sla_schedule) == (False, "office")
    low = of((0, Created(priority="low")), (0.5, AGENT_SAYS))
    assert low.sla_first_response_breached is None  # a priority's promise is whole: none of the general one is left
    # Its resolution counts in office hours though the rest counts at night: ten hours end on Tuesday at 11:00.
    late = of((0, Created(priority="low")), as_of=24 * 4)
    assert (late.sla_resolution_breached, late.resolution_due_us) == (True, MONDAY + 25 * HOUR)


def test_a_later_telling_of_another_priority_changes_no_promise() -> None:
    later = CreationKnown(MONDAY + 2 * HOUR, priority="urgent")
    assert of((0, Created(priority="normal")), (2, later)).priority == "normal"
    assert of((0, Created()), (2, later)).priority == "urgent"  # not told at the creation: the first telling counts
    assert of((0, Created(priority="")), (2, later)).priority is None  # told to have none


def test_an_amendment_judges_anew_only_tickets_created_since() -> None:
    """A priority's own delay, agreed in the middle of a month, leaves what was promised before it as it was."""
    stricter = terms_version("v2", valid_from="2026-10-06T00:00:00+02:00", sla={
        "schedule": "office", "first_response_target_seconds": 3_600,
        "priorities": [{"names": ["urgent"], "schedule": "office", "first_response_target_seconds": 60}],
    })  # fmt: skip
    before, after = TERMS, Terms([*TERMS.versions, stricter])
    for begins, same in ((0.0, True), (13.9, True), (14.1, False), (23.5, False)):
        steps = ((begins, Created(priority="urgent")), (begins + 0.5, AGENT_SAYS))
        assert (of(*steps, terms=before) == of(*steps, terms=after)) is same


@given(ticket_events(created=True), st.integers(MONDAY - DAY, MONDAY + 40 * DAY))
def test_the_times_sum_to_the_two_waits_and_to_whole_seconds(events: list[Any], as_of_us: int) -> None:
    found = ticket_facts(events, AGREED, as_of_us)
    if found is None or found.times_us is None:
        return
    assert found.requester_wait_s is not None
    assert found.agent_wait_s is not None
    told = in_seconds(found.times_us)
    assert sum(told) == sum(found.times_us) // SECOND
    assert all(abs(seconds * SECOND - us) < SECOND for seconds, us in zip(told, found.times_us, strict=True))
    assert 0 <= sum(told) - found.requester_wait_s - found.agent_wait_s <= 1  # each of the two is floored


statuses = st.sampled_from(["open", "pending", "hold", "hold", "solved", "closed"])
reasons = st.sampled_from([None, "head office", "parts", "x"])
moves = st.lists(st.tuples(st.integers(0, 100), statuses, reasons), max_size=12)
owners = st.sampled_from(OWNERS)
clocks = st.fixed_dictionaries(
    {
        "pending": owners,
        "hold": owners,
        "hold_reasons": st.dictionaries(st.sampled_from(["head office", "parts"]), owners),
        "first_response_stops": st.lists(owners, max_size=4),
        "resolution_stops": st.lists(owners, max_size=4),
    }
)


@settings(max_examples=400)
@given(moves, clocks, st.none() | st.integers(0, 100), st.integers(0, 30), st.sampled_from([None, "office"]))
def test_clocks_agree_with_counting_hour_by_hour(
    moves: list[tuple[int, Status, str | None]],
    said: dict[str, Any],
    answered: int | None,
    target: int,
    schedule: str | None,
) -> None:
    """An hour counts when the office is open, it is no stopped party's and, for the resolution, nothing is solved."""
    seconds = target * 3_600
    sla = {"schedule": schedule, "first_response_target_seconds": seconds, "resolution_target_seconds": seconds}
    rules = terms_version(clocks=said, reopen_window_hours=0, sla=sla)
    steps = sorted(moves, key=lambda move: move[0])
    events: list[tuple[float, NeutralEvent]] = [(0, Created(status="open"))]
    events += [(float(hour), StatusChanged(status, reason)) for hour, status, reason in steps]
    if answered is not None:
        events.append((float(answered), AGENT_SAYS))
    found = of(*events, as_of=100, terms=Terms([rules]))

    spent_first = spent = 0
    times: dict[Owner, int] = dict.fromkeys(OWNERS, 0)
    solved_at = None
    for hour in range(100):
        status, reason = _state(steps, hour)
        if status in DONE and solved_at is None:
            solved_at = hour
        owner = None if status in DONE else rules.clocks.owner(status, reason)
        if owner is not None:
            times[owner] += 1
        if schedule is not None and not _office_hour(hour):
            continue
        if hour < (100 if answered is None else answered) and owner not in rules.clocks.first_response_stops:
            spent_first += 1
        # Without a window a reopening after the first solve is not followed: the first solve is the contractual one.
        if solved_at is None and owner not in rules.clocks.resolution_stops:
            spent += 1
    assert hours(found) == list(times.values())
    assert found.sla_first_response_breached is (spent_first > target)
    if not _reopened_at_once(steps):
        assert found.sla_resolution_breached is (spent > target)


def _state(steps: list[tuple[int, Status, str | None]], hour: int) -> tuple[Status, str | None]:
    status: Status = "open"
    reason: str | None = None
    for at, entered, told in steps:
        if at > hour:
            break
        if entered == "hold" and status == "hold":
            reason = told or reason
        elif entered != status:
            status, reason = entered, told if entered == "hold" else None
    return status, reason


def _reopened_at_once(steps: list[tuple[int, Status, str | None]]) -> bool:
    """Whether a solve and a reopening share an instant: no hour shows it, though it is a solve."""
    hours_told = [at for at, _, _ in steps]
    return len(set(hours_told)) < len(hours_told)


def _office_hour(hour: int) -> bool:
    """Hours after Monday 10:00, from 9 to 18, Monday to Friday."""
    day, clock = divmod(hour + 10, 24)
    return day < 5 and 9 <= clock < 18


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"clocks": []}, "clocks"),
        ({"clocks": {"hold": "supplier"}}, "clocks.hold"),
        ({"clocks": {"hold_reasons": {"x": "nobody"}}}, "clocks.hold_reasons.x"),
        ({"clocks": {"resolution_stops": "customer"}}, "clocks.resolution_stops"),
        ({"clocks": {"resolution_stops": ["nobody"]}}, "clocks.resolution_stops"),
        ({"sla": {"priorities": {}}}, "sla.priorities"),
        ({"sla": {"priorities": [{"names": []}]}}, "sla.priorities.0.names"),
        ({"sla": {"priorities": [{"names": ["a"]}, {"names": ["A"]}]}}, "sla.priorities.1.names"),
        ({"sla": {"priorities": [{"names": ["a"], "schedule": "absent"}]}}, "sla.priorities.0.schedule"),
        ({"sla": {"resolution_schedule": "absent"}}, "sla.resolution_schedule"),
    ],
)
def test_wrong_rules_name_the_field(changes: dict[str, Any], path: str) -> None:
    document = {"valid_from": "2026-01-01T00:00:00Z", "schedules": {"office": OFFICE}, **changes}
    with pytest.raises(InvalidTerms) as caught:
        parse_terms(document, "v", 0)
    assert path in [field for field, _ in caught.value.problems]


def test_usual_clocks_are_d9() -> None:
    assert parse_terms({"valid_from": "2026-01-01T00:00:00Z", "clocks": {}}, "v", 0).clocks == Clocks()
    assert Clocks().owner("hold", "anything") == "third_party"
