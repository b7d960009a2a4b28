"""Functions in one contract over HTTP: given, enforced, ended."""

from typing import Any

import pytest

from services.common.auth.access import Function
from services.common.identifiers import new_id
from tests.support.callers import Api, faults
from tests.support.contracts import ContractsHouse, Pair

F = Function


class Side:
    """The sous-traitant of a contract: its administrator, and somebody new."""

    def __init__(self, house: ContractsHouse, pair: Pair, *functions: str) -> None:
        self.house = house
        self.pair = pair
        self.api: Api = house.member(pair.sous_traitant_id, F.ADMINISTRATOR)
        body = {"email": f"{new_id()}@voix.example", "name": "Inès Roux", "functions": list(functions or ("reader",))}
        self.person: str = self.api.post(f"/v1/organisations/{pair.sous_traitant_id}/people", body).json()["id"]

    def give(self, **body: Any) -> Any:
        """Say what they do in the contract."""
        return self.api.put(f"{self.pair.path}/functions/{self.person}", body)

    def told(self) -> dict[str, Any]:
        """What the gateway is told of them."""
        answer: dict[str, Any] = self.house.service("gateway").get(f"/internal/people/{self.person}").json()
        return answer

    def as_person(self) -> Api:
        """They call, with what the gateway passes on."""
        told = self.told()
        functions = [Function(name) for name in told["functions"]]
        claims = {name: told[name] for name in ("contract_functions", "only_contracts", "administrators")}
        return self.house.member(self.pair.sous_traitant_id, *functions, subject=self.person, **claims)


@pytest.fixture
def side(house: ContractsHouse, pair: Pair) -> Side:
    """A new contract."""
    return Side(house, pair)


def test_functions_are_extended_in_one_contract_only(house: ContractsHouse, side: Side) -> None:
    accept = f"{side.pair.path}/acceptances"
    refused = side.as_person().post(accept, {})
    assert refused.status_code == 403
    given = side.give(functions=["reader", "signatory"], scope="Avenants de moins de 10 000 €")
    assert given.status_code == 200, given.text
    assert given.json()["scope"] == "Avenants de moins de 10 000 €"
    assert side.told()["contract_functions"] == {side.pair.contract_id: ["reader", "signatory"]}
    assert side.as_person().post(accept, {}).status_code != 403
    other = house.pair()
    claims = {"contract_functions": side.told()["contract_functions"]}
    stranger = house.member(other.sous_traitant_id, F.READER, **claims)
    assert stranger.post(f"{other.path}/acceptances", {}).status_code == 403
    assert stranger.get(side.pair.path).status_code == 404


def test_functions_are_limited_in_one_contract(house: ContractsHouse, pair: Pair) -> None:
    side = Side(house, pair, "manager")
    assert side.as_person().put(f"{pair.path}/parameters", {}).status_code == 422
    assert side.give(functions=["reader"]).status_code == 200
    assert side.as_person().put(f"{pair.path}/parameters", {}).status_code == 403
    assert side.as_person().get(pair.path).status_code == 200
    assert side.api.delete(f"{pair.path}/functions/{side.person}").status_code == 204
    assert side.as_person().put(f"{pair.path}/parameters", {}).status_code == 422
    assert side.api.delete(f"{pair.path}/functions/{side.person}").status_code == 404


def test_an_external_auditor_reads_one_contract_until_a_day(house: ContractsHouse, pair: Pair) -> None:
    side = Side(house, pair, "auditor")
    people = f"/v1/organisations/{pair.sous_traitant_id}/people/{side.person}"
    assert side.api.call("PATCH", people, json={"only_contracts": True}).json()["only_contracts"] is True
    assert side.as_person().get(pair.path).status_code == 404
    assert side.as_person().get("/v1/contracts").json()["items"] == []
    assert side.give(functions=["auditor"], valid_to="2099-01-01T00:00:00Z").status_code == 200
    assert side.as_person().get(pair.path).status_code == 200
    assert [item["id"] for item in side.as_person().get("/v1/contracts").json()["items"]] == [pair.contract_id]
    assert side.as_person().post(f"{pair.path}/acceptances", {}).status_code == 403
    ended = {"functions": ["auditor"], "valid_from": "2026-01-01T00:00:00Z", "valid_to": "2026-01-02T00:00:00Z"}
    assert side.give(**ended).status_code == 200
    assert side.told()["contract_functions"] == {}
    assert side.as_person().get(pair.path).status_code == 404


def test_functions_wait_for_their_first_day(side: Side) -> None:
    assert side.give(functions=["manager"], valid_from="2099-01-01T00:00:00Z").status_code == 200
    assert side.told()["contract_functions"] == {}


def test_what_was_said_before_is_kept(side: Side) -> None:
    side.give(functions=["manager"])
    side.give(functions=["team_lead"])
    items = side.api.get(f"{side.pair.path}/functions").json()["items"]
    assert [(item["functions"], item["ended_at"] is None) for item in items] == [
        (["manager"], False), (["team_lead"], True),
    ]  # fmt: skip
    # The other party does not see who does what here.
    other = side.house.member(side.pair.donneur_ordre_id, F.ADMINISTRATOR)
    assert other.get(f"{side.pair.path}/functions").json()["items"] == []


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ({"functions": []}, {"functions"}), ({"functions": ["administrator"]}, {"functions"}),
        ({"functions": ["platform_admin"]}, {"functions"}), ({"functions": ["signatory"]}, {"scope"}),
        ({"functions": ["auditor"]}, {"valid_to"}),
        ({"functions": ["auditor", "manager"], "valid_to": "2099-01-01T00:00:00Z"}, {"functions"}),
        ({"functions": ["reader"], "valid_to": "2020-01-01T00:00:00Z"}, {"valid_to"}),
        ({"functions": ["reader"], "person_id": "x"}, {"person_id"}),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(side: Side, body: dict[str, Any], fields: set[str]) -> None:
    assert faults(side.give(**body)) == fields
    assert side.told()["contract_functions"] == {}


def test_only_one_s_own_people_and_contracts(house: ContractsHouse, side: Side) -> None:
    path, body = f"{side.pair.path}/functions/{side.person}", {"functions": ["manager"]}
    other_party = house.member(side.pair.donneur_ordre_id, F.ADMINISTRATOR)
    stranger = house.member(house.organisation(), F.ADMINISTRATOR)
    for api in (other_party, stranger, house.platform):
        assert api.put(path, body).status_code == api.delete(path).status_code == 404
    manager = house.member(side.pair.sous_traitant_id, F.MANAGER)
    assert manager.put(path, body).status_code == manager.get(f"{side.pair.path}/functions").status_code == 403
    for known in (str(new_id()), "nope"):
        assert side.api.put(f"{side.pair.path}/functions/{known}", body).status_code == 404


def test_a_refusal_says_which_function_would_do_and_who_gives_it(house: ContractsHouse, side: Side) -> None:
    for name in ("Claire Morel", "Ada Fontaine"):
        body = {"email": f"{new_id()}@voix.example", "name": name, "functions": ["administrator"]}
        side.api.post(f"/v1/organisations/{side.pair.sous_traitant_id}/people", body)
    refused = side.as_person().post(f"{side.pair.path}/acceptances", {}).json()
    assert refused["functions"] == ["manager", "signatory"]
    assert refused["administrators"] == ["Ada Fontaine", "Claire Morel"]
    machine = house.member(side.pair.sous_traitant_id, F.READER).post(f"{side.pair.path}/acceptances", {}).json()
    assert machine["functions"] == ["manager", "signatory"]
    assert "administrators" not in machine
