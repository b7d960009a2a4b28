"""Pure rules of actions."""

from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any

import pytest

from services.contracts.actions.rules import (
    NotNow,
    NotTheirs,
    Standing,
    State,
    Step,
    after,
    awaits,
    days_late,
    effect_faults,
)
from services.contracts.agreements.rules import Side
from services.contracts.indicators.rules import Direction, Indicator, Variant
from services.contracts.objectives.rules import Change

DO, ST = Side.DONNEUR_ORDRE, Side.SOUS_TRAITANT


def _standing(state: State, asked: Side | None = None) -> Standing:
    return Standing(state, ST, ST if state in (State.DONE, State.VERIFIED) else None, asked)


def _outcome(step: Step, standing: Standing, side: Side) -> str:
    try:
        return after(step, standing, side)
    except NotNow:
        return "not now"
    except NotTheirs:
        return "not theirs"


@pytest.mark.parametrize(
    ("step", "state", "theirs", "others"),
    [
        # Proposed or said to be done by the sous-traitant: what it may do itself, and the donneur d'ordre.
        ("accept", "proposed", "not theirs", "accepted"),
        ("refuse", "proposed", "not theirs", "abandoned"),
        ("change", "proposed", "proposed", "proposed"),
        ("abandon", "proposed", "abandoned", "abandoned"),
        ("start", "proposed", "not now", "not now"),
        ("start", "accepted", "in_progress", "in_progress"),
        ("finish", "accepted", "done", "done"),
        ("finish", "in_progress", "done", "done"),
        ("change", "accepted", "not now", "not now"),
        ("accept", "accepted", "not now", "not now"),
        ("abandon", "in_progress", "abandoned", "abandoned"),
        ("verify", "done", "not theirs", "verified"),
        ("reopen", "done", "not theirs", "in_progress"),
        ("abandon", "done", "not now", "not now"),
        ("verify", "in_progress", "not now", "not now"),
        ("name_owner", "verified", "not now", "not now"),
        ("note", "verified", "verified", "verified"),
        ("note", "abandoned", "abandoned", "abandoned"),
        ("ask_date", "in_progress", "in_progress", "in_progress"),
        ("ask_date", "done", "not now", "not now"),
        ("agree_date", "in_progress", "not now", "not now"),
    ],
)
def test_who_takes_which_step_when(step: str, state: str, theirs: str, others: str) -> None:
    standing = _standing(State(state))
    assert (_outcome(Step(step), standing, ST), _outcome(Step(step), standing, DO)) == (theirs, others)


def test_a_date_asked_for_is_answered_by_the_other_side() -> None:
    asked = _standing(State.ACCEPTED, asked=DO)
    assert [_outcome(step, asked, DO) for step in (Step.AGREE_DATE, Step.KEEP_DATE)] == ["not theirs"] * 2
    assert [_outcome(step, asked, ST) for step in (Step.AGREE_DATE, Step.KEEP_DATE)] == ["accepted"] * 2
    assert (_outcome(Step.ASK_DATE, asked, DO), _outcome(Step.ASK_DATE, asked, ST)) == ("accepted", "not now")


def test_nothing_leaves_an_end_but_words() -> None:
    for state, step, side in product((State.VERIFIED, State.ABANDONED), set(Step) - {Step.NOTE}, Side):
        assert _outcome(step, _standing(state), side) == "not now"


def test_whose_answer_is_waited_for() -> None:
    assert [awaits(_standing(state)) for state in State] == [DO, None, None, DO, None, None]
    assert awaits(_standing(State.IN_PROGRESS, asked=ST)) == DO


@pytest.mark.parametrize(
    ("state", "done_on", "expected"),
    [
        (State.PROPOSED, None, 3),
        (State.IN_PROGRESS, None, 3),
        (State.DONE, date(2026, 11, 26), 0),
        (State.VERIFIED, date(2026, 11, 28), 1),
        (State.ABANDONED, None, 0),
    ],
)
def test_late_is_counted_until_it_is_done(state: State, done_on: date | None, expected: int) -> None:
    assert days_late(state, date(2026, 11, 27), done_on, date(2026, 11, 30)) == expected
    assert days_late(state, date(2026, 11, 30), None, date(2026, 11, 30)) == 0


@pytest.mark.parametrize(
    ("changed", "faults"),
    [
        ({}, set()),
        ({"amount": "0.12345"}, {"amount"}),
        ({"amount": "0"}, {"amount"}),
        ({"amount": "1.5"}, {"amount"}),
        ({"direction": Direction.LOWER}, {"direction"}),
        ({"variant": Variant.P90}, {"variant"}),
        ({"change": Change.RELATIVE, "amount": "1.5"}, set()),
        ({"change": Change.RELATIVE, "amount": "10.1"}, {"amount"}),
        ({"change": Change.RELATIVE, "amount": "0.00001"}, {"amount"}),
        ({"indicator": Indicator.TTR, "direction": Direction.LOWER, "amount": "3600"}, {"variant"}),
        (
            {"indicator": Indicator.TTR, "variant": Variant.P90, "direction": Direction.LOWER, "amount": "3600"},
            set(),
        ),
        ({"indicator": Indicator.NPS, "amount": "5.5"}, set()),
    ],
)
def test_an_expected_effect_fits_its_indicator(changed: dict[str, Any], faults: set[str]) -> None:
    parts: dict[str, Any] = {
        "indicator": Indicator.FCR_TICKET, "variant": None, "direction": Direction.HIGHER, "change": Change.POINTS,
        "amount": "0.05",
    } | changed  # fmt: skip
    found = effect_faults(**(parts | {"amount": Decimal(parts["amount"])}))
    assert {fault.field for fault in found} == faults
