"""Sums by value on both servers: whatever comes in whatever order, they are what the events say."""

import asyncio
from random import Random
from typing import Any

import pytest
from sqlalchemy import text

from services.common.instants import from_microseconds
from services.kpi.dimensions.rules import NAMES
from services.kpi.folding import service as folding
from services.kpi.rebuilds import sums as rebuilt_sums
from services.kpi.terms import service as terms
from services.kpi.terms.schemas import ContractTold, TermsTold
from tests.factories.webhooks import cloud_event, generic_delivery
from tests.kpi.dimensions.support import (
    DAY,
    HOUR,
    OTHERWISE,
    START,
    TWO_DAYS,
    WITH_DIMENSIONS,
    added_up,
    both_ways,
    random_lives,
    rows,
    set_staff,
    whole,
)
from tests.support.figures import sums_differ
from tests.support.kpi import Workbench, version


async def _tell(bench: Workbench, contract: ContractTold, versions: list[Any]) -> ContractTold:
    told = contract.model_copy(update={"revision": contract.revision + 1, "terms": versions})
    async with bench.database.background_session() as session:
        await terms.take_over(session, told)
    return told


@pytest.mark.parametrize("seed", range(4))
async def test_sums_by_value_are_what_the_events_say(workbench: Workbench, seed: int) -> None:
    """given lives in disorder and changing declarations / when folded at random instants / then nothing differs."""
    draw = Random(seed)
    contract = await workbench.contract(draw.choice([TWO_DAYS, WITH_DIMENSIONS]))
    source = await workbench.source(contract.id)
    deliveries, now, changes = random_lives(draw, 30), START, [WITH_DIMENSIONS, OTHERWISE, WITH_DIMENSIONS]
    lists = [["alice", "bob"], ["carla"], []]
    while deliveries or changes:
        size = draw.randrange(1, 40)
        batch, deliveries = deliveries[:size], deliveries[size:]
        await workbench.store(source, batch)
        if changes and draw.random() < 0.5:
            since = f"2026-10-{draw.randrange(18, 24)}T00:00:00Z"
            newer = TermsTold.model_validate(version(changes.pop(0), since, f"2026-11-0{9 - len(changes)}T00:00:00Z"))
            contract = await _tell(workbench, contract, [*contract.terms, newer])
        if lists and draw.random() < 0.4:
            await set_staff(workbench, contract.id, source, lists.pop(), START + draw.randrange(120 * HOUR))
        now += draw.randrange(3 * DAY)
        await workbench.fold(now)
        assert await sums_differ(workbench.database, contract.id) == 0
    for _ in range(4):
        now += draw.randrange(4 * DAY)
        await workbench.fold(now)
        assert await sums_differ(workbench.database, contract.id) == 0
        for name in ("channel", "site", "lot", "tag", "handled"):
            for period in ("2026-10", "2026-10-21", "2026-Q4"):
                live, past = await both_ways(workbench, contract.id, name, period)
                assert live == past
                if name != "tag":
                    sums = await whole(workbench, contract.id, period)
                    assert await added_up(workbench, contract.id, name, period) == sums


async def test_a_value_that_is_told_late_takes_everything_along(workbench: Workbench) -> None:
    """given a ticket heard of without its creation / when it comes, with its site / then all it counts for moves."""
    contract = await workbench.contract(WITH_DIMENSIONS)
    source = await workbench.source(contract.id)
    solved = cloud_event("status", "T-1", START + HOUR, {"status": "solved"})
    await workbench.store(source, [generic_delivery(solved, START + 2 * HOUR)])
    await workbench.fold(START + 3 * HOUR)
    assert {(name, value) for name, _, _, value in await rows(workbench, contract.id)} == {
        (name, "") for name in WITH_DIMENSIONS["dimensions"]
    }
    created = cloud_event("created", "T-1", START, {"group": "Lyon N2", "tags": ["vip", "retour"], "requester": "a"})
    await workbench.store(source, [generic_delivery(created, START + 4 * HOUR)])
    await workbench.fold(START + 5 * HOUR)
    found = {(name, value) for name, _, _, value in await rows(workbench, contract.id)}
    assert found == {
        ("channel", ""), ("site", "Lyon"), ("reason", ""), ("priority", ""), ("tag", "VIP"), ("tag", "Retours"),
        ("handled", "nobody"),
    }  # fmt: skip
    assert await sums_differ(workbench.database, contract.id) == 0


async def test_a_contract_that_declares_none_keeps_none(workbench: Workbench) -> None:
    """given dimensions taken back / then nothing of them stays, and where none was declared nothing ever is."""
    contract = await workbench.contract(WITH_DIMENSIONS)
    source = await workbench.source(contract.id)
    await workbench.store(source, random_lives(Random(1), 12))
    await workbench.fold(START + 20 * DAY)
    assert {name for name, *_ in await rows(workbench, contract.id)} == set(WITH_DIMENSIONS["dimensions"])
    plain = TermsTold.model_validate(version(TWO_DAYS))
    await _tell(workbench, contract, [plain])
    await workbench.fold(START + 20 * DAY)
    assert await rows(workbench, contract.id) == {}
    assert await workbench.count("ticket_dimension", source) == 0
    assert set(NAMES) > set(WITH_DIMENSIONS["dimensions"])


async def test_two_folds_at_once_move_a_neighbour_once(workbench: Workbench) -> None:
    """given two contacts of a customer folded by two workers at once, one changing its site / then sums hold."""
    contract = await workbench.contract(WITH_DIMENSIONS)
    source = await workbench.source(contract.id)
    late = cloud_event("created", "T-1", START, {"requester": "anna", "group": "Tunis N1"})
    first = cloud_event("status", "T-1", START + HOUR, {"status": "open"})
    other = cloud_event("created", "T-2", START + 30 * HOUR, {"requester": "anna", "group": "Lyon N1"})
    await workbench.store(source, [generic_delivery(event, START + 40 * HOUR) for event in (first, other)])
    await workbench.fold(START + 41 * HOUR)
    await workbench.store(source, [generic_delivery(late, START + 42 * HOUR)])
    keys = [(contract.id, source.id, ticket) for ticket in ("T-1", "T-2")]
    at = from_microseconds(START + 9 * DAY)

    async def fold_second() -> None:
        async with workbench.database.background_session() as session:
            await folding.fold(session, keys[1:], at)

    async with workbench.database.background_session() as session:
        await folding.fold(session, keys[:1], at)
        waiting = asyncio.create_task(fold_second())
        await asyncio.sleep(0.2)
    await asyncio.wait_for(waiting, 5)
    assert await sums_differ(workbench.database, contract.id) == 0
    assert {(value, sums[1]) for (name, code, _, value), sums in (await rows(workbench, contract.id)).items()
            if (name, code) == ("site", "repeat_rate")} == {("Tunis", 0), ("Lyon", 1)}  # fmt: skip


async def test_a_rebuild_finds_and_mends_sums_of_values(workbench: Workbench) -> None:
    """given a sum that was changed, one lost and one invented / then a rebuild counts three and makes them anew."""
    contract = await workbench.contract(WITH_DIMENSIONS)
    source = await workbench.source(contract.id)
    await workbench.store(source, random_lives(Random(2), 12))
    await workbench.fold(START + 20 * DAY)
    before = await rows(workbench, contract.id)
    one, other = sorted(before)[:2]
    place = "contract_id = :contract AND dimension = :d AND indicator = :i AND day = :day AND value = :v"
    async with workbench.database.background_session() as session:
        for statement, cell in (
            (f"UPDATE rollup_dimension_day SET numerator = numerator + 1 WHERE {place}", one),
            (f"DELETE FROM rollup_dimension_day WHERE {place}", other),
            (
                "INSERT INTO rollup_dimension_day VALUES (:contract, :d, :i, :day, :v, 1, 0, 0, 0)",
                (*one[:3], "nulle part"),
            ),
        ):
            values = dict(zip(("d", "i", "day", "v"), cell, strict=True))
            await session.execute(text(statement), {"contract": contract.id, **values})
    assert await sums_differ(workbench.database, contract.id) == 3
    async with workbench.database.background_session() as session:
        await rebuilt_sums.refill_days(session, contract.id)
    assert await rows(workbench, contract.id) == before
