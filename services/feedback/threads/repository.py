"""All queries of threads, their messages and their readings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

_UNREAD = (
    "(SELECT count(*) FROM thread_message m WHERE m.contract_id = t.contract_id AND m.thread_id = t.id"
    " AND m.written_side <> '{side}' AND NOT EXISTS (SELECT 1 FROM thread_reading r"
    " WHERE r.contract_id = m.contract_id AND r.message_id = m.id))"
)
_SHOWN = (
    "SELECT t.*, (SELECT count(*) FROM thread_message m WHERE m.contract_id = t.contract_id AND m.thread_id = t.id)"
    f" AS message_count, {_UNREAD.format(side='donneur_ordre')} AS unread_donneur_ordre,"
    f" {_UNREAD.format(side='sous_traitant')} AS unread_sous_traitant FROM thread t"
)
_SEEN = " t.contract_id = :contract AND (:confided OR NOT t.managers_only)"
_ADD = text(
    "INSERT INTO thread (contract_id, id, kind, subject, managers_only, about_kind, about_id, state, awaits, answer_by,"
    " spoke_at, written_by, written_side, written_name) VALUES (:contract_id, :id, :kind, :subject, :managers_only,"
    " :about_kind, :about_id, :state, :awaits, :answer_by, clock_timestamp(), :written_by, :written_side,"
    " :written_name)"
)
_SAY = text(
    "INSERT INTO thread_message (contract_id, id, thread_id, text, asks, answer_by, closes, written_by, written_side,"
    " written_name) VALUES (:contract_id, :id, :thread_id, :text, :asks, :answer_by, :closes, :written_by,"
    " :written_side, :written_name)"
)
_ONE = text(f"{_SHOWN} WHERE {_SEEN} AND t.id = :id")
_LOCK = text(f"SELECT t.* FROM thread t WHERE {_SEEN} AND t.id = :id FOR UPDATE")
_COUNT = text("SELECT count(*) FROM thread_message WHERE contract_id = :contract AND thread_id = :id")
_LIST = text(
    f"{_SHOWN} WHERE {_SEEN} AND (CAST(:state AS text) IS NULL OR t.state = :state)"
    " AND (CAST(:kind AS text) IS NULL OR t.kind = :kind) AND (CAST(:awaits AS text) IS NULL OR t.awaits = :awaits)"
    " AND (CAST(:about_kind AS text) IS NULL OR t.about_kind = :about_kind)"
    " AND (CAST(:about_id AS text) IS NULL OR t.about_id = :about_id)"
    " AND (CAST(:after_id AS uuid) IS NULL OR (t.spoke_at, t.id) < (:after_at, CAST(:after_id AS uuid)))"
    " ORDER BY t.spoke_at DESC, t.id DESC LIMIT :limit"
)
_STANDS = text(
    "UPDATE thread SET state = :state, awaits = :awaits, answer_by = :answer_by, spoke_at = clock_timestamp()"
    " WHERE contract_id = :contract AND id = :id"
)
_MESSAGES = text(
    "SELECT m.*, r.read_at FROM thread_message m LEFT JOIN thread_reading r ON r.contract_id = m.contract_id"
    " AND r.message_id = m.id WHERE m.contract_id = :contract AND m.thread_id = :id ORDER BY m.id"
)
_READ = text(
    "INSERT INTO thread_reading (contract_id, message_id, side) SELECT m.contract_id, m.id, :side FROM thread_message m"
    " WHERE m.contract_id = :contract AND m.thread_id = :id AND m.written_side <> :side ON CONFLICT DO NOTHING"
)
# Whole threads of which something was asked in the period: an answer may come after it.
_ASKED = text(
    "SELECT m.thread_id, m.written_side AS side, m.written_at AS at, m.asks, m.answer_by, m.closes"
    " FROM thread_message m JOIN thread t ON t.contract_id = m.contract_id AND t.id = m.thread_id"
    f" WHERE {_SEEN} AND EXISTS (SELECT 1 FROM thread_message a WHERE a.contract_id = t.contract_id"
    " AND a.thread_id = t.id AND a.asks AND a.written_at >= :since AND a.written_at < :until)"
    " ORDER BY m.thread_id, m.id"
)


@dataclass(frozen=True)
class Wanted:
    """Which threads are asked for; null: all."""

    state: str | None = None
    kind: str | None = None
    awaits: str | None = None
    about_kind: str | None = None
    about_id: str | None = None


@dataclass(frozen=True)
class Sight:
    """What a caller may see of a contract: `confided`, also what is between managers."""

    contract_id: UUID
    confided: bool

    @property
    def values(self) -> dict[str, Any]:
        """For a query."""
        return {"contract": self.contract_id, "confided": self.confided}


async def add(session: AsyncSession, values: Mapping[str, Any]) -> None:
    """Keep a new thread."""
    await session.execute(_ADD, values)


async def say(session: AsyncSession, values: Mapping[str, Any]) -> None:
    """Keep a message; the database notes the instant."""
    await session.execute(_SAY, values)


async def find(session: AsyncSession, sight: Sight, thread_id: UUID) -> Row[Any] | None:
    """One thread, with its counts."""
    return (await session.execute(_ONE, sight.values | {"id": thread_id})).one_or_none()


async def lock(session: AsyncSession, sight: Sight, thread_id: UUID) -> Row[Any] | None:
    """One thread, until the end of the transaction."""
    return (await session.execute(_LOCK, sight.values | {"id": thread_id})).one_or_none()


async def count_messages(session: AsyncSession, contract_id: UUID, thread_id: UUID) -> int:
    """How many messages a thread has."""
    return int(await session.scalar(_COUNT, {"contract": contract_id, "id": thread_id}) or 0)


async def page(
    session: AsyncSession, sight: Sight, wanted: Wanted, after: tuple[datetime, UUID] | None, limit: int
) -> Sequence[Row[Any]]:
    """Threads in which something was said last, first."""
    values = sight.values | vars(wanted) | {"limit": limit}
    values |= {"after_at": after[0] if after else None, "after_id": after[1] if after else None}
    return (await session.execute(_LIST, values)).all()


async def stand(session: AsyncSession, contract_id: UUID, thread_id: UUID, values: Mapping[str, Any]) -> None:
    """Write where a thread stands after a message."""
    await session.execute(_STANDS, {"contract": contract_id, "id": thread_id, **values})


async def messages(session: AsyncSession, contract_id: UUID, thread_id: UUID) -> Sequence[Row[Any]]:
    """All messages of a thread, with when the other side first read them."""
    return (await session.execute(_MESSAGES, {"contract": contract_id, "id": thread_id})).all()


async def read(session: AsyncSession, contract_id: UUID, thread_id: UUID, side: str) -> None:
    """Note that a side has read the messages of the other one; the first time stays."""
    await session.execute(_READ, {"contract": contract_id, "id": thread_id, "side": side})


async def asked(session: AsyncSession, sight: Sight, since: datetime, until: datetime) -> Sequence[Row[Any]]:
    """Messages of every thread in which something was asked within these instants, thread by thread, in order."""
    return (await session.execute(_ASKED, sight.values | {"since": since, "until": until})).all()
