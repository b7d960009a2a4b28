"""Finding whom an event concerns, and telling each of them once."""

import asyncio
from contextlib import suppress

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.database import Database, after_commit
from services.common.identifiers import new_id
from services.common.instants import now
from services.contracts.notifications import repository, rules
from services.contracts.notifications.models import NotificationEvent
from services.contracts.notifications.rules import NATURES, Kind

BATCH = 100
POLL_SECONDS = 0.5
"""Events are noted deep within other features: they wait this long at most, as messages to other services do."""

log = structlog.get_logger()


class Spreader:
    """Tells people of events; any number may run at once."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._wake = asyncio.Event()

    async def run(self) -> None:
        """Tell for ever: at once when woken, else at every poll."""
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), POLL_SECONDS)
            self._wake.clear()
            try:
                while await self.spread():
                    pass
            except Exception:
                log.warning("notifications_not_spread", exc_info=True)
                await asyncio.sleep(1)

    def when_committed(self, session: AsyncSession) -> None:
        """Have what a transaction noted told as soon as it is durable."""
        after_commit(session, self.spread_now)

    async def spread_now(self, within: float = 1.0) -> None:
        """Try at once, so that the next request finds everybody told; never fails."""
        try:
            async with asyncio.timeout(within):
                await self.spread()
        except Exception:  # noqa: BLE001 - it goes on in the background
            self._wake.set()

    async def spread(self) -> bool:
        """Tell a batch; whether more may wait."""
        async with self._database.background_session() as session:
            if not await repository.untold(session, 1):
                return False
            await repository.lock_spreading(session)
            events = await repository.untold(session, BATCH)
            for event in events:
                await _tell(session, event)
        return len(events) == BATCH


async def _tell(session: AsyncSession, event: NotificationEvent) -> None:
    kind = Kind(event.kind)
    nature = NATURES[kind]
    settled = rules.settled_by(kind, event.data)
    if settled and event.subject_id is not None:
        await repository.settle(session, event, settled)
    over = any(kind in rules.settled_by(Kind(one.kind), one.data) for one in await repository.later(session, event))
    found = await repository.recipients(session, event, rules.holders(nature.tells), rules.read_rights(kind))
    same = ("contract_id", "kind", "doer_side", "subject_id", "data", "occurred_at")
    rows = [
        {
            "id": new_id(),
            "event_id": event.id,
            "person_id": one.id,
            "organisation_id": one.organisation_id,
            "personal": one.personal,
            "settled_at": now() if over else None,
            **{name: getattr(event, name) for name in same},
        }
        for one in found
    ]
    await repository.tell(session, event.id, rows)
    await repository.note_told(session, event.id)
