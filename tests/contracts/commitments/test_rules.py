"""Which version rules when, and how many contractual commitments hold at once."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.contracts.commitments.rules import (
    CAP,
    in_force_at,
    is_orphan,
    last_said,
    passes_cap,
    ruling,
    value_faults,
    variant_fault,
)
from services.contracts.indicators.rules import INDICATORS, Indicator, Variant

START = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class _Version:
    indicator: str
    day: int = 0
    class_: str = "contractual"
    ends: bool = False
    variant: str | None = None

    @property
    def valid_from(self) -> datetime:
        """A day of January."""
        return START + timedelta(days=self.day)


def _day(number: int) -> datetime:
    return START + timedelta(days=number)


VERSIONS = st.lists(
    st.builds(
        _Version,
        st.sampled_from("abcdefghij"),
        st.integers(0, 4),
        st.sampled_from(["contractual", "contractual", "contractual", "observed"]),
        st.sampled_from([False, False, False, True]),
    ),
    max_size=25,
)


def _holding(versions: list[_Version], day: int) -> dict[str, _Version]:
    """By the definition, one indicator after the other, without any of the code under test."""
    held = {}
    for indicator in "abcdefghij":
        said = [
            (version.day, place)
            for place, version in enumerate(versions)
            if version.indicator == indicator and version.day <= day
        ]
        if said and not versions[max(said)[1]].ends:
            held[indicator] = versions[max(said)[1]]
    return held


@given(VERSIONS, st.integers(-1, 5))
def test_the_last_recorded_of_the_latest_instant_holds(versions: list[_Version], day: int) -> None:
    held = in_force_at(versions, _day(day))
    assert {version.indicator: version for version in held} == _holding(versions, day)
    assert len(held) == len({version.indicator for version in held})


@given(VERSIONS, st.integers(-1, 5))
def test_what_does_not_rule_can_be_left_out(versions: list[_Version], day: int) -> None:
    kept = ruling(versions)
    assert in_force_at(kept, _day(day)) == in_force_at(versions, _day(day))
    assert ruling(kept) == kept


@given(VERSIONS, st.builds(_Version, st.sampled_from("abcdefghij"), st.integers(0, 4)))
def test_a_reason_is_needed_where_one_too_many_is_added(versions: list[_Version], added: _Version) -> None:
    def binding(together: list[_Version], day: int) -> int:
        return sum(version.class_ == "contractual" for version in _holding(together, day).values())

    days = range(6)
    wanted = any(binding(versions, day) < binding([*versions, added], day) > CAP for day in days)
    assert passes_cap(versions, added) is wanted


def test_the_eighth_is_one_too_many() -> None:
    seven = [_Version(indicator) for indicator in "abcdefg"]
    assert not any(passes_cap(seven[:place], version) for place, version in enumerate(seven))
    assert passes_cap(seven, _Version("h"))
    # Neither an eighth that is only observed, nor a new target for one of the seven, nor one after an end.
    assert not passes_cap(seven, _Version("h", class_="observed"))
    assert not passes_cap(seven, _Version("a", day=3))
    ended = [*seven, _Version("a", day=2, ends=True)]
    assert not passes_cap(ended, _Version("h", day=2))
    assert passes_cap(ended, _Version("h", day=1))
    # Nor a new target for the eighth, whose reason was given.
    assert not passes_cap([*seven, _Version("h")], _Version("h", day=1))


def test_variants_are_commitments_of_their_own() -> None:
    median, p90 = _Version("ttr", variant="median"), _Version("ttr", variant="p90", day=1)
    assert in_force_at([median, p90], _day(2)) == [median, p90]
    assert last_said([median, p90], ("ttr", "p90"), _day(0)) is None
    assert last_said([median, p90], ("ttr", "p90"), _day(1)) is p90
    assert last_said([median, p90], ("ttr", ""), _day(1)) is None


@pytest.mark.parametrize("indicator", Indicator)
def test_durations_have_variants_and_nothing_else_has(indicator: Indicator) -> None:
    timed = INDICATORS[indicator].unit == "s"
    assert (variant_fault(indicator, None) is not None) is timed
    for variant in Variant:
        assert (variant_fault(indicator, variant) is None) is timed


def test_every_value_that_does_not_fit_is_named() -> None:
    wrong = value_faults(Indicator.NPS, "ratio", "lower", Decimal(101), Decimal(201))
    assert [fault.field for fault in wrong] == ["unit", "direction", "target", "tolerance"]
    assert list(value_faults(Indicator.NPS, "points", "higher", Decimal(-100), Decimal(200))) == []


@pytest.mark.parametrize(
    ("class_", "objective", "ends", "orphan"),
    [
        ("contractual", None, False, True),
        ("contractual", "x", False, False),
        ("contractual", None, True, False),
        ("observed", None, False, False),
    ],
)
def test_an_orphan_binds_without_an_objective(class_: str, objective: str | None, ends: bool, orphan: bool) -> None:
    assert is_orphan(class_, objective, ends) is orphan
