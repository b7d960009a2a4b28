"""Ticket facts that are judged: contractual resolution, FCR, ratings, promises."""

import pytest

from services.kpi.terms.rules import Terms
from services.kpi.tickets.rules.events import (
    Created,
    NeutralEvent,
    Rated,
    Recommended,
)
from tests.factories.tickets import AGENT_SAYS, DAY, HOUR, MONDAY, SECOND, story, terms_version, timed
from tests.kpi.tickets.test_facts import facts, of, to

# ------------------------------------------------------------------ contractual resolution, FCR


@pytest.mark.parametrize(("late_us", "within"), [(0, True), (SECOND, False)])
def test_the_window_is_inclusive(late_us: int, within: bool) -> None:
    events = story((0, Created()), (1, AGENT_SAYS), (2, to("solved")))
    events.append(timed(MONDAY + 2 * HOUR + 168 * HOUR + late_us, to("open")))
    found = facts(events)
    assert (found.reopened_within_window, found.fcr, found.reopens) == (within, not within, 1)
    assert found.full_resolution_contractual_s == (None if within else 2 * 3_600)


def test_the_chain_follows_each_reopen_within_the_window_of_its_solve() -> None:
    chain: list[tuple[float, NeutralEvent]] = [(0, Created()), (1, to("solved")), (2, to("open")), (150, to("solved"))]
    assert of(*chain[:3]).full_resolution_contractual_s is None
    assert of(*chain).full_resolution_contractual_s == 150 * 3_600
    # 167 h after the second solve, though far beyond the first one: followed.
    assert of(*chain, (317, to("open")), (320, to("solved"))).full_resolution_contractual_s == 320 * 3_600
    # Beyond the window: frozen, whatever follows.
    frozen = of(*chain, (319, to("open")), (320, to("solved")), (321, to("open")))
    assert (frozen.full_resolution_contractual_s, frozen.reopens) == (150 * 3_600, 3)


def test_the_window_is_that_of_the_terms_at_the_solve() -> None:
    short = terms_version("v2", valid_from="2026-10-05T12:00:00+02:00", reopen_window_hours=1)
    steps: list[tuple[float, NeutralEvent]] = [(0, Created()), (1, to("solved")), (4, to("open"))]
    assert of(*steps, terms=Terms([terms_version(), short])).full_resolution_contractual_s is None
    steps = [(0, Created()), (2, to("solved")), (4, to("open"))]
    assert of(*steps, terms=Terms([terms_version(), short])).full_resolution_contractual_s == 2 * 3_600


def test_fcr_and_one_touch() -> None:
    assert (of((0, Created())).fcr, of((0, Created())).one_touch, of((0, Created())).fcr_final) == (None, None, None)
    two = of((0, Created()), (1, AGENT_SAYS), (2, AGENT_SAYS), (3, to("solved")))
    assert (two.fcr, two.one_touch) == (False, False)
    after = of((0, Created()), (1, AGENT_SAYS), (2, to("solved")), (3, AGENT_SAYS))
    assert (after.fcr, after.one_touch) == (True, False)
    silent = of((0, Created()), (2, to("solved")))
    assert (silent.fcr, silent.one_touch) == (True, False)
    reopened = of((0, Created()), (1, AGENT_SAYS), (2, to("solved")), (3, to("open")))
    assert (reopened.fcr, reopened.one_touch) == (False, False)


def test_messages_at_the_instant_of_the_solve_count_by_their_position() -> None:
    solve = timed(MONDAY + HOUR, to("solved"), position=3)
    before = [timed(MONDAY + HOUR, AGENT_SAYS, position=n, delivery=f"{n}") for n in (1, 2)]
    after = [timed(MONDAY + HOUR, AGENT_SAYS, position=n, delivery=f"{n}") for n in (2, 4)]
    assert facts([timed(MONDAY, Created()), solve, *before]).fcr is False
    assert facts([timed(MONDAY, Created()), solve, *after]).fcr is True


def test_fcr_is_final_once_the_window_has_passed() -> None:
    events, end = story((0, Created()), (2, to("solved"))), MONDAY + 170 * HOUR
    assert (facts(events, end).fcr_final, facts(events, end).next_change_us) == (False, end + 1)
    assert (facts(events, end + 1).fcr_final, facts(events, end + 1).next_change_us) == (True, None)


# ------------------------------------------------------------------ ratings


@pytest.mark.parametrize(
    ("score", "scale_max", "satisfied"),
    [
        (4, 5, True),
        (3, 5, False),
        (8, 10, True),
        (7, 10, False),
        (1, 1, True),
        (0, 1, False),
        (3, 4, False),
        (6, 7, True),
    ],
)
def test_satisfied_is_four_fifths_of_the_scale(score: int, scale_max: int, satisfied: bool) -> None:
    assert of((0, Created()), (1, Rated(score, scale_max))).csat_satisfied is satisfied


def test_the_latest_rating_wins() -> None:
    assert of((0, Created()), (1, Rated(0, 1)), (2, Rated(1, 1))).csat_satisfied is True
    assert of((0, Created()), (2, Rated(0, 1)), (1, Rated(1, 1))).csat_satisfied is False
    assert of((0, Created())).csat_satisfied is None


def test_the_latest_recommendation_wins() -> None:
    found = of((0, Created()), (1, Recommended(3)), (2, Recommended(9)))
    assert (found.nps_score, found.recommended_us) == (9, MONDAY + 2 * HOUR)


# ------------------------------------------------------------------ promises


@pytest.mark.parametrize(("extra_us", "breached"), [(0, False), (SECOND - 1, False), (SECOND, True)])
def test_a_breach_is_strict_in_whole_seconds(extra_us: int, breached: bool) -> None:
    answered = [timed(MONDAY, Created()), timed(MONDAY + HOUR + extra_us, AGENT_SAYS)]
    assert facts(answered).sla_first_response_breached is breached
    assert facts([timed(MONDAY, Created())], MONDAY + HOUR + extra_us).sla_first_response_breached is breached
    solved = [timed(MONDAY, Created()), timed(MONDAY + 8 * HOUR + extra_us, to("solved"))]
    # Monday 18:00 is the end of the office day: the eight hours are full, and the clock stands.
    assert facts(solved).sla_resolution_breached is False
    early = MONDAY - HOUR
    solved = [timed(early, Created()), timed(early + 8 * HOUR + extra_us, to("solved"))]
    assert facts(solved).sla_resolution_breached is breached


def test_an_unanswered_ticket_breaks_in_the_schedule_of_the_promise() -> None:
    evening = story((7.5, Created()))  # Monday 17:30: half an hour today, half an hour tomorrow
    tomorrow = MONDAY + 23.5 * HOUR
    found = facts(evening, MONDAY + 8 * HOUR)
    assert (found.sla_first_response_breached, found.next_change_us) == (False, tomorrow + SECOND)
    found = facts(evening, round(tomorrow) + SECOND)
    assert (found.sla_first_response_breached, found.first_response_due_us) == (True, tomorrow)


def test_the_resolution_clock_stands_while_pending_and_solved() -> None:
    steps: list[tuple[float, NeutralEvent]] = [(0, Created()), (2, to("pending")), (24, to("open")), (25, to("solved"))]
    assert of(*steps).sla_resolution_breached is False
    assert of(*steps[:2]).sla_resolution_breached is False
    again = of(*steps, (26, to("open")), (32.01, to("solved")))
    assert again.sla_resolution_breached is True  # 2 h + 1 h + 6 h of office time, 8 h promised


def test_the_resolution_of_a_frozen_ticket_is_judged_at_its_contractual_solve() -> None:
    found = of((0, Created()), (1, to("solved")), (200, to("open")))
    assert found.sla_resolution_breached is False


def test_due_instant_of_an_open_overdue_ticket() -> None:
    events = story((0, Created()), (2, to("pending")), (3, to("open")))
    found = facts(events, MONDAY + 3 * DAY)
    # 2 h on Monday, 5 h more until 18:00, the last hour on Tuesday from 09:00.
    assert (found.sla_resolution_breached, found.resolution_due_us) == (True, MONDAY + 24 * HOUR)
    found = facts(events, MONDAY + 20 * HOUR)
    assert (found.sla_resolution_breached, found.next_change_us) == (False, MONDAY + 24 * HOUR + SECOND)


def test_targets_are_those_in_force_at_creation() -> None:
    strict = terms_version(
        "v2",
        valid_from="2026-10-05T12:00:00+02:00",
        sla={"first_response_target_seconds": 1, "resolution_target_seconds": 1},
    )
    both = Terms([terms_version(), strict])
    assert of((1, Created()), (1.5, AGENT_SAYS), terms=both).sla_first_response_breached is False
    assert of((3, Created()), (3.5, AGENT_SAYS), terms=both).sla_first_response_breached is True


def test_without_promise_or_terms() -> None:
    none = of((0, Created()), (1, AGENT_SAYS), terms=Terms([terms_version(sla=None)]))
    assert (none.sla_first_response_breached, none.sla_resolution_breached) == (None, None)
    bare = of((0, Created()), (1, AGENT_SAYS), terms=Terms())
    assert (bare.first_response_s, bare.first_response_business_s, bare.requester_wait_business_s) == (3_600, {}, {})


def test_calendar_time_when_the_promise_names_no_schedule() -> None:
    terms = Terms([terms_version(sla={"schedule": None, "first_response_target_seconds": 60})])
    events = story((100, Created()))
    found = facts(events, MONDAY + 100 * HOUR, terms)
    assert (found.sla_resolution_breached, found.next_change_us) == (None, MONDAY + 100 * HOUR + 61 * SECOND)
