"""Typeform: `form_response`, signed by an HMAC of the whole body; it signs no time and no id of the delivery.

A response sent again is known by its own token, a delivery by its `event_id`. Questions are known by their `ref`, which
whoever makes the form may choose, else by their id; hidden fields by their name.
"""

import base64
import hmac
from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

import msgspec

from services.common.instants import to_text
from services.feedback.survey_tools.connectors import signatures
from services.feedback.survey_tools.connectors.base import (
    Connector,
    Headers,
    Malformed,
    Question,
    Response,
    SignatureRejected,
    Told,
    Value,
)
from services.feedback.survey_tools.connectors.decoding import (
    MOST_QUESTIONS,
    an_object,
    fields,
    instant,
    load,
    optional_object,
    plain_value,
    question,
    word,
)

SIGNATURE = "typeform-signature"
_PREFIX = b"sha256="
EVENT = "form_response"
HIDDEN = "hidden:"


class Typeform(Connector):
    """Typeform."""

    name = "typeform"
    media_types = frozenset({"application/json"})
    default_tolerance_s = 300

    draw_secret = staticmethod(signatures.draw_text_secret)
    normalise_secret = staticmethod(signatures.normalise_text_secret)

    def check(
        self,
        headers: Headers,
        body: bytes,
        secrets: Sequence[str],
        received_at: datetime,  # noqa: ARG002 - no time is signed
        tolerance_s: int,  # noqa: ARG002
    ) -> None:
        """Raises: SignatureRejected."""
        offered = signatures.header_bytes(headers, SIGNATURE)
        if not offered.startswith(_PREFIX):
            raise SignatureRejected(f"{SIGNATURE} is garbled")
        keys = [secret.encode(errors="replace") for secret in secrets]
        signatures.check_hmac(keys, body, [offered[len(_PREFIX) :]])

    def read(self, headers: Headers, body: bytes) -> Told:  # noqa: ARG002 - all of it is in the body
        """One response; those that somebody left before the end count for nothing. Raises: Malformed."""
        told = load(body)
        key = word(told.get("event_id"), "event_id")
        event = word(told.get("event_type"), "event_type")
        if event != EVENT:
            return Told(key, event)
        response = an_object(told.get(EVENT), EVENT)
        titles = _titles(response.get("definition"))
        values: dict[str, Value] = {}
        questions: list[Question] = []
        answers = response.get("answers")
        if not isinstance(answers, list):
            raise Malformed("form_response.answers is " + ("missing" if answers is None else "mistyped"))
        for answer in answers[:MOST_QUESTIONS]:
            name, value = _answer(an_object(answer, "form_response.answers"))
            questions.append(question(name, value, titles.get(name)))
            plain = plain_value(value)
            if plain is not None:
                values[name] = plain
        hidden, more = fields(optional_object(response.get("hidden"), "form_response.hidden"), HIDDEN)
        return Told(
            key,
            event,
            Response(
                word(response.get("token"), "form_response.token"),
                instant(response.get("submitted_at"), "form_response.submitted_at"),
                values | hidden,
            ),
            (*questions, *more),
        )

    def sample(self, response_id: str, answered_at: datetime, values: Mapping[str, Value]) -> bytes:
        """A response with these answers."""
        at = to_text(answered_at)
        hidden = {name.removeprefix(HIDDEN): value for name, value in values.items() if name.startswith(HIDDEN)}
        answers = [_sample_answer(name, value) for name, value in values.items() if not name.startswith(HIDDEN)]
        response = {
            "form_id": "essai", "token": response_id, "landed_at": at, "submitted_at": at, "hidden": hidden,
            "definition": {"id": "essai", "fields": []}, "answers": answers,
        }  # fmt: skip
        return msgspec.json.encode({"event_id": response_id, "event_type": EVENT, EVENT: response})

    def sign(
        self,
        body: bytes,
        secret: str,
        at: datetime,  # noqa: ARG002 - no time is signed
        delivery_id: str,  # noqa: ARG002
    ) -> dict[str, str]:
        """The header field of Typeform."""
        made = base64.b64encode(hmac.digest(secret.encode(), body, "sha256"))
        return {SIGNATURE: (_PREFIX + made).decode()}


def _name(field: object) -> str:
    told = an_object(field, "form_response.answers.field")
    return word(told.get("ref") or told.get("id"), "form_response.answers.field.id")


def _titles(definition: object) -> dict[str, object]:
    told = optional_object(definition, "form_response.definition").get("fields")
    titles = {}
    for field in told if isinstance(told, list) else []:
        if isinstance(field, dict) and isinstance(name := field.get("ref") or field.get("id"), str):
            titles[name] = field.get("title")
    return titles


def _answer(told: dict[str, Any]) -> tuple[str, object]:
    """The name of a question and what was answered, in the one field that the answer's type names."""
    kind = told.get("type")
    value = told.get(kind) if isinstance(kind, str) else None
    if isinstance(value, dict):
        # Of choices the words that were chosen, or that somebody wrote beside them.
        labels, other = value.get("labels", value.get("label")), value.get("other")
        chosen = [*(labels if isinstance(labels, list) else [labels]), other]
        value = [one for one in chosen if isinstance(one, str)]
    return _name(told.get("field")), value


def _sample_answer(name: str, value: Value) -> dict[str, Any]:
    kind = "boolean" if isinstance(value, bool) else "number" if isinstance(value, int | Decimal) else "text"
    return {"type": kind, kind: value, "field": {"id": name, "ref": name, "type": kind}}
