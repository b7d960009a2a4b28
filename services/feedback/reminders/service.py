"""Having people told of what time alone brings about, each once."""

import asyncio
from datetime import datetime, timedelta

import structlog

from services.common.database import Database
from services.common.instants import now
from services.common.news import tell_people
from services.feedback.reminders import repository
from services.feedback.threads.rules import news

EVERY_SECONDS = 300.0
LOOKED_BACK = timedelta(days=3)
"""At a start: what passed while nobody looked is told, what is older was."""

log = structlog.get_logger()


class Reminder:
    """Any number may run at once: whoever is told of the same object and date is told once."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._since: datetime | None = None
        self._day = ""

    async def run(self) -> None:
        """Look for ever."""
        while True:
            try:
                await self.look(now())
            except Exception:
                log.warning("reminders_not_sent", exc_info=True)
            await asyncio.sleep(EVERY_SECONDS)

    async def look(self, at: datetime) -> None:
        """Have told what has passed since the last look, and once a day that words wait."""
        since = self._since or at - LOOKED_BACK
        async with self._database.background_session() as session:
            for item in await repository.overdue(session, since, at):
                people = [one["id"] for one in item.members]
                sides = [] if people else ["sous_traitant"]
                key = f"{item.answer_id}:{item.due_at:%Y-%m-%dT%H:%M}"
                answer_id = item.answer_id
                await tell_people(
                    session, item.contract_id, "relay_overdue", key, sides=sides, people=people, subject_id=answer_id
                )
            for row in await repository.unanswered(session, since, at):
                kind = news(managers_only=row.managers_only, asks=True)
                key, data = f"{row.id}:{row.answer_by}", {"answer_by": str(row.answer_by)}
                await tell_people(session, row.contract_id, kind, key, sides=[row.awaits], subject_id=row.id, data=data)
            day = f"{at:%Y-%m-%d}"
            if day != self._day:
                for row in await repository.contracts_with_waiting_words(session):
                    key = f"{row.contract_id}:{day}"
                    await tell_people(
                        session,
                        row.contract_id,
                        "words_to_release",
                        key,
                        sides=["donneur_ordre"],
                        subject_id="words",
                    )
        self._since, self._day = at, day
