"""Cursor paging: `{"items": [...], "next_cursor": ...|null}`."""

import base64
import binascii
from collections.abc import Sequence
from typing import Annotated, Any, Generic, TypeVar

import msgspec
from fastapi import Depends, Query
from pydantic import BaseModel

from services.common.errors import FieldFault, Invalid

DEFAULT_LIMIT = 100
MAXIMUM_LIMIT = 1000

Item = TypeVar("Item")
Row = TypeVar("Row")


class Page(BaseModel, Generic[Item]):
    """One page of a list."""

    items: Sequence[Item]
    next_cursor: str | None


class PageRequest:
    """`limit` and `cursor` of a request; the cursor is opaque to the caller."""

    def __init__(
        self,
        limit: Annotated[int, Query(ge=1, le=MAXIMUM_LIMIT)] = DEFAULT_LIMIT,
        cursor: Annotated[str | None, Query(max_length=2000)] = None,
    ) -> None:
        self.limit = limit
        self.after = decode_cursor(cursor) if cursor else None

    def text_position(self, length: int) -> list[str] | None:
        """The position after which to go on, as that many texts. Raises: Invalid."""
        if self.after is None:
            return None
        if len(self.after) != length or not all(isinstance(part, str) for part in self.after):
            raise Invalid(FieldFault("cursor", "is not a cursor of this list"))
        return self.after


PageDep = Annotated[PageRequest, Depends()]


def encode_cursor(*position: Any) -> str:
    """Opaque text of the position of the last item of a page."""
    return base64.urlsafe_b64encode(msgspec.json.encode(position)).decode().rstrip("=")


def decode_cursor(cursor: str) -> list[Any]:
    """The position that a cursor holds. Raises: Invalid."""
    try:
        position = msgspec.json.decode(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    except (msgspec.MsgspecError, binascii.Error, ValueError, RecursionError):
        position = None
    # No text in the database holds NUL, and none can be compared with one that does.
    if not isinstance(position, list) or any(isinstance(part, str) and "\0" in part for part in position):
        raise Invalid(FieldFault("cursor", "is not a cursor of this list"))
    return position


def cut_page(rows: Sequence[Row], limit: int) -> tuple[Sequence[Row], bool]:
    """The rows of a page and whether more follow, given `limit + 1` rows asked for."""
    return rows[:limit], len(rows) > limit
