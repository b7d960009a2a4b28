"""A rebuild makes everything anew from the raw deliveries, and tells what it found; on both servers."""

from datetime import datetime
from random import Random
from uuid import UUID

from sqlalchemy import text

from services.common.identifiers import new_id
from services.common.instants import now, to_microseconds
from services.kpi.folding.clock import read_clock
from services.kpi.rebuilds import repository
from services.kpi.rebuilds.service import Rebuilder
from tests.kpi.folding.test_fold import HOUR, START, random_week
from tests.support.figures import live, sums_differ
from tests.support.kpi import Workbench

SPOIL = (
    "UPDATE rollup_day SET numerator = numerator + 1 WHERE contract_id = :c AND indicator = 'csat'",
    "DELETE FROM rollup_month WHERE contract_id = :c AND indicator = 'nps'",
    "DELETE FROM ticket_share WHERE contract_id = :c AND indicator = 'frt'",
    "DELETE FROM ticket_event WHERE contract_id = :c AND event->>'kind' = 'rated'",
)


async def _rebuild(workbench: Workbench, contract_id: UUID) -> tuple[int, int, int]:
    """(changed tickets, differing days, deliveries) of one rebuild."""
    rebuild_id = new_id()
    async with workbench.database.background_session() as session:
        await repository.add(session, contract_id, rebuild_id, "test")
    assert await Rebuilder(workbench.database, workbench.sources, workbench.gate).run_next()
    async with workbench.database.background_session() as session:
        found = await repository.find(session, contract_id, rebuild_id)
    assert found is not None
    assert found.state == "done"
    return found.changed_tickets, found.differing_days, found.deliveries


async def _data_as_of(workbench: Workbench, contract_id: UUID) -> datetime:
    async with workbench.database.background_session() as session:
        clock = await read_clock(session, contract_id)
    assert clock is not None
    assert clock.data_as_of is not None
    return clock.data_as_of  # type: ignore[no-any-return]


async def test_a_rebuild_of_what_is_sound_finds_nothing(workbench: Workbench) -> None:
    contract = await workbench.contract()
    source = await workbench.source(contract.id)
    await workbench.store(source, random_week(Random(81), 25))
    await workbench.fold(START + 400 * HOUR)
    before = await _data_as_of(workbench, contract.id)
    changed, differing, deliveries = await _rebuild(workbench, contract.id)
    assert (changed, differing) == (0, 0)
    assert deliveries > 25
    assert await _data_as_of(workbench, contract.id) > before


async def test_a_rebuild_heals_sums_shares_and_events(workbench: Workbench) -> None:
    """given sums, shares and events that somebody spoilt / when rebuilt / then the figures are what they were."""
    contract = await workbench.contract()
    source = await workbench.source(contract.id)
    await workbench.store(source, random_week(Random(82), 40))
    await workbench.fold(to_microseconds(now()))
    sound = await live(workbench.database, contract.id, "2026-10")
    for statement in SPOIL:
        async with workbench.database.background_session() as session:
            await session.execute(text(statement), {"c": contract.id})
    changed, differing, _ = await _rebuild(workbench, contract.id)
    assert changed > 0
    assert differing > 0
    assert await sums_differ(workbench.database, contract.id) == 0
    healed = await live(workbench.database, contract.id, "2026-10")
    told = {
        series: (figure.value, figure.numerator, figure.denominator, figure.sample_size)
        for series, figure in healed.items()
    }
    assert told == {
        series: (figure.value, figure.numerator, figure.denominator, figure.sample_size)
        for series, figure in sound.items()
    }
