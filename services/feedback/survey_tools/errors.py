"""Deliveries that are not taken: each verdict is a named failure, as those of ticketing tools are."""

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
