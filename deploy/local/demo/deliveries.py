"""Stories as the tools would send them: bodies of Zendesk and of the generic connector, signed, some late or twice."""

import base64
import hashlib
import hmac
import json
import uuid
from collections.abc import Iterable
from datetime import datetime, timedelta
from random import Random
from typing import Any

from deploy.local.demo.stories import Happening, Story

Recorded = dict[str, Any]
"""One delivery as a replay takes it: n, received_at, headers, body."""

NAMESPACE = uuid.UUID("b7f3c1de-52d0-4e54-9d8e-5b6d2f0c9a11")
SHARE_LATE = 0.05
SHARE_TWICE = 0.02
ZENDESK_STATUS = {"new": "NEW", "open": "OPEN", "pending": "PENDING", "hold": "HOLD", "solved": "SOLVED",
                  "closed": "CLOSED"}  # fmt: skip


def compose(system: str, stories: Iterable[Story], secret: str, now: datetime) -> list[Recorded]:
    """Everything the tool sent until `now`, in the order it arrived."""
    arrivals: list[tuple[datetime, dict[str, str], str]] = []
    for story in stories:
        draw = Random(f"{system}/{story.number}")  # noqa: S311 - a demonstration, not a secret
        for index, happening in enumerate(story.happenings):
            late = timedelta(minutes=draw.randrange(2, 90)) if draw.random() < SHARE_LATE else timedelta(seconds=2)
            received = min(happening.at + late, now)
            body = _zendesk(story, index, happening) if system == "zendesk" else _generic(story, index, happening)
            if body is None:
                continue
            for _ in range(2 if draw.random() < SHARE_TWICE else 1):
                arrivals.append((received, _signed(system, body, received, secret), body))
                received = min(received + timedelta(seconds=30), now)
    arrivals.sort(key=lambda arrival: arrival[0])
    return [
        {"n": n, "received_at": _text(received), "headers": headers, "body": body}
        for n, (received, headers, body) in enumerate(arrivals, 1)
    ]


def _signed(system: str, body: str, received: datetime, secret: str) -> dict[str, str]:
    raw = body.encode()
    if system == "zendesk":
        stamp = received.strftime("%Y-%m-%dT%H:%M:%SZ")
        digest = hmac.digest(secret.encode(), stamp.encode() + raw, hashlib.sha256)
        return {
            "content-type": "application/json; charset=utf-8",
            "x-zendesk-webhook-signature": base64.b64encode(digest).decode(),
            "x-zendesk-webhook-signature-timestamp": stamp,
        }
    message, stamp = f"msg_{uuid.uuid5(NAMESPACE, body)}", str(int(received.timestamp()))
    key = base64.b64decode(secret.removeprefix("whsec_"))
    digest = hmac.digest(key, f"{message}.{stamp}.".encode() + raw, hashlib.sha256)
    return {
        "content-type": "application/cloudevents+json; charset=utf-8",
        "webhook-id": message,
        "webhook-timestamp": stamp,
        "webhook-signature": "v1," + base64.b64encode(digest).decode(),
    }


def _zendesk(story: Story, index: int, happening: Happening) -> str | None:
    ticket = str(40_000 + story.number)
    if happening.kind == "rating":
        return _json(
            {
                "template": "kpi.csat.v1",
                "ticket_id": ticket,
                "csat": "good" if happening.score >= 4 else "bad",
                "csat_comment": happening.text,
                "updated_at": _text(happening.at),
            }
        )
    agent, requester = str(31_000_000_900 + story.agent), str(31_000_100_000 + story.requester)
    event: dict[str, Any] = {}
    kind = happening.kind
    if kind == "message":
        # The acknowledgement is sent by a bot account, which the source is told to leave out.
        author = {"agent": agent, "customer": requester, "bot": BOT_AUTHOR}[happening.author]
        event = {
            "comment": {
                "id": str(880_000_000 + story.number * 100 + index),
                "body": happening.text,
                "is_public": happening.public,
                "author": {"id": author, "is_staff": happening.author != "customer", "name": "—"},
            }
        }
    elif kind == "status":
        event = {"current": ZENDESK_STATUS[happening.status], "previous": ZENDESK_STATUS[happening.previous]}
    elif kind == "merged":
        event = {"target_ticket_id": str(40_000 + max(0, story.number - 1))}
    name = {"created": "created", "message": "comment_added", "status": "status_changed", "merged": "merged",
            "spam": "marked_as_spam"}.get(kind)  # fmt: skip
    if name is None:
        return None
    return _json(
        {
            "account_id": 22_990_134,
            "detail": {
                "actor_id": agent,
                "assignee_id": agent,
                "created_at": _text(story.happenings[0].at.replace(microsecond=0)),
                "group_id": "31000000044",
                "id": ticket,
                "is_public": True,
                "priority": "NORMAL",
                "requester_id": requester,
                "status": ZENDESK_STATUS.get(happening.status, "OPEN"),
                "subject": story.subject,
                "submitter_id": agent if story.by_agent else requester,
                "tags": ["demonstration"],
                "via": {"channel": story.channel},
            },
            "event": event | {"meta": {"sequence": {"id": f"SEQ{story.number}-{index}", "position": 1}}},
            "id": str(uuid.uuid5(NAMESPACE, f"zendesk/{story.number}/{index}")),
            "subject": f"zen:ticket:{ticket}",
            "time": happening.at.strftime("%Y-%m-%dT%H:%M:%S.%f") + "000Z",
            "type": f"zen:event-type:ticket.{name}",
            "zendesk_event_version": "2022-11-06",
        }
    )


BOT_AUTHOR = "31000000999"


def _generic(story: Story, index: int, happening: Happening) -> str | None:
    ticket = f"T-{9000 + story.number}"
    data: dict[str, Any]
    match happening.kind:
        case "created":
            kind = "created"
            data = {
                "status": "new",
                "channel": story.channel,
                "created_by": "agent" if story.by_agent else "customer",
                "requester": f"CLI-{story.requester}",
            }
        case "message":
            kind = "message"
            data = {"author": happening.author, "public": happening.public, "message_id": f"{ticket}-{index}"}
        case "status":
            kind = "status"
            data = {"status": happening.status, "previous": happening.previous}
        case "rating":
            kind = "csat"
            data = {"score": happening.score, "scale_max": 5, "comment": happening.text or None}
        case "recommendation":
            kind, data = "nps", {"score": happening.score}
        case "merged":
            kind, data = "merged", {"into": f"T-{9000 + max(0, story.number - 1)}"}
        case _:
            kind, data = "spam", {}
    return _json(
        {
            "specversion": "1.0",
            "id": str(uuid.uuid5(NAMESPACE, f"generic/{story.number}/{index}")),
            "source": "/demonstration/outil",
            "type": f"kpi.ticket.{kind}.v1",
            "subject": ticket,
            "time": _text(happening.at),
            "datacontenttype": "application/json",
            "data": {"ticket_id": ticket, **data},
        }
    )


def _text(instant: datetime) -> str:
    return instant.replace(tzinfo=None).isoformat() + "Z"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
