"""What crosses HTTP about the health of sources."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from services.common.instants import Instant
from services.common.schemas import RequestBody

Explanation = Literal["quiet", "made_up"]
_KIND = "`quiet`: nothing was to come; `made_up`: what was missing came in another way."


class SilenceLimit(RequestBody):
    """The longest silence of a source that the parties allow."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"minutes": 120}, {"minutes": None}]})

    minutes: Annotated[int, Field(ge=15, le=30 * 1440)] | None = Field(
        description="Minutes by the clock, at any hour; null: only the rhythm tells."
    )


class SilenceLimitOut(BaseModel):
    """The limit in force."""

    source_id: str
    minutes: int | None
    set_at: Instant | None


class NewExplanation(RequestBody):
    """Why nothing came, or how what was missing came after all."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"kind": "quiet", "reason": "Pont du 14 juillet : plateau fermé."}]}
    )

    kind: Explanation = Field(description=_KIND)
    reason: Annotated[str, Field(min_length=1, max_length=1000)]


class ExplanationOut(BaseModel):
    """What a manager of a party said of a gap; both read it."""

    kind: Explanation = Field(description=_KIND)
    reason: str
    at: Instant
    by: str
    by_side: str


class GapOut(BaseModel):
    """A silence of a source that its rhythm makes improbable, or that is longer than the parties allow."""

    id: str
    source_id: str
    starts_at: Instant = Field(description="The last accepted delivery before it.")
    ends_at: Instant | None = Field(description="The first one after it; null while it lasts.")
    expected: int = Field(
        description="Deliveries that the usual rhythm would have brought, of one that lasts so far; a count."
    )
    rule: Literal["rhythm", "limit"] = Field(
        description="`rhythm`: its hours brought 8 deliveries or more in most weeks before; `limit`: longer than set."
    )
    recorded_at: Instant = Field(description="When it was found.")
    closed_at: Instant | None = Field(description="When it was seen to be over.")
    resolved_at: Instant | None = Field(description="When it was found no more: what was missing came afterwards.")
    explanation: ExplanationOut | None


_NOT_TOLD = "Null as known at an instant: only the newest refused ones are kept."


class ReceivedCounts(BaseModel):
    """Deliveries by their fate, received in the period."""

    accepted: int
    duplicate: int
    malformed: int
    rejected_signature: int | None = Field(description=_NOT_TOLD)
    rejected_stale: int | None = Field(description=_NOT_TOLD)
    unverified: int = Field(description="Came while the secret was not known; each is counted again as what it became.")
    conflicts: int = Field(description="Of these: the same key came with another body.")


class SourceCoverage(BaseModel):
    """One source in a period; deliveries by the instant at which they were received."""

    source_id: str
    contract_id: str = Field(description="Where its deliveries are kept.")
    name: str
    system: str
    coverage: str | None = Field(description="Share of what was to come that fell into no open gap; 4 decimals.")
    expected: int = Field(description="Deliveries that its rhythm would bring in the period, up to `until`.")
    missing: int = Field(description="Of these: within gaps that nobody explained.")
    deliveries: ReceivedCounts
    skewed: int = Field(description="Deliveries of which the source's clock was ahead by more than 120 s.")
    replayed: int = Field(description="Deliveries that came by a replay, or by reading again.")
    quarantined: int | None = Field(
        description="Bodies received in the period that wait in quarantine now; null as known at an instant: of those"
        " that were erased since, nothing is kept."
    )
    tickets: int = Field(
        description="Tickets of this contract first heard of in the period: as last folded, or at the instants."
    )
    orphans: int = Field(description="Of these: tickets whose creation has not come.")
    gaps: list[GapOut]


class CoverageOut(BaseModel):
    """How much of a period was heard; the same for both parties."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "contract_id": "0199c3a0-7d2e-7c11-9a8b-5b1f0d3c2e4a",
                    "period": "2026-10",
                    "from": "2026-09-30T22:00:00Z",
                    "until": "2026-10-31T23:00:00Z",
                    "coverage": "0.9893",
                    "expected": 2150,
                    "missing": 23,
                    "sources": [],
                }
            ]
        }
    )

    contract_id: str
    period: str
    first: Instant = Field(serialization_alias="from")
    until: Instant = Field(description="The end of the period, or the last whole hour by then.")
    coverage: str | None = Field(description="Of all sources together; null while no rhythm is known.")
    expected: int
    missing: int
    sources: list[SourceCoverage]
