"""A figure has one id, and an id one spelling."""

import base64
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.kpi.figures.rules.identity import FigureKey, figure_id, read_figure_id
from services.kpi.figures.rules.indicators import SERIES
from services.kpi.figures.rules.periods import parse_period, periods_of
from services.kpi.figures.schemas import CONTRACT_ID, FIGURE_ID

PERIODS = st.dates().filter(lambda day: 1970 <= day.year <= 2199).map(lambda day: list(periods_of(day)))


@given(st.uuids(), st.sampled_from(SERIES), PERIODS, st.integers(0, 2))
def test_there_and_back(contract: UUID, series: tuple[str, None], periods: list[object], which: int) -> None:
    key = FigureKey(contract, series[0], series[1], periods[which])  # type: ignore[arg-type]
    assert read_figure_id(figure_id(key)) == key


def test_the_documented_id_is_a_true_one() -> None:
    assert figure_id(FigureKey(UUID(CONTRACT_ID), "fcr_ticket", None, parse_period("2026-10"))) == FIGURE_ID


def _spelt(told: bytes) -> str:
    return base64.urlsafe_b64encode(UUID(CONTRACT_ID).bytes + told).decode().rstrip("=")


@pytest.mark.parametrize(
    "text",
    ["", "A", "nope", FIGURE_ID + "A", FIGURE_ID + "=", FIGURE_ID[:-1], FIGURE_ID.lower(), FIGURE_ID + "\n", "é" * 40,
     "A" * 2000, _spelt(b"fcr_ticket.median.2026-10"), _spelt(b"ttr..2026-10"), _spelt(b"ttr.max.2026-10"),
     _spelt(b"nothing..2026-10"), _spelt(b"fcr_ticket..2026-13"), _spelt(b"fcr_ticket..2026-10."),
     _spelt(b"fcr_ticket.2026-10"), _spelt("fcr_ticket..２０２６-10".encode())],
)  # fmt: skip
def test_what_is_no_id(text: str) -> None:
    assert read_figure_id(text) is None


@given(st.text(max_size=80))
def test_no_text_is_read_as_an_id_that_is_spelt_otherwise(text: str) -> None:
    key = read_figure_id(text)
    assert key is None or figure_id(key) == text
