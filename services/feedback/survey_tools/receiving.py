"""Taking a delivery: examine it (pure and bounded), keep it and make its answers in one transaction, then answer.

Survey answers come by the hundred where ticket events come by the ten thousand: there is no second step that a crash
could part from the first, and nothing to sweep.
"""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Literal
from uuid import UUID

import msgspec
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.encryption import Vault
from services.common.errors import Unavailable
from services.common.identifiers import new_id
from services.feedback.answers import doors
from services.feedback.answers.doors import Means, Origin
from services.feedback.answers.rules.given import Given
from services.feedback.masking.rules.masked import mask
from services.feedback.survey_tools import repository
from services.feedback.survey_tools.connectors import CONNECTORS
from services.feedback.survey_tools.connectors.base import Malformed, Refused, SignatureRejected, StaleRejected, Told
from services.feedback.survey_tools.rules.mapping import MappedField, answers_of, has_scores

MOST_BYTES = 1_000_000
"""Of one delivery."""
MOST_HELD = 200
"""Deliveries kept while the tool's secret is not known."""
MOST_REJECTED = 1_000
"""Rejected deliveries of a tool that are noted in a day: whoever knows the address can send any number."""

Verdict = Literal["accepted", "duplicate", "rejected_signature", "rejected_stale", "malformed", "unverified"]
State = Literal["read", "nothing", "unmapped", "quarantined", "held", "refused"]

VERDICTS: dict[type[Refused], Verdict] = {
    SignatureRejected: "rejected_signature",
    StaleRejected: "rejected_stale",
    Malformed: "malformed",
}
_KEPT_HEADERS = frozenset(
    {"content-type", "webhook-id", "webhook-timestamp", "webhook-signature", "typeform-signature", "user-agent"}
)
"""What another verification may need, and nothing of the way here."""


class Delivery(msgspec.Struct, frozen=True):
    """What came."""

    headers: dict[str, str]
    body: bytes
    received_at: datetime
    trial: bool = False


class Examined(msgspec.Struct, frozen=True):
    """What it is, before anything is kept."""

    verdict: Verdict
    state: State
    reason: str | None = None
    told: Told | None = None
    answers: Sequence[Given] = ()

    @property
    def questions(self) -> list[dict[str, Any]]:
        """Names of its fields; a title may hold what somebody answered before, so it is masked as words are."""
        found = () if self.told is None else self.told.questions
        return [
            {"id": one.id, "title": None if one.title is None else mask(one.title).text, "form": one.form}
            for one in found
        ]


class Outcome(msgspec.Struct, frozen=True):
    """The fate of a delivery. `answers`: what it made, or of a trial would make."""

    verdict: Verdict
    receipt_id: UUID
    digest: bytes
    conflict: bool = False
    reason: str | None = None
    state: State = "nothing"
    answers: Sequence[Given] = ()


def kept_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """The headers that are kept with a delivery."""
    return {name: value for name, value in headers.items() if name in _KEPT_HEADERS}


def secrets_of(tool: Row[Any], vault: Vault) -> list[str]:
    """The live secrets of a tool."""
    sealed = [tool.sealed_secret]
    if tool.previous_secret_until is not None and tool.previous_secret_until > datetime.now(UTC):
        sealed.append(tool.sealed_previous_secret)
    return [vault.open(one).decode() for one in sealed if one is not None]


def examine(
    system: str,
    fields: Sequence[MappedField],
    delivery: Delivery,
    secrets: Sequence[str] | None,
    tolerance_s: int,
) -> Examined:
    """Signature, time, structure, mapping, in this order; `secrets` None: it was verified before. Pure."""
    connector = CONNECTORS[system]
    if secrets is not None and not secrets:
        return Examined("unverified", "held")
    told: Told | None = None
    try:
        if secrets is not None:
            connector.check(delivery.headers, delivery.body, secrets, delivery.received_at, tolerance_s)
        told = connector.read(delivery.headers, delivery.body)
        if told.response is None:
            return Examined("accepted", "nothing", told=told)
        if not has_scores(told.response, fields):
            return Examined("accepted", "unmapped", told=told)
        answers = answers_of(told.response, fields, delivery.received_at)
    except Refused as refusal:
        verdict = VERDICTS[type(refusal)]
        return Examined(verdict, "quarantined" if verdict == "malformed" else "refused", refusal.reason, told)
    return Examined("accepted", "read", told=told, answers=answers)


def fields_of(tool: Row[Any]) -> list[MappedField]:
    """What the fields of a tool are."""
    return msgspec.convert(tool.fields, list[MappedField])


async def receive(session: AsyncSession, means: Means, tool: Row[Any], delivery: Delivery) -> Outcome:
    """Keep a delivery and make its answers; durable once the transaction is. Raises: Unavailable."""
    secrets = secrets_of(tool, means.vault)
    examined = examine(tool.system, fields_of(tool), delivery, secrets, tool.tolerance_seconds)
    digest = hashlib.sha256(delivery.body).digest()
    receipt = new_id()
    row = _row(tool, means.vault, delivery, examined, receipt, digest)
    if examined.state == "refused":
        since = delivery.received_at - timedelta(days=1)
        await repository.keep_rejected(session, row | {"headers": None, "body": None}, since, MOST_REJECTED)
        return Outcome(examined.verdict, receipt, digest, reason=examined.reason, state="refused")
    if examined.verdict == "unverified" and await repository.held(session, tool.contract_id, tool.id) >= MOST_HELD:
        raise Unavailable("Too many deliveries wait for the secret of this tool.", retry_after=600)
    if await repository.keep(session, row):
        if not delivery.trial:
            await make_answers(session, means, tool.contract_id, receipt, examined)
        return Outcome(
            examined.verdict, receipt, digest, reason=examined.reason, state=examined.state, answers=examined.answers
        )
    if examined.verdict == "malformed":
        first = await repository.quarantined(session, tool.id, digest)
        return Outcome("malformed", first or receipt, digest, reason=examined.reason, state="quarantined")
    return await _repeated(session, tool, row, examined, digest)


async def _repeated(
    session: AsyncSession, tool: Row[Any], row: dict[str, Any], examined: Examined, digest: bytes
) -> Outcome:
    """A key that came before: kept again only where it came with another body."""
    assert examined.told is not None
    first = await repository.holder(session, tool.id, examined.told.key)
    conflict = first is not None and first.sha256 != digest
    first_id = None if first is None else first.id
    again = row | {"verdict": "duplicate", "state": "nothing", "conflict": conflict, "first_id": first_id}
    await repository.keep(session, again if conflict else again | {"headers": None, "body": None})
    # A repetition to the letter has the receipt of the first; a contradiction is kept and has its own.
    receipt = row["id"] if conflict or first is None else first.id
    return Outcome("duplicate", receipt, digest, conflict=conflict)


async def make_answers(
    session: AsyncSession, means: Means, contract_id: UUID, delivery_id: UUID, examined: Examined
) -> dict[str, int]:
    """Keep the answers of a delivery, and note what became of them; how many of each."""
    fates = await doors.receive(session, means, contract_id, Origin("tool", delivery_id=delivery_id), examined.answers)
    counts = {
        verdict: sum(fate.verdict == verdict for fate in fates) for verdict in ("stored", "duplicate", "conflict")
    }
    await repository.count(session, contract_id, delivery_id, examined.state, counts)
    return counts


def _row(
    tool: Row[Any], vault: Vault, delivery: Delivery, examined: Examined, receipt: UUID, digest: bytes
) -> dict[str, Any]:
    told = examined.told
    return {
        "contract": tool.contract_id,
        "id": receipt,
        "tool": tool.id,
        "received_at": delivery.received_at,
        "verdict": examined.verdict,
        "conflict": False,
        "reason": examined.reason,
        "trial": delivery.trial,
        "event_type": None if told is None else told.event_type,
        "delivery_key": None if told is None else told.key,
        "first_id": None,
        "sha256": digest,
        "size": len(delivery.body),
        "state": examined.state,
        "questions": examined.questions,
        "headers": kept_headers(delivery.headers),
        "body": vault.seal(delivery.body),
    }
