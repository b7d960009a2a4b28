"""How long no source was silent, and what was known of it when."""

from hypothesis import given
from hypothesis import strategies as st

from services.kpi.silences.rules import NO_SILENCES, Silence, Silences

LATER = st.none() | st.integers(0, 40)


@st.composite
def gaps(draw: st.DrawFn) -> Silence:
    start = draw(st.integers(0, 30))
    end = draw(st.none() | st.integers(start + 1, 32))
    recorded = draw(st.integers(start, 40))
    known = None if end is None else draw(st.integers(max(end, recorded), 45))
    return Silence(start, end, recorded, known, draw(LATER), draw(LATER))


@given(st.lists(gaps(), max_size=6), st.integers(0, 30), st.integers(0, 32), st.integers(0, 45))
def test_silence_is_counted_minute_by_minute_as_it_was_known(
    told: list[Silence], first: int, length: int, known_at: int
) -> None:
    """A minute is silent when a gap known by then covers it that was neither explained nor filled by then."""
    until = first + length
    silent = 0
    for minute in range(first, until):
        for gap in told:
            if gap.recorded_us > known_at:
                continue
            if any(one is not None and one <= known_at for one in (gap.resolved_us, gap.explained_us)):
                continue
            over = gap.end_us if gap.ended_known_us is not None and gap.ended_known_us <= known_at else None
            if gap.start_us <= minute and (over is None or minute < over):
                silent += 1
                break
    assert Silences(told).known_at(known_at).silent_us(first, until) == silent


def test_what_lasts_grows_with_time() -> None:
    lasting = Silences([Silence(10, None, 12)])
    assert lasting.any_lasts()
    assert [lasting.silent_us(0, until) for until in (10, 11, 30)] == [0, 1, 20]
    explained = Silences([Silence(10, None, 12, explained_us=20)])
    assert (explained.any_lasts(), explained.silent_us(0, 30)) == (False, 0)
    assert explained.known_at(19).silent_us(0, 30) == 20
    assert NO_SILENCES.silent_us(0, 30) == 0
