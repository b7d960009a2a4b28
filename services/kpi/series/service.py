"""Series of an indicator: sums in one range read, then each period judged by the rules of figures."""

import asyncio
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from uuid import UUID

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.errors import Unavailable
from services.common.instants import to_microseconds
from services.kpi.dimensions import repository as cuts
from services.kpi.dimensions.rules import Cut
from services.kpi.dimensions.service import check_declared
from services.kpi.figures import repository as figures
from services.kpi.figures.rules.figure import Figure, Ground, figure_of
from services.kpi.figures.rules.indicators import INDICATORS, Indicator, Kind, Variant
from services.kpi.figures.rules.values import Measure
from services.kpi.figures.service import MOST_READINGS, read_ground
from services.kpi.folding.clock import read_clock
from services.kpi.series import repository
from services.kpi.series.repository import ByPeriod
from services.kpi.series.rules import SeriesGrain, ranked, running, trailing
from services.kpi.series.rules import cut as cut_up
from services.kpi.series.schemas import IntervalOut, SeriesItem, SeriesOut

COMPLETENESS = "data_completeness"
_ONE = timedelta(days=1)


class Wanted(msgspec.Struct, frozen=True):
    """What is asked for, found to fit together; `first` and `last` are whole periods' ends."""

    indicator: Indicator
    variant: Variant | None
    first: date
    last: date
    grain: SeriesGrain
    window: int
    cut: Cut | None = None


async def read_series(session: AsyncSession, contract_id: UUID, wanted: Wanted) -> SeriesOut:
    """The series as it is now. Raises: Unavailable when the figures never stand still."""
    for _ in range(MOST_READINGS):
        clock = await read_clock(session, contract_id)
        as_of = None if clock is None else clock.data_as_of
        ground = await read_ground(session, contract_id, None if as_of is None else to_microseconds(as_of))
        if wanted.cut is None:
            measures = await _measures(session, ground, wanted)
        else:
            check_declared(ground, wanted.cut[0])
            measures = await _measures_of_value(session, contract_id, wanted, wanted.cut)
        # Each statement sees what is committed when it begins: unless the number moved, they all saw the same.
        after = await read_clock(session, contract_id)
        if (None if clock is None else clock.change) == (None if after is None else after.change):
            return SeriesOut(
                indicator=wanted.indicator.code,
                variant=wanted.variant,
                unit=wanted.indicator.unit,
                direction=wanted.indicator.direction,
                grain=wanted.grain,
                window=wanted.window,
                dimensions=dict([wanted.cut] if wanted.cut else ()),
                first=wanted.first.isoformat(),
                last=wanted.last.isoformat(),
                data_as_of=as_of,
                items=[_item(figure) for figure in _judged(ground, wanted, measures)],
            )
        await asyncio.sleep(0.01)
    raise Unavailable("The figures are changing faster than they can be read.", retry_after=1)


async def _measures(session: AsyncSession, ground: Ground, wanted: Wanted) -> ByPeriod:
    """Sums by indicator and first day: of the indicator, and of the completeness of data where the terms ask for it."""
    contract_id, code = ground.contract_id, wanted.indicator.code
    codes = {code} | ({COMPLETENESS} if _completeness_matters(ground) else set())
    since = wanted.first - _ONE * (wanted.window - 1)
    found = await repository.sums(session, contract_id, sorted(codes), wanted.grain, since, wanted.last)
    if wanted.indicator.kind is Kind.STOCK:
        before = await figures.stock_at_end(session, contract_id, wanted.first - _ONE)
        heard = await figures.first_heard(session, contract_id) or date.max
        periods = (period for period in cut_up(wanted.first, wanted.last, wanted.grain) if heard <= period.last)
        return {**found, code: dict(running(before, periods, found[code]))}
    if wanted.window > 1:
        found = {code: dict(trailing(found[code], wanted.first, wanted.last, wanted.window)) for code in codes}
    if wanted.variant in ("median", "p90") and (wanted.window > 1 or wanted.grain == "month"):
        if wanted.grain == "month":
            ranks = await repository.month_ranks(session, contract_id, code, wanted.first, wanted.last)
        else:
            ranks = await repository.window_ranks(session, contract_id, code, wanted.first, wanted.last, wanted.window)
        found[code] = {day: ranked(measure, ranks.get(day)) for day, measure in found[code].items()}
    return found


async def _measures_of_value(session: AsyncSession, contract_id: UUID, wanted: Wanted, cut: Cut) -> ByPeriod:
    """The same of one value of a dimension, which nothing is promised of: completeness does not matter."""
    code, since = wanted.indicator.code, wanted.first - _ONE * (wanted.window - 1)
    found = await cuts.sums_by_period(session, contract_id, cut, code, wanted.grain, since, wanted.last)
    if wanted.indicator.kind is Kind.STOCK:
        stocks = await cuts.stocks(session, contract_id, cut[0], wanted.first - _ONE)
        heard = await cuts.first_heard(session, contract_id, cut) or date.max
        periods = (period for period in cut_up(wanted.first, wanted.last, wanted.grain) if heard <= period.last)
        return {code: dict(running(stocks.get(cut[1], 0), periods, found))}
    if wanted.window > 1:
        found = dict(trailing(found, wanted.first, wanted.last, wanted.window))
    if wanted.variant in ("median", "p90"):
        if wanted.grain == "month":
            ranks = await cuts.month_ranks(session, contract_id, cut, code, wanted.first, wanted.last)
        else:
            ranks = await cuts.window_ranks(session, contract_id, cut, code, wanted.first, wanted.last, wanted.window)
        found = {day: ranked(measure, ranks.get(day)) for day, measure in found.items()}
    return {code: found}


def _completeness_matters(ground: Ground) -> bool:
    return any(version.parameters.minimum_data_completeness is not None for version in ground.terms.versions)


def _judged(ground: Ground, wanted: Wanted, measures: Mapping[str, Mapping[date, Measure]]) -> Iterator[Figure]:
    codes = tuple(measures)
    for period in cut_up(wanted.first, wanted.last, wanted.grain):
        own = {code: measures[code][period.first] for code in codes if period.first in measures[code]}
        yield figure_of(ground, period, INDICATORS[wanted.indicator.code], wanted.variant, own, wanted.cut)


def _item(figure: Figure) -> SeriesItem:
    interval = figure.interval
    return SeriesItem(
        period=figure.period,
        value=_text(figure.value),
        numerator=figure.numerator,
        denominator=figure.denominator,
        interval=None if interval is None else IntervalOut(low=str(interval.low), high=str(interval.high)),
        target=_text(figure.target),
        tolerance=_text(figure.tolerance),
        verdict=figure.verdict,
        provisional=figure.provisional,
    )


def _text(amount: object) -> str | None:
    return None if amount is None else str(amount)
