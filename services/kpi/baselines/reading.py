"""What was counted over some days: from the sums as they are now, or from the events at instants."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from services.kpi.baselines.rules.sides import Counts, Days, Side, counts_of
from services.kpi.dimensions import repository as cuts
from services.kpi.dimensions.rules import Name
from services.kpi.figures import recomputing, repository
from services.kpi.figures.rules.evaluated import Gathered
from services.kpi.figures.rules.figure import Ground
from services.kpi.figures.rules.indicators import Indicator, Kind, Variant
from services.kpi.figures.rules.instants import Instants
from services.kpi.figures.rules.judging import is_provisional
from services.kpi.figures.rules.periods import Period, end_us
from services.kpi.figures.rules.values import NOTHING, Measure
from services.kpi.figures.service import read_at
from services.kpi.series import repository as series
from services.kpi.series.rules import together


class Counted(msgspec.Struct, frozen=True):
    """A side as the figures tell it. `provisional`: the days are not over, or late events are still awaited."""

    side: Side
    provisional: bool


async def read_sides(
    session: AsyncSession,
    contract_id: UUID,
    series_of: tuple[Indicator, Variant | None],
    days: Sequence[Days],
    instants: Instants,
) -> tuple[Ground, list[Counted]]:
    """Each stretch of days, all of one state of the figures or at the same instants. Raises: Unavailable."""
    indicator, variant = series_of

    async def live(ground: Ground) -> tuple[Ground, list[Counted]]:
        found = []
        for one in days:
            whole = await _live_whole(session, ground.contract_id, indicator, variant, one)
            strata: dict[str, dict[str, Measure]] = {}
            for name in _names(ground):
                strata[name] = await _live_values(session, ground, indicator, name, one)
            found.append(_counted(ground, series_of, one, whole, strata))
        return ground, found

    async def past(ground: Ground) -> tuple[Ground, list[Counted]]:
        gathered = await _gather(session, ground, indicator, days, instants.known_at)
        found = []
        for one, (whole, by_value) in zip(days, gathered, strict=True):
            parts: dict[str, dict[str, Measure]] = {name: {} for name in _names(ground)}
            for (name, value), own in by_value.items():
                parts[name][value] = own.measures().get(indicator.code, NOTHING)
            found.append(_counted(ground, series_of, one, whole.measures().get(indicator.code), parts))
        return ground, found

    return await read_at(session, contract_id, instants, live, past)


def _names(ground: Ground) -> list[Name]:
    """Dimensions whose values make up the whole: a ticket may have several tags."""
    return [name for name in ground.terms.dimension_names if name != "tag"]


async def _live_whole(
    session: AsyncSession, contract_id: UUID, indicator: Indicator, variant: Variant | None, days: Days
) -> Measure | None:
    if indicator.kind is Kind.STOCK:
        heard = await repository.first_heard(session, contract_id)
        if heard is None or heard > days.last:
            return None
        return Measure(numerator=await repository.stock_at_end(session, contract_id, days.last))
    found = await series.sums(session, contract_id, [indicator.code], "day", days.first, days.last)
    whole = together(found[indicator.code].values())
    if indicator.kind is Kind.DURATION and variant != "mean":
        ranks = await repository.ranks_of(session, contract_id, _stretch(days))
        median, p90 = ranks.get(indicator.code, (None, None))
        whole = msgspec.structs.replace(whole, median=median, p90=p90)
    return whole


async def _live_values(
    session: AsyncSession, ground: Ground, indicator: Indicator, name: Name, days: Days
) -> dict[str, Measure]:
    if indicator.kind not in (Kind.SHARE, Kind.SCORE):
        return {}
    rows = await cuts.sums_of(session, ground.contract_id, name, [indicator.code], _stretch(days))
    return {row.value: Measure(row.denominator, row.numerator, row.total_seconds, row.pending) for row in rows}


async def _gather(
    session: AsyncSession, ground: Ground, indicator: Indicator, days: Sequence[Days], known_at: datetime | None
) -> list[tuple[Gathered, dict[tuple[str, str], Gathered]]]:
    """The same from nothing but the events: every ticket of the contract is evaluated once, for all stretches."""
    names = set(_names(ground)) if indicator.kind in (Kind.SHARE, Kind.SCORE) else set()
    sides: list[tuple[Gathered, dict[tuple[str, str], Gathered]]] = []
    for one in days:

        def new(first: Days = one) -> Gathered:
            return Gathered(first.first, first.last, {indicator.code})

        sides.append((new(), defaultdict(new)))
    async for ticket in recomputing.count(session, ground, known_at):
        for whole, by_value in sides:
            whole.add(ticket.shares)
            for cut in ticket.cuts:
                if cut[0] in names:
                    by_value[cut].add(ticket.shares)
    return sides


def _counted(
    ground: Ground,
    series_of: tuple[Indicator, Variant | None],
    days: Days,
    whole: Measure | None,
    strata: Mapping[str, Mapping[str, Measure]],
) -> Counted:
    indicator, variant = series_of
    parts: dict[str, dict[str, Counts]] = {
        name: {value: counts_of(indicator, variant, own) for value, own in by_value.items() if own.denominator}
        for name, by_value in strata.items()
    }
    over_us = end_us(_stretch(days), ground.zone)
    as_of_us = over_us - 1 if ground.as_of_us is None else ground.as_of_us
    parameters = ground.terms.parameters(min(over_us - 1, as_of_us))
    pending = 0 if whole is None else whole.pending
    counts = Counts(0) if whole is None else counts_of(indicator, variant, whole)
    return Counted(Side(days, counts, parts), is_provisional(over_us, as_of_us, pending, parameters.late_grace_us))


def _stretch(days: Days) -> Period:
    return Period(f"{days.first}/{days.last}", "day", days.first, days.last)
