"""The explanation that the API page shows."""

from pydantic.config import JsonDict

from services.kpi.figures.schemas import FIGURE_EXAMPLE

_DELIVERY = "0197f3c0-9a8b-7c6d-8e5f-4a3b2c1d0e09"
EXAMPLE: JsonDict = {
    "figure": FIGURE_EXAMPLE,
    "formula": {
        "text": {
            "fr": "Demandes résolues au premier contact / demandes résolues une première fois dans la période",
            "en": "Tickets resolved at first contact / tickets first solved in the period",
        },
        "numerator": {
            "fr": "Demandes résolues avec au plus un message public de conseiller et non rouvertes dans la fenêtre",
            "en": "Tickets solved with at most one public agent message and not reopened within the window",
        },
        "denominator": {
            "fr": "Demandes résolues une première fois dans la période",
            "en": "Tickets first solved in the period",
        },
        "reference_event": {"fr": "Première résolution", "en": "First solve"},
        "source": "D10",
    },
    "commitment": {
        "id": "0197f3b4-5f6a-7b7c-8d8e-9f0a1b2c3d08",
        "clause": "Article 6.3: sept demandes sur dix sont résolues au premier contact.",
        "target": "0.7200",
        "tolerance": "0.0200",
        "direction": "higher",
        "class": "contractual",
        "weight": "2",
        "objective": {
            "id": "0197f3b3-4e5f-7a6b-8c7d-8e9f0a1b2c07",
            "statement": "Résoudre au premier contact deux demandes sur trois",
        },
        "valid_from": "2026-09-30T22:00:00Z",
        "recorded_at": "2026-09-15T08:12:00.123456Z",
    },
    "terms": [
        {
            "id": "0197f3b1-2c3d-7e4f-8a5b-6c7d8e9f0a05",
            "valid_from": "2026-09-30T22:00:00Z",
            "recorded_at": "2026-09-15T08:05:00.123456Z",
            "reopen_window_hours": "168",
            "repeat_contacts": {"days": 7, "channels": None, "reason": "form", "across_sources": False},
            "dimensions": {"channel": {"attribute": "channel", "values": None}},
            "sla": {
                "schedule": "office",
                "first_response_target_seconds": 3600,
                "resolution_target_seconds": 28800,
                "resolution_schedule": None,
                "priorities": [],
            },
            "clocks": {
                "pending": "customer",
                "hold": "third_party",
                "hold_reasons": {"attente siège": "donneur_ordre"},
                "first_response_stops": [],
                "resolution_stops": ["customer", "donneur_ordre"],
                "time_leaves_out": [],
            },
        }
    ],
    "calendar": {
        "zone": "Europe/Paris",
        "from": "2026-09-30T22:00:00Z",
        "to": "2026-10-31T23:00:00Z",
        "schedule": None,
        "working_seconds": None,
        "holidays": [],
    },
    "counts": {
        "in": {"numerator": 1438, "denominator": 2000, "pending": 0},
        "out": [{"reason": "merged", "tickets": 31}, {"reason": "not_solved", "tickets": 212}],
    },
    "heard": {
        "silent_s": 0,
        "elapsed_s": 2_682_000,
        "minimum_time_heard": "0.95",
        "minimum_data_completeness": "0.98",
    },
    "times": {
        "sous_traitant_s": 41_208_310,
        "donneur_ordre_s": 1_804_112,
        "customer_s": 22_310_007,
        "third_party_s": 3_120_554,
        "total_s": 68_442_983,
    },
    "handled": {"sous_traitant": 1861, "donneur_ordre": 24, "both": 97, "nobody": 18},
    "recomputed": {"value": "0.7190", "numerator": 1438, "denominator": 2000, "tickets_read": 2243, "equal": True},
    "versions": [
        {
            "version": 3,
            "published_at": "2026-11-04T10:15:00.482913Z",
            "value": "0.7190",
            "verdict": "met_within_tolerance",
        }
    ],
    "tickets": {
        "items": [
            {
                "source_id": "5f0c7e1b9a3d4c2e8b6f1a0d9c8e7b6a5f4d3c2b",
                "ticket_id": "48120",
                "counted": "in",
                "reason": None,
                "in_numerator": True,
                "value_s": None,
                "answer": None,
                "pending": False,
                "reference_at": "2026-10-05T12:41:53Z",
                "repeats": None,
                "repeated_by": None,
                "priority": "urgent",
                "times": {
                    "sous_traitant_s": 9_386,
                    "donneur_ordre_s": 0,
                    "customer_s": 6_800,
                    "third_party_s": 0,
                    "total_s": 16_186,
                },
                "handled_by": "sous_traitant",
                "events": [
                    {
                        "kind": "created",
                        "effective_at": "2026-10-05T08:12:07.482913Z",
                        "received_at": "2026-10-05T08:12:08.101Z",
                        "recorded_at": "2026-10-05T08:12:08.113402Z",
                        "delivery_id": _DELIVERY,
                        "origin": "live",
                    }
                ],
            }
        ],
        "next_cursor": None,
    },
}
