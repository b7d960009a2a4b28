"""How many of those who were invited answered, month by month of their invitation."""

from decimal import ROUND_HALF_EVEN, Decimal
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.common import zones
from services.common.errors import FieldFault, Invalid, Unavailable
from services.common.instants import now
from services.common.statistics import share, wilson
from services.feedback.surveys import repository
from services.feedback.surveys.rules.months import Counts, Month, bounds, month_of, months_until, text_of
from services.feedback.surveys.schemas import IntervalOut, Responses, ResponsesOfMonth

MONTHS = 12
_STEP = Decimal("0.0001")


async def of_survey(session: AsyncSession, contract_id: UUID, survey_id: UUID, period: str | None) -> Responses:
    """One month, or the last twelve with anything in them. Raises: Invalid, Unavailable."""
    name = await repository.zone_of(session, contract_id)
    if name is None:
        raise Unavailable("The zone of this contract is not known here yet.")
    zone, at = zones.zone(name), now()
    months = [_month(period)] if period is not None else months_until(at, zone, MONTHS)
    found = await repository.counts(session, contract_id, survey_id, [bounds(month, zone) for month in months], at)
    counted = {
        place: Counts(row.invited, row.fatigued, row.answered, row.expired, row.open, row.refused)
        for place, row in found.items()
    }
    return Responses(
        items=[
            _shown(month, counted.get(place, Counts()))
            for place, month in enumerate(months)
            if place in counted or period is not None
        ]
    )


def _month(period: str) -> Month:
    try:
        return month_of(period)
    except ValueError as fault:
        raise Invalid(FieldFault("query.period", str(fault))) from None


def _shown(month: Month, counts: Counts) -> ResponsesOfMonth:
    interval = wilson(counts.answered, counts.invited) if counts.invited else None
    return ResponsesOfMonth(
        period=text_of(month),
        invited=counts.invited,
        fatigued=counts.fatigued,
        answered=counts.answered,
        expired=counts.expired,
        open=counts.open,
        refused=counts.refused,
        rate=_text(share(counts.answered, counts.invited)) if counts.invited else None,
        interval=IntervalOut(low=_text(interval.low), high=_text(interval.high)) if interval else None,
        provisional=counts.open > 0,
    )


def _text(value: Decimal) -> str:
    return str(value.quantize(_STEP, ROUND_HALF_EVEN))
