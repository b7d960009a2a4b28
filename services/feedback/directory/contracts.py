"""The only door to the contracts service; feedback goes on with its copy when it is shut."""

import asyncio
import time
from typing import Any
from uuid import UUID

import structlog
from pydantic import ValidationError
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.database import Database
from services.common.error_handlers import is_transient
from services.common.errors import Unavailable
from services.common.http import ServiceClient
from services.feedback.directory import repository
from services.feedback.directory.schemas import ContractsPage, ContractTold

REMEMBER_UNKNOWN_SECONDS = 5.0
REMEMBER_UNKNOWN_MOST = 10_000
PAGE = 500

log = structlog.get_logger()


class ContractsDirectory:
    """Asks contracts for what feedback has not heard of, and compares regularly."""

    def __init__(self, client: ServiceClient, database: Database, every: float) -> None:
        self._client = client
        self._database = database
        self._every = every
        self._unknown: dict[UUID, float] = {}
        self._left: set[UUID] = set()
        """Contracts that could not be taken over: asked for again at each comparison, one by one."""
        self._seen = 0
        """Number of the last change of contracts that was taken over; 0 after a start, so that all is compared once."""

    async def resolve(self, contract_id: UUID) -> bool:
        """Whether a contract is known by now, asked for if need be; for the access dependencies, which look again.

        One known here needs no question: either the caller is a stranger to it, or it was told a moment ago. A shut
        door looks like a missing contract, so that it tells a stranger nothing.
        """
        async with self._database.background_session() as session:
            if await repository.is_known(session, contract_id):
                return True
        try:
            told = await self._ask(contract_id)
        except Unavailable:
            return False
        if told is None:
            return False
        async with self._database.background_session() as session:
            await repository.take_over(session, told)
        return True

    async def make_known(self, session: AsyncSession, contract_id: UUID) -> bool:
        """Whether feedback knows a contract, having asked for it if need be. Raises: Unavailable."""
        if await repository.is_known(session, contract_id):
            return True
        told = await self._ask(contract_id)
        if told is None:
            return False
        await repository.take_over(session, told)
        return True

    async def keep_comparing(self) -> None:
        """Compare for ever."""
        while True:
            try:
                await self.compare()
            except Unavailable as error:
                log.warning("contracts_not_compared", reason=error.detail)
            await asyncio.sleep(self._every)

    async def compare(self) -> None:
        """Take over everything that changed since the last comparison, and what was left before.

        A contract that cannot be taken over stops no other. Raises: Unavailable.
        """
        for contract_id in sorted(self._left):
            await self._take_again(contract_id)
        query = {"after": str(self._seen), "limit": str(PAGE)}
        newest: int | None = None
        while True:
            headers = {"if-none-match": f'"{self._seen}"'} if newest is None else {}
            answer = await self._client.call("GET", "/internal/contracts", query=query, headers=headers)
            if answer.status_code == 304:
                return
            try:
                page = ContractsPage.model_validate_json(answer.content if answer.is_success else b"")
                # The number of the first page: what changes while we read is met at the next comparison.
                newest = int(answer.headers["etag"].strip('"')) if newest is None else newest
            except (ValidationError, ValueError, KeyError):
                raise Unavailable("The contracts service is not understood.", status_told=answer.status_code) from None
            for item in page.items:
                await self._take_over(item)
            if page.next_cursor is None:
                break
            query["cursor"] = page.next_cursor
        self._seen = newest

    async def _take_over(self, item: dict[str, Any]) -> None:
        """Keep one contract as told, or leave it for the next comparison. Raises: Unavailable: the database is away."""
        contract_id: UUID | None = None
        try:
            contract_id = UUID(str(item.get("id")))
            told = ContractTold.model_validate(item)
            async with self._database.background_session() as session:
                await repository.take_over(session, told)
        except Exception as error:
            if is_transient(error):
                raise Unavailable("The database cannot be reached.") from error
            log.exception("contract_not_taken_over", contract=str(contract_id))
            if contract_id is not None:
                self._left.add(contract_id)
        else:
            self._left.discard(contract_id)

    async def _take_again(self, contract_id: UUID) -> None:
        answer = await self._client.call("GET", f"/internal/contracts/{contract_id}")
        if answer.is_success:
            await self._take_over(answer.json())
        elif answer.status_code == 404:
            self._left.discard(contract_id)

    async def _ask(self, contract_id: UUID) -> ContractTold | None:
        if self._unknown.get(contract_id, float("-inf")) > time.monotonic():
            return None
        answer = await self._client.call("GET", f"/internal/contracts/{contract_id}")
        if answer.status_code == 404:
            if len(self._unknown) >= REMEMBER_UNKNOWN_MOST:
                self._unknown.clear()
            self._unknown[contract_id] = time.monotonic() + REMEMBER_UNKNOWN_SECONDS
            return None
        try:
            return ContractTold.model_validate_json(answer.content if answer.is_success else b"")
        except ValidationError:
            raise Unavailable("The contracts service is not understood.", status_told=answer.status_code) from None
