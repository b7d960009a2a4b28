"""Deadlines of article 12.3, and the life of a request."""

from datetime import date

import pytest

from services.feedback.rights.rules import NotNow, State, Step, after, due_on, holds


@pytest.mark.parametrize(
    ("received", "due", "extended"),
    [
        ("2026-11-03", "2026-12-03", "2027-02-03"),
        ("2026-01-31", "2026-02-28", "2026-04-30"),
        ("2024-01-31", "2024-02-29", "2024-04-30"),
        ("2026-12-31", "2027-01-31", "2027-03-31"),
        ("2026-11-30", "2026-12-30", "2027-02-28"),
    ],
)
def test_a_month_ends_on_the_same_number_or_on_the_last_day(received: str, due: str, extended: str) -> None:
    assert due_on(date.fromisoformat(received)) == date.fromisoformat(due)
    assert due_on(date.fromisoformat(received), 3) == date.fromisoformat(extended)


@pytest.mark.parametrize(
    ("step", "state", "wanted"),
    [
        ("start", "received", "in_progress"),
        ("extend", "received", "received"),
        ("extend", "in_progress", "in_progress"),
        ("answer", "received", "answered"),
        ("refuse", "in_progress", "refused"),
    ],
)
def test_steps(step: Step, state: State, wanted: State) -> None:
    assert after(step, "access", state, None, extended=False, late=False) == wanted


def test_what_is_not_possible() -> None:
    for state in ("answered", "refused"):
        for step in ("start", "extend", "erase", "answer", "refuse"):
            with pytest.raises(NotNow):
                after(step, "erasure", state, "done", extended=False, late=False)
    for step, kind, erasure, extended, late in (
        ("extend", "access", None, True, False),
        ("extend", "access", None, False, True),
        ("erase", "access", None, False, False),
        ("erase", "erasure", "waiting", False, False),
        ("answer", "erasure", None, False, False),
        ("answer", "erasure", "words", False, False),
        ("refuse", "erasure", "ordered", False, False),
    ):
        with pytest.raises(NotNow):
            after(step, kind, "in_progress", erasure, extended=extended, late=late)  # type: ignore[arg-type]


def test_words_hold_an_address_in_any_letters() -> None:
    assert holds("Écrire à Camille@Exemple.FR svp", ["camille@exemple.fr"])
    assert not holds("Rien ici", ["camille@exemple.fr"])
    assert not holds("Rien ici", [])
