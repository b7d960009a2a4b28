"""Reading the quarantine again."""

from collections import Counter
from typing import Any

import msgspec
from sqlalchemy import Row
from starlette.datastructures import State

from services.common.errors import NotFound
from services.kpi.deliveries import repository
from services.kpi.deliveries.repository import Choice
from services.kpi.deliveries.schemas import RereadingOut, RereadItem
from services.kpi.ingestion.arrival import Arrival, Outcome
from services.kpi.ingestion.gate import IngestionGate
from services.kpi.replays.service import split_at_windows
from services.kpi.sources.registry import Source

BATCH = 500


async def read_quarantine_again(state: State, source_id: str) -> tuple[int, int]:
    """Examine every quarantined body as of its own reception; how many could be read, how many not."""
    done = await reread(state, source_id, Choice())
    read = sum(item.verdict != "malformed" for item in done.items)
    return read, len(done.items) - read


async def reread(state: State, source_id: str, choice: Choice) -> RereadingOut:
    """Examine chosen quarantined bodies as of their own reception by the connector as it is now. Raises: NotFound."""
    source: Source | None = await state.sources.find(source_id)
    if source is None:
        raise NotFound
    ingestion: IngestionGate = state.ingestion
    async with state.database.background_session() as session:
        waiting, number = await repository.chosen(session, source.contract_id, source_id, choice, BATCH)
        arrivals = [
            ingestion.reread(source, msgspec.json.decode(row.headers), row.body, row.received_at) for row in waiting
        ]
        good = [arrival for arrival in arrivals if arrival.refusal is None]
        outcomes = [outcome for batch in split_at_windows(good) for outcome in await ingestion.store(batch)]
        # After the events are durable: a failure in between reads them twice, and the key makes that harmless.
        await repository.release(session, source.contract_id, source_id, [arrival.digest for arrival in good])
    fates = dict(zip((arrival.receipt_id for arrival in good), outcomes, strict=True))
    items = [_fate(row, arrival, fates.get(arrival.receipt_id)) for row, arrival in zip(waiting, arrivals, strict=True)]
    return RereadingOut(
        items=items,
        summary=dict(sorted(Counter(item.verdict for item in items).items())),
        remaining=number - len(items),
        next_from=items[-1].received_at if number > len(items) and items else None,
    )


def _fate(row: Row[Any], arrival: Arrival, outcome: Outcome | None) -> RereadItem:
    return RereadItem(
        receipt_id=str(row.receipt_id),
        received_at=row.received_at,
        verdict="malformed" if outcome is None else outcome.verdict,
        reason=arrival.reason if outcome is None else None,
        became=None if outcome is None else str(outcome.receipt_id),
    )
