"""Dates of birth: any date that a word tells to be one, and those so old that they can hardly be another."""

import re
from collections.abc import Iterator

from services.feedback.masking.rules.near import before
from services.feedback.masking.rules.signs import lowered

_MONTH = (
    r"(?:janv?(?:ier|i?\.?)?|f[ée]v(?:r(?:ier|i?\.?)?|\.)?|mars|avr(?:il?|\.)?|mai|juin|jui(?:l(?:let|l?\.?)?)?|"
    r"ao[ûu]t|sept?(?:embre|e?\.?)?|"
    r"oct(?:obre|ober|o?\.?)?|nov(?:embre|ember|e?\.?)?|d[ée]c(?:embre|ember|e?\.?)?|january|feb(?:ruary|\.)?|march|"
    r"mar\.?|april|apr\.?|may|"
    r"june?|july?|aug(?:ust|\.)?)"
)
_SAID_BELOW_20 = (
    r"(?:premier|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix(?:[ -](?:sept|huit|neuf))?|onze|"
    r"douze|treize|quatorze|quinze|seize)"
)
_SAID_DAY = rf"(?:{_SAID_BELOW_20}|vingt(?:[ -](?:et[ -])?{_SAID_BELOW_20})?|trente(?:[ -]et[ -]une?)?)"
_SAID_YEAR = (
    r"(?:(?:mille neuf cents?|dix-neuf cents?|deux mille)(?:[ -](?:et[ -])?[a-zé]+){0,4}|"
    r"(?:trente|quarante|cinquante|soixante|quatre[ -]vingts?)(?:[ -][a-zé]+){0,3})"
)
_YEAR = r"(?:19|20)?\d\d"
_J = r"(?: ?[/.\-] ?| )"
_DATE = re.compile(
    rf"(?<![\d/\-.])(?:(?:0?[1-9]|[12]\d|3[01])({_J})(?:0?[1-9]|1[0-2])\1{_YEAR}|(?:0?[1-9]|1[0-2])/(?:[12]\d|"
    rf"3[01])/(?:19|20)\d\d|(?:19|20)\d\d(?:-\d\d-\d\d|/\d\d/\d\d|\.\d\d\.\d\d)"
    rf"|\d{{1,2}}(?:er|st|nd|rd|th|e)?(?: of)?[ \-/.]{{1,2}}{_MONTH}[, \-/.]{{1,2}}{_YEAR}|{_MONTH} \d{{1,2}}(?:st|nd|"
    rf"rd|th)?,? (?:19|20)\d\d)(?!\d)",
)
_ANY_DATE = re.compile(rf"\d[/.\-]|\d \d|\d\d|{_MONTH}|naiss|\bn[ée]e? ")
_SAID_YEARS = re.compile(r"mille|quarante|cinquante|soixante|trente|quatre-vingt|neuf cent")
_SAID_DATE = re.compile(
    rf"\b(?:{_SAID_DAY},? (?:{_MONTH}|du {_SAID_DAY}),? (?:{_SAID_YEAR}|(?:19|20)\d\d)|"
    rf"\d{{1,2}}(?:er)? {_MONTH},? {_SAID_YEAR}"
    rf"|{_SAID_DAY} {_MONTH} {_SAID_BELOW_20})\b",
)
_BIRTH = re.compile(
    r"\b(?:né(?:e|\(e\)|\.e|·e)?s?\b|n[ée]e?s? (?=(?:le|en|au|un)\b)|ne\(e\)|naiss(?:ance)?\b|nais\.|ddn\b|d\.d\.n|"
    r"d\.o\.b|dob\b|born\b|"
    r"birth|anniv|bday|suis (?:du|de)\b)",
)
_BIRTH_FORM = re.compile(r"\bdate (?:de )?naissance\b[^\d]*\Z")
_STRONG = re.compile(
    r"\b(?:né(?:e|\(e\)|\.e)?s? (?:le|un|en|:)?[ :]*|nee? (?:le|un|en) |anniversaire[ ,:]*(?:est |c'est )?(?:le )?|"
    r"(?:date|jour) (?:de )?naiss(?:ance|\.)?[ :]*(?:est |c'est )?(?:le )?|ddn[ :]*|dob[ :]*|"
    r"born (?:on|in) ?(?:the )?|naissance : ?(?:le )?)(?:lundi |mardi |mercredi |jeudi |vendredi |samedi |"
    r"dimanche )?\s?\Z",
)
_BARE = re.compile(
    rf"(?<!\d)(?:\d{{6}}|\d{{8}}|\d\d(?= ?[,.)\n]|$)|\d{{1,2}} ?{_MONTH}(?! \d)|{_MONTH} (?:19|20)?\d\d|(?:19|"
    rf"20)\d\d)(?![\d\w])"
)
"""What is a date of birth only right after a word that says so."""
_KIN = re.compile(r"\b(?:enfants?|fils|filles?|conjointe?|ayants? droit|b[ée]n[ée]ficiaires?|b[ée]b[ée])\b[^.!?]*\(\Z")
"""Before a date in brackets."""
_OLD = re.compile(
    r"(?:19[1-9]\d|200\d|201[0-2])\Z|(?<=\d[/.\-])[3-9]\d\Z|\A(?:19[1-9]\d|200\d|201[0-2])[-/.]|cent|"
    r"\Adeux mille (?:une?|deux|trois|quatre|"
    r"cinq|six|sept|huit|neuf|dix)\Z",
)
_SINCE = re.compile(
    r"\b(?:depuis|contrat|sign|achet|achat|factur|souscri|install|livr|command|ouver|mise en|client|abonn|adh[ée]r|"
    r"version|loi\b|d[ée]cret|arr[êe]t|jugement|effet|garantie|constru|b[âa]ti|circulation|immatricul|guerre|"
    r"mari[ée]s?\b|mariage|"
    r"d[ée]c[èe]s|d[ée]c[ée]d|fond[ée]|cr[ée]{2}e?|embauch|arriv[ée]|obtenu|d[ée]livr|valable|permis)",
)
"""What else happened long ago."""
_BETWEEN = 15
"""Characters between two dates of one list."""
_NEAR = 40
_CORRECTED = re.compile(
    r"(?:,? (?:et )?(?:pas|non)(?: pas)?|,? et non(?: pas)?|,? au lieu| mais|,? plut[ôo]t)(?: (?:le|du|un|au))? \Z"
)


_LIST = re.compile(
    r"\b(?:enfants|b[ée]n[ée]ficiaires|ayants? droit|passagers|voyageurs|participants|inscrits|[ée]l[èe]ves|"
    r"assur[ée]s)\b"
)
_IN_A_LIST = re.compile(r"[^\W\d_] ?[;|(,:—\-]{1,2} ?\Z")
_HEADER = re.compile(r"^[^\d\n]*\b(?:n[ée](?:\(e\)|e)?s? le|naissance|ddn)\b[^\d\n]*\n", re.MULTILINE)
"""The first line of a table that has a column of them."""
_NIR = re.compile(r"(?<!\d)[12][ .\-]?(\d\d)[ .\-]?(\d\d)[ .\-]?(?:\d\d|2[ab])[ .\-]?\d{3}[ .\-]?\d{3}")
_IN_NUMBERS = re.compile(r"\d+")


def _month_and_year(date: str) -> tuple[str, str]:
    """Of a date in numbers, as a social-security number gives them: year, month."""
    parts = _IN_NUMBERS.findall(date)
    if len(parts) != 3:
        return "", ""
    year, month = (parts[0], parts[1]) if len(parts[0]) == 4 else (parts[2], parts[1])
    return year[-2:], f"{int(month):02}"


def birth_dates(text: str) -> Iterator[tuple[int, int]]:
    """Where dates of birth stand."""
    text = lowered(text)
    if _ANY_DATE.search(text) is None:
        return
    told_until = -1
    header = _HEADER.search(text)
    listed = _LIST.search(text)
    table = len(text) if header is None else header.end()
    born = {(match[1], match[2]) for match in _NIR.finditer(text)}
    said = _SAID_DATE.finditer(text) if _SAID_YEARS.search(text) or _BIRTH.search(text) else ()
    for match in sorted((*_DATE.finditer(text), *said), key=re.Match.start):
        words = before(text, match.start(), _NEAR)
        # Of several in a row (« Léa 03.02.2010, Noah 19.09.2013 ») only the first is told to be one.
        told = (
            _BIRTH.search(words)
            or _BIRTH_FORM.search(before(text, match.start(), 70))
            or _KIN.search(before(text, match.start(), 2 * _NEAR))
            or match.start() <= told_until
            or match.start() > table
            or (listed is not None and listed.end() < match.start() and _IN_A_LIST.search(words))
            or (born and _month_and_year(match[0]) in born)
        )
        if told or (_OLD.search(match[0]) and not _SINCE.search(words)):
            told_until = match.end() + _BETWEEN
            yield match.span()
    last = -1
    for match in _BARE.finditer(text):
        words = before(text, match.start(), _NEAR)
        if _STRONG.search(words) or (0 <= match.start() - last < _BETWEEN and _CORRECTED.search(words)):
            last = match.end()
            yield match.span()
