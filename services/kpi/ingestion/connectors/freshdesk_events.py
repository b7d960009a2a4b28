"""Freshdesk's rules: what each word of `kpi_event` tells, and the vocabulary of the placeholders."""

import re

import msgspec
from msgspec import UNSET

from services.kpi.ingestion.connectors.base import Malformed, Pseudonym
from services.kpi.ingestion.connectors.decoding import (
    identifier,
    needed_text,
    optional_identifier,
    optional_tags,
    optional_text,
    told,
)
from services.kpi.ingestion.connectors.snapshots import Described, person
from services.kpi.tickets.rules.events import (
    Author,
    Created,
    Excluded,
    MessageAdded,
    NeutralEvent,
    Rated,
    Restored,
    Status,
    StatusChanged,
)

_CODES: dict[int, Status] = {2: "open", 3: "pending", 4: "solved", 5: "closed", 6: "pending", 7: "hold"}
# Placeholders are written in the language of the account.
_LABELS: dict[str, Status] = {
    "open": "open",
    "pending": "pending",
    "resolved": "solved",
    "closed": "closed",
    "waiting on customer": "pending",
    "waiting on third party": "hold",
    "ouvert": "open",
    "en attente": "pending",
    "résolu": "solved",
    "fermé": "closed",
    "clos": "closed",
    "en attente du client": "pending",
    "en attente d'un tiers": "hold",
}
_MESSAGES: dict[str, tuple[Author, bool]] = {
    "agent_public_reply": ("agent", True),
    "agent_private_note": ("agent", False),
    "customer_public_reply": ("customer", True),
}
_PLAIN: dict[str, NeutralEvent] = {
    "spam": Excluded("spam"),
    "marked_as_spam": Excluded("spam"),
    "deleted": Excluded("deleted"),
    "restored": Restored(),
}
# Seven steps put on ten, so that satisfied (101 and more) is eight and more.
_SCORES = {103: 10, 102: 9, 101: 8, 100: 5, -101: 3, -102: 2, -103: 1}
_SCALE = 10

_STATUS_MOVE = re.compile(r"\bstatus:\{from:\d{1,9},to:(\d{1,9})\}")
_NUMBERED = re.compile(r"\D{0,20}(\d{1,18})\]?")


class Webhook(msgspec.Struct):
    """The placeholders that we prescribe, and those that may be added."""

    kpi_event: object = UNSET
    ticket_id: object = UNSET
    ticket_status: object = UNSET
    ticket_priority: object = UNSET
    ticket_source: object = UNSET
    ticket_ticket_type: object = UNSET
    ticket_product: object = UNSET
    ticket_group_name: object = UNSET
    ticket_agent_name: object = UNSET
    ticket_contact_email: object = UNSET
    ticket_tags: object = UNSET
    triggered_event: object = UNSET
    merged_into: object = UNSET
    csat_score: object = UNSET
    csat_comment: object = UNSET


HANDLED = frozenset({"created", "status_changed", "merged", "csat", *_MESSAGES, *_PLAIN})
"""The words of `kpi_event` that tell something, without their prefix; others count for nothing."""


def word_of(kpi_event: str) -> str:
    """A word typed into a rule, without the prefix `ticket_` that some have."""
    return kpi_event.removeprefix("ticket_")


def read_ticket_id(value: object) -> str:
    """The number of a ticket; older accounts write it with a prefix, as in `#3301`. Raises: Malformed."""
    text = identifier(value, "freshdesk_webhook.ticket_id")
    match = _NUMBERED.fullmatch(text)
    return match.group(1) if match is not None else text


def read_event(kind: str, webhook: Webhook, bot_author_ids: frozenset[str], pseudonym: Pseudonym) -> NeutralEvent:
    """The event of a handled word. Raises: Malformed."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    if kind in _MESSAGES:
        author, public = _MESSAGES[kind]
        # Of an agent's reply only the ticket's agent is told, who need not have written it: nobody is named.
        name = optional_identifier(webhook.ticket_agent_name, "freshdesk_webhook.ticket_agent_name")
        return MessageAdded("bot" if author == "agent" and name in bot_author_ids else author, public)
    if kind == "merged":
        return Excluded("merged", optional_identifier(webhook.merged_into, "freshdesk_webhook.merged_into"))
    if kind == "csat":
        return Rated(_score(webhook.csat_score), _SCALE)
    if kind == "status_changed":
        return StatusChanged(_status(webhook))
    return Created(_label(webhook.ticket_status), **_description(webhook, pseudonym))


def _status(webhook: Webhook) -> Status:
    """The status entered: by the code of the event, which neither a language nor a late delivery changes."""
    if isinstance(webhook.triggered_event, str):
        move = _STATUS_MOVE.search(webhook.triggered_event.replace(" ", "").replace('"', ""))
        if move is not None and int(move.group(1)) in _CODES:
            return _CODES[int(move.group(1))]
    return _label(webhook.ticket_status)


def _label(value: object) -> Status:
    label = needed_text(value, "freshdesk_webhook.ticket_status").strip().replace("’", "'").lower()
    if label not in _LABELS:
        raise Malformed("freshdesk_webhook.ticket_status is unknown")
    return _LABELS[label]


def _score(value: object) -> int:
    field = "freshdesk_webhook.csat_score"
    if isinstance(value, str) and re.fullmatch(r"-?\d{3}", value, re.ASCII):
        value = int(value)
    if type(value) is not int:
        raise Malformed(f"{field} is {'missing' if value is UNSET or value is None else 'mistyped'}")
    if value not in _SCORES:
        raise Malformed(f"{field} is out of range")
    return _SCORES[value]


def _description(webhook: Webhook, pseudonym: Pseudonym) -> Described:
    tags = webhook.ticket_tags
    email = webhook.ticket_contact_email
    named = [tag.strip() for tag in tags.split(",")] if isinstance(tags, str) else []
    return {
        "channel": _described(webhook.ticket_source, "ticket_source"),
        "group": _described(webhook.ticket_group_name, "ticket_group_name"),
        "priority": optional_text(webhook.ticket_priority, "freshdesk_webhook.ticket_priority"),
        "tags": optional_tags([tag for tag in named if tag], "freshdesk_webhook.ticket_tags"),
        # The only name of the customer that Freshdesk tells; it becomes a pseudonym here.
        "requester": person(email.strip().lower(), "freshdesk_webhook.ticket_contact_email", pseudonym)
        if isinstance(email, str)
        else None,
        "brand": _described(webhook.ticket_product, "ticket_product"),
        "form": _described(webhook.ticket_ticket_type, "ticket_ticket_type"),
    }


def _described(value: object, field: str) -> str | None:
    return None if value is UNSET else told(value, f"freshdesk_webhook.{field}", optional_text)
