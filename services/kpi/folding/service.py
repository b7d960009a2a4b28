"""Recompute, never increment: a ticket's contribution is computed anew and its signed difference goes to the days."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from uuid import UUID

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.instants import from_microseconds, now, to_microseconds
from services.kpi.contacts.rules import Contact, contacts_of, window_over_us
from services.kpi.dimensions import sums as dimension_sums
from services.kpi.dimensions.rules import Cuts
from services.kpi.dimensions.sums import CutCell, cut_delta, held_cuts, replace_cuts
from services.kpi.figures.rules.indicators import DURATIONS
from services.kpi.folding import repository, sums, timers
from services.kpi.folding.observing import Replacement, observe
from services.kpi.folding.repository import StateKey, TicketShare
from services.kpi.folding.rules import NO_SUMS, Cell, Contribution, Sums, apply, changes, contributions, delta
from services.kpi.folding.timers import Setting, read_setting
from services.kpi.ticket_answers.repository import route
from services.kpi.ticket_answers.rules import belongs_here, brought_answers
from services.kpi.tickets.repository import events_of
from services.kpi.tickets.rules.events import next_event_us
from services.kpi.tickets.rules.facts import ticket_facts

MOST_TICKETS = 1000


class Share(msgspec.Struct, frozen=True):
    """What a ticket contributes by its own events, in which values of dimensions, the contacts that it is, when that
    changes without an event, and whether answers came with it that are the contract's.
    """

    own: tuple[Contribution, ...]
    cuts: Cuts
    contacts: tuple[Contact, ...]
    next_us: int | None
    answered: bool = False


async def fold_batch(session: AsyncSession, at: datetime | None = None) -> int:
    """Fold what is marked or whose time has come; how many tickets and contracts. `at`: the instant, default now."""
    keys = await repository.take_marks(session, MOST_TICKETS)
    # After the marks: no event that they stand for was recorded later than the instant the figures will be of.
    instant = at or now()
    keys |= await repository.due(session, instant, MOST_TICKETS)
    if keys:
        return len(keys) + await fold(session, sorted(keys), instant)
    return await timers.ring(session, {}, instant)


async def fold(session: AsyncSession, keys: Sequence[StateKey], at: datetime) -> int:
    """Replace what these tickets contribute by what they contribute at that instant; how many timers had come."""
    await repository.lock_states(session, keys)
    # Read after the locks: whoever folded these tickets before us is done, and its shares and events are visible.
    held, cuts = await repository.shares_of(session, keys), await held_cuts(session, keys)
    settings = {contract_id: await read_setting(session, contract_id) for contract_id in {key[0] for key in keys}}
    shares = await evaluate(session, keys, settings, at)
    await _route_answers(session, shares, settings)
    touched: dict[UUID, set[Cell]] = {}
    for contract_id, of_contract in groupby(sorted(keys), key=lambda key: key[0]):
        own = list(of_contract)
        moved = [(key, held.get(key, ()), shares[key].own) for key in own]
        observed = await observe(session, contract_id, {key[1:]: shares[key].contacts for key in own}, at)
        old_cuts = {key: cuts[key] for key in own if key in cuts}
        new_cuts = {key: shares[key].cuts for key in own}
        # Of neighbours that are not folded only the shares move. Under the lock of contacts no other fold moves them.
        if neighbours := {key for key, _, _ in observed} - set(own):
            staying = await held_cuts(session, neighbours)
            old_cuts, new_cuts = old_cuts | staying, new_cuts | staying
        touched[contract_id] = await _replace(session, contract_id, moved + observed)
        await _replace_cuts(session, contract_id, moved + observed, old_cuts, new_cuts)
    await repository.keep_states(session, keys, [_instant(shares[key].next_us) for key in keys], at)
    days = {contract_id: {day for _, day in cells} for contract_id, cells in touched.items()}
    await timers.mark_moved(session, settings, days, at)
    return await timers.ring(session, settings, at)


async def _replace(session: AsyncSession, contract_id: UUID, moved: Iterable[Replacement]) -> set[Cell]:
    """Put the new shares of a contract's tickets in the place of the old ones, in the sums too; the cells touched."""
    gone: list[TicketShare] = []
    put: list[TicketShare] = []
    difference: dict[Cell, Sums] = {}
    for (_, source, ticket), old, new in moved:
        apply(difference, delta(old, new))
        removed, written = changes(old, new)
        gone += [(source, ticket, share) for share in removed]
        put += [(source, ticket, share) for share in written]
    await repository.remove_shares(session, contract_id, gone)
    await repository.put_shares(session, contract_id, put)
    touched = {(share.indicator, share.day) for _, _, share in (*gone, *put)}
    # Touched cells whose sums come out the same are written too: writing locks them, and their ranks may differ.
    ordered = sorted(touched)
    await sums.add(session, [(contract_id, *cell, *difference.get(cell, NO_SUMS)) for cell in ordered])
    await sums.rank(session, [(contract_id, *cell) for cell in ordered if cell[0] in DURATIONS])
    return touched


async def _replace_cuts(
    session: AsyncSession,
    contract_id: UUID,
    moved: Iterable[Replacement],
    old_cuts: Mapping[StateKey, Cuts],
    new_cuts: Mapping[StateKey, Cuts],
) -> None:
    """The same in the sums of dimensions: a ticket whose values changed leaves the old ones with all it counts for."""
    difference: dict[CutCell, Sums] = {}
    for key, old, new in moved:
        apply(difference, cut_delta(old, old_cuts.get(key, ()), new, new_cuts.get(key, ())))
    await replace_cuts(session, contract_id, old_cuts, new_cuts)
    await dimension_sums.add(session, contract_id, difference)


async def evaluate(
    session: AsyncSession, keys: Sequence[StateKey], settings: dict[UUID, Setting], at: datetime
) -> dict[StateKey, Share]:
    """What each ticket contributes at an instant, from its events and the contract's terms; nothing is written."""
    at_us = to_microseconds(at)
    shares: dict[StateKey, Share] = {}
    tickets: dict[tuple[UUID, str], list[str]] = defaultdict(list)
    for contract_id, source_id, ticket_id in keys:
        tickets[contract_id, source_id].append(ticket_id)
    for (contract_id, source_id), of_source in tickets.items():
        setting = settings[contract_id]
        feed = setting.feeds.of(source_id)
        events = await events_of(session, feed, of_source)
        for ticket in of_source:
            own = events.get(ticket, [])
            facts = ticket_facts(own, setting.terms, at_us, feed.scopes, feed.staff, by_schedule=False)
            contacts = contacts_of(source_id, ticket, facts)
            next_us = facts.next_change_us if facts else next_event_us(own, at_us)
            over_us = window_over_us(contacts, setting.terms, at_us)
            next_us = min((one for one in (next_us, over_us) if one is not None), default=None)
            cuts = () if facts is None else facts.cuts
            own_shares = contributions(facts, setting.zone_name)
            answered = brought_answers(own) and belongs_here(facts, feed.scopes)
            shares[contract_id, source_id, ticket] = Share(own_shares, cuts, contacts, next_us, answered)
    return shares


async def _route_answers(
    session: AsyncSession, shares: Mapping[StateKey, Share], settings: Mapping[UUID, Setting]
) -> None:
    """Answers that came with a ticket are the contract's when the ticket is: that is known here, and written down."""
    answered: dict[tuple[UUID, str], list[str]] = defaultdict(list)
    for (contract_id, source_id, ticket), share in shares.items():
        if share.answered:
            answered[contract_id, source_id].append(ticket)
    for (contract_id, source_id), tickets in answered.items():
        await route(session, contract_id, settings[contract_id].feeds.of(source_id), tickets)


def _instant(value_us: int | None) -> datetime | None:
    return None if value_us is None else from_microseconds(value_us)
