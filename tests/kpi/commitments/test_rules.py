"""Which commitment judges an indicator, as of and as known at any instant."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.kpi.commitments.rules import Commitment, Commitments


def version(name: str, valid_from: int, recorded_at: int, **changes: Any) -> Commitment:
    """A commitment on the first contact resolution, unless changed."""
    return Commitment(
        **{
            "id": name,
            "indicator": "fcr_ticket",
            "variant": None,
            "class_": "contractual",
            "objective_id": "o",
            "target": Decimal("0.7"),
            "tolerance": Decimal("0.02"),
            "unit": "ratio",
            "direction": "higher",
            "weight": None,
            "clause": "Art. 1",
            "valid_from_us": valid_from,
            "recorded_at_us": recorded_at,
        }
        | changes
    )


def judge(commitments: Commitments, at: int, indicator: str = "fcr_ticket", variant: str | None = None) -> str | None:
    found = commitments.ruling(indicator, variant, at)
    return None if found is None else found.id


def test_judges_from_its_first_instant_on() -> None:
    held = Commitments([version("a", 100, 1), version("b", 200, 2)])
    assert [judge(held, at) for at in (99, 100, 199, 200, 10**18)] == [None, "a", "a", "b", "b"]


def test_the_last_recorded_rules_of_those_valid_from_one_instant() -> None:
    assert judge(Commitments([version("b", 100, 9), version("a", 100, 3)]), 100) == "b"


def test_a_correction_of_the_past_does_not_rule_over_a_later_start() -> None:
    held = Commitments([version("a", 100, 1), version("b", 200, 2), version("late", 150, 3)])
    assert [judge(held, at) for at in (149, 150, 199, 200)] == ["a", "late", "late", "b"]


def test_ended_until_it_is_promised_again() -> None:
    held = Commitments([version("a", 100, 1), version("end", 200, 2, ends=True), version("again", 300, 3)])
    assert [judge(held, at) for at in (150, 200, 299, 300)] == ["a", None, None, "again"]


def test_indicators_and_variants_are_judged_apart() -> None:
    held = Commitments(
        [version("a", 0, 1), version("p90", 0, 2, indicator="ttr", variant="p90"), version("c", 0, 3, indicator="nps")]
    )
    assert judge(held, 1, "ttr", "p90") == "p90"
    assert judge(held, 1, "ttr", "median") is None
    assert judge(held, 1, "ttr") is None
    assert judge(held, 1) == "a"


def test_as_known_before_a_version_was_recorded() -> None:
    held = Commitments([version("a", 100, 1), version("b", 100, 5)])
    assert [judge(held.known_at(known), 100) for known in (0, 1, 4, 5)] == [None, "a", "a", "b"]
    assert held.known_at(5) is held


@pytest.mark.parametrize(
    ("changes", "orphan"),
    [
        ({}, False),
        ({"objective_id": None}, True),
        ({"objective_id": None, "class_": "observed"}, False),
        ({"objective_id": None, "ends": True}, False),
    ],
)
def test_an_orphan_binds_without_an_objective(changes: dict[str, Any], orphan: bool) -> None:
    assert version("a", 0, 0, **changes).orphan is orphan


@given(
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.sampled_from("xy"), st.booleans()), max_size=8),
    st.integers(-1, 6),
    st.integers(-1, 6),
)
def test_equals_the_definition(drawn: list[tuple[int, int, str, bool]], at: int, known: int) -> None:
    """The greatest (valid from, recorded at) among what is valid and known; names break what is left of ties."""
    versions = [
        version(f"{number}", valid, recorded, indicator=indicator, ends=ends)
        for number, (valid, recorded, indicator, ends) in enumerate(drawn)
    ]
    candidates = [
        item for item in versions if item.indicator == "x" and item.valid_from_us <= at and item.recorded_at_us <= known
    ]
    expected = max(candidates, key=lambda item: (item.valid_from_us, item.recorded_at_us, item.id), default=None)
    expected_id = None if expected is None or expected.ends else expected.id
    assert judge(Commitments(versions).known_at(known), at, "x") == expected_id
