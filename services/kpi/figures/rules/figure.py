"""One figure, whole, and all figures of a period from its sums: the same bytes for everybody."""

import hashlib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Literal
from uuid import UUID
from zoneinfo import ZoneInfo

import msgspec

from services.common.instants import from_microseconds, to_text
from services.kpi.commitments.rules import Commitment, Commitments
from services.kpi.dimensions.rules import Cut
from services.kpi.figures.rules.identity import FigureKey, figure_id
from services.kpi.figures.rules.indicators import INDICATORS, Direction, Indicator, Kind, Unit, Variant
from services.kpi.figures.rules.judging import (
    Certainty,
    Reading,
    State,
    Verdict,
    certainty_of,
    is_provisional,
    state_of,
    verdict_of,
)
from services.kpi.figures.rules.periods import Period, begin_us, end_us
from services.kpi.figures.rules.values import (
    DECIMALS,
    NOTHING,
    Measure,
    counts_of,
    interval_of,
    sample_size,
    value_of,
)
from services.kpi.silences.rules import NO_SILENCES, Silences
from services.kpi.terms.rules import Parameters, Terms


class Interval95(msgspec.Struct, frozen=True):
    """The interval of a sampled value."""

    low: Decimal
    high: Decimal
    level: Literal["0.95"] = "0.95"


class Judging(msgspec.Struct, frozen=True):
    """The commitment that judged."""

    id: str
    clause: str
    class_: str = msgspec.field(name="class")
    weight: Decimal | None
    objective_id: str | None
    orphan: bool
    valid_from: str


class Figure(msgspec.Struct, frozen=True):
    """A figure as it is told; decimals are written as text."""

    figure_id: str
    version: int | None
    indicator: str
    variant: Variant | None
    period: str
    dimensions: dict[str, str]
    value: Decimal | None
    unit: Unit
    direction: Direction
    numerator: int | None
    denominator: int | None
    sample_size: int
    interval: Interval95 | None
    target: Decimal | None
    tolerance: Decimal | None
    verdict: Verdict
    certainty: Certainty
    state: State
    provisional: bool
    data_as_of: str | None
    commitment: Judging | None


class Ground(msgspec.Struct, frozen=True):
    """What all figures of a contract rest on beside the sums; `as_of_us` is None before anything was folded."""

    contract_id: UUID
    zone: ZoneInfo
    terms: Terms
    commitments: Commitments
    as_of_us: int | None
    silences: Silences = NO_SILENCES


Measures = Mapping[str, Measure]
"""By indicator."""


def figures_of(ground: Ground, period: Period, measures: Measures, cut: Cut | None = None) -> Iterator[Figure]:
    """Every indicator and variant of a period, by indicator then figure id; live, without a version.

    `cut`: the value of a dimension that the sums are of; None: of the whole contract.
    """
    for indicator in INDICATORS.values():
        told = [figure_of(ground, period, indicator, variant, measures, cut) for variant in indicator.variants]
        yield from sorted(told, key=lambda figure: figure.figure_id)


def figure_of(
    ground: Ground,
    period: Period,
    indicator: Indicator,
    variant: Variant | None,
    measures: Measures,
    cut: Cut | None = None,
) -> Figure:
    """One figure of a period. Of a cut no commitment speaks: what was promised is promised of the whole."""
    over_us = end_us(period, ground.zone)
    # Before anything was folded, nothing has begun.
    as_of_us = begin_us(period, ground.zone) - 1 if ground.as_of_us is None else ground.as_of_us
    at_us = min(over_us - 1, as_of_us)
    parameters = ground.terms.parameters(at_us)
    measure = measures.get(indicator.code, NOTHING)
    numerator, denominator = counts_of(indicator, variant, measure)
    value = value_of(indicator, variant, measure)
    # Missing data are never a good score: of which nothing was heard yet, there is no stock, not even of none.
    if indicator.kind is Kind.STOCK and (indicator.code not in measures or at_us < begin_us(period, ground.zone)):
        numerator = value = None
    interval = interval_of(indicator, measure)
    commitment = None if cut else ground.commitments.ruling(indicator.code, variant, at_us)
    reading = Reading(
        value,
        interval,
        sample_size(indicator, measure),
        parameters.minimum_sample_size,
        _is_incomplete(measures, parameters) or is_unheard(ground, period, parameters),
    )
    return Figure(
        figure_id=figure_id(FigureKey(ground.contract_id, indicator.code, variant, period, cut)),
        version=None,
        indicator=indicator.code,
        variant=variant,
        period=period.text,
        dimensions=dict([cut] if cut else ()),
        value=value,
        unit=indicator.unit,
        direction=indicator.direction,
        numerator=numerator,
        denominator=denominator,
        sample_size=reading.sample_size,
        interval=None if interval is None else Interval95(interval.low, interval.high),
        target=None if commitment is None else in_scale(commitment.target, indicator.unit),
        tolerance=None if commitment is None else in_scale(commitment.tolerance, indicator.unit),
        verdict=verdict_of(indicator, reading, commitment),
        certainty=certainty_of(indicator, reading, commitment),
        state=state_of(over_us, as_of_us),
        provisional=is_provisional(over_us, as_of_us, measure.pending, parameters.late_grace_us),
        data_as_of=None if ground.as_of_us is None else to_text(from_microseconds(ground.as_of_us)),
        commitment=None if commitment is None else _judging(commitment),
    )


def in_scale(amount: Decimal, unit: Unit) -> Decimal:
    """An amount that fits the unit, written with the decimals of a value."""
    return amount.quantize(Decimal(1).scaleb(-DECIMALS[unit]))


def content_digest(figure: Figure) -> bytes:
    """What two versions of a figure are compared by: everything but when it was computed and which version it is."""
    told: dict[str, Any] = msgspec.to_builtins(figure)
    del told["version"], told["data_as_of"]
    return hashlib.sha256(msgspec.json.encode(told)).digest()


def _is_incomplete(measures: Measures, parameters: Parameters) -> bool:
    wanted = parameters.minimum_data_completeness
    share = value_of(INDICATORS["data_completeness"], None, measures.get("data_completeness", NOTHING))
    return wanted is not None and share is not None and share < wanted


def time_heard(ground: Ground, period: Period) -> tuple[int, int]:
    """(microseconds in which no source was silent, microseconds of the period so far)."""
    begun_us, over_us = begin_us(period, ground.zone), end_us(period, ground.zone)
    until_us = begun_us if ground.as_of_us is None else max(begun_us, min(over_us, ground.as_of_us))
    return until_us - begun_us - ground.silences.silent_us(begun_us, until_us), until_us - begun_us


def is_unheard(ground: Ground, period: Period, parameters: Parameters) -> bool:
    """Whether sources were silent for more of the period than the contract lets pass."""
    wanted = parameters.minimum_time_heard
    if wanted is None:
        return False
    heard_us, elapsed_us = time_heard(ground, period)
    return heard_us < wanted * elapsed_us


def _judging(commitment: Commitment) -> Judging:
    return Judging(
        id=commitment.id,
        clause=commitment.clause,
        class_=commitment.class_,
        weight=commitment.weight,
        objective_id=commitment.objective_id,
        orphan=commitment.orphan,
        valid_from=to_text(from_microseconds(commitment.valid_from_us)),
    )
