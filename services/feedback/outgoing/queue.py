"""What waits to be sent, and what became of it; all queries of the sender, in the worker's role."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.outgoing.rules.schedule import Next, Outcome

_DUE = (
    "m.state = 'waiting' AND m.next_attempt_at <= clock_timestamp()"
    " AND (m.sending_until IS NULL OR m.sending_until <= clock_timestamp())"
    " AND (h.state = 'active' OR m.event = 'hook.test')"
)
_IN_HAND = (
    "m.contract_id = h.contract_id AND m.hook_id = h.id AND m.state = 'waiting' AND m.sending_until > clock_timestamp()"
)
# The rows of tools are locked first and counted after: two senders never give one tool more at once than it takes.
_HOOKS = text(
    "SELECT h.contract_id, h.id FROM outgoing_hook h WHERE h.state <> 'removed'"
    " AND EXISTS (SELECT 1 FROM outgoing_message m WHERE m.contract_id = h.contract_id AND m.hook_id = h.id"
    f" AND {_DUE})"
    f" AND (SELECT count(*) FROM outgoing_message m WHERE {_IN_HAND}) < CAST(:each AS integer)"
    # None in particular first: else those that are always behind would keep the others waiting.
    " ORDER BY random() LIMIT :most FOR UPDATE OF h SKIP LOCKED"
)
_CLAIM = text(
    "WITH one AS (SELECT h.contract_id, h.id, h.state,"
    f"  CAST(:each AS integer) - (SELECT count(*) FROM outgoing_message m WHERE {_IN_HAND}) AS free"
    "  FROM outgoing_hook h"
    "  JOIN unnest(CAST(:contracts AS uuid[]), CAST(:hooks AS uuid[])) AS w (contract_id, id)"
    "   ON (w.contract_id, w.id) = (h.contract_id, h.id)),"
    " due AS (SELECT d.* FROM one h CROSS JOIN LATERAL (SELECT m.contract_id, m.id FROM outgoing_message m"
    f"  WHERE m.contract_id = h.contract_id AND m.hook_id = h.id AND {_DUE}"
    "  ORDER BY m.next_attempt_at, m.id LIMIT greatest(0, h.free)) d)"
    " UPDATE outgoing_message m SET tries = least(m.tries + 1, 1000),"
    " sending_until = clock_timestamp() + make_interval(secs => CAST(:lease AS integer)) FROM due"
    " WHERE (m.contract_id, m.id) = (due.contract_id, due.id)"
    " RETURNING m.contract_id, m.id, m.hook_id, m.answer_id, m.event, m.created_at, m.tries"
).bindparams(bindparam("contracts", type_=ARRAY(Uuid)), bindparam("hooks", type_=ARRAY(Uuid)))
_HOOK = text(
    "SELECT state, sealed_url, sealed_secret,"
    " CASE WHEN previous_secret_until > clock_timestamp() THEN sealed_previous_secret END AS sealed_previous_secret"
    " FROM outgoing_hook WHERE contract_id = :contract AND id = :hook"
)
_ITEM = text(
    "SELECT i.kind, i.state, i.due_at, i.team_id, t.name AS team FROM relay_item i"
    " JOIN relay_team t ON (t.contract_id, t.id) = (i.contract_id, i.team_id)"
    " WHERE i.contract_id = :contract AND i.answer_id = :answer"
)
_ATTEMPT = text(
    "INSERT INTO outgoing_attempt (contract_id, message_id, number, duration_ms, status, reason)"
    " SELECT m.contract_id, m.id, coalesce((SELECT max(number) FROM outgoing_attempt a"
    "  WHERE a.contract_id = m.contract_id AND a.message_id = m.id), 0) + 1, :duration, :status, :reason"
    " FROM outgoing_message m WHERE m.contract_id = :contract AND m.id = :id"
)
# Whoever said too late how it went finds the message in other hands and leaves it alone.
_NOTE = text(
    "UPDATE outgoing_message SET state = :state, reason = :reason, sending_until = NULL,"
    " next_attempt_at = clock_timestamp() + make_interval(secs => CAST(:wait AS integer)),"
    " ended_at = CASE WHEN :state = 'waiting' THEN NULL ELSE clock_timestamp() END"
    " WHERE contract_id = :contract AND id = :id AND state = 'waiting' AND tries = :tries"
    " AND sending_until IS NOT NULL"
)
_TAKEN = text(
    "UPDATE outgoing_hook SET failing_since = NULL"
    " WHERE contract_id = :contract AND id = :hook AND failing_since IS NOT NULL"
)
_FAILED = text(
    "UPDATE outgoing_hook SET failing_since = coalesce(failing_since, clock_timestamp())"
    " WHERE contract_id = :contract AND id = :hook"
    " RETURNING CAST(extract(epoch FROM clock_timestamp() - failing_since) AS bigint)"
)
_OFF = text(
    "UPDATE outgoing_hook SET state = 'switched_off', off_reason = :reason, changed_at = clock_timestamp(),"
    " changed_name = NULL WHERE contract_id = :contract AND id = :hook AND state IN ('active', 'paused')"
    " RETURNING true"
)
# Also what was in hand while another attempt switched the tool off, once nobody is at it any more.
_END = text(
    "UPDATE outgoing_message m SET state = 'dead', reason = 'switched_off', sending_until = NULL,"
    " ended_at = clock_timestamp() FROM outgoing_hook h WHERE (h.contract_id, h.id) = (m.contract_id, m.hook_id)"
    " AND h.state = 'switched_off' AND m.state = 'waiting' AND m.event <> 'hook.test'"
    " AND (m.sending_until IS NULL OR m.sending_until <= clock_timestamp())"
    " AND (CAST(:hook AS uuid) IS NULL OR (m.contract_id, m.hook_id) = (CAST(:contract AS uuid), CAST(:hook AS uuid)))"
)
_FORGET = text(
    "DELETE FROM outgoing_message WHERE ended_at < clock_timestamp() - make_interval(days => CASE state"
    " WHEN 'dead' THEN CAST(:dead AS integer) ELSE CAST(:delivered AS integer) END) AND state <> 'waiting'"
)


async def claim(session: AsyncSession, hooks: int, each: int, lease_s: int) -> Sequence[Row[Any]]:
    """Messages that are due, of so many tools at most and so many at once of each; theirs for `lease_s` seconds."""
    found = (await session.execute(_HOOKS, {"most": hooks, "each": each})).all()
    if not found:
        return []
    values = {
        "contracts": [row.contract_id for row in found],
        "hooks": [row.id for row in found],
        "each": each,
        "lease": lease_s,
    }
    return (await session.execute(_CLAIM, values)).all()


async def hook(session: AsyncSession, contract_id: UUID, hook_id: UUID) -> Row[Any] | None:
    """Where a message goes and what signs it."""
    return (await session.execute(_HOOK, {"contract": contract_id, "hook": hook_id})).one_or_none()


async def item(session: AsyncSession, contract_id: UUID, answer_id: UUID) -> Row[Any] | None:
    """The item of a message, and its team."""
    return (await session.execute(_ITEM, {"contract": contract_id, "answer": answer_id})).one_or_none()


async def failing_s(session: AsyncSession, contract_id: UUID, hook_id: UUID, *, taken: bool) -> int:
    """Note that a tool took something or not; since how many seconds it has taken nothing."""
    values = {"contract": contract_id, "hook": hook_id}
    if taken:
        await session.execute(_TAKEN, values)
        return 0
    return int(await session.scalar(_FAILED, values) or 0)


async def note(session: AsyncSession, message: Row[Any], outcome: Outcome, then: Next) -> bool:
    """Write down what became of an attempt, and what follows; whether that switched the tool off."""
    values = {"contract": message.contract_id, "id": message.id}
    attempt = {"duration": outcome.duration_ms, "status": outcome.status, "reason": outcome.reason}
    await session.execute(_ATTEMPT, values | attempt)
    noted = {"state": then.state, "reason": outcome.reason, "wait": then.wait_s or 0, "tries": message.tries}
    await session.execute(_NOTE, values | noted)
    hook_values = {"contract": message.contract_id, "hook": message.hook_id}
    off = then.off is not None and bool(await session.scalar(_OFF, hook_values | {"reason": then.off}))
    if not outcome.taken:
        await session.execute(_END, hook_values)
    return off


async def forget(session: AsyncSession, delivered_days: int, dead_days: int) -> int:
    """End what waits for a tool that is off, and delete what is over for long enough; how many messages."""
    await session.execute(_END, {"contract": None, "hook": None})
    done: Any = await session.execute(_FORGET, {"delivered": delivered_days, "dead": dead_days})
    return int(done.rowcount)
