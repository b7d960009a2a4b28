"""The fold of contacts: what a ticket counts for by its neighbours, and what it makes its neighbours count for.

A ticket's own shares rest on its own events, under the lock of its state. These rest on the contacts of its customer,
so they are kept apart: one transaction at a time writes them in a contract, whoever's ticket changed.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.common.instants import to_microseconds
from services.common.zones import zone
from services.kpi.contacts import repository as contacts
from services.kpi.contacts.repository import TicketKey
from services.kpi.contacts.rules import Contact, Contacts, judge, observed, stretches
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
    needed = stretches([(one, 2 * reach_us) for one in disturbed] + [(one, reach_us) for one in now.values()])
    known = Contacts(await contacts.around(session, contract_id, needed))
    affected = {**now, **{(one.source_id, one.ticket_id): one for one in _near(known, disturbed, reach_us)}}
    new = {
        key: observed(one, judge(one, known.of(one.customer), terms, to_microseconds(as_of)), tz)
        for key, one in affected.items()
    }
    keys = [(contract_id, *key) for key in sorted({*affected, *before})]
    old = await repository.shares_of(session, keys, observed=True)
    return [(key, old.get(key, ()), new.get(key[1:], ())) for key in keys]


def _near(known: Contacts, disturbed: Sequence[Contact], reach_us: int) -> Iterable[Contact]:
    """Contacts that a change may concern: of the same customer, and no further away than a window is long."""
    instants: dict[str, list[int]] = defaultdict(list)
    for one in disturbed:
        instants[one.customer].append(one.created_us)
    for customer, changed in instants.items():
        changed.sort()
        for contact in known.of(customer):
            first = bisect_left(changed, contact.created_us - reach_us)
            if first < len(changed) and changed[first] <= contact.created_us + reach_us:
                yield contact
