"""The clock of a contract: it grows with every change, and timers ring where time alone changes a figure."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import text

from services.common.instants import from_microseconds
from services.kpi.folding.clock import read_clock, touch
from tests.factories.webhooks import at, cloud_event, generic_delivery
from tests.support.kpi import PARAMETERS, Workbench

NINE = at("2026-10-20T07:00:00+00:00")
HOUR = 3_600_000_000


async def _clock(workbench: Workbench, contract_id: UUID) -> tuple[int, datetime | None]:
    async with workbench.database.background_session() as session:
        clock = await read_clock(session, contract_id)
    assert clock is not None
    return clock.change, clock.data_as_of


async def _next_timer(workbench: Workbench, contract_id: UUID) -> datetime:
    statement = text("SELECT next_timer_at FROM contract_clock WHERE contract_id = :contract")
    async with workbench.database.background_session() as session:
        found: datetime = (await session.scalars(statement, {"contract": contract_id})).one()
        return found


async def _marks(workbench: Workbench, contract_id: UUID) -> dict[str, datetime]:
    statement = text("SELECT period, due_at FROM period_mark WHERE contract_id = :contract")
    async with workbench.database.background_session() as session:
        return {row.period: row.due_at for row in await session.execute(statement, {"contract": contract_id})}


async def test_every_fold_moves_the_clock_of_its_contracts_only(workbench: Workbench) -> None:
    first, second = await workbench.contract(), await workbench.contract()
    source = await workbench.source(first.id)
    await workbench.store(source, [generic_delivery(cloud_event("created", "T-1", NINE), NINE)])
    await workbench.fold(NINE)
    change, data_as_of = await _clock(workbench, first.id)
    assert data_as_of == from_microseconds(NINE)
    async with workbench.database.background_session() as session:
        untouched = await read_clock(session, second.id)
    assert untouched is None or untouched.data_as_of is None
    said = cloud_event("message", "T-1", NINE + HOUR, {"author": "agent", "public": True})
    await workbench.store(source, [generic_delivery(said, NINE + HOUR)])
    await workbench.fold(NINE + HOUR)
    later, data_as_of = await _clock(workbench, first.id)
    assert later > change
    assert data_as_of == from_microseconds(NINE + HOUR)


async def test_timers_ring_at_local_midnight_and_when_the_grace_ends(workbench: Workbench) -> None:
    """given a contract at rest / then its data are of each midnight and each end of a grace, and nothing in between."""
    contract = await workbench.contract({**PARAMETERS, "late_grace_hours": 30})
    source = await workbench.source(contract.id)
    # Nothing changes any more for a ticket that was excluded: only midnights and graces are left.
    events = [cloud_event("created", "T-1", NINE - 1), cloud_event("spam", "T-1", NINE)]
    await workbench.store(source, [generic_delivery(events, NINE)])
    await workbench.fold(NINE)
    await workbench.fold(at("2026-10-20T23:59:59+02:00"))
    assert (await _clock(workbench, contract.id))[1] == from_microseconds(NINE)
    rung = []
    for instant in ("2026-10-21T00:00:00+02:00", "2026-10-21T06:00:00+02:00", "2026-10-22T00:00:00+02:00",
                    "2026-10-22T06:00:00+02:00"):  # fmt: skip
        assert await _next_timer(workbench, contract.id) == from_microseconds(at(instant))
        await workbench.fold(at(instant))
        rung.append((await _clock(workbench, contract.id))[1])
    assert rung == [
        from_microseconds(at(text))
        for text in ("2026-10-21T00:00:00+02:00", "2026-10-21T06:00:00+02:00", "2026-10-22T00:00:00+02:00",
                     "2026-10-22T06:00:00+02:00")
    ]  # fmt: skip


async def test_what_a_fold_touches_is_to_be_published(workbench: Workbench) -> None:
    """given a solve in a past month / then its day, month and quarter are due at once, those still open at midnight."""
    contract = await workbench.contract()
    source = await workbench.source(contract.id)
    solved = cloud_event("created", "T-1", at("2026-09-30T10:00:00+02:00"), {"status": "solved"})
    await workbench.store(source, [generic_delivery(solved, NINE)])
    await workbench.fold(NINE)
    midnight = from_microseconds(at("2026-10-21T00:00:00+02:00"))
    over = from_microseconds(NINE)
    assert await _marks(workbench, contract.id) == {"2026-09-30": over, "2026-09": over, "2026-Q3": over}
    opened = cloud_event("created", "T-2", NINE, {"status": "solved"})
    await workbench.store(source, [generic_delivery(opened, NINE)])
    await workbench.fold(NINE + HOUR)
    marks = await _marks(workbench, contract.id)
    assert {period: due for period, due in marks.items() if due != over} == {
        "2026-10-20": midnight, "2026-10": midnight, "2026-Q4": midnight
    }  # fmt: skip


async def test_a_touch_is_a_change_without_new_data(workbench: Workbench) -> None:
    contract = await workbench.contract()
    source = await workbench.source(contract.id)
    await workbench.store(source, [generic_delivery(cloud_event("created", "T-1", NINE), NINE)])
    await workbench.fold(NINE)
    change, data_as_of = await _clock(workbench, contract.id)
    async with workbench.database.request_session(contract.parties[0].organisation_id, platform=False) as session:
        await touch(session, contract.id)
    assert await _clock(workbench, contract.id) == (change + 1, data_as_of)
