"""Whom an answer is for, the life of an item, and delays of both sides that tell what still waits."""

import itertools
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.feedback.relay.rules import (
    Answer,
    NotNow,
    State,
    Step,
    Wait,
    When,
    after,
    delay,
    first_that_fits,
    possible,
    waits,
)

HOUR = 3_600_000_000
ANSWER = Answer("nps", 3, "e-mail", frozenset({"delay", "delivery"}), 1_000)


@pytest.mark.parametrize(
    ("when", "fits"),
    [
        ({}, True), ({"kinds": {"nps"}}, True), ({"kinds": {"csat"}}, False), ({"lowest": 3}, True),
        ({"lowest": 4}, False), ({"highest": 3}, True), ({"highest": 2}, False), ({"themes": {"delay", "tone"}}, True),
        ({"themes": {"tone"}}, False), ({"channels": {"e-mail"}}, True), ({"channels": {"SMS"}}, False),
        ({"since_us": 1_000}, True), ({"since_us": 1_001}, False),
    ],
)  # fmt: skip
def test_each_condition(when: dict[str, Any], fits: bool) -> None:
    told: dict[str, Any] = {name: frozenset(value) if isinstance(value, set) else value for name, value in when.items()}
    assert When(**told).fits(ANSWER) is fits


def test_the_first_rule_that_fits_decides() -> None:
    csat, low, every = When(kinds=frozenset({"csat"})), When(highest=6), When()
    assert first_that_fits([csat, low, every], ANSWER) == 1
    assert first_that_fits([every, low], ANSWER) == 0
    assert first_that_fits([csat], ANSWER) is None
    assert first_that_fits([], ANSWER) is None
    assert not When(channels=frozenset({"SMS"})).fits(Answer("nps", 3, None, frozenset(), 0))


def test_the_life_of_an_item() -> None:
    """then each step in its turn, a reply at any time before, and a returned one goes to the team again."""
    state: State = "to_do"
    walk: list[Step] = ["acknowledge", "cause", "act", "reply", "return", "act", "reply", "accept"]
    for step in walk:
        state = after("trouble", state, step)
    assert state == "accepted"
    for step in get_args(Step):
        with pytest.raises(NotNow):
            after("trouble", "accepted", step)
        with pytest.raises(NotNow):
            after("praise", "passed_on", step)
    open_states: list[State] = ["to_do", "acknowledged", "caused", "acted", "returned"]
    assert {after("trouble", one, "reply") for one in open_states} == {"replied"}
    for wrong in ("cause", "act", "accept", "pass_on"):
        with pytest.raises(NotNow):
            after("trouble", "to_do", wrong)
    assert list(possible("praise", "to_do")) == ["pass_on"]


def test_waits_of_both_sides() -> None:
    steps: list[tuple[Step, int]] = [
        ("acknowledge", 2 * HOUR), ("reply", 10 * HOUR), ("return", 13 * HOUR), ("reply", 20 * HOUR),
    ]  # fmt: skip
    assert waits(HOUR, steps, 24 * HOUR) == {
        "acknowledge": [Wait(HOUR, over=True)],
        "reply": [Wait(9 * HOUR, over=True), Wait(7 * HOUR, over=True)],
        "decision": [Wait(3 * HOUR, over=True), Wait(4 * HOUR, over=False)],
    }
    # A reply acknowledges; what nobody looked at waits.
    assert waits(0, [("reply", HOUR)], HOUR)["acknowledge"] == [Wait(HOUR, over=True)]
    assert waits(0, [], HOUR)["reply"] == [Wait(HOUR, over=False)]


def test_a_delay_says_at_least_when_what_waits_could_change_it() -> None:
    over = [Wait(one * HOUR, over=True) for one in range(1, 11)]
    told = delay(over)
    assert (told.median_us, told.p90_us) == (5 * HOUR, 9 * HOUR)
    assert not told.median_at_least
    assert not told.p90_at_least
    # One that waits longer than all moves the ninth decile at most; one that has just come may move both.
    late = delay([*over, Wait(99 * HOUR, over=False)])
    assert (late.median_us, late.median_at_least, late.p90_us, late.p90_at_least) == (6 * HOUR, False, 10 * HOUR, False)
    fresh = delay([*over, Wait(0, over=False)])
    assert (fresh.median_us, fresh.median_at_least, fresh.p90_us, fresh.p90_at_least) == (
        5 * HOUR,
        True,
        9 * HOUR,
        True,
    )
    assert (delay([]).median_us, delay([]).median_at_least) == (None, False)
    assert delay([Wait(HOUR, over=False)]).median_at_least


@given(st.lists(st.tuples(st.integers(0, 50), st.booleans()), min_size=1, max_size=12), st.integers(0, 50))
def test_no_end_of_a_wait_makes_a_delay_less_than_was_said(drawn: list[tuple[int, bool]], more: int) -> None:
    """given waits, some open / when those go on for any time / then what was sure stays, what was at least is."""
    before = delay([Wait(us, over) for us, over in drawn])
    later = delay([Wait(us if over else us + more, over=True) for us, over in drawn])
    for value, at_least, then in (
        (before.median_us, before.median_at_least, later.median_us), (before.p90_us, before.p90_at_least, later.p90_us),
    ):  # fmt: skip
        assert value is not None
        assert then is not None
        assert then >= value
        assert at_least or then == value


def test_every_pair_of_state_and_step_is_decided() -> None:
    """then nothing leads from a state that is not one, nor to one."""
    states = set(get_args(State))
    for kind, state in itertools.product(("trouble", "praise"), states):
        assert set(possible(kind, state).values()) <= states  # type: ignore[arg-type]
