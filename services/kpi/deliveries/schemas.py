"""What crosses HTTP about deliveries; never a body, which holds personal data."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from services.common.instants import Instant
from services.common.schemas import RequestBody


class DeliveryOut(BaseModel):
    """One delivery and its fate."""

    receipt_id: str
    received_at: Instant = Field(description="When the source's request arrived (as told, for a replay).")
    recorded_at: Instant = Field(description="When it became durable here; never supplied.")
    origin: str = Field(
        description="`live`, `replay`, `held`: it waited for the secret of its source, or `import`: of a ticket export."
    )
    verdict: str
    conflict: bool = Field(description="The same key came before with another body: kept, without effect.")
    reason: str | None
    event_type: str | None
    ticket_id: str | None
    first_receipt_id: str | None = Field(description="Of a duplicate: the delivery that holds the key.")
    sha256: str
    size: int
    events: int = Field(description="Neutral events it added.")
    skewed: bool = Field(description="The source's clock was ahead by more than 120 s: time of reception used (D3).")
    secret_slot: int | None = Field(description="Which live secret signed it: 0 the newest, 1 the one before.")
    verified_at: Instant | None = Field(description="Of an unverified one: when the secret was known and it was read.")
    verified_verdict: str | None = Field(description="Its fate then; `expired`: no secret came in 30 days.")
    verified_receipt_id: str | None = Field(description="The delivery that it became.")


class QuarantinedOut(BaseModel):
    """A well-signed delivery that could not be read; kept once per body."""

    receipt_id: str
    sha256: str
    received_at: Instant
    recorded_at: Instant
    reason: str
    released_at: Instant | None = Field(description="When a later reading succeeded.")


class WaitingOut(BaseModel):
    """What waits in quarantine of a span."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "waiting": 12,
                    "first_received_at": "2026-10-05T08:02:11.204518Z",
                    "last_received_at": "2026-10-05T16:47:03.118802Z",
                }
            ]
        }
    )

    waiting: int
    first_received_at: Instant | None = Field(description="Null when none waits.")
    last_received_at: Instant | None = Field(description="Null when none waits.")


class NewRereading(RequestBody):
    """Which quarantined deliveries to read again: these, or those received in a span, or all that wait."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"receipt_ids": ["0199c3a0-7d2e-7c11-9a8b-5b1f0d3c2e4a"]},
                {"from": "2026-10-05T08:00:00Z", "until": "2026-10-06T08:00:00Z"},
            ]
        }
    )

    receipt_ids: Annotated[list[str], Field(min_length=1, max_length=500)] | None = None
    first: Instant | None = Field(default=None, alias="from", description="Received at this instant or later.")
    until: Instant | None = Field(default=None, description="Received before.")


class RereadItem(BaseModel):
    """What became of one quarantined delivery."""

    receipt_id: str
    received_at: Instant
    verdict: str = Field(description="`malformed`: it waits on. Else its fate as a delivery: `accepted`, `duplicate`.")
    reason: str | None = Field(description="Of one that waits on: why.")
    became: str | None = Field(description="The delivery that it became, or that holds its key.")


class RereadingOut(BaseModel):
    """What a new reading gave."""

    items: list[RereadItem]
    summary: dict[str, int]
    remaining: int = Field(description="Chosen ones that were not looked at: 500 are read in one call.")
    next_from: Instant | None = Field(description="Where to go on, as `from`; null when none remains.")
