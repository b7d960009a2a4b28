"""Setting the scope of a source in a contract: at once before the activation, afterwards with the other party."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.common.errors import Conflict, Forbidden, NotFound
from services.common.identifiers import new_id
from services.common.instants import from_microseconds
from services.kpi.feeds import repository as feeds
from services.kpi.feeds.rules import Feed
from services.kpi.folding.clock import touch
from services.kpi.scopes import repository
from services.kpi.scopes.rules import BEGINNING_US, Condition
from services.kpi.scopes.schemas import ConditionIn, NewScope

BEGINNING = from_microseconds(BEGINNING_US)


@dataclass(frozen=True)
class Asking:
    """Who asks, in which contract, of which source."""

    contract_id: UUID
    source_id: str
    side: str
    subject: str


async def feed_of(session: AsyncSession, contract_id: UUID, source_id: str) -> Feed:
    """A source that feeds the contract, or is to. Raises: NotFound."""
    known = await feeds.read_feeds(session, contract_id)
    if source_id in known.sources:
        return known.of(source_id)
    proposed = await feeds.find(session, contract_id, source_id)
    if proposed is None or proposed.state != "proposed":
        raise NotFound
    return Feed(source_id, proposed.home_contract_id)


async def propose(session: AsyncSession, asking: Asking, feed: Feed, wanted: NewScope) -> UUID:
    """Put a new version in force, or before the other party where the contract is active; worker role.

    A version that waits gives way: who answers with another one proposes in turn.
    """
    in_force = await feeds.is_draft(session, asking.contract_id)
    await repository.supersede(session, asking.contract_id, asking.source_id)
    scope_id = await add(session, asking, wanted, in_force=in_force)
    if in_force:
        await feeds.mark_source(session, asking.contract_id, feed)
    await touch(session, asking.contract_id, judged_anew=in_force)
    return scope_id


async def add(session: AsyncSession, asking: Asking, wanted: NewScope, *, in_force: bool) -> UUID:
    """Keep a version; worker role."""
    scope_id = new_id()
    await feeds.begin_recording(session)
    values = {
        "contract": asking.contract_id,
        "source": asking.source_id,
        "id": scope_id,
        "valid_from": BEGINNING if wanted.valid_from is None else wanted.valid_from.astimezone(UTC),
        "in_force": in_force,
        "by": asking.subject,
        "side": asking.side,
    }
    await repository.add(session, values, [_condition(told) for told in wanted.conditions])
    return scope_id


async def approve(session: AsyncSession, asking: Asking, feed: Feed, scope_id: UUID) -> None:
    """Put a version in force that the other party proposed; worker role. Raises: NotFound, Forbidden, Conflict."""
    found = await repository.find(session, asking.contract_id, asking.source_id, scope_id)
    if found is None:
        raise NotFound
    if found.requested_by_side == asking.side:
        raise Forbidden("The other party approves a scope.")
    await feeds.begin_recording(session)
    if not await repository.approve(session, asking.contract_id, asking.source_id, scope_id, asking.subject):
        raise Conflict("This scope does not wait for an approval.")
    await feeds.mark_source(session, asking.contract_id, feed)
    await touch(session, asking.contract_id, judged_anew=True)


def told_from(valid_from: datetime) -> datetime | None:
    """From when a version rules; None: from the beginning."""
    return None if valid_from == BEGINNING else valid_from


def _condition(told: ConditionIn) -> Condition:
    return Condition(told.attribute, told.operator, tuple(dict.fromkeys(told.values)))
