"""Ids are opaque text outside and time-ordered UUIDs (version 7) inside."""

from uuid import UUID

from uuid_utils.compat import uuid7

from services.common.errors import NotFound


def new_id() -> UUID:
    """Draw a new id, later than every id this process drew before."""
    return UUID(int=uuid7().int)


def parse_id(text: str) -> UUID:
    """Read an id from a path; what cannot be an id is simply not there.

    Raises: NotFound.
    """
    try:
        parsed = UUID(text)
    except ValueError:
        raise NotFound from None
    if str(parsed) != text:
        raise NotFound
    return parsed
