"""Generic: Standard Webhooks headers around CloudEvents 1.0 in JSON: one event in any mode, or a batch."""

import base64
import binascii
import hashlib
import re
import secrets as randomness
from collections.abc import Sequence
from urllib.parse import unquote

import msgspec
from msgspec import UNSET, Raw

from services.kpi.ingestion.connectors.base import (
    Connector,
    Headers,
    InvalidSecret,
    Malformed,
    MalformedItem,
    Parsed,
    ParsedItem,
    Pseudonym,
)
from services.kpi.ingestion.connectors.decoding import (
    LONGEST_TEXT,
    check_text,
    decode,
    identifier,
    instant,
    is_present,
    media_type,
    needed_text,
)
from services.kpi.ingestion.connectors.generic_kinds import READERS
from services.kpi.ingestion.connectors.signatures import check_age, header_bytes, matching_key, signed_seconds

ID = "webhook-id"
TIMESTAMP = "webhook-timestamp"
SIGNATURE = "webhook-signature"
SECRET_PREFIX = "whsec_"  # noqa: S105 - a prefix, no secret
STRUCTURED = "application/cloudevents+json"
BATCH = "application/cloudevents-batch+json"
BINARY = "ce-specversion"
"""Tells an event whose attributes are header fields from one that is the whole body."""

LARGEST_BATCH = 1_000

_ESCAPED = re.compile(r"\\(.)")
_TYPE = re.compile(r"kpi\.ticket\.([a-z]+)\.v1")
_MOST_SIGNATURES = 16


class _Envelope(msgspec.Struct):
    specversion: str
    id: str
    source: str
    type: str
    time: object = UNSET
    data: Raw = Raw()


class _Ticket(msgspec.Struct):
    ticket_id: object = UNSET


_envelope = msgspec.json.Decoder(_Envelope)
_ticket = msgspec.json.Decoder(_Ticket)
_batch = msgspec.json.Decoder(list[Raw])


class Generic(Connector):
    """The generic connector: anything that can send signed CloudEvents."""

    name = "generic"
    media_types = frozenset({STRUCTURED, BATCH, "application/json"})
    default_tolerance_s = 300

    def draw_secret(self) -> str:
        """32 random bytes in the form of Standard Webhooks."""
        return SECRET_PREFIX + base64.b64encode(randomness.token_bytes(32)).decode()

    def normalise_secret(self, secret: str) -> str:
        """The secret with its prefix and its padding. Raises: InvalidSecret."""
        key = _key(secret.strip())
        if key is None or not 16 <= len(key) <= 128:
            raise InvalidSecret("a generic secret is whsec_ followed by 16 to 128 bytes in base64")
        return SECRET_PREFIX + base64.b64encode(key).decode()

    def check(self, headers: Headers, body: bytes, secrets: Sequence[str], received_us: int, tolerance_s: int) -> int:
        """HMAC-SHA256 of id, time and body joined by dots. Raises: SignatureRejected, StaleRejected."""
        delivery_id, timestamp = header_bytes(headers, ID), header_bytes(headers, TIMESTAMP)
        signatures = header_bytes(headers, SIGNATURE).split(b" ", _MOST_SIGNATURES)[:_MOST_SIGNATURES]
        offered = [entry[3:] for entry in signatures if entry.startswith(b"v1,")]
        signed_us = signed_seconds(timestamp, TIMESTAMP)
        slot = matching_key([_key(secret) for secret in secrets], b".".join((delivery_id, timestamp, body)), offered)
        check_age(signed_us, received_us, tolerance_s)
        return slot

    def parse(
        self,
        headers: Headers,
        body: bytes,
        received_us: int,  # noqa: ARG002 - CloudEvents give the event time
        bot_author_ids: frozenset[str],
        pseudonym: Pseudonym,
    ) -> Parsed:
        """One CloudEvent, or a batch of up to 1,000 each judged by itself. Raises: Malformed."""
        check_text(body)
        kind = media_type(headers)
        if kind != BATCH:
            is_binary = kind != STRUCTURED and BINARY in headers
            digest = hashlib.sha256(body).digest()
            envelope = _binary_envelope(headers, body) if is_binary else decode(_envelope, body)
            return Parsed([_item(envelope, digest, bot_author_ids, pseudonym)])
        slices = decode(_batch, body)
        if len(slices) > LARGEST_BATCH:
            raise Malformed("the batch holds more than 1,000 events")
        return Parsed([_batch_item(bytes(raw), bot_author_ids, pseudonym) for raw in slices], is_batch=True)


def _key(secret: str) -> bytes | None:
    text = secret.removeprefix(SECRET_PREFIX)
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except (binascii.Error, ValueError):
        return None


def _batch_item(raw: bytes, bot_author_ids: frozenset[str], pseudonym: Pseudonym) -> ParsedItem | MalformedItem:
    try:
        return _item(decode(_envelope, raw), hashlib.sha256(raw).digest(), bot_author_ids, pseudonym)
    except Malformed as refusal:
        return MalformedItem(hashlib.sha256(raw).digest(), refusal.reason, raw, STRUCTURED)


def _binary_envelope(headers: Headers, body: bytes) -> _Envelope:
    """The attributes of an event whose body is its data; the signature covers the data alone. Raises: Malformed."""
    told = {name: _attribute(headers, name) for name in ("specversion", "id", "source", "type", "time")}
    for name in ("specversion", "id", "source", "type"):
        needed_text(told[name], f"ce-{name}")
    return _Envelope(
        told["specversion"] or "",
        told["id"] or "",
        told["source"] or "",
        told["type"] or "",
        UNSET if told["time"] is None else told["time"],
        Raw(body),
    )


def _attribute(headers: Headers, name: str) -> str | None:
    """An attribute as header fields write it: UTF-8 behind percent signs, perhaps in quotation marks."""
    value = headers.get(f"ce-{name}")
    if not isinstance(value, str):
        return None
    if len(value) >= 2 and value[0] == value[-1] == '"':
        value = _ESCAPED.sub(r"\1", value[1:-1])
    try:
        return unquote(value.encode("latin-1").decode(), errors="strict")
    except UnicodeError:
        raise Malformed(f"ce-{name} is mistyped") from None


def _item(envelope: _Envelope, digest: bytes, bot_author_ids: frozenset[str], pseudonym: Pseudonym) -> ParsedItem:
    if envelope.specversion != "1.0":
        raise Malformed("specversion is not 1.0")
    event_id, source = needed_text(envelope.id, "id"), needed_text(envelope.source, "source")
    event_type = needed_text(envelope.type, "type")
    match = _TYPE.fullmatch(event_type)
    reader = READERS.get(match.group(1)) if match is not None else None
    if reader is None:
        if envelope.time is not UNSET:
            instant(envelope.time, "time")
        return ParsedItem(_dedup_key(source, event_id), digest, event_type[:LONGEST_TEXT])
    at_us = instant(envelope.time, "time")
    if not is_present(envelope.data):
        raise Malformed("data is missing")
    ticket_id = identifier(decode(_ticket, envelope.data, "data").ticket_id, "data.ticket_id")
    told, answer = reader(envelope.data, at_us, bot_author_ids, pseudonym)
    # Position 0 for all: inside a batch arrival already orders them, and a batch may be cut anywhere.
    events = [(at_us, 0, told)]
    return ParsedItem(_dedup_key(source, event_id), digest, event_type, ticket_id, events, answer)


def _dedup_key(source: str, event_id: str) -> bytes:
    # The length of the source keeps ("a", "bc") apart from ("ab", "c").
    named = source.encode()
    return hashlib.sha256(b"%d:%s%s" % (len(named), named, event_id.encode())).digest()
