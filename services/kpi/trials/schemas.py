"""What crosses HTTP about trials."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from services.common.instants import Instant
from services.common.schemas import RequestBody
from services.kpi.tickets.schemas import TicketOut

SampleCode = Literal["created", "reply", "solved", "csat", "nps"]


class NewTrial(RequestBody):
    """A body to try, or one of the samples of the source's tool."""

    # What is signed is exactly what was written.
    model_config = ConfigDict(
        str_strip_whitespace=False, json_schema_extra={"examples": [{"sample": "created"}, {"body": "{…}"}]}
    )

    sample: SampleCode | None = Field(default=None, description="One of `GET …/samples`, about the present instant.")
    body: str | None = Field(default=None, description="The exact text of a body; at most 1,000,000 bytes of UTF-8.")
    media_type: Annotated[str, Field(max_length=100)] | None = Field(
        default=None, description="Of a `body`; left out: what the tool says."
    )


class SampleOut(BaseModel):
    """A body as the tool writes it, composed by us, about a ticket that nobody has."""

    code: SampleCode
    media_type: str
    body: str


class SamplesOut(BaseModel):
    """The samples of the source's tool, about the present instant."""

    items: list[SampleOut]


class TriedEvent(BaseModel):
    """A neutral event that was read."""

    ticket_id: str
    effective_at: Instant = Field(description="When it would count (D3).")
    skewed: bool = Field(description="Its time is ahead by more than 120 s: the time of reception counts.")
    event: dict[str, Any] = Field(description="Without who it was: persons are told as `pseudonym`.")


class Counted(BaseModel):
    """What would be added to one indicator on one day of the contract."""

    indicator: str
    day: str = Field(description="A day of the contract's zone.")
    denominator: int
    numerator: int
    total_s: int = Field(description="Seconds, of durations.")


class TriedTicket(BaseModel):
    """What a ticket would be with these events: by them alone, and with all that is known of it."""

    ticket_id: str
    known: bool = Field(description="Whether events of this ticket are stored already.")
    in_scope: bool | None = Field(description="Null while its creation is not told.")
    out_of_scope: str | None = Field(description="The condition that leaves it out.")
    alone: TicketOut | None
    merged: TicketOut | None = Field(description="Null where it would not be a ticket of the contract.")
    counts: list[Counted] = Field(
        description="Differences to what the ticket counts for now, `out_of_scope.…` included. What rests on other"
        " tickets too (`fcr_observed`, `repeat_rate`) is not told."
    )


class TriedItem(BaseModel):
    """One event of the body: a batch has several."""

    verdict: Literal["accepted", "duplicate", "malformed"]
    conflict: bool
    reason: str | None
    event_type: str | None
    ticket_id: str | None


class TrialOut(BaseModel):
    """What would become of the body if the tool sent it now; nothing of it was stored."""

    source_id: str
    tried_at: Instant
    body: str
    sha256: str
    verdict: Literal["accepted", "duplicate", "malformed", "rejected_signature", "rejected_stale"]
    conflict: bool
    reason: str | None
    awaiting_secret: bool = Field(description="The tool's secret is not known: signed with one that nobody has.")
    headers: dict[str, str] = Field(description="What the tool would send; of a signature only its beginning.")
    command: str = Field(description="Shell lines that send it; the secret is the variable `SECRET`.")
    items: list[TriedItem]
    events: list[TriedEvent]
    tickets: list[TriedTicket]
