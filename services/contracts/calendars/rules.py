"""The public holidays of a country, by the library that knows them; pure."""

from collections.abc import Iterable
from datetime import date

from holidays import country_holidays

COUNTRIES = {"FR": "fr"}
"""Country -> language in which its holidays are named; others join here once somebody needs them."""


def holidays(country: str, years: Iterable[int]) -> list[tuple[date, str]]:
    """Dates and names in order; two holidays of one date have one entry with both names."""
    return sorted(country_holidays(country, years=years, language=COUNTRIES[country]).items())
