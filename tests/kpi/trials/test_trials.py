"""The test console: examined as a delivery is, told what it would count for, nothing stored, nothing given away."""

import json
from typing import Any
from uuid import UUID

import pytest

from services.common.auth.access import Function
from services.common.instants import now, to_microseconds
from services.kpi.ingestion.connectors import CONNECTORS
from tests.factories.tool_signing import SECRETS
from tests.factories.webhooks import cloud_event, generic_delivery
from tests.support.callers import Api
from tests.support.kpi_service import KpiHouse, KpiPair
from tests.support.problems import problem

F = Function
HOUR = 3_600_000_000
CREATED = {"status": "new", "created_by": "customer", "requester": "Noé"}


@pytest.fixture
def pair(house: KpiHouse) -> KpiPair:
    """A contract between two new companies."""
    return house.pair()


@pytest.fixture
def manager(house: KpiHouse, pair: KpiPair) -> Api:
    """Of the provider."""
    return house.member(pair.sous_traitant_id, F.MANAGER)


def connect(manager: Api, pair: KpiPair, system: str = "generic", **more: Any) -> str:
    wanted = {"contract_id": pair.contract_id, "system": system, "name": "outil", "secret": SECRETS[system], **more}
    answer = manager.post("/v1/sources", {name: value for name, value in wanted.items() if value is not None})
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def trial(manager: Api, source_id: str, **wanted: Any) -> dict[str, Any]:
    answer = manager.post(f"/v1/sources/{source_id}/trials", wanted)
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


@pytest.mark.parametrize("system", sorted(CONNECTORS))
def test_every_sample_of_every_tool_is_taken(manager: Api, pair: KpiPair, system: str) -> None:
    """given a source of each tool / then each of its samples would be accepted, and nothing is stored of it."""
    source_id = connect(manager, pair, system)
    samples = manager.get(f"/v1/sources/{source_id}/samples").json()["items"]
    for sample in samples:
        for wanted in ({"sample": sample["code"]}, {"body": sample["body"]}):
            told = trial(manager, source_id, **wanted)
            assert (told["verdict"], told["reason"], told["conflict"]) == ("accepted", None, False)
            assert told["events"]
            assert SECRETS[system] not in json.dumps(told)
    created = trial(manager, source_id, sample="created")
    (ticket,) = created["tickets"]
    assert (ticket["known"], ticket["in_scope"]) == (False, True)
    assert {one["indicator"] for one in ticket["counts"]} == {"data_completeness", "backlog"}
    assert all(one["event"].get("requester") in (None, "pseudonym") for one in created["events"])
    assert manager.get(f"/v1/sources/{source_id}/deliveries").json()["items"] == []
    assert manager.get(f"/v1/sources/{source_id}/quarantine").json()["items"] == []


async def test_it_is_put_beside_what_is_known(house: KpiHouse, pair: KpiPair, manager: Api) -> None:
    """given a ticket of two hours ago / when a reply is tried / then its delay is told, by itself it is an orphan."""
    at_us = to_microseconds(now())
    async with house.workbench() as workbench:
        source = await workbench.source(UUID(pair.contract_id))
        created = generic_delivery(cloud_event("created", "T-1", at_us - 2 * HOUR, CREATED), at_us - 2 * HOUR + 1)
        await workbench.store(source, [created])
    reply = cloud_event("message", "T-1", at_us, {"author": "agent", "public": True})
    told = trial(manager, source.id, body=json.dumps(reply))
    (ticket,) = told["tickets"]
    assert (ticket["known"], ticket["alone"]["orphan"]) == (True, True)
    assert ticket["merged"]["first_response_s"] == 7200
    counts = {one["indicator"]: one for one in ticket["counts"]}
    assert counts["frt"]["total_s"] == 7200
    assert (counts["frt"]["numerator"], counts["frt"]["denominator"]) == (1, 1)
    again = trial(manager, source.id, body=created.body.decode())
    assert (again["verdict"], again["conflict"], again["events"], again["tickets"]) == ("duplicate", False, [], [])
    other = json.loads(created.body) | {"subject": "another"}
    assert trial(manager, source.id, body=json.dumps(other))["conflict"] is True


def test_what_cannot_be_read_says_why(manager: Api, pair: KpiPair) -> None:
    source_id = connect(manager, pair)
    told = trial(manager, source_id, body="{")
    assert (told["verdict"], told["reason"], told["items"]) == ("malformed", "the body is not JSON", [])
    event = cloud_event("status", "T-1", to_microseconds(now()), {"status": 7})
    assert trial(manager, source_id, body=json.dumps(event))["reason"] == "data.status is mistyped"
    good = cloud_event("created", "T-1", to_microseconds(now()), CREATED)
    batch = trial(
        manager, source_id, body=json.dumps([good, event, good]), media_type="application/cloudevents-batch+json"
    )
    assert [item["verdict"] for item in batch["items"]] == ["accepted", "malformed", "duplicate"]
    assert batch["verdict"] == "accepted"


def test_out_of_scope_says_why(house: KpiHouse, pair: KpiPair, manager: Api) -> None:
    draft = house.pair(state="draft")
    author = house.member(draft.donneur_ordre_id, F.MANAGER)
    source_id = connect(author, draft)
    scope = {"conditions": [{"attribute": "channel", "operator": "includes", "values": ["phone"]}]}
    answer = author.post(f"{draft.path}/sources/{source_id}/scopes", scope)
    assert answer.status_code == 201, answer.text
    event = cloud_event("created", "T-1", to_microseconds(now()), {**CREATED, "channel": "email"})
    (ticket,) = trial(author, source_id, body=json.dumps(event))["tickets"]
    assert (ticket["in_scope"], ticket["out_of_scope"], ticket["merged"]) == (False, "channel_not_in", None)
    assert [one["indicator"] for one in ticket["counts"]] == ["out_of_scope.channel_not_in"]


def test_a_source_without_its_secret_is_tried_with_another(manager: Api, pair: KpiPair) -> None:
    source_id = connect(manager, pair, secret=None, secret_later=True)
    told = trial(manager, source_id, sample="created")
    assert (told["verdict"], told["awaiting_secret"]) == ("accepted", True)


def test_wrong_requests_are_named(manager: Api, pair: KpiPair) -> None:
    source_id = connect(manager, pair)
    path = f"/v1/sources/{source_id}/trials"
    problem(manager.post(path, {}), 422)
    problem(manager.post(path, {"body": "{}", "sample": "created"}), 422)
    problem(manager.post(path, {"sample": "merged"}), 422)
    problem(manager.post(path, {"body": "{}", "media_type": "text/plain"}), 415)
    problem(manager.post(path, {"body": "é" * 500_001}), 413)
    zammad = connect(manager, pair, "zammad")
    assert problem(manager.post(f"/v1/sources/{zammad}/trials", {"sample": "csat"}), 422)["errors"][0]["field"] == (
        "sample"
    )


def test_only_managers_of_the_contract_try(house: KpiHouse, manager: Api, pair: KpiPair) -> None:
    source_id = connect(manager, pair)
    other = house.pair()
    for who, status in (
        (house.stranger, 401),
        (house.member(other.donneur_ordre_id, *(set(F) - {F.PLATFORM_ADMIN})), 404),
        (house.member(pair.donneur_ordre_id, F.READER, F.TEAM_LEAD, F.AUDITOR), 403),
    ):
        problem(who.post(f"/v1/sources/{source_id}/trials", {"sample": "created"}), status)
        problem(who.get(f"/v1/sources/{source_id}/samples"), status)
