"""Who may sign for each party, over HTTP: told to both, and nothing else of the other's people."""

from typing import Any

import pytest

from services.common.auth.access import Function
from services.common.identifiers import new_id
from tests.support.contracts import ContractsHouse, Pair

F = Function
SCOPE = "Avenants de moins de 10 000 € par an"


class People:
    """The people of one side of a contract, as its administrator adds them."""

    def __init__(self, house: ContractsHouse, pair: Pair, organisation_id: str) -> None:
        self.pair = pair
        self.organisation_id = organisation_id
        self.api = house.member(organisation_id, F.ADMINISTRATOR)

    def add(self, name: str, *functions: str) -> str:
        """Add somebody; their id."""
        body = {"email": f"{new_id()}@exemple.example", "name": name, "functions": list(functions)}
        return str(self.api.post(f"/v1/organisations/{self.organisation_id}/people", body).json()["id"])

    def change(self, person: str, **body: Any) -> None:
        """Change somebody."""
        path = f"/v1/organisations/{self.organisation_id}/people/{person}"
        assert self.api.call("PATCH", path, json=body).status_code == 200

    def give(self, person: str, **body: Any) -> None:
        """Say what somebody does in the contract."""
        answer = self.api.put(f"{self.pair.path}/functions/{person}", body)
        assert answer.status_code == 200, answer.text


@pytest.fixture
def ours(house: ContractsHouse, pair: Pair) -> People:
    """The donneur d'ordre."""
    return People(house, pair, pair.donneur_ordre_id)


@pytest.fixture
def theirs(house: ContractsHouse, pair: Pair) -> People:
    """The sous-traitant."""
    return People(house, pair, pair.sous_traitant_id)


def _told(api: Any, pair: Pair) -> list[tuple[Any, ...]]:
    answer = api.get(f"{pair.path}/signatories")
    assert answer.status_code == 200, answer.text
    return [(item["side"], item["name"], item["scope"], item["person_id"]) for item in answer.json()["items"]]


def test_both_parties_see_who_may_sign_for_either(
    house: ContractsHouse, pair: Pair, ours: People, theirs: People
) -> None:
    claire = ours.add("Claire Morel", "signatory", "manager")
    ours.add("Paul Petit", "manager")
    karim = theirs.add("Karim Benali", "reader")
    theirs.give(karim, functions=["reader", "signatory"], scope=SCOPE, valid_to="2099-01-01T00:00:00Z")
    assert _told(house.member(pair.donneur_ordre_id, F.READER), pair) == [
        ("donneur_ordre", "Claire Morel", None, claire), ("sous_traitant", "Karim Benali", SCOPE, None),
    ]  # fmt: skip
    assert _told(house.member(pair.sous_traitant_id, F.READER), pair) == [
        ("donneur_ordre", "Claire Morel", None, None), ("sous_traitant", "Karim Benali", SCOPE, karim),
    ]  # fmt: skip


def test_what_is_said_for_the_contract_takes_the_place_of_the_rest(
    house: ContractsHouse, pair: Pair, ours: People
) -> None:
    reader = house.member(pair.donneur_ordre_id, F.READER)
    claire = ours.add("Claire Morel", "signatory")
    ours.give(claire, functions=["reader"])
    assert _told(reader, pair) == []
    ended = {"valid_from": "2026-01-01T00:00:00Z", "valid_to": "2026-01-02T00:00:00Z"}
    ours.give(claire, functions=["signatory"], scope=SCOPE, **ended)
    assert _told(reader, pair) == [("donneur_ordre", "Claire Morel", None, claire)]
    ours.give(claire, functions=["signatory"], scope=SCOPE, valid_from="2099-01-01T00:00:00Z")
    # Until then what holds elsewhere goes on.
    items = reader.get(f"{pair.path}/signatories").json()["items"]
    assert [(item["scope"], item["valid_from"], item["valid_to"]) for item in items] == [
        (None, None, "2099-01-01T00:00:00Z"), (SCOPE, "2099-01-01T00:00:00Z", None),
    ]  # fmt: skip
    ours.give(claire, functions=["reader"], valid_from="2099-01-01T00:00:00Z")
    assert _told(reader, pair) == [("donneur_ordre", "Claire Morel", None, claire)]


def test_who_left_or_reaches_other_contracts_only_does_not_sign(
    house: ContractsHouse, pair: Pair, ours: People
) -> None:
    reader = house.member(pair.donneur_ordre_id, F.READER)
    gone, elsewhere = ours.add("Ada Fontaine", "signatory"), ours.add("Paul Petit", "signatory")
    assert len(_told(reader, pair)) == 2
    ours.api.delete(f"/v1/organisations/{pair.donneur_ordre_id}/people/{gone}")
    ours.change(elsewhere, only_contracts=True)
    assert _told(reader, pair) == []


def test_a_stranger_sees_no_contract(house: ContractsHouse, pair: Pair, ours: People) -> None:
    ours.add("Claire Morel", "signatory")
    stranger = house.member(house.organisation(), F.MANAGER)
    assert stranger.get(f"{pair.path}/signatories").status_code == 404
