"""Two contracts of one donneur d'ordre with different sous-traitants, both with lives of tickets."""

from collections.abc import AsyncIterator
from random import Random
from typing import Any
from uuid import UUID

import pytest

from services.common.identifiers import new_id
from tests.factories.webhooks import at
from tests.kpi.bi.support import Tables
from tests.support.kpi import OFFICE, PARAMETERS, Workbench, version
from tests.support.kpi_service import KpiHouse, KpiPair, commitment, snapshot
from tests.support.lives import HOUR, random_lives

START = at("2026-10-19T06:00:00+00:00")
NOW = START + 14 * 24 * HOUR


def _told(house: KpiHouse, donneur_ordre_id: str, title: str, parameters: dict[str, Any]) -> KpiPair:
    told = snapshot(title=title, commitments=[commitment()], terms=[{**version(parameters), "id": str(new_id())}])
    told["parties"][0]["organisation_id"] = donneur_ordre_id
    house.tell(told)
    return KpiPair(told["id"], donneur_ordre_id, told["parties"][1]["organisation_id"])


@pytest.fixture(scope="session")
async def tables(house: KpiHouse) -> AsyncIterator[Tables]:
    """Folded at NOW; the first contract has the schedules bureau and nuit, the second bureau and weekend."""
    donneur_ordre_id = str(new_id())
    weekend = {"bureau": OFFICE, "weekend": {**OFFICE, "days": [5, 6]}}
    first = _told(house, donneur_ordre_id, "Service clients", PARAMETERS)
    second = _told(house, donneur_ordre_id, '=HYPERLINK("x")', {**PARAMETERS, "schedules": weekend})
    async with house.workbench() as workbench:
        sources = [(await _lives(workbench, pair, seed)) for seed, pair in enumerate((first, second))]
        await workbench.fold(NOW)
        yield Tables(house, workbench, first, second, sources)


async def _lives(workbench: Workbench, pair: KpiPair, seed: int) -> Any:
    source = await workbench.source(UUID(pair.contract_id))
    await workbench.store(source, random_lives(Random(seed), START, 40, 9 * 24))
    return source
