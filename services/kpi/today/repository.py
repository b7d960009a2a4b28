"""All queries on the tickets of a day: what is open, what something happened to, what such days usually bring."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from services.kpi.feeds.rules import Feeds

TicketKey = tuple[str, str]
"""(source, ticket)."""

_OPEN = text(
    "SELECT source_id, ticket_id FROM ticket_share WHERE contract_id = :contract AND indicator = 'backlog'"
    " GROUP BY source_id, ticket_id HAVING sum(numerator) > 0 LIMIT :limit"
)
# Whatever was recorded since midnight was folded since. Where everything was folded again the events decide.
_TOUCHED = text(
    "SELECT s.source_id, s.ticket_id FROM ticket_state s"
    " JOIN unnest(CAST(:sources AS text[]), CAST(:homes AS uuid[])) AS f (source_id, home) USING (source_id)"
    " WHERE s.contract_id = :contract AND s.evaluated_at >= :since AND EXISTS ("
    "  SELECT 1 FROM ticket_event e WHERE e.contract_id = f.home AND e.source_id = s.source_id"
    "  AND e.ticket_id = s.ticket_id AND e.effective_at >= :since) LIMIT :limit"
)
_SAME_WEEKDAYS = text(
    "SELECT indicator, day, denominator FROM rollup_day WHERE contract_id = :contract"
    " AND indicator = ANY(:indicators) AND day = ANY(:days)"
)
_FIRST_DAY = text(
    "SELECT min(day) FROM rollup_day WHERE contract_id = :contract AND indicator = 'data_completeness'"
    " AND denominator > 0"
)


async def tickets_of(session: AsyncSession, feeds: Feeds, since: datetime, most: int) -> list[TicketKey] | None:
    """Tickets that are open, or that something happened to since an instant, in order; None when there are more."""
    values = {"contract": feeds.contract_id, "limit": most + 1}
    found = {(row.source_id, row.ticket_id) for row in await session.execute(_OPEN, values)}
    sources = {"sources": feeds.sources, "homes": [feeds.of(source).home for source in feeds.sources], "since": since}
    found |= {(row.source_id, row.ticket_id) for row in await session.execute(_TOUCHED, values | sources)}
    return sorted(found) if len(found) <= most else None


async def same_weekdays(
    session: AsyncSession, contract_id: UUID, day: date, weeks: int, indicators: Sequence[str]
) -> dict[str, list[int]]:
    """What the same weekday of the weeks before brought, by indicator; none before anything was heard at all."""
    first = await session.scalar(_FIRST_DAY, {"contract": contract_id})
    days = [before for week in range(1, weeks + 1) if first and (before := day - timedelta(weeks=week)) >= first]
    values = {"contract": contract_id, "indicators": list(indicators), "days": days}
    counted: dict[str, dict[date, int]] = defaultdict(dict)
    for row in await session.execute(_SAME_WEEKDAYS, values):
        counted[row.indicator][row.day] = row.denominator
    return {indicator: [counted[indicator].get(before, 0) for before in days] for indicator in indicators}
