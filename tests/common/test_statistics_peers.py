"""Our exact statistics against statsmodels and SciPy, which count in binary floating point.

Ours are decimals of 34 digits (p-values of the normal test: a float's digits). The others lose some digits where
nearly equal numbers are subtracted; the tolerance leaves room for that and for nothing that a figure would show.
"""

import warnings
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from services.common import statistics

with warnings.catch_warnings():
    # What these libraries and the ones below them announce at import is no failure of ours.
    warnings.simplefilter("ignore")
    from scipy.stats import fisher_exact, norm  # type: ignore[import-untyped]
    from statsmodels.stats.power import normal_sample_size_one_tail  # type: ignore[import-untyped]
    from statsmodels.stats.proportion import (  # type: ignore[import-untyped]
        confint_proportions_2indep,
        proportion_confint,
        proportions_ztest,
        samplesize_confint_proportion,
    )

TOLERANCE = 1e-11
"""Absolute, on values from -1 to 1: seven digits beyond the last that a figure shows."""
OF_A_P_VALUE = 1e-9
GRID = [(k, n) for n in (1, 2, 3, 7, 10, 29, 30, 100, 263, 400, 5000) for k in sorted({0, 1, n // 3, n // 2, n - 1, n})]
COUNTS = st.integers(1, 20_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
SMALL = st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def near(ours: Decimal, theirs: float, tolerance: float = TOLERANCE) -> bool:
    return abs(float(ours) - theirs) <= tolerance


def wilson_agrees(successes: int, n: int) -> bool:
    low, high = proportion_confint(successes, n, alpha=0.05, method="wilson")
    ours = statistics.wilson(successes, n)
    return near(ours.low, low) and near(ours.high, high)


@pytest.mark.parametrize(("successes", "n"), GRID)
def test_wilson_on_a_grid(successes: int, n: int) -> None:
    assert wilson_agrees(successes, n)


@given(COUNTS)
def test_wilson_anywhere(counts: tuple[int, int]) -> None:
    assert wilson_agrees(*counts)


def newcombe_agrees(before: tuple[int, int], after: tuple[int, int]) -> bool:
    """statsmodels subtracts the second from the first, we the earlier from the later."""
    low, high = confint_proportions_2indep(*after, *before, method="newcomb", compare="diff", alpha=0.05)
    ours = statistics.compare_proportions(*before, *after)
    return near(ours.interval.low, low) and near(ours.interval.high, high)


@pytest.mark.parametrize("before", GRID[::5])
@pytest.mark.parametrize("after", GRID[::7])
def test_newcombe_on_a_grid(before: tuple[int, int], after: tuple[int, int]) -> None:
    assert newcombe_agrees(before, after)


@given(COUNTS, COUNTS)
@example((48, 80), (56, 70))
def test_newcombe_anywhere(before: tuple[int, int], after: tuple[int, int]) -> None:
    assert newcombe_agrees(before, after)


def test_the_grid_has_both_tests() -> None:
    """Neither of the two comparisons below runs on nothing."""
    kinds = {is_normal(before, after) for before in GRID for after in GRID}
    assert kinds == {True, False}


def is_normal(before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Whether every expected count reaches five, so that the normal test is used."""
    total, good = before[1] + after[1], before[0] + after[0]
    return min(before[1], after[1]) * min(good, total - good) >= statistics.SMALLEST_EXPECTED * total


def p_value_agrees(before: tuple[int, int], after: tuple[int, int]) -> bool:
    ours = statistics.compare_proportions(*before, *after).p_value
    if is_normal(before, after):
        _, theirs = proportions_ztest([after[0], before[0]], [after[1], before[1]])
    else:
        theirs = fisher(before, after)
    return near(ours, theirs, OF_A_P_VALUE)


def fisher(before: tuple[int, int], after: tuple[int, int]) -> float:
    """Two-sided p of SciPy."""
    table = [[successes, n - successes] for successes, n in (before, after)]
    return float(fisher_exact(table, alternative="two-sided").pvalue)


@pytest.mark.parametrize("before", GRID[::5])
@pytest.mark.parametrize("after", GRID[::7])
def test_p_values_on_a_grid(before: tuple[int, int], after: tuple[int, int]) -> None:
    assert p_value_agrees(before, after)


@given(COUNTS, COUNTS)
@example((72, 100), (83, 100))
@example((0, 20_000), (0, 20_000))
def test_p_values_anywhere(before: tuple[int, int], after: tuple[int, int]) -> None:
    assert p_value_agrees(before, after)


@given(SMALL, SMALL)
@example((3, 4), (1, 4))
def test_fisher_anywhere(before: tuple[int, int], after: tuple[int, int]) -> None:
    assert near(statistics.fisher_exact(*before, *after), fisher(before, after), OF_A_P_VALUE)


@pytest.mark.parametrize("margin", [1, 2, 3, 5, 10])
@pytest.mark.parametrize("share", [10, 25, 50])
def test_sample_for_a_margin(margin: int, share: int) -> None:
    """A share coded 0 or 1 has the variance p(1-p): the plan of the score is the plan of a proportion."""
    p = Decimal(share) / 100
    theirs = samplesize_confint_proportion(float(p), margin / 100, alpha=0.05, method="normal")
    ours = statistics.nps_sample(Decimal(margin), p * (1 - p))
    # The same real number, rounded up by us; a float may stand a hair above a whole one.
    assert ours - 1 < theirs + 1e-9
    assert theirs <= ours + 1e-9


@given(st.integers(2, 97), st.integers(1, 40))
@example(72, 11)
def test_sample_for_a_change(first: int, step: int) -> None:
    """Fleiss' plan, with the pooled deviation under no change and the separate ones under the change."""
    second = min(first + step, 99)
    p1, p2 = first / 100, second / 100
    mean = (p1 + p2) / 2
    theirs = normal_sample_size_one_tail(
        p2 - p1,
        power=0.8,
        alpha=0.025,
        std_null=(2 * mean * (1 - mean)) ** 0.5,
        std_alternative=(p1 * (1 - p1) + p2 * (1 - p2)) ** 0.5,
    )
    ours = statistics.proportions_sample(Decimal(first) / 100, Decimal(second) / 100)
    assert ours - 1 < theirs * (1 + 1e-9)
    assert theirs <= ours * (1 + 1e-9)


def test_the_quantiles() -> None:
    assert near(statistics.Z95, norm.ppf(0.975), 1e-15)
    assert near(statistics.Z80, norm.ppf(0.8), 1e-15)
