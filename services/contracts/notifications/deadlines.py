"""What a clock tells: dates of actions that come or have passed, each once; and what is old enough to be forgotten."""

import asyncio
from datetime import datetime

import structlog

from services.common.database import Database
from services.common.identifiers import new_id
from services.common.instants import now
from services.contracts.agreements.rules import Side
from services.contracts.notifications import repository, rules
from services.contracts.notifications.rules import Kind
from services.contracts.notifications.spreading import Spreader

BATCH = 500

log = structlog.get_logger()


class Deadlines:
    """Owns what no request tells; any number may run at once: the key of an event lets it be only once."""

    def __init__(self, database: Database, spreader: Spreader, every: float) -> None:
        self._database = database
        self._spreader = spreader
        self._every = every

    async def run(self) -> None:
        """Look for ever, every so many seconds."""
        while True:
            try:
                while await self.look(now()):
                    pass
            except Exception:
                log.warning("deadlines_not_looked_at", exc_info=True)
            await asyncio.sleep(self._every)

    async def look(self, at: datetime) -> bool:
        """Tell the dates of a batch of actions; whether more may wait."""
        async with self._database.background_session() as session:
            rows = await repository.dates(session, at, rules.SOON, BATCH)
            for row in rows:
                owners = [one for one in (row.owner_donneur_ordre, row.owner_sous_traitant) if one is not None]
                late = row.days < 0
                kind = Kind.ACTION_OVERDUE if late else Kind.ACTION_DUE_SOON
                columns = {
                    "id": new_id(),
                    "key": rules.due_key(kind, row.id, row.due_on),
                    "contract_id": row.contract_id,
                    "kind": kind,
                    # Who answers for it is told beforehand; that it is late, everybody who may do something.
                    "sides": sorted(Side) if late else [],
                    "people": owners,
                    "subject_id": str(row.id),
                    "data": {"due_on": row.due_on.isoformat()},
                    "occurred_at": at,
                }
                await repository.add_event_once(session, columns)
            forgotten = await repository.forget(session, at - rules.KEPT, BATCH)
            self._spreader.when_committed(session)
        return len(rows) == BATCH or forgotten == BATCH
