"""Sources that feed further contracts: begun with the other party, ended with the access of either."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.database import Database
from services.common.errors import Conflict, FieldFault, Forbidden, Invalid, Unavailable
from services.common.instants import now, to_microseconds
from services.kpi.agreed import service as agreed
from services.kpi.agreed.service import Asking
from services.kpi.feeds import repository
from services.kpi.feeds.errors import OtherParties
from services.kpi.feeds.rules import Feed
from services.kpi.feeds.schemas import NewEnd, NewFeed
from services.kpi.folding.clock import touch
from services.kpi.recording import settle
from services.kpi.scopes.repository import VERSIONS
from services.kpi.scopes.rules import Scopes, may_share_tickets
from services.kpi.scopes.service import content_of
from services.kpi.waiting import keep_running

IDLE_SECONDS = 1.0
LATE = timedelta(minutes=1)
"""How far an end may lie back when it is asked for, on its way here; it is set to the present then."""
FARTHEST_END = timedelta(days=366)
"""An end is set once: a slip of the pen must not put it beyond everybody's reach."""

log = structlog.get_logger()


async def propose(session: AsyncSession, asking: Asking, source: Row[Any], wanted: NewFeed) -> None:
    """Have a source feed a contract too: at once before its activation, else once the other party approved.

    Worker role. Raises: Invalid, OtherParties, Conflict.
    """
    if source.contract_id == asking.contract_id:
        raise Invalid(FieldFault("source_id", "is a source of this contract already"))
    if not await repository.same_parties(session, asking.contract_id, source.contract_id):
        raise OtherParties
    active = await repository.is_draft(session, asking.contract_id)
    scope_id = None
    if wanted.conditions:
        scope_id = await agreed.add(session, VERSIONS, asking, content_of(wanted), in_force=active)
    await repository.begin_recording(session)
    added = await repository.add(
        session,
        {
            "contract": asking.contract_id, "source": asking.source_id, "home": source.contract_id, "scope": scope_id,
            "active": active, "by": asking.subject, "side": asking.side,
        },
    )  # fmt: skip
    if not added:
        raise Conflict("This source feeds the contract already, or did.")
    await _touch_both(session, asking.contract_id, source.contract_id)


async def approve(session: AsyncSession, asking: Asking) -> None:
    """Begin a feed that the other party proposed, with the scope it came with; worker role.

    Raises: Forbidden, OtherParties, Conflict.
    """
    found = await repository.find(session, asking.contract_id, asking.source_id)
    if found is None or found.state != "proposed":
        raise Conflict("This source does not wait for an approval.")
    if found.requested_by_side == asking.side:
        raise Forbidden("The other party approves that a source feeds a contract.")
    if not await repository.same_parties(session, asking.contract_id, found.home_contract_id):
        raise OtherParties
    await repository.begin_recording(session)
    # The scope first: nothing is ever known to be fed without it.
    if found.scope_id is not None:
        await VERSIONS.approve(session, asking.contract_id, asking.source_id, found.scope_id, asking.subject)
    if await repository.approve(session, asking.contract_id, asking.source_id, asking.subject) is None:
        raise Conflict("This source does not wait for an approval.")
    await _touch_both(session, asking.contract_id, found.home_contract_id)


async def refuse(session: AsyncSession, asking: Asking) -> None:
    """Refuse a feed that the other party proposed, and the scope it came with; it may be proposed again.

    Worker role. Raises: Forbidden, Conflict.
    """
    found = await repository.find(session, asking.contract_id, asking.source_id)
    if found is None or found.state != "proposed":
        raise Conflict("This source does not wait for an approval.")
    if found.requested_by_side == asking.side:
        raise Forbidden("The other party refuses that a source feeds a contract.")
    if not await repository.refuse(session, asking.contract_id, asking.source_id, asking.subject):
        raise Conflict("This source does not wait for an approval.")
    await VERSIONS.supersede(session, asking.contract_id, asking.source_id)
    await _touch_both(session, asking.contract_id, found.home_contract_id)


async def end(session: AsyncSession, asking: Asking, wanted: NewEnd) -> None:
    """End a feed: tickets created from an instant on are none of the contract, those created before go on.

    Either party does so by itself, and once: it takes nothing back that was counted. Worker role. Raises: Invalid,
    Conflict.
    """
    present = now()
    ends_at = present if wanted.ends_at is None else wanted.ends_at
    if not present - LATE <= ends_at <= present + FARTHEST_END:
        raise Invalid(FieldFault("ends_at", "must lie within the coming year"))
    found = await repository.find(session, asking.contract_id, asking.source_id)
    await repository.begin_recording(session)
    values = {
        "contract": asking.contract_id, "source": asking.source_id, "ends_at": ends_at, "by": asking.subject,
        "side": asking.side,
    }  # fmt: skip
    if found is None or not await repository.set_end(session, values):
        raise Conflict("This source does not feed the contract, or its end is set already.")
    # Tickets of this very moment may have been folded before the end was known.
    await repository.mark_source(session, asking.contract_id, Feed(asking.source_id, found.home_contract_id))
    await _touch_both(session, asking.contract_id, found.home_contract_id)


async def _touch_both(session: AsyncSession, *contracts: UUID) -> None:
    """In one order for everybody: two feeds the other way round must not wait for each other."""
    for contract_id in sorted(contracts):
        await touch(session, contract_id)


async def overlapping(session: AsyncSession, rows: Sequence[Row[Any]]) -> dict[tuple[str, Any], bool]:
    """Whether each feed may from now on share tickets with another contract of its source."""
    now_us = to_microseconds(now())
    known = await repository.scopes_of(session, sorted({row.source_id for row in rows}))
    found = {}
    for row in rows:
        siblings = known[row.source_id]
        own = siblings.get(row.contract_id, Scopes())
        others = [held for contract, held in siblings.items() if contract != row.contract_id]
        found[row.source_id, row.contract_id] = row.state in ("proposed", "active") and any(
            may_share_tickets(own, other, now_us) for other in others
        )
    return found


class FeedKeeper:
    """Owns what feeds still have to do: be ended with the access of a party, and have their tickets folded."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep_running(self) -> None:
        """Run for ever."""
        await keep_running(self.run_next, IDLE_SECONDS)

    async def run_next(self) -> bool:
        """End what no longer stands, and mark the tickets of feeds that began; whether there was one of these."""
        async with self._database.background_session() as session:
            for ended in await repository.end_where_parties_differ(session):
                await touch(session, ended.contract_id)
                log.warning("feed_ended", contract=str(ended.contract_id), source=ended.source_id)
        async with self._database.background_session() as session:
            begun = await repository.unmarked(session)
            if not begun:
                return False
            # Deliveries that were being kept when a feed began may not have seen it: they are visible after this.
            try:
                await settle(session, now())
            except Unavailable:
                return False
            for feed in begun:
                await repository.mark_source(session, feed.contract_id, Feed(feed.source_id, feed.home_contract_id))
                await repository.note_marked(session, feed.contract_id, feed.source_id)
                await touch(session, feed.contract_id, judged_anew=True)
            log.info("feeds_begun", feeds=len(begun))
            return True
