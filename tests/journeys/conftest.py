"""Companies that start today on the shared installation."""

from collections.abc import Iterator
from functools import partial

import httpx
import pytest

from tests.support.callers import Api
from tests.support.copil import Copil
from tests.support.newcomers import Agreement, Connected, Newcomers


@pytest.fixture(scope="session")
def http() -> Iterator[httpx.Client]:
    """Connections to the gateway."""
    with httpx.Client(timeout=60.0, trust_env=False) as client:
        yield client


@pytest.fixture(scope="session")
def newcomers(copil: Copil, http: httpx.Client) -> Newcomers:
    """Sets up new companies."""
    return Newcomers(copil, http, Api(http, copil.base_url, partial(copil.token, "platform_admin")))


@pytest.fixture(scope="module")
def agreement(newcomers: Newcomers) -> Agreement:
    """An active contract for the tests of one module."""
    return newcomers.agreement()


@pytest.fixture(scope="module")
def source(agreement: Agreement) -> Connected:
    """A source of that contract."""
    return agreement.connect()


@pytest.fixture(scope="session")
def foreigner(copil: Copil, http: httpx.Client) -> Api:
    """A manager of the demonstration's second pair."""
    return Api(http, copil.base_url, partial(copil.token, "autre_donneur_ordre"))
