"""The OpenAPI description of the plain route that takes deliveries."""

from typing import Any

from services.common.deliveries import RECEIPT, refusal, taken
from services.kpi.ingestion.examples import TOOL_EXAMPLES

_ITEMS = {"type": "array", "description": "Of a batch: one answer per event.", "items": {"type": "object"}}
_ANSWER: dict[str, Any] = {**RECEIPT, "properties": {**RECEIPT["properties"], "items": _ITEMS}}
_EXAMPLE = {
    "specversion": "1.0",
    "id": "fd846670-ab3a-522a-87a0-006fd03dbe99",
    "source": "/prestataire/outil-maison",
    "type": "kpi.ticket.created.v1",
    "subject": "T-9001",
    "time": "2026-10-05T08:00:00Z",
    "datacontenttype": "application/json",
    "data": {
        "ticket_id": "T-9001",
        "status": "new",
        "channel": "phone",
        "created_by": "customer",
        "group": "N1",
        "brand": "maison",
        "form": "livraison",
        "tags": ["colis"],
    },
}

HOOK_PATHS: dict[str, Any] = {
    "/hooks/{source_id}": {
        "post": {
            "operationId": "receive_delivery",
            "tags": ["webhooks"],
            "summary": "Take a delivery of a ticketing tool",
            "description": (
                "The address of one source; its signature is the only sign-in. The generic connector takes"
                " CloudEvents 1.0 (structured, binary, or a batch of up to 1,000) with Standard Webhooks headers; the"
                " other systems take what the tool sends. `2xx` only once the delivery is durable. `HEAD` tells that"
                " the address is there; `GET` answers the challenge of a tool that has one (GLPI, `crc_token`)."
            ),
            "security": [],
            "parameters": [{"name": "source_id", "in": "path", "required": True, "schema": {"type": "string"}}],
            "requestBody": {
                "required": True,
                "content": {
                    "application/cloudevents+json": {"schema": {"type": "object"}, "example": _EXAMPLE},
                    "application/cloudevents-batch+json": {
                        "schema": {"type": "array", "maxItems": 1000, "items": {"type": "object"}}
                    },
                    "application/json": {"schema": {"type": "object"}, "examples": TOOL_EXAMPLES},
                },
            },
            "responses": {
                "202": taken("Accepted: stored, and it will count", _ANSWER),
                "200": taken("Duplicate: stored before, no effect", _ANSWER),
                "400": refusal("Malformed: kept in quarantine once per body"),
                "401": refusal("Rejected: the signature is not valid, or its time too far from now"),
                "404": refusal("No such source"),
                "413": refusal("Over 1 MB"),
                "415": refusal("Not a media type of this source, or compressed"),
                "429": refusal("Over the announced limit; see Retry-After"),
                "503": refusal("Could not be stored; see Retry-After"),
            },
        }
    }
}
