"""Verdict, certainty, state and provisional, row by row."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.kpi.commitments.rules import Commitment
from services.kpi.figures.rules.indicators import INDICATORS
from services.kpi.figures.rules.judging import Reading, certainty_of, is_provisional, state_of, verdict_of
from services.kpi.figures.rules.values import Interval

HOUR = 3_600_000_000
FCR, TTR, CSAT, NPS = (INDICATORS[code] for code in ("fcr_ticket", "ttr", "csat", "nps"))


def promise(target: str, tolerance: str = "0", **changes: object) -> Commitment:
    values: dict[str, object] = {
        "id": "c", "indicator": "x", "variant": None, "class_": "contractual", "objective_id": None,
        "target": Decimal(target), "tolerance": Decimal(tolerance), "unit": "ratio", "direction": "higher",
        "weight": None, "clause": "", "valid_from_us": 0, "recorded_at_us": 0, **changes,
    }  # fmt: skip
    return Commitment(**values)  # type: ignore[arg-type]


def reading(value: str | None, n: int = 100, *, low: str | None = None, high: str | None = None,
            incomplete: bool = False) -> Reading:  # fmt: skip
    interval = None if low is None or high is None else Interval(Decimal(low), Decimal(high))
    return Reading(None if value is None else Decimal(value), interval, n, 10, incomplete)


@pytest.mark.parametrize(
    ("value", "target", "tolerance", "verdict"),
    [
        ("0.7000", "0.7", "0", "met"),
        ("0.7001", "0.7", "0", "met"),
        ("0.6999", "0.7", "0", "missed"),
        ("0.6999", "0.7", "0.02", "met_within_tolerance"),
        ("0.6800", "0.7", "0.02", "met_within_tolerance"),
        ("0.6799", "0.7", "0.02", "missed"),
        ("0.0000", "0", "0", "met"),
    ],
)
def test_where_higher_is_better(value: str, target: str, tolerance: str, verdict: str) -> None:
    assert verdict_of(FCR, reading(value), promise(target, tolerance)) == verdict


@pytest.mark.parametrize(
    ("value", "verdict"),
    [("14399", "met"), ("14400", "met"), ("14401", "met_within_tolerance"), ("16200", "met_within_tolerance"),
     ("16201", "missed")],
)  # fmt: skip
def test_where_lower_is_better(value: str, verdict: str) -> None:
    assert verdict_of(TTR, reading(value), promise("14400", "1800")) == verdict


def test_the_order_of_verdicts() -> None:
    """given several reasons at once / then the first of no value, no target, incomplete, too small a sample."""
    small = reading("0.9", 9, low="0.8", high="1", incomplete=True)
    assert verdict_of(CSAT, reading(None, 0, incomplete=True), None) == "no_value"
    assert verdict_of(CSAT, small, None) == "no_target"
    assert verdict_of(CSAT, small, promise("0.8")) == "incomplete"
    assert verdict_of(CSAT, reading("0.9", 9, low="0.8", high="1"), promise("0.8")) == "insufficient_sample"
    assert verdict_of(CSAT, reading("0.9", 10, low="0.8", high="1"), promise("0.8")) == "met"
    # A census is counted, however small.
    assert verdict_of(FCR, reading("1.0", 1), promise("0.8")) == "met"
    assert verdict_of(NPS, reading("50.00", 3, low="0", high="90"), promise("10")) == "insufficient_sample"


def test_completeness_is_judged_itself_when_it_makes_the_rest_incomplete() -> None:
    completeness = INDICATORS["data_completeness"]
    assert verdict_of(completeness, reading("0.5", incomplete=True), promise("0.99")) == "missed"


@pytest.mark.parametrize(
    ("low", "high", "certainty"),
    [
        ("0.81", "0.9", "established"),
        ("0.80", "0.9", "established"),
        ("0.79", "0.9", "not_distinguishable"),
        ("0.70", "0.80", "not_distinguishable"),
        ("0.70", "0.79", "established"),
    ],
)
def test_a_sample_is_established_on_one_side_of_the_target(low: str, high: str, certainty: str) -> None:
    assert certainty_of(CSAT, reading("0.8", low=low, high=high), promise("0.8")) == certainty


def test_certainty_of_the_rest() -> None:
    told = reading("0.8", low="0.7", high="0.9")
    assert certainty_of(FCR, reading("0.8"), None) == "exact"
    assert certainty_of(FCR, reading(None), promise("0.8")) == "none"
    assert certainty_of(CSAT, told, None) == "none"
    assert certainty_of(CSAT, reading(None, 0), promise("0.8")) == "none"
    assert certainty_of(CSAT, reading("0.8", 9, low="0.7", high="0.9"), promise("0.8")) == "none"


def test_state_and_provisional_change_at_their_instants_and_nowhere_else() -> None:
    end, grace = 1_000 * HOUR, 72 * HOUR
    assert state_of(end, end - 1) == "open"
    assert state_of(end, end) == "closed"
    assert is_provisional(end, end - 1, 0, 0)
    assert is_provisional(end, end + grace - 1, 0, grace)
    assert not is_provisional(end, end + grace, 0, grace)
    assert is_provisional(end, end + grace, 1, grace)


@given(
    st.sampled_from(sorted(INDICATORS)),
    st.one_of(st.none(), st.decimals(-100, 100, places=2)),
    st.integers(0, 30),
    st.one_of(st.none(), st.decimals(-100, 100, places=2)),
    st.decimals(0, 50, places=2),
    st.booleans(),
)
def test_verdict_and_certainty_speak_of_the_same_figure(
    code: str, value: Decimal | None, n: int, target: Decimal | None, tolerance: Decimal, incomplete: bool
) -> None:
    indicator = INDICATORS[code]
    interval = Interval(value - 1, value + 1) if value is not None and indicator.sampled else None
    told = Reading(value, interval, n, 10, incomplete)
    judged = None if target is None else promise(str(target), str(tolerance))
    verdict, certainty = verdict_of(indicator, told, judged), certainty_of(indicator, told, judged)
    assert (verdict == "no_value") == (value is None)
    assert (certainty == "exact") == (not indicator.sampled and value is not None)
    if verdict == "insufficient_sample":
        assert certainty == "none"
    if verdict in ("met", "met_within_tolerance", "missed"):
        assert judged is not None
        # More tolerance never makes it worse.
        wider = promise(str(judged.target), str(judged.tolerance + 1))
        order = ("missed", "met_within_tolerance", "met")
        assert order.index(verdict_of(indicator, told, wider)) >= order.index(verdict)
