"""The history of the kpi database."""

import asyncpg
import pytest

from deploy.local.urls import plain
from services.common.migrations import migrate
from tests.support.databases import blocking, own_database
from tests.support.postgres import ProvisionedServer
from tests.support.schema import up_down_up, without_forced_row_security


@pytest.mark.parametrize("server", ["embedded_postgres", "debian_postgres"])
def test_up_down_up_is_up(request: pytest.FixtureRequest, server: str) -> None:
    with own_database(request.getfixturevalue(server), "kpi", "kpi_cycle", revision=None) as urls:
        up, down, again = blocking(up_down_up("kpi", urls.owner))
    assert up == again
    assert up["policies"]
    assert not any(down.values())


def test_every_row_is_protected(embedded_postgres: ProvisionedServer) -> None:
    with own_database(embedded_postgres, "kpi", "kpi_protected") as urls:
        assert blocking(without_forced_row_security(urls.owner)) == {"alembic_version"}


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
