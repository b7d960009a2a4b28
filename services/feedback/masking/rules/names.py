"""Names of persons without a title: by first names, by the words that announce somebody, and by signatures."""

import re
from collections.abc import Iterable, Iterator

from services.feedback.masking.rules.around import (
    SAYING,
    house_at,
    is_announced,
    is_house_after,
    is_person_after,
    is_place_before,
    is_surely_announced,
    is_thing_before,
)
from services.feedback.masking.rules.common_words import COMMON_WORDS
from services.feedback.masking.rules.first_names import SURNAMES, folded, is_first_name, may_be_first_name
from services.feedback.masking.rules.nobody import NOBODY
from services.feedback.masking.rules.shapes import (
    ARTICLES,
    BEFORE_SURNAMES,
    INITIALS,
    NAME_WORD,
    PARTICLE,
    UP,
    is_known,
    plain,
)
from services.feedback.masking.rules.told import again, corrected, together, told
from services.feedback.masking.rules.written import written

WORD = re.compile(rf"(?<![\w@#/.'’\-])(?:{NAME_WORD})(?!\w|@)")
REST = re.compile(rf"(?: (?:{PARTICLE} ){{0,2}}(?:d['’])?{NAME_WORD}){{1,3}}")

_WITH = re.compile(rf"(?:, | et | ou | & |, et | puis )((?:{NAME_WORD}))(?!\w|@)")
_INITIAL_NAME = re.compile(
    rf"(?<![\w.]){INITIALS} ?(?:(?:[Dd]e|[Dd]u|[Dd]es|[Ll]e|[Ll]a) ){{0,2}}{NAME_WORD}(?: {NAME_WORD})?|"
    rf"(?<![\w.])(?:{NAME_WORD}) [{UP}]\.(?=[\s),;]|\Z)"
)
_SHORT_FIRST = re.compile(
    rf"(?<![\w@\-])(?:J-?[BCDFLMPY]|M-?[CLT]|P-?[YELA]|A-?[MSC]|F-?X|L-?[MP])\.? ({NAME_WORD})(?![\w@])"
)
"""« JP Morin », « J-P. Morin »."""
_TWO_SURNAMES = re.compile(rf"(?<![\w@#/.'\-])([{UP}][^\W\d_]{{3,}})-([{UP}][^\W\d_]{{3,}})(?![\w@'\-])")
_TOWARDS = re.compile(r"\b(?:à|de|vers|sur|d'|en) ?\Z")
_COMMON_ENDINGS = re.compile(r"\d")
_PLAIN_TITLE = re.compile(rf"\b(?i:mr|mme|mlle|melle|mle|mm|mdme)\.? ([^\W\d_][\w'’\-]{{2,}}(?: {NAME_WORD})?)")
"""A title as it is typed in haste; what follows may have no capital."""
_SHORT_TITLE = re.compile(r"(?<![\w'])[mM]\.? ([^\W\d_]{3,})(?![\w@])")
"""« m tran »."""
_TITLE_AND_ARTICLE = re.compile(
    r"\b(?i:m\. et mme|m\.|mr|mme|mlle|madame|monsieur|dr|docteur|maître|sœur|soeur|abbé|mamie|mamy|papi|papy|tonton|"
    r"tatie)(?: veuve| vve)?"
    rf"(?i:(?: (?:le|la|les|du|de|des|van|von)| d['’]))* ?({NAME_WORD})(?: {NAME_WORD}){{0,2}}"
)
_TITLED = re.compile(
    r"(?<![\w'’])(?:(?:M\.?|Mr|Monsieur) (?:et|&|ou) (?:Mme|Madame)|M\.|MM\.|Frau|Herr|Sra?|Srta|Se[ñn]ora?|"
    r"Signora?|Mr\.?|Mrs\.?|Ms\.?|Mmes?|Mlles?|Madame|Monsieur|Mademoiselle|Mister|Dr\.?|Docteur|Me|Maître)"
    rf"(?: (?:veuve|vve|née))? (?!(?:Je|Vous|Il|Elle|On|Nous|Le|La|Les|Un|Une|Merci|Bonjour|Votre|Vos|Ce|Et|"
    rf"Bricolage|Monsieur|Madame)\b)"
    rf"[{UP}][\w'’\-]*\.?(?: (?:(?:de|du|des|le|la|van|von|ben|el|d['’]) ?)?[{UP}][\w'’\-]+){{0,3}}"
)
_AT_THE_PHONE = re.compile(rf"(?<!\w)({NAME_WORD})(?: {NAME_WORD})? (?:à l['’]appareil|au bout du fil)")
_SPELT = re.compile(rf"\b(?:épelle|épeler)\b[^.!?\n]{{0,20}}\bc['’]est ({NAME_WORD})", re.IGNORECASE)


def names(text: str) -> Iterator[tuple[int, int]]:
    """Where persons are named without a title: [start, end)."""
    found: list[tuple[int, int]] = []
    beyond = 0
    shouted = sum(map(str.isupper, text)) > 2 * sum(map(str.islower, text))
    for match in WORD.finditer(text):
        if match.start() < beyond:
            continue
        if (house := house_at(text, match.start())) is not None:
            beyond = house
            continue
        end = _name_at(text, match.start(), match.end(), shouted=shouted)
        if end is None:
            continue
        beyond = end
        # The name of a street or of a house is nobody, nor is the rest of it.
        if not is_place_before(text, match.start()):
            found.append((match.start(), end))
    found += [(match.start(), match.end()) for match in _INITIAL_NAME.finditer(text) if _is_initialled(match[0])]
    found += _titled(text)
    found += [
        (match.start(), match.end(1)) for match in _AT_THE_PHONE.finditer(text) if plain(match[1]) not in COMMON_WORDS
    ]
    found += [match.span(1) for match in _SPELT.finditer(text) if match[1][0].isupper()]
    found += [m.span() for m in _SHORT_FIRST.finditer(text) if folded(m[1]) in SURNAMES]
    found += _double(text)
    found += written(text)
    found += told(text, found)
    found += _joined(text, found)
    found += together(text, found)
    found += corrected(text, found)
    found += again(text, found)
    yield from merged(found)


def titled(text: str) -> Iterator[tuple[int, int]]:
    """Where a title comes before a name with a capital."""
    for match in _TITLED.finditer(text):
        yield match.start(), match.start() + len(match[0].rstrip("."))


def merged(found: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Places that touch each other as one."""
    last: tuple[int, int] | None = None
    for start, end in sorted(found):
        if last is not None and start <= last[1]:
            last = (last[0], max(last[1], end))
            continue
        if last is not None:
            yield last
        last = (start, end)
    if last is not None:
        yield last


def _name_at(text: str, start: int, end: int, *, shouted: bool) -> int | None:
    word = text[start:end]
    low = plain(word)
    if (low in COMMON_WORDS and low not in ARTICLES) or low in NOBODY:
        return None
    cued = is_surely_announced(text, start)
    if low.startswith(("saint-", "sainte-")):
        return None
    if len(word) > 1 and word.isupper() and not shouted and not is_first_name(low) and not (cued and len(word) > 3):
        return None
    if low in ARTICLES and cued:
        follows = REST.match(text, end)
        return None if follows is None else _with_surname(text, end, shouted=shouted)
    first, joined, _ = low.partition("-")
    known, maybe = is_known(low), may_be_first_name(first) or (joined != "" and is_first_name(first))
    if not (known or cued or (maybe and _somebody(text, end, cued=is_announced(text, start)))):
        return None
    if is_house_after(text, end):
        return None
    whole = _with_surname(text, end, shouted=shouted)
    thing = whole == end and not cued and is_thing_before(text, start) and not is_person_after(text, end)
    return None if thing else whole


def _somebody(text: str, end: int, *, cued: bool) -> bool:
    """Whether the words after a name that is also a word say that somebody is meant."""
    if cued or is_person_after(text, end):
        return True
    beside = _WITH.match(text, end)
    if beside is not None and text[end] != "," and (is_known(plain(beside[1])) or may_be_first_name(plain(beside[1]))):
        return True
    surname = REST.match(text, end)
    return surname is not None and not any(
        (plain(part) in COMMON_WORDS and plain(part) not in BEFORE_SURNAMES) or any(map(str.isdigit, part))
        for part in surname[0].split()
    )


def _with_surname(text: str, end: int, *, shouted: bool) -> int:
    rest = REST.match(text, end)
    if rest is None:
        return end
    kept = end
    for part in re.finditer(rf" (?:{PARTICLE} ){{0,2}}(?:d['’])?({NAME_WORD})", rest[0]):
        low = plain(part[1])
        if low in ARTICLES and part.end() != len(rest[0]):
            continue
        if (
            (low in COMMON_WORDS and not may_be_first_name(low))
            or (shouted and part.end() != len(rest[0]))
            or _COMMON_ENDINGS.search(part[1])
        ):
            break
        kept = end + part.end()
    return kept


def _titled(text: str) -> Iterator[tuple[int, int]]:
    for match in _SHORT_TITLE.finditer(text):
        if folded(match[1]) in SURNAMES:
            yield match.span()
    for pattern in (_TITLE_AND_ARTICLE, _PLAIN_TITLE):
        for match in pattern.finditer(text):
            if (
                plain(match[1].split()[0]) not in COMMON_WORDS
                and match[1] not in SAYING
                and not is_place_before(text, match.start() - (5 if text.startswith("chez ", match.start() - 5) else 0))
            ):
                yield match.start(), match.end()


def _double(text: str) -> Iterator[tuple[int, int]]:
    """« DUPUY-LABADIE »: two surnames in one."""
    for match in _TWO_SURNAMES.finditer(text):
        first, second = folded(match[1]), folded(match[2])
        if (
            (first in SURNAMES or second in SURNAMES)
            and not {first, second} & COMMON_WORDS
            and first not in ("saint", "sainte")
            and not _TOWARDS.search(text, max(0, match.start() - 6), match.start())
            and not is_place_before(text, match.start())
        ):
            yield match.span()


def _is_initialled(name: str) -> bool:
    return all(
        plain(word.strip(".")) not in COMMON_WORDS - ARTICLES or len(word.strip(".")) == 1
        for word in name.replace(".", ". ").split()
    )


def _joined(text: str, found: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Names beside names: « Andry, Mialy et Tojo »."""
    known = {start for start, _ in found}
    for _, end in found:
        at = end
        while (match := _WITH.match(text, at)) and match.start(1) not in known:
            low = plain(match[1])
            if low in COMMON_WORDS or (match[1].isupper() and len(match[1]) > 3) or house_at(text, match.start(1)):
                break
            if text[at] == "," and not (may_be_first_name(low) or is_known(low)):
                break
            known.add(match.start(1))
            at = _with_surname(text, match.end(1), shouted=False)
            yield match.start(1), at
