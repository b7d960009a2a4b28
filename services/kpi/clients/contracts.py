"""The only door to the contracts service; kpi goes on with its copy when it is shut."""

import asyncio
import time
from contextlib import suppress
from uuid import UUID

import structlog
from pydantic import ValidationError

from services.common.database import Database
from services.common.errors import Unavailable
from services.common.http import ServiceClient
from services.kpi.terms import service
from services.kpi.terms.repository import revisions
from services.kpi.terms.schemas import ContractTold

COMPARE_SECONDS = 20.0
"""Well below the 60 s within which a revocation must hold, when a message of contracts was lost."""
REMEMBER_UNKNOWN_SECONDS = 5.0
REMEMBER_UNKNOWN_MOST = 10_000

log = structlog.get_logger()


class ContractsDirectory:
    """Asks contracts for what kpi has not heard of, and compares everything regularly."""

    def __init__(self, client: ServiceClient, database: Database) -> None:
        self._client = client
        self._database = database
        self._unknown: dict[UUID, float] = {}
        self._etag: str | None = None

    async def resolve(self, contract_id: UUID) -> bool:
        """Fetch a contract that kpi does not know; whether there is one."""
        if self._unknown.get(contract_id, float("-inf")) > time.monotonic():
            return False
        with suppress(Unavailable):
            if await self._fetch(contract_id):
                return True
            if len(self._unknown) >= REMEMBER_UNKNOWN_MOST:
                self._unknown.clear()
            self._unknown[contract_id] = time.monotonic() + REMEMBER_UNKNOWN_SECONDS
        return False

    async def keep_comparing(self) -> None:
        """Compare for ever."""
        while True:
            with suppress(Unavailable):
                await self.compare()
            await asyncio.sleep(COMPARE_SECONDS)

    async def compare(self) -> None:
        """Fetch every contract whose revision is newer than ours. Raises: Unavailable."""
        async with self._database.background_session() as session:
            held = await revisions(session)
        cursor: str | None = None
        etag: str | None = None
        while True:
            query = {"limit": "1000"} | ({"cursor": cursor} if cursor else {})
            headers = {"if-none-match": self._etag} if self._etag and not cursor else {}
            answer = await self._client.call("GET", "/internal/contracts", query=query, headers=headers)
            if answer.status_code == 304:
                return
            if not answer.is_success:
                log.error("contracts_directory_refused", status=answer.status_code)
                return
            etag = etag or answer.headers.get("etag")
            page = answer.json()
            for item in page["items"]:
                if held.get(UUID(item["id"]), -1) < item["revision"]:
                    await self._fetch(UUID(item["id"]))
            cursor = page["next_cursor"]
            if cursor is None:
                break
        self._etag = etag

    async def _fetch(self, contract_id: UUID) -> bool:
        answer = await self._client.call("GET", f"/internal/contracts/{contract_id}")
        if not answer.is_success:
            return False
        try:
            told = ContractTold.model_validate_json(answer.content)
        except ValidationError:
            log.exception("contract_not_understood", contract=str(contract_id))
            return False
        async with self._database.background_session() as session:
            await service.take_over(session, told)
        return True
