"""Control limits of a series of shares or scores: what is noise from period to period, and what is more. Pure.

A p-chart (Shewhart; NIST/SEMATECH e-Handbook, 6.3.3.2): the centre is all that was good over all that was counted in a
stretch, the limits of each period lie three standard deviations of its own count away. A score takes the variance of
its coded answers. Two signals and no more, so that few are false: a period beyond its limits, and eight in a row on one
side of the centre. Everything is decided in whole numbers; only the limits that are shown are rounded.
"""

from collections.abc import Sequence
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Literal

import msgspec

from services.common.statistics import Interval
from services.kpi.figures.rules.indicators import Indicator, Kind
from services.kpi.figures.rules.values import Measure

Signal = Literal["beyond", "run"]
Refusal = Literal["too_few_periods", "no_variation"]
SIGMAS = 3
RUN = 8
"""Periods in a row on one side: by chance alone one time in 128."""
LEAST_PERIODS = 8
"""Periods with data that a centre needs."""
RARE = 5
"""Expected in a period, of the rarer outcome, below which its limits are rough."""


class Plotted(msgspec.Struct, frozen=True):
    """One period. `in_stretch`: whether it is of those that the centre is made of."""

    measure: Measure
    in_stretch: bool


class Limit(msgspec.Struct, frozen=True):
    """The limits of one period, in the unit of the value, and what it signals. `rough`: it has few to count."""

    low: Decimal
    high: Decimal
    signal: Signal | None
    rough: bool


class Chart(msgspec.Struct, frozen=True):
    """The limits of a series; None for periods without data. `periods`: how many the centre is made of."""

    centre: Fraction | None
    periods: int
    limits: tuple[Limit | None, ...]
    refusal: Refusal | None = None


class _Centre(msgspec.Struct, frozen=True):
    value: Fraction
    variance: Fraction
    rarer: Fraction


def chart(indicator: Indicator, plotted: Sequence[Plotted]) -> Chart:
    """The limits of each period of a series, in order."""
    base = [one.measure for one in plotted if one.in_stretch and one.measure.denominator]
    if len(base) < LEAST_PERIODS:
        return Chart(None, len(base), (), "too_few_periods")
    centre = _centre(indicator, base)
    if centre.variance == 0:
        return Chart(centre.value * _scale(indicator), len(base), (), "no_variation")
    values = [_value(one.measure) for one in plotted]
    in_runs = _runs([None if value is None else value - centre.value for value in values])
    limits = tuple(
        None if value is None else _limit(indicator, centre, one.measure, value, in_run)
        for one, value, in_run in zip(plotted, values, in_runs, strict=True)
    )
    return Chart(centre.value * _scale(indicator), len(base), limits)


def _centre(indicator: Indicator, base: Sequence[Measure]) -> _Centre:
    n, good = (sum(getattr(one, name) for one in base) for name in ("denominator", "numerator"))
    value = Fraction(good, n)
    if indicator.kind is Kind.SCORE:
        # Promoters and detractors together: each counts one whichever its sign.
        decided = Fraction(sum(one.total for one in base), n)
        return _Centre(value, decided - value**2, min(share for share in _sides(decided, value) if share))
    return _Centre(value, value * (1 - value), min(value, 1 - value))


def _sides(decided: Fraction, value: Fraction) -> tuple[Fraction, Fraction, Fraction]:
    """Promoters, passives, detractors."""
    return (decided + value) / 2, 1 - decided, (decided - value) / 2


def _limit(indicator: Indicator, centre: _Centre, measure: Measure, value: Fraction, in_run: bool) -> Limit:
    spread, scale = centre.variance / measure.denominator, _scale(indicator)
    with localcontext(prec=34):
        half = SIGMAS * _decimal(spread).sqrt()
        at = _decimal(centre.value)
        lowest = -1 if indicator.kind is Kind.SCORE else 0
        within = Interval(max(Decimal(lowest), at - half) * scale, min(Decimal(1), at + half) * scale)
    beyond = (value - centre.value) ** 2 > SIGMAS**2 * spread
    signal: Signal | None = "beyond" if beyond else "run" if in_run else None
    return Limit(within.low, within.high, signal, measure.denominator * centre.rarer < RARE)


def _runs(sides: Sequence[Fraction | None]) -> list[bool]:
    """Of each, whether it is one of eight in a row on one side; periods without data neither count nor break."""
    found = [False] * len(sides)
    run: list[int] = []
    above: bool | None = None
    for place, side in enumerate(sides):
        if side is None:
            continue
        own = None if side == 0 else side > 0
        run = [*run, place] if own is not None and own == above else [place]
        above = own
        if own is not None and len(run) >= RUN:
            for one in run:
                found[one] = True
    return found


def _value(measure: Measure) -> Fraction | None:
    return Fraction(measure.numerator, measure.denominator) if measure.denominator else None


def _scale(indicator: Indicator) -> int:
    return 100 if indicator.kind is Kind.SCORE else 1


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)
