"""Intercom's conversations: what a topic tells, and the messages among the parts that come with it."""

import msgspec
from msgspec import UNSET, Raw

from services.kpi.ingestion.connectors.base import Malformed, Pseudonym, SourcedEvent
from services.kpi.ingestion.connectors.decoding import (
    decode,
    dig,
    identifier,
    instant,
    is_present,
    needed_text,
    optional_identifier,
    optional_tags,
    optional_text,
    told,
)
from services.kpi.ingestion.connectors.snapshots import Described, creation_known, person
from services.kpi.tickets.rules.events import (
    Author,
    Created,
    Excluded,
    MessageAdded,
    Status,
    StatusChanged,
)

_CREATED = frozenset({"conversation.user.created", "conversation.admin.single.created"})
_DELETED = "conversation.deleted"
_CUSTOMER_REPLIED = "conversation.user.replied"
_WITH_A_PART = frozenset(
    {_CUSTOMER_REPLIED, "conversation.admin.replied", "conversation.admin.noted", "conversation.operator.replied"}
)
# What the topic itself says: the conversation that comes with it may have moved on since.
_ENTERED: dict[str, Status] = {
    "conversation.admin.closed": "closed",
    "conversation.admin.opened": "open",
    "conversation.admin.snoozed": "pending",
    "conversation.admin.unsnoozed": "open",
}
_STATES: dict[str, Status] = {"open": "open", "closed": "closed", "snoozed": "pending"}
_AUTHORS: dict[str, Author] = {
    "admin": "agent",
    "user": "customer",
    "lead": "customer",
    "contact": "customer",
    "visitor": "customer",
    "bot": "bot",
    "operator": "bot",
}
_NOTES = frozenset({"note", "note_and_reopen"})
_SPOKEN = frozenset({"comment", "quick_reply", "open", "close"})
"""Parts with words for the customer; to close or to open may come with some."""

HANDLED = frozenset({*_CREATED, *_WITH_A_PART, *_ENTERED, _DELETED, "conversation.rating.added"})
"""The topics that tell something; others count for nothing."""


class _Item(msgspec.Struct):
    id: object = UNSET
    created_at: object = UNSET
    state: object = UNSET
    source: object = UNSET
    contacts: object = UNSET
    team_assignee_id: object = UNSET
    priority: object = UNSET
    tags: object = UNSET
    conversation_parts: Raw = Raw()


class _Author(msgspec.Struct):
    type: str
    id: object = UNSET


class _Part(msgspec.Struct):
    part_type: str
    id: object = UNSET
    created_at: object = UNSET
    body: object = UNSET
    author: _Author | None = None


class _Parts(msgspec.Struct):
    conversation_parts: list[_Part]


_item = msgspec.json.Decoder(_Item)
_parts = msgspec.json.Decoder(_Parts)


def read_conversation(
    topic: str, at_us: int, item_json: Raw, bot_author_ids: frozenset[str], pseudonym: Pseudonym
) -> tuple[str, list[SourcedEvent]]:
    """The conversation and what a handled topic tells of it, its creation included. Raises: Malformed."""
    if not is_present(item_json):
        raise Malformed("data.item is missing")
    item = decode(_item, item_json, "data.item")
    ticket_id = identifier(item.id, "data.item.id")
    if topic == _DELETED:
        return ticket_id, [(at_us, 0, Excluded("deleted"))]  # nothing but the id is left
    created_us = instant(item.created_at, "data.item.created_at")
    described = _description(item, pseudonym)
    by_agent = topic == "conversation.admin.single.created" or dig(item.source, "delivered_as") == "admin_initiated"
    if topic in _CREATED:
        return ticket_id, [(created_us, 0, Created(_state(item), by_agent, **described))]
    events = _messages(topic, item, bot_author_ids, pseudonym)
    if topic in _ENTERED:
        events.append((at_us, 0, StatusChanged(_ENTERED[topic])))
    elif topic == _CUSTOMER_REPLIED:
        events.append((at_us, 0, StatusChanged(_state(item))))  # a reply opens again what was closed
    events.append(creation_known(created_us, at_us, by_agent, described))
    return ticket_id, events


def _state(item: _Item) -> Status:
    state = needed_text(item.state, "data.item.state")
    if state not in _STATES:
        raise Malformed("data.item.state is unknown")
    return _STATES[state]


def _messages(topic: str, item: _Item, bot_author_ids: frozenset[str], pseudonym: Pseudonym) -> list[SourcedEvent]:
    where = "data.item.conversation_parts"
    if not is_present(item.conversation_parts):
        if topic in _WITH_A_PART:
            raise Malformed(f"{where} is missing")
        return []
    parts = decode(_parts, item.conversation_parts, where).conversation_parts
    if not parts and topic in _WITH_A_PART:
        raise Malformed(f"{where} is empty")
    return [event for part in parts if (event := _message(part, bot_author_ids, pseudonym)) is not None]


def _message(part: _Part, bot_author_ids: frozenset[str], pseudonym: Pseudonym) -> SourcedEvent | None:
    """A part with words, None for assignments and the like. Raises: Malformed."""
    where = "conversation_parts"
    silent = part.part_type in ("open", "close") and not (isinstance(part.body, str) and part.body)
    if part.part_type not in _NOTES | _SPOKEN or silent:
        return None
    message_id = identifier(part.id, f"{where}.id")
    at_us = instant(part.created_at, f"{where}.created_at")
    if part.author is None:
        raise Malformed(f"{where}.author is missing")
    if part.author.type not in _AUTHORS:
        raise Malformed(f"{where}.author.type is unknown")
    author = _AUTHORS[part.author.type]
    author_id = optional_identifier(part.author.id, f"{where}.author.id")
    if author_id is not None and author_id in bot_author_ids:
        author = "bot"
    agent = pseudonym(author_id) if author == "agent" and author_id is not None else None
    return at_us, 0, MessageAdded(author, part.part_type not in _NOTES, message_id, agent)


def _description(item: _Item, pseudonym: Pseudonym) -> Described:
    contacts = dig(item.contacts, "contacts")
    first = contacts[0] if isinstance(contacts, list) and contacts else None
    tags = dig(item.tags, "tags")
    team = item.team_assignee_id
    return {
        "channel": optional_text(dig(item.source, "type"), "data.item.source.type"),
        "group": None if team is UNSET else told(team, "data.item.team_assignee_id", optional_identifier),
        "priority": optional_text(item.priority, "data.item.priority"),
        "tags": optional_tags([dig(tag, "name") for tag in tags] if isinstance(tags, list) else [], "data.item.tags"),
        "requester": person(dig(first, "id"), "data.item.contacts.id", pseudonym),
    }
