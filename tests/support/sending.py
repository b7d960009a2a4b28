"""Sending deliveries through the gateway as a ticketing tool does, and finding again what became of them."""

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import httpx

from tests.factories.webhooks import (
    Delivery,
    at,
    compact,
    generic_headers,
    zendesk_headers,
)
from tests.support.callers import Api
from tests.support.newcomers import Connected

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "webhooks"
SECOND = 1_000_000


def now_us() -> int:
    """The present instant, in microseconds since 1970."""
    return time.time_ns() // 1_000


def post(http: httpx.Client, source: Connected, headers: Mapping[str, str], body: Any) -> httpx.Response:
    """One request of a tool."""
    return http.post(source.url, headers=dict(headers), content=body)


def post_event(
    http: httpx.Client,
    source: Connected,
    content: dict[str, Any] | Sequence[dict[str, Any]] | bytes,
    *,
    sent_us: int | None = None,
    secret: str | Sequence[str] | None = None,
) -> httpx.Response:
    """A CloudEvent, a batch of them, or any bytes, signed now as the generic connector expects."""
    batch = not isinstance(content, dict | bytes)
    body = content if isinstance(content, bytes) else compact(content)
    headers = generic_headers(body, now_us() if sent_us is None else sent_us, secret or source.secret, batch=batch)
    return post(http, source, headers, body)


def post_zendesk(http: httpx.Client, source: Connected, body: bytes, *, sent_us: int | None = None) -> httpx.Response:
    """A Zendesk body signed now."""
    headers = zendesk_headers(body, now_us() if sent_us is None else sent_us, source.secret)
    return post(http, source, headers, body)


def fixture_secret(system: str) -> str:
    """The secret that signed the recorded deliveries of a system."""
    return str(json.loads((FIXTURES / system / "signatures.json").read_bytes())["secret"])


def fixture_deliveries(system: str, *names: str) -> list[Delivery]:
    """Recorded deliveries, each received a second after it was sent."""
    signed = json.loads((FIXTURES / system / "signatures.json").read_bytes())["files"]
    return [
        Delivery(
            signed[f"{name}.json"]["headers"],
            (FIXTURES / system / f"{name}.json").read_bytes(),
            at(signed[f"{name}.json"]["sent_at"]) + SECOND,
        )
        for name in names
    ]


def pages(api: Api, path: str, limit: int = 1000, **query: str) -> Iterator[dict[str, Any]]:
    """Every item of a list, page after page."""
    cursor: str | None = None
    while True:
        asked = {"limit": str(limit), **query} | ({"cursor": cursor} if cursor else {})
        answer = api.get(path, params=asked)
        assert answer.status_code == 200, answer.text
        page = answer.json()
        assert set(page) == {"items", "next_cursor"}
        yield from page["items"]
        cursor = page["next_cursor"]
        if cursor is None:
            return


def listed(api: Api, source: Connected, receipt_id: str) -> dict[str, Any]:
    """A delivery as it is listed."""
    found = [item for item in pages(api, f"{source.path}/deliveries") if item["receipt_id"] == receipt_id]
    assert len(found) == 1, f"{receipt_id} is listed {len(found)} times"
    return found[0]


def quarantined(api: Api, source: Connected) -> dict[str, dict[str, Any]]:
    """The quarantine of a source by digest."""
    items = list(pages(api, f"{source.path}/quarantine"))
    assert len({item["sha256"] for item in items}) == len(items), "a body is kept once"
    return {item["sha256"]: item for item in items}
