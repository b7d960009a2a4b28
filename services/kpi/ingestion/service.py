"""Receiving a delivery: examine it (pure and bounded), keep it, answer. All other thinking starts from what is kept."""

import hashlib
from collections.abc import Mapping
from datetime import datetime

from services.common.identifiers import new_id
from services.common.instants import to_microseconds
from services.kpi.ingestion.arrival import Arrival, Item, Origin, Verdict
from services.kpi.ingestion.connectors.base import Malformed, MalformedItem, Refused, SignatureRejected, StaleRejected
from services.kpi.sources.registry import Source

MOST_BYTES = 1_000_000
"""Of one delivery."""

_OF_THE_WAY = frozenset(
    {"host", "connection", "accept", "accept-encoding", "content-length", "transfer-encoding", "x-request-id",
     "x-forwarded-path", "x-forwarded-for", "x-forwarded-proto", "x-forwarded-host", "cookie"}
)  # fmt: skip

VERDICTS: dict[type[Refused], Verdict] = {
    SignatureRejected: "rejected_signature",
    StaleRejected: "rejected_stale",
    Malformed: "malformed",
}


def examine(
    source: Source, headers: Mapping[str, str], body: bytes, received_at: datetime, origin: Origin = "live"
) -> Arrival:
    """Verify and read a delivery in the order of D1: signature, time, structure."""
    arrival = Arrival(
        source=source,
        receipt_id=new_id(),
        received_at=received_at,
        headers=dict(headers),
        body=body,
        digest=digest_of(body),
        origin=origin,
    )
    if not source.secrets:
        # Nothing can be verified before the tool's secret is known: kept as it came, counted for nothing.
        arrival.refusal = "unverified"
        return arrival
    received_us = to_microseconds(received_at)
    try:
        arrival.secret_slot = source.connector.check(
            headers, body, source.secrets, received_us, source.tolerance_seconds
        )
        # Where the secret itself is shown, it has done its work: it is not kept with the delivery.
        arrival.headers.pop("authorization", None)
        read(arrival)
    except Refused as refusal:
        arrival.refusal, arrival.reason = VERDICTS[type(refusal)], refusal.reason
    return arrival


def digest_of(body: bytes) -> bytes:
    """SHA-256 of the exact bytes."""
    return hashlib.sha256(body).digest()


def read(arrival: Arrival) -> None:
    """Read the events of a verified delivery. Raises: Malformed."""
    source = arrival.source
    parsed = source.connector.parse(
        arrival.headers, arrival.body, to_microseconds(arrival.received_at), source.bot_author_ids, source.pseudonym
    )
    arrival.is_batch = parsed.is_batch
    for item in parsed.items:
        if isinstance(item, MalformedItem):
            arrival.items.append(Item(None, item.digest, fault=item.reason, body=item.raw, media_type=item.media_type))
        else:
            arrival.items.append(Item(item, item.digest))


def kept_headers(headers: dict[str, str]) -> dict[str, str]:
    """The headers that verification may need again; hops and credentials of the way here are left out."""
    return {name: value for name, value in headers.items() if name not in _OF_THE_WAY}
