"""Shares, months and ranks: one record of what tickets contribute, and exact sums of it; on both servers."""

from datetime import date
from random import Random
from uuid import UUID

import pytest
from sqlalchemy import text

from services.common.database import Database
from services.kpi.figures.rules.indicators import DURATIONS
from services.kpi.figures.rules.values import nearest_rank
from services.kpi.rebuilds import sums as rebuilt_sums
from services.kpi.terms.repository import read_terms
from tests.factories.webhooks import Delivery, at, cloud_event, generic_delivery
from tests.kpi.folding.test_fold import HOUR, START, random_week
from tests.support.figures import sums_differ
from tests.support.kpi import Workbench, shares_at

NINE = at("2026-10-20T07:00:00+00:00")


async def _shares(database: Database, contract_id: UUID) -> dict[tuple[str, str, date], tuple[int, ...]]:
    statement = text(
        "SELECT ticket_id, indicator, day, denominator, numerator, total_seconds, pending FROM ticket_share"
        " WHERE contract_id = :contract"
    )
    async with database.background_session() as session:
        rows = await session.execute(statement, {"contract": contract_id})
        return {(row[0], row[1], row[2]): tuple(row[3:]) for row in rows}


@pytest.mark.parametrize("seed", range(3))
async def test_shares_are_what_each_ticket_counts_for(workbench: Workbench, seed: int) -> None:
    """given random lives folded in random batches / then the shares kept are those of the facts, and no other."""
    draw = Random(100 + seed)
    contract = await workbench.contract()
    source = await workbench.source(contract.id)
    deliveries = random_week(draw, 30)
    now = START
    while deliveries:
        size = draw.randrange(1, 80)
        batch, deliveries = deliveries[:size], deliveries[size:]
        await workbench.store(source, batch)
        now += draw.randrange(40 * HOUR)
        await workbench.fold(now)
        async with workbench.database.background_session() as session:
            terms = await read_terms(session, contract.id)
        wanted = {
            (ticket, share.indicator, share.day): share.sums
            for ticket, own in shares_at(await workbench.events(source), source.id, terms, now).items()
            for share in own
        }
        assert await _shares(workbench.database, contract.id) == wanted
        assert await sums_differ(workbench.database, contract.id) == 0


async def test_days_keep_the_ranks_of_their_durations(workbench: Workbench) -> None:
    """given answers after 1 to 20 minutes, then one that came earlier after all / then median and P90 are exact."""
    contract = await workbench.contract()
    source = await workbench.source(contract.id)
    minute = 60_000_000
    delays = {f"T-{number}": number * minute for number in range(1, 21)}
    await workbench.store(
        source, [delivery for ticket, delay in delays.items() for delivery in _answered(ticket, delay)]
    )
    await workbench.fold(NINE + HOUR)
    assert await _ranks(workbench, contract.id, "frt") == (10 * 60, 18 * 60)
    # An earlier answer arrives late: 20 minutes become 1, and every rank above moves.
    await workbench.store(source, [_message("T-20", NINE + minute, NINE + 2 * HOUR)])
    await workbench.fold(NINE + 2 * HOUR)
    assert await _ranks(workbench, contract.id, "frt") == (9 * 60, 17 * 60)
    # Two answers change so that their sum stays: the sums do not move, the ranks do.
    await workbench.store(source, [_message("T-19", NINE + 17 * minute, NINE + 3 * HOUR)])
    await workbench.fold(NINE + 3 * HOUR)
    told = sorted([*range(1, 19), 1, 17])
    assert await _ranks(workbench, contract.id, "frt") == (
        60 * (nearest_rank(told, 5) or 0), 60 * (nearest_rank(told, 9) or 0)
    )  # fmt: skip
    assert await sums_differ(workbench.database, contract.id) == 0


async def test_a_share_that_does_not_move_is_not_written_again(workbench: Workbench) -> None:
    """given a folded ticket / when a rating comes / then only the rating's row is new; the others are as they were."""
    contract = await workbench.contract()
    source = await workbench.source(contract.id)
    await workbench.store(source, _answered("T-1", 60_000_000))
    await workbench.fold(NINE + HOUR)
    before = await _row_versions(workbench, contract.id)
    rated = cloud_event("csat", "T-1", NINE + 2 * HOUR, {"score": 5, "scale_max": 5})
    await workbench.store(source, [generic_delivery(rated, NINE + 2 * HOUR)])
    await workbench.fold(NINE + 3 * HOUR)
    after = await _row_versions(workbench, contract.id)
    assert set(after) - set(before) == {"csat"}
    assert {indicator: after[indicator] for indicator in before} == before


async def test_a_refill_heals_what_was_damaged(workbench: Workbench) -> None:
    """given sums that somebody spoilt / then they are found to differ, and are made anew from the shares."""
    contract = await workbench.contract()
    source = await workbench.source(contract.id)
    await workbench.store(source, random_week(Random(7), 20))
    await workbench.fold(START + 300 * HOUR)
    sound = await workbench.days(contract.id)
    spoil = (
        "UPDATE rollup_day SET numerator = numerator + 1 WHERE contract_id = :contract AND indicator = 'csat'",
        "UPDATE rollup_day SET p90_seconds = p90_seconds + 1 WHERE contract_id = :contract AND indicator = 'frt'",
        "DELETE FROM rollup_month WHERE contract_id = :contract AND indicator = 'nps'",
    )
    for statement in spoil:
        async with workbench.database.background_session() as session:
            await session.execute(text(statement), {"contract": contract.id})
        assert await sums_differ(workbench.database, contract.id) > 0
        async with workbench.database.background_session() as session:
            await rebuilt_sums.refill_days(session, contract.id)
        assert await sums_differ(workbench.database, contract.id) == 0
    assert await workbench.days(contract.id) == sound


def _answered(ticket: str, delay_us: int) -> list[Delivery]:
    created = generic_delivery(cloud_event("created", ticket, NINE, {"status": "new"}), NINE)
    return [created, _message(ticket, NINE + delay_us, NINE + delay_us)]


def _message(ticket: str, at_us: int, received_us: int) -> Delivery:
    return generic_delivery(cloud_event("message", ticket, at_us, {"author": "agent", "public": True}), received_us)


async def _ranks(workbench: Workbench, contract_id: UUID, indicator: str) -> tuple[int, int]:
    statement = text(
        "SELECT median_seconds, p90_seconds FROM rollup_day WHERE contract_id = :contract AND indicator = :indicator"
    )
    assert indicator in DURATIONS
    async with workbench.database.background_session() as session:
        row = (await session.execute(statement, {"contract": contract_id, "indicator": indicator})).one()
        return row.median_seconds, row.p90_seconds


async def _row_versions(workbench: Workbench, contract_id: UUID) -> dict[str, str]:
    statement = text("SELECT indicator, xmin::text AS version FROM ticket_share WHERE contract_id = :contract")
    async with workbench.database.background_session() as session:
        return {row.indicator: row.version for row in await session.execute(statement, {"contract": contract_id})}
