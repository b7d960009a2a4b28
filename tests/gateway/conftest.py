"""A gateway on a real database, with fake services behind it, all over real HTTP."""

from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack
from typing import Any

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from gateway.settings import GatewaySettings
from services.common.migrations import migrate
from tests.gateway.fakes import FakeService
from tests.gateway.running import VAULT_KEY, Running, Start, serving_all, serving_gateway
from tests.support.apps import address, free_port
from tests.support.callers import TokenDesk
from tests.support.peers import Peers
from tests.support.postgres import ProvisionedServer

SERVICES = ("contracts", "kpi", "feedback")


@pytest.fixture(scope="session")
async def gateway_database(embedded_postgres: ProvisionedServer) -> AsyncIterator[AsyncEngine]:
    """The migrated, empty database of the gateway, as its worker role sees it."""
    urls = embedded_postgres.services["gateway"]
    await migrate("gateway", urls.owner)
    engine = create_async_engine(urls.worker)
    async with engine.begin() as connection:
        await connection.execute(text("DELETE FROM signing_key"))
        await connection.execute(text("DELETE FROM credential"))
        await connection.execute(text("DELETE FROM session"))
        await connection.execute(text("DELETE FROM sign_in_try"))
    yield engine
    await engine.dispose()


@pytest.fixture(scope="module")
def start(embedded_postgres: ProvisionedServer, gateway_database: AsyncEngine) -> Iterator[Start]:
    """Starts a gateway with settings of its own; everything ends with the module."""
    urls = embedded_postgres.services["gateway"]
    with ExitStack() as stack:

        def begin(**overrides: Any) -> Running:
            desk = TokenDesk()
            services = {name: FakeService(name) for name in SERVICES}
            *ports, keys_port = stack.enter_context(serving_all([*services.values(), Peers(desk).app]))
            addresses = {f"{name}_url": address(port) for name, port in zip(services, ports, strict=True)}
            port = free_port()
            settings = GatewaySettings(
                **{
                    "environment": "test",
                    "log_level": "CRITICAL",
                    "database_url": urls.app,
                    "worker_database_url": urls.worker,
                    "trusted_issuers": {"contracts": f"{address(keys_port)}/keys/contracts.json"},
                    "encryption_keys": [VAULT_KEY],
                    "public_url": address(port),
                    "refresh_seconds": 0.2,
                    "frontend_folder": None,
                    "sign_in_rate": "100000/minute",
                    **addresses,
                    **overrides,
                }
            )
            url = stack.enter_context(serving_gateway(settings, port))
            http = stack.enter_context(httpx.Client(base_url=url, timeout=20, trust_env=False))
            return Running(url, port, settings, desk, services, http, gateway_database)

        yield begin


@pytest.fixture(scope="module")
def gateway(start: Start) -> Running:
    """A gateway with the settings that it has by default."""
    return start()
