"""Statistics against published numbers."""

from decimal import Decimal
from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.common import statistics

COUNTS = st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def near(value: Decimal, expected: str) -> bool:
    """Equal to the digits that the source prints."""
    printed = Decimal(expected)
    return abs(value - printed) <= Decimal("0.5").scaleb(int(printed.as_tuple().exponent))


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    [
        (81, 263, "0.2553", "0.3662"),  # Newcombe 1998, method 3
        (15, 148, "0.0624", "0.1605"),  # Newcombe 1998, method 3
        (10, 10, "0.7225", "1"),
        (0, 30, "0", "0.1135"),
        (7, 10, "0.397", "0.892"),
        (70, 100, "0.604", "0.781"),
        (280, 400, "0.653", "0.743"),
    ],
)
def test_wilson(successes: int, n: int, low: str, high: str) -> None:
    interval = statistics.wilson(successes, n)
    assert near(interval.low, low)
    assert near(interval.high, high)


@given(COUNTS)
def test_wilson_holds_the_proportion_and_is_symmetric(counts: tuple[int, int]) -> None:
    successes, n = counts
    interval = statistics.wilson(successes, n)
    mirrored = statistics.wilson(n - successes, n)
    assert 0 <= interval.low <= Decimal(successes) / n <= interval.high <= 1
    assert abs(interval.low - (1 - mirrored.high)) < Decimal("1e-25")


def test_difference_of_proportions() -> None:
    """48/80 to 56/70: Newcombe 1998, method 10; 72 % to 83 %: shown with 200 answers each, not with 100."""
    found = statistics.compare_proportions(48, 80, 56, 70)
    assert found.change == Decimal("0.2")
    assert near(found.interval.low, "0.0524")
    assert near(found.interval.high, "0.3339")
    small, large = (statistics.compare_proportions(72 * k, 100 * k, 83 * k, 100 * k) for k in (1, 2))
    assert near(100 * small.interval.low, "-0.6")
    assert near(100 * small.interval.high, "22.3")
    assert near(small.p_value, "0.063")
    assert near(100 * large.interval.low, "2.8")
    assert near(100 * large.interval.high, "19.0")
    assert near(large.p_value, "0.008")


def test_fisher_exact() -> None:
    """The tea-tasting table (3 of 4 against 1 of 4): p = 34/70; used by itself when an expected count is below 5."""
    assert near(statistics.fisher_exact(3, 4, 1, 4), "0.4857")
    assert statistics.compare_proportions(3, 4, 1, 4).p_value == statistics.fisher_exact(3, 4, 1, 4)


@pytest.mark.parametrize(("n", "margin"), [(20, "36.3"), (100, "16.3"), (400, "8.1")])
def test_nps_margin(n: int, margin: str) -> None:
    assert statistics.nps_points(n // 2, n // 4, n) == 25
    assert near(statistics.nps_margin(n // 2, n // 4, n), margin)


def test_nps_difference() -> None:
    """45/25 to 52/20 percent: +12 points; not shown with 200 answers each, shown with 800."""
    few = statistics.compare_nps((90, 50, 200), (104, 40, 200))
    many = statistics.compare_nps((360, 200, 800), (416, 160, 800))
    assert few.change == many.change == 12
    assert (near(few.interval.low, "-3.7"), near(few.interval.high, "27.7"), near(few.p_value, "0.13")) == (True,) * 3
    assert (near(many.interval.low, "4.2"), near(many.interval.high, "19.8")) == (True, True)
    assert near(many.p_value, "0.003")


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), st.integers(0, 100))
def test_nps_interval_is_never_empty_and_stays_in_range(counts: tuple[int, int], share: int) -> None:
    """Also at the extremes, where the plain margin is zero."""
    promoters, n = counts
    detractors = (n - promoters) * share // 100
    interval = statistics.nps_interval(promoters, detractors, n)
    assert -100 <= interval.low < interval.high <= 100


def test_samples() -> None:
    variance = statistics.nps_variance(50, 25, 100)
    assert variance == Decimal("0.6875")
    assert [statistics.nps_sample(Decimal(e), variance) for e in (10, 5)] == [265, 1057]
    assert [statistics.nps_sample(Decimal(e)) for e in (10, 5)] == [385, 1537]
    assert statistics.proportions_sample(Decimal("0.72"), Decimal("0.828")) == 235
    assert statistics.proportions_sample(Decimal("0.80"), Decimal("0.896")) == 219
    assert statistics.proportions_sample(Decimal("0.70"), Decimal("0.75")) == 1251
    assert statistics.finite_population_sample(385, 1000) == 278


def test_rate_needed() -> None:
    assert statistics.rate_needed(Decimal("0.8"), 70, 100, 50) == 1
    assert statistics.rate_needed(Decimal("0.8"), 60, 100, 50) == Decimal("1.2")
    assert statistics.rate_needed(Decimal("0.8"), 80, 100, 0) is None


@pytest.mark.parametrize(("successes", "n"), [(0, 0), (-1, 5), (6, 5)])
def test_impossible_counts(successes: int, n: int) -> None:
    with pytest.raises(ValueError, match="proportion"):
        statistics.wilson(successes, n)


def test_of_many_tables_the_exact_test_keeps_its_digits() -> None:
    """given so many tables that likelihoods are decimals / then the same p-value as by whole numbers, to 25 digits."""
    counts = (700, 1_400, 760, 1_400)
    ways = [comb(1_400, k) * comb(1_400, 1_460 - k) for k in range(60, 1_401)]
    this = comb(1_400, 700) * comb(1_400, 760)
    exact = Fraction(sum(way for way in ways if way <= this), sum(ways))
    found = statistics.fisher_exact(*counts)
    assert abs(Fraction(found) - exact) < Fraction(1, 10**25)
    assert statistics.fisher_exact(3_000, 1_000_000, 3_100, 1_000_000) < Decimal("0.21")


def test_answers_needed_for_a_change_of_a_score() -> None:
    """45/25 to 52/20 percent: 12 points need 697 answers on each side; twice the change needs a quarter of them."""
    before, after = (statistics.nps_variance(*counts) for counts in ((45, 25, 100), (52, 20, 100)))
    assert (before, after) == (Decimal("0.66"), Decimal("0.6176"))
    assert statistics.nps_difference_sample(before, after, Decimal(12)) == 697
    assert statistics.nps_difference_sample(before, after, Decimal(24)) == 175
