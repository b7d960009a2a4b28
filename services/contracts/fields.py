"""Fields that several bodies of this service share, read strictly."""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, PlainSerializer, StringConstraints, WithJsonSchema

from services.common.instants import Instant, day_text
from services.common.zones import zone_names

_INSTANT = re.compile(r"(\d{4})-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)", re.ASCII)
_AMOUNT = re.compile(r"-?(0|[1-9]\d{0,11})(\.\d{1,6})?", re.ASCII)
FIRST_YEAR, LAST_YEAR = 1970, 2199


def _readable(text: str) -> str:
    if any(unicodedata.category(character) in {"Cc", "Cs"} for character in text):
        raise ValueError("must not hold control characters")
    return text


def _readable_lines(text: str) -> str:
    _readable(text.replace("\n", " ").replace("\t", " "))
    return text


def _amount_text(value: object) -> object:
    # A JSON number has been through binary floating point somewhere: what is promised is written, digit by digit.
    if isinstance(value, Decimal) or (isinstance(value, str) and _AMOUNT.fullmatch(value)):
        return value
    raise ValueError('must be a decimal in a text, such as "0.95": up to 12 digits, and up to 6 after the point')


def amount_text(amount: Decimal) -> str:
    """The one text of an amount: no exponent, no zeros that say nothing."""
    return format(amount.normalize() + 0, "f")


def _existing_day(text: str) -> str:
    try:
        date.fromisoformat(str(day_text(text)))
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

Passage = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4_000), AfterValidator(_readable_lines)
]
"""Some lines of text, for what is agreed in words."""

Amount = Annotated[
    Decimal,
    BeforeValidator(_amount_text),
    AfterValidator(lambda amount: Decimal(amount_text(amount))),
    PlainSerializer(amount_text, return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "pattern": f"^{_AMOUNT.pattern}$"}),
]
"""An exact decimal, in a text outside."""

DayText = Annotated[str, AfterValidator(_existing_day)]
"""A local date that stays text, as the parties wrote it."""

ZoneName = Annotated[str, AfterValidator(_known_zone)]
"""An IANA time zone."""

StatedInstant = Annotated[Instant, BeforeValidator(_instant_text)]
"""An instant that a party states."""
