"""One connection for several contracts of the same two parties: kept once, counted in each by its own scope."""

from datetime import date
from random import Random
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from services.common.auth.access import Function
from services.common.identifiers import new_id
from services.common.instants import now, to_microseconds, to_text
from services.kpi.figures.publishing import publish_contract
from services.kpi.rebuilds import repository as rebuilds
from services.kpi.rebuilds.service import Rebuilder
from tests.factories.webhooks import cloud_event, generic_delivery
from tests.kpi.folding.test_fold import HOUR, START, random_week
from tests.kpi.scopes.support import (
    NOW,
    counts,
    feed,
    group,
    keep_feeds,
    managers,
    out_of_scope,
    set_scope,
    sibling,
    tell_again,
    tickets,
)
from tests.support.figures import explanation, figures, sums_differ
from tests.support.kpi_service import KpiHouse, KpiPair, contract_uuid
from tests.support.problems import problem

MONTH = "2026-10"
GROUPS = ("A", "B", "C")
Days = dict[tuple[str, date], tuple[int, int, int, int]]


def _counted(days: Days) -> Days:
    """Without what is left out, and without completeness: tickets of unknown creation are missing everywhere."""
    return {
        cell: sums
        for cell, sums in days.items()
        if not cell[0].startswith("out_of_scope.") and cell[0] != "data_completeness"
    }


def _sum(*parts: Days) -> Days:
    total: dict[Any, tuple[int, ...]] = {}
    for part in parts:
        for cell, sums in part.items():
            total[cell] = tuple(a + b for a, b in zip(total.get(cell, (0, 0, 0, 0)), sums, strict=True))
    return {cell: sums for cell, sums in total.items() if any(sums)}  # type: ignore[misc]


@pytest.mark.parametrize("seed", range(2))
async def test_complementary_scopes_part_exactly_what_one_contract_counts(house: KpiHouse, seed: int) -> None:
    """given two contracts with complementary scopes and one without / then the two add up to the one, at any time."""
    home, whole = house.pair(state="draft"), house.pair(state="draft")
    other = sibling(house, home)
    manager, _ = managers(house, home)
    deliveries = random_week(Random(seed), 40, GROUPS)
    cut = len(deliveries) // 2
    async with house.workbench() as bench:
        source, alone = await bench.source(contract_uuid(home)), await bench.source(contract_uuid(whole))
        await bench.store(source, deliveries[:cut])
        await bench.fold(START + 50 * HOUR)
        assert set_scope(manager, home, source.id, group("A", operator="excludes")).status_code == 201
        made = feed(manager, other, source.id, group("A"))
        assert made.status_code == 201, made.text
        assert (made.json()["state"], made.json()["overlaps"]) == ("active", False)
        await keep_feeds(bench)
        await bench.store(source, deliveries[cut:])
        await bench.store(alone, deliveries)
        for now_us in (START + 100 * HOUR, NOW):
            await bench.fold(now_us)
            parts = [_counted(await bench.days(contract_uuid(pair))) for pair in (home, other)]
            assert all(parts)
            assert _sum(*parts) == _counted(await bench.days(contract_uuid(whole)))
            for pair in (home, other):
                assert await sums_differ(bench.database, contract_uuid(pair)) == 0
        # Kept once: every delivery, every key and every event is the home contract's.
        for table in ("delivery", "dedup", "ticket_event"):
            assert await bench.count(table, source, f"contract_id = '{other.contract_id}'") == 0
    here, there = set(tickets(manager, home)), set(tickets(manager, other))
    told_here, told_there = counts(manager, home), counts(manager, other)
    assert told_here == {"group_excluded": len(there) - len(here & there)}
    assert told_there == {"group_not_in": len(here) - len(here & there)}
    for pair in (home, other):
        for figure in figures(manager, pair.path, MONTH).values():
            assert explanation(manager, figure["figure_id"], limit=1)["recomputed"]["equal"] is True
    shown = explanation(manager, figures(manager, other.path, MONTH)["ttr", "mean"]["figure_id"], limit=5)
    assert {event["origin"] for ticket in shown["tickets"]["items"] for event in ticket["events"]} == {"replay"}


async def test_a_feed_into_an_active_contract_needs_the_other_party(house: KpiHouse) -> None:
    home = house.pair()
    other = sibling(house, home, state="active")
    donneur_ordre, sous_traitant = managers(house, home)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(home))
        await bench.store(source, random_week(Random(3), 20, GROUPS))
        await bench.fold(NOW)
        proposed = feed(sous_traitant, other, source.id, group("A"))
        assert (proposed.status_code, proposed.json()["state"]) == (201, "proposed")
        await keep_feeds(bench)
        await bench.fold(NOW)
        assert tickets(donneur_ordre, other) == []
        path = f"{other.path}/feeds/{source.id}/approvals"
        problem(sous_traitant.post(path), 403)
        approved = donneur_ordre.post(path)
        assert (approved.status_code, approved.json()["state"]) == (200, "active")
        problem(donneur_ordre.post(path), 409)
        problem(feed(donneur_ordre, other, source.id), 409)
        before = approved.json()["recorded_at"]
        await keep_feeds(bench)
        await bench.fold(NOW)
    # With the scope that it was proposed with, and with nothing before anybody knew.
    assert {item["group"] for item in out_of_scope(donneur_ordre, other)["items"]} == {"B", "C"}
    assert tickets(donneur_ordre, other)
    earlier = to_text(now().replace(year=2020))
    assert tickets(donneur_ordre, other, known_at=earlier) == []
    assert tickets(donneur_ordre, other, known_at=before) == tickets(donneur_ordre, other)
    (shown,) = donneur_ordre.get(f"{home.path}/feeds").json()["items"]
    assert (shown["home_contract_id"], shown["contract_id"]) == (home.contract_id, other.contract_id)
    # The home contract counts everything: the tickets of group A belong to both.
    assert shown["overlaps"] is True
    (fresh,) = donneur_ordre.get(f"{other.path}/freshness").json()["items"]
    assert (fresh["source_id"], fresh["contract_id"]) == (source.id, home.contract_id)
    assert fresh["deliveries"]["accepted"] > fresh["tickets"] == len(tickets(donneur_ordre, other)) > 0


async def test_only_contracts_of_the_same_two_parties(house: KpiHouse) -> None:
    home = house.pair()
    manager, _ = managers(house, home)
    third = house.pair()
    parties = [
        {"organisation_id": organisation, "side": side, "valid_from": "2026-01-01T00:00:00Z", "valid_to": None}
        for side, organisation in (("donneur_ordre", home.donneur_ordre_id), ("sous_traitant", third.sous_traitant_id))
    ]
    half = house.pair(state="draft", parties=parties)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(home))
    refused = feed(manager, half, source.id)
    assert problem(refused, 409)["code"] == "other_parties"
    problem(feed(manager, home, source.id), 422)
    stranger, _ = managers(house, third)
    problem(feed(stranger, third, source.id), 404)
    problem(feed(manager, sibling(house, home), "a" * 40), 404)


async def test_functions_of_one_contract_do_not_open_the_other(house: KpiHouse) -> None:
    """given a feed / then who has functions in one of the two contracts alone sees that one alone."""
    home = house.pair()
    other = sibling(house, home)
    manager, _ = managers(house, home)
    only_other = house.member(
        home.donneur_ordre_id, Function.MANAGER, contract_functions={home.contract_id: [Function.BI_READER]}
    )
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(home))
        problem(feed(only_other, other, source.id), 403)
        assert feed(manager, other, source.id).status_code == 201
        await bench.store(source, [generic_delivery(cloud_event("created", "T-1", START), START)])
        await keep_feeds(bench)
        await bench.fold(NOW)
    (shown,) = only_other.get(f"{other.path}/feeds").json()["items"]
    assert (shown["home_contract_id"], shown["contract_id"]) == (None, other.contract_id)
    assert tickets(only_other, other) == ["T-1"]
    problem(only_other.get(f"/v1/sources/{source.id}/deliveries"), 403)
    problem(only_other.get(f"{home.path}/feeds"), 403)


async def test_a_feed_ends_with_the_access_of_a_party(house: KpiHouse) -> None:
    """given a fed contract / when the home contract changes hands / then what was known stands, and nothing comes."""
    home = house.pair()
    other = sibling(house, home)
    donneur_ordre, sous_traitant = managers(house, home)
    newcomer = str(new_id())
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(home))
        await bench.store(source, random_week(Random(5), 12, GROUPS))
        assert feed(donneur_ordre, other, source.id, group("A", "B")).status_code == 201
        await keep_feeds(bench)
        await bench.fold(NOW)
        before = tickets(sous_traitant, other)
        parties = [
            {"organisation_id": organisation, "side": side, "valid_from": "2026-01-01T00:00:00Z", "valid_to": None}
            for side, organisation in (("donneur_ordre", home.donneur_ordre_id), ("sous_traitant", newcomer))
        ]
        tell_again(house, home, parties=parties)
        (shown,) = donneur_ordre.get(f"{other.path}/feeds").json()["items"]
        assert (shown["state"], shown["overlaps"]) == ("ended", False)
        await bench.store(source, [generic_delivery(cloud_event("created", "T-late", NOW, {"group": "A"}), NOW)])
        await bench.fold(NOW + HOUR)
        assert await sums_differ(bench.database, contract_uuid(other)) == 0
    assert "T-late" in tickets(donneur_ordre, home)
    # Still read by the party that lost the home contract, which finds nothing there.
    for api in (donneur_ordre, sous_traitant):
        assert tickets(api, other) == before
        for figure in figures(api, other.path, MONTH).values():
            assert explanation(api, figure["figure_id"], limit=1)["recomputed"]["equal"] is True
    problem(sous_traitant.get(f"{home.path}/tickets"), 404)
    problem(feed(donneur_ordre, other, source.id), 409)
    assert sous_traitant.get(f"{other.path}/freshness").json()["items"] == []


async def test_access_that_ends_by_itself_ends_feeds(house: KpiHouse) -> None:
    """given a feed / when the access of a party to the home contract ends at its time / then the worker ends it."""
    home = house.pair()
    other = sibling(house, home)
    manager, _ = managers(house, home)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(home))
        assert feed(manager, other, source.id).status_code == 201
        async with bench.database.background_session() as session:
            await session.execute(
                text("UPDATE contract_party SET valid_to = now() WHERE contract_id = :c AND side = 'sous_traitant'"),
                {"c": contract_uuid(home)},
            )
        await keep_feeds(bench)
    (shown,) = manager.get(f"{other.path}/feeds").json()["items"]
    assert shown["state"] == "ended"


async def test_a_rebuild_of_a_fed_contract_reads_the_deliveries_of_its_home(house: KpiHouse) -> None:
    home = house.pair()
    other = sibling(house, home)
    manager, _ = managers(house, home)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(home))
        await bench.store(source, random_week(Random(6), 20, GROUPS))
        assert feed(manager, other, source.id, group("A")).status_code == 201
        await keep_feeds(bench)
        await bench.fold(to_microseconds(now()))
        sound = [await bench.days(contract_uuid(pair)) for pair in (home, other)]
        assert await _rebuild(bench, contract_uuid(other)) == (0, 0)
        async with bench.database.background_session() as session:
            await session.execute(
                text("DELETE FROM ticket_event WHERE contract_id = :c AND event->>'kind' = 'created'"),
                {"c": contract_uuid(home)},
            )
            await session.execute(
                text("DELETE FROM ticket_share WHERE contract_id = :c AND indicator LIKE 'out_of_scope.%'"),
                {"c": contract_uuid(other)},
            )
        changed, differing = await _rebuild(bench, contract_uuid(other))
        assert changed > 0
        assert differing > 0
        # What was mended counts for every contract that the source feeds.
        await bench.fold(to_microseconds(now()))
        for pair, days in zip((home, other), sound, strict=True):
            assert await sums_differ(bench.database, contract_uuid(pair)) == 0
            mended = await bench.days(contract_uuid(pair))
            assert {cell: sums for cell, sums in mended.items() if cell[0] == "data_completeness"} == {
                cell: sums for cell, sums in days.items() if cell[0] == "data_completeness"
            }


async def test_nothing_is_published_before_what_a_feed_brings_is_folded(house: KpiHouse) -> None:
    home = house.pair()
    other: KpiPair = sibling(house, home)
    manager, _ = managers(house, home)
    async with house.workbench() as bench:
        source = await bench.source(contract_uuid(home))
        await bench.store(source, random_week(Random(4), 12, GROUPS))
        await bench.fold(to_microseconds(now()))
        assert feed(manager, other, source.id).status_code == 201
        async with bench.database.background_session() as session:
            await session.execute(
                text("INSERT INTO period_mark (contract_id, period, due_at) VALUES (:c, '2026-10', now())"),
                {"c": contract_uuid(other)},
            )
        assert await publish_contract(bench.database, contract_uuid(other)) == 0
        await keep_feeds(bench)
        await bench.fold(to_microseconds(now()))
        assert await publish_contract(bench.database, contract_uuid(other)) > 0


async def _rebuild(bench: Any, contract_id: UUID) -> tuple[int, int]:
    rebuild_id = new_id()
    async with bench.database.background_session() as session:
        await rebuilds.add(session, contract_id, rebuild_id, "test")
    assert await Rebuilder(bench.database, bench.sources, bench.gate).run_next()
    async with bench.database.background_session() as session:
        found = await rebuilds.find(session, contract_id, rebuild_id)
    assert found is not None
    return found.changed_tickets, found.differing_days
