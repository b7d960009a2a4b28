"""What the contract says of a value (verdict), what statistics say (certainty), and how settled it is (state)."""

from decimal import Decimal
from typing import Literal

import msgspec

from services.kpi.commitments.rules import Commitment
from services.kpi.figures.rules.indicators import Direction, Indicator
from services.kpi.figures.rules.values import Interval

Verdict = Literal["met", "met_within_tolerance", "missed", "no_target", "no_value", "insufficient_sample", "incomplete"]
Certainty = Literal["exact", "established", "not_distinguishable", "none"]
State = Literal["open", "closed", "contested", "agreed", "frozen"]


class Reading(msgspec.Struct, frozen=True):
    """What a verdict rests on beside the commitment. `incomplete`: the period's data are below the agreed share."""

    value: Decimal | None
    interval: Interval | None
    sample_size: int
    minimum_sample_size: int
    incomplete: bool = False


def verdict_of(indicator: Indicator, reading: Reading, commitment: Commitment | None) -> Verdict:
    """What the contract says of the published value."""
    if reading.value is None:
        return "no_value"
    if commitment is None:
        return "no_target"
    # The share of complete data is what makes the others incomplete; it is judged on its own.
    if reading.incomplete and indicator.code != "data_completeness":
        return "incomplete"
    if _too_small(indicator, reading):
        return "insufficient_sample"
    if _reaches(reading.value, commitment.target, indicator.direction):
        return "met"
    eased = commitment.target - commitment.tolerance * (1 if indicator.direction == "higher" else -1)
    return "met_within_tolerance" if _reaches(reading.value, eased, indicator.direction) else "missed"


def certainty_of(indicator: Indicator, reading: Reading, commitment: Commitment | None) -> Certainty:
    """A census is exact; a sample is established when its interval lies wholly on one side of the target."""
    if reading.value is None:
        return "none"
    if not indicator.sampled:
        return "exact"
    if commitment is None or reading.interval is None or _too_small(indicator, reading):
        return "none"
    low, high = (
        _reaches(limit, commitment.target, indicator.direction)
        for limit in (reading.interval.low, reading.interval.high)
    )
    return "established" if low == high else "not_distinguishable"


def state_of(end_us: int, as_of_us: int) -> State:
    """Open until the local midnight that ends the period."""
    return "open" if as_of_us < end_us else "closed"


def is_provisional(end_us: int, as_of_us: int, pending: int, grace_us: int) -> bool:
    """The period is not over, a ticket of the denominator is still in its window, or late events are still awaited."""
    return as_of_us < end_us or pending > 0 or as_of_us < end_us + grace_us


def _too_small(indicator: Indicator, reading: Reading) -> bool:
    return indicator.sampled and reading.sample_size < reading.minimum_sample_size


def _reaches(value: Decimal, target: Decimal, direction: Direction) -> bool:
    return value >= target if direction == "higher" else value <= target
