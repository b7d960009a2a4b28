"""All queries of baselines."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from services.kpi.authors import AUTHOR

_COLUMNS = (
    "id, indicator, nullif(variant, '') AS variant, first, last, origin, counts, strata, source, known_at, reason,"
    " supersedes, state, proposed_at, proposed_by, frozen_at, agreed_by, withdrawn_at, withdrawn_by"
)
_OF_SERIES = "contract_id = :contract AND indicator = :indicator AND variant = :variant"
_PROPOSE = text(
    "INSERT INTO baseline (contract_id, id, indicator, variant, first, last, origin, counts, strata, source, known_at,"
    " reason, supersedes, proposed_by) VALUES (:contract, :id, :indicator, :variant, :first, :last, :origin,"
    " CAST(:counts AS jsonb), CAST(:strata AS jsonb), :source, :known_at, :reason, :supersedes,"
    f" {AUTHOR}) ON CONFLICT DO NOTHING RETURNING {_COLUMNS}"
)
_FIND = text(f"SELECT {_COLUMNS} FROM baseline WHERE contract_id = :contract AND id = :id")
_AGREED = text(f"SELECT id FROM baseline WHERE {_OF_SERIES} AND state = 'agreed'")
_LIST = text(
    f"SELECT {_COLUMNS} FROM baseline WHERE contract_id = :contract"
    " AND (CAST(:indicator AS text) IS NULL OR indicator = :indicator)"
    " AND (CAST(:before AS uuid) IS NULL OR id < CAST(:before AS uuid)) ORDER BY id DESC LIMIT :limit"
)
_SUPERSEDE = text(f"UPDATE baseline SET state = 'superseded' WHERE {_OF_SERIES} AND state = 'agreed'")
_AGREE = text(
    f"UPDATE baseline SET state = 'agreed', frozen_at = clock_timestamp(), agreed_by = {AUTHOR}"
    f" WHERE contract_id = :contract AND id = :id AND state = 'proposed' RETURNING {_COLUMNS}"
)
_WITHDRAW = text(
    f"UPDATE baseline SET state = 'withdrawn', withdrawn_at = clock_timestamp(), withdrawn_by = {AUTHOR}"
    " WHERE contract_id = :contract AND id = :id AND state = 'proposed' RETURNING true"
)
# Of two who agree at once one waits for the other, and then finds that nothing waits any more.
_LOCK = text("SELECT state FROM baseline WHERE contract_id = :contract AND id = :id AND state = 'proposed' FOR UPDATE")


async def propose(session: AsyncSession, values: Mapping[str, Any]) -> Row[Any] | None:
    """Keep a proposal; None when one of the same series waits already."""
    return (await session.execute(_PROPOSE, values)).one_or_none()


async def find(session: AsyncSession, contract_id: UUID, baseline_id: UUID) -> Row[Any] | None:
    """One baseline of a contract, in any state."""
    return (await session.execute(_FIND, {"contract": contract_id, "id": baseline_id})).one_or_none()


async def agreed(session: AsyncSession, contract_id: UUID, indicator: str, variant: str | None) -> UUID | None:
    """The one that is agreed of an indicator."""
    values = {"contract": contract_id, "indicator": indicator, "variant": variant or ""}
    found: UUID | None = await session.scalar(_AGREED, values)
    return found


async def page(
    session: AsyncSession, contract_id: UUID, indicator: str | None, before: UUID | None, limit: int
) -> Sequence[Row[Any]]:
    """Baselines, the newest first."""
    values = {"contract": contract_id, "indicator": indicator, "before": before, "limit": limit}
    return (await session.execute(_LIST, values)).all()


async def agree(session: AsyncSession, row: Row[Any], values: Mapping[str, Any]) -> Row[Any] | None:
    """Freeze a proposal in the place of the one agreed before; None when it does not wait (any more)."""
    if await session.scalar(_LOCK, {"contract": values["contract"], "id": row.id}) is None:
        return None
    series = {"contract": values["contract"], "indicator": row.indicator, "variant": row.variant or ""}
    await session.execute(_SUPERSEDE, series)
    return (await session.execute(_AGREE, {**values, "id": row.id})).one_or_none()


async def withdraw(session: AsyncSession, baseline_id: UUID, values: Mapping[str, Any]) -> bool:
    """Take back or refuse a proposal; False when it does not wait."""
    return bool(await session.scalar(_WITHDRAW, {**values, "id": baseline_id}))
