"""What changed between two samples, how sure that is, and what it may not be called. Pure.

Sources: Newcombe 1998 (method 10) for the difference of two shares, with the pooled z test, and Fisher's exact test
where an expected count is below 5; the variance of coded answers for the Net Promoter Score. The size that would have
sufficed: 5 % two-sided, 80 % power.
"""

from decimal import Decimal
from fractions import Fraction
from typing import Literal

import msgspec

from services.common import statistics
from services.kpi.baselines.rules.sides import Counts, Side, exact_value, is_compared
from services.kpi.figures.rules.indicators import Direction, Indicator, Kind
from services.kpi.figures.rules.values import rounded

Reading = Literal["better", "worse", "not_shown", "too_few", "not_compared"]
Reason = Literal["before_empty", "after_empty", "before_below_minimum", "after_below_minimum", "duration", "stock"]
Method = Literal["pooled_z", "fisher", "coded_answers"]
LEVEL = Decimal("0.05")
"""How often, at most, a change is shown where there is none."""
MINIMUM = 30
"""Answers that each side needs where the contract says nothing."""
SMALL = 30
"""Answers below which an interval is told with a warning."""


class Change(msgspec.Struct, frozen=True):
    """After less before: in the unit of the value, its 95 % interval, and the chance of one so large by luck."""

    value: Decimal
    low: Decimal
    high: Decimal
    p_value: Decimal
    method: Method


def reasons(indicator: Indicator, before: Counts, after: Counts, minimum: int) -> list[Reason]:
    """Why no verdict can be borne; empty when one can."""
    if indicator.kind is Kind.DURATION:
        return ["duration"]
    if indicator.kind is Kind.STOCK:
        return ["stock"]
    found: list[Reason] = []
    if before.n < max(minimum, 1):
        found.append("before_below_minimum" if before.n else "before_empty")
    if after.n < max(minimum, 1):
        found.append("after_below_minimum" if after.n else "after_empty")
    return found


def change_of(indicator: Indicator, before: Counts, after: Counts) -> Change:
    """The change of a share or a score. Raises: ValueError when a side is empty."""
    if indicator.kind is Kind.SCORE:
        found = statistics.compare_nps((before.good, before.against, before.n), (after.good, after.against, after.n))
        method: Method = "coded_answers"
    else:
        found = statistics.compare_proportions(before.good, before.n, after.good, after.n)
        method = "fisher" if statistics.is_exact(before.good, before.n, after.good, after.n) else "pooled_z"
    return Change(found.change, found.interval.low, found.interval.high, found.p_value, method)


def reading_of(change: Change, direction: Direction) -> Reading:
    """What a change that has been tested means."""
    if change.p_value > LEVEL or change.value == 0:
        return "not_shown"
    return side_of(change.value, direction)


def side_of(change: Decimal, direction: Direction) -> Reading:
    """On which side a change lies that is none of chance."""
    return "better" if (change > 0) == (direction == "higher") else "worse"


def relative_percent(indicator: Indicator, before: Counts, after: Counts) -> Decimal | None:
    """The change over the value before, in percent, exact and then rounded to hundredths.

    None of nothing. Of a score that is not above 0 there is none: its zero is no absence, and the sign would lie.
    """
    first, second = exact_value(indicator, before), exact_value(indicator, after)
    if first is None or second is None or first <= 0:
        return None
    return rounded((second - first) / first * 100, "points")


def needed(indicator: Indicator, before: Counts, after: Counts) -> int | None:
    """Answers each side needs to show the change that was observed; None of no change, and of what is not tested."""
    first, second = exact_value(indicator, before), exact_value(indicator, after)
    if not is_compared(indicator) or first is None or second is None or first == second:
        return None
    if indicator.kind is Kind.SCORE:
        spreads = _variance(before), _variance(after)
        return None if sum(spreads) == 0 else statistics.nps_difference_sample(*spreads, _decimal(second - first))
    return statistics.proportions_sample(_decimal(first), _decimal(second))


def needed_for(indicator: Indicator, before: Counts, percent: Decimal) -> int | None:
    """The same for a change that is claimed, in percent of the value before; None when it leads out of the scale."""
    first = exact_value(indicator, before)
    if not is_compared(indicator) or first is None or first <= 0 or percent == 0:
        return None
    second = first * (1 + Fraction(percent) / 100)
    if not 0 <= second <= (100 if indicator.kind is Kind.SCORE else 1):
        return None
    if indicator.kind is Kind.SCORE:
        spread = _variance(before)
        return None if spread == 0 else statistics.nps_difference_sample(spread, spread, _decimal(second - first))
    return statistics.proportions_sample(_decimal(first), _decimal(second))


def are_other_months(before: Side, after: Side) -> bool:
    """Whether the two stretches touch other months of the year, so that a season may be what differs."""
    return before.days.months != after.days.months


def _variance(counts: Counts) -> Decimal:
    return statistics.nps_variance(counts.good, counts.against, counts.n)


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)
