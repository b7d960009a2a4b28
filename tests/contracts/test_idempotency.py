"""`Idempotency-Key` on the routes that create."""

import json
from concurrent.futures import ThreadPoolExecutor

from services.common.auth.access import Function
from services.common.idempotency import kept_answer
from services.contracts.objectives.schemas import ObjectiveView
from tests.factories.contracts import contract_body, objective_body
from tests.support.callers import faults
from tests.support.contracts import ContractsHouse, Pair


def test_the_same_key_has_one_effect_and_one_answer(house: ContractsHouse) -> None:
    ours, theirs = house.organisation(), house.organisation()
    manager = house.member(ours, Function.MANAGER, subject="m")
    body, key = contract_body(ours, theirs), {"idempotency-key": "first"}
    answers = [manager.post("/v1/contracts", body, headers=key) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].content == answers[1].content
    assert len(manager.get("/v1/contracts").json()["items"]) == 1


def test_the_same_key_with_another_body_is_refused(house: ContractsHouse) -> None:
    ours, theirs = house.organisation(), house.organisation()
    manager = house.member(ours, Function.MANAGER, subject="m")
    key = {"idempotency-key": "first"}
    assert manager.post("/v1/contracts", contract_body(ours, theirs), headers=key).status_code == 201
    other = manager.post("/v1/contracts", contract_body(ours, theirs, title="Autre"), headers=key)
    assert other.json()["code"] == "idempotency_key_reused"
    assert faults(other) == {"Idempotency-Key"}


def test_an_answer_of_the_version_before_is_still_told(house: ContractsHouse, pair: Pair) -> None:
    """given an answer stored before a field was added to it / when it is told again / then the field is null."""
    made = pair.donneur_ordre.post(f"{pair.path}/objectives", objective_body())
    told = {name: value for name, value in made.json().items() if name != "comment"}
    again = kept_answer(ObjectiveView, json.dumps(told).encode())
    assert json.loads(again.model_dump_json()) == made.json() | {"comment": None}


def test_a_refused_write_leaves_its_key_free(house: ContractsHouse) -> None:
    ours, theirs = house.organisation(), house.organisation()
    manager = house.member(ours, Function.MANAGER, subject="m")
    key = {"idempotency-key": "first"}
    wrong = contract_body(ours, theirs, starts_on="2026-03-01", ends_on="2026-02-01")
    assert manager.post("/v1/contracts", wrong, headers=key).status_code == 422
    assert manager.post("/v1/contracts", contract_body(ours, theirs), headers=key).status_code == 201


def test_parallel_writes_with_one_key_make_one_client(house: ContractsHouse) -> None:
    """The secret, too, is the same in every answer."""
    ours = house.organisation()
    administrator = house.member(ours, Function.ADMINISTRATOR, subject="a")
    body, key = {"name": "entrepôt", "functions": ["bi_reader"]}, {"idempotency-key": "k" * 255}
    path = f"/v1/organisations/{ours}/clients"
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda _: administrator.post(path, body, headers=key), range(6)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    assert len(administrator.get(path).json()["items"]) == 1


def test_parallel_acceptances_activate_once(house: ContractsHouse, pair: Pair) -> None:
    with ThreadPoolExecutor(8) as pool:
        sides = [pair.donneur_ordre, pair.sous_traitant] * 4
        answers = list(pool.map(lambda side: side.post(f"{pair.path}/acceptances", {}), sides))
    assert sorted(answer.status_code for answer in answers) == [200] * 6 + [201] * 2
    assert len(pair.donneur_ordre.get(f"{pair.path}/acceptances").json()["items"]) == 2
    view = pair.donneur_ordre.get(pair.path).json()
    assert (view["state"], view["revision"]) == ("active", 2)
