"""What crosses HTTP about sources that feed several contracts."""

from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from services.common.instants import Instant
from services.common.schemas import RequestBody
from services.kpi.scopes.schemas import NewScope


class NewFeed(NewScope):
    """A source of another contract of the same two parties, and what of it counts here."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "source_id": "5f0c7e1b9a3d4c2e8b6f1a0d9c8e7b6a5f4d3c2b",
                    "conditions": [{"attribute": "group", "operator": "includes", "values": ["31100000000045"]}],
                }
            ]
        }
    )

    source_id: str


class NewEnd(RequestBody):
    """From when a feed brings no new ticket."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"ends_at": "2027-01-31T23:00:00Z"}]})

    ends_at: AwareDatetime | None = Field(
        default=None,
        description="Tickets created from this instant on do not count here; not in the past, a year ahead at most."
        " Left out: from now on.",
    )


class FeedOut(BaseModel):
    """A source that feeds a contract beside its own; the same for both parties."""

    source_id: str
    home_contract_id: str | None = Field(
        description="Where its deliveries are kept; null when the caller does not reach that contract."
    )
    contract_id: str | None = Field(description="The contract that it feeds; null when the caller does not reach it.")
    state: Literal["proposed", "active", "ended", "refused"] = Field(
        description="`proposed`: waits for the other party. `ended`: its end, `ends_at` or `ended_at`, has come."
    )
    requested_at: Instant
    requested_by: str
    requested_by_side: str
    approved_at: Instant | None
    approved_by: str | None
    recorded_at: Instant | None = Field(description="From when it feeds.")
    ended_at: Instant | None = Field(
        description="When both contracts no longer had the same parties: what was recorded later does not count here."
    )
    ends_at: Instant | None = Field(
        description="Set by a party: tickets created from then on do not count here; those created before go on."
    )
    end_requested_by: str | None
    end_requested_by_side: str | None
    refused_at: Instant | None
    refused_by: str | None
    overlaps: bool = Field(
        description="Whether a ticket may from now on belong to this contract and to another one that the source feeds."
    )
