"""A contract whose sources are watched, and an hour that does not end while they are."""

import asyncio

import pytest

from services.common.instants import now, to_microseconds
from services.kpi.calendars.instants import HOUR_US, SECOND_US
from tests.support.kpi_service import KpiHouse, KpiPair


@pytest.fixture
async def this_hour() -> int:
    """The present hour, with a minute of it left at least: what is told of a silence grows with each whole hour."""
    left_us = HOUR_US - to_microseconds(now()) % HOUR_US
    if left_us < 60 * SECOND_US:
        await asyncio.sleep(left_us / SECOND_US + 1)
    return to_microseconds(now()) // HOUR_US


@pytest.fixture
def pair(house: KpiHouse) -> KpiPair:
    """A contract between two new companies, without holidays."""
    return house.pair()
