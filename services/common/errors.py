"""Named failures with a stable code; no service or repository mentions HTTP beyond raising one of them.

AppError
├── Unauthenticated            401
├── Forbidden                  403
│   └── SecondFactorRequired
├── NotFound                   404  also what a stranger to the contract gets
├── MethodNotAllowed           405  names those that there are
├── Conflict                   409
├── PreconditionFailed         412
├── PayloadTooLarge            413
├── UnsupportedMediaType       415
├── Invalid                    422  names each field
│   └── IdempotencyKeyReused
├── PreconditionRequired       428
├── TooManyRequests            429
└── Unavailable                503  says when to come back
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar


class AppError(Exception):
    """A failure that the caller is told about, as a problem of RFC 9457."""

    status: ClassVar[int] = 500
    code: str = "internal_error"
    title: ClassVar[str] = "Internal error"

    def __init__(self, detail: str | None = None, *, code: str | None = None, **members: Any) -> None:
        super().__init__(detail or self.title)
        self.detail = detail
        self.code = code or self.code
        self.members = members

    def headers(self) -> Mapping[str, str]:
        """Header fields that go with the answer."""
        return {}


class Unauthenticated(AppError):
    """No token, or one that this service does not accept."""

    status = 401
    code = "unauthenticated"
    title = "Authentication required"

    def headers(self) -> Mapping[str, str]:
        return {"www-authenticate": "Bearer"}


class Forbidden(AppError):
    """The caller is known and a party, but lacks the function."""

    status = 403
    code = "forbidden"
    title = "Your function does not allow this"


class SecondFactorRequired(Forbidden):
    """The function allows it, in a session that was opened with a second factor only."""

    code = "second_factor_required"
    title = "This needs a second factor"


class NotFound(AppError):
    """There is nothing here for this caller."""

    status = 404
    code = "not_found"
    title = "Not found"


class MethodNotAllowed(AppError):
    """The address exists, the method does not."""

    status = 405
    code = "method_not_allowed"
    title = "Method not allowed"

    def __init__(self, allowed: str) -> None:
        super().__init__()
        self.allowed = allowed

    def headers(self) -> Mapping[str, str]:
        return {"allow": self.allowed}


class Conflict(AppError):
    """The present state does not allow this."""

    status = 409
    code = "conflict"
    title = "Not possible in the present state"


class PreconditionFailed(AppError):
    """Somebody changed it since it was read."""

    status = 412
    code = "precondition_failed"
    title = "Changed since it was read"


class PayloadTooLarge(AppError):
    """More bytes than this address takes."""

    status = 413
    code = "payload_too_large"
    title = "Too many bytes"


class UnsupportedMediaType(AppError):
    """A content type or encoding that this address does not take."""

    status = 415
    code = "unsupported_media_type"
    title = "Unsupported media type"


@dataclass(frozen=True)
class FieldFault:
    """What is wrong with one field; never echoes what was sent."""

    field: str
    message: str


class Invalid(AppError):
    """Fields that are missing, unknown or wrong."""

    status = 422
    code = "invalid"
    title = "Some fields are not valid"

    def __init__(self, *faults: FieldFault, detail: str | None = None, code: str | None = None) -> None:
        super().__init__(
            detail, code=code, errors=[{"field": fault.field, "message": fault.message} for fault in faults]
        )


class IdempotencyKeyReused(Invalid):
    """The Idempotency-Key came before with another request."""

    code = "idempotency_key_reused"
    title = "This key belongs to another request"


class PreconditionRequired(AppError):
    """A change that must say by `If-Match` what was read, so that nobody overwrites what they have not seen."""

    status = 428
    code = "precondition_required"
    title = "If-Match is needed"


class TooManyRequests(AppError):
    """The announced limit is reached."""

    status = 429
    code = "too_many_requests"
    title = "Too many requests"

    def __init__(self, detail: str | None = None, *, retry_after: int = 1) -> None:
        super().__init__(detail)
        self.retry_after = retry_after

    def headers(self) -> Mapping[str, str]:
        return {"retry-after": str(self.retry_after)}


class Unavailable(AppError):
    """Something needed is down; nothing was kept."""

    status = 503
    code = "unavailable"
    title = "Temporarily unavailable"

    def __init__(self, detail: str | None = None, *, retry_after: int = 2, **members: Any) -> None:
        super().__init__(detail, **members)
        self.retry_after = retry_after

    def headers(self) -> Mapping[str, str]:
        return {"retry-after": str(self.retry_after)}


def named_failures(root: type[AppError] = AppError) -> Iterator[type[AppError]]:
    """Every failure that this process can name."""
    yield root
    for child in root.__subclasses__():
        yield from named_failures(child)


def failure_catalogue() -> dict[str, dict[str, str | int]]:
    """Code -> status, title and meaning of every failure, for the API document and its page."""
    catalogue: dict[str, dict[str, str | int]] = {}
    for failure in named_failures():
        meaning = (failure.__doc__ or "").strip().partition("\n")[0]
        told: dict[str, str | int] = {"status": failure.status, "title": failure.title, "meaning": meaning}
        catalogue.setdefault(failure.code, told)
    return catalogue
