"""Numbers of telephones: French in any groups, foreign after their country, and those that a word announces."""

import re
from collections.abc import Iterator

from services.feedback.masking.rules.near import before, is_reference

_G = r"[ .\-_/]{0,3}"
_D = r"[\doO]"
_COUNTRY = (
    r"(?:1|7|2[07]|2[1-69]\d|3[0-24-69]|3[578]\d|4[013-9]|42\d|5[1-8]|50\d|59\d|6[0-6]|6[789]\d|8[1246]|"
    r"8[0578]\d|9[0-58]|9[679]\d)"
)
_FRANCE = r"(?:\(?(?:\+|00|0 0)[ .\-]?33\)?)"
_NOT_A_DATE = r"(?!\d\d[./\- ]\d\d[./\- ](?:19|20)\d\d(?!\d))"
_PHONE = re.compile(
    rf"(?<![\w+]){_FRANCE}{_G}(?:\(0\){_G}|0{_G})?[1-9](?:{_G}\d){{8}}(?!\w)"
    rf"|(?<![\w+]){_NOT_A_DATE}[0oO]{_G}[1-79](?:{_G}{_D}){{8}}(?![\da-z])"
    rf"|\(0[1-79]\)(?:{_G}\d){{8}}(?!\d)"
    r"|(?<![\w+])0[1-79](?:(?:[,:;|] ?| ?\n ?)\d\d){4}(?!\d)",
)
_FOREIGN = re.compile(rf"(?<![\w+])(?<!\d[ .\-/])\(?(\+ ?|0 ?0[ .]?)(?!33){_COUNTRY}\)?(?:{_G}\(?\d\)?){{5,12}}(?!\w)")
_TOLD = re.compile(
    r"\b(?:t[ée]l(?:[ée]ph?one|[ée]phonique)?s?|mobiles?|portables?|port|gsm|natel|fixe?|joindre|joignables?|"
    r"r?app?el\w*|whatsapp|"
    r"sms|texto|phone|call|cell|fax|handy|t[ée]l[ée]copie)\b[^\d\n;!?]{0,25}\Z",
    re.IGNORECASE,
)
_OWN_NUMBER = re.compile(
    r"\b(?:mon|son|notre|leur|my|his|her)(?: nouveau| bon| new)? (?:num(?:[ée]ro)?|number)\b[^\d\n.;!?]{0,20}\Z",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\bnum(?:[ée]ros?)?\b[^\d\n.;!?]{0,20}\Z", re.IGNORECASE)
_NOT_OF_A_PHONE = re.compile(
    r"client|contrat|compte|abonn|adh[ée]r|s[ée]cu|compteur|dossier|heures?|h\b", re.IGNORECASE
)
_GROUPS = re.compile(
    r"(?<![\w+.,/\-])(?!0 ?8\d\d)\(?\d{1,12}\)?(?:[ .\-/]{1,3}\d{1,8}){0,5}(?![\w/]|[.,]\d| ?(?:€|eur|h\b|ans\b|km|"
    r"kwh|%))",
    re.IGNORECASE,
)
_MOBILE = re.compile(rf"(?:33{_G}(?:\(0\){_G})?)?[1-9](?:{_G}\d){{8}}\Z")
_DATE = re.compile(r"\d{1,2}([./\- ])\d{1,2}\1(?:\d\d|(?:19|20)\d\d)\Z|(?:19|20)\d\d-\d\d-\d\d\Z")
_GOES_ON = re.compile(r"[ .\-]\d")
_IN_PAIRS = re.compile(r"(?:[ .\-_/]{1,3}\d\d){4}\Z|\A\d{10}\Z|\A\+")
_FEWEST, _MOST = 8, 12
"""Digits of a national number, anywhere."""
_DIGIT = re.compile(r"\d")


def phones(text: str) -> Iterator[tuple[int, int]]:
    """Where numbers of telephones stand: [start, end)."""
    for match in _FOREIGN.finditer(text):
        digits = len(_DIGIT.findall(match[0]))
        if match[1].startswith("+") or (digits >= 10 and not is_reference(text, match.start())):
            yield match.span()
    for match in _PHONE.finditer(text):
        goes_on = _GOES_ON.match(text, match.end()) and not _IN_PAIRS.search(match[0])
        if (
            sum(map(str.isdigit, match[0])) >= 8
            and not goes_on
            and (_is_grouped(match[0]) or not is_reference(text, match.start()))
        ):
            yield match.span()
    yield from _told(text)


def _told(text: str) -> Iterator[tuple[int, int]]:
    """Numbers that nothing shows to be telephones but the word before them."""
    for match in _GROUPS.finditer(text):
        digits = len(_DIGIT.findall(match[0]))
        if not _FEWEST <= digits <= _MOST or _DATE.match(match[0]) or is_reference(text, match.start()):
            continue
        words = before(text, match.start())
        told = _TOLD.search(words) or _OWN_NUMBER.search(words) or (_NUMBERED.search(words) and _MOBILE.match(match[0]))
        if told and not _NOT_OF_A_PHONE.search(told[0]):
            yield match.span()


def _is_grouped(number: str) -> bool:
    return number.startswith(("+", "(")) or len(re.findall(r"\d+", number)) >= 4
