"""Finding what a contract holds about a person, showing it, and erasing it without touching a fact or a figure."""

import asyncio
import secrets
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
from services.kpi.rights.repository import Ticket
from services.kpi.rights.rules import Sought, escaped, holds, sought
from services.kpi.rights.schemas import DeliveryHeld, PersonHeld, PersonSought, Reference, TicketHeld

IDLE_SECONDS = 1.0
MOST_DELIVERIES = 2_000

log = structlog.get_logger()


class Found(msgspec.Struct):
    """What concerns the person: tickets, deliveries, and rows of what was never read."""

    tickets: set[Ticket]
    deliveries: set[UUID]
    quarantined: list[Row[Any]]
    held: list[Row[Any]]


async def find(session: AsyncSession, contract_id: UUID, wanted: Sought, pseudonym_key: SecretStr) -> Found:
    """Look through events by pseudonym and through raw contents by text.

    A ticket is the person's when its requester is, when it is named, or when one of its deliveries holds their address.
    """
    pseudonym = pseudonymiser(pseudonym_key, contract_id)
    pseudonyms = [pseudonym(identity) for identity in wanted.identities]
    named = set(await repository.tickets(session, contract_id, pseudonyms, wanted.tickets))
    needles = [escaped(needle) for needle in wanted.needles]
    holding = await repository.holding(session, contract_id, needles) if needles else set()
    named |= await repository.tickets_of(session, contract_id, holding)
    unread = [row for row in await repository.quarantined(session, contract_id) if holds(row.body, wanted.needles)]
    waiting = [row for row in await repository.held(session, contract_id) if holds(row.body, wanted.needles)]
    return Found(named, holding | await repository.deliveries_of(session, contract_id, named), unread, waiting)


async def read(session: AsyncSession, person: PersonSought, pseudonym_key: SecretStr) -> PersonHeld:
    """Everything held about a person, for whoever answers them."""
    contract = person.contract_id
    found = await find(session, contract, sought(person.references), pseudonym_key)
    by_ticket: dict[Ticket, list[dict[str, Any]]] = {ticket: [] for ticket in sorted(found.tickets)}
    for row in await repository.events(session, contract, found.tickets):
        times = {name: to_text(getattr(row, name)) for name in ("effective_at", "received_at", "recorded_at")}
        by_ticket[row.source_id, row.ticket_id].append({**times, "event": row.event})
    kept = await repository.contents(session, contract, found.deliveries, MOST_DELIVERIES + 1)
    deliveries = [_delivery(row.id, row, "kept") for row in kept[:MOST_DELIVERIES]]
    deliveries += [_delivery(row.receipt_id, row, "quarantined") for row in found.quarantined]
    deliveries += [_delivery(row.receipt_id, row, "held") for row in found.held]
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
            contents = await _erase(session, contract, found)
            await repository.finish(session, contract, request, len(found.tickets), contents)
            outcome = {"contract_id": contract, "tickets": sorted(found.tickets), "contents": contents}
            await tell(session, "feedback", "PUT", f"/internal/person-requests/{request}/erasure", outcome)
        log.info("person_erased", contract=str(contract), request=str(request), contents=contents)
        return True


async def _erase(session: AsyncSession, contract_id: UUID, found: Found) -> int:
    unread: Sequence[Row[Any]] = [*found.quarantined, *found.held]
    erased = await repository.erase_contents(session, contract_id, found.deliveries, [row.receipt_id for row in unread])
    # Drawn, and kept by nobody: that two tickets are of one customer stays true, who it is can no more be computed.
    names = {old: secrets.token_hex(16) for old in await repository.pseudonyms_of(session, contract_id, found.tickets)}
    await repository.rename(session, contract_id, found.tickets, names)
    await repository.silence(session, contract_id, {ticket for _, ticket in found.tickets})
    return erased + len(unread)
