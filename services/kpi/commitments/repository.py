"""The copy that kpi keeps of a contract's commitments and objectives."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.instants import to_microseconds
from services.kpi.commitments.rules import Commitment, Commitments

_COLUMNS = (
    "id, indicator, variant, class, objective_id, target, tolerance, unit, direction, weight, clause, valid_from,"
    " recorded_at, ends"
)
_STORE_OBJECTIVE = text(
    "INSERT INTO objective_version (contract_id, id, statement, recorded_at)"
    " VALUES (:contract, :id, :statement, :recorded_at) ON CONFLICT DO NOTHING RETURNING true"
)
_STORE_COMMITMENT = text(
    f"INSERT INTO commitment_version (contract_id, {_COLUMNS})"
    " VALUES (:contract, :id, :indicator, :variant, :class_, :objective_id, :target, :tolerance, :unit, :direction,"
    " :weight, :clause, :valid_from, :recorded_at, :ends) ON CONFLICT DO NOTHING RETURNING true"
)
_COMMITMENTS = text(
    f"SELECT {_COLUMNS} FROM commitment_version WHERE contract_id = :contract"
    " AND id NOT IN (SELECT id FROM version_taken_out WHERE contract_id = :contract)"
)
_STATEMENTS = text("SELECT id, statement FROM objective_version WHERE contract_id = :contract")


async def add_objective(session: AsyncSession, contract_id: UUID, objective: Mapping[str, Any]) -> bool:
    """Keep an immutable objective; False when we had it."""
    return bool(await session.scalar(_STORE_OBJECTIVE, {"contract": contract_id, **objective}))


async def add_commitment(session: AsyncSession, contract_id: UUID, version: Mapping[str, Any]) -> bool:
    """Keep an immutable version of a commitment; False when we had it."""
    return bool(await session.scalar(_STORE_COMMITMENT, {"contract": contract_id, **version}))


async def read_commitments(session: AsyncSession, contract_id: UUID) -> Commitments:
    """All versions of a contract's commitments that kpi was told."""
    rows = await session.execute(_COMMITMENTS, {"contract": contract_id})
    return Commitments(
        Commitment(
            id=str(row.id),
            indicator=row.indicator,
            variant=row.variant,
            class_=getattr(row, "class"),
            objective_id=None if row.objective_id is None else str(row.objective_id),
            target=row.target,
            tolerance=row.tolerance,
            unit=row.unit,
            direction=row.direction,
            weight=row.weight,
            clause=row.clause,
            valid_from_us=to_microseconds(row.valid_from),
            recorded_at_us=to_microseconds(row.recorded_at),
            ends=row.ends,
        )
        for row in rows
    )


async def read_statements(session: AsyncSession, contract_id: UUID) -> dict[str, str]:
    """The wording of each objective of a contract, by its id."""
    rows = await session.execute(_STATEMENTS, {"contract": contract_id})
    return {str(row.id): row.statement for row in rows}
