"""Control limits on published charts, and the two signals to the edge."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from services.kpi.control.rules import Chart, Plotted, chart
from services.kpi.figures.rules.indicators import INDICATORS
from services.kpi.figures.rules.values import NOTHING, Measure

CSAT, NPS = INDICATORS["csat"], INDICATORS["nps"]
WAFERS = (
    12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6,
)  # fmt: skip
"""Of 50 chips each: NIST/SEMATECH e-Handbook, 6.3.3.2."""


def shares(*counted: tuple[int, int], stretch: int | None = None) -> Chart:
    return chart(
        CSAT,
        [Plotted(Measure(n, good), stretch is None or place < stretch) for place, (good, n) in enumerate(counted)],
    )


def signals(told: Chart) -> list[str | None]:
    return [None if limit is None else limit.signal for limit in told.limits]


def test_a_published_chart_of_equal_samples() -> None:
    """Centre 0.2313, limits 0.0524 and 0.4102; the samples 15 (22 of 50) and 23 (24 of 50) lie beyond."""
    told = shares(*((bad, 50) for bad in WAFERS))
    assert told.centre == Fraction(347, 1500)
    first = told.limits[0]
    assert first is not None
    assert (round(first.low, 4), round(first.high, 4)) == (Decimal("0.0524"), Decimal("0.4102"))
    assert [place for place, signal in enumerate(signals(told), 1) if signal == "beyond"] == [15, 23]
    assert "run" not in signals(told)


def test_another_published_chart() -> None:
    """Ten samples of 200: centre 0.16, limits 0.0822 and 0.2378, all within."""
    told = shares(*((bad, 200) for bad in (40, 44, 22, 34, 24, 32, 28, 32, 34, 30)))
    first = told.limits[0]
    assert first is not None
    assert told.centre == Fraction(16, 100)
    assert (round(first.low, 4), round(first.high, 4)) == (Decimal("0.0822"), Decimal("0.2378"))
    assert signals(told) == [None] * 10


def test_each_period_has_the_limits_of_its_own_count() -> None:
    told = shares(*[(50, 100)] * 8, (50, 100), (2_500, 5_000))
    narrow, wide = told.limits[-1], told.limits[0]
    assert narrow is not None
    assert wide is not None
    assert wide.high - wide.low > 5 * (narrow.high - narrow.low)


def test_on_the_limit_is_within_and_one_more_is_beyond() -> None:
    """given a centre of one half / then of 36 the limits are 9 and 27 exactly."""
    base = [(18, 36), (17, 36), (19, 36)] * 3
    assert signals(shares(*base, (27, 36), (28, 36), (9, 36), (8, 36), stretch=9))[9:] == [
        None,
        "beyond",
        None,
        "beyond",
    ]


def test_eight_in_a_row_on_one_side_are_a_signal() -> None:
    """given seven, then eight / then only eight signal, all of them; on the centre breaks, no data does not."""
    base = [(49, 100), (51, 100)] * 5
    up = (52, 100)
    assert signals(shares(*base[:-1], (49, 100), *[up] * 7, stretch=9)) == [None] * 17
    assert signals(shares(*base, (49, 100), *[up] * 8, stretch=10)) == [None] * 11 + ["run"] * 8
    broken = shares(*base, (49, 100), *[up] * 4, (50, 100), *[up] * 4, stretch=10)
    assert "run" not in signals(broken)
    silent = shares(*base, (49, 100), *[up] * 4, (0, 0), *[up] * 4, stretch=10)
    assert signals(silent) == [None] * 11 + ["run"] * 4 + [None] + ["run"] * 4


def test_scores_take_the_variance_of_their_answers() -> None:
    """given half promoters and a quarter detractors / then of 100 answers 25 points, 24.9 on either side."""
    told = chart(NPS, [Plotted(Measure(100, 25, 75), in_stretch=True)] * 8)
    first = told.limits[0]
    assert first is not None
    assert told.centre == 25
    assert (round(first.low, 1), round(first.high, 1)) == (Decimal("0.1"), Decimal("49.9"))


def test_without_enough_periods_or_variation_there_are_none() -> None:
    assert shares(*[(5, 10)] * 7).refusal == "too_few_periods"
    assert shares(*[(5, 10)] * 20, stretch=7).refusal == "too_few_periods"
    assert shares(*[(0, 0)] * 20).refusal == "too_few_periods"
    assert shares(*[(10, 10)] * 8).refusal == "no_variation"
    assert chart(NPS, [Plotted(Measure(10, 10, 10), in_stretch=True)] * 8).refusal == "no_variation"
    assert chart(CSAT, [Plotted(NOTHING, in_stretch=True)]).limits == ()


def test_few_to_count_is_said() -> None:
    told = shares(*[(99, 100)] * 7, (98, 100), (9_900, 10_000))
    assert [limit.rough for limit in told.limits if limit] == [True] * 8 + [False]


@given(
    st.sampled_from((CSAT, NPS)),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60)), min_size=8, max_size=40),
)
def test_limits_hold_the_centre_and_stay_on_the_scale(indicator: object, answers: list[tuple[int, int, int]]) -> None:
    plotted = [
        Plotted(Measure(sum(told), told[0] - (told[1] if indicator is NPS else 0), told[0] + told[1]), in_stretch=True)
        for told in answers
    ]
    told = chart(indicator, plotted)  # type: ignore[arg-type]
    scale = 100 if indicator is NPS else 1
    for one, limit in zip(plotted, told.limits, strict=False):
        assert (limit is None) == (one.measure.denominator == 0)
        if limit is not None and told.centre is not None:
            assert -scale <= limit.low <= limit.high <= scale
            assert limit.low <= Decimal(told.centre.numerator) / told.centre.denominator <= limit.high
