"""Values: exact, rounded half to even once, null without a denominator."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.kpi.figures.rules.indicators import DURATIONS, INDICATORS, SERIES, Kind
from services.kpi.figures.rules.values import (
    DECIMALS,
    Interval,
    Measure,
    counts_of,
    interval_of,
    nearest_rank,
    rounded,
    sample_size,
    value_of,
)

FCR, NPS, CSAT, TTR, BACKLOG = (INDICATORS[code] for code in ("fcr_ticket", "nps", "csat", "ttr", "backlog"))


@pytest.mark.parametrize(
    ("numerator", "denominator", "value"),
    [(1438, 2000, "0.7190"), (1, 3, "0.3333"), (2, 3, "0.6667"), (0, 5, "0.0000"), (5, 5, "1.0000"),
     (1, 20_000, "0.0000"), (3, 20_000, "0.0002"), (5, 20_000, "0.0002"), (7, 20_000, "0.0004")],
)  # fmt: skip
def test_ratios_have_four_decimals_half_to_even(numerator: int, denominator: int, value: str) -> None:
    assert str(value_of(FCR, None, Measure(denominator, numerator))) == value


@pytest.mark.parametrize(
    ("difference", "answers", "value"),
    [(25, 100, "25.00"), (-1, 3, "-33.33"), (-2, 3, "-66.67"), (0, 7, "0.00"), (-7, 7, "-100.00"),
     (-1, 100_000, "0.00"),
     (1, 8, "12.50")],
)  # fmt: skip
def test_the_score_is_in_points(difference: int, answers: int, value: str) -> None:
    assert str(value_of(NPS, None, Measure(answers, difference, abs(difference)))) == value


@pytest.mark.parametrize(
    ("total", "tickets", "value"), [(3, 2, "2"), (5, 2, "2"), (7, 2, "4"), (10, 3, "3"), (0, 1, "0")]
)
def test_the_mean_is_whole_seconds_half_to_even(total: int, tickets: int, value: str) -> None:
    assert str(value_of(TTR, "mean", Measure(tickets, tickets, total))) == value


def test_without_a_denominator_there_is_no_value_but_a_stock_has_one() -> None:
    for code, variant in SERIES:
        value = value_of(INDICATORS[code], variant, Measure())
        assert value == (Decimal(0) if code == "backlog" else None), code
        assert interval_of(INDICATORS[code], Measure()) is None


def test_what_is_told_of_the_sums() -> None:
    duration = Measure(4, 4, 100, 0, 20, 40)
    assert counts_of(TTR, "mean", duration) == (100, 4)
    assert counts_of(TTR, "median", duration) == counts_of(TTR, "p90", duration) == (None, 4)
    assert [str(value_of(TTR, variant, duration)) for variant in TTR.variants] == ["25", "20", "40"]
    assert counts_of(BACKLOG, None, Measure(numerator=12)) == (12, None)
    assert sample_size(BACKLOG, Measure(numerator=12)) == 12
    assert counts_of(NPS, None, Measure(10, -2, 6)) == (-2, 10)
    assert sample_size(NPS, Measure(10, -2, 6)) == 10


def test_intervals_of_samples_are_in_the_scale_of_the_value() -> None:
    # Newcombe 1998, method 3: 81 of 263 gives 0.2553 to 0.3662.
    assert interval_of(CSAT, Measure(263, 81)) == Interval(Decimal("0.2553"), Decimal("0.3662"))
    assert interval_of(CSAT, Measure(10, 10)) == Interval(Decimal("0.7225"), Decimal("1.0000"))
    assert interval_of(FCR, Measure(263, 81)) is None
    score = interval_of(NPS, Measure(100, 25, 75))
    assert score is not None
    # Half of the answers promote, a quarter detract: 25 points, some 16 on each side.
    assert score.low < Decimal(25) < score.high
    assert Decimal(15) < (score.high - score.low) / 2 < Decimal(17)
    assert all(limit.as_tuple().exponent == -2 for limit in (score.low, score.high))
    assert str(interval_of(NPS, Measure(1, 0, 0))).count("-0.00") == 0


@given(st.integers(1, 10**7), st.data())
def test_a_published_interval_holds_the_published_value(answers: int, data: st.DataObject) -> None:
    promoters = data.draw(st.integers(0, answers))
    detractors = data.draw(st.integers(0, answers - promoters))
    share, score = Measure(answers, promoters), Measure(answers, promoters - detractors, promoters + detractors)
    found = interval_of(CSAT, share)
    value = value_of(CSAT, None, share)
    assert found is not None
    assert value is not None
    assert 0 <= found.low <= value <= found.high <= 1
    limits = interval_of(NPS, score)
    assert limits is not None
    assert -100 <= limits.low <= limits.high <= 100


@given(st.fractions(-(10**6), 10**6), st.sampled_from(sorted(DECIMALS)))
def test_rounding_is_nearest_and_never_drifts(value: Fraction, unit: str) -> None:
    told = rounded(value, unit)  # type: ignore[arg-type]
    step = Fraction(1, 10 ** DECIMALS[unit])  # type: ignore[index]
    assert abs(Fraction(told) - value) <= step / 2
    assert (Fraction(told) / step).denominator == 1
    if abs(Fraction(told) - value) == step / 2:
        assert (Fraction(told) / step).numerator % 2 == 0
    assert not str(told).startswith("-0") or Fraction(told) != 0


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=200), st.sampled_from([5, 9]))
def test_nearest_rank_is_the_smallest_that_covers_the_share(values: list[int], tenths: int) -> None:
    ordered = sorted(values)
    rank = nearest_rank(ordered, tenths)
    assert rank in values
    assert rank is not None
    assert 10 * sum(value <= rank for value in values) >= tenths * len(values)
    assert 10 * sum(value < rank for value in values) < tenths * len(values)
    assert nearest_rank([], tenths) is None


def test_the_table_is_what_contracts_are_judged_by() -> None:
    assert list(INDICATORS) == sorted(INDICATORS)
    assert len(INDICATORS) == 17
    assert len(SERIES) == 25
    assert set(DURATIONS) == {code for code, item in INDICATORS.items() if item.kind is Kind.DURATION}
    assert {code for code, item in INDICATORS.items() if item.sampled} == {"ces", "csat", "fcr_declared", "nps"}
    assert {code for code, item in INDICATORS.items() if item.direction == "lower"} == {
        "backlog", "frt", "frt_business", "reopen_rate", "repeat_rate", "ttr", "ttr_contractual",
    }  # fmt: skip
