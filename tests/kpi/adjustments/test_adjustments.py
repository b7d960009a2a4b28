"""What changed in a published figure: which tickets, why, by which events; and that it adds up."""

from random import Random
from typing import Any

import pytest

from services.common.auth.access import Function
from services.common.identifiers import new_id
from services.common.instants import now, to_microseconds, to_text
from services.kpi.figures.publishing import publish_contract
from services.kpi.terms.schemas import ContractTold
from services.kpi.terms.service import take_over
from tests.factories.webhooks import Delivery, cloud_event, generic_delivery
from tests.kpi.folding.test_fold import HOUR, START, random_week
from tests.kpi.ticket_imports.support import compared, csv_of, path_of, told, work
from tests.support.callers import Api
from tests.support.figures import figures
from tests.support.kpi import PARAMETERS, version
from tests.support.kpi_service import KpiHouse, KpiPair, commitment, contract_uuid, snapshot

DAY = 24 * HOUR
MONTH = "2026-10"


async def _settled(house: KpiHouse, pair: KpiPair, bench: Any) -> None:
    await bench.fold(to_microseconds(now()))
    while await publish_contract(bench.database, contract_uuid(pair)):
        pass


def _lines(api: Api, pair: KpiPair) -> dict[tuple[str, str | None], dict[str, Any]]:
    """The latest line of each figure."""
    answer = api.get(f"{pair.path}/adjustments", params={"period": MONTH})
    assert answer.status_code == 200, answer.text
    return {(line["indicator"], line["variant"]): line for line in reversed(answer.json()["items"])}


def _adjustment(api: Api, figure_id: str, number: int = 2, **params: Any) -> dict[str, Any]:
    answer = api.get(f"/v1/figures/{figure_id}/adjustments/{number}", params=params)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def _late(events: list[dict[str, Any]]) -> list[Delivery]:
    return [generic_delivery(events, to_microseconds(now()) - HOUR)]


async def test_a_late_event_is_an_adjustment_of_what_it_moved(house: KpiHouse) -> None:
    """given a published month / when a ticket is told late / then it is named, with its events, and adds up."""
    pair = house.pair()
    provider = house.member(pair.sous_traitant_id, Function.READER)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(pair))
        await bench.store(source, random_week(Random(5), 30))
        await _settled(house, pair, bench)
        assert _lines(provider, pair) == {}
        await bench.store(
            source,
            _late(
                [
                    cloud_event("created", "late", START),
                    cloud_event("csat", "late", START + HOUR, {"score": 1, "scale_max": 5}),
                ]
            ),
        )
        await _settled(house, pair, bench)
    lines = _lines(provider, pair)
    line = lines["csat", None]
    assert (line["before"]["version"], line["after"]["version"]) == (1, 2)
    assert line["after"]["denominator"] == line["before"]["denominator"] + 1
    assert {"value", "denominator", "sample_size", "interval"} >= {*line["differences"]} >= {"denominator"}
    assert ("frt", "mean") not in lines
    detail = _adjustment(provider, line["figure_id"])
    assert {name: detail[name] for name in line} == line
    assert (detail["adds_up"], detail["causes"], detail["agreed"]) == (True, [{"cause": "events", "tickets": 1}], [])
    (moved,) = detail["tickets"]["items"]
    assert (moved["ticket_id"], moved["before"]) == ("late", None)
    assert (moved["after"]["counted"], moved["after"]["answer"]) == ("in", "dissatisfied")
    assert [event["kind"] for event in moved["events"]] == ["created", "rated"]
    # The other party reads the same.
    client = house.member(pair.donneur_ordre_id, Function.READER)
    assert _lines(client, pair) == lines
    assert _adjustment(client, line["figure_id"]) == detail


@pytest.mark.parametrize("seed", range(3))
async def test_every_adjustment_adds_up(house: KpiHouse, seed: int) -> None:
    """given published figures and then random late and correcting events / then each line's tickets are its change."""
    pair = house.pair()
    provider = house.member(pair.sous_traitant_id, Function.READER)
    draw = Random(900 + seed)
    week = random_week(Random(seed), 50)
    draw.shuffle(week)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(pair))
        await bench.store(source, week[: len(week) // 2])
        await _settled(house, pair, bench)
        await bench.store(source, week[len(week) // 2 :])
        await _settled(house, pair, bench)
    lines = _lines(provider, pair)
    assert len(lines) > 8
    for line in lines.values():
        found = _adjustment(provider, line["figure_id"], line["after"]["version"], limit=1000)
        assert found["adds_up"] is True, line
        moved = found["tickets"]["items"]
        assert sum(cause["tickets"] for cause in found["causes"]) == len(moved) > 0
        assert all(bool(ticket["events"]) is (ticket["cause"] == "events") for ticket in moved)
        assert {cause["cause"] for cause in found["causes"]} <= {"events", "neighbour"}


async def test_pages_cover_the_tickets_once(house: KpiHouse) -> None:
    pair = house.pair()
    api = house.member(pair.sous_traitant_id, Function.READER)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(pair))
        await bench.store(source, random_week(Random(11), 10))
        await _settled(house, pair, bench)
        await bench.store(source, random_week(Random(12), 25))
        await _settled(house, pair, bench)
    whole_list = api.get(f"{pair.path}/adjustments", params={"period": MONTH}).json()["items"]
    lines: list[dict[str, Any]] = []
    after: str | None = None
    while lines == [] or after is not None:
        query = {"period": MONTH, "limit": 5, **({"cursor": after} if after else {})}
        answer = api.get(f"{pair.path}/adjustments", params=query).json()
        lines, after = lines + answer["items"], answer["next_cursor"]
    assert len(lines) > 5
    assert lines == whole_list
    figure_id = _lines(api, pair)["backlog", None]["figure_id"]
    whole = _adjustment(api, figure_id, limit=1000)["tickets"]["items"]
    cursor, paged = None, []
    while True:
        page = _adjustment(api, figure_id, limit=4, **({"cursor": cursor} if cursor else {}))["tickets"]
        paged += page["items"]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert paged == whole


async def test_an_amendment_is_told_as_what_it_is(house: KpiHouse) -> None:
    """given published figures / when a stricter delay and a commitment rule the past / then terms are the cause."""
    contract = snapshot()
    house.tell(contract)
    pair = KpiPair(contract["id"], *(party["organisation_id"] for party in contract["parties"]))
    api = house.member(pair.donneur_ordre_id, Function.READER)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(pair))
        await bench.store(source, random_week(Random(21), 40))
        await _settled(house, pair, bench)
        stricter = {**PARAMETERS, "sla": {"schedule": None, "resolution_target_seconds": 60}}
        terms = {**version(stricter, recorded_at=_text_now()), "id": str(new_id())}
        later = contract | {
            "revision": 2,
            "terms": [*contract["terms"], terms],
            "commitments": [commitment(recorded_at=_text_now())],
        }
        async with bench.database.background_session() as session:
            await take_over(session, ContractTold.model_validate(later))
        await _settled(house, pair, bench)
    lines = _lines(api, pair)
    resolution = _adjustment(api, lines["sla_resolution", None]["figure_id"], limit=1000)
    assert {cause["cause"] for cause in resolution["causes"]} == {"terms"}
    assert [agreed["kind"] for agreed in resolution["agreed"]] == ["terms"]
    assert resolution["adds_up"]
    # The commitment judges what it did not move.
    judged = _adjustment(api, lines["fcr_ticket", None]["figure_id"])
    assert {"target", "verdict"} <= {*judged["differences"]}
    assert (judged["causes"], judged["tickets"]["items"]) == ([], [])
    assert sorted(agreed["kind"] for agreed in judged["agreed"]) == ["commitment", "terms"]


def _text_now() -> str:
    return to_text(now())


async def test_a_load_and_its_undoing_are_two_versions(house: KpiHouse) -> None:
    """given published figures / when an export is loaded and then undone / then each is a version that says why."""
    pair = house.pair(state="draft")
    manager = house.member(pair.sous_traitant_id, Function.MANAGER)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(pair))
        await bench.store(source, random_week(Random(31), 20))
        await _settled(house, pair, bench)
        export = csv_of([told(f"H-{number}", START + number * HOUR, first=5, solved=60) for number in range(3)])
        imported = await compared(house, manager, source.id, export)
        assert manager.post(f"{path_of(imported)}/loads", {}).status_code == 202
        await work(house)
        await _settled(house, pair, bench)
        loaded = _lines(manager, pair)["fcr_ticket", None]
        assert manager.post(f"{path_of(imported)}/undoings", {}).status_code == 202
        await work(house)
        await _settled(house, pair, bench)
    undone = _lines(manager, pair)["fcr_ticket", None]
    assert [loaded["after"]["version"], undone["after"]["version"]] == [2, 3]
    assert undone["after"]["value"] == loaded["before"]["value"]
    for line, cause, origins in ((loaded, "events", {"import"}), (undone, "undone", set[str]())):
        found = _adjustment(manager, line["figure_id"], line["after"]["version"])
        assert (found["adds_up"], found["causes"]) == (True, [{"cause": cause, "tickets": 3}])
        assert [ticket["ticket_id"] for ticket in found["tickets"]["items"]] == ["H-0", "H-1", "H-2"]
        assert {event["origin"] for ticket in found["tickets"]["items"] for event in ticket["events"]} == origins


async def test_strangers_and_wrong_numbers_find_nothing(house: KpiHouse) -> None:
    pair, other = house.pair(), house.pair()
    reader = house.member(pair.donneur_ordre_id, Function.READER)
    figure_id = figures(reader, pair.path, MONTH)["csat", None]["figure_id"]
    for number in ("1", "2", "0", "x", "99999999999"):
        assert reader.get(f"/v1/figures/{figure_id}/adjustments/{number}").status_code == 404
    path = f"{pair.path}/adjustments"
    assert reader.get(path, params={"period": MONTH}).json() == {"items": [], "next_cursor": None}
    assert reader.get(path, params={"period": "2026-13"}).status_code == 422
    assert house.stranger.get(path, params={"period": MONTH}).status_code == 401
    stranger = house.member(other.donneur_ordre_id, Function.MANAGER)
    assert stranger.get(path, params={"period": MONTH}).status_code == 404
    assert stranger.get(f"/v1/figures/{figure_id}/adjustments/2").status_code == 404
    platform = house.member(pair.donneur_ordre_id, Function.PLATFORM_ADMIN)
    assert platform.get(path, params={"period": MONTH}).status_code == 403
