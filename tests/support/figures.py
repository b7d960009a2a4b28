"""Figures in tests: read as a party reads them, and the tables they rest on compared with a rebuild."""

from typing import Any
from uuid import UUID

from services.common.database import Database
from services.kpi.figures import service
from services.kpi.figures.rules.figure import Figure
from services.kpi.figures.rules.periods import parse_period
from services.kpi.rebuilds import sums as rebuilt_sums
from tests.support.callers import Api

Series = tuple[str, str | None]
"""(indicator, variant)."""


def figures(api: Api, path: str, period: str, **query: str) -> dict[Series, dict[str, Any]]:
    """The figures of a period over HTTP, by indicator and variant."""
    answer = api.get(f"{path}/figures", params={"period": period, **query})
    assert answer.status_code == 200, answer.text
    return {(item["indicator"], item["variant"]): item for item in answer.json()["items"]}


def explanation(api: Api, figure_id: str, **query: Any) -> dict[str, Any]:
    """The explanation of a figure over HTTP."""
    answer = api.get(f"/v1/figures/{figure_id}/explanation", params=query)
    assert answer.status_code == 200, answer.text
    told: dict[str, Any] = answer.json()
    return told


async def live(database: Database, contract_id: UUID, period: str) -> dict[Series, Figure]:
    """The figures of a period below HTTP, by indicator and variant."""
    async with database.background_session() as session:
        _, told = await service.read_live(session, contract_id, parse_period(period))
    return {(figure.indicator, figure.variant): figure for figure in told}


async def sums_differ(database: Database, contract_id: UUID) -> int:
    """Days and months that are not the sums and ranks of the tickets' shares."""
    async with database.background_session() as session:
        return await rebuilt_sums.differing_days(session, contract_id)
