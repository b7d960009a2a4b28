"""What two sides may be called, on published numbers; what the mix did, on numbers that can be added up by hand."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from services.common import statistics
from services.kpi.baselines.rules.answer import BeforeAfter, compare
from services.kpi.baselines.rules.mix import mix_of
from services.kpi.baselines.rules.sides import Counts, Days, Side, added, exact_value
from services.kpi.figures.rules.indicators import INDICATORS

CSAT, NPS, REOPENED, TTR, BACKLOG = (INDICATORS[code] for code in ("csat", "nps", "reopen_rate", "ttr", "backlog"))
BEFORE = Days(date(2025, 10, 1), date(2025, 12, 31))
AFTER = Days(date(2026, 10, 1), date(2026, 12, 31))
Parts = dict[str, Counts]


def held(before: Counts, after: Counts, minimum: int = 10, claim: str | None = None) -> BeforeAfter:
    return compare(CSAT, Side(BEFORE, before), Side(AFTER, after), minimum, None if claim is None else Decimal(claim))


def near(value: Decimal, expected: str) -> bool:
    """Equal to the digits that the source prints."""
    return abs(value - Decimal(expected)) <= Decimal("0.5").scaleb(int(Decimal(expected).as_tuple().exponent))


def test_a_published_difference() -> None:
    """48 of 80 then 56 of 70: +20.0 points, 0.0524 to 0.3339 (Newcombe 1998, method 10)."""
    told = held(Counts(80, 48), Counts(70, 56))
    assert told.change is not None
    assert (told.change.value, told.change.method) == (Decimal("0.2"), "pooled_z")
    assert near(told.change.low, "0.0524")
    assert near(told.change.high, "0.3339")
    assert told.reading == "better"
    assert told.relative_percent == Decimal("33.33")


@pytest.mark.parametrize(
    ("n", "reading", "low", "high", "p_value"),
    [(100, "not_shown", "-0.006", "0.223", "0.063"), (200, "better", "0.028", "0.190", "0.008")],
)
def test_the_claim_of_fifteen_percent(n: int, reading: str, low: str, high: str, p_value: str) -> None:
    """72 % then 83 %: of 100 answers each it is not shown, of 200 it is."""
    told = held(Counts(n, 72 * n // 100), Counts(n, 83 * n // 100))
    assert told.change is not None
    assert told.reading == reading
    assert near(told.change.low, low)
    assert near(told.change.high, high)
    assert near(told.change.p_value, p_value)


@pytest.mark.parametrize(
    ("rate", "percent", "answers"), [("0.72", "15", 235), ("0.80", "12", 219), ("0.70", "7.142857142857142857", 1251)]
)
def test_how_many_would_show_a_claim(rate: str, percent: str, answers: int) -> None:
    told = held(Counts(100, int(Decimal(rate) * 100)), Counts(100, 75), claim=percent)
    assert told.needed_for_claim == answers


def test_a_claim_beyond_the_scale_needs_no_number() -> None:
    assert held(Counts(100, 95), Counts(100, 95), claim="12").needed_for_claim is None
    assert held(Counts(100, 0), Counts(100, 95), claim="12").needed_for_claim is None
    assert held(Counts(100, 95), Counts(100, 95)).needed is None


@pytest.mark.parametrize(
    ("n", "reading", "low", "high", "p_value"),
    [(200, "not_shown", "-3.7", "27.7", "0.13"), (800, "better", "4.2", "19.8", "0.003")],
)
def test_scores(n: int, reading: str, low: str, high: str, p_value: str) -> None:
    """45/25 then 52/20 percent of promoters and detractors: +12 points."""
    sides = [Side(days, Counts(n, n * p // 100, n * d // 100)) for days, p, d in ((BEFORE, 45, 25), (AFTER, 52, 20))]
    told = compare(NPS, sides[0], sides[1], 10)
    assert told.change is not None
    assert (told.change.value, told.change.method, told.reading) == (Decimal(12), "coded_answers", reading)
    assert near(told.change.low, low)
    assert near(told.change.high, high)
    assert near(told.change.p_value, p_value)
    assert told.relative_percent == Decimal("60.00")


def test_the_percentage_of_a_score_below_nought_is_not_told() -> None:
    """From -10 to +5 is no fall of 150 %."""
    told = compare(NPS, Side(BEFORE, Counts(100, 20, 30)), Side(AFTER, Counts(100, 30, 25)), 10)
    assert told.change is not None
    assert told.change.value == 15
    assert told.relative_percent is None
    assert held(Counts(50, 0), Counts(50, 9)).relative_percent is None


def test_small_counts_are_tested_exactly() -> None:
    told = held(Counts(12, 11), Counts(15, 15))
    assert told.change is not None
    assert told.change.method == "fisher"
    assert told.change.p_value == statistics.fisher_exact(11, 12, 15, 15)
    assert "small_sample" in told.warnings


def test_few_who_all_answer_alike_are_no_certainty() -> None:
    """given two who all but agree on each side / then the change has an interval, and a chance of being luck."""
    told = compare(NPS, Side(BEFORE, Counts(2, 0, 0)), Side(AFTER, Counts(2, 2, 0)), 1)
    assert told.change is not None
    assert told.change.low < told.change.value < told.change.high
    assert told.change.p_value > Decimal("0.01")


def test_where_less_is_better_a_fall_is_better() -> None:
    told = compare(REOPENED, Side(BEFORE, Counts(400, 80)), Side(AFTER, Counts(400, 30)), 10)
    assert told.reading == "better"


@pytest.mark.parametrize(
    ("before", "after", "reasons"),
    [
        (Counts(0), Counts(40, 30), ("before_empty",)),
        (Counts(9, 9), Counts(40, 30), ("before_below_minimum",)),
        (Counts(40, 1), Counts(9, 9), ("after_below_minimum",)),
        (Counts(0), Counts(0), ("before_empty", "after_empty")),
    ],
)
def test_what_cannot_be_borne_is_refused(before: Counts, after: Counts, reasons: tuple[str, ...]) -> None:
    """given too few on a side / then neither a verdict, nor a difference, nor a percentage, however large it looks."""
    told = held(before, after)
    assert (told.reading, told.reasons) == ("too_few", reasons)
    assert told.change is None
    assert told.relative_percent is None


def test_the_minimum_of_the_contract_rules() -> None:
    assert held(Counts(60, 10), Counts(60, 50), minimum=61).reading == "too_few"
    assert held(Counts(60, 10), Counts(60, 50), minimum=60).reading == "better"
    assert held(Counts(1, 1), Counts(1, 1), minimum=0).reading == "not_shown"


@pytest.mark.parametrize(("indicator", "reason"), [(TTR, "duration"), (BACKLOG, "stock")])
def test_durations_and_stocks_are_only_shown(indicator: object, reason: str) -> None:
    told = compare(indicator, Side(BEFORE, Counts(500, value=900)), Side(AFTER, Counts(500, value=90)), 10)  # type: ignore[arg-type]
    assert (told.reading, told.reasons, told.change, told.needed) == ("not_compared", (reason,), None, None)


@pytest.mark.parametrize(
    ("first", "last", "warned"),
    [
        (date(2026, 10, 1), date(2026, 12, 31), False),
        (date(2026, 10, 15), date(2026, 12, 2), False),
        (date(2026, 4, 1), date(2026, 6, 30), True),
        (date(2026, 10, 1), date(2027, 1, 1), True),
    ],
)
def test_other_months_are_said(first: date, last: date, *, warned: bool) -> None:
    side = Side(BEFORE, Counts(50, 25))
    told = compare(CSAT, side, Side(Days(first, last), Counts(50, 25)), 10)
    assert ("season" in told.warnings) == warned


def test_a_whole_year_touches_every_month() -> None:
    assert Days(date(2025, 7, 1), date(2026, 6, 30)).months == frozenset(range(1, 13))
    assert Days(date(2025, 12, 31), date(2026, 1, 1)).months == {12, 1}


def side(days: Days, parts: Parts) -> Side:
    return Side(days, added(parts), {"channel": parts})


def test_a_change_that_is_the_mix_alone_is_said() -> None:
    """given two channels that both stay as they were, of which the better one grew / then the rise is the mix."""
    before = {"e-mail": Counts(800, 480), "chat": Counts(200, 180)}
    after = {"e-mail": Counts(200, 120), "chat": Counts(800, 720)}
    told = compare(CSAT, side(BEFORE, before), side(AFTER, after), 10)
    assert told.reading == "better"
    assert {"mix_moved", "mix_changes_reading"} <= set(told.warnings)
    mix = told.mixes["channel"]
    assert mix.moved == Fraction(6, 10)
    assert mix.weighted is not None
    assert (mix.weighted.value, mix.weighted.change) == (Fraction(66, 100), Fraction(0))
    assert mix.weighted.reading == "not_shown"


def test_a_mix_that_moves_little_warns_of_nothing() -> None:
    before = {"e-mail": Counts(500, 300), "chat": Counts(500, 350)}
    after = {"e-mail": Counts(549, 420), "chat": Counts(451, 400)}
    told = compare(CSAT, side(BEFORE, before), side(AFTER, after), 10)
    assert told.mixes["channel"].moved == Fraction(49, 1000)
    assert told.warnings == ()
    moved = {"e-mail": Counts(600, 420), "chat": Counts(400, 300)}
    assert compare(CSAT, side(BEFORE, before), side(AFTER, moved), 10).warnings == ("mix_moved",)


@pytest.mark.parametrize(
    ("before", "after", "refusal"),
    [
        ({"a": Counts(50, 25)}, {"a": Counts(50, 25), "b": Counts(1, 1)}, "stratum_empty_before"),
        ({"a": Counts(50, 25), "b": Counts(1, 1)}, {"a": Counts(50, 25)}, "stratum_empty_after"),
        ({}, {"a": Counts(50, 25)}, "nothing_counted"),
        ({str(n): Counts(1, 1) for n in range(101)}, {str(n): Counts(1, 1) for n in range(101)}, "too_many_values"),
    ],
)
def test_what_cannot_be_weighed_is_refused(before: Parts, after: Parts, refusal: str) -> None:
    mix = mix_of(CSAT, before, after)
    assert (mix.refusal, mix.weighted) == (refusal, None)


def test_one_stratum_weighs_like_newcombe() -> None:
    """The interval of a re-weighted difference is, of one stratum, that of method 10."""
    weighted = mix_of(CSAT, {"": Counts(80, 48)}, {"": Counts(70, 56)}).weighted
    assert weighted is not None
    plain = statistics.compare_proportions(48, 80, 56, 70).interval
    limits = weighted.change_interval
    assert max(abs(limits.low - plain.low), abs(limits.high - plain.high)) < Decimal("1e-30")
    assert abs(weighted.interval.low - statistics.wilson(56, 70).low) < Decimal("1e-30")


def test_of_strata_without_doubt_the_interval_is_no_point() -> None:
    """given strata of 0 % and 100 % after / then the variance of each is nought, and the interval still is none."""
    mix = mix_of(CSAT, {"a": Counts(50, 25), "b": Counts(50, 25)}, {"a": Counts(5, 0), "b": Counts(5, 5)})
    assert mix.weighted is not None
    assert mix.weighted.value == Fraction(1, 2)
    assert mix.weighted.interval.high - mix.weighted.interval.low > Decimal("0.2")
    assert mix.leans_on_few


counts = st.integers(1, 400).flatmap(lambda n: st.integers(0, n).map(lambda good: Counts(n, good)))
answers = st.tuples(st.integers(0, 200), st.integers(0, 200), st.integers(0, 200)).filter(any)
scores = answers.map(lambda told: Counts(sum(told), told[0], told[1]))


@given(st.dictionaries(st.sampled_from("abcde"), st.tuples(counts, counts), min_size=1))
def test_weights_are_whole_and_the_value_lies_among_its_strata(parts: dict[str, tuple[Counts, Counts]]) -> None:
    before, after = ({name: pair[place] for name, pair in parts.items()} for place in (0, 1))
    mix = mix_of(CSAT, before, after)
    assert sum(one.weight for one in mix.strata) == 1
    assert mix.weighted is not None
    assert mix.moved is not None
    assert 0 <= mix.moved <= 1
    values = [Fraction(own.good, own.n) for own in after.values()]
    assert min(values) <= mix.weighted.value <= max(values)
    limits = mix.weighted.interval
    assert 0 <= limits.low <= float(mix.weighted.value) + 1e-12
    assert float(mix.weighted.value) - 1e-12 <= limits.high <= 1
    assert limits.low < limits.high


@given(
    st.sampled_from(("csat", "nps")), st.dictionaries(st.sampled_from("abcd"), scores, min_size=1), st.integers(1, 5)
)
def test_the_same_mix_tells_the_same_value(code: str, after: Parts, times: int) -> None:
    """given a mix before in exact proportion to the one after / then nothing moved, and weighing changes nothing."""
    indicator = INDICATORS[code]
    if code == "csat":
        after = {name: Counts(own.n, own.good) for name, own in after.items()}
    before = {name: Counts(own.n * times) for name, own in after.items()}
    mix = mix_of(indicator, before, after)
    assert mix.moved == 0
    assert mix.weighted is not None
    assert mix.weighted.value == exact_value(indicator, added(after))


@given(scores, scores)
def test_swapping_the_sides_turns_the_change_round(one: Counts, other: Counts) -> None:
    assume(min(one.n, other.n) > 0)
    there = compare(NPS, Side(BEFORE, one), Side(AFTER, other), 1)
    back = compare(NPS, Side(BEFORE, other), Side(AFTER, one), 1)
    assert there.change is not None
    assert back.change is not None
    assert there.change.value == back.change.value.copy_negate()
    assert there.change.p_value == back.change.p_value
    turned = {"better": "worse", "worse": "better"}
    assert back.reading == turned.get(there.reading, there.reading)
    assert there.needed == back.needed
