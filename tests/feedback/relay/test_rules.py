"""Whom an answer is for, the life of an item, and delays of both sides that tell what still waits."""

import itertools
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.feedback.relay.rules import (
    OLDEST_DAYS,
    Answer,
    Counted,
    NotNow,
    State,
    Step,
    Wait,
    When,
    after,
    counted,
    delay,
    first_that_fits,
    left_out_by,
    possible,
    waits,
)

HOUR = 3_600_000_000
ANSWER = Answer("nps", 3, "e-mail", frozenset({"delay", "delivery"}), 1_000, 1_000, "Livraisons")


@pytest.mark.parametrize(
    ("when", "fits"),
    [
        ({}, True), ({"kinds": {"nps"}}, True), ({"kinds": {"csat"}}, False), ({"lowest": 3}, True),
        ({"lowest": 4}, False), ({"highest": 3}, True), ({"highest": 2}, False), ({"themes": {"delay", "tone"}}, True),
        ({"themes": {"tone"}}, False), ({"channels": {"e-mail"}}, True), ({"channels": {"SMS"}}, False),
        ({"since_us": 1_000}, True), ({"since_us": 1_001}, False), ({"queues": {"Livraisons", "SAV"}}, True),
        ({"queues": {"livraisons"}}, False),
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
    assert not When(channels=frozenset({"SMS"})).fits(Answer("nps", 3, None, frozenset(), 0, 0))


DAY = 24 * HOUR
BEGAN = 100 * DAY


@pytest.mark.parametrize(
    ("answered", "recorded", "fits", "left_out"),
    [
        (BEGAN, BEGAN, True, False), (BEGAN + DAY, BEGAN + 2 * DAY, True, False),
        (BEGAN - 1, BEGAN + DAY, False, True),  # given before the rule, come after
        (BEGAN - 1, BEGAN - 1, False, False),  # given and come before it: nothing to tell of
        (BEGAN, BEGAN + OLDEST_DAYS * DAY, True, False), (BEGAN, BEGAN + OLDEST_DAYS * DAY + 1, False, True),
        (BEGAN + DAY, BEGAN, True, False),  # a sender's clock that runs before ours
    ],
)  # fmt: skip
def test_what_was_given_too_long_ago_goes_to_no_team(answered: int, recorded: int, fits: bool, left_out: bool) -> None:
    rule = When(highest=6, since_us=BEGAN)
    told = Answer("nps", 3, None, frozenset(), answered, recorded)
    assert rule.fits(told) is fits
    assert left_out_by([When(kinds=frozenset({"csat"})), rule], told) == (1 if left_out else None)
    # Another rule that it is in time for takes it, and then nothing is left out.
    assert left_out_by([rule, When()], told) == (None if recorded - answered <= OLDEST_DAYS * DAY else left_out - 1)
    assert left_out_by([rule], Answer("nps", 9, None, frozenset(), answered, recorded)) is None


@given(st.integers(0, 200 * DAY), st.integers(0, 200 * DAY), st.integers(0, 200 * DAY))
def test_an_answer_is_relayed_left_out_or_none_of_the_rules(answered: int, recorded: int, since: int) -> None:
    """then never two of them, what is relayed is after the beginning and in time, and a later reception never helps."""
    rules = [When(since_us=since)]
    told = Answer("nps", 3, None, frozenset(), answered, recorded)
    relayed, left_out = first_that_fits(rules, told) is not None, left_out_by(rules, told) is not None
    assert relayed + left_out == (recorded >= since)
    if relayed:
        assert min(answered, recorded) >= since
        assert recorded - answered <= OLDEST_DAYS * DAY
        later = Answer("nps", 3, None, frozenset(), answered, answered + OLDEST_DAYS * DAY + 1)
        assert first_that_fits(rules, later) is None


@pytest.mark.parametrize("kind", ["trouble", "praise"])
def test_every_item_is_counted_once(kind: Any) -> None:
    whole = Counted()
    for state in get_args(State):
        one = counted(kind, state, 5, 2)
        assert one.open + one.replied + one.closed == 5
        assert one.late == (2 if one.open and kind == "trouble" else 0)
        whole += one
    assert whole == Counted(open=25, late=10 if kind == "trouble" else 0, replied=5, closed=10)


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
