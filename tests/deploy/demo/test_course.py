"""The course of the months on every day on which somebody may start, without telling a single life."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from deploy.local.demo.companies import PAIRS
from deploy.local.demo.course import REASON_OF_PARCEL_WEEK, Course
from deploy.local.demo.holidays import easter, holidays
from deploy.local.demo.practices import days_beside
from deploy.local.demo.span import Span, midnight_us, month_before
from services.common.statistics import compare_proportions

PARIS = ZoneInfo("Europe/Paris")
FIRST, DAYS = date(2026, 1, 1), 1096
"""2026, 2027 and the leap year 2028."""


def test_every_day_of_three_years() -> None:
    """given any day, five minutes old / then the months, the sums and the bad week are such that the story holds."""
    for number in range(DAYS):
        today = FIRST + timedelta(days=number)
        span = Span(datetime(today.year, today.month, today.day, 0, 5, tzinfo=PARIS))
        assert span.today == today
        assert span.first == month_before(today, 6)
        first, second = (Course(pair, span) for pair in PAIRS)
        for pair, course in zip(PAIRS, (first, second), strict=True):
            told = [course.tickets(tool) for tool in pair.tools]
            assert sum(count for days in told for _, count in days) == pair.tickets
            assert all(days[0][0] == span.first and days[-1][0] == today for days in told)
        assert second.parcel_week is None
        week = first.parcel_week
        assert week is not None
        assert week.weekday() == 0
        # All is settled before the month ends: the answer that took longest took three working days.
        assert span.last_complete < week <= span.month(0) - timedelta(days=12)
        for tool in PAIRS[0].tools:
            shares = first.outcomes(tool, week, REASON_OF_PARCEL_WEEK)
            assert sum(shares.values()) == pytest.approx(1)
            assert min(shares.values()) > 0
            assert 0.3 < first.late_solutions(week, REASON_OF_PARCEL_WEEK, "several") < 0.97
        assert first.breakdown is not None
        assert first.is_working_day(first.breakdown)
        # The practice that was learnt of it is one that the figures show, or it could not be told.
        before, after = (_answered(first, *days) for days in days_beside(first.breakdown))
        assert compare_proportions(*before, *after).p_value < Decimal("0.0001")


def _answered(course: Course, begin: date, end: date) -> tuple[int, int]:
    """(answered in time, all) of the tickets of some days, as their shares say."""
    told = [
        (count, count * (1 - course.late_answers(tool, day)))
        for tool in PAIRS[0].tools
        for day, count in course.tickets(tool)
        if begin <= day <= end
    ]
    return round(sum(good for _, good in told)), sum(count for count, _ in told)


def test_quarter_past_midnight_belongs_to_the_new_month() -> None:
    """given the 1st at 00:05 in Paris, still the 31st in UTC / then the month that ended is the last complete one."""
    span = Span(datetime(2026, 7, 31, 22, 5, tzinfo=UTC))
    assert (span.today, span.last_complete) == (date(2026, 8, 1), date(2026, 7, 1))


def test_midnights_around_the_changes_of_the_clocks() -> None:
    """given the days of 23 and 25 hours / then a day lasts as long as it does."""
    lengths = [
        (midnight_us(day + timedelta(days=1)) - midnight_us(day)) // 3_600_000_000
        for day in (date(2027, 3, 28), date(2026, 10, 25), date(2026, 11, 22))
    ]
    assert lengths == [23, 25, 24]


def test_holidays() -> None:
    """given years / then Easter is where the almanac has it, and the eleven days of 2026 are those of the law."""
    assert [easter(year) for year in (2024, 2026, 2027, 2028, 2038)] == [
        date(2024, 3, 31), date(2026, 4, 5), date(2027, 3, 28), date(2028, 4, 16), date(2038, 4, 25),
    ]  # fmt: skip
    assert [day.isoformat()[5:] for day in holidays(2026)] == [
        "01-01", "04-06", "05-01", "05-08", "05-14", "05-25", "07-14", "08-15", "11-01", "11-11", "12-25",
    ]  # fmt: skip
