"""What fits together in an objective."""

from datetime import date
from decimal import Decimal

import pytest

from services.contracts.indicators.rules import Indicator
from services.contracts.objectives.rules import Change, faults_of

NEW_YEAR, END = date(2026, 1, 1), date(2026, 12, 31)


@pytest.mark.parametrize(
    ("metric", "baseline", "target", "change", "due_on", "fields"),
    [
        (Indicator.CSAT, "0.7", "0.84", Change.RELATIVE, END, []),
        (Indicator.CSAT, "0", "0.84", Change.POINTS, NEW_YEAR, []),
        (Indicator.CSAT, "0", "0.84", Change.RELATIVE, END, ["baseline_value"]),
        (Indicator.CSAT, "70", "84", Change.POINTS, END, ["baseline_value", "target_value"]),
        (Indicator.NPS, "-10", "20", Change.POINTS, END, []),
        (Indicator.TTR, "14400", "7200.5", Change.RELATIVE, date(2025, 12, 31), ["target_value", "due_on"]),
    ],
)
def test_every_part_that_does_not_fit_is_named(
    metric: Indicator, baseline: str, target: str, change: Change, due_on: date, fields: list[str]
) -> None:
    faults = faults_of(metric, Decimal(baseline), Decimal(target), change, NEW_YEAR, due_on)
    assert [fault.field for fault in faults] == fields
