"""Names that no list knows, told by the words around them: whose son, who speaks, who signs, what is asked for."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache

from services.feedback.masking.rules.around import house_at, is_house_after, is_place_before
from services.feedback.masking.rules.common_words import COMMON_WORDS
from services.feedback.masking.rules.cues import (
    AFTER_AM,
    AFTER_BRACKETS,
    AFTER_GREETING,
    AFTER_NUMBER,
    AFTER_QUOTE,
    AFTER_ROLE,
    AM,
    AND_KNOWN,
    ASKED,
    BEFORE_NUMBER,
    CAPITAL,
    CORRECTED,
    END,
    FAMILY,
    GREETED,
    IN_BRACKETS,
    LAST,
    NAME,
    NO_NAME,
    OF_A_HOUSE,
    OF_KIN,
    OF_ROLE,
    QUOTED,
    SAID_TO_BE,
    SIGNED_SMALL,
    SPEAKS,
    START,
    THING_CALLED,
    THOSE,
)
from services.feedback.masking.rules.first_names import SURNAMES, folded
from services.feedback.masking.rules.nobody import FEASTS, NOBODY
from services.feedback.masking.rules.shapes import ARTICLES, NAME_WORD, is_name, plain
from services.feedback.masking.rules.signs import lowered

_TITLES = frozenset(
    [
        "mme",
        "mlle",
        "monsieur",
        "madame",
        "docteur",
        "maître",
        "veuve",
        "sœur",
        "mademoiselle",
        "tata",
        "papy",
        "mamie",
        "tatie",
        "frau",
        "herr",
    ]
)
_USED_AS_A_HOUSE = re.compile(
    r"(?:[@#]|\b(?:chez|appli(?:cation)?|site|forfait|box|magasin|boutique|enseigne|marque|cliente?|clients|"
    r"abonnement|offre|contrat|services?|équipes?|"
    r"groupe|société|carte|mutuelle|banque|agence|compte|espace|pass|pack|formule|garantie|fibre|via|sur|assurance|"
    r"produits?|colis|livraison|livreur|"
    r"technicien|conseillers?|vendeur) )(?=(\w+))"
)
BEFORE_THING = 30
MOST_NAMES = 20
"""Different words of names that are looked for again in a text."""


def told(text: str, found: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where the words around tell of somebody whom no list knows; `found` is known already."""
    if not _is_anybody_left(text, found):
        return
    low = lowered(text)
    for cue, after in (
        (SAID_TO_BE, None),
        (OF_KIN, None),
        (AM, AFTER_AM),
        (IN_BRACKETS, AFTER_BRACKETS),
        (QUOTED, AFTER_QUOTE),
        (FAMILY, None),
    ):
        for match in cue.finditer(low):
            if cue is SAID_TO_BE and THING_CALLED.search(low, max(0, match.start() - BEFORE_THING), match.start()):
                continue
            yield from _named(text, match.end(), after, fewest=1, stressed=cue is SAID_TO_BE)
    for match in OF_ROLE.finditer(low):
        yield from _named(text, match.end(), AFTER_ROLE, fewest=1 if match[1].strip() else 2)
    for match in ASKED.finditer(low):
        yield from _named(text, match.end(), None, fewest=2 if OF_A_HOUSE.match(match[0]) else 1)
    for match in GREETED.finditer(low):
        yield from _named(text, match.end(), AFTER_GREETING, fewest=1)
    for match in CAPITAL.finditer(text):
        if SPEAKS.match(low, match.end()):
            yield from _kept(text, match.span(1), fewest=1)
    for match in THOSE.finditer(text):
        yield from _kept(text, match.span(1), fewest=1)
    yield from _signed(text)


def _is_anybody_left(text: str, found: Sequence[tuple[int, int]]) -> bool:
    """Whether a word with a capital may still be a name."""
    spans = list(found)
    return (
        any(
            not _is_common(match[0]) and not any(start <= match.start() < end for start, end in spans)
            for match in _WORD.finditer(text)
        )
        or SIGNED_SMALL.search(text) is not None
    )


def _signed(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (END, START):
        for match in pattern.finditer(text):
            yield from _kept(text, match.span(1), fewest=2, whole=True)
    for match in LAST.finditer(text):
        parts = match[1].split()
        if is_name(plain(parts[0])) or folded(parts[-1]) in SURNAMES or not ARTICLES.isdisjoint(map(plain, parts)):
            yield from _kept(text, match.span(1), fewest=2, whole=True)
    for match in SIGNED_SMALL.finditer(text):
        parts = [folded(part.strip(".")) for part in match[1].split()]
        if "." in match[1] or (is_name(parts[0]) and not COMMON_WORDS.intersection(parts)):
            yield match.span(1)


def _named(
    text: str, at: int, after: re.Pattern[str] | None, *, fewest: int, stressed: bool = False
) -> Iterator[tuple[int, int]]:
    """The name that begins right here, when what follows it is as it should be."""
    match = NAME.match(text, at)
    if match is not None and (after is None or after.match(text, match.end())):
        yield from _kept(text, match.span(1), fewest=fewest, stressed=stressed)


def _kept(
    text: str, span: tuple[int, int], *, fewest: int, whole: bool = False, stressed: bool = False
) -> Iterator[tuple[int, int]]:
    """The words of a name that are nobody's brand, place or greeting: up to the first that is."""
    start, end = span
    words = list(_ANY_WORD.finditer(text, start, end))
    kept: list[re.Match[str]] = []
    for word in words:
        if _is_common(word[0]) or (not kept and not stressed and _is_short_for(word[0], alone=len(words) == 1)):
            break
        kept.append(word)
    while kept and plain(kept[-1][0]) in _JOINTS:
        kept.pop()
    if len(kept) < max(fewest, 1) or (whole and len(kept) < len(words)):
        return
    start, end = kept[0].start(), kept[-1].end()
    if not (
        any(is_house_after(text, word.end()) for word in kept)
        or house_at(text, start)
        or is_place_before(text, start)
        or _is_a_house(text, kept[0][0])
    ):
        yield start, end


def _is_common(word: str) -> bool:
    low = plain(word.strip(".,"))
    if low in ARTICLES:
        return False
    # « L'ancienne » is no name, « L'Hostis » is one.
    shape = low if low[:2] not in ("l'", "d'") else word[0].lower() + word[1:]
    return (
        low in COMMON_WORDS
        or low.startswith(("saint-", "sainte-"))
        or low in NOBODY
        or low in FEASTS
        or NO_NAME.match(shape) is not None
        or any(map(str.isdigit, low))
    )


def _is_short_for(word: str, *, alone: bool) -> bool:
    """« SFR », « ÉCRIT »: letters for words, or a word that is stressed."""
    return word.isupper() and len(word) > 1 and not is_name(plain(word)) and (len(word) < 5 or alone)


def _is_a_house(text: str, word: str) -> bool:
    """Whether the text uses a word as that of a house: « chez Nordalia », « @Nordalia », « l'appli Nordalia »."""
    return word.lower() in _houses(text)


@lru_cache(maxsize=1)
def _houses(text: str) -> frozenset[str]:
    return frozenset(match[1] for match in _USED_AS_A_HOUSE.finditer(lowered(text)))


def together(text: str, found: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """« Ngoné et Maxence »: who is named beside somebody."""
    for start, _ in found:
        match = AND_KNOWN.search(text, max(0, start - 30), start)
        if match is not None:
            yield from _kept(text, match.span(1), fewest=1)


def corrected(text: str, found: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """« Mme Grosjean, non pardon Grandjean »: what stands in the place of a name is one."""
    for _, end in found:
        match = CORRECTED.match(lowered(text), end)
        if match is not None and match[0].strip(" ,") != "":
            yield from _named(text, match.end(), None, fewest=1)


def again(text: str, found: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The same name, or a part of it, elsewhere in the text."""
    words = {
        plain(match[0])
        for start, end in found
        for match in _WORD.finditer(text, start, end)
        if len(match[0]) > 3 and plain(match[0]) not in COMMON_WORDS and plain(match[0]) not in _TITLES
    }
    yield from _anywhere(text, sorted(words)[:MOST_NAMES], found, plain)


def _anywhere(
    text: str, words: Collection[str], found: Sequence[tuple[int, int]], form: Callable[[str], str]
) -> Iterator[tuple[int, int]]:
    """Where one of these words stands, in the form in which they are given, outside of what is found."""
    if not words:
        return
    for match in _WORD.finditer(text):
        if form(match[0]) in words and not any(start <= match.start() < end for start, end in found):
            yield from _kept(text, match.span(), fewest=1)


def beside(text: str, others: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, int]]:
    """Two words of a name and then a number of somebody: « Bakary Sidibé | 06 39… », « Soan (04/06/2018) »."""
    for start, end, kind in others:
        match = BEFORE_NUMBER.search(text, max(0, start - 60), start)
        if match is not None:
            yield from _kept(
                text,
                match.span(1 if match[1] else 2),
                fewest=1 if kind in ("birth_date", "nir") and "(" in match[0] else 2,
            )
        match = AFTER_NUMBER.match(text, end)
        if match is not None:
            yield from _kept(text, match.span(1), fewest=2, whole=True)
        if kind in ("email", "link", "handle"):
            parts = {folded(part) for part in _LETTERS.findall(text[start:end])}
            names = {part for part in parts if is_name(part) or part in SURNAMES}
            yield from _anywhere(text, names, [(start, end)], folded)


_WORD = re.compile(rf"(?<![\w@#/.\-])(?:{NAME_WORD})(?![\w@])")
_ANY_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"[^\W\d_]{4,}")
_JOINTS = ARTICLES | {"d'", "des", "dos", "das", "di"}
