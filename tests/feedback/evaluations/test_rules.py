"""Pure rules of the mutual evaluation."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from services.feedback.authors import Side
from services.feedback.evaluations.rules import is_sealed, may_give, missing, state_of, window_of

DO: Side = "donneur_ordre"
ST: Side = "sous_traitant"
PARIS = ZoneInfo("Europe/Paris")
WINDOW = window_of("2026-Q3", PARIS)
BEFORE, WITHIN, AFTER = (
    datetime(2026, 8, 31, 21, 59, tzinfo=UTC),
    datetime(2026, 10, 1, tzinfo=UTC),
    datetime(2026, 12, 31, 23, tzinfo=UTC),
)


def test_a_quarter_is_open_from_its_last_month_until_the_next_one_ends() -> None:
    assert WINDOW.opens_at.isoformat() == "2026-09-01T00:00:00+02:00"
    assert WINDOW.closes_at.isoformat() == "2027-01-01T00:00:00+01:00"
    assert window_of("2026-Q4", PARIS).closes_at.isoformat() == "2027-04-01T00:00:00+02:00"
    assert [WINDOW.is_open(at) for at in (BEFORE, WITHIN, AFTER)] == [False, True, False]


@pytest.mark.parametrize("wrong", ["2026-Q5", "2026-09", "2026", "1999-Q1", "２０２６-Q1", "2026-Q1 "])
def test_what_is_no_quarter(wrong: str) -> None:
    with pytest.raises(ValueError, match="YYYY-Qn"):
        window_of(wrong, PARIS)


def test_a_side_may_give_and_correct_until_the_other_has_given() -> None:
    assert [may_give(WINDOW, given, WITHIN) for given in ([], [DO], [DO, ST])] == [True, True, False]
    assert [may_give(WINDOW, [], at) for at in (BEFORE, AFTER)] == [False, False]
    assert [state_of(WINDOW, [DO], at) for at in (BEFORE, WITHIN, AFTER)] == ["to_come", "open", "over"]
    assert state_of(WINDOW, [ST, DO], WITHIN) == "complete"


def test_scores_are_sealed_until_nobody_can_copy_them() -> None:
    assert is_sealed(ST, DO, WINDOW, [DO], WITHIN)
    assert not is_sealed(DO, DO, WINDOW, [DO], WITHIN)
    assert not is_sealed(ST, DO, WINDOW, [DO, ST], WITHIN)
    assert not is_sealed(ST, DO, WINDOW, [DO], AFTER)


def test_every_criterion_is_scored_and_no_other() -> None:
    assert missing(["a", "b"], ["b", "a"]) == ([], [])
    assert missing(["a", "z"], ["b", "a"]) == (["b"], ["z"])
