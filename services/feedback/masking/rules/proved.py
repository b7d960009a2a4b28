"""Numbers that prove what they are by check digits: bank accounts, cards, social security."""

import re
from collections.abc import Iterator

from services.feedback.masking.rules.checksums import (
    IBAN_LENGTHS,
    bare,
    is_card,
    is_iban,
    is_nir_body,
    is_rib,
    nir_key,
)
from services.feedback.masking.rules.near import before, is_reference
from services.feedback.masking.rules.said import spelt

_SOFT = frozenset(" .-_/\n")
_I = re.IGNORECASE
_IBAN = re.compile(r"(?:(?<![A-Za-z0-9])|(?<=iban))([A-Z]{2})[ .\-_/]{0,2}\d[ .\-_/]?\d(?=[ .\-_/\n]{0,3}[A-Z0-9])", _I)
_OF_AN_ACCOUNT = re.compile(r"\b(?:iban|rib|comptes?|virement|bic|pr[ée]lev\w+|d[ée]bit\w+|rembours\w+)\b[^.!?]*\Z", _I)
_TOLD_ACCOUNT = re.compile(r"\b(?:iban|rib)\b", _I)
_FEWEST_OF_AN_ACCOUNT = 14
_RIB = re.compile(
    r"(?<![A-Za-z0-9])\d{5}[ .\-_]{0,2}\d{5}[ .\-_]{0,2}(?:[A-Z0-9][ .\-_]?){11}[ .\-_]?\d\d(?![A-Za-z0-9])", _I
)
_RIB_IN_PARTS = re.compile(
    r"\bbanque\D{0,4}\d{5}\D{1,20}(?:guichet|"
    r"agence)\D{0,4}\d{5}\D{1,20}compte\D{0,6}[\dA-Z]{11}\D{1,12}cl[ée]\D{0,4}\d\d(?!\d)",
    _I,
)
_CARD = re.compile(r"(?<![\dA-Za-z+])[2-6](?=(?:[ .\-_/\n]{0,3}\d){12})")
_OF_A_CARD = re.compile(
    r"\b(?:cb|visa|mastercard|amex|carte (?:bancaire|bleue|de cr[ée]dit|visa))\b[^\d.!?]{0,30}\Z", _I
)
_CARD_SIZES = (19, 16, 15, 14, 13)
_G = r"[ .\-_/]{0,3}"
_NIR = re.compile(
    rf"(?<![\dA-Za-z])[1-478](?:{_G}\d){{4}}{_G}(?:\d{_G}\d|2{_G}[AB])(?:{_G}\d){{6}}"
    rf"(?:(?:[ ,.\-_/]{{0,3}}\(?(?:cl[ée]f?)?[ :.]{{0,3}})\d ?\d\)?)?(?!{_G}\d)",
    _I,
)
_NIR_AND_KEY = re.compile(
    rf"(?<![\dA-Za-z])[1-478](?:{_G}\d){{4}}{_G}(?:\d{_G}\d|2{_G}[AB])(?:{_G}\d){{6}}[ .\-_/]{{0,3}}\d ?\d(?!\w)", _I
)
"""Where more digits follow, only its key tells where it ends."""
_SOCIAL_SECURITY = re.compile(r"s[ée]cu|insee|\bnir\b|\bn° ?ss\b|assur[ée]|\bss\b|vitale|\bamo\b", _I)
_KEY = re.compile("cl[ée]f?", _I)
_NOT_OF_A_NIR = re.compile(r"[^\dABab]")


def ibans(text: str) -> Iterator[tuple[int, int]]:
    """Accounts that their key proves, and those that a word tells though a sign of them is wrong."""
    for match in _IBAN.finditer(text):
        size = IBAN_LENGTHS.get(match[1].upper())
        if size is None:
            continue
        start = match.start()
        end = _walk(text, start, size)
        if end is not None and not text[end : end + 1].isalnum() and is_iban(bare(text[start:end])):
            yield start, end
        elif _OF_AN_ACCOUNT.search(before(text, start)):
            end = _numbers_on(text, match.end(), size - 4)
            if sum(map(str.isalnum, text[start:end])) >= _FEWEST_OF_AN_ACCOUNT:
                yield start, end
    for match in _TOLD_ACCOUNT.finditer(text):
        if signs := spelt(text, match.end(), _FEWEST_OF_AN_ACCOUNT):
            yield signs
    for match in _RIB_IN_PARTS.finditer(text):
        yield match.span()
    for match in _RIB.finditer(text):
        if is_rib(bare(match[0])):
            yield match.span()


def _walk(text: str, start: int, size: int) -> int | None:
    """Where so many letters and digits end, with few soft signs between them; None when they do not go on so long."""
    soft = 0
    for place in range(start, min(len(text), start + 3 * size)):
        sign = text[place]
        if sign.isalnum():
            soft = 0
            size -= 1
            if size == 0:
                return place + 1
        elif sign in _SOFT and soft < 3:
            soft += 1
        else:
            return None
    return None


_GROUP = re.compile(r"[ .\-_/]{0,3}(?=[A-Za-z]{0,4}\d)[A-Za-z0-9]+")


def _numbers_on(text: str, end: int, most: int) -> int:
    """Where groups with digits end, of so many signs at most."""
    while (match := _GROUP.match(text, end)) is not None and most > 0:
        most -= sum(map(str.isalnum, match[0]))
        end = match.end()
    return end


def cards(text: str) -> Iterator[tuple[int, int]]:
    """Numbers of a network that end in Luhn's digit, or that a word tells."""
    beyond = 0
    for match in _CARD.finditer(text):
        start = match.start()
        if start < beyond:
            continue
        told = _OF_A_CARD.search(before(text, start)) is not None
        for size in _CARD_SIZES:
            end = _walk(text, start, size)
            if end is None or text[end : end + 1].isalnum():
                continue
            digits = bare(text[start:end])
            if digits.isdecimal() and (is_card(digits) or (told and size in (14, 15, 16))):
                beyond = end
                yield start, end
                break


def social_security(text: str) -> Iterator[tuple[int, int]]:
    """Numbers with the right key, or whose groups or the word before them say what they are."""
    for match in _NIR_AND_KEY.finditer(text):
        number = _NOT_OF_A_NIR.sub("", match[0]).upper()
        if is_nir_body(number[:13]) and nir_key(number[:13]) == int(number[13:]):
            yield match.span()
    for match in _NIR.finditer(text):
        number = _NOT_OF_A_NIR.sub("", _KEY.sub("", match[0])).upper()
        body, key = number[:13], number[13:]
        if not is_nir_body(body):
            continue
        # Copied wrongly it is still somebody's: then its groups or the words before it must say what it is.
        told = _SOCIAL_SECURITY.search(before(text, match.start())) is not None
        proved = key != "" and nir_key(body) == int(key)
        if (
            proved
            or told
            or (key == "" and 1 <= int(body[3:5]) <= 12 and body[0] in "12" and not is_reference(text, match.start()))
        ):
            yield match.start(), match.end()
