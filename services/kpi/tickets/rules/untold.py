"""What is not known of a ticket that rests on an export: unknown, and never taken for none."""

from typing import TYPE_CHECKING, Any

import msgspec

from services.kpi.tickets.rules.events import DONE, Imported
from services.kpi.tickets.rules.timeline import Life, Story

if TYPE_CHECKING:
    from services.kpi.tickets.rules.facts import TicketFacts


def told_only(facts: "TicketFacts", story: Story, life: Life, told: Imported, as_of_us: int) -> "TicketFacts":
    """The facts of a ticket that rests on an export, without those that it does not tell.

    An export tells no pauses: what the requester waited, and the promise of resolution that rests on it, are unknown.
    Numbers are told by its last instant, and unknown before. Without reopenings the first solve is the last one;
    replies are then all taken as made before it.
    """
    by_then = as_of_us >= told.told_us
    replies = told.replies + story.public_agent_messages if by_then and told.replies is not None else None
    reopens = told.reopens if by_then else None
    changes: dict[str, Any] = {
        "agent_created": None,
        "requester_wait_s": None,
        "requester_wait_business_s": dict.fromkeys(facts.requester_wait_business_s or {}),
        "agent_wait_s": None,
        "times_us": None,
        "sla_resolution_breached": None,
        "resolution_due_us": None,
        "resolution_breaks_us": None,
        "public_agent_messages": replies,
        "reopens": None if reopens is None else reopens + (facts.reopens or 0),
    }
    untold = ["sla_resolution"]
    if not told.response:
        untold += ["frt", "frt_business", "sla_first_response"]
        changes |= {
            "first_response_us": None,
            "first_response_s": None,
            "first_response_business_s": dict.fromkeys(facts.first_response_business_s or {}),
            "sla_first_response_breached": None,
            "first_response_due_us": None,
            "first_response_breaks_us": None,
        }
    changes |= {"one_touch": None, "fcr": None}
    if facts.first_solve_us is not None and reopens == 0:
        if replies is None or told.replies is None:
            untold += ["fcr_ticket", "one_touch"]
        else:
            # After the export the tool itself tells message by message.
            before = told.replies + life.solves[0][1]
            changes["one_touch"] = facts.status in DONE and replies == 1
            changes["fcr"] = before <= 1 and not facts.reopened_within_window
    elif facts.first_solve_us is not None:
        untold += ["fcr_ticket", "one_touch", "reopen_rate", "ttr_contractual"]
        changes |= {
            "first_solve_us": None,
            "first_resolution_s": None,
            "fcr_final": None,
            "reopened_within_window": None,
            "contractual_solve_us": None,
            "full_resolution_contractual_s": None,
        }
    return msgspec.structs.replace(facts, untold=tuple(untold), **changes)
