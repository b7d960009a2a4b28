"""The regular comparison with contracts: one contract that cannot be taken over stops no other."""

from collections.abc import Iterator
from typing import Any, cast
from uuid import UUID

import httpx
import pytest

from deploy.local.urls import ServiceUrls
from services.common.database import Database
from services.common.http import ServiceClient
from services.common.identifiers import new_id
from services.feedback.directory import repository
from services.feedback.directory.contracts import ContractsDirectory
from tests.support.databases import own_database
from tests.support.postgres import ProvisionedServer


def _told() -> dict[str, Any]:
    parties = [
        {"organisation_id": str(new_id()), "side": side, "valid_from": "2026-01-01T00:00:00Z", "valid_to": None}
        for side in ("donneur_ordre", "sous_traitant")
    ]
    return {"id": str(new_id()), "revision": 1, "parties": parties}


class Contracts:
    """Answers like the contracts service."""

    def __init__(self, *told: dict[str, Any]) -> None:
        self.told = {item["id"]: item for item in told}

    async def call(self, _method: str, path: str, **options: Any) -> httpx.Response:
        """A page of all, one contract, or nothing new."""
        if path != "/internal/contracts":
            return httpx.Response(200, json=self.told[path.rpartition("/")[2]])
        if options.get("headers", {}).get("if-none-match") == '"7"':
            return httpx.Response(304)
        items = list(self.told.values())
        return httpx.Response(200, json={"items": items, "next_cursor": None}, headers={"etag": '"7"'})


@pytest.fixture
def urls(embedded_postgres: ProvisionedServer) -> Iterator[ServiceUrls]:
    """A database of its own."""
    with own_database(embedded_postgres, "feedback", "feedback_comparing") as made:
        yield made


async def test_one_contract_that_cannot_be_kept_stops_no_other(urls: ServiceUrls) -> None:
    """given one that is not understood among others / then the others are kept, and it is once it can be."""
    first, odd, last = _told(), _told(), _told()
    odd["revision"] = "many"
    contracts = Contracts(first, odd, last)
    database = Database(urls.app, urls.worker, 2, "test")
    try:
        directory = ContractsDirectory(cast(ServiceClient, contracts), database, 3600.0)
        await directory.compare()
        assert await _known(database, first, odd, last) == [True, False, True]
        contracts.told[odd["id"]] = {**odd, "revision": 2}
        await directory.compare()
        assert await _known(database, odd) == [True]
    finally:
        await database.dispose()


async def _known(database: Database, *told: dict[str, Any]) -> list[bool]:
    async with database.background_session() as session:
        return [await repository.is_known(session, UUID(item["id"])) for item in told]
