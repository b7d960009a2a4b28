"""kpi on a durable database of its own, with a contract and two sources: what the ingestion figures are taken on."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.ext.asyncio import create_async_engine

from deploy.local.provision import provision
from deploy.local.secrets import DATABASE_ROLES
from deploy.local.urls import ServiceUrls
from services.common.database import Database
from services.common.encryption import Vault
from services.common.migrations import migrate
from services.common.server import GatheringProtocol
from services.kpi.app import create_app
from services.kpi.ingestion.gate import IngestionGate
from services.kpi.settings import KpiSettings
from services.kpi.sources.registry import SourceRegistry
from tests.bench.peers import events
from tests.bench.servers import Server, served
from tests.support.apps import address, free_port
from tests.support.callers import TokenDesk
from tests.support.kpi import Workbench
from tests.support.postgres import temporary_server
from tests.support.settings import common_settings


@dataclass(frozen=True)
class House:
    """kpi with its database."""

    kpi: Server
    services: Mapping[str, ServiceUrls]
    settings: KpiSettings
    peer_url: str
    """Address of the peers' database on the same server, for SQLAlchemy."""
    postgres_pid: int
    zendesk: str
    generic: str
    folder: Path


@contextmanager
def house(folder: Path) -> Iterator[House]:
    """A durable PostgreSQL with the runner's settings, and kpi as the runner starts it."""
    with temporary_server() as server:
        passwords = {role: secrets.token_urlsafe(12) for role in DATABASE_ROLES}
        services = asyncio.run(provision(server.admin_url, passwords))
        settings = _settings(services["kpi"])
        peer_url = server.admin_url.replace("postgresql://", "postgresql+asyncpg://", 1)
        zendesk, generic = asyncio.run(_prepare(settings, services["kpi"], peer_url))
        with served("kpi", create_app, settings, folder, keep_alive=15, protocol=GatheringProtocol) as kpi:
            assert server.pid is not None
            yield House(kpi, services, settings, peer_url, server.pid, zendesk, generic, folder)


def _settings(urls: ServiceUrls) -> KpiSettings:
    nobody = address(free_port())
    common = common_settings("kpi", urls, TokenDesk(), nobody) | {"environment": "production", "log_level": "INFO"}
    return KpiSettings(
        **common, contracts_url=nobody, feedback_url=nobody, public_url=nobody, pseudonym_key=secrets.token_urlsafe(32)
    )


async def _prepare(settings: KpiSettings, urls: ServiceUrls, peer_url: str) -> tuple[str, str]:
    """Tables, a contract, a Zendesk and a generic source: the ids of the sources."""
    await migrate("kpi", urls.owner)
    peer = create_async_engine(peer_url)
    async with peer.begin() as connection:
        await connection.run_sync(events.metadata.create_all)
    await peer.dispose()
    async with workbench(settings) as bench:
        contract = await bench.contract()
        sources = [await bench.source(contract.id, system) for system in ("zendesk", "generic")]
    return sources[0].id, sources[1].id


@asynccontextmanager
async def workbench(settings: KpiSettings) -> AsyncIterator[Workbench]:
    """The parts of kpi below HTTP, on the same database."""
    database = Database(settings.database_url, settings.worker_database_url, 4, "bench")
    vault = Vault(settings.encryption_keys)
    registry = SourceRegistry(database, vault, settings.pseudonym_key)
    try:
        async with database.driver_connections(4) as connections:
            yield Workbench(database, vault, registry, IngestionGate(connections))
    finally:
        await database.dispose()
