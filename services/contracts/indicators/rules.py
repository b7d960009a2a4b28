"""Indicator codes with their units, variants and directions, and which amounts fit a unit."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Indicator(StrEnum):
    """What is measured; the same codes as the figures."""

    FRT = "frt"
    FRT_BUSINESS = "frt_business"
    TTR = "ttr"
    TTR_CONTRACTUAL = "ttr_contractual"
    SLA_RESOLUTION = "sla_resolution"
    SLA_FIRST_RESPONSE = "sla_first_response"
    FCR_TICKET = "fcr_ticket"
    FCR_DECLARED = "fcr_declared"
    FCR_OBSERVED = "fcr_observed"
    ONE_TOUCH = "one_touch"
    CES = "ces"
    CSAT = "csat"
    DATA_COMPLETENESS = "data_completeness"
    REOPEN_RATE = "reopen_rate"
    REPEAT_RATE = "repeat_rate"
    BACKLOG = "backlog"
    NPS = "nps"


class Variant(StrEnum):
    """Which statistic of a duration."""

    MEDIAN = "median"
    P90 = "p90"
    MEAN = "mean"


class Unit(StrEnum):
    """What the amounts of an indicator are counted in."""

    RATIO = "ratio"
    POINTS = "points"
    SECONDS = "s"
    COUNT = "count"


class Direction(StrEnum):
    """Where better lies."""

    HIGHER = "higher"
    LOWER = "lower"


@dataclass(frozen=True)
class Definition:
    """One row of the table; an indicator with variants is always promised in one of them."""

    unit: Unit
    direction: Direction
    variants: frozenset[Variant] = frozenset()


_DURATION = Definition(Unit.SECONDS, Direction.LOWER, frozenset(Variant))
_SHARE = Definition(Unit.RATIO, Direction.HIGHER)

INDICATORS: dict[Indicator, Definition] = {
    Indicator.FRT: _DURATION,
    Indicator.FRT_BUSINESS: _DURATION,
    Indicator.TTR: _DURATION,
    Indicator.TTR_CONTRACTUAL: _DURATION,
    Indicator.SLA_RESOLUTION: _SHARE,
    Indicator.SLA_FIRST_RESPONSE: _SHARE,
    Indicator.FCR_TICKET: _SHARE,
    Indicator.FCR_DECLARED: _SHARE,
    Indicator.FCR_OBSERVED: _SHARE,
    Indicator.ONE_TOUCH: _SHARE,
    Indicator.CES: _SHARE,
    Indicator.CSAT: _SHARE,
    Indicator.DATA_COMPLETENESS: _SHARE,
    Indicator.REOPEN_RATE: Definition(Unit.RATIO, Direction.LOWER),
    Indicator.REPEAT_RATE: Definition(Unit.RATIO, Direction.LOWER),
    Indicator.BACKLOG: Definition(Unit.COUNT, Direction.LOWER),
    Indicator.NPS: Definition(Unit.POINTS, Direction.HIGHER),
}


@dataclass(frozen=True)
class Scale:
    """The amounts that a figure of this unit can take."""

    lowest: int
    highest: int | None
    decimals: int

    @property
    def widest(self) -> int | None:
        """The distance between its ends."""
        return None if self.highest is None else self.highest - self.lowest


SCALES: dict[Unit, Scale] = {
    Unit.RATIO: Scale(0, 1, 4),
    Unit.POINTS: Scale(-100, 100, 2),
    Unit.SECONDS: Scale(0, None, 0),
    Unit.COUNT: Scale(0, None, 0),
}


def amount_misfit(amount: Decimal, unit: Unit) -> str | None:
    """Why an amount cannot be one of this unit."""
    scale = SCALES[unit]
    return _misfit(amount, scale.lowest, scale.highest, scale.decimals)


def width_misfit(width: Decimal, unit: Unit) -> str | None:
    """Why an amount cannot be a distance between two amounts of this unit."""
    scale = SCALES[unit]
    return _misfit(width, 0, scale.widest, scale.decimals)


def _misfit(amount: Decimal, lowest: int, highest: int | None, decimals: int) -> str | None:
    if amount < lowest or (highest is not None and amount > highest):
        return f"must be at least {lowest}" if highest is None else f"must lie between {lowest} and {highest}"
    if amount != round(amount, decimals):
        return "must be a whole number" if decimals == 0 else f"must have at most {decimals} decimals"
    return None
