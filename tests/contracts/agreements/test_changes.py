"""Changes of a contract that no request makes: its end, and a party's withdrawal."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from services.common.database import Database
from services.common.errors import NotFound
from services.common.outbox import Relay
from services.contracts.agreements import service
from tests.support.contracts import ContractsHouse
from tests.support.processes import eventually


@pytest.fixture
async def database(house: ContractsHouse) -> AsyncIterator[Database]:
    """The service's own doors to its database."""
    urls = house.urls
    database = Database(urls.app, urls.worker, 2, "test")
    yield database
    await database.dispose()


async def test_an_end_is_told_once(house: ContractsHouse, database: Database) -> None:
    pair = house.pair(ends_on="2090-06-30")
    pair.accept()
    relay = Relay(database, {})
    told = house.peers.told[pair.contract_id]
    for at in (datetime(2090, 6, 30, 21, 59, tzinfo=UTC), datetime(2090, 6, 30, 22, 1, tzinfo=UTC)) * 2:
        await service.tell_ends(database, relay, at)
    eventually(lambda: [item["state"] for item in told[-2:]] == ["ended", "ended"], "the listeners were told")
    assert [item["revision"] for item in told] == [1, 1, 2, 2, 3, 3]


def test_a_contract_that_has_ended_says_so_at_once(house: ContractsHouse) -> None:
    pair = house.pair(starts_on="2020-01-01", ends_on="2020-12-31")
    assert pair.donneur_ordre.get(pair.path).json()["state"] == "draft"
    pair.accept()
    assert pair.donneur_ordre.get(pair.path).json()["state"] == "ended"
    assert house.peers.told[pair.contract_id][-1]["state"] == "ended"


def test_a_withdrawn_party_sees_nothing_more(house: ContractsHouse) -> None:
    pair = house.active_pair()
    house.withdraw(pair.contract_id, pair.sous_traitant_id)
    assert pair.sous_traitant.get(pair.path).status_code == 404
    assert pair.sous_traitant.get("/v1/contracts").json()["items"] == []
    assert pair.donneur_ordre.get(pair.path).status_code == 200
    eventually(lambda: _withdrawn(house, pair.contract_id) == {"sous_traitant"}, "the listeners were told")
    with pytest.raises(NotFound):
        house.withdraw(pair.contract_id, pair.sous_traitant_id)


def _withdrawn(house: ContractsHouse, contract_id: str) -> set[str]:
    parties = house.peers.told[contract_id][-1]["parties"]
    return {party["side"] for party in parties if party["valid_to"] is not None}
