"""Sums of many periods: each kind in one range of an index."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from services.kpi.figures.rules.values import Measure
from services.kpi.folding.sums import RANKS
from services.kpi.series.rules import ByPeriod, Ranks, SeriesGrain

DAYS = text(
    "SELECT day AS first, denominator, numerator, total_seconds, pending, median_seconds, p90_seconds"
    " FROM rollup_day WHERE contract_id = :contract AND indicator = :indicator AND day BETWEEN :first AND :last"
)
_MONTHS = text(
    "SELECT month AS first, denominator, numerator, total_seconds, pending, NULL AS median_seconds,"
    " NULL AS p90_seconds FROM rollup_month WHERE contract_id = :contract AND indicator = :indicator"
    " AND month BETWEEN :first AND :last"
)
_MONTH_RANKS = text(
    f"SELECT date_trunc('month', day::timestamp)::date AS first, {RANKS} AS ranks FROM ticket_share"
    " WHERE contract_id = :contract AND indicator = :indicator AND day BETWEEN :first AND :last GROUP BY 1"
)
_WINDOW_RANKS = text(
    f"SELECT d.day::date AS first, (SELECT {RANKS} FROM ticket_share s WHERE s.contract_id = :contract"
    "  AND s.indicator = :indicator"
    "  AND s.day BETWEEN d.day::date - CAST(:window AS integer) + 1 AND d.day::date) AS ranks"
    " FROM generate_series(CAST(:first AS timestamp), CAST(:last AS timestamp), interval '1 day') AS d (day)"
)


async def sums(
    session: AsyncSession, contract_id: UUID, indicators: Sequence[str], grain: SeriesGrain, first: date, last: date
) -> ByPeriod:
    """Sums of whole days or months in a range; days bring their ranks with them."""
    found: ByPeriod = {}
    # One range for each: of several at once the database may filter years of all instead, as its estimates go.
    for indicator in indicators:
        values = {"contract": contract_id, "indicator": indicator, "first": first, "last": last}
        rows = await session.execute(DAYS if grain == "day" else _MONTHS, values)
        found[indicator] = {start: Measure(*of_period) for start, *of_period in rows}
    return found


async def month_ranks(session: AsyncSession, contract_id: UUID, indicator: str, first: date, last: date) -> Ranks:
    """Median and P90 of a duration in each month, from the tickets."""
    values = {"contract": contract_id, "indicator": indicator, "first": first, "last": last}
    return {row.first: (row.ranks[0], row.ranks[1]) for row in await session.execute(_MONTH_RANKS, values)}


async def window_ranks(
    session: AsyncSession, contract_id: UUID, indicator: str, first: date, last: date, window: int
) -> Ranks:
    """Median and P90 over the window of days that ends with each day, from the tickets."""
    values = {"contract": contract_id, "indicator": indicator, "first": first, "last": last, "window": window}
    rows = await session.execute(_WINDOW_RANKS, values)
    return {row.first: (row.ranks[0], row.ranks[1]) for row in rows if row.ranks is not None}
