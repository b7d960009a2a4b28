"""The fold of contacts: what a ticket counts for by its neighbours, and what it makes its neighbours count for.

A ticket's own shares rest on its own events, under the lock of its state. These rest on the contacts of its customer,
so they are kept apart: one transaction at a time writes them in a contract, whoever's ticket changed.
"""

from collections.abc import Container, Mapping, Sequence
from datetime import datetime
from itertools import chain
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.common.instants import to_microseconds
from services.common.zones import zone
from services.kpi.contacts import repository as contacts
from services.kpi.contacts.repository import TicketKey
from services.kpi.contacts.rules import Contact, Contacts, observed_of
from services.kpi.folding import repository
from services.kpi.folding.clock import read_clock
from services.kpi.folding.repository import StateKey
from services.kpi.folding.rules import Contribution
from services.kpi.terms.repository import read_terms, zone_of
from services.kpi.terms.rules import Terms

Replacement = tuple[StateKey, tuple[Contribution, ...], tuple[Contribution, ...]]
"""A ticket, its old shares and its new ones."""


async def observe(
    session: AsyncSession, contract_id: UUID, folded: Mapping[TicketKey, tuple[Contact, ...]], at: datetime
) -> list[Replacement]:
    """What folded tickets of a contract, and their neighbours, count for as contacts at that instant."""
    now = {key: own for key, own in folded.items() if own}
    before = await contacts.of_tickets(session, contract_id, folded)
    if not now and not before:
        return []
    await contacts.hold(session, contract_id)
    # Read under that lock: a neighbour that was folded under newer terms must not be judged by older ones again.
    terms, tz = await read_terms(session, contract_id), zone(await zone_of(session, contract_id) or "UTC")
    clock = await read_clock(session, contract_id)
    # Nor at an earlier instant than it was: a window that was over would be open again, and nothing would end it.
    as_of = at if clock is None or clock.data_as_of is None else max(at, clock.data_as_of)
    held, wanted = (set(chain.from_iterable(contacts_of.values())) for contacts_of in (before, now))
    places = {one.place for one in wanted}
    await contacts.remove(session, contract_id, sorted(one.place for one in held if one.place not in places))
    await contacts.put(session, contract_id, list(wanted - held))

    reach_us = terms.longest_contact_window_us
    concerned = await contacts.between_like(session, contract_id, list(held ^ wanted), reach_us)
    near = await contacts.around(session, contract_id, concerned)
    affected = now | await _whole(session, contract_id, terms, near, now)
    own = list(chain.from_iterable(affected.values()))
    deciding = await contacts.between_like(session, contract_id, own, reach_us)
    known = Contacts(await contacts.around(session, contract_id, deciding))
    new = {key: observed_of(own, known, terms, to_microseconds(as_of), tz) for key, own in affected.items()}
    keys = [(contract_id, *key) for key in sorted({*affected, *before})]
    old = await repository.shares_of(session, keys, observed=True)
    return [(key, old.get(key, ()), new.get(key[1:], ())) for key in keys]


async def _whole(
    session: AsyncSession, contract_id: UUID, terms: Terms, near: Sequence[Contact], folded: Container[TicketKey]
) -> dict[TicketKey, tuple[Contact, ...]]:
    """The tickets of these contacts, without those that are folded, each with all the contacts that it is.

    What a ticket counts for on a day is the sum of its sessions, so they are judged together.
    """
    found: dict[TicketKey, tuple[Contact, ...]] = {
        key: (one,) for one in near if (key := (one.source_id, one.ticket_id)) not in folded
    }
    if not terms.session_silences_us and all(one.silence_us is None for one in near):
        return found
    return await contacts.of_tickets(session, contract_id, found)
