"""Pure rules of threads: whose turn it is, and delays that what is not answered yet moves."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from services.feedback.authors import Side
from services.feedback.threads.rules import (
    Delay,
    NotNow,
    Question,
    Said,
    Standing,
    after,
    begun,
    days_late,
    median,
    p90,
    questions,
)

DO: Side = "donneur_ordre"
ST: Side = "sous_traitant"
PARIS = ZoneInfo("Europe/Paris")
START = datetime(2026, 11, 2, 9, tzinfo=UTC)
SOON = date(2026, 11, 5)


def _said(side: Side, hours: float, *, asks: bool = False, answer_by: date | None = None, closes: bool = False) -> Said:
    return Said(side, START + timedelta(hours=hours), asks, answer_by, closes)


def _after(standing: Standing, side: Side, **said: bool) -> Standing:
    wanted = {"asks": False, "closes": False} | said
    return after(standing, side, answer_by=SOON if wanted["asks"] else None, **wanted)


def test_whose_answer_is_waited_for() -> None:
    asked = begun(DO, asks=True, answer_by=SOON)
    assert asked == Standing("open", ST, SOON)
    assert _after(asked, DO) == asked
    assert _after(asked, ST) == Standing("answered")
    assert _after(asked, ST, asks=True) == Standing("open", DO, SOON)
    assert _after(Standing("answered"), DO) == Standing("answered")
    assert _after(Standing("answered"), DO, asks=True) == Standing("open", ST, SOON)
    # Praise asks for nothing: it is open until the other side has said something.
    praise = begun(DO, asks=False, answer_by=None)
    assert (praise, _after(praise, ST)) == (Standing("open"), Standing("answered"))


def test_who_has_asked_does_not_start_a_second_clock() -> None:
    with pytest.raises(NotNow):
        _after(begun(DO, asks=True, answer_by=None), DO, asks=True)


def test_either_closes_and_nothing_follows() -> None:
    for opener, closer in product((DO, ST), repeat=2):
        closed = _after(begun(opener, asks=True, answer_by=None), closer, closes=True)
        assert closed == Standing("closed")
        for side in (DO, ST):
            with pytest.raises(NotNow):
                _after(closed, side)


def test_late_is_a_date_passed_while_somebody_waits() -> None:
    asked = begun(DO, asks=True, answer_by=SOON)
    assert [days_late(asked, SOON + timedelta(days=days)) for days in (-1, 0, 1, 4)] == [0, 0, 1, 4]
    assert days_late(replace(asked, answer_by=None), SOON + timedelta(days=9)) == 0
    assert days_late(Standing("answered"), SOON + timedelta(days=9)) == 0


def test_the_first_message_of_the_other_side_answers() -> None:
    thread = [
        _said(DO, 0, asks=True), _said(DO, 1), _said(ST, 5, asks=True), _said(ST, 6), _said(DO, 30), _said(ST, 40),
    ]  # fmt: skip
    found = list(questions(thread, START + timedelta(days=9), PARIS))
    assert [(one.side, one.seconds, one.outcome) for one in found] == [
        (ST, 5 * 3600, "answered"),
        (DO, 25 * 3600, "answered"),
    ]


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ([], ("waiting", 240)),
        ([_said(ST, 3, closes=True)], ("answered", 3)),
        ([_said(DO, 3, closes=True)], ("withdrawn", 3)),
        ([_said(DO, 1), _said(DO, 3, closes=True)], ("withdrawn", 3)),
    ],
)
def test_what_becomes_of_a_question(rest: list[Said], expected: tuple[str, int]) -> None:
    (found,) = questions([_said(DO, 0, asks=True), *rest], START + timedelta(hours=240), PARIS)
    assert (found.outcome, found.seconds) == (expected[0], expected[1] * 3600)


def test_late_is_told_by_the_day_where_the_contract_is() -> None:
    # Half past eleven at night in Paris is in time; an hour later it is the next day there, and not yet in UTC.
    for hours, late in ((61.5, False), (62.5, True)):
        thread = [_said(DO, 0, asks=True, answer_by=date(2026, 11, 4)), _said(ST, hours)]
        (found,) = questions(thread, START + timedelta(days=30), PARIS)
        assert found.late is late, hours
    waiting = [_said(DO, 0, asks=True, answer_by=date(2026, 11, 4))]
    assert next(iter(questions(waiting, START + timedelta(days=5), PARIS))).late
    back = [*waiting, _said(DO, 99, closes=True)]
    assert not next(iter(questions(back, START + timedelta(days=5), PARIS))).late


def _asked(*hours: float, waiting: tuple[float, ...] = ()) -> list[Question]:
    answered = [Question(ST, START, int(one * 3600), "answered", False) for one in hours]
    return answered + [Question(ST, START, int(one * 3600), "waiting", False) for one in waiting]


@pytest.mark.parametrize(
    ("found", "middle", "high"),
    [
        (_asked(1, 2, 3), Delay(7200, False), Delay(10800, False)),
        (_asked(*range(1, 11)), Delay(5 * 3600, False), Delay(9 * 3600, False)),
        # Waits longer than the median: it can only be among the long ones, so the median stands.
        (_asked(1, 2, waiting=(9,)), Delay(7200, False), Delay(9 * 3600, True)),
        # Waits for less: it may yet be longer than the others.
        (_asked(4, 8, waiting=(1,)), Delay(4 * 3600, True), Delay(8 * 3600, True)),
        (_asked(waiting=(5,)), Delay(5 * 3600, True), Delay(5 * 3600, True)),
    ],
)
def test_delays_count_what_is_not_answered_so_far(found: list[Question], middle: Delay, high: Delay) -> None:
    assert (median(found), p90(found)) == (middle, high)


def test_nothing_asked_or_taken_back_has_no_delay() -> None:
    assert median([]) is None
    assert p90([Question(ST, START, 60, "withdrawn", False)]) is None


def test_a_delay_told_as_sure_cannot_move() -> None:
    """given any answers and waits / then however long they become, what is sure stays and a bound is below."""
    for answered, waiting in product([(), (1,), (2, 5), (1, 3, 3, 8)], [(), (2,), (4,), (1, 9)]):
        found = _asked(*answered, waiting=waiting)
        for more in product((0, 1, 100), repeat=len(waiting)):
            later = _asked(*answered, *(base + grown for base, grown in zip(waiting, more, strict=True)))
            for rank in (median, p90):
                told, true = rank(found), rank(later)
                if told is None or true is None:
                    assert not answered
                    assert not waiting
                elif told.at_least:
                    assert told.seconds <= true.seconds
                else:
                    assert told.seconds == true.seconds
