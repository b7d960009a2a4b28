"""Intervals and tests for figures that are samples: exact counts in, decimals out. Pure.

Sources: Wilson 1927 and Newcombe 1998 (methods 3 and 10) for proportions and their difference; the variance of three
coded answers and its adjusted Wald form for the Net Promoter Score; pooled z test and Fisher's exact test.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_HALF_EVEN, Decimal, localcontext
from fractions import Fraction
from itertools import accumulate
from math import erfc, sqrt
from operator import mul

Z95 = Decimal("1.959963984540054")
"""Two-sided 95 % of the normal distribution."""
Z80 = Decimal("0.8416212335729143")
"""One-sided 80 %: the power with which samples are planned."""

_PRECISION = 34
_NPS_PSEUDO = Fraction(3, 4)
"""Pseudo-answers of the adjusted Wald interval: 3/4 promoter, 3/2 passives, 3/4 detractor."""
SMALLEST_EXPECTED = 5
"""Expected count in a cell below which the normal test is replaced by the exact one."""
_MOST_WHOLE = 500
"""Tables up to which likelihoods are whole numbers; of more these would have too many digits, and are decimals."""
_EQUAL = Decimal(1) + Decimal("1e-20")
"""How far two likelihoods that are equal may lie apart when they are decimals."""


@dataclass(frozen=True)
class Interval:
    """Where the true value lies, 95 %."""

    low: Decimal
    high: Decimal


@dataclass(frozen=True)
class Difference:
    """A change between two samples: the change, its interval, and the chance of one so large by luck."""

    change: Decimal
    interval: Interval
    p_value: Decimal


def wilson(successes: int, n: int) -> Interval:
    """Interval of a proportion, 0 to 1. Source: Newcombe 1998, method 3. Raises: ValueError."""
    _check_counts(successes, n)
    with localcontext(prec=_PRECISION):
        p, total, z2 = Decimal(successes) / n, Decimal(n), Z95 * Z95
        centre = (p + z2 / (2 * total)) / (1 + z2 / total)
        half = Z95 * (p * (1 - p) / total + z2 / (4 * total * total)).sqrt() / (1 + z2 / total)
        # At the ends the limit is 0 or 1 itself, not a rounding beside it.
        low = Decimal(0) if successes == 0 else max(Decimal(0), centre - half)
        high = Decimal(1) if successes == n else min(Decimal(1), centre + half)
        return Interval(low, high)


def compare_proportions(successes: int, n: int, later_successes: int, later_n: int) -> Difference:
    """Change of a proportion from one sample to a later one. Source: Newcombe 1998, method 10. Raises: ValueError."""
    before, after = wilson(successes, n), wilson(later_successes, later_n)
    with localcontext(prec=_PRECISION):
        p1, p2 = Decimal(successes) / n, Decimal(later_successes) / later_n
        change = p2 - p1
        below = ((p2 - after.low) ** 2 + (before.high - p1) ** 2).sqrt()
        above = ((after.high - p2) ** 2 + (p1 - before.low) ** 2).sqrt()
        interval = Interval(change - below, change + above)
    return Difference(change, interval, _p_of_proportions(successes, n, later_successes, later_n))


def share(successes: int, n: int) -> Decimal:
    """A proportion, 0 to 1. Raises: ValueError."""
    _check_counts(successes, n)
    return _decimal(Fraction(successes, n))


def nps_points(promoters: int, detractors: int, n: int) -> Decimal:
    """Net Promoter Score, -100 to 100. Source: Reichheld 2003. Raises: ValueError."""
    _check_answers(promoters, detractors, n)
    with localcontext(prec=_PRECISION):
        return Decimal(100) * (promoters - detractors) / n


def nps_variance(promoters: int, detractors: int, n: int) -> Decimal:
    """Variance of one answer coded +1, 0, -1. Raises: ValueError."""
    _check_answers(promoters, detractors, n)
    with localcontext(prec=_PRECISION):
        p, d = Decimal(promoters) / n, Decimal(detractors) / n
        return p + d - (p - d) ** 2


def nps_margin(promoters: int, detractors: int, n: int) -> Decimal:
    """Plain margin in points, for samples that are large enough. Raises: ValueError."""
    with localcontext(prec=_PRECISION):
        return Z95 * 100 * (nps_variance(promoters, detractors, n) / n).sqrt()


def nps_interval(promoters: int, detractors: int, n: int) -> Interval:
    """Adjusted Wald interval in points: pseudo-answers are added first, so that a small sample is not over-trusted.

    Raises: ValueError.
    """
    _check_answers(promoters, detractors, n)
    with localcontext(prec=_PRECISION):
        centre = _decimal(100 * (promoters - detractors) / (n + 4 * _NPS_PSEUDO))
        half = Z95 * 100 * _adjusted_spread(promoters, detractors, n).sqrt()
        return Interval(max(Decimal(-100), centre - half), min(Decimal(100), centre + half))


def _adjusted_spread(promoters: int, detractors: int, n: int) -> Decimal:
    """Variance of the mean answer with the pseudo-answers among them: never nought."""
    p, d, total = promoters + _NPS_PSEUDO, detractors + _NPS_PSEUDO, n + 4 * _NPS_PSEUDO
    return _decimal(((p + d) / total - ((p - d) / total) ** 2) / total)


def compare_nps(before: tuple[int, int, int], after: tuple[int, int, int]) -> Difference:
    """Change in points between two samples of (promoters, detractors, n). Raises: ValueError."""
    with localcontext(prec=_PRECISION):
        change = nps_points(*after) - nps_points(*before)
        error = 100 * (nps_variance(*before) / before[2] + nps_variance(*after) / after[2]).sqrt()
        if error == 0:
            # Everybody answered alike, on both sides: few who do are no certainty.
            error = 100 * (_adjusted_spread(*before) + _adjusted_spread(*after)).sqrt()
        p_value = Decimal(1) if change == 0 else _two_sided(change / error)
        return Difference(change, Interval(change - Z95 * error, change + Z95 * error), p_value)


def nps_sample(margin: Decimal, variance: Decimal = Decimal(1)) -> int:
    """Answers needed for a margin of that many points; the worst case without a known variance."""
    with localcontext(prec=_PRECISION):
        return int((Z95 * Z95 * variance / (margin / 100) ** 2).to_integral_value(ROUND_CEILING))


def nps_difference_sample(before: Decimal, after: Decimal, points: Decimal) -> int:
    """Answers needed in each of two samples to show a change of so many points, from the variances of their answers.

    5 % two-sided, 80 % power.
    """
    with localcontext(prec=_PRECISION):
        spread = (Z95 + Z80) ** 2 * (before + after)
        return int((spread / (points / 100) ** 2).to_integral_value(ROUND_CEILING))


def proportions_sample(p1: Decimal, p2: Decimal) -> int:
    """Answers needed in each of two samples to show that change: 5 % two-sided, 80 % power."""
    with localcontext(prec=_PRECISION):
        mean = (p1 + p2) / 2
        spread = Z95 * (2 * mean * (1 - mean)).sqrt() + Z80 * (p1 * (1 - p1) + p2 * (1 - p2)).sqrt()
        return int((spread**2 / (p2 - p1) ** 2).to_integral_value(ROUND_CEILING))


def finite_population_sample(sample: int, population: int) -> int:
    """The sample that suffices when it is a large part of a finite population, to the nearest answer."""
    with localcontext(prec=_PRECISION):
        return int((Decimal(sample) / (1 + Decimal(sample - 1) / population)).to_integral_value(ROUND_HALF_EVEN))


def rate_needed(target: Decimal, good: int, so_far: int, remaining: int) -> Decimal | None:
    """Rate on the rest that still reaches the target: above 1 it is lost, at or below 0 won; None without a rest."""
    if remaining == 0:
        return None
    with localcontext(prec=_PRECISION):
        return (target * (so_far + remaining) - good) / remaining


def fisher_exact(successes: int, n: int, later_successes: int, later_n: int) -> Decimal:
    """Two-sided p-value of two proportions, exact: all tables at most as likely as this one. Raises: ValueError."""
    _check_counts(successes, n)
    _check_counts(later_successes, later_n)
    total_successes = successes + later_successes
    first, last = max(0, total_successes - later_n), min(n, total_successes)
    # Each table's likelihood beside the one before it: of large samples the binomials themselves are huge.
    steps = [
        ((n - k) * (total_successes - k), (k + 1) * (later_n - total_successes + k + 1)) for k in range(first, last)
    ]
    if len(steps) > _MOST_WHOLE:
        return _fisher_of_many(steps, successes - first)
    before = list(accumulate((up for up, _ in steps), mul, initial=1))
    after = list(accumulate((down for _, down in reversed(steps)), mul, initial=1))[::-1]
    ways = [up * down for up, down in zip(before, after, strict=True)]
    this = ways[successes - first]
    return _decimal(Fraction(sum(way for way in ways if way <= this), sum(ways)))


def _fisher_of_many(steps: Sequence[tuple[int, int]], place: int) -> Decimal:
    with localcontext(prec=_PRECISION):
        # Beside this table: the likelihood of the others falls off on both sides of the most likely one.
        ways = [Decimal(1)] * (len(steps) + 1)
        for k in range(place, len(steps)):
            ways[k + 1] = ways[k] * steps[k][0] / steps[k][1]
        for k in range(place, 0, -1):
            ways[k - 1] = ways[k] * steps[k - 1][1] / steps[k - 1][0]
        return min(Decimal(1), sum((way for way in ways if way <= _EQUAL), Decimal(0)) / sum(ways))


def is_exact(successes: int, n: int, later_successes: int, later_n: int) -> bool:
    """Whether two proportions are tested exactly: an expected count is too small for the normal test."""
    total, good = n + later_n, successes + later_successes
    return Fraction(min(n, later_n) * min(good, total - good), total) < SMALLEST_EXPECTED


def _p_of_proportions(successes: int, n: int, later_successes: int, later_n: int) -> Decimal:
    total, good = n + later_n, successes + later_successes
    if is_exact(successes, n, later_successes, later_n):
        return fisher_exact(successes, n, later_successes, later_n)
    with localcontext(prec=_PRECISION):
        pooled = Decimal(good) / total
        error = (pooled * (1 - pooled) * (Decimal(1) / n + Decimal(1) / later_n)).sqrt()
        return _two_sided((Decimal(later_successes) / later_n - Decimal(successes) / n) / error)


def _two_sided(z: Decimal) -> Decimal:
    # The error function has no decimal form in the library; a p-value needs no more than a float's digits.
    return Decimal(repr(erfc(abs(float(z)) / sqrt(2))))


def _decimal(value: Fraction) -> Decimal:
    with localcontext(prec=_PRECISION):
        return Decimal(value.numerator) / Decimal(value.denominator)


def _check_counts(successes: int, n: int) -> None:
    if n <= 0 or not 0 <= successes <= n:
        raise ValueError("a proportion needs 0 <= successes <= n and n > 0")


def _check_answers(promoters: int, detractors: int, n: int) -> None:
    if n <= 0 or promoters < 0 or detractors < 0 or promoters + detractors > n:
        raise ValueError("answers need promoters + detractors <= n and n > 0")
