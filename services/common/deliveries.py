"""What a sender is told of a delivery: a receipt, or a named failure for each verdict that takes nothing."""

from typing import Any

from services.common.errors import AppError


class DeliveryRefused(AppError):
    """A delivery that is not taken; carries its verdict and receipt."""

    status = 400
    code = "delivery_refused"
    title = "The delivery is not taken"

    def __init__(self, reason: str | None, answer: dict[str, Any]) -> None:
        super().__init__(reason, **answer)


class RejectedSignature(DeliveryRefused):
    """None of the live secrets of the source made this signature."""

    status = 401
    code = "rejected_signature"
    title = "The signature is not valid"


class RejectedStale(DeliveryRefused):
    """Well signed, but at a time too far from its reception."""

    status = 401
    code = "rejected_stale"
    title = "The signed time is too far from the time of reception"


class MalformedDelivery(DeliveryRefused):
    """Well signed, but not to be read: kept in quarantine once per body."""

    code = "malformed"
    title = "The delivery cannot be read"


class SenderLeft(AppError):
    """The sender closed the connection before the delivery was whole."""

    status = 400
    code = "sender_left"
    title = "The sender left"


REFUSALS: dict[str, type[DeliveryRefused]] = {
    failure.code: failure for failure in (RejectedSignature, RejectedStale, MalformedDelivery)
}
"""Verdict -> failure."""

RECEIPT: dict[str, Any] = {
    "type": "object",
    "required": ["verdict", "receipt_id", "sha256", "conflict"],
    "properties": {
        "verdict": {
            "type": "string",
            "enum": ["accepted", "duplicate", "rejected_signature", "rejected_stale", "malformed", "unverified"],
            "description": "`unverified`: only while the secret of the sender is not known yet.",
        },
        "receipt_id": {"type": "string", "description": "Of a duplicate: the receipt of the delivery that counts."},
        "sha256": {"type": "string", "description": "SHA-256 of the bytes received."},
        "conflict": {
            "type": "boolean",
            "description": "The same key came before with another body: kept, shown to both parties, without effect.",
        },
    },
    "example": {
        "verdict": "accepted",
        "receipt_id": "0199c3a0-7d2e-7c11-9a8b-5b1f0d3c2e4a",
        "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "conflict": False,
    },
}
"""JSON Schema of what a sender is told."""


def taken(description: str, receipt: dict[str, Any] = RECEIPT) -> dict[str, Any]:
    """An OpenAPI answer that holds a receipt."""
    return {"description": description, "content": {"application/json": {"schema": receipt}}}


def refusal(description: str) -> dict[str, Any]:
    """An OpenAPI answer that holds a problem."""
    problem = {"allOf": [{"$ref": "#/components/schemas/Problem"}]}
    return {"description": description, "content": {"application/problem+json": {"schema": problem}}}
