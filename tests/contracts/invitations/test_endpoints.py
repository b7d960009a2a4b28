"""Invitations over HTTP."""

from typing import Any

import pytest

from services.common.auth.access import Function
from services.common.identifiers import new_id
from tests.support.callers import Api, faults
from tests.support.contracts import ContractsHouse
from tests.support.processes import eventually

F = Function


def invitation(*functions: str, **changes: Any) -> dict[str, Any]:
    """Somebody to invite."""
    body = {"email": f"{new_id()}@voix-du-rhone.example", "name": "Nadia Roux", "functions": list(functions)}
    return body | {"language": "en"} | changes


class Team:
    """An organisation and its people, as its administrator sees them."""

    def __init__(self, house: ContractsHouse) -> None:
        self.id = house.organisation("Voix du Rhône")
        self.path = f"/v1/organisations/{self.id}"
        self.api: Api = house.member(self.id, F.ADMINISTRATOR)

    def invite(self, *functions: str, **changes: Any) -> dict[str, Any]:
        """Somebody new."""
        answer = self.api.post(f"{self.path}/invitations", invitation(*(functions or ("reader",)), **changes))
        assert answer.status_code == 201, answer.text
        made: dict[str, Any] = answer.json()
        return made

    def person(self, person_id: str) -> dict[str, Any]:
        """Somebody of the list."""
        items = self.api.get(f"{self.path}/people", params={"limit": "1000"}).json()["items"]
        return dict(next(item for item in items if item["id"] == person_id))


@pytest.fixture
def team(house: ContractsHouse) -> Team:
    """A new organisation."""
    return Team(house)


def join(house: ContractsHouse, person_id: str, **body: Any) -> int:
    """The gateway tells that somebody came by their link."""
    wanted = {"name": "Nadia R.", "language": "fr"} | body
    return house.service("gateway").put(f"/internal/people/{person_id}/joining", wanted).status_code


def test_who_is_invited_is_kept_and_may_do_nothing_yet(house: ContractsHouse, team: Team) -> None:
    made = team.invite("manager")
    assert made["url"].startswith("http")
    assert (made["mail"], made["expires_at"]) == ("off", "2026-12-05T08:00:00Z")
    ordered = house.peers.links[-1]
    assert ordered["person_id"] == made["id"]
    assert ordered["purpose"] == "invitation"
    assert ordered["mail"] == {"email": made["email"], "language": "en", "organisation": "Voix du Rhône"}
    kept = team.person(made["id"])
    assert (kept["joined_at"], kept["invited_until"]) == (None, "2026-12-05T08:00:00Z")
    assert "url" not in kept
    told = house.service("gateway").get(f"/internal/people/{made['id']}").json()
    assert (told["active"], told["invited"], told["language"]) == (False, True, "en")


def test_who_comes_by_the_link_acts_from_then_on(house: ContractsHouse, team: Team) -> None:
    made = team.invite()
    assert join(house, made["id"]) == 204
    first = team.person(made["id"])
    assert (first["name"], first["joined_at"] is None) == ("Nadia R.", False)
    # Told twice, when the first answer was lost.
    assert join(house, made["id"], name="Nadia Roux") == 204
    assert team.person(made["id"])["joined_at"] == first["joined_at"]
    assert house.service("gateway").get(f"/internal/people/{made['id']}").json()["active"] is True
    assert join(house, str(new_id())) == join(house, "nope") == 404
    for issuer in ("kpi", "feedback"):
        answer = house.service(issuer).put(f"/internal/people/{made['id']}/joining", {"name": "x", "language": "fr"})
        assert answer.status_code == 404


def test_deactivating_revokes_an_invitation_and_frees_the_address(house: ContractsHouse, team: Team) -> None:
    made = team.invite()
    house.peers.passwords[made["id"]] = "link"
    assert team.api.delete(f"{team.path}/people/{made['id']}").status_code == 204
    eventually(lambda: made["id"] not in house.peers.passwords, "the gateway was told")
    assert join(house, made["id"]) == 404
    assert team.api.post(f"{team.path}/people/{made['id']}/links").status_code == 404
    assert team.invite(email=made["email"])["id"] != made["id"]


def test_a_new_link_is_to_join_or_for_a_password(house: ContractsHouse, team: Team) -> None:
    made = team.invite()
    again = team.api.post(f"{team.path}/people/{made['id']}/links").json()
    assert set(again) == {"url", "expires_at", "mail"}
    assert again["url"] != made["url"]
    assert house.peers.links[-1]["purpose"] == "invitation"
    join(house, made["id"])
    assert team.api.post(f"{team.path}/people/{made['id']}/links").status_code == 201
    assert house.peers.links[-1]["purpose"] == "password"


def test_who_is_only_invited_is_no_administrator_yet(house: ContractsHouse, team: Team) -> None:
    first, second = team.invite("administrator"), team.invite("administrator")
    join(house, first["id"])
    refused = team.api.delete(f"{team.path}/people/{first['id']}")
    assert (refused.status_code, refused.json()["code"]) == (409, "last_administrator")
    join(house, second["id"])
    assert team.api.delete(f"{team.path}/people/{first['id']}").status_code == 204


def test_an_address_is_invited_once(house: ContractsHouse, team: Team) -> None:
    made = team.invite()
    other = Team(house)
    taken = other.api.post(f"{other.path}/invitations", invitation("reader", email=made["email"].upper()))
    assert (taken.status_code, taken.json()["code"]) == (409, "email_taken")


@pytest.mark.parametrize(
    ("wrong", "fields"),
    [
        ({"email": "nadia"}, {"email"}), ({"name": " "}, {"name"}), ({"functions": []}, {"functions"}),
        ({"functions": ["boss"]}, {"functions.0"}), ({"language": "de"}, {"language"}), ({"more": 1}, {"more"}),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(house: ContractsHouse, team: Team, wrong: dict[str, Any], fields: set[str]) -> None:
    assert faults(team.api.post(f"{team.path}/invitations", invitation("reader") | wrong)) == fields
    assert team.api.get(f"{team.path}/people").json()["items"] == []


def test_nobody_is_kept_without_a_link(house: ContractsHouse, team: Team) -> None:
    house.peers.down = True
    try:
        assert team.api.post(f"{team.path}/invitations", invitation("reader")).status_code == 503
    finally:
        house.peers.down = False
    assert team.api.get(f"{team.path}/people").json()["items"] == []


def test_who_may_not_give_platform_admin_gives_no_link_to_it(house: ContractsHouse, team: Team) -> None:
    assert team.api.post(f"{team.path}/invitations", invitation("platform_admin")).status_code == 403
    operators = f"/v1/organisations/{house.operator.organisation_id}"
    made = house.platform.post(f"{operators}/invitations", invitation("platform_admin")).json()
    ordinary = house.member(str(house.operator.organisation_id), F.ADMINISTRATOR)
    assert ordinary.post(f"{operators}/people/{made['id']}/links").status_code == 403
    assert house.platform.delete(f"{operators}/people/{made['id']}").status_code == 204


def test_somebody_of_another_organisation_gets_no_link(house: ContractsHouse, team: Team) -> None:
    made, other = team.invite(), Team(house)
    for known in (made["id"], str(new_id()), "nope"):
        assert other.api.post(f"{other.path}/people/{known}/links").status_code == 404
    assert other.api.post(f"{team.path}/people/{made['id']}/links").status_code == 404
    assert other.api.post(f"{team.path}/invitations", invitation("reader")).status_code == 404
    assert house.member(team.id, F.MANAGER).post(f"{team.path}/invitations", invitation("reader")).status_code == 403


def test_the_first_administrator_names_themselves(house: ContractsHouse) -> None:
    drawn = house.platform.post("/v1/platform/first-administrator-links")
    assert drawn.status_code == 201
    person_id, email = house.peers.links[-1]["person_id"], f"{new_id()}@copil.example"
    assert house.peers.links[-1]["purpose"] == "first_administrator"
    assert join(house, person_id, email=email, name="Ada") == 204
    told = house.service("gateway").get(f"/internal/people/{person_id}").json()
    assert (told["functions"], told["active"], told["email"]) == (["platform_admin"], True, email)
    # Kept here, but without a password at the gateway: they may think better of the address, and a link is drawn.
    better = f"{new_id()}@copil.example"
    assert join(house, person_id, email=better, name="Ada") == 204
    assert house.platform.post("/v1/platform/first-administrator-links").status_code == 201
    house.peers.passwords[person_id] = "kept"
    refused = house.platform.post("/v1/platform/first-administrator-links")
    assert (refused.status_code, refused.json()["code"]) == (409, "administrator_exists")
    assert (
        house.member(str(house.operator.organisation_id), F.ADMINISTRATOR)
        .post("/v1/platform/first-administrator-links")
        .status_code
        == 403
    )
    house.platform.delete(f"/v1/organisations/{house.operator.organisation_id}/people/{person_id}")
