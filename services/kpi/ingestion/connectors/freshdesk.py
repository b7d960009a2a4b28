"""Freshdesk: automation rules that send the body we prescribe; nothing is signed and no time is told."""

import base64
import hashlib
import hmac
import secrets as randomness
from collections.abc import Sequence

import msgspec

from services.kpi.ingestion.connectors.base import (
    Connector,
    Headers,
    InvalidSecret,
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
    dedup_key,
    needed_text,
    optional_comment,
)
from services.kpi.ingestion.connectors.freshdesk_events import HANDLED, Webhook, read_event, read_ticket_id, word_of
from services.kpi.ingestion.connectors.signatures import header_bytes
from services.kpi.tickets.rules.events import Rated

AUTHORIZATION = "authorization"


class _Body(msgspec.Struct):
    freshdesk_webhook: Webhook


_body = msgspec.json.Decoder(_Body)


class Freshdesk(Connector):
    """The Freshdesk connector; its secret is `user:password`, sent as Basic authentication."""

    name = "freshdesk"
    media_types = frozenset({"application/json"})
    default_tolerance_s = 300
    """Of no effect: there is no signed time."""
    default_window_s = 900

    def draw_secret(self) -> str:
        """A user and a password to type into each rule."""
        return "copil:" + randomness.token_urlsafe(36)

    def normalise_secret(self, secret: str) -> str:
        """`user:password` without surrounding blanks. Raises: InvalidSecret."""
        text = secret.strip()
        user, colon, password = text.partition(":")
        if not user or not colon or not 8 <= len(password) <= 480 or not text.isascii() or not text.isprintable():
            raise InvalidSecret(
                "a Freshdesk secret is user:password, the password of 8 to 480 printable ASCII characters"
            )
        return text

    def check(
        self,
        headers: Headers,
        body: bytes,  # noqa: ARG002 - nothing is signed
        secrets: Sequence[str],
        received_us: int,  # noqa: ARG002
        tolerance_s: int,  # noqa: ARG002
    ) -> int:
        """The secret itself, as Basic authentication. Raises: SignatureRejected."""
        scheme, _, offered = header_bytes(headers, AUTHORIZATION).partition(b" ")
        if scheme.lower() != b"basic":
            raise SignatureRejected(f"{AUTHORIZATION} is garbled")
        for slot, secret in enumerate(secrets):
            expected = base64.b64encode(secret.encode(errors="replace"))
            if secret and hmac.compare_digest(expected, offered):
                return slot
        raise SignatureRejected("no live secret made this signature")

    def parse(
        self,
        headers: Headers,  # noqa: ARG002 - the body alone tells everything
        body: bytes,
        received_us: int,
        bot_author_ids: frozenset[str],
        pseudonym: Pseudonym,
    ) -> Parsed:
        """What the rule that sent it stands for, at the time of reception. Raises: Malformed.

        Placeholders are not escaped: a quotation mark in a subject makes a body that is not JSON.
        """
        check_text(body)
        digest = hashlib.sha256(body).digest()
        webhook = decode(_body, body).freshdesk_webhook
        kind = needed_text(webhook.kpi_event, "freshdesk_webhook.kpi_event")
        key, word = dedup_key("body", digest), word_of(kind)
        if word not in HANDLED:
            return Parsed([ParsedItem(key, digest, kind[:LONGEST_TEXT])])
        ticket_id = read_ticket_id(webhook.ticket_id)
        event = read_event(word, webhook, bot_author_ids, pseudonym)
        answer = None
        if isinstance(event, Rated):
            comment = optional_comment(webhook.csat_comment, "freshdesk_webhook.csat_comment")
            answer = SurveyAnswer("csat", event.score, event.scale_max, comment, received_us)
        return Parsed([ParsedItem(key, digest, kind[:LONGEST_TEXT], ticket_id, [(received_us, 0, event)], answer)])
