"""All queries of reminders. Worker role only."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

_OVERDUE = text(
    "SELECT i.contract_id, i.answer_id, i.due_at, t.members FROM relay_item i JOIN relay_team t"
    " ON (t.contract_id, t.id) = (i.contract_id, i.team_id) WHERE i.due_at > :since AND i.due_at <= :at"
    " AND i.state IN ('to_do', 'acknowledged', 'caused', 'acted', 'returned') AND i.kind = 'trouble'"
)
# A date has passed once it is the day after in the contract's zone.
_UNANSWERED = text(
    "SELECT t.contract_id, t.id, t.answer_by, t.awaits, t.managers_only FROM thread t"
    " JOIN contract c ON c.contract_id = t.contract_id WHERE t.state <> 'closed' AND t.awaits IS NOT NULL"
    " AND (t.answer_by + 1)::timestamp AT TIME ZONE c.zone > :since"
    " AND (t.answer_by + 1)::timestamp AT TIME ZONE c.zone <= :at"
)
_WAITING = text(
    "SELECT DISTINCT v.contract_id FROM verbatim v JOIN LATERAL (SELECT r.required FROM release_rule r"
    " WHERE r.contract_id = v.contract_id ORDER BY r.id DESC LIMIT 1) rule ON rule.required"
    " WHERE v.released_at IS NULL"
)


async def overdue(session: AsyncSession, since: datetime, at: datetime) -> Sequence[Row[Any]]:
    """Items that wait for the provider's team and whose time ran out in (since, at]."""
    return (await session.execute(_OVERDUE, {"since": since, "at": at})).all()


async def unanswered(session: AsyncSession, since: datetime, at: datetime) -> Sequence[Row[Any]]:
    """Threads that wait for an answer whose date passed in (since, at]."""
    return (await session.execute(_UNANSWERED, {"since": since, "at": at})).all()


async def contracts_with_waiting_words(session: AsyncSession) -> Sequence[Row[Any]]:
    """Contracts in which words wait to be released."""
    return (await session.execute(_WAITING)).all()
