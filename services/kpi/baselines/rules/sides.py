"""One side of a comparison: exact counts of some days, their value, and where the true value lies. Pure."""

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction

import msgspec

from services.common import statistics
from services.kpi.figures.rules.indicators import Indicator, Kind, Unit, Variant
from services.kpi.figures.rules.values import DECIMALS, Measure, rounded, sample_size, value_of


class Counts(msgspec.Struct, frozen=True):
    """What was counted. Of a share `good` of `n`; of a score `good` promoters and `against` detractors of `n` answers.

    `value`: of a duration (whole seconds) or a stock, which have nothing that could be compared.
    `asked`: how many were asked, where that is known.
    """

    n: int
    good: int = 0
    against: int = 0
    value: int | None = None
    asked: int | None = None


NO_COUNTS = Counts(0)
Strata = Mapping[str, Mapping[str, Counts]]
"""Counts by dimension, then value; the values of a dimension make up the whole."""


class Days(msgspec.Struct, frozen=True):
    """Local days, both ends included."""

    first: date
    last: date

    @property
    def months(self) -> frozenset[int]:
        """The months of the year that it touches."""
        places = range(self.first.year * 12 + self.first.month, self.last.year * 12 + self.last.month + 1)
        return frozenset((place - 1) % 12 + 1 for place in places)


class Side(msgspec.Struct, frozen=True):
    """Counts of some days, whole and by the values of dimensions."""

    days: Days
    counts: Counts
    strata: Strata = {}


def is_compared(indicator: Indicator) -> bool:
    """Shares and scores are tested; durations and stocks only shown."""
    return indicator.kind in (Kind.SHARE, Kind.SCORE)


def counts_of(indicator: Indicator, variant: Variant | None, measure: Measure) -> Counts:
    """What is compared of some sums."""
    if indicator.kind is Kind.SCORE:
        promoters = (measure.total + measure.numerator) // 2
        return Counts(measure.denominator, promoters, measure.total - promoters)
    if indicator.kind is Kind.SHARE:
        return Counts(measure.denominator, measure.numerator)
    value = value_of(indicator, variant, measure)
    return Counts(sample_size(indicator, measure), value=None if value is None else int(value))


def fault_of(counts: Counts, kind: Kind) -> str | None:
    """Why counts cannot be those of an indicator of this kind."""
    if counts.good + counts.against > counts.n:
        return "must not count more than n"
    if kind is not Kind.SCORE and counts.against:
        return "detractors belong to a score"
    if counts.asked is not None and counts.asked < counts.n:
        return "asked must not lie below n"
    return None


def added(parts: Mapping[str, Counts]) -> Counts:
    """The whole that parts make up."""
    return Counts(*(sum(getattr(one, name) for one in parts.values()) for name in ("n", "good", "against")))


def exact_value(indicator: Indicator, counts: Counts) -> Fraction | None:
    """The value before rounding: a share from 0 to 1, a score in points; None of nothing."""
    if not is_compared(indicator):
        return None if counts.value is None else Fraction(counts.value)
    if counts.n == 0:
        return None
    scale = 100 if indicator.kind is Kind.SCORE else 1
    return Fraction(scale * (counts.good - counts.against), counts.n)


def interval(indicator: Indicator, counts: Counts) -> statistics.Interval | None:
    """Wilson of a share, adjusted Wald of a score; None of what has none, and of nothing."""
    if counts.n == 0 or not is_compared(indicator):
        return None
    if indicator.kind is Kind.SCORE:
        return statistics.nps_interval(counts.good, counts.against, counts.n)
    return statistics.wilson(counts.good, counts.n)


def told(value: Fraction | Decimal, unit: Unit) -> str:
    """A value in the scale of its unit, half to even."""
    if isinstance(value, Fraction):
        return str(rounded(value, unit) + Decimal(0))
    # Added to zero a rounded-off negative is no minus zero.
    return str(value.quantize(Decimal(1).scaleb(-DECIMALS[unit]), ROUND_HALF_EVEN) + Decimal(0))


def response_rate(counts: Counts) -> str | None:
    """Answers over those asked, where these are known."""
    return None if not counts.asked else told(Fraction(counts.n, counts.asked), "ratio")
