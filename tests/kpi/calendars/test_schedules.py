"""Schedules as contracts write them."""

from typing import Any

import pytest

from services.kpi.calendars.schedules import Holiday, InvalidSchedule, parse_schedule, validate


def document(**changes: Any) -> dict[str, Any]:
    return {"tz": "Europe/Paris", "days": [0, 1, 2, 3, 4], "intervals": [["09:00", "18:00"]], "holidays": [], **changes}


def test_canonical_form() -> None:
    schedule = parse_schedule(document(days=[4, 0, 0], intervals=[["14:00", "18:00"], ["09:00", "12:00"]]))
    assert schedule.days == (0, 4)
    assert schedule.spans == ((540, 720), (840, 1080))


def test_equal_schedules_are_one_key() -> None:
    assert hash(parse_schedule(document())) == hash(parse_schedule(document()))


def test_holidays_may_be_absent() -> None:
    without = {name: value for name, value in document().items() if name != "holidays"}
    assert parse_schedule(without).holidays == ()


@pytest.mark.parametrize(
    ("written", "spans"),
    [
        (["20:00", "06:00"], ((0, 360), (1200, 1440))),
        (["20:00", "24:00"], ((1200, 1440),)),
        (["20:00", "00:00"], ((1200, 1440),)),
        (["00:00", "24:00"], ((0, 1440),)),
        (["09:00", "09:00"], ((0, 540), (540, 1440))),
    ],
)
def test_an_interval_is_split_at_midnight(written: list[str], spans: tuple[tuple[int, int], ...]) -> None:
    assert parse_schedule(document(intervals=[written])).spans == spans


def test_a_holiday_is_closed_or_has_its_own_hours() -> None:
    own = {"date": "2026-12-24", "intervals": [["09:00", "12:00"]]}
    days = parse_schedule(document(holidays=["2026-12-25", own, "2026-12-25"])).holidays
    assert [day.spans for day in days] == [((540, 720),), ()]
    assert days[1] == Holiday(days[0].ordinal + 1)


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"tz": "Europe/Atlantis"}, "tz"),
        ({"tz": "../../etc/passwd"}, "tz"),
        ({"tz": None}, "tz"),
        ({"days": [0, 7]}, "days[1]"),
        ({"days": [True]}, "days[0]"),
        ({"days": "lundi"}, "days"),
        ({"intervals": None}, "intervals"),
        ({"intervals": [["09:00"]]}, "intervals[0]"),
        ({"intervals": [["9:00", "18:00"]]}, "intervals[0][0]"),
        ({"intervals": [["09:00", "24:01"]]}, "intervals[0][1]"),
        ({"intervals": [["24:00", "06:00"]]}, "intervals[0][0]"),
        ({"intervals": [["09:00", 18]]}, "intervals[0][1]"),
        ({"intervals": [["09:00", "12:00"], ["11:59", "18:00"]]}, "intervals"),
        ({"intervals": [["20:00", "06:00"], ["05:00", "09:00"]]}, "intervals"),
        ({"holidays": ["2026-02-30"]}, "holidays[0]"),
        ({"holidays": ["14/07/2026"]}, "holidays[0]"),
        ({"holidays": [{"date": "2026-07-14"}]}, "holidays[0].intervals"),
        ({"holidays": [{"date": "2026-07-14", "intervals": [], "name": "x"}]}, "holidays[0].name"),
        ({"holidays": ["2026-07-14", {"date": "2026-07-14", "intervals": [["09:00", "10:00"]]}]}, "holidays[1]"),
        ({"holidays": 3}, "holidays"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_bad_input_names_its_field(changes: dict[str, Any], path: str) -> None:
    with pytest.raises(InvalidSchedule) as refused:
        validate(document(**changes), "schedules.support")
    assert [where for where, _ in refused.value.problems] == [f"schedules.support.{path}"]


def test_every_problem_is_told_at_once() -> None:
    with pytest.raises(InvalidSchedule) as refused:
        parse_schedule({"tz": "x", "days": [9], "intervals": [["a", "b"]]})
    assert len(refused.value.problems) == 4
    with pytest.raises(InvalidSchedule):
        parse_schedule([])
