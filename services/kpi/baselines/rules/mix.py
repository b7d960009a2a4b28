"""Whether the mix moved, and what the value after would be with the mix of before. Pure.

Direct standardisation: the value of each stratum after, weighted by its part of the answers before; weights are exact
fractions and add up to one. The interval of a weighted share, and of its difference from the share before, is put
together of the Wilson limits of its strata (Zou, Huang and Zhang 2009, of which Newcombe's method 10 is the case of
one stratum): unlike one from the variance sum of w^2 p(1-p)/n it does not shrink to nothing at 0 % and 100 %. Of a
score it is normal, from the variances of coded answers.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Literal

import msgspec

from services.common import statistics
from services.common.statistics import Z95, Interval
from services.kpi.baselines.rules.comparing import Reading, side_of
from services.kpi.baselines.rules.sides import Counts, exact_value
from services.kpi.figures.rules.indicators import Indicator, Kind

Refusal = Literal["stratum_empty_before", "stratum_empty_after", "too_many_values", "nothing_counted"]
MOVED = Fraction(1, 10)
"""How much of the mix may move before it is said."""
MOST_VALUES = 100
FEW = 10
"""Answers after, in a stratum, below which the weighted value leans on very few."""
_PRECISION = 34


class Stratum(msgspec.Struct, frozen=True):
    """One value of a dimension on both sides; `weight`: its part of the answers before."""

    value: str
    before: Counts
    after: Counts
    weight: Fraction


class Weighted(msgspec.Struct, frozen=True):
    """The value after with the mix of before, and its difference from the value before."""

    value: Fraction
    interval: Interval
    change: Fraction
    change_interval: Interval
    reading: Reading


class Mix(msgspec.Struct, frozen=True):
    """The strata of one dimension. `moved`: total variation between the two mixes, 0 to 1."""

    strata: tuple[Stratum, ...]
    moved: Fraction | None
    weighted: Weighted | None
    refusal: Refusal | None
    leans_on_few: bool = False


def mix_of(indicator: Indicator, before: Mapping[str, Counts], after: Mapping[str, Counts]) -> Mix:
    """What a dimension tells of two sides, each of which its values make up."""
    first, second = (sum(one.n for one in side.values()) for side in (before, after))
    names = sorted({*before, *after})
    if not first or not second:
        return Mix((), None, None, "nothing_counted")
    strata = tuple(
        Stratum(name, own, other, Fraction(own.n, first))
        for name in names
        for own, other in ((before.get(name, Counts(0)), after.get(name, Counts(0))),)
        if own.n or other.n
    )
    moved = sum((abs(one.weight - Fraction(one.after.n, second)) for one in strata), Fraction(0)) / 2
    refusal = _refusal(strata)
    if refusal is not None:
        return Mix(strata if len(strata) <= MOST_VALUES else (), moved, None, refusal)
    few = any(one.after.n < FEW for one in strata)
    return Mix(strata, moved, weigh(indicator, strata), None, few)


def weigh(indicator: Indicator, strata: Iterable[Stratum]) -> Weighted:
    """The value after, re-weighted. Raises: ValueError when a stratum is empty on a side."""
    strata = tuple(strata)
    whole = Counts(*(sum(getattr(one.before, name) for one in strata) for name in ("n", "good", "against")))
    value = sum((one.weight * _value(indicator, one.after) for one in strata), Fraction(0))
    change = value - _value(indicator, whole)
    if indicator.kind is Kind.SCORE:
        interval, change_interval = _of_score(strata, whole, value, change)
    else:
        interval, change_interval = _of_share(strata, whole, value, change)
    if change_interval.low <= 0 <= change_interval.high:
        reading: Reading = "not_shown"
    else:
        reading = side_of(_decimal(change), indicator.direction)
    return Weighted(value, interval, change, change_interval, reading)


def _refusal(strata: tuple[Stratum, ...]) -> Refusal | None:
    if len(strata) > MOST_VALUES:
        return "too_many_values"
    if any(not one.before.n for one in strata):
        return "stratum_empty_before"
    return "stratum_empty_after" if any(not one.after.n for one in strata) else None


def _of_share(
    strata: tuple[Stratum, ...], whole: Counts, value: Fraction, change: Fraction
) -> tuple[Interval, Interval]:
    with localcontext(prec=_PRECISION):
        below = above = Decimal(0)
        for one in strata:
            limits = statistics.wilson(one.after.good, one.after.n)
            own, weight = statistics.share(one.after.good, one.after.n), _decimal(one.weight)
            below += (weight * (own - limits.low)) ** 2
            above += (weight * (limits.high - own)) ** 2
        before, own = statistics.wilson(whole.good, whole.n), statistics.share(whole.good, whole.n)
        at, by = _decimal(value), _decimal(change)
        return (
            Interval(max(Decimal(0), at - below.sqrt()), min(Decimal(1), at + above.sqrt())),
            Interval(by - (below + (before.high - own) ** 2).sqrt(), by + (above + (own - before.low) ** 2).sqrt()),
        )


def _of_score(
    strata: tuple[Stratum, ...], whole: Counts, value: Fraction, change: Fraction
) -> tuple[Interval, Interval]:
    with localcontext(prec=_PRECISION):
        spread = sum((_decimal(one.weight) ** 2 * _variance(one.after) / one.after.n for one in strata), Decimal(0))
        half = Z95 * 100 * spread.sqrt()
        wide = Z95 * 100 * (spread + _variance(whole) / whole.n).sqrt()
        at, by = _decimal(value), _decimal(change)
        return (
            Interval(max(Decimal(-100), at - half), min(Decimal(100), at + half)),
            Interval(by - wide, by + wide),
        )


def _variance(counts: Counts) -> Decimal:
    return statistics.nps_variance(counts.good, counts.against, counts.n)


def _value(indicator: Indicator, counts: Counts) -> Fraction:
    found = exact_value(indicator, counts)
    if found is None:
        raise ValueError("a stratum needs answers on both sides")
    return found


def _decimal(value: Fraction) -> Decimal:
    with localcontext(prec=_PRECISION):
        return Decimal(value.numerator) / Decimal(value.denominator)
