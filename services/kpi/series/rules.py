"""Cutting a range into periods, and the sums of each: windows that trail over days, stocks that run on. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Literal

from services.kpi.figures.rules.periods import Grain, Period, periods_of
from services.kpi.figures.rules.values import NOTHING, Measure

SeriesGrain = Literal["day", "month"]
_PLACE: dict[Grain, int] = {"day": 0, "month": 1, "quarter": 2}
_ONE = timedelta(days=1)


def period_at(day: date, grain: Grain) -> Period:
    """The day, month or quarter that a day lies in."""
    return tuple(periods_of(day))[_PLACE[grain]]


def cut(first: date, last: date, grain: Grain) -> Iterator[Period]:
    """Every period of the grain that holds one of these days, in order."""
    while first <= last:
        period = period_at(first, grain)
        yield period
        first = period.last + _ONE


def together(measures: Iterable[Measure]) -> Measure:
    """The sums of several; ranks cannot be added and are left out."""
    denominator = numerator = total = pending = 0
    for measure in measures:
        denominator += measure.denominator
        numerator += measure.numerator
        total += measure.total
        pending += measure.pending
    return Measure(denominator, numerator, total, pending)


def trailing(days: Mapping[date, Measure], first: date, last: date, window: int) -> Iterator[tuple[date, Measure]]:
    """For each day, the sums of the window of days that ends with it."""
    held = together(days.get(first - _ONE * back, NOTHING) for back in range(1, window))
    day = first
    while day <= last:
        held = together((held, days.get(day, NOTHING)))
        yield day, held
        gone = days.get(day - _ONE * (window - 1), NOTHING)
        held = together((held, Measure(-gone.denominator, -gone.numerator, -gone.total, -gone.pending)))
        day += _ONE


def running(before: int, periods: Iterable[Period], moves: Mapping[date, Measure]) -> Iterator[tuple[date, Measure]]:
    """For each period, by its first day, the stock at its end: what stood before it all and every move since."""
    stock = before
    for period in periods:
        stock += moves.get(period.first, NOTHING).numerator
        yield period.first, Measure(numerator=stock)


def ranked(measure: Measure, ranks: tuple[int, int] | None) -> Measure:
    """The sums with the ranks that were found for them."""
    median, p90 = ranks or (None, None)
    return Measure(measure.denominator, measure.numerator, measure.total, measure.pending, median, p90)
