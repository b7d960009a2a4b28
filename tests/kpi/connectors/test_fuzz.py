"""Whatever arrives, only the three named refusals come out, and one event's fault stays with it."""

import json
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from services.kpi.ingestion.connectors import CONNECTORS
from services.kpi.ingestion.connectors.base import (
    Connector,
    Malformed,
    Parsed,
    ParsedItem,
    SignatureRejected,
    StaleRejected,
)
from services.kpi.tickets.rules.events import decode_event, encode_event
from tests.factories.intake import pseudonym
from tests.factories.tool_signing import SECRETS, tool_headers
from tests.factories.tool_stories import CAN_TELL, tell
from tests.factories.webhooks import (
    at,
    cloud_event,
    compact,
    zendesk_comment,
    zendesk_csat,
    zendesk_event,
    zendesk_status,
)

NOW = at("2026-10-05T10:00:00+00:00")
BATCH = "application/cloudevents-batch+json"

ZENDESK_BODIES = [
    zendesk_event("created", 7, NOW),
    zendesk_event("comment_added", 7, NOW, zendesk_comment(1, staff=True)),
    zendesk_event("status_changed", 7, NOW, zendesk_status("SOLVED", "OPEN")),
    zendesk_event("merged", 7, NOW, {"target_ticket_id": "8"}),
    zendesk_csat(7, "good", NOW, "Merci"),
]
GENERIC_BODIES = [
    compact(cloud_event("created", "T-1", NOW, {"status": "open", "tags": ["a"], "requester": "c"})),
    compact(cloud_event("message", "T-1", NOW, {"author": "agent", "public": True, "author_id": "a"})),
    compact(cloud_event("csat", "T-1", NOW, {"score": 4, "comment": "Bien"})),
    compact([cloud_event("nps", "T-1", NOW, {"score": 4}), cloud_event("status", "T-1", NOW, {"status": "solved"})]),
]
MEDIA = ["application/json", "application/cloudevents+json", BATCH, "", "text/plain; x=\x00"]
OTHER_BODIES = [
    (system, delivery.body)
    for system, kinds in CAN_TELL.items()
    for delivery in tell(system, [(what, NOW + n * 60_000_000) for n, what in enumerate(kinds)])
]
SEEDS = [
    *((CONNECTORS["zendesk"], body) for body in ZENDESK_BODIES),
    *((CONNECTORS["generic"], body) for body in GENERIC_BODIES),
    *((CONNECTORS[system], body) for system, body in OTHER_BODIES),
]

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=True)
    | st.text(max_size=20)
    | st.sampled_from(
        [
            "\0",
            "x" * 300,
            "2026-10-05T10:00:00Z",
            "2026-10-05T10:00:00",
            "solved",
            "NEW",
            "1.0",
            "#7",
            "{status:{from:2,to:9}}",
        ]
    ),
    lambda children: st.lists(children, max_size=3) | st.dictionaries(st.text(max_size=5), children, max_size=3),
    max_leaves=5,
)


def check_reason(reason: str) -> None:
    """A reason is short, whatever was sent."""
    assert 0 < len(reason) < 100


def outcome(connector: Connector, body: bytes, media: str) -> Parsed | None:
    """What the connector made of a body; every event of it must be storable."""
    try:
        parsed = connector.parse({"content-type": media}, body, NOW, frozenset({"a"}), pseudonym)
    except Malformed as refused:
        check_reason(refused.reason)
        return None
    for item in parsed.items:
        if not isinstance(item, ParsedItem):
            check_reason(item.reason)
            continue
        assert len(item.key) == len(item.digest) == 32
        assert "\0" not in item.event_type
        assert item.ticket_id is None or 0 < len(item.ticket_id) <= 200
        assert bool(item.ticket_id) or not item.events
        for source_us, position, event in item.events:
            assert 0 <= source_us < 2**62
            assert 0 <= position < 2**31
            stored = encode_event(event)
            assert b"\\u0000" not in stored
            assert decode_event(stored) == event
    return parsed


def replaced_somewhere(document: Any, steps: list[int], value: Any) -> Any:
    """The document with the value in place of what the steps lead to."""
    if not steps or not isinstance(document, dict | list) or not document:
        return value
    if isinstance(document, dict):
        name = list(document)[steps[0] % len(document)]
        return {**document, name: replaced_somewhere(document[name], steps[1:], value)}
    index = steps[0] % len(document)
    return [*document[:index], replaced_somewhere(document[index], steps[1:], value), *document[index + 1 :]]


@pytest.mark.parametrize(("connector", "body"), SEEDS)
def test_the_seeds_are_valid(connector: Connector, body: bytes) -> None:
    parsed = outcome(connector, body, BATCH if body.startswith(b"[") else "application/json")
    assert parsed is not None
    assert all(isinstance(item, ParsedItem) and item.events for item in parsed.items)


@settings(max_examples=300)
@given(st.sampled_from(list(CONNECTORS.values())), st.binary(max_size=200), st.sampled_from(MEDIA))
@example(CONNECTORS["generic"], b"[" * 100_000, BATCH)
@example(CONNECTORS["zendesk"], b'{"detail":' * 50_000, "application/json")
@example(CONNECTORS["zendesk"], b'{"id":' + b"9" * 100_000 + b"}", "application/json")
def test_any_bytes(connector: Connector, body: bytes, media: str) -> None:
    outcome(connector, body, media)


@settings(max_examples=300)
@given(st.sampled_from(list(CONNECTORS.values())), json_values, st.sampled_from(MEDIA))
def test_any_json(connector: Connector, document: object, media: str) -> None:
    outcome(connector, json.dumps(document).encode(), media)


@settings(max_examples=1_000)
@given(
    st.sampled_from(SEEDS), st.sampled_from(MEDIA), st.lists(st.integers(0, 40), min_size=1, max_size=5), json_values
)
def test_valid_bodies_with_one_value_replaced(
    seed: tuple[Connector, bytes], media: str, steps: list[int], value: object
) -> None:
    connector, body = seed
    mutated = replaced_somewhere(json.loads(body), steps, value)
    outcome(connector, json.dumps(mutated).encode(), media)


@settings(max_examples=500)
@given(st.sampled_from(SEEDS), st.sampled_from(MEDIA), st.integers(0, 2_000), st.integers(0, 30), st.binary(max_size=8))
def test_valid_bodies_with_bytes_replaced(
    seed: tuple[Connector, bytes], media: str, start: int, length: int, patch: bytes
) -> None:
    connector, body = seed
    start %= len(body)
    outcome(connector, body[:start] + patch + body[start + length :], media)


@settings(max_examples=200)
@given(json_values)
def test_a_faulty_event_of_a_batch_harms_no_other(document: object) -> None:
    good = compact(cloud_event("spam", "T-1", NOW))
    try:
        faulty = json.dumps(document, allow_nan=False).encode()
    except ValueError:
        return
    parsed = outcome(CONNECTORS["generic"], b"[" + good + b"," + faulty + b"," + good + b"]", BATCH)
    assert parsed is not None
    first, _, last = parsed.items
    assert isinstance(first, ParsedItem)
    assert first == last
    assert first.events


header_values = st.text(max_size=60) | st.sampled_from(
    ["v1,", "1791194400", "2026-10-05T10:00:00Z", "\ud800", "v1 v1,x"]
)


@settings(max_examples=300)
@given(
    st.sampled_from(list(CONNECTORS.values())),
    st.dictionaries(st.integers(0, 7), header_values, max_size=4),
    st.lists(st.text(max_size=40), max_size=2),
    st.integers(0, 2**55),
)
def test_any_headers(connector: Connector, changes: dict[int, str], secrets: list[str], received_us: int) -> None:
    body = b"{}"
    signed = tool_headers(connector.name, body, NOW)
    names = list(signed)
    headers = {**signed, **{names[index % len(names)]: value for index, value in changes.items()}}
    for live in (secrets, list(SECRETS.values())):
        try:
            assert connector.check(headers, body, live, received_us, 300) in range(len(live))
        except (SignatureRejected, StaleRejected) as refused:
            check_reason(refused.reason)
