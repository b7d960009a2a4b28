"""One contracts service for all its tests, with stand-ins for its neighbours."""

from collections.abc import Iterator

import pytest

from tests.support.apps import free_port, serving
from tests.support.callers import TokenDesk
from tests.support.contracts import ContractsHouse, Pair, contracts_house
from tests.support.databases import own_database
from tests.support.peers import Peers
from tests.support.postgres import ProvisionedServer


@pytest.fixture(scope="session")
def house(embedded_postgres: ProvisionedServer) -> Iterator[ContractsHouse]:
    """The running service."""
    desk = TokenDesk()
    peers = Peers(desk)
    with (
        own_database(embedded_postgres, "contracts", "tests_of_contracts") as urls,
        serving(peers.app, free_port()) as peers_url,
        contracts_house(urls, desk, peers, peers_url) as running,
    ):
        yield running


@pytest.fixture
def pair(house: ContractsHouse) -> Pair:
    """A draft between two new companies."""
    return house.pair()


@pytest.fixture
def active(house: ContractsHouse) -> Pair:
    """An accepted contract between two new companies."""
    return house.active_pair()
