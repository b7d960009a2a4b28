"""Periods in a zone, and the instants at which time alone changes a figure."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.kpi.calendars.rules import local_date
from services.kpi.figures.rules.periods import (
    InvalidPeriod,
    begin_us,
    end_us,
    ended_between,
    midnight_us,
    next_timer_us,
    parse_period,
    periods_of,
)
from tests.factories.webhooks import at

PARIS = ZoneInfo("Europe/Paris")
HOUR = 3_600_000_000
GRACE = 72 * HOUR
ZONES = st.sampled_from(
    [PARIS, ZoneInfo("America/Santiago"), ZoneInfo("Africa/Cairo"), ZoneInfo("Australia/Lord_Howe")]
)
DAYS = st.dates(date(1971, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("text", "grain", "first", "last"),
    [
        ("2026-10", "month", "2026-10-01", "2026-10-31"),
        ("2026-02", "month", "2026-02-01", "2026-02-28"),
        ("2028-02", "month", "2028-02-01", "2028-02-29"),
        ("2026-12", "month", "2026-12-01", "2026-12-31"),
        ("2026-Q1", "quarter", "2026-01-01", "2026-03-31"),
        ("2026-Q4", "quarter", "2026-10-01", "2026-12-31"),
        ("2026-10-05", "day", "2026-10-05", "2026-10-05"),
    ],
)
def test_periods_that_are(text: str, grain: str, first: str, last: str) -> None:
    period = parse_period(text)
    assert (period.text, period.grain) == (text, grain)
    assert (period.first.isoformat(), period.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    "text",
    ["", "2026", "2026-13", "2026-00", "2026-Q0", "2026-Q5", "2026-q4", "2026-1", "2026-10-32", "2026-02-29", "26-10",
     "2026-10 ", " 2026-10", "2026-10\n",
     "1969-12", "2201-01", "0000-01", "２０２６-10", "2026-10-05T00:00", "2026-W40"],
)  # fmt: skip
def test_periods_that_are_not(text: str) -> None:
    with pytest.raises(InvalidPeriod):
        parse_period(text)


def test_a_month_with_a_change_of_clocks_has_an_hour_more() -> None:
    october = parse_period("2026-10")
    assert begin_us(october, PARIS) == at("2026-10-01T00:00:00+02:00")
    assert end_us(october, PARIS) == at("2026-11-01T00:00:00+01:00")
    assert end_us(october, PARIS) - begin_us(october, PARIS) == (31 * 24 + 1) * HOUR


def test_a_midnight_that_is_skipped_begins_where_the_clock_goes_on() -> None:
    # In Santiago the clocks go from 24:00 to 01:00 on the night to Sunday 6 September 2026.
    santiago = ZoneInfo("America/Santiago")
    assert midnight_us(date(2026, 9, 6), santiago) == at("2026-09-06T01:00:00-03:00")
    assert local_date(midnight_us(date(2026, 9, 6), santiago), santiago) == date(2026, 9, 6)
    assert local_date(midnight_us(date(2026, 9, 6), santiago) - 1, santiago) == date(2026, 9, 5)


@given(DAYS, ZONES)
def test_periods_meet_without_a_gap(day: date, zone: ZoneInfo) -> None:
    for period in periods_of(day):
        assert period.first <= day <= period.last
        assert parse_period(period.text) == period
        following = next(other for other in periods_of(period.last + timedelta(days=1)) if other.grain == period.grain)
        assert end_us(period, zone) == begin_us(following, zone)
        assert local_date(begin_us(period, zone), zone) == period.first
        assert local_date(end_us(period, zone) - 1, zone) == period.last


@pytest.mark.parametrize(
    ("now", "rings"),
    [
        ("2026-10-05T10:00:00+02:00", "2026-10-06T00:00:00+02:00"),
        ("2026-10-05T00:00:00+02:00", "2026-10-06T00:00:00+02:00"),
        # 72 hours after Saturday's midnight are 71 on the clock once it was put back.
        ("2026-10-26T10:00:00+01:00", "2026-10-26T23:00:00+01:00"),
        ("2026-10-26T23:00:00+01:00", "2026-10-27T00:00:00+01:00"),
        ("2026-10-27T00:00:00+01:00", "2026-10-27T23:00:00+01:00"),
    ],
)
def test_timers_ring_at_midnights_and_when_the_grace_ends(now: str, rings: str) -> None:
    assert next_timer_us(at(now), PARIS, GRACE) == at(rings)


@given(
    st.integers(at("2026-01-01T00:00:00Z"), at("2027-01-01T00:00:00Z")),
    ZONES,
    st.sampled_from([0, HOUR, 5 * HOUR, GRACE]),
)
def test_no_boundary_is_passed_unheard(now_us: int, zone: ZoneInfo, grace_us: int) -> None:
    """given any instant / then between it and its timer no period ends and no grace, and at the timer one does."""
    rings_us = next_timer_us(now_us, zone, grace_us)
    assert rings_us > now_us
    near = [local_date(now_us, zone) + timedelta(days=n) for n in range(-6, 4)]
    boundaries = {midnight_us(day, zone) + shift for day in near for shift in (0, grace_us)}
    assert rings_us in boundaries
    assert not [boundary for boundary in boundaries if now_us < boundary < rings_us]


def test_what_ended_meanwhile() -> None:
    ended = ended_between(at("2026-09-29T12:00:00+02:00"), at("2026-10-02T00:00:00+02:00"), PARIS)
    assert {period.text for period in ended} == {"2026-09-29", "2026-09-30", "2026-09", "2026-Q3", "2026-10-01"}
    assert list(ended_between(at("2026-10-02T00:00:00+02:00"), at("2026-10-02T23:59:59+02:00"), PARIS)) == []
