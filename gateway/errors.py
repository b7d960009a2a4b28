"""Failures that only the gateway meets."""

from services.common.errors import AppError


class BodyTooSlow(AppError):
    """The body did not arrive in time."""

    status = 408
    code = "body_too_slow"
    title = "The body did not arrive in time"


class HeadersTooLarge(AppError):
    """More bytes of header fields than are taken."""

    status = 431
    code = "headers_too_large"
    title = "Too many bytes of header fields"


class BadRequest(AppError):
    """What came is not a request of HTTP/1.1 that has one meaning only."""

    status = 400
    code = "bad_request"
    title = "Not a valid HTTP request"
