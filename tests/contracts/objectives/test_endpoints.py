"""Writing and reading objectives over HTTP."""

from typing import Any

import pytest

from services.common.auth.access import Function
from tests.factories.contracts import objective_body
from tests.support.callers import faults
from tests.support.contracts import ContractsHouse, Pair

MISSING = "0197f3a2-6b1c-7c55-9d0e-4a1f6b2c3d99"
PARTS = set(objective_body()) - {"strategic_priority"}


def test_a_draft_takes_an_objective_at_once(house: ContractsHouse, pair: Pair) -> None:
    path = f"{pair.path}/objectives"
    answer = pair.donneur_ordre.post(path, objective_body(baseline_value="0.700"))
    assert answer.status_code == 201
    objective = answer.json()
    assert {name: objective[name] for name in objective_body()} == objective_body()
    assert (objective["contract_id"], objective["state"], len(objective["digest"])) == (
        pair.contract_id,
        "in_force",
        64,
    )
    assert objective["recorded_at"].endswith("Z")
    assert pair.sous_traitant.get(path).json() == {"items": [objective], "next_cursor": None}
    for reader in (house.platform, house.member(pair.sous_traitant_id, Function.READER)):
        assert reader.get(f"{path}/{objective['id']}").json() == objective
    assert pair.donneur_ordre.get(pair.path).json()["revision"] == 2


@pytest.mark.parametrize("field", sorted(PARTS))
def test_a_missing_part_is_named(pair: Pair, field: str) -> None:
    body = objective_body()
    for lacking in (None, ""):
        assert faults(pair.donneur_ordre.post(f"{pair.path}/objectives", body | {field: lacking})) == {field}
    del body[field]
    assert faults(pair.donneur_ordre.post(f"{pair.path}/objectives", body)) == {field}


def test_all_missing_parts_are_named_at_once(pair: Pair) -> None:
    assert faults(pair.donneur_ordre.post(f"{pair.path}/objectives", {})) == PARTS
    assert pair.donneur_ordre.get(f"{pair.path}/objectives").json()["items"] == []


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"metric": "fcr"}, {"metric"}),
        ({"motive": "fun"}, {"motive"}),
        ({"change": "percent"}, {"change"}),
        ({"target_value": 0.84}, {"target_value"}),
        ({"target_value": "84 %"}, {"target_value"}),
        ({"target_value": "1e-1"}, {"target_value"}),
        ({"target_value": "84", "baseline_value": "0"}, {"target_value", "baseline_value"}),
        ({"due_on": "2025-12-31"}, {"due_on"}),
        ({"owner_sous_traitant": "a\0"}, {"owner_sous_traitant"}),
        ({"progress": "0"}, {"progress"}),
    ],
)
def test_wrong_parts_are_named(pair: Pair, changes: dict[str, Any], fields: set[str]) -> None:
    assert faults(pair.donneur_ordre.post(f"{pair.path}/objectives", objective_body(**changes))) == fields


def test_a_priority_may_be_left_out(pair: Pair) -> None:
    body = objective_body(statement="Deux lignes\nsuffisent")
    del body["strategic_priority"]
    objective = pair.sous_traitant.post(f"{pair.path}/objectives", body).json()
    assert (objective["strategic_priority"], objective["statement"]) == (None, "Deux lignes\nsuffisent")


def test_the_same_key_makes_one_objective(house: ContractsHouse, active: Pair) -> None:
    manager = house.member(active.donneur_ordre_id, Function.MANAGER, subject="m")
    path, key = f"{active.path}/objectives", {"idempotency-key": "objective"}
    answers = [manager.post(path, objective_body(), headers=key) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [202, 202]
    assert answers[0].json() == answers[1].json()
    assert len(manager.get(path).json()["items"]) == 1


def test_after_acceptance_it_is_a_proposal_for_both(house: ContractsHouse, active: Pair) -> None:
    path = f"{active.path}/objectives"
    objective = active.donneur_ordre.post(path, objective_body()).json()
    assert (objective["state"], objective["recorded_at"]) == ("proposed", None)
    assert house.peers.told[active.contract_id][-1]["objectives"] == []
    for side in (active.sous_traitant, active.donneur_ordre):
        given = side.post(f"{active.path}/acceptances", {"version_id": objective["id"]}).json()["accepted"]
        assert given == [{"subject": "amendment", "version_id": objective["id"], "digest": objective["digest"]}]
    after = active.donneur_ordre.get(f"{path}/{objective['id']}").json()
    assert after == objective | {"state": "in_force", "recorded_at": after["recorded_at"]}
    assert [item["id"] for item in house.peers.told[active.contract_id][-1]["objectives"]] == [objective["id"]]


def test_the_platform_writes_drafts_only(house: ContractsHouse, pair: Pair) -> None:
    assert house.platform.post(f"{pair.path}/objectives", objective_body()).status_code == 201
    pair.accept()
    answer = house.platform.post(f"{pair.path}/objectives", objective_body())
    assert (answer.status_code, answer.json()["code"]) == (409, "contract_accepted")


def test_objectives_are_paged(pair: Pair) -> None:
    path = f"{pair.path}/objectives"
    made = [pair.donneur_ordre.post(path, objective_body()).json()["id"] for _ in range(3)]
    first = pair.donneur_ordre.get(path, params={"limit": "2"}).json()
    rest = pair.donneur_ordre.get(path, params={"limit": "2", "cursor": first["next_cursor"]}).json()
    assert [item["id"] for item in first["items"] + rest["items"]] == made
    assert rest["next_cursor"] is None


def test_an_objective_of_another_contract_is_not_there(house: ContractsHouse, pair: Pair) -> None:
    other = house.pair()
    foreign = other.donneur_ordre.post(f"{other.path}/objectives", objective_body()).json()["id"]
    headers = {"x-forwarded-path": "/asked"}
    answers = [
        pair.donneur_ordre.get(f"{pair.path}/objectives/{asked}", headers=headers)
        for asked in (foreign, MISSING, "not-an-id", foreign.upper())
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
