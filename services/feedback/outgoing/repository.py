"""All queries of outgoing webhooks, those of requests."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

_HOOK = (
    "id, name, host, sealed_url, previous_secret_until, events, teams, state, off_reason, failing_since, created_at,"
    " created_name, changed_at, changed_name"
)
_COUNTS = (
    " (SELECT count(*) FROM outgoing_message m WHERE m.contract_id = h.contract_id AND m.hook_id = h.id"
    " AND m.state = 'waiting') AS waiting,"
    " (SELECT count(*) FROM outgoing_message m WHERE m.contract_id = h.contract_id AND m.hook_id = h.id"
    " AND m.state = 'dead') AS dead"
)
_MESSAGE = "id, event, answer_id, created_at, state, tries, next_attempt_at, ended_at, reason"
_TEAMS = bindparam("teams", type_=ARRAY(Uuid))
_LOCK = text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))")
_LIST = text(
    f"SELECT {_HOOK},{_COUNTS} FROM outgoing_hook h WHERE h.contract_id = :contract"
    " ORDER BY (h.state = 'removed'), h.created_at, h.id LIMIT :most"
)
_FIND = text(f"SELECT {_HOOK},{_COUNTS} FROM outgoing_hook h WHERE h.contract_id = :contract AND h.id = :id")
_COUNT = text("SELECT count(*) FROM outgoing_hook WHERE contract_id = :contract AND state <> 'removed'")
_UNKNOWN_TEAMS = text(
    "SELECT one FROM unnest(CAST(:teams AS uuid[])) AS one WHERE NOT EXISTS"
    " (SELECT 1 FROM relay_team t WHERE t.contract_id = :contract AND t.id = one)"
).bindparams(_TEAMS)
_ADD = text(
    "INSERT INTO outgoing_hook (contract_id, id, name, host, sealed_url, sealed_secret, events, teams, created_name)"
    " VALUES (:contract, :id, :title, :host, :url, :secret, :events, :teams, :author)"
).bindparams(_TEAMS)
_CHANGE = text(
    "UPDATE outgoing_hook SET name = :title, host = :host, sealed_url = :url, events = :events, teams = :teams,"
    " failing_since = NULL, changed_at = clock_timestamp(), changed_name = :author"
    " WHERE contract_id = :contract AND id = :id AND state <> 'removed'"
).bindparams(_TEAMS)
_SET_STATE = text(
    "UPDATE outgoing_hook SET state = :state, off_reason = NULL, failing_since = NULL,"
    " changed_at = clock_timestamp(), changed_name = :author"
    " WHERE contract_id = :contract AND id = :id AND state <> 'removed'"
)
_REMOVE = text(
    "UPDATE outgoing_hook SET state = 'removed', off_reason = NULL, sealed_url = NULL, sealed_secret = NULL,"
    " sealed_previous_secret = NULL, previous_secret_until = NULL, changed_at = clock_timestamp(),"
    " changed_name = :author WHERE contract_id = :contract AND id = :id AND state <> 'removed'"
)
_END = text(
    "UPDATE outgoing_message SET state = 'dead', reason = :reason, ended_at = clock_timestamp(), sending_until = NULL"
    " WHERE contract_id = :contract AND hook_id = :id AND state = 'waiting'"
)
# The right side reads the row as it was: the secret until now becomes the previous one. Worker role only.
_ROTATE = text(
    "UPDATE outgoing_hook SET sealed_previous_secret = sealed_secret, sealed_secret = :secret,"
    " previous_secret_until = CASE WHEN CAST(:overlap AS integer) = 0 THEN NULL"
    "  ELSE clock_timestamp() + make_interval(secs => CAST(:overlap AS integer)) END,"
    " changed_at = clock_timestamp(), changed_name = :author"
    " WHERE contract_id = :contract AND id = :id AND state <> 'removed' RETURNING previous_secret_until"
)
_ADD_MESSAGE = text(
    "INSERT INTO outgoing_message (contract_id, id, hook_id, answer_id, event)"
    " VALUES (:contract, :id, :hook, :answer, :event) ON CONFLICT DO NOTHING"
)
_FOR_STEP = text(
    "SELECT h.id FROM outgoing_hook h JOIN relay_item i ON i.contract_id = h.contract_id AND i.answer_id = :answer"
    " WHERE h.contract_id = :contract AND h.state IN ('active', 'paused') AND :event = ANY(h.events)"
    " AND (h.teams IS NULL OR i.team_id = ANY(h.teams))"
)
# Of what this transaction relayed only: an answer that was relayed before is not news.
_FOR_ITEMS = text(
    "SELECT h.id AS hook, h.events, i.answer_id, i.kind FROM outgoing_hook h"
    " JOIN relay_item i ON i.contract_id = h.contract_id AND i.answer_id = ANY(:answers) AND i.created_at >= now()"
    " WHERE h.contract_id = :contract AND h.state IN ('active', 'paused')"
    " AND (h.teams IS NULL OR i.team_id = ANY(h.teams)) ORDER BY i.answer_id, h.id"
)
# Whoever may have the words: an attempt that failed for us may have arrived.
_TOLD = text(
    "SELECT DISTINCT m.hook_id AS hook, m.answer_id FROM outgoing_message m"
    " JOIN outgoing_hook h ON (h.contract_id, h.id) = (m.contract_id, m.hook_id)"
    " WHERE m.contract_id = :contract AND m.answer_id = ANY(:answers) AND h.state IN ('active', 'paused')"
    " AND (m.tries > 0 OR EXISTS (SELECT 1 FROM outgoing_attempt a"
    "  WHERE a.contract_id = m.contract_id AND a.message_id = m.id))"
)
_PAGE = text(
    f"SELECT {_MESSAGE} FROM outgoing_message WHERE contract_id = :contract AND hook_id = :hook"
    " AND (CAST(:state AS text) IS NULL OR state = :state)"
    " AND (CAST(:before AS timestamptz) IS NULL"
    "  OR (created_at, id) < (CAST(:before AS timestamptz), CAST(:before_id AS uuid)))"
    " ORDER BY created_at DESC, id DESC LIMIT :limit"
)
_ONE = text(f"SELECT {_MESSAGE} FROM outgoing_message WHERE contract_id = :contract AND hook_id = :hook AND id = :id")
_ATTEMPTS = text(
    "SELECT message_id, number, ended_at, duration_ms, status, reason FROM outgoing_attempt"
    " WHERE contract_id = :contract AND message_id = ANY(:messages) ORDER BY message_id, number DESC"
)
_AGAIN = (
    "UPDATE outgoing_message SET state = 'waiting', tries = 0, next_attempt_at = clock_timestamp(), ended_at = NULL,"
    " sending_until = NULL WHERE contract_id = :contract AND hook_id = :hook"
)
# What somebody is just sending needs no other round.
_RESEND = text(f"{_AGAIN} AND id = :id AND (sending_until IS NULL OR sending_until <= clock_timestamp())")
_RESEND_DEAD = text(
    f"{_AGAIN} AND id IN (SELECT id FROM outgoing_message WHERE contract_id = :contract AND hook_id = :hook"
    " AND state = 'dead' ORDER BY created_at, id LIMIT :most) RETURNING id"
)


async def lock(session: AsyncSession, contract_id: UUID) -> None:
    """Wait for whoever else adds a tool to a contract, until the end of the transaction."""
    await session.execute(_LOCK, {"name": f"outgoing hooks {contract_id}"})


async def hooks(session: AsyncSession, contract_id: UUID, most: int) -> Sequence[Row[Any]]:
    """Tools of a contract, those that were removed last."""
    return (await session.execute(_LIST, {"contract": contract_id, "most": most})).all()


async def hook(session: AsyncSession, contract_id: UUID, hook_id: UUID) -> Row[Any] | None:
    """One tool."""
    return (await session.execute(_FIND, {"contract": contract_id, "id": hook_id})).one_or_none()


async def count(session: AsyncSession, contract_id: UUID) -> int:
    """How many tools there are, those that were removed left out."""
    return await session.scalar(_COUNT, {"contract": contract_id}) or 0


async def unknown_teams(session: AsyncSession, contract_id: UUID, teams: Sequence[UUID]) -> set[UUID]:
    """Those of these teams that the contract does not have."""
    return set(await session.scalars(_UNKNOWN_TEAMS, {"contract": contract_id, "teams": list(teams)}))


async def add(session: AsyncSession, values: Mapping[str, Any]) -> None:
    """Keep a new tool."""
    await session.execute(_ADD, values)


async def change(session: AsyncSession, values: Mapping[str, Any]) -> None:
    """Change a tool; what it failed at before is forgotten."""
    await session.execute(_CHANGE, values)


async def set_state(session: AsyncSession, values: Mapping[str, Any]) -> None:
    """Let a tool be told, or not."""
    await session.execute(_SET_STATE, values)


async def remove(session: AsyncSession, values: Mapping[str, Any]) -> None:
    """Forget address and secrets of a tool; what waited for it is told to nobody."""
    await session.execute(_REMOVE, values)
    await session.execute(_END, {"contract": values["contract"], "id": values["id"], "reason": "removed"})


async def rotate(session: AsyncSession, values: Mapping[str, Any]) -> Row[Any] | None:
    """Put a secret in the place of the present one. Worker role only."""
    return (await session.execute(_ROTATE, values)).one_or_none()


async def hooks_for_step(session: AsyncSession, contract_id: UUID, answer_id: UUID, event: str) -> Sequence[UUID]:
    """Tools that are told of a step of an item."""
    values = {"contract": contract_id, "answer": answer_id, "event": event}
    return (await session.scalars(_FOR_STEP, values)).all()


async def hooks_for_items(session: AsyncSession, contract_id: UUID, answers: Sequence[UUID]) -> Sequence[Row[Any]]:
    """Tools that may be told of answers that this transaction relayed."""
    return (await session.execute(_FOR_ITEMS, {"contract": contract_id, "answers": list(answers)})).all()


async def hooks_told(session: AsyncSession, contract_id: UUID, answers: Sequence[UUID]) -> Sequence[Row[Any]]:
    """Tools that were told of answers. Worker role only."""
    return (await session.execute(_TOLD, {"contract": contract_id, "answers": list(answers)})).all()


async def add_messages(session: AsyncSession, rows: Sequence[Mapping[str, Any]]) -> None:
    """Promise to tell tools; of a relayed answer each once."""
    if rows:
        await session.execute(_ADD_MESSAGE, list(rows))


async def page(
    session: AsyncSession,
    contract_id: UUID,
    hook_id: UUID,
    state: str | None,
    before: tuple[datetime, UUID] | None,
    limit: int,
) -> Sequence[Row[Any]]:
    """Messages of a tool, the newest first."""
    at, message_id = before or (None, None)
    values = {
        "contract": contract_id, "hook": hook_id, "state": state, "before": at, "before_id": message_id, "limit": limit,
    }  # fmt: skip
    return (await session.execute(_PAGE, values)).all()


async def message(session: AsyncSession, contract_id: UUID, hook_id: UUID, message_id: UUID) -> Row[Any] | None:
    """One message."""
    values = {"contract": contract_id, "hook": hook_id, "id": message_id}
    return (await session.execute(_ONE, values)).one_or_none()


async def attempts(session: AsyncSession, contract_id: UUID, messages: Sequence[UUID]) -> Sequence[Row[Any]]:
    """Attempts of messages, the newest first."""
    return (await session.execute(_ATTEMPTS, {"contract": contract_id, "messages": list(messages)})).all()


async def resend(session: AsyncSession, contract_id: UUID, hook_id: UUID, message_id: UUID) -> None:
    """Begin another round of attempts, at once."""
    await session.execute(_RESEND, {"contract": contract_id, "hook": hook_id, "id": message_id})


async def resend_dead(session: AsyncSession, contract_id: UUID, hook_id: UUID, most: int) -> int:
    """The same for messages that nobody took, the oldest first; how many."""
    values = {"contract": contract_id, "hook": hook_id, "most": most}
    return len((await session.execute(_RESEND_DEAD, values)).all())
