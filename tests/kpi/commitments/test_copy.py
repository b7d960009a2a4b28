"""kpi's copy of commitments and objectives: taken over whole, once, never rewritten."""

from decimal import Decimal
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from services.common.identifiers import new_id
from services.common.instants import to_microseconds
from services.kpi.commitments.repository import read_commitments, read_statements
from services.kpi.terms import service as terms
from services.kpi.terms.repository import read_terms
from services.kpi.terms.schemas import ContractTold
from tests.factories.webhooks import at, cloud_event, generic_delivery
from tests.support.databases import looking
from tests.support.kpi import Workbench
from tests.support.kpi_service import commitment, snapshot
from tests.support.postgres import ProvisionedServer

NINE = at("2026-10-20T07:00:00+00:00")


async def tell(workbench: Workbench, told: dict[str, Any]) -> UUID:
    """Say what contracts says."""
    read = ContractTold.model_validate(told)
    async with workbench.database.background_session() as session:
        await terms.take_over(session, read)
    return read.id


async def test_what_is_told_judges(workbench: Workbench) -> None:
    """given a snapshot with objectives and commitments / then each is kept with every digit and its times."""
    objective = {"id": str(new_id()), "statement": "Tenir", "recorded_at": "2026-01-05T08:00:00Z", "metric": "csat"}
    first = commitment(objective_id=objective["id"], target="0.7155", recorded_at="2026-01-05T08:00:00.000001Z")
    ended = commitment(indicator="ttr", variant="p90", unit="s", direction="lower", target="14400", tolerance="0",
                       weight=None, ends=True, valid_from="2026-06-30T22:00:00Z")  # fmt: skip
    contract = await tell(workbench, snapshot(objectives=[objective], commitments=[first, ended]))
    async with workbench.database.background_session() as session:
        held = await read_commitments(session, contract)
        assert await read_statements(session, contract) == {objective["id"]: "Tenir"}
    found = held.ruling("fcr_ticket", None, NINE)
    assert found is not None
    assert (found.id, found.target, found.tolerance, found.weight) == (
        first["id"], Decimal("0.7155"), Decimal("0.02"), Decimal(2),
    )  # fmt: skip
    assert (found.objective_id, found.orphan, found.clause) == (objective["id"], False, "Article 6.2")
    assert found.recorded_at_us == at("2026-01-05T08:00:00.000001+00:00")
    assert held.ruling("ttr", "p90", NINE) is None
    assert [version.ends for version in held.versions] == [False, True]


async def test_what_is_told_no_more_was_taken_out_of_the_draft(workbench: Workbench) -> None:
    first, second = commitment(), commitment(valid_from="2026-03-01T00:00:00Z")
    told = snapshot(commitments=[first])
    contract = await tell(workbench, told | {"state": "draft"})
    await tell(workbench, told | {"revision": 3, "terms": [], "commitments": [second]})
    async with workbench.database.background_session() as session:
        held = await read_commitments(session, contract)
        assert [version.id for version in held.versions] == [second["id"]]
        assert (await read_terms(session, contract)).versions == ()


async def test_what_hangs_on_a_contract_is_told_by_name(workbench: Workbench) -> None:
    contract = await tell(workbench, snapshot())
    async with workbench.database.background_session() as session:
        assert await terms.use(session, contract) == {"sources": False, "annotations": False}
    await workbench.source(contract)
    async with workbench.database.background_session() as session:
        assert await terms.use(session, contract) == {"sources": True, "annotations": False}


async def test_a_later_snapshot_adds_and_an_older_one_does_nothing(workbench: Workbench) -> None:
    first, second = commitment(), commitment(target="0.8", recorded_at="2026-10-01T00:00:00Z")
    told = snapshot(commitments=[first])
    contract = await tell(workbench, told)
    await tell(workbench, told | {"revision": 3, "commitments": [first, second]})
    await tell(workbench, told | {"revision": 2, "commitments": [first, commitment(target="0.1")]})
    async with workbench.database.background_session() as session:
        held = await read_commitments(session, contract)
    assert [version.id for version in held.versions] == [first["id"], second["id"]]
    judged = held.ruling("fcr_ticket", None, NINE)
    assert judged is not None
    assert judged.target == Decimal("0.8")


async def test_a_snapshot_of_before_there_were_any(workbench: Workbench) -> None:
    told = snapshot()
    del told["objectives"], told["commitments"]
    contract = await tell(workbench, told)
    async with workbench.database.background_session() as session:
        assert (await read_commitments(session, contract)).versions == ()


async def test_new_commitments_fold_no_ticket_again(workbench: Workbench) -> None:
    """given a folded ticket / when only a commitment is added / then nothing waits; when terms change, it does."""
    told = snapshot()
    contract = await tell(workbench, told)
    source = await workbench.source(contract)
    await workbench.store(source, [generic_delivery(cloud_event("created", "T-1", NINE), NINE)])
    await workbench.fold(NINE)
    await tell(workbench, told | {"revision": 2, "commitments": [commitment()]})
    assert await workbench.count("ticket_mark", source) == 0
    milder = {**told["terms"][0], "id": str(new_id()), "recorded_at": "2026-11-01T00:00:00Z"}
    await tell(workbench, told | {"revision": 3, "terms": [*told["terms"], milder], "commitments": [commitment()]})
    assert await workbench.count("ticket_mark", source) == 1


@pytest.mark.parametrize("table", ["commitment_version", "objective_version"])
async def test_what_was_told_is_never_rewritten_nor_shown_to_others(
    kpi_server: ProvisionedServer, workbench: Workbench, table: str
) -> None:
    objective = {"id": str(new_id()), "statement": "Tenir", "recorded_at": "2026-01-05T08:00:00Z"}
    told = snapshot(objectives=[objective], commitments=[commitment()])
    contract = await tell(workbench, told)
    urls = kpi_server.services["kpi"]
    count = f"SELECT count(*) FROM {table} WHERE contract_id = $1"
    for party in told["parties"]:
        async with looking(urls.app, party["organisation_id"]) as connection:
            assert await connection.fetchval(count, contract) == 1
    async with looking(urls.app, str(new_id())) as connection:
        assert await connection.fetchval(count, contract) == 0
    async with looking(urls.app, platform=True) as connection:
        assert await connection.fetchval(count, contract) == 0
    for role in (urls.app, urls.worker):
        for statement in (f"UPDATE {table} SET recorded_at = now()", f"DELETE FROM {table}"):
            async with looking(role, told["parties"][0]["organisation_id"]) as connection:
                with pytest.raises(asyncpg.InsufficientPrivilegeError):
                    await connection.execute(f"{statement} WHERE contract_id = $1", contract)
    async with workbench.database.background_session() as session:
        (version,) = (await read_commitments(session, contract)).versions
    assert version.valid_from_us == to_microseconds(ContractTold.model_validate(told).commitments[0].valid_from)
