"""What kpi promises to have people told: as contracts understands it, and only of what is news."""

from datetime import UTC, datetime
from typing import Any, cast
from zoneinfo import ZoneInfo

import asyncpg
import msgspec
import pytest

from deploy.local.urls import plain
from services.contracts.notifications.rules import Kind
from services.contracts.notifications.schemas import NewEvent
from services.kpi.figures.rules.figure import Figure
from services.kpi.figures.rules.news import is_news
from services.kpi.figures.rules.periods import parse_period
from tests.kpi.baselines.test_endpoints import IMPORTED, manager, proposed
from tests.support.kpi_service import KpiHouse

PARIS = ZoneInfo("Europe/Paris")


class _Told:
    def __init__(self, verdict: str) -> None:
        self.verdict = verdict


@pytest.mark.parametrize(
    ("period", "verdict", "at", "expected"),
    [
        # Paris is an hour ahead: November is over at 23.00 UTC of its last day.
        ("2026-11", "missed", "2026-11-30T22:59", False),
        ("2026-11", "missed", "2026-11-30T23:00", True),
        ("2026-11", "met", "2026-12-02T08:00", False),
        ("2026-11", "incomplete", "2026-12-02T08:00", False),
        ("2026-11", "missed", "2027-01-14T08:00", True),
        ("2026-11", "missed", "2027-01-15T08:00", False),
        ("2026-11-12", "missed", "2026-12-02T08:00", False),
        ("2026-Q3", "missed", "2026-10-02T08:00", False),
    ],
)
def test_a_month_that_is_over_and_was_missed_is_news(period: str, verdict: str, at: str, expected: bool) -> None:
    instant = datetime.fromisoformat(at).replace(tzinfo=UTC)
    assert is_news(cast("Figure", _Told(verdict)), parse_period(period), PARIS, instant) is expected


async def _promised(house: KpiHouse, contract_id: str) -> list[NewEvent]:
    connection = await asyncpg.connect(plain(house.urls.worker))
    try:
        rows: list[Any] = await connection.fetch(
            "SELECT body::text FROM outbox WHERE destination = 'contracts' AND path = '/internal/notifications'"
            " AND body ->> 'contract_id' = $1 ORDER BY id",
            contract_id,
        )
        return [NewEvent.model_validate(msgspec.json.decode(row["body"])) for row in rows]
    finally:
        await connection.close()


async def test_a_baseline_is_told_to_the_other_party_and_its_answer_back(house: KpiHouse) -> None:
    pair = house.pair()
    client, provider = manager(house, pair, "donneur_ordre"), manager(house, pair, "sous_traitant")
    baseline = proposed(provider, pair)["id"]
    assert client.post(f"{pair.path}/baselines/{baseline}/agreements").is_success
    asked, answered = await _promised(house, pair.contract_id)
    assert (asked.kind, asked.sides, asked.subject_id) == (Kind.BASELINE_PROPOSED, ["donneur_ordre"], baseline)
    assert (answered.kind, answered.sides) == (Kind.PROPOSAL_ANSWERED, ["sous_traitant"])
    assert answered.data == {"part": "baseline", "outcome": "agreed"}
    assert asked.doer_side == "sous_traitant"
    assert IMPORTED["source"][:10] not in str([asked, answered])
