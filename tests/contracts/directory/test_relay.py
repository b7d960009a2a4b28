"""The relay of the outbox, on a database of its own."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from typing import Any, cast

import httpx
import pytest

from deploy.local.urls import ServiceUrls
from services.common.database import Database
from services.common.http import ServiceClient
from services.common.outbox import Relay, tell
from tests.support.databases import own_database
from tests.support.postgres import ProvisionedServer


class SlowListener:
    """Hears a message only when it is let."""

    def __init__(self) -> None:
        self.asked = asyncio.Event()
        self.let = asyncio.Event()
        self.heard: list[str] = []

    async def call(self, _method: str, path: str, **_options: Any) -> httpx.Response:
        """Take a message."""
        self.asked.set()
        await self.let.wait()
        self.heard.append(path)
        return httpx.Response(204)


@pytest.fixture(scope="module")
def urls(embedded_postgres: ProvisionedServer) -> Iterator[ServiceUrls]:
    """A database that no service works on."""
    with own_database(embedded_postgres, "contracts", "tests_of_the_relay") as own:
        yield own


@pytest.fixture
async def database(urls: ServiceUrls) -> AsyncIterator[Database]:
    """Its doors."""
    database = Database(urls.app, urls.worker, 4, "test")
    yield database
    await database.dispose()


async def test_who_delivers_now_waits_for_what_is_just_being_sent(database: Database) -> None:
    listener = SlowListener()
    relay = Relay(database, {"kpi": cast(ServiceClient, listener)})
    async with database.background_session() as session:
        await tell(session, "kpi", "PUT", "/first", {})
    sending = asyncio.create_task(relay.send_batch())
    await listener.asked.wait()
    delivering = asyncio.create_task(relay.deliver_now())
    await asyncio.sleep(0.1)
    assert not delivering.done()
    listener.let.set()
    await asyncio.gather(sending, delivering)
    assert listener.heard == ["/first"]


async def test_a_listener_that_hangs_holds_nobody_up(database: Database) -> None:
    listener = SlowListener()
    relay = Relay(database, {"kpi": cast(ServiceClient, listener)})
    async with database.background_session() as session:
        await tell(session, "kpi", "PUT", "/second", {})
    await asyncio.wait_for(relay.deliver_now(within=0.1), 2)
    assert listener.heard == []
    listener.let.set()
    await relay.deliver_now()
    assert listener.heard == ["/second"]
