"""The contracts that a caller's organisation is a party of."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

_CONTRACTS = text(
    "SELECT c.contract_id, c.title, c.zone, coalesce(k.change, 0) AS change FROM contract c"
    " LEFT JOIN contract_clock k USING (contract_id)"
    " WHERE c.contract_id IN (SELECT p.contract_id FROM contract_party p WHERE p.organisation_id = :organisation"
    "  AND p.valid_from <= now() AND (p.valid_to IS NULL OR p.valid_to > now())) ORDER BY c.contract_id"
)


async def contracts_of(session: AsyncSession, organisation_id: UUID | None) -> Sequence[Row[Any]]:
    """Contracts of which an organisation is a party now, with the number of their last change."""
    return (await session.execute(_CONTRACTS, {"organisation": organisation_id})).all()
