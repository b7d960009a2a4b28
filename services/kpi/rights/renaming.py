"""Drawing other pseudonyms for an erased person: who it is can no more be computed, and no figure moves.

That two tickets are of one customer stays true. Where some tickets of a person stay as they are (those of the home that
a feed does not give to the contract that was asked), all of them are linked to the drawn name, so that first contacts
and repetitions come out as before.
"""

import secrets
from collections.abc import Mapping, Sequence
from itertools import groupby
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from services.kpi.contacts import repository as contacts
from services.kpi.feeds.repository import mark_tickets
from services.kpi.folding.repository import StateKey, lock_states
from services.kpi.rights import repository
from services.kpi.rights.finding import Found
from services.kpi.rights.repository import Ticket

Drawn = tuple[Found, Mapping[str, str], set[Ticket]]
"""What was found in one home, the drawn name of each pseudonym, every ticket there that has one of them."""


async def rename(session: AsyncSession, found: Sequence[Found]) -> None:
    """Put drawn names in the place of the requesters of these tickets, wherever they stand."""
    drawn: list[Drawn] = []
    for part in found:
        old = await repository.pseudonyms_of(session, part.home, part.tickets, part.until)
        tickets = await repository.tickets(session, part.home, old, ())
        drawn.append((part, {name: secrets.token_hex(16) for name in old}, tickets))
    counted = await _counted(session, drawn)
    # As a fold does: states first, then contacts. Who folds one of these tickets has read its events before all this
    # and is done, or reads them afterwards.
    await lock_states(session, sorted(counted))
    for part, names, tickets in drawn:
        await repository.rename(session, part.home, part.tickets, names, part.until)
        await repository.link(session, part.home, tickets, names)
    for contract_id in sorted({key[0] for key in counted}):
        await contacts.hold(session, contract_id)
        own = [key[1:] for key in counted if key[0] == contract_id]
        for _, names, _ in drawn:
            await contacts.rename(session, contract_id, own, names)
    for part, names, tickets in drawn:
        # A ticket that came meanwhile is new data and not linked; it may have been counted as if it were.
        newer = await repository.tickets(session, part.home, list(names), ()) - tickets
        if newer:
            for source_id, of_source in groupby(sorted(newer | tickets), key=lambda ticket: ticket[0]):
                await mark_tickets(session, source_id, [ticket for _, ticket in of_source])


async def _counted(session: AsyncSession, drawn: Sequence[Drawn]) -> set[StateKey]:
    """The tickets in every contract that counts them."""
    keys: set[StateKey] = set()
    for part, _, tickets in drawn:
        of: dict[UUID, Sequence[Ticket]] = {part.home: sorted(tickets)}
        of |= await repository.sharing(session, part.home, tickets)
        keys |= {(contract_id, *ticket) for contract_id, own in of.items() for ticket in own}
    return keys
