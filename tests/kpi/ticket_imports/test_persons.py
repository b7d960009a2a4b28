"""Who asked, in exports: never readable, gone with an erasure, forgotten in the end."""

from typing import Any

from pydantic import SecretStr
from sqlalchemy import text

from services.common.identifiers import new_id
from services.common.pseudonyms import pseudonymiser
from services.kpi.rights.service import Eraser
from services.kpi.ticket_imports import repository
from tests.kpi.folding.test_fold import START
from tests.kpi.scopes.support import managers
from tests.kpi.ticket_imports.support import compared, csv_of, path_of, read, rows, told, work
from tests.support.kpi_service import PSEUDONYM_KEY, KpiHouse, contract_uuid
from tests.support.problems import problem

PERSON = "client-77"


def _file() -> bytes:
    return csv_of(
        [
            told("P-1", START, first=5, solved=60, requester=PERSON, subject="Zéphyrine attend"),
            told("P-2", START, first=5, solved=60, requester="client-78", subject="Autre"),
        ]
    )


async def _requesters(house: KpiHouse, imported: dict[str, Any]) -> dict[str, str | None]:
    async with house.workbench() as bench, bench.database.background_session() as session:
        statement = text("SELECT ticket_id, requester FROM ticket_import_row WHERE import_id = :id")
        return {row.ticket_id: row.requester for row in await session.execute(statement, {"id": imported["id"]})}


async def test_an_erasure_reaches_rows_that_wait_and_tickets_that_are_loaded(house: KpiHouse) -> None:
    """given an export compared, and the same loaded / when a person is erased / then nobody is named in either."""
    pair = house.pair(state="draft")
    donneur_ordre, _ = managers(house, pair)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(pair))
    pseudonym = pseudonymiser(SecretStr(PSEUDONYM_KEY), contract_uuid(pair))
    waiting = await compared(house, donneur_ordre, source.id, _file())
    assert (await _requesters(house, waiting))["P-1"] == pseudonym(PERSON)
    loaded = await compared(house, donneur_ordre, source.id, _file())
    donneur_ordre.post(f"{path_of(loaded)}/loads", {})
    await work(house)
    assert set((await _requesters(house, loaded)).values()) == {None}
    asked = {"contract_id": pair.contract_id, "references": [{"kind": "requester", "value": PERSON}]}
    assert house.service("feedback").put(f"/internal/person-erasures/{new_id()}", asked).status_code == 204
    async with house.workbench() as bench:
        assert await Eraser(bench.database, bench.vault, SecretStr(PSEUDONYM_KEY)).run_next()
        assert await bench.count("ticket_event", source, f"event->>'requester' = '{pseudonym(PERSON)}'") == 0
        assert await bench.count("ticket_event", source, f"event->>'requester' = '{pseudonym('client-78')}'") == 1
        # Nothing of the file but what is read of it was ever kept.
        async with bench.database.background_session() as session:
            kept = await session.scalar(text("SELECT string_agg(r::text, ' ') FROM ticket_import_row r"))
    assert "Zéphyrine" not in str(kept)
    assert await _requesters(house, waiting) == {"P-1": None, "P-2": pseudonym("client-78")}
    shown = str(rows(donneur_ordre, waiting))
    assert pseudonym("client-78") not in shown


async def test_what_nobody_loads_is_forgotten_after_thirty_days(house: KpiHouse) -> None:
    pair = house.pair(state="draft")
    donneur_ordre, _ = managers(house, pair)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(pair))
        old = await compared(house, donneur_ordre, source.id, _file())
        fresh = await compared(house, donneur_ordre, source.id, _file())
        async with bench.database.background_session() as session:
            age = "UPDATE ticket_import SET requested_at = requested_at - interval '31 days' WHERE id = :id"
            await session.execute(text(age), {"id": old["id"]})
        async with bench.database.background_session() as session:
            assert await repository.expire(session) == 1
    assert (read(donneur_ordre, old)["state"], read(donneur_ordre, fresh)["state"]) == ("expired", "compared")
    assert set((await _requesters(house, old)).values()) == {None}
    problem(donneur_ordre.post(f"{path_of(old)}/loads", {}), 409, named=False)
    # How it compared stays.
    assert [row["fate"] for row in rows(donneur_ordre, old)] == ["missing_here", "missing_here"]


async def test_an_interrupted_load_goes_on_where_it_stopped(house: KpiHouse) -> None:
    """given a load of which a part is committed / when it is run again / then every ticket is loaded once."""
    pair = house.pair(state="draft")
    donneur_ordre, _ = managers(house, pair)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(pair))
    file = csv_of([told(f"N-{number:04}", START + number, solved=60) for number in range(1_200)])
    imported = await compared(house, donneur_ordre, source.id, file)
    donneur_ordre.post(f"{path_of(imported)}/loads", {})
    await work(house)
    async with house.workbench() as bench:
        events = await bench.count("ticket_event", source)
        assert await bench.count("delivery", source, "origin = 'import'") == 3
        async with bench.database.background_session() as session:
            again = "UPDATE ticket_import SET state = 'running' WHERE id = :id"
            await session.execute(text(again), {"id": imported["id"]})
    await work(house)
    async with house.workbench() as bench:
        assert await bench.count("ticket_event", source) == events
    assert (read(donneur_ordre, imported)["state"], read(donneur_ordre, imported)["loaded"]) == ("done", 1_200)
