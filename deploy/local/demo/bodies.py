"""What the tools write about a happening: Zendesk's event subscriptions and generic CloudEvents."""

import hashlib
from datetime import timedelta
from typing import Any

import msgspec

from deploy.local.demo.companies import HOLD_REASONS, Tool
from deploy.local.demo.stories import Happening, Story
from deploy.local.demo.wording import AGENTS
from services.common.instants import EPOCH

BOT_AUTHOR = "31000000999"

_EPOCH = EPOCH.replace(tzinfo=None)
_json = msgspec.json.Encoder()
_STATUS = {"new": "NEW", "open": "OPEN", "pending": "PENDING", "hold": "HOLD", "solved": "SOLVED", "closed": "CLOSED"}
_ZENDESK = {"created": "created", "message": "comment_added", "status": "status_changed", "merged": "merged",
            "spam": "marked_as_spam", "deleted": "soft_deleted"}  # fmt: skip
_GENERIC = {"rating": "csat", "recommendation": "nps"}


def body_of(tool: Tool, story: Story, index: int) -> bytes:
    """The exact bytes about the happening with that index."""
    happening = story.happenings[index]
    if tool.system == "generic":
        return _json.encode(_generic(tool, story, index, happening))
    if happening.kind == "rating":
        return _json.encode(_rating(tool, story, happening))
    return _json.encode(_zendesk(tool, story, index, happening))


def text_of(at_us: int) -> str:
    """RFC 3339 in UTC, with all six decimals."""
    return (_EPOCH + timedelta(microseconds=at_us)).isoformat(timespec="microseconds") + "Z"


def id_of(*parts: object) -> str:
    """An identifier that is the same at every composition."""
    text = hashlib.blake2b("/".join(map(str, parts)).encode(), digest_size=16).hexdigest()
    # A UUID of the version for digests of one's own (RFC 9562, version 8).
    return f"{text[:8]}-{text[8:12]}-8{text[13:16]}-8{text[17:20]}-{text[20:]}"


def ticket_id(tool: Tool, number: int) -> str:
    """How the tool names a ticket."""
    return f"{'' if tool.system == 'zendesk' else 'T-'}{tool.first_number + number}"


def _rating(tool: Tool, story: Story, happening: Happening) -> dict[str, Any]:
    return {
        "template": "kpi.csat.v1",
        "ticket_id": ticket_id(tool, story.number),
        "csat": "good" if happening.score >= 4 else "bad",
        "csat_comment": happening.text,
        "updated_at": text_of(happening.at_us),
    }


def _zendesk(tool: Tool, story: Story, index: int, happening: Happening) -> dict[str, Any]:
    ticket, kind = ticket_id(tool, story.number), happening.kind
    agent, requester = str(31_000_000_900 + story.agent), str(31_000_100_000 + story.requester)
    event: dict[str, Any] = {"meta": {"sequence": {"id": f"SEQ{story.number}-{index}", "position": 1}}}
    if kind == "message":
        # The acknowledgement is sent by a bot account, which the source is told to leave out.
        author = {"agent": agent, "customer": requester, "bot": BOT_AUTHOR}[happening.author]
        name = {"agent": AGENTS[story.agent], "customer": "Client", "bot": "Accusé de réception"}[happening.author]
        event["comment"] = {
            "id": str(880_000_000 + story.number * 100 + index),
            "body": happening.text,
            "is_public": happening.public,
            "author": {"id": author, "is_staff": happening.author != "customer", "name": name},
        }
    elif kind == "status":
        event |= {"current": _STATUS[happening.status], "previous": _STATUS[happening.previous]}
    elif kind == "merged":
        event["target_ticket_id"] = ticket_id(tool, max(0, story.number - 1))
    return {
        "account_id": 22_990_134,
        "detail": {
            "actor_id": requester if happening.author == "customer" else agent,
            "assignee_id": agent,
            "created_at": text_of(story.happenings[0].at_us),
            "group_id": story.reason,
            "id": ticket,
            "is_public": True,
            "priority": "NORMAL",
            "requester_id": requester,
            "status": _STATUS.get(happening.status, "OPEN"),
            "subject": story.subject,
            "submitter_id": agent if story.by_agent else requester,
            "tags": ["demonstration", f"motif_{story.reason}"],
            "via": {"channel": story.channel},
        },
        "event": event,
        "id": id_of(tool.name, story.number, index),
        "subject": f"zen:ticket:{ticket}",
        "time": text_of(happening.at_us),
        "type": f"zen:event-type:ticket.{_ZENDESK[kind]}",
        "zendesk_event_version": "2022-11-06",
    }


def _generic(tool: Tool, story: Story, index: int, happening: Happening) -> dict[str, Any]:
    ticket, kind = ticket_id(tool, story.number), happening.kind
    return {
        "specversion": "1.0",
        "id": id_of(tool.name, story.number, index),
        "source": f"/demonstration/{tool.name}",
        "type": f"kpi.ticket.{_GENERIC.get(kind, kind)}.v1",
        "subject": ticket,
        "time": text_of(happening.at_us),
        "datacontenttype": "application/json",
        "data": {"ticket_id": ticket, **_data(tool, story, index, happening)},
    }


def _data(tool: Tool, story: Story, index: int, happening: Happening) -> dict[str, Any]:
    match happening.kind:
        case "created":
            return {
                "status": "new",
                "channel": story.channel,
                "group": story.reason,
                "tags": ["demonstration", f"motif_{story.reason}"],
                "created_by": happening.author,
                "requester": f"CLI-{story.requester}",
                "title": story.subject,
            }
        case "message":
            by_agent = {"author_id": f"AG-{story.agent:02}", "author_name": AGENTS[story.agent]}
            return {
                "author": happening.author,
                "public": happening.public,
                "message_id": f"{ticket_id(tool, story.number)}-{index}",
                "text": happening.text,
                **(by_agent if happening.author == "agent" else {}),
            }
        case "status":
            waits_for = {"hold_reason": HOLD_REASONS[story.number % 3 > 0]} if happening.status == "hold" else {}
            return {"status": happening.status, "previous": happening.previous, **waits_for}
        case "rating":
            return {"score": happening.score, "scale_max": 5, "comment": happening.text or None}
        case "recommendation":
            return {"score": happening.score}
        case "merged":
            return {"into": ticket_id(tool, max(0, story.number - 1))}
        case _:
            return {}
