"""Imports over HTTP: compared, loaded with the agreement of both, seen at every instant, and undone."""

from random import Random
from typing import Any

import pytest

from services.common.auth.access import Function
from services.common.instants import now, to_text
from services.kpi.feeds.service import FeedKeeper
from tests.factories.webhooks import cloud_event, generic_delivery, rfc3339
from tests.kpi.folding.test_fold import HOUR, START, random_week
from tests.kpi.scopes.support import managers, sibling
from tests.kpi.ticket_imports.support import NOW, compared, csv_of, path_of, read, rows, send, told, work
from tests.support.callers import Api
from tests.support.figures import explanation, figures, sums_differ
from tests.support.kpi_service import KpiHouse, KpiPair, contract_uuid
from tests.support.problems import problem

MONTH = "2026-10"


async def connected(house: KpiHouse, state: str = "draft", seed: int = 3) -> tuple[KpiPair, Any]:
    """A contract whose source told of some tickets."""
    pair = house.pair(state=state)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(pair))
        await bench.store(source, random_week(Random(seed), 12))
        await bench.fold(NOW)
    return pair, source


async def fold(house: KpiHouse, pair: KpiPair) -> None:
    """Fold all, and hold the sums to the shares."""
    async with house.workbench() as bench:
        await bench.fold(NOW)
        assert await sums_differ(bench.database, contract_uuid(pair)) == 0


def history() -> bytes:
    """Tickets of before the source was connected: answered, reopened, open, and one that cannot be loaded."""
    return csv_of(
        [
            told("H-1", START, first=5, solved=60),
            told("H-2", START + HOUR, first=90, solved=600, replies="3"),
            told("H-3", START + 2 * HOUR, first=10, solved=2000, reopens="1", replies="2"),
            told("H-4", START + 3 * HOUR),
            told("H-5", START + 3 * HOUR, first=5, reopens="", replies="", status="solved"),
            told("H-6", START + 4 * HOUR, first=15, solved=100, reopens="", replies=""),
        ]
    )


def shown(api: Api, pair: KpiPair, **query: Any) -> dict[str, dict[str, Any]]:
    """Tickets by id."""
    answer = api.get(f"{pair.path}/tickets", params={"limit": 1000, "as_of": rfc3339(NOW), **query})
    assert answer.status_code == 200, answer.text
    return {row["ticket_id"]: row for row in answer.json()["items"]}


async def test_a_load_before_the_activation_and_its_undoing(house: KpiHouse) -> None:
    """given a draft / when an export is loaded and undone / then figures come back to the byte, and history stands."""
    pair, source = await connected(house)
    donneur_ordre, sous_traitant = managers(house, pair)
    before = figures(donneur_ordre, pair.path, MONTH)
    tickets_before = shown(donneur_ordre, pair)
    told_before = to_text(now())
    imported = await compared(house, sous_traitant, source.id, history())
    assert imported["state"] == "compared"
    assert imported["counts"]["missing_here"] == 6
    assert imported["counts"]["unloadable"] == 1
    assert figures(donneur_ordre, pair.path, MONTH) == before
    (stuck,) = [row for row in rows(donneur_ordre, imported) if row["unloadable"]]
    assert (stuck["ticket_id"], stuck["unloadable"], stuck["fate"]) == ("H-5", "solve_not_told", "missing_here")
    asked = sous_traitant.post(f"{path_of(imported)}/loads", {})
    assert (asked.status_code, asked.json()["state"]) == (202, "approved")
    await work(house)
    loaded = read(donneur_ordre, imported)
    assert (loaded["state"], loaded["loaded"]) == ("done", 5)
    await fold(house, pair)
    after = figures(donneur_ordre, pair.path, MONTH)
    known = shown(donneur_ordre, pair)
    assert set(known) == set(tickets_before) | {"H-1", "H-2", "H-3", "H-4", "H-6"}
    assert (known["H-1"]["first_response_s"], known["H-1"]["full_resolution_s"]) == (300, 3600)
    assert (known["H-1"]["one_touch"], known["H-1"]["fcr"], known["H-1"]["reopens"]) == (True, True, 0)
    assert (known["H-2"]["one_touch"], known["H-2"]["fcr"], known["H-2"]["public_agent_messages"]) == (False, False, 3)
    # Opened again nobody knows when; and of the last one nobody says whether it was.
    for ticket, reopens, replies in (("H-3", 1, 2), ("H-6", None, None)):
        row = known[ticket]
        assert (row["reopens"], row["public_agent_messages"], row["fcr"]) == (reopens, replies, None)
        assert (row["first_resolution_s"], row["full_resolution_contractual_s"]) == (None, None)
        assert row["full_resolution_s"] is not None
    for ticket in ("H-1", "H-2", "H-3", "H-4", "H-6"):
        row = known[ticket]
        assert (row["requester_wait_s"], row["agent_wait_s"], row["sla_resolution_breached"]) == (None, None, None)
    assert known["H-4"]["sla_first_response_breached"] is True
    for code, more in (("ttr", 4), ("fcr_ticket", 2), ("one_touch", 2), ("reopen_rate", 2), ("frt", 4)):
        variant = "median" if code in ("ttr", "frt") else None
        assert after[code, variant]["denominator"] - before[code, variant]["denominator"] == more, code
    for code in ("fcr_ticket", "ttr", "backlog", "sla_resolution", "data_completeness"):
        figure = next(item for (indicator, _), item in after.items() if indicator == code)
        answer = explanation(donneur_ordre, figure["figure_id"], limit=1000)
        assert answer["recomputed"]["equal"] is True, code
        reasons = {one["reason"]: one["tickets"] for one in answer["counts"]["out"]}
        if code == "fcr_ticket":
            assert reasons["not_told"] == 2
        if code == "sla_resolution":
            assert reasons["not_told"] == 5
        origins = {t["ticket_id"]: {e["origin"] for e in t["events"]} for t in answer["tickets"]["items"]}
        assert origins["H-1"] == {"import"}
    deliveries = donneur_ordre.get(f"/v1/sources/{source.id}/deliveries").json()["items"]
    assert [(one["origin"], one["events"] > 0) for one in deliveries if one["origin"] == "import"] == [("import", True)]
    assert shown(donneur_ordre, pair, known_at=told_before) == tickets_before
    loaded_at = to_text(now())
    undone = donneur_ordre.post(f"{path_of(imported)}/undoings", {})
    assert (undone.status_code, undone.json()["state"]) == (202, "undoing")
    await work(house)
    assert read(sous_traitant, imported)["state"] == "undone"
    await fold(house, pair)
    again = figures(donneur_ordre, pair.path, MONTH)
    assert {key: {**item, "data_as_of": None} for key, item in again.items()} == {
        key: {**item, "data_as_of": None} for key, item in before.items()
    }
    assert shown(donneur_ordre, pair) == tickets_before
    assert shown(donneur_ordre, pair, known_at=loaded_at) == known
    assert (
        figures(donneur_ordre, pair.path, MONTH, known_at=loaded_at, as_of=to_text(now()))["ttr", "median"]["value"]
        == after["ttr", "median"]["value"]
    )


async def test_in_an_active_contract_the_other_party_agrees(house: KpiHouse) -> None:
    """given an active contract / when one party asks / then nothing moves until the other approves, undoing alike."""
    pair, source = await connected(house, "active")
    donneur_ordre, sous_traitant = managers(house, pair)
    imported = await compared(house, sous_traitant, source.id, history())
    path = path_of(imported)
    assert sous_traitant.post(f"{path}/loads", {}).json()["state"] == "proposed"
    await work(house)
    assert read(donneur_ordre, imported)["loaded"] == 0
    problem(sous_traitant.post(f"{path}/approvals", {}), 403, named=False)
    problem(sous_traitant.post(f"{path}/refusals", {}), 403, named=False)
    problem(sous_traitant.post(f"{path}/loads", {}), 409, named=False)
    assert donneur_ordre.post(f"{path}/approvals", {}).json()["state"] == "approved"
    await work(house)
    await fold(house, pair)
    assert "H-1" in shown(sous_traitant, pair)
    assert donneur_ordre.post(f"{path}/undoings", {}).json()["state"] == "undo_proposed"
    problem(donneur_ordre.post(f"{path}/approvals", {}), 403, named=False)
    assert sous_traitant.post(f"{path}/refusals", {}).json()["state"] == "done"
    assert sous_traitant.post(f"{path}/undoings", {}).json()["state"] == "undo_proposed"
    assert donneur_ordre.post(f"{path}/approvals", {}).json()["state"] == "undoing"
    await work(house)
    await fold(house, pair)
    assert "H-1" not in shown(sous_traitant, pair)
    problem(donneur_ordre.post(f"{path}/undoings", {}), 409, named=False)
    # Refused, it is over; and the same file may come again.
    second = await compared(house, donneur_ordre, source.id, history())
    assert donneur_ordre.post(f"{path_of(second)}/loads", {}).json()["state"] == "proposed"
    assert sous_traitant.post(f"{path_of(second)}/refusals", {}).json()["state"] == "refused"
    problem(sous_traitant.post(f"{path_of(second)}/approvals", {}), 409, named=False)


async def test_strangers_and_other_functions_are_refused(house: KpiHouse) -> None:
    pair, source = await connected(house)
    donneur_ordre, _ = managers(house, pair)
    imported = await compared(house, donneur_ordre, source.id, history())
    path = path_of(imported)
    stranger = house.member(house.pair().donneur_ordre_id, Function.MANAGER)
    reader = house.member(pair.sous_traitant_id, Function.READER)
    problem(send(stranger, source.id, history()), 404, named=False)
    problem(send(stranger, source.id, history(), path="/previews"), 404, named=False)
    problem(stranger.get(path), 404, named=False)
    problem(stranger.get(f"{path}/rows"), 404, named=False)
    for act in ("loads", "approvals", "refusals", "undoings"):
        problem(stranger.post(f"{path}/{act}", {}), 404, named=False)
        problem(reader.post(f"{path}/{act}", {}), 403, named=False)
        problem(house.stranger.post(f"{path}/{act}", {}), 401, named=False)
    problem(send(reader, source.id, history()), 403, named=False)
    assert read(reader, imported)["rows"] == 6
    assert len(rows(reader, imported)) >= 6


async def test_an_orphan_is_completed_on_demand_and_webhooks_win(house: KpiHouse) -> None:
    """given a ticket without its creation, and one that the tool tells of later / then what the tool said stays."""
    pair = house.pair(state="draft")
    donneur_ordre, _ = managers(house, pair)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(pair))
        solved = cloud_event("status", "O-1", START + 5 * HOUR, {"status": "solved"})
        await bench.store(source, [generic_delivery(solved, START + 5 * HOUR)])
        await bench.fold(NOW)
    file = csv_of([told("O-1", START, first=30, solved=400), told("L-1", START, first=30, solved=400, replies="1")])
    imported = await compared(house, donneur_ordre, source.id, file)
    assert imported["counts"]["orphan_here"] == 1
    donneur_ordre.post(f"{path_of(imported)}/loads", {"complete_orphans": True})
    await work(house)
    await fold(house, pair)
    known = shown(donneur_ordre, pair)
    # The tool said when it was solved; the export, when it was created and first answered.
    assert known["O-1"]["orphan"] is False
    assert (known["O-1"]["full_resolution_s"], known["O-1"]["first_response_s"]) == (5 * 3600, 1800)
    assert (known["O-1"]["fcr"], known["O-1"]["one_touch"]) == (None, None)
    assert known["L-1"]["full_resolution_s"] == 400 * 60
    # The tool tells the whole story after all: the export gives way to it.
    story = [
        cloud_event("created", "L-1", START, {"status": "new"}),
        cloud_event("message", "L-1", START + HOUR, {"author": "agent", "public": True}),
        cloud_event("status", "L-1", START + 2 * HOUR, {"status": "solved"}),
    ]
    async with house.workbench() as bench:
        await bench.store(source, [generic_delivery(event, START + 2 * HOUR) for event in story])
    await fold(house, pair)
    row = shown(donneur_ordre, pair)["L-1"]
    assert (row["full_resolution_s"], row["first_response_s"], row["fcr"]) == (7200, 3600, True)
    assert (row["public_agent_messages"], row["requester_wait_s"]) == (1, 7200)


async def test_what_the_source_told_is_compared_field_by_field(house: KpiHouse) -> None:
    pair = house.pair()
    donneur_ordre, sous_traitant = managers(house, pair)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(pair))
        events = []
        for number in range(4):
            events += [
                cloud_event("created", f"T-{number}", START + number * HOUR, {"status": "new"}),
                cloud_event(
                    "message", f"T-{number}", START + number * HOUR + 600_000_000, {"author": "agent", "public": True}
                ),
                cloud_event("status", f"T-{number}", START + number * HOUR + 3_600_000_000, {"status": "solved"}),
            ]
        await bench.store(source, [generic_delivery(event, START + 30 * HOUR) for event in events])
    file = csv_of(
        [
            told("T-0", START, first=10, solved=60),
            told("T-1", START + HOUR, first=11, solved=61, replies="2", reopens="1"),
            told("T-3", START + 3 * HOUR, first=10),
            told("T-9", START + 4 * HOUR, first=10),
        ]
    )
    imported = await compared(house, donneur_ordre, source.id, file)
    assert imported["counts"] == {
        "equal": 1, "different": 2, "missing_here": 1, "orphan_here": 0, "missing_there": 1, "unloadable": 0,
    }  # fmt: skip
    assert [row["ticket_id"] for row in rows(sous_traitant, imported, fate="missing_there")] == ["T-2"]
    one, other = rows(sous_traitant, imported, fate="different")
    assert [difference["field"] for difference in one["differences"]] == [
        "first_response_at", "solved_at", "reopens", "replies",
    ]  # fmt: skip
    assert one["differences"][0] == {
        "field": "first_response_at", "there": "2026-10-19T07:11:00Z", "here": "2026-10-19T07:10:00Z",
    }  # fmt: skip
    assert other["differences"] == [{"field": "status", "there": "open", "here": "solved"}]
    first = sous_traitant.get(f"{path_of(imported)}/rows", params={"limit": 2}).json()
    second = sous_traitant.get(f"{path_of(imported)}/rows", params={"limit": 9, "cursor": first["next_cursor"]}).json()
    assert [row["ticket_id"] for row in (*first["items"], *second["items"])] == ["T-0", "T-1", "T-2", "T-3", "T-9"]


async def test_a_source_that_feeds_another_contract_is_loaded_for_it_too(house: KpiHouse) -> None:
    """given a draft whose source feeds an active contract / then a load waits, and counts in both; undone in both."""
    pair = house.pair()
    other = sibling(house, pair)
    donneur_ordre, sous_traitant = managers(house, pair)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(other))
        assert donneur_ordre.post(f"{pair.path}/feeds", {"source_id": source.id, "conditions": []}).status_code == 201
        assert sous_traitant.post(f"{pair.path}/feeds/{source.id}/approvals", {}).status_code == 200
        await FeedKeeper(bench.database).run_next()
    imported = await compared(house, donneur_ordre, source.id, history())
    assert donneur_ordre.post(f"{path_of(imported)}/loads", {}).json()["state"] == "proposed"
    sous_traitant.post(f"{path_of(imported)}/approvals", {})
    await work(house)
    await fold(house, other)
    assert "H-1" in shown(donneur_ordre, pair)
    assert figures(donneur_ordre, pair.path, MONTH)["ttr", "median"]["denominator"] == 4
    sous_traitant.post(f"{path_of(imported)}/undoings", {})
    donneur_ordre.post(f"{path_of(imported)}/approvals", {})
    await work(house)
    await fold(house, other)
    assert shown(donneur_ordre, pair) == {}
    assert figures(donneur_ordre, pair.path, MONTH)["ttr", "median"]["denominator"] == 0


@pytest.mark.parametrize(
    ("content", "media_type", "status"),
    [
        (b"", "text/csv", 422),
        (b"ticket_id;created_at\n1;2026-03-02 09:14:05", "text/csv", 422),
        (b'[{"id": 1, "created_at"', "application/json", 422),
        (b"a\0b", "text/csv", 422),
        (b"x" * 30_000_001, "text/csv", 413),
        (b"<xml/>", "application/xml", 415),
    ],
)
async def test_bad_files_are_told(house: KpiHouse, content: bytes, media_type: str, status: int) -> None:
    pair = house.pair()
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(pair))
    donneur_ordre, _ = managers(house, pair)
    problem(send(donneur_ordre, source.id, content, media_type), status, named=False)


async def test_a_file_sent_again_is_told(house: KpiHouse) -> None:
    pair, source = await connected(house)
    donneur_ordre, _ = managers(house, pair)
    first = await compared(house, donneur_ordre, source.id, history())
    assert first["already_loaded_by"] is None
    donneur_ordre.post(f"{path_of(first)}/loads", {})
    await work(house)
    again = await compared(house, donneur_ordre, source.id, history())
    assert again["already_loaded_by"] == first["id"]
    # What was loaded is known now, as far as the export told it.
    assert again["counts"]["missing_here"] == 1
    problem(donneur_ordre.post(f"{path_of(again)}/loads", {}), 409, named=False)


async def test_a_preview_keeps_nothing(house: KpiHouse) -> None:
    pair, source = await connected(house)
    donneur_ordre, _ = managers(house, pair)
    file = "Ticket ID;Statut;Créé le;Zone\n1;résolu;25/10/2026 02:30;x\n2;ouvert;25/10/2026 12:00;y\n".encode("cp1252")
    answer = send(donneur_ordre, source.id, file, path="/previews", zone="Europe/Paris")
    assert answer.status_code == 200, answer.text
    told_back = answer.json()
    assert told_back["encoding"] == "windows-1252"
    assert told_back["missing"] == []
    assert (told_back["rows"], told_back["faulty"]) == (1, 1)
    assert told_back["faults"] == [{"line": 2, "field": "created_at", "fault": "clock_back"}]
    assert told_back["columns"][3] == {"position": 4, "name": "Zone", "field": None}
    assert donneur_ordre.get(f"/v1/sources/{source.id}/ticket-imports").json()["items"] == []


async def test_the_same_key_makes_one_import(house: KpiHouse) -> None:
    pair, source = await connected(house)
    donneur_ordre, _ = managers(house, pair)
    sent = [
        donneur_ordre.post(
            f"/v1/sources/{source.id}/ticket-imports",
            content=history(),
            headers={"content-type": "text/csv", "idempotency-key": "once"},
        )
        for _ in range(2)
    ]
    assert [answer.status_code for answer in sent] == [202, 202]
    assert sent[0].json()["id"] == sent[1].json()["id"]
    assert len(donneur_ordre.get(f"/v1/sources/{source.id}/ticket-imports").json()["items"]) == 1
