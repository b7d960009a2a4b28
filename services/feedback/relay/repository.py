"""All queries of the relay."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, Row, and_, bindparam, select, text, tuple_
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.answers.models import SurveyAnswer, Verbatim
from services.feedback.relay.models import RelayItem, RelayStep, RelayTeam

_LOCK = text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))")
_RULES = text(
    "SELECT version, rules, written_name, written_side, written_at FROM relay_rule_set WHERE contract_id = :contract"
    " ORDER BY version DESC LIMIT 1"
)
_ADD_RULES = text(
    "INSERT INTO relay_rule_set (contract_id, version, rules, written_by, written_name, written_side)"
    " VALUES (:contract, :version, :rules, :by, :name, :side)"
).bindparams(bindparam("rules", type_=JSONB))
_PUT_TEAM = text(
    "INSERT INTO relay_team (contract_id, id, name, members, active, written_by, written_name, written_side)"
    " VALUES (:contract, :id, :title, :members, :active, :by, :name, :side)"
    " ON CONFLICT (contract_id, id) DO UPDATE SET name = excluded.name, members = excluded.members,"
    " active = excluded.active, written_by = excluded.written_by, written_name = excluded.written_name,"
    " written_side = excluded.written_side, written_at = clock_timestamp()"
).bindparams(bindparam("members", type_=JSONB))
_STEP = text(
    "INSERT INTO relay_step (contract_id, answer_id, number, step, cause, text, action_id, written_by, written_name,"
    " written_side) SELECT :contract, :answer, coalesce(max(number), 0) + 1, :step, :cause, :text, :action, :by, :name,"
    " :side FROM relay_step WHERE contract_id = :contract AND answer_id = :answer"
)
_MOVE = text(
    "UPDATE relay_item SET state = :state, due_at = CASE WHEN :state = 'returned'"
    " THEN clock_timestamp() + make_interval(hours => answer_within_hours) ELSE due_at END"
    " WHERE contract_id = :contract AND answer_id = :answer"
)
_ANSWERS = text(
    "SELECT a.id, a.kind, a.score, a.scale_max, a.channel, a.recorded_at,"
    " ARRAY(SELECT t.code FROM answer_theme t WHERE t.contract_id = a.contract_id AND t.answer_id = a.id AND t.present)"
    " AS themes FROM survey_answer a WHERE a.contract_id = :contract AND a.id = ANY(:answers) AND a.same_as IS NULL"
    " AND a.erased_at IS NULL AND NOT EXISTS (SELECT 1 FROM survey_answer o JOIN relay_item i"
    " ON (i.contract_id, i.answer_id) = (o.contract_id, o.id) WHERE o.contract_id = a.contract_id AND o.same_as = a.id"
    " AND o.ticket_id = a.ticket_id)"
)
_ADD_ITEM = text(
    "INSERT INTO relay_item (contract_id, answer_id, kind, team_id, rules_version, answer_within_hours, due_at)"
    " VALUES (:contract, :answer, :kind, :team, :version, CAST(:hours AS integer),"
    " clock_timestamp() + make_interval(hours => CAST(:hours AS integer))) ON CONFLICT DO NOTHING"
)
_SPANS = text(
    "SELECT i.answer_id, i.kind, i.state, i.created_at, i.due_at,"
    " ARRAY(SELECT s.step FROM relay_step s WHERE s.contract_id = i.contract_id AND s.answer_id = i.answer_id"
    " ORDER BY s.number) AS steps,"
    " ARRAY(SELECT s.written_at FROM relay_step s WHERE s.contract_id = i.contract_id AND s.answer_id = i.answer_id"
    " ORDER BY s.number) AS instants FROM relay_item i JOIN relay_team t ON (t.contract_id, t.id) ="
    " (i.contract_id, i.team_id) WHERE i.contract_id = :contract"
    " AND (CAST(:since AS timestamptz) IS NULL OR i.created_at >= :since)"
    " AND (CAST(:until AS timestamptz) IS NULL OR i.created_at < :until)"
    " AND (CAST(:member AS jsonb) IS NULL OR t.members @> :member)"
).bindparams(bindparam("member", type_=JSONB(none_as_null=True)))


class Wanted(msgspec.Struct, frozen=True):
    """Which items are asked for; null: all."""

    kind: str | None = None
    states: tuple[str, ...] | None = None
    team: UUID | None = None
    member: str | None = None
    """Somebody whose teams' items alone are asked for, or may be seen."""
    answer: UUID | None = None


Found = tuple[RelayItem, str, SurveyAnswer, Verbatim | None]


async def lock(session: AsyncSession, contract_id: UUID) -> None:
    """Wait for whoever else writes the rules of a contract, until the end of the transaction."""
    await session.execute(_LOCK, {"name": f"relay rules {contract_id}"})


async def rules(session: AsyncSession, contract_id: UUID) -> Row[Any] | None:
    """The newest rules."""
    return (await session.execute(_RULES, {"contract": contract_id})).one_or_none()


async def add_rules(session: AsyncSession, values: Mapping[str, Any]) -> None:
    """Keep new rules."""
    await session.execute(_ADD_RULES, values)


async def teams(session: AsyncSession, contract_id: UUID) -> Sequence[RelayTeam]:
    """All teams, by name."""
    query = select(RelayTeam).where(RelayTeam.contract_id == contract_id).order_by(RelayTeam.name, RelayTeam.id)
    # What was read before in this transaction may have been changed by a statement since.
    return (await session.scalars(query.execution_options(populate_existing=True))).all()


async def members(session: AsyncSession, contract_id: UUID, team_id: UUID) -> list[str]:
    """Ids of the people of a team."""
    query = select(RelayTeam.members).where(RelayTeam.contract_id == contract_id, RelayTeam.id == team_id)
    return [str(one["id"]) for one in await session.scalar(query) or ()]


async def put_team(session: AsyncSession, values: Mapping[str, Any]) -> None:
    """Keep a team."""
    await session.execute(_PUT_TEAM, values)


async def page(
    session: AsyncSession, contract_id: UUID, wanted: Wanted, after: tuple[datetime, UUID] | None, limit: int
) -> list[Found]:
    """Items with their team's name, their answer and its words; what is due first comes first."""
    query = _found().where(*_narrowed(contract_id, wanted))
    if after is not None:
        query = query.where(tuple_(RelayItem.due_at, RelayItem.answer_id) > after)
    rows = await session.execute(query.order_by(RelayItem.due_at, RelayItem.answer_id).limit(limit))
    return [(row[0], row[1], row[2], row[3]) for row in rows]


async def lock_item(session: AsyncSession, contract_id: UUID, wanted: Wanted) -> Found | None:
    """One item, until the end of the transaction."""
    query = _found().where(*_narrowed(contract_id, wanted)).with_for_update(of=RelayItem)
    row = (await session.execute(query.execution_options(populate_existing=True))).one_or_none()
    return None if row is None else (row[0], row[1], row[2], row[3])


async def steps(session: AsyncSession, contract_id: UUID, answers: Sequence[UUID]) -> Sequence[RelayStep]:
    """Steps of items, in order."""
    query = (
        select(RelayStep)
        .where(RelayStep.contract_id == contract_id, RelayStep.answer_id.in_(answers))
        .order_by(RelayStep.answer_id, RelayStep.number)
    )
    return (await session.scalars(query)).all()


async def move(session: AsyncSession, values: Mapping[str, Any], state: str) -> None:
    """Write a step down, and where it leads."""
    await session.execute(_STEP, values)
    where = {"contract": values["contract"], "answer": values["answer"]}
    await session.execute(_MOVE, where | {"state": state})


async def spans(
    session: AsyncSession, contract_id: UUID, since: datetime | None, until: datetime | None, member: str | None
) -> Sequence[Row[Any]]:
    """Items with the instants of their steps."""
    values = {
        "contract": contract_id,
        "since": since,
        "until": until,
        "member": None if member is None else [{"id": member}],
    }
    return (await session.execute(_SPANS, values)).all()


async def answers(session: AsyncSession, contract_id: UUID, ids: Sequence[UUID]) -> Sequence[Row[Any]]:
    """Answers as rules look at them; not those that are another one, which was or will be relayed. Worker role only."""
    return (await session.execute(_ANSWERS, {"contract": contract_id, "answers": list(ids)})).all()


async def add_items(session: AsyncSession, rows: Sequence[Mapping[str, Any]]) -> None:
    """Relay answers that are not. Worker role only."""
    if rows:
        await session.execute(_ADD_ITEM, list(rows))


def _found() -> Any:
    # The one place where the relay reads words: whoever may not see those of an answer yet is to be stopped here.
    words = and_(Verbatim.contract_id == RelayItem.contract_id, Verbatim.answer_id == RelayItem.answer_id)
    return (
        select(RelayItem, RelayTeam.name, SurveyAnswer, Verbatim)
        .join(RelayTeam, and_(RelayTeam.contract_id == RelayItem.contract_id, RelayTeam.id == RelayItem.team_id))
        .join(
            SurveyAnswer,
            and_(SurveyAnswer.contract_id == RelayItem.contract_id, SurveyAnswer.id == RelayItem.answer_id),
        )
        .outerjoin(Verbatim, words)
    )


def _narrowed(contract_id: UUID, wanted: Wanted) -> list[ColumnElement[bool]]:
    found = [RelayItem.contract_id == contract_id]
    if wanted.kind is not None:
        found.append(RelayItem.kind == wanted.kind)
    if wanted.states is not None:
        found.append(RelayItem.state.in_(wanted.states))
    if wanted.team is not None:
        found.append(RelayItem.team_id == wanted.team)
    if wanted.member is not None:
        found.append(RelayTeam.members.contains([{"id": wanted.member}]))
    if wanted.answer is not None:
        found.append(RelayItem.answer_id == wanted.answer)
    return found
