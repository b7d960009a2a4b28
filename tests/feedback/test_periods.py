"""Months, quarters and years."""

from zoneinfo import ZoneInfo

import pytest

from services.feedback.periods import beginning, following, months_of


def test_months_of_a_period() -> None:
    assert months_of("2026-11") == ["2026-11"]
    assert months_of("2026-Q4") == ["2026-10", "2026-11", "2026-12"]
    assert months_of("2026") == [f"2026-{month:02}" for month in range(1, 13)]


@pytest.mark.parametrize("wrong", ["", "2026-13", "2026-Q5", "2026-1", "26-01", "1999", "２０２６", "2026-11-01"])
def test_what_is_no_period(wrong: str) -> None:
    with pytest.raises(ValueError, match="must be"):
        months_of(wrong)


def test_a_month_begins_where_the_contract_is() -> None:
    assert beginning("2026-11", ZoneInfo("Europe/Paris")).isoformat() == "2026-11-01T00:00:00+01:00"
    assert (following("2026-11"), following("2026-12")) == ("2026-12", "2027-01")
