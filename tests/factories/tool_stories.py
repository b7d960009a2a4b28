"""One story told by each tool in its own words: the same steps, so that the same facts are expected."""

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from tests.factories.tool_signing import tool_headers
from tests.factories.webhooks import Delivery, cloud_event, compact, rfc3339

SECOND = 1_000_000
TICKET = 7
CREATED, AGENT, CUSTOMER, NOTE = "created", "agent", "customer", "note"
GOOD, BAD, DELETED, RESTORED = "good", "bad", "deleted", "restored"

Step = tuple[str, int]
"""(what happens: one of the words above or a neutral status, when in microseconds)."""

_STATUSES = ("open", "pending", "solved")
_TALK = (CREATED, AGENT, CUSTOMER, NOTE)
CAN_TELL: dict[str, tuple[str, ...]] = {
    "freshdesk": (*_TALK, *_STATUSES, GOOD, BAD, DELETED, RESTORED),
    "intercom": (*_TALK, *_STATUSES, GOOD, BAD, DELETED),
    "zammad": (*_TALK, *_STATUSES, DELETED, RESTORED),
    "chatwoot": (*_TALK, *_STATUSES, GOOD, BAD),
    "glpi": (*_TALK, *_STATUSES, DELETED, RESTORED),
}


class _Ticket:
    """What a tool knows of the ticket while the story goes on."""

    def __init__(self, created_us: int) -> None:
        self.created_us = created_us
        self.status = "new"
        self.deleted = False
        self.last: tuple[int, str, int] | None = None
        """Number, author and time of the last message."""
        self.messages = 0

    def take(self, what: str, at_us: int) -> None:
        if what in _STATUSES:
            self.status = what
        elif what in (DELETED, RESTORED):
            self.deleted = what == DELETED
        elif what in (AGENT, CUSTOMER, NOTE):
            self.messages += 1
            self.last = (self.messages, what, at_us)


def tell(system: str, steps: Sequence[Step]) -> list[Delivery]:
    """The deliveries of a story that begins with its creation, each sent at once and received a second later."""
    ticket = _Ticket(steps[0][1])
    deliveries = []
    for what, at_us in steps:
        ticket.take(what, at_us)
        body = _TELLERS[system](ticket, what, at_us)
        deliveries.append(Delivery(tool_headers(system, body, at_us), body, at_us + (SECOND if at_us else 0)))
    return deliveries


def in_neutral_words(system: str, steps: Sequence[Step]) -> list[dict[str, Any]]:
    """The same story as CloudEvents, with what the tool's own rules add to it."""
    events = []
    for number, (what, at_us) in enumerate(steps):
        # Freshdesk tells no time: what it tells counts when it is received.
        told_us = at_us + SECOND if system == "freshdesk" else at_us
        for kind, data in _neutral(system, what):
            events.append(cloud_event(kind, str(TICKET), told_us, data, event_id=f"{number}-{kind}"))
    return events


def _neutral(system: str, what: str) -> list[tuple[str, dict[str, Any]]]:
    if what in _STATUSES:
        return [("status", {"status": what})]
    if what in (GOOD, BAD):
        return [("csat", {"score": 5 if what == GOOD else 1})]
    if what == NOTE:
        return [("message", {"author": "agent", "public": False})]
    if what in (AGENT, CUSTOMER):
        replied = [("message", {"author": what, "public": True})]
        # Intercom opens what the customer answers.
        return replied + ([("status", {"status": "open"})] if system == "intercom" and what == CUSTOMER else [])
    return [(what, {})]


def _local(at_us: int, hours: int = 2) -> str:
    return datetime.fromtimestamp(at_us // SECOND, UTC).astimezone(timezone(timedelta(hours=hours))).isoformat()


# ------------------------------------------------------------------ Freshdesk


def freshdesk_body(kpi_event: str, **changes: Any) -> bytes:
    """The body that we prescribe for a rule."""
    webhook = {
        "kpi_event": kpi_event,
        "ticket_id": TICKET,
        "ticket_status": "Open",
        "ticket_priority": "Medium",
        "ticket_source": "Email",
        "ticket_ticket_type": "Question",
        "ticket_group_name": "Niveau 1",
        "ticket_agent_name": "Inès Martin",
        "ticket_contact_email": "Noé.Blanc@exemple.fr",
        "ticket_tags": "colis, retard",
        "triggered_event": "{ticket_action:created}",
    }
    return compact({"freshdesk_webhook": webhook | changes})


FRESHDESK: dict[str, tuple[str, dict[str, Any]]] = {
    CREATED: ("ticket_created", {}),
    AGENT: ("agent_public_reply", {}),
    CUSTOMER: ("customer_public_reply", {}),
    NOTE: ("agent_private_note", {}),
    "open": ("status_changed", {"triggered_event": "{status:{from:4,to:2}}"}),
    "pending": ("status_changed", {"triggered_event": "{status:{from:2,to:3}}"}),
    "solved": ("status_changed", {"triggered_event": "{status:{from:2,to:4}}"}),
    GOOD: ("csat", {"csat_score": 103}),
    BAD: ("csat", {"csat_score": -103}),
    DELETED: ("ticket_deleted", {}),
    RESTORED: ("ticket_restored", {}),
}


def _freshdesk(_ticket: _Ticket, what: str, at_us: int) -> bytes:
    kind, changes = FRESHDESK[what]
    # The text of the last comment differs in reality too; without it, two replies of one story would be one body.
    return freshdesk_body(kind, ticket_latest_public_comment=f"Message de {at_us}", **changes)


# ------------------------------------------------------------------ Intercom


def intercom_body(topic: str, at_us: int, created_us: int, state: str = "open", **item: Any) -> bytes:
    """A notification; `item` overrides the conversation."""
    conversation = {
        "type": "conversation",
        "id": str(TICKET),
        "created_at": created_us // SECOND,
        "updated_at": at_us // SECOND,
        "state": state,
        "source": {"type": "email", "id": "s1", "delivered_as": "customer_initiated", "author": {"type": "user"}},
        "contacts": {"contacts": [{"type": "contact", "id": "c-1"}]},
        "team_assignee_id": "55",
        "priority": "not_priority",
        "tags": {"tags": [{"name": "colis"}]},
        "conversation_parts": {"conversation_parts": []},
    }
    return compact(
        {
            "type": "notification_event",
            "topic": topic,
            "id": f"notif_{topic}_{at_us}",
            "created_at": at_us // SECOND,
            "data": {"type": "notification_event_data", "item": conversation | item},
        }
    )


def intercom_part(number: int, at_us: int, author: str, part_type: str = "comment", body: str | None = "x") -> Any:
    """The parts of a conversation: the last one, as a notification has it."""
    one: dict[str, Any] = {"type": "conversation_part", "id": f"p{number}", "part_type": part_type, "body": body}
    one |= {"created_at": at_us // SECOND, "author": {"type": author, "id": f"{author}-1", "name": "Inès Martin"}}
    return {"type": "conversation_part.list", "conversation_parts": [one], "total_count": 1}


INTERCOM_TOPICS = {
    CREATED: "conversation.user.created",
    AGENT: "conversation.admin.replied",
    CUSTOMER: "conversation.user.replied",
    NOTE: "conversation.admin.noted",
    "open": "conversation.admin.opened",
    "pending": "conversation.admin.snoozed",
    "solved": "conversation.admin.closed",
    DELETED: "conversation.deleted",
}


def _intercom(ticket: _Ticket, what: str, at_us: int) -> bytes:
    if what == CUSTOMER:
        ticket.status = "open"
    item: dict[str, Any] = {}
    if what in (AGENT, CUSTOMER, NOTE):
        author, part_type = ("user" if what == CUSTOMER else "admin"), ("note" if what == NOTE else "comment")
        item["conversation_parts"] = intercom_part(ticket.messages, at_us, author, part_type)
    if what in (GOOD, BAD):
        item["conversation_rating"] = {"rating": 5 if what == GOOD else 1, "created_at": ticket.created_us // SECOND}
    state = {"new": "open", "open": "open", "pending": "snoozed", "solved": "closed"}[ticket.status]
    return intercom_body(
        INTERCOM_TOPICS.get(what, "conversation.rating.added"), at_us, ticket.created_us, state, **item
    )


# ------------------------------------------------------------------ Zammad


def zammad_body(at_us: int, created_us: int, state: str = "open", article: Any = None, **changes: Any) -> bytes:
    """A snapshot with the last article, in the escapes of Rails."""
    ticket = {
        "id": TICKET,
        "title": "Échange <urgent> & retour",
        "state": state,
        "created_at": rfc3339(created_us),
        "updated_at": rfc3339(at_us),
        "create_article_sender": "Customer",
        "create_article_type": "email",
        "customer_id": 41,
        "group": {"id": 2, "name": "Niveau 1"},
        "priority": {"id": 2, "name": "2 normal"},
        "close_at": rfc3339(created_us),
    }
    text = compact({"ticket": ticket | changes, "article": article or {}}).decode()
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026").encode()


def zammad_article(number: int, at_us: int, sender: str, *, internal: bool = False) -> dict[str, Any]:
    """An article by user 9 of the team, or by the customer."""
    who = 9 if sender == "Agent" else 41
    shown = {"id": number, "sender": sender, "internal": internal, "body": "Bonjour", "created_by_id": who}
    return shown | {"created_at": rfc3339(at_us)}


def _zammad(ticket: _Ticket, _what: str, at_us: int) -> bytes:
    state = {"new": "new", "open": "open", "pending": "pending reminder", "solved": "closed"}[ticket.status]
    article = None
    if ticket.last is not None:
        number, author, sent_us = ticket.last
        sender = "Customer" if author == CUSTOMER else "Agent"
        article = zammad_article(number, sent_us, sender, internal=author == NOTE)
    return zammad_body(at_us, ticket.created_us, "removed" if ticket.deleted else state, article)


# ------------------------------------------------------------------ Chatwoot


def chatwoot_conversation(at_us: int, created_us: int, status: str = "open") -> dict[str, Any]:
    """A conversation with whole seconds, and seconds with decimals."""
    return {
        "id": TICKET,
        "inbox_id": 4,
        "channel": "Channel::WebWidget",
        "status": status,
        "labels": ["colis"],
        "priority": None,
        "meta": {"sender": {"id": 700, "name": "Noé Blanc", "type": "contact"}, "team": None},
        "messages": [],
        "created_at": created_us // SECOND,
        "updated_at": at_us / SECOND,
    }


def chatwoot_event(event: str, at_us: int, created_us: int, status: str = "open", **changes: Any) -> bytes:
    """An event of a conversation."""
    return compact(chatwoot_conversation(at_us, created_us, status) | {"event": event} | changes)


def chatwoot_message(number: int, at_us: int, created_us: int, sender: str | None = "user", **changes: Any) -> bytes:
    """A message of a person of the team (`user`), a customer (`contact`) or a bot (`agent_bot`)."""
    body = {
        "event": "message_created",
        "id": number,
        "created_at": rfc3339(at_us),
        "message_type": "incoming" if sender == "contact" else "outgoing",
        "content_type": "text",
        "content_attributes": {},
        "private": False,
        "sender": None if sender is None else {"id": 12, "name": "Inès Martin", "type": sender},
        "conversation": chatwoot_conversation(at_us, created_us),
    }
    return compact(body | changes)


def chatwoot_rating(at_us: int, created_us: int, survey: object) -> bytes:
    """The answer to a survey: an update of the message that asked for it, which was sent at the creation."""
    attributes = {"submitted_values": {"csat_survey_response": survey}}
    asked = {"message_type": "template", "content_type": "input_csat", "content_attributes": attributes}
    return chatwoot_message(
        900, at_us, created_us, None, event="message_updated", created_at=rfc3339(created_us), **asked
    )


def _chatwoot(ticket: _Ticket, what: str, at_us: int) -> bytes:
    if what in (GOOD, BAD):
        return chatwoot_rating(at_us, ticket.created_us, {"rating": 5 if what == GOOD else 1})
    if what in (AGENT, CUSTOMER, NOTE):
        sender = "contact" if what == CUSTOMER else "user"
        return chatwoot_message(ticket.messages, at_us, ticket.created_us, sender, private=what == NOTE)
    status = {"new": "open", "open": "open", "pending": "snoozed", "solved": "resolved"}[ticket.status]
    event = "conversation_created" if what == CREATED else "conversation_status_changed"
    return chatwoot_event(event, at_us, ticket.created_us, status)


# ------------------------------------------------------------------ GLPI


def glpi_ticket(at_us: int, created_us: int, status: object = 1, **changes: Any) -> dict[str, Any]:
    """A ticket as the API shows it; the server's clock is two hours ahead of UTC."""
    ticket = {
        "id": TICKET,
        "name": "Accès refusé",
        "is_deleted": False,
        "type": 1,
        "priority": 3,
        "status": {"id": status, "name": "En cours"},
        "category": {"id": 8, "name": "Accès"},
        "request_type": {"id": 1, "name": "Helpdesk"},
        "entity": {"id": 2, "name": "Client", "completename": "Racine > Client"},
        "date_creation": _local(created_us),
        "date": _local(created_us),
        "date_mod": _local(at_us),
        "team": [
            {"id": 210, "name": "Noé Blanc", "type": "User", "role": "requester"},
            {"id": 35, "name": "Inès Martin", "type": "User", "role": "assigned"},
            {"id": 210, "name": "Niveau 1", "type": "Group", "role": "assigned"},
        ],
    }
    return ticket | changes


def glpi_body(event: str, item: dict[str, Any], parent: dict[str, Any] | None = None) -> bytes:
    """A delivery as PHP writes it: four blanks, ASCII only, slashes escaped."""
    document = {"item": item, "event": event} | ({} if parent is None else {"parent_item": parent})
    return json.dumps(document, ensure_ascii=True, indent=4).replace("/", "\\/").encode()


def glpi_followup(number: int, at_us: int, user: int, *, private: bool = False, **changes: Any) -> dict[str, Any]:
    """A followup."""
    return {
        "id": number,
        "itemtype": "Ticket",
        "items_id": TICKET,
        "content": "<p>Bonjour</p>",
        "is_private": private,
        "user": {"id": user, "name": "Quelqu’un"},
        "request_type": {"id": 1, "name": "Helpdesk"},
        "date_creation": _local(at_us),
    } | changes


def _glpi(ticket: _Ticket, what: str, at_us: int) -> bytes:
    status = {"new": 1, "open": 2, "pending": 4, "solved": 5}[ticket.status]
    shown = glpi_ticket(at_us, ticket.created_us, status, is_deleted=ticket.deleted)
    if what in (AGENT, CUSTOMER, NOTE):
        user = 210 if what == CUSTOMER else 35
        return glpi_body("new", glpi_followup(ticket.messages, at_us, user, private=what == NOTE), shown)
    return glpi_body({CREATED: "new", DELETED: "delete"}.get(what, "update"), shown)


_TELLERS: dict[str, Callable[[_Ticket, str, int], bytes]] = {
    "freshdesk": _freshdesk,
    "intercom": _intercom,
    "zammad": _zammad,
    "chatwoot": _chatwoot,
    "glpi": _glpi,
}
