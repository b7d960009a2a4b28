"""Masking words at reception, and in the background those that were kept before there were such rules."""

import asyncio
from collections.abc import Sequence
from typing import Any
from uuid import UUID

import structlog
from cryptography.fernet import InvalidToken
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.database import Database
from services.common.encryption import Vault
from services.feedback.corrections import repository as corrections
from services.feedback.corrections.service import corrected
from services.feedback.masking import repository
from services.feedback.masking.rules.masked import RULES, Masked, mask

BATCH = 50
"""Some 15 ms of work: other requests need not wait longer."""
IDLE_SECONDS = 5.0

log = structlog.get_logger()


async def keep(session: AsyncSession, contract_id: UUID, answer_id: UUID, words: str) -> None:
    """Keep the readable form of new words."""
    masked = mask(words)
    await repository.put(session, contract_id, answer_id, masked.text, dict(masked.hidden), RULES)


class Sweeper:
    """Masks what has no readable form by the present rules."""

    def __init__(self, database: Database, vault: Vault) -> None:
        self._database = database
        self._vault = vault

    async def run(self) -> None:
        """Work for ever."""
        while True:
            waiting = await self.sweep()
            await asyncio.sleep(0 if waiting else IDLE_SECONDS)

    async def sweep(self) -> int:
        """Mask a batch; how many there were."""
        async with self._database.background_session() as session:
            rows = await repository.waiting(session, RULES, BATCH)
            told = await corrections.of_answers(session, [(row.contract_id, row.answer_id) for row in rows])
            made = []
            for row in rows:
                masked = await self._mask(session, row, told)
                made.append(
                    {
                        "contract": row.contract_id,
                        "answer": row.answer_id,
                        "text": masked.text,
                        "hidden": dict(masked.hidden),
                        "rules": RULES,
                    }
                )
            if made:
                await repository.put_again(session, made)
        return len(rows)

    async def _mask(self, session: AsyncSession, row: Row[Any], told: Sequence[Row[Any]]) -> Masked:
        try:
            words = self._vault.open(row.sealed_text).decode()
        except (InvalidToken, UnicodeDecodeError):
            # The key is gone: the words are lost, and asking for ever would not bring them back.
            log.exception("comment_not_readable")
            return Masked("", {})
        return mask(words, await corrected(session, self._vault, row, words, told))
