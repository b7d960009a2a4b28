"""Conversations as parties read them: explained, at other instants, by dimension, rebuilt, erased, adjusted."""

from random import Random
from typing import Any

import pytest
from pydantic import SecretStr

from services.common.auth.access import Function
from services.common.identifiers import new_id
from services.common.instants import from_microseconds, now, to_microseconds, to_text
from services.kpi.figures.publishing import publish_contract
from services.kpi.rebuilds import repository as rebuilds
from services.kpi.rebuilds.service import Rebuilder
from services.kpi.rights.service import Eraser
from tests.kpi.contacts.support import DAY, MONDAY, SESSIONS, opened, random_conversations, shares, wrote
from tests.support.callers import Api
from tests.support.figures import explanation, figures, sums_differ
from tests.support.kpi import Workbench, version
from tests.support.kpi_service import PSEUDONYM_KEY, KpiHouse, KpiPair, contract_uuid

MONTH = "2026-10"
OBSERVED, REPEATED = ("fcr_observed", None), ("repeat_rate", None)
BY_CHANNEL: dict[str, Any] = {**SESSIONS, "dimensions": {"channel": {"attribute": "channel"}}}


def _reader(house: KpiHouse, pair: KpiPair) -> Api:
    return house.member(pair.donneur_ordre_id, Function.READER)


def _agreed(parameters: dict[str, Any] = BY_CHANNEL) -> dict[str, Any]:
    return {"terms": [{**version(parameters), "id": str(new_id())}]}


def _instant(days: float) -> str:
    return to_text(from_microseconds(MONDAY + round(days * DAY)))


async def test_an_explanation_tells_each_conversation(house: KpiHouse) -> None:
    """given a ticket with conversations in two months / then each counts in its own, and names what it repeats."""
    pair = house.pair(**_agreed())
    api = _reader(house, pair)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(pair))
        chat = [
            opened("T-1", 0, channel="chat"),
            wrote("T-1", 1.5),
            wrote("T-1", 24),
            wrote("T-1", 31),
            wrote("T-1", 40),
        ]
        await bench.store(source, [*chat, opened("T-2", 2, "bruno"), opened("T-3", 3, "bruno", channel="phone")])
        await bench.fold(MONDAY + 41 * DAY)
    read = figures(api, pair.path, MONTH)
    assert (read[OBSERVED]["numerator"], read[OBSERVED]["denominator"]) == (1, 3)
    why = explanation(api, read[OBSERVED]["figure_id"])
    assert why["recomputed"]["equal"]
    assert why["recomputed"]["tickets_read"] == 3
    assert why["counts"] == {
        "in": {"numerator": 1, "denominator": 3, "pending": 0, "tickets": 2},
        "out": [{"reason": "repeat_contact", "tickets": 1}],
    }
    assert why["formula"]["source"] == "D16, D17"
    assert why["formula"]["text"]["en"].endswith("begins a new contact")
    assert why["terms"][0]["repeat_contacts"]["sessions"] == {"channels": ["chat"], "silence_minutes": 1440}
    rows = {row["ticket_id"]: row for row in why["tickets"]["items"]}
    first = {"source_id": source.id, "ticket_id": "T-1", "created_at": _instant(0)}
    second = {"source_id": source.id, "ticket_id": "T-1", "created_at": _instant(1.5)}
    assert rows["T-1"]["sessions"] == [
        {"began_at": _instant(0), "counted": "in", "reason": None, "in_numerator": False, "pending": False,
         "repeats": None, "repeated_by": second},
        {"began_at": _instant(1.5), "counted": "out", "reason": "repeat_contact", "in_numerator": None,
         "pending": False, "repeats": first, "repeated_by": None},
        {"began_at": _instant(24), "counted": "in", "reason": None, "in_numerator": True, "pending": False,
         "repeats": None, "repeated_by": None},
    ]  # fmt: skip
    assert (rows["T-1"]["counted"], rows["T-1"]["in_numerator"], rows["T-1"]["reference_at"]) == (
        "in",
        True,
        _instant(0),
    )
    assert rows["T-1"]["repeated_by"] == second
    # A ticket that is one contact is told as it always was.
    assert not {"sessions"} & {*rows["T-2"], *rows["T-3"]}
    for wanted, tickets in (("numerator", ["T-1"]), ("not_numerator", ["T-1", "T-2"]), ("out", ["T-3"])):
        shown = explanation(api, read[OBSERVED]["figure_id"], counted=wanted)["tickets"]["items"]
        assert [row["ticket_id"] for row in shown] == tickets
    # Created in October, it counts in November by what began then; while the days of the last one run, it waits too.
    later = figures(api, pair.path, "2026-11")
    assert (later[OBSERVED]["numerator"], later[OBSERVED]["denominator"], later[OBSERVED]["provisional"]) == (
        1,
        1,
        True,
    )
    (row,) = explanation(api, later[OBSERVED]["figure_id"])["tickets"]["items"]
    assert [(one["began_at"], one["reason"]) for one in row["sessions"]] == [
        (_instant(31), None), (_instant(40), "window_open"),
    ]  # fmt: skip
    assert row["pending"]
    assert explanation(api, later[OBSERVED]["figure_id"])["counts"] == {
        "in": {"numerator": 1, "denominator": 1, "pending": 0, "tickets": 1}, "out": [],
    }  # fmt: skip
    # Nothing of its own events counts in November: among all tickets of an instant it is found by what began then.
    past = explanation(api, later[OBSERVED]["figure_id"], as_of=_instant(41))
    assert (past["recomputed"]["equal"], past["tickets"]["items"]) == (True, [row])
    again = figures(api, pair.path, MONTH)[REPEATED]
    assert (again["numerator"], again["denominator"]) == (2, 5)
    whole = explanation(api, again["figure_id"])
    assert whole["recomputed"]["equal"]
    assert whole["counts"]["in"] == {"numerator": 2, "denominator": 5, "pending": 0, "tickets": 3}
    # As it was on the second day, before the second conversation.
    before = explanation(api, read[OBSERVED]["figure_id"], as_of=_instant(1))
    assert before["recomputed"]["equal"]
    assert "tickets" not in before["counts"]["in"]
    assert "sessions" not in before["tickets"]["items"][0]


async def test_without_sessions_answers_say_nothing_of_them(house: KpiHouse) -> None:
    plain = {**SESSIONS, "repeat_contacts": {"days": 2}}
    pair = house.pair(**_agreed(plain))
    api = _reader(house, pair)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(pair))
        await bench.store(source, [opened("T-1", 0, channel="chat"), wrote("T-1", 9)])
        await bench.fold(MONDAY + 20 * DAY)
    why = explanation(api, figures(api, pair.path, MONTH)[OBSERVED]["figure_id"])
    assert set(why["terms"][0]["repeat_contacts"]) == {"days", "channels", "reason", "across_sources"}
    assert set(why["counts"]["in"]) == {"numerator", "denominator", "pending"}
    assert "sessions" not in why["tickets"]["items"][0]
    assert why["formula"]["source"] == "D16"


@pytest.mark.parametrize("seed", [11, 12])
async def test_the_past_is_as_it_was(house: KpiHouse, seed: int) -> None:
    """given figures read after each fold, by channel too / then the events give the same at those two instants."""
    pair = house.pair(**_agreed())
    api, contract_id = _reader(house, pair), contract_uuid(pair)
    then: dict[str, Any] = {}
    async with house.workbench() as bench:
        source = await bench.source(contract_id)
        deliveries = random_conversations(Random(seed), 60)
        for number in range(16):
            until = MONDAY + (number + 1) * DAY
            await bench.store(source, [one for one in deliveries if until - DAY <= one.received_us < until])
            await bench.fold(until)
            instant, known = to_text(from_microseconds(until)), to_text(now())
            live = _told(api, pair)
            assert _told(api, pair, as_of=instant) == live
            then[known] = instant, live
        several = await bench.count("ticket_contact", source, "silence_us IS NOT NULL")
    assert several > 5
    for known, (instant, told) in then.items():
        assert _told(api, pair, as_of=instant, known_at=known) == told
    assert len({str([told[0][code]["value"] for code in (OBSERVED, REPEATED)]) for _, told in then.values()}) > 3
    for code in (OBSERVED, REPEATED):
        why = explanation(api, figures(api, pair.path, MONTH)[code]["figure_id"], limit=1000)
        assert why["recomputed"]["equal"]
        rows = why["tickets"]["items"]
        counts = why["counts"]
        inside = [row for row in rows if row["counted"] == "in"]
        each = [one for row in inside for one in row.get("sessions", [row]) if one["counted"] == "in"]
        assert counts["in"]["denominator"] == len(each)
        assert counts["in"]["tickets"] == len(inside) <= len(each)
        assert counts["in"]["numerator"] == sum(one["in_numerator"] for one in each)
        assert len(inside) + sum(out["tickets"] for out in counts["out"]) == why["recomputed"]["tickets_read"]
        past = explanation(api, figures(api, pair.path, MONTH)[code]["figure_id"], as_of=_instant(16), limit=1000)
        assert past["tickets"]["items"] == rows


def _told(api: Api, pair: KpiPair, **read: str) -> tuple[Any, Any]:
    cut = api.get(f"{pair.path}/figures", params={"period": MONTH, "dimension": "channel", "limit": 1000, **read})
    assert cut.is_success, cut.text
    return figures(api, pair.path, MONTH, **read), cut.json()["items"]


async def test_a_rebuild_finds_the_same_and_heals_conversations(house: KpiHouse) -> None:
    pair = house.pair(**_agreed())
    contract_id = contract_uuid(pair)
    async with house.workbench() as bench:
        source = await bench.source(contract_id)
        await bench.store(source, random_conversations(Random(71), 30))
        await bench.fold(to_microseconds(now()))
        before, own = await bench.days(contract_id), await shares(bench, contract_id)
        assert await _rebuild(bench, contract_id) == 0
        assert await bench.days(contract_id) == before
        async with bench.database.driver_connections(1) as connections, connections.acquire() as connection:
            gone = await connection.execute(
                "DELETE FROM ticket_contact WHERE contract_id = $1 AND silence_us IS NOT NULL", contract_id
            )
            assert gone != "DELETE 0"
        assert await _rebuild(bench, contract_id) > 0
        assert await bench.days(contract_id) == before
        assert await shares(bench, contract_id) == own
        assert await sums_differ(bench.database, contract_id) == 0


async def _rebuild(bench: Workbench, contract_id: Any) -> int:
    """How many tickets counted for something else than their events say."""
    rebuild_id = new_id()
    async with bench.database.background_session() as session:
        await rebuilds.add(session, contract_id, rebuild_id, "test")
    assert await Rebuilder(bench.database, bench.sources, bench.gate).run_next()
    async with bench.database.driver_connections(1) as connections, connections.acquire() as connection:
        return int(await connection.fetchval("SELECT differing_tickets FROM rebuild WHERE id = $1", rebuild_id))


async def test_an_erasure_leaves_the_figures(house: KpiHouse) -> None:
    """given a person who wrote again / when erased / then no row names them, and figures and shares stay."""
    pair = house.pair(**_agreed())
    api, contract_id = _reader(house, pair), contract_uuid(pair)
    async with house.workbench() as bench:
        source = await bench.source(contract_id)
        deliveries = [opened("T-1", 0, channel="chat"), wrote("T-1", 1.5), wrote("T-1", 9), opened("T-2", 10)]
        await bench.store(source, [*deliveries, opened("T-3", 4, "bruno", channel="chat"), wrote("T-3", 6)])
        await bench.fold(MONDAY + 20 * DAY)
        before, values = await shares(bench, contract_id), _told(api, pair)
        names = await _customers(bench, contract_id)
        asked = {"contract_id": pair.contract_id, "references": [{"kind": "requester", "value": "anna"}]}
        assert house.service("feedback").put(f"/internal/person-erasures/{new_id()}", asked).status_code == 204
        assert await Eraser(bench.database, bench.vault, SecretStr(PSEUDONYM_KEY)).run_next()
        assert _told(api, pair) == values
        assert await _rebuild(bench, contract_id) == 0
        assert await shares(bench, contract_id) == before
        assert len(names & await _customers(bench, contract_id)) == 1
        await bench.fold(MONDAY + 20 * DAY)
        assert await sums_differ(bench.database, contract_id) == 0


async def _customers(bench: Workbench, contract_id: Any) -> set[str]:
    async with bench.database.driver_connections(1) as connections, connections.acquire() as connection:
        rows = await connection.fetch("SELECT customer FROM ticket_contact WHERE contract_id = $1", contract_id)
    return {row["customer"] for row in rows}


async def test_a_late_answer_adjusts_a_figure_by_its_conversations(house: KpiHouse) -> None:
    """given a month that was published / when an answer comes late that joins two conversations / then the adjustment
    tells of the ticket how many counted before and after, and adds up."""
    pair = house.pair(**_agreed())
    api, contract_id = _reader(house, pair), contract_uuid(pair)
    async with house.workbench() as bench:
        source = await bench.source(contract_id)
        await bench.store(source, [opened("T-1", 0, channel="chat"), wrote("T-1", 5), wrote("T-1", 9)])
        await bench.fold(to_microseconds(now()))
        while await publish_contract(bench.database, contract_id):
            pass
        await bench.store(source, [wrote("T-1", 8.5, "agent", late=40)])
        await bench.fold(to_microseconds(now()))
        while await publish_contract(bench.database, contract_id):
            pass
    read = figures(api, pair.path, MONTH)[OBSERVED]
    assert (read["numerator"], read["denominator"]) == (2, 2)
    found = api.get(f"/v1/figures/{read['figure_id']}/adjustments/{read['version']}")
    assert found.is_success, found.text
    body = found.json()
    assert body["adds_up"]
    (moved,) = body["tickets"]["items"]
    assert moved["cause"] == "events"
    assert moved["before"]["sessions"] == {"numerator": 3, "denominator": 3}
    assert moved["after"]["sessions"] == {"numerator": 2, "denominator": 2}
