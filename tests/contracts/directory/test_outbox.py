"""What is promised to the other services arrives, whatever happens to them."""

import asyncio

from tests.factories.contracts import parameters_body
from tests.support.contracts import ContractsHouse, Pair
from tests.support.databases import looking
from tests.support.processes import eventually


def test_the_others_know_before_the_answer_leaves(house: ContractsHouse) -> None:
    pair = house.pair()
    told = house.peers.told[pair.contract_id]
    assert [item["revision"] for item in told] == [1, 1]
    pair.donneur_ordre.put(f"{pair.path}/parameters", parameters_body())
    assert [item["revision"] for item in told] == [1, 1, 2, 2]
    pair.accept()
    assert [(item["revision"], item["state"]) for item in told[4:]] == [(3, "active")] * 2


def test_what_was_said_while_they_were_down_arrives_later(house: ContractsHouse) -> None:
    house.peers.down = True
    try:
        pair = house.pair()
        assert pair.donneur_ordre.put(f"{pair.path}/parameters", parameters_body()).status_code == 200
        told = house.peers.told[pair.contract_id]
        assert told == []
    finally:
        house.peers.down = False
    eventually(lambda: {item["revision"] for item in told} == {1, 2} and len(told) == 4, "all was told")


async def test_a_refused_change_promises_nothing(house: ContractsHouse, pair: Pair) -> None:
    before = len(house.peers.told[pair.contract_id])
    wrong = parameters_body(sla={"schedule": "nights"})
    assert pair.donneur_ordre.put(f"{pair.path}/parameters", wrong).status_code == 422
    late = pair.donneur_ordre.put(f"{pair.path}/parameters", parameters_body(), headers={"if-match": '"9"'})
    assert late.status_code == 412
    await asyncio.sleep(0.6)
    assert len(house.peers.told[pair.contract_id]) == before
    async with looking(house.urls.worker) as connection:
        left = await connection.fetchval("SELECT count(*) FROM outbox WHERE path LIKE '%' || $1", pair.contract_id)
    assert left == 0
