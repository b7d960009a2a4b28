"""Which days may show what an action did, and what may be shown."""

from datetime import date

import pytest

from services.common.errors import FieldFault
from services.kpi.baselines.rules.comparing import Reading
from services.kpi.baselines.rules.sides import Days
from services.kpi.practices.rules import fault_of_days, is_shown

STARTED, DONE = date(2026, 10, 10), date(2026, 10, 20)


@pytest.mark.parametrize(
    ("last_before", "first_after", "field"),
    [
        (date(2026, 10, 9), date(2026, 10, 21), None),
        (date(2026, 10, 10), date(2026, 10, 21), "before.to"),
        (date(2026, 10, 9), date(2026, 10, 20), "after.from"),
    ],
)
def test_the_days_of_the_action_belong_to_neither_side(last_before: date, first_after: date, field: str | None) -> None:
    """given an action of ten days / then a side that reaches into it is refused by its name."""
    before, after = Days(date(2026, 9, 1), last_before), Days(first_after, date(2026, 11, 30))
    fault = fault_of_days(before, after, STARTED, DONE)
    assert (None if fault is None else fault.field) == field
    assert fault is None or isinstance(fault, FieldFault)


@pytest.mark.parametrize("reading", ["worse", "not_shown", "too_few", "not_compared"])
def test_only_what_became_better_is_shared(reading: Reading) -> None:
    """given any reading but better / then nobody is told to do the same."""
    assert is_shown("better")
    assert not is_shown(reading)
