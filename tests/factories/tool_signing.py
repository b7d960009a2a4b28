"""How each tool proves that a delivery is its own; every secret is invented."""

import base64
import hashlib
import hmac
from collections.abc import Callable

from tests.factories.webhooks import GENERIC_SECRET, ZENDESK_SECRET, generic_headers, zendesk_headers

SECRETS = {
    "zendesk": ZENDESK_SECRET,
    "freshdesk": "copil:mot-de-passe-de-test-2026",
    "intercom": "22222222-test-4c0f-client-secret-2026",
    "zammad": "jeton-zammad-de-test-2026",
    "chatwoot": "secret-chatwoot-de-test-2026",
    "glpi": "secret-glpi-de-test-de-32-octets",
    "generic": GENERIC_SECRET,
}
SIGNS_TIME = ("zendesk", "chatwoot", "glpi", "generic")
JSON = "application/json"


def _delivery(body: bytes, sent_us: int) -> str:
    return hashlib.sha256(body + str(sent_us).encode()).hexdigest()[:32]


def _freshdesk(_body: bytes, _sent_us: int, secret: str) -> dict[str, str]:
    return {"content-type": JSON, "authorization": "Basic " + base64.b64encode(secret.encode()).decode()}


def _sha1(body: bytes, secret: str) -> dict[str, str]:
    return {
        "content-type": JSON,
        "x-hub-signature": "sha1=" + hmac.new(secret.encode(), body, hashlib.sha1).hexdigest(),
    }


def _intercom(body: bytes, _sent_us: int, secret: str) -> dict[str, str]:
    return _sha1(body, secret)


def _zammad(body: bytes, sent_us: int, secret: str) -> dict[str, str]:
    return _sha1(body, secret) | {"x-zammad-delivery": _delivery(body, sent_us), "x-zammad-trigger": "Copil"}


def _chatwoot(body: bytes, sent_us: int, secret: str) -> dict[str, str]:
    seconds = str(sent_us // 1_000_000)
    signature = hmac.new(secret.encode(), seconds.encode() + b"." + body, hashlib.sha256).hexdigest()
    return {
        "content-type": JSON,
        "x-chatwoot-delivery": _delivery(body, sent_us),
        "x-chatwoot-timestamp": seconds,
        "x-chatwoot-signature": "sha256=" + signature,
    }


def _glpi(body: bytes, sent_us: int, secret: str) -> dict[str, str]:
    seconds = str(sent_us // 1_000_000)
    signature = hmac.new(secret.encode(), body + seconds.encode(), hashlib.sha256).hexdigest()
    return {"content-type": JSON, "x-glpi-timestamp": seconds, "x-glpi-signature": signature}


_SIGNERS: dict[str, Callable[[bytes, int, str], dict[str, str]]] = {
    "zendesk": zendesk_headers,
    "freshdesk": _freshdesk,
    "intercom": _intercom,
    "zammad": _zammad,
    "chatwoot": _chatwoot,
    "glpi": _glpi,
    "generic": generic_headers,
}


def tool_headers(system: str, body: bytes, sent_us: int, secret: str | None = None) -> dict[str, str]:
    """The headers of a delivery of a tool (names in lower case), signed by its secret of the tests or by another."""
    return _SIGNERS[system](body, sent_us, SECRETS[system] if secret is None else secret)
