"""Instants as sources write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.kpi.calendars.instants import LATEST_US, InvalidInstant, parse_instant
from tests.factories.webhooks import rfc3339

HALF_PAST = 1_791_195_044_120_000  # 2026-10-05T10:10:44.12Z


@pytest.mark.parametrize(
    "written",
    [
        "2026-10-05T10:10:44.120000000Z",
        "2026-10-05T12:10:44.12+0200",
        "2026-10-05T12:10:44.120000+02:00",
        "2026-10-05t10:10:44.12z",
        "2026-10-05 10:10:44.1200009-00:00",
        1_791_195_044_120,
        1_791_195_044.12,
        1_791_195_044_120.0,
    ],
)
def test_every_spelling_is_the_same_instant(written: object) -> None:
    assert parse_instant(written) == HALF_PAST


def test_whole_seconds_in_every_unit() -> None:
    spellings = ["2026-10-05T12:10:44+0200", 1_791_195_044, 1_791_195_044_000, 1_791_195_044.0]
    assert {parse_instant(written) for written in spellings} == {1_791_195_044_000_000}


def test_nine_decimals_are_cut_not_rounded() -> None:
    assert parse_instant("2026-10-05T10:10:44.999999999Z") == 1_791_195_044_999_999


def test_float_keeps_its_written_microseconds() -> None:
    assert parse_instant(1_791_187_201.418223) == 1_791_187_201_418_223


@pytest.mark.parametrize(
    "written",
    [
        "2026-10-05T10:10:44",  # no zone
        "2026-10-05",
        "2026-13-45T99:00:00Z",
        "2026-02-29T00:00:00Z",
        "2026-10-05T24:00:00Z",
        "2026-12-31T23:59:60Z",  # leap second
        "2026-10-05T10:10:44+25:00",
        "2026-10-05T10:10:44+02:75",
        "2026-10-05T10:10:44.Z",
        "２０２６-10-05T10:10:44Z",
        "2026-10-05T10:10:44Z\n",
        "1969-12-31T23:59:59Z",
        "1970-01-01T00:00:00+00:01",
        "2201-01-01T00:00:00Z",
        "2026-10-05T10:10:44." + "1" * 200 + "Z",
        "hier",
        "",
        "1791195044",
        -1,
        1_791_195_044_120_000,  # microseconds
        10**400,
        float("inf"),
        float("nan"),
        True,
        None,
        {},
        b"2026-10-05T10:10:44Z",
    ],
)
def test_anything_else_is_refused(written: object) -> None:
    with pytest.raises(InvalidInstant):
        parse_instant(written)


@given(st.integers(0, LATEST_US))
def test_text_comes_back_exactly(instant_us: int) -> None:
    assert parse_instant(rfc3339(instant_us)) == instant_us


@given(st.one_of(st.text(), st.integers(), st.floats(), st.booleans(), st.none(), st.binary()))
def test_nothing_else_escapes(value: object) -> None:
    try:
        instant_us = parse_instant(value)
    except InvalidInstant:
        return
    assert 0 <= instant_us <= LATEST_US
