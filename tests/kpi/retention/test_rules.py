"""Which months of raw contents are over."""

from datetime import date

import pytest

from services.kpi.retention.rules import first_kept, months_over


@pytest.mark.parametrize(
    ("today", "months", "first"),
    [
        (date(2026, 11, 30), 13, date(2025, 10, 1)),
        (date(2026, 12, 1), 13, date(2025, 11, 1)),
        (date(2026, 1, 31), 1, date(2025, 12, 1)),
        (date(2028, 2, 29), 24, date(2026, 2, 1)),
        (date(2026, 12, 31), 12, date(2025, 12, 1)),
    ],
)
def test_the_first_month_kept(today: date, months: int, first: date) -> None:
    assert first_kept(today, months) == first


def test_the_present_month_and_the_coming_ones_are_never_over() -> None:
    held = [date(2027, 2, 1), date(2026, 11, 1), date(2026, 9, 1), date(2026, 10, 1)]
    assert months_over(held, date(2026, 11, 30), 1) == [date(2026, 9, 1)]
    assert months_over(held, date(2026, 11, 1), 13) == []
