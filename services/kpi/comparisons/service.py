"""Comparing the values of a dimension: sums read at one state of the figures, then each value beside the rest."""

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from uuid import UUID

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from services.common import statistics
from services.common.instants import from_microseconds
from services.kpi.comparisons.reading import LiveSums, Sums, past_sums
from services.kpi.comparisons.rules import (
    Reading,
    Sample,
    Tested,
    Wanted,
    compare,
    holm,
    is_compared,
    places_of,
    reading_of,
    rest_of,
    sample_of,
)
from services.kpi.comparisons.schemas import (
    ComparisonInterval,
    ComparisonItem,
    ComparisonOut,
    DifferenceOut,
    Part,
    TestOut,
)
from services.kpi.dimensions.service import check_declared, values_told
from services.kpi.figures.rules.figure import Ground, figure_of
from services.kpi.figures.rules.indicators import Direction, Indicator, Kind, Unit
from services.kpi.figures.rules.instants import NOW, Instants
from services.kpi.figures.rules.periods import end_us
from services.kpi.figures.rules.values import DECIMALS, NOTHING, Measure, interval_of
from services.kpi.figures.service import read_at

MOST_VALUES = 200
_P_SCALE = Decimal("0.000001")


class Found(msgspec.Struct, frozen=True):
    """What was read: sums by value and of the whole, and of a rank what lies within the whole's and at which places."""

    ground: Ground
    whole: Measure
    measures: Mapping[str, Measure]
    whole_within: int
    within: Mapping[str, int]
    places: Mapping[tuple[str, int], int]
    left_out: int

    def limit_s(self, wanted: Wanted) -> int | None:
        """The rank of the whole contract."""
        return {"median": self.whole.median, "p90": self.whole.p90}.get(wanted.variant or "")


async def read_comparison(
    session: AsyncSession, contract_id: UUID, wanted: Wanted, instants: Instants = NOW
) -> ComparisonOut:
    """The comparison as it is now, or at instants: then every ticket of the contract is evaluated once.

    Raises: Invalid, Unavailable when the figures never stand still.
    """

    async def live(ground: Ground) -> Found:
        check_declared(ground, wanted.dimension)
        return await _read(ground, wanted, LiveSums(session, contract_id, wanted))

    async def past(ground: Ground) -> Found:
        check_declared(ground, wanted.dimension)
        return await _read(ground, wanted, await past_sums(session, ground, wanted, instants.known_at))

    found = await read_at(session, contract_id, instants, live, past)
    ground = found.ground
    at_us = min(end_us(wanted.period, ground.zone) - 1, ground.as_of_us or 0)
    minimum = ground.terms.parameters(at_us).minimum_sample_size
    whole = figure_of(ground, wanted.period, wanted.indicator, wanted.variant, {wanted.indicator.code: found.whole})
    return ComparisonOut(
        indicator=wanted.indicator.code,
        variant=wanted.variant,
        unit=wanted.indicator.unit,
        direction=wanted.indicator.direction,
        period=wanted.period.text,
        dimension=wanted.dimension,
        data_as_of=None if ground.as_of_us is None else from_microseconds(ground.as_of_us),
        compared=None
        if not is_compared(wanted.indicator, wanted.variant)
        else "value"
        if wanted.tenths is None
        else "share_within_limit",
        limit_seconds=found.limit_s(wanted),
        minimum_sample_size=minimum,
        values_left_out=found.left_out,
        whole=Part(value=_text(whole.value), numerator=whole.numerator, denominator=whole.denominator),
        items=_items(wanted, found, minimum),
    )


async def _read(ground: Ground, wanted: Wanted, sums: Sums) -> Found:
    code, (whole, by_value) = wanted.indicator.code, await sums.measures()
    told = values_told(ground, wanted.period, wanted.dimension, by_value)
    measures = {value: by_value.get(value, {}).get(code, NOTHING) for value in told}
    kept = sorted(measures, key=lambda value: (-measures[value].denominator, -measures[value].numerator, value))
    measures = {value: measures[value] for value in kept[:MOST_VALUES]}
    found = Found(ground, whole, measures, 0, {}, {}, len(kept) - len(measures))
    limit_s, tenths = found.limit_s(wanted), wanted.tenths
    if tenths is None or limit_s is None:
        return found
    places = [(value, place) for value, own in measures.items() for place in places_of(own.denominator, tenths) or ()]
    whole_within, within = await sums.within(limit_s)
    return msgspec.structs.replace(found, whole_within=whole_within, within=within, places=await sums.at_ranks(places))


def _items(wanted: Wanted, found: Found, minimum: int) -> list[ComparisonItem]:
    samples = _samples(wanted, found)
    tested = {
        value: compare(wanted.indicator, own, rest)
        for value, (own, rest) in samples.items()
        if _suffices(own, minimum) and _suffices(rest, minimum)
    }
    # Two values that are each other's rest ask one question, not two.
    asked = {frozenset(samples[value]): one.p_value for value, one in tested.items()}
    answered = dict(zip(asked, holm(list(asked.values())), strict=True))
    adjusted = {value: answered[frozenset(samples[value])] for value in tested}
    items = []
    for value, measure in found.measures.items():
        indicator = wanted.indicator
        measures = {} if indicator.kind is not Kind.STOCK and measure is NOTHING else {indicator.code: measure}
        figure = figure_of(found.ground, wanted.period, indicator, wanted.variant, measures, (wanted.dimension, value))
        parts, test = samples.get(value), tested.get(value)
        items.append(
            ComparisonItem(
                figure_id=figure.figure_id,
                dimensions=figure.dimensions,
                value=_text(figure.value),
                numerator=figure.numerator,
                denominator=figure.denominator,
                sample_size=figure.sample_size,
                provisional=figure.provisional,
                interval=_interval(wanted, found, value, measure),
                own=None if parts is None else _part(indicator, parts[0]),
                rest=None if parts is None else _part(indicator, parts[1]),
                difference=None if test is None else _difference(indicator, test),
                test=None if test is None else _test(test, adjusted[value]),
                reading=_reading(wanted, parts, test, adjusted.get(value, Decimal(1))),
            )
        )
    return _worst_first(items, wanted.indicator.direction)


def _samples(wanted: Wanted, found: Found) -> dict[str, tuple[Sample, Sample]]:
    """(own, rest) of each value that anything counts for."""
    if not is_compared(wanted.indicator, wanted.variant):
        return {}
    ranked = wanted.tenths is not None
    whole = sample_of(wanted.indicator, found.whole, found.whole_within if ranked else None)
    samples = {}
    for value, measure in found.measures.items():
        own = sample_of(wanted.indicator, measure, found.within.get(value, 0) if ranked else None)
        if own[2] > 0:
            samples[value] = own, rest_of(whole, own)
    return samples


def _suffices(sample: Sample, minimum: int) -> bool:
    return sample[2] >= max(minimum, 1)


def _reading(wanted: Wanted, parts: tuple[Sample, Sample] | None, test: Tested | None, adjusted: Decimal) -> Reading:
    if parts is None or parts[1][2] == 0:
        return "not_compared"
    if test is None:
        return "too_few"
    # Of a duration the share that lies within the limit is compared: there, more is better.
    good: Direction = "higher" if wanted.tenths is not None else wanted.indicator.direction
    return reading_of(test.change, adjusted, good)


def _interval(wanted: Wanted, found: Found, value: str, measure: Measure) -> ComparisonInterval | None:
    indicator, n = wanted.indicator, measure.denominator
    if n == 0 or not is_compared(indicator, wanted.variant):
        return None
    if wanted.tenths is not None:
        places = places_of(n, wanted.tenths)
        if places is None:
            return None
        low, high = (found.places[value, place] for place in places)
        return ComparisonInterval(low=str(low), high=str(high), of="noise")
    if indicator.sampled:
        interval = interval_of(indicator, measure)
        return (
            None
            if interval is None
            else ComparisonInterval(low=str(interval.low), high=str(interval.high), of="sample")
        )
    wilson = statistics.wilson(measure.numerator, n)
    return ComparisonInterval(low=_scaled(wilson.low, "ratio"), high=_scaled(wilson.high, "ratio"), of="noise")


def _part(indicator: Indicator, sample: Sample) -> Part:
    counted, against, n = sample
    score = indicator.kind is Kind.SCORE
    value = None
    if n:
        value = statistics.nps_points(counted, against, n) if score else statistics.share(counted, n)
    return Part(
        value=None if value is None else _scaled(value, _unit(indicator)), numerator=counted - against, denominator=n
    )


def _difference(indicator: Indicator, test: Tested) -> DifferenceOut:
    value, low, high = (_scaled(one, _unit(indicator)) for one in (test.change, test.low, test.high))
    return DifferenceOut(value=value, low=low, high=high)


def _test(test: Tested, adjusted: Decimal) -> TestOut:
    p_value, p_adjusted = (str(one.quantize(_P_SCALE, ROUND_HALF_EVEN)) for one in (test.p_value, adjusted))
    return TestOut(method=test.method, p_value=p_value, p_adjusted=p_adjusted)


def _worst_first(items: Sequence[ComparisonItem], direction: Direction) -> list[ComparisonItem]:
    def place(item: ComparisonItem) -> tuple[bool, Decimal, str]:
        name = next(iter(item.dimensions.values()))
        if item.value is None:
            return True, Decimal(0), name
        value = Decimal(item.value)
        return False, value if direction == "higher" else -value, name

    return sorted(items, key=place)


def _unit(indicator: Indicator) -> Unit:
    """Of what is compared: points of a score, else a share."""
    return "points" if indicator.kind is Kind.SCORE else "ratio"


def _scaled(value: Decimal, unit: Unit) -> str:
    # Added to zero a rounded-off negative is no minus zero.
    return str(value.quantize(Decimal(1).scaleb(-DECIMALS[unit]), ROUND_HALF_EVEN) + Decimal(0))


def _text(value: Decimal | None) -> str | None:
    return None if value is None else str(value)
