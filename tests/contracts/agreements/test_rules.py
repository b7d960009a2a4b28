"""A contract's life."""

from datetime import UTC, date, datetime

import pytest

from services.contracts.agreements.rules import State, is_expected, may_have_ended_by, state_of

LAST_DAY = date(2026, 10, 31)
SOME_TIME = datetime(2026, 1, 1, tzinfo=UTC)


def test_a_draft_stays_one_however_late() -> None:
    assert state_of(None, LAST_DAY, "Europe/Paris", datetime(2030, 1, 1, tzinfo=UTC)) is State.DRAFT


@pytest.mark.parametrize(
    ("zone", "last_instant", "first_after"),
    [
        ("Europe/Paris", datetime(2026, 10, 31, 22, 59, 59, tzinfo=UTC), datetime(2026, 10, 31, 23, tzinfo=UTC)),
        ("Pacific/Kiritimati", datetime(2026, 10, 31, 9, 59, 59, tzinfo=UTC), datetime(2026, 10, 31, 10, tzinfo=UTC)),
        ("America/Los_Angeles", datetime(2026, 11, 1, 6, 59, 59, tzinfo=UTC), datetime(2026, 11, 1, 7, tzinfo=UTC)),
    ],
)
def test_the_last_day_lasts_until_midnight_in_its_zone(
    zone: str, last_instant: datetime, first_after: datetime
) -> None:
    assert state_of(SOME_TIME, LAST_DAY, zone, last_instant) is State.ACTIVE
    assert state_of(SOME_TIME, LAST_DAY, zone, first_after) is State.ENDED
    assert may_have_ended_by(first_after) > LAST_DAY


def test_without_a_last_day_it_goes_on() -> None:
    assert state_of(SOME_TIME, None, "UTC", datetime(2199, 1, 1, tzinfo=UTC)) is State.ACTIVE


@pytest.mark.parametrize(
    ("if_match", "expected"),
    [
        (None, True),
        ("*", True),
        ('"3"', True),
        ('"2", "3"', True),
        ('"2"', False),
        ("3", False),
        ('W/"3"', False),
        ("", False),
    ],
)
def test_if_match_names_revisions(if_match: str | None, expected: bool) -> None:
    assert is_expected(if_match, 3) is expected
