"""All queries that read dimensions: sums of each value over a period, ranks, stocks."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from services.kpi.dimensions.rules import Cut, Name
from services.kpi.figures.rules.indicators import DURATIONS
from services.kpi.figures.rules.periods import Period
from services.kpi.figures.rules.values import Measure
from services.kpi.folding.sums import RANKS
from services.kpi.series.rules import Ranks, SeriesGrain

_ADDED = (
    "sum(denominator)::bigint AS denominator, sum(numerator)::bigint AS numerator,"
    " sum(total_seconds)::bigint AS total_seconds, sum(pending)::bigint AS pending"
)
_SUMS = text(
    f"SELECT value, indicator, {_ADDED} FROM rollup_dimension_day WHERE contract_id = :contract"
    " AND dimension = :dimension AND indicator = ANY(:indicators) AND day BETWEEN :first AND :last"
    " GROUP BY value, indicator"
)
# Ranks cannot be added, and combinations of days and values would be many: they are read from the tickets.
_TICKETS = (
    "ticket_share s JOIN ticket_dimension d ON d.contract_id = s.contract_id AND d.source_id = s.source_id"
    " AND d.ticket_id = s.ticket_id AND d.dimension = :dimension"
    " WHERE s.contract_id = :contract AND s.indicator = ANY(:indicators) AND s.day BETWEEN :first AND :last"
)
_RANKS = text(f"SELECT d.value, s.indicator, {RANKS} AS ranks FROM {_TICKETS} GROUP BY d.value, s.indicator")
_WITHIN = text(f"SELECT d.value, count(*) AS within FROM {_TICKETS} AND s.total_seconds <= :limit GROUP BY d.value")
_WHOLE_WITHIN = text(
    "SELECT count(*) FROM ticket_share WHERE contract_id = :contract AND indicator = :indicator"
    " AND day BETWEEN :first AND :last AND total_seconds <= :limit"
)
_AT_RANKS = text(
    "SELECT r.value, r.place, r.total_seconds FROM (SELECT d.value, s.total_seconds,"
    f"  row_number() OVER (PARTITION BY d.value ORDER BY s.total_seconds) AS place FROM {_TICKETS}) r"
    " JOIN unnest(CAST(:values AS text[]), CAST(:places AS bigint[])) AS w (value, place)"
    " ON (r.value, r.place) = (w.value, w.place)"
)
_STOCKS = text(
    "SELECT value, sum(numerator)::bigint AS stock FROM rollup_dimension_day WHERE contract_id = :contract"
    " AND dimension = :dimension AND indicator = 'backlog' AND day <= :last GROUP BY value"
)
_HEARD = text(
    "SELECT value, min(day) AS day FROM rollup_dimension_day WHERE contract_id = :contract"
    " AND dimension = :dimension AND indicator = 'data_completeness' AND denominator > 0 AND day <= :last"
    " GROUP BY value"
)
_OF_A_VALUE = (
    " FROM rollup_dimension_day WHERE contract_id = :contract AND dimension = :dimension AND indicator = :indicator"
    " AND value = :value AND day BETWEEN :first AND :last"
)
_DAYS = text(f"SELECT day AS first, denominator, numerator, total_seconds, pending{_OF_A_VALUE}")
_MONTHS = text(f"SELECT date_trunc('month', day::timestamp)::date AS first, {_ADDED}{_OF_A_VALUE} GROUP BY 1")
_SHARES_OF_A_VALUE = (
    "ticket_share s JOIN ticket_dimension d ON d.contract_id = s.contract_id AND d.source_id = s.source_id"
    " AND d.ticket_id = s.ticket_id AND d.dimension = :dimension AND d.value = :value"
    " WHERE s.contract_id = :contract AND s.indicator = :indicator"
)
_MONTH_RANKS = text(
    f"SELECT date_trunc('month', s.day::timestamp)::date AS first, {RANKS} AS ranks FROM {_SHARES_OF_A_VALUE}"
    " AND s.day BETWEEN :first AND :last GROUP BY 1"
)
_WINDOW_RANKS = text(
    f"SELECT w.day::date AS first, (SELECT {RANKS} FROM {_SHARES_OF_A_VALUE}"
    "  AND s.day BETWEEN w.day::date - CAST(:window AS integer) + 1 AND w.day::date) AS ranks"
    " FROM generate_series(CAST(:first AS timestamp), CAST(:last AS timestamp), interval '1 day') AS w (day)"
)


async def sums_of(
    session: AsyncSession, contract_id: UUID, dimension: Name, indicators: Sequence[str], period: Period
) -> Sequence[Row[Any]]:
    """The sums of each value and indicator over a period."""
    values = {**_values(contract_id, dimension, period), "indicators": list(indicators)}
    return (await session.execute(_SUMS, values)).all()


async def ranks_of(
    session: AsyncSession, contract_id: UUID, dimension: Name, indicators: Sequence[str], period: Period
) -> dict[tuple[str, str], tuple[int, int]]:
    """(value, duration) -> median and P90 over a period."""
    durations = [code for code in indicators if code in DURATIONS]
    if not durations:
        return {}
    values = {**_values(contract_id, dimension, period), "indicators": durations}
    rows = await session.execute(_RANKS, values)
    return {(row.value, row.indicator): (row.ranks[0], row.ranks[1]) for row in rows}


async def within(
    session: AsyncSession, contract_id: UUID, dimension: Name, duration: str, period: Period, limit: int
) -> dict[str, int]:
    """Of each value, how many tickets took no longer than that many seconds."""
    values = {**_values(contract_id, dimension, period), "indicators": [duration], "limit": limit}
    return {row.value: row.within for row in await session.execute(_WITHIN, values)}


async def whole_within(session: AsyncSession, contract_id: UUID, duration: str, period: Period, limit: int) -> int:
    """Of the whole contract, how many tickets took no longer than that many seconds."""
    values = {
        "contract": contract_id, "indicator": duration, "first": period.first, "last": period.last, "limit": limit
    }  # fmt: skip
    return int(await session.scalar(_WHOLE_WITHIN, values) or 0)


async def at_ranks(
    session: AsyncSession,
    contract_id: UUID,
    dimension: Name,
    duration: str,
    period: Period,
    places: Sequence[tuple[str, int]],
) -> dict[tuple[str, int], int]:
    """(value, place) -> the seconds that stand there, of the seconds of a value in order; places count from 1."""
    if not places:
        return {}
    wanted, numbers = (list(column) for column in zip(*places, strict=True))
    values = {**_values(contract_id, dimension, period), "indicators": [duration], "values": wanted, "places": numbers}
    return {(row.value, row.place): row.total_seconds for row in await session.execute(_AT_RANKS, values)}


async def stocks(session: AsyncSession, contract_id: UUID, dimension: Name, last: date) -> dict[str, int]:
    """Open tickets of each value at the local midnight that ends a day; of values heard of by then."""
    values = {"contract": contract_id, "dimension": dimension, "last": last}
    found = {row.value: row.stock for row in await session.execute(_STOCKS, values)}
    return {row.value: found.get(row.value, 0) for row in await session.execute(_HEARD, values)}


async def first_heard(session: AsyncSession, contract_id: UUID, cut: Cut) -> date | None:
    """The first day on which anything of a value was heard."""
    rows = await session.execute(_HEARD, {"contract": contract_id, "dimension": cut[0], "last": date.max})
    return next((row.day for row in rows if row.value == cut[1]), None)


async def sums_by_period(
    session: AsyncSession, contract_id: UUID, cut: Cut, indicator: str, grain: SeriesGrain, first: date, last: date
) -> dict[date, Measure]:
    """The sums of one value, by the first day of each day or month."""
    rows = await session.execute(_DAYS if grain == "day" else _MONTHS, _of(contract_id, cut, indicator, first, last))
    return {start: Measure(*of_period) for start, *of_period in rows}


async def month_ranks(
    session: AsyncSession, contract_id: UUID, cut: Cut, indicator: str, first: date, last: date
) -> Ranks:
    """Median and P90 of a duration of one value in each month, from the tickets."""
    rows = await session.execute(_MONTH_RANKS, _of(contract_id, cut, indicator, first, last))
    return {row.first: (row.ranks[0], row.ranks[1]) for row in rows}


async def window_ranks(
    session: AsyncSession, contract_id: UUID, cut: Cut, indicator: str, first: date, last: date, window: int
) -> Ranks:
    """Median and P90 of one value over the window of days that ends with each day, from the tickets."""
    values = {**_of(contract_id, cut, indicator, first, last), "window": window}
    rows = await session.execute(_WINDOW_RANKS, values)
    return {row.first: (row.ranks[0], row.ranks[1]) for row in rows if row.ranks is not None}


def _values(contract_id: UUID, dimension: Name, period: Period) -> dict[str, Any]:
    return {"contract": contract_id, "dimension": dimension, "first": period.first, "last": period.last}


def _of(contract_id: UUID, cut: Cut, indicator: str, first: date, last: date) -> dict[str, Any]:
    return {
        "contract": contract_id, "dimension": cut[0], "value": cut[1], "indicator": indicator, "first": first,
        "last": last,
    }  # fmt: skip
