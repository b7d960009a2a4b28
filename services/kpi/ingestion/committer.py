"""Group commit without a timer: while the writers are busy deliveries queue; a free writer takes all that wait."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence

import structlog
from asyncpg import InterfaceError, InternalClientError, PostgresError
from prometheus_client import Counter, Gauge
from sqlalchemy.exc import SQLAlchemyError

from services.common.errors import Unavailable
from services.kpi.ingestion.arrival import Arrival, Outcome
from services.kpi.ingestion.storing import keys_of

MOST_DELIVERIES = 512
MOST_BYTES = 4_000_000

_DATA_REFUSED = frozenset({"22", "23", "54"})
"""SQLSTATE classes: data exception, integrity constraint, program limit."""

log = structlog.get_logger()
kept = Counter("copil_deliveries_total", "Deliveries kept, by verdict", ["verdict"])
queued = Gauge("copil_deliveries_queued", "Deliveries waiting for a writer")

Store = Callable[[Sequence[Arrival]], Awaitable[list[Outcome]]]
Waiting = tuple[Arrival, "asyncio.Future[Outcome]"]


class Committer:
    """Hands deliveries to `store` in batches and each sender its own outcome, once durable."""

    def __init__(self, store: Store, writers: int, most_waiting: int) -> None:
        self._store = store
        self._free_writers = writers
        self._most_waiting = most_waiting
        self._waiting: deque[Waiting] = deque()
        self._running: set[asyncio.Task[None]] = set()

    def submit(self, arrival: Arrival) -> "asyncio.Future[Outcome]":
        """The future outcome of a delivery. Raises: Unavailable when too many wait already."""
        if len(self._waiting) >= self._most_waiting:
            raise Unavailable("Too many deliveries are waiting.", retry_after=5)
        future = asyncio.get_running_loop().create_future()
        self._waiting.append((arrival, future))
        queued.set(len(self._waiting))
        if self._free_writers:
            self._start_writer()
        return future

    async def drain(self) -> None:
        """Wait until nothing is being written."""
        while self._running:
            await asyncio.gather(*self._running, return_exceptions=True)

    def _start_writer(self) -> None:
        self._free_writers -= 1
        task = asyncio.create_task(self._write())
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def _write(self) -> None:
        try:
            while self._waiting:
                # One turn of the loop lets requests that are already read join this batch.
                await asyncio.sleep(0)
                if batch := self._take():
                    await self._commit(batch)
        finally:
            self._free_writers += 1

    def _take(self) -> list[Waiting]:
        """The next batch, in order of arrival; a key of a windowed source never twice in one batch."""
        batch: list[Waiting] = []
        keys: set[tuple[str, bytes]] = set()
        size = 0
        while self._waiting and len(batch) < MOST_DELIVERIES and size < MOST_BYTES:
            arrival = self._waiting[0][0]
            if arrival.source.window_seconds is not None:
                wanted = keys_of(arrival)
                if not keys.isdisjoint(wanted):
                    break
                keys.update(wanted)
            size += len(arrival.body)
            batch.append(self._waiting.popleft())
        queued.set(len(self._waiting))
        return batch

    async def _commit(self, batch: list[Waiting]) -> None:
        try:
            outcomes = await self._store([arrival for arrival, _ in batch])
        except Exception as error:
            if _database_is_away(error):
                log.warning("ingestion_database_unavailable", error=type(error).__name__, deliveries=len(batch))
                _fail(batch, Unavailable("The delivery could not be stored.", retry_after=5))
            elif len(batch) == 1:
                log.exception("delivery_cannot_be_stored", receipt=str(batch[0][0].receipt_id))
                _fail(batch, error)
            else:
                # One poisonous delivery must not refuse the others: halve until it is alone.
                middle = len(batch) // 2
                await self._commit(batch[:middle])
                await self._commit(batch[middle:])
        else:
            for (_, future), outcome in zip(batch, outcomes, strict=True):
                kept.labels(outcome.verdict).inc()
                if not future.done():
                    future.set_result(outcome)


def _database_is_away(error: Exception) -> bool:
    """Whether no delivery of the batch is to blame. After a server's death the driver raises its own errors too."""
    if isinstance(error, PostgresError):
        return str(error.sqlstate)[:2] not in _DATA_REFUSED
    return isinstance(error, OSError | TimeoutError | InternalClientError | SQLAlchemyError) or (
        isinstance(error, InterfaceError) and not isinstance(error, ValueError)
    )


def _fail(batch: list[Waiting], error: Exception) -> None:
    for _, future in batch:
        if not future.done():
            future.set_exception(error)
