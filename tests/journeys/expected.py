"""Rows of the recorded fixtures, computed by hand from the definitions D3 to D15.

The terms are those of `newcomers.PARAMETERS`: `bureau` is Monday to Friday 09:00-18:00 in Paris, `nuit` every night
20:00-06:00, reopen window 168 h, first response within 3,600 s and resolution within 28,800 s of `bureau`. In October
before the 25th Paris is two hours ahead of UTC; 5 October 2026 is a Monday.

Ticket 48120 (Zendesk), the instants of the bodies with their microseconds:
  Mon 05 08:12:07.482913Z (10:12:07 in Paris) created, status new
  Mon 05 08:59:30.482913Z (10:59:30)          public message of staff: 47 min 23 s = 2843 s after the creation
  Mon 05 14:40:00.482913Z (16:40:00)          solved: 6 h 27 min 53 s = 23273 s after the creation
  Tue 06 07:05:12.482913Z (09:05:12)          open again, 16 h 25 min after: within 168 h
  Wed 07 09:30:00Z                            rated good
Ticket 48121 (Zendesk) is only known by a customer's message of Mon 05 09:30:44.12Z; it tells the creation: 08:12:07Z.
Ticket T-9001 (generic): created Mon 05 08:00:00Z, agent's message 08:03:00Z, solved 08:20:00Z, open Tue 06 08:20:00Z,
  rated 4 of 5 at 09:00:00Z, recommended with 9 at 09:01:00Z.
Ticket T-9002 (generic) is only known by a message of Mon 05 08:03:00.25Z, which tells no creation: an orphan.
"""

from collections.abc import Mapping
from typing import Any

Facts = Mapping[str, Any]

_NO_DURATIONS: Facts = {
    "first_response_s": None,
    "first_response_business_s": {"bureau": None, "nuit": None},
    "first_resolution_s": None,
    "full_resolution_s": None,
    "full_resolution_business_s": {"bureau": None, "nuit": None},
    "full_resolution_contractual_s": None,
}
_FRESH: Facts = {
    "excluded": None, "orphan": False, "agent_created": False, "status": "new", **_NO_DURATIONS, "agent_wait_s": 0,
    "public_agent_messages": 0, "one_touch": None, "fcr": None, "fcr_final": None, "reopens": 0,
    "reopened_within_window": None, "csat_satisfied": None, "sla_first_response_breached": False,
    "sla_resolution_breached": False,
}  # fmt: skip
ORPHAN: Facts = {**dict.fromkeys(_FRESH), "created_at": None, "orphan": True, "requester_wait_s": None,
                 "requester_wait_business_s": None}  # fmt: skip


def _waits(calendar: int, bureau: int, nuit: int) -> Facts:
    return {"requester_wait_s": calendar, "requester_wait_business_s": {"bureau": bureau, "nuit": nuit}}


_48120 = {**_FRESH, "created_at": "2026-10-05T08:12:07.482913Z"}
_ANSWERED = {
    **_48120,
    "first_response_s": 2843,  # all of it between 10:12 and 10:59 in Paris
    "first_response_business_s": {"bureau": 2843, "nuit": 0},
    "public_agent_messages": 1,
}
_SOLVED = {
    **_ANSWERED,
    "status": "solved",
    "first_resolution_s": 23273,
    "full_resolution_s": 23273,
    "full_resolution_business_s": {"bureau": 23273, "nuit": 0},  # 10:12:07 to 16:40:00 in Paris, no break
    "full_resolution_contractual_s": 23273,
    "one_touch": True,
    "fcr": True,
    "fcr_final": False,
    "reopened_within_window": False,
    **_waits(23273, 23273, 0),
}
_REOPENED = {
    **_SOLVED,
    "status": "open",
    "full_resolution_s": None,
    "full_resolution_business_s": {"bureau": None, "nuit": None},
    "full_resolution_contractual_s": None,
    "one_touch": False,
    "fcr": False,
    "reopens": 1,
    "reopened_within_window": True,
}
_48121 = {**_FRESH, "created_at": "2026-10-05T08:12:07Z"}
_T9001 = {
    **_FRESH,
    "created_at": "2026-10-05T08:00:00Z",
    "first_response_s": 180,
    "first_response_business_s": {"bureau": 180, "nuit": 0},
    "public_agent_messages": 1,
}
_T9001_SOLVED = {
    **_T9001,
    "status": "solved",
    "first_resolution_s": 1200,
    "full_resolution_s": 1200,
    "full_resolution_business_s": {"bureau": 1200, "nuit": 0},
    "full_resolution_contractual_s": 1200,
    "one_touch": True,
    "fcr": True,
    "fcr_final": False,
    "reopened_within_window": False,
    **_waits(1200, 1200, 0),
}
_T9001_REOPENED = {
    **_T9001_SOLVED,
    "status": "open",
    "full_resolution_s": None,
    "full_resolution_business_s": {"bureau": None, "nuit": None},
    "full_resolution_contractual_s": None,
    "one_touch": False,
    "fcr": False,
    "reopens": 1,
    "reopened_within_window": True,
    "csat_satisfied": True,  # 4 of 5
}

ROWS: dict[str, dict[str, Facts]] = {
    # Before anything.
    "2026-10-05T07:59:59.999999Z": {},
    # Created at this very instant; 48120 does not exist yet.
    "2026-10-05T08:00:00Z": {
        "T-9001": {
            **_T9001, **_waits(0, 0, 0), "first_response_s": None, "public_agent_messages": 0,
            "first_response_business_s": {"bureau": None, "nuit": None},
        },
    },
    # 08:30:00 - 08:12:07.482913 = 1072.517087 s, floored; 08:30:00 - 08:12:07 = 1073 s.
    "2026-10-05T08:30:00Z": {
        "48120": {**_48120, **_waits(1072, 1072, 0)},
        "48121": {**_48121, **_waits(1073, 1073, 0)},
        "T-9001": _T9001_SOLVED,
        "T-9002": ORPHAN,
    },
    # 12:00:00 - 08:12:07.482913 = 13672.517087 s; 48121 is unanswered for 13673 s > 3600 s.
    "2026-10-05T12:00:00Z": {
        "48120": {**_ANSWERED, **_waits(13672, 13672, 0)},
        "48121": {**_48121, **_waits(13673, 13673, 0), "sla_first_response_breached": True},
        "T-9001": _T9001_SOLVED,
        "T-9002": ORPHAN,
    },
    # Solved: the wait stands still overnight. 48121: until 18:00 in Paris 7 h 47 min 53 s = 28073 s (not yet 28,800 s),
    # 36000 s of night, 22:48 h of calendar: 07:00 - 08:12:07 of the day before = 82073 s.
    "2026-10-06T07:00:00Z": {
        "48120": _SOLVED,
        "48121": {**_48121, **_waits(82073, 28073, 36000), "sla_first_response_breached": True},
        "T-9001": _T9001_SOLVED,
        "T-9002": ORPHAN,
    },
    # Open again since 07:05:12.482913: 1487.517087 s more, 24760.517087 s in all, still within 28,800 s.
    # 48121: 28073 + 09:00 to 09:30 in Paris = 29873 s > 28,800 s.
    "2026-10-06T07:30:00Z": {
        "48120": {**_REOPENED, **_waits(24760, 24760, 0)},
        "48121": {
            **_48121, **_waits(83873, 29873, 36000),
            "sla_first_response_breached": True, "sla_resolution_breached": True,
        },
        "T-9001": _T9001_SOLVED,
        "T-9002": ORPHAN,
    },
    # 48120, second wait: Tue 07:05:12.482913 to Wed 10:00:00 = 26 h 54 min 47.517087 s = 96887.517087 s, of which in
    # `bureau` 09:05:12.482913 to 18:00 on Tuesday = 32087.517087 s and 09:00 to 12:00 on Wednesday = 10800 s, at night
    # 36000 s. With the first 23273 s: 120160.517, 66160.517, 36000; 66160 > 28800.
    # 48121: 49 h 47 min 53 s = 179273 s; 28073 + 32400 + 10800 = 71273 s; two nights.
    # T-9001: 1200 s, then Tue 08:20 to Wed 10:00 = 92400 s, of which 10:20 to 18:00 = 27600 s and 10800 s, one night:
    # 93600, 39600, 36000; 39600 > 28800.
    "2026-10-07T10:00:00Z": {
        "48120": {
            **_REOPENED, **_waits(120160, 66160, 36000), "csat_satisfied": True, "sla_resolution_breached": True,
        },
        "48121": {
            **_48121, **_waits(179273, 71273, 72000),
            "sla_first_response_breached": True, "sla_resolution_breached": True,
        },
        "T-9001": {**_T9001_REOPENED, **_waits(93600, 39600, 36000), "sla_resolution_breached": True},
        "T-9002": ORPHAN,
    },
    # 168 h after the first solve of 48120 (Mon 12 14:40:00.482913Z), inclusive: one microsecond later it is final.
    # 48120 at that instant: calendar 23273 + (Tue 07:05:12.482913 to Mon 14:40:00.482913 = 6 d 07:34:48 = 545688 s);
    # bureau 23273 + Tue 32087.517087 + Wed, Thu, Fri 3 x 32400 + Mon 09:00 to 16:40:00.482913 = 27600.482913
    # = 180161.0; nuit: nights of Tue, Wed, Thu, Fri, Sat, Sun = 6 x 36000.
    # 48121: 7 d 06:27:53.482913 = 628073 s; 28073 + 4 x 32400 + 27600.48 = 185273 s; 7 nights.
    # T-9001: 1200 + 6 d 06:20:00.482913 = 541200.48 -> 542400 s; 1200 + 27600 + 3 x 32400 + 27600.48 = 153600 s;
    # 6 nights; its own window ended Mon 12 08:20:00Z.
    "2026-10-12T14:40:00.482913Z": {
        "48120": {
            **_REOPENED, **_waits(568961, 180161, 216000), "csat_satisfied": True, "sla_resolution_breached": True,
        },
        "48121": {
            **_48121, **_waits(628073, 185273, 252000),
            "sla_first_response_breached": True, "sla_resolution_breached": True,
        },
        "T-9001": {
            **_T9001_REOPENED, **_waits(542400, 153600, 216000), "fcr_final": True, "sla_resolution_breached": True,
        },
        "T-9002": ORPHAN,
    },
    "2026-10-12T14:40:00.482914Z": {
        "48120": {
            **_REOPENED, **_waits(568961, 180161, 216000), "csat_satisfied": True, "sla_resolution_breached": True,
            "fcr_final": True,
        },
        "48121": {
            **_48121, **_waits(628073, 185273, 252000),
            "sla_first_response_breached": True, "sla_resolution_breached": True,
        },
        "T-9001": {
            **_T9001_REOPENED, **_waits(542400, 153600, 216000), "fcr_final": True, "sla_resolution_breached": True,
        },
        "T-9002": ORPHAN,
    },
}  # fmt: skip


def row(ticket_id: str, facts: Facts) -> dict[str, Any]:
    """The whole row but its source."""
    return {"ticket_id": ticket_id, **facts}
