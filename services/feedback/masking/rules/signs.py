"""Signs that are written in several ways, as one: what is found stands at the same place in the words."""

from functools import lru_cache

_BLANKS = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_HYPHENS = "\u00ad\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d"
_APOSTROPHES = "\u2018\u2019\u02bc\u00b4\u2032\uff07"
_DOTS = "\u00b7\u2022\u2219\u22c5\u2024\uff0e"

_PLAIN = str.maketrans(
    dict.fromkeys(_BLANKS, " ")
    | dict.fromkeys(_HYPHENS, "-")
    | dict.fromkeys(_APOSTROPHES, "'")
    | dict.fromkeys(_DOTS, ".")
    | {"\uff20": "@", "\uff0b": "+", "\uff1a": ":", "\uff0f": "/"}
    | {0xFF10 + digit: str(digit) for digit in range(10)}
)


def plain_signs(text: str) -> str:
    """The text with one kind of blank, hyphen, apostrophe, dot and digit; as long as before."""
    return text if text.isascii() and "\t" not in text else text.translate(_PLAIN)


@lru_cache(maxsize=1)
def lowered(text: str) -> str:
    """The text in small letters; as long as before."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
