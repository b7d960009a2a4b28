"""The fold of contacts: what a ticket counts for by its neighbours, and what it makes its neighbours count for.

A ticket's own shares rest on its own events, under the lock of its state. These rest on the contacts of its customer,
so they are kept apart: one transaction at a time writes them in a contract, whoever's ticket changed.
"""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.common.instants import to_microseconds
from services.common.zones import zone
from services.kpi.contacts import repository as contacts
from services.kpi.contacts.repository import TicketKey
from services.kpi.contacts.rules import Contact, Contacts, judge, observed
from services.kpi.folding import repository
from services.kpi.folding.clock import read_clock
from services.kpi.folding.repository import StateKey
from services.kpi.folding.rules import Contribution
from services.kpi.terms.repository import read_terms, zone_of

Replacement = tuple[StateKey, tuple[Contribution, ...], tuple[Contribution, ...]]
"""A ticket, its old shares and its new ones."""


async def observe(
    session: AsyncSession, contract_id: UUID, folded: Mapping[TicketKey, Contact | None], at: datetime
) -> list[Replacement]:
    """What folded tickets of a contract, and their neighbours, count for as contacts at that instant."""
    now = {key: contact for key, contact in folded.items() if contact is not None}
    before = await contacts.of_tickets(session, contract_id, folded)
    if not now and not before:
        return []
    await contacts.hold(session, contract_id)
    # Read under that lock: a neighbour that was folded under newer terms must not be judged by older ones again.
    terms, tz = await read_terms(session, contract_id), zone(await zone_of(session, contract_id) or "UTC")
    clock = await read_clock(session, contract_id)
    # Nor at an earlier instant than it was: a window that was over would be open again, and nothing would end it.
    as_of = at if clock is None or clock.data_as_of is None else max(at, clock.data_as_of)
    moved = [key for key in {*now, *before} if now.get(key) != before.get(key)]
    await contacts.remove(session, contract_id, [key for key in moved if key not in now])
    await contacts.put(session, contract_id, [now[key] for key in moved if key in now])

    reach_us = terms.longest_contact_window_us
    disturbed = [one for key in moved for one in (before.get(key), now.get(key)) if one is not None]
    concerned = await contacts.between_like(session, contract_id, disturbed, reach_us)
    near = await contacts.around(session, contract_id, concerned)
    affected = {**now, **{(one.source_id, one.ticket_id): one for one in near}}
    deciding = await contacts.between_like(session, contract_id, list(affected.values()), reach_us)
    known = Contacts(await contacts.around(session, contract_id, deciding))
    new = {
        key: observed(one, judge(one, known.of(one.customer), terms, to_microseconds(as_of)), tz)
        for key, one in affected.items()
    }
    keys = [(contract_id, *key) for key in sorted({*affected, *before})]
    old = await repository.shares_of(session, keys, observed=True)
    return [(key, old.get(key, ()), new.get(key[1:], ())) for key in keys]
