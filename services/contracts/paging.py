"""Lists in the order of their ids, which is the order in which things were made."""

from collections.abc import Callable, Sequence
from typing import TypeVar
from uuid import UUID

from pydantic import BaseModel

from services.common.errors import FieldFault, Invalid
from services.common.pagination import Page, PageRequest, cut_page, encode_cursor

Row = TypeVar("Row")
Item = TypeVar("Item", bound=BaseModel)


def position(page: PageRequest) -> UUID | None:
    """The id after which a list goes on. Raises: Invalid."""
    after = page.text_position(1)
    if after is None:
        return None
    try:
        return UUID(after[0])
    except ValueError:
        raise Invalid(FieldFault("cursor", "is not a cursor of this list")) from None


def page_of(
    rows: Sequence[Row], page: PageRequest, show: Callable[[Row], Item], id_of: Callable[[Row], object]
) -> Page[Item]:
    """A page from `limit + 1` rows."""
    kept, more = cut_page(rows, page.limit)
    return Page(
        items=[show(row) for row in kept],
        next_cursor=encode_cursor(str(id_of(kept[-1]))) if more else None,
    )
