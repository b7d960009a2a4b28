"""What a migration of kpi does beside making tables."""

import asyncpg

from deploy.local.urls import plain
from services.common.migrations import migrate
from tests.support.databases import blocking, own_database
from tests.support.postgres import ProvisionedServer


def test_contracts_told_before_commitments_are_asked_for_again(embedded_postgres: ProvisionedServer) -> None:
    """given a contract told before / when its commitments get a place / then any snapshot of it is newer."""
    with own_database(embedded_postgres, "kpi", "kpi_told_before", revision="0003") as urls:
        blocking(_told_before(urls.worker))
        blocking(migrate("kpi", urls.owner))
        assert blocking(_revision(urls.worker)) == 0


async def _told_before(url: str) -> None:
    connection = await asyncpg.connect(plain(url))
    try:
        await connection.execute(
            "INSERT INTO contract (contract_id, revision, title, zone, state)"
            " VALUES (gen_random_uuid(), 7, 'x', 'UTC', 'active')"
        )
    finally:
        await connection.close()


async def _revision(url: str) -> int:
    connection = await asyncpg.connect(plain(url))
    try:
        return int(await connection.fetchval("SELECT revision FROM contract"))
    finally:
        await connection.close()
