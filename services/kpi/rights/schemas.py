"""What feedback asks about a person, and what it is answered."""

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from services.common.instants import Instant


class Reference(BaseModel):
    """One way to name the person."""

    model_config = ConfigDict(extra="ignore")

    kind: Literal["requester", "email", "ticket", "answer"]
    value: Annotated[str, Field(min_length=1, max_length=200)]


class PersonSought(BaseModel):
    """A person of a contract."""

    model_config = ConfigDict(extra="ignore")

    contract_id: UUID
    references: Annotated[list[Reference], Field(max_length=20)]


class TicketHeld(BaseModel):
    """A ticket of the person, with its neutral events."""

    source_id: str
    ticket_id: str
    events: list[dict[str, Any]]


class DeliveryHeld(BaseModel):
    """A delivery about the person, with its exact content."""

    receipt_id: UUID
    source_id: str
    received_at: Instant
    state: Literal["kept", "quarantined", "held"]
    body: str = Field(description="Text as it came; bytes that are no UTF-8 are replaced.")


class PersonHeld(BaseModel):
    """All that kpi holds about a person in a contract."""

    tickets: list[TicketHeld]
    deliveries: list[DeliveryHeld]
    truncated: bool = Field(description="More was found than one answer holds.")
