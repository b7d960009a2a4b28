"""The second wall around figures: what the role of requests can see and do, whatever the program asks for."""

from random import Random
from uuid import UUID

import asyncpg
import pytest

from services.common.identifiers import new_id
from services.common.instants import now, to_microseconds
from services.kpi.figures.publishing import publish_contract
from tests.kpi.folding.test_fold import random_week
from tests.support.databases import looking
from tests.support.kpi import PARAMETERS, version
from tests.support.kpi_service import KpiHouse, KpiPair, contract_uuid

READABLE = (
    "ticket_contact", "ticket_share", "rollup_day", "rollup_month", "contract_clock", "figure_version",
    "ticket_dimension", "rollup_dimension_day",
)  # fmt: skip
HIDDEN = ("period_mark", "ticket_mark")


@pytest.fixture
async def pair(house: KpiHouse) -> KpiPair:
    """A contract with tickets, folded and published."""
    terms = {**version({**PARAMETERS, "dimensions": {"channel": {"attribute": "channel"}}}), "id": str(new_id())}
    told = house.pair(terms=[terms])
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(told))
        await bench.store(source, random_week(Random(9), 10))
        await bench.fold(to_microseconds(now()))
        while await publish_contract(bench.database, contract_uuid(told)):
            pass
    return told


async def test_rows_of_others_are_not_there(house: KpiHouse, pair: KpiPair) -> None:
    other = house.pair()
    for organisation, seen in (
        (pair.donneur_ordre_id, True), (pair.sous_traitant_id, True), (other.donneur_ordre_id, False), (None, False)
    ):  # fmt: skip
        async with looking(house.urls.app, organisation) as connection:
            for table in READABLE:
                found = await connection.fetchval(
                    f"SELECT count(*) FROM {table} WHERE contract_id = $1", UUID(pair.contract_id)
                )
                assert bool(found) == seen, (table, organisation)
    # The platform administrator administers; figures are the parties'.
    async with looking(house.urls.app, None, platform=True) as connection:
        for table in READABLE:
            assert await connection.fetchval(f"SELECT count(*) FROM {table}") == 0


@pytest.mark.parametrize("table", HIDDEN)
async def test_what_only_the_worker_sees(house: KpiHouse, pair: KpiPair, table: str) -> None:
    async with looking(house.urls.app, pair.donneur_ordre_id) as connection:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.fetchval(f"SELECT count(*) FROM {table}")


@pytest.mark.parametrize("table", ["ticket_contact", "ticket_share", "rollup_day", "rollup_month", "figure_version"])
async def test_requests_write_no_figure(house: KpiHouse, pair: KpiPair, table: str) -> None:
    for statement in (f"DELETE FROM {table}", f"UPDATE {table} SET contract_id = contract_id"):
        async with looking(house.urls.app, pair.donneur_ordre_id) as connection:
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await connection.execute(statement)


async def test_a_stranger_cannot_move_the_clock(house: KpiHouse, pair: KpiPair) -> None:
    contract_id = UUID(pair.contract_id)
    stranger = house.pair().donneur_ordre_id
    async with looking(house.urls.app, stranger) as connection:
        moved = await connection.execute(
            "UPDATE contract_clock SET change = change + 1 WHERE contract_id = $1", contract_id
        )
        assert moved == "UPDATE 0"
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.execute(
                "INSERT INTO contract_clock (contract_id, change, next_timer_at) VALUES ($1, 9, now())"
                " ON CONFLICT (contract_id) DO UPDATE SET change = 9",
                contract_id,
            )
