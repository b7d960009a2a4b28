"""Telling the freshness of sources, and counting ahead for it."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from fractions import Fraction
from typing import Any, Literal

from sqlalchemy import Row

from services.common.database import Database
from services.common.instants import now
from services.kpi.figures.rules.values import rounded
from services.kpi.freshness import repository
from services.kpi.freshness.schemas import DeliveryCounts, FreshnessOut, Silence
from services.kpi.health.rules import LEAST_WEEKS
from services.kpi.recording import RECENT

TALLY_SECONDS = 60


async def keep_counting(database: Database) -> None:
    """Count for ever what can no longer change."""
    while True:
        async with database.background_session() as session:
            # No transaction lives long enough to record anything before that any more.
            await repository.tally(session, now() - RECENT)
        await asyncio.sleep(TALLY_SECONDS)


def show(rows: Sequence[Row[Any]]) -> list[FreshnessOut]:
    """Sources as both parties read them."""
    return [
        FreshnessOut(
            source_id=row.id,
            contract_id=str(row.contract_id),
            name=row.name,
            system=row.system,
            last_received_at=row.last_received_at,
            last_event_at=row.last_event_at,
            deliveries=DeliveryCounts.model_validate(row, from_attributes=True),
            quarantined=row.quarantined,
            tickets=row.tickets,
            orphans=row.tickets - row.known,
            completeness=str(rounded(Fraction(row.known, row.tickets), "ratio")) if row.tickets else None,
            replayed=row.replayed,
            silence=_silence(row),
        )
        for row in rows
    ]


def _silence(row: Row[Any]) -> Silence:
    known_since = row.first_accepted_at
    state: Literal["waiting", "learning", "alive", "silent"] = "alive"
    if row.silent_since is not None:
        state = "silent"
    elif not row.accepted:
        state = "waiting"
    elif known_since > now() - timedelta(weeks=LEAST_WEEKS):
        state = "learning"
    return Silence(
        state=state,
        since=row.silent_since,
        expected=row.silent_expected,
        rule=row.silent_rule,
        explanation=row.silent_explanation,
        alert_minutes=row.silence_alert_minutes,
    )
