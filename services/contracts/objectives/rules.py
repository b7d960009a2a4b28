"""Pure rules of objectives: one that is specific, measurable, attainable, relevant and dated."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum

from services.common.errors import FieldFault
from services.contracts.indicators.rules import INDICATORS, Indicator, amount_misfit


class Change(StrEnum):
    """How the way from the baseline to the target is told: as a share of the baseline, or as a difference."""

    RELATIVE = "relative"
    POINTS = "points"


class Motive(StrEnum):
    """Why the work was handed over."""

    COST = "cost"
    QUALITY = "quality"
    EXPERTISE = "expertise"
    CONTROL = "control"
    FOCUS = "focus"
    FLEXIBILITY = "flexibility"
    AUTOMATION = "automation"


def faults_of(
    metric: Indicator, baseline: Decimal, target: Decimal, change: Change, starts_on: date, due_on: date
) -> Iterator[FieldFault]:
    """What does not fit together in an objective whose parts are all there."""
    unit = INDICATORS[metric].unit
    for field, amount in (("baseline_value", baseline), ("target_value", target)):
        misfit = amount_misfit(amount, unit)
        if misfit is not None:
            yield FieldFault(field, f"{misfit} ({metric} is in {unit})")
    if change is Change.RELATIVE and baseline == 0:
        yield FieldFault("baseline_value", "must not be 0 when the change is relative to it")
    if due_on < starts_on:
        yield FieldFault("due_on", "must not lie before starts_on")
