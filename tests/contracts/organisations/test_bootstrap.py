"""The operator's first client."""

import asyncio

import asyncpg

from services.common.database import Database
from services.contracts.organisations.bootstrap import OPERATOR, ensure_platform_client
from tests.support.contracts import ContractsHouse
from tests.support.databases import looking


async def test_it_is_made_once_however_often_and_at_once(house: ContractsHouse) -> None:
    urls = house.urls
    database = Database(urls.app, urls.worker, 4, "test")
    try:
        made = await asyncio.gather(*(ensure_platform_client(database, "platform-admin") for _ in range(4)))
    finally:
        await database.dispose()
    assert set(made) == {house.operator}
    async with looking(urls.worker) as connection:
        rows: list[asyncpg.Record] = await connection.fetch(
            "SELECT c.id, c.functions FROM client c JOIN organisation o ON o.id = c.organisation_id"
            " WHERE o.marker = $1",
            OPERATOR,
        )
    assert [(row["id"], row["functions"]) for row in rows] == [("platform-admin", ["platform_admin"])]


def test_the_gateway_finds_it(house: ContractsHouse) -> None:
    assert house.service("gateway").get("/internal/clients/platform-admin").json() == {
        "client_id": "platform-admin",
        "organisation_id": str(house.operator.organisation_id),
        "name": "platform_admin",
        "functions": ["platform_admin"],
        "roles": [],
        "revoked": False,
    }
