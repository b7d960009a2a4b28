"""What may become a practice; pure."""

from datetime import date

from services.common.errors import FieldFault
from services.kpi.baselines.rules.comparing import Reading
from services.kpi.baselines.rules.sides import Days


def fault_of_days(before: Days, after: Days, started_on: date, done_on: date) -> FieldFault | None:
    """Why these days do not show what an action did: its own days belong to neither side."""
    if before.last >= started_on:
        return FieldFault("before.to", f"must lie before the action began, on {started_on.isoformat()}")
    if after.first <= done_on:
        return FieldFault("after.from", f"must lie after the action was done, on {done_on.isoformat()}")
    return None


def is_shown(reading: Reading) -> bool:
    """Whether statistics say that it became better; only then others are told to do the same."""
    return reading == "better"
