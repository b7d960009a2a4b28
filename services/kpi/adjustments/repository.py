"""All queries of adjustments: versions beside those before them, and what was recorded between two instants."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

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
    " ORDER BY recorded_at, id"
)


async def pairs(session: AsyncSession, contract_id: UUID, period: str) -> Sequence[Row[Any]]:
    """Every version of a period that has one before it, with that one; the latest first."""
    return (await session.execute(_PAIRS, {"contract": contract_id, "period": period})).all()


async def versions_between(
    session: AsyncSession, contract_id: UUID, indicator: str, after: datetime, until: datetime
) -> Sequence[Row[Any]]:
    """Versions of terms, scopes and of the indicator's commitment recorded in (after, until]."""
    values = {"contract": contract_id, "indicator": indicator, "after": after, "until": until}
    return (await session.execute(_TERMS, values)).all()
