"""The only door to the contracts service; kpi goes on with its copy when it is shut."""

import asyncio
import time
from contextlib import suppress
from typing import Any
from uuid import UUID

import structlog
from httpx import codes

from services.common.database import Database
from services.common.error_handlers import is_transient
from services.common.errors import Unavailable
from services.common.http import ServiceClient
from services.kpi.terms import service
from services.kpi.terms.schemas import ContractsPage, ContractTold

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
        self._left: set[UUID] = set()
        """Contracts that could not be taken over: asked for again at each comparison, one by one."""
        self._last_change = 0

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
        """Take over every contract that changed since the last comparison (at first: all), and those left before.

        One that cannot be taken over stops no other. Raises: Unavailable.
        """
        for contract_id in sorted(self._left):
            await self._fetch(contract_id)
        cursor: str | None = None
        etag: str | None = None
        while True:
            query = {"limit": "200", "after": str(self._last_change)} | ({"cursor": cursor} if cursor else {})
            headers = {"if-none-match": f'"{self._last_change}"'} if cursor is None else {}
            answer = await self._client.call("GET", "/internal/contracts", query=query, headers=headers)
            if answer.status_code == codes.NOT_MODIFIED:
                return
            if not answer.is_success:
                log.error("contracts_directory_refused", status=answer.status_code)
                return
            # The number is read before the contracts: what changes meanwhile is seen by the next comparison.
            etag = etag or answer.headers["etag"]
            page = ContractsPage.model_validate_json(answer.content)
            for item in page.items:
                await self._take_over(item)
            cursor = page.next_cursor
            if cursor is None:
                break
        self._last_change = int(etag.strip('"'))

    async def _fetch(self, contract_id: UUID) -> bool:
        answer = await self._client.call("GET", f"/internal/contracts/{contract_id}")
        if answer.status_code == codes.NOT_FOUND:
            self._left.discard(contract_id)
        return answer.is_success and await self._take_over(answer.json())

    async def _take_over(self, item: dict[str, Any]) -> bool:
        """Keep one contract as told; whether that could be done. Raises: Unavailable when the database is away."""
        contract_id: UUID | None = None
        try:
            contract_id = UUID(str(item.get("id")))
            told = ContractTold.model_validate(item)
            async with self._database.background_session() as session:
                await service.take_over(session, told)
        except Exception as error:
            if is_transient(error):
                raise Unavailable("The database cannot be reached.") from error
            log.exception("contract_not_taken_over", contract=str(contract_id))
            if contract_id is not None:
                self._left.add(contract_id)
            return False
        self._left.discard(contract_id)
        return True
