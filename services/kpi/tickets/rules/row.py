"""One ticket as both parties read it: every field always present, null when it does not apply."""

from typing import Any

from services.common.instants import from_microseconds, to_text
from services.kpi.tickets.rules.facts import TicketFacts

_PLAIN_FIELDS = (
    "agent_created",
    "status",
    "first_response_s",
    "first_response_business_s",
    "first_resolution_s",
    "full_resolution_s",
    "full_resolution_business_s",
    "full_resolution_contractual_s",
    "requester_wait_s",
    "requester_wait_business_s",
    "agent_wait_s",
    "public_agent_messages",
    "one_touch",
    "fcr",
    "fcr_final",
    "reopens",
    "reopened_within_window",
    "csat_satisfied",
    "sla_first_response_breached",
    "sla_resolution_breached",
)


def ticket_row(ticket_id: str, facts: TicketFacts) -> dict[str, Any]:
    """The row of a ticket: an excluded one tells only its creation and why, an orphan only that it is one."""
    created_us = facts.created_us
    row: dict[str, Any] = {
        "ticket_id": ticket_id,
        "created_at": None if created_us is None else to_text(from_microseconds(created_us)),
        "excluded": facts.excluded,
        "orphan": None if facts.excluded is not None else facts.orphan,
    }
    for name in _PLAIN_FIELDS:
        row[name] = getattr(facts, name)
    return row
