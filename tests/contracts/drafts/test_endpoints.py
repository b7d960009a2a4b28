"""A draft that is corrected or given up, over HTTP."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import httpx
import pytest

from services.common.auth.access import Function
from tests.factories.contracts import commitment_body, contract_body, objective_body, parameters_body
from tests.support.callers import Api, faults
from tests.support.contracts import ContractsHouse, Pair
from tests.support.problems import problem
from tests.support.processes import eventually


def _correct(side: Api, pair: Pair, revision: int | None = None, **body: Any) -> httpx.Response:
    if revision is None:
        revision = side.get(pair.path).json()["revision"]
    return side.call("PATCH", pair.path, json=body, headers={"if-match": f'"{revision}"'})


def _abandon(side: Api, pair: Pair) -> httpx.Response:
    return side.call("DELETE", pair.path, headers={"if-match": "*"})


def _told(house: ContractsHouse, pair: Pair) -> dict[str, Any]:
    return house.peers.told[pair.contract_id][-1]


@pytest.mark.parametrize("by", ["donneur_ordre", "sous_traitant"])
def test_either_side_corrects_a_draft_and_the_history_keeps_both(house: ContractsHouse, pair: Pair, by: str) -> None:
    before = pair.donneur_ordre.get(pair.path).json()
    pair.donneur_ordre.post(f"{pair.path}/acceptances", {})
    side: Api = getattr(pair, by)
    answer = _correct(side, pair, title="Assistance niveau 2", kind="capacite", ends_on="2030-12-31")
    assert answer.status_code == 200, answer.text
    view = answer.json()
    assert answer.headers["etag"] == f'"{view["revision"]}"' == f'"{before["revision"] + 1}"'
    changed = {"title": "Assistance niveau 2", "kind": "capacite", "ends_on": "2030-12-31"}
    assert view == before | changed | {"revision": before["revision"] + 1}
    (correction,) = pair.sous_traitant.get(f"{pair.path}/corrections").json()["items"]
    assert correction["author"]["side"] == by
    assert {name: correction["after"][name] for name in changed} == changed
    assert {name: correction["before"][name] for name in changed} == {name: before[name] for name in changed}
    eventually(lambda: _told(house, pair)["title"] == "Assistance niveau 2", "the listeners were told")
    # What was accepted is another text now.
    (given,) = pair.donneur_ordre.get(f"{pair.path}/acceptances").json()["items"]
    assert given["void"] is True


def test_saying_the_same_again_changes_nothing(pair: Pair) -> None:
    before = pair.donneur_ordre.get(pair.path).json()
    assert _correct(pair.donneur_ordre, pair, title=before["title"]).json() == before
    assert pair.donneur_ordre.get(f"{pair.path}/corrections").json()["items"] == []


def test_a_correction_names_what_it_read(pair: Pair) -> None:
    problem(pair.donneur_ordre.call("PATCH", pair.path, json={"title": "x"}), 428, "precondition_required")
    problem(pair.donneur_ordre.call("DELETE", pair.path), 428, "precondition_required")
    assert _correct(pair.donneur_ordre, pair, 1, title="Premier").status_code == 200
    problem(_correct(pair.sous_traitant, pair, 1, title="Second"), 412, "precondition_failed")
    assert pair.sous_traitant.get(pair.path).json()["title"] == "Premier"


def test_of_two_at_once_one_is_told_that_it_lost(pair: Pair) -> None:
    revision = pair.donneur_ordre.get(pair.path).json()["revision"]
    sides = (pair.donneur_ordre, pair.sous_traitant) * 4
    with ThreadPoolExecutor(len(sides)) as pool:
        answers = list(
            pool.map(lambda one: _correct(one[1], pair, revision, title=f"Titre {one[0]}"), enumerate(sides))
        )
    assert sorted(answer.status_code for answer in answers) == [200] + [412] * 7
    (kept,) = [answer.json()["title"] for answer in answers if answer.status_code == 200]
    assert pair.donneur_ordre.get(pair.path).json()["title"] == kept
    assert len(pair.donneur_ordre.get(f"{pair.path}/corrections").json()["items"]) == 1


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ({}, {"body"}),
        ({"title": None}, {"body"}),
        ({"title": " "}, {"title"}),
        ({"kind": "autre"}, {"kind"}),
        ({"zone": "Mars/Olympe"}, {"zone"}),
        ({"ends_on": "2025-12-31"}, {"ends_on"}),
        ({"starts_on": "2026-02-30"}, {"starts_on"}),
        ({"state": "active"}, {"state"}),
        ({"sous_traitant_id": "0199c3a0-7d2e-7c11-9a8b-5b1f0d3c2e4a"}, {"sous_traitant_id"}),
    ],
)
def test_bad_corrections_change_nothing(pair: Pair, body: dict[str, Any], wrong: set[str]) -> None:
    before = pair.donneur_ordre.get(pair.path).json()
    answer = _correct(pair.donneur_ordre, pair, **body)
    assert answer.status_code == 422, answer.text
    assert faults(answer) == wrong
    assert pair.donneur_ordre.get(pair.path).json() == before


def test_another_first_day_takes_along_what_was_written_for_it(house: ContractsHouse, pair: Pair) -> None:
    pair.donneur_ordre.put(f"{pair.path}/parameters", parameters_body())
    objective = pair.donneur_ordre.post(f"{pair.path}/objectives", objective_body()).json()["id"]
    for target in ("0.7", "0.8"):
        body = commitment_body(target=target, objective_id=objective)
        assert pair.donneur_ordre.put(f"{pair.path}/commitments", body).is_success
    for first, instant in (("2026-03-01", "2026-02-28T23:00:00Z"), ("2025-07-01", "2025-06-30T22:00:00Z")):
        assert _correct(pair.sous_traitant, pair, starts_on=first).status_code == 200
        text = pair.donneur_ordre.get(f"{pair.path}/text").json()["text"]
        assert [one["valid_from"] for one in text["parameters"]] == [instant]
        assert [(one["valid_from"], one["target"]) for one in text["commitments"]] == [(instant, "0.8")]
        eventually(partial(_has_moved, house, pair, instant), "the listeners were told")
    assert _correct(pair.donneur_ordre, pair, zone="Indian/Reunion").status_code == 200
    text = pair.donneur_ordre.get(f"{pair.path}/text").json()["text"]
    assert [one["valid_from"] for one in text["parameters"]] == ["2025-06-30T20:00:00Z"]
    versions = pair.donneur_ordre.get(f"{pair.path}/parameters").json()["items"]
    assert [one["state"] for one in versions] == ["withdrawn", "withdrawn", "withdrawn", "in_force"]
    # What was withdrawn can be written again.
    again = pair.donneur_ordre.put(f"{pair.path}/parameters", parameters_body())
    assert again.json()["id"] not in {one["id"] for one in versions}


def _has_moved(house: ContractsHouse, pair: Pair, instant: str) -> bool:
    told = _told(house, pair)
    return {one["valid_from"] for part in ("terms", "commitments") for one in told[part]} == {instant}


def test_another_provider_takes_the_place_of_the_first(house: ContractsHouse, pair: Pair) -> None:
    other = house.organisation("Relais Atlantique")
    newcomer = house.member(other, Function.MANAGER)
    assert newcomer.get(pair.path).status_code == 404
    answer = _correct(pair.donneur_ordre, pair, sous_traitant_id=other)
    assert answer.status_code == 200, answer.text
    assert newcomer.get(pair.path).json()["sous_traitant_id"] == other
    problem(pair.sous_traitant.get(pair.path), 404, "not_found")
    assert pair.sous_traitant.get("/v1/contracts").json()["items"] == []

    def standing() -> set[str]:
        return {one["organisation_id"] for one in _told(house, pair)["parties"] if one["valid_to"] is None}

    eventually(lambda: standing() == {pair.donneur_ordre_id, other}, "the listeners were told")
    # And back again: the first finds its place anew.
    assert _correct(pair.donneur_ordre, pair, sous_traitant_id=pair.sous_traitant_id).status_code == 200
    assert pair.sous_traitant.get(pair.path).status_code == 200
    assert newcomer.get(pair.path).status_code == 404
    eventually(lambda: standing() == {pair.donneur_ordre_id, pair.sous_traitant_id}, "the listeners were told")


def test_functions_in_the_contract_end_with_the_party(house: ContractsHouse, pair: Pair) -> None:
    administrator = house.member(pair.sous_traitant_id, Function.ADMINISTRATOR)
    somebody = {"name": "Karim", "email": f"{pair.contract_id}@x.example", "functions": ["reader"]}
    person = administrator.post(f"/v1/organisations/{pair.sous_traitant_id}/people", somebody).json()["id"]
    path = f"{pair.path}/functions"
    assert administrator.put(f"{path}/{person}", {"functions": ["manager"]}).status_code == 200
    for party in (house.organisation(), pair.sous_traitant_id):
        assert _correct(pair.donneur_ordre, pair, sous_traitant_id=party).status_code == 200
    (ended,) = administrator.get(path).json()["items"]
    assert ended["ended_at"] is not None


def test_only_who_drafts_names_the_parties(house: ContractsHouse, pair: Pair) -> None:
    other = house.organisation()
    problem(_correct(pair.sous_traitant, pair, sous_traitant_id=other), 403, "forbidden")
    problem(_correct(pair.donneur_ordre, pair, donneur_ordre_id=other), 403, "forbidden")
    assert _correct(house.platform, pair, donneur_ordre_id=other).status_code == 200
    assert pair.donneur_ordre.get(pair.path).status_code == 404


@pytest.mark.parametrize("held", ["sources", "annotations", "answers", "acceptances", "versions"])
def test_parties_stay_while_something_hangs_on_the_draft(house: ContractsHouse, pair: Pair, held: str) -> None:
    other = house.organisation()
    if held == "acceptances":
        pair.sous_traitant.post(f"{pair.path}/acceptances", {})
    elif held == "versions":
        pair.sous_traitant.put(f"{pair.path}/parameters", parameters_body())
    else:
        house.peers.used[pair.contract_id].add(held)
    body = problem(_correct(pair.donneur_ordre, pair, sous_traitant_id=other), 409, "draft_in_use")
    assert body["held_by"] == [held]
    assert house.member(other, Function.MANAGER).get(pair.path).status_code == 404
    # Everything else can still be corrected.
    assert _correct(pair.donneur_ordre, pair, title="Autre titre").status_code == 200
    if held != "versions":
        assert problem(_abandon(pair.donneur_ordre, pair), 409, "draft_in_use")["held_by"] == [held]


def test_nothing_is_guessed_while_a_neighbour_is_away(house: ContractsHouse, pair: Pair) -> None:
    other = house.organisation()
    house.peers.down = True
    try:
        problem(_correct(pair.donneur_ordre, pair, sous_traitant_id=other), 503, "unavailable")
        problem(_abandon(pair.donneur_ordre, pair), 503, "unavailable")
    finally:
        house.peers.down = False
    assert pair.donneur_ordre.get(pair.path).json()["sous_traitant_id"] == pair.sous_traitant_id


def test_a_draft_made_by_mistake_is_given_up(house: ContractsHouse, pair: Pair) -> None:
    pair.donneur_ordre.put(f"{pair.path}/parameters", parameters_body())
    problem(_abandon(pair.sous_traitant, pair), 403, "forbidden")
    assert _abandon(pair.donneur_ordre, pair).status_code == 204
    for side in (pair.donneur_ordre, pair.sous_traitant):
        problem(side.get(pair.path), 404, "not_found")
        problem(side.put(f"{pair.path}/parameters", parameters_body()), 404, "not_found")
        assert side.get("/v1/contracts").json()["items"] == []
    assert house.platform.get(pair.path).json()["state"] == "abandoned"
    problem(house.platform.put(f"{pair.path}/parameters", parameters_body()), 409, "draft_abandoned")
    problem(_abandon(house.platform, pair), 409, "draft_abandoned")

    def told() -> bool:
        now = _told(house, pair)
        return now["state"] == "abandoned" and all(party["valid_to"] for party in now["parties"])

    eventually(told, "the listeners were told")
    fresh = contract_body(pair.donneur_ordre_id, pair.sous_traitant_id)
    assert pair.donneur_ordre.post("/v1/contracts", fresh).status_code == 201


def test_an_accepted_contract_is_no_draft(house: ContractsHouse, active: Pair) -> None:
    for side in (active.donneur_ordre, house.platform):
        problem(_correct(side, active, title="Autre"), 409, "not_a_draft")
        problem(_abandon(side, active), 409, "not_a_draft")


def test_strangers_find_nothing(house: ContractsHouse, pair: Pair) -> None:
    foreigner = house.member(house.organisation(), Function.MANAGER)
    reader = house.member(pair.donneur_ordre_id, Function.READER)
    for api, status in ((house.stranger, 401), (foreigner, 404), (reader, 403)):
        problem(api.call("PATCH", pair.path, json={"title": "x"}, headers={"if-match": "*"}), status)
        problem(_abandon(api, pair), status)
    problem(foreigner.get(f"{pair.path}/corrections"), 404, "not_found")
