"""Proposing and approving versions: in force at once before the activation, afterwards with the other party."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.auth.caller import ContractAccess
from services.common.errors import Conflict, Forbidden, NotFound
from services.common.identifiers import new_id, parse_id
from services.common.instants import from_microseconds
from services.common.news import across, tell_people
from services.common.pagination import PageRequest, cut_page, encode_cursor
from services.kpi.agreed.repository import Versions
from services.kpi.feeds import repository as feeds
from services.kpi.feeds.rules import Feed
from services.kpi.folding.clock import touch
from services.kpi.scopes.rules import BEGINNING_US

BEGINNING = from_microseconds(BEGINNING_US)


@dataclass(frozen=True)
class Asking:
    """Who asks, in which contract, of which source."""

    contract_id: UUID
    source_id: str
    side: str
    subject: str


@dataclass(frozen=True)
class Content:
    """What a version says, as its column takes it, and from when (None: from the beginning)."""

    value: Any
    valid_from: datetime | None


def asking_of(access: ContractAccess, source_id: str) -> Asking:
    """Who asks. Raises: NotFound for who is no party."""
    if access.side is None:
        raise NotFound
    return Asking(access.contract_id, source_id, access.side, access.caller.subject)


async def feed_of(session: AsyncSession, contract_id: UUID, source_id: str) -> Feed:
    """A source that feeds the contract, or is to. Raises: NotFound."""
    known = await feeds.read_feeds(session, contract_id)
    if source_id in known.sources:
        return known.of(source_id)
    proposed = await feeds.find(session, contract_id, source_id)
    if proposed is None or proposed.state != "proposed":
        raise NotFound
    return Feed(source_id, proposed.home_contract_id)


async def page_of(
    session: AsyncSession, versions: Versions, contract_id: UUID, feed: Feed, page: PageRequest
) -> tuple[Sequence[Row[Any]], str | None]:
    """A page of versions, newest first, and where to go on."""
    position = page.text_position(1)
    before = parse_id(position[0]) if position else None
    rows = await versions.list_of(session, contract_id, feed.source_id, before, page.limit + 1)
    shown, more = cut_page(rows, page.limit)
    return shown, encode_cursor(str(shown[-1].id)) if more else None


async def read(session: AsyncSession, versions: Versions, contract_id: UUID, feed: Feed, version: UUID) -> Row[Any]:
    """One version. Raises: NotFound."""
    found = await versions.find(session, contract_id, feed.source_id, version)
    if found is None:
        raise NotFound
    return found


async def propose(session: AsyncSession, versions: Versions, asking: Asking, feed: Feed, content: Content) -> UUID:
    """Put a new version in force, or before the other party where the contract is active; worker role.

    A version that waits gives way: who answers with another one proposes in turn.
    """
    in_force = await feeds.is_draft(session, asking.contract_id)
    await versions.supersede(session, asking.contract_id, asking.source_id)
    version = await add(session, versions, asking, content, in_force=in_force)
    if in_force:
        await feeds.mark_source(session, asking.contract_id, feed)
    await touch(session, asking.contract_id, judged_anew=in_force)
    if not in_force:
        await _tell(session, asking, f"{versions.name}_proposed", version)
    return version


async def _tell(session: AsyncSession, asking: Asking, kind: str, version: UUID, **data: str) -> None:
    """Have the other party told."""
    doer = asking.subject, asking.side
    await tell_people(
        session,
        asking.contract_id,
        kind,
        version,
        sides=across(asking.side),
        subject_id=version,
        doer=doer,
        data=data,
    )


async def add(session: AsyncSession, versions: Versions, asking: Asking, content: Content, *, in_force: bool) -> UUID:
    """Keep a version; worker role."""
    version = new_id()
    await feeds.begin_recording(session)
    values = {
        "contract": asking.contract_id,
        "source": asking.source_id,
        "id": version,
        "valid_from": BEGINNING if content.valid_from is None else content.valid_from.astimezone(UTC),
        "content": content.value,
        "in_force": in_force,
        "by": asking.subject,
        "side": asking.side,
    }
    await versions.add(session, values)
    return version


async def approve(session: AsyncSession, versions: Versions, asking: Asking, feed: Feed, version: UUID) -> None:
    """Put a version in force that the other party proposed; worker role. Raises: NotFound, Forbidden, Conflict."""
    found = await read(session, versions, asking.contract_id, feed, version)
    if found.requested_by_side == asking.side:
        raise Forbidden("The other party approves what was proposed.")
    await feeds.begin_recording(session)
    if not await versions.approve(session, asking.contract_id, asking.source_id, version, asking.subject):
        raise Conflict("This version does not wait for an approval.")
    await feeds.mark_source(session, asking.contract_id, feed)
    await touch(session, asking.contract_id, judged_anew=True)
    await _tell(session, asking, "proposal_answered", version, part=versions.name, outcome="agreed")


def told_from(valid_from: datetime) -> datetime | None:
    """From when a version rules; None: from the beginning."""
    return None if valid_from == BEGINNING else valid_from
