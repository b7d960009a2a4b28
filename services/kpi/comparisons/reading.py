"""The sums that a comparison rests on: as they are now, or from the events at instants."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.kpi.comparisons.rules import Wanted
from services.kpi.dimensions import repository
from services.kpi.dimensions.service import Measures, gather, read_measures
from services.kpi.figures import service as figures
from services.kpi.figures.rules.evaluated import Gathered
from services.kpi.figures.rules.figure import Ground
from services.kpi.figures.rules.values import NOTHING, Measure


class Sums(Protocol):
    """What is asked of the sums of one indicator and period."""

    async def measures(self) -> tuple[Measure, Measures]:
        """(of the whole contract, of each value)."""

    async def within(self, limit_s: int) -> tuple[int, Mapping[str, int]]:
        """How many tickets took no longer: (of the whole contract, of each value)."""

    async def at_ranks(self, places: Sequence[tuple[str, int]]) -> Mapping[tuple[str, int], int]:
        """(value, place) -> the seconds that stand there, of those of the value in order; places count from 1."""


class LiveSums:
    """From days and months; what cannot be added up, from the shares of tickets."""

    def __init__(self, session: AsyncSession, contract_id: UUID, wanted: Wanted) -> None:
        self._session, self._contract_id, self._wanted = session, contract_id, wanted

    async def measures(self) -> tuple[Measure, Measures]:
        """(of the whole contract, of each value)."""
        wanted, code = self._wanted, self._wanted.indicator.code
        whole = (await figures.read_measures(self._session, self._contract_id, wanted.period)).get(code, NOTHING)
        by_value = await read_measures(self._session, self._contract_id, wanted.period, wanted.dimension, {code})
        return whole, by_value

    async def within(self, limit_s: int) -> tuple[int, Mapping[str, int]]:
        """How many tickets took no longer: (of the whole contract, of each value)."""
        wanted, code = self._wanted, self._wanted.indicator.code
        of = self._session, self._contract_id
        return (
            await repository.whole_within(*of, code, wanted.period, limit_s),
            await repository.within(*of, wanted.dimension, code, wanted.period, limit_s),
        )

    async def at_ranks(self, places: Sequence[tuple[str, int]]) -> Mapping[tuple[str, int], int]:
        """(value, place) -> the seconds that stand there."""
        wanted = self._wanted
        return await repository.at_ranks(
            self._session, self._contract_id, wanted.dimension, wanted.indicator.code, wanted.period, places
        )


class PastSums:
    """From what the tickets counted for at an instant."""

    def __init__(self, wanted: Wanted, whole: Gathered, by_value: Mapping[str, Gathered]) -> None:
        self._code, period = wanted.indicator.code, wanted.period
        self._whole, self._by_value = whole, by_value
        self._seconds = {
            value: gathered.ordered(self._code, period.first, period.last) for value, gathered in by_value.items()
        }
        self._all_seconds = whole.ordered(self._code, period.first, period.last)

    async def measures(self) -> tuple[Measure, Measures]:
        """(of the whole contract, of each value)."""
        by_value = {value: gathered.measures() for value, gathered in self._by_value.items()}
        return self._whole.measures().get(self._code, NOTHING), by_value

    async def within(self, limit_s: int) -> tuple[int, Mapping[str, int]]:
        """How many tickets took no longer: (of the whole contract, of each value)."""
        within = {value: bisect_right(seconds, limit_s) for value, seconds in self._seconds.items()}
        return bisect_right(self._all_seconds, limit_s), within

    async def at_ranks(self, places: Sequence[tuple[str, int]]) -> Mapping[tuple[str, int], int]:
        """(value, place) -> the seconds that stand there."""
        return {(value, place): self._seconds[value][place - 1] for value, place in places}


async def past_sums(session: AsyncSession, ground: Ground, wanted: Wanted, known_at: datetime | None) -> PastSums:
    """The sums at the instant of the ground, as known at one: every ticket of the contract is evaluated once."""
    codes = {wanted.indicator.code}
    return PastSums(wanted, *await gather(session, ground, wanted.period, wanted.dimension, known_at, codes))
