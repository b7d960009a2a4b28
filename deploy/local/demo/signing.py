"""Signing a body as its tool does, at the instant at which it is sent."""

import base64
import hashlib
import hmac

from deploy.local.demo.companies import Tool
from services.common.instants import from_microseconds, to_text
from services.kpi.calendars.instants import SECOND_US


def signed_headers(tool: Tool, body: bytes, sent_us: int, secret: str) -> dict[str, str]:
    """The headers with which the tool sends the body."""
    if tool.system == "zendesk":
        stamp = to_text(from_microseconds(sent_us // SECOND_US * SECOND_US))
        return {
            "content-type": "application/json; charset=utf-8",
            "x-zendesk-webhook-signature": _base64(hmac.digest(secret.encode(), stamp.encode() + body, "sha256")),
            "x-zendesk-webhook-signature-timestamp": stamp,
        }
    message = f"msg_{hashlib.blake2b(body, digest_size=12).hexdigest()}"
    stamp = str(sent_us // SECOND_US)
    key = base64.b64decode(secret.removeprefix("whsec_"))
    return {
        "content-type": "application/cloudevents+json; charset=utf-8",
        "webhook-id": message,
        "webhook-timestamp": stamp,
        "webhook-signature": "v1," + _base64(hmac.digest(key, f"{message}.{stamp}.".encode() + body, "sha256")),
    }


def wrong_secret(tool: Tool) -> str:
    """A secret in the tool's form that is not the source's."""
    key = hashlib.sha256(f"somebody else's {tool.name}".encode()).digest()
    return f"whsec_{_base64(key)}" if tool.system == "generic" else key.hex()


def _base64(value: bytes) -> str:
    return base64.b64encode(value).decode()
