"""The OpenAPI description of the plain route that takes deliveries."""

from typing import Any

from services.kpi.ingestion.examples import TOOL_EXAMPLES

_ANSWER: dict[str, Any] = {
    "type": "object",
    "required": ["verdict", "receipt_id", "sha256", "conflict"],
    "properties": {
        "verdict": {
            "type": "string",
            "enum": ["accepted", "duplicate", "rejected_signature", "rejected_stale", "malformed", "unverified"],
            "description": "`unverified`: only of a source whose secret is not known yet.",
        },
        "receipt_id": {"type": "string", "description": "Of a duplicate: the receipt of the delivery that counts."},
        "sha256": {"type": "string", "description": "SHA-256 of the bytes received."},
        "conflict": {
            "type": "boolean",
            "description": "The same key came before with another body: kept, shown to both parties, without effect.",
        },
        "items": {"type": "array", "description": "Of a batch: one answer per event.", "items": {"type": "object"}},
    },
    "example": {
        "verdict": "accepted",
        "receipt_id": "0199c3a0-7d2e-7c11-9a8b-5b1f0d3c2e4a",
        "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "conflict": False,
    },
}
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


def _refusal(description: str) -> dict[str, Any]:
    problem = {"allOf": [{"$ref": "#/components/schemas/Problem"}]}
    return {"description": description, "content": {"application/problem+json": {"schema": problem}}}


def _taken(description: str) -> dict[str, Any]:
    return {"description": description, "content": {"application/json": {"schema": _ANSWER}}}


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
                "202": _taken("Accepted: stored, and it will count"),
                "200": _taken("Duplicate: stored before, no effect"),
                "400": _refusal("Malformed: kept in quarantine once per body"),
                "401": _refusal("Rejected: the signature is not valid, or its time too far from now"),
                "404": _refusal("No such source"),
                "413": _refusal("Over 1 MB"),
                "415": _refusal("Not a media type of this source, or compressed"),
                "429": _refusal("Over the announced limit; see Retry-After"),
                "503": _refusal("Could not be stored; see Retry-After"),
            },
        }
    }
}
