"""What statistics say of a value beside the rest, on published examples."""

from decimal import Decimal
from fractions import Fraction
from math import comb

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.kpi.comparisons.rules import compare, holm, places_of, reading_of, rest_of, sample_of
from services.kpi.figures.rules.indicators import INDICATORS
from services.kpi.figures.rules.values import Measure

FCR, NPS, TTR = (INDICATORS[code] for code in ("fcr_ticket", "nps", "ttr"))


def near(value: Decimal, wanted: str) -> bool:
    """To the digits that are written."""
    return abs(value - Decimal(wanted)) <= Decimal(1).scaleb(Decimal(wanted).as_tuple().exponent) / 2  # type: ignore[arg-type]


def test_shares_newcombe_1998_method_10() -> None:
    found = compare(FCR, (56, 0, 70), (48, 0, 80))
    assert near(found.change, "0.2000")
    assert near(found.low, "0.0524")
    assert near(found.high, "0.3339")
    assert found.method == "pooled_z"


@pytest.mark.parametrize(
    ("n", "low", "high", "p_value"), [(100, "-0.006", "0.223", "0.063"), (200, "0.028", "0.190", "0.008")]
)
def test_the_example_of_the_catalogue(n: int, low: str, high: str, p_value: str) -> None:
    found = compare(FCR, (83 * n // 100, 0, n), (72 * n // 100, 0, n))
    assert near(found.low, low)
    assert near(found.high, high)
    assert near(found.p_value, p_value)


def test_few_are_tested_exactly() -> None:
    """The lady tasting tea: three of four right."""
    found = compare(FCR, (3, 0, 4), (1, 0, 4))
    assert found.method == "fisher"
    assert near(found.p_value, "0.4857")


def test_an_exact_test_beside_a_large_rest_is_quick() -> None:
    found = compare(FCR, (2, 0, 10), (100_000, 0, 250_000))
    assert found.method == "fisher"
    # Against so many it is the binomial of 10 at 0.4, both tails: no more than 2, or at least 6.
    tail = sum(comb(10, k) * Fraction(4, 10) ** k * Fraction(6, 10) ** (10 - k) for k in (0, 1, 2, 6, 7, 8, 9, 10))
    assert abs(found.p_value - Decimal(tail.numerator) / Decimal(tail.denominator)) < Decimal("0.0005")


@pytest.mark.parametrize(
    ("n", "low", "high", "p_value"), [(200, "-3.7", "27.7", "0.13"), (800, "4.2", "19.8", "0.003")]
)
def test_scores_by_the_example_of_the_catalogue(n: int, low: str, high: str, p_value: str) -> None:
    own, rest = (52 * n // 100, 20 * n // 100, n), (45 * n // 100, 25 * n // 100, n)
    found = compare(NPS, own, rest)
    assert found.change == 12
    assert near(found.low, low)
    assert near(found.high, high)
    assert near(found.p_value, p_value)


def test_samples() -> None:
    assert sample_of(FCR, Measure(10, 7)) == (7, 0, 10)
    assert sample_of(NPS, Measure(10, 2, 6)) == (4, 2, 10)
    assert sample_of(TTR, Measure(10, 10, 999), 4) == (4, 0, 10)
    assert rest_of((9, 3, 20), (4, 2, 10)) == (5, 1, 10)


def test_holm_by_its_example() -> None:
    """Holm 1979: 0.01, 0.04, 0.03, 0.005 become 0.03, 0.06, 0.06, 0.02."""
    told = [Decimal(text) for text in ("0.01", "0.04", "0.03", "0.005")]
    assert holm(told) == [Decimal(text) for text in ("0.03", "0.06", "0.06", "0.02")]
    assert holm([Decimal("0.7"), Decimal("0.6")]) == [Decimal(1), Decimal(1)]
    assert holm([]) == []


@given(st.lists(st.decimals(0, 1, places=4), max_size=12))
def test_adjusted_values_keep_their_order_and_only_grow(p_values: list[Decimal]) -> None:
    adjusted = holm(p_values)
    for one, after in zip(p_values, adjusted, strict=True):
        assert one <= after <= 1
        for other, after_other in zip(p_values, adjusted, strict=True):
            assert one >= other or after <= after_other


@pytest.mark.parametrize(
    ("n", "tenths", "places"),
    # Of the median: tables of the sign test.
    [(5, 5, None), (6, 5, (1, 6)), (8, 5, (1, 8)), (9, 5, (2, 8)), (10, 5, (2, 9)), (20, 5, (6, 15)), (25, 5, (8, 18)),
     (100, 5, (40, 61)), (35, 9, None), (36, 9, (29, 36))],
)  # fmt: skip
def test_places_of_a_quantile(n: int, tenths: int, places: tuple[int, int] | None) -> None:
    assert places_of(n, tenths) == places


@settings(deadline=None)
@given(st.integers(1, 500), st.sampled_from([5, 9]))
def test_a_quantile_lies_between_its_places_nineteen_times_in_twenty(n: int, tenths: int) -> None:
    found = places_of(n, tenths)
    chance = Fraction(tenths, 10)

    def below(k: int) -> Fraction:
        """How likely fewer than k values lie below it."""
        return sum((comb(n, j) * chance**j * (1 - chance) ** (n - j) for j in range(k)), Fraction(0))

    if found is None:
        # Too few: not even the whole range would hold it so often, on either side.
        assert below(1) > Fraction(1, 40) or 1 - below(n) > Fraction(1, 40)
        return
    low, high = found
    assert below(low) <= Fraction(1, 40) < below(low + 1)
    assert 1 - below(high) <= Fraction(1, 40) < 1 - below(high - 1)


@given(st.integers(501, 100_000), st.sampled_from([5, 9]))
def test_of_many_the_places_lie_on_both_sides(n: int, tenths: int) -> None:
    found = places_of(n, tenths)
    assert found is not None
    assert 1 <= found[0] < n * tenths / 10 < found[1] <= n


@pytest.mark.parametrize(
    ("change", "adjusted", "good", "reading"),
    [("0.1", "0.05", "higher", "better"), ("0.1", "0.05", "lower", "worse"), ("-0.1", "0.01", "higher", "worse"),
     ("-0.1", "0.0501", "higher", "not_distinguishable"), ("0", "0", "higher", "not_distinguishable")],
)  # fmt: skip
def test_readings(change: str, adjusted: str, good: str, reading: str) -> None:
    assert reading_of(Decimal(change), Decimal(adjusted), good) == reading  # type: ignore[arg-type]
