"""What one service promises to tell another: written with the change, told until it is heard.

The row is in the same transaction as the change; the relay sends it, at least once; receivers are idempotent.
"""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from datetime import timedelta
from typing import Any

import msgspec
import structlog
from prometheus_client import Gauge
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.database import Database
from services.common.encryption import Vault
from services.common.errors import Unavailable
from services.common.http import ServiceClient
from services.common.identifiers import new_id

SEALED = "sealed"
"""The one field of a body that waits encrypted: nobody who reads the table reads it."""
_SEALED_START = b'{"sealed":'
BATCH = 50
POLL_SECONDS = 0.5
LONGEST_WAIT = timedelta(seconds=30)

log = structlog.get_logger()
waiting = Gauge("copil_outbox_oldest_seconds", "Age of the oldest message that another service has not heard yet")

_ADD = text(
    "INSERT INTO outbox (id, destination, method, path, body)"
    " VALUES (:id, :destination, :method, :path, CAST(:body AS jsonb))"
)
_CLAIM = text(
    "SELECT id, destination, method, path, body::text AS body, attempts FROM outbox"
    " WHERE next_attempt_at <= clock_timestamp() ORDER BY id LIMIT :batch FOR UPDATE SKIP LOCKED"
)
_DONE = text("DELETE FROM outbox WHERE id = ANY(:ids)")
_LATER = text(
    "UPDATE outbox SET attempts = attempts + 1, last_error = :error, next_attempt_at = clock_timestamp() + :wait"
    " WHERE id = :id"
)
_AGE = text("SELECT coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0) FROM outbox")


async def tell(
    session: AsyncSession, destination: str, method: str, path: str, body: Any, *, vault: Vault | None = None
) -> None:
    """Promise, within this transaction, to send `body` to another service; with a vault it waits sealed."""
    encoded = msgspec.json.encode(body)
    kept = encoded if vault is None else msgspec.json.encode({SEALED: vault.seal(encoded).decode()})
    await session.execute(
        _ADD,
        {
            "id": new_id(),
            "destination": destination,
            "method": method,
            "path": path,
            "body": kept.decode(),
        },
    )


class Relay:
    """Sends what is in the outbox; any number may run at once."""

    def __init__(self, database: Database, clients: Mapping[str, ServiceClient], vault: Vault | None = None) -> None:
        self._database = database
        self._clients = clients
        self._vault = vault
        self._wake = asyncio.Event()
        self._turn = asyncio.Lock()

    async def run(self) -> None:
        """Send for ever: at once when woken, else at every poll."""
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), POLL_SECONDS)
            self._wake.clear()
            try:
                while await self.send_batch():
                    pass
            except Exception:
                log.warning("outbox_pass_failed", exc_info=True)
                await asyncio.sleep(1)

    def wake(self) -> None:
        """Something new is waiting."""
        self._wake.set()

    async def deliver_now(self, within: float = 2.0) -> None:
        """Try to send at once, so that the next request finds the other service informed; never fails."""
        try:
            async with asyncio.timeout(within):
                await self.send_batch()
        except Exception:  # noqa: BLE001 - delivery goes on in the background
            self.wake()

    async def send_batch(self) -> bool:
        """Send up to a batch; whether a full batch was found and all of it heard, so that more may wait."""
        # One at a time in a process: who delivers now must not pass by messages that are just being sent.
        async with self._turn, self._database.background_session() as session:
            rows = (await session.execute(_CLAIM, {"batch": BATCH})).all()
            outcomes = await asyncio.gather(*(self._send(row.destination, row) for row in rows))
            heard = [row.id for row, failure in zip(rows, outcomes, strict=True) if failure is None]
            if heard:
                await session.execute(_DONE, {"ids": heard})
            for row, failure in zip(rows, outcomes, strict=True):
                if failure is not None:
                    wait = min(LONGEST_WAIT, timedelta(seconds=0.2 * 2 ** min(row.attempts, 10)))
                    await session.execute(_LATER, {"id": row.id, "error": failure, "wait": wait})
            waiting.set(float(await session.scalar(_AGE) or 0))
        return len(heard) == BATCH

    async def _send(self, destination: str, row: Any) -> str | None:
        client = self._clients.get(destination)
        if client is None:
            return "unknown destination"
        try:
            answer = await client.call(
                row.method, row.path, body=msgspec.Raw(self._open(row.body)), headers={"idempotency-key": str(row.id)}
            )
        except Unavailable as error:
            return error.detail or error.code
        if answer.is_success:
            return None
        log.error("outbox_refused", destination=destination, path=row.path, status=answer.status_code)
        return f"refused with {answer.status_code}"

    def _open(self, body: str) -> bytes:
        content = body.encode()
        if self._vault is not None and content.startswith(_SEALED_START):
            return self._vault.open(msgspec.json.decode(content)[SEALED].encode())
        return content
