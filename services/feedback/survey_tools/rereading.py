"""Reading again what waits: for a secret, for a mapping, or in quarantine until either is put right."""

import hashlib
from datetime import UTC, datetime
from typing import Any

import structlog
from cryptography.fernet import InvalidToken
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.answers.doors import Means
from services.feedback.survey_tools import repository
from services.feedback.survey_tools.receiving import Delivery, Examined, examine, fields_of, make_answers, secrets_of
from services.feedback.survey_tools.schemas import RereadOut

BATCH = 200

log = structlog.get_logger()


async def reread(session: AsyncSession, means: Means, tool: Row[Any], since: datetime | None) -> RereadOut:
    """Read a batch of what waits again, the oldest first; `since`: when the first batch of this pass began."""
    began = since or datetime.now(UTC)
    rows = await repository.waiting(session, tool.contract_id, tool.id, began, BATCH + 1)
    read = 0
    for row in rows[:BATCH]:
        read += await _one(session, means, tool, row)
    done = min(len(rows), BATCH)
    return RereadOut(read=read, waiting=done - read, more=len(rows) > BATCH, began_at=began)


async def _one(session: AsyncSession, means: Means, tool: Row[Any], row: Row[Any]) -> bool:
    """Whether it has now been read."""
    try:
        body = means.vault.open(row.sealed_body)
    except InvalidToken:
        # The key is gone, and with it what came: it waits until it is deleted.
        log.exception("survey_delivery_not_readable", delivery=str(row.id))
        return False
    delivery = Delivery(row.headers or {}, body, row.received_at)
    # What waited for the secret is verified by it now; the rest was when it came, and its secret may be gone since.
    secrets = secrets_of(tool, means.vault) if row.verdict == "unverified" else None
    examined = examine(tool.system, fields_of(tool), delivery, secrets, tool.tolerance_seconds)
    values = _values(tool, row, examined)
    first = None
    if examined.verdict == "accepted" and row.verdict != "accepted" and examined.told is not None:
        first = await repository.holder(session, tool.id, examined.told.key)
    elif examined.verdict == "malformed" and row.verdict != "malformed":
        twin = await repository.quarantined(session, tool.id, hashlib.sha256(body).digest())
        if twin is not None:
            await repository.reread(session, values | {"verdict": "duplicate", "state": "nothing", "first_id": twin})
            return False
    if first is not None:
        same = {
            "verdict": "duplicate",
            "state": "nothing",
            "first_id": first.id,
            "conflict": first.sha256 != row.sha256,
        }
        await repository.reread(session, values | same)
        return True
    await repository.reread(session, values)
    if examined.state == "read":
        await make_answers(session, means, tool.contract_id, row.id, examined)
    return examined.state in ("read", "nothing")


def _values(tool: Row[Any], row: Row[Any], examined: Examined) -> dict[str, Any]:
    told = examined.told
    return {
        "contract": tool.contract_id,
        "id": row.id,
        "verdict": examined.verdict,
        "conflict": False,
        "reason": examined.reason,
        "event_type": None if told is None else told.event_type,
        "delivery_key": None if told is None else told.key,
        "first_id": None,
        "state": examined.state,
        "questions": examined.questions,
        "stored": 0,
        "duplicate": 0,
        "contradicted": 0,
        "at": datetime.now(UTC),
        # Not the tool's after all: nothing of it is kept.
        "keep": examined.state != "refused",
    }
