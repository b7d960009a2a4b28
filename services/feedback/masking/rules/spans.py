"""Finding personal data in a text: each kind by its form, proved by its check digits where it has some."""

import re
from collections.abc import Callable, Iterator
from typing import Literal

import msgspec

from services.feedback.masking.rules import patterns as p
from services.feedback.masking.rules.checksums import IBAN_LENGTHS, bare, is_card, is_iban, is_nir_body, nir_key
from services.feedback.masking.rules.names import merged, names

Kind = Literal[
    "email", "phone", "iban", "card", "nir", "plate", "address", "birth_date", "identifier", "link", "handle", "person"
]
KINDS: tuple[Kind, ...] = (
    "email", "phone", "iban", "card", "nir", "plate", "address", "birth_date", "identifier", "link", "handle", "person",
)  # fmt: skip
NEAR = 40
"""Characters before a number within which a word may say what it is."""

IN_A_ROW = 15
"""Characters between two dates of one list."""

_DIGIT = re.compile(r"\d")
_ACCOUNT_SIGN = re.compile(r"[@_#]")


class Span(msgspec.Struct, frozen=True, order=True):
    """Where personal data stands in a text: [start, end)."""

    start: int
    end: int
    kind: Kind


def find(text: str) -> list[Span]:
    """Every span, in order, none overlapping another; of two that meet, the one that proves more."""
    taken: list[Span] = []
    for finder in _finders(text):
        for span in finder(text):
            if all(span.end <= other.start or other.end <= span.start for other in taken):
                taken.append(span)
    return sorted(taken)


def _finders(text: str) -> Iterator[Callable[[str], Iterator[Span]]]:
    """Those worth trying, the surest first."""
    low = text.lower()
    some_digits = _DIGIT.search(text) is not None
    if "http" in low or "www." in low or ".com/" in low:
        yield _links
    if "@" in text or "arobas" in low or " at " in low or "(at)" in low or "[at]" in low:
        yield _emails
    if some_digits:
        yield _ibans
        yield _cards
        yield _social_security
        yield _phones
        yield _birth_dates
        yield _addresses
        yield _plates
        yield _identifiers
    elif "zéro" in low or "zero" in low:
        yield _phones
    if not some_digits:
        yield _addresses
        if "suis du" in low or "né" in low or "naissance" in low:
            yield _birth_dates
        yield _identifiers
    yield _handles
    yield _persons


def _links(text: str) -> Iterator[Span]:
    for match in p.LINK.finditer(text):
        address = match[0].rstrip(".,;:!?)…'’")
        if p.TOKEN_OF_LINK.search(address.partition("//")[2] or address):
            yield Span(match.start(), match.start() + len(address), "link")


def _emails(text: str) -> Iterator[Span]:
    for match in p.EMAIL.finditer(text):
        if not p.SHARED_BOX.match(match[0]):
            yield Span(match.start(), match.start() + len(match[0].rstrip(".-")), "email")
    for match in p.SAID_EMAIL.finditer(text):
        yield Span(match.start(), match.end(), "email")


def _ibans(text: str) -> Iterator[Span]:
    for match in p.IBAN.finditer(text):
        size = IBAN_LENGTHS.get(match[0][:2].upper())
        end = None if size is None else _end_of(match[0], size)
        if end is None or (text[match.start() + end : match.start() + end + 1].isalnum()):
            continue
        if is_iban(bare(match[0][:end])):
            yield Span(match.start(), match.start() + end, "iban")


def _end_of(text: str, size: int) -> int | None:
    """Where the first so many letters and digits end."""
    for place, sign in enumerate(text):
        size -= sign.isalnum()
        if size == 0:
            return place + 1
    return None


def _cards(text: str) -> Iterator[Span]:
    for match in p.LONG_NUMBER.finditer(text):
        if is_card(bare(match[0])):
            yield Span(match.start(), match.end(), "card")


def _social_security(text: str) -> Iterator[Span]:
    for match in p.NIR.finditer(text):
        number = re.sub(r"[^\dABab]", "", re.sub(r"cl[ée]", "", match[0], flags=re.IGNORECASE)).upper()
        body, key = number[:13], number[13:]
        if not is_nir_body(body):
            continue
        # Copied wrongly it is still somebody's: then its groups or the words before it must say what it is.
        told = p.SOCIAL_SECURITY.search(text, max(0, match.start() - NEAR), match.start()) is not None
        if (key and nir_key(body) == int(key)) or told or (not key and 1 <= int(body[3:5]) <= 12):
            yield Span(match.start(), match.end(), "nir")


def _phones(text: str) -> Iterator[Span]:
    for match in p.PHONE.finditer(text):
        yield Span(match.start(), match.end(), "phone")
    for match in p.SAID_PHONE.finditer(text):
        yield Span(match.start(), match.end(), "phone")


def _birth_dates(text: str) -> Iterator[Span]:
    told_until = -1
    for match in (*p.DATE.finditer(text), *(p.SAID_DATE.finditer(text) if p.SAID_YEARS.search(text) else ())):
        before = text[max(0, match.start() - NEAR) : match.start()]
        # Of several in a row (« Léa 03.02.2010, Noah 19.09.2013 ») only the first is told to be one.
        told = (
            p.BIRTH.search(before)
            or p.KIN.search(text, max(0, match.start() - 2 * NEAR), match.start())
            or p.BORN_ON.search(before)
            or match.start() <= told_until
        )
        if told or (p.OLD_DATE.search(match[0]) and not p.SINCE.search(before)):
            told_until = match.end() + IN_A_ROW
            yield Span(match.start(), match.end(), "birth_date")

    for match in p.BORN_SHORT.finditer(text):
        for number in (1, 2):
            if match[number]:
                yield Span(*match.span(number), "birth_date")


def _addresses(text: str) -> Iterator[Span]:
    if not p.STREETS.search(text):
        return
    for match in p.ADDRESS.finditer(text):
        rest = (
            p.TO_TOWN.match(text, match.end())
            or p.TO_SAID_TOWN.match(text, match.end())
            or p.STREET_NAME.match(text, match.end())
        )
        if rest is not None:
            yield Span(match.start(), rest.end(), "address")
    if p.POSTCODE.search(text):
        for match in p.PLACE_NAME.finditer(text):
            yield Span(match.start(), match.end(), "address")


def _plates(text: str) -> Iterator[Span]:
    for match in p.PLATE.finditer(text):
        plate = match[0]
        told = p.VEHICLE.search(text, max(0, match.start() - NEAR), match.start()) is not None
        written = plate == plate.upper() and (plate[0].isalpha() or sum(sign.isalpha() for sign in plate) == 3)
        joined = " " not in plate and plate[0].isalpha()
        if told or written or joined or not (plate[0].isdigit() or p.WORDS_AND_UNITS.fullmatch(plate)):
            yield Span(match.start(), match.end(), "plate")


def _identifiers(text: str) -> Iterator[Span]:
    for match in (*p.IDENTIFIER.finditer(text), *p.DOCUMENT.finditer(text)):
        value = p.IDENTIFIER_VALUE.match(text, match.end())
        if value is not None and sum(sign.isdigit() for sign in value[0]) >= 2 and len(bare(value[0])) >= 6:
            yield Span(value.start(), value.end(), "identifier")
        elif value := p.SAID_IDENTIFIER.match(text, match.end()):
            yield Span(value.start(), value.start() + len(value[0].rstrip(" ,-")), "identifier")


def _handles(text: str) -> Iterator[Span]:
    for match in p.HANDLE.finditer(text) if _ACCOUNT_SIGN.search(text) else ():
        # Companies write theirs with capitals: « @Banque_Armor ».
        if _DIGIT.search(match[0]) or match[0].islower() or not p.BUSINESS.search(match[0]):
            yield Span(match.start(), match.end(), "handle")
    for match in (*p.ACCOUNT.finditer(text), *p.ACCOUNT_THERE.finditer(text)):
        yield Span(*match.span(1), "handle")
    for match in p.NICKNAME.finditer(text):
        value = p.NICKNAME_VALUE.match(text, match.end())
        if value is not None:
            yield Span(value.start(), value.end(), "handle")


def _persons(text: str) -> Iterator[Span]:
    titled = [(match.start(), match.start() + len(match[0].rstrip("."))) for match in p.TITLED.finditer(text)]
    for start, end in merged([*titled, *names(text)]):
        yield Span(start, end, "person")
