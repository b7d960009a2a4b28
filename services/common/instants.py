"""Instants at the edge: RFC 3339 text in UTC outside, integer microseconds since 1970 or aware datetimes inside."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, BeforeValidator, PlainSerializer

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


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


def day_text(value: object) -> object:
    """The text of a local date. Raises: ValueError."""
    # Pydantic alone also takes numbers, as seconds since 1970, and instants at midnight.
    if isinstance(value, str) and _DAY.fullmatch(value):
        return value
    raise ValueError('must be a date "YYYY-MM-DD"')


Day = Annotated[date, BeforeValidator(day_text)]
"""A local date in an API schema."""
