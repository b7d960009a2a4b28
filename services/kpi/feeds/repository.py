"""All queries on what feeds a contract."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.instants import to_microseconds
from services.kpi.feeds.rules import Feed, Feeds
from services.kpi.recording import WRITING
from services.kpi.scopes.rules import Condition, FeedEnd, Scopes, ScopeVersion
from services.kpi.staff.rules import Staff, StaffVersion

_OF_CONTRACT = text(
    "SELECT f.source_id, f.home, f.since, f.until, f.ends_at, f.end_recorded_at, v.id, v.valid_from,"
    " v.recorded_at, v.conditions,"
    # Of most sources there is none: read on the way, without a question of its own.
    " (SELECT json_agg(json_build_array(s.id, s.valid_from, s.recorded_at, s.agents)) FROM staff_version s"
    "  WHERE s.contract_id = :contract AND s.source_id = f.source_id AND s.recorded_at IS NOT NULL) AS staff FROM ("
    " SELECT id AS source_id, contract_id AS home, CAST(NULL AS timestamptz) AS since,"
    "  CAST(NULL AS timestamptz) AS until, CAST(NULL AS timestamptz) AS ends_at,"
    "  CAST(NULL AS timestamptz) AS end_recorded_at FROM source WHERE contract_id = :contract"
    " UNION ALL SELECT source_id, home_contract_id, recorded_at, ended_at, ends_at, end_recorded_at FROM source_feed"
    "  WHERE contract_id = :contract AND recorded_at IS NOT NULL) AS f"
    " LEFT JOIN scope_version v ON v.contract_id = :contract AND v.source_id = f.source_id"
    "  AND v.recorded_at IS NOT NULL ORDER BY f.source_id"
)
_PUBLIC = (
    "contract_id, source_id, home_contract_id, scope_id, state, requested_at, requested_by, requested_by_side,"
    " approved_at, approved_by, recorded_at, ended_at, ends_at, end_requested_by, end_requested_by_side, refused_at,"
    " refused_by"
)
_FIND = text(f"SELECT {_PUBLIC} FROM source_feed WHERE contract_id = :contract AND source_id = :source")
_LIST = text(
    f"SELECT {_PUBLIC} FROM source_feed WHERE (contract_id = :contract OR home_contract_id = :contract)"
    " AND (source_id, contract_id) > (:source, :after) ORDER BY source_id, contract_id LIMIT :limit"
)
_SIBLINGS = text(
    "SELECT source_id, contract_id, ends_at, end_recorded_at FROM source_feed WHERE source_id = ANY(:sources)"
    "  AND state IN ('proposed', 'active')"
    " UNION SELECT id, contract_id, NULL, NULL FROM source WHERE id = ANY(:sources)"
)
_CONDITIONS = text(
    "SELECT contract_id, source_id, id, valid_from, recorded_at, conditions FROM scope_version"
    " WHERE source_id = ANY(:sources) AND (recorded_at IS NOT NULL OR state = 'proposed')"
)
# Held, so that an activation told meanwhile waits: what is decided here rests on the state.
_STATE = text("SELECT state FROM contract WHERE contract_id = :contract FOR SHARE")
_WRITING = text(f"SELECT pg_advisory_xact_lock_shared({WRITING})")
_PARTIES = (
    "SELECT organisation_id, side FROM contract_party WHERE contract_id = {0} AND valid_from <= now()"
    " AND (valid_to IS NULL OR valid_to > now())"
)
_DIFFER = (
    f"EXISTS (({_PARTIES.format('{0}')}) EXCEPT ({_PARTIES.format('{1}')}))"
    f" OR EXISTS (({_PARTIES.format('{1}')}) EXCEPT ({_PARTIES.format('{0}')}))"
    f" OR NOT EXISTS ({_PARTIES.format('{0}')})"
)
_SAME_PARTIES = text("SELECT NOT (" + _DIFFER.format("CAST(:contract AS uuid)", "CAST(:other AS uuid)") + ")")
_ADD = text(
    "INSERT INTO source_feed (contract_id, source_id, home_contract_id, scope_id, state, requested_by,"
    " requested_by_side, recorded_at) VALUES (:contract, :source, :home, :scope,"
    " CASE WHEN :active THEN 'active' ELSE 'proposed' END, :by, :side, CASE WHEN :active THEN clock_timestamp() END)"
    # What was refused may be proposed again; what ended stays ended.
    " ON CONFLICT (contract_id, source_id) DO UPDATE SET scope_id = excluded.scope_id, state = excluded.state,"
    "  requested_at = clock_timestamp(), requested_by = excluded.requested_by,"
    "  requested_by_side = excluded.requested_by_side, recorded_at = excluded.recorded_at, refused_at = NULL,"
    "  refused_by = NULL WHERE source_feed.state = 'refused' RETURNING true"
)
_REFUSE = text(
    "UPDATE source_feed SET state = 'refused', refused_at = clock_timestamp(), refused_by = :by"
    " WHERE contract_id = :contract AND source_id = :source AND state = 'proposed' RETURNING true"
)
# Never before the instant at which it is recorded: what was counted by then stays as it was counted.
_SET_END = text(
    "WITH instant AS MATERIALIZED (SELECT clock_timestamp() AS at)"
    " UPDATE source_feed SET ends_at = greatest(CAST(:ends_at AS timestamptz), instant.at),"
    "  end_recorded_at = instant.at, end_requested_by = :by, end_requested_by_side = :side FROM instant"
    " WHERE contract_id = :contract AND source_id = :source AND state = 'active' AND ends_at IS NULL RETURNING true"
)
_APPROVE = text(
    "WITH instant AS MATERIALIZED (SELECT clock_timestamp() AS at)"
    " UPDATE source_feed SET state = 'active', approved_at = instant.at, approved_by = :by, recorded_at = instant.at"
    " FROM instant WHERE contract_id = :contract AND source_id = :source AND state = 'proposed' RETURNING scope_id"
)
_END = text(
    "UPDATE source_feed f SET state = 'ended', ended_at = clock_timestamp()"
    " WHERE f.state IN ('proposed', 'active') AND ("
    + _DIFFER.format("f.contract_id", "f.home_contract_id")
    + ") RETURNING f.contract_id, f.source_id"
)
_UNMARKED = text(
    "SELECT contract_id, source_id, home_contract_id FROM source_feed"
    " WHERE recorded_at IS NOT NULL AND marked_at IS NULL FOR UPDATE SKIP LOCKED"
)
_MARKED = text(
    "UPDATE source_feed SET marked_at = clock_timestamp() WHERE contract_id = :contract AND source_id = :source"
)
# A loose index scan over the events, not over what was folded: a new ticket may just be on its way there.
_MARK = text(
    "WITH RECURSIVE ticket AS ("
    " (SELECT ticket_id FROM ticket_event WHERE contract_id = :home AND source_id = :source"
    "  ORDER BY ticket_id LIMIT 1)"
    " UNION ALL"
    " SELECT (SELECT e.ticket_id FROM ticket_event e WHERE e.contract_id = :home AND e.source_id = :source"
    "  AND e.ticket_id > ticket.ticket_id ORDER BY e.ticket_id LIMIT 1) FROM ticket WHERE ticket.ticket_id IS NOT NULL"
    ") INSERT INTO ticket_mark (contract_id, source_id, ticket_id)"
    " SELECT CAST(:contract AS uuid), :source, ticket_id FROM ticket WHERE ticket_id IS NOT NULL"
)
_MARK_TICKETS = text(
    "INSERT INTO ticket_mark (contract_id, source_id, ticket_id)"
    " SELECT f.contract_id, f.source_id, t.ticket_id FROM source_feed f,"
    "  unnest(CAST(:tickets AS text[])) AS t (ticket_id) WHERE f.source_id = :source AND f.recorded_at IS NOT NULL"
    " UNION SELECT s.contract_id, s.id, t.ticket_id FROM source s, unnest(CAST(:tickets AS text[])) AS t (ticket_id)"
    " WHERE s.id = :source"
)


async def read_feeds(session: AsyncSession, contract_id: UUID) -> Feeds:
    """What feeds a contract, each with every version of its scope that is in force."""
    rows = (await session.execute(_OF_CONTRACT, {"contract": contract_id})).all()
    feeds = []
    for source_id, group in groupby(rows, key=lambda row: row.source_id):
        own = list(group)
        versions = [_version(row) for row in own if row.id is not None]
        first = own[0]
        scopes, staff = Scopes(versions, _end(first)), _staff(first.staff)
        feeds.append(Feed(source_id, first.home, scopes, first.since, first.until, staff))
    return Feeds(contract_id, feeds)


async def find(session: AsyncSession, contract_id: UUID, source_id: str) -> Row[Any] | None:
    """How a source of another contract feeds this one."""
    return (await session.execute(_FIND, {"contract": contract_id, "source": source_id})).one_or_none()


async def list_of(session: AsyncSession, contract_id: UUID, after: tuple[str, UUID], limit: int) -> Sequence[Row[Any]]:
    """Feeds into a contract, and from its own sources into others."""
    values = {"contract": contract_id, "source": after[0], "after": after[1], "limit": limit}
    return (await session.execute(_LIST, values)).all()


async def scopes_of(session: AsyncSession, sources: Sequence[str]) -> dict[str, dict[UUID, Scopes]]:
    """The scopes of sources by contract that each feeds, proposed ones as if they were in force."""
    found: dict[str, dict[UUID, Scopes]] = {source: {} for source in sources}
    for row in await session.execute(_SIBLINGS, {"sources": list(sources)}):
        found[row.source_id][row.contract_id] = Scopes(end=_end(row))
    rows = (await session.execute(_CONDITIONS, {"sources": list(sources)})).all()
    for row in rows:
        if row.contract_id in found[row.source_id]:
            held = found[row.source_id][row.contract_id]
            found[row.source_id][row.contract_id] = Scopes([*held.versions, _version(row)], held.end)
    return found


async def is_draft(session: AsyncSession, contract_id: UUID) -> bool:
    """Whether the contract is not active yet, until the end of the transaction; worker role."""
    return bool(await session.scalar(_STATE, {"contract": contract_id}) == "draft")


async def begin_recording(session: AsyncSession) -> None:
    """From before an instant of recording is taken until the commit (see services/kpi/recording.py)."""
    await session.execute(_WRITING)


async def same_parties(session: AsyncSession, contract_id: UUID, other: UUID) -> bool:
    """Whether both contracts are between the same two parties on the same sides at present; worker role."""
    return bool(await session.scalar(_SAME_PARTIES, {"contract": contract_id, "other": other}))


async def add(session: AsyncSession, values: Mapping[str, Any]) -> bool:
    """Keep a feed; False when there was one. Worker role."""
    return bool(await session.scalar(_ADD, values))


async def approve(session: AsyncSession, contract_id: UUID, source_id: str, by: str) -> Row[Any] | None:
    """Begin a feed that waits; its scope. None when it does not wait (any more). Worker role."""
    return (await session.execute(_APPROVE, {"contract": contract_id, "source": source_id, "by": by})).one_or_none()


async def refuse(session: AsyncSession, contract_id: UUID, source_id: str, by: str) -> bool:
    """Refuse a feed that waits; False when it does not wait (any more). Worker role."""
    return bool(await session.scalar(_REFUSE, {"contract": contract_id, "source": source_id, "by": by}))


async def set_end(session: AsyncSession, values: Mapping[str, Any]) -> bool:
    """End a feed for tickets created from an instant on; False when it does not feed, or ends already. Worker role."""
    return bool(await session.scalar(_SET_END, values))


async def end_where_parties_differ(session: AsyncSession) -> Sequence[Row[Any]]:
    """End every feed between contracts that no longer have the same two parties; which. Worker role."""
    return (await session.execute(_END)).all()


async def unmarked(session: AsyncSession) -> Sequence[Row[Any]]:
    """Feeds that began, of which not every ticket was marked yet; locked. Worker role."""
    return (await session.execute(_UNMARKED)).all()


async def note_marked(session: AsyncSession, contract_id: UUID, source_id: str) -> None:
    """All tickets that were there when the feed began are marked."""
    await session.execute(_MARKED, {"contract": contract_id, "source": source_id})


async def mark_source(session: AsyncSession, contract_id: UUID, feed: Feed) -> None:
    """Fold every ticket of a source again, for one contract; worker role."""
    await session.execute(_MARK, {"contract": contract_id, "source": feed.source_id, "home": feed.home})


async def mark_tickets(session: AsyncSession, source_id: str, tickets: Sequence[str]) -> None:
    """Fold these tickets again for every contract that the source feeds; worker role."""
    await session.execute(_MARK_TICKETS, {"source": source_id, "tickets": list(tickets)})


def _end(row: Row[Any]) -> FeedEnd | None:
    if row.ends_at is None:
        return None
    return FeedEnd(to_microseconds(row.ends_at), to_microseconds(row.end_recorded_at))


def _staff(versions: Sequence[Sequence[Any]] | None) -> Staff:
    return Staff(
        StaffVersion(staff_id, _microseconds(valid_from), _microseconds(recorded_at), frozenset(agents))
        for staff_id, valid_from, recorded_at, agents in versions or ()
    )


def _microseconds(told: str) -> int:
    return to_microseconds(datetime.fromisoformat(told))


def _version(row: Row[Any]) -> ScopeVersion:
    # What only waits is known to nobody yet: last of all.
    recorded_us = (1 << 61) if row.recorded_at is None else to_microseconds(row.recorded_at)
    conditions = msgspec.convert(row.conditions, tuple[Condition, ...])
    return ScopeVersion(str(row.id), to_microseconds(row.valid_from), recorded_us, conditions)
