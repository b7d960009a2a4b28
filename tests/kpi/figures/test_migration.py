"""From the days of before to shares and back: nothing that was received is lost, and the worker makes the rest anew."""

from uuid import UUID

import asyncpg
import pytest

from deploy.local.urls import ServiceUrls, plain
from services.common.database import Database
from services.common.identifiers import new_id
from services.common.instants import from_microseconds
from services.common.migrations import migrate
from services.kpi.folding import service as folding
from tests.factories.webhooks import at
from tests.support.databases import blocking, own_database
from tests.support.figures import sums_differ
from tests.support.postgres import ProvisionedServer

CREATED = at("2026-10-05T08:00:00+00:00")


@pytest.mark.parametrize("server", ["embedded_postgres", "debian_postgres"])
def test_days_are_made_anew_from_events(request: pytest.FixtureRequest, server: str) -> None:
    """given a ticket folded before / when migrated / then it waits to be folded, and its days come out once."""
    provisioned: ProvisionedServer = request.getfixturevalue(server)
    with own_database(provisioned, "kpi", "figures_migration", revision="0003") as urls:
        told = blocking(_forward_back_forward(urls))
    assert told["data_completeness"] == (1, 1)
    assert told["fcr_ticket"] == (1, 1)
    assert "received" not in told


async def _forward_back_forward(urls: ServiceUrls) -> dict[str, tuple[int, int]]:
    """What the days say of a ticket that was folded before, after three migrations and a fold."""
    connection = await asyncpg.connect(plain(urls.worker))
    database = Database(urls.app, urls.worker, 2, "test")
    try:
        contract_id = await _folded_before(connection)
        for revision in ("0004", "0003", "head"):
            await migrate("kpi", urls.owner, revision)
            assert await connection.fetchval("SELECT count(*) FROM rollup_day") == 0
            assert await connection.fetchval("SELECT count(*) > 0 FROM ticket_mark")
        assert await connection.fetchval("SELECT count(*) FROM contract_clock") == 1
        async with database.background_session() as session:
            assert await folding.fold_batch(session, from_microseconds(CREATED + 1)) == 1
        assert await sums_differ(database, contract_id) == 0
        rows = await connection.fetch("SELECT indicator, denominator, numerator FROM rollup_day")
        return {row["indicator"]: (row["denominator"], row["numerator"]) for row in rows}
    finally:
        await connection.close()
        await database.dispose()


async def _folded_before(connection: asyncpg.Connection) -> UUID:
    contract_id = new_id()
    await connection.execute(
        "INSERT INTO contract (contract_id, revision, title, zone, state)"
        " VALUES ($1, 1, 'x', 'Europe/Paris', 'active')",
        contract_id,
    )
    await connection.execute(
        "INSERT INTO ticket_event (contract_id, source_id, ticket_id, delivery_id, position, effective_at,"
        " received_at, recorded_at, batch_position, schema_version, event)"
        """ VALUES ($1, 's', 't', $2, 0, $3, $3, $3, 0, 1, '{"kind": "created", "status": "solved"}')""",
        contract_id,
        new_id(),
        from_microseconds(CREATED),
    )
    await connection.execute(
        "INSERT INTO ticket_state (contract_id, source_id, ticket_id, contributions) VALUES ($1, 's', 't', $2)",
        contract_id,
        '[{"indicator": "received", "day": "2026-10-05", "denominator": 1, "numerator": 1}]',
    )
    await connection.execute("INSERT INTO rollup_day VALUES ($1, 'received', '2026-10-05', 1, 1, 0, 0)", contract_id)
    return contract_id
