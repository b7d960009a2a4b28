"""Freshdesk, Intercom and Chatwoot: what each event tells, and what a reader of them may get wrong."""

from typing import Any

import pytest

from services.kpi.ingestion.connectors import CONNECTORS
from services.kpi.ingestion.connectors.base import Malformed, ParsedItem, SurveyAnswer
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
from services.kpi.tickets.rules.facts import is_satisfied
from tests.factories.intake import pseudonym
from tests.factories.tool_signing import tool_headers
from tests.factories.tool_stories import (
    chatwoot_conversation,
    chatwoot_event,
    chatwoot_message,
    chatwoot_rating,
    freshdesk_body,
    intercom_body,
    intercom_part,
)
from tests.factories.webhooks import at, compact

NOW = at("2026-10-05T10:00:00+00:00")
BORN = at("2026-10-05T08:00:00+00:00")
_RATING = "data.item.conversation_rating.rating"
_SURVEY = "content_attributes.submitted_values.csat_survey_response.rating"


def parse(system: str, body: bytes, bots: tuple[str, ...] = ()) -> ParsedItem:
    (item,) = CONNECTORS[system].parse(tool_headers(system, body, NOW), body, NOW, frozenset(bots), pseudonym).items
    assert isinstance(item, ParsedItem)
    return item


def told(system: str, body: bytes, bots: tuple[str, ...] = ()) -> list[NeutralEvent]:
    return [event for _, _, event in parse(system, body, bots).events if not isinstance(event, CreationKnown)]


# ------------------------------------------------------------------ Freshdesk


def test_freshdesk_creation() -> None:
    item = parse("freshdesk", freshdesk_body("ticket_created", ticket_product="Maison"))
    requester = "p:noé.blanc@exemple.fr"
    expected = Created(
        "open", False, "Email", "Niveau 1", "Medium", ("colis", "retard"), requester, "Maison", "Question"
    )
    assert (item.ticket_id, item.events) == ("7", [(NOW, 0, expected)])


@pytest.mark.parametrize(
    ("triggered", "label", "status"),
    [
        ("{status:{from:2,to:4}}", "Open", "solved"),
        ('{"status": {"from": 4, "to": 2}}', "Resolved", "open"),
        ("{status:{from:2,to:6}}", "x", "pending"),
        ("{status:{from:2,to:7}}", "x", "hold"),
        ("{status:{from:2,to:5}}", "x", "closed"),
        ("{status:{from:2,to:3}}", "x", "pending"),
        ("{status:{from:2,to:12}}", "Waiting on Third Party", "hold"),
        ("", "Résolu", "solved"),
        (None, "En attente d’un tiers", "hold"),
        ("{priority:{from:1,to:4}}", "Closed", "closed"),
    ],
)
def test_freshdesk_statuses_go_by_the_code_of_the_event(triggered: Any, label: str, status: Any) -> None:
    body = freshdesk_body("status_changed", triggered_event=triggered, ticket_status=label)
    assert told("freshdesk", body) == [StatusChanged(status)]


@pytest.mark.parametrize(
    ("kind", "more", "event"),
    [
        ("agent_public_reply", {}, MessageAdded("agent", True)),
        ("agent_private_note", {}, MessageAdded("agent", False)),
        ("customer_public_reply", {}, MessageAdded("customer", True)),
        ("ticket_merged", {"merged_into": 8}, Excluded("merged", "8")),
        ("ticket_spam", {}, Excluded("spam")),
        ("marked_as_spam", {}, Excluded("spam")),
        ("merged", {}, Excluded("merged")),
        ("ticket_deleted", {}, Excluded("deleted")),
        ("ticket_restored", {}, Restored()),
    ],
)
def test_freshdesk_words(kind: str, more: dict[str, Any], event: NeutralEvent) -> None:
    assert told("freshdesk", freshdesk_body(kind, **more)) == [event]
    bots = ("Inès Martin",)
    assert told("freshdesk", freshdesk_body("agent_public_reply"), bots) == [MessageAdded("bot", True)]


@pytest.mark.parametrize("code", [103, 102, 101, 100, -101, -102, -103, "103", "-101"])
def test_freshdesk_scores(code: Any) -> None:
    item = parse("freshdesk", freshdesk_body("csat", csat_score=code, csat_comment="Bien"))
    (_, _, rated) = item.events[0]
    assert isinstance(rated, Rated)
    assert is_satisfied(rated.score, rated.scale_max) is (int(code) >= 101)
    assert item.answer == SurveyAnswer("csat", rated.score, rated.scale_max, "Bien", NOW)


@pytest.mark.parametrize(("written", "number"), [("#7", "7"), ("INC-7", "7"), ("[#7]", "7"), ("7", "7"), ("x", "x")])
def test_freshdesk_numbers_with_their_old_prefix(written: str, number: str) -> None:
    assert parse("freshdesk", freshdesk_body("ticket_deleted", ticket_id=written)).ticket_id == number


def test_unescaped_quotes_of_freshdesk() -> None:
    body = freshdesk_body("ticket_created").replace(b"Niveau 1", b'Niveau "1"')
    with pytest.raises(Malformed, match=r"^the body is not JSON$"):
        parse("freshdesk", body)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"{}", "freshdesk_webhook is missing"),
        (b'{"freshdesk_webhook":[]}', "freshdesk_webhook is mistyped"),
        (freshdesk_body(""), "freshdesk_webhook.kpi_event is empty"),
        (freshdesk_body("csat"), "freshdesk_webhook.csat_score is missing"),
        (freshdesk_body("csat", csat_score="satisfait"), "freshdesk_webhook.csat_score is mistyped"),
        (freshdesk_body("csat", csat_score=104), "freshdesk_webhook.csat_score is out of range"),
        (
            freshdesk_body("status_changed", ticket_status="Chez le juriste"),
            "freshdesk_webhook.ticket_status is unknown",
        ),
        (freshdesk_body("ticket_created", ticket_id=None), "freshdesk_webhook.ticket_id is missing"),
    ],
)
def test_malformed_bodies_of_freshdesk(body: bytes, reason: str) -> None:
    with pytest.raises(Malformed, match=f"^{reason}$"):
        parse("freshdesk", body)


# ------------------------------------------------------------------ Intercom


@pytest.mark.parametrize(
    ("topic", "state", "status"),
    [
        ("conversation.admin.closed", "open", "closed"),
        ("conversation.admin.opened", "closed", "open"),
        ("conversation.admin.snoozed", "open", "pending"),
        ("conversation.admin.unsnoozed", "closed", "open"),
    ],
)
def test_intercom_topics_say_more_than_the_state_that_comes_along(topic: str, state: str, status: Any) -> None:
    assert told("intercom", intercom_body(topic, NOW, BORN, state)) == [StatusChanged(status)]


def test_intercom_creations() -> None:
    item = parse("intercom", intercom_body("conversation.user.created", NOW, BORN))
    expected = Created("open", False, "email", "55", "not_priority", ("colis",), "p:c-1")
    assert item.events == [(BORN, 0, expected)]
    (mine,) = told("intercom", intercom_body("conversation.admin.single.created", BORN, BORN))
    assert isinstance(mine, Created)
    assert mine.created_by_agent is True


@pytest.mark.parametrize(
    ("topic", "author", "part_type", "bots", "expected"),
    [
        ("conversation.admin.replied", "admin", "comment", (), MessageAdded("agent", True, "p1", "p:admin-1")),
        ("conversation.admin.noted", "admin", "note", (), MessageAdded("agent", False, "p1", "p:admin-1")),
        ("conversation.admin.replied", "admin", "comment", ("admin-1",), MessageAdded("bot", True, "p1")),
        ("conversation.operator.replied", "bot", "comment", (), MessageAdded("bot", True, "p1")),
        ("conversation.user.replied", "lead", "comment", (), MessageAdded("customer", True, "p1")),
        ("conversation.admin.closed", "admin", "close", (), MessageAdded("agent", True, "p1", "p:admin-1")),
    ],
)
def test_intercom_parts(topic: str, author: str, part_type: str, bots: tuple[str, ...], expected: MessageAdded) -> None:
    parts = intercom_part(1, NOW, author, part_type)
    assert told("intercom", intercom_body(topic, NOW, BORN, conversation_parts=parts), bots)[0] == expected


def test_parts_without_words_are_no_messages() -> None:
    for part_type, body in (("close", None), ("open", ""), ("assignment", "x")):
        parts = intercom_part(1, NOW, "admin", part_type, body)
        found = told("intercom", intercom_body("conversation.admin.closed", NOW, BORN, conversation_parts=parts))
        assert found == [StatusChanged("closed")]


def test_intercom_ratings_are_of_the_notification_s_time() -> None:
    asked = {"rating": 4, "remark": "Bien", "created_at": BORN // 10**6}
    item = parse("intercom", intercom_body("conversation.rating.added", NOW, BORN, conversation_rating=asked))
    assert item.events[0] == (NOW, 0, Rated(4, 5))
    assert item.answer == SurveyAnswer("csat", 4, 5, "Bien", NOW)


def test_of_a_deleted_conversation_nothing_but_its_number_is_left() -> None:
    body = compact(
        {"topic": "conversation.deleted", "id": "n", "created_at": NOW // 10**6, "data": {"item": {"id": "7"}}}
    )
    assert parse("intercom", body).events == [(NOW, 0, Excluded("deleted"))]


@pytest.mark.parametrize("body", [b'{"topic":"ping","id":null}', b'{"topic":"contact.created","id":"notif_1"}'])
def test_ping_and_other_topics_count_for_nothing(body: bytes) -> None:
    item = parse("intercom", body)
    assert (item.ticket_id, item.events) == (None, [])


@pytest.mark.parametrize(
    ("topic", "item", "reason"),
    [
        ("conversation.user.created", {"created_at": "hier"}, "data.item.created_at is not"),
        ("conversation.user.created", {"state": "asleep"}, "data.item.state is unknown"),
        ("conversation.user.created", {"id": None}, "data.item.id is missing"),
        ("conversation.admin.replied", {}, "data.item.conversation_parts is empty"),
        ("conversation.admin.replied", {"conversation_parts": None}, "data.item.conversation_parts is missing"),
        ("conversation.admin.replied", {"conversation_parts": []}, "data.item.conversation_parts is mistyped"),
        (
            "conversation.admin.replied",
            {"conversation_parts": intercom_part(1, NOW, "ghost")},
            "conversation_parts.author.type is unknown",
        ),
        ("conversation.rating.added", {}, f"{_RATING} is missing"),
        ("conversation.rating.added", {"conversation_rating": {"rating": 6}}, f"{_RATING} is out"),
        ("conversation.rating.added", {"conversation_rating": {"rating": "5"}}, f"{_RATING} is mis"),
    ],
)  # fmt: skip
def test_malformed_notifications_of_intercom(topic: str, item: dict[str, Any], reason: str) -> None:
    with pytest.raises(Malformed, match=f"^{reason}"):
        parse("intercom", intercom_body(topic, NOW, BORN, **item))


# ------------------------------------------------------------------ Chatwoot


@pytest.mark.parametrize(
    ("word", "status"), [("open", "open"), ("pending", "new"), ("snoozed", "pending"), ("resolved", "solved")]
)
@pytest.mark.parametrize("event", ["conversation_status_changed", "conversation_updated"])
def test_chatwoot_statuses(event: str, word: str, status: Any) -> None:
    """`pending` is held by a bot: the customer is not awaited."""
    assert told("chatwoot", chatwoot_event(event, NOW, BORN, word)) == [StatusChanged(status)]


def test_chatwoot_creations() -> None:
    item = parse("chatwoot", chatwoot_event("conversation_created", NOW, BORN, "pending"))
    expected = Created("new", False, "WebWidget", "", None, ("colis",), "p:700", "4")
    assert item.events == [(BORN, 0, expected)]
    first = [{"message_type": 1, "sender": {"type": "user"}}]
    (mine,) = told("chatwoot", chatwoot_event("conversation_created", NOW, BORN, messages=first))
    assert isinstance(mine, Created)
    assert mine.created_by_agent is True


def test_three_time_formats_in_one_body() -> None:
    body = chatwoot_message(5, NOW + 102_000, BORN).replace(
        b'"updated_at":1791194400.102', b'"updated_at":1791194400.418223'
    )
    item = parse("chatwoot", body)
    assert [at_us for at_us, _, _ in item.events] == [NOW + 102_000, BORN]
    known = item.events[1][2]
    assert isinstance(known, CreationKnown)
    assert known.told_us == NOW + 418_223
    in_words = parse("chatwoot", chatwoot_message(5, NOW, BORN, created_at="2026-10-05 10:00:00 UTC"))
    assert in_words.events[0][0] == NOW


@pytest.mark.parametrize(
    ("sender", "changes", "bots", "expected"),
    [
        ("user", {}, (), MessageAdded("agent", True, "5", "p:12")),
        ("user", {"message_type": 1}, (), MessageAdded("agent", True, "5", "p:12")),
        ("user", {"private": True}, (), MessageAdded("agent", False, "5", "p:12")),
        ("user", {}, ("12",), MessageAdded("bot", True, "5")),
        ("user", {"content_attributes": {"automation_rule_id": 3}}, (), MessageAdded("bot", True, "5")),
        ("user", {"additional_attributes": {"campaign_id": 3}}, (), MessageAdded("bot", True, "5")),
        ("agent_bot", {}, (), MessageAdded("bot", True, "5")),
        (None, {}, (), MessageAdded("bot", True, "5")),
        ("contact", {}, ("12",), MessageAdded("customer", True, "5")),
        (None, {"message_type": "template", "content_type": "input_csat"}, (), MessageAdded("system", True, "5")),
    ],
)
def test_chatwoot_authors(
    sender: str | None, changes: dict[str, Any], bots: tuple[str, ...], expected: MessageAdded
) -> None:
    assert told("chatwoot", chatwoot_message(5, NOW, BORN, sender, **changes), bots) == [expected]


def test_a_line_of_the_log_is_no_message() -> None:
    assert told("chatwoot", chatwoot_message(5, NOW, BORN, None, message_type="activity")) == []


def test_chatwoot_ratings_are_of_the_answer_s_time() -> None:
    item = parse("chatwoot", chatwoot_rating(NOW, BORN, {"rating": 5, "feedback_message": "Au top"}))
    assert item.events[0] == (NOW, 0, Rated(5, 5))
    assert item.answer == SurveyAnswer("csat", 5, 5, "Au top", NOW)
    assert told("chatwoot", chatwoot_rating(NOW, BORN, None)) == []
    assert told("chatwoot", chatwoot_message(5, NOW, BORN, event="message_updated")) == []


def test_other_events_of_chatwoot_count_for_nothing() -> None:
    item = parse("chatwoot", compact({"event": "contact_updated", "id": "x"}))
    assert (item.event_type, item.ticket_id, item.events) == ("contact_updated", None, [])


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (chatwoot_event("conversation_created", NOW, BORN, "asleep"), "status is unknown"),
        (chatwoot_event("conversation_created", NOW, BORN, id=None), "id is missing"),
        (chatwoot_event("conversation_updated", NOW, BORN, updated_at="hier"), "updated_at is not"),
        (chatwoot_message(5, NOW, BORN, message_type=["outgoing"]), "message_type is mistyped"),
        (chatwoot_message(5, NOW, BORN, message_type="shout"), "message_type is unknown"),
        (chatwoot_message(5, NOW, BORN, private=None), "private is mistyped"),
        (chatwoot_message(5, NOW, BORN, conversation=None), "conversation is mistyped"),
        (
            chatwoot_message(5, NOW, BORN, conversation=chatwoot_conversation(NOW, BORN) | {"id": ""}),
            "conversation.id is",
        ),
        (
            chatwoot_rating(NOW, BORN, {"rating": 0}),
            f"{_SURVEY} is",
        ),
        (chatwoot_rating(NOW, BORN, {}), f"{_SURVEY} is missing"),
    ],
)
def test_malformed_events_of_chatwoot(body: bytes, reason: str) -> None:
    with pytest.raises(Malformed, match=f"^{reason}"):
        parse("chatwoot", body)
