"""What settles what, and when a letter leaves: without any database."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from gateway.letters.rules import LABELS
from services.common.auth.access import ACCESS, Function
from services.contracts.notifications import rules
from services.contracts.notifications.rules import BUNDLE, NATURES, Group, Kind, Pending, Rhythm, due, rhythm_of, sort


def at(text: str) -> datetime:
    """An instant in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def pending(number: int, kind: Kind, told: str, *, personal: bool = False) -> Pending:
    """Something that waits for a letter."""
    return Pending(UUID(int=number), kind, personal, at(told))


def test_every_kind_has_a_nature_and_words_in_a_letter() -> None:
    assert set(NATURES) == set(Kind)
    assert set(LABELS) == set(Kind)
    assert {nature.group for nature in NATURES.values()} == set(Group)


@pytest.mark.parametrize("kind", list(Kind))
def test_nobody_is_told_of_what_they_could_not_open(kind: Kind) -> None:
    nature = NATURES[kind]
    assert ACCESS[nature.tells] <= ACCESS[nature.reads]
    assert Function.BI_READER not in ACCESS[nature.tells]
    assert kind in rules.kinds_open_to(ACCESS[nature.reads])
    assert kind not in rules.kinds_open_to(set(Function) - ACCESS[nature.reads])


def test_what_settles_is_of_the_same_object_and_leaves_what_is_still_late() -> None:
    assert rules.settled_by(Kind.ACTION_ANSWERED, {"outcome": "accepted"}) >= {Kind.ACTION_PROPOSED}
    assert Kind.ACTION_OVERDUE not in rules.settled_by(Kind.ACTION_ANSWERED, {"outcome": "date_kept"})
    assert Kind.ACTION_OVERDUE in rules.settled_by(Kind.ACTION_ANSWERED, {"outcome": "date_agreed"})
    assert Kind.ACTION_OVERDUE in rules.settled_by(Kind.ACTION_DONE, {})
    assert rules.settled_by(Kind.ACTION_NAMED, {}) == frozenset()
    for kind in Kind:
        assert all(NATURES[one].asks for one in rules.settled_by(kind, {"outcome": "abandoned"}))


@pytest.mark.parametrize(
    ("kind", "personal", "chosen", "expected"),
    [
        (Kind.ACTION_PROPOSED, False, {}, Rhythm.AT_ONCE),
        (Kind.ACTION_ANSWERED, False, {}, Rhythm.DAILY),
        (Kind.ACTION_ANSWERED, True, {}, Rhythm.AT_ONCE),
        (Kind.ACTION_ANSWERED, True, {"actions": "weekly"}, Rhythm.WEEKLY),
        (Kind.ACTION_PROPOSED, True, {"actions": "off"}, Rhythm.OFF),
        (Kind.THREAD_ASKS, False, {"actions": "off"}, Rhythm.AT_ONCE),
    ],
)
def test_urgency_decides_unless_something_was_chosen(
    kind: Kind, personal: bool, chosen: dict[str, str], expected: Rhythm
) -> None:
    assert rhythm_of(kind, personal, chosen) is expected


@pytest.mark.parametrize(
    ("rhythm", "told", "zone", "expected"),
    [
        (Rhythm.AT_ONCE, "2026-11-30T08:00", "Europe/Paris", "2026-11-30T08:02"),
        # 7.30 in Paris is 6.30 UTC in winter and 5.30 in summer.
        (Rhythm.DAILY, "2026-11-30T06:29:59", "Europe/Paris", "2026-11-30T06:30"),
        (Rhythm.DAILY, "2026-11-30T06:30", "Europe/Paris", "2026-12-01T06:30"),
        (Rhythm.DAILY, "2026-07-01T05:00", "Europe/Paris", "2026-07-01T05:30"),
        (Rhythm.DAILY, "2026-03-28T12:00", "Europe/Paris", "2026-03-29T05:30"),
        (Rhythm.DAILY, "2026-10-24T12:00", "Europe/Paris", "2026-10-25T06:30"),
        (Rhythm.DAILY, "2026-11-30T12:00", "America/Martinique", "2026-12-01T11:30"),
        # A Monday before and after half past seven, a Sunday late in the evening of UTC.
        (Rhythm.WEEKLY, "2026-11-30T06:00", "Europe/Paris", "2026-11-30T06:30"),
        (Rhythm.WEEKLY, "2026-11-30T06:30", "Europe/Paris", "2026-12-07T06:30"),
        (Rhythm.WEEKLY, "2026-12-06T23:30", "Europe/Paris", "2026-12-07T06:30"),
        (Rhythm.OFF, "2026-11-30T08:00", "Europe/Paris", None),
    ],
)
def test_when_a_letter_is_due(rhythm: Rhythm, told: str, zone: str, expected: str | None) -> None:
    assert due(rhythm, at(told), zone) == (None if expected is None else at(expected))


def test_what_is_told_at_once_leaves_together_and_the_rest_waits() -> None:
    old = pending(1, Kind.ACTION_PROPOSED, "2026-11-30T08:00:00")
    young = pending(2, Kind.THREAD_ASKS, "2026-11-30T08:01:50")
    calm = pending(3, Kind.ACTION_ANSWERED, "2026-11-30T08:00:00")
    silent = pending(4, Kind.SOURCE_SILENT, "2026-11-30T08:00:00")
    everything = [old, young, calm, silent]
    before = sort(everything, {"data": "off"}, "Europe/Paris", at("2026-11-30T08:01:59"))
    assert before == rules.Sorted((), at("2026-11-30T08:02"))
    now = sort(everything, {"data": "off"}, "Europe/Paris", at("2026-11-30T08:02"))
    assert now == rules.Sorted((old, young), at("2026-12-01T06:30"))
    assert sort([silent], {"data": "off"}, "Europe/Paris", at("2026-12-31T00:00")) == rules.Sorted((), None)
    assert sort([], {}, "Europe/Paris", at("2026-12-31T00:00")) == rules.Sorted((), None)


def test_the_zone_is_ones_own_else_that_of_the_contracts_where_they_agree() -> None:
    assert rules.zone_of("Indian/Reunion", ["Europe/Paris"]) == "Indian/Reunion"
    assert rules.zone_of(None, ["America/Cayenne", "America/Cayenne"]) == "America/Cayenne"
    assert rules.zone_of(None, ["America/Cayenne", "Indian/Reunion"]) == "Europe/Paris"
    assert rules.zone_of(None, []) == "Europe/Paris"


def test_a_letter_that_fails_waits_longer_each_time_and_never_less_than_handing_in_takes() -> None:
    waits = [rules.wait_after(attempts) for attempts in range(1, 40)]
    assert waits == sorted(waits)
    assert waits[0] == timedelta(minutes=1)
    assert waits[-1] == timedelta(hours=6)
    assert timedelta(minutes=3) > BUNDLE
