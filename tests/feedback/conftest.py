"""The real contracts and the real feedback, talking to each other over HTTP."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

import pytest

from tests.support.apps import address, free_port, serving
from tests.support.callers import TokenDesk
from tests.support.contracts import ContractsHouse, Pair, contracts_house
from tests.support.databases import own_database
from tests.support.feedback import FeedbackHouse, feedback_house
from tests.support.peers import Peers
from tests.support.postgres import ProvisionedServer

COMPARE_SECONDS = 0.3


class StartFeedback(Protocol):
    """Starts feedback beside contracts."""

    def __call__(self, **settings: Any) -> AbstractContextManager[FeedbackHouse]: ...


@dataclass(frozen=True)
class Neighbourhood:
    """Contracts as it runs, and a way to start feedback beside it."""

    contracts: ContractsHouse
    start_feedback: StartFeedback


@pytest.fixture(scope="session")
def neighbourhood(embedded_postgres: ProvisionedServer) -> Iterator[Neighbourhood]:
    """Contracts, which tells a feedback that may or may not be there."""
    desk = TokenDesk()
    peers = Peers(desk)
    port = free_port()
    with (
        own_database(embedded_postgres, "contracts", "feedback_contracts") as contracts_urls,
        own_database(embedded_postgres, "feedback", "feedback_tests") as feedback_urls,
        serving(peers.app, free_port()) as peers_url,
        contracts_house(contracts_urls, desk, peers, peers_url, feedback_url=address(port)) as contracts,
    ):
        start = partial(
            feedback_house,
            feedback_urls,
            desk,
            peers_url,
            port=port,
            contracts_url=contracts.url,
            compare_seconds=COMPARE_SECONDS,
        )
        yield Neighbourhood(contracts, start)


@pytest.fixture(scope="session")
def contracts(neighbourhood: Neighbourhood) -> ContractsHouse:
    """The running contracts service."""
    return neighbourhood.contracts


@pytest.fixture(scope="module")
def feedback(neighbourhood: Neighbourhood) -> Iterator[FeedbackHouse]:
    """The running feedback service; at the end of a module it leaves its place to others."""
    with neighbourhood.start_feedback() as running:
        yield running


@pytest.fixture
def pair(feedback: FeedbackHouse, contracts: ContractsHouse) -> Pair:
    """A contract of which feedback was told."""
    return contracts.pair()
