"""All queries on agreed versions, whichever table they are in."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession


class Versions:
    """The versions of one kind, by contract and source."""

    def __init__(self, table: str, content: str, content_type: str, shown: str) -> None:
        """`content`: the column that a version is about; `shown`: what is read of it."""
        self.name = table.removesuffix("_version")
        """`scope` or `staff`: as people are told of a version."""
        public = (
            f"id, source_id, valid_from, {shown}, state, requested_at, requested_by, requested_by_side, approved_at,"
            " approved_by, recorded_at"
        )
        of_source = f"{table} WHERE contract_id = :contract AND source_id = :source"
        self._list = text(
            f"SELECT {public} FROM {of_source}"
            " AND (CAST(:before AS uuid) IS NULL OR id < CAST(:before AS uuid)) ORDER BY id DESC LIMIT :limit"
        )
        self._find = text(f"SELECT {public} FROM {of_source} AND id = :id")
        self._supersede = text(
            f"UPDATE {table} SET state = 'superseded'"
            " WHERE contract_id = :contract AND source_id = :source AND state = 'proposed'"
        )
        self._add = text(
            f"INSERT INTO {table} (contract_id, source_id, id, valid_from, {content}, state, requested_by,"
            f" requested_by_side, recorded_at) VALUES (:contract, :source, :id, :valid_from,"
            f" CAST(:content AS {content_type}), CASE WHEN :in_force THEN 'in_force' ELSE 'proposed' END, :by, :side,"
            " CASE WHEN :in_force THEN clock_timestamp() END)"
        )
        self._approve = text(
            "WITH instant AS MATERIALIZED (SELECT clock_timestamp() AS at)"
            f" UPDATE {table} SET state = 'in_force', approved_at = instant.at, approved_by = :by,"
            " recorded_at = instant.at FROM instant"
            " WHERE contract_id = :contract AND source_id = :source AND id = :id AND state = 'proposed' RETURNING true"
        )

    async def list_of(
        self, session: AsyncSession, contract_id: UUID, source_id: str, before: UUID | None, limit: int
    ) -> Sequence[Row[Any]]:
        """Versions, newest first; those that wait for the other party among them."""
        values = {"contract": contract_id, "source": source_id, "before": before, "limit": limit}
        return (await session.execute(self._list, values)).all()

    async def find(self, session: AsyncSession, contract_id: UUID, source_id: str, version: UUID) -> Row[Any] | None:
        """A version."""
        values = {"contract": contract_id, "source": source_id, "id": version}
        return (await session.execute(self._find, values)).one_or_none()

    async def supersede(self, session: AsyncSession, contract_id: UUID, source_id: str) -> None:
        """A version that waits gives way to another one; worker role."""
        await session.execute(self._supersede, {"contract": contract_id, "source": source_id})

    async def add(self, session: AsyncSession, values: Mapping[str, Any]) -> None:
        """Keep a version; worker role."""
        await session.execute(self._add, values)

    async def approve(self, session: AsyncSession, contract_id: UUID, source_id: str, version: UUID, by: str) -> bool:
        """Put a version that waits in force; False when it does not wait (any more). Worker role."""
        values = {"contract": contract_id, "source": source_id, "id": version, "by": by}
        return bool(await session.scalar(self._approve, values))
