"""The process beside the kpi service: folds tickets, tells feedback, runs replays and rebuilds, keeps the house."""

import asyncio
import signal
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import UTC

import structlog
from prometheus_client import Gauge
from sqlalchemy import text

from services.common.app import background
from services.common.auth.keys import SigningKey
from services.common.auth.tokens import TokenSigner
from services.common.database import Database
from services.common.encryption import Vault
from services.common.http import ServiceClient, new_http_client
from services.common.instants import now
from services.common.logging import configure
from services.common.outbox import Relay
from services.kpi.feeds.service import FeedKeeper
from services.kpi.figures.publishing import keep_publishing
from services.kpi.folding import repository, service
from services.kpi.freshness.service import keep_counting
from services.kpi.health.service import keep_watching
from services.kpi.held import repository as held
from services.kpi.held.service import HeldVerifier
from services.kpi.ingestion.gate import IngestionGate
from services.kpi.rebuilds.service import Rebuilder
from services.kpi.replays.service import Replayer
from services.kpi.retention.service import keep_months
from services.kpi.rights.service import Eraser
from services.kpi.settings import KpiSettings
from services.kpi.sources.registry import SourceRegistry
from services.kpi.ticket_answers.service import AnswerTeller
from services.kpi.ticket_imports import repository as ticket_imports
from services.kpi.ticket_imports.working import Importer

IDLE_SECONDS = 0.1
MOST_IDLE_SECONDS = 0.4
"""Between two looks for work: shortest right after some, then longer and longer. A look costs 4 ms of a processor, and
events become figures within a second also after a quiet night."""
HOUSEKEEPING_SECONDS = 3600
KEPT_REJECTIONS = 10_000
"""Newest refused deliveries kept per source: enough to see an attack, not enough to be one."""

log = structlog.get_logger()
waiting = Gauge("copil_fold_waiting", "Tickets that wait to be folded")

_CAP_REJECTIONS = text(
    "DELETE FROM delivery d USING (SELECT id, recorded_at, contract_id, row_number() OVER"
    " (PARTITION BY contract_id, source_id ORDER BY recorded_at DESC) AS age FROM delivery"
    " WHERE verdict IN ('rejected_signature', 'rejected_stale')) r"
    " WHERE r.age > :kept AND (d.contract_id, d.recorded_at, d.id) = (r.contract_id, r.recorded_at, r.id)"
)
_FORGET_KEYS = text("DELETE FROM dedup WHERE accepted_at < clock_timestamp() - interval '400 days'")


async def run(settings: KpiSettings) -> None:
    """Work until SIGTERM."""
    configure(f"{settings.service_name}-worker", settings.log_level)
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with AsyncExitStack() as stack:
        database = Database(
            settings.database_url, settings.worker_database_url, settings.database_pool_size, "kpi-worker"
        )
        stack.push_async_callback(database.dispose)
        http = await stack.enter_async_context(new_http_client())
        signer = TokenSigner(settings.service_name, SigningKey.from_pem(settings.signing_key.get_secret_value()))
        addresses = {"feedback": settings.feedback_url, "contracts": settings.contracts_url}
        relay = Relay(database, {name: ServiceClient(http, url, name, signer) for name, url in addresses.items()})
        vault = Vault(settings.encryption_keys)
        sources = SourceRegistry(database, vault, settings.pseudonym_key)
        gate = IngestionGate(await stack.enter_async_context(database.driver_connections(2)))
        tasks: dict[str, Callable[[], Awaitable[None]]] = {
            "fold": lambda: keep_folding(database),
            "relay": relay.run,
            "answers": AnswerTeller(database, sources, gate).keep_running,
            "feeds": FeedKeeper(database).keep_running,
            "held": HeldVerifier(database, sources, gate).keep_running,
            "replays": Replayer(database, sources, gate).keep_running,
            "imports": Importer(database).keep_running,
            "publish": lambda: keep_publishing(database),
            "rebuilds": Rebuilder(database, sources, gate).keep_running,
            "erasures": Eraser(database, vault, settings.pseudonym_key).keep_running,
            "tally": lambda: keep_counting(database),
            "health": lambda: keep_watching(database),
            "housekeeping": lambda: keep_house(database, settings.content_months),
        }
        for name, work in tasks.items():
            stack.enter_context(background(work, name))
        await stop.wait()


async def keep_folding(database: Database) -> None:
    """Fold for ever; a failed batch stays marked and is tried again."""
    pause = IDLE_SECONDS
    while True:
        async with database.background_session() as session:
            folded = await service.fold_batch(session)
            waiting.set(await repository.waiting(session, now()) if folded else 0)
        if folded:
            pause = IDLE_SECONDS
        else:
            await asyncio.sleep(pause)
            pause = min(pause * 1.5, MOST_IDLE_SECONDS)


async def keep_house(database: Database, content_months: int) -> None:
    """The months of deliveries, the cap on refused ones, keys older than any retry, secrets that never came."""
    while True:
        await keep_months(database, now().astimezone(UTC).date(), content_months)
        async with database.background_session() as session:
            await session.execute(_CAP_REJECTIONS, {"kept": KEPT_REJECTIONS})
            await session.execute(_FORGET_KEYS)
            await held.expire(session)
            await ticket_imports.expire(session)
        await asyncio.sleep(HOUSEKEEPING_SECONDS)
