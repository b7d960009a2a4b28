"""What crosses HTTP about deliveries; never a body, which holds personal data."""

from pydantic import BaseModel, Field

from services.common.instants import Instant


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
