"""The four questions: who answered them, and that nothing is accepted without four times yes."""

from typing import Any

import pytest

from services.common.auth.access import Function
from tests.factories.contracts import commitment_body
from tests.support.callers import Api, faults
from tests.support.contracts import ContractsHouse, Pair
from tests.support.problems import problem

QUESTIONS = ("specific", "measurable", "realistic", "aligned")
FOUR_YES = dict.fromkeys(QUESTIONS, True)


def _written(side: Api, pair: Pair, **changes: Any) -> dict[str, Any]:
    answer = side.put(f"{pair.path}/commitments", commitment_body(**changes))
    assert answer.is_success, answer.text
    version: dict[str, Any] = answer.json()
    return version


def _answer(side: Api, pair: Pair, version: dict[str, Any], **answers: Any) -> Any:
    return side.post(f"{pair.path}/commitments/{version['id']}/checks", FOUR_YES | answers)


def _people(house: ContractsHouse, pair: Pair) -> tuple[Api, Api]:
    """A manager of each side who signed in, in a browser."""
    ids = (pair.donneur_ordre_id, pair.sous_traitant_id)
    first, second = (house.member(organisation_id, Function.MANAGER, amr=["pwd"]) for organisation_id in ids)
    return first, second


def test_answers_are_shown_to_the_other_side_with_who_and_when(house: ContractsHouse, pair: Pair) -> None:
    claire = house.member(pair.donneur_ordre_id, Function.MANAGER, name="Claire Morel")
    version = _written(claire, pair, checks=FOUR_YES | {"realistic": False, "comment": "À confirmer."})
    answer = _answer(pair.sous_traitant, pair, version)
    assert answer.status_code == 201, answer.text
    (seen,) = pair.sous_traitant.get(f"{pair.path}/commitments", params={"history": "true"}).json()["items"]
    first, second = seen["checks"]
    assert [first[name] for name in QUESTIONS] == [True, True, False, True]
    assert (first["author"], first["comment"]) == ({"side": "donneur_ordre", "name": "Claire Morel"}, "À confirmer.")
    assert second["author"]["side"] == "sous_traitant"
    assert first["written_at"] < second["written_at"]
    assert answer.json() == seen


@pytest.mark.parametrize("checks", [None, FOUR_YES | {"measurable": False}])
def test_a_draft_is_not_accepted_before_four_times_yes(
    house: ContractsHouse, pair: Pair, checks: dict[str, Any] | None
) -> None:
    version = _written(pair.donneur_ordre, pair, checks=checks)
    for side in _people(house, pair):
        body = problem(side.post(f"{pair.path}/acceptances", {}), 409, "questions_open")
        assert body["commitments"] == [version["id"]]
    assert _answer(pair.sous_traitant, pair, version).status_code == 201
    pair.accept()
    assert pair.donneur_ordre.get(pair.path).json()["state"] == "active"


def test_a_machine_client_signs_what_its_people_settled_elsewhere(pair: Pair) -> None:
    """given a commitment written by the API without answers / when both integrations accept / then it binds."""
    _written(pair.donneur_ordre, pair, checks=None)
    pair.accept()
    assert pair.donneur_ordre.get(pair.path).json()["state"] == "active"


def test_an_amendment_neither(house: ContractsHouse, active: Pair) -> None:
    version = _written(active.donneur_ordre, active, checks=None)
    _, person = _people(house, active)
    for body in ({}, {"version_id": version["id"]}):
        refused = person.post(f"{active.path}/acceptances", body)
        problem(refused, 409, "questions_open")
    _answer(active.donneur_ordre, active, version)
    active.accept()
    # The end of a commitment promises nothing.
    end = {"indicator": version["indicator"], "ends": True, "valid_from": "2027-01-01T00:00:00+01:00"}
    assert active.donneur_ordre.put(f"{active.path}/commitments", end).status_code == 202
    assert len(active.sous_traitant.post(f"{active.path}/acceptances", {}).json()["accepted"]) == 1


def test_a_promise_that_is_gone_needs_no_answers(pair: Pair) -> None:
    version = _written(pair.donneur_ordre, pair, checks=None)
    _written(pair.donneur_ordre, pair, ends=True, checks=None, valid_from=version["valid_from"])
    pair.accept()


def test_writing_the_same_again_may_bring_the_answers(pair: Pair) -> None:
    version = _written(pair.donneur_ordre, pair, checks=None)
    assert version["checks"] == []
    again = _written(pair.sous_traitant, pair)
    assert again["id"] == version["id"]
    assert again["checks"][0]["author"]["side"] == "sous_traitant"
    assert len(_written(pair.donneur_ordre, pair)["checks"]) == 1


def test_answers_move_with_the_first_day(pair: Pair) -> None:
    version = _written(pair.donneur_ordre, pair)
    body = {"starts_on": "2026-02-01"}
    assert pair.sous_traitant.call("PATCH", pair.path, json=body, headers={"if-match": "*"}).status_code == 200
    (moved,) = pair.donneur_ordre.get(f"{pair.path}/commitments", params={"at": "2026-02-01T00:00:00+01:00"}).json()[
        "items"
    ]
    assert moved["checks"] == version["checks"]


def test_bad_answers_and_strangers(house: ContractsHouse, pair: Pair, active: Pair) -> None:
    version = _written(pair.donneur_ordre, pair, checks=None)
    assert faults(_answer(pair.donneur_ordre, pair, version, realistic="yes")) == {"realistic"}
    refused = pair.donneur_ordre.post(f"{pair.path}/commitments/{version['id']}/checks", {"specific": True})
    assert faults(refused) == set(QUESTIONS) - {"specific"}
    problem(_answer(active.donneur_ordre, active, version), 404, "not_found")
    foreigner = house.member(house.organisation(), Function.MANAGER)
    reader = house.member(pair.sous_traitant_id, Function.READER)
    for api, status in ((house.stranger, 401), (foreigner, 404), (reader, 403)):
        problem(_answer(api, pair, version), status)
