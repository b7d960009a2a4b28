"""The population of a figure: who counts, who does not and why, and that it all adds up."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.common.zones import zone
from services.kpi.explanations.rules import Entry, chosen, count, entry_of
from services.kpi.explanations.texts import FORMULAS
from services.kpi.figures.rules.evaluated import Evaluated, Gathered
from services.kpi.figures.rules.indicators import INDICATORS, Kind
from services.kpi.figures.rules.periods import end_us, parse_period
from services.kpi.figures.rules.values import NOTHING
from services.kpi.folding.rules import contributions
from services.kpi.terms.rules import Terms
from services.kpi.tickets.rules.events import (
    Created,
    Excluded,
    NeutralEvent,
    Rated,
    Recommended,
    StatusChanged,
    TimedEvent,
)
from services.kpi.tickets.rules.facts import ticket_facts
from tests.factories.tickets import AGENT_SAYS, DAY, HOUR, MONDAY, TERMS, story, terms_version, ticket_events

PARIS = zone("Europe/Paris")
OCTOBER = parse_period("2026-10")
CREATED, SOLVED = Created(), StatusChanged("solved")
NO_SCHEDULE = Terms([terms_version(sla={"first_response_target_seconds": 3_600})])


def ticket(*steps: tuple[float, NeutralEvent], as_of: float = 2_000, terms: Terms = TERMS) -> Evaluated:
    facts = ticket_facts(story(*steps), terms, MONDAY + round(as_of * HOUR))
    assert facts is not None
    return Evaluated("s", "t", facts, contributions(facts, PARIS.key))


def entry(code: str, seen: Evaluated, period: str = "2026-10") -> Entry | None:
    wanted = parse_period(period)
    return entry_of(seen, INDICATORS[code], wanted, end_us(wanted, PARIS))


def reason(code: str, *steps: tuple[float, NeutralEvent], as_of: float = 2_000, terms: Terms = TERMS) -> str | None:
    found = entry(code, ticket(*steps, as_of=as_of, terms=terms))
    assert found is not None
    assert (found.counted == "in") == (found.reason is None)
    return found.reason


@pytest.mark.parametrize(
    ("code", "steps", "why"),
    [
        ("frt", [(0, CREATED)], "not_answered"),
        ("frt", [(0, Created(created_by_agent=True)), (1, AGENT_SAYS)], "agent_created"),
        ("frt_business", [(0, CREATED)], "not_answered"),
        ("sla_first_response", [(0, Created(created_by_agent=True))], "agent_created"),
        ("ttr", [(0, CREATED)], "not_solved"),
        ("ttr_contractual", [(0, CREATED)], "not_solved"),
        ("fcr_ticket", [(0, CREATED)], "not_solved"),
        ("one_touch", [(0, CREATED), (700, SOLVED)], "other_period"),
        ("csat", [(0, CREATED)], "not_rated"),
        ("nps", [(0, CREATED), (700, Recommended(9))], "other_period"),
        ("backlog", [(0, CREATED), (1, SOLVED)], "solved"),
        ("backlog", [(0, CREATED), (1, Excluded("spam"))], "spam"),
        ("reopen_rate", [(0, CREATED), (1, SOLVED), (2, Excluded("merged"))], "merged"),
        ("csat", [(0, AGENT_SAYS), (1, Rated(5, 5))], "orphan"),
        ("data_completeness", [(0, CREATED), (2, Excluded("deleted"))], None),
        ("data_completeness", [(0, AGENT_SAYS)], None),
        ("backlog", [(0, CREATED)], None),
        ("frt", [(0, CREATED), (1, AGENT_SAYS)], None),
    ],
)
def test_why_a_ticket_does_not_count(code: str, steps: list[tuple[float, NeutralEvent]], why: str | None) -> None:
    assert reason(code, *steps) == why


def test_promises_that_are_not_due_or_not_made() -> None:
    assert reason("sla_first_response", (0, CREATED), as_of=0.5) == "not_due"
    assert reason("sla_resolution", (0, CREATED), as_of=0.5) == "not_due"
    assert reason("sla_resolution", (0, CREATED), terms=Terms()) == "no_target"
    assert reason("sla_first_response", (0, CREATED), terms=Terms()) == "no_target"
    assert reason("frt_business", (0, CREATED), (1, AGENT_SAYS), terms=NO_SCHEDULE) == "no_schedule"
    assert reason("frt", (0, CREATED), (1, AGENT_SAYS), terms=NO_SCHEDULE) is None


def test_tickets_of_other_periods_are_not_spoken_of() -> None:
    seen = ticket((0, CREATED), (700, SOLVED))
    assert entry("ttr", seen, "2026-09") is None
    counted = entry("ttr", seen, "2026-11")
    assert counted is not None
    assert (counted.counted, counted.value_s) == ("in", 700 * 3_600)
    elsewhere = entry("ttr", seen)
    assert elsewhere is not None
    assert elsewhere.reference_us == MONDAY + 700 * HOUR
    # Still open at the end of October, it is in that stock though it was solved since.
    stock = entry("backlog", seen)
    assert stock is not None
    assert (stock.counted, stock.reference_us) == ("in", end_us(OCTOBER, PARIS))
    assert entry("backlog", seen, "2026-11") is None


def test_what_is_told_of_a_ticket_that_counts() -> None:
    seen = ticket((0, CREATED), (0.5, AGENT_SAYS), (26, SOLVED), (50, Rated(3, 5)), (74, Recommended(8)), as_of=80)
    found = {code: entry(code, seen) for code in INDICATORS}
    told = {
        code: (item.in_numerator, item.value_s, item.answer, item.pending)
        for code, item in found.items()
        if item is not None and item.counted == "in"
    }
    assert told == {
        "csat": (False, None, "dissatisfied", False),
        "data_completeness": (True, None, None, False),
        "fcr_ticket": (True, None, None, True),
        "frt": (None, 1_800, None, False),
        "frt_business": (None, 1_800, None, False),
        "nps": (False, None, "passive", False),
        "one_touch": (True, None, None, False),
        "reopen_rate": (False, None, None, True),
        "sla_first_response": (True, None, None, False),
        "sla_resolution": (False, None, None, False),
        "ttr": (None, 93_600, None, False),
        "ttr_contractual": (None, 93_600, None, False),
    }


@settings(max_examples=200)
@given(
    st.lists(ticket_events(created=True) | ticket_events(), max_size=8),
    st.sampled_from(sorted(INDICATORS)),
    st.sampled_from(["2026-10", "2026-10-05", "2026-10-12", "2026-Q4", "2026-09"]),
    st.integers(MONDAY, MONDAY + 40 * DAY),
)
def test_in_and_out_add_up_to_the_population_and_to_the_sums(
    lives: list[list[TimedEvent]], code: str, text: str, as_of_us: int
) -> None:
    """given any tickets / then those that count are the sums of the figure, and with the others the population."""
    indicator, period = INDICATORS[code], parse_period(text)
    gathered, entries, population = Gathered(period.first, period.last), [], 0
    for number, events in enumerate(lives):
        facts = ticket_facts(events, TERMS, as_of_us)
        if facts is None:
            continue
        seen = Evaluated("s", f"{number}", facts, contributions(facts, PARIS.key))
        gathered.add(seen.shares)
        item = entry_of(seen, indicator, period, end_us(period, PARIS))
        heard = any(s.indicator == "data_completeness" and period.first <= s.day <= period.last for s in seen.shares)
        assert item is not None or not heard
        if item is not None:
            entries.append(item)
            population += 1
    measure = gathered.measures().get(code, NOTHING)
    told = count(entries, measure.numerator, indicator)
    assert told.denominator + sum(number for _, number in told.out) == population
    assert told.denominator == (measure.numerator if indicator.kind is Kind.STOCK else measure.denominator)
    assert told.pending == measure.pending
    inside, outside = chosen(entries, "in"), chosen(entries, "out")
    assert len(inside) == told.denominator
    assert len(inside) + len(outside) == population
    if indicator.kind is Kind.SHARE:
        assert len(chosen(entries, "numerator")) == told.numerator
        assert len(chosen(entries, "not_numerator")) == told.denominator - told.numerator


def test_every_indicator_has_its_formula_in_both_languages() -> None:
    assert set(FORMULAS) == set(INDICATORS)
    for formula in FORMULAS.values():
        for words in (formula.text, formula.numerator, formula.denominator, formula.reference_event):
            assert words.fr.strip()
            assert words.en.strip()
            assert words.fr[0].isupper() or words.fr[0].isdigit()
        assert formula.source.startswith("D")
