"""Hours that do not overlap, and the digest of a text."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.contracts.terms.rules import digest_of, minutes, overlap, version_text

TIMES = st.integers(0, 95).map(lambda quarter: f"{quarter // 4:02}:{quarter % 4 * 15:02}")


@pytest.mark.parametrize(
    ("intervals", "overlapping"),
    [
        ([("09:00", "12:00"), ("12:00", "18:00")], False),
        ([("09:00", "12:01"), ("12:00", "18:00")], True),
        ([("14:00", "18:00"), ("09:00", "15:00")], True),
        ([("20:00", "06:00"), ("06:00", "20:00")], False),
        ([("20:00", "06:00"), ("05:59", "07:00")], True),
        ([("20:00", "06:00"), ("23:00", "24:00")], True),
        ([("00:00", "24:00")], False),
        ([("08:00", "08:00")], False),
        ([("08:00", "08:00"), ("03:00", "04:00")], True),
        ([("20:00", "00:00"), ("00:00", "08:00")], False),
    ],
)
def test_hours_of_one_date_are_apart(intervals: list[tuple[str, str]], overlapping: bool) -> None:
    assert overlap(intervals) is overlapping


@given(st.lists(st.tuples(TIMES, TIMES), max_size=5))
def test_overlap_is_a_minute_that_is_open_twice(intervals: list[tuple[str, str]]) -> None:
    opened = [0] * 1_440
    for start, end in intervals:
        first, last = minutes(start), minutes(end)
        for minute in range(first, last if first < last else last + 1_440):
            opened[minute % 1_440] += 1
    assert overlap(intervals) is any(times > 1 for times in opened)


def test_the_digest_is_that_of_canonical_json() -> None:
    # Written out, so that a party can recompute it with other means: printf '{"a":[1,null],"b":"é"}' | sha256sum
    assert digest_of({"b": "é", "a": [1, None]}) == "e03c3c1ebb5fccd76e3bd35b9a86169f35e6f1b069645d48ac278175f54c4208"


def test_a_version_is_accepted_with_its_contract_and_its_instant() -> None:
    contract = UUID("0197f3a2-6b1c-7c55-9d0e-4a1f6b2c3d99")
    text = version_text(contract, datetime(2026, 1, 1, tzinfo=UTC), {"schedules": {}})
    assert text == {"contract_id": str(contract), "valid_from": "2026-01-01T00:00:00Z", "schedules": {}}
