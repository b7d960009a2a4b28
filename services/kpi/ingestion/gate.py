"""Everything that stores deliveries goes through here: live, replayed, or read again."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from asyncpg import Pool

from services.common.identifiers import new_id
from services.kpi.ingestion import service, storing
from services.kpi.ingestion.arrival import Arrival, Outcome
from services.kpi.ingestion.connectors.base import Malformed
from services.kpi.sources.registry import Source


class IngestionGate:
    """Stores batches of deliveries by the worker role, one transaction a batch."""

    def __init__(self, connections: Pool) -> None:
        self._connections = connections

    async def store(self, arrivals: Sequence[Arrival]) -> list[Outcome]:
        """Keep a batch; durable when this returns."""
        if not arrivals:
            return []
        async with self._connections.acquire() as connection:
            return await storing.store(connection, arrivals)

    def reread(self, source: Source, headers: Mapping[str, str], body: bytes, received_at: datetime) -> Arrival:
        """Read a kept delivery again; its signature was verified when it came, and its secret may be gone since."""
        arrival = Arrival(
            source=source,
            receipt_id=new_id(),
            received_at=received_at,
            headers=dict(headers),
            body=body,
            digest=service.digest_of(body),
            origin="replay",
        )
        try:
            service.read(arrival)
        except Malformed as refusal:
            arrival.refusal, arrival.reason = "malformed", refusal.reason
        return arrival
