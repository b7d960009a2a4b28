"""The rhythm of a source and the gaps in it: exact, robust, silent while it learns."""

from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from services.kpi.calendars.instants import HOUR_US, SECOND_US
from services.kpi.health.rules import (
    ONE,
    Gap,
    Heard,
    Limit,
    Rhythm,
    Stored,
    Stretch,
    coverage,
    covers,
    find_gaps,
    merged,
    reconcile,
    round_half_even,
    whole,
    whole_hours,
)
from tests.factories.webhooks import at

PARIS = ZoneInfo("Europe/Paris")
MINUTE = 60 * SECOND_US
WEEK = 7 * 24
# A Monday, ten o'clock in Paris; clocks change neither in the weeks before nor after.
MONDAY = at("2026-09-07T08:00:00+00:00")
HOUR = MONDAY // HOUR_US
FIRST = MONDAY - 10 * WEEK * HOUR_US
ID = UUID(int=7)


def heard_at(hour: int, deliveries: int = 10, first: int = 2, last: int = 58) -> Heard:
    return Heard(hour, deliveries, hour * HOUR_US + first * MINUTE, hour * HOUR_US + last * MINUTE)


def weeks(*counts: int) -> dict[int, int]:
    """What the Mondays at ten before brought, the latest first."""
    return {HOUR - week * WEEK: count for week, count in enumerate(counts, 1)}


def office(until_hour: int, deliveries: int = 10, *, weeks_before: int = 10) -> list[Heard]:
    """Every day from 8 to 18 UTC, so many an hour."""
    first = until_hour - weeks_before * WEEK
    return [heard_at(hour, deliveries) for hour in range(first, until_hour) if 8 <= hour % 24 < 18]


def rhythm_of(heard: list[Heard], **more: object) -> Rhythm:
    counts = {one.hour: one.deliveries for one in heard}
    return Rhythm(counts, PARIS, heard[0].first_us, **more)  # type: ignore[arg-type]


def test_the_highest_and_lowest_quarter_are_left_out() -> None:
    """given eight weeks with an outage, a holiday and two storms / then only the four in the middle make the mean."""
    usual = Rhythm(weeks(10, 0, 11, 400, 12, 0, 13, 900), PARIS, FIRST).usual(HOUR)
    assert usual == (10 + 11 + 12 + 13) * ONE // 4


def test_it_learns_for_two_weeks() -> None:
    one_week = MONDAY - 8 * 24 * HOUR_US
    assert Rhythm(weeks(10), PARIS, one_week).usual(HOUR) is None
    two_weeks = MONDAY - 15 * 24 * HOUR_US
    assert Rhythm(weeks(10, 13), PARIS, two_weeks).usual(HOUR) == 23 * ONE // 2


def test_hours_of_gaps_and_holidays_teach_nothing() -> None:
    last_week = (HOUR - WEEK) * HOUR_US
    gap = Stretch(last_week - HOUR_US, last_week + 2 * HOUR_US)
    assert Rhythm(weeks(0, 10, 10), PARIS, FIRST, gaps=[gap]).usual(HOUR) == 10 * ONE // 5
    holiday = frozenset({date(2026, 8, 31)})
    with_holiday = Rhythm(weeks(0, 10, 10, 10, 10, 10, 10, 10), PARIS, FIRST, holiday)
    assert with_holiday.usual(HOUR) == 10 * ONE
    assert with_holiday.usual(HOUR - WEEK) == 0


def test_an_hour_is_a_local_one() -> None:
    """given clocks that changed in between / then nine o'clock is compared with nine o'clock."""
    summer = at("2026-10-19T07:00:00+00:00") // HOUR_US
    rhythm = Rhythm({summer: 30, summer - WEEK: 30}, PARIS, at("2026-10-10T00:00:00+00:00"))
    assert rhythm.usual(at("2026-10-26T08:00:00+00:00") // HOUR_US) == 30 * ONE
    assert rhythm.usual(at("2026-10-26T07:00:00+00:00") // HOUR_US) == 0


def test_a_silence_is_a_gap_from_eight_missing_deliveries_on() -> None:
    """given eight an hour / when nothing comes for a whole hour / then a gap; a microsecond less, none."""
    heard = office(HOUR + 3, 8)
    last = heard[-1].last_us
    after_an_hour = (HOUR + 4) * HOUR_US
    assert find_gaps(heard, rhythm_of(heard), after_an_hour - 1) == []
    (gap,) = find_gaps(heard, rhythm_of(heard), after_an_hour)
    assert gap == Gap(Stretch(last, None), 8 * ONE, "rhythm")
    less = office(HOUR + 3, 7)
    assert find_gaps(less, rhythm_of(less), after_an_hour) == []
    assert len(find_gaps(less, rhythm_of(less), after_an_hour + HOUR_US)) == 1


def test_hours_that_are_sometimes_empty_are_no_alarm() -> None:
    """given hours that bring 40 in five weeks and nothing in three / then their silence is none; in two, it is one."""
    for empty, found in ((3, False), (2, True)):
        counts = weeks(*([40] * (8 - empty) + [0] * empty))
        assert (Rhythm(counts, PARIS, FIRST).weak_week(range(HOUR, HOUR + 1), HOUR) >= 8) is found


def test_a_source_that_brings_little_is_told_later() -> None:
    """given one delivery an hour / then a silence of eight whole hours is a gap, also after ten weeks."""
    heard = [heard_at(hour, 1, 30, 30) for hour in range(HOUR - 10 * WEEK, HOUR)]
    for hours, found in ((7, 0), (8, 1), (10 * WEEK, 1)):
        assert len(find_gaps(heard, rhythm_of(heard), (HOUR + hours) * HOUR_US)) == found


def test_nights_are_no_gaps() -> None:
    heard = office(HOUR + 10)
    assert find_gaps(heard, rhythm_of(heard), (HOUR + 24) * HOUR_US) == []


def test_hours_that_are_silent_in_part_say_nothing() -> None:
    """given 600 an hour, the last of the day two minutes before closing / then the nights are no gaps."""
    heard = office(HOUR + 10, 600)
    assert find_gaps(heard, rhythm_of(heard), (HOUR + 24) * HOUR_US + HOUR_US - 1) == []


def test_a_gap_that_ended_has_both_ends_and_does_not_teach() -> None:
    """given a day without deliveries last week / then a gap from the last one before to the first after."""
    lost = HOUR - WEEK
    heard = [one for one in office(HOUR + 8) if not lost <= one.hour < lost + 10]
    rhythm = rhythm_of(heard)
    (gap,) = find_gaps(heard, rhythm, (HOUR + 8) * HOUR_US)
    before = max(one.last_us for one in heard if one.hour < lost)
    after = min(one.first_us for one in heard if one.hour >= lost + 10)
    assert gap.stretch == Stretch(before, after)
    assert whole(gap.expected) == 100
    assert rhythm.usual(HOUR) == 10 * ONE


def test_quiet_that_was_usual_is_learnt() -> None:
    """given the same day silent for weeks / when told to be usual / then the next one is no gap."""
    silent = {HOUR - week * WEEK for week in range(7)}
    heard = [one for one in office(HOUR + 12) if not any(hour <= one.hour < hour + 10 for hour in silent)]
    now_us = (HOUR + 24) * HOUR_US
    gaps = find_gaps(heard, rhythm_of(heard), now_us)
    assert len(gaps) == 7
    told = [gap.stretch for gap in gaps if gap.stretch.end_us is not None]
    assert len(find_gaps(heard, rhythm_of(heard), now_us, told)) < 7


def test_the_limit_of_the_parties_counts_from_when_it_was_set() -> None:
    heard = office(HOUR + 10)
    last = heard[-1].last_us
    limit = Limit(120 * MINUTE, last - 10 * MINUTE)
    assert find_gaps(heard, rhythm_of(heard), last + 120 * MINUTE - 1, limit=limit) == []
    (gap,) = find_gaps(heard, rhythm_of(heard), last + 120 * MINUTE, limit=limit)
    assert (gap.rule, gap.stretch) == ("limit", Stretch(last, None))
    later = Limit(120 * MINUTE, last + 60 * MINUTE)
    assert find_gaps(heard, rhythm_of(heard), last + 120 * MINUTE, limit=later) == []


def test_coverage_is_what_came_of_what_was_to_come() -> None:
    """given a gap of half a working day / then half of the day is missing; explained, nothing."""
    heard = office(HOUR - 24)
    day = (HOUR // 24) * 24 * HOUR_US
    gap = Stretch(day + 13 * HOUR_US, day + 24 * HOUR_US)
    hours = whole_hours(day, day + 24 * HOUR_US)
    assert coverage(rhythm_of(heard), hours, [gap], day) == (100 * ONE, 50 * ONE)
    assert coverage(rhythm_of(heard), hours, [], day) == (100 * ONE, 0)


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(1, 60)), max_size=6))
def test_gaps_that_overlap_are_missing_once(parts: list[tuple[int, int]]) -> None:
    heard = office(HOUR)
    gaps = [Stretch(HOUR * HOUR_US + a * HOUR_US // 7, HOUR * HOUR_US + (a + b) * HOUR_US // 7) for a, b in parts]
    expected, missing = coverage(rhythm_of(heard), range(HOUR, HOUR + 48), [*gaps, *gaps], HOUR * HOUR_US)
    assert 0 <= missing <= expected


def test_hours_counted_in_parts_are_one_hour() -> None:
    parts = [heard_at(5, 3, 20, 30), heard_at(4), heard_at(5, 2, 10, 25)]
    assert merged(parts) == [heard_at(4), Heard(5, 5, 5 * HOUR_US + 10 * MINUTE, 5 * HOUR_US + 30 * MINUTE)]


def test_half_goes_to_even() -> None:
    assert [round_half_even(value, 2) for value in (1, 3, 5, 4)] == [0, 2, 2, 2]


class TestReconciling:
    """What is written so that the stored gaps are the found ones."""

    OPEN = Gap(Stretch(10, None), 9 * ONE, "rhythm")
    OVER = Gap(Stretch(10, 20), 9 * ONE, "rhythm")

    def test_a_new_one_is_added_once(self) -> None:
        assert reconcile([], [self.OPEN], []).added == [self.OPEN]
        again = reconcile([Stored(ID, Stretch(10, 20))], [self.OVER], [])
        assert (again.added, again.moved, again.gone) == ([], [], [])

    def test_one_that_lasts_moves_and_ends(self) -> None:
        for found in (self.OPEN, self.OVER):
            assert reconcile([Stored(ID, Stretch(10, None))], [found], []).moved == [(ID, found)]

    def test_one_that_was_filled_is_gone(self) -> None:
        for stretch in (Stretch(10, None), Stretch(10, 20)):
            assert reconcile([Stored(ID, stretch)], [], []).gone == [ID]

    def test_one_filled_in_part_gives_way_to_what_is_left(self) -> None:
        left = Gap(Stretch(15, 20), 8 * ONE, "rhythm")
        changes = reconcile([Stored(ID, Stretch(10, 20))], [left], [])
        assert (changes.gone, changes.added) == ([ID], [left])

    def test_what_was_explained_stays(self) -> None:
        explained = Stored(ID, Stretch(10, 20), explained=True)
        part = Gap(Stretch(12, 18), 8 * ONE, "rhythm")
        changes = reconcile([explained], [part], [])
        assert (changes.gone, changes.added) == ([], [])

    def test_an_explained_one_that_lasted_ends_with_the_next_delivery(self) -> None:
        explained = Stored(ID, Stretch(10, None), explained=True)
        assert reconcile([explained], [], [Heard(0, 1, 5, 10), Heard(1, 1, 30, 40)]).ended == [(ID, 30)]


def test_covering() -> None:
    assert covers(Stretch(1, None), Stretch(2, None))
    assert covers(Stretch(1, 5), Stretch(1, 5))
    assert not covers(Stretch(1, 5), Stretch(2, None))
    assert not covers(Stretch(2, 5), Stretch(1, 3))
