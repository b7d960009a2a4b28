"""kpi's database on both servers, with a contract and its sources."""

from collections.abc import AsyncIterator, Iterator

import pytest
from cryptography.fernet import Fernet
from pydantic import SecretStr

from services.common.database import Database
from services.common.encryption import Vault
from services.kpi.ingestion.gate import IngestionGate
from services.kpi.sources.registry import SourceRegistry
from tests.support.apps import free_port, serving
from tests.support.callers import TokenDesk
from tests.support.databases import migrated, own_database
from tests.support.kpi import Workbench
from tests.support.kpi_service import KpiHouse, kpi_house
from tests.support.peers import Peers
from tests.support.postgres import ProvisionedServer


@pytest.fixture(scope="session", params=["embedded", "debian-15"])
def kpi_server(request: pytest.FixtureRequest) -> ProvisionedServer:
    """A server whose kpi database is at its newest migration."""
    name = "embedded_postgres" if request.param == "embedded" else "debian_postgres"
    server: ProvisionedServer = request.getfixturevalue(name)
    migrated(server, "kpi")
    return server


@pytest.fixture
async def workbench(kpi_server: ProvisionedServer) -> AsyncIterator[Workbench]:
    """Everything that stores and folds, below HTTP."""
    urls = kpi_server.services["kpi"]
    database = Database(urls.app, urls.worker, 4, "test")
    vault = Vault([SecretStr(Fernet.generate_key().decode())])
    sources = SourceRegistry(database, vault, SecretStr("root of pseudonyms in tests"))
    try:
        async with database.driver_connections(4) as connections:
            yield Workbench(database, vault, sources, IngestionGate(connections))
    finally:
        await database.dispose()


@pytest.fixture(scope="session")
def house(embedded_postgres: ProvisionedServer) -> Iterator[KpiHouse]:
    """The running service, on a database of its own."""
    desk = TokenDesk()
    with (
        own_database(embedded_postgres, "kpi", "tests_of_kpi") as urls,
        serving(Peers(desk).app, free_port()) as peers_url,
        kpi_house(urls, desk, peers_url) as running,
    ):
        yield running
