"""Signing a body as its tool does, and telling how without telling the secret. Pure.

Each signature is the one that the tool's connector checks (`services/kpi/ingestion/connectors`).
"""

import base64
import hashlib
import hmac
from collections.abc import Callable

from services.common.instants import from_microseconds, to_text
from services.kpi.calendars.instants import SECOND_US
from services.kpi.ingestion.connectors import chatwoot, freshdesk, generic, glpi, intercom, zammad, zendesk

SHOWN = 8
"""Letters of a signature that are shown: enough to compare, too few to send the sample as the tool."""
_SECRETS = frozenset(
    {
        zendesk.SIGNATURE, intercom.SIGNATURE, zammad.SIGNATURE, chatwoot.SIGNATURE, glpi.SIGNATURE, generic.SIGNATURE,
        freshdesk.AUTHORIZATION,
    }
)  # fmt: skip
_MARKS = ("v1,", "sha1=", "sha256=")

Signed = dict[str, str]


def sign(system: str, body: bytes, sent_us: int, secret: str) -> Signed:
    """The headers by which a tool proves that a body is its own, sent at that instant."""
    return _SIGNERS[system](body, sent_us, secret)


def shown(headers: Signed) -> Signed:
    """The same for people: of a signature its beginning, of a password nothing."""
    return {name: _beginning(name, value) if name in _SECRETS else value for name, value in headers.items()}


def _beginning(name: str, value: str) -> str:
    if name == freshdesk.AUTHORIZATION:
        return "Basic …"
    prefix = next((mark for mark in _MARKS if value.startswith(mark)), "")
    return f"{prefix}{value[len(prefix) :][:SHOWN]}…"


def _zendesk(body: bytes, sent_us: int, secret: str) -> Signed:
    stamp = to_text(from_microseconds(sent_us // SECOND_US * SECOND_US))
    digest = hmac.digest(secret.encode(), stamp.encode() + body, "sha256")
    return {zendesk.SIGNATURE: base64.b64encode(digest).decode(), zendesk.TIMESTAMP: stamp}


def _freshdesk(_body: bytes, _sent_us: int, secret: str) -> Signed:
    return {freshdesk.AUTHORIZATION: "Basic " + base64.b64encode(secret.encode()).decode()}


def _intercom(body: bytes, _sent_us: int, secret: str) -> Signed:
    return {intercom.SIGNATURE: "sha1=" + hmac.digest(secret.encode(), body, "sha1").hex()}


def _zammad(body: bytes, _sent_us: int, secret: str) -> Signed:
    signature = "sha1=" + hmac.digest(secret.encode(), body, "sha1").hex()
    return {zammad.SIGNATURE: signature, zammad.DELIVERY: _name_of(body)}


def _chatwoot(body: bytes, sent_us: int, secret: str) -> Signed:
    stamp = str(sent_us // SECOND_US)
    signature = hmac.digest(secret.encode(), stamp.encode() + b"." + body, "sha256").hex()
    return {
        chatwoot.SIGNATURE: "sha256=" + signature,
        chatwoot.TIMESTAMP: stamp,
        chatwoot.DELIVERY: _name_of(body),
    }


def _glpi(body: bytes, sent_us: int, secret: str) -> Signed:
    stamp = str(sent_us // SECOND_US)
    return {
        glpi.SIGNATURE: hmac.digest(secret.encode(), body + stamp.encode(), "sha256").hex(),
        glpi.TIMESTAMP: stamp,
    }


def _generic(body: bytes, sent_us: int, secret: str) -> Signed:
    name, stamp = f"msg_{_name_of(body)}", str(sent_us // SECOND_US)
    text = secret.removeprefix(generic.SECRET_PREFIX)
    key = base64.b64decode(text + "=" * (-len(text) % 4))
    digest = hmac.digest(key, f"{name}.{stamp}.".encode() + body, "sha256")
    return {generic.ID: name, generic.TIMESTAMP: stamp, generic.SIGNATURE: "v1," + base64.b64encode(digest).decode()}


def _name_of(body: bytes) -> str:
    """How a tool names the delivery: the same name for the same bytes."""
    return hashlib.sha256(body).hexdigest()[:32]


_SIGNERS: dict[str, Callable[[bytes, int, str], Signed]] = {
    "zendesk": _zendesk,
    "freshdesk": _freshdesk,
    "intercom": _intercom,
    "zammad": _zammad,
    "chatwoot": _chatwoot,
    "glpi": _glpi,
    "generic": _generic,
}
