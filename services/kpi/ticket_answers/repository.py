"""All queries on answers that came with tickets: which contracts they go to, and who has been told. Worker role.

Their words stay where they came, in the content of the delivery, so that what erases that erases them.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from services.kpi.feeds.rules import Feed

# Told once for each contract, however often its ticket is folded.
_ROUTE = text(
    "INSERT INTO answer_route (contract_id, source_id, answer_key, home_contract_id)"
    " SELECT CAST(:contract AS uuid), source_id, answer_key, contract_id FROM ticket_answer"
    " WHERE contract_id = :home AND source_id = :source AND ticket_id = ANY(:tickets)"
    " AND recorded_at <= coalesce(CAST(:until AS timestamptz), 'infinity')"
    " ORDER BY answer_key ON CONFLICT (contract_id, source_id, answer_key) DO NOTHING"
)
_WAITING = text(
    "SELECT r.contract_id, r.source_id, r.answer_key, r.home_contract_id, a.ticket_id, a.delivery_id, a.recorded_at,"
    " a.kind, a.score, a.scale_max, a.answered_at, a.received_at FROM answer_route r JOIN ticket_answer a"
    " ON (a.contract_id, a.source_id, a.answer_key) = (r.home_contract_id, r.source_id, r.answer_key)"
    " WHERE r.told_at IS NULL ORDER BY r.routed_at, r.answer_key LIMIT :limit FOR UPDATE OF r SKIP LOCKED"
)
# Held until the words are promised: an erasure of this content waits, and then finds the promise.
_CONTENT = text(
    "SELECT headers::text AS headers, body FROM delivery_body"
    " WHERE contract_id = :home AND recorded_at = :recorded AND delivery_id = :delivery FOR KEY SHARE"
)
# The value that the terms in force at the creation give it; a contract that declares no queues has no row.
_QUEUE = text(
    "SELECT value FROM ticket_dimension WHERE contract_id = :contract AND source_id = :source AND ticket_id = :ticket"
    " AND dimension = 'queue'"
)
_TOLD = text(
    "UPDATE answer_route SET told_at = clock_timestamp()"
    " WHERE contract_id = :contract AND source_id = :source AND answer_key = :key"
)
_ADD = text(
    "INSERT INTO ticket_answer (contract_id, source_id, answer_key, ticket_id, delivery_id, recorded_at, received_at,"
    " kind, score, scale_max, answered_at) VALUES (:contract, :source, :key, :ticket, :delivery, :recorded, :received,"
    " :kind, :score, :scale_max, :answered) ON CONFLICT (contract_id, source_id, answer_key) DO NOTHING RETURNING true"
)

_KNOWN = text(
    "SELECT answer_key FROM ticket_answer"
    " WHERE contract_id = :contract AND source_id = :source AND answer_key = ANY(:keys)"
)


async def route(session: AsyncSession, contract_id: UUID, feed: Feed, tickets: Sequence[str]) -> None:
    """These tickets of a feed are the contract's: so are their answers."""
    values = {
        "contract": contract_id, "home": feed.home, "source": feed.source_id, "tickets": list(tickets),
        "until": feed.until,
    }  # fmt: skip
    await session.execute(_ROUTE, values)


async def take_waiting(session: AsyncSession, limit: int) -> Sequence[Row[Any]]:
    """Answers of which feedback has not been told for a contract, locked."""
    return (await session.execute(_WAITING, {"limit": limit})).all()


async def content_of(session: AsyncSession, row: Row[Any]) -> Row[Any] | None:
    """What brought an answer, locked; None once it is erased."""
    values = {"home": row.home_contract_id, "recorded": row.recorded_at, "delivery": row.delivery_id}
    return (await session.execute(_CONTENT, values)).one_or_none()


async def declared_queue(session: AsyncSession, row: Row[Any]) -> str | None:
    """The queue of the ticket of an answer as the contract's terms name it; None where they declare none."""
    values = {"contract": row.contract_id, "source": row.source_id, "ticket": row.ticket_id}
    found: str | None = await session.scalar(_QUEUE, values)
    return found


async def note_told(session: AsyncSession, row: Row[Any]) -> None:
    """Feedback is promised to hear of it."""
    values = {"contract": row.contract_id, "source": row.source_id, "key": row.answer_key}
    await session.execute(_TOLD, values)


async def add(
    session: AsyncSession, contract_id: UUID, source_id: str, delivery_id: UUID, recorded_at: datetime,
    answer: dict[str, Any],
) -> bool:  # fmt: skip
    """Keep an answer that was found again in a delivery; whether it was not known."""
    place = {"contract": contract_id, "source": source_id, "delivery": delivery_id, "recorded": recorded_at}
    return bool(await session.scalar(_ADD, {**place, **answer}))


async def known(session: AsyncSession, contract_id: UUID, source_id: str, keys: list[bytes]) -> set[bytes]:
    """Which of these answers are kept."""
    values = {"contract": contract_id, "source": source_id, "keys": keys}
    return {bytes(key) for key in await session.scalars(_KNOWN, values)}
