"""When a message is tried again, what it says, and that a library reads our signatures."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from standardwebhooks import Webhook

from services.common.identifiers import new_id
from services.feedback.outgoing.rules.payload import MOST_BYTES, Told, body_of, event_of_item, event_of_step, trial
from services.feedback.outgoing.rules.schedule import (
    FAILING_DAYS,
    LONGEST_ASKED_S,
    MOST_JITTER,
    MOST_TRIES,
    WAITS_S,
    Next,
    Outcome,
    after,
    outcome_of,
    wait_asked,
)
from services.feedback.outgoing.rules.signing import draw_secret, signed

NOW = datetime(2026, 11, 3, 9, 12, tzinfo=UTC)
DAY = 86_400
FAILED = Outcome(500, "status")


def test_the_schedule_is_the_usual_one() -> None:
    """Eight attempts over 27 h 35 min 5 s, each wait at most a fifth longer, then none."""
    assert (MOST_TRIES, sum(WAITS_S)) == (8, 27 * 3_600 + 35 * 60 + 5)
    for tries, wait in enumerate(WAITS_S, start=1):
        assert after(FAILED, tries, 0, 0) == Next("waiting", wait)
        assert after(FAILED, tries, MOST_JITTER, 0) == Next("waiting", wait * 120 // 100)
    assert after(FAILED, MOST_TRIES, 0, 0) == Next("dead")
    assert after(FAILED, MOST_TRIES + 1, 0, 0) == Next("dead")
    assert after(FAILED, 1, 1_000, 0).wait_s == 6


@pytest.mark.parametrize(
    ("outcome", "failing_s", "then"),
    [
        (Outcome(204, None), 9 * DAY, Next("delivered")),
        (Outcome(410, "gone"), 0, Next("dead", off="gone")),
        (Outcome(500, "disabled"), 0, Next("dead", off="disabled")),
        (Outcome(500, "aborted"), 0, Next("dead")),
        (FAILED, FAILING_DAYS * DAY - 1, Next("waiting", 5)),
        (FAILED, FAILING_DAYS * DAY, Next("dead", off="failing")),
        (Outcome(429, "status", 120), 0, Next("waiting", 120)),
        (Outcome(429, "status", 1), 0, Next("waiting", 5)),
        (Outcome(503, "status", 10**9), 0, Next("waiting", LONGEST_ASKED_S)),
    ],
)
def test_what_follows_an_attempt(outcome: Outcome, failing_s: int, then: Next) -> None:
    assert after(outcome, 1, 0, failing_s) == then


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        (None, None), ("", None), ("12", 12), (" 12 ", 12), ("-3", None), ("1.5", None), ("١٢", None),
        ("99999999999", LONGEST_ASKED_S), ("soon", None), ("x" * 100, None),
        ("Tue, 03 Nov 2026 09:13:00 GMT", 60), ("Tue, 03 Nov 2026 09:00:00 GMT", 0),
        ("Tue, 03 Nov 2099 09:13:00 GMT", LONGEST_ASKED_S), ("Tue, 99 Nov 2026 09:13:00 GMT", None),
    ],
)  # fmt: skip
def test_what_an_answer_asks_for(told: str | None, seconds: int | None) -> None:
    assert wait_asked(told, NOW) == seconds


@pytest.mark.parametrize(
    ("status", "control", "reason"),
    [
        (200, None, None), (204, "abort-message", None), (299, "disable", None), (199, None, "status"),
        (300, None, "redirect"), (399, None, "redirect"), (302, " Abort-Message ", "aborted"), (400, "other", "status"),
        (410, "abort-message", "gone"), (503, "DISABLE", "disabled"),
    ],
)  # fmt: skip
def test_what_a_status_means(status: int, control: str | None, reason: str | None) -> None:
    assert outcome_of(status, control, None, NOW).reason == reason


def test_a_library_reads_what_is_signed() -> None:
    """The published vector, and each of two secrets while they overlap."""
    vector = signed(
        "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, b'{"test": 2432232314}', ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"]
    )
    assert vector["webhook-signature"] == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    new, old, body = draw_secret(), draw_secret(), '{"é": 1}'.encode()
    headers = signed("0199", int(datetime.now(UTC).timestamp()), body, [new, old])
    assert [Webhook(one).verify(body, headers) for one in (new, old)] == [{"é": 1}] * 2
    assert len(headers["webhook-signature"].split(" ")) == 2


def _told(**changes: Any) -> Told:
    values: dict[str, Any] = {
        "contract_id": new_id(), "item_id": new_id(), "kind": "trouble", "state": "to_do", "team_id": new_id(),
        "team": "Livraisons", "question": "nps", "score": 2, "scale_max": 10, "channel": "e-mail",
        "ticket_id": "48213", "ticket_url": None, "answered_at": NOW, "due_at": NOW + timedelta(hours=48),
        "url": "https://copil.example/contrats/x/a-traiter", "themes": ("delay",), "text": "Colis en retard",
    }  # fmt: skip
    return Told(**values | changes)


def test_a_message_says_this_and_nothing_else() -> None:
    told = _told()
    body = json.loads(body_of("item.created", NOW, told))
    assert body == {
        "type": "item.created",
        "timestamp": "2026-11-03T09:12:00Z",
        "data": {
            "item_id": str(told.item_id), "contract_id": str(told.contract_id), "kind": "trouble", "state": "to_do",
            "team": {"id": str(told.team_id), "name": "Livraisons"}, "question": "nps", "score": 2, "scale_max": 10,
            "themes": ["delay"], "channel": "e-mail", "ticket_id": "48213", "ticket_url": None,
            "answered_at": "2026-11-03T09:12:00Z", "due_at": "2026-11-05T09:12:00Z", "url": told.url,
            "text": "Colis en retard", "text_cut": False, "text_held": False, "text_erased": False,
        },
    }  # fmt: skip
    assert "data" in json.loads(trial(told.contract_id, told.item_id, NOW))


@pytest.mark.parametrize("text", ["é" * 100_000, '\n"' * 50_000, "🙂" * 30_000, "\u202e" * 100_000, "a" * 63_000])
def test_a_body_is_bounded_and_says_when_words_were_cut(text: str) -> None:
    body = body_of("item.created", NOW, _told(text=text))
    data = json.loads(body)["data"]
    assert len(body) <= MOST_BYTES
    assert text.startswith(data["text"])
    assert data["text_cut"] == (data["text"] != text)
    assert len(data["text"]) > 5_000


def test_events_are_those_of_the_relay() -> None:
    assert [event_of_item(kind) for kind in ("trouble", "praise")] == ["item.created", "praise.created"]
    steps = ("acknowledge", "cause", "act", "reply", "return", "accept", "pass_on")
    assert [event_of_step(one) for one in steps] == [
        None, None, None, "item.replied", "item.returned", "item.accepted", None,
    ]  # fmt: skip
