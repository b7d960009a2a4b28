"""Telling feedback of answers that came with tickets, with their words as long as those are kept."""

from typing import Any

import msgspec
import structlog
from cryptography.fernet import InvalidToken
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.database import Database
from services.common.instants import now, to_microseconds, to_text
from services.common.outbox import tell
from services.kpi.feeds.rules import Feed
from services.kpi.ingestion.gate import IngestionGate
from services.kpi.sources.registry import SourceRegistry
from services.kpi.ticket_answers import repository
from services.kpi.ticket_answers.rules import queue_of
from services.kpi.tickets.repository import events_of
from services.kpi.tickets.rules.timeline import describe, read_story
from services.kpi.waiting import keep_running

BATCH = 100
IDLE_SECONDS = 0.3

log = structlog.get_logger()


class AnswerTeller:
    """Promises feedback each answer once for each contract that it belongs to."""

    def __init__(self, database: Database, sources: SourceRegistry, gate: IngestionGate) -> None:
        self._database = database
        self._sources = sources
        self._gate = gate

    async def keep_running(self) -> None:
        """Run for ever."""
        await keep_running(self.run_next, IDLE_SECONDS)

    async def run_next(self) -> bool:
        """Promise a batch, in one transaction with the note that it is; whether there was any."""
        async with self._database.background_session() as session:
            waiting = await repository.take_waiting(session, BATCH)
            for row in waiting:
                words = await self._words(session, row)
                told = _told(row, words, await _queue(session, row))
                await tell(session, "feedback", "POST", "/internal/answers", told)
                await repository.note_told(session, row)
        if waiting:
            log.info("answers_told", answers=len(waiting))
        return bool(waiting)

    async def _words(self, session: AsyncSession, row: Row[Any]) -> str | None:
        """The words as the delivery holds them; None without any, or once they are erased."""
        try:
            source = await self._sources.find(row.source_id)
        except InvalidToken:
            # Its secret was sealed with a key that is gone: one such source must not hold up the answers of all.
            log.error("answer_source_unreadable", source=row.source_id)
            return None
        content = await repository.content_of(session, row)
        if source is None or content is None:
            return None
        arrival = self._gate.reread(source, msgspec.json.decode(content.headers), content.body, row.received_at)
        for item in arrival.items:
            if item.parsed is not None and item.parsed.answer is not None and item.parsed.key == row.answer_key:
                return item.parsed.answer.comment
        return None


async def _queue(session: AsyncSession, row: Row[Any]) -> str | None:
    """The queue of the ticket as it is known now: that of its creation, whatever group it goes to later."""
    declared = await repository.declared_queue(session, row)
    if declared is not None:
        return queue_of(declared, None)
    events = await events_of(session, Feed(row.source_id, row.home_contract_id), [row.ticket_id])
    story = read_story(events.get(row.ticket_id, ()), to_microseconds(now()))
    return None if story is None else queue_of(None, describe(story).group)


def _told(row: Row[Any], words: str | None, queue: str | None) -> dict[str, Any]:
    answer = {
        "answer_key": row.answer_key.hex(),
        "ticket_id": row.ticket_id,
        "kind": row.kind,
        "score": row.score,
        "scale_max": row.scale_max,
        "comment": words,
        "answered_at": to_text(row.answered_at),
        "received_at": to_text(row.received_at),
    }
    if queue is not None:
        answer["queue"] = queue
    return {"contract_id": row.contract_id, "source_id": row.source_id, "answers": [answer]}
