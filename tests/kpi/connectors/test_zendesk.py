"""Zendesk bodies: what each tells."""

import json
from typing import Any

import pytest

from services.kpi.ingestion.connectors import CONNECTORS
from services.kpi.ingestion.connectors.base import Malformed, Parsed, ParsedItem, SurveyAnswer
from services.kpi.tickets.rules.events import (
    Created,
    CreationKnown,
    Excluded,
    MessageAdded,
    NeutralEvent,
    Rated,
    Restored,
    StatusChanged,
)
from tests.factories.intake import pseudonym
from tests.factories.webhooks import (
    AGENT,
    CUSTOMER,
    at,
    compact,
    zendesk_comment,
    zendesk_csat,
    zendesk_event,
    zendesk_status,
)

ZENDESK = CONNECTORS["zendesk"]
NOW = at("2026-10-05T10:00:00.500000+00:00")


def parse(body: bytes, bots: tuple[str, ...] = ()) -> ParsedItem:
    parsed: Parsed = ZENDESK.parse({"content-type": "application/json"}, body, NOW, frozenset(bots), pseudonym)
    assert not parsed.is_batch
    (item,) = parsed.items
    assert isinstance(item, ParsedItem)
    return item


def told(body: bytes, bots: tuple[str, ...] = ()) -> list[NeutralEvent]:
    return [event for _, _, event in parse(body, bots).events if not isinstance(event, CreationKnown)]


def altered(body: bytes, *path: str, value: Any = None, drop: bool = False) -> bytes:
    document = json.loads(body)
    parent = document
    for name in path[:-1]:
        parent = parent[name]
    if drop:
        del parent[path[-1]]
    else:
        parent[path[-1]] = value
    return compact(document)


CREATED = zendesk_event("created", 7, NOW, status="NEW")
COMMENT = zendesk_event("comment_added", 7, NOW, zendesk_comment(55, staff=True))
SOLVED = zendesk_event("status_changed", 7, NOW, zendesk_status("SOLVED", "OPEN"))


# ------------------------------------------------------------------ what bodies tell


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("NEW", "new"),
        ("OPEN", "open"),
        ("PENDING", "pending"),
        ("HOLD", "hold"),
        ("SOLVED", "solved"),
        ("CLOSED", "closed"),
    ],
)
def test_statuses(word: str, status: str) -> None:
    assert told(zendesk_event("status_changed", 7, NOW, zendesk_status(word, "OPEN"))) == [StatusChanged(status)]  # type: ignore[arg-type]
    (created,) = told(zendesk_event("created", 7, NOW, status=word))
    assert isinstance(created, Created)
    assert created.status == status


def test_created_by_an_agent() -> None:
    (created,) = told(zendesk_event("created", 7, NOW, submitter=AGENT))
    assert isinstance(created, Created)
    assert created.created_by_agent is True
    (created,) = told(altered(CREATED, "detail", "submitter_id", drop=True))
    assert isinstance(created, Created)
    assert created.created_by_agent is False


def test_numbers_and_text_are_the_same_identifiers() -> None:
    body = altered(altered(CREATED, "detail", "submitter_id", value=int(CUSTOMER)), "detail", "id", value=7)
    assert parse(body).events == parse(CREATED).events
    assert parse(body).ticket_id == "7"


@pytest.mark.parametrize(
    ("staff", "bots", "expected"),
    [
        (True, (), MessageAdded("agent", True, "55", f"p:{AGENT}")),
        (False, (), MessageAdded("customer", True, "55")),
        (True, (AGENT,), MessageAdded("bot", True, "55")),
        (False, (CUSTOMER,), MessageAdded("bot", True, "55")),
    ],
)
def test_authors(staff: bool, bots: tuple[str, ...], expected: MessageAdded) -> None:
    assert told(zendesk_event("comment_added", 7, NOW, zendesk_comment(55, staff=staff)), bots) == [expected]


def test_private_comment() -> None:
    (note,) = told(zendesk_event("comment_added", 7, NOW, zendesk_comment(55, staff=True, public=False)))
    assert isinstance(note, MessageAdded)
    assert note.public is False


@pytest.mark.parametrize(
    ("kind", "change", "expected"),
    [
        ("merged", {"target_ticket_id": "9"}, Excluded("merged", "9")),
        ("merged", {"target_ticket_id": 9}, Excluded("merged", "9")),
        ("merged", {}, Excluded("merged")),
        ("marked_as_spam", {}, Excluded("spam")),
        ("soft_deleted", {}, Excluded("deleted")),
        ("permanently_deleted", {}, Excluded("deleted")),
        ("undeleted", {}, Restored()),
    ],
)
def test_exclusions(kind: str, change: dict[str, Any], expected: NeutralEvent) -> None:
    assert told(zendesk_event(kind, 7, NOW, change)) == [expected]


def test_deleted_as_a_status() -> None:
    assert told(zendesk_event("status_changed", 7, NOW, zendesk_status("DELETED", "OPEN"))) == [Excluded("deleted")]
    back = told(zendesk_event("status_changed", 7, NOW, zendesk_status("OPEN", "DELETED")))
    assert back == [Restored(), StatusChanged("open")]


def test_creation_is_told_by_every_known_event_but_its_own() -> None:
    created_us = NOW - 10**10
    for kind, change in [("comment_added", zendesk_comment(1, staff=False)), ("merged", {}), ("undeleted", {})]:
        events = parse(zendesk_event(kind, 7, NOW, change, created_us=created_us, submitter=AGENT, position=4)).events
        assert [place[:2] for place in events] == [(NOW, 4), (created_us, 0)]
        known = events[1][2]
        assert isinstance(known, CreationKnown)
        assert (known.told_us, known.created_by_agent, known.channel) == (NOW, True, "email")
    assert len(parse(CREATED).events) == 1
    assert len(parse(altered(SOLVED, "detail", "created_at", value=None)).events) == 1


@pytest.mark.parametrize("body", [CREATED, SOLVED])
@pytest.mark.parametrize("value", ["2026-10-05", "2026-13-45T99:00:00Z", "2026-10-05T08:00:00", "hier", "", {}, True])
def test_an_impossible_creation_is_malformed(body: bytes, value: object) -> None:
    with pytest.raises(Malformed, match="created_at"):
        parse(altered(body, "detail", "created_at", value=value))


def test_position_in_the_sequence() -> None:
    assert parse(zendesk_event("created", 7, NOW, position=12)).events[0][1] == 12
    wrongs: list[object] = [None, -1, 2**31, "3", 1.5, True, {}]
    for wrong in wrongs:
        assert parse(altered(CREATED, "event", "meta", "sequence", "position", value=wrong)).events[0][1] == 0
    without: list[object] = [None, [], "x"]
    for missing in without:
        assert parse(altered(CREATED, "event", "meta", value=missing)).events[0][1] == 0


@pytest.mark.parametrize("event", [None, [], "x", 3])
def test_a_creation_needs_no_change(event: object) -> None:
    assert told(altered(CREATED, "event", value=event)) == told(CREATED)


@pytest.mark.parametrize("field", ["tags", "via", "group_id", "priority", "requester_id"])
@pytest.mark.parametrize("value", [3.5, [], {}, True, None, [[[]]], {"channel": 4}, "x" * 5_000])
def test_mistyped_descriptions_are_dropped(field: str, value: object) -> None:
    assert parse(altered(CREATED, "detail", field, value=value)).ticket_id == "7"


@pytest.mark.parametrize(
    "event_type",
    ["zen:event-type:ticket.tags_changed", "zen:event-type:ticket.invented", "zen:event-type:user.created", "x"],
)
def test_unknown_types_count_for_nothing(event_type: str) -> None:
    item = parse(altered(SOLVED, "type", value=event_type))
    assert (item.events, item.ticket_id, item.event_type) == ([], None, event_type)
    assert parse(compact({"type": event_type})).events == []


def test_keys() -> None:
    assert parse(CREATED).key == parse(altered(CREATED, "account_id", value=1)).key
    assert parse(CREATED).digest != parse(altered(CREATED, "account_id", value=1)).digest
    assert parse(CREATED).key != parse(altered(CREATED, "id", value="other")).key
    assert len(parse(altered(CREATED, "id", value="x" * 10_000)).key) == 32
    rating = zendesk_csat(7, "good", NOW)
    assert parse(rating).key != parse(rating + b" ").key


def test_duplicated_json_keys_the_last_one_counts() -> None:
    body = CREATED.replace(b'"account_id":31990134', b'"id":"first","account_id":31990134,"time":"never"')
    assert parse(body).key == parse(CREATED).key
    assert parse(body).events == parse(CREATED).events


# ------------------------------------------------------------------ ratings


def test_ratings() -> None:
    item = parse(zendesk_csat(7, "bad", NOW, "Trop long 😡"))
    assert (item.ticket_id, item.event_type, item.events) == ("7", "kpi.csat.v1", [(NOW, 0, Rated(0, 1))])
    assert item.answer == SurveyAnswer("csat", 0, 1, "Trop long 😡", NOW)
    for comment in ("", "  ", None, 4):
        answer = parse(zendesk_csat(7, "good", NOW, comment)).answer
        assert answer == SurveyAnswer("csat", 1, 1, None, NOW)


def test_offered_counts_for_nothing() -> None:
    for word in ("offered", "unoffered"):
        item = parse(zendesk_csat(7, word, NOW))
        assert (item.ticket_id, item.events, item.answer) == ("7", [], None)


def test_another_template_counts_for_nothing() -> None:
    item = parse(compact({"template": "autre.v1"}))
    assert (item.event_type, item.events) == ("autre.v1", [])
