"""All queries of annotations."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

_COLUMNS = (
    "id, indicator, starts_on, ends_on, kind, text, author_subject, author_name, organisation_id, side, created_at,"
    " withdrawn_at"
)
_ADD = text(
    "INSERT INTO annotation (contract_id, id, indicator, starts_on, ends_on, kind, text, author_subject, author_name,"
    " organisation_id, side) VALUES (:contract, :id, :indicator, :starts_on, :ends_on, :kind, :text, :subject, :name,"
    f" :organisation, :side) RETURNING {_COLUMNS}"
)
_FIND = text(f"SELECT {_COLUMNS} FROM annotation WHERE contract_id = :contract AND id = :id")
_LIST = text(
    f"SELECT {_COLUMNS} FROM annotation WHERE contract_id = :contract"
    " AND (CAST(:indicator AS text) IS NULL OR indicator = :indicator)"
    " AND (CAST(:first AS date) IS NULL OR coalesce(ends_on, starts_on) >= :first)"
    " AND (CAST(:last AS date) IS NULL OR starts_on <= :last)"
    " AND (CAST(:after AS uuid) IS NULL OR id > CAST(:after AS uuid)) ORDER BY id LIMIT :limit"
)
_WITHDRAW = text(
    "UPDATE annotation SET withdrawn_at = clock_timestamp()"
    " WHERE contract_id = :contract AND id = :id AND withdrawn_at IS NULL RETURNING true"
)


async def add(session: AsyncSession, values: Mapping[str, Any]) -> Row[Any]:
    """Keep a new annotation."""
    return (await session.execute(_ADD, values)).one()


async def find(session: AsyncSession, contract_id: UUID, annotation_id: UUID) -> Row[Any] | None:
    """One annotation of a contract, withdrawn or not."""
    return (await session.execute(_FIND, {"contract": contract_id, "id": annotation_id})).one_or_none()


async def page(
    session: AsyncSession,
    contract_id: UUID,
    indicator: str | None,
    days: tuple[date | None, date | None],
    after: UUID | None,
    limit: int,
) -> Sequence[Row[Any]]:
    """Annotations that touch these days, in the order of writing."""
    values = {
        "contract": contract_id, "indicator": indicator, "first": days[0], "last": days[1], "after": after,
        "limit": limit,
    }  # fmt: skip
    return (await session.execute(_LIST, values)).all()


async def withdraw(session: AsyncSession, contract_id: UUID, annotation_id: UUID) -> bool:
    """Mark an annotation of the caller's organisation; False when it was marked before."""
    return bool(await session.scalar(_WITHDRAW, {"contract": contract_id, "id": annotation_id}))
