"""Zendesk: ticket event subscriptions, and our own trigger body for ratings."""

import hashlib
from collections.abc import Sequence

import msgspec
from msgspec import UNSET, Raw

from services.kpi.calendars.instants import InvalidInstant, parse_instant
from services.kpi.ingestion.connectors.base import (
    Connector,
    Headers,
    Malformed,
    Parsed,
    ParsedItem,
    Pseudonym,
    SignatureRejected,
    SurveyAnswer,
)
from services.kpi.ingestion.connectors.decoding import (
    LONGEST_TEXT,
    check_text,
    decode,
    identifier,
    instant,
    needed_text,
    optional_comment,
)
from services.kpi.ingestion.connectors.signatures import (
    check_age,
    draw_text_secret,
    header_bytes,
    matching_key,
    normalise_text_secret,
    text_keys,
)
from services.kpi.ingestion.connectors.zendesk_events import HANDLED, read_ticket_event
from services.kpi.tickets.rules.events import Rated

SIGNATURE = "x-zendesk-webhook-signature"
TIMESTAMP = "x-zendesk-webhook-signature-timestamp"
CSAT_TEMPLATE = "kpi.csat.v1"

_PREFIX = "zen:event-type:ticket."
_SCORES = {"good": 1, "bad": 0, "offered": None, "unoffered": None}


class _Body(msgspec.Struct):
    type: object = UNSET
    template: object = UNSET
    id: object = UNSET
    time: object = UNSET
    detail: Raw = Raw()
    event: Raw = Raw()
    ticket_id: object = UNSET
    csat: object = UNSET
    csat_comment: object = UNSET
    updated_at: object = UNSET


_body = msgspec.json.Decoder(_Body)


class Zendesk(Connector):
    """The Zendesk connector; secrets are dictated by Zendesk and used as UTF-8 text."""

    name = "zendesk"
    media_types = frozenset({"application/json"})
    default_tolerance_s = 300

    def draw_secret(self) -> str:
        """A secret in the length and alphabet of Zendesk's own."""
        return draw_text_secret()

    def normalise_secret(self, secret: str) -> str:
        """The secret without surrounding blanks. Raises: InvalidSecret."""
        return normalise_text_secret(secret, "Zendesk")

    def check(self, headers: Headers, body: bytes, secrets: Sequence[str], received_us: int, tolerance_s: int) -> int:
        """HMAC-SHA256 of the timestamp text followed by the body. Raises: SignatureRejected, StaleRejected."""
        signature, timestamp = header_bytes(headers, SIGNATURE), header_bytes(headers, TIMESTAMP)
        slot = matching_key(text_keys(secrets), timestamp + body, [signature])
        try:
            signed_us = parse_instant(timestamp.decode("latin-1"))
        except InvalidInstant:
            raise SignatureRejected(f"{TIMESTAMP} is garbled") from None
        check_age(signed_us, received_us, tolerance_s)
        return slot

    def parse(
        self,
        headers: Headers,  # noqa: ARG002 - the body alone tells everything
        body: bytes,
        received_us: int,  # noqa: ARG002 - Zendesk gives the event time
        bot_author_ids: frozenset[str],
        pseudonym: Pseudonym,
    ) -> Parsed:
        """A ticket event, or a rating by our trigger template. Raises: Malformed."""
        check_text(body)
        digest = hashlib.sha256(body).digest()
        envelope = decode(_body, body)
        if envelope.type is UNSET and envelope.template is not UNSET:
            return Parsed([_trigger(envelope, digest)])
        return Parsed([_event(envelope, digest, bot_author_ids, pseudonym)])


def _trigger(body: _Body, digest: bytes) -> ParsedItem:
    template = needed_text(body.template, "template")[:LONGEST_TEXT]
    key = hashlib.sha256(b"body:" + digest).digest()
    if template != CSAT_TEMPLATE:
        return ParsedItem(key, digest, template)
    ticket_id = identifier(body.ticket_id, "ticket_id")
    verdict = needed_text(body.csat, "csat")
    answered_us = instant(body.updated_at, "updated_at")
    comment = optional_comment(body.csat_comment, "csat_comment")
    if verdict not in _SCORES:
        raise Malformed("csat is none of good, bad, offered, unoffered")
    score = _SCORES[verdict]
    if score is None:
        return ParsedItem(key, digest, template, ticket_id)
    answer = SurveyAnswer("csat", score, 1, comment, answered_us)
    return ParsedItem(key, digest, template, ticket_id, [(answered_us, 0, Rated(score, 1))], answer)


def _event(body: _Body, digest: bytes, bot_author_ids: frozenset[str], pseudonym: Pseudonym) -> ParsedItem:
    event_type = needed_text(body.type, "type")
    kind = event_type.removeprefix(_PREFIX)
    if kind == event_type or kind not in HANDLED:
        event_id = body.id if isinstance(body.id, str) and body.id else None
        key = hashlib.sha256(b"body:" + digest if event_id is None else _id_key(event_id)).digest()
        return ParsedItem(key, digest, event_type[:LONGEST_TEXT])
    event_id = needed_text(body.id, "id")
    at_us = instant(body.time, "time")
    ticket_id, events = read_ticket_event(kind, at_us, body.detail, body.event, bot_author_ids, pseudonym)
    return ParsedItem(hashlib.sha256(_id_key(event_id)).digest(), digest, event_type, ticket_id, events)


def _id_key(event_id: str) -> bytes:
    return b"id:" + event_id.encode()
