"""From exact sums to the published value and its interval: integers and decimals only, rounded half to even once."""

from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction

import msgspec

from services.common import statistics
from services.kpi.figures.rules.indicators import Indicator, Kind, Unit, Variant

DECIMALS: dict[Unit, int] = {"ratio": 4, "points": 2, "s": 0, "count": 0}


class Measure(msgspec.Struct, frozen=True):
    """The sums of one indicator in one period.

    `total`: seconds of a duration; of the score, how many answers were promoters or detractors. `pending`: tickets of
    the denominator that are still in their window. `median` and `p90`: nearest rank, of durations.
    """

    denominator: int = 0
    numerator: int = 0
    total: int = 0
    pending: int = 0
    median: int | None = None
    p90: int | None = None


NOTHING = Measure()


class Interval(msgspec.Struct, frozen=True):
    """Where the true value lies, 95 %, in the unit and scale of the value."""

    low: Decimal
    high: Decimal


def rounded(value: Fraction, unit: Unit) -> Decimal:
    """An exact value in the scale of its unit, half to even."""
    decimals = DECIMALS[unit]
    return Decimal(round(value * 10**decimals)).scaleb(-decimals)


def value_of(indicator: Indicator, variant: Variant | None, measure: Measure) -> Decimal | None:
    """The published value; None without a denominator (a stock has none and always has a value)."""
    if indicator.kind is Kind.STOCK:
        return Decimal(measure.numerator)
    if measure.denominator == 0:
        return None
    if indicator.kind is Kind.DURATION and variant != "mean":
        rank = measure.median if variant == "median" else measure.p90
        return None if rank is None else Decimal(rank)
    numerator, _ = counts_of(indicator, variant, measure)
    scale = 100 if indicator.kind is Kind.SCORE else 1
    return rounded(Fraction(scale * (numerator or 0), measure.denominator), indicator.unit)


def counts_of(indicator: Indicator, variant: Variant | None, measure: Measure) -> tuple[int | None, int | None]:
    """(numerator, denominator) as published: the mean's numerator is seconds, a rank and a stock have no quotient."""
    if indicator.kind is Kind.STOCK:
        return measure.numerator, None
    if indicator.kind is Kind.DURATION:
        return (measure.total if variant == "mean" else None), measure.denominator
    return measure.numerator, measure.denominator


def sample_size(indicator: Indicator, measure: Measure) -> int:
    """How many tickets or answers the value rests on."""
    return measure.numerator if indicator.kind is Kind.STOCK else measure.denominator


def interval_of(indicator: Indicator, measure: Measure) -> Interval | None:
    """Wilson for a share, adjusted Wald for the score; a census has none."""
    if not indicator.sampled or measure.denominator == 0:
        return None
    if indicator.kind is Kind.SCORE:
        promoters = (measure.total + measure.numerator) // 2
        found = statistics.nps_interval(promoters, measure.total - promoters, measure.denominator)
    else:
        found = statistics.wilson(measure.numerator, measure.denominator)
    step = Decimal(1).scaleb(-DECIMALS[indicator.unit])
    return Interval(
        found.low.quantize(step, ROUND_HALF_EVEN) + Decimal(0), found.high.quantize(step, ROUND_HALF_EVEN) + Decimal(0)
    )


def nearest_rank(ordered: Sequence[int], tenths: int) -> int | None:
    """The smallest value that at least so many tenths of the values do not exceed; exact, never interpolated."""
    if not ordered:
        return None
    return ordered[(len(ordered) * tenths + 9) // 10 - 1]
