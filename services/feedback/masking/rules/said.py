"""Numbers that are said in words or sign by sign: « zéro six, trente-neuf… », « W N, 4 4 1, P A »."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from services.feedback.masking.rules.first_names import folded
from services.feedback.masking.rules.near import FILLER, before, is_reference

_I = re.IGNORECASE
_UNITS = "z[ée]ro|une?|deux|trois|quatre|cinq|six|sept|huit|neuf"
_TEENS = "dix|onze|douze|treize|quatorze|quinze|seize"
_TENS = "vingts?|trente|quarante|cinquante|soixante|septante|octante|huitante|nonante"
_NUMBER = rf"(?:{_UNITS}|{_TEENS}|{_TENS}|cents?|mille)"
_GAP = r"(?:[ ,.;:/\-]{1,3}(?:(?:et|puis|ensuite|euh|espace)[ ,\-]{1,2})?|\n)"
_SOME_WORD = re.compile(rf"\b(?:z[ée]ro|deux|trois|quatre|cinq|six|sept|huit|neuf|{_TEENS}|{_TENS})\b", _I)
_RUN = re.compile(rf"(?<![\w'])(?:{_NUMBER}|\d{{1,4}})(?:{_GAP}(?:{_NUMBER}|\d{{1,4}})){{3,40}}(?![\w'])", _I)
_PART = re.compile(r"\d+|[^\W\d_]+")
_PLUS = re.compile(r"\b(?:plus|double) \Z", _I)
_TELEPHONE = re.compile(r"\b(?:t[ée]l|mobile|portable|fixe|r?appel|joindre|joignable|num[ée]ro)", _I)
_ACCOUNT = re.compile(r"\b(?:iban|rib)\b", _I)
_CARD = re.compile(r"\b(?:cb|carte (?:bancaire|bleue|visa|de cr[ée]dit)|mastercard)\b", _I)
_SOCIAL_SECURITY = re.compile(r"s[ée]cu\b|s[ée]curit[ée] sociale|insee|\bnir\b|\bss\b|vitale", _I)
FEWEST_OF_ANYBODY = 9
"""Digits from which a number said aloud is somebody's, unless something says that it is a reference."""
_WORTH = {
    "zero": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
    "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
    "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70,
    "octante": 80, "huitante": 80, "nonante": 90,
}  # fmt: skip
_IN_ENGLISH = re.compile(
    r"\b(?:(?:oh|zero|one|two|three|four|five|six|seven|eight|nine|double|triple|plus)[ ,.\-]{1,2}){7,16}"
    r"(?:oh|zero|one|two|three|four|five|six|seven|eight|nine)\b",
    _I,
)
Kind = Literal["phone", "nir", "card", "iban", "identifier"]


def said(text: str) -> Iterator[tuple[int, int, Kind]]:
    """Where numbers said in words stand, and what they are."""
    if _SOME_WORD.search(text):
        for match in _RUN.finditer(text):
            if _SOME_WORD.search(match[0]):
                yield from _what(text, match)
    for match in (
        _IN_ENGLISH.finditer(text) if " seven" in text or " nine" in text or " zero" in text or " four" in text else ()
    ):
        if not is_reference(text, match.start()):
            yield match.start(), match.end(), "phone"


def _what(text: str, match: re.Match[str]) -> Iterator[tuple[int, int, Kind]]:
    start, end = match.span()
    groups = digits_said(match[0])
    count = sum(size for _, size in groups)
    words = before(text, start, 60)
    # Only the last word that says what a number is counts: « sécu …, téléphone … ».
    if count >= 10 and _SOCIAL_SECURITY.search(words):
        yield start, end, "nir"
    elif count >= 12 and _ACCOUNT.search(words):
        yield start, end, "iban"
    elif count >= 12 and _CARD.search(words):
        yield start, end, "card"
    elif is_reference(text, start):
        return
    elif (stop := _ten_digits(match[0], groups)) is not None:
        plus = _PLUS.search(words)
        yield start - (len(plus[0]) if plus else 0), start + stop, "phone"
    elif count >= 8 and _TELEPHONE.search(words):
        plus = _PLUS.search(words)
        yield start - (len(plus[0]) if plus else 0), end, "phone"
    elif count >= FEWEST_OF_ANYBODY:
        yield start, end, "nir" if count >= 13 else "identifier"


def _ten_digits(run: str, groups: Sequence[tuple[int, int]]) -> int | None:
    """Where a run that begins with zero, or with the code of France, has all the digits of a telephone."""
    low = run.lower()
    if re.match(r"(?:z[ée]ro|0|o)\b[ ,.\-]*(?:z[ée]ro|0|o)\b", low) or re.match(r"trente[ \-]trois|33", low):
        return groups[-1][0] if 11 <= sum(size for _, size in groups) <= 14 else None
    if not re.match(r"(?:z[ée]ro|0)(?!\d)|0[1-79]\b", low):
        return None
    count = 0
    for end, size in groups:
        count += size
        if count >= 10:
            return end
    return None


def digits_said(run: str) -> list[tuple[int, int]]:
    """The numbers of a run as French builds them: where each ends, and how many digits it has."""
    groups: list[tuple[int, int]] = []
    value, end, places = -1, 0, 0
    for match in _PART.finditer(run):
        word = match[0].lower().replace("é", "e")
        if word[0].isdigit():
            if value >= 0:
                groups.append((end, len(str(value))))
            groups.append((match.end(), len(word)))
            value = -1
            continue
        if word in ("et", "puis", "ensuite", "euh", "espace"):
            continue
        if word not in _WORTH and not word.startswith("cent") and word != "mille":
            if value >= 0:
                groups.append((end, len(str(value))))
            value = -1
            continue
        joined = _joined(value, word, places)
        if joined is None:
            if value >= 0:
                groups.append((end, len(str(value))))
            joined = (_WORTH.get(word, 100 if word.startswith("cent") else 1000), _places(word))
        value, places = joined
        end = match.end()
    if value >= 0:
        groups.append((end, len(str(value))))
    return groups


def _places(word: str) -> int:
    """What may still be said after a word: below this."""
    worth = _WORTH.get(word)
    if worth is None:
        return 100 if word.startswith("cent") else 1000
    return {20: 10, 30: 10, 40: 10, 50: 10, 60: 20, 70: 10, 80: 10, 90: 10, 10: 10}.get(worth, 0)


def _joined(value: int, word: str, places: int) -> tuple[int, int] | None:
    """A number and the word that goes on with it; None where the word begins another."""
    if value < 0:
        return None
    worth = _WORTH.get(word)
    if word.startswith("cent"):
        rest = value % 1000
        return (value + rest * 99, 100) if 1 < rest < 10 else None
    if word == "mille":
        return (value * 1000, 1000) if 1 < value < 100 else None
    if worth is None or worth == 0:
        return None
    if value == 4 and worth == 20:
        return 80, 20
    if 0 < worth < places and (places != 10 or value % 100 != 10 or worth > 6):
        rest = _places(word) if worth >= 20 else (10 if worth == 10 else 0)
        return value + worth, min(rest, places)
    return None


_SIGN = (
    rf"(?:{_NUMBER}|\d{{1,6}}|[A-Za-z](?: comme [^\W\d_]+)?(?![\w'])|tiret|slash|barre|point|espace|double|"
    rf"(?-i:[A-Z]{{2,3}})(?!\w))"
)
SPELT = re.compile(
    rf"(?:{FILLER}){{0,8}}((?<![\w']){_SIGN}(?:[ ,.;:/\-]{{1,3}}(?:et[ \-])?{_SIGN}){{2,30}})(?![\w'])", _I
)
"""A value told sign by sign, after the word that says what it is."""


def spelt(text: str, at: int, fewest: int) -> tuple[int, int] | None:
    """Where a value told sign by sign after a word stands, when it has so many letters and digits."""
    match = SPELT.match(text, at)
    if match is None:
        return None
    parts = _PART.findall(match[1])
    # Sign by sign or in words: groups of digits are read elsewhere.
    if not any(_WORTH.get(folded(part)) is not None for part in parts) and sum(len(part) == 1 for part in parts) < 3:
        return None
    count = sum(size for _, size in digits_said(match[1]))
    letters = sum(
        len(part) for part in parts if (len(part) <= 3 and part.isupper()) or (len(part) == 1 and part.isalpha())
    )
    return match.span(1) if count >= 3 and count + letters >= fewest else None
