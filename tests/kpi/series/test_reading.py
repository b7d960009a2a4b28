"""How a series is read: one range of one index, whatever its length."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import event, text
from sqlalchemy.ext.asyncio import AsyncSession

from services.kpi.figures.rules.indicators import INDICATORS
from services.kpi.series import repository
from services.kpi.series.rules import SeriesGrain, Wanted
from services.kpi.series.service import read_series
from tests.support.kpi import Workbench

FIRST, LAST = date(2025, 11, 1), date(2026, 10, 31)
MANY = text(
    "INSERT INTO rollup_day SELECT CAST(:contract AS uuid), code, day::date, 10, 7, 0, 0, NULL, NULL"
    " FROM unnest(CAST(:codes AS text[])) AS code,"
    "  generate_series(timestamp '2024-01-01', timestamp '2026-10-31', interval '1 day') AS day"
)


@pytest.fixture
async def contract_id(workbench: Workbench) -> UUID:
    """A contract with years of days of every indicator, among others with as many."""
    told = [(await workbench.contract()).id for _ in range(3)]
    async with workbench.database.background_session() as session:
        for contract in told:
            await session.execute(MANY, {"contract": contract, "codes": list(INDICATORS)})
        await session.execute(text("DELETE FROM contract_clock WHERE contract_id = ANY(:told)"), {"told": told})
    return told[1]


async def statements(session: AsyncSession, contract_id: UUID, grain: SeriesGrain) -> list[tuple[str, Any]]:
    """What is sent to the database for a year of first contacts, with its values."""
    sent: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, values: Any, *_: Any) -> None:
        sent.append((statement, values))

    engine = session.get_bind().engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        told = await read_series(session, contract_id, Wanted(INDICATORS["fcr_ticket"], None, FIRST, LAST, grain, 1))
    finally:
        event.remove(engine, "before_cursor_execute", note)
    assert len(told.items) == {"day": 365, "month": 12}[grain]
    return sent


def nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A plan and everything below it."""
    yield plan
    for child in plan.get("Plans", ()):
        yield from nodes(child)


async def test_a_year_is_one_range_of_one_index(workbench: Workbench, contract_id: UUID) -> None:
    """given years of days of many indicators / then a year of one reads its own 365 rows, in one statement."""
    async with workbench.database.background_session() as session:
        await session.execute(text("ANALYZE rollup_day"))
        sent = await statements(session, contract_id, "day")
        sums = [values for statement, values in sent if "FROM rollup_day" in statement]
        assert len(sums) == 1
        assert not any("ticket_share" in statement or "ticket_event" in statement for statement, _ in sent)
        values = {"contract": contract_id, "indicator": "fcr_ticket", "first": FIRST, "last": LAST}
        explained = await session.scalar(text("EXPLAIN (ANALYZE, FORMAT JSON) " + str(repository.DAYS.text)), values)
    reading = [node for node in nodes(explained[0]["Plan"]) if node.get("Index Name") == "rollup_day_pkey"]
    assert len(reading) == 1
    condition = reading[0]["Index Cond"]
    assert all(re.search(rf"\b{column}\b", condition) for column in ("contract_id", "indicator", "day"))
    assert reading[0]["Actual Rows"] == 365


async def test_months_are_read_from_months(workbench: Workbench, contract_id: UUID) -> None:
    async with workbench.database.background_session() as session:
        sent = await statements(session, contract_id, "month")
    assert sum("FROM rollup_month" in statement for statement, _ in sent) == 1
    assert not any("FROM rollup_day" in statement or "ticket_share" in statement for statement, _ in sent)
