"""Two stretches of days compared: both from the figures, or the first one from what was frozen."""

from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from typing import Any, Literal
from uuid import UUID

import msgspec
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.instants import from_microseconds
from services.kpi.baselines import service
from services.kpi.baselines.reading import read_sides
from services.kpi.baselines.rules.answer import BeforeAfter, Caution, compare
from services.kpi.baselines.rules.comparing import MINIMUM, Change
from services.kpi.baselines.rules.mix import Mix, Weighted
from services.kpi.baselines.rules.sides import Counts, Days, Side, exact_value, interval, response_rate, told
from services.kpi.baselines.schemas import (
    BaselineRef,
    BeforeAfterOut,
    ChangeOut,
    ChangeTest,
    MixOut,
    NeededSample,
    SideInterval,
    SideOut,
    StratumOut,
    WeightedOut,
)
from services.kpi.figures.rules.figure import Ground
from services.kpi.figures.rules.indicators import INDICATORS, Indicator, Kind, Variant
from services.kpi.figures.rules.instants import Instants
from services.kpi.figures.rules.periods import midnight_us

_P_SCALE = Decimal("0.000001")


class Wanted(msgspec.Struct, frozen=True):
    """What is asked for, found to fit together. `claim`: a relative change that somebody claims, in percent."""

    indicator: Indicator
    variant: Variant | None
    after: Days
    claim: Decimal | None


class _Told(msgspec.Struct, frozen=True):
    origin: Literal["live", "measured", "imported"]
    provisional: bool


async def compare_days(
    session: AsyncSession, contract_id: UUID, wanted: Wanted, before: Days, instants: Instants
) -> BeforeAfterOut:
    """Both sides from the figures, as they are now or at instants. Raises: Unavailable."""
    series = wanted.indicator, wanted.variant
    ground, (first, second) = await read_sides(session, contract_id, series, [before, wanted.after], instants)
    told_sides = _Told("live", first.provisional), _Told("live", second.provisional)
    return _answer(ground, wanted, (first.side, second.side), told_sides, None)


async def compare_with(
    session: AsyncSession, contract_id: UUID, baseline: Row[Any], wanted: Wanted, instants: Instants
) -> BeforeAfterOut:
    """What was frozen beside what the figures say of later days. Raises: Unavailable."""
    series = INDICATORS[baseline.indicator], baseline.variant
    ground, (after,) = await read_sides(session, contract_id, series, [wanted.after], instants)
    told_sides = _Told(baseline.origin, False), _Told("live", after.provisional)
    return _answer(ground, wanted, (service.side_of(baseline), after.side), told_sides, baseline)


def _answer(
    ground: Ground, wanted: Wanted, sides: tuple[Side, Side], told_sides: tuple[_Told, _Told], baseline: Row[Any] | None
) -> BeforeAfterOut:
    indicator, (before, after) = wanted.indicator, sides
    minimum = minimum_of(ground, wanted.after)
    found = compare(indicator, before, after, minimum, wanted.claim)
    return BeforeAfterOut(
        indicator=indicator.code,
        variant=wanted.variant,
        unit=indicator.unit,
        direction=indicator.direction,
        before=_side(indicator, before, told_sides[0]),
        after=_side(indicator, after, told_sides[1]),
        difference=None if found.change is None else _change(indicator, found.change),
        relative_percent=None if found.relative_percent is None else str(found.relative_percent),
        test=None if found.change is None else _test(found.change),
        needed_sample=NeededSample(observed=found.needed, claimed=found.needed_for_claim),
        minimum_sample_size=minimum,
        reading=found.reading,
        reasons=list(found.reasons),
        warnings=[*_of_the_sides(told_sides, baseline), *found.warnings],
        mix=_mixes(indicator, found),
        baseline=None
        if baseline is None
        else BaselineRef(id=baseline.id, origin=baseline.origin, state=baseline.state, frozen_at=baseline.frozen_at),
        data_as_of=None if ground.as_of_us is None else from_microseconds(ground.as_of_us),
    )


def minimum_of(ground: Ground, after: Days) -> int:
    """Answers that each side needs: those of the terms in force at the end of the days after; else 30."""
    at_us = midnight_us(after.last, ground.zone)
    if ground.as_of_us is not None:
        at_us = min(at_us, ground.as_of_us)
    version = ground.terms.in_force(at_us)
    return MINIMUM if version is None else version.parameters.minimum_sample_size


def _of_the_sides(told_sides: tuple[_Told, _Told], baseline: Row[Any] | None) -> list[Caution]:
    found: list[Caution] = []
    if told_sides[0].origin == "imported":
        found.append("imported")
    of_state: dict[str, Caution] = {
        "proposed": "baseline_proposed",
        "superseded": "baseline_superseded",
        "withdrawn": "baseline_withdrawn",
    }
    if baseline is not None and baseline.state in of_state:
        found.append(of_state[baseline.state])
    if told_sides[0].provisional:
        found.append("before_provisional")
    if told_sides[1].provisional:
        found.append("after_provisional")
    return found


def _side(indicator: Indicator, side: Side, about: _Told) -> SideOut:
    counts = side.counts
    value, limits = exact_value(indicator, counts), interval(indicator, counts)
    named = service.counts_out(indicator, counts)
    score = indicator.kind is Kind.SCORE
    return SideOut(
        first=side.days.first,
        last=side.days.last,
        origin=about.origin,
        value=None if value is None else told(value, indicator.unit),
        numerator=counts.good - counts.against if score else named.numerator,
        denominator=None if indicator.kind is Kind.STOCK else counts.n,
        promoters=named.promoters,
        detractors=named.detractors,
        sample_size=counts.n,
        interval=None
        if limits is None
        else SideInterval(
            low=told(limits.low, indicator.unit),
            high=told(limits.high, indicator.unit),
            of="sample" if indicator.sampled else "noise",
        ),
        response_rate=response_rate(counts),
        provisional=about.provisional,
    )


def _change(indicator: Indicator, change: Change) -> ChangeOut:
    value, low, high = (told(one, indicator.unit) for one in (change.value, change.low, change.high))
    return ChangeOut(value=value, low=low, high=high)


def _test(change: Change) -> ChangeTest:
    return ChangeTest(method=change.method, p_value=str(change.p_value.quantize(_P_SCALE, ROUND_HALF_EVEN)))


def _mixes(indicator: Indicator, found: BeforeAfter) -> list[MixOut]:
    return [_mix(indicator, name, mix) for name, mix in found.mixes.items()]


def _mix(indicator: Indicator, name: str, mix: Mix) -> MixOut:
    return MixOut(
        dimension=name,
        moved=None if mix.moved is None else told(mix.moved, "ratio"),
        reweighted=None if mix.weighted is None else _weighted(indicator, mix.weighted),
        refusal=mix.refusal,
        leans_on_few=mix.leans_on_few,
        strata=[
            StratumOut(
                value=one.value,
                weight=told(one.weight, "ratio"),
                before_value=_value(indicator, one.before),
                before_n=one.before.n,
                after_value=_value(indicator, one.after),
                after_n=one.after.n,
            )
            for one in mix.strata
        ],
    )


def _weighted(indicator: Indicator, weighted: Weighted) -> WeightedOut:
    def numbers(*values: Fraction | Decimal) -> Sequence[str]:
        return [told(one, indicator.unit) for one in values]

    value, low, high = numbers(weighted.value, weighted.interval.low, weighted.interval.high)
    change, least, most = numbers(weighted.change, weighted.change_interval.low, weighted.change_interval.high)
    difference = ChangeOut(value=change, low=least, high=most)
    return WeightedOut(value=value, low=low, high=high, difference=difference, reading=weighted.reading)


def _value(indicator: Indicator, counts: Counts) -> str | None:
    found = exact_value(indicator, counts)
    return None if found is None else told(found, indicator.unit)
