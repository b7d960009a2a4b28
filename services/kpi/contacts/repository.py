"""All queries on contacts: one row for each that a ticket is at present, kept by the fold."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from services.kpi.contacts.rules import Contact, Place

TicketKey = tuple[str, str]
"""(source, ticket)."""

Stretch = tuple[str, int, int]
"""(customer, from, until), both within, in µs."""

_HOLD = text("SELECT pg_advisory_xact_lock(hashtextextended('contacts of ' || CAST(:contract AS text), 0))")
_COLUMNS = "c.created_us, c.source_id, c.ticket_id, c.customer, c.channel, c.form, c.group_name, c.silence_us"
_OF_TICKETS = text(
    f"SELECT {_COLUMNS} FROM unnest(CAST(:sources AS text[]), CAST(:tickets AS text[])) AS t (source_id, ticket_id)"
    " JOIN ticket_contact c ON c.contract_id = :contract AND (c.source_id, c.ticket_id) = (t.source_id, t.ticket_id)"
    " ORDER BY c.created_us"
)
_LIKE = (
    "(SELECT c.created_us FROM ticket_contact c WHERE c.contract_id = :contract AND c.customer = w.customer"
    "  AND c.created_us {0} AND c.source_id = w.source_id AND c.channel IS NOT DISTINCT FROM w.channel"
    "  AND c.form IS NOT DISTINCT FROM w.form AND c.group_name IS NOT DISTINCT FROM w.group_name"
    "  AND (c.silence_us IS NULL OR c.silence_us >= w.silence_us)"
    " ORDER BY c.created_us {1} LIMIT 1)"
)
_BETWEEN_LIKE = text(
    "SELECT w.customer,"
    f" coalesce({_LIKE.format('>= w.created_us - :reach AND c.created_us < w.created_us', 'DESC')},"
    "  w.created_us - :reach) AS low,"
    f" coalesce({_LIKE.format('<= w.created_us + :reach AND c.created_us > w.created_us', 'ASC')},"
    "  w.created_us + :reach) AS high"
    " FROM unnest(CAST(:created AS bigint[]), CAST(:sources AS text[]), CAST(:customers AS text[]),"
    "  CAST(:channels AS text[]), CAST(:forms AS text[]), CAST(:groups AS text[]), CAST(:silences AS bigint[]))"
    "  AS w (created_us, source_id, customer, channel, form, group_name, silence_us)"
)
# Each stretch by itself, by the index: a join would compare every contact of a customer with every stretch.
_AROUND = text(
    "SELECT DISTINCT c.* FROM unnest(CAST(:customers AS text[]), CAST(:lows AS bigint[]), CAST(:highs AS bigint[]))"
    f"  AS s (customer, low, high), LATERAL (SELECT {_COLUMNS} FROM ticket_contact c"
    "   WHERE c.contract_id = :contract AND c.customer = s.customer AND c.created_us BETWEEN s.low AND s.high"
    "   OFFSET 0) AS c"
)
_REMOVE = text(
    "DELETE FROM ticket_contact c USING unnest(CAST(:created AS bigint[]), CAST(:sources AS text[]),"
    "  CAST(:tickets AS text[])) AS t (created_us, source_id, ticket_id)"
    " WHERE c.contract_id = :contract"
    " AND (c.source_id, c.ticket_id, c.created_us) = (t.source_id, t.ticket_id, t.created_us)"
)
_PUT = text(
    "INSERT INTO ticket_contact (contract_id, created_us, source_id, ticket_id, customer, channel, form, group_name,"
    "  silence_us)"
    " SELECT CAST(:contract AS uuid), * FROM unnest(CAST(:created AS bigint[]), CAST(:sources AS text[]),"
    "  CAST(:tickets AS text[]), CAST(:customers AS text[]), CAST(:channels AS text[]), CAST(:forms AS text[]),"
    "  CAST(:groups AS text[]), CAST(:silences AS bigint[]))"
    " ON CONFLICT (contract_id, source_id, ticket_id, created_us) DO UPDATE SET"
    "  customer = excluded.customer, channel = excluded.channel, form = excluded.form,"
    "  group_name = excluded.group_name, silence_us = excluded.silence_us"
)


_RENAME = text(
    "UPDATE ticket_contact c SET customer = :new"
    " FROM unnest(CAST(:sources AS text[]), CAST(:tickets AS text[])) AS t (source_id, ticket_id)"
    " WHERE c.contract_id = :contract AND (c.source_id, c.ticket_id) = (t.source_id, t.ticket_id) AND customer = :old"
)


async def hold(session: AsyncSession, contract_id: UUID) -> None:
    """Let nobody else write contacts of the contract, or what they count for, until the end of the transaction.

    Taken after states of tickets and before sums, by everybody; of several contracts in their order.
    """
    await session.execute(_HOLD, {"contract": str(contract_id)})


async def of_tickets(
    session: AsyncSession, contract_id: UUID, keys: Iterable[TicketKey]
) -> dict[TicketKey, tuple[Contact, ...]]:
    """The contacts that these tickets are, in order; a ticket that is none is left out."""
    found: dict[TicketKey, tuple[Contact, ...]] = {}
    for row in await session.execute(_OF_TICKETS, _named(contract_id, keys)):
        key = (row.source_id, row.ticket_id)
        found[key] = (*found.get(key, ()), Contact(*row))
    return found


async def between_like(
    session: AsyncSession, contract_id: UUID, contacts: Sequence[Contact], reach_us: int
) -> set[Stretch]:
    """From the nearest contact before each to the nearest after it that are like it in all that is compared.

    Whatever matches it matches those; so nothing beyond them decides of it, and it decides of nothing beyond them. Of
    sessions one after a longer silence is like it: where terms count the one, they count the other.
    """
    values = {**_columns(contacts), "contract": contract_id, "reach": reach_us}
    return {(row.customer, row.low, row.high) for row in await session.execute(_BETWEEN_LIKE, values)}


async def around(session: AsyncSession, contract_id: UUID, stretches: Iterable[Stretch]) -> list[Contact]:
    """The contacts of customers that began within these stretches of time, each once."""
    ordered = sorted(stretches)
    values = {
        "contract": contract_id, "customers": [one[0] for one in ordered], "lows": [one[1] for one in ordered],
        "highs": [one[2] for one in ordered],
    }  # fmt: skip
    return [Contact(*row) for row in await session.execute(_AROUND, values)]


async def remove(session: AsyncSession, contract_id: UUID, places: Sequence[Place]) -> None:
    """What began there is no contact any more."""
    if places:
        created, sources, tickets = (list(column) for column in zip(*places, strict=True))
        values = {"contract": contract_id, "created": created, "sources": sources, "tickets": tickets}
        await session.execute(_REMOVE, values)


async def put(session: AsyncSession, contract_id: UUID, contacts: Sequence[Contact]) -> None:
    """These are contacts, or have become others."""
    if contacts:
        ordered = sorted(contacts, key=lambda one: (one.source_id, one.ticket_id, one.created_us))
        values = {**_columns(ordered), "contract": contract_id, "tickets": [one.ticket_id for one in ordered]}
        await session.execute(_PUT, values)


async def rename(session: AsyncSession, contract_id: UUID, keys: Sequence[TicketKey], names: Mapping[str, str]) -> None:
    """Put other pseudonyms into the contacts that these tickets are."""
    for old, new in names.items():
        await session.execute(_RENAME, {**_named(contract_id, keys), "old": old, "new": new})


def _columns(contacts: Sequence[Contact]) -> dict[str, Any]:
    return {
        "created": [one.created_us for one in contacts], "sources": [one.source_id for one in contacts],
        "customers": [one.customer for one in contacts], "channels": [one.channel for one in contacts],
        "forms": [one.form for one in contacts], "groups": [one.group for one in contacts],
        "silences": [one.silence_us for one in contacts],
    }  # fmt: skip


def _named(contract_id: UUID, keys: Iterable[TicketKey]) -> dict[str, Any]:
    pairs = list(keys)
    return {
        "contract": contract_id,
        "sources": [source for source, _ in pairs],
        "tickets": [ticket for _, ticket in pairs],
    }
