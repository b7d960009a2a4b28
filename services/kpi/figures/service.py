"""Figures of a period: from the rollups as they are now, or from the events as of and as known at an instant."""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import TypeVar
from uuid import UUID

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.errors import Unavailable
from services.common.instants import now, to_microseconds
from services.common.zones import zone
from services.kpi.commitments.repository import read_commitments
from services.kpi.figures import recomputing, repository
from services.kpi.figures.rules.figure import Figure, Ground, content_digest, figures_of
from services.kpi.figures.rules.instants import Instants
from services.kpi.figures.rules.periods import Period
from services.kpi.figures.rules.values import Measure
from services.kpi.folding.clock import read_clock
from services.kpi.kept import Kept
from services.kpi.recording import settle
from services.kpi.silences.repository import read_silences
from services.kpi.terms.repository import read_terms, zone_of

Read = TypeVar("Read")

MOST_READINGS = 20
KEPT_BYTES = 8_000_000
"""Of lists that were told: some hundreds."""


class Answer(msgspec.Struct, frozen=True):
    """The bytes of a list of figures, and what names them."""

    body: bytes
    etag: str

    def __len__(self) -> int:
        return len(self.body)


_answers = Kept[Answer](KEPT_BYTES)
"""The latest lists told, by contract, period and change number: the same number, the same bytes."""


async def list_figures(session: AsyncSession, contract_id: UUID, period: Period) -> Answer:
    """Every figure of a period as it is now."""
    clock = await read_clock(session, contract_id)
    if clock is not None and (kept := _answers.get((contract_id, period.text, clock.change))) is not None:
        return kept
    change, figures = await read_live(session, contract_id, period)
    answer = _answer(figures)
    _answers.put((contract_id, period.text, change), answer)
    return answer


async def list_figures_at(session: AsyncSession, contract_id: UUID, period: Period, instants: Instants) -> Answer:
    """Every figure of a period at an instant, as known at an instant, from the events."""
    ground = await ground_at(session, contract_id, instants)
    measures = await recomputing.measure(session, ground, period, instants.known_at)
    return _answer(list(figures_of(ground, period, measures)))


async def read_at(
    session: AsyncSession,
    contract_id: UUID,
    instants: Instants,
    live: Callable[[Ground], Awaitable[Read]],
    past: Callable[[Ground], Awaitable[Read]],
) -> Read:
    """What is read of the figures: `live` from the sums of now, `past` from the events at instants.

    Raises: Unavailable when they never stand still.
    """
    if instants.are_now:
        _, found = await read_steadily(session, contract_id, live)
        return found
    return await past(await ground_at(session, contract_id, instants))


async def ground_at(session: AsyncSession, contract_id: UUID, instants: Instants) -> Ground:
    """What figures rest on at instants, once everything recorded by then is visible. Raises: Unavailable."""
    if instants.known_at is not None:
        await settle(session, instants.known_at)
    as_of = instants.as_of or await present(session, contract_id)
    return await read_ground(session, contract_id, to_microseconds(as_of), instants.known_at)


async def read_live(session: AsyncSession, contract_id: UUID, period: Period) -> tuple[int, list[Figure]]:
    """The figures of a period and the change number they belong to. Raises: Unavailable when it never stands still."""
    return await read_steadily(session, contract_id, lambda ground: read_figures(session, ground, period))


async def read_steadily(
    session: AsyncSession, contract_id: UUID, read: Callable[[Ground], Awaitable[Read]]
) -> tuple[int, Read]:
    """What several statements read of one state of the figures, and its change number. Raises: Unavailable."""
    for _ in range(MOST_READINGS):
        clock = await read_clock(session, contract_id)
        change = 0 if clock is None else clock.change
        as_of_us = None if clock is None or clock.data_as_of is None else to_microseconds(clock.data_as_of)
        found = await read(await read_ground(session, contract_id, as_of_us))
        # Each statement sees what is committed when it begins: unless the number moved, they all saw the same.
        after = await read_clock(session, contract_id)
        if (0 if after is None else after.change) == change:
            return change, found
        await asyncio.sleep(0.01)
    raise Unavailable("The figures are changing faster than they can be read.", retry_after=1)


async def read_ground(
    session: AsyncSession, contract_id: UUID, as_of_us: int | None, known_at: datetime | None = None
) -> Ground:
    """Zone, terms and commitments of a contract, as known at an instant (None: now)."""
    zone_name = await zone_of(session, contract_id) or "UTC"
    terms = await read_terms(session, contract_id)
    commitments = await read_commitments(session, contract_id)
    silences = await read_silences(session, contract_id, terms)
    if known_at is not None:
        silences = silences.known_at(to_microseconds(known_at))
        terms = terms.known_at(to_microseconds(known_at))
        commitments = commitments.known_at(to_microseconds(known_at))
    return Ground(contract_id, zone(zone_name), terms, commitments, as_of_us, silences)


async def read_figures(session: AsyncSession, ground: Ground, period: Period) -> list[Figure]:
    """The figures of a period from the rollups, each with its number when it is what was published last."""
    measures = await read_measures(session, ground.contract_id, period)
    latest = await repository.latest_versions(session, ground.contract_id, period)
    figures = []
    for figure in figures_of(ground, period, measures):
        number, digest = latest.get((figure.indicator, figure.variant or ""), (None, b""))
        same = number is not None and digest == content_digest(figure)
        figures.append(msgspec.structs.replace(figure, version=number) if same else figure)
    return figures


async def read_measures(session: AsyncSession, contract_id: UUID, period: Period) -> dict[str, Measure]:
    """The sums of a period from the rollups."""
    ranks = {} if period.grain == "day" else await repository.ranks_of(session, contract_id, period)
    measures = {}
    for row in await repository.sums_of(session, contract_id, period):
        median, p90 = ranks.get(row.indicator, (row.median_seconds, row.p90_seconds))
        measures[row.indicator] = Measure(row.denominator, row.numerator, row.total_seconds, row.pending, median, p90)
    heard = await repository.first_heard(session, contract_id)
    if heard is not None and heard <= period.last:
        measures["backlog"] = Measure(numerator=await repository.stock_at_end(session, contract_id, period.last))
    return measures


async def present(session: AsyncSession, contract_id: UUID) -> datetime:
    """The instant the live figures are of: no answer depends on when it was asked for."""
    clock = await read_clock(session, contract_id)
    return now() if clock is None or clock.data_as_of is None else clock.data_as_of


def _answer(figures: list[Figure]) -> Answer:
    body = msgspec.json.encode({"items": figures, "next_cursor": None})
    return Answer(body, f'"{hashlib.sha256(body).hexdigest()[:32]}"')
