"""Amendments that are withdrawn or refused, over HTTP; and what is said beside each step."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from services.common.auth.access import Function
from tests.factories.contracts import commitment_body, objective_body, parameters_body
from tests.support.callers import Api, faults
from tests.support.contracts import ContractsHouse, Pair
from tests.support.problems import problem

LATER = "2026-06-01T00:00:00+02:00"
WHY = "Notre équipe du samedi n'est complète qu'en mars."


def _proposed(side: Api, pair: Pair, kind: str = "parameters", **changes: Any) -> str:
    if kind == "objectives":
        answer = side.post(f"{pair.path}/{kind}", objective_body(**changes))
    else:
        body = {"parameters": parameters_body, "commitments": commitment_body}[kind]
        answer = side.put(f"{pair.path}/{kind}", body(**({"valid_from": LATER} | changes)))
    assert answer.status_code == 202, answer.text
    return str(answer.json()["id"])


def _state(pair: Pair, kind: str, version_id: str) -> str:
    params = {"history": "true"} if kind == "commitments" else {}
    items = pair.donneur_ordre.get(f"{pair.path}/{kind}", params=params).json()["items"]
    return str(next(one["state"] for one in items if one["id"] == version_id))


def _refuse(side: Api, pair: Pair, version_id: str, **options: Any) -> Any:
    return side.post(f"{pair.path}/amendments/{version_id}/refusal", {"comment": WHY}, **options)


def _withdraw(side: Api, pair: Pair, version_id: str) -> Any:
    return side.post(f"{pair.path}/amendments/{version_id}/withdrawal", {})


@pytest.mark.parametrize("kind", ["parameters", "objectives", "commitments"])
def test_the_other_side_refuses_with_its_reason(house: ContractsHouse, active: Pair, kind: str) -> None:
    version = _proposed(active.donneur_ordre, active, kind)
    signatory = house.member(active.sous_traitant_id, Function.SIGNATORY, name="Karim Benali")
    answer = _refuse(signatory, active, version)
    assert answer.status_code == 201, answer.text
    (closing,) = active.donneur_ordre.get(f"{active.path}/amendments/closings").json()["items"]
    assert closing == answer.json()
    assert (closing["version_id"], closing["outcome"], closing["comment"]) == (version, "refused", WHY)
    assert closing["author"] == {"side": "sous_traitant", "name": "Karim Benali"}
    assert _state(active, kind, version) == "refused"
    # It can be accepted no more, and the same may be proposed again.
    for side in (active.donneur_ordre, active.sous_traitant):
        refused = side.post(f"{active.path}/acceptances", {"version_id": version})
        problem(refused, 409, "amendment_settled")
    assert _proposed(active.donneur_ordre, active, kind) != version


@pytest.mark.parametrize("kind", ["parameters", "objectives", "commitments"])
def test_who_proposed_withdraws_even_what_it_accepted(active: Pair, kind: str) -> None:
    version = _proposed(active.sous_traitant, active, kind)
    assert active.sous_traitant.post(f"{active.path}/acceptances", {"version_id": version}).is_success
    answer = _withdraw(active.sous_traitant, active, version)
    assert (answer.status_code, answer.json()["outcome"], answer.json()["comment"]) == (201, "withdrawn", None)
    assert _state(active, kind, version) == "withdrawn"
    assert active.donneur_ordre.post(f"{active.path}/acceptances", {}).json()["accepted"] == []
    for again in (_withdraw(active.sous_traitant, active, version), _refuse(active.donneur_ordre, active, version)):
        problem(again, 409, "amendment_settled")


def test_one_withdraws_the_other_refuses(house: ContractsHouse, active: Pair) -> None:
    version = _proposed(active.donneur_ordre, active)
    problem(_withdraw(active.sous_traitant, active, version), 403)
    problem(_refuse(active.donneur_ordre, active, version), 403)
    problem(_withdraw(house.platform, active, version), 403)
    assert faults(active.sous_traitant.post(f"{active.path}/amendments/{version}/refusal", {})) == {"comment"}
    assert _state(active, "parameters", version) == "proposed"


def test_commitments_fall_with_the_objective_that_they_serve(active: Pair) -> None:
    objective = _proposed(active.donneur_ordre, active, "objectives")
    resting = _proposed(active.donneur_ordre, active, "commitments", objective_id=objective)
    apart = _proposed(active.donneur_ordre, active, "commitments", indicator="csat")
    assert _refuse(active.sous_traitant, active, objective).status_code == 201
    assert _state(active, "commitments", resting) == "refused"
    assert _state(active, "commitments", apart) == "proposed"
    body = commitment_body(valid_from=LATER, objective_id=objective)
    assert faults(active.donneur_ordre.put(f"{active.path}/commitments", body)) == {"objective_id"}
    body = objective_body(replaces=objective)
    assert faults(active.donneur_ordre.post(f"{active.path}/objectives", body)) == {"replaces"}


def test_nothing_is_closed_in_a_draft_nor_elsewhere(house: ContractsHouse, pair: Pair, active: Pair) -> None:
    drafted = pair.donneur_ordre.put(f"{pair.path}/parameters", parameters_body()).json()["id"]
    problem(_refuse(pair.sous_traitant, pair, drafted), 409, "version_not_proposed")
    version = _proposed(active.donneur_ordre, active)
    problem(_refuse(pair.sous_traitant, pair, version), 404)
    foreigner = house.member(house.organisation(), Function.MANAGER)
    for api, status in ((house.stranger, 401), (foreigner, 404)):
        problem(_refuse(api, active, version), status)
        problem(_withdraw(api, active, version), status)
        problem(api.get(f"{active.path}/amendments/closings"), status)
    problem(_refuse(house.member(active.sous_traitant_id, Function.READER), active, version), 403)
    problem(_withdraw(house.member(active.donneur_ordre_id, Function.SIGNATORY), active, version), 403)
    problem(_refuse(active.sous_traitant, active, version, headers={"if-match": '"1"'}), 412, "precondition_failed")


def test_of_acceptance_and_withdrawal_at_once_one_wins(active: Pair) -> None:
    version = _proposed(active.donneur_ordre, active)
    assert active.donneur_ordre.post(f"{active.path}/acceptances", {"version_id": version}).is_success
    with ThreadPoolExecutor(2) as pool:
        accepting = pool.submit(active.sous_traitant.post, f"{active.path}/acceptances", {"version_id": version})
        closing = pool.submit(_withdraw, active.donneur_ordre, active, version)
        accepted, closed = accepting.result(), closing.result()
    state = _state(active, "parameters", version)
    assert (state, accepted.status_code, closed.status_code) in {("in_force", 201, 409), ("withdrawn", 409, 201)}


def test_each_step_keeps_its_comment(pair: Pair) -> None:
    objectives = f"{pair.path}/objectives"
    first = pair.donneur_ordre.post(objectives, objective_body(comment="Comme l'an dernier.")).json()
    counter = objective_body(target_value="0.8", replaces=first["id"], comment=WHY)
    pair.sous_traitant.post(objectives, counter)
    listed = pair.donneur_ordre.get(objectives).json()["items"]
    assert [(one["author"]["side"], one["comment"]) for one in listed] == [
        ("donneur_ordre", "Comme l'an dernier."),
        ("sous_traitant", WHY),
    ]
    path = f"{pair.path}/commitments"
    one = pair.donneur_ordre.put(path, commitment_body(comment="Trois mois d'essai.")).json()
    digest = pair.donneur_ordre.get(f"{pair.path}/text").json()["digest"]
    # The same value with another comment is another step; without one it says nothing new.
    assert pair.sous_traitant.put(path, commitment_body()).json()["id"] == one["id"]
    assert pair.sous_traitant.put(path, commitment_body(comment="D'accord.")).json()["id"] != one["id"]
    versions = pair.sous_traitant.get(path, params={"history": "true"}).json()["items"]
    assert [version["comment"] for version in versions] == ["Trois mois d'essai.", "D'accord."]
    # What is said beside the text is no part of it.
    assert pair.donneur_ordre.get(f"{pair.path}/text").json()["digest"] == digest
    assert pair.donneur_ordre.put(f"{pair.path}/parameters", parameters_body(comment="x")).json()["comment"] == "x"
    pair.donneur_ordre.post(f"{pair.path}/acceptances", {"comment": "Lu et approuvé."})
    (given,) = pair.sous_traitant.get(f"{pair.path}/acceptances").json()["items"]
    assert given["comment"] == "Lu et approuvé."
