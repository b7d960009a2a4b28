"""GLPI's items: the ticket as it is, and what is added to its timeline."""

import msgspec
from msgspec import UNSET, Raw

from services.kpi.ingestion.connectors.base import Malformed, Pseudonym, SourcedEvent
from services.kpi.ingestion.connectors.decoding import (
    decode,
    dig,
    identifier,
    instant,
    optional_identifier,
    optional_text,
    told,
)
from services.kpi.ingestion.connectors.snapshots import Described, creation_known, person
from services.kpi.tickets.rules.events import (
    Author,
    Created,
    Excluded,
    MessageAdded,
    Restored,
    Status,
    StatusChanged,
)

Told = tuple[str, list[SourcedEvent]] | None
"""The ticket and its events; None for what is no part of a ticket."""

_STATUSES: dict[int, Status] = {1: "new", 2: "open", 3: "open", 4: "pending", 5: "solved", 6: "closed"}
_CUSTOMERS = frozenset({"requester", "observer"})


class _Status(msgspec.Struct):
    id: int


class _Ticket(msgspec.Struct):
    status: _Status | None = None
    id: object = UNSET
    type: object = UNSET
    is_deleted: object = UNSET
    date_creation: object = UNSET
    date: object = UNSET
    date_mod: object = UNSET
    entity: object = UNSET
    category: object = UNSET
    request_type: object = UNSET
    priority: object = UNSET
    team: object = UNSET


class _Entry(msgspec.Struct):
    id: object = UNSET
    itemtype: object = UNSET
    items_id: object = UNSET
    is_private: object = UNSET
    request_type: object = UNSET
    user: object = UNSET
    date_creation: object = UNSET


_ticket = msgspec.json.Decoder(_Ticket)
_entry = msgspec.json.Decoder(_Entry)


def read_ticket(event: str, item: Raw, pseudonym: Pseudonym) -> tuple[str, Told]:
    """A ticket that was made, changed or put into the bin. Raises: Malformed."""
    ticket = decode(_ticket, item, "item")
    if ticket.type is UNSET and ticket.status is not None:
        return "other", None  # a change or a problem: only tickets are incidents or requests
    ticket_id = identifier(ticket.id, "item.id")
    status, created_us = _status(ticket, "item"), _created_us(ticket, "item")
    described = _description(ticket, "item", pseudonym)
    if event == "new" and ticket.is_deleted is not True:
        return "ticket", (ticket_id, [(created_us, 0, Created(status, **described))])
    at_us = instant(ticket.date_mod, "item.date_mod")
    known = creation_known(created_us, at_us, False, described)
    return "ticket", (ticket_id, [*_as_it_is(ticket, status, at_us, deleted=event == "delete"), known])


def _as_it_is(ticket: _Ticket, status: Status, at_us: int, *, deleted: bool = False) -> list[SourcedEvent]:
    if deleted or ticket.is_deleted is True:
        return [(at_us, 0, Excluded("deleted"))]
    # What comes back out of the bin is told as any update is.
    return [(at_us, 0, Restored()), (at_us, 0, StatusChanged(status))]


def read_timeline(
    event: str, item: Raw, parent: Raw, bot_author_ids: frozenset[str], pseudonym: Pseudonym
) -> tuple[str, Told]:
    """A followup or a solution, with the ticket as it then was; tasks and validations are no messages.

    Raises: Malformed.
    """
    entry = decode(_entry, item, "item")
    if entry.itemtype != "Ticket":
        return "other", None
    is_followup = entry.is_private is not UNSET or entry.request_type is not UNSET
    kind = "followup" if is_followup else "solution"
    ticket = decode(_ticket, parent, "parent_item")
    ticket_id = identifier(ticket.id, "parent_item.id")
    status, created_us = _status(ticket, "parent_item"), _created_us(ticket, "parent_item")
    at_us = instant(ticket.date_mod, "parent_item.date_mod")
    known = creation_known(created_us, at_us, False, _description(ticket, "parent_item", pseudonym))
    events = [*_as_it_is(ticket, status, at_us), known]
    if event == "new":
        message = _followup(entry, ticket, bot_author_ids, pseudonym) if is_followup else _solution(entry, at_us)
        events.insert(0, message)
    return kind, (ticket_id, events)


def _followup(entry: _Entry, ticket: _Ticket, bot_author_ids: frozenset[str], pseudonym: Pseudonym) -> SourcedEvent:
    # Each kind of entry has its own numbers.
    message_id = "followup:" + identifier(entry.id, "item.id")
    if not isinstance(entry.is_private, bool):
        raise Malformed(f"item.is_private is {'missing' if entry.is_private is UNSET else 'mistyped'}")
    user_id = identifier(dig(entry.user, "id"), "item.user.id")
    author: Author = "bot" if user_id in bot_author_ids else _role(user_id, ticket)
    agent = pseudonym(user_id) if author == "agent" else None
    at_us = instant(entry.date_creation, "item.date_creation")
    return at_us, 0, MessageAdded(author, not entry.is_private, message_id, agent)


def _role(user_id: str, ticket: _Ticket) -> Author:
    """Who a person is to the ticket: who is of no side there answers for a group, as only the team may."""
    roles = {
        dig(member, "role")
        for member in (ticket.team if isinstance(ticket.team, list) else ())
        if dig(member, "type") == "User" and optional_identifier(dig(member, "id"), "parent_item.team.id") == user_id
    }
    return "customer" if "assigned" not in roles and roles & _CUSTOMERS else "agent"


def _solution(entry: _Entry, at_us: int) -> SourcedEvent:
    """The words that solve a ticket are read by the customer, and only the team writes them."""
    written_us = at_us if entry.date_creation is UNSET else instant(entry.date_creation, "item.date_creation")
    return written_us, 0, MessageAdded("agent", True, "solution:" + identifier(entry.id, "item.id"))


def _status(ticket: _Ticket, where: str) -> Status:
    if ticket.status is None:
        raise Malformed(f"{where}.status is missing")
    if ticket.status.id not in _STATUSES:
        raise Malformed(f"{where}.status.id is unknown")
    return _STATUSES[ticket.status.id]


def _created_us(ticket: _Ticket, where: str) -> int:
    """When the ticket was entered; `date`, which a technician may change, only where that is not told."""
    if ticket.date_creation is UNSET or ticket.date_creation is None:
        return instant(ticket.date, f"{where}.date")
    return instant(ticket.date_creation, f"{where}.date_creation")


def _description(ticket: _Ticket, where: str, pseudonym: Pseudonym) -> Described:
    team = [member for member in ticket.team if isinstance(member, dict)] if isinstance(ticket.team, list) else None
    group = _member(team, "Group", "assigned")
    requester = dig(_member(team, "User", "requester"), "id")
    return {
        "channel": _name(ticket.request_type, f"{where}.request_type"),
        "group": None if team is None else told(dig(group, "name"), f"{where}.team.name", optional_text),
        "priority": optional_identifier(ticket.priority, f"{where}.priority"),
        "requester": person(requester, f"{where}.team.id", pseudonym),
        "brand": _name(ticket.entity, f"{where}.entity"),
        "form": _name(ticket.category, f"{where}.category"),
    }


def _member(team: list[dict[str, object]] | None, kind: str, role: str) -> dict[str, object] | None:
    return next((one for one in team or () if one.get("type") == kind and one.get("role") == role), None)


def _name(value: object, field: str) -> str | None:
    """The name of a linked thing, with those above it where they are told: two entities may be called alike."""
    if value is UNSET:
        return None
    return told(dig(value, "completename") or dig(value, "name"), f"{field}.name", optional_text)
