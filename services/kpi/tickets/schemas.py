"""The row of a ticket, as both parties read it."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from services.common.instants import Instant

BySchedule = dict[str, int | None]


class TicketOut(BaseModel):
    """Facts of a ticket (D1 to D15), durations in whole seconds; null where a fact does not apply.

    An excluded ticket carries only its creation and why; an orphan (no creation data yet) only `orphan: true`.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "source_id": "5f0c7e1b9a3d4c2e8b6f1a0d9c8e7b6a5f4d3c2b",
                    "ticket_id": "48120",
                    "created_at": "2026-10-05T08:12:07.482913Z",
                    "excluded": None,
                    "orphan": False,
                    "agent_created": False,
                    "status": "open",
                    "first_response_s": 2843,
                    "first_response_business_s": {"bureau": 2843},
                    "first_resolution_s": 23273,
                    "full_resolution_s": None,
                    "full_resolution_business_s": {"bureau": None},
                    "full_resolution_contractual_s": None,
                    "requester_wait_s": 109480,
                    "requester_wait_business_s": {"bureau": 34240},
                    "agent_wait_s": 0,
                    "public_agent_messages": 1,
                    "one_touch": False,
                    "fcr": False,
                    "fcr_final": False,
                    "reopens": 1,
                    "reopened_within_window": True,
                    "csat_satisfied": True,
                    "sla_first_response_breached": False,
                    "sla_resolution_breached": None,
                }
            ]
        }
    )

    source_id: str
    ticket_id: str
    created_at: Instant | None
    excluded: Literal["merged", "spam", "deleted"] | None
    orphan: bool | None
    agent_created: bool | None
    status: Literal["new", "open", "pending", "hold", "solved", "closed"] | None
    first_response_s: int | None = Field(description="First public message of a human agent (D6).")
    first_response_business_s: BySchedule | None
    first_resolution_s: int | None
    full_resolution_s: int | None = Field(description="Last solve, only while solved or closed (D7).")
    full_resolution_business_s: BySchedule | None
    full_resolution_contractual_s: int | None = Field(description="Reopens followed within the window only (D8).")
    requester_wait_s: int | None = Field(description="New, open and hold, until `as_of` (D9).")
    requester_wait_business_s: BySchedule | None
    agent_wait_s: int | None = Field(description="Pending, until `as_of` (D9).")
    public_agent_messages: int | None
    one_touch: bool | None = Field(description="Null until a first solve (D10).")
    fcr: bool | None = Field(description="First-contact resolution by ticket; null until a first solve (D10).")
    fcr_final: bool | None = Field(description="Whether the reopen window has passed.")
    reopens: int | None
    reopened_within_window: bool | None
    csat_satisfied: bool | None = Field(description="Latest rating (D13).")
    sla_first_response_breached: bool | None
    sla_resolution_breached: bool | None
