"""Watching sources for gaps in their rhythm, and noting what people say of them."""

import asyncio
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import structlog
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.database import Database
from services.common.errors import Conflict, NotFound
from services.common.identifiers import new_id
from services.common.instants import from_microseconds, now, to_microseconds
from services.common.news import BOTH, tell_people
from services.common.zones import zone
from services.kpi.calendars.instants import SECOND_US
from services.kpi.feeds import repository as feeds
from services.kpi.folding.clock import touch
from services.kpi.health import repository
from services.kpi.health.rules import (
    WEEKS,
    Changes,
    Gap,
    Heard,
    Limit,
    Rhythm,
    Stored,
    Stretch,
    find_gaps,
    holidays_at,
    reconcile,
    whole,
)
from services.kpi.health.schemas import ExplanationOut, GapOut, NewExplanation
from services.kpi.terms.repository import read_terms

WATCH_SECONDS = 60
AT_ONCE = 100
LOOKED_BACK = timedelta(weeks=13)
"""Gaps that ended before are left as they were found."""
LEARNT_FROM = timedelta(weeks=WEEKS, hours=1)

log = structlog.get_logger()


async def keep_watching(database: Database) -> None:
    """Look at every source for ever; a gap is told within a minute of becoming one."""
    while True:
        await watch_all(database)
        await asyncio.sleep(WATCH_SECONDS)


async def watch_all(database: Database, at: datetime | None = None) -> None:
    """Look at every source once, each in a transaction of its own."""
    after = ""
    while True:
        async with database.background_session() as session:
            rows = await repository.watched(session, after, AT_ONCE)
        for row in rows:
            async with database.background_session() as session:
                if await repository.hold(session, row.id):
                    await watch(session, row, at or now())
        if len(rows) < AT_ONCE:
            return
        after = rows[-1].id


async def watch(session: AsyncSession, source: Row[Any], at: datetime) -> bool:
    """Write down what became of the gaps of a source; whether anything did. Worker role."""
    first = await repository.first_heard(session, source.contract_id, source.id)
    if first is None or await repository.is_loading(session, source.contract_id, source.id):
        return False
    looked_back = at - LOOKED_BACK
    rows = await repository.standing(session, source.contract_id, source.id, looked_back, at)
    # A gap that has lasted for longer begins before what would be read otherwise.
    begin = min([looked_back, *(row.starts_at for row in rows)])
    heard = await read_heard(session, source.contract_id, source.id, begin - LEARNT_FROM, at)
    earlier = await repository.standing(session, source.contract_id, source.id, begin - LEARNT_FROM, begin)
    holidays = holidays_at(await read_terms(session, source.contract_id), to_microseconds(at))
    rhythm = Rhythm(
        {one.hour: one.deliveries for one in heard},
        zone(source.zone),
        to_microseconds(first),
        holidays,
        (stretch_of(row) for row in earlier if row.explanation != "quiet"),
    )
    found = find_gaps(
        heard,
        rhythm,
        to_microseconds(at),
        [stretch_of(row) for row in rows if row.explanation == "quiet"],
        _limit(source),
    )
    looked_back_us = to_microseconds(looked_back)
    recent = [gap for gap in found if gap.stretch.end_us is None or gap.stretch.end_us > looked_back_us]
    stored = [Stored(row.id, stretch_of(row), row.explanation is not None) for row in rows]
    return await _write(session, source, reconcile(stored, recent, heard))


async def _write(session: AsyncSession, source: Row[Any], changes: Changes) -> bool:
    contract_id = source.contract_id
    if any((changes.gone, changes.moved, changes.ended, changes.added)):
        # Before any instant is taken: who reads as known at one waits for us.
        await feeds.begin_recording(session)
    # First those that are no more: of lasting ones there is one at most.
    for gap_id in changes.gone:
        await repository.resolve(session, contract_id, gap_id)
    for gap_id, gap in changes.moved:
        await repository.move(session, {"contract": contract_id, "id": gap_id, **_measured(gap)})
    for gap_id, ended_us in changes.ended:
        await repository.end(session, {"contract": contract_id, "id": gap_id, "ends": from_microseconds(ended_us)})
    for gap in changes.added:
        values = {"contract": contract_id, "id": new_id(), "source": source.id, "rule": gap.rule, **_measured(gap)}
        await repository.add(session, {**values, "starts": from_microseconds(gap.stretch.start_us)})
        if gap.stretch.end_us is None:
            await _tell_silence(session, contract_id, source.id, values["id"])
        log.info("source_gap", source=source.id, rule=gap.rule, open=gap.stretch.end_us is None)
    changed = bool(changes.gone or changes.moved or changes.ended or changes.added)
    if changed:
        await _tell(session, contract_id, source.id)
    return changed


async def _tell_silence(session: AsyncSession, contract_id: UUID, source_id: str, gap_id: UUID) -> None:
    """Have the managers of every contract that the source feeds told that it sends nothing any more."""
    for one in sorted({contract_id, *await repository.fed_by(session, source_id)}):
        await tell_people(session, one, "source_silent", f"{gap_id}:{one}", sides=BOTH, subject_id=source_id)


def _measured(gap: Gap) -> dict[str, Any]:
    end = gap.stretch.end_us
    return {"ends": None if end is None else from_microseconds(end), "expected": whole(gap.expected)}


async def _tell(session: AsyncSession, contract_id: UUID, source_id: str) -> None:
    """Pages of every contract that the source feeds read it anew; figures too, where its terms judge by silences."""
    for one in sorted({contract_id, *await repository.fed_by(session, source_id)}):
        await touch(session, one, judged_anew=(await read_terms(session, one)).asks_for_time_heard)


async def explain(
    database: Database, contract_id: UUID, source_id: str, gap_id: UUID, by: tuple[str, str], wanted: NewExplanation
) -> None:
    """Note what a party, `by` (subject, side), says of a gap. Raises: NotFound, Conflict when it was said before."""
    values = {
        "contract": contract_id, "id": gap_id, "kind": wanted.kind, "reason": wanted.reason, "by": by[0], "side": by[1],
    }  # fmt: skip
    async with database.background_session() as session:
        if await repository.find_gap(session, contract_id, source_id, gap_id) is None:
            raise NotFound
        await feeds.begin_recording(session)
        if not await repository.explain(session, values):
            raise Conflict("This gap was explained already, or what was missing has come.")
        await _tell(session, contract_id, source_id)


def show(row: Row[Any]) -> GapOut:
    """A gap as both parties read it."""
    explanation = None
    if row.explanation is not None:
        explanation = ExplanationOut(
            kind=row.explanation,
            reason=row.reason,
            at=row.explained_at,
            by=row.explained_by,
            by_side=row.explained_by_side,
        )
    return GapOut(
        id=str(row.id),
        source_id=row.source_id,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        expected=row.expected,
        rule=row.rule,
        recorded_at=row.recorded_at,
        closed_at=row.closed_at,
        resolved_at=row.resolved_at,
        explanation=explanation,
    )


async def read_heard(
    session: AsyncSession,
    contract_id: UUID,
    source_id: str,
    first: datetime,
    until: datetime,
    known_at: datetime | None = None,
) -> list[Heard]:
    """The hours in which a source was heard, from the beginning of that hour, as known at an instant (None: now)."""
    whole_hour = first.replace(minute=0, second=0, microsecond=0)
    return await repository.heard(session, contract_id, source_id, whole_hour, until, known_at)


def _limit(source: Row[Any]) -> Limit | None:
    if source.silence_alert_minutes is None:
        return None
    return Limit(source.silence_alert_minutes * 60 * SECOND_US, to_microseconds(source.silence_alert_set_at))


def stretch_of(row: Row[Any]) -> Stretch:
    """The silence that a gap is."""
    return Stretch(to_microseconds(row.starts_at), None if row.ends_at is None else to_microseconds(row.ends_at))
