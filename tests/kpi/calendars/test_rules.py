"""Business time, against the cases of the specification and against counting minute by minute."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from services.kpi.calendars.rules import BusinessClock, Schedule, clock_of, local_date, parse_schedule
from services.kpi.calendars.schedules import Holiday
from tests.factories.webhooks import at

SECOND = 1_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE


def clock(
    intervals: list[list[str]], days: object = (0, 1, 2, 3, 4), holidays: object = (), tz: str = "Europe/Paris"
) -> BusinessClock:
    return BusinessClock(parse_schedule({"tz": tz, "days": days, "intervals": intervals, "holidays": holidays}))


OFFICE = [["09:00", "18:00"]]
NIGHT = [["20:00", "06:00"]]
EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)


def test_thursday_evening_to_friday_morning() -> None:
    a, b = at("2026-10-08T16:50:00+02:00"), at("2026-10-09T10:05:00+02:00")
    assert clock(OFFICE).elapsed(a, b) == 135 * MINUTE
    assert b - a == 17 * HOUR + 15 * MINUTE


def test_night_of_the_repeated_hour() -> None:
    a, b = at("2026-10-25T00:15:00+02:00"), at("2026-10-25T04:15:00+01:00")
    assert b - a == 18_000 * SECOND
    night = clock(NIGHT, EVERY_DAY)
    assert night.elapsed(a, b) == 18_000 * SECOND
    assert clock(OFFICE).elapsed(a, b) == 0
    assert night.elapsed(at("2026-10-24T12:00:00+02:00"), at("2026-10-25T12:00:00+01:00")) == 11 * HOUR


def test_night_of_the_skipped_hour() -> None:
    noon_before, noon_after = at("2026-03-28T12:00:00+01:00"), at("2026-03-29T12:00:00+02:00")
    assert clock(NIGHT, EVERY_DAY).elapsed(noon_before, noon_after) == 9 * HOUR
    assert clock([["02:00", "03:00"]], EVERY_DAY).elapsed(noon_before, noon_after) == 0


def test_a_holiday_in_between() -> None:
    a, b = at("2026-07-13T17:30:00+02:00"), at("2026-07-15T09:20:00+02:00")
    assert clock(OFFICE, holidays=["2026-07-14"]).elapsed(a, b) == 50 * MINUTE
    short = [{"date": "2026-07-14", "intervals": [["10:00", "10:30"]]}]
    assert clock(OFFICE, holidays=short).elapsed(a, b) == 80 * MINUTE


def test_a_holiday_on_a_closed_day_opens_it() -> None:
    sunday = [{"date": "2026-12-20", "intervals": [["14:00", "17:00"]]}]
    a, b = at("2026-12-19T00:00:00+01:00"), at("2026-12-21T00:00:00+01:00")
    assert clock(OFFICE, holidays=sunday).elapsed(a, b) == 3 * HOUR


def test_an_end_takes_the_second_occurrence_and_a_start_the_first() -> None:
    a, b = at("2026-10-24T12:00:00+02:00"), at("2026-10-25T12:00:00+01:00")
    assert clock([["01:00", "02:30"]], EVERY_DAY).elapsed(a, b) == 150 * MINUTE
    assert clock([["02:30", "04:00"]], EVERY_DAY).elapsed(a, b) == 150 * MINUTE


def test_a_skipped_time_uses_the_offset_before_and_overlaps_count_once() -> None:
    a, b = at("2026-03-28T12:00:00+01:00"), at("2026-03-29T12:00:00+02:00")
    # 02:15-02:45 does not exist: with the offset before, it is 03:15-03:45, which 03:00-04:00 already holds.
    assert clock([["02:15", "02:45"]], EVERY_DAY).elapsed(a, b) == 30 * MINUTE
    assert clock([["02:15", "02:45"], ["03:00", "04:00"]], EVERY_DAY).elapsed(a, b) == 60 * MINUTE


def test_a_date_ends_at_its_first_midnight_where_midnight_is_repeated() -> None:
    # The Azores go from 01:00 back to 00:00: the hour after midnight belongs to Sunday, both times.
    a, b = at("2026-10-24T12:00:00+00:00"), at("2026-10-25T12:00:00-01:00")
    assert clock([["20:00", "24:00"]], (5,), tz="Atlantic/Azores").elapsed(a, b) == 4 * HOUR
    assert clock([["00:00", "01:00"]], (6,), tz="Atlantic/Azores").elapsed(a, b) == 2 * HOUR


def test_before_the_start_and_backwards_is_nothing() -> None:
    noon = at("2026-10-08T12:00:00+02:00")
    assert clock(OFFICE).elapsed(noon, noon) == 0
    assert clock(OFFICE).elapsed(noon, noon - HOUR) == 0


def test_extending_in_both_directions_changes_no_answer() -> None:
    office = clock(OFFICE)
    a, b = at("2026-10-08T16:50:00+02:00"), at("2026-10-09T10:05:00+02:00")
    office.elapsed(a, b)
    office.elapsed(at("2019-01-01T00:00:00Z"), at("2019-02-01T00:00:00Z"))
    office.elapsed(at("2033-01-01T00:00:00Z"), at("2033-02-01T00:00:00Z"))
    assert office.elapsed(a, b) == 135 * MINUTE
    whole = at("2019-01-01T00:00:00Z"), at("2033-02-01T00:00:00Z")
    assert office.elapsed(*whole) == clock(OFFICE).elapsed(*whole)


def test_advance_waits_for_the_next_opening() -> None:
    friday = at("2026-10-09T17:30:00+02:00")
    assert clock(OFFICE).advance(friday, HOUR) == at("2026-10-12T09:30:00+02:00")
    assert clock(OFFICE).advance(friday, 30 * MINUTE) == at("2026-10-09T18:00:00+02:00")
    assert clock(OFFICE).advance(friday, 0) == friday


def test_advance_never_reached() -> None:
    assert clock([], EVERY_DAY).advance(at("2026-10-09T17:30:00+02:00"), 1) is None
    assert clock(OFFICE, ()).advance(at("2026-10-09T17:30:00+02:00"), 1) is None
    assert clock(OFFICE).advance(at("2026-10-09T17:30:00+02:00"), 20_000 * HOUR) is None


def test_clocks_are_shared_by_equal_schedules() -> None:
    written = {"tz": "Europe/Paris", "days": [0], "intervals": OFFICE, "holidays": []}
    assert clock_of(parse_schedule(written)) is clock_of(parse_schedule(written))


def test_local_date() -> None:
    assert local_date(at("2026-10-31T23:30:00Z"), ZoneInfo("Europe/Paris")) == date(2026, 11, 1)


ZONES = ["Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca", "UTC"]


@st.composite
def schedules(draw: st.DrawFn) -> Schedule:
    """Hours on quarter hours, apart from each other, with holidays inside the weeks that are counted."""
    bounds = sorted(draw(st.sets(st.integers(0, 96), max_size=6)))
    spans = tuple((15 * a, 15 * b) for a, b in zip(bounds[::2], bounds[1::2], strict=False))
    days = tuple(sorted(draw(st.sets(st.integers(0, 6)))))
    offsets = sorted(draw(st.sets(st.integers(-3, 10), max_size=3)))
    own = draw(st.sampled_from([(), ((600, 720),)]))
    first = draw(st.sampled_from([date(2026, 3, 26), date(2026, 10, 23), date(2026, 4, 2)])).toordinal()
    holidays = tuple(Holiday(first + offset, own) for offset in offsets)
    return Schedule(draw(st.sampled_from(ZONES)), days, spans, holidays)


def naive_minutes(schedule: Schedule, a: datetime, minutes: int) -> int:
    """Minutes of wall clock inside the schedule, one by one, as a reader of the contract would count them."""
    holidays = {holiday.ordinal: holiday.spans for holiday in schedule.holidays}
    zone, count = ZoneInfo(schedule.tz), 0
    for index in range(minutes):
        local = (a + timedelta(minutes=index)).astimezone(zone)
        regular = schedule.spans if local.weekday() in schedule.days else ()
        minute = local.hour * 60 + local.minute
        count += any(start <= minute < end for start, end in holidays.get(local.toordinal(), regular))
    return count


def _touches_a_change(schedule: Schedule, a: datetime, minutes: int) -> bool:
    zone = ZoneInfo(schedule.tz)
    return len({(a + timedelta(hours=h - 26)).astimezone(zone).utcoffset() for h in range(minutes // 60 + 54)}) > 1


@settings(max_examples=60, deadline=None)
@given(schedules(), st.integers(0, 14 * 1440), st.integers(0, 3000), st.sampled_from([3, 10, 6]))
def test_elapsed_equals_counting_minutes(schedule: Schedule, offset: int, minutes: int, month: int) -> None:
    a = datetime(2026, month, 20, tzinfo=UTC) + timedelta(minutes=offset)
    # On a change day an interval that begins or ends inside the odd hour is not a set of wall-clock minutes;
    # those rules have their own cases above.
    bounds = {bound for spans in (schedule.spans, ((600, 720),)) for span in spans for bound in span}
    assume(not _touches_a_change(schedule, a, minutes) or not any(0 < bound < 240 for bound in bounds))
    a_us = int(a.timestamp()) * SECOND
    assert (
        BusinessClock(schedule).elapsed(a_us, a_us + minutes * MINUTE) == naive_minutes(schedule, a, minutes) * MINUTE
    )


SHARED = [
    clock(OFFICE, holidays=["2026-07-14"]),
    clock(NIGHT, EVERY_DAY),
    clock([["09:00", "12:00"], ["14:00", "18:30"]]),
]
INSTANTS = st.integers(at("2026-01-01T00:00:00Z"), at("2027-06-01T00:00:00Z"))


@given(st.sampled_from(SHARED), INSTANTS, st.integers(1, 400 * HOUR))
def test_advance_is_the_earliest_instant_that_reaches(business: BusinessClock, start_us: int, amount_us: int) -> None:
    reached_us = business.advance(start_us, amount_us)
    assert reached_us is not None
    assert business.elapsed(start_us, reached_us) == amount_us
    assert business.elapsed(start_us, reached_us - 1) == amount_us - 1


@given(st.sampled_from(SHARED), st.lists(INSTANTS, min_size=3, max_size=3))
def test_elapsed_adds_up(business: BusinessClock, instants: list[int]) -> None:
    a, b, c = sorted(instants)
    assert business.elapsed(a, b) + business.elapsed(b, c) == business.elapsed(a, c)
    assert 0 <= business.elapsed(a, c) <= c - a
