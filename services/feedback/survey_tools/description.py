"""The OpenAPI description of the plain route that takes what survey tools send."""

from typing import Any

from services.common.deliveries import refusal, taken

_EXAMPLES: dict[str, Any] = {
    "generic": {
        "value": {
            "id": "reponse-7731",
            "answered_at": "2026-10-12T14:03:00+02:00",
            "finished": True,
            "answers": {"kq1b7": 9, "kq2d9": "Réponse claire, merci."},
            "hidden": {"ticket": "48213"},
        }
    },
    "formbricks": {
        "value": {
            "webhookId": "cm8x2k4tq0007l508u1d3hz9e",
            "event": "responseFinished",
            "data": {
                "id": "cm8x31w2v000dl508f0a7qk1m",
                "createdAt": "2026-10-12T12:03:00.000Z",
                "finished": True,
                "data": {"kq1b7": 9, "kq2d9": "Réponse claire, merci."},
            },
        }
    },
    "typeform": {
        "value": {
            "event_id": "01J9ZK3V6T4Q",
            "event_type": "form_response",
            "form_response": {
                "token": "a3a12ec67a13",
                "submitted_at": "2026-10-12T12:03:00Z",
                "hidden": {"ticket": "48213"},
                "answers": [{"type": "number", "number": 9, "field": {"id": "kq1b7", "type": "nps"}}],
            },
        }
    },
}

SURVEY_PATHS: dict[str, Any] = {
    "/surveys/{tool_id}": {
        "post": {
            "operationId": "receive_survey_delivery",
            "tags": ["webhooks"],
            "summary": "Take what a survey tool sends",
            "description": (
                "The address of one survey tool; its signature is the only sign-in. One response per delivery; only"
                " finished ones count. `2xx` only once the delivery and its answers are durable. `HEAD` tells that the"
                " address is there."
            ),
            "security": [],
            "parameters": [{"name": "tool_id", "in": "path", "required": True, "schema": {"type": "string"}}],
            "requestBody": {
                "required": True,
                "content": {"application/json": {"schema": {"type": "object"}, "examples": _EXAMPLES}},
            },
            "responses": {
                "202": taken("Accepted: stored, and its answers count"),
                "200": taken("Duplicate: stored before, no effect"),
                "400": refusal("Malformed: kept in quarantine once per body"),
                "401": refusal("Rejected: the signature is not valid, or its time too far from now"),
                "404": refusal("No such survey tool"),
                "413": refusal("Over 1 MB"),
                "415": refusal("Not JSON, or compressed"),
                "429": refusal("Over the announced limit; see Retry-After"),
                "503": refusal("Could not be stored; see Retry-After"),
            },
        }
    }
}
