"""CloudEvents in binary mode: the attributes are header fields, the body is the data."""

from typing import Any
from urllib.parse import quote

import pytest

from services.kpi.ingestion.connectors import CONNECTORS
from services.kpi.ingestion.connectors.base import Malformed, ParsedItem
from tests.factories.intake import pseudonym
from tests.factories.webhooks import at, cloud_event, compact

GENERIC = CONNECTORS["generic"]
NOW = at("2026-10-05T10:00:00+00:00")
EVENT = cloud_event("message", "T-1", NOW, {"author": "agent", "public": True, "message_id": "m-é"})


def binary(event: dict[str, Any], **changes: str | None) -> dict[str, str]:
    named = {
        f"ce-{name}": quote(str(event[name]), safe="/:") for name in ("specversion", "id", "source", "type", "time")
    }
    headers = {"content-type": "application/json"} | named
    changed = headers | {f"ce-{name}": value for name, value in changes.items() if value is not None}
    return {name: value for name, value in changed.items() if changes.get(name.removeprefix("ce-"), "") is not None}


def parse(headers: dict[str, str], body: bytes) -> ParsedItem:
    (item,) = GENERIC.parse(headers, body, NOW, frozenset(), pseudonym).items
    assert isinstance(item, ParsedItem)
    return item


def test_both_modes_are_one_event() -> None:
    structured = parse({"content-type": "application/cloudevents+json"}, compact(EVENT))
    found = parse(binary(EVENT), compact(EVENT["data"]))
    assert (found.key, found.ticket_id, found.event_type) == (structured.key, "T-1", structured.event_type)
    assert found.events == structured.events


@pytest.mark.parametrize("source", ["/prestataire/équipe 1", 'a"b', "100%", "😊"])
def test_attributes_are_percent_encoded(source: str) -> None:
    event = EVENT | {"source": source}
    assert parse(binary(event), compact(event["data"])).key == parse({"content-type": "x"}, compact(event)).key


def test_attributes_may_be_quoted() -> None:
    quoted = parse(binary(EVENT, source='"/pre\\"stataire"'), compact(EVENT["data"]))
    plain = parse(binary(EVENT, source="/pre%22stataire"), compact(EVENT["data"]))
    assert quoted.key == plain.key


def test_a_structured_media_type_wins() -> None:
    headers = binary(EVENT) | {"content-type": "application/cloudevents+json"}
    with pytest.raises(Malformed, match=r"^specversion is missing$"):
        parse(headers, compact(EVENT["data"]))


@pytest.mark.parametrize("name", ["id", "source", "type"])
def test_needed_attributes(name: str) -> None:
    with pytest.raises(Malformed, match=rf"^ce-{name} is missing$"):
        parse(binary(EVENT, **{name: None}), compact(EVENT["data"]))
    for wrong, fault in (("", "empty"), ("%FF", "mistyped"), ("日", "mistyped"), ("a%00", "a NUL character")):
        with pytest.raises(Malformed, match=f"^ce-{name} (is|holds) {fault}"):
            parse(binary(EVENT, **{name: wrong}), compact(EVENT["data"]))


def test_the_rest_is_judged_as_ever() -> None:
    with pytest.raises(Malformed, match=r"^time is missing$"):
        parse(binary(EVENT, time=None), compact(EVENT["data"]))
    with pytest.raises(Malformed, match=r"^specversion is not 1\.0$"):
        parse(binary(EVENT, specversion="0.3"), compact(EVENT["data"]))
    with pytest.raises(Malformed, match=r"^data\.author is missing$"):
        parse(binary(EVENT), compact({"ticket_id": "T-1", "public": True}))
    with pytest.raises(Malformed, match=r"^data is missing$"):
        parse(binary(EVENT), b"")
