"""Receiving answers through feedback's own doors, and telling kpi of those that count."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

import msgspec
from pydantic import SecretStr
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.encryption import Vault
from services.common.identifiers import new_id
from services.common.instants import now, to_text
from services.common.outbox import tell
from services.common.pseudonyms import pseudonymiser
from services.feedback.answers import repository
from services.feedback.answers.rules.given import Door, Given, Held, erased_key, is_repeated, tickets_of, twin_of
from services.feedback.masking.rules.masked import RULES, mask

OWN_SOURCE = "feedback"
"""Stands where the id of a source does, for answers that no tool of tickets sent."""
TOLD_AT_ONCE = 500

Verdict = Literal["stored", "duplicate", "conflict"]


class Fate(msgspec.Struct, frozen=True):
    """What became of an answer. `counted`: false where the same answer counts already, by another door."""

    key: str
    verdict: Verdict
    id: UUID | None
    counted: bool


class Origin(msgspec.Struct, frozen=True):
    """Where answers come from: the door, and of a file the import, of a survey tool the delivery."""

    door: Door
    import_id: UUID | None = None
    delivery_id: UUID | None = None


class Means(msgspec.Struct, frozen=True):
    """What keeping an answer takes beside the database: a key for the words, and one for names."""

    vault: Vault
    pseudonym_key: SecretStr

    def pseudonym(self, contract_id: UUID) -> Callable[[str], str]:
        """Names within a contract."""
        return pseudonymiser(self.pseudonym_key, contract_id)


async def receive(
    session: AsyncSession, means: Means, contract_id: UUID, origin: Origin, answers: Sequence[Given]
) -> list[Fate]:
    """Keep what is new, in order, and promise kpi what counts; one fate for each answer."""
    if not answers:
        return []
    # Whoever tells of the same tickets waits: otherwise neither would see the other's answer.
    await repository.lock_tickets(session, contract_id, tickets_of(answers))
    received_at = now()
    fates, fresh = await _judge(session, means.pseudonym(contract_id), contract_id, answers)
    added = await repository.add_many(
        session, [_columns(contract_id, origin, given, held, received_at) for given, held in fresh.values()]
    )
    kept = [(given, held) for given, held in fresh.values() if held.id in added]
    await _keep_words(session, means.vault, contract_id, kept)
    await tell_kpi(session, contract_id, [held for _, held in kept if held.same_as is None], received_at)
    # Somebody else kept the same key meanwhile: theirs is the answer.
    lost = {held.id for _, held in fresh.values()} - added
    return [msgspec.structs.replace(fate, verdict="duplicate", id=None) if fate.id in lost else fate for fate in fates]


async def foresee(session: AsyncSession, means: Means, contract_id: UUID, answers: Sequence[Given]) -> list[Fate]:
    """What would become of each, were they received now; nothing is kept."""
    fates, _ = await _judge(session, means.pseudonym(contract_id), contract_id, answers)
    return fates


async def _judge(
    session: AsyncSession, pseudonym: Callable[[str], str], contract_id: UUID, answers: Sequence[Given]
) -> tuple[list[Fate], dict[str, tuple[Given, Held]]]:
    """One fate for each answer, in order, and the new ones by their key."""
    # Of an answer whose words were erased the key is kept in a form that names nobody: sent again it is still known.
    forms = {form: answer.key for answer in answers for form in (answer.key, erased_key(pseudonym, answer.key))}
    held_now = await repository.by_keys(session, contract_id, OWN_SOURCE, list(forms))
    known = {forms[held.key]: held for held in held_now}
    beside = list(await repository.of_tickets(session, contract_id, tickets_of(answers)))
    fresh: dict[str, tuple[Given, Held]] = {}
    fates: list[Fate] = []
    for given in answers:
        held = known.get(given.key)
        if held is None:
            twin = twin_of(given, beside)
            held = known[given.key] = _held(given, twin)
            beside.append(held)
            fresh[given.key] = (given, held)
            fates.append(Fate(given.key, "stored", held.id, twin is None))
        else:
            verdict: Verdict = "duplicate" if is_repeated(given, held) else "conflict"
            fates.append(Fate(given.key, verdict, held.id, held.same_as is None))
    return fates, fresh


async def tell_kpi(
    session: AsyncSession, contract_id: UUID, answers: Sequence[Held], received_at: datetime, *, withdrawn: bool = False
) -> None:
    """Promise kpi one pseudonymous measurement per answer: nothing of it but what is counted."""
    for start in range(0, len(answers), TOLD_AT_ONCE):
        measurements = [
            {
                "answer_id": answer.id,
                "kind": answer.kind,
                "score": answer.score,
                "scale_max": answer.scale_max,
                "answered_at": to_text(answer.answered_at),
                "received_at": to_text(received_at),
                "withdrawn": withdrawn,
                "channel": answer.channel,
            }
            for answer in answers[start : start + TOLD_AT_ONCE]
        ]
        body = {"contract_id": contract_id, "measurements": measurements}
        await tell(session, "kpi", "POST", "/internal/measurements", body)


async def _keep_words(
    session: AsyncSession, vault: Vault, contract_id: UUID, kept: Sequence[tuple[Given, Held]]
) -> None:
    """The words twice: as they came, sealed apart, and as both parties may read them."""
    sealed: list[dict[str, Any]] = []
    readable: list[dict[str, Any]] = []
    for given, held in kept:
        if given.comment:
            own = {"contract_id": contract_id, "answer_id": held.id}
            masked = mask(given.comment)
            sealed.append(own | {"sealed_text": vault.seal(given.comment.encode())})
            readable.append(own | {"text": masked.text, "hidden": masked.hidden, "rules": RULES})
    await repository.add_words(session, sealed, readable)


def _held(given: Given, twin: Held | None) -> Held:
    return Held(
        new_id(), given.key, given.kind, given.score, given.scale_max, given.answered_at, given.ticket_id,
        ticket=False, same_as=None if twin is None else twin.id, channel=given.channel,
    )  # fmt: skip


def _columns(contract_id: UUID, origin: Origin, given: Given, held: Held, received_at: datetime) -> dict[str, Any]:
    return {
        "contract_id": contract_id,
        "id": held.id,
        "source_id": OWN_SOURCE,
        "answer_key": given.key,
        "ticket_id": given.ticket_id,
        "kind": given.kind,
        "score": given.score,
        "scale_max": given.scale_max,
        "has_comment": bool(given.comment),
        "answered_at": given.answered_at,
        "recorded_at": received_at,
        "door": origin.door,
        "import_id": origin.import_id,
        "delivery_id": origin.delivery_id,
        "channel": given.channel,
        "queue": given.queue,
        "ticket_url": given.ticket_url,
        "same_as": held.same_as,
    }
