"""What crosses HTTP about rebuilds."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from services.common.instants import Instant

Mode = Literal["rebuild", "verify"]


class RebuildIn(BaseModel):
    """What is asked for."""

    model_config = ConfigDict(extra="forbid")

    mode: Mode = Field(
        "rebuild", description="`rebuild` puts right what differs; `verify` compares as thoroughly and changes nothing."
    )


class RebuildOut(BaseModel):
    """A rebuild of a contract's events, tickets and days."""

    id: str
    contract_id: str
    mode: Mode
    state: Literal["waiting", "running", "done", "failed"]
    phase: Literal["waiting", "reading", "folding", "comparing", "swapping", "done"] = Field(
        description="`reading` raw deliveries again, `folding` every ticket in the shade, `comparing` the sums,"
        " `swapping` what differs in one transaction. Until then nothing that anybody reads has changed."
    )
    requested_at: Instant
    requested_by: str
    requested_by_side: str | None = Field(description="The party that asked; null for the platform.")
    started_at: Instant | None = Field(description="When it began, for the last time if it was cut off.")
    finished_at: Instant | None
    deliveries: int = Field(description="Raw deliveries read again; where the content is gone the neutral events stay.")
    tickets_total: int = Field(description="Tickets of the contract.")
    tickets_done: int = Field(description="Of them folded in the shade so far.")
    waiting_tickets: int = Field(
        description="Tickets of which something had just come: the fold made them anew itself, they were not compared."
    )
    changed_tickets: int = Field(description="Tickets whose events came out different.")
    differing_tickets: int | None = Field(description="Tickets that counted for something else than their events say.")
    differing_days: int | None = Field(
        description="Sums of days, months and values of dimensions that were not those of the tickets."
    )
    moved_days: int | None = Field(
        description="Days of an indicator, or of a value of a dimension, that tell another sum than before."
    )
    identical: bool | None = Field(description="Whether everything came out as it was; null until it is done.")
