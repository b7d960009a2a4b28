"""People over HTTP."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from services.common.auth.access import Function
from services.common.identifiers import new_id
from tests.support.callers import Api, faults
from tests.support.contracts import ContractsHouse, Pair
from tests.support.processes import eventually

F = Function


def address() -> str:
    """An address that nobody has."""
    return f"{new_id()}@maison-verlaine.example"


def person(*functions: str, **changes: Any) -> dict[str, Any]:
    """Somebody to add."""
    return {"email": address(), "name": "Claire Morel", "functions": list(functions or ("reader",)), **changes}


class Team:
    """An organisation and its people, as its administrator sees them."""

    def __init__(self, house: ContractsHouse) -> None:
        self.id = house.organisation()
        self.path = f"/v1/organisations/{self.id}/people"
        self.api: Api = house.member(self.id, F.ADMINISTRATOR)

    def add(self, *functions: str, **changes: Any) -> dict[str, Any]:
        """Somebody new."""
        answer = self.api.post(self.path, person(*functions, **changes))
        assert answer.status_code == 201, answer.text
        created: dict[str, Any] = answer.json()
        return created


@pytest.fixture
def team(house: ContractsHouse) -> Team:
    """A new organisation."""
    return Team(house)


def test_somebody_is_added_with_a_password_told_once(house: ContractsHouse, team: Team) -> None:
    created = team.add("manager", "signatory", email=" Claire.Morel." + team.id + "@Maison-Verlaine.EXAMPLE ")
    assert created["email"] == f"claire.morel.{team.id}@maison-verlaine.example"
    assert created["password"] == house.peers.passwords[created["id"]] == f"password of {created['email']}"
    listed = team.api.get(team.path).json()["items"]
    assert [(item["id"], item["functions"], item["deactivated_at"]) for item in listed] == [
        (created["id"], ["manager", "signatory"], None)
    ]
    assert "password" not in listed[0]


def test_the_gateway_is_told_who_somebody_is(house: ContractsHouse, active: Pair) -> None:
    path = f"/v1/organisations/{active.sous_traitant_id}/people"
    created = house.platform.post(path, person("team_lead")).json()
    told = house.service("gateway").get(f"/internal/people/{created['id']}").json()
    assert told == {
        "id": created["id"],
        "email": created["email"],
        "name": "Claire Morel",
        "organisation": {"id": active.sous_traitant_id, "name": "Voix du Rhône"},
        "functions": ["team_lead"],
        "roles": ["sous_traitant"],
        "active": True,
        "invited": False,
        "language": None,
        "zone": None,
        "theme": None,
        "contract_functions": {},
        "only_contracts": False,
        "administrators": [],
    }
    for issuer in ("kpi", "feedback"):
        assert house.service(issuer).get(f"/internal/people/{created['id']}").status_code == 404


@pytest.mark.parametrize(
    ("wrong", "fields"),
    [
        ({"email": "claire"}, {"email"}),
        ({"email": "a b@c.example"}, {"email"}),
        ({"email": "a@b@c.example"}, {"email"}),
        ({"email": "a\u0000@c.example"}, {"email"}),
        ({"email": "a" * 250 + "@c.example"}, {"email"}),
        ({"name": ""}, {"name"}),
        ({"name": "a\nb"}, {"name"}),
        ({"functions": []}, {"functions"}),
        ({"functions": ["boss"]}, {"functions.0"}),
        ({"functions": ["reader", "reader"]}, {"functions"}),
        ({"password": "mine"}, {"password"}),
        ({"functions": ["platform_admin"]}, {"functions"}),
    ],
)
def test_what_is_wrong_is_named(house: ContractsHouse, team: Team, wrong: dict[str, Any], fields: set[str]) -> None:
    assert faults(house.platform.post(team.path, person() | wrong)) == fields
    assert team.api.get(team.path).json()["items"] == []


def test_an_address_belongs_to_one_who_may_act(house: ContractsHouse, team: Team) -> None:
    first = team.add()
    for spelling in (first["email"], first["email"].upper()):
        other = Team(house)
        taken = other.api.post(other.path, person(email=spelling))
        assert (taken.status_code, taken.json()["code"]) == (409, "email_taken")
    assert team.api.delete(f"{team.path}/{first['id']}").status_code == 204
    again = Team(house).add(email=first["email"])
    assert again["id"] != first["id"]


def test_one_of_many_who_want_the_same_address_gets_it(house: ContractsHouse, team: Team) -> None:
    wanted = person()
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda _: team.api.post(team.path, wanted), range(6)))
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409, 409, 409, 409]


def test_a_second_try_with_the_same_key_tells_the_same_password(team: Team) -> None:
    headers = {"idempotency-key": "once"}
    body = person()
    answers = [team.api.post(team.path, body, headers=headers) for _ in range(2)]
    assert answers[0].json() == answers[1].json()
    assert len(team.api.get(team.path).json()["items"]) == 1


def test_nobody_is_kept_when_the_gateway_gives_no_password(house: ContractsHouse, team: Team) -> None:
    house.peers.down = True
    try:
        assert team.api.post(team.path, person()).status_code == 503
    finally:
        house.peers.down = False
    assert team.api.get(team.path).json()["items"] == []


def test_platform_administrators_belong_to_the_operator(house: ContractsHouse, team: Team) -> None:
    operators = f"/v1/organisations/{house.operator.organisation_id}/people"
    created = house.platform.post(operators, person("platform_admin"))
    assert created.status_code == 201
    assert faults(house.platform.post(team.path, person("platform_admin"))) == {"functions"}
    assert team.api.post(team.path, person("platform_admin")).status_code == 403
    ordinary = house.member(str(house.operator.organisation_id), F.ADMINISTRATOR)
    assert ordinary.post(operators, person("platform_admin")).status_code == 403
    assert house.platform.delete(f"{operators}/{created.json()['id']}").status_code == 204


def test_deactivation_reaches_the_gateway_and_stays_quiet(house: ContractsHouse, team: Team) -> None:
    somebody = team.add()
    path = f"{team.path}/{somebody['id']}"
    assert team.api.delete(path).status_code == 204
    eventually(lambda: somebody["id"] not in house.peers.passwords, "the gateway was told")
    ended = team.api.get(team.path).json()["items"][0]["deactivated_at"]
    assert ended is not None
    assert team.api.delete(path).status_code == 204
    assert team.api.get(team.path).json()["items"][0]["deactivated_at"] == ended
    assert team.api.call("PATCH", path, json={"name": "x"}).status_code == 404
    assert house.service("gateway").get(f"/internal/people/{somebody['id']}").json()["active"] is False


def test_an_organisation_keeps_an_administrator(house: ContractsHouse, team: Team) -> None:
    first, second = team.add("administrator"), team.add("administrator", "manager")
    assert team.api.delete(f"{team.path}/{first['id']}").status_code == 204
    last = f"{team.path}/{second['id']}"
    for api in (team.api, house.platform):
        refused = api.delete(last)
        assert (refused.status_code, refused.json()["code"]) == (409, "last_administrator")
        assert api.call("PATCH", last, json={"functions": ["manager"]}).status_code == 409
    assert team.api.call("PATCH", last, json={"functions": ["administrator"]}).json()["functions"] == ["administrator"]
    team.add("administrator")
    assert team.api.delete(last).status_code == 204


def test_two_administrators_cannot_deactivate_each_other(team: Team) -> None:
    for _ in range(5):
        ids = [team.add("administrator")["id"] for _ in range(2)]
        for item in team.api.get(team.path).json()["items"]:
            if item["id"] not in ids and item["deactivated_at"] is None:
                assert team.api.delete(f"{team.path}/{item['id']}").status_code == 204
        with ThreadPoolExecutor(2) as pool:
            answers = list(pool.map(lambda one: team.api.delete(f"{team.path}/{one}").status_code, ids))
        assert sorted(answers) == [204, 409]


def test_a_change_says_something_and_keeps_the_rest(house: ContractsHouse, team: Team) -> None:
    somebody = team.add("manager")
    path = f"{team.path}/{somebody['id']}"
    changed = team.api.call("PATCH", path, json={"functions": ["reader", "auditor"]}).json()
    assert (changed["functions"], changed["name"]) == (["reader", "auditor"], "Claire Morel")
    assert team.api.call("PATCH", path, json={"name": "Claire M."}).json()["functions"] == ["reader", "auditor"]
    told = house.service("gateway").get(f"/internal/people/{somebody['id']}").json()
    assert (told["name"], told["functions"]) == ("Claire M.", ["reader", "auditor"])
    wrong: list[dict[str, Any]] = [
        {}, {"name": None}, {"functions": None, "name": "x"}, {"email": "x@y.example"}, {"functions": []},
    ]  # fmt: skip
    for body in wrong:
        assert team.api.call("PATCH", path, json=body).status_code == 422
    assert team.api.call("PATCH", path, json={"functions": ["platform_admin"]}).status_code == 403


def test_somebody_of_another_organisation_is_nobody(house: ContractsHouse, team: Team) -> None:
    stranger, other = team.add(), Team(house)
    for method, body in (("DELETE", None), ("PATCH", {"name": "x"})):
        answers = [
            other.api.call(method, f"{other.path}/{told}", json=body, headers={"x-forwarded-path": "/asked"})
            for told in (stranger["id"], str(new_id()), "nope", stranger["id"].upper())
        ]
        assert {answer.status_code for answer in answers} == {404}
        assert len({answer.content for answer in answers}) == 1
    assert team.api.get(team.path).json()["items"][0]["deactivated_at"] is None


def test_the_list_goes_on_where_a_page_ended(team: Team) -> None:
    made = [team.add()["id"] for _ in range(5)]
    seen: list[str] = []
    cursor: dict[str, str] = {}
    while True:
        page = team.api.get(team.path, params={"limit": "2", **cursor}).json()
        seen += [item["id"] for item in page["items"]]
        if page["next_cursor"] is None:
            break
        cursor = {"cursor": page["next_cursor"]}
    assert seen == made
    assert faults(team.api.get(team.path, params={"cursor": "zzz"})) == {"cursor"}


def test_standing_tells_which_contracts_an_organisation_holds(house: ContractsHouse, pair: Pair) -> None:
    stranger = house.pair()
    gateway = house.service("gateway")
    asked = ",".join((pair.contract_id, stranger.contract_id, str(new_id()), "nope", pair.contract_id.upper()))
    for ours in (pair.donneur_ordre_id, pair.sous_traitant_id):
        told = gateway.get(f"/internal/organisations/{ours}/standing", params={"among": asked})
        assert told.json() == {"contract_ids": [pair.contract_id]}
    house.withdraw(pair.contract_id, pair.sous_traitant_id)
    told = gateway.get(f"/internal/organisations/{pair.sous_traitant_id}/standing", params={"among": asked})
    assert told.json() == {"contract_ids": []}
    assert gateway.get(f"/internal/organisations/{pair.donneur_ordre_id}/standing").json() == {"contract_ids": []}
