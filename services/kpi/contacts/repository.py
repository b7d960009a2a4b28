"""All queries on contacts: one row for each ticket that is a contact at present, kept by the fold."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from services.kpi.contacts.rules import Contact

TicketKey = tuple[str, str]
"""(source, ticket)."""

Stretches = Mapping[str, tuple[int, int]]
"""Customer -> (from, until), both within, in µs."""

_HOLD = text("SELECT pg_advisory_xact_lock(hashtextextended('contacts of ' || CAST(:contract AS text), 0))")
_COLUMNS = "c.created_us, c.source_id, c.ticket_id, c.customer, c.channel, c.form, c.group_name"
_OF_TICKETS = text(
    f"SELECT {_COLUMNS} FROM unnest(CAST(:sources AS text[]), CAST(:tickets AS text[])) AS t (source_id, ticket_id)"
    " JOIN ticket_contact c ON c.contract_id = :contract AND (c.source_id, c.ticket_id) = (t.source_id, t.ticket_id)"
)
_AROUND = text(
    f"SELECT {_COLUMNS} FROM unnest(CAST(:customers AS text[]), CAST(:lows AS bigint[]), CAST(:highs AS bigint[]))"
    "  AS s (customer, low, high)"
    " JOIN ticket_contact c ON c.contract_id = :contract AND c.customer = s.customer"
    "  AND c.created_us BETWEEN s.low AND s.high"
)
_REMOVE = text(
    "DELETE FROM ticket_contact c USING unnest(CAST(:sources AS text[]), CAST(:tickets AS text[]))"
    "  AS t (source_id, ticket_id)"
    " WHERE c.contract_id = :contract AND (c.source_id, c.ticket_id) = (t.source_id, t.ticket_id)"
)
_PUT = text(
    "INSERT INTO ticket_contact (contract_id, created_us, source_id, ticket_id, customer, channel, form, group_name)"
    " SELECT CAST(:contract AS uuid), * FROM unnest(CAST(:created AS bigint[]), CAST(:sources AS text[]),"
    "  CAST(:tickets AS text[]), CAST(:customers AS text[]), CAST(:channels AS text[]), CAST(:forms AS text[]),"
    "  CAST(:groups AS text[]))"
    " ON CONFLICT (contract_id, source_id, ticket_id) DO UPDATE SET created_us = excluded.created_us,"
    "  customer = excluded.customer, channel = excluded.channel, form = excluded.form,"
    "  group_name = excluded.group_name"
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


async def of_tickets(session: AsyncSession, contract_id: UUID, keys: Iterable[TicketKey]) -> dict[TicketKey, Contact]:
    """The contacts that these tickets are."""
    rows = await session.execute(_OF_TICKETS, _named(contract_id, keys))
    return {(row.source_id, row.ticket_id): Contact(*row) for row in rows}


async def around(session: AsyncSession, contract_id: UUID, stretches: Stretches) -> list[Contact]:
    """The contacts of customers that began within a stretch of time of each."""
    values = {
        "contract": contract_id, "customers": list(stretches), "lows": [low for low, _ in stretches.values()],
        "highs": [high for _, high in stretches.values()],
    }  # fmt: skip
    return [Contact(*row) for row in await session.execute(_AROUND, values)]


async def remove(session: AsyncSession, contract_id: UUID, keys: Sequence[TicketKey]) -> None:
    """These tickets are no contacts any more."""
    if keys:
        await session.execute(_REMOVE, _named(contract_id, keys))


async def put(session: AsyncSession, contract_id: UUID, contacts: Sequence[Contact]) -> None:
    """These are contacts, or have become others."""
    if contacts:
        ordered = sorted(contacts, key=lambda one: (one.source_id, one.ticket_id))
        values = {
            "created": [one.created_us for one in ordered], "customers": [one.customer for one in ordered],
            "channels": [one.channel for one in ordered], "forms": [one.form for one in ordered],
            "groups": [one.group for one in ordered],
        }  # fmt: skip
        keys = [(one.source_id, one.ticket_id) for one in ordered]
        await session.execute(_PUT, {**_named(contract_id, keys), **values})


async def rename(session: AsyncSession, contract_id: UUID, keys: Sequence[TicketKey], names: Mapping[str, str]) -> None:
    """Put other pseudonyms into the contacts that these tickets are."""
    for old, new in names.items():
        await session.execute(_RENAME, {**_named(contract_id, keys), "old": old, "new": new})


def _named(contract_id: UUID, keys: Iterable[TicketKey]) -> dict[str, Any]:
    pairs = list(keys)
    return {
        "contract": contract_id,
        "sources": [source for source, _ in pairs],
        "tickets": [ticket for _, ticket in pairs],
    }
