"""All queries of figures: sums of a period, ranks, the stock, published versions."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from services.kpi.figures.rules.indicators import DURATIONS
from services.kpi.figures.rules.periods import Period
from services.kpi.folding.sums import RANKS

_DAY = text(
    "SELECT indicator, denominator, numerator, total_seconds, pending, median_seconds, p90_seconds"
    " FROM rollup_day WHERE contract_id = :contract AND day = :first"
)
# Months are few; their sums come back as whole numbers, which adding them up as numeric would not.
_MONTHS = text(
    "SELECT indicator, sum(denominator)::bigint AS denominator, sum(numerator)::bigint AS numerator,"
    " sum(total_seconds)::bigint AS total_seconds, sum(pending)::bigint AS pending,"
    " NULL AS median_seconds, NULL AS p90_seconds"
    " FROM rollup_month WHERE contract_id = :contract AND month BETWEEN :first AND :last GROUP BY indicator"
)
_RANKS = text(
    f"SELECT indicator, {RANKS} AS ranks FROM ticket_share"
    " WHERE contract_id = :contract AND indicator = ANY(:indicators) AND day BETWEEN :first AND :last"
    " GROUP BY indicator"
)
_STOCK = text(
    "SELECT (coalesce((SELECT sum(numerator) FROM rollup_month"
    "  WHERE contract_id = :contract AND indicator = 'backlog' AND month < :month), 0)"
    " + coalesce((SELECT sum(numerator) FROM rollup_day WHERE contract_id = :contract AND indicator = 'backlog'"
    "  AND day BETWEEN :month AND :last), 0))::bigint"
)
_FIRST_HEARD = text(
    "SELECT min(day) FROM rollup_day WHERE contract_id = :contract AND indicator = 'data_completeness'"
    " AND denominator > 0"
)
_LATEST = text(
    "SELECT DISTINCT ON (indicator, variant) indicator, variant, version, digest FROM figure_version"
    " WHERE contract_id = :contract AND period = :period ORDER BY indicator, variant, version DESC"
)
_VERSIONS = text(
    "SELECT version, published_at, body FROM figure_version WHERE contract_id = :contract AND period = :period"
    " AND indicator = :indicator AND variant = :variant ORDER BY version"
)
_PUBLISH = text(
    "INSERT INTO figure_version (contract_id, period, indicator, variant, version, published_at, digest, body)"
    " SELECT CAST(:contract AS uuid), :period, indicator, variant, version, :at, digest, body"
    " FROM unnest(CAST(:indicators AS text[]), CAST(:variants AS text[]), CAST(:versions AS integer[]),"
    "  CAST(:digests AS bytea[]), CAST(:bodies AS text[])) AS v (indicator, variant, version, digest, body)"
)
# A source that began to feed, of which not every ticket waits to be folded yet.
_BEGINNING = "SELECT 1 FROM source_feed f WHERE f.recorded_at IS NOT NULL AND f.marked_at IS NULL"
_CONTRACTS_DUE = text(
    "SELECT DISTINCT contract_id FROM period_mark p WHERE due_at <= :at"
    " AND NOT EXISTS (SELECT 1 FROM ticket_mark t WHERE t.contract_id = p.contract_id)"
    f" AND NOT EXISTS ({_BEGINNING} AND f.contract_id = p.contract_id) LIMIT 100"
)
_PERIODS_DUE = text("SELECT count(*) FROM period_mark WHERE due_at <= :at")
# In the order in which folds mark periods: neither waits for the other.
_TAKE_DUE = text(
    "SELECT period FROM period_mark WHERE contract_id = :contract AND due_at <= :at"
    " ORDER BY period LIMIT :limit FOR UPDATE SKIP LOCKED"
)
_FORGET_DUE = text("DELETE FROM period_mark WHERE contract_id = :contract AND period = ANY(:periods)")
_QUIET_SINCE = text(
    "SELECT data_as_of FROM contract_clock c WHERE contract_id = :contract"
    " AND data_as_of <= :at AND next_timer_at > :at"
    " AND NOT EXISTS (SELECT 1 FROM ticket_mark t WHERE t.contract_id = c.contract_id)"
    " AND NOT EXISTS (SELECT 1 FROM ticket_state s WHERE s.next_change_at <= :at AND s.contract_id = c.contract_id)"
    f" AND NOT EXISTS ({_BEGINNING} AND f.contract_id = c.contract_id)"
)


async def contracts_due(session: AsyncSession, at: datetime) -> Sequence[UUID]:
    """Contracts with periods to publish and no ticket waiting to be folded."""
    return (await session.scalars(_CONTRACTS_DUE, {"at": at})).all()


async def periods_due(session: AsyncSession, at: datetime) -> int:
    """How many periods are to be published."""
    return int(await session.scalar(_PERIODS_DUE, {"at": at}) or 0)


async def take_due(session: AsyncSession, contract_id: UUID, at: datetime, limit: int) -> Sequence[str]:
    """Periods of a contract to publish, locked; what another publisher holds is left to it."""
    return (await session.scalars(_TAKE_DUE, {"contract": contract_id, "at": at, "limit": limit})).all()


async def forget_due(session: AsyncSession, contract_id: UUID, periods: Sequence[str]) -> None:
    """These periods are published."""
    await session.execute(_FORGET_DUE, {"contract": contract_id, "periods": list(periods)})


async def quiet_since(session: AsyncSession, contract_id: UUID, at: datetime) -> datetime | None:
    """The instant the figures are of, if they are those of `at` too: nothing waits, is due, or was folded later."""
    since: datetime | None = await session.scalar(_QUIET_SINCE, {"contract": contract_id, "at": at})
    return since


async def sums_of(session: AsyncSession, contract_id: UUID, period: Period) -> Sequence[Row[Any]]:
    """The sums of each indicator over a period; ranks only of a day."""
    statement = _DAY if period.grain == "day" else _MONTHS
    return (await session.execute(statement, _values(contract_id, period))).all()


async def ranks_of(session: AsyncSession, contract_id: UUID, period: Period) -> dict[str, tuple[int, int]]:
    """Median and P90 of each duration over a period."""
    values = {**_values(contract_id, period), "indicators": list(DURATIONS)}
    return {row.indicator: (row.ranks[0], row.ranks[1]) for row in await session.execute(_RANKS, values)}


async def stock_at_end(session: AsyncSession, contract_id: UUID, last: date) -> int:
    """Open tickets at the local midnight that ends a day, of all that is folded."""
    return int(await session.scalar(_STOCK, {"contract": contract_id, "month": last.replace(day=1), "last": last}) or 0)


async def first_heard(session: AsyncSession, contract_id: UUID) -> date | None:
    """The first day of which anything was heard; before it a stock of none would be silence told as a success."""
    day: date | None = await session.scalar(_FIRST_HEARD, {"contract": contract_id})
    return day


async def latest_versions(
    session: AsyncSession, contract_id: UUID, period: Period
) -> dict[tuple[str, str], tuple[int, bytes]]:
    """(indicator, variant) -> (number, digest) of what was published last."""
    rows = await session.execute(_LATEST, {"contract": contract_id, "period": period.text})
    return {(row.indicator, row.variant): (row.version, bytes(row.digest)) for row in rows}


async def versions_of(
    session: AsyncSession, contract_id: UUID, period: Period, indicator: str, variant: str | None
) -> Sequence[Row[Any]]:
    """Every published version of a figure, the first one first."""
    values = {"contract": contract_id, "period": period.text, "indicator": indicator, "variant": variant or ""}
    return (await session.execute(_VERSIONS, values)).all()


async def publish(
    session: AsyncSession,
    contract_id: UUID,
    period: Period,
    at: datetime,
    versions: Sequence[tuple[str, str, int, bytes, str]],
) -> None:
    """Keep new versions: (indicator, variant, number, digest, body) each."""
    names = ("indicators", "variants", "versions", "digests", "bodies")
    columns = dict(zip(names, map(list, zip(*versions, strict=True)), strict=True))
    await session.execute(_PUBLISH, {"contract": contract_id, "period": period.text, "at": at, **columns})


def _values(contract_id: UUID, period: Period) -> dict[str, Any]:
    return {"contract": contract_id, "first": period.first, "last": period.last}
