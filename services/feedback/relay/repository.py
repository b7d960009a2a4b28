"""All queries of the relay."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, Row, and_, bindparam, case, func, not_, select, text, tuple_
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncSession

from services.feedback.answers.models import SurveyAnswer, Verbatim
from services.feedback.relay.models import RelayItem, RelayStep, RelayTeam
from services.feedback.relay.rules import OPEN

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
    "SELECT a.id, a.kind, a.score, a.scale_max, a.channel, a.queue, a.answered_at, a.recorded_at,"
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
_ADD_LEFT_OUT = text(
    "INSERT INTO relay_left_out (contract_id, answer_id, team_id) VALUES (:contract, :answer, :team)"
    " ON CONFLICT DO NOTHING"
)
_LEFT_OUT = text(
    "SELECT count(*) FROM relay_left_out l"
    " JOIN survey_answer a ON (a.contract_id, a.id) = (l.contract_id, l.answer_id)"
    " JOIN relay_team t ON (t.contract_id, t.id) = (l.contract_id, l.team_id)"
    " WHERE l.contract_id = :contract AND l.noted_at > now() - make_interval(days => :days)"
    " AND a.same_as IS NULL AND a.withdrawn_at IS NULL AND (CAST(:member AS jsonb) IS NULL OR t.members @> :member)"
).bindparams(bindparam("member", type_=JSONB(none_as_null=True)))
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
    late: bool | None = None
    """Only those whose reply is overdue, or only the others."""


class Order(msgspec.Struct, frozen=True):
    """In which order items are read: by when they are or were due."""

    backwards: bool = False
    """What was due last comes first."""
    mixed: bool = False
    """What needs no reply from the team any more, or never did, is among them and comes after what does."""


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
    session: AsyncSession,
    contract_id: UUID,
    wanted: Wanted,
    order: Order,
    after: tuple[int, datetime, UUID] | None,
    limit: int,
) -> list[Found]:
    """Items with their team's name, their answer and its words, in order."""
    # The rank only where it tells items apart: the index knows the rest of the order.
    rank = [case((_waits(), 0), else_=1)] if order.mixed else []
    by = [*rank, RelayItem.due_at, RelayItem.answer_id]
    query = _found().where(*_narrowed(contract_id, wanted))
    if after is not None:
        place = tuple_(*by)
        held = after if order.mixed else after[1:]
        query = query.where(place < held if order.backwards else place > held)
    rows = await session.execute(query.order_by(*(one.desc() if order.backwards else one for one in by)).limit(limit))
    return [(row[0], row[1], row[2], row[3]) for row in rows]


async def counts(session: AsyncSession, contract_id: UUID, member: str | None) -> Sequence[Row[Any]]:
    """(id and name of the team, kind, state, items, those of them that were due by now)."""
    group = (RelayTeam.id, RelayTeam.name, RelayItem.kind, RelayItem.state)
    of_team = and_(RelayTeam.contract_id == RelayItem.contract_id, RelayTeam.id == RelayItem.team_id)
    due = func.count().filter(RelayItem.due_at < func.now()).label("due")
    query = select(*group, func.count().label("items"), due).join(RelayTeam, of_team)
    query = query.where(*_narrowed(contract_id, Wanted(member=member))).group_by(*group)
    rows: Sequence[Row[Any]] = (await session.execute(query.order_by(RelayTeam.name, RelayTeam.id))).all()  # type: ignore[assignment]
    return rows


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


async def add_left_out(session: AsyncSession, rows: Sequence[Mapping[str, Any]]) -> None:
    """Note answers that were given too long ago to be relayed. Worker role only."""
    if rows:
        await session.execute(_ADD_LEFT_OUT, list(rows))


async def left_out(session: AsyncSession, contract_id: UUID, days: int, member: str | None) -> int:
    """Answers noted in the last days, each once; `member`: only for teams of that person."""
    values = {"contract": contract_id, "days": days, "member": None if member is None else [{"id": member}]}
    return int(await session.scalar(_LEFT_OUT, values) or 0)


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
    if wanted.late is not None:
        overdue = and_(_waits(), RelayItem.due_at < func.now())
        found.append(overdue if wanted.late else not_(overdue))
    return found


def _waits() -> ColumnElement[bool]:
    """Whether a reply of the team is waited for."""
    return and_(RelayItem.kind == "trouble", RelayItem.state.in_(OPEN))
