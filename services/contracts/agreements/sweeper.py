"""Looks regularly for contracts that have ended without anybody's doing."""

import asyncio

import structlog

from services.common.database import Database
from services.common.outbox import Relay
from services.contracts.agreements import service

log = structlog.get_logger()


class EndSweeper:
    """Owns the passage from active to ended; any number may run at once."""

    def __init__(self, database: Database, relay: Relay, every: float) -> None:
        self._database = database
        self._relay = relay
        self._every = every

    async def run(self) -> None:
        """Sweep for ever, every so many seconds."""
        while True:
            try:
                await service.tell_ends(self._database, self._relay)
            except Exception:
                log.warning("end_sweep_failed", exc_info=True)
            await asyncio.sleep(self._every)
