"""Databases of services in tests: one of a test's own, looked at as one role."""

import asyncio
from collections.abc import AsyncIterator, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any, TypeVar
from uuid import UUID

import asyncpg

from deploy.local.urls import ServiceUrls, plain
from services.common.migrations import migrate
from tests.support.postgres import ProvisionedServer

Result = TypeVar("Result")


def blocking(work: Coroutine[Any, Any, Result]) -> Result:
    """Run in a loop of its own; asyncio.run() would take away the one that the asynchronous tests share."""
    with asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:
        return runner.run(work)


def migrated(server: ProvisionedServer, service: str) -> None:
    """Bring the shared database of a service to its newest migration."""
    blocking(migrate(service, server.services[service].owner))


@contextmanager
def own_database(
    server: ProvisionedServer, service: str, name: str, *, revision: str | None = "head"
) -> Iterator[ServiceUrls]:
    """A database of a test's own for a service, migrated unless `revision` is None, dropped at the end."""

    def at(url: str) -> str:
        return url.replace(f"/copil_{service}", f"/{name}")

    shared = server.services[service]
    urls = ServiceUrls(at(shared.owner), at(shared.app), at(shared.worker))
    blocking(_administer(server, f"CREATE DATABASE {name} OWNER {service}_owner"))
    try:
        if revision is not None:
            blocking(migrate(service, urls.owner, revision))
        yield urls
    finally:
        blocking(_administer(server, f"DROP DATABASE {name} WITH (FORCE)"))


async def _administer(server: ProvisionedServer, statement: str) -> None:
    connection = await asyncpg.connect(plain(server.admin_url))
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


@asynccontextmanager
async def looking(
    url: str, organisation: UUID | str | None = None, *, platform: bool = False
) -> AsyncIterator[asyncpg.Connection]:
    """A transaction of the role in the URL, in the name of an organisation; undone at the end."""
    connection = await asyncpg.connect(plain(url))
    try:
        transaction = connection.transaction()
        await transaction.start()
        await connection.execute(
            "SELECT set_config('app.org', $1, true), set_config('app.platform', $2, true)",
            "" if organisation is None else str(organisation),
            "on" if platform else "",
        )
        yield connection
        await transaction.rollback()
    finally:
        await connection.close()
