"""Recompute, never increment: a ticket's contribution is computed anew and its signed difference goes to the days."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from uuid import UUID

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.instants import from_microseconds, now, to_microseconds
from services.kpi.folding import repository
from services.kpi.folding.repository import StateKey
from services.kpi.folding.rules import Cell, Contribution, Sums, apply, contributions, delta
from services.kpi.terms.repository import read_terms, zone_of
from services.kpi.tickets.repository import events_of
from services.kpi.tickets.rules.facts import ticket_facts

MOST_TICKETS = 1000

_stored = msgspec.json.Decoder(tuple[Contribution, ...])

Share = tuple[tuple[Contribution, ...], int | None]
"""What a ticket contributes, and the instant (µs) at which that changes without an event."""


async def fold_batch(session: AsyncSession, at: datetime | None = None) -> int:
    """Fold tickets that are marked or whose time has come; how many. `at`: the instant of evaluation, default now."""
    instant = at or now()
    keys = await repository.take_marks(session, MOST_TICKETS)
    keys |= await repository.due(session, instant, MOST_TICKETS)
    if keys:
        await fold(session, sorted(keys), instant)
    return len(keys)


async def fold(session: AsyncSession, keys: Sequence[StateKey], at: datetime) -> None:
    """Replace what these tickets contribute by what they contribute at that instant."""
    states = await repository.lock_states(session, keys)
    # Read after the locks: whoever folded these tickets before us is done, and its events are visible.
    shares = await evaluate(session, keys, at)
    moved: dict[UUID, dict[Cell, Sums]] = defaultdict(dict)
    for state in states:
        new, _ = shares[state.contract_id, state.source_id, state.ticket_id]
        apply(moved[state.contract_id], delta(_stored.decode(state.contributions), new))
    await repository.add_to_rollup(
        session, [(contract, *cell, *sums) for contract, cells in moved.items() for cell, sums in cells.items()]
    )
    ordered = [(state.contract_id, state.source_id, state.ticket_id) for state in states]
    await repository.keep_states(
        session,
        ordered,
        [msgspec.json.encode(shares[key][0]).decode() for key in ordered],
        [_instant(shares[key][1]) for key in ordered],
        at,
    )


async def evaluate(session: AsyncSession, keys: Sequence[StateKey], at: datetime) -> dict[StateKey, Share]:
    """What each ticket contributes at an instant, from its events and the contract's terms."""
    at_us = to_microseconds(at)
    shares: dict[StateKey, Share] = {}
    for contract_id, of_contract in groupby(sorted(keys), key=lambda key: key[0]):
        terms = await read_terms(session, contract_id)
        zone_name = await zone_of(session, contract_id) or "UTC"
        for source_id, of_source in groupby(of_contract, key=lambda key: key[1]):
            tickets = [key[2] for key in of_source]
            events = await events_of(session, contract_id, source_id, tickets)
            for ticket in tickets:
                own = events.get(ticket, [])
                facts = ticket_facts(own, terms, at_us)
                share = contributions(facts, zone_name)
                next_us = facts.next_change_us if facts else min((e.effective_us for e in own), default=None)
                shares[contract_id, source_id, ticket] = (share, next_us)
    return shares


def _instant(value_us: int | None) -> datetime | None:
    return None if value_us is None else from_microseconds(value_us)
