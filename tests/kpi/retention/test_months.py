"""Months of deliveries on both servers: made ahead whatever the date, contents dropped when they are over."""

import hashlib
from datetime import UTC, date, datetime
from random import Random
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from services.common.identifiers import new_id
from services.common.instants import now, to_microseconds
from services.kpi.rebuilds import repository as rebuilds
from services.kpi.rebuilds.service import Rebuilder
from services.kpi.retention import repository
from services.kpi.retention.service import keep_months
from services.kpi.sources.registry import Source
from tests.kpi.folding.test_fold import random_week
from tests.support.kpi import Workbench


def _today() -> date:
    return now().astimezone(UTC).date()


async def _age(workbench: Workbench, source: Source, month: date) -> None:
    """Move what a source sent into a month long ago."""
    async with workbench.database.background_session() as session:
        await repository.prepare_months(session, month, 0)
        values = {"c": source.contract_id, "at": datetime(month.year, month.month, 5, tzinfo=UTC)}
        for table in ("delivery", "delivery_body"):
            await session.execute(text(f"UPDATE {table} SET recorded_at = :at WHERE contract_id = :c"), values)


async def _months(workbench: Workbench) -> set[date]:
    async with workbench.database.background_session() as session:
        return set(await repository.held_months(session))


async def test_months_are_made_ahead_of_any_date(workbench: Workbench) -> None:
    await keep_months(workbench.database, date(2040, 11, 30), 500)
    made = {date(2040, 11, 1), date(2040, 12, 1), date(2041, 1, 1), date(2041, 2, 1)}
    assert made <= await _months(workbench)
    await keep_months(workbench.database, date(2040, 12, 1), 500)
    assert made | {date(2041, 3, 1)} <= await _months(workbench)
    async with workbench.database.background_session() as session:
        secured = await session.scalar(
            text(
                "SELECT bool_and(relrowsecurity AND relforcerowsecurity) FROM pg_class"
                " WHERE relname IN ('delivery_2041_03', 'delivery_body_2041_03')"
            )
        )
    assert secured


async def test_contents_that_are_over_go_and_the_figures_stay(workbench: Workbench) -> None:
    """given contents of two years ago / when they are over / then events, days and digests stay, also when rebuilt."""
    month = date(_today().year - 2, 5, 1)
    contract = await workbench.contract()
    source = await workbench.source(contract.id)
    await workbench.store(source, random_week(Random(31), 12))
    await workbench.fold(to_microseconds(now()))
    await _age(workbench, source, month)
    days, events = await workbench.days(contract.id), await workbench.count("ticket_event", source)
    digests = await _digests(workbench, contract.id)
    # Of a delivery that came twice the content is kept once.
    contents = await _digests(workbench, contract.id, "JOIN delivery_body b ON b.delivery_id = d.id")
    assert 0 < len(contents) < len(digests)

    assert await keep_months(workbench.database, _today(), 40) == []
    assert month in await keep_months(workbench.database, _today(), 13)
    assert month not in await _months(workbench)
    assert await workbench.count("ticket_event", source) == events
    assert await _digests(workbench, contract.id) == digests
    async with workbench.database.background_session() as session:
        noted = (await session.execute(text("SELECT * FROM content_dropped WHERE month = :m"), {"m": month})).one()
    assert noted.deliveries == len(contents)
    assert bytes(noted.sha256) == hashlib.sha256(b"".join(contents)).digest()

    rebuild_id = new_id()
    async with workbench.database.background_session() as session:
        await rebuilds.add(session, contract.id, rebuild_id, "test")
    assert await Rebuilder(workbench.database, workbench.sources, workbench.gate).run_next()
    async with workbench.database.background_session() as session:
        told = await rebuilds.find(session, contract.id, rebuild_id)
    assert told is not None
    assert (told.state, told.deliveries) == ("done", 0)
    assert (told.changed_tickets, told.differing_tickets, told.differing_days) == (0, 0, 0)
    assert await workbench.days(contract.id) == days


async def test_who_reads_contents_is_not_waited_for_long(workbench: Workbench) -> None:
    month = date(_today().year - 2, 6, 1)
    contract = await workbench.contract()
    source = await workbench.source(contract.id)
    await workbench.store(source, random_week(Random(32), 2))
    await _age(workbench, source, month)
    async with workbench.database.background_session() as reading:
        await reading.execute(text("SELECT count(*) FROM delivery_body"))
        assert month not in await keep_months(workbench.database, _today(), 13)
    assert month in await keep_months(workbench.database, _today(), 13)


async def test_only_whole_months_that_are_over_can_be_dropped(workbench: Workbench) -> None:
    for month in (_today().replace(day=1), date(2020, 5, 2), date(2041, 1, 1)):
        with pytest.raises(DBAPIError, match="only whole months"):
            async with workbench.database.background_session() as session:
                await session.execute(text("SELECT drop_delivery_bodies(:m)"), {"m": month})


async def test_what_was_never_read_is_forgotten_too(workbench: Workbench) -> None:
    contract = await workbench.contract()
    source = await workbench.source(contract.id)
    async with workbench.database.background_session() as session:
        await session.execute(
            text(
                "INSERT INTO quarantine (contract_id, source_id, sha256, receipt_id, received_at, reason, headers,"
                " body) SELECT :c, :s, sha256(age::text::bytea), gen_random_uuid(), now() - age, 'x', '{}', 'x'"
                " FROM unnest(ARRAY[interval '1 month', interval '15 months']) AS age"
            ),
            {"c": contract.id, "s": source.id},
        )
        await session.execute(
            text(
                "INSERT INTO replay (contract_id, id, source_id, state, requested_at, requested_by, deliveries,"
                " payload) VALUES (:c, gen_random_uuid(), :s, 'proposed', now() - interval '15 months', 'x', 1, 'x')"
            ),
            {"c": contract.id, "s": source.id},
        )
    await keep_months(workbench.database, _today(), 13)
    assert await workbench.count("quarantine", source) == 1
    assert await workbench.count("replay", source, "state = 'failed' AND payload IS NULL") == 1


async def _digests(workbench: Workbench, contract_id: UUID, joined: str = "") -> list[bytes]:
    async with workbench.database.background_session() as session:
        rows = await session.scalars(
            text(f"SELECT d.sha256 FROM delivery d {joined} WHERE d.contract_id = :c ORDER BY d.recorded_at, d.id"),
            {"c": contract_id},
        )
        return [bytes(row) for row in rows]
