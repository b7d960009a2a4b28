"""The parts of a series: from the sums as they are now, of the contract or a value, or from the events at instants."""

import asyncio
from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from services.kpi.dimensions import repository as cuts
from services.kpi.dimensions.rules import Cut
from services.kpi.dimensions.service import check_declared
from services.kpi.figures import recomputing
from services.kpi.figures import repository as figures
from services.kpi.figures.rules.evaluated import Gathered
from services.kpi.figures.rules.figure import Ground
from services.kpi.figures.rules.values import nearest_rank
from services.kpi.series import repository
from services.kpi.series.rules import Parts, Ranks, Wanted, by_grain

COMPLETENESS = "data_completeness"
_ONE = timedelta(days=1)
_IN_ONE_GO = 20
"""Windows ordered without letting other requests in."""


async def live(session: AsyncSession, ground: Ground, wanted: Wanted) -> Parts:
    """From the sums of days and months, ranks from the tickets. Raises: Invalid."""
    if wanted.cut is None:
        return await _of_whole(session, ground, wanted)
    check_declared(ground, wanted.cut[0])
    return await _of_value(session, ground, wanted, wanted.cut)


async def past(session: AsyncSession, ground: Ground, wanted: Wanted, known_at: datetime | None) -> Parts:
    """From nothing but the events: every ticket of the contract is evaluated, once for all values. Raises: Invalid."""
    if wanted.cut is not None:
        check_declared(ground, wanted.cut[0])
    code, codes = wanted.indicator.code, _codes(ground, wanted)
    gathered = Gathered(wanted.first if wanted.is_stock else wanted.since, wanted.last, codes)
    async for ticket in recomputing.count(session, ground, known_at):
        if wanted.cut is None or wanted.cut in ticket.cuts:
            gathered.add(ticket.shares)
    return Parts(
        {one: by_grain(gathered.days(one), wanted.grain) for one in codes},
        await _ranks(gathered, code, wanted) if wanted.is_rank else None,
        gathered.before,
        gathered.heard,
    )


async def _of_whole(session: AsyncSession, ground: Ground, wanted: Wanted) -> Parts:
    contract_id, code, codes = ground.contract_id, wanted.indicator.code, sorted(_codes(ground, wanted))
    sums = await repository.sums(session, contract_id, codes, wanted.grain, wanted.since, wanted.last)
    if wanted.is_stock:
        before = await figures.stock_at_end(session, contract_id, wanted.first - _ONE)
        return Parts(sums, None, before, await figures.first_heard(session, contract_id))
    if not wanted.is_rank or (wanted.grain == "day" and wanted.window == 1):
        return Parts(sums)
    span = wanted.first, wanted.last
    if wanted.grain == "month":
        return Parts(sums, await repository.month_ranks(session, contract_id, code, *span))
    return Parts(sums, await repository.window_ranks(session, contract_id, code, *span, wanted.window))


async def _of_value(session: AsyncSession, ground: Ground, wanted: Wanted, cut: Cut) -> Parts:
    contract_id, code = ground.contract_id, wanted.indicator.code
    own = await cuts.sums_by_period(session, contract_id, cut, code, wanted.grain, wanted.since, wanted.last)
    if wanted.is_stock:
        stocks = await cuts.stocks(session, contract_id, cut[0], wanted.first - _ONE)
        heard = await cuts.first_heard(session, contract_id, cut)
        return Parts({code: own}, None, stocks.get(cut[1], 0), heard)
    if not wanted.is_rank:
        return Parts({code: own})
    span = wanted.first, wanted.last
    if wanted.grain == "month":
        return Parts({code: own}, await cuts.month_ranks(session, contract_id, cut, code, *span))
    return Parts({code: own}, await cuts.window_ranks(session, contract_id, cut, code, *span, wanted.window))


def _codes(ground: Ground, wanted: Wanted) -> AbstractSet[str]:
    """The indicator, and the completeness of data where the terms ask for it; of a value nothing is promised."""
    asked = any(version.parameters.minimum_data_completeness is not None for version in ground.terms.versions)
    return {wanted.indicator.code} | ({COMPLETENESS} if asked and wanted.cut is None else set())


async def _ranks(gathered: Gathered, code: str, wanted: Wanted) -> Ranks:
    ranks: Ranks = {}
    for number, (key, first, last) in enumerate(wanted.spans):
        if number % _IN_ONE_GO == 0:
            await asyncio.sleep(0)
        ordered = gathered.ordered(code, first, last)
        median, p90 = nearest_rank(ordered, 5), nearest_rank(ordered, 9)
        if median is not None and p90 is not None:
            ranks[key] = median, p90
    return ranks
