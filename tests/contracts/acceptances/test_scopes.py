"""By virtue of what somebody accepts: the words for which they were named in the contract at that instant."""

from services.common.auth.access import Function
from tests.support.contracts import ContractsHouse, Pair

SCOPE = "Avenants de moins de 10 000 € par an"


def _person(house: ContractsHouse, organisation_id: str, name: str) -> str:
    administrator = house.member(organisation_id, Function.ADMINISTRATOR)
    body = {"name": name, "email": f"{name}-{organisation_id}@x.example", "functions": ["reader"]}
    answer = administrator.post(f"/v1/organisations/{organisation_id}/people", body)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def test_both_parties_read_for_what_a_signatory_was_named(house: ContractsHouse, pair: Pair) -> None:
    person = _person(house, pair.sous_traitant_id, "ines")
    administrator = house.member(pair.sous_traitant_id, Function.ADMINISTRATOR)
    naming = {"functions": ["signatory"], "scope": SCOPE}
    assert administrator.put(f"{pair.path}/functions/{person}", naming).status_code == 200
    signatory = house.member(pair.sous_traitant_id, Function.SIGNATORY, subject=person, name="Inès Roux")
    assert signatory.post(f"{pair.path}/acceptances", {}).status_code == 201
    # What is said of them later changes nothing of what was accepted.
    administrator.put(f"{pair.path}/functions/{person}", naming | {"scope": "Tout"})
    pair.donneur_ordre.post(f"{pair.path}/acceptances", {})
    for side in (pair.donneur_ordre, pair.sous_traitant):
        given = side.get(f"{pair.path}/acceptances").json()["items"]
        named = [(one["side"], one["accepted_scope"]) for one in given]
        assert named == [("sous_traitant", SCOPE), ("donneur_ordre", None)]
        assert given[0]["accepted_name"] == "Inès Roux"


def test_a_naming_that_is_over_or_not_yet_begun_says_nothing(house: ContractsHouse, pair: Pair) -> None:
    administrator = house.member(pair.donneur_ordre_id, Function.ADMINISTRATOR)
    for name, dates in (
        ("tard", {"valid_from": "2020-01-01T00:00:00Z", "valid_to": "2020-02-01T00:00:00Z"}),
        ("tot", {"valid_from": "2190-01-01T00:00:00Z"}),
    ):
        person = _person(house, pair.donneur_ordre_id, name)
        naming = {"functions": ["signatory"], "scope": SCOPE, **dates}
        assert administrator.put(f"{pair.path}/functions/{person}", naming).status_code == 200
        manager = house.member(pair.donneur_ordre_id, Function.MANAGER, subject=person)
        pair.sous_traitant.call("PATCH", pair.path, json={"title": name}, headers={"if-match": "*"})
        assert manager.post(f"{pair.path}/acceptances", {}).status_code == 201
    given = pair.donneur_ordre.get(f"{pair.path}/acceptances").json()["items"]
    assert [one["accepted_scope"] for one in given] == [None, None]
