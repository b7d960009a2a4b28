"""What one organisation reads while others grow beside it: tickets, an explanation, its portfolio, a year, scores."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from services.kpi.comparisons.rules import Wanted
from services.kpi.comparisons.service import read_comparison
from services.kpi.dimensions.service import read_measures
from services.kpi.explanations import service as explanations
from services.kpi.figures import service as figures
from services.kpi.figures.rules.identity import FigureKey
from services.kpi.figures.rules.indicators import INDICATORS
from services.kpi.figures.rules.periods import parse_period
from services.kpi.folding.clock import touch
from services.kpi.series import repository as series
from services.kpi.tickets import service as tickets
from tests.bench.errors import BenchError
from tests.bench.large.growing import CHANNELS, Own
from tests.support.kpi import Workbench

INDICATOR = "fcr_ticket"
PAGE = 100
ROUNDS, OFTEN, SELDOM = 5, 40, 8
"""Rounds, and readings in each: of what takes milliseconds, and of what takes longer."""

_ROWS = text(
    "SELECT * FROM rollup_dimension_day WHERE contract_id = :contract AND dimension = 'channel' AND indicator = 'csat'"
    " AND day BETWEEN :first AND :last"
)
"""The rows from which scores are read, as they stand."""

Read = Callable[[AsyncSession], Awaitable[object]]


async def measure(bench: Workbench, own: Sequence[Own], last: datetime) -> dict[str, list[float]]:
    """95th percentile in milliseconds of each reading, by round."""
    first = own[0]
    month = (last.replace(day=1) - timedelta(days=1)).strftime("%Y-%m")
    period, day = parse_period(month), last.date()
    names = [str(ticket) for ticket in await _names(bench, first)]

    async def page(session: AsyncSession) -> object:
        after = (names[len(names) // 2], first.source.id)
        found, _ = await tickets.list_tickets(session, first.contract_id, None, datetime.now(UTC), None, after, PAGE)
        return len(found) == PAGE

    async def explanation(session: AsyncSession) -> object:
        key = FigureKey(first.contract_id, INDICATOR, None, period)
        found = await explanations.explain(session, key, None, None, None)
        return found.equal and bool(found.figure.denominator)

    async def portfolio(session: AsyncSession) -> object:
        found = [await figures.read_live(session, one.contract_id, period) for one in own]
        return all(told for _, told in found)

    async def year(session: AsyncSession) -> object:
        begin = day - timedelta(days=364)
        return (await series.sums(session, first.contract_id, [INDICATOR], "day", begin, day))[INDICATOR]

    wanted = Wanted(INDICATORS["csat"], None, parse_period(_quarter_before(last)), "channel")
    days = {"contract": first.contract_id, "first": wanted.period.first, "last": wanted.period.last}

    async def scores(session: AsyncSession) -> object:
        found = await read_comparison(session, first.contract_id, wanted)
        return len(found.items) == len(CHANNELS) and all(one.interval for one in found.items)

    async def sums(session: AsyncSession) -> object:
        found = await read_measures(session, first.contract_id, wanted.period, "channel", {"csat"})
        return len(found) == len(CHANNELS)

    async def rows(session: AsyncSession) -> object:
        return (await session.execute(_ROWS, days)).all()

    readings: dict[str, tuple[Read, int]] = {
        "tickets": (page, SELDOM), "explanation": (explanation, SELDOM), "portfolio": (portfolio, OFTEN),
        "series": (year, OFTEN), "scores": (scores, OFTEN), "sums": (sums, OFTEN), "rows": (rows, OFTEN),
    }  # fmt: skip
    return {
        name: [await _p95(bench, first, read, often, changed=name == "explanation") for _ in range(ROUNDS)]
        for name, (read, often) in readings.items()
    }


def _quarter_before(last: datetime) -> str:
    number = last.year * 4 + (last.month - 1) // 3 - 1
    return f"{number // 4}-Q{number % 4 + 1}"


async def _p95(bench: Workbench, own: Own, read: Read, often: int, *, changed: bool) -> float:
    took = []
    for _ in range(often):
        if changed:
            # Otherwise what was read for the one before is still in memory.
            async with bench.database.background_session() as session:
                await touch(session, own.contract_id)
        async with bench.database.request_session(own.organisation_id, platform=False) as session:
            started = time.perf_counter()
            if not await read(session):
                raise BenchError("a reading told nothing, or something else than the events")
            took.append((time.perf_counter() - started) * 1e3)
        await asyncio.sleep(0)
    return sorted(took)[-(-len(took) * 95 // 100) - 1]


async def _names(bench: Workbench, own: Own) -> list[str]:
    async with bench.database.request_session(own.organisation_id, platform=False) as session:
        found, _ = await tickets.list_tickets(session, own.contract_id, None, datetime.now(UTC), None, None, 1_000)
    return sorted(str(row["ticket_id"]) for row in found)
