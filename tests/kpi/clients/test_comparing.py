"""The regular comparison with contracts: one contract that cannot be taken over stops no other."""

from typing import Any, cast
from uuid import UUID

import httpx
import pytest
from sqlalchemy import text

from services.common.database import Database
from services.common.errors import Unavailable
from services.common.http import ServiceClient
from services.kpi.clients.contracts import ContractsDirectory
from tests.support.kpi import Workbench
from tests.support.kpi_service import snapshot


class Contracts:
    """Answers like the contracts service."""

    def __init__(self, *told: dict[str, Any]) -> None:
        self.told = {item["id"]: item for item in told}
        self.asked: list[str] = []

    async def call(self, _method: str, path: str, **options: Any) -> httpx.Response:
        """A page of all, one contract, or nothing new."""
        self.asked.append(path)
        if path != "/internal/contracts":
            found = self.told.get(path.rpartition("/")[2])
            return httpx.Response(404) if found is None else httpx.Response(200, json=found)
        if options.get("headers", {}).get("if-none-match") == '"7"':
            return httpx.Response(304)
        items = list(self.told.values())
        return httpx.Response(200, json={"items": items, "next_cursor": None}, headers={"etag": '"7"'})


async def _known(workbench: Workbench, *told: dict[str, Any]) -> list[bool]:
    async with workbench.database.background_session() as session:
        rows = await session.scalars(
            text("SELECT contract_id FROM contract WHERE contract_id = ANY(:ids)"),
            {"ids": [UUID(item["id"]) for item in told]},
        )
        known = set(rows)
    return [UUID(item["id"]) in known for item in told]


async def test_one_contract_that_cannot_be_kept_stops_no_other(workbench: Workbench) -> None:
    """given one not understood and one not kept among others / then the others are, and those two once they can be."""
    first, odd, broken, last = snapshot(), snapshot(), snapshot(title="a\0b"), snapshot()
    odd["revision"] = "many"
    contracts = Contracts(first, odd, broken, last)
    directory = ContractsDirectory(cast(ServiceClient, contracts), workbench.database)
    await directory.compare()
    assert await _known(workbench, first, odd, broken, last) == [True, False, False, True]
    contracts.told[odd["id"]] = {**odd, "revision": 2}
    await directory.compare()
    # The page has nothing new: what was left is asked for by itself.
    assert await _known(workbench, odd, broken) == [True, False]
    contracts.asked.clear()
    contracts.told[broken["id"]] = {**broken, "title": "Service clients"}
    await directory.compare()
    assert await _known(workbench, broken) == [True]
    assert contracts.asked == [f"/internal/contracts/{broken['id']}", "/internal/contracts"]
    contracts.asked.clear()
    await directory.compare()
    assert contracts.asked == ["/internal/contracts"]


async def test_a_database_that_is_away_stops_the_comparison(workbench: Workbench) -> None:
    nowhere = "postgresql+asyncpg://nobody@127.0.0.1:9/none"
    away = Database(nowhere, nowhere, 1, "test")
    told = snapshot()
    contracts = Contracts(told)
    try:
        directory = ContractsDirectory(cast(ServiceClient, contracts), away)
        with pytest.raises(Unavailable):
            await directory.compare()
        assert await _known(workbench, told) == [False]
    finally:
        await away.dispose()
