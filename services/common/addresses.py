"""E-mail addresses as people sign in with them: one spelling for each."""

import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator, WithJsonSchema

LONGEST = 254
# What can be told apart by looking at it; whether mail arrives, only sending tells.
_SHAPE = re.compile(r"[^\s@<>()\[\],;:\\\"]+@[^\s@<>()\[\],;:\\\"]+\.[^\s@<>()\[\],;:\\\".]+")


def one_spelling(text: str) -> str:
    """The spelling under which an address is kept and compared: capitals mean nothing."""
    return unicodedata.normalize("NFC", text.strip()).lower()


def _address(text: str) -> str:
    spelt = one_spelling(text)
    control = any(unicodedata.category(character) in {"Cc", "Cf", "Cs"} for character in spelt)
    if control or len(spelt) > LONGEST or not _SHAPE.fullmatch(spelt):
        raise ValueError("must be an e-mail address")
    return spelt


EmailAddress = Annotated[
    str, AfterValidator(_address), WithJsonSchema({"type": "string", "format": "email", "maxLength": LONGEST})
]
"""An e-mail address in its one spelling."""
