"""An instant in a query: RFC 3339 with its offset, in the years that everything else is told in."""

from datetime import datetime
from typing import Annotated

from pydantic import AwareDatetime, BeforeValidator

from services.common.instants import from_microseconds
from services.kpi.calendars.instants import parse_instant


def read_instant(text: object) -> datetime:
    """The instant of a query. Raises: InvalidInstant."""
    # Opening hours are laid out as far as anyone asks: an unbounded instant would have them laid out for millennia.
    return from_microseconds(parse_instant(text))


QueryInstant = Annotated[AwareDatetime, BeforeValidator(read_instant)]
"""`as_of` and `known_at`; numbers are refused, because a date without hyphens would be read as seconds."""
