"""Words typed by people, as an API takes them: text, shown as text, whose only control characters are line feeds."""

import unicodedata
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

_REFUSED = frozenset({"Cc", "Cs"})


def plain(text: str) -> str:
    """The text. Raises: ValueError when it holds control characters other than line feeds, or halves of characters."""
    if any(unicodedata.category(character) in _REFUSED for character in text.replace("\n", " ")):
        raise ValueError("must not hold control characters other than line feeds")
    return text


Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4_000), AfterValidator(plain)]
"""Some lines of somebody's words."""

LongWords = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=10_000), AfterValidator(plain)
]
"""A message."""

ShortWords = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=r"^[^\n]+$"),
    AfterValidator(plain),
]
"""One line: a title, a subject."""
