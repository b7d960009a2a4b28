"""One's own profile over HTTP."""

from typing import Any

import pytest

from services.common.auth.access import Function
from services.common.identifiers import new_id
from tests.support.callers import Api, faults
from tests.support.contracts import ContractsHouse

F = Function


@pytest.fixture
def claire(house: ContractsHouse) -> Api:
    """Somebody who is signed in."""
    organisation = house.organisation()
    body = {"email": f"{new_id()}@maison-vauban.example", "name": "Claire Morel", "functions": ["reader"]}
    made = house.platform.post(f"/v1/organisations/{organisation}/people", body).json()
    return house.member(organisation, F.READER, subject=made["id"])


def test_what_somebody_chooses_is_kept(house: ContractsHouse, claire: Api) -> None:
    before = claire.get("/v1/me").json()
    assert [before[name] for name in ("name", "language", "zone", "theme")] == ["Claire Morel", None, None, None]
    body = {"name": "Claire M.", "language": "en", "zone": "Europe/Paris", "theme": "dark"}
    changed = claire.call("PATCH", "/v1/me", json=body)
    assert changed.status_code == 200
    assert changed.json() == before | body == claire.get("/v1/me").json()
    assert claire.call("PATCH", "/v1/me", json={"theme": None}).json() == before | body | {"theme": None}
    told = house.service("gateway").get(f"/internal/people/{before['id']}").json()
    assert (told["name"], told["language"], told["zone"]) == ("Claire M.", "en", "Europe/Paris")


@pytest.mark.parametrize(
    "wrong",
    [{}, {"name": None}, {"name": ""}, {"language": "de"}, {"zone": "Paris"}, {"theme": "pink"},
     {"functions": ["administrator"], "name": "x"}, {"email": "x@y.example"}, {"organisation_id": "x", "name": "x"}],
)  # fmt: skip
def test_nothing_else_can_be_chosen(claire: Api, wrong: dict[str, Any]) -> None:
    before = claire.get("/v1/me").json()
    faults(claire.call("PATCH", "/v1/me", json=wrong))
    assert claire.get("/v1/me").json() == before


def test_a_machine_has_no_profile(house: ContractsHouse) -> None:
    machine = house.member(house.organisation(), F.MANAGER)
    assert machine.get("/v1/me").status_code == 404
    assert machine.call("PATCH", "/v1/me", json={"name": "x"}).status_code == 404
    assert house.stranger.get("/v1/me").status_code == 401
