"""GLPI 11: webhooks of tickets, and of the followups and solutions of their timeline."""

import hashlib
import hmac
import re
from collections.abc import Mapping, Sequence

import msgspec
from msgspec import UNSET, Raw

from services.kpi.ingestion.connectors.base import Connector, Headers, Malformed, Parsed, ParsedItem, Pseudonym
from services.kpi.ingestion.connectors.decoding import check_text, decode, dedup_key, is_present, needed_text
from services.kpi.ingestion.connectors.glpi_items import read_ticket, read_timeline
from services.kpi.ingestion.connectors.signatures import (
    HEX,
    check_age,
    draw_text_secret,
    header_bytes,
    matching_key,
    normalise_text_secret,
    signed_seconds,
    text_keys,
)

SIGNATURE = "x-glpi-signature"
TIMESTAMP = "x-glpi-timestamp"
CHALLENGE = "crc_token"

_EVENTS = frozenset({"new", "update", "delete"})
# No letter that a JSON object could begin with: otherwise whoever knows the address could have deliveries signed.
_TOKEN = re.compile(r"[A-Za-z0-9_-]{1,128}")


class _Body(msgspec.Struct):
    event: object = UNSET
    item: Raw = Raw()
    parent_item: Raw = Raw()


_body = msgspec.json.Decoder(_Body)


class Glpi(Connector):
    """The GLPI connector; one secret, typed into every webhook of the same address, is used as UTF-8 text."""

    name = "glpi"
    media_types = frozenset({"application/json"})
    default_tolerance_s = 86_400
    """Signed when queued and sent by a later run of cron; a retry keeps the signature, and with it the time."""

    def draw_secret(self) -> str:
        """A secret to type into the webhooks, one for each kind of item and event."""
        return draw_text_secret()

    def normalise_secret(self, secret: str) -> str:
        """The secret without surrounding blanks. Raises: InvalidSecret."""
        return normalise_text_secret(secret, "GLPI")

    def check(self, headers: Headers, body: bytes, secrets: Sequence[str], received_us: int, tolerance_s: int) -> int:
        """HMAC-SHA256 of body and time in hexadecimal. Raises: SignatureRejected, StaleRejected."""
        signature, timestamp = header_bytes(headers, SIGNATURE), header_bytes(headers, TIMESTAMP)
        signed_us = signed_seconds(timestamp, TIMESTAMP)
        slot = matching_key(text_keys(secrets), body + timestamp, [signature], written=HEX)
        check_age(signed_us, received_us, tolerance_s)
        return slot

    def parse(
        self,
        headers: Headers,
        body: bytes,
        received_us: int,  # noqa: ARG002 - GLPI gives its times
        bot_author_ids: frozenset[str],
        pseudonym: Pseudonym,
    ) -> Parsed:
        """One event of an item; nothing but its shape says what kind of item it is. Raises: Malformed."""
        check_text(body)
        digest = hashlib.sha256(body).digest()
        envelope = decode(_body, body)
        event = needed_text(envelope.event, "event")
        if not is_present(envelope.item):
            raise Malformed("item is missing")
        key = _key(headers, digest)
        told = None
        if event not in _EVENTS:
            return Parsed([ParsedItem(key, digest, event[:200])])
        if is_present(envelope.parent_item):
            kind, told = read_timeline(event, envelope.item, envelope.parent_item, bot_author_ids, pseudonym)
        else:
            kind, told = read_ticket(event, envelope.item, pseudonym)
        ticket_id, events = told or (None, [])
        return Parsed([ParsedItem(key, digest, f"{kind}.{event}", ticket_id, events)])

    def answer_challenge(self, query: Mapping[str, str], secrets: Sequence[str]) -> str | None:
        """HMAC-SHA256 of the token in hexadecimal, by the newest secret."""
        token = query.get(CHALLENGE, "")
        if not secrets or _TOKEN.fullmatch(token) is None:
            return None
        return hmac.new(secrets[0].encode(), token.encode(), "sha256").hexdigest()


def _key(headers: Headers, digest: bytes) -> bytes:
    """Retries repeat the signature, and nothing else names a delivery."""
    signature = headers.get(SIGNATURE)
    if not isinstance(signature, str) or not signature:
        return dedup_key("body", digest)
    return dedup_key("signature", signature.encode(errors="replace"))
