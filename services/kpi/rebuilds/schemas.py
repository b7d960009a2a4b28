"""What crosses HTTP about rebuilds."""

from pydantic import BaseModel, Field

from services.common.instants import Instant


class RebuildOut(BaseModel):
    """A rebuild of a contract's events and days."""

    id: str
    contract_id: str
    state: str = Field(description="`waiting`, `running`, `done` or `failed`.")
    requested_at: Instant
    requested_by: str
    finished_at: Instant | None
    deliveries: int = Field(description="Raw deliveries read again; erased bodies keep their neutral events.")
    changed_tickets: int = Field(description="Tickets whose events came out different.")
    differing_days: int | None = Field(description="Rollup cells that differed from the tickets; they were corrected.")
