"""Tickets out of scope: as the fold counted them, or from the events as of and as known at an instant."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby
from uuid import UUID

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession

from services.common.instants import from_microseconds, now, to_microseconds
from services.kpi.figures import recomputing
from services.kpi.figures.rules.evaluated import Evaluated
from services.kpi.figures.service import present, read_ground
from services.kpi.out_of_scope import repository
from services.kpi.out_of_scope.schemas import OutOfScopeCount, OutOfScopeTicket
from services.kpi.recording import settle
from services.kpi.scopes.rules import OUT_OF_SCOPE, REASONS

TicketKey = tuple[str, str]
"""(ticket, source): the order of the list."""


class Wanted(msgspec.Struct, frozen=True):
    """Which of them."""

    source_id: str | None = None
    reason: str | None = None
    ticket_id: str | None = None

    @property
    def codes(self) -> list[str]:
        """The codes under which they are counted."""
        return [code for code, reason in OUT_OF_SCOPE.items() if self.reason in (None, reason)]


class Found(msgspec.Struct, frozen=True):
    """What is told."""

    counts: list[OutOfScopeCount]
    items: list[OutOfScopeTicket]
    last: TicketKey | None
    """Where to go on after; None: no more."""


async def read_live(session: AsyncSession, contract_id: UUID, wanted: Wanted, after: TicketKey, limit: int) -> Found:
    """As last folded; `reason` and `ticket_id` choose among the tickets, never among the counts."""
    counted = await repository.counts(session, contract_id, list(OUT_OF_SCOPE), wanted.source_id)
    counts = [
        OutOfScopeCount(source_id=row.source_id, reason=OUT_OF_SCOPE[row.indicator], tickets=row.tickets)
        for row in counted
    ]
    keys = await repository.tickets(
        session, contract_id, wanted.codes, wanted.source_id, wanted.ticket_id, after, limit + 1
    )
    shown = keys[:limit]
    ground = await read_ground(session, contract_id, to_microseconds(now()))
    feeds = await recomputing.read_feeds_at(session, contract_id, None)
    items: list[OutOfScopeTicket] = []
    for source, group in groupby(sorted(shown, key=lambda key: key[1]), key=lambda key: key[1]):
        tickets = [ticket for ticket, _ in group]
        evaluated = await recomputing.evaluate(session, ground, feeds.of(source), tickets, None)
        items += _told(evaluated)
    return Found(counts, sorted(items, key=_key), shown[-1] if len(keys) > limit else None)


async def read_at(
    session: AsyncSession,
    contract_id: UUID,
    wanted: Wanted,
    as_of: datetime | None,
    known_at: datetime | None,
    after: TicketKey,
    limit: int,
) -> Found:
    """The same at an instant, as known at an instant, from nothing but the events."""
    if known_at is not None:
        await settle(session, known_at)
    as_of = as_of or await present(session, contract_id)
    ground = await read_ground(session, contract_id, to_microseconds(as_of), known_at)
    every = [ticket async for ticket in recomputing.evaluate_all(session, ground, known_at)]
    told = sorted((item for item in _told(every) if wanted.source_id in (None, item.source_id)), key=_key)
    counted = Counter((item.source_id, item.reason) for item in told)
    counts = [
        OutOfScopeCount(source_id=source, reason=reason, tickets=tickets)
        for (source, reason), tickets in sorted(counted.items(), key=lambda item: (item[0][0], -item[1], item[0][1]))
    ]
    chosen = [
        item for item in told if wanted.reason in (None, item.reason) and wanted.ticket_id in (None, item.ticket_id)
    ]
    start = bisect_right(chosen, after, key=_key)
    shown = chosen[start : start + limit]
    return Found(counts, shown, _key(shown[-1]) if len(chosen) > start + limit else None)


def is_reason(text: str) -> bool:
    """Whether that is a reason to be out of scope."""
    return text in REASONS


def _key(item: OutOfScopeTicket) -> TicketKey:
    return item.ticket_id, item.source_id


def _told(tickets: Iterable[Evaluated] | Sequence[Evaluated]) -> list[OutOfScopeTicket]:
    found = []
    for ticket in tickets:
        facts = ticket.facts
        told = facts.description
        if facts.out_of_scope is None or facts.created_us is None or told is None:
            continue
        found.append(
            OutOfScopeTicket(
                source_id=ticket.source_id,
                ticket_id=ticket.ticket_id,
                created_at=from_microseconds(facts.created_us),
                reason=facts.out_of_scope,
                scope_id=facts.scope_id,
                brand=told.brand,
                form=told.form,
                group=told.group,
                channel=told.channel,
                tags=list(told.tags),
            )
        )
    return found
