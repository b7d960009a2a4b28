"""Instants at the edge: RFC 3339 text in UTC outside, integer microseconds since 1970 or aware datetimes inside."""

from datetime import UTC, datetime, timedelta
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, PlainSerializer

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


def now() -> datetime:
    """The present instant, UTC."""
    return datetime.now(UTC)


def to_microseconds(instant: datetime) -> int:
    """Exact microseconds since 1970 of an aware datetime."""
    return (instant - EPOCH) // MICROSECOND


def from_microseconds(value: int) -> datetime:
    """The UTC datetime of exact microseconds since 1970."""
    return EPOCH + timedelta(microseconds=value)


def to_text(instant: datetime) -> str:
    """RFC 3339 in UTC with `Z`; microseconds only when there are some."""
    return instant.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


Instant = Annotated[
    AwareDatetime,
    AfterValidator(lambda value: value.astimezone(UTC)),
    PlainSerializer(to_text, return_type=str, when_used="json"),
]
"""An instant in an API schema: any offset is read, UTC is written."""
