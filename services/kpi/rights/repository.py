"""All queries about what is held of a person; worker role only, which alone may read raw content.

`contract_id` is the contract that keeps it: of a source that feeds several contracts, its home.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from services.kpi.tickets.rules.events import ANSWERS_SOURCE, SCHEMA_VERSION

Ticket = tuple[str, str]

_TICKETS = text(
    "SELECT DISTINCT source_id, ticket_id FROM ticket_event WHERE contract_id = :contract AND source_id <> :answers"
    " AND (event->>'requester' = ANY(:pseudonyms) OR ticket_id = ANY(:tickets)) ORDER BY source_id, ticket_id"
)
# Looked through where they lie: carrying a contract's contents here would take as long as they are large.
_HOLDING = text(
    "SELECT delivery_id FROM delivery_body, LATERAL (SELECT lower(encode(body, 'escape')) AS content) AS written"
    " WHERE contract_id = :contract"
    " AND EXISTS (SELECT 1 FROM unnest(CAST(:needles AS text[])) AS needle WHERE strpos(content, needle) > 0)"
)
_QUARANTINED = text(
    "SELECT source_id, sha256, receipt_id, received_at, body FROM quarantine WHERE contract_id = :contract"
)
_HELD = text(
    "SELECT source_id, receipt_id, received_at, body FROM held_delivery"
    " WHERE contract_id = :contract AND verified_at IS NULL"
)
_OF_TICKETS = text(
    "WITH wanted AS (SELECT *"
    " FROM unnest(CAST(:sources AS text[]), CAST(:tickets AS text[])) AS t (source_id, ticket_id))"
    " SELECT e.delivery_id AS id FROM ticket_event e JOIN wanted USING (source_id, ticket_id)"
    "  WHERE e.contract_id = :contract AND e.recorded_at <= coalesce(CAST(:until AS timestamptz), 'infinity')"
    " UNION SELECT d.id FROM delivery d JOIN wanted USING (source_id, ticket_id)"
    "  WHERE d.contract_id = :contract AND d.recorded_at <= coalesce(CAST(:until AS timestamptz), 'infinity')"
)
_TICKETS_OF = text(
    "SELECT delivery_id AS id, source_id, ticket_id FROM ticket_event"
    "  WHERE contract_id = :contract AND delivery_id = ANY(:deliveries)"
    " UNION SELECT id, source_id, ticket_id FROM delivery"
    "  WHERE contract_id = :contract AND id = ANY(:deliveries) AND ticket_id IS NOT NULL"
)
_EVENTS = text(
    "SELECT source_id, ticket_id, effective_at, received_at, recorded_at, event FROM ticket_event"
    " JOIN unnest(CAST(:sources AS text[]), CAST(:tickets AS text[])) AS t (source_id, ticket_id)"
    "  USING (source_id, ticket_id) WHERE contract_id = :contract"
    " AND recorded_at <= coalesce(CAST(:until AS timestamptz), 'infinity')"
    " ORDER BY source_id, ticket_id, effective_at, recorded_at, position"
)
_CONTENT = text(
    "SELECT d.id, d.source_id, d.received_at, b.body FROM delivery_body b JOIN delivery d"
    " ON (d.contract_id, d.recorded_at, d.id) = (b.contract_id, b.recorded_at, b.delivery_id)"
    " WHERE b.contract_id = :contract AND b.delivery_id = ANY(:deliveries) ORDER BY d.received_at, d.id LIMIT :limit"
)
_ERASE_BODIES = text(
    "DELETE FROM delivery_body WHERE contract_id = :contract AND delivery_id = ANY(:deliveries) RETURNING delivery_id"
)
_ERASE_QUARANTINED = text("DELETE FROM quarantine WHERE contract_id = :contract AND receipt_id = ANY(:receipts)")
_ERASE_HELD = text("DELETE FROM held_delivery WHERE contract_id = :contract AND receipt_id = ANY(:receipts)")
_PSEUDONYMS = text(
    "SELECT DISTINCT event->>'requester' AS pseudonym FROM ticket_event"
    " JOIN unnest(CAST(:sources AS text[]), CAST(:tickets AS text[])) AS t (source_id, ticket_id)"
    "  USING (source_id, ticket_id) WHERE contract_id = :contract AND event->>'requester' IS NOT NULL"
    " AND recorded_at <= coalesce(CAST(:until AS timestamptz), 'infinity')"
)
_RENAME = text(
    "UPDATE ticket_event SET event = jsonb_set(event, '{requester}', to_jsonb(CAST(:new AS text)))"
    " WHERE contract_id = :contract AND event->>'requester' = :old"
    " AND recorded_at <= coalesce(CAST(:until AS timestamptz), 'infinity')"
    " AND (source_id, ticket_id) IN (SELECT * FROM unnest(CAST(:sources AS text[]), CAST(:tickets AS text[])))"
)
# Once for a ticket and a name, known since the ticket was, and before everything that happened to it.
_LINK = text(
    "INSERT INTO ticket_event (contract_id, source_id, ticket_id, delivery_id, position, effective_at, received_at,"
    "  recorded_at, batch_position, schema_version, event)"
    " SELECT contract_id, source_id, ticket_id, gen_random_uuid(), 0, 'epoch', min(received_at), min(recorded_at), 0,"
    f"  {SCHEMA_VERSION}, jsonb_build_object('kind', 'linked', 'requester', CAST(:old AS text),"
    "  'customer', CAST(:new AS text)) FROM ticket_event"
    " WHERE contract_id = :contract AND event->>'requester' = :old"
    " AND (source_id, ticket_id) IN (SELECT * FROM unnest(CAST(:sources AS text[]), CAST(:tickets AS text[])))"
    " GROUP BY contract_id, source_id, ticket_id HAVING NOT bool_or(event->>'kind' = 'linked')"
)
_SILENCE = text(
    "UPDATE outbox SET body = jsonb_set(body, '{answers}', (SELECT jsonb_agg("
    "  CASE WHEN (body->>'source_id', one->>'ticket_id') IN (SELECT * FROM"
    "    unnest(CAST(:sources AS text[]), CAST(:tickets AS text[])))"
    "   THEN one || CAST('{\"comment\": null}' AS jsonb) ELSE one END)"
    "  FROM jsonb_array_elements(body->'answers') AS one))"
    " WHERE destination = 'feedback' AND path = '/internal/answers' AND body->>'source_id' = ANY(:sources)"
)
# Rows of ticket exports that were not loaded: who asked goes, what happened to the ticket tells of nobody.
_FORGET_IN_IMPORTS = text(
    "UPDATE ticket_import_row r SET requester = NULL WHERE r.contract_id = :contract AND r.requester IS NOT NULL"
    " AND (r.requester = ANY(:pseudonyms) OR EXISTS (SELECT 1 FROM ticket_import i"
    "  JOIN unnest(CAST(:sources AS text[]), CAST(:tickets AS text[])) AS t (source_id, ticket_id) USING (source_id)"
    "  WHERE i.contract_id = r.contract_id AND i.id = r.import_id AND t.ticket_id = r.ticket_id))"
)
_SHARING = text(
    "SELECT contract_id, source_id FROM (SELECT contract_id, id AS source_id FROM source"
    "  UNION SELECT contract_id, source_id FROM source_feed WHERE recorded_at IS NOT NULL) AS counted"
    " WHERE contract_id <> :contract AND source_id = ANY(:sources) ORDER BY contract_id, source_id"
)
_ASK = text(
    "INSERT INTO person_erasure (contract_id, request_id, sealed_references) VALUES (:contract, :request, :sealed)"
    " ON CONFLICT (contract_id, request_id) DO NOTHING"
)
_NEXT = text(
    "SELECT contract_id, request_id, sealed_references FROM person_erasure WHERE done_at IS NULL"
    " ORDER BY asked_at LIMIT 1 FOR UPDATE SKIP LOCKED"
)
_DONE = text(
    "UPDATE person_erasure SET done_at = clock_timestamp(), sealed_references = NULL, tickets = :tickets,"
    " contents = :contents WHERE contract_id = :contract AND request_id = :request"
)


async def ask(session: AsyncSession, contract_id: UUID, request_id: UUID, sealed: bytes) -> None:
    """Keep an erasure that is asked for; asked again it is the same."""
    await session.execute(_ASK, {"contract": contract_id, "request": request_id, "sealed": sealed})


async def take_next(session: AsyncSession) -> Row[Any] | None:
    """An erasure to carry out, locked."""
    return (await session.execute(_NEXT)).one_or_none()


async def finish(session: AsyncSession, contract_id: UUID, request_id: UUID, tickets: int, contents: int) -> None:
    """It is carried out; who it was is forgotten."""
    values = {"contract": contract_id, "request": request_id, "tickets": tickets, "contents": contents}
    await session.execute(_DONE, values)


async def forget_in_imports(
    session: AsyncSession, contract_id: UUID, pseudonyms: Sequence[str], of: Iterable[Ticket]
) -> None:
    """Forget who asked in the rows of exports that wait to be loaded, by pseudonym or by ticket."""
    values = {**_named(contract_id, of), "pseudonyms": list(pseudonyms)}
    await session.execute(_FORGET_IN_IMPORTS, values)


async def tickets(
    session: AsyncSession, contract_id: UUID, pseudonyms: Sequence[str], named: Sequence[str]
) -> set[Ticket]:
    """Tickets whose requester has one of these pseudonyms, or that are named."""
    values = {
        "contract": contract_id,
        "pseudonyms": list(pseudonyms),
        "tickets": list(named),
        "answers": ANSWERS_SOURCE,
    }
    return {(row.source_id, row.ticket_id) for row in await session.execute(_TICKETS, values)}


async def holding(session: AsyncSession, contract_id: UUID, needles: Sequence[str]) -> set[UUID]:
    """Deliveries whose raw content holds one of the texts, given as `encode(…, 'escape')` writes them."""
    values = {"contract": contract_id, "needles": list(needles)}
    return {row.delivery_id for row in await session.execute(_HOLDING, values)}


async def quarantined(session: AsyncSession, contract_id: UUID) -> Sequence[Row[Any]]:
    """All that could not be read; there is little of it."""
    return (await session.execute(_QUARANTINED, {"contract": contract_id})).all()


async def held(session: AsyncSession, contract_id: UUID) -> Sequence[Row[Any]]:
    """All that waits for a secret; it is capped."""
    return (await session.execute(_HELD, {"contract": contract_id})).all()


async def deliveries_of(
    session: AsyncSession, contract_id: UUID, of: Iterable[Ticket], until: datetime | None = None
) -> set[UUID]:
    """Deliveries that told of these tickets, recorded by an instant (None: all)."""
    return {row.id for row in await session.execute(_OF_TICKETS, {**_named(contract_id, of), "until": until})}


async def tickets_of(session: AsyncSession, contract_id: UUID, deliveries: Iterable[UUID]) -> set[Ticket]:
    """Tickets of which these deliveries told."""
    return {ticket for _, ticket in await told_by(session, contract_id, deliveries)}


async def told_by(session: AsyncSession, contract_id: UUID, deliveries: Iterable[UUID]) -> set[tuple[UUID, Ticket]]:
    """(delivery, ticket of which it told)."""
    values = {"contract": contract_id, "deliveries": list(deliveries)}
    return {(row.id, (row.source_id, row.ticket_id)) for row in await session.execute(_TICKETS_OF, values)}


async def events(
    session: AsyncSession, contract_id: UUID, of: Iterable[Ticket], until: datetime | None = None
) -> Sequence[Row[Any]]:
    """The neutral events of tickets, ticket by ticket, recorded by an instant (None: all)."""
    return (await session.execute(_EVENTS, {**_named(contract_id, of), "until": until})).all()


async def contents(
    session: AsyncSession, contract_id: UUID, deliveries: Iterable[UUID], limit: int
) -> Sequence[Row[Any]]:
    """Raw contents of deliveries, the first received first."""
    values = {"contract": contract_id, "deliveries": list(deliveries), "limit": limit}
    return (await session.execute(_CONTENT, values)).all()


async def erase_contents(
    session: AsyncSession, contract_id: UUID, deliveries: Iterable[UUID], receipts: Iterable[UUID]
) -> int:
    """Delete raw contents of deliveries, and of what was never read (by receipt); how many of the former there were."""
    found = await session.execute(_ERASE_BODIES, {"contract": contract_id, "deliveries": list(deliveries)})
    unread = {"contract": contract_id, "receipts": list(receipts)}
    for statement in (_ERASE_QUARANTINED, _ERASE_HELD):
        await session.execute(statement, unread)
    return len(found.all())


async def pseudonyms_of(
    session: AsyncSession, contract_id: UUID, of: Iterable[Ticket], until: datetime | None = None
) -> list[str]:
    """Pseudonyms of the requesters of tickets, in events recorded by an instant (None: in all)."""
    values = {**_named(contract_id, of), "until": until}
    return [row.pseudonym for row in await session.execute(_PSEUDONYMS, values)]


async def rename(
    session: AsyncSession,
    contract_id: UUID,
    of: Iterable[Ticket],
    names: Mapping[str, str],
    until: datetime | None = None,
) -> None:
    """Put other pseudonyms into the events of tickets, recorded by an instant (None: into all)."""
    place = {**_named(contract_id, of), "until": until}
    for old, new in names.items():
        await session.execute(_RENAME, {**place, "old": old, "new": new})


async def link(session: AsyncSession, contract_id: UUID, of: Iterable[Ticket], names: Mapping[str, str]) -> None:
    """Say of tickets that still have an old pseudonym whose they are, as of those that have it no more."""
    place = _named(contract_id, of)
    for old, new in names.items():
        await session.execute(_LINK, {**place, "old": old, "new": new})


async def sharing(session: AsyncSession, contract_id: UUID, of: Iterable[Ticket]) -> dict[UUID, list[Ticket]]:
    """Other contracts that the sources of these tickets belong to or feed, or fed; with the tickets."""
    tickets = sorted(of)
    sources = sorted({source for source, _ in tickets})
    found: dict[UUID, list[Ticket]] = {}
    for row in await session.execute(_SHARING, {"contract": contract_id, "sources": sources}):
        found.setdefault(row.contract_id, []).extend(ticket for ticket in tickets if ticket[0] == row.source_id)
    return found


async def silence(session: AsyncSession, of: Iterable[Ticket]) -> None:
    """Take the words out of answers that feedback has not heard of yet, whichever contract they go to."""
    pairs = sorted(of)
    values = {"sources": [source for source, _ in pairs], "tickets": [ticket for _, ticket in pairs]}
    await session.execute(_SILENCE, values)


def _named(contract_id: UUID, of: Iterable[Ticket]) -> dict[str, Any]:
    pairs = sorted(of)
    return {
        "contract": contract_id,
        "sources": [source for source, _ in pairs],
        "tickets": [ticket for _, ticket in pairs],
    }
