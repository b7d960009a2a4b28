"""Whether a value of a dimension differs from the rest of its contract, and how sure that is. Pure.

Sources: Newcombe 1998 (method 10) for the difference of two shares, with the pooled z test, and Fisher's exact test
where an expected count is below 5; the variance of coded answers for the Net Promoter Score; the order statistics of a
sample for the interval of a quantile (no assumption on the distribution: the binomial of how many lie below);
Holm 1979, so that among many values not one is called different by chance more often than 5 % of the time.
"""

from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import lru_cache
from typing import Literal

import msgspec

from services.common import statistics
from services.kpi.dimensions.rules import Name
from services.kpi.figures.rules.indicators import Direction, Indicator, Kind, Variant
from services.kpi.figures.rules.periods import Period
from services.kpi.figures.rules.values import Measure

Reading = Literal["better", "worse", "not_distinguishable", "too_few", "not_compared"]
Method = Literal["pooled_z", "fisher", "coded_answers"]
LEVEL = Decimal("0.05")
"""How often, at most, a value is called different where none is."""
_MOST_EXACT = 500
"""Tickets up to which the places of an interval are computed from the binomial itself; beyond, from its normal form."""

Sample = tuple[int, int, int]
"""Of a share: (those that count, 0, all). Of a score: (promoters, detractors, all)."""


_TENTHS: dict[Variant | None, int] = {"median": 5, "p90": 9}


class Wanted(msgspec.Struct, frozen=True):
    """What is asked for, found to fit together."""

    indicator: Indicator
    variant: Variant | None
    period: Period
    dimension: Name

    @property
    def tenths(self) -> int | None:
        """Of a rank: which one."""
        return _TENTHS.get(self.variant)


class Tested(msgspec.Struct, frozen=True):
    """How a sample differs from another one: the change, its 95 % interval, the chance of one so large by luck."""

    change: Decimal
    low: Decimal
    high: Decimal
    p_value: Decimal
    method: Method


def sample_of(indicator: Indicator, measure: Measure, within: int | None = None) -> Sample:
    """What is compared of some sums. `within`: of a duration, how many took no longer than the limit."""
    if indicator.kind is Kind.SCORE:
        promoters = (measure.total + measure.numerator) // 2
        return promoters, measure.total - promoters, measure.denominator
    return measure.numerator if within is None else within, 0, measure.denominator


def rest_of(whole: Sample, own: Sample) -> Sample:
    """Everything but that."""
    return whole[0] - own[0], whole[1] - own[1], whole[2] - own[2]


def is_compared(indicator: Indicator, variant: Variant | None) -> bool:
    """A stock is one count, and the mean of a skewed duration rests on few tickets: neither has a test here."""
    return indicator.kind is not Kind.STOCK and variant != "mean"


def compare(indicator: Indicator, own: Sample, rest: Sample) -> Tested:
    """A value less the rest. Raises: ValueError when either is empty."""
    if indicator.kind is Kind.SCORE:
        found, method = statistics.compare_nps(rest, own), "coded_answers"
    else:
        found = statistics.compare_proportions(rest[0], rest[2], own[0], own[2])
        exact = statistics.is_exact(rest[0], rest[2], own[0], own[2])
        method = "fisher" if exact else "pooled_z"
    return Tested(found.change, found.interval.low, found.interval.high, found.p_value, method)  # type: ignore[arg-type]


def holm(p_values: Sequence[Decimal]) -> list[Decimal]:
    """The p-values of one question asked many times, adjusted (Holm 1979); in the order they came in."""
    adjusted = [Decimal(1)] * len(p_values)
    highest = Decimal(0)
    for place, index in enumerate(sorted(range(len(p_values)), key=lambda number: p_values[number])):
        highest = max(highest, min(Decimal(1), (len(p_values) - place) * p_values[index]))
        adjusted[index] = highest
    return adjusted


def reading_of(change: Decimal, adjusted: Decimal, good: Direction) -> Reading:
    """What a change means; `good`: where better lies."""
    if adjusted > LEVEL or change == 0:
        return "not_distinguishable"
    return "better" if (change > 0) == (good == "higher") else "worse"


@lru_cache(maxsize=4_096)
def places_of(n: int, tenths: int) -> tuple[int, int] | None:
    """Between which places of n ordered values a quantile lies, 95 %, counted from 1; None when n is too small for it.

    At most 2.5 % on either side: the quantile lies below the low place when fewer values than that lie below it.
    """
    if n <= _MOST_EXACT:
        edge = 10**n // 40
        low = sum(1 for _ in _while_below(_binomial(n, tenths), edge))
        high = n + 1 - sum(1 for _ in _while_below(_binomial(n, 10 - tenths), edge))
    else:
        centre = Decimal(n * tenths) / 10
        half = statistics.Z95 * (centre * (10 - tenths) / 10).sqrt()
        low = int((centre - half).to_integral_value(ROUND_FLOOR))
        high = int((centre + half).to_integral_value(ROUND_CEILING)) + 1
    return (low, high) if low >= 1 and high <= n else None


def _binomial(n: int, tenths: int) -> Iterator[int]:
    """Chances that 0, 1, 2 … of n values lie below a quantile, times 10 to the n."""
    chance, other = (10 - tenths) ** n, 10 - tenths
    for k in range(n + 1):
        yield chance
        chance = chance * (n - k) * tenths // ((k + 1) * other)


def _while_below(chances: Iterator[int], edge: int) -> Iterator[int]:
    added = 0
    for chance in chances:
        added += chance
        if added > edge:
            return
        yield chance
