"""Finding what a contract holds about a person, showing it, and erasing it without touching a fact or a figure."""

import asyncio
from collections.abc import Sequence
from typing import Any
from uuid import UUID

import msgspec
import structlog
from pydantic import SecretStr
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.database import Database
from services.common.encryption import Vault
from services.common.instants import to_text
from services.common.outbox import tell
from services.common.pseudonyms import pseudonymiser
from services.kpi.rights import repository
from services.kpi.rights.finding import Found, find
from services.kpi.rights.renaming import rename
from services.kpi.rights.repository import Ticket
from services.kpi.rights.rules import sought
from services.kpi.rights.schemas import DeliveryHeld, PersonHeld, PersonSought, Reference, TicketHeld

IDLE_SECONDS = 1.0
MOST_DELIVERIES = 2_000

log = structlog.get_logger()


async def read(session: AsyncSession, person: PersonSought, pseudonym_key: SecretStr) -> PersonHeld:
    """Everything held about a person, for whoever answers them."""
    found = await find(session, person.contract_id, sought(person.references), pseudonym_key)
    by_ticket: dict[Ticket, list[dict[str, Any]]] = {
        ticket: [] for ticket in sorted(ticket for part in found for ticket in part.tickets)
    }
    kept: list[Row[Any]] = []
    unread: list[DeliveryHeld] = []
    for part in found:
        for row in await repository.events(session, part.home, part.tickets, part.until):
            times = {name: to_text(getattr(row, name)) for name in ("effective_at", "received_at", "recorded_at")}
            by_ticket[row.source_id, row.ticket_id].append({**times, "event": row.event})
        kept += await repository.contents(session, part.home, part.readable, MOST_DELIVERIES + 1 - len(kept))
        unread += [_delivery(row.receipt_id, row, "quarantined") for row in part.quarantined]
        unread += [_delivery(row.receipt_id, row, "held") for row in part.held]
    deliveries = [_delivery(row.id, row, "kept") for row in kept[:MOST_DELIVERIES]] + unread
    return PersonHeld(
        tickets=[
            TicketHeld(source_id=source, ticket_id=ticket, events=events)
            for (source, ticket), events in by_ticket.items()
        ],
        deliveries=deliveries,
        truncated=len(kept) > MOST_DELIVERIES,
    )


def _delivery(receipt_id: UUID, row: Row[Any], state: str) -> DeliveryHeld:
    return DeliveryHeld.model_validate(
        {
            "receipt_id": receipt_id,
            "source_id": row.source_id,
            "received_at": row.received_at,
            "state": state,
            "body": bytes(row.body).decode("utf-8", "replace"),
        }
    )


class Eraser:
    """Carries out the erasures that wait; one interrupted starts again, which erases nothing twice."""

    def __init__(self, database: Database, vault: Vault, pseudonym_key: SecretStr) -> None:
        self._database = database
        self._vault = vault
        self._pseudonym_key = pseudonym_key

    async def keep_running(self) -> None:
        """Work for ever."""
        while True:
            if not await self.run_next():
                await asyncio.sleep(IDLE_SECONDS)

    async def run_next(self) -> bool:
        """Carry out one, in one transaction with the message that says so; whether there was one."""
        async with self._database.background_session() as session:
            waiting = await repository.take_next(session)
            if waiting is None:
                return False
            references = msgspec.json.decode(self._vault.open(waiting.sealed_references))
            person = sought([Reference.model_validate(one) for one in references])
            contract, request = waiting.contract_id, waiting.request_id
            found = await find(session, contract, person, self._pseudonym_key)
            contents = sum([await _erase(session, part) for part in found])
            for part in found:
                pseudonym = pseudonymiser(self._pseudonym_key, part.home)
                pseudonyms = [pseudonym(identity) for identity in person.identities]
                await repository.forget_in_imports(session, part.home, pseudonyms, part.tickets)
            await rename(session, found)
            tickets = sorted(ticket for part in found for ticket in part.tickets)
            await repository.finish(session, contract, request, len(tickets), contents)
            outcome = {"contract_id": contract, "tickets": tickets, "contents": contents}
            await tell(session, "feedback", "PUT", f"/internal/person-requests/{request}/erasure", outcome)
            # The same deliveries brought answers to the other contracts of their source: those lose their words too.
            for other, shared in (await repository.sharing(session, contract, tickets)).items():
                body = {"contract_id": other, "tickets": shared}
                await tell(session, "feedback", "POST", "/internal/erased-tickets", body)
        log.info("person_erased", contract=str(contract), request=str(request), contents=contents)
        return True


async def _erase(session: AsyncSession, found: Found) -> int:
    """Erase it where it is kept, once for every contract that counts it; how many contents."""
    unread: Sequence[Row[Any]] = [*found.quarantined, *found.held]
    receipts = [row.receipt_id for row in unread]
    erased = await repository.erase_contents(session, found.home, found.deliveries, receipts)
    await repository.silence(session, found.tickets)
    return erased + len(unread)
