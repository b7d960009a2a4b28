"""Generic bodies: what each kind tells, alone and in batches."""

import hashlib
from typing import Any

import pytest

from services.kpi.ingestion.connectors import CONNECTORS
from services.kpi.ingestion.connectors.base import Malformed, MalformedItem, Parsed, ParsedItem, SurveyAnswer
from services.kpi.tickets.rules.events import (
    Created,
    Excluded,
    MessageAdded,
    NeutralEvent,
    Rated,
    Recommended,
    Restored,
    StatusChanged,
)
from tests.factories.intake import pseudonym
from tests.factories.webhooks import at, cloud_event, compact

GENERIC = CONNECTORS["generic"]
NOW = at("2026-10-05T10:00:00+00:00")
STRUCTURED, BATCH = "application/cloudevents+json; charset=utf-8", "Application/CloudEvents-Batch+JSON;charset=utf-8"

SINGLE = "application/cloudevents+json"


def parse(body: bytes, media: str = STRUCTURED, bots: tuple[str, ...] = ()) -> Parsed:
    return GENERIC.parse({"content-type": media}, body, NOW, frozenset(bots), pseudonym)


def item(event: dict[str, Any] | bytes, bots: tuple[str, ...] = ()) -> ParsedItem:
    (found,) = parse(event if isinstance(event, bytes) else compact(event), bots=bots).items
    assert isinstance(found, ParsedItem)
    return found


ONE = compact(cloud_event("created", "T-1", NOW, {"tags": "TAGS"}))


@pytest.mark.parametrize(
    ("kind", "data", "expected"),
    [
        ("created", {}, Created()),
        ("created", {"status": None, "created_by": None}, Created()),
        (
            "created",
            {
                "status": "open",
                "created_by": "agent",
                "channel": "chat",
                "group": "N1",
                "tags": ["a", 3, "a"],
                "priority": "high",
                "requester": "c-1",
            },
            Created("open", True, "chat", "N1", "high", ("a",), "p:c-1"),
        ),
        ("message", {"author": "customer", "public": True, "author_id": "c-1"}, MessageAdded("customer", True)),
        (
            "message",
            {"author": "agent", "public": False, "message_id": 12, "author_id": "a-1"},
            MessageAdded("agent", False, "12", "p:a-1"),
        ),
        ("message", {"author": "agent", "public": True, "author_id": "robot"}, MessageAdded("bot", True)),
        (
            "message",
            {"author": "agent", "public": True, "author_id": "a-1", "author_organisation": "donneur_ordre"},
            MessageAdded("agent", True, None, "p:a-1", "donneur_ordre"),
        ),
        ("message", {"author": "agent", "public": True, "author_organisation": None}, MessageAdded("agent", True)),
        (
            "message",
            {"author": "customer", "public": True, "author_organisation": "sous_traitant"},
            MessageAdded("customer", True),
        ),
        ("message", {"author": "system", "public": True}, MessageAdded("system", True)),
        ("status", {"status": "hold", "hold_reason": "transporteur"}, StatusChanged("hold", "transporteur")),
        ("status", {"status": "solved", "previous": 4, "hold_reason": 4}, StatusChanged("solved")),
        ("csat", {"score": 4}, Rated(4, 5)),
        ("csat", {"score": 1, "scale_max": 1}, Rated(1, 1)),
        ("nps", {"score": 0}, Recommended(0)),
        ("merged", {"into": "T-2"}, Excluded("merged", "T-2")),
        ("merged", {"target_ticket_id": 2}, Excluded("merged", "2")),
        ("merged", {"into": []}, Excluded("merged")),
        ("spam", {}, Excluded("spam")),
        ("deleted", {}, Excluded("deleted")),
        ("restored", {}, Restored()),
    ],
)
def test_kinds(kind: str, data: dict[str, Any], expected: NeutralEvent) -> None:
    found = item(cloud_event(kind, "T-1", NOW, data), bots=("robot",))
    assert (found.ticket_id, found.event_type) == ("T-1", f"kpi.ticket.{kind}.v1")
    assert found.events == [(NOW, 0, expected)]


@pytest.mark.parametrize(
    "time",
    ["2026-10-05T12:00:00+0200", "2026-10-05T10:00:00.000000000Z", 1_791_194_400, 1_791_194_400_000, 1_791_194_400.0],
)
def test_times_in_every_unit(time: object) -> None:
    assert item(cloud_event("spam", "T-1", NOW, time=time)).events[0][0] == NOW


def test_answers_keep_the_comment_apart() -> None:
    found = item(cloud_event("csat", "T-1", NOW, {"score": 2, "comment": "Bof"}))
    assert found.answer == SurveyAnswer("csat", 2, 5, "Bof", NOW)
    assert found.events == [(NOW, 0, Rated(2, 5))]
    found = item(cloud_event("nps", "T-1", NOW, {"score": 10, "comment": ["x"]}))
    assert found.answer == SurveyAnswer("nps", 10, 10, None, NOW)
    assert item(cloud_event("spam", "T-1", NOW)).answer is None


def test_ticket_ids_are_text_or_numbers() -> None:
    assert item(cloud_event("spam", 42, NOW)).ticket_id == "42"
    assert item(cloud_event("spam", "é" * 200, NOW)).ticket_id == "é" * 200


def test_long_message_ids_are_kept_as_their_hash() -> None:
    data = {"author": "agent", "public": True, "message_id": "m" * 10_000}
    (_, _, message) = item(cloud_event("message", "T-1", NOW, data)).events[0]
    assert isinstance(message, MessageAdded)
    assert message.message_id == hashlib.sha256(b"m" * 10_000).hexdigest()


def test_the_key_is_source_and_id() -> None:
    def key(source: str, event_id: str, **changes: Any) -> bytes:
        return item({**cloud_event("spam", "T-1", NOW, source=source, event_id=event_id), **changes}).key

    assert key("a", "bc") != key("ab", "c")
    assert key("a", "b") == key("a", "b", subject="other", data={"ticket_id": "T-2"})
    assert key("1:a", "b") != key("1", ":ab")
    assert len(key("s" * 10_000, "i" * 10_000)) == 32


@pytest.mark.parametrize(
    "event_type", ["kpi.ticket.created.v2", "kpi.ticket.invented.v1", "com.example", "kpi.ticket..v1"]
)
def test_unknown_types_count_for_nothing(event_type: str) -> None:
    found = item({"specversion": "1.0", "id": "1", "source": "s", "type": event_type})
    assert (found.event_type, found.ticket_id, found.events) == (event_type, None, [])
    assert item({"specversion": "1.0", "id": "1", "source": "s", "type": event_type, "data": [1]}).events == []
    with pytest.raises(Malformed, match=r"^time is "):
        item({"specversion": "1.0", "id": "1", "source": "s", "type": event_type, "time": "2026-10-05T10:00:00"})


def test_plain_json_is_read_as_one_event() -> None:
    parsed = parse(compact(cloud_event("spam", "T-1", NOW)), "application/json")
    assert (len(parsed.items), parsed.is_batch) == (1, False)
    for media in ("application/json", STRUCTURED):
        with pytest.raises(Malformed, match=r"^the body is mistyped$"):
            parse(compact([cloud_event("spam", "T-1", NOW)]), media)


# ------------------------------------------------------------------ batches


def test_a_batch_judges_each_event_by_its_own_bytes() -> None:
    good = compact(cloud_event("spam", "T-1", NOW))
    wrong = compact(cloud_event("csat", "T-1", NOW, {"score": 9}))
    parsed = parse(b"[ " + good + b" ,\n" + wrong + b', 3,{"a":1 }, ' + good + b"]", BATCH)
    assert parsed.is_batch
    first, second, third, fourth, fifth = parsed.items
    assert isinstance(first, ParsedItem)
    assert first.digest == hashlib.sha256(good).digest()
    assert first == fifth == item(good)
    assert second == MalformedItem(hashlib.sha256(wrong).digest(), "data.score is out of range", wrong, SINGLE)
    assert third == MalformedItem(hashlib.sha256(b"3").digest(), "the body is mistyped", b"3", SINGLE)
    assert fourth == MalformedItem(hashlib.sha256(b'{"a":1 }').digest(), "specversion is missing", b'{"a":1 }', SINGLE)


def test_the_size_of_a_batch() -> None:
    event = compact(cloud_event("spam", "T-1", NOW))
    assert len(parse(b"[" + b",".join([event] * 1_000) + b"]", BATCH).items) == 1_000
    with pytest.raises(Malformed, match="1,000"):
        parse(b"[" + b",".join([b"1"] * 1_001) + b"]", BATCH)
    assert parse(b"[]", BATCH) == Parsed([], is_batch=True)


@pytest.mark.parametrize("body", [b"{}", b"[", b"[1,]", ONE])
def test_a_batch_is_a_list(body: bytes) -> None:
    with pytest.raises(Malformed):
        parse(body, BATCH)
