"""What each tool sends, and what nobody should send: only the named verdicts."""

import json
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from standardwebhooks import Webhook

from services.feedback.answers.rules.given import Given
from services.feedback.survey_tools.connectors import CONNECTORS
from services.feedback.survey_tools.connectors.base import (
    InvalidSecret,
    Malformed,
    Refused,
    Response,
    SignatureRejected,
    StaleRejected,
)
from services.feedback.survey_tools.receiving import Delivery, examine
from services.feedback.survey_tools.rules.mapping import MappedField, answers_of, fault_of_mapping

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
AT = datetime(2026, 10, 12, 12, 3, tzinfo=UTC)
NAMES = {"webhook-id": "msg_1"}
FIELDS = [
    MappedField("q1", "nps"),
    MappedField("q2", "csat", 7),
    MappedField("q3", "fcr_declared"),
    MappedField("q4", "comment"),
    MappedField("hidden:ticket", "ticket"),
]
STRANGE = "Z͑ͫ̓a̴l̵g̶o 👩‍👩‍👧 ‮עברית‬ <script>alert(1)</script>\nfin"

# The example of Typeform's own documentation, names replaced.
TYPEFORM: dict[str, Any] = {
    "event_id": "LtWXD3crgy",
    "event_type": "form_response",
    "form_response": {
        "form_id": "lT4Z3j",
        "token": "a3a12ec67a1365927098a606107fac15",
        "submitted_at": "2026-10-12T12:03:00Z",
        "landed_at": "2026-10-12T11:53:00Z",
        "calculated": {"score": 9},
        "hidden": {"ticket": "48213", "user_id": "abc123456"},
        "definition": {
            "id": "lT4Z3j",
            "title": "Après votre appel",
            "fields": [
                {"id": "DlXFaesGBpoF", "title": "Nous recommanderiez-vous ?", "type": "opinion_scale", "ref": "q1"},
                {"id": "SMEUb7VJz92Q", "title": "Votre adresse ?", "type": "email", "ref": "adresse"},
                {"id": "q2", "title": "Votre note", "type": "rating"},
            ],
        },
        "answers": [
            {"type": "number", "number": 9, "field": {"id": "DlXFaesGBpoF", "type": "opinion_scale", "ref": "q1"}},
            {"type": "number", "number": 6, "field": {"id": "q2", "type": "rating"}},
            {"type": "boolean", "boolean": False, "field": {"id": "x", "type": "yes_no", "ref": "q3"}},
            {"type": "text", "text": STRANGE, "field": {"id": "y", "type": "long_text", "ref": "q4"}},
            {"type": "email", "email": "lian1078@other.example", "field": {"id": "SMEUb7VJz92Q", "ref": "adresse"}},
            {"type": "choice", "choice": {"label": "Londres"}, "field": {"id": "ville", "type": "dropdown"}},
            {"type": "choices", "choices": {"labels": ["A", "B"], "other": "C"}, "field": {"id": "villes"}},
        ],
    },
}
FORMBRICKS: dict[str, Any] = {
    "webhookId": "cljwxvjos0003qhnvj2jg4k5i",
    "event": "responseFinished",
    "data": {
        "id": "cljwy2m8r0001qhclco1godnu",
        "createdAt": "2026-10-12T12:03:00.000Z",
        "updatedAt": "2026-10-12T12:04:10.000Z",
        "surveyId": "cljsf3d7a000019cv9apt2t27",
        "displayId": None,
        "contact": {"id": "c1", "userId": "lea@client.example"},
        "contactAttributes": {"email": "lea@client.example"},
        "finished": True,
        "data": {"q1": 9, "q2": 6, "q3": "Non", "q4": STRANGE, "hidden:ticket": "48213", "choix": ["A", "B"], "m": {}},
        "variables": {"v1": 3},
        "ttc": {"q1": 2154.7},
        "tags": [],
        "meta": {"url": "https://app.example/s/1", "userAgent": {"os": "Mac OS"}},
        "survey": {"title": "Après votre appel", "type": "link", "status": "inProgress"},
    },
}
GENERIC: dict[str, Any] = {
    "id": "reponse-7731",
    "answered_at": "2026-10-12T14:03:00+02:00",
    "answers": {"q1": 9, "q2": 6.0, "q3": False, "q4": STRANGE},
    "hidden": {"ticket": "48213"},
}
BODIES = {"typeform": TYPEFORM, "formbricks": FORMBRICKS, "generic": GENERIC}
IDS = {
    "typeform": "a3a12ec67a1365927098a606107fac15",
    "formbricks": "cljwy2m8r0001qhclco1godnu",
    "generic": "reponse-7731",
}


def _read(system: str, body: Any) -> Any:
    return CONNECTORS[system].read(NAMES, json.dumps(body).encode())


@pytest.mark.parametrize("system", BODIES)
def test_a_finished_response_makes_an_answer_for_each_mapped_score(system: str) -> None:
    told = _read(system, BODIES[system])
    assert told.response.id == IDS[system]
    made = answers_of(told.response, FIELDS, NOW)
    key = IDS[system]
    # The words are read once, with the first score.
    assert made == [
        Given(f"{key}:nps", "nps", 9, 10, AT, STRANGE, "48213"),
        Given(f"{key}:csat", "csat", 6, 7, AT, None, "48213"),
        Given(f"{key}:fcr_declared", "fcr_declared", 0, 1, AT, None, "48213"),
    ]


@pytest.mark.parametrize("system", BODIES)
def test_questions_are_named_and_answers_are_not_told(system: str) -> None:
    told = _read(system, BODIES[system])
    assert {"q1", "q2", "q3", "q4", "hidden:ticket"} <= {one.id for one in told.questions}
    assert "48213" not in str(told.questions)
    assert "example" not in str(told.questions)
    forms = {one.id: one.form for one in told.questions}
    assert (forms["q1"], forms["q4"]) == ("number", "text")
    if system == "typeform":
        titles = {one.id: one.title for one in told.questions}
        assert (titles["q1"], titles["q4"]) == ("Nous recommanderiez-vous ?", None)


def test_what_is_not_finished_or_not_known_counts_for_nothing() -> None:
    for event in ("responseCreated", "testEndpoint", "jamais vu"):
        assert _read("formbricks", {"event": event}).response is None
    unfinished = FORMBRICKS | {"event": "responseUpdated", "data": FORMBRICKS["data"] | {"finished": False}}
    assert _read("formbricks", unfinished).response is None
    corrected = _read("formbricks", FORMBRICKS | {"event": "responseUpdated"})
    assert corrected.response.answered_at == AT
    assert _read("typeform", TYPEFORM | {"event_type": "form_response_partial"}).response is None
    assert _read("generic", {"finished": False}).response is None


@pytest.mark.parametrize(
    ("system", "body", "reason"),
    [
        ("formbricks", [], "the body is mistyped"),
        ("formbricks", {}, "event is missing"),
        ("formbricks", {"event": "responseFinished"}, "data is missing"),
        ("formbricks", {"event": "responseFinished", "data": {"id": "x", "data": []}}, "data.data is mistyped"),
        ("formbricks", {"event": "responseFinished", "data": {"finished": "yes"}}, "data.finished is mistyped"),
        (
            "formbricks",
            FORMBRICKS | {"data": FORMBRICKS["data"] | {"createdAt": "2026-10-12T12:03:00"}},
            "data.createdAt is no date and time with its offset",
        ),
        ("typeform", {"event_id": "x", "event_type": "form_response"}, "form_response is missing"),
        (
            "typeform",
            {"event_id": "x", "event_type": "form_response", "form_response": {"answers": [{"type": "text"}]}},
            "form_response.answers.field is missing",
        ),
        ("generic", {"answers": {}, "id": "a" * 181}, "id is too long"),
        ("generic", {"answers": {}, "id": "a\0b"}, "id is mistyped"),
        ("generic", {"answers": {}, "id": "a", "answered_at": "2026-02-30T10:00:00Z"}, "calendar"),
    ],
)
def test_what_cannot_be_read_says_which_field(system: str, body: Any, reason: str) -> None:
    with pytest.raises(Malformed, match=reason):
        _read(system, body)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"q1": 11}, "q1: score must lie between 0 and 10"),
        ({"q1": -1}, "q1: score must lie between 0 and 10"),
        ({"q1": Decimal("8.5")}, "q1: a whole number"),
        ({"q1": "Très satisfait"}, "q1: a number"),
        ({"q1": 10**30}, "q1: a number"),
        ({"q2": 8}, "q2: score must lie between 0 and 7"),
        ({"q3": "peut-être"}, "q3: yes or no"),
        ({"q1": 9, "q4": "a" * 100_000}, "q4: at most 5000 characters"),
        ({"q1": 9, "q4": "a\0b"}, "q4: must hold no NUL"),
        ({"q1": 9, "hidden:ticket": "a\nb"}, "hidden:ticket: no control characters"),
        ({"q1": 9, "hidden:lien": "javascript:alert(1)"}, "hidden:lien must begin with http"),
    ],
)
def test_answers_that_cannot_be_ours_are_malformed(values: dict[str, Any], reason: str) -> None:
    fields = [*FIELDS, MappedField("hidden:lien", "ticket_url")]
    with pytest.raises(Malformed, match=reason):
        answers_of(Response("r", AT, values), fields, NOW)


def test_a_field_may_be_the_queue() -> None:
    fields = [*FIELDS, MappedField("hidden:file", "queue")]
    [told] = answers_of(Response("r", AT, {"q1": 9, "hidden:file": " Livraisons "}), fields, NOW)
    assert (told.queue, told.channel) == ("Livraisons", None)
    with pytest.raises(Malformed, match="hidden:file: at most 80 characters"):
        answers_of(Response("r", AT, {"q1": 9, "hidden:file": "x" * 81}), fields, NOW)


def test_a_response_ahead_of_our_clock_is_malformed() -> None:
    assert answers_of(Response("r", NOW + timedelta(minutes=4), {"q1": 9}), FIELDS, NOW)
    with pytest.raises(Malformed, match="future"):
        answers_of(Response("r", NOW + timedelta(minutes=6), {"q1": 9}), FIELDS, NOW)


def test_a_mapping_is_one_to_one() -> None:
    assert fault_of_mapping(FIELDS) is None
    assert fault_of_mapping([MappedField("a", "nps"), MappedField("a", "csat")])
    assert fault_of_mapping([MappedField("a", "nps"), MappedField("b", "nps")])
    assert fault_of_mapping([MappedField("a", "nps", 5)])


@pytest.mark.parametrize("system", BODIES)
def test_a_signature_holds_for_these_bytes_these_secrets_and_this_time(system: str) -> None:
    connector, body = CONNECTORS[system], json.dumps(BODIES[system]).encode()
    secret, old = connector.draw_secret(), connector.draw_secret()
    signed = connector.sign(body, secret, NOW, "msg_1")
    connector.check(signed, body, [old, secret], NOW, 300)
    for headers, sent, secrets in (
        (signed, body + b" ", [secret]),
        (signed, body, [old]),
        (signed, body, []),
        (signed, body, [""]),
        ({}, body, [secret]),
        (dict.fromkeys(signed, "€"), body, [secret]),
    ):
        with pytest.raises(SignatureRejected):
            connector.check(headers, sent, secrets, NOW, 300)
    late = NOW + timedelta(seconds=301)
    if system == "typeform":
        connector.check(signed, body, [secret], late, 300)
    else:
        with pytest.raises(StaleRejected):
            connector.check(signed, body, [secret], late, 300)


def test_standard_webhooks_are_those_of_the_library() -> None:
    body = json.dumps(GENERIC)
    secret = CONNECTORS["generic"].draw_secret()
    at = datetime.now(UTC)
    made = Webhook(secret).sign("msg_1", at, body)
    headers = {"webhook-id": "msg_1", "webhook-timestamp": str(int(at.timestamp())), "webhook-signature": made}
    CONNECTORS["formbricks"].check(headers, body.encode(), [secret], at, 300)
    ours = CONNECTORS["generic"].sign(body.encode(), secret, at, "msg_1")
    assert Webhook(secret).verify(body, ours)


def test_typeform_signs_as_its_documentation_says() -> None:
    """HMAC-SHA256 of the whole body, base64, after `sha256=` (made with OpenSSL)."""
    body = b'{"event_id":"x"}'
    headers = {"typeform-signature": "sha256=Iv+cU4tfjtL8atlzlVfrq2MixiYVhWDO7FiBwxAbMTI="}
    CONNECTORS["typeform"].check(headers, body, ["s3cret-of-typeform"], NOW, 300)


@pytest.mark.parametrize(
    ("system", "secret"),
    [("generic", "whsec_YQ=="), ("formbricks", "not base64 !"), ("typeform", "court"), ("typeform", "é" * 20)],
)
def test_secrets_that_protect_nothing_are_refused(system: str, secret: str) -> None:
    with pytest.raises(InvalidSecret):
        CONNECTORS[system].normalise_secret(secret)


@pytest.mark.parametrize("system", BODIES)
def test_a_sample_is_read_as_what_it_was_made_of(system: str) -> None:
    connector = CONNECTORS[system]
    body = connector.sample("essai-1", AT, {"q1": 9, "q3": True, "q4": "Bien", "hidden:ticket": "7"})
    told = connector.read(NAMES, body)
    assert told.response is not None
    assert [one.score for one in answers_of(told.response, FIELDS, NOW)] == [9, 1]


_SIGNED = [*NAMES, "webhook-timestamp", "webhook-signature", "typeform-signature"]
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@st.composite
def _spoilt(draw: st.DrawFn, system: str) -> bytes:
    """A true body in which something, anywhere, became something else; or any bytes at all."""
    if draw(st.integers(0, 5)) == 0:
        return draw(st.binary(max_size=200))
    body = json.loads(json.dumps(BODIES[system]))
    for _ in range(draw(st.integers(1, 3))):
        place: Any = body
        while isinstance(place, dict | list) and place:
            keys = list(place) if isinstance(place, dict) else list(range(len(place)))
            key = draw(st.sampled_from(keys))
            if draw(st.booleans()) or not isinstance(place[key], dict | list):
                place[key] = draw(_JSON)
                break
            place = place[key]
    return json.dumps(body).encode("utf-8", errors="surrogatepass")


@pytest.mark.parametrize("system", BODIES)
@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_whatever_comes_meets_a_named_verdict(system: str, data: st.DataObject) -> None:
    body = data.draw(_spoilt(system))
    connector = CONNECTORS[system]
    secret = connector.draw_secret()
    headers = {**NAMES, **connector.sign(body, secret, NOW, "msg_1")}
    examined = examine(system, FIELDS, Delivery(headers, body, NOW), [secret], 300)
    assert examined.verdict in ("accepted", "malformed")
    assert examined.state in ("read", "nothing", "unmapped", "quarantined")
    assert (examined.state == "read") == bool(examined.answers)
    for one in examined.answers:
        assert 0 <= one.score <= one.scale_max
        assert len(one.key) <= 200
        assert one.key.isprintable()
        # What is kept can be written in UTF-8.
        assert f"{one.comment}{one.ticket_id}".encode()
    assert json.dumps(examined.questions, ensure_ascii=False).encode()


@pytest.mark.parametrize("system", BODIES)
@settings(max_examples=150, deadline=None)
@given(headers=st.dictionaries(st.sampled_from(_SIGNED), st.text(max_size=60)))
def test_whatever_the_headers_are_nothing_unsigned_is_taken(system: str, headers: dict[str, str]) -> None:
    with pytest.raises(Refused):
        CONNECTORS[system].check(headers, b"{}", [CONNECTORS[system].draw_secret()], NOW, 300)


@pytest.mark.parametrize("depth", [1_000, 200_000])
def test_deep_bodies_are_malformed(depth: int) -> None:
    for body in (b"[" * depth + b"]" * depth, b'{"event":' * depth + b"1" + b"}" * depth):
        for system in BODIES:
            with pytest.raises(Malformed):
                CONNECTORS[system].read(NAMES, body)
