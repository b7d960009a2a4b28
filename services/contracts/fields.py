"""Fields that several bodies of this service share, read strictly."""

import re
import unicodedata
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, StringConstraints

from services.common.instants import Instant
from services.common.zones import zone_names

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_INSTANT = re.compile(r"(\d{4})-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)", re.ASCII)
FIRST_YEAR, LAST_YEAR = 1970, 2199


def _readable(text: str) -> str:
    if any(unicodedata.category(character) in {"Cc", "Cs"} for character in text):
        raise ValueError("must not hold control characters")
    return text


def _day_text(value: object) -> object:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise ValueError('must be a date "YYYY-MM-DD"')
    return value


def _existing_day(text: str) -> str:
    try:
        date.fromisoformat(str(_day_text(text)))
    except ValueError:
        raise ValueError('must be a date "YYYY-MM-DD" that exists') from None
    return text


def _instant_text(value: object) -> object:
    # Pydantic alone also takes numbers, as seconds or milliseconds by their size: a guess has no place in a contract.
    match = _INSTANT.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise ValueError("must be an RFC 3339 instant with its offset")
    if not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
        raise ValueError(f"must lie in the years {FIRST_YEAR} to {LAST_YEAR}")
    return value


def _known_zone(name: str) -> str:
    if name not in zone_names():
        raise ValueError("must be the name of an IANA time zone")
    return name


Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), AfterValidator(_readable)]
"""One line of text, for names and titles."""

Day = Annotated[date, BeforeValidator(_day_text)]
"""A local date."""

DayText = Annotated[str, AfterValidator(_existing_day)]
"""A local date that stays text, as the parties wrote it."""

ZoneName = Annotated[str, AfterValidator(_known_zone)]
"""An IANA time zone."""

StatedInstant = Annotated[Instant, BeforeValidator(_instant_text)]
"""An instant that a party states."""
