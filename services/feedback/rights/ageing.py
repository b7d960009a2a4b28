"""What customers are told of how long answers to hosted surveys are kept is held: then nothing is left but figures."""

import asyncio
from collections import defaultdict
from uuid import UUID

import structlog
from pydantic import SecretStr

from services.common.database import Database
from services.common.instants import now
from services.feedback.rights.person import answers_to, erase_all
from services.feedback.surveys import repository as surveys

BATCH = 200
EVERY_SECONDS = 3_600.0

log = structlog.get_logger()


class Ageing:
    """Erases, invitation by invitation, what has been kept as long as its survey says."""

    def __init__(self, database: Database, key: SecretStr) -> None:
        self._database = database
        self._key = key

    async def run(self) -> None:
        """Work for ever."""
        while True:
            while await self.run_batch():
                pass
            await asyncio.sleep(EVERY_SECONDS)

    async def run_batch(self) -> int:
        """Erase up to a batch, in one transaction; how many invitations there were."""
        async with self._database.background_session() as session:
            aged: dict[UUID, set[UUID]] = defaultdict(set)
            for row in await surveys.aged(session, now(), BATCH):
                aged[row.contract_id].add(row.id)
            for contract_id, invitations in aged.items():
                answers = await answers_to(session, contract_id, sorted(invitations))
                erased = await erase_all(session, self._key, contract_id, answers, invitations)
                log.info("aged_answers_erased", contract=str(contract_id), answers=erased)
        return sum(map(len, aged.values()))
