"""What kpi promises to have people told: as contracts understands it, and only of what is news."""

from datetime import UTC, datetime, timedelta
from typing import Any, cast
from zoneinfo import ZoneInfo

import asyncpg
import msgspec
import pytest

from deploy.local.urls import plain
from services.common.instants import now, to_microseconds
from services.contracts.notifications.rules import Kind
from services.contracts.notifications.schemas import NewEvent
from services.kpi.figures.publishing import publish_contract
from services.kpi.figures.rules.figure import Figure
from services.kpi.figures.rules.news import is_news
from services.kpi.figures.rules.periods import parse_period
from services.kpi.freshness import repository as freshness
from services.kpi.health.service import watch_all
from tests.factories.webhooks import cloud_event, generic_delivery
from tests.kpi.baselines.test_endpoints import IMPORTED, manager, proposed
from tests.kpi.health.conftest import this_hour as this_hour
from tests.kpi.health.test_health import hear, usual
from tests.kpi.scopes.support import group, set_scope
from tests.support.kpi_service import KpiHouse, commitment, contract_uuid

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


async def test_scopes_staff_and_replays_are_told_to_the_other_party_and_their_answers_back(house: KpiHouse) -> None:
    pair = house.pair()
    client, provider = manager(house, pair, "donneur_ordre"), manager(house, pair, "sous_traitant")
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(pair))
    of_source = f"{pair.path}/sources/{source.id}"
    scope = set_scope(provider, pair, source.id, group("Lyon")).json()["id"]
    assert client.post(f"{of_source}/scopes/{scope}/approvals").is_success
    staff = client.post(f"{of_source}/staff", {"author_ids": ["do-712"]})
    assert staff.is_success, staff.text
    delivery = {"n": 1, "received_at": "2026-10-05T08:00:00Z", "headers": {}, "body": "{}"}
    replay = client.post(f"/v1/sources/{source.id}/replays", [delivery])
    assert replay.status_code == 202, replay.text
    told = await _promised(house, pair.contract_id)
    assert [(one.kind, one.sides, one.data.get("part")) for one in told] == [
        (Kind.SCOPE_PROPOSED, ["donneur_ordre"], None),
        (Kind.PROPOSAL_ANSWERED, ["sous_traitant"], "scope"),
        (Kind.STAFF_PROPOSED, ["sous_traitant"], None),
        (Kind.REPLAY_PROPOSED, ["sous_traitant"], None),
    ]
    assert "do-712" not in str(told)


async def test_a_source_that_falls_silent_is_told_once_to_both(house: KpiHouse, this_hour: int) -> None:
    pair = house.pair()
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(pair))
        await hear(bench, source, usual(this_hour - 3))
        await bench.fold(to_microseconds(now()))
        async with bench.database.background_session() as session:
            assert await freshness.tally(session, now())
        for _ in range(2):
            await watch_all(bench.database)
    (told,) = await _promised(house, pair.contract_id)
    assert (told.kind, told.sides, told.doer) == (Kind.SOURCE_SILENT, ["donneur_ordre", "sous_traitant"], None)
    assert told.subject_id == source.id


async def test_a_missed_month_is_told_when_it_is_published(house: KpiHouse) -> None:
    promise = commitment(indicator="csat", target="0.8", unit="ratio", direction="higher")
    pair = house.pair(commitments=[promise])
    last = now().astimezone(PARIS).replace(day=1) - timedelta(days=5)
    at_us = to_microseconds(last)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(pair))
        for number in range(40):
            events: tuple[tuple[str, int, dict[str, int]], ...] = (
                ("created", 0, {}),
                ("csat", 60_000_000, {"score": 1, "scale_max": 5}),
            )
            await bench.store(
                source,
                [
                    generic_delivery(cloud_event(kind, f"T-{number}", at_us + after, data), at_us + after)
                    for kind, after, data in events
                ],
            )
        await bench.fold(to_microseconds(now()))
        while await publish_contract(bench.database, contract_uuid(pair)):
            pass
    (told,) = await _promised(house, pair.contract_id)
    assert (told.kind, told.subject_id, told.data) == (
        Kind.FIGURE_MISSED, "csat", {"indicator": "csat", "period": f"{last:%Y-%m}"},
    )  # fmt: skip
