"""What the figures of the last complete month say, whatever the day of the start."""

from datetime import datetime

import pytest

from deploy.local.demo.companies import PAIRS
from deploy.local.demo.span import Span
from tests.deploy.demo.outcome import judged

STARTS = (
    "2026-10-25T02:30:00+01:00",
    "2026-11-22T10:00:00+01:00",
    "2027-01-01T00:05:00+01:00",
    "2027-03-28T03:05:00+02:00",
    "2028-02-29T12:00:00+01:00",
)
"""A plain day, a month that ended five minutes ago and is full of holidays, both changes of the clocks, a leap day."""


@pytest.mark.parametrize("start", STARTS)
def test_the_last_complete_month(start: str) -> None:
    """given a start / then the first pair missed two commitments for sure, one may be luck, and the rest are met."""
    span = Span(datetime.fromisoformat(start))
    first, second = (judged(pair, span) for pair in PAIRS)
    assert sum(commitment.binding for commitment in first) == 7
    assert {commitment.indicator: (commitment.verdict, commitment.certainty) for commitment in first} == {
        "fcr_ticket": ("missed", "exact"),
        "sla_resolution": ("missed", "exact"),
        "sla_first_response": ("met", "exact"),
        "frt_business": ("met", "exact"),
        "reopen_rate": ("met", "exact"),
        "csat": ("met", "established"),
        "nps": ("met", "not_distinguishable"),
        "one_touch": ("met", "exact"),
        "backlog": ("met", "exact"),
    }
    assert {(commitment.verdict, commitment.certainty) for commitment in second} == {("met", "exact")}
    assert min(commitment.n for commitment in first if commitment.certainty != "exact") >= 50
