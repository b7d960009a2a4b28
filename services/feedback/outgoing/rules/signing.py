"""Signatures of Standard Webhooks: HMAC-SHA256 of id, time and body joined by dots."""

import base64
import hmac
import secrets as randomness
from collections.abc import Sequence

ID, TIMESTAMP, SIGNATURE = "webhook-id", "webhook-timestamp", "webhook-signature"
PREFIX = "whsec_"


def draw_secret() -> str:
    """32 random bytes in the form of Standard Webhooks."""
    return PREFIX + base64.b64encode(randomness.token_bytes(32)).decode()


def signed(message_id: str, second: int, body: bytes, secrets: Sequence[str]) -> dict[str, str]:
    """The header fields of one attempt, signed with each of the live secrets: a receiver accepts any of them."""
    content = b".".join((message_id.encode(), str(second).encode(), body))
    made = (hmac.digest(base64.b64decode(one.removeprefix(PREFIX)), content, "sha256") for one in secrets)
    signatures = " ".join(f"v1,{base64.b64encode(one).decode()}" for one in made)
    return {ID: message_id, TIMESTAMP: str(second), SIGNATURE: signatures}
