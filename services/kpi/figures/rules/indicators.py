"""What is measured: unit, direction, variants, and how a value comes out of sums."""

from enum import StrEnum
from typing import Literal

import msgspec

Unit = Literal["ratio", "points", "s", "count"]
Direction = Literal["higher", "lower"]
Variant = Literal["median", "p90", "mean"]
VARIANTS: tuple[Variant, ...] = ("mean", "median", "p90")


class Kind(StrEnum):
    """How a value comes out of the sums of a period."""

    SHARE = "share"
    """Numerator over denominator."""
    DURATION = "duration"
    """A statistic of whole seconds per ticket."""
    SCORE = "score"
    """Promoters less detractors over answers, times 100."""
    STOCK = "stock"
    """A running sum up to the end of the period."""


class Indicator(msgspec.Struct, frozen=True):
    """One row of the table; `sampled`: answers stand for all customers, so the value has an interval."""

    code: str
    kind: Kind
    unit: Unit
    direction: Direction
    sampled: bool = False

    @property
    def variants(self) -> tuple[Variant | None, ...]:
        """The statistics of a duration; everything else has one value."""
        return VARIANTS if self.kind is Kind.DURATION else (None,)


def _duration(code: str) -> Indicator:
    return Indicator(code, Kind.DURATION, "s", "lower")


def _share(code: str, direction: Direction = "higher", *, sampled: bool = False) -> Indicator:
    return Indicator(code, Kind.SHARE, "ratio", direction, sampled)


INDICATORS: dict[str, Indicator] = {
    indicator.code: indicator
    for indicator in (
        Indicator("backlog", Kind.STOCK, "count", "lower"),
        _share("ces", sampled=True),
        _share("csat", sampled=True),
        _share("data_completeness"),
        _share("fcr_declared", sampled=True),
        _share("fcr_observed"),
        _share("fcr_ticket"),
        _duration("frt"),
        _duration("frt_business"),
        Indicator("nps", Kind.SCORE, "points", "higher", sampled=True),
        _share("one_touch"),
        _share("reopen_rate", "lower"),
        _share("repeat_rate", "lower"),
        _share("sla_first_response"),
        _share("sla_resolution"),
        _duration("ttr"),
        _duration("ttr_contractual"),
    )
}
"""By code, in the order of the code."""

DURATIONS = tuple(code for code, indicator in INDICATORS.items() if indicator.kind is Kind.DURATION)
SERIES = tuple((code, variant) for code, indicator in INDICATORS.items() for variant in indicator.variants)
"""Every indicator with each of its variants."""
