"""The one query on the gaps of the sources that feed a contract."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.instants import to_microseconds
from services.kpi.silences.rules import NO_SILENCES, Silence, Silences
from services.kpi.terms.rules import Terms

# Of a source that feeds a further contract: only while it does, and known from then on.
_GAPS = text(
    "SELECT g.starts_at, g.ends_at, g.recorded_at, g.closed_at, g.resolved_at, g.explained_at,"
    " CAST(NULL AS timestamptz) AS since, CAST(NULL AS timestamptz) AS until"
    " FROM source_gap g JOIN source s ON (s.contract_id, s.id) = (g.contract_id, g.source_id)"
    " WHERE g.contract_id = :contract"
    " UNION ALL SELECT g.starts_at, g.ends_at, g.recorded_at, g.closed_at, g.resolved_at, g.explained_at,"
    " f.recorded_at, f.ended_at FROM source_feed f"
    " JOIN source_gap g ON (g.contract_id, g.source_id) = (f.home_contract_id, f.source_id)"
    " WHERE f.contract_id = :contract AND f.recorded_at IS NOT NULL"
)


async def read_silences(session: AsyncSession, contract_id: UUID, terms: Terms) -> Silences:
    """The gaps of a contract's sources; none are read where no version of the terms asks for them."""
    if not terms.asks_for_time_heard:
        return NO_SILENCES
    gaps = []
    for row in await session.execute(_GAPS, {"contract": contract_id}):
        start, end = row.starts_at, row.ends_at
        if row.since is not None:
            start = max(start, row.since)
            end = min((one for one in (end, row.until) if one is not None), default=None)
            if end is not None and end <= start:
                continue
        ended_known = _us(row.closed_at if row.ends_at == end else row.until)
        recorded = row.recorded_at if row.since is None else max(row.recorded_at, row.since)
        gaps.append(
            Silence(
                start_us=to_microseconds(start),
                end_us=None if end is None else to_microseconds(end),
                recorded_us=to_microseconds(recorded),
                ended_known_us=ended_known,
                resolved_us=_us(row.resolved_at),
                explained_us=_us(row.explained_at),
            )
        )
    return Silences(gaps)


def _us(instant: datetime | None) -> int | None:
    return None if instant is None else to_microseconds(instant)
