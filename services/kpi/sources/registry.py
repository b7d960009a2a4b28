"""Sources as ingestion needs them: found by id, with their live secrets, kept in memory for a moment."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from pydantic import SecretStr

from services.common.database import Database
from services.common.encryption import Vault
from services.common.error_handlers import is_transient
from services.common.errors import Unavailable
from services.common.pseudonyms import pseudonymiser
from services.kpi.ingestion.connectors import CONNECTORS
from services.kpi.ingestion.connectors.base import Connector
from services.kpi.sources import repository

FRESH_SECONDS = 2.0
"""How long a source is used without looking again: what another process changed holds here after that."""
UNKNOWN_MOST = 10_000


@dataclass(frozen=True, slots=True)
class Source:
    """A source with what verification and reading need."""

    id: str
    contract_id: UUID
    connector: Connector
    secrets: tuple[str, ...]
    """None while the secret that the tool dictates is not known yet."""
    tolerance_seconds: int
    window_seconds: int | None
    bot_author_ids: frozenset[str]
    pseudonym: Callable[[str], str]
    is_full: bool = False
    """Whether as much waits for its secret as is kept without one."""


class SourceRegistry:
    """Finds sources by their unguessable id."""

    def __init__(self, database: Database, vault: Vault, pseudonym_key: SecretStr) -> None:
        self._database = database
        self._vault = vault
        self._pseudonym_key = pseudonym_key
        self._known: dict[str, tuple[float, Source | None]] = {}
        self._reading: dict[str, asyncio.Task[Source | None]] = {}

    async def find(self, source_id: str) -> Source | None:
        """The source of that id, at most FRESH_SECONDS old. Raises: Unavailable."""
        known = self._known.get(source_id)
        if known is not None and known[0] > time.monotonic():
            return known[1]
        # One reading for all that wait: a busy source must not take every connection each time it grows old.
        reading = self._reading.get(source_id)
        if reading is None:
            reading = self._reading[source_id] = asyncio.create_task(self._renew(source_id))
        return await asyncio.shield(reading)

    def forget(self, source_id: str) -> None:
        """Look again next time; a reading under way may have seen what was before, and is not kept."""
        self._known.pop(source_id, None)
        self._reading.pop(source_id, None)

    async def _renew(self, source_id: str) -> Source | None:
        try:
            source = await self._read(source_id)
        except Exception as error:
            if is_transient(error):
                raise Unavailable("The database cannot be reached.") from error
            raise
        else:
            if self._reading.get(source_id) is asyncio.current_task():
                if len(self._known) >= UNKNOWN_MOST:
                    self._known.clear()
                self._known[source_id] = (time.monotonic() + FRESH_SECONDS, source)
            return source
        finally:
            if self._reading.get(source_id) is asyncio.current_task():
                del self._reading[source_id]

    async def _read(self, source_id: str) -> Source | None:
        async with self._database.background_session() as session:
            row = await repository.find_for_ingestion(session, source_id)
            waits = row is not None and row.sealed_secret is None
            full = waits and await repository.is_full(session, source_id)
        if row is None:
            return None
        secrets = [] if waits else [self._vault.open(row.sealed_secret).decode()]
        if row.previous_secret_until is not None and row.previous_secret_until > datetime.now(UTC):
            secrets.append(self._vault.open(row.sealed_previous_secret).decode())
        return Source(
            id=row.id,
            contract_id=row.contract_id,
            connector=CONNECTORS[row.system],
            secrets=tuple(secrets),
            tolerance_seconds=row.signature_tolerance_seconds,
            window_seconds=row.body_hash_window_seconds,
            bot_author_ids=frozenset(row.bot_author_ids),
            pseudonym=pseudonymiser(self._pseudonym_key, row.contract_id),
            is_full=full,
        )
