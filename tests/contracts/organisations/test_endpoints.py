"""Organisations and machine clients over HTTP."""

from typing import Any

import pytest

from services.common.auth.access import Function
from tests.support.callers import faults
from tests.support.contracts import ContractsHouse, Pair
from tests.support.processes import eventually


def test_an_organisation_is_seen_by_itself_and_its_partners(house: ContractsHouse, pair: Pair) -> None:
    outsider = house.organisation("Tiers SAS")
    mine = {item["id"] for item in pair.donneur_ordre.get("/v1/organisations").json()["items"]}
    assert mine == {pair.donneur_ordre_id, pair.sous_traitant_id}
    partner = pair.donneur_ordre.get(f"/v1/organisations/{pair.sous_traitant_id}")
    assert partner.json()["name"] == "Voix du Rhône"
    alone = house.member(outsider, Function.READER).get("/v1/organisations").json()["items"]
    assert [item["id"] for item in alone] == [outsider]
    assert house.platform.get(f"/v1/organisations/{outsider}").json() == alone[0]


@pytest.mark.parametrize("body", [{}, {"name": ""}, {"name": "x" * 201}, {"name": "a\nb"}, {"name": 3}])
def test_a_name_is_one_line(house: ContractsHouse, body: dict[str, Any]) -> None:
    assert faults(house.platform.post("/v1/organisations", body)) == {"name"}


def test_an_administrator_manages_its_own_clients(house: ContractsHouse) -> None:
    ours = house.organisation()
    administrator = house.member(ours, Function.ADMINISTRATOR)
    path = f"/v1/organisations/{ours}/clients"
    created = administrator.post(path, {"name": "entrepôt", "functions": ["bi_reader", "auditor"]})
    assert created.status_code == 201
    client = created.json()
    assert client["client_secret"] == house.peers.secrets[client["client_id"]]
    assert (client["functions"], client["organisation_id"]) == (["bi_reader", "auditor"], ours)

    listed = administrator.get(path).json()["items"]
    assert [item["client_id"] for item in listed] == [client["client_id"]]
    assert "client_secret" not in listed[0]
    assert listed[0]["revoked_at"] is None


def test_revoking_reaches_the_gateway_and_stays_quiet(house: ContractsHouse) -> None:
    ours = house.organisation()
    administrator = house.member(ours, Function.ADMINISTRATOR)
    path = f"/v1/organisations/{ours}/clients"
    client_id = administrator.post(path, {"name": "x", "functions": ["reader"]}).json()["client_id"]
    assert administrator.delete(f"{path}/{client_id}").status_code == 204
    eventually(lambda: client_id not in house.peers.secrets, "the gateway was told")
    revoked_at = administrator.get(path).json()["items"][0]["revoked_at"]
    assert revoked_at is not None
    assert administrator.delete(f"{path}/{client_id}").status_code == 204
    assert administrator.get(path).json()["items"][0]["revoked_at"] == revoked_at
    told = house.service("gateway").get(f"/internal/clients/{client_id}").json()
    assert told["revoked"] is True


def test_a_client_of_another_organisation_is_not_revoked(house: ContractsHouse) -> None:
    ours, theirs = house.organisation(), house.organisation()
    client = house.platform.post(f"/v1/organisations/{theirs}/clients", {"name": "x", "functions": ["reader"]}).json()
    for client_id in (client["client_id"], "nobody", "a%00b", "é"):
        answer = house.platform.delete(f"/v1/organisations/{ours}/clients/{client_id}")
        assert answer.status_code == 404
    assert client["client_id"] in house.peers.secrets


def test_only_the_platform_makes_platform_administrators(house: ContractsHouse) -> None:
    ours = house.organisation()
    body = {"name": "x", "functions": ["manager", "platform_admin"]}
    path = f"/v1/organisations/{ours}/clients"
    assert house.member(ours, Function.ADMINISTRATOR).post(path, body).status_code == 403
    assert house.platform.post(path, body).status_code == 201


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({"name": "x"}, {"functions"}),
        ({"name": "x", "functions": []}, {"functions"}),
        ({"name": "x", "functions": ["reader", "reader"]}, {"functions"}),
        ({"name": "x", "functions": ["king"]}, {"functions.0"}),
        ({"functions": ["reader"], "client_secret": "mine"}, {"name", "client_secret"}),
    ],
)
def test_wrong_fields_are_named(house: ContractsHouse, body: dict[str, Any], fields: set[str]) -> None:
    ours = house.organisation()
    assert faults(house.platform.post(f"/v1/organisations/{ours}/clients", body)) == fields


def test_without_the_gateway_nothing_is_kept(house: ContractsHouse) -> None:
    ours = house.organisation()
    path, body = f"/v1/organisations/{ours}/clients", {"name": "x", "functions": ["reader"]}
    house.peers.down = True
    try:
        answer = house.platform.post(path, body, headers={"idempotency-key": ours})
    finally:
        house.peers.down = False
    assert answer.status_code == 503
    assert int(answer.headers["retry-after"]) > 0
    assert house.platform.get(path).json()["items"] == []
    assert house.platform.post(path, body, headers={"idempotency-key": ours}).status_code == 201


def test_clients_are_paged(house: ContractsHouse) -> None:
    ours = house.organisation()
    path = f"/v1/organisations/{ours}/clients"
    for number in range(3):
        house.platform.post(path, {"name": f"c{number}", "functions": ["reader"]})
    first = house.platform.get(path, params={"limit": "2"}).json()
    second = house.platform.get(path, params={"limit": "2", "cursor": first["next_cursor"]}).json()
    assert [item["name"] for item in first["items"] + second["items"]] == ["c0", "c1", "c2"]
    assert second["next_cursor"] is None
    assert faults(house.platform.get(path, params={"cursor": "WyIAIl0"})) == {"cursor"}
