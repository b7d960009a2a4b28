"""Folding a whole contract in the shade: from its events, in one snapshot, beside what it counts for.

Nothing is written and nothing is locked: who folds and who reads goes on meanwhile. All that is compared is of one
instant, so whatever differs is a fault; what had not been folded by that instant is left to the fold.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from itertools import chain
from uuid import UUID

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.instants import to_microseconds
from services.kpi.contacts import repository as contacts
from services.kpi.contacts.repository import TicketKey
from services.kpi.contacts.rules import Contact, Contacts, observed_of
from services.kpi.dimensions.sums import held_cuts
from services.kpi.feeds.rules import Feed
from services.kpi.folding import repository as folds
from services.kpi.folding import service as folding
from services.kpi.folding.clock import read_clock
from services.kpi.folding.repository import StateKey
from services.kpi.folding.rules import Contribution, changes
from services.kpi.folding.timers import Setting, read_setting
from services.kpi.rebuilds import repository
from services.kpi.tickets.repository import ticket_ids

BATCH = 500

Report = Callable[[int, int], Awaitable[None]]
"""Told (tickets done, tickets in all)."""


class Compared(msgspec.Struct):
    """What one snapshot of a contract showed."""

    total: int = 0
    waiting: int = 0
    """Tickets that were about to be folded, hence not compared."""
    tickets: set[TicketKey] = msgspec.field(default_factory=set)
    """Those that count for something else than their events say."""


class _Ground(msgspec.Struct, frozen=True):
    """What every batch needs: the contract, its terms, the instant, and the tickets that wait."""

    contract_id: UUID
    setting: Setting
    at: datetime
    marked: set[TicketKey]


async def compare(session: AsyncSession, contract_id: UUID, at: datetime, report: Report) -> Compared:
    """Fold every ticket in the shade. `session`: of one snapshot. `at`: no later than time changes what is folded."""
    setting = await read_setting(session, contract_id)
    clock = await read_clock(session, contract_id)
    instant = at if clock is None or clock.data_as_of is None else max(at, clock.data_as_of)
    ground = _Ground(contract_id, setting, instant, await repository.marked(session, contract_id))
    compared, done = Compared(await repository.count_tickets(session, contract_id)), 0
    feeds = [setting.feeds.of(source_id) for source_id in setting.feeds.measured]
    for feed in feeds:
        after = ""
        while tickets := await ticket_ids(session, feed, after, BATCH):
            await _compare_some(session, ground, feed, tickets, compared)
            done, after = done + len(tickets), tickets[-1]
            compared.total = max(compared.total, done)
            await report(done, compared.total)
    empty = await repository.counted_without_events(session, contract_id, feeds)
    compared.tickets |= empty - ground.marked
    return compared


async def _compare_some(
    session: AsyncSession, ground: _Ground, feed: Feed, tickets: Sequence[str], compared: Compared
) -> None:
    contract_id, source_id = ground.contract_id, feed.source_id
    states = await repository.states(session, contract_id, source_id, tickets, ground.at)
    waiting = {ticket for ticket in tickets if (source_id, ticket) in ground.marked or states.get(ticket, False)}
    compared.waiting += len(waiting)
    keys: list[StateKey] = [(contract_id, source_id, ticket) for ticket in tickets if ticket not in waiting]
    if not keys:
        return
    shares = await folding.evaluate(session, keys, {contract_id: ground.setting}, ground.at)
    held = await folds.shares_of(session, keys)
    held_observed = await folds.shares_of(session, keys, observed=True)
    cuts = await held_cuts(session, keys)
    known = await contacts.of_tickets(session, contract_id, [key[1:] for key in keys])
    judged = await _judged(session, ground, known)
    for key in keys:
        share, ticket = shares[key], key[1:]
        if (
            not _same(held.get(key, ()), share.own)
            or tuple(sorted(cuts.get(key, ()))) != tuple(sorted(share.cuts))
            or known.get(ticket, ()) != share.contacts
            or not _same(held_observed.get(key, ()), judged.get(ticket, ()))
        ):
            compared.tickets.add(ticket)


async def _judged(
    session: AsyncSession, ground: _Ground, known: Mapping[TicketKey, tuple[Contact, ...]]
) -> dict[TicketKey, tuple[Contribution, ...]]:
    """What tickets count for by the contacts of their customers."""
    terms = ground.setting.terms
    reach_us = terms.longest_contact_window_us
    stretches = {
        (one.customer, one.created_us - reach_us, one.created_us + reach_us)
        for one in chain.from_iterable(known.values())
    }
    around = Contacts(await contacts.around(session, ground.contract_id, stretches) if stretches else ())
    return {
        key: observed_of(own, around, terms, to_microseconds(ground.at), ground.setting.zone)
        for key, own in known.items()
    }


def _same(held: tuple[Contribution, ...], made: tuple[Contribution, ...]) -> bool:
    return not any(changes(held, made))
