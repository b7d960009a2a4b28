"""Cutting ranges and trailing windows, against their definitions."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from services.kpi.figures.rules.values import Measure
from services.kpi.series.rules import cut, running, together, trailing

START = date(2026, 10, 20)
MEASURES = st.builds(Measure, *(st.integers(0, 50) for _ in range(4)))
DAYS = st.dictionaries(st.integers(-40, 40).map(lambda n: START + timedelta(days=n)), MEASURES)


@given(DAYS, st.integers(0, 20), st.integers(1, 31))
def test_a_window_is_the_sum_of_its_days(days: dict[date, Measure], length: int, window: int) -> None:
    last = START + timedelta(days=length)
    found = list(trailing(days, START, last, window))
    assert [day for day, _ in found] == [START + timedelta(days=n) for n in range(length + 1)]
    for day, measure in found:
        inside = [held for other, held in days.items() if day - timedelta(days=window) < other <= day]
        assert measure == together(inside)
        assert measure.denominator == sum(held.denominator for held in inside)


@given(DAYS, st.integers(-100, 100), st.integers(0, 20))
def test_a_stock_is_what_stood_before_and_every_move_since(days: dict[date, Measure], before: int, length: int) -> None:
    last = START + timedelta(days=length)
    for day, measure in running(before, cut(START, last, "day"), days):
        moves = sum(held.numerator for other, held in days.items() if START <= other <= day)
        assert measure == Measure(numerator=before + moves)


def test_periods_that_hold_a_day_of_the_range() -> None:
    first, last = date(2025, 12, 31), date(2026, 4, 1)
    assert len(list(cut(first, last, "day"))) == 92
    assert [period.text for period in cut(first, last, "month")] == [
        "2025-12", "2026-01", "2026-02", "2026-03", "2026-04",
    ]  # fmt: skip
    assert [period.text for period in cut(first, last, "quarter")] == ["2025-Q4", "2026-Q1", "2026-Q2"]
    assert list(cut(last, first, "month")) == []
