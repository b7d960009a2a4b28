"""Quarantined deliveries read again after a fix, one or a span of them; and the deliveries behind each number."""

from typing import Any
from uuid import UUID

import pytest

from services.common.auth.access import Function
from services.common.instants import from_microseconds, to_text
from services.kpi.ingestion.service import examine
from services.kpi.sources.registry import Source
from tests.factories.webhooks import at, cloud_event, generic_delivery
from tests.support.callers import Api
from tests.support.kpi import Workbench
from tests.support.kpi_service import KpiHouse, KpiPair
from tests.support.problems import problem

F = Function
NINE = at("2026-10-20T07:00:00+00:00")
HOUR = 3_600_000_000
SECOND = 1_000_000


@pytest.fixture
def pair(house: KpiHouse) -> KpiPair:
    """A contract between two new companies."""
    return house.pair()


async def quarantine(workbench: Workbench, source: Source, *hours: int) -> list[str]:
    """Creations that an older connector could not read, one an hour after nine; their receipts."""
    arrivals = []
    for hour in hours:
        instant = NINE + hour * HOUR
        delivery = generic_delivery(cloud_event("created", f"T-{hour}", instant), instant + SECOND)
        arrival = examine(source, delivery.headers, delivery.body, from_microseconds(delivery.received_us))
        arrival.refusal, arrival.reason, arrival.items = "malformed", "data.status is unknown", []
        arrivals.append(arrival)
    return [str(outcome.receipt_id) for outcome in await workbench.gate.store(arrivals)]


def reread(manager: Api, source: Source, **wanted: Any) -> dict[str, Any]:
    answer = manager.post(f"/v1/sources/{source.id}/rereadings", wanted)
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


async def test_one_or_a_span_is_read_again(house: KpiHouse, pair: KpiPair) -> None:
    """given four quarantined / when one, then a span, then all are read again / then each becomes a delivery, once."""
    manager = house.member(pair.sous_traitant_id, F.MANAGER)
    async with house.workbench() as workbench:
        source = await workbench.source(UUID(pair.contract_id))
        receipts = await quarantine(workbench, source, 0, 1, 2, 3)
        bad = generic_delivery(cloud_event("status", "T-9", NINE, {"status": 7}), NINE + SECOND)
        (still,) = await workbench.store(source, [bad])
        one = reread(manager, source, receipt_ids=[receipts[1]])
        assert (one["summary"], one["remaining"], one["next_from"]) == ({"accepted": 1}, 0, None)
        assert (one["items"][0]["receipt_id"], one["items"][0]["reason"]) == (receipts[1], None)
        span = reread(
            manager,
            source,
            **{
                "from": to_text(from_microseconds(NINE + 2 * HOUR)),
                "until": to_text(from_microseconds(NINE + 3 * HOUR)),
            },
        )
        assert [item["receipt_id"] for item in span["items"]] == [receipts[2]]
        rest = reread(manager, source)
        assert rest["summary"] == {"accepted": 2, "malformed": 1}
        fates = {item["receipt_id"]: item for item in rest["items"]}
        assert (fates[str(still.receipt_id)]["reason"], fates[str(still.receipt_id)]["became"]) == (
            "data.status is mistyped", None,
        )  # fmt: skip
        assert reread(manager, source, receipt_ids=receipts)["items"] == []
        kept = manager.get(f"/v1/sources/{source.id}/deliveries", params={"origin": "replay"}).json()["items"]
        assert {item["receipt_id"] for item in kept if item["verdict"] == "accepted"} == {
            one["items"][0]["became"], span["items"][0]["became"], fates[receipts[0]]["became"],
            fates[receipts[3]]["became"],
        }  # fmt: skip
        assert await workbench.count("ticket_event", source) == 4


async def test_no_more_than_a_batch_at_a_time(house: KpiHouse, pair: KpiPair, monkeypatch: pytest.MonkeyPatch) -> None:
    """given more than one call reads / then it says how many remain, and where to go on."""
    monkeypatch.setattr("services.kpi.deliveries.service.BATCH", 2)
    manager = house.member(pair.donneur_ordre_id, F.MANAGER)
    async with house.workbench() as workbench:
        source = await workbench.source(UUID(pair.contract_id))
        await quarantine(workbench, source, 0, 1, 2)
    first = reread(manager, source)
    assert (len(first["items"]), first["remaining"]) == (2, 1)
    second = reread(manager, source, **{"from": first["next_from"]})
    assert (len(second["items"]), second["remaining"], second["next_from"]) == (1, 0, None)


async def test_what_waits_is_counted_first(house: KpiHouse, pair: KpiPair) -> None:
    """given a span / then the count is of those that a reading of it would take, and of no other."""
    manager = house.member(pair.sous_traitant_id, F.MANAGER)
    reader = house.member(pair.donneur_ordre_id, F.READER)
    async with house.workbench() as workbench:
        source = await workbench.source(UUID(pair.contract_id))
        receipts = await quarantine(workbench, source, 0, 1, 2, 3)
    received = [to_text(from_microseconds(NINE + hour * HOUR + SECOND)) for hour in range(4)]

    def waiting(**span: str) -> tuple[int, str | None, str | None]:
        answer = reader.get(f"/v1/sources/{source.id}/quarantine/waiting", params=span)
        assert answer.status_code == 200, answer.text
        told = answer.json()
        return told["waiting"], told["first_received_at"], told["last_received_at"]

    span = {"from": received[1], "until": received[3]}
    assert waiting() == (4, received[0], received[3])
    assert waiting(**span) == (2, received[1], received[2])
    assert waiting(until=received[0]) == (0, None, None)
    reread(manager, source, receipt_ids=[receipts[1]])
    assert waiting(**span) == (1, received[2], received[2])
    assert len(reread(manager, source, **span)["items"]) == 1
    assert waiting(**span) == (0, None, None)
    problem(reader.get(f"/v1/sources/{source.id}/quarantine/waiting", params={"from": "2026-10-20"}), 422)
    stranger = house.member(house.pair().donneur_ordre_id, F.MANAGER)
    problem(stranger.get(f"/v1/sources/{source.id}/quarantine/waiting"), 404)


async def test_who_may_and_what_is_wrong(house: KpiHouse, pair: KpiPair) -> None:
    other = house.pair()
    manager = house.member(pair.donneur_ordre_id, F.MANAGER)
    async with house.workbench() as workbench:
        source = await workbench.source(UUID(pair.contract_id))
    path = f"/v1/sources/{source.id}/rereadings"
    problem(house.stranger.post(path, {}), 401)
    problem(house.member(other.donneur_ordre_id, *(set(F) - {F.PLATFORM_ADMIN})).post(path, {}), 404)
    problem(house.member(pair.donneur_ordre_id, F.READER).post(path, {}), 403)
    problem(manager.post(path, {"receipt_ids": ["x"]}), 422)
    problem(manager.post(path, {"receipt_ids": []}), 422)
    problem(manager.post(path, {"receipt_ids": [other.contract_id], "from": "2026-10-20T07:00:00Z"}), 422)


async def test_the_deliveries_behind_each_number(house: KpiHouse, pair: KpiPair) -> None:
    """given deliveries of several kinds / then each filter lists those and no other."""
    reader = house.member(pair.donneur_ordre_id, F.READER)
    async with house.workbench() as workbench:
        source = await workbench.source(UUID(pair.contract_id))
        first = generic_delivery(cloud_event("created", "T-1", NINE, event_id="e-1"), NINE + SECOND)
        conflict = generic_delivery(cloud_event("created", "T-2", NINE, event_id="e-1"), NINE + HOUR)
        ahead = generic_delivery(cloud_event("created", "T-3", NINE + 4 * HOUR), NINE + 2 * HOUR)
        for delivery in (first, conflict, ahead):
            await workbench.store(source, [delivery])

    def listed(**wanted: str) -> list[str | None]:
        answer = reader.get(f"/v1/sources/{source.id}/deliveries", params=wanted)
        assert answer.status_code == 200, answer.text
        return [item["ticket_id"] for item in answer.json()["items"]]

    assert listed() == ["T-3", "T-2", "T-1"]
    assert listed(conflict="true") == ["T-2"]
    assert listed(skewed="true") == ["T-3"]
    assert listed(origin="live") == listed(origin="import") == []
    assert listed(
        **{"from": to_text(from_microseconds(NINE + HOUR)), "until": to_text(from_microseconds(NINE + 2 * HOUR))}
    ) == ["T-2"]
    assert listed(verdict="accepted", skewed="false") == ["T-1"]
