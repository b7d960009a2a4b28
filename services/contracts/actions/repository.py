"""All queries of actions and their steps."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Date, Row, case, cast, func, insert, literal, or_, select, text, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession

from services.contracts.actions.models import Action, ActionStep
from services.contracts.actions.rules import CLOSED, OWNERS, UNDONE, Origin, State

_OWNER = text("SELECT side, name FROM action_owner(:contract, :person, CAST(:able AS text[]))")
_OWN = text(
    "SELECT p.id AS person_id, p.name FROM person p LEFT JOIN contract_function f ON f.person_id = p.id"
    " AND f.contract_id = :contract AND f.ended_at IS NULL AND f.valid_from <= now()"
    " AND (f.valid_to IS NULL OR f.valid_to > now()) WHERE p.organisation_id = :organisation"
    " AND p.deactivated_at IS NULL AND p.joined_at IS NOT NULL"
    " AND coalesce(f.functions, CASE WHEN p.only_contracts THEN '{}' ELSE p.functions END) && CAST(:able AS text[])"
    " ORDER BY p.name, p.id"
)
_EPOCH = cast(literal("1970-01-01"), Date)


@dataclass(frozen=True)
class Wanted:
    """Which actions are asked for; null: all."""

    states: frozenset[State] | None = None
    owner: UUID | None = None
    late: bool | None = None
    origin: tuple[Origin, str | None] | None = None
    indicator: str | None = None


@dataclass(frozen=True)
class Urgency:
    """What puts an action before another: whose it is, and what day it is."""

    me: UUID | None
    today: date


async def add(session: AsyncSession, columns: dict[str, Any]) -> Action:
    """Keep a new action."""
    return (await session.scalars(insert(Action).values(**columns).returning(Action))).one()


async def add_step(session: AsyncSession, columns: dict[str, Any]) -> None:
    """Keep a step; the database notes the instant."""
    await session.execute(insert(ActionStep).values(**columns))


async def find(session: AsyncSession, contract_id: UUID, action_id: UUID) -> Action | None:
    """One action of a contract."""
    return await session.scalar(select(Action).where(Action.contract_id == contract_id, Action.id == action_id))


async def lock(session: AsyncSession, contract_id: UUID, action_id: UUID) -> Action | None:
    """One action of a contract that nobody else changes until this transaction ends."""
    query = select(Action).where(Action.contract_id == contract_id, Action.id == action_id)
    return await session.scalar(query.with_for_update().execution_options(populate_existing=True))


async def change(session: AsyncSession, action: Action, columns: dict[str, Any]) -> Action:
    """Write what an action has become."""
    statement = update(Action).where(Action.contract_id == action.contract_id, Action.id == action.id).values(**columns)
    return (await session.scalars(statement.returning(Action).execution_options(populate_existing=True))).one()


async def steps(session: AsyncSession, contract_id: UUID, action_id: UUID) -> Sequence[ActionStep]:
    """Everything that happened to an action, in order."""
    query = select(ActionStep).where(ActionStep.contract_id == contract_id, ActionStep.action_id == action_id)
    return (await session.scalars(query.order_by(ActionStep.id))).all()


async def newest(
    session: AsyncSession, contract_id: UUID, wanted: Wanted, today: date, after: UUID | None, limit: int
) -> Sequence[Action]:
    """Actions, the newest first."""
    query = select(Action).where(*_narrowed(contract_id, wanted, today))
    if after is not None:
        query = query.where(Action.id < after)
    return (await session.scalars(query.order_by(Action.id.desc()).limit(limit))).all()


async def most_urgent(
    session: AsyncSession,
    contract_id: UUID,
    wanted: Wanted,
    urgency: Urgency,
    after: tuple[int, int, UUID] | None,
    limit: int,
) -> list[tuple[Action, int, int]]:
    """Actions with their place: one's own that are late, one's own, others that are late, others, those that are over.

    Among what is open the earliest date comes first, among what is over the latest.
    """
    rank, day = _place(urgency)
    query = select(Action, rank, day).where(*_narrowed(contract_id, wanted, urgency.today))
    if after is not None:
        query = query.where(tuple_(rank, day, Action.id) > after)
    rows = await session.execute(query.order_by(rank, day, Action.id).limit(limit))
    return [(row[0], row[1], row[2]) for row in rows]


def _place(urgency: Urgency) -> tuple[ColumnElement[int], ColumnElement[int]]:
    mine = _owned_by(urgency.me) if urgency.me is not None else literal(False)
    late = Action.due_on < urgency.today
    undone = Action.state.in_(UNDONE)
    over = Action.state.in_(CLOSED)
    rank = case(
        (over, 5), (undone & mine & late, 0), (mine, 1), (undone & late, 2), (undone, 3), else_=4,
    )  # fmt: skip
    days = Action.due_on - _EPOCH
    return rank, case((over, -days), else_=days)


def _owned_by(person_id: UUID) -> ColumnElement[bool]:
    return or_(Action.owner_donneur_ordre == person_id, Action.owner_sous_traitant == person_id)


def _narrowed(contract_id: UUID, wanted: Wanted, today: date) -> list[ColumnElement[bool]]:
    found = [Action.contract_id == contract_id]
    if wanted.states is not None:
        found.append(Action.state.in_(wanted.states))
    if wanted.owner is not None:
        found.append(func.coalesce(_owned_by(wanted.owner), False))
    if wanted.late is not None:
        late = Action.state.in_(UNDONE) & (Action.due_on < today)
        found.append(late if wanted.late else ~late)
    if wanted.origin is not None:
        kind, origin_id = wanted.origin
        found.append(Action.origin_kind == kind)
        if origin_id is not None:
            found.append(Action.origin_id == origin_id)
    if wanted.indicator is not None:
        found.append(Action.effect_indicator == wanted.indicator)
    return found


async def owner(session: AsyncSession, contract_id: UUID, person_id: UUID) -> Row[Any] | None:
    """(side, name) of somebody who may be accountable for an action of a contract."""
    values = {"contract": contract_id, "person": person_id, "able": list(OWNERS)}
    return (await session.execute(_OWNER, values)).one_or_none()


async def own_people(session: AsyncSession, contract_id: UUID, organisation_id: UUID) -> Sequence[Row[Any]]:
    """(person_id, name) of those of one's own organisation who may be accountable."""
    values = {"contract": contract_id, "organisation": organisation_id, "able": list(OWNERS)}
    return (await session.execute(_OWN, values)).all()


async def named(session: AsyncSession, contract_id: UUID, side: str) -> list[tuple[UUID, str]]:
    """(person_id, name) of those of a side who are or were accountable for an action of a contract."""
    person, name = (
        (Action.owner_donneur_ordre, Action.owner_donneur_ordre_name)
        if side == "donneur_ordre"
        else (Action.owner_sous_traitant, Action.owner_sous_traitant_name)
    )
    query = (
        select(person, func.max(name)).where(Action.contract_id == contract_id, person.is_not(None)).group_by(person)
    )
    rows = await session.execute(query.order_by(func.max(name), person))
    return [(row[0], row[1]) for row in rows if row[0] is not None and row[1] is not None]
