"""Letters: what somebody was told and has not read, once, in the rhythm that they chose."""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import structlog
from prometheus_client import Gauge
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.database import Database
from services.common.identifiers import new_id
from services.common.instants import now
from services.contracts.gateway import Letters
from services.contracts.notifications import repository, rules, service
from services.contracts.notifications.rules import Kind, Pending

POLL_SECONDS = 5.0

log = structlog.get_logger()
waiting = Gauge("copil_letters_oldest_seconds", "How long the letter that waits longest should have been looked at")


@dataclass(frozen=True)
class Order:
    """A letter to be handed in."""

    person_id: UUID
    letter_id: UUID
    told: tuple[UUID, ...]
    attempts: int
    body: dict[str, Any]


class Postman:
    """Looks at mailboxes that are due and hands letters in; any number may run at once.

    A letter is claimed before it is handed in: nobody else takes it for a minute, longer after each failure. Killed in
    between, it is handed in again with the same name and the same content: at least once, and recognisable.
    """

    def __init__(self, database: Database, letters: Letters) -> None:
        self._database = database
        self._letters = letters

    async def run(self) -> None:
        """Look for ever."""
        while True:
            try:
                while await self.look(now()):
                    pass
                await self._measure()
            except Exception:
                log.warning("letters_not_looked_at", exc_info=True)
            await asyncio.sleep(POLL_SECONDS)

    async def look(self, at: datetime) -> bool:
        """Look at one mailbox and hand in what is due; whether there was one to look at."""
        async with self._database.background_session() as session:
            row = await repository.claim(session, at)
            order = None if row is None else await _order(session, row, at)
        if order is not None:
            await self._hand_in(order, at)
        return row is not None

    async def _hand_in(self, order: Order, at: datetime) -> None:
        outcome = await self._letters.send(order.body)
        if outcome == "failed":
            log.warning("letter_not_sent", letter_id=str(order.letter_id), attempts=order.attempts)
        async with self._database.background_session() as session:
            if outcome == "failed":
                await repository.look_again(session, order.person_id, {"last_error": "not taken by the mail server"})
                return
            sent = outcome == "sent"
            await repository.note_mailed(session, order.letter_id, order.told if sent else ())
            done: dict[str, Any] = {"letter_id": None, "attempts": 0, "last_error": None}
            done["look_at"] = at if sent else at + rules.WITHOUT_MAIL
            if sent:
                done["mailed_at"] = at
            await repository.look_again(session, order.person_id, done)

    async def _measure(self) -> None:
        async with self._database.background_session() as session:
            oldest = await repository.oldest_look(session)
        waiting.set(0 if oldest is None else max(0.0, (now() - oldest).total_seconds()))


async def _order(session: AsyncSession, mailbox: Row[Any], at: datetime) -> Order | None:
    """What a claimed mailbox has to send now, kept under its name; None: nothing, and it is known when to look."""
    rows = [
        row
        for row in await repository.pending(session, mailbox.person_id, at - rules.STALE)
        if service.opens(row.functions, Kind(row.kind))
    ]
    if not mailbox.active:
        await repository.look_again(session, mailbox.person_id, {"look_at": None, "letter_id": None, "attempts": 0})
        return None
    zone = rules.zone_of(mailbox.zone, [row.zone for row in rows])
    if mailbox.letter_id is not None:
        told = [row for row in rows if row.letter_id == mailbox.letter_id]
        look_at: datetime | None = at
    else:
        pending = [Pending(row.id, Kind(row.kind), row.personal, row.told_at) for row in rows]
        sorted_out = rules.sort(pending, mailbox.rhythms, zone, at)
        due = {one.id for one in sorted_out.now}
        told, look_at = [row for row in rows if row.id in due], sorted_out.look_at
    if not told:
        done = {"look_at": look_at, "letter_id": None, "attempts": 0, "last_error": None}
        await repository.look_again(session, mailbox.person_id, done)
        return None
    letter_id = mailbox.letter_id or new_id()
    attempts = mailbox.attempts + 1
    claimed = {"letter_id": letter_id, "attempts": attempts, "look_at": at + rules.wait_after(attempts)}
    await repository.look_again(session, mailbox.person_id, claimed)
    ids = tuple(row.id for row in told)
    await repository.put_in_letter(session, ids, letter_id)
    return Order(mailbox.person_id, letter_id, ids, attempts, _body(mailbox, letter_id, told))


def _body(mailbox: Row[Any], letter_id: UUID, told: Sequence[Row[Any]]) -> dict[str, Any]:
    """Counts by kind and contract: all that a letter is made of."""
    counts: dict[UUID, Counter[str]] = defaultdict(Counter)
    titles: dict[UUID, str] = {}
    for row in told:
        counts[row.contract_id][row.kind] += 1
        titles[row.contract_id] = row.title
    contracts = [
        {
            "contract_id": str(contract_id),
            "title": titles[contract_id],
            "counts": [
                {"kind": kind, "count": counts[contract_id][kind]} for kind in Kind if counts[contract_id][kind]
            ],
        }
        for contract_id in sorted(counts, key=lambda one: (titles[one], one))
    ]
    return {
        "id": str(letter_id),
        "email": mailbox.email,
        "language": mailbox.language or "fr",
        "contracts": contracts,
    }
