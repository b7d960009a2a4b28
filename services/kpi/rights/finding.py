"""What concerns a person: in what a contract keeps itself, and in what feeds bring it from other contracts."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from pydantic import SecretStr
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.instants import now, to_microseconds
from services.common.pseudonyms import pseudonymiser
from services.kpi.feeds.repository import read_feeds
from services.kpi.feeds.rules import Feed
from services.kpi.rights import repository
from services.kpi.rights.repository import Ticket
from services.kpi.rights.rules import Sought, escaped, holds
from services.kpi.terms.repository import read_terms
from services.kpi.terms.rules import Terms
from services.kpi.tickets.repository import events_of
from services.kpi.tickets.rules.events import SKEW_TOLERANCE_US
from services.kpi.tickets.rules.facts import ticket_facts


class Found(msgspec.Struct):
    """What concerns the person in one place: `home` is the contract that keeps it."""

    home: UUID
    tickets: set[Ticket]
    deliveries: set[UUID]
    readable: set[UUID]
    """Deliveries whose content the contract that asks may read."""
    until: datetime | None = None
    """What was recorded later is none of the contract's; None: everything is."""
    quarantined: list[Row[Any]] = []
    held: list[Row[Any]] = []


async def find(session: AsyncSession, contract_id: UUID, wanted: Sought, pseudonym_key: SecretStr) -> list[Found]:
    """Look through events by pseudonym and through raw contents by text, wherever the contract's tickets come from.

    A ticket is the person's when its requester is, when it is named, or when one of its deliveries holds their address.
    """
    found = [await _kept_here(session, contract_id, wanted, pseudonym_key)]
    feeds = await read_feeds(session, contract_id)
    fed = [feed for feed in map(feeds.of, feeds.sources) if feed.home != contract_id]
    terms = await read_terms(session, contract_id) if fed else None
    for feed in fed:
        assert terms is not None
        found.append(await _fed(session, feed, terms, wanted, pseudonym_key))
    return found


async def _kept_here(session: AsyncSession, contract_id: UUID, wanted: Sought, pseudonym_key: SecretStr) -> Found:
    """Everything, whatever the scopes: nobody else answers for what they leave out."""
    named, holding = await _named(session, contract_id, wanted, pseudonym_key)
    unread = [row for row in await repository.quarantined(session, contract_id) if holds(row.body, wanted.needles)]
    waiting = [row for row in await repository.held(session, contract_id) if holds(row.body, wanted.needles)]
    deliveries = holding | await repository.deliveries_of(session, contract_id, named)
    return Found(contract_id, named, deliveries, deliveries, None, unread, waiting)


async def _fed(session: AsyncSession, feed: Feed, terms: Terms, wanted: Sought, pseudonym_key: SecretStr) -> Found:
    """The tickets that a feed gives to the contract, and what was told of them while it fed.

    What was never read tells no ticket, so no scope says that it belongs here: it is found in its home alone.
    """
    named, _ = await _named(session, feed.home, wanted, pseudonym_key)
    tickets = await _given(session, feed, terms, (ticket for ticket in named if ticket[0] == feed.source_id))
    deliveries = await repository.deliveries_of(session, feed.home, tickets, feed.until)
    told = await repository.told_by(session, feed.home, deliveries)
    given = tickets | await _given(session, feed, terms, {ticket for _, ticket in told} - tickets)
    # A batch may tell of tickets that are none of this contract: who asks here may not be allowed to read those.
    closed = {delivery for delivery, ticket in told if ticket not in given}
    return Found(feed.home, tickets, deliveries, deliveries - closed, feed.until)


async def _named(
    session: AsyncSession, home: UUID, wanted: Sought, pseudonym_key: SecretStr
) -> tuple[set[Ticket], set[UUID]]:
    """(tickets of the person, deliveries that hold their address) of what a contract keeps."""
    pseudonym = pseudonymiser(pseudonym_key, home)
    pseudonyms = [pseudonym(identity) for identity in wanted.identities]
    named = await repository.tickets(session, home, pseudonyms, wanted.tickets)
    needles = [escaped(needle) for needle in wanted.needles]
    holding = await repository.holding(session, home, needles) if needles else set()
    return named | await repository.tickets_of(session, home, holding), holding


async def _given(session: AsyncSession, feed: Feed, terms: Terms, tickets: Iterable[Ticket]) -> set[Ticket]:
    """Those of the tickets that the feed gives to the contract: an orphan too, as in its figures."""
    ids = sorted(ticket for _, ticket in tickets)
    events = await events_of(session, feed, ids) if ids else {}
    # What a clock that is ahead told counts already: whose ticket it is does not wait for its instant.
    at_us = to_microseconds(now()) + SKEW_TOLERANCE_US
    given = set()
    for ticket, own in events.items():
        facts = ticket_facts(own, terms, at_us, feed.scopes, by_schedule=False)
        if facts is not None and facts.out_of_scope is None:
            given.add((feed.source_id, ticket))
    return given
