"""The kpi service: what was delivered."""

from contextlib import AsyncExitStack
from typing import Any

from fastapi import FastAPI
from sqlalchemy import text

from services.common.app import background, build_app
from services.kpi.adjustments.endpoints import router as adjustments
from services.kpi.annotations.endpoints import router as annotations
from services.kpi.answers.endpoints import router as answers
from services.kpi.baselines.endpoints import router as baselines
from services.kpi.bi.endpoints import router as bi
from services.kpi.clients.actions import ActionRegister
from services.kpi.clients.contracts import ContractsDirectory
from services.kpi.comparisons.endpoints import router as comparisons
from services.kpi.deliveries.endpoints import router as deliveries
from services.kpi.explanations.endpoints import router as explanations
from services.kpi.feeds.endpoints import router as feeds
from services.kpi.figures.endpoints import router as figures
from services.kpi.freshness.endpoints import router as freshness
from services.kpi.health.endpoints import router as health
from services.kpi.ingestion.committer import Committer
from services.kpi.ingestion.description import HOOK_PATHS
from services.kpi.ingestion.endpoints import DeliveryDoor
from services.kpi.ingestion.endpoints import routes as hooks
from services.kpi.ingestion.gate import IngestionGate
from services.kpi.out_of_scope.endpoints import router as out_of_scope
from services.kpi.practices.endpoints import router as practices
from services.kpi.rebuilds.endpoints import router as rebuilds
from services.kpi.replays.endpoints import router as replays
from services.kpi.rights.endpoints import router as rights
from services.kpi.scopes.endpoints import router as scopes
from services.kpi.series.endpoints import router as series
from services.kpi.settings import KpiSettings
from services.kpi.sources.endpoints import router as sources
from services.kpi.sources.registry import SourceRegistry
from services.kpi.staff.endpoints import router as staff
from services.kpi.terms.endpoints import router as terms
from services.kpi.ticket_imports.endpoints import router as ticket_imports
from services.kpi.tickets.endpoints import router as tickets
from services.kpi.today.endpoints import router as today
from services.kpi.trials.endpoints import router as trials

_PARTITIONS = text("SELECT create_delivery_partitions((now() AT TIME ZONE 'UTC')::date, 3)")
# fmt: off
ROUTERS = (
    sources, deliveries, replays, rebuilds, tickets, figures, explanations, series, annotations, freshness, bi, terms,
    answers, scopes, feeds, out_of_scope, rights, adjustments, comparisons, health, trials, ticket_imports,
    staff, today, baselines, practices,
)
# fmt: on


def create_app(settings: KpiSettings) -> FastAPI:
    """Assemble the service."""

    async def start(app: FastAPI, stack: AsyncExitStack) -> None:
        database = app.state.database
        async with database.background_session() as session:
            await session.execute(_PARTITIONS)
        app.state.sources = SourceRegistry(database, app.state.vault, settings.pseudonym_key)
        # One more than the writers, for replays and for reading the quarantine again.
        connections = await stack.enter_async_context(database.driver_connections(settings.ingestion_writers + 1))
        app.state.pseudonym_key = settings.pseudonym_key
        app.state.ingestion = IngestionGate(connections)
        app.state.committer = Committer(app.state.ingestion.store, settings.ingestion_writers, settings.ingestion_queue)
        stack.push_async_callback(app.state.committer.drain)
        contracts = app.state.client_for("contracts", settings.contracts_url)
        app.state.actions = ActionRegister(contracts)
        directory = ContractsDirectory(contracts, database)
        app.state.directory = directory
        app.state.resolve_contract = directory.resolve
        stack.enter_context(background(directory.keep_comparing, "contracts"))

    app = build_app(
        settings,
        title="Copil KPI",
        description="What was delivered: sources, deliveries, ticket facts.",
        routers=ROUTERS,
        on_startup=start,
    )
    app.door = DeliveryDoor(app.state)
    app.router.routes += hooks
    _describe_hooks(app)
    return app


def _describe_hooks(app: FastAPI) -> None:
    """Put the plain route into the document that is made of the typed ones."""
    describe_typed_routes = app.openapi

    def describe() -> dict[str, Any]:
        document = describe_typed_routes()
        document["paths"].update(HOOK_PATHS)
        return document

    app.openapi = describe  # type: ignore[method-assign]
