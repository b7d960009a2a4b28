"""What is held about a person: finding it here and at kpi, showing it to whoever answers them, erasing it."""

import asyncio
from collections.abc import Sequence
from typing import Any
from uuid import UUID

import msgspec
import structlog
from cryptography.fernet import InvalidToken
from pydantic import SecretStr
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.database import Database
from services.common.encryption import Vault
from services.common.errors import Conflict, Unavailable
from services.common.http import ServiceClient
from services.common.instants import now
from services.common.outbox import tell
from services.common.pseudonyms import pseudonymiser
from services.feedback.answers.doors import OWN_SOURCE
from services.feedback.answers.rules.given import erased_key
from services.feedback.outgoing.announcing import announce_erased
from services.feedback.rights import repository
from services.feedback.rights.rules import holds
from services.feedback.rights.schemas import AnswerHeld, Findings, InvitationHeld, PersonExport
from services.feedback.rights.service import step_of
from services.feedback.surveys import repository as surveys
from services.feedback.surveys.rules.keys import answer_keys, customer_of, invitation_of

BATCH = 200
"""Words opened between two looks at other work: some 10 ms."""
IDLE_SECONDS = 1.0
READING_SECONDS = 8.0
"""Looking through the contents of a large contract takes longer than other calls; the gateway waits 10 s."""

log = structlog.get_logger()

References = Sequence[dict[str, str]]


class Reader:
    """Finds what is held about a person."""

    def __init__(self, vault: Vault, kpi: ServiceClient, key: SecretStr) -> None:
        self._vault = vault
        self._kpi = kpi
        self._key = key

    async def export(self, session: AsyncSession, contract_id: UUID, request_id: UUID) -> PersonExport:
        """All of it. Raises: Conflict once the request is over, Unavailable when kpi is."""
        references = await self._references(session, contract_id, request_id)
        held = await self._at_kpi(contract_id, references)
        tickets = [(one["source_id"], one["ticket_id"]) for one in held["tickets"]]
        invitations = await find_invitations(session, self._key, contract_id, references, tickets)
        ids = await find_answers(session, self._vault, contract_id, references, tickets)
        ids |= await answers_to(session, contract_id, [one.id for one in invitations])
        rows = await repository.answers(session, contract_id, sorted(ids))
        return PersonExport(
            contract_id=contract_id,
            request_id=request_id,
            made_at=now(),
            tickets=held["tickets"],
            deliveries=held["deliveries"],
            answers=[self._answer(row) for row in rows],
            invitations=[InvitationHeld.model_validate(dict(one._mapping)) for one in invitations],
            truncated=held["truncated"],
        )

    async def count(self, session: AsyncSession, contract_id: UUID, request_id: UUID) -> Findings:
        """How much of it. Raises: as `export`."""
        found = await self.export(session, contract_id, request_id)
        return Findings(
            tickets=len(found.tickets),
            contents=len(found.deliveries),
            answers=len(found.answers),
            words=sum(one.comment is not None for one in found.answers),
            truncated=found.truncated,
        )

    async def _references(self, session: AsyncSession, contract_id: UUID, request_id: UUID) -> References:
        sealed = await repository.sealed_references(session, contract_id, request_id)
        if sealed is None:
            raise Conflict("The request is over: who the person is was forgotten.")
        return opened(self._vault, sealed)

    async def _at_kpi(self, contract_id: UUID, references: References) -> dict[str, Any]:
        body = {"contract_id": contract_id, "references": references}
        answer = await self._kpi.call("POST", "/internal/person-readings", body=body, deadline=READING_SECONDS)
        if not answer.is_success:
            raise Unavailable("The kpi service is not understood.", status_told=answer.status_code)
        told: dict[str, Any] = msgspec.json.decode(answer.content)
        return told

    def _answer(self, row: Row[Any]) -> AnswerHeld:
        words = None if row.sealed_text is None else readable(self._vault, row.sealed_text)
        return AnswerHeld.model_validate({**row._mapping, "comment": words, "comment_as_shown": row.text})


async def find_answers(
    session: AsyncSession, vault: Vault, contract_id: UUID, references: References, tickets: Sequence[tuple[str, str]]
) -> set[UUID]:
    """Answers of the person: named, of their tickets, or with their address in the words."""
    values = {
        kind: [one["value"] for one in references if one["kind"] == kind] for kind in ("answer", "ticket", "email")
    }
    found = await repository.answers_named(session, contract_id, values["answer"], tickets, values["ticket"])
    needles = values["email"]
    if not needles:
        return found
    found |= await repository.answers_holding(session, contract_id, needles)
    after: UUID | None = None
    while True:
        rows = await repository.words(session, contract_id, after, BATCH)
        found |= {row.answer_id for row in rows if holds(readable(vault, row.sealed_text) or "", needles)}
        if len(rows) < BATCH:
            return found
        after = rows[-1].answer_id
        await asyncio.sleep(0)


async def find_invitations(
    session: AsyncSession, key: SecretStr, contract_id: UUID, references: References, tickets: Sequence[tuple[str, str]]
) -> Sequence[Row[Any]]:
    """Invitations of the person to a hosted survey: under one of their references, or of their tickets."""
    pseudonym = pseudonymiser(key, contract_id)
    customers = sorted({pseudonym(customer_of(one["value"])) for one in references})
    named = [one["value"] for one in references if one["kind"] == "ticket"]
    return await surveys.of_person(session, contract_id, customers, [*named, *(ticket for _, ticket in tickets)])


async def answers_to(session: AsyncSession, contract_id: UUID, invitations: Sequence[UUID]) -> set[UUID]:
    """Answers that were given to these invitations."""
    keys = [key for one in invitations for key in answer_keys(one)]
    return await repository.answers_keyed(session, contract_id, OWN_SOURCE, keys)


class Eraser:
    """Passes erasures on to kpi, and once that has done its part erases the words of answers."""

    def __init__(self, database: Database, vault: Vault, key: SecretStr) -> None:
        self._database = database
        self._vault = vault
        self._key = key

    async def run(self) -> None:
        """Work for ever."""
        while True:
            try:
                busy = await self.run_next()
            except Exception:
                log.warning("erasure_failed", exc_info=True)
                busy = False
            if not busy:
                await asyncio.sleep(IDLE_SECONDS)

    async def run_next(self) -> bool:
        """Do the next part of one erasure, in one transaction; whether there was one."""
        async with self._database.background_session() as session:
            row = await repository.next_to_erase(session)
            if row is None:
                return False
            references = opened(self._vault, row.sealed_references)
            if row.erasure == "ordered":
                body = {"contract_id": row.contract_id, "references": references}
                await tell(session, "kpi", "PUT", f"/internal/person-erasures/{row.id}", body, vault=self._vault)
                await repository.promised(session, row.contract_id, row.id)
            else:
                erased = await self._erase(session, row, references)
                await repository.done(
                    session, row.contract_id, row.id, {**row.erased, "answers": erased}, step_of("erased", None)
                )
                log.info("person_words_erased", contract=str(row.contract_id), request=str(row.id), answers=erased)
        return True

    async def _erase(self, session: AsyncSession, row: Row[Any], references: References) -> int:
        tickets = [(source, ticket) for source, ticket in row.found_tickets]
        invited = await find_invitations(session, self._key, row.contract_id, references, tickets)
        invitations = {one.id for one in invited}
        ids = await find_answers(session, self._vault, row.contract_id, references, tickets)
        ids |= await answers_to(session, row.contract_id, sorted(invitations))
        erased = await erase_all(session, self._key, row.contract_id, ids, invitations)
        await erase_deliveries(session, self._vault, row.contract_id, references)
        return erased


async def erase_all(
    session: AsyncSession, key: SecretStr, contract_id: UUID, answers: set[UUID], invitations: set[UUID]
) -> int:
    """Take the words out of answers and everybody out of invitations, those of the answers included.

    How many answers that were: one who is found by the words of one answer gave the other one to its invitation too.
    """
    found = await repository.answers(session, contract_id, sorted(answers))
    invited = invitations | {one for row in found if (one := invitation_of(row.answer_key)) is not None}
    everything = answers | await answers_to(session, contract_id, sorted(invited))
    rows = await repository.answers(session, contract_id, sorted(everything))
    pseudonym = pseudonymiser(key, contract_id)
    # A key of a tool is a digest already; one that a sender chose may name the person.
    keys = {row.id: row.answer_key if row.door == "ticket" else erased_key(pseudonym, row.answer_key) for row in rows}
    await repository.erase(session, contract_id, keys)
    await announce_erased(session, contract_id, sorted(keys))
    await surveys.forget(session, contract_id, sorted(invited), now())
    return len(keys)


async def erase_deliveries(session: AsyncSession, vault: Vault, contract_id: UUID, references: References) -> None:
    """Of what survey tools sent, also of what made no answer: delete all that holds an address of the person."""
    needles = [one["value"] for one in references if one["kind"] == "email"]
    after: UUID | None = None
    while needles:
        rows = await repository.bodies(session, contract_id, after, BATCH)
        found = [row.id for row in rows if holds(readable(vault, row.sealed_body) or "", needles)]
        await repository.erase_bodies(session, contract_id, found)
        if len(rows) < BATCH:
            return
        after = rows[-1].id
        await asyncio.sleep(0)


def opened(vault: Vault, sealed: bytes) -> References:
    """How a person is found."""
    references: References = msgspec.json.decode(vault.open(sealed))
    return references


def readable(vault: Vault, sealed: bytes) -> str | None:
    """Words as they came; None when their key is gone."""
    try:
        return vault.open(sealed).decode()
    except (InvalidToken, UnicodeDecodeError):
        return None
