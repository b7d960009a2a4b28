"""Series of an indicator: what it is made of read at one state or instant, then each period judged as figures are."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.common.instants import from_microseconds
from services.kpi.control.rules import Plotted, chart
from services.kpi.control.schemas import LimitItem, LimitsOut
from services.kpi.figures.rules.figure import Figure, Ground, figure_of, in_scale
from services.kpi.figures.rules.indicators import Unit
from services.kpi.figures.rules.instants import NOW, Instants
from services.kpi.figures.rules.values import NOTHING, rounded
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
    figures = list(_judged(ground, wanted, measures))
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
        items=[_item(figure) for figure in figures],
        limits=None if wanted.stretch is None else _limits(wanted, wanted.stretch, measures, figures),
    )


def _limits(wanted: Wanted, stretch: tuple[date, date], measures: ByPeriod, figures: Sequence[Figure]) -> LimitsOut:
    """What is not settled yet makes no centre, and is held against it all the same."""
    own, unit = measures.get(wanted.indicator.code, {}), wanted.indicator.unit
    periods = list(cut(wanted.first, wanted.last, wanted.grain))
    plotted = [
        Plotted(
            own.get(period.first, NOTHING),
            stretch[0] <= period.first and period.last <= stretch[1] and not figure.provisional,
        )
        for period, figure in zip(periods, figures, strict=True)
    ]
    found = chart(wanted.indicator, plotted)
    return LimitsOut(
        centre=None if found.centre is None else str(rounded(found.centre, unit)),
        first=stretch[0].isoformat(),
        last=stretch[1].isoformat(),
        periods=found.periods,
        refusal=found.refusal,
        items=[
            LimitItem(
                period=period.text, low=_shown(limit.low, unit), high=_shown(limit.high, unit), signal=limit.signal,
                rough=limit.rough,
            )
            for period, limit in zip(periods, found.limits, strict=False)
            if limit is not None
        ],
    )  # fmt: skip


def _shown(limit: Decimal, unit: Unit) -> str:
    # Added to zero a rounded-off negative is no minus zero.
    return str(in_scale(limit, unit) + Decimal(0))


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
