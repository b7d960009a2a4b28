"""All queries on tickets out of scope: what the fold counted beside the indicators."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

_WHERE = (
    " FROM ticket_share WHERE contract_id = :contract AND indicator = ANY(CAST(:codes AS text[]))"
    " AND (CAST(:source AS text) IS NULL OR source_id = :source)"
)
_COUNTS = text(
    f"SELECT source_id, indicator, count(*) AS tickets{_WHERE} GROUP BY source_id, indicator"
    " ORDER BY source_id, tickets DESC, indicator"
)
_LIST = text(
    f"SELECT source_id, ticket_id{_WHERE} AND (CAST(:ticket AS text) IS NULL OR ticket_id = :ticket)"
    " AND (ticket_id, source_id) > (:after, :after_source) ORDER BY ticket_id, source_id LIMIT :limit"
)


async def counts(
    session: AsyncSession, contract_id: UUID, codes: Sequence[str], source_id: str | None
) -> Sequence[Row[Any]]:
    """Tickets out of scope by source and code, most first."""
    values = {"contract": contract_id, "codes": list(codes), "source": source_id}
    return (await session.execute(_COUNTS, values)).all()


async def tickets(
    session: AsyncSession,
    contract_id: UUID,
    codes: Sequence[str],
    source_id: str | None,
    ticket_id: str | None,
    after: tuple[str, str],
    limit: int,
) -> list[tuple[str, str]]:
    """(ticket, source) after a key, in order."""
    values = {
        "contract": contract_id, "codes": list(codes), "source": source_id, "ticket": ticket_id, "after": after[0],
        "after_source": after[1], "limit": limit,
    }  # fmt: skip
    return [(row.ticket_id, row.source_id) for row in await session.execute(_LIST, values)]
