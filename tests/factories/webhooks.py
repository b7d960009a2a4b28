"""Signed deliveries of the ticketing tools, composed from their documentation; every value is invented."""

import base64
import hashlib
import hmac
import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import msgspec

ZENDESK_SECRET = "c2VjcmV0LXplbmRlc2stZGUtdGVzdC1kZS1jb3BpbA=="
GENERIC_SECRET = "whsec_" + base64.b64encode(b"secret generique de test, 32 oct").decode()

CUSTOMER = "41000000000101"
AGENT = "41000000000900"


class Delivery(msgspec.Struct, frozen=True):
    """One HTTP request of a tool: headers (lower case), exact body, and when it arrived."""

    headers: dict[str, str]
    body: bytes
    received_us: int

    def recorded(self, n: int) -> dict[str, Any]:
        """The delivery as a replay file holds it."""
        received_at = rfc3339(self.received_us)
        return {"n": n, "received_at": received_at, "headers": self.headers, "body": self.body.decode()}


def at(text: str) -> int:
    """Microseconds since 1970 of an ISO text with its offset."""
    moment = datetime.fromisoformat(text)
    assert moment.tzinfo is not None
    return round((moment - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds() * 1_000_000)


def rfc3339(instant_us: int) -> str:
    """UTC text with `Z`, microseconds only when there are some."""
    seconds, micros = divmod(instant_us, 1_000_000)
    moment = datetime.fromtimestamp(seconds, UTC).replace(microsecond=micros)
    return moment.isoformat().replace("+00:00", "Z")


def compact(document: object) -> bytes:
    """The document as tools write it: UTF-8, no blanks."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def _stable_id(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:32]


# ------------------------------------------------------------------ Zendesk


def zendesk_event(
    kind: str,
    ticket_id: str | int,
    at_us: int,
    change: dict[str, Any] | None = None,
    *,
    created_us: int | None = None,
    status: str = "OPEN",
    event_id: str | None = None,
    position: int = 1,
    requester: str = CUSTOMER,
    submitter: str | None = None,
    time: object = None,
    detail: dict[str, Any] | None = None,
) -> bytes:
    """The body of one event subscription delivery; `change` is its `event`, `detail` overrides the snapshot."""
    snapshot: dict[str, Any] = {
        "actor_id": AGENT,
        "assignee_id": AGENT,
        "brand_id": "41000000000007",
        "created_at": rfc3339(at_us if created_us is None else created_us),
        "description": "Bonjour, la livraison prévue hier n'est pas arrivée.",
        "external_id": None,
        "group_id": "41000000000044",
        "id": str(ticket_id),
        "is_public": True,
        "priority": "NORMAL",
        "requester_id": requester,
        "status": status,
        "subject": "Livraison en retard",
        "submitter_id": requester if submitter is None else submitter,
        "tags": ["livraison", "fr"],
        "updated_at": rfc3339(at_us),
        "via": {"channel": "email"},
    }
    snapshot.update(detail or {})
    event = dict(change or {})
    event["meta"] = {"sequence": {"id": _stable_id("sequence", ticket_id, at_us), "position": position}}
    return compact(
        {
            "account_id": 31990134,
            "detail": snapshot,
            "event": event,
            "id": event_id or _stable_id("zendesk", kind, ticket_id, at_us, position, change),
            "subject": f"zen:ticket:{ticket_id}",
            "time": rfc3339(at_us) if time is None else time,
            "type": f"zen:event-type:ticket.{kind}",
            "zendesk_event_version": "2022-11-06",
        }
    )


def zendesk_comment(
    comment_id: str | int, *, staff: bool, public: bool = True, author: str | None = None
) -> dict[str, Any]:
    """The change of a `comment_added` event."""
    who = author or (AGENT if staff else CUSTOMER)
    return {
        "comment": {
            "id": str(comment_id),
            "body": "Bonjour, je regarde cela.",
            "is_public": public,
            "author": {"id": who, "is_staff": staff, "name": "Maëlle Perrin"},
        }
    }


def zendesk_status(current: str, previous: str) -> dict[str, Any]:
    """The change of a `status_changed` event."""
    return {"current": current, "previous": previous}


def zendesk_csat(ticket_id: str | int, csat: str, at_us: int, comment: object = "") -> bytes:
    """The body of our rating trigger."""
    return compact(
        {
            "template": "kpi.csat.v1",
            "ticket_id": str(ticket_id),
            "csat": csat,
            "csat_comment": comment,
            "updated_at": rfc3339(at_us),
        }
    )


def zendesk_headers(
    body: bytes, sent_us: int, secret: str = ZENDESK_SECRET, *, timestamp: str | None = None
) -> dict[str, str]:
    """The headers that sign a body: base64 of HMAC-SHA256 over the timestamp text then the body."""
    text = rfc3339(sent_us) if timestamp is None else timestamp
    mac = hmac.new(secret.encode(), text.encode() + body, hashlib.sha256).digest()
    return {
        "content-type": "application/json; charset=utf-8",
        "user-agent": "Zendesk Webhook",
        "x-zendesk-account-id": "31990134",
        "x-zendesk-webhook-id": "01JTESTCOPILZENDESKHOOK001",
        "x-zendesk-webhook-invocation-id": _stable_id("invocation", body, text),
        "x-zendesk-webhook-signature": base64.b64encode(mac).decode(),
        "x-zendesk-webhook-signature-timestamp": text,
    }


def zendesk_delivery(body: bytes, received_us: int, secret: str = ZENDESK_SECRET) -> Delivery:
    """A body signed one second before it arrives."""
    return Delivery(zendesk_headers(body, received_us - 1_000_000, secret), body, received_us)


# ------------------------------------------------------------------ generic


def cloud_event(
    kind: str,
    ticket_id: str | int,
    at_us: int,
    data: dict[str, Any] | None = None,
    *,
    event_id: str | None = None,
    source: str = "/prestataire/outil",
    time: object = None,
    event_type: str | None = None,
) -> dict[str, Any]:
    """One CloudEvent; `kind` is the word in `kpi.ticket.<kind>.v1`."""
    return {
        "specversion": "1.0",
        "id": event_id or _stable_id("generic", kind, ticket_id, at_us, data),
        "source": source,
        "type": event_type or f"kpi.ticket.{kind}.v1",
        "subject": str(ticket_id),
        "time": rfc3339(at_us) if time is None else time,
        "datacontenttype": "application/json",
        "data": {"ticket_id": ticket_id, **(data or {})},
    }


def generic_headers(
    body: bytes,
    sent_us: int,
    secrets: str | Sequence[str] = GENERIC_SECRET,
    *,
    batch: bool = False,
    delivery_id: str | None = None,
    timestamp: str | None = None,
) -> dict[str, str]:
    """Standard Webhooks headers, one signature per secret."""
    message_id = delivery_id or "msg_" + _stable_id("delivery", body)
    text = str(sent_us // 1_000_000) if timestamp is None else timestamp
    signatures = []
    for secret in [secrets] if isinstance(secrets, str) else secrets:
        key = base64.b64decode(secret.removeprefix("whsec_"))
        mac = hmac.new(key, f"{message_id}.{text}.".encode() + body, hashlib.sha256).digest()
        signatures.append("v1," + base64.b64encode(mac).decode())
    media = "application/cloudevents-batch+json" if batch else "application/cloudevents+json"
    return {
        "content-type": f"{media}; charset=utf-8",
        "webhook-id": message_id,
        "webhook-timestamp": text,
        "webhook-signature": " ".join(signatures),
    }


def generic_delivery(
    content: dict[str, Any] | Sequence[dict[str, Any]], received_us: int, secret: str = GENERIC_SECRET
) -> Delivery:
    """One CloudEvent, or a sequence of them as a batch, signed one second before it arrives."""
    batch = not isinstance(content, dict)
    body = compact(list(content) if batch else content)
    return Delivery(generic_headers(body, received_us - 1_000_000, secret, batch=batch), body, received_us)
