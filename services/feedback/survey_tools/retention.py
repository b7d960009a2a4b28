"""Forgetting what tools sent: the bytes of a delivery hold who answered, and are kept only while they may be needed."""

import asyncio

import structlog

from services.common.database import Database
from services.feedback.survey_tools import repository

READ_DAYS = 30
"""Of a delivery whose answers are kept: long enough to put a wrong mapping right."""
WAITING_DAYS = 180
"""Of one that waits for a secret or a mapping, or in quarantine."""
REFUSED_DAYS = 30
HOUR = 3_600

log = structlog.get_logger()


class Forgetter:
    """Deletes the bytes that are old enough."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def run(self) -> None:
        """Look every hour."""
        while True:
            async with self._database.background_session() as session:
                gone = await repository.forget(session, READ_DAYS, WAITING_DAYS, REFUSED_DAYS)
            if gone:
                log.info("survey_deliveries_forgotten", deliveries=gone)
            await asyncio.sleep(HOUR)
