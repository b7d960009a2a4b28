"""Series: the values of an indicator over time, for a chart."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query

from services.common.auth.access import Permission
from services.common.auth.caller import ContractAccess
from services.common.auth.dependencies import party_may
from services.common.dependencies import SessionDep
from services.common.errors import FieldFault, Invalid
from services.common.instants import Day
from services.kpi.dimensions.rules import LONGEST_VALUE, Name
from services.kpi.figures.dependencies import InstantsDep
from services.kpi.figures.rules.indicators import INDICATORS, Indicator, Kind, Variant
from services.kpi.indicator_codes import IndicatorCode
from services.kpi.series import service
from services.kpi.series.rules import SeriesGrain, Wanted, period_at
from services.kpi.series.schemas import SeriesOut

router = APIRouter(prefix="/v1/contracts/{contract_id}", tags=["figures"])

MOST_DAYS = 800
MOST_MONTHS = 120
FIRST_YEAR, LAST_YEAR = 1970, 2199


@router.get("/series")
async def read_series_endpoint(
    access: Annotated[ContractAccess, party_may(Permission.FIGURE_READ)],
    session: SessionDep,
    instants: InstantsDep,
    indicator: Annotated[IndicatorCode, Query()],
    first: Annotated[Day, Query(alias="from", description="A day; with months, any day of the first one.")],
    last: Annotated[Day, Query(alias="to", description="A day; with months, any day of the last one.")],
    variant: Annotated[Variant | None, Query(description="Of a duration: which statistic.")] = None,
    grain: Annotated[SeriesGrain, Query()] = "day",
    window: Annotated[
        int, Query(ge=1, le=31, description="Trailing days whose tickets make a value; a stock has no window.")
    ] = 1,
    dimension: Annotated[Name | None, Query(description="One that the terms declare; with `value`.")] = None,
    value: Annotated[
        str | None, Query(max_length=LONGEST_VALUE, description="With a dimension: the value that the series is of.")
    ] = None,
    limits: Annotated[bool, Query(description="Control limits too; of shares and scores, without a window.")] = False,
    limits_from: Annotated[
        Day | None, Query(description="With `limits_to`: the days whose periods make the centre; default: all.")
    ] = None,
    limits_to: Annotated[Day | None, Query(description="See `limits_from`.")] = None,
) -> SeriesOut:
    """One value per day or month, also without data; a window is computed from its tickets, never from day values.

    At an instant (`as_of`, `known_at`) it is computed from the events of every ticket of the contract: a large one
    takes some seconds, whatever the range. A pair in the past always answers the same bytes.
    """
    definition = INDICATORS[indicator]
    faults = []
    if variant not in definition.variants:
        needed = "must be median, p90 or mean" if definition.variants[0] else "must be left out: there is only one"
        faults.append(FieldFault("query.variant", needed))
    if grain == "month" and window != 1:
        faults.append(FieldFault("query.window", "must be 1 with months"))
    for name, day in (("query.from", first), ("query.to", last)):
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            faults.append(FieldFault(name, f"must lie in the years {FIRST_YEAR} to {LAST_YEAR}"))
    for name, bound in (("query.limits_from", limits_from), ("query.limits_to", limits_to)):
        if bound is not None and not FIRST_YEAR <= bound.year <= LAST_YEAR:
            faults.append(FieldFault(name, f"must lie in the years {FIRST_YEAR} to {LAST_YEAR}"))
    if last < first:
        faults.append(FieldFault("query.to", "must not lie before from"))
    elif grain == "day" and (last - first).days >= MOST_DAYS:
        faults.append(FieldFault("query.to", f"must lie less than {MOST_DAYS} days after from"))
    elif grain == "month" and (last.year - first.year) * 12 + last.month - first.month >= MOST_MONTHS:
        faults.append(FieldFault("query.to", f"must lie less than {MOST_MONTHS} months after from"))
    if (dimension is None) != (value is None):
        faults.append(FieldFault("query.value", "must come with a dimension, and a dimension with it"))
    if value is not None and "\0" in value:
        faults.append(FieldFault("query.value", "must not hold the character NUL"))
    stretch = (limits_from or first, limits_to or last) if limits else None
    faults += _faults_of_limits(definition, window, (limits_from, limits_to), stretch)
    if faults:
        raise Invalid(*faults)
    whole = period_at(first, grain).first, period_at(last, grain).last
    cut = None if dimension is None or value is None else (dimension, value)
    wanted = Wanted(definition, variant, *whole, grain, window, cut, _whole(stretch, grain))
    return await service.read_series(session, access.contract_id, wanted, instants)


def _faults_of_limits(
    definition: Indicator, window: int, days: tuple[date | None, date | None], stretch: tuple[date, date] | None
) -> list[FieldFault]:
    if stretch is None:
        return [FieldFault("query.limits_from", "must come with limits")] if days != (None, None) else []
    faults = []
    if definition.kind not in (Kind.SHARE, Kind.SCORE):
        faults.append(FieldFault("query.limits", "must be left out: only shares and scores have limits"))
    if window != 1:
        faults.append(FieldFault("query.window", "must be 1 with limits: windows that overlap are not independent"))
    if (days[0] is None) != (days[1] is None):
        faults.append(FieldFault("query.limits_to", "must come with limits_from, and limits_from with it"))
    if stretch[1] < stretch[0]:
        faults.append(FieldFault("query.limits_to", "must not lie before limits_from"))
    return faults


def _whole(stretch: tuple[date, date] | None, grain: SeriesGrain) -> tuple[date, date] | None:
    """The stretch, to the ends of its periods."""
    return None if stretch is None else (period_at(stretch[0], grain).first, period_at(stretch[1], grain).last)
