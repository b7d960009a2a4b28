"""Sources whose secret comes later: nothing lost, nothing counted, everything verified afterwards."""

from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import text

from services.common.auth.access import Function
from services.common.instants import now, to_microseconds
from services.kpi.held import repository
from services.kpi.held.service import HeldVerifier
from services.kpi.sources import repository as sources
from tests.factories.webhooks import GENERIC_SECRET, Delivery, at, cloud_event, generic_delivery
from tests.support.callers import Api
from tests.support.kpi_service import KpiHouse, KpiPair
from tests.support.problems import problem

OTHER_SECRET = "whsec_" + "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB"
HOUR = 3_600_000_000


@pytest.fixture
def pair(house: KpiHouse) -> KpiPair:
    """A contract between two new companies."""
    return house.pair()


def connect(manager: Api, pair: KpiPair, **more: Any) -> httpx.Response:
    """A source without a secret unless told otherwise."""
    wanted = {"contract_id": pair.contract_id, "system": "generic", "name": "outil", "secret_later": True, **more}
    return manager.post("/v1/sources", wanted)


def send(house: KpiHouse, source_id: str, delivery: Delivery) -> httpx.Response:
    """A delivery as the tool sends it."""
    return house.http.post(f"{house.url}/hooks/{source_id}", content=delivery.body, headers=delivery.headers)


def deliveries(reader: Api, source_id: str) -> list[dict[str, Any]]:
    """All of them, newest first."""
    items: list[dict[str, Any]] = reader.get(f"/v1/sources/{source_id}/deliveries").json()["items"]
    return items


async def verify(house: KpiHouse) -> None:
    """What the worker does."""
    async with house.workbench() as workbench:
        verifier = HeldVerifier(workbench.database, workbench.sources, workbench.gate)
        while await verifier.run_next():
            pass


async def test_what_came_before_the_secret_is_verified_once_it_is_known(house: KpiHouse, pair: KpiPair) -> None:
    """given a good, a foreign and a stale delivery / when the secret comes / then each has its own fate."""
    manager = house.member(pair.sous_traitant_id, Function.MANAGER)
    created = connect(manager, pair)
    told = created.json()
    assert (created.status_code, told["secret"], told["awaiting_secret"]) == (201, None, True)
    instant = to_microseconds(now())
    event = cloud_event("created", "T-1", instant)
    sent = [
        generic_delivery(event, instant, GENERIC_SECRET),
        generic_delivery(event, instant, OTHER_SECRET),
        generic_delivery(cloud_event("created", "T-2", instant - HOUR), instant - HOUR, GENERIC_SECRET),
    ]
    for delivery in sent:
        answer = send(house, told["id"], delivery)
        assert (answer.status_code, answer.json()["verdict"]) == (202, "unverified")
    await verify(house)
    waiting = deliveries(manager, told["id"])
    assert [(one["verdict"], one["events"], one["verified_at"]) for one in waiting] == [("unverified", 0, None)] * 3
    secret = manager.post(f"/v1/sources/{told['id']}/secrets", {"secret": GENERIC_SECRET})
    assert (secret.status_code, secret.json()["previous_secret_until"]) == (201, None)
    assert manager.get(f"/v1/sources/{told['id']}").json()["awaiting_secret"] is False
    await verify(house)
    kept = deliveries(manager, told["id"])
    fates = {one["receipt_id"]: one["verdict"] for one in kept if one["origin"] == "held"}
    assert sorted(fates.values()) == ["accepted", "rejected_signature", "rejected_stale"]
    held = [one for one in kept if one["verdict"] == "unverified"]
    assert all(one["verified_verdict"] == fates[one["verified_receipt_id"]] and one["verified_at"] for one in held)
    (freshness,) = manager.get(f"{pair.path}/freshness").json()["items"]
    assert (freshness["deliveries"]["unverified"], freshness["deliveries"]["accepted"]) == (3, 1)
    # Nothing is left to do, and from now on the source is like every other.
    await verify(house)
    assert len(deliveries(manager, told["id"])) == 6
    assert send(house, told["id"], sent[0]).json()["verdict"] == "duplicate"
    problem(send(house, told["id"], sent[1]), 401)


async def test_no_more_is_kept_without_a_secret_than_a_tool_needs(house: KpiHouse, pair: KpiPair) -> None:
    """given as much unverified as is kept / when more comes / then the tool is told to come back."""
    manager = house.member(pair.donneur_ordre_id, Function.MANAGER)
    told = connect(manager, pair).json()
    event = cloud_event("created", "T-1", at("2026-10-20T07:00:00Z"))
    assert send(house, told["id"], generic_delivery(event, at("2026-10-20T07:00:00Z"))).status_code == 202
    async with house.workbench() as workbench, workbench.database.background_session() as session:
        assert not await sources.is_full(session, told["id"])
        before, sources.HELD_MOST = sources.HELD_MOST, 1
        try:
            assert await sources.is_full(session, told["id"])
            house.app.state.sources.forget(told["id"])
            answer = send(house, told["id"], generic_delivery(event, at("2026-10-20T07:00:00Z")))
        finally:
            sources.HELD_MOST = before
    problem(answer, 503)
    assert answer.headers["retry-after"] == "600"


def test_a_secret_is_given_now_or_later_not_both(house: KpiHouse, pair: KpiPair) -> None:
    """given both / then the field is named; and a reader may not connect anything."""
    manager = house.member(pair.donneur_ordre_id, Function.MANAGER)
    assert problem(connect(manager, pair, secret=GENERIC_SECRET), 422)["errors"][0]["field"] == "secret_later"
    assert connect(manager, pair, secret_later=False).json()["secret"].startswith("whsec_")
    problem(connect(house.member(pair.donneur_ordre_id, Function.READER), pair), 403)


def test_a_second_webhook_of_the_tool_has_a_secret_of_its_own(house: KpiHouse, pair: KpiPair) -> None:
    """given a secret beside the first / then deliveries signed with either are accepted."""
    manager = house.member(pair.sous_traitant_id, Function.MANAGER)
    told = connect(manager, pair, secret_later=False, secret=GENERIC_SECRET).json()
    answer = manager.post(f"/v1/sources/{told['id']}/secrets", {"secret": OTHER_SECRET, "beside": True})
    assert answer.status_code == 201
    instant = to_microseconds(now())
    for number, secret in enumerate((GENERIC_SECRET, OTHER_SECRET)):
        delivery = generic_delivery(cloud_event("created", f"T-{number}", instant), instant, secret)
        assert send(house, told["id"], delivery).json()["verdict"] == "accepted"


async def test_what_waits_for_a_secret_that_never_comes_expires(house: KpiHouse, pair: KpiPair) -> None:
    """given deliveries of 29 and 31 days ago without a secret / then the older one gives up its bytes, visibly."""
    manager = house.member(pair.sous_traitant_id, Function.MANAGER)
    told = connect(manager, pair).json()
    instant = to_microseconds(now())
    for name in ("T-old", "T-new"):
        send(house, told["id"], generic_delivery(cloud_event("created", name, instant), instant, GENERIC_SECRET))
    newer, older = (one["receipt_id"] for one in deliveries(manager, told["id"]))
    async with house.workbench() as workbench:
        async with workbench.database.background_session() as session:
            for receipt, days in ((older, 31), (newer, 29)):
                await session.execute(
                    text(
                        "UPDATE held_delivery SET received_at = now() - make_interval(days => :d) WHERE receipt_id = :r"
                    ),
                    {"d": days, "r": UUID(receipt)},
                )
            await repository.expire(session)
        async with workbench.database.background_session() as session:
            kept = await session.scalars(
                text("SELECT receipt_id FROM held_delivery WHERE source_id = :s AND body IS NOT NULL"),
                {"s": told["id"]},
            )
            assert [str(receipt) for receipt in kept] == [newer]
    fates = {one["receipt_id"]: one["verified_verdict"] for one in deliveries(manager, told["id"])}
    assert fates == {older: "expired", newer: None}
    manager.post(f"/v1/sources/{told['id']}/secrets", {"secret": GENERIC_SECRET})
    await verify(house)
    fates = {one["receipt_id"]: one["verified_verdict"] for one in deliveries(manager, told["id"])}
    assert fates[older] == "expired"
    assert fates[newer] is not None
