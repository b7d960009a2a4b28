"""Published versions: numbered, whole, at an instant for which the events give them; on both servers."""

from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

import msgspec
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from services.common.instants import now, to_microseconds
from services.kpi.figures import service
from services.kpi.figures.publishing import publish_contract, publish_due
from services.kpi.figures.rules.figure import Figure
from services.kpi.figures.rules.instants import Instants
from services.kpi.figures.rules.periods import parse_period
from services.kpi.terms.schemas import ContractTold
from services.kpi.terms.service import take_over
from tests.factories.webhooks import Delivery, cloud_event, generic_delivery
from tests.kpi.folding.test_fold import START, random_week
from tests.support.figures import live
from tests.support.kpi import Workbench
from tests.support.kpi_service import commitment, snapshot

HOUR = 3_600_000_000
DAY = 24 * HOUR
MONTH = "2026-10"


async def _publish(workbench: Workbench, contract: ContractTold, at: datetime | None = None) -> int:
    looked_at = 0
    while number := await publish_contract(workbench.database, contract.id, at):
        looked_at += number
    return looked_at


async def _versions(workbench: Workbench, contract_id: UUID, period: str) -> dict[tuple[str, str], list[Figure]]:
    statement = text(
        "SELECT indicator, variant, body FROM figure_version WHERE contract_id = :contract AND period = :period"
        " ORDER BY version"
    )
    found: dict[tuple[str, str], list[Figure]] = {}
    async with workbench.database.background_session() as session:
        for row in await session.execute(statement, {"contract": contract_id, "period": period}):
            found.setdefault((row.indicator, row.variant), []).append(msgspec.json.decode(row.body, type=Figure))
    return found


async def test_a_period_that_is_over_is_published_once_it_is_quiet(workbench: Workbench) -> None:
    """given tickets of a past month / when folded / then what has a value is version 1, live figures carry it, and
    publishing again adds nothing."""
    contract = await workbench.contract()
    source = await workbench.source(contract.id)
    await workbench.store(source, random_week(Random(1), 40))
    assert await _publish(workbench, contract) == 0, "tickets wait"
    await workbench.fold(to_microseconds(now()))
    assert all(figure.version is None for figure in (await live(workbench.database, contract.id, MONTH)).values())
    assert await _publish(workbench, contract) > 5
    told = await live(workbench.database, contract.id, MONTH)
    assert {figure.version for figure in told.values() if figure.value is not None} == {1}
    assert {figure.version for figure in told.values() if figure.value is None} <= {None}
    versions = await _versions(workbench, contract.id, MONTH)
    for (indicator, variant), (published,) in versions.items():
        assert published == told[indicator, variant or None]
    assert await _publish(workbench, contract) == 0


async def test_a_late_event_makes_a_version_of_what_it_changes_only(workbench: Workbench) -> None:
    contract = await workbench.contract()
    source = await workbench.source(contract.id)
    await workbench.store(source, random_week(Random(2), 40))
    await workbench.fold(to_microseconds(now()))
    await _publish(workbench, contract)
    before = await live(workbench.database, contract.id, MONTH)
    await workbench.store(source, [_rating("late", START + DAY, 5)])
    await workbench.fold(to_microseconds(now()))
    between = await live(workbench.database, contract.id, MONTH)
    assert between["csat", None].version is None
    assert between["csat", None].denominator == (before["csat", None].denominator or 0) + 1
    assert between["frt", "mean"].version == 1
    await _publish(workbench, contract)
    after = await live(workbench.database, contract.id, MONTH)
    changed = {series for series, figure in after.items() if figure.version == 2}
    # A new ticket, open ever since and rated: what it counts for, and nothing else.
    assert changed == {("csat", None), ("backlog", None), ("data_completeness", None), *_overdue(before, after)}
    assert {figure.version for series, figure in after.items() if series not in changed} <= {1, None}


async def test_a_new_commitment_makes_a_version_of_what_it_judges_only(workbench: Workbench) -> None:
    """given many published figures / when a commitment on one is told / then that one is published again, judged."""
    told = snapshot()
    async with workbench.database.background_session() as session:
        await take_over(session, ContractTold.model_validate(told))
    contract = ContractTold.model_validate(told)
    source = await workbench.source(contract.id)
    await workbench.store(source, random_week(Random(7), 40))
    await workbench.fold(to_microseconds(now()))
    await _publish(workbench, contract)
    before = await live(workbench.database, contract.id, MONTH)
    async with workbench.database.background_session() as session:
        await take_over(session, ContractTold.model_validate(told | {"revision": 2, "commitments": [commitment()]}))
    await workbench.fold(to_microseconds(now()))
    await _publish(workbench, contract)
    after = await live(workbench.database, contract.id, MONTH)
    judged = ("fcr_ticket", None)
    assert (before[judged].version, before[judged].verdict) == (1, "no_target")
    assert after[judged].version == 2
    assert after[judged].verdict not in ("no_target", "no_value")
    assert {figure.version for series, figure in after.items() if series != judged} <= {1, None}


def _overdue(before: dict[Any, Figure], after: dict[Any, Figure]) -> set[Any]:
    promises = (("sla_first_response", None), ("sla_resolution", None))
    return {series for series in promises if before[series].denominator != after[series].denominator}


async def test_many_batches_make_one_version(workbench: Workbench) -> None:
    """given deliveries in many batches, folded one by one, a publisher that tries between them / then one version."""
    contract = await workbench.contract()
    source = await workbench.source(contract.id)
    deliveries = random_week(Random(3), 60)
    for start in range(0, len(deliveries), 40):
        # The next batch is stored before the one before it is folded: tickets always wait.
        await workbench.store(source, deliveries[start : start + 40])
        await publish_due(workbench.database)
    await workbench.fold(to_microseconds(now()))
    await _publish(workbench, contract)
    versions = await _versions(workbench, contract.id, MONTH)
    assert versions
    assert all(len(published) == 1 for published in versions.values())


async def test_an_open_period_is_published_after_the_next_midnight_if_it_changed(workbench: Workbench) -> None:
    contract = await workbench.contract()
    source = await workbench.source(contract.id)
    today = now()
    await workbench.store(source, [_rating("T-1", to_microseconds(today) - HOUR // 60, 5)])
    await workbench.fold(to_microseconds(today))
    month = f"{today + timedelta(days=2):%Y}-Q{((today + timedelta(days=2)).month + 2) // 3}"
    await _publish(workbench, contract, now())
    assert await _versions(workbench, contract.id, month) == {}
    tomorrow = today + timedelta(days=1, hours=1)
    await workbench.fold(to_microseconds(tomorrow))
    await _publish(workbench, contract, tomorrow)
    (published,) = (await _versions(workbench, contract.id, month))["csat", ""]
    assert (published.state, published.provisional, published.version) == ("open", True, 1)
    later = tomorrow + timedelta(days=1)
    await workbench.fold(to_microseconds(later))
    await _publish(workbench, contract, later)
    assert len((await _versions(workbench, contract.id, month))["csat", ""]) == 1


async def test_the_events_give_every_version_again(workbench: Workbench) -> None:
    """given months of random lives with late ones in between / then each version, as of and as known at its instant,
    comes out of the events."""
    contract = await workbench.contract()
    source = await workbench.source(contract.id)
    draw = Random(4)
    deliveries = random_week(draw, 60)
    rounds = 0
    while deliveries:
        batch, deliveries = deliveries[:150], deliveries[150:]
        await workbench.store(source, batch)
        await workbench.fold(to_microseconds(now()))
        await _publish(workbench, contract)
        rounds += 1
    assert rounds > 1
    statement = text("SELECT period, indicator, variant, published_at, body FROM figure_version WHERE contract_id = :c")
    async with workbench.database.background_session() as session:
        rows = (await session.execute(statement, {"c": contract.id})).all()
    assert {row.period for row in rows} > {MONTH, "2026-10-20", "2026-10-21"}
    answers: dict[tuple[str, datetime], dict[tuple[str, str | None], dict[str, Any]]] = {}
    for row in rows:
        key = (row.period, row.published_at)
        if key not in answers:
            async with workbench.database.background_session() as session:
                answer = await service.list_figures_at(
                    session, contract.id, parse_period(row.period), Instants(row.published_at, row.published_at)
                )
            items = msgspec.json.decode(answer.body)["items"]
            answers[key] = {(item["indicator"], item["variant"]): item for item in items}
        published = msgspec.json.decode(row.body)
        again = answers[key][row.indicator, row.variant or None]
        for field in ("version", "data_as_of"):
            published.pop(field), again.pop(field, None)
        assert again == published


@pytest.mark.parametrize("statement", ["UPDATE figure_version SET body = ''", "DELETE FROM figure_version"])
async def test_a_version_is_never_rewritten(workbench: Workbench, statement: str) -> None:
    with pytest.raises(DBAPIError, match="permission denied"):
        async with workbench.database.background_session() as session:
            await session.execute(text(statement))


def _rating(ticket: str, at_us: int, score: int) -> Delivery:
    created = cloud_event("created", ticket, at_us, {"status": "new"})
    rated = cloud_event("csat", ticket, at_us + 1_000_000, {"score": score, "scale_max": 5})
    return generic_delivery([created, rated], at_us + 60_000_000)
