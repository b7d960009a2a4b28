"""Cutting a range into periods, and the sums of each: windows that trail over days, stocks that run on. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Literal

import msgspec

from services.kpi.dimensions.rules import Cut
from services.kpi.figures.rules.indicators import Indicator, Kind, Variant
from services.kpi.figures.rules.periods import Grain, Period, periods_of
from services.kpi.figures.rules.values import NOTHING, Measure

SeriesGrain = Literal["day", "month"]
_PLACE: dict[Grain, int] = {"day": 0, "month": 1, "quarter": 2}
_ONE = timedelta(days=1)

ByPeriod = dict[str, dict[date, Measure]]
"""Sums by indicator and the first day of the period."""
Ranks = dict[date, tuple[int, int]]
"""(median, P90) by the first day of the period, or by the last day of a window."""


class Wanted(msgspec.Struct, frozen=True):
    """What is asked for, found to fit together; `first` and `last` are whole periods' ends."""

    indicator: Indicator
    variant: Variant | None
    first: date
    last: date
    grain: SeriesGrain
    window: int
    cut: Cut | None = None
    stretch: tuple[date, date] | None = None
    """With control limits: the days whose periods their centre is made of."""

    @property
    def since(self) -> date:
        """The first day that counts in any window."""
        return self.first - _ONE * (self.window - 1)

    @property
    def is_stock(self) -> bool:
        """Whether its values run on."""
        return self.indicator.kind is Kind.STOCK

    @property
    def is_rank(self) -> bool:
        """Whether its values cannot be added up."""
        return self.variant in ("median", "p90")

    @property
    def spans(self) -> Iterator[tuple[date, date, date]]:
        """(key, first day, last day) of the tickets of each value: a month, or the window that ends with a day."""
        for period in cut(self.first, self.last, self.grain):
            yield period.first, period.first - _ONE * (self.window - 1), period.last


class Parts(msgspec.Struct, frozen=True):
    """What a series is put together of, wherever it was read: sums from `since` to the last day, and what lies before.

    `ranks`: of each span; None where the sums have their own, or none is asked for. `before` and `heard`, of a stock:
    what stood before the first day, and the first day of which anything was heard.
    """

    sums: ByPeriod
    ranks: Ranks | None = None
    before: int = 0
    heard: date | None = None


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


def by_grain(days: Mapping[date, Measure], grain: SeriesGrain) -> dict[date, Measure]:
    """Sums of days as those of the days or months that they lie in, by the first day."""
    if grain == "day":
        return dict(days)
    gathered: dict[date, list[Measure]] = {}
    for day, measure in days.items():
        gathered.setdefault(day.replace(day=1), []).append(measure)
    return {first: together(measures) for first, measures in gathered.items()}


def put_together(wanted: Wanted, parts: Parts) -> ByPeriod:
    """The sums and ranks that each value of a series is made of."""
    code, found = wanted.indicator.code, parts.sums
    if wanted.is_stock:
        heard = parts.heard or date.max
        periods = (period for period in cut(wanted.first, wanted.last, wanted.grain) if heard <= period.last)
        return {**found, code: dict(running(parts.before, periods, found[code]))}
    if wanted.window > 1:
        found = {one: dict(trailing(days, wanted.first, wanted.last, wanted.window)) for one, days in found.items()}
    if parts.ranks is not None:
        found = {**found, code: {day: ranked(own, parts.ranks.get(day)) for day, own in found[code].items()}}
    return found
