"""A day by half-hour, the nights on which clocks change, and what the rest of a day must bring."""

from collections.abc import Sequence
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from services.kpi.tickets.rules.events import Created, Excluded, MessageAdded, NeutralEvent, StatusChanged
from services.kpi.tickets.rules.facts import ticket_facts
from services.kpi.today.rules import Board, Outlook, Ticket, board, day_of, outlook, still_to_come, usual
from tests.factories.tickets import AGENT_SAYS, TERMS, timed
from tests.factories.webhooks import at

PARIS = ZoneInfo("Europe/Paris")
MINUTE = 60_000_000


def _board(now: str, **stories: Sequence[tuple[str, NeutralEvent]]) -> Board:
    """The board of a day of October 2026 in Paris; instants as `hh:mm` of the day of `now`, or with a date."""
    now_us = at(now)
    tickets = []
    for ticket, steps in stories.items():
        events = [
            timed(at(when if "T" in when else f"{now[:10]}T{when}:00{now[19:]}"), event, arrival=number)
            for number, (when, event) in enumerate(steps)
        ]
        facts = ticket_facts(events, TERMS, now_us, by_schedule=False)
        if facts is not None:
            tickets.append(Ticket("s", ticket, facts))
    return board(tickets, day_of(now_us, PARIS))


def _told(board: Board, name: str) -> dict[int, int]:
    """Half-hours of the day in which anything of a kind is."""
    return {place: count for place, one in enumerate(board.half_hours) if (count := getattr(one, name))}


def test_a_story_of_a_day() -> None:
    """given a Monday at noon / then each thing stands in its half-hour, and what is open breaks when it will."""
    day = _board(
        "2026-10-05T12:10:00+02:00",
        # Answered and solved, then reopened and solved again within a half-hour.
        a=[("08:59", Created()), ("09:29", AGENT_SAYS), ("09:30", StatusChanged("solved")),
           ("10:05", StatusChanged("open")), ("10:20", StatusChanged("solved"))],
        # Waits for its first response since 11:30: due at 12:30 in working hours.
        b=[("11:30", Created(priority="high"))],
        # Too late already, and on hold.
        c=[("09:00", Created()), ("09:10", StatusChanged("hold"))],
        # Of Friday, answered today; its 8 working hours are used up at 16:00 today.
        d=[("2026-10-02T17:00:00+02:00", Created()), ("09:00", AGENT_SAYS)],
        # Waits for its customer: nothing breaks meanwhile.
        e=[("10:00", Created()), ("10:01", AGENT_SAYS), ("10:02", StatusChanged("pending"))],
        # None of the day.
        f=[("10:00", Created()), ("10:30", Excluded("spam"))],
        g=[("10:00", AGENT_SAYS)],
        h=[("13:00", Created())],
    )  # fmt: skip
    assert len(day.half_hours) == 48
    assert _told(day, "created") == {17: 1, 18: 1, 20: 1, 23: 1}
    assert _told(day, "first_responses") == {18: 2, 20: 1}
    assert _told(day, "solved") == {19: 1, 20: 1}
    assert _told(day, "reopened") == {20: 1}
    assert day.open == {"new": 2, "open": 0, "pending": 1, "hold": 1}
    assert day.overdue == {"first_response": 1, "resolution": 0}
    assert [(one.ticket_id, one.promise, one.priority) for one in day.due] == [
        ("b", "first_response", "high"), ("d", "resolution", None), ("c", "resolution", None)
    ]  # fmt: skip
    assert [one.at_us - at("2026-10-05T12:30:01+02:00") for one in day.due][:2] == [0, 210 * MINUTE]
    assert _told(day, "due_first_response") == {25: 1}
    assert sum(_told(day, "due_resolution").values()) == 2


@pytest.mark.parametrize(
    ("now", "half_hours", "place"),
    [
        ("2026-10-25T12:00:00+01:00", 50, 26),  # one hour more by noon
        ("2026-03-29T12:00:00+02:00", 46, 22),  # one hour less
        ("2026-10-24T12:00:00+02:00", 48, 24),
    ],
)
def test_days_on_which_clocks_change(now: str, half_hours: int, place: int) -> None:
    day = day_of(at(now), PARIS)
    assert len(day.starts) == half_hours
    assert day.place(at(now)) == place
    assert day.place(day.from_us - 1) is None
    assert day.place(day.from_us) == 0
    assert day.place(day.until_us - 1) == half_hours - 1
    assert day.place(day.until_us) is None


def test_the_hour_that_comes_twice_is_counted_twice() -> None:
    """given the same wall time before and after clocks went back / then they stand in two half-hours."""
    day = _board(
        "2026-10-25T12:00:00+01:00",
        first=[("2026-10-25T02:10:00+02:00", Created())],
        second=[("2026-10-25T02:10:00+01:00", Created())],
    )
    assert _told(day, "created") == {4: 1, 6: 1}


def test_nothing_of_the_day_is_lost_or_counted_twice() -> None:
    """given tickets at every boundary / then the half-hours add up to the day."""
    instants = ["00:00", "00:29", "00:30", "11:59", "23:30"]
    told = _board("2026-10-06T23:59:59+02:00", **{f"t{n}": [(one, Created())] for n, one in enumerate(instants)})
    assert _told(told, "created") == {0: 2, 1: 1, 23: 1, 47: 1}
    assert sum(told.open.values()) == 5


def test_an_agent_created_ticket_has_no_first_response() -> None:
    told = _board(
        "2026-10-06T12:00:00+02:00",
        t=[("09:00", Created(created_by_agent=True)), ("09:05", MessageAdded("agent", public=True))],
    )
    assert _told(told, "first_responses") == {}
    assert told.overdue == {"first_response": 0, "resolution": 0}


@pytest.mark.parametrize(
    ("counts", "expected"),
    [((), None), ((4,), None), ((4, 5), 4), ((4, 7), 6), ((0, 10, 10, 11), 10), ((1, 2, 3, 4, 5, 6, 7, 100), 4),
     ((0, 0, 20, 20, 21, 22, 22, 90), 21)],
)  # fmt: skip
def test_what_a_weekday_usually_brings(counts: tuple[int, ...], expected: int | None) -> None:
    assert usual(counts) == expected


@pytest.mark.parametrize(
    ("kept", "judged", "target", "remaining", "expected"),
    [
        # 90 of 100 so far, target 92 %, 50 to come: (0.92 * 150 - 90) / 50 = 0.96; 12 may be missed, 10 were.
        (90, 100, "0.92", 50, Outlook(50, Decimal("0.9600"), 2)),
        (90, 100, "0.92", 10, Outlook(10, Decimal("1.1200"), -2)),
        (100, 100, "0.9", 10, Outlook(10, Decimal("-0.1000"), 11)),
        (0, 0, "0.9", 30, Outlook(30, Decimal("0.9000"), 3)),
        (1, 2, "0.7", 1, Outlook(1, Decimal("1.1000"), -1)),
        (2, 3, "0.7", 4, Outlook(4, Decimal("0.7250"), 1)),
        (9, 10, "0.9", 0, Outlook(0, None, 0)),
        (0, 0, "1", 3, Outlook(3, Decimal("1.0000"), 0)),
        # Rounded up: what is shown is enough.
        (0, 0, "0.9", 7, Outlook(7, Decimal("0.9000"), 0)),
        (1, 2, "0.8", 7, Outlook(7, Decimal("0.8858"), 0)),
    ],
)
def test_what_the_rest_of_the_day_must_bring(
    kept: int, judged: int, target: str, remaining: int, expected: Outlook
) -> None:
    assert outlook(kept, judged, Decimal(target), remaining) == expected


@pytest.mark.parametrize(("kept", "judged", "remaining"), [(5, 9, 40), (0, 0, 12), (30, 31, 7), (2, 9, 3)])
def test_as_many_as_may_be_missed_is_exactly_enough(kept: int, judged: int, remaining: int) -> None:
    target = Decimal("0.8750")
    told = outlook(kept, judged, target, remaining)
    if 0 <= told.may_miss <= remaining:
        total = judged + remaining
        assert kept + remaining - told.may_miss >= target * total
        assert kept + remaining - told.may_miss - 1 < target * total


def test_what_is_still_to_come() -> None:
    assert still_to_come(10, 30, 4) == 20
    assert still_to_come(40, 30, 4) == 4
    assert still_to_come(3, None, 2) == 2
    assert still_to_come(3, None, 0) == 0
