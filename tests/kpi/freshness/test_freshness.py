"""What sources have sent: counted once ahead and at each look, the same either way."""

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from services.common.auth.access import Function
from services.common.instants import from_microseconds, now, to_text
from services.kpi.freshness import repository
from tests.factories.webhooks import Delivery, at, cloud_event, generic_delivery
from tests.support.kpi import Workbench, verdicts
from tests.support.kpi_service import KpiHouse, KpiPair
from tests.support.problems import problem

F = Function
NINE = at("2026-10-20T07:00:00+00:00")
SECOND = 1_000_000
SILENCE = {
    "state": "waiting", "since": None, "expected": None, "rule": None, "explanation": None, "alert_minutes": None,
}  # fmt: skip
NOTHING = {
    "last_received_at": None,
    "last_event_at": None,
    "deliveries": dict.fromkeys(
        ("accepted", "duplicate", "malformed", "rejected_signature", "rejected_stale", "unverified", "conflicts"), 0
    ),
    "quarantined": 0,
    "tickets": 0,
    "orphans": 0,
    "completeness": None,
    "replayed": 0,
    "silence": SILENCE,
}


@pytest.fixture
def pair(house: KpiHouse) -> KpiPair:
    """A contract of the test's own."""
    return house.pair()


def read(house: KpiHouse, pair: KpiPair) -> list[dict[str, Any]]:
    """The sources, byte for byte the same for both parties."""
    answers = [
        house.member(organisation, F.READER).get(f"{pair.path}/freshness")
        for organisation in (pair.donneur_ordre_id, pair.sous_traitant_id)
    ]
    assert answers[0].status_code == 200, answers[0].text
    assert answers[0].content == answers[1].content
    assert answers[0].json()["next_cursor"] is None
    items: list[dict[str, Any]] = answers[0].json()["items"]
    return items


def every_fate() -> list[Delivery]:
    """Two tickets, of which one lacks its creation; a duplicate, a conflict, a malformed and two refused ones."""
    created = cloud_event("created", "T-1", NINE, event_id="e-1")
    good = generic_delivery(created, NINE + SECOND)
    orphan = generic_delivery(cloud_event("status", "T-2", NINE + 5 * SECOND, {"status": "open"}), NINE + 7 * SECOND)
    conflict = generic_delivery(cloud_event("created", "T-1", NINE + SECOND, event_id="e-1"), NINE + 8 * SECOND)
    malformed = generic_delivery(cloud_event("status", "T-1", NINE, {"status": 7}), NINE + 9 * SECOND)
    unsigned = generic_delivery(created, NINE + 10 * SECOND, "whsec_" + "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB")
    stale = Delivery(good.headers, good.body, NINE + 3_600 * SECOND)
    return [good, orphan, good, conflict, malformed, unsigned, stale]


async def test_every_fate_is_counted_the_same_ahead_or_at_once(house: KpiHouse, pair: KpiPair) -> None:
    """given deliveries of every fate / when none, some or all are counted ahead / then the same answer."""
    async with house.workbench() as workbench:
        source = await workbench.source(UUID(pair.contract_id))
        (empty,) = read(house, pair)
        assert empty == {
            "source_id": source.id,
            "contract_id": pair.contract_id,
            "name": "generic",
            "system": "generic",
            **NOTHING,
        }
        outcomes = [(await workbench.store(source, [delivery]))[0] for delivery in every_fate()]
        assert verdicts(outcomes) == [
            "accepted", "accepted", "duplicate", "duplicate", "malformed", "rejected_signature", "rejected_stale",
        ]  # fmt: skip
        await workbench.fold(NINE + 10 * SECOND)
        (told,) = read(house, pair)
        assert told == {
            "source_id": source.id,
            "contract_id": pair.contract_id,
            "name": "generic",
            "system": "generic",
            "last_received_at": to_text(from_microseconds(NINE + 3_600 * SECOND)),
            "last_event_at": to_text(from_microseconds(NINE + 5 * SECOND)),
            "deliveries": {
                "accepted": 2, "duplicate": 2, "malformed": 1, "rejected_signature": 1, "rejected_stale": 1,
                "unverified": 0, "conflicts": 1,
            },
            "quarantined": 1,
            "tickets": 2,
            "orphans": 1,
            "completeness": "0.5000",
            "replayed": 7,
            "silence": {**SILENCE, "state": "alive"},
        }  # fmt: skip
        middle = await _recorded(workbench, source.id, 3)
        for until in (middle, middle, now(), now()):
            async with workbench.database.background_session() as session:
                assert await repository.tally(session, until)
            assert read(house, pair) == [told]
        await workbench.store(source, [generic_delivery(cloud_event("created", "T-2", NINE), NINE + 20 * SECOND)])
        await workbench.fold(NINE + 20 * SECOND)
        (whole,) = read(house, pair)
        assert whole["deliveries"]["accepted"] == 3
        assert (whole["tickets"], whole["orphans"], whole["completeness"]) == (2, 0, "1.0000")


async def _recorded(workbench: Workbench, source_id: str, number: int) -> Any:
    """When the first so many deliveries were recorded."""
    query = text("SELECT recorded_at FROM delivery WHERE source_id = :source ORDER BY recorded_at OFFSET :n LIMIT 1")
    async with workbench.database.background_session() as session:
        return await session.scalar(query, {"source": source_id, "n": number - 1})


async def test_two_workers_count_once(house: KpiHouse, pair: KpiPair) -> None:
    async with house.workbench() as workbench:
        source = await workbench.source(UUID(pair.contract_id))
        await workbench.store(source, every_fate()[:2])
        async with workbench.database.background_session() as first:
            assert await repository.tally(first, now())
            async with workbench.database.background_session() as second:
                assert not await repository.tally(second, now())
        (told,) = read(house, pair)
        assert told["deliveries"]["accepted"] == 2


async def test_sources_are_paged(house: KpiHouse, pair: KpiPair) -> None:
    async with house.workbench() as workbench:
        ids = sorted([(await workbench.source(UUID(pair.contract_id))).id for _ in range(3)])
    api = house.member(pair.donneur_ordre_id, F.READER)
    first = api.get(f"{pair.path}/freshness", params={"limit": "2"}).json()
    second = api.get(f"{pair.path}/freshness", params={"limit": "2", "cursor": first["next_cursor"]}).json()
    assert [item["source_id"] for item in first["items"] + second["items"]] == ids
    assert second["next_cursor"] is None


def test_others_find_nothing(house: KpiHouse, pair: KpiPair) -> None:
    other = house.pair()
    problem(house.stranger.get(f"{pair.path}/freshness"), 401)
    for api in (
        house.member(other.donneur_ordre_id, *(set(F) - {F.PLATFORM_ADMIN})),
        house.member(other.donneur_ordre_id, F.PLATFORM_ADMIN),
        house.member(pair.donneur_ordre_id, F.READER, contracts=[other.contract_id]),
    ):
        problem(api.get(f"{pair.path}/freshness"), 404)
    problem(house.member(pair.donneur_ordre_id, F.BI_READER).get(f"{pair.path}/freshness"), 403)
