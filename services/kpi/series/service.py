"""Series of an indicator: what it is made of read at one state or instant, then each period judged as figures are."""

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.common.instants import from_microseconds
from services.kpi.figures.rules.figure import Figure, Ground, figure_of
from services.kpi.figures.rules.instants import NOW, Instants
from services.kpi.figures.service import read_at
from services.kpi.series import reading
from services.kpi.series.rules import ByPeriod, Parts, Wanted, cut, put_together
from services.kpi.series.schemas import IntervalOut, SeriesItem, SeriesOut


async def read_series(session: AsyncSession, contract_id: UUID, wanted: Wanted, instants: Instants = NOW) -> SeriesOut:
    """The series as it is now, or at instants: then every ticket of the contract is evaluated once, whatever the range.

    Raises: Invalid, Unavailable when the figures never stand still.
    """

    async def live(ground: Ground) -> tuple[Ground, Parts]:
        return ground, await reading.live(session, ground, wanted)

    async def past(ground: Ground) -> tuple[Ground, Parts]:
        return ground, await reading.past(session, ground, wanted, instants.known_at)

    ground, parts = await read_at(session, contract_id, instants, live, past)
    return _told(ground, wanted, put_together(wanted, parts))


def _told(ground: Ground, wanted: Wanted, measures: ByPeriod) -> SeriesOut:
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
        data_as_of=None if ground.as_of_us is None else from_microseconds(ground.as_of_us),
        items=[_item(figure) for figure in _judged(ground, wanted, measures)],
    )


def _judged(ground: Ground, wanted: Wanted, measures: ByPeriod) -> Iterator[Figure]:
    for period in cut(wanted.first, wanted.last, wanted.grain):
        own = {code: found[period.first] for code, found in measures.items() if period.first in found}
        yield figure_of(ground, period, wanted.indicator, wanted.variant, own, wanted.cut)


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
