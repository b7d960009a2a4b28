"""Reading the quarantine again."""

import msgspec
from starlette.datastructures import State

from services.common.errors import NotFound
from services.kpi.deliveries import repository
from services.kpi.ingestion.gate import IngestionGate
from services.kpi.sources.registry import Source

BATCH = 500


async def read_quarantine_again(state: State, source_id: str) -> tuple[int, int]:
    """Examine every quarantined body as of its own reception; how many could be read, how many not."""
    source: Source | None = await state.sources.find(source_id)
    if source is None:
        raise NotFound
    ingestion: IngestionGate = state.ingestion
    read = still = 0
    async with state.database.background_session() as session:
        waiting = await repository.held(session, source.contract_id, source_id, BATCH)
        arrivals = [
            ingestion.reread(source, msgspec.json.decode(row.headers), row.body, row.received_at) for row in waiting
        ]
        good = [arrival for arrival in arrivals if arrival.refusal is None]
        read, still = len(good), len(arrivals) - len(good)
        await ingestion.store(good)
        # After the events are durable: a failure in between reads them twice, and the key makes that harmless.
        await repository.release(session, source.contract_id, source_id, [arrival.digest for arrival in good])
    return read, still
