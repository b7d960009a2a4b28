"""What a ticket counts for, on which local day."""

from datetime import date

from services.kpi.folding.rules import Contribution, apply, changes, contributions, delta
from services.kpi.terms.rules import Terms
from services.kpi.tickets.rules.events import (
    Created,
    Excluded,
    NeutralEvent,
    Rated,
    Recommended,
    Restored,
    StatusChanged,
)
from services.kpi.tickets.rules.facts import ticket_facts
from tests.factories.tickets import AGENT_SAYS, HOUR, MONDAY, TERMS, story

Share = tuple[str, int, int, int, int]
"""(ISO day, denominator, numerator, total_s, pending)."""

CREATED, SOLVED, OPEN = Created(), StatusChanged("solved"), StatusChanged("open")


def of(*steps: tuple[float, NeutralEvent], as_of: float = 1_000, zone: str = "Europe/Paris") -> dict[str, Share]:
    """By indicator; the stock, which has a share per day, is looked at by `stock`."""
    found = [share for share in shares_of(*steps, as_of=as_of, zone=zone) if share.indicator != "backlog"]
    assert len({share.indicator for share in found}) == len(found)
    return {share.indicator: (share.day.isoformat(), *share.sums) for share in found}


def shares_of(
    *steps: tuple[float, NeutralEvent], as_of: float = 1_000, zone: str = "Europe/Paris"
) -> tuple[Contribution, ...]:
    return contributions(ticket_facts(story(*steps), TERMS, MONDAY + round(as_of * HOUR)), zone)


def stock(*steps: tuple[float, NeutralEvent], as_of: float = 1_000) -> dict[str, int]:
    """Steps into and out of the stock by day."""
    found = [share for share in shares_of(*steps, as_of=as_of) if share.indicator == "backlog"]
    assert all((share.denominator, share.total_s, share.pending) == (0, 0, 0) for share in found)
    return {share.day.isoformat(): share.numerator for share in found}


def test_a_simple_ticket() -> None:
    steps: list[tuple[float, NeutralEvent]] = [
        (0, CREATED),
        (0.5, AGENT_SAYS),
        (26, SOLVED),
        (50, Rated(5, 5)),
        (74, Recommended(6)),
    ]
    assert of(*steps, as_of=80) == {
        "data_completeness": ("2026-10-05", 1, 1, 0, 0),
        "frt": ("2026-10-05", 1, 1, 1_800, 0),
        "frt_business": ("2026-10-05", 1, 1, 1_800, 0),
        "sla_first_response": ("2026-10-05", 1, 1, 0, 0),
        "ttr": ("2026-10-06", 1, 1, 93_600, 0),
        "ttr_contractual": ("2026-10-06", 1, 1, 93_600, 0),
        "sla_resolution": ("2026-10-06", 1, 0, 0, 0),
        "fcr_ticket": ("2026-10-06", 1, 1, 0, 1),
        "one_touch": ("2026-10-06", 1, 1, 0, 0),
        "reopen_rate": ("2026-10-06", 1, 0, 0, 1),
        "csat": ("2026-10-07", 1, 1, 0, 0),
        "nps": ("2026-10-08", 1, -1, 1, 0),
    }
    assert of(*steps)["fcr_ticket"] == ("2026-10-06", 1, 1, 0, 0)


def test_days_are_local_to_the_contract() -> None:
    assert of((14, CREATED), as_of=14)["data_completeness"][0] == "2026-10-06"
    assert of((14, CREATED), as_of=14, zone="America/New_York")["data_completeness"][0] == "2026-10-05"


def test_an_orphan_counts_only_against_completeness() -> None:
    assert of((0, AGENT_SAYS), (26, SOLVED)) == {"data_completeness": ("2026-10-05", 1, 0, 0, 0)}
    assert stock((0, AGENT_SAYS), (26, SOLVED)) == {}
    assert contributions(None, "Europe/Paris") == ()


def test_excluded_tickets_stay_heard_of() -> None:
    steps: list[tuple[float, NeutralEvent]] = [
        (0, CREATED),
        (1, AGENT_SAYS),
        (2, SOLVED),
        (3, Rated(1, 1)),
        (30, Excluded("merged")),
    ]
    assert of(*steps) == {"data_completeness": ("2026-10-05", 1, 1, 0, 0)}


def test_a_reopen_within_the_window() -> None:
    found = of((0, CREATED), (2, SOLVED), (26, OPEN), (27, SOLVED), as_of=40)
    assert found["reopen_rate"] == ("2026-10-05", 1, 1, 0, 1)
    assert found["fcr_ticket"] == ("2026-10-05", 1, 0, 0, 1)
    assert found["ttr"] == found["ttr_contractual"] == ("2026-10-06", 1, 1, 97_200, 0)


def test_a_reopen_beyond_the_window_leaves_the_contractual_value() -> None:
    found = of((0, CREATED), (2, SOLVED), (171, OPEN), as_of=400)
    assert "ttr" not in found
    assert found["ttr_contractual"] == ("2026-10-05", 1, 1, 7_200, 0)
    assert found["sla_resolution"] == ("2026-10-05", 1, 1, 0, 0)


def test_an_unanswered_ticket_is_judged_once_overdue_on_the_day_it_was_due() -> None:
    second = 1 / 3_600
    assert "sla_first_response" not in of((7.5, CREATED), as_of=23.5)
    assert of((7.5, CREATED), as_of=23.5 + second)["sla_first_response"] == ("2026-10-06", 1, 0, 0, 0)
    assert "frt" not in of((7.5, CREATED))
    # Answered in time on Monday, it is judged on Tuesday, when it was due.
    assert of((7.5, CREATED), (7.8, AGENT_SAYS), as_of=7.9)["sla_first_response"] == ("2026-10-06", 1, 1, 0, 0)


def test_an_open_ticket_is_judged_once_overdue_on_the_day_it_was_due() -> None:
    second = 1 / 3_600
    assert "sla_resolution" not in of((7.5, CREATED), as_of=30.5)
    assert of((7.5, CREATED), as_of=30.5 + second)["sla_resolution"] == ("2026-10-06", 1, 0, 0, 0)
    overdue = of((6, CREATED), as_of=100)["sla_resolution"]
    assert overdue == ("2026-10-06", 1, 0, 0, 0)
    assert of((6, CREATED), (200, SOLVED), as_of=201)["sla_resolution"] == ("2026-10-13", 1, 0, 0, 0)


def test_a_wednesday_off_moves_what_is_due() -> None:
    # Created Tuesday 13 October at 16:00: 2 h that day, the 14th is off, the other 6 h on the 15th.
    assert of((198, CREATED), as_of=500)["sla_resolution"][0] == "2026-10-15"


def test_recommendation_sides() -> None:
    sides = {score: of((0, CREATED), (1, Recommended(score)))["nps"][2] for score in range(11)}
    assert sides == {**dict.fromkeys(range(7), -1), 7: 0, 8: 0, 9: 1, 10: 1}


def test_without_promises_nothing_is_judged() -> None:
    found = contributions(ticket_facts(story((0, CREATED), (1, AGENT_SAYS)), Terms(), MONDAY + HOUR), "Europe/Paris")
    assert {share.indicator for share in found} == {"data_completeness", "frt", "backlog"}


def test_differences_are_signed_and_leave_no_trace() -> None:
    day = date(2026, 10, 5)
    old = (Contribution("frt", day, 1, 1, 100), Contribution("csat", day, 1, 1))
    new = (Contribution("frt", day, 1, 1, 60), Contribution("csat", day, 1, 1), Contribution("nps", day, 1, -1))
    assert delta(old, new) == {("frt", day): (0, 0, -40, 0), ("nps", day): (1, -1, 0, 0)}
    rollup = {("frt", day): (2, 2, 150, 0)}
    apply(rollup, delta(old, new))
    assert rollup == {("frt", day): (2, 2, 110, 0), ("nps", day): (1, -1, 0, 0)}
    apply(rollup, delta(new, old))
    assert rollup == {("frt", day): (2, 2, 150, 0)}
    assert delta(old, old) == {}
    assert changes(old, new) == ([], [new[0], new[2]])
    assert changes(new, old) == ([new[2]], [old[0]])


def test_the_stock_follows_solves_reopens_and_exclusions() -> None:
    assert stock((0, CREATED)) == {"2026-10-05": 1}
    assert stock((0, CREATED), (1, SOLVED)) == {}
    assert stock((0, CREATED), (26, SOLVED), (50, OPEN)) == {"2026-10-05": 1, "2026-10-06": -1, "2026-10-07": 1}
    assert stock((0, CREATED), (26, SOLVED), (27, OPEN), (28, SOLVED)) == {"2026-10-05": 1, "2026-10-06": -1}
    assert stock((0, Created("solved")), (26, OPEN)) == {"2026-10-06": 1}
    # Excluded, it leaves from then on only; a solve that nobody saw any more changes nothing until it is restored.
    assert stock((0, CREATED), (26, Excluded("spam"))) == {"2026-10-05": 1, "2026-10-06": -1}
    assert stock((0, CREATED), (26, Excluded("spam")), (50, SOLVED)) == {"2026-10-05": 1, "2026-10-06": -1}
    restored = ((0, CREATED), (26, Excluded("spam")), (50, Restored()))
    assert stock(*restored) == {"2026-10-05": 1, "2026-10-06": -1, "2026-10-07": 1}
    assert stock(*restored, (51, SOLVED)) == {"2026-10-05": 1, "2026-10-06": -1}


def test_solves_and_reopens_of_one_instant_stay_in_turn() -> None:
    assert stock((0, CREATED), (26, SOLVED), (26, OPEN), (26, SOLVED)) == {"2026-10-05": 1, "2026-10-06": -1}
    assert stock((0, CREATED), (26, SOLVED), (26, OPEN)) == {"2026-10-05": 1}
