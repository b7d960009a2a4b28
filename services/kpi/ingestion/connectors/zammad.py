"""Zammad: a trigger's webhook sends the ticket as it is now and its last article; what happened is inferred."""

import hashlib
from collections.abc import Sequence

import msgspec
from msgspec import UNSET, Raw

from services.kpi.ingestion.connectors.base import (
    Connector,
    Headers,
    Malformed,
    Parsed,
    ParsedItem,
    Pseudonym,
    SourcedEvent,
)
from services.kpi.ingestion.connectors.decoding import (
    check_text,
    decode,
    dig,
    header_key,
    identifier,
    instant,
    is_present,
    needed_text,
    optional_identifier,
    optional_tags,
    optional_text,
    told,
)
from services.kpi.ingestion.connectors.signatures import (
    HEX,
    draw_text_secret,
    matching_key,
    normalise_text_secret,
    prefixed,
    text_keys,
)
from services.kpi.ingestion.connectors.snapshots import Described, creation_known, person
from services.kpi.tickets.rules.events import (
    Author,
    Created,
    Excluded,
    Exclusion,
    MessageAdded,
    Restored,
    Status,
    StatusChanged,
)

SIGNATURE = "x-hub-signature"
DELIVERY = "x-zammad-delivery"

_STATUSES: dict[str, Status] = {
    "new": "new",
    "open": "open",
    "pending reminder": "pending",
    "pending close": "pending",
    "closed": "closed",
}
_EXCLUSIONS: dict[str, Exclusion] = {"merged": "merged", "removed": "deleted"}
_SENDERS: dict[str, Author] = {"Agent": "agent", "Customer": "customer", "System": "system"}


class _Body(msgspec.Struct):
    ticket: Raw = Raw()
    article: Raw = Raw()


class _Ticket(msgspec.Struct):
    id: object = UNSET
    state: object = UNSET
    created_at: object = UNSET
    updated_at: object = UNSET
    create_article_sender: object = UNSET
    create_article_type: object = UNSET
    customer_id: object = UNSET
    group: object = UNSET
    priority: object = UNSET
    tags: object = UNSET


class _Article(msgspec.Struct, omit_defaults=True):
    id: object = UNSET
    sender: object = UNSET
    internal: object = UNSET
    created_at: object = UNSET
    created_by_id: object = UNSET


_body = msgspec.json.Decoder(_Body)
_ticket = msgspec.json.Decoder(_Ticket)
_article = msgspec.json.Decoder(_Article)


class Zammad(Connector):
    """The Zammad connector; the signature token is typed into Zammad's webhook and used as UTF-8 text."""

    name = "zammad"
    media_types = frozenset({"application/json"})
    default_tolerance_s = 300
    """Of no effect: Zammad signs no time."""

    def draw_secret(self) -> str:
        """A token to type into the webhook."""
        return draw_text_secret()

    def normalise_secret(self, secret: str) -> str:
        """The token without surrounding blanks. Raises: InvalidSecret."""
        return normalise_text_secret(secret, "Zammad")

    def check(
        self,
        headers: Headers,
        body: bytes,
        secrets: Sequence[str],
        received_us: int,  # noqa: ARG002 - no time is signed
        tolerance_s: int,  # noqa: ARG002
    ) -> int:
        """HMAC-SHA1 of the body in hexadecimal, after `sha1=`. Raises: SignatureRejected."""
        return matching_key(text_keys(secrets), body, [prefixed(headers, SIGNATURE, b"sha1=")], "sha1", HEX)

    def parse(
        self,
        headers: Headers,
        body: bytes,
        received_us: int,  # noqa: ARG002 - the snapshot has its times
        bot_author_ids: frozenset[str],
        pseudonym: Pseudonym,
    ) -> Parsed:
        """One snapshot. A retry keeps the delivery's id and may show a later state: the first one counts.

        Raises: Malformed.
        """
        check_text(body)
        digest = hashlib.sha256(body).digest()
        envelope = decode(_body, body)
        if not is_present(envelope.ticket):
            raise Malformed("ticket is missing")
        ticket = decode(_ticket, envelope.ticket, "ticket")
        ticket_id = identifier(ticket.id, "ticket.id")
        events = _snapshot(ticket, pseudonym)
        article = decode(_article, envelope.article, "article") if is_present(envelope.article) else _Article()
        # An empty object stands for: no article.
        has_article = article != _Article()
        if has_article:
            events.insert(0, _message(article, bot_author_ids, pseudonym))
        key = header_key(headers, DELIVERY, digest)
        return Parsed([ParsedItem(key, digest, "ticket.article" if has_article else "ticket", ticket_id, events)])


def _snapshot(ticket: _Ticket, pseudonym: Pseudonym) -> list[SourcedEvent]:
    """What the ticket is, as of its last update.

    `close_at` is not read: it stays when a ticket is reopened, and would close again what an ahead clock closed.
    """
    state = needed_text(ticket.state, "ticket.state").lower()
    if state not in _STATUSES and state not in _EXCLUSIONS:
        raise Malformed("ticket.state is unknown")
    created_us, at_us = instant(ticket.created_at, "ticket.created_at"), instant(ticket.updated_at, "ticket.updated_at")
    described = _description(ticket, pseudonym)
    by_agent = ticket.create_article_sender == "Agent"
    if state in _EXCLUSIONS:
        known = creation_known(created_us, at_us, by_agent, described)
        return [(at_us, 0, Excluded(_EXCLUSIONS[state])), known]
    if at_us <= created_us:
        return [(created_us, 0, Created(_STATUSES[state], by_agent, **described))]
    return [
        # Whatever had excluded the ticket: it is there again, and no earlier state is told.
        (at_us, 0, Restored()),
        (at_us, 0, StatusChanged(_STATUSES[state])),
        creation_known(created_us, at_us, by_agent, described),
    ]


def _description(ticket: _Ticket, pseudonym: Pseudonym) -> Described:
    return {
        "channel": optional_text(ticket.create_article_type, "ticket.create_article_type"),
        "group": told(dig(ticket.group, "name"), "ticket.group.name", optional_text) if ticket.group else None,
        "priority": optional_text(dig(ticket.priority, "name"), "ticket.priority.name"),
        "tags": optional_tags(ticket.tags, "ticket.tags"),
        "requester": person(ticket.customer_id, "ticket.customer_id", pseudonym),
    }


def _message(article: _Article, bot_author_ids: frozenset[str], pseudonym: Pseudonym) -> SourcedEvent:
    message_id = identifier(article.id, "article.id")
    sender = needed_text(article.sender, "article.sender")
    if sender not in _SENDERS:
        raise Malformed("article.sender is unknown")
    if not isinstance(article.internal, bool):
        raise Malformed(f"article.internal is {'missing' if article.internal is UNSET else 'mistyped'}")
    author_id = optional_identifier(article.created_by_id, "article.created_by_id")
    author = "bot" if author_id is not None and author_id in bot_author_ids else _SENDERS[sender]
    agent = pseudonym(author_id) if author == "agent" and author_id is not None else None
    at_us = instant(article.created_at, "article.created_at")
    return at_us, 0, MessageAdded(author, not article.internal, message_id, agent)
