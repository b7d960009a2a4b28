"""Intercom: topics of conversations, each with the conversation as it is and its latest parts."""

import hashlib
from collections.abc import Sequence

import msgspec
from msgspec import UNSET, Raw

from services.kpi.ingestion.connectors.base import (
    Connector,
    Headers,
    Malformed,
    Parsed,
    ParsedItem,
    Pseudonym,
    SurveyAnswer,
)
from services.kpi.ingestion.connectors.decoding import (
    LONGEST_TEXT,
    check_text,
    decode,
    dedup_key,
    dig,
    instant,
    is_present,
    needed_text,
    optional_comment,
)
from services.kpi.ingestion.connectors.intercom_conversations import HANDLED, read_conversation
from services.kpi.ingestion.connectors.signatures import (
    HEX,
    draw_text_secret,
    matching_key,
    normalise_text_secret,
    prefixed,
    text_keys,
)
from services.kpi.tickets.rules.events import Rated

SIGNATURE = "x-hub-signature"


class _Data(msgspec.Struct):
    item: Raw = Raw()


class _Body(msgspec.Struct):
    topic: object = UNSET
    id: object = UNSET
    created_at: object = UNSET
    data: Raw = Raw()


class _Rated(msgspec.Struct):
    conversation_rating: object = UNSET


_body = msgspec.json.Decoder(_Body)
_data = msgspec.json.Decoder(_Data)
_rated = msgspec.json.Decoder(_Rated)


class Intercom(Connector):
    """The Intercom connector; the secret is the client secret of the app, used as UTF-8 text."""

    name = "intercom"
    media_types = frozenset({"application/json"})
    default_tolerance_s = 300
    """Of no effect: Intercom signs no time."""

    def draw_secret(self) -> str:
        """A secret in the alphabet of Intercom's own."""
        return draw_text_secret()

    def normalise_secret(self, secret: str) -> str:
        """The secret without surrounding blanks. Raises: InvalidSecret."""
        return normalise_text_secret(secret, "Intercom")

    def check(
        self,
        headers: Headers,
        body: bytes,
        secrets: Sequence[str],
        received_us: int,  # noqa: ARG002 - no time is signed
        tolerance_s: int,  # noqa: ARG002
    ) -> int:
        """HMAC-SHA1 of the body in hexadecimal, after `sha1=`. Raises: SignatureRejected."""
        return matching_key(text_keys(secrets), body, [prefixed(headers, SIGNATURE, b"sha1=")], "sha1", HEX)

    def parse(
        self,
        headers: Headers,  # noqa: ARG002 - the body alone tells everything
        body: bytes,
        received_us: int,  # noqa: ARG002 - Intercom gives its times
        bot_author_ids: frozenset[str],
        pseudonym: Pseudonym,
    ) -> Parsed:
        """One notification; `ping` has no id and counts for nothing, like unknown topics. Raises: Malformed."""
        check_text(body)
        digest = hashlib.sha256(body).digest()
        envelope = decode(_body, body)
        topic = needed_text(envelope.topic, "topic")
        if topic not in HANDLED:
            has_id = isinstance(envelope.id, str) and envelope.id
            key = dedup_key("id", str(envelope.id)) if has_id else dedup_key("body", digest)
            return Parsed([ParsedItem(key, digest, topic[:LONGEST_TEXT])])
        key = dedup_key("id", needed_text(envelope.id, "id"))
        at_us = instant(envelope.created_at, "created_at")
        item = decode(_data, envelope.data, "data").item if is_present(envelope.data) else Raw()
        ticket_id, events = read_conversation(topic, at_us, item, bot_author_ids, pseudonym)
        answer = None
        if topic == "conversation.rating.added":
            score, answer = _rating(item, at_us)
            events.insert(0, (at_us, 0, Rated(score, 5)))
        return Parsed([ParsedItem(key, digest, topic, ticket_id, events, answer)])


def _rating(item: Raw, at_us: int) -> tuple[int, SurveyAnswer]:
    """A rating, 1 to 5; it is of the notification's time: its own says when it was asked for. Raises: Malformed."""
    rating = decode(_rated, item, "data.item").conversation_rating
    score = dig(rating, "rating")
    field = "data.item.conversation_rating.rating"
    if not isinstance(score, int) or isinstance(score, bool):
        raise Malformed(f"{field} is {'missing' if score is None else 'mistyped'}")
    if not 1 <= score <= 5:
        raise Malformed(f"{field} is out of range")
    comment = optional_comment(dig(rating, "remark"), "data.item.conversation_rating.remark")
    return score, SurveyAnswer("csat", score, 5, comment, at_us)
