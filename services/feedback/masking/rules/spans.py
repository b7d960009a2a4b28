"""Finding personal data in a text: each kind by its form, proved by its check digits where it has some."""

import re
from collections.abc import Callable, Iterator
from typing import Literal

import msgspec

from services.feedback.masking.rules.accounts import emails, handles, links
from services.feedback.masking.rules.addresses import addresses
from services.feedback.masking.rules.dates import birth_dates
from services.feedback.masking.rules.identifiers import identifiers, plates
from services.feedback.masking.rules.names import merged, names, titled
from services.feedback.masking.rules.numbers import phones
from services.feedback.masking.rules.proved import cards, ibans, social_security
from services.feedback.masking.rules.said import said
from services.feedback.masking.rules.signs import plain_signs
from services.feedback.masking.rules.told import beside

Kind = Literal[
    "email", "phone", "iban", "card", "nir", "plate", "address", "birth_date", "identifier", "link", "handle", "person"
]
KINDS: tuple[Kind, ...] = (
    "email", "phone", "iban", "card", "nir", "plate", "address", "birth_date", "identifier", "link", "handle", "person",
)  # fmt: skip

_DIGIT = re.compile(r"\d")


class Span(msgspec.Struct, frozen=True, order=True):
    """Where personal data stands in a text: [start, end)."""

    start: int
    end: int
    kind: Kind


def find(text: str) -> list[Span]:
    """Every span, in order, none overlapping another; of two that meet, the one that proves more."""
    taken: list[Span] = []
    plain = plain_signs(text)
    for span in _found(plain):
        if all(span.end <= other.start or other.end <= span.start for other in taken):
            taken.append(span)
    numbers = [(span.start, span.end, span.kind) for span in taken if span.kind in _OF_SOMEBODY]
    for start, end in beside(plain, numbers):
        inside = [span for span in taken if span.kind == "person" and start <= span.start and span.end <= end]
        others = [span for span in taken if span not in inside]
        if all(end <= other.start or other.end <= start for other in others):
            taken = [*others, Span(start, end, "person")]
    return sorted(taken)


def _found(text: str) -> Iterator[Span]:
    """What each kind finds, the surest first."""
    some_digits = _DIGIT.search(text) is not None
    for kind, finder in _FINDERS:
        if some_digits or kind not in _NUMBERED:
            for start, end in finder(text):
                yield Span(start, end, kind)
        if kind == "nir":
            for start, end, what in said(text):
                yield Span(start, end, what)


def _persons(text: str) -> Iterator[tuple[int, int]]:
    return merged([*titled(text), *names(text)])


_FINDERS: tuple[tuple[Kind, Callable[[str], Iterator[tuple[int, int]]]], ...] = (
    ("link", links),
    ("email", emails),
    ("iban", ibans),
    ("card", cards),
    ("nir", social_security),
    ("phone", phones),
    ("address", addresses),
    ("birth_date", birth_dates),
    ("plate", plates),
    ("identifier", identifiers),
    ("handle", handles),
    ("person", _persons),
)
_OF_SOMEBODY = frozenset({"phone", "email", "nir", "birth_date", "iban", "handle", "link"})
_NUMBERED = frozenset({"card", "nir", "phone"})
