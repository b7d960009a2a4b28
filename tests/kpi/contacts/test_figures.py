"""Observed first-contact resolution as parties read it: at other instants, explained, rebuilt, after an erasure."""

from random import Random
from typing import Any
from uuid import UUID

import pytest
from pydantic import SecretStr

from services.common.auth.access import Function
from services.common.identifiers import new_id
from services.common.instants import from_microseconds, now, to_microseconds, to_text
from services.kpi.figures.publishing import publish_contract
from services.kpi.rebuilds import repository as rebuilds
from services.kpi.rebuilds.service import Rebuilder
from services.kpi.rights.service import Eraser
from tests.kpi.contacts.support import DAY, MONDAY, TWO_DAYS, opened, random_contacts, told, verdicts
from tests.kpi.scopes.support import feed, group, keep_feeds, managers, set_scope, sibling
from tests.support.callers import Api
from tests.support.figures import explanation, figures, sums_differ
from tests.support.kpi import version
from tests.support.kpi_service import PSEUDONYM_KEY, KpiHouse, KpiPair, contract_uuid

MONTH = "2026-10"
OBSERVED, REPEATED = ("fcr_observed", None), ("repeat_rate", None)


def _reader(house: KpiHouse, pair: KpiPair) -> Api:
    return house.member(pair.donneur_ordre_id, Function.READER)


def _two_days() -> dict[str, Any]:
    return {"terms": [{**version(TWO_DAYS), "id": str(new_id())}]}


@pytest.mark.parametrize("seed", [61, 62])
async def test_the_past_is_as_it_was(house: KpiHouse, seed: int) -> None:
    """given figures read after each fold / then those from the events as of and as known at the instant are equal."""
    pair = house.pair(**_two_days())
    api = _reader(house, pair)
    told_then: dict[str, Any] = {}
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(pair))
        deliveries = random_contacts(Random(seed), 60)
        for number in range(18):
            until = MONDAY + (number + 1) * DAY
            await bench.store(source, [one for one in deliveries if until - DAY <= one.received_us < until])
            await bench.fold(until)
            instant, known = to_text(from_microseconds(until)), to_text(now())
            live = figures(api, pair.path, MONTH)
            assert figures(api, pair.path, MONTH, as_of=instant) == live
            told_then[known] = instant, live
    values = set()
    for known, (instant, then) in told_then.items():
        assert figures(api, pair.path, MONTH, as_of=instant, known_at=known) == then
        values.add(then[OBSERVED]["value"])
        assert then[OBSERVED]["certainty"] in ("exact", "none")
    assert len(values) > 3


async def test_an_explanation_names_the_contact_that_came_again(house: KpiHouse) -> None:
    """given contacts on both sides of the end of a month / then each is told with its neighbour, and why it is out."""
    pair = house.pair()
    api = _reader(house, pair)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(pair))
        deliveries = [
            opened("T-1", 24), opened("T-2", 29), opened("T-3", 1, None), opened("T-4", 2, "bruno"),
            opened("T-5", 3, "bruno"), opened("T-6", 4, "chloé"), opened("T-7", 5, "chloé", created_by="agent"),
            opened("T-8", 6, "denis"), told("T-8", 7, "spam"), opened("T-9", 26, "emma"),
        ]  # fmt: skip
        await bench.store(source, deliveries)
        await bench.fold(MONDAY + 32 * DAY)
        read = figures(api, pair.path, MONTH)
        assert (read[OBSERVED]["numerator"], read[OBSERVED]["denominator"]) == (1, 3)
        assert read[OBSERVED]["provisional"]
        why = explanation(api, read[OBSERVED]["figure_id"])
        assert why["recomputed"]["equal"]
        assert why["formula"]["source"] == "D16"
        rows = {row["ticket_id"]: row for row in why["tickets"]["items"]}
        assert {ticket: row["reason"] for ticket, row in rows.items()} == {
            "T-1": None, "T-3": "customer_unknown", "T-4": None, "T-5": "repeat_contact", "T-6": None,
            "T-7": "agent_created", "T-8": "spam", "T-9": "window_open",
        }  # fmt: skip
        # The next month's contact is what made this month's fail.
        assert rows["T-1"]["in_numerator"] is False
        assert rows["T-1"]["repeated_by"] == {
            "source_id": source.id, "ticket_id": "T-2", "created_at": to_text(from_microseconds(MONDAY + 29 * DAY)),
        }  # fmt: skip
        assert (rows["T-5"]["repeats"]["ticket_id"], rows["T-4"]["repeated_by"]["ticket_id"]) == ("T-4", "T-5")
        assert rows["T-6"]["repeats"] is rows["T-6"]["repeated_by"] is rows["T-8"]["repeats"] is None
        assert rows["T-9"]["pending"]
        assert why["terms"][0]["repeat_contacts"] == {
            "days": 7, "channels": None, "reason": "form", "across_sources": False,
        }  # fmt: skip
        again = explanation(api, figures(api, pair.path, "2026-11")[REPEATED]["figure_id"])
        assert again["recomputed"]["equal"]
        (row,) = again["tickets"]["items"]
        assert (row["ticket_id"], row["in_numerator"], row["repeats"]["ticket_id"]) == ("T-2", True, "T-1")
        instant = to_text(from_microseconds(MONDAY + 28 * DAY))
        before = explanation(api, read[OBSERVED]["figure_id"], as_of=instant)
        assert before["recomputed"]["equal"]
        assert {row["ticket_id"]: row["reason"] for row in before["tickets"]["items"]}["T-1"] == "window_open"


async def test_a_channel_that_does_not_count_is_named(house: KpiHouse) -> None:
    pair = house.pair(**_two_days())
    api = _reader(house, pair)
    async with house.workbench() as bench:
        await bench.store(await bench.source(contract_uuid(pair)), [opened("T-1", 0, channel="phone")])
        await bench.fold(MONDAY + 9 * DAY)
    for code in (OBSERVED, REPEATED):
        read = figures(api, pair.path, MONTH)[code]
        assert read["value"] is None
        why = explanation(api, read["figure_id"])
        assert why["counts"]["out"] == [{"reason": "channel_not_counted", "tickets": 1}]


async def test_neighbours_out_of_scope_do_not_count(house: KpiHouse) -> None:
    """given a scope that comes later / then a contact that it leaves out repeats nothing, in its contract alone."""
    pair = house.pair(state="draft")
    api, _ = managers(house, pair)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(pair))
        await bench.store(source, [opened("T-1", 0, group="A"), opened("T-2", 3, group="B")])
        await bench.fold(MONDAY + 20 * DAY)
        assert await verdicts(bench, contract_uuid(pair)) == {"T-1": "failed", "T-2": "repeats"}
        assert set_scope(api, pair, source.id, group("A"), valid_from="2026-01-01T00:00:00Z").status_code == 201
        await bench.fold(MONDAY + 20 * DAY)
        assert await verdicts(bench, contract_uuid(pair)) == {"T-1": "enough"}


async def test_a_rebuild_finds_the_same_and_heals_contacts(house: KpiHouse) -> None:
    pair = house.pair(**_two_days())
    contract_id = contract_uuid(pair)
    async with house.workbench() as bench:
        source = await bench.source(contract_id)
        await bench.store(source, random_contacts(Random(71), 40))
        await bench.fold(to_microseconds(now()))
        before = await bench.days(contract_id)
        await _rebuild(bench, contract_id)
        assert await bench.days(contract_id) == before
        async with bench.database.driver_connections(1) as connections, connections.acquire() as connection:
            await connection.execute("DELETE FROM ticket_contact WHERE contract_id = $1", contract_id)
        await _rebuild(bench, contract_id)
        assert await bench.days(contract_id) == before
        assert await sums_differ(bench.database, contract_id) == 0


async def _rebuild(bench: Any, contract_id: UUID) -> None:
    async with bench.database.background_session() as session:
        await rebuilds.add(session, contract_id, new_id(), "test")
    assert await Rebuilder(bench.database, bench.sources, bench.gate).run_next()


async def test_an_erasure_leaves_the_figures(house: KpiHouse) -> None:
    """given a person who came again / when erased / then nothing names them, and figures and verdicts stay."""
    pair = house.pair()
    api, contract_id = _reader(house, pair), contract_uuid(pair)
    async with house.workbench() as bench:
        source = await bench.source(contract_id)
        await bench.store(source, [opened("T-1", 0), opened("T-2", 3), opened("T-3", 4, "bruno")])
        await bench.fold(MONDAY + 20 * DAY)
        while await publish_contract(bench.database, contract_id):
            pass
        before, values = await verdicts(bench, contract_id), figures(api, pair.path, MONTH)
        names = await _customers(bench, contract_id)
        asked = {"contract_id": pair.contract_id, "references": [{"kind": "requester", "value": "anna"}]}
        assert house.service("feedback").put(f"/internal/person-erasures/{new_id()}", asked).status_code == 204
        assert await Eraser(bench.database, bench.vault, SecretStr(PSEUDONYM_KEY)).run_next()
        assert figures(api, pair.path, MONTH) == values
        await _rebuild(bench, contract_id)
        assert await verdicts(bench, contract_id) == before
        assert len(names & await _customers(bench, contract_id)) == 1


async def test_an_erasure_of_some_tickets_keeps_them_linked(house: KpiHouse) -> None:
    """given a person with tickets in two contracts / when erased in one, then in both / then no figure ever moves."""
    home = house.pair(state="draft")
    fed = sibling(house, home)
    api, _ = managers(house, home)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(home))
        assert feed(api, fed, source.id, group("B")).status_code == 201
        await keep_feeds(bench)
        tickets = [opened(f"T-{number}", number, group="AB"[number % 2]) for number in range(4)]
        await bench.store(source, [*tickets, opened("T-9", 9.5, group="A")])
        await bench.fold(MONDAY + 20 * DAY)
        instant = to_text(from_microseconds(MONDAY + 20 * DAY))
        wanted = {"T-0": "failed", "T-1": "repeats", "T-2": "repeats", "T-3": "repeats", "T-9": "repeats"}
        assert await verdicts(bench, contract_uuid(home)) == wanted
        values = [_values(api, pair) for pair in (home, fed)]
        for pair in (fed, home):
            asked = {"contract_id": pair.contract_id, "references": [{"kind": "requester", "value": "anna"}]}
            assert house.service("feedback").put(f"/internal/person-erasures/{new_id()}", asked).status_code == 204
            assert await Eraser(bench.database, bench.vault, SecretStr(PSEUDONYM_KEY)).run_next()
            for read in ({}, {"as_of": instant}, {"as_of": instant, "known_at": to_text(now())}):
                assert [_values(api, one, **read) for one in (home, fed)] == values
            why = explanation(api, figures(api, home.path, MONTH)[OBSERVED]["figure_id"])
            assert {event["kind"] for row in why["tickets"]["items"] for event in row["events"]} == {"created"}
            for one in (home, fed):
                await _rebuild(bench, contract_uuid(one))
            assert await verdicts(bench, contract_uuid(home)) == wanted
            await bench.fold(MONDAY + 20 * DAY)
            assert len(await _customers(bench, contract_uuid(home))) == 1


def _values(api: Api, pair: KpiPair, **read: str) -> dict[Any, Any]:
    told_now = figures(api, pair.path, MONTH, **read)
    return {code: (one["value"], one["numerator"], one["denominator"]) for code, one in told_now.items()}


async def _customers(bench: Any, contract_id: UUID) -> set[str]:
    async with bench.database.driver_connections(1) as connections, connections.acquire() as connection:
        rows = await connection.fetch("SELECT customer FROM ticket_contact WHERE contract_id = $1", contract_id)
    return {row["customer"] for row in rows}


async def test_a_fed_contract_counts_its_own_contacts(house: KpiHouse) -> None:
    """given a source that feeds two contracts by group / then a contact repeats only those of its own contract."""
    pair = house.pair(state="draft")
    other = sibling(house, pair)
    api, _ = managers(house, pair)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(pair))
        assert set_scope(api, pair, source.id, group("A"), valid_from="2026-01-01T00:00:00Z").status_code == 201
        assert feed(api, other, source.id, group("B")).status_code == 201
        await keep_feeds(bench)
        tickets = [opened("T-1", 0, group="A"), opened("T-2", 1, group="B"), opened("T-3", 2, group="B")]
        await bench.store(source, tickets)
        await bench.fold(MONDAY + 20 * DAY)
        assert await verdicts(bench, contract_uuid(pair)) == {"T-1": "enough"}
        assert await verdicts(bench, contract_uuid(other)) == {"T-2": "failed", "T-3": "repeats"}
