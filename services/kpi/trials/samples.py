"""Sample bodies of each tool, composed by us, about a ticket that nobody has, at the present instant. Pure."""

from collections.abc import Callable
from typing import Any

import msgspec

from services.common.instants import from_microseconds, to_text
from services.kpi.calendars.instants import SECOND_US

TICKET = 990_001
MEDIA_TYPES = {"generic": "application/cloudevents+json"}
_MINUTE_US = 60 * SECOND_US

Document = dict[str, Any]
Builder = Callable[[int], Document]
"""The document of an instant."""


def codes(system: str) -> list[str]:
    """The kinds of sample of a tool."""
    return list(_SAMPLES[system])


def media_type_of(system: str) -> str:
    """What the tool says that its bodies are."""
    return MEDIA_TYPES.get(system, "application/json")


def sample(system: str, code: str, at_us: int) -> str:
    """The text of a sample that happens at an instant; its ticket was created an hour before. Raises: KeyError."""
    document = _SAMPLES[system][code](at_us)
    return msgspec.json.format(msgspec.json.encode(document), indent=2).decode()


def _at(at_us: int) -> str:
    return to_text(from_microseconds(at_us // SECOND_US * SECOND_US))


def _created_us(at_us: int, kind: str) -> int:
    return at_us if kind == "created" else at_us - 60 * _MINUTE_US


def _zendesk(kind: str, change: Document, status: str) -> Builder:
    def build(at_us: int) -> Document:
        return {
            "type": f"zen:event-type:ticket.{kind}",
            "id": f"trial-{kind}-{at_us}",
            "time": _at(at_us),
            "subject": f"zen:ticket:{TICKET}",
            "zendesk_event_version": "2022-11-06",
            "account_id": 1,
            "detail": {
                "id": str(TICKET),
                "created_at": _at(_created_us(at_us, kind)),
                "updated_at": _at(at_us),
                "status": status,
                "priority": "NORMAL",
                "requester_id": "101",
                "submitter_id": "101",
                "actor_id": "900",
                "group_id": "44",
                "brand_id": "7",
                "tags": ["essai"],
                "via": {"channel": "email"},
            },
            "event": {**change, "meta": {"sequence": {"id": f"trial-{at_us}", "position": 1}}},
        }

    return build


def _zendesk_rating(at_us: int) -> Document:
    return {
        "template": "kpi.csat.v1",
        "ticket_id": str(TICKET),
        "csat": "good",
        "csat_comment": "",
        "updated_at": _at(at_us),
    }


def _freshdesk(kind: str, **changes: Any) -> Builder:
    def build(at_us: int) -> Document:
        told = {
            "kpi_event": kind,
            "ticket_id": TICKET,
            "ticket_status": "Open",
            "ticket_priority": "Medium",
            "ticket_source": "Email",
            "ticket_ticket_type": "Question",
            "ticket_group_name": "Niveau 1",
            "ticket_contact_email": "essai@exemple.fr",
            "ticket_tags": "essai",
            "ticket_latest_public_comment": f"Essai du {_at(at_us)}",
        }
        return {"freshdesk_webhook": {**told, **changes}}

    return build


def _intercom(topic: str, state: str, change: Callable[[int], Document] = lambda _: {}) -> Builder:
    def build(at_us: int) -> Document:
        created_us = at_us if topic == "conversation.user.created" else at_us - 60 * _MINUTE_US
        item = {
            "type": "conversation",
            "id": str(TICKET),
            "created_at": created_us // SECOND_US,
            "updated_at": at_us // SECOND_US,
            "state": state,
            "source": {"type": "email", "id": "s1", "delivered_as": "customer_initiated", "author": {"type": "user"}},
            "contacts": {"contacts": [{"type": "contact", "id": "c-1"}]},
            "team_assignee_id": "55",
            "tags": {"tags": [{"name": "essai"}]},
            "conversation_parts": {"conversation_parts": []},
        }
        return {
            "type": "notification_event",
            "topic": topic,
            "id": f"notif_trial_{at_us}",
            "created_at": at_us // SECOND_US,
            "data": {"type": "notification_event_data", "item": item | change(at_us)},
        }

    return build


def _intercom_reply(at_us: int) -> Document:
    part = {
        "type": "conversation_part", "id": "p1", "part_type": "comment", "body": "Bonjour",
        "created_at": at_us // SECOND_US, "author": {"type": "admin", "id": "12"},
    }  # fmt: skip
    return {"conversation_parts": {"type": "conversation_part.list", "conversation_parts": [part], "total_count": 1}}


def _intercom_rating(at_us: int) -> Document:
    return {"conversation_rating": {"rating": 5, "created_at": at_us // SECOND_US - 60}}


def _zammad(kind: str, state: str, *, replied: bool = False) -> Builder:
    def build(at_us: int) -> Document:
        article = {"id": 1, "sender": "Agent", "internal": False, "created_by_id": 9, "created_at": _at(at_us)}
        return {
            "ticket": {
                "id": TICKET,
                "title": "Essai",
                "state": state,
                "created_at": _at(_created_us(at_us, kind)),
                "updated_at": _at(at_us),
                "create_article_sender": "Customer",
                "create_article_type": "email",
                "customer_id": 41,
                "group": {"id": 2, "name": "Niveau 1"},
                "priority": {"id": 2, "name": "2 normal"},
            },
            "article": article if replied else {},
        }

    return build


def _conversation(at_us: int, kind: str, status: str) -> Document:
    return {
        "id": TICKET,
        "inbox_id": 4,
        "channel": "Channel::WebWidget",
        "status": status,
        "labels": ["essai"],
        "meta": {"sender": {"id": 700, "type": "contact"}},
        "messages": [],
        "created_at": _created_us(at_us, kind) // SECOND_US,
        "updated_at": at_us // SECOND_US,
    }


def _chatwoot(kind: str, event: str, status: str) -> Builder:
    return lambda at_us: {"event": event, **_conversation(at_us, kind, status)}


def _chatwoot_message(event: str, **changes: Any) -> Builder:
    def build(at_us: int) -> Document:
        return {
            "event": event,
            "id": 1,
            "created_at": _at(at_us),
            "message_type": "outgoing",
            "content_type": "text",
            "content_attributes": {},
            "private": False,
            "sender": {"id": 12, "type": "user"},
            "conversation": _conversation(at_us, "message", "open"),
            **changes,
        }

    return build


def _glpi(kind: str, status: int) -> Builder:
    return lambda at_us: {"item": _glpi_ticket(at_us, kind, status), "event": "new" if kind == "created" else "update"}


def _glpi_ticket(at_us: int, kind: str, status: int) -> Document:
    created = _at(_created_us(at_us, kind))
    return {
        "id": TICKET,
        "name": "Essai",
        "is_deleted": False,
        "type": 1,
        "priority": 3,
        "status": {"id": status, "name": "En cours"},
        "category": {"id": 8, "name": "Accès"},
        "request_type": {"id": 1, "name": "Helpdesk"},
        "entity": {"id": 2, "name": "Client", "completename": "Racine > Client"},
        "date_creation": created,
        "date": created,
        "date_mod": _at(at_us),
        "team": [
            {"id": 210, "name": "Client", "type": "User", "role": "requester"},
            {"id": 35, "name": "Agent", "type": "User", "role": "assigned"},
        ],
    }


def _glpi_reply(at_us: int) -> Document:
    item = {
        "id": 1, "itemtype": "Ticket", "items_id": TICKET, "content": "<p>Bonjour</p>", "is_private": False,
        "user": {"id": 35, "name": "Agent"}, "request_type": {"id": 1, "name": "Helpdesk"}, "date_creation": _at(at_us),
    }  # fmt: skip
    return {"item": item, "event": "new", "parent_item": _glpi_ticket(at_us, "reply", 2)}


def _generic(kind: str, **data: Any) -> Builder:
    def build(at_us: int) -> Document:
        return {
            "specversion": "1.0",
            "id": f"trial-{kind}-{at_us}",
            "source": "/essai",
            "type": f"kpi.ticket.{kind}.v1",
            "subject": str(TICKET),
            "time": _at(at_us),
            "datacontenttype": "application/json",
            "data": {"ticket_id": str(TICKET), **data},
        }

    return build


_AGENT = {"id": "1", "is_public": True, "author": {"id": "900", "is_staff": True}}
_SURVEY = {"submitted_values": {"csat_survey_response": {"rating": 5}}}

_SAMPLES: dict[str, dict[str, Builder]] = {
    "zendesk": {
        "created": _zendesk("created", {}, "NEW"),
        "reply": _zendesk("comment_added", {"comment": _AGENT}, "OPEN"),
        "solved": _zendesk("status_changed", {"current": "SOLVED", "previous": "OPEN"}, "SOLVED"),
        "csat": _zendesk_rating,
    },
    "freshdesk": {
        "created": _freshdesk("ticket_created"),
        "reply": _freshdesk("agent_public_reply"),
        "solved": _freshdesk("status_changed", ticket_status="Resolved", triggered_event="{status:{from:2,to:4}}"),
        "csat": _freshdesk("csat", csat_score=103),
    },
    "intercom": {
        "created": _intercom("conversation.user.created", "open"),
        "reply": _intercom("conversation.admin.replied", "open", _intercom_reply),
        "solved": _intercom("conversation.admin.closed", "closed"),
        "csat": _intercom("conversation.rating.added", "closed", _intercom_rating),
    },
    "zammad": {
        "created": _zammad("created", "new"),
        "reply": _zammad("reply", "open", replied=True),
        "solved": _zammad("solved", "closed"),
    },
    "chatwoot": {
        "created": _chatwoot("created", "conversation_created", "open"),
        "reply": _chatwoot_message("message_created"),
        "solved": _chatwoot("solved", "conversation_status_changed", "resolved"),
        "csat": _chatwoot_message(
            "message_updated", message_type="template", content_type="input_csat", content_attributes=_SURVEY,
            sender=None,
        ),
    },
    "glpi": {"created": _glpi("created", 1), "reply": _glpi_reply, "solved": _glpi("solved", 5)},
    "generic": {
        "created": _generic("created", status="new", channel="email", created_by="customer", requester="essai"),
        "reply": _generic("message", author="agent", public=True, message_id="essai-1"),
        "solved": _generic("status", status="solved"),
        "csat": _generic("csat", score=5, scale_max=5),
        "nps": _generic("nps", score=9),
    },
}  # fmt: skip
