"""All queries of practices."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from services.kpi.authors import AUTHOR

_COLUMNS = (
    "id, contract_id, action_id, title, practice, conditions, effect, state, proposed_at, proposed_by,"
    " agreed_at, agreed_by, withdrawn_at, withdrawn_by"
)
_PROPOSE = text(
    "INSERT INTO practice (contract_id, id, action_id, title, practice, conditions, effect, proposed_by)"
    " VALUES (:contract, :id, :action, :title, :practice, :conditions, CAST(:effect AS jsonb),"
    f" {AUTHOR}) ON CONFLICT DO NOTHING RETURNING {_COLUMNS}"
)
_FIND = text(f"SELECT {_COLUMNS} FROM practice WHERE contract_id = :contract AND id = :id")
_LIST = text(
    f"SELECT {_COLUMNS} FROM practice WHERE (contract_id = :contract OR (contract_id = ANY(:sisters)"
    " AND state = 'agreed')) AND (CAST(:before AS uuid) IS NULL OR id < CAST(:before AS uuid))"
    " ORDER BY id DESC LIMIT :limit"
)
_AGREE = text(
    f"UPDATE practice SET state = 'agreed', agreed_at = clock_timestamp(), agreed_by = {AUTHOR}"
    f" WHERE contract_id = :contract AND id = :id AND state = 'proposed' RETURNING {_COLUMNS}"
)
_WITHDRAW = text(
    f"UPDATE practice SET state = 'withdrawn', withdrawn_at = clock_timestamp(), withdrawn_by = {AUTHOR}"
    " WHERE contract_id = :contract AND id = :id AND state <> 'withdrawn'"
)
# The same two organisations, each on the same side, both today.
_SISTERS = text(
    "SELECT contract_id FROM contract_party WHERE contract_id <> :contract AND valid_from <= now()"
    " AND (valid_to IS NULL OR valid_to > now()) AND (organisation_id, side) IN"
    "  (SELECT organisation_id, side FROM contract_party WHERE contract_id = :contract AND valid_from <= now()"
    "    AND (valid_to IS NULL OR valid_to > now()))"
    " GROUP BY contract_id HAVING count(*) = 2"
)


async def sisters(background: AsyncSession, contract_id: UUID) -> list[UUID]:
    """Other contracts of the same two parties; no request sees who the other party of a contract is."""
    return list(await background.scalars(_SISTERS, {"contract": contract_id}))


async def propose(session: AsyncSession, values: Mapping[str, Any]) -> Row[Any] | None:
    """Keep a proposal; None when one of the same action is there already."""
    return (await session.execute(_PROPOSE, values)).one_or_none()


async def find(session: AsyncSession, contract_id: UUID, practice_id: UUID) -> Row[Any] | None:
    """One practice of a contract, in any state."""
    return (await session.execute(_FIND, {"contract": contract_id, "id": practice_id})).one_or_none()


async def page(
    session: AsyncSession, contract_id: UUID, sister_ids: Sequence[UUID], before: UUID | None, limit: int
) -> Sequence[Row[Any]]:
    """Practices of a contract in every state, and those agreed of its sisters, the newest first."""
    values = {"contract": contract_id, "sisters": list(sister_ids), "before": before, "limit": limit}
    return (await session.execute(_LIST, values)).all()


async def agree(session: AsyncSession, practice_id: UUID, values: Mapping[str, Any]) -> Row[Any] | None:
    """Agree to a proposal; None when it does not wait (any more)."""
    return (await session.execute(_AGREE, {**values, "id": practice_id})).one_or_none()


async def withdraw(session: AsyncSession, practice_id: UUID, values: Mapping[str, Any]) -> None:
    """Take one back; again changes nothing."""
    await session.execute(_WITHDRAW, {**values, "id": practice_id})
