"""Putting what a rebuild found in the place of what differs, in one transaction: readers see the one or the other."""

from collections.abc import Sequence
from uuid import UUID

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.instants import now
from services.kpi.contacts.repository import TicketKey
from services.kpi.dimensions.rules import Cuts
from services.kpi.dimensions.sums import held_cuts
from services.kpi.folding import repository as folds
from services.kpi.folding import service as folding
from services.kpi.folding.clock import touch
from services.kpi.folding.repository import StateKey
from services.kpi.folding.rules import Contribution, changes
from services.kpi.rebuilds import repository, sums
from services.kpi.rebuilds.reading import Reader

BATCH = 1000

Counted = tuple[tuple[Contribution, ...], tuple[Contribution, ...], Cuts]


class Swapped(msgspec.Struct):
    """What a swap moved, or would move."""

    changed: int = 0
    """Tickets whose events are others."""
    differing: int = 0
    """Tickets that count for something else."""
    days: int = 0
    """Sums that were not those of the tickets."""
    moved: int = 0
    """Days of an indicator, or of a value, that tell another sum than before."""


async def swap(
    session: AsyncSession, reader: Reader, contract_id: UUID, rebuild_id: UUID, *, sums_differ: bool
) -> Swapped:
    """Read again what reads differently, fold what differs, make sums anew that are none; nothing else is written.

    Whatever came meanwhile is in it: tickets are folded from all of their events under the locks of the fold.
    """
    changed: set[TicketKey] = set()
    for noted in await repository.noted_deliveries(session, contract_id, rebuild_id):
        # Content that was erased meanwhile brings nothing back.
        row = await repository.raw_delivery(session, noted)
        if row is not None:
            changed |= await reader.put(session, noted.home_contract_id, row)
    found = await repository.noted_tickets(session, contract_id, rebuild_id)
    keys: list[StateKey] = [(contract_id, *ticket) for ticket in sorted(found | changed)]
    if not keys and not sums_differ:
        return Swapped()
    await sums.hold_contract(session, contract_id)
    before, cells = await _counted(session, keys), await sums.cells(session, contract_id)
    days = await sums.differing_days(session, contract_id)
    at = now()
    for start in range(0, len(keys), BATCH):
        await folding.fold(session, keys[start : start + BATCH], at)
    if days:
        await sums.refill_days(session, contract_id)
        await touch(session, contract_id, judged_anew=True)
    after = await _counted(session, keys)
    moved = {key[1:] for key in keys if _differ(before[key], after[key])}
    other = {cell[:4] for cell in cells ^ await sums.cells(session, contract_id)}
    return Swapped(len(changed), len(moved | found), days, len(other))


async def _counted(session: AsyncSession, keys: Sequence[StateKey]) -> dict[StateKey, Counted]:
    if not keys:
        return {}
    own, observed = await folds.shares_of(session, keys), await folds.shares_of(session, keys, observed=True)
    cuts = await held_cuts(session, keys)
    return {key: (own.get(key, ()), observed.get(key, ()), cuts.get(key, ())) for key in keys}


def _differ(before: Counted, after: Counted) -> bool:
    return any(changes(before[0], after[0])) or any(changes(before[1], after[1])) or before[2] != after[2]
