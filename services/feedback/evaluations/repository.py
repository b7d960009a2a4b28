"""All queries of the mutual evaluation; the database itself withholds scores that are sealed."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, bindparam, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

_LOCK = text("SELECT pg_advisory_xact_lock(hashtextextended('evaluations of ' || :contract, 0))")
_GRID = (
    "SELECT g.*, (SELECT jsonb_agg(jsonb_build_object('code', c.code, 'label_fr', c.label_fr, 'label_en', c.label_en)"
    " ORDER BY c.place) FROM evaluation_criterion c WHERE c.contract_id = g.contract_id AND c.grid_id = g.id)"
    " AS criteria FROM evaluation_grid g WHERE g.contract_id = :contract AND g.outcome = 'proposed'"
)
_ANSWERED = (
    " EXISTS (SELECT 1 FROM evaluation_grid a WHERE a.contract_id = g.contract_id AND a.answers = g.id{outcome})"
)
_AGREEING = _ANSWERED.format(outcome=" AND a.outcome = 'agreed'")
_AGREED = text(
    f"{_GRID} AND {_AGREEING} ORDER BY (SELECT a.id FROM evaluation_grid a"
    " WHERE a.contract_id = g.contract_id AND a.answers = g.id) DESC LIMIT 1"
)
# The last one: who proposes anew takes back what was proposed before.
_PROPOSED = text(f"SELECT * FROM ({_GRID} ORDER BY g.id DESC LIMIT 1) AS g WHERE NOT {_ANSWERED.format(outcome='')}")
_ONE = text(f"{_GRID} AND g.id = :id")
_ADD_GRID = text(
    "INSERT INTO evaluation_grid (contract_id, id, comment, answers, outcome, written_by, written_side, written_name)"
    " VALUES (:contract_id, :id, :comment, :answers, :outcome, :written_by, :written_side, :written_name)"
)
_ADD_CRITERION = text(
    "INSERT INTO evaluation_criterion (contract_id, grid_id, place, code, label_fr, label_en)"
    " VALUES (:contract_id, :grid_id, :place, :code, :label_fr, :label_en)"
)
_GIVE = text(
    "INSERT INTO evaluation (contract_id, quarter, side, version, grid_id, written_by, written_side, written_name)"
    " VALUES (:contract_id, :quarter, :written_side, :version, :grid_id, :written_by, :written_side, :written_name)"
)
_SCORE = text(
    "INSERT INTO evaluation_scores (contract_id, quarter, side, version, scores, comment, closes_at)"
    " VALUES (:contract_id, :quarter, :side, :version, :scores, :comment, :closes_at)"
).bindparams(bindparam("scores", type_=JSONB))
_GIVEN = text(
    "SELECT DISTINCT ON (e.quarter, e.side) e.*, s.scores, s.comment FROM evaluation e LEFT JOIN evaluation_scores s"
    " USING (contract_id, quarter, side, version) WHERE e.contract_id = :contract"
    " AND (CAST(:quarter AS text) IS NULL OR e.quarter = :quarter) ORDER BY e.quarter DESC, e.side, e.version DESC"
)


async def lock(session: AsyncSession, contract_id: UUID) -> None:
    """Let nobody else agree or evaluate in a contract until this transaction ends."""
    await session.execute(_LOCK, {"contract": str(contract_id)})


async def agreed(session: AsyncSession, contract_id: UUID) -> Row[Any] | None:
    """The criteria agreed on last."""
    return (await session.execute(_AGREED, {"contract": contract_id})).one_or_none()


async def proposed(session: AsyncSession, contract_id: UUID) -> Row[Any] | None:
    """The criteria that wait for an answer."""
    return (await session.execute(_PROPOSED, {"contract": contract_id})).one_or_none()


async def grid(session: AsyncSession, contract_id: UUID, grid_id: UUID) -> Row[Any] | None:
    """Criteria as they were proposed."""
    return (await session.execute(_ONE, {"contract": contract_id, "id": grid_id})).one_or_none()


async def add_grid(session: AsyncSession, values: Mapping[str, Any], criteria: Sequence[Mapping[str, Any]]) -> None:
    """Keep a proposal with its criteria, or an answer to one."""
    await session.execute(_ADD_GRID, values)
    for place, one in enumerate(criteria, 1):
        place_of = {"contract_id": values["contract_id"], "grid_id": values["id"], "place": place}
        await session.execute(_ADD_CRITERION, {**one, **place_of})


async def given(session: AsyncSession, contract_id: UUID, quarter: str | None = None) -> Sequence[Row[Any]]:
    """The last version of each side and quarter; scores are null where they are sealed for the caller."""
    return (await session.execute(_GIVEN, {"contract": contract_id, "quarter": quarter})).all()


async def give(session: AsyncSession, values: Mapping[str, Any], scores: Mapping[str, Any]) -> None:
    """Keep that a side has given its evaluation, and apart what it says."""
    await session.execute(_GIVE, values)
    await session.execute(_SCORE, scores)
