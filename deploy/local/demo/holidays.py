"""The public holidays of France, for any year."""

from datetime import date, timedelta

_FIXED = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))
_AFTER_EASTER = (1, 39, 50)
"""Easter Monday, Ascension Day, Whit Monday."""


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar. Source: Meeus, Astronomical Algorithms, chapter 8."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def holidays(year: int) -> list[date]:
    """The eleven days off of a year, in order; two may fall on one date."""
    movable = {easter(year) + timedelta(days=after) for after in _AFTER_EASTER}
    return sorted(movable | {date(year, month, day) for month, day in _FIXED})
