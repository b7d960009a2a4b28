"""A delivery between its arrival and its fate."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from uuid import UUID

from services.kpi.ingestion.connectors.base import ParsedItem
from services.kpi.sources.registry import Source

Verdict = Literal["accepted", "duplicate", "rejected_signature", "rejected_stale", "malformed", "unverified"]
Origin = Literal["live", "replay", "held"]


@dataclass(slots=True)
class Item:
    """One event of a delivery: what was read of it, or why nothing could be."""

    parsed: ParsedItem | None
    digest: bytes
    fault: str | None = None
    body: bytes = b""
    """The event's own bytes, kept for quarantine when it cannot be read."""
    media_type: str = ""
    """What those bytes are by themselves, outside their batch."""


@dataclass(slots=True)
class Arrival:
    """A delivery as it came, examined but not yet kept."""

    source: Source
    receipt_id: UUID
    received_at: datetime
    headers: dict[str, str]
    body: bytes
    digest: bytes
    origin: Origin = "live"
    refusal: Verdict | None = None
    """Set when the delivery as a whole is refused: signature, time, or a body that cannot be read."""
    reason: str | None = None
    secret_slot: int | None = None
    items: list[Item] = field(default_factory=list)
    is_batch: bool = False


@dataclass(slots=True)
class Outcome:
    """The fate of a delivery or of one event of a batch."""

    verdict: Verdict
    receipt_id: UUID
    digest: bytes
    conflict: bool = False
    reason: str | None = None
    first_receipt_id: UUID | None = None
    """Of a duplicate: the delivery that holds the key."""
    items: "list[Outcome] | None" = None
    """One per event, for a batch only."""
