"""All queries on the hours in which sources were heard, and on the gaps between them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Result, Row, TextClause, text
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.instants import to_microseconds
from services.kpi.calendars.instants import HOUR_US
from services.kpi.figures.rules.instants import NOW, Instants
from services.kpi.health.rules import Heard, merged

_COUNTS = (
    "accepted", "duplicate", "malformed", "rejected_signature", "rejected_stale", "unverified", "conflicts", "skewed",
    "replayed",
)  # fmt: skip
_FILTERS = [*(f"verdict = '{name}'" for name in _COUNTS[:6]), "conflict", "skewed", "origin = 'replay'"]
_FRESH = "recorded_at > (SELECT counted_until FROM delivery_tally_end WHERE id = 1)"
_SPAN = (
    "contract_id = :contract AND source_id = :source AND {0} >= CAST(:first AS timestamptz)"
    " AND {0} < CAST(:until AS timestamptz)"
)
# One statement: what is counted ahead and what came since are seen at the same instant.
_HEARD = text(
    "SELECT hour, accepted, first_accepted_at AS first_at, last_accepted_at AS last_at FROM delivery_hour"
    f" WHERE {_SPAN.format('hour')} AND accepted > 0 UNION ALL"
    " SELECT date_trunc('hour', received_at, 'UTC'), count(*), min(received_at), max(received_at) FROM delivery"
    f" WHERE {_SPAN.format('received_at')} AND verdict = 'accepted' AND {_FRESH} GROUP BY 1"
)
# As known at an instant each delivery is looked at: what is counted by the hour does not tell when it was recorded.
_KNOWN = "recorded_at <= CAST(:known_at AS timestamptz)"
_HEARD_BY = text(
    "SELECT date_trunc('hour', received_at, 'UTC') AS hour, count(*) AS accepted, min(received_at) AS first_at,"
    f" max(received_at) AS last_at FROM delivery WHERE {_SPAN.format('received_at')} AND verdict = 'accepted'"
    f" AND {_KNOWN} GROUP BY 1"
)
_FIRST_BY = text(
    "SELECT min(received_at) FROM delivery WHERE contract_id = :contract AND source_id = :source"
    f" AND verdict = 'accepted' AND {_KNOWN}"
)
# Of those refused only the newest are kept: how many there were by then is told of no past.
_NOT_KEPT = ("rejected_signature", "rejected_stale")
_SUMS_BY = text(
    "SELECT "
    + ", ".join(
        f"CAST(NULL AS bigint) AS {name}" if name in _NOT_KEPT else f"count(*) FILTER (WHERE {condition}) AS {name}"
        for name, condition in zip(_COUNTS, _FILTERS, strict=True)
    )
    + f" FROM delivery WHERE {_SPAN.format('received_at')} AND {_KNOWN}"
)
_FIRST = text(
    "SELECT least((SELECT first_accepted_at FROM delivery_hour WHERE contract_id = :contract AND source_id = :source"
    "  AND accepted > 0 ORDER BY hour LIMIT 1), (SELECT min(received_at) FROM delivery WHERE contract_id = :contract"
    f"  AND source_id = :source AND verdict = 'accepted' AND {_FRESH}))"
)
_SUMS = text(
    f"SELECT {', '.join(f'coalesce(sum({name}), 0)::bigint AS {name}' for name in _COUNTS)} FROM ("
    f" SELECT {', '.join(_COUNTS)} FROM delivery_hour WHERE {_SPAN.format('hour')} UNION ALL"
    f" SELECT {', '.join(f'count(*) FILTER (WHERE {condition})' for condition in _FILTERS)} FROM delivery"
    f" WHERE {_SPAN.format('received_at')} AND {_FRESH}) counted"
)
_QUARANTINED = text(f"SELECT count(*) FROM quarantine WHERE {_SPAN.format('received_at')} AND released_at IS NULL")
_TICKETS = text(
    "SELECT count(*) AS tickets, coalesce(sum(numerator), 0)::bigint AS known FROM ticket_share"
    " WHERE contract_id = :contract AND source_id = :source AND indicator = 'data_completeness'"
    " AND day BETWEEN :first AND :last"
)
_SOURCES = text(
    "SELECT s.id, s.contract_id, s.name, s.system FROM source s WHERE s.contract_id = :contract OR s.id IN"
    " (SELECT f.source_id FROM source_feed f WHERE f.contract_id = :contract AND f.state = 'active') ORDER BY s.id"
)
_SOURCES_BY = text(
    "SELECT s.id, s.contract_id, s.name, s.system FROM source s"
    " WHERE (s.contract_id = :contract AND s.created_at <= :known_at) OR s.id IN"
    " (SELECT f.source_id FROM source_feed f WHERE f.contract_id = :contract AND f.recorded_at <= :known_at"
    "  AND (f.ended_at IS NULL OR f.ended_at > :known_at)) ORDER BY s.id"
)
_WATCHED = text(
    "SELECT s.id, s.contract_id, s.silence_alert_minutes, s.silence_alert_set_at, c.zone FROM source s"
    " JOIN contract c ON c.contract_id = s.contract_id WHERE c.state <> 'ended' AND s.id > :after"
    " ORDER BY s.id LIMIT :limit"
)
_HOLD = text("SELECT pg_try_advisory_xact_lock(hashtextextended('health ' || :source, 0))")
_LOADING = text(
    "SELECT EXISTS (SELECT 1 FROM delivery WHERE contract_id = :contract AND source_id = :source"
    " AND recorded_at > clock_timestamp() - interval '2 minutes' AND origin <> 'live')"
)
_GAP = (
    "contract_id, id, source_id, starts_at, ends_at, rule, expected, recorded_at, closed_at, resolved_at, explanation,"
    " reason, explained_at, explained_by, explained_by_side"
)
# What ended later, or was found to be over, gone or explained later, still stood. No instant: nothing is later.
_OVER = (
    "closed_at <= coalesce(CAST(:known_at AS timestamptz), 'infinity')"
    " AND ends_at <= coalesce(CAST(:as_of AS timestamptz), 'infinity')"
)
_SAID = "explained_at <= coalesce(CAST(:known_at AS timestamptz), 'infinity')"
_EXPLAINED = ("explanation", "reason", "explained_at", "explained_by", "explained_by_side")
_STANDING = text(
    f"SELECT {_GAP} FROM (SELECT contract_id, id, source_id, starts_at, CASE WHEN {_OVER} THEN ends_at END AS ends_at,"
    f" rule, expected, recorded_at, CASE WHEN {_OVER} THEN closed_at END AS closed_at,"
    " CAST(NULL AS timestamptz) AS resolved_at, "
    + ", ".join(f"CASE WHEN {_SAID} THEN {name} END AS {name}" for name in _EXPLAINED)
    + " FROM source_gap WHERE contract_id = :contract AND source_id = :source"
    "  AND recorded_at <= coalesce(CAST(:known_at AS timestamptz), 'infinity')"
    "  AND (resolved_at IS NULL OR resolved_at > CAST(:known_at AS timestamptz))"
    "  AND starts_at < least(CAST(:until AS timestamptz), CAST(:as_of AS timestamptz))) AS stood"
    " WHERE ends_at IS NULL OR ends_at > CAST(:first AS timestamptz) ORDER BY starts_at, id"
)
_LIST = text(
    f"SELECT {_GAP} FROM source_gap WHERE contract_id = :contract AND source_id = :source"
    " AND (CAST(:before AS timestamptz) IS NULL OR (starts_at, id) < (:before, CAST(:id AS uuid)))"
    " ORDER BY starts_at DESC, id DESC LIMIT :limit"
)
_FIND = text(f"SELECT {_GAP} FROM source_gap WHERE contract_id = :contract AND source_id = :source AND id = :id")
_ADD = text(
    "INSERT INTO source_gap (contract_id, id, source_id, starts_at, ends_at, rule, expected, closed_at) VALUES"
    " (:contract, :id, :source, :starts, CAST(:ends AS timestamptz), :rule, :expected,"
    " CASE WHEN CAST(:ends AS timestamptz) IS NOT NULL THEN clock_timestamp() END)"
)
_MOVE = text(
    "UPDATE source_gap SET ends_at = CAST(:ends AS timestamptz), expected = :expected,"
    " closed_at = CASE WHEN CAST(:ends AS timestamptz) IS NOT NULL THEN clock_timestamp() END"
    " WHERE contract_id = :contract AND id = :id"
)
_END = text(
    "UPDATE source_gap SET ends_at = :ends, closed_at = clock_timestamp() WHERE contract_id = :contract AND id = :id"
)
_RESOLVE = text("UPDATE source_gap SET resolved_at = clock_timestamp() WHERE contract_id = :contract AND id = :id")
_EXPLAIN = text(
    "UPDATE source_gap SET explanation = :kind, reason = :reason, explained_at = clock_timestamp(), explained_by = :by,"
    " explained_by_side = :side WHERE contract_id = :contract AND id = :id AND explanation IS NULL"
    " AND resolved_at IS NULL RETURNING true"
)
_LIMIT = text(
    "UPDATE source SET silence_alert_minutes = CAST(:minutes AS integer), silence_alert_set_at ="
    " CASE WHEN CAST(:minutes AS integer) IS NOT NULL THEN clock_timestamp() END WHERE id = :source"
    " RETURNING id, silence_alert_minutes, silence_alert_set_at"
)
_FED = text("SELECT contract_id FROM source_feed WHERE source_id = :source AND state = 'active' ORDER BY contract_id")


async def heard(
    session: AsyncSession,
    contract_id: UUID,
    source_id: str,
    first: datetime,
    until: datetime,
    known_at: datetime | None = None,
) -> list[Heard]:
    """The hours in which accepted deliveries of a source were received, in order; `first` is a whole hour.

    `known_at`: of those recorded by then; None: of all.
    """
    values: dict[str, Any] = {"contract": contract_id, "source": source_id, "first": first, "until": until}
    rows = await _execute(session, (_HEARD, _HEARD_BY), values, known_at)
    return merged(
        Heard(to_microseconds(row.hour) // HOUR_US, row.accepted, to_microseconds(row.first_at),
              to_microseconds(row.last_at))
        for row in rows
    )  # fmt: skip


async def first_heard(
    session: AsyncSession, contract_id: UUID, source_id: str, known_at: datetime | None = None
) -> datetime | None:
    """When the first accepted delivery of a source was received, of those recorded by an instant (None: of all)."""
    values = {"contract": contract_id, "source": source_id}
    found: datetime | None = (await _execute(session, (_FIRST, _FIRST_BY), values, known_at)).scalar()
    return found


async def sums(
    session: AsyncSession,
    contract_id: UUID,
    source_id: str,
    first: datetime,
    until: datetime,
    known_at: datetime | None = None,
) -> Row[Any]:
    """Deliveries received in a span of whole hours, by fate; of those recorded by an instant (None: of all)."""
    values: dict[str, Any] = {"contract": contract_id, "source": source_id, "first": first, "until": until}
    return (await _execute(session, (_SUMS, _SUMS_BY), values, known_at)).one()


async def quarantined(
    session: AsyncSession, contract_id: UUID, source_id: str, first: datetime, until: datetime
) -> int:
    """Bodies received in a span that wait in quarantine."""
    values = {"contract": contract_id, "source": source_id, "first": first, "until": until}
    return int(await session.scalar(_QUARANTINED, values) or 0)


async def tickets(session: AsyncSession, contract_id: UUID, source_id: str, days: Mapping[str, Any]) -> Row[Any]:
    """Tickets of a contract first heard of between two days, and how many of them have their creation."""
    return (await session.execute(_TICKETS, {"contract": contract_id, "source": source_id, **days})).one()


async def sources_of(session: AsyncSession, contract_id: UUID, known_at: datetime | None = None) -> Sequence[Row[Any]]:
    """The sources that feed a contract, as known at an instant (None: now)."""
    return (await _execute(session, (_SOURCES, _SOURCES_BY), {"contract": contract_id}, known_at)).all()


async def watched(session: AsyncSession, after: str, limit: int) -> Sequence[Row[Any]]:
    """Sources of contracts that have not ended, after an id; worker role."""
    return (await session.execute(_WATCHED, {"after": after, "limit": limit})).all()


async def hold(session: AsyncSession, source_id: str) -> bool:
    """Claim the look at a source until the end of the transaction; False when another worker looks."""
    return bool(await session.scalar(_HOLD, {"source": source_id}))


async def is_loading(session: AsyncSession, contract_id: UUID, source_id: str) -> bool:
    """Whether old deliveries are being loaded: what is missing now may come with the next."""
    return bool(await session.scalar(_LOADING, {"contract": contract_id, "source": source_id}))


async def standing(
    session: AsyncSession,
    contract_id: UUID,
    source_id: str,
    first: datetime,
    until: datetime,
    instants: Instants = NOW,
) -> Sequence[Row[Any]]:
    """Gaps that touch a span and were not taken back, in order, as they stood at instants."""
    values = {
        "contract": contract_id, "source": source_id, "first": first, "until": until, "as_of": instants.as_of,
        "known_at": instants.known_at,
    }  # fmt: skip
    return (await session.execute(_STANDING, values)).all()


async def list_gaps(
    session: AsyncSession, contract_id: UUID, source_id: str, before: tuple[datetime, UUID] | None, limit: int
) -> Sequence[Row[Any]]:
    """Gaps of a source, the latest first, those that were taken back too."""
    at, gap_id = before or (None, None)
    values = {"contract": contract_id, "source": source_id, "before": at, "id": gap_id, "limit": limit}
    return (await session.execute(_LIST, values)).all()


async def find_gap(session: AsyncSession, contract_id: UUID, source_id: str, gap_id: UUID) -> Row[Any] | None:
    """One gap of a source."""
    values = {"contract": contract_id, "source": source_id, "id": gap_id}
    return (await session.execute(_FIND, values)).one_or_none()


async def add(session: AsyncSession, values: Mapping[str, Any]) -> None:
    """Keep a gap that was found; worker role."""
    await session.execute(_ADD, values)


async def move(session: AsyncSession, values: Mapping[str, Any]) -> None:
    """The present gap lasts, or ended; worker role."""
    await session.execute(_MOVE, values)


async def end(session: AsyncSession, values: Mapping[str, Any]) -> None:
    """An explained gap ended; worker role."""
    await session.execute(_END, values)


async def resolve(session: AsyncSession, contract_id: UUID, gap_id: UUID) -> None:
    """A gap is found no more; it stays, marked. Worker role."""
    await session.execute(_RESOLVE, {"contract": contract_id, "id": gap_id})


async def explain(session: AsyncSession, values: Mapping[str, Any]) -> bool:
    """Note what a party says of a gap, once; worker role."""
    return bool(await session.scalar(_EXPLAIN, values))


async def set_limit(session: AsyncSession, source_id: str, minutes: int | None) -> Row[Any]:
    """Set or lift the longest silence that is allowed."""
    return (await session.execute(_LIMIT, {"source": source_id, "minutes": minutes})).one()


async def fed_by(session: AsyncSession, source_id: str) -> Sequence[UUID]:
    """Further contracts that a source feeds; worker role."""
    return (await session.scalars(_FED, {"source": source_id})).all()


async def _execute(
    session: AsyncSession, statements: tuple[TextClause, TextClause], values: dict[str, Any], known_at: datetime | None
) -> Result[Any]:
    """The first statement for what is known now, the second one as known at an instant."""
    if known_at is None:
        return await session.execute(statements[0], values)
    return await session.execute(statements[1], {**values, "known_at": known_at})
