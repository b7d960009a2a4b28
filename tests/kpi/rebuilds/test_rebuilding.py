"""A rebuild makes everything anew from the raw deliveries, and tells what it found; on both servers."""

import asyncio
from random import Random
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.identifiers import new_id
from services.common.instants import now, to_microseconds
from services.kpi.folding.service import fold_batch
from services.kpi.rebuilds import repository, sums, swapping
from services.kpi.rebuilds.service import MOST_ATTEMPTS, Rebuilder
from tests.factories.webhooks import Delivery
from tests.kpi.folding.test_fold import HOUR, START, random_week
from tests.support.figures import live, sums_differ
from tests.support.kpi import Workbench

SPOIL = (
    "UPDATE rollup_day SET numerator = numerator + 1 WHERE contract_id = :c AND indicator = 'csat'",
    "DELETE FROM rollup_month WHERE contract_id = :c AND indicator = 'nps'",
    "DELETE FROM ticket_share WHERE contract_id = :c AND indicator = 'frt'",
    "DELETE FROM ticket_event WHERE contract_id = :c AND event->>'kind' = 'rated'",
)


async def _rebuild(workbench: Workbench, contract_id: UUID, mode: str = "rebuild") -> Row[Any]:
    """What one rebuild tells once it is done."""
    rebuild_id = await _ask(workbench, contract_id, mode)
    assert await Rebuilder(workbench.database, workbench.sources, workbench.gate).run_next()
    found = await _found(workbench, contract_id, rebuild_id)
    assert found.state == "done"
    return found


async def _ask(workbench: Workbench, contract_id: UUID, mode: str = "rebuild") -> UUID:
    rebuild_id = new_id()
    async with workbench.database.background_session() as session:
        await repository.add(session, contract_id, rebuild_id, "test", mode)
    return rebuild_id


async def _found(workbench: Workbench, contract_id: UUID, rebuild_id: UUID) -> Row[Any]:
    async with workbench.database.background_session() as session:
        found = await repository.find(session, contract_id, rebuild_id)
    assert found is not None
    return found


async def _spoil(workbench: Workbench, contract_id: UUID) -> None:
    for statement in SPOIL:
        async with workbench.database.background_session() as session:
            await session.execute(text(statement), {"c": contract_id})


WRITTEN = ("ticket_share", "rollup_day", "rollup_month", "ticket_event", "ticket_contact", "contract_clock")


async def _rows(workbench: Workbench, contract_id: UUID) -> dict[str, list[str]]:
    """Every row of the tables that figures are made of, with the transaction that wrote it."""
    async with workbench.database.background_session() as session:
        return {
            table: sorted(
                (
                    await session.scalars(
                        text(f"SELECT xmin::text || t::text FROM {table} t WHERE contract_id = :c"), {"c": contract_id}
                    )
                ).all()
            )
            for table in WRITTEN
        }


@pytest.mark.parametrize("mode", ["rebuild", "verify"])
async def test_a_rebuild_of_what_is_sound_finds_and_writes_nothing(workbench: Workbench, mode: str) -> None:
    contract = await workbench.contract()
    source = await workbench.source(contract.id)
    await workbench.store(source, random_week(Random(81), 25))
    await workbench.fold(START + 400 * HOUR)
    before = await _rows(workbench, contract.id)
    assert all(before[table] for table in ("ticket_share", "rollup_day", "contract_clock"))
    told = await _rebuild(workbench, contract.id, mode)
    assert (told.changed_tickets, told.differing_tickets, told.differing_days, told.moved_days) == (0, 0, 0, 0)
    assert told.deliveries > 25
    assert told.tickets_total == told.tickets_done == 25
    assert await _rows(workbench, contract.id) == before


async def test_a_rebuild_heals_sums_shares_and_events(workbench: Workbench) -> None:
    """given sums, shares and events that somebody spoilt / when rebuilt / then the figures are what they were."""
    contract = await workbench.contract()
    source = await workbench.source(contract.id)
    await workbench.store(source, random_week(Random(82), 40))
    await workbench.fold(to_microseconds(now()))
    sound = await live(workbench.database, contract.id, "2026-10")
    await _spoil(workbench, contract.id)
    spoilt = await _rows(workbench, contract.id)
    verified = await _rebuild(workbench, contract.id, "verify")
    assert await _rows(workbench, contract.id) == spoilt
    told = await _rebuild(workbench, contract.id)
    assert told.changed_tickets > 0
    assert told.differing_tickets >= told.changed_tickets
    assert told.differing_days > 0
    assert told.moved_days > 0
    for name in ("changed_tickets", "differing_tickets", "differing_days", "moved_days"):
        assert getattr(verified, name) == getattr(told, name)
    assert await sums_differ(workbench.database, contract.id) == 0
    healed = await live(workbench.database, contract.id, "2026-10")
    values = {
        series: (figure.value, figure.numerator, figure.denominator, figure.sample_size)
        for series, figure in healed.items()
    }
    assert values == {
        series: (figure.value, figure.numerator, figure.denominator, figure.sample_size)
        for series, figure in sound.items()
    }


async def test_what_is_told_while_a_rebuild_runs_is_in_it(workbench: Workbench) -> None:
    """given a spoilt contract / when tickets are stored and folded all the time it is rebuilt / then days = scratch."""
    contract = await workbench.contract()
    source = await workbench.source(contract.id)
    for seed in range(4):
        lives = random_week(Random(9000 + seed), 40, prefix=f"S{seed}-")
        ahead, during = lives[: len(lives) // 2], lives[len(lives) // 2 :]
        await workbench.store(source, ahead)
        await workbench.fold(to_microseconds(now()))
        await _spoil(workbench, contract.id)
        over = asyncio.Event()

        async def keep_telling(deliveries: list[Delivery], over: asyncio.Event) -> None:
            waiting = list(deliveries)
            while waiting or not over.is_set():
                batch, waiting = waiting[:7], waiting[7:]
                if batch:
                    await workbench.store(source, batch)
                async with workbench.database.background_session() as session:
                    await fold_batch(session)
                await asyncio.sleep(0)

        telling = asyncio.create_task(keep_telling(during, over))
        told = await _rebuild(workbench, contract.id)
        over.set()
        await telling
        assert told.changed_tickets > 0
        at_us = to_microseconds(now())
        await workbench.fold(at_us)
        assert await workbench.days(contract.id) == await workbench.rebuilt_days(contract.id, source, at_us)
        assert await sums_differ(workbench.database, contract.id) == 0


@pytest.mark.parametrize("phase", ["reading", "folding", "comparing", "swapping"])
async def test_cut_off_anywhere_nothing_has_changed_and_it_begins_again(workbench: Workbench, phase: str) -> None:
    contract = await workbench.contract()
    source = await workbench.source(contract.id)
    await workbench.store(source, random_week(Random(83), 30))
    await workbench.fold(to_microseconds(now()))
    sound = await workbench.days(contract.id)
    await _spoil(workbench, contract.id)
    spoilt = await _rows(workbench, contract.id)
    rebuild_id = await _ask(workbench, contract.id)
    with pytest.MonkeyPatch.context() as patch:
        reached = asyncio.Event()

        async def stand(*_: Any, **__: Any) -> None:
            reached.set()
            await asyncio.sleep(60)

        names = {"reading": "note_deliveries", "folding": "take_unfolded", "comparing": "differing_days"}
        patch.setattr(sums if phase == "comparing" else repository, names.get(phase, "finish"), stand)
        cut_off = asyncio.create_task(Rebuilder(workbench.database, workbench.sources, workbench.gate).run_next())
        await asyncio.wait_for(reached.wait(), 20)
        found = await _found(workbench, contract.id, rebuild_id)
        assert (found.state, found.finished_at) == ("running", None)
        cut_off.cancel()
        with pytest.raises(asyncio.CancelledError):
            await cut_off
    assert await _rows(workbench, contract.id) == spoilt
    assert await Rebuilder(workbench.database, workbench.sources, workbench.gate).run_next()
    again = await _found(workbench, contract.id, rebuild_id)
    assert again.state == "done"
    assert again.differing_days > 0
    assert await workbench.days(contract.id) == sound
    for table in ("rebuild_delivery", "rebuild_ticket"):
        async with workbench.database.background_session() as session:
            left = await session.scalar(
                text(f"SELECT count(*) FROM {table} WHERE contract_id = :c"), {"c": contract.id}
            )
        assert left == 0


async def test_readers_see_the_one_or_the_other(workbench: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    """given most events lost / when rebuilt / then whoever reads sees all days spoilt or all days sound."""
    contract = await workbench.contract()
    source = await workbench.source(contract.id)
    await workbench.store(source, random_week(Random(84), 60))
    await workbench.fold(to_microseconds(now()))
    sound = await workbench.days(contract.id)
    async with workbench.database.background_session() as session:
        await session.execute(
            text("DELETE FROM ticket_event WHERE contract_id = :c AND event->>'kind' <> 'created'"), {"c": contract.id}
        )
        await session.execute(
            text(
                "INSERT INTO ticket_mark (contract_id, source_id, ticket_id)"
                " SELECT contract_id, source_id, ticket_id FROM ticket_state WHERE contract_id = :c"
            ),
            {"c": contract.id},
        )
    await workbench.fold(to_microseconds(now()))
    spoilt = await workbench.days(contract.id)
    assert spoilt != sound
    monkeypatch.setattr(swapping, "BATCH", 7)
    await _ask(workbench, contract.id)
    work = asyncio.create_task(Rebuilder(workbench.database, workbench.sources, workbench.gate).run_next())
    seen = []
    while not work.done():
        seen.append(await workbench.days(contract.id))
        await asyncio.sleep(0)
    await work
    assert all(days in (spoilt, sound) for days in seen)
    assert spoilt in seen
    assert await workbench.days(contract.id) == sound


async def test_content_erased_meanwhile_brings_nothing_back(workbench: Workbench) -> None:
    contract = await workbench.contract()
    source = await workbench.source(contract.id)
    await workbench.store(source, random_week(Random(85), 10))
    await workbench.fold(to_microseconds(now()))
    async with workbench.database.background_session() as session:
        await session.execute(text("DELETE FROM ticket_event WHERE contract_id = :c"), {"c": contract.id})
    found = repository.noted_deliveries

    async def erase_first(session: AsyncSession, *names: UUID) -> Any:
        noted = await found(session, *names)
        async with workbench.database.background_session() as other:
            await other.execute(text("DELETE FROM delivery_body WHERE contract_id = :c"), {"c": contract.id})
        return noted

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(repository, "noted_deliveries", erase_first)
        told = await _rebuild(workbench, contract.id)
    assert told.changed_tickets == 0
    assert await workbench.count("ticket_event", source) == 0


async def test_one_that_always_fails_is_given_up(workbench: Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    contract = await workbench.contract()
    rebuild_id = await _ask(workbench, contract.id)

    async def fails(*_: Any, **__: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr(repository, "raw_deliveries", fails)
    rebuilder = Rebuilder(workbench.database, workbench.sources, workbench.gate)
    for _ in range(MOST_ATTEMPTS):
        assert await rebuilder.run_next()
        async with workbench.database.background_session() as session:
            await session.execute(
                text("UPDATE rebuild SET started_at = started_at - interval '1 minute' WHERE id = :id"),
                {"id": rebuild_id},
            )
    assert (await _found(workbench, contract.id, rebuild_id)).state == "failed"
    assert not await rebuilder.run_next()
