"""Commitments and objectives in the text that both accept, and what the other services are told."""

from collections.abc import Callable
from typing import Any

import httpx

from tests.factories.contracts import commitment_body, objective_body, parameters_body
from tests.support.callers import Api
from tests.support.contracts import ContractsHouse, Pair


def _propose(side: Api, pair: Pair, **changes: Any) -> dict[str, Any]:
    answer = side.put(f"{pair.path}/commitments", commitment_body(**changes))
    assert answer.status_code == 202, answer.text
    proposal: dict[str, Any] = answer.json()
    return proposal


def _history(pair: Pair) -> dict[str, dict[str, Any]]:
    items = pair.donneur_ordre.get(f"{pair.path}/commitments", params={"history": "true"}).json()["items"]
    return {item["id"]: item for item in items}


def test_an_acceptance_is_void_when_objectives_or_commitments_change(pair: Pair) -> None:
    path = f"{pair.path}/acceptances"
    digests = []
    changes: list[Callable[[], httpx.Response]] = [
        lambda: pair.sous_traitant.post(f"{pair.path}/objectives", objective_body()),
        lambda: pair.sous_traitant.put(f"{pair.path}/commitments", commitment_body()),
        lambda: pair.sous_traitant.put(f"{pair.path}/commitments", commitment_body(target="0.9")),
        lambda: pair.sous_traitant.put(
            f"{pair.path}/commitments", commitment_body(ends=True, valid_from="2026-06-01T00:00:00Z")
        ),
    ]
    for change in changes:
        digests.append(pair.donneur_ordre.post(path, {}).json()["digest"])
        assert change().is_success
        assert all(item["void"] for item in pair.sous_traitant.get(path).json()["items"])
    theirs = pair.sous_traitant.post(path, {}).json()
    assert theirs["contract_state"] == "draft"
    assert len({*digests, theirs["digest"]}) == 5
    assert pair.donneur_ordre.post(path, {}).json()["contract_state"] == "active"


def test_what_rules_no_more_is_no_part_of_the_text(pair: Pair) -> None:
    path = f"{pair.path}/commitments"
    pair.donneur_ordre.put(path, commitment_body())
    accepted = pair.donneur_ordre.post(f"{pair.path}/acceptances", {}).json()["digest"]
    for target in ("0.9", "0.8"):
        assert pair.sous_traitant.put(path, commitment_body(target=target)).status_code == 200
    assert len(_history(pair)) == 3
    assert pair.sous_traitant.post(f"{pair.path}/acceptances", {}).json()["digest"] == accepted
    assert pair.donneur_ordre.get(pair.path).json()["state"] == "active"


def test_a_commitment_is_amended_by_both(house: ContractsHouse, pair: Pair) -> None:
    first = pair.donneur_ordre.put(f"{pair.path}/commitments", commitment_body()).json()
    pair.accept()
    revision = pair.donneur_ordre.get(pair.path).json()["revision"]
    proposal = _propose(pair.sous_traitant, pair, target="0.7")
    assert (proposal["state"], proposal["recorded_at"]) == ("proposed", None)
    assert _propose(pair.sous_traitant, pair, target="0.7") == proposal

    path = f"{pair.path}/acceptances"
    before = pair.sous_traitant.post(path, {"version_id": proposal["id"]})
    assert before.status_code == 201
    assert before.json()["accepted"] == [
        {"subject": "amendment", "version_id": proposal["id"], "digest": proposal["digest"]}
    ]
    assert pair.sous_traitant.post(path, {}).status_code == 200
    assert pair.donneur_ordre.get(f"{pair.path}/commitments").json()["items"] == [first]
    assert pair.donneur_ordre.get(pair.path).json()["revision"] == revision

    after = pair.donneur_ordre.post(path, {})
    assert (after.status_code, after.json()["contract_state"]) == (201, "active")
    assert after.json()["digest"] != before.json()["digest"]
    ruling = _history(pair)[proposal["id"]]
    assert ruling == proposal | {"state": "in_force", "recorded_at": ruling["recorded_at"]}
    assert ruling["recorded_at"] >= after.json()["accepted_at"]
    assert pair.donneur_ordre.get(f"{pair.path}/commitments").json()["items"] == [ruling]
    told = house.peers.told[pair.contract_id][-1]
    assert told["revision"] == revision + 1
    assert [(item["id"], item["target"]) for item in told["commitments"]] == [
        (first["id"], "0.8"),
        (proposal["id"], "0.7"),
    ]
    assert [item["version_id"] for item in pair.donneur_ordre.get(path).json()["items"]][2:] == [proposal["id"]] * 2
    assert not any(item["void"] for item in pair.donneur_ordre.get(path).json()["items"])


def test_one_side_alone_brings_nothing_into_force(active: Pair) -> None:
    proposal = _propose(active.donneur_ordre, active)
    for _ in range(2):
        active.donneur_ordre.post(f"{active.path}/acceptances", {})
    assert _history(active)[proposal["id"]]["state"] == "proposed"


def test_everything_proposed_is_accepted_objectives_before_commitments(active: Pair) -> None:
    objective = active.donneur_ordre.post(f"{active.path}/objectives", objective_body()).json()["id"]
    commitment = _propose(active.donneur_ordre, active, objective_id=objective)["id"]
    parameters = active.donneur_ordre.put(f"{active.path}/parameters", parameters_body(sla=None)).json()["id"]
    for side in (active.donneur_ordre, active.sous_traitant):
        accepted = side.post(f"{active.path}/acceptances", {}).json()["accepted"]
        assert [item["version_id"] for item in accepted] == [parameters, objective, commitment]
    assert _history(active)[commitment]["state"] == "in_force"


def test_a_commitment_is_accepted_with_its_objective(active: Pair) -> None:
    objective = active.donneur_ordre.post(f"{active.path}/objectives", objective_body()).json()["id"]
    other = active.donneur_ordre.post(f"{active.path}/objectives", objective_body(metric="nps")).json()["id"]
    commitment = _propose(active.donneur_ordre, active, objective_id=objective)["id"]
    for side in (active.donneur_ordre, active.sous_traitant):
        accepted = side.post(f"{active.path}/acceptances", {"version_id": commitment}).json()["accepted"]
        assert [item["version_id"] for item in accepted] == [objective, commitment]
    states = {
        item["id"]: item["state"] for item in active.donneur_ordre.get(f"{active.path}/objectives").json()["items"]
    }
    assert states == {objective: "in_force", other: "proposed"}


def test_a_draft_is_accepted_as_a_whole(pair: Pair) -> None:
    made = pair.donneur_ordre.put(f"{pair.path}/commitments", commitment_body()).json()["id"]
    answer = pair.donneur_ordre.post(f"{pair.path}/acceptances", {"version_id": made})
    assert (answer.status_code, answer.json()["code"]) == (409, "version_not_proposed")


def test_the_snapshot_has_what_was_ever_in_force(house: ContractsHouse, pair: Pair) -> None:
    objective = pair.donneur_ordre.post(f"{pair.path}/objectives", objective_body()).json()
    path = f"{pair.path}/commitments"
    made = [
        pair.donneur_ordre.put(path, body).json()
        for body in (
            commitment_body(objective_id=objective["id"]),
            commitment_body(target="0.9", weight=None),
            commitment_body(ends=True, valid_from="2026-06-01T00:00:00Z"),
        )
    ]
    pair.accept()
    _propose(pair.donneur_ordre, pair, target="0.95")
    told = house.peers.told[pair.contract_id][-1]
    assert told == house.service("kpi").get(f"/internal/contracts/{pair.contract_id}").json()
    hidden = {"contract_id", "state", "digest", "author", "written_at", "comment", "replaces"}
    assert told["objectives"] == [{name: objective[name] for name in objective if name not in hidden}]
    hidden |= {"orphan", "override_reason", "checks"}
    assert told["commitments"] == [{name: version[name] for name in version if name not in hidden} for version in made]
    assert set(told["commitments"][0]) == {
        "id", "indicator", "variant", "class", "objective_id", "target", "tolerance", "unit", "direction", "weight",
        "clause", "valid_from", "recorded_at", "ends",
    }  # fmt: skip
    assert (told["commitments"][0]["target"], told["commitments"][1]["weight"]) == ("0.8", None)
    assert told["revision"] == 6
