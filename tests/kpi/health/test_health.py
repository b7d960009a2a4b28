"""Gaps of sources found, told to both parties, explained by one, gone once what was missing has come."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import text

from services.common.auth.access import Function
from services.common.instants import from_microseconds, now, to_microseconds, to_text
from services.kpi.calendars.instants import HOUR_US, SECOND_US
from services.kpi.freshness import repository as freshness
from services.kpi.health.service import watch_all
from services.kpi.ingestion.arrival import Origin
from services.kpi.ingestion.service import examine
from services.kpi.sources.registry import Source
from tests.factories.webhooks import cloud_event, generic_delivery
from tests.support.callers import Api
from tests.support.kpi import Workbench
from tests.support.kpi_service import KpiHouse, KpiPair
from tests.support.problems import problem

F = Function
DAYS = 21
AN_HOUR = 4
"""Deliveries in each, so that two whole hours of silence make a gap."""


def instants(hours: Iterable[int]) -> list[int]:
    """When deliveries of these hours are received."""
    return [hour * HOUR_US + minute * 60 * SECOND_US for hour in hours for minute in range(5, 5 + AN_HOUR)]


async def hear(workbench: Workbench, source: Source, hours: Iterable[int], origin: Origin = "live") -> None:
    """Deliveries in each of these hours, each the creation of a ticket of its own."""
    arrivals = []
    for instant in instants(hours):
        delivery = generic_delivery(cloud_event("created", f"T-{instant}", instant), instant + SECOND_US)
        received = from_microseconds(delivery.received_us)
        arrivals.append(examine(source, delivery.headers, delivery.body, received, origin=origin))
    for start in range(0, len(arrivals), 500):
        await workbench.gate.store(arrivals[start : start + 500])


def coverage(api: Api, pair: KpiPair, period: str) -> dict[str, Any]:
    answer = api.get(f"{pair.path}/coverage", params={"period": period})
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


def silence(api: Api, pair: KpiPair) -> dict[str, Any]:
    (item,) = api.get(f"{pair.path}/freshness").json()["items"]
    told: dict[str, Any] = item["silence"]
    return told


def usual(until: int) -> range:
    """Every hour of the three weeks before."""
    return range(until - DAYS * 24, until)


def day_of(hour: int) -> str:
    """The local day (Paris) of an hour."""
    return datetime.fromtimestamp(hour * 3600, ZoneInfo("Europe/Paris")).date().isoformat()


async def test_a_silence_is_told_explained_and_gone(house: KpiHouse, pair: KpiPair, this_hour: int) -> None:
    """given three weeks of four an hour / when three hours are silent / then both are told; explained it counts."""
    manager = house.member(pair.donneur_ordre_id, F.MANAGER)
    other = house.member(pair.sous_traitant_id, F.READER)
    last = this_hour - 3
    async with house.workbench() as workbench:
        source = await workbench.source(UUID(pair.contract_id))
        await hear(workbench, source, usual(last))
        await workbench.fold(to_microseconds(now()))
        assert silence(manager, pair)["state"] == "alive"
        async with workbench.database.background_session() as session:
            assert await freshness.tally(session, now())
        await watch_all(workbench.database)
        told = silence(manager, pair)
        since = to_text(from_microseconds(instants([last - 1])[-1] + SECOND_US))
        assert told == {
            "state": "silent", "since": since, "expected": 3 * AN_HOUR, "rule": "rhythm", "explanation": None,
            "alert_minutes": None,
        }  # fmt: skip
        assert silence(other, pair) == told
        (gap,) = other.get(f"/v1/sources/{source.id}/gaps").json()["items"]
        assert (gap["starts_at"], gap["ends_at"], gap["expected"], gap["rule"]) == (since, None, 12, "rhythm")

        period = day_of(last)
        before = coverage(manager, pair, period)
        assert before == coverage(other, pair, period)
        (own,) = before["sources"]
        assert before["missing"] == own["missing"] > 0
        assert [one["id"] for one in own["gaps"]] == [gap["id"]]
        assert own["deliveries"]["accepted"] + own["missing"] == own["expected"] == before["expected"]
        assert (own["tickets"], own["orphans"]) == (own["deliveries"]["accepted"], 0)
        assert before["coverage"] == f"{own['deliveries']['accepted'] / own['expected']:.4f}"

        # Nothing new, nothing written.
        await watch_all(workbench.database)
        assert len(other.get(f"/v1/sources/{source.id}/gaps").json()["items"]) == 1

        path = f"/v1/sources/{source.id}/gaps/{gap['id']}/explanations"
        said = {"kind": "quiet", "reason": "Plateau fermé."}
        problem(other.post(path, said), 403)
        problem(manager.post(path, {**said, "kind": "none"}), 422)
        explained = manager.post(path, said)
        assert explained.status_code == 201, explained.text
        assert explained.json()["explanation"]["by_side"] == "donneur_ordre"
        problem(house.member(pair.sous_traitant_id, F.MANAGER).post(path, said), 409)
        after = coverage(other, pair, period)
        assert (after["coverage"], after["missing"], after["expected"]) == ("1.0000", 0, before["expected"])
        assert silence(other, pair)["explanation"] == "quiet"

        # Deliveries come again: the gap has its end, and what was said of it stays.
        await hear(workbench, source, [this_hour - 1])
        await watch_all(workbench.database)
        (over,) = other.get(f"/v1/sources/{source.id}/gaps").json()["items"]
        assert over["ends_at"] == to_text(from_microseconds(instants([this_hour - 1])[0] + SECOND_US))
        assert over["closed_at"] is not None
        assert over["explanation"] == explained.json()["explanation"]
        assert silence(other, pair)["state"] == "alive"


async def test_what_was_missing_comes_by_a_replay(house: KpiHouse, pair: KpiPair, this_hour: int) -> None:
    """given a gap that is over / when its deliveries are replayed / then it is found no more, and stays marked."""
    reader = house.member(pair.donneur_ordre_id, F.READER)
    lost = range(this_hour - 60, this_hour - 50)
    async with house.workbench() as workbench:
        source = await workbench.source(UUID(pair.contract_id))
        await hear(workbench, source, [hour for hour in usual(this_hour) if hour not in lost])
        await watch_all(workbench.database)
        (gap,) = reader.get(f"/v1/sources/{source.id}/gaps").json()["items"]
        assert (gap["expected"], gap["resolved_at"]) == (10 * AN_HOUR, None)
        assert gap["ends_at"] is not None
        await hear(workbench, source, lost, "replay")
        # Old deliveries are being loaded: not looked at yet.
        await watch_all(workbench.database)
        assert reader.get(f"/v1/sources/{source.id}/gaps").json()["items"] == [gap]
        async with workbench.database.background_session() as session:
            await session.execute(
                text("UPDATE delivery SET origin = 'live' WHERE source_id = :source"), {"source": source.id}
            )
        await watch_all(workbench.database)
        (gone,) = reader.get(f"/v1/sources/{source.id}/gaps").json()["items"]
        assert gone["resolved_at"] is not None
        for period in {day_of(hour) for hour in lost}:
            assert coverage(reader, pair, period)["missing"] == 0
            assert coverage(reader, pair, period)["sources"][0]["gaps"] == []


async def test_the_parties_set_a_limit(house: KpiHouse, pair: KpiPair, this_hour: int) -> None:
    """given a source that still learns / when its limit is passed / then it is told; lifted, it is not."""
    manager = house.member(pair.sous_traitant_id, F.MANAGER)
    async with house.workbench() as workbench:
        source = await workbench.source(UUID(pair.contract_id))
        await hear(workbench, source, [this_hour - 5])
        await watch_all(workbench.database)
        assert silence(manager, pair)["state"] == "learning"
        path = f"/v1/sources/{source.id}/silence-alert"
        problem(house.member(pair.sous_traitant_id, F.READER).put(path, {"minutes": 60}), 403)
        problem(manager.put(path, {"minutes": 14}), 422)
        assert manager.put(path, {"minutes": 60}).json()["minutes"] == 60
        # What passed before the limit was set is not held against the source.
        await watch_all(workbench.database)
        assert silence(manager, pair)["state"] == "learning"
        await watch_all(workbench.database, now() + timedelta(minutes=61))
        told = silence(manager, pair)
        assert (told["state"], told["rule"], told["expected"], told["alert_minutes"]) == ("silent", "limit", 0, 60)
        assert manager.put(path, {"minutes": None}).json() == {
            "source_id": source.id, "minutes": None, "set_at": None,
        }  # fmt: skip
        await watch_all(workbench.database)
        assert silence(manager, pair)["state"] == "learning"


async def test_others_find_nothing(house: KpiHouse, pair: KpiPair) -> None:
    other = house.pair()
    async with house.workbench() as workbench:
        source = await workbench.source(UUID(pair.contract_id))
    gap = "0199c3a0-7d2e-7c11-9a8b-5b1f0d3c2e4a"
    stranger = house.member(other.donneur_ordre_id, *(set(F) - {F.PLATFORM_ADMIN}))
    manager = house.member(pair.donneur_ordre_id, F.MANAGER)
    said = {"kind": "quiet", "reason": "Fermé."}
    explanations = f"/v1/sources/{source.id}/gaps/{gap}/explanations"
    for who, status in ((house.stranger, 401), (stranger, 404)):
        problem(who.get(f"{pair.path}/coverage", params={"period": "2026-10"}), status)
        problem(who.get(f"/v1/sources/{source.id}/gaps"), status)
        problem(who.post(explanations, said), status)
        problem(who.put(f"/v1/sources/{source.id}/silence-alert", {"minutes": 60}), status)
    problem(manager.post(explanations, said), 404)
    problem(manager.get(f"{pair.path}/coverage", params={"period": "2026-13"}), 422)
    empty = coverage(manager, pair, "2026-10")
    assert (empty["coverage"], empty["expected"], len(empty["sources"])) == (None, 0, 1)
