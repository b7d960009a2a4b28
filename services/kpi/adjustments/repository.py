"""All queries of adjustments: versions beside those before them, and what was recorded between two instants."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from services.kpi.explanations.repository import TicketKey
from services.kpi.feeds.rules import Feeds

# The versions of a contract are few hundred a month: the window runs over one period.
_PAIRS = text(
    "SELECT * FROM (SELECT indicator, variant, version, published_at, body,"
    "  lag(published_at) OVER own AS before_at, lag(body) OVER own AS before_body"
    "  FROM figure_version WHERE contract_id = :contract AND period = :period"
    "  WINDOW own AS (PARTITION BY indicator, variant ORDER BY version)) AS pair"
    " WHERE before_body IS NOT NULL ORDER BY published_at DESC, indicator, variant"
)
_TERMS = text(
    "SELECT id, 'terms' AS kind, valid_from, recorded_at FROM terms_version"
    " WHERE contract_id = :contract AND recorded_at > :after AND recorded_at <= :until"
    " UNION ALL SELECT id, 'commitment', valid_from, recorded_at FROM commitment_version"
    " WHERE contract_id = :contract AND indicator = :indicator AND recorded_at > :after AND recorded_at <= :until"
    " UNION ALL SELECT id, 'scope', valid_from, recorded_at FROM scope_version"
    " WHERE contract_id = :contract AND recorded_at > :after AND recorded_at <= :until"
    # What was learnt or said of silences that touch the period, where figures are judged by them.
    " UNION ALL SELECT g.id, 'silence', g.starts_at, max(known.at) FROM source_gap g"
    "  CROSS JOIN LATERAL unnest(ARRAY[g.recorded_at, g.closed_at, g.resolved_at, g.explained_at]) AS known (at)"
    "  WHERE :silences AND known.at > :after AND known.at <= :until"
    "  AND g.starts_at < CAST(:over AS timestamptz) AND (g.ends_at IS NULL OR g.ends_at > CAST(:begun AS timestamptz))"
    "  AND ((g.contract_id = :contract AND g.source_id IN (SELECT id FROM source WHERE contract_id = :contract))"
    "   OR g.source_id IN (SELECT source_id FROM source_feed"
    "    WHERE contract_id = :contract AND recorded_at IS NOT NULL)) GROUP BY g.id, g.starts_at"
    " ORDER BY recorded_at, id"
)
_UNDONE = text(
    "SELECT DISTINCT e.source_id, e.ticket_id"
    " FROM unnest(CAST(:homes AS uuid[]), CAST(:sources AS text[]), CAST(:tickets AS text[]))"
    "  AS wanted (contract_id, source_id, ticket_id)"
    " JOIN ticket_event e USING (contract_id, source_id, ticket_id)"
    " JOIN import_delivery i ON (i.contract_id, i.delivery_id) = (e.contract_id, e.delivery_id)"
    " WHERE i.taken_back_at > :after AND i.taken_back_at <= :until"
)


async def pairs(session: AsyncSession, contract_id: UUID, period: str) -> Sequence[Row[Any]]:
    """Every version of a period that has one before it, with that one; the latest first."""
    return (await session.execute(_PAIRS, {"contract": contract_id, "period": period})).all()


async def versions_between(
    session: AsyncSession,
    contract_id: UUID,
    indicator: str,
    after: datetime,
    until: datetime,
    *,
    silences: tuple[datetime, datetime] | None,
) -> Sequence[Row[Any]]:
    """Versions of terms, scopes and of the indicator's commitment recorded in (after, until].

    `silences`: begin and end of the period whose silences judge, known otherwise since; None: they judge nothing.
    """
    begun, over = silences or (after, after)
    values = {
        "contract": contract_id, "indicator": indicator, "after": after, "until": until,
        "silences": silences is not None, "begun": begun, "over": over,
    }  # fmt: skip
    return (await session.execute(_TERMS, values)).all()


async def undone_between(
    session: AsyncSession, feeds: Feeds, tickets: Sequence[TicketKey], after: datetime, until: datetime
) -> set[TicketKey]:
    """Those of these tickets that a load of an export had told, undone in (after, until]."""
    values = {
        "homes": [feeds.of(source_id).home for source_id, _ in tickets],
        "sources": [source_id for source_id, _ in tickets],
        "tickets": [ticket_id for _, ticket_id in tickets],
        "after": after,
        "until": until,
    }
    return {(row.source_id, row.ticket_id) for row in await session.execute(_UNDONE, values)}
