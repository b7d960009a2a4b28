"""Chatwoot (4.13 and later, which sign): account webhooks of conversations and messages."""

import hashlib
from collections.abc import Sequence

import msgspec
from msgspec import UNSET

from services.kpi.ingestion.connectors.base import Connector, Headers, Parsed, ParsedItem, Pseudonym
from services.kpi.ingestion.connectors.chatwoot_events import (
    CONVERSATIONS,
    MESSAGES,
    Conversation,
    Message,
    conversation_events,
    message_events,
    survey_answer,
)
from services.kpi.ingestion.connectors.decoding import LONGEST_TEXT, check_text, decode, header_key, needed_text
from services.kpi.ingestion.connectors.signatures import (
    HEX,
    check_age,
    draw_text_secret,
    header_bytes,
    matching_key,
    normalise_text_secret,
    prefixed,
    signed_seconds,
    text_keys,
)

SIGNATURE = "x-chatwoot-signature"
TIMESTAMP = "x-chatwoot-timestamp"
DELIVERY = "x-chatwoot-delivery"


class _Body(msgspec.Struct):
    event: object = UNSET


_body = msgspec.json.Decoder(_Body)
_conversation = msgspec.json.Decoder(Conversation)
_message = msgspec.json.Decoder(Message)


class Chatwoot(Connector):
    """The Chatwoot connector; Chatwoot draws the secret of a webhook, which is used as UTF-8 text."""

    name = "chatwoot"
    media_types = frozenset({"application/json"})
    default_tolerance_s = 300

    def draw_secret(self) -> str:
        """A secret in the alphabet of Chatwoot's own."""
        return draw_text_secret()

    def normalise_secret(self, secret: str) -> str:
        """The secret without surrounding blanks. Raises: InvalidSecret."""
        return normalise_text_secret(secret, "Chatwoot")

    def check(self, headers: Headers, body: bytes, secrets: Sequence[str], received_us: int, tolerance_s: int) -> int:
        """HMAC-SHA256 of time, dot and body in hexadecimal. Raises: SignatureRejected, StaleRejected."""
        timestamp = header_bytes(headers, TIMESTAMP)
        signature = prefixed(headers, SIGNATURE, b"sha256=")
        signed_us = signed_seconds(timestamp, TIMESTAMP)
        slot = matching_key(text_keys(secrets), timestamp + b"." + body, [signature], written=HEX)
        check_age(signed_us, received_us, tolerance_s)
        return slot

    def parse(
        self,
        headers: Headers,
        body: bytes,
        received_us: int,  # noqa: ARG002 - Chatwoot gives its times
        bot_author_ids: frozenset[str],
        pseudonym: Pseudonym,
    ) -> Parsed:
        """An event of a conversation or of a message. Raises: Malformed."""
        check_text(body)
        digest = hashlib.sha256(body).digest()
        kind = needed_text(decode(_body, body).event, "event")
        key = header_key(headers, DELIVERY, digest)
        if kind in CONVERSATIONS:
            conversation = decode(_conversation, body)
            ticket_id, events = conversation_events(kind, conversation, pseudonym)
            return Parsed([ParsedItem(key, digest, kind, ticket_id, events)])
        if kind in MESSAGES:
            message = decode(_message, body)
            ticket_id, events = message_events(kind, message, bot_author_ids, pseudonym)
            return Parsed([ParsedItem(key, digest, kind, ticket_id, events, survey_answer(events, message))])
        return Parsed([ParsedItem(key, digest, kind[:LONGEST_TEXT])])
