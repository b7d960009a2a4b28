"""Names by the way they are written: in forms, signatures, small letters, letter by letter, surname first."""

import re
from collections.abc import Iterator

from services.feedback.masking.rules.around import BEFORE, house_at, is_person_after, is_place_before, is_thing_before
from services.feedback.masking.rules.common_words import COMMON_WORDS
from services.feedback.masking.rules.first_names import RARE, SURNAMES, USUAL, folded, is_first_name, may_be_first_name
from services.feedback.masking.rules.shapes import (
    ARTICLES,
    INITIALS,
    LOW,
    NAME_WORD,
    PARTICLE,
    UP,
    is_known,
    is_name,
    plain,
)

_LINE = re.compile(
    rf"^(?:(?:Veuve|Vve|Mme|Mlle|M\.) )?(?:{INITIALS} ?|{NAME_WORD} ){{0,3}}(?:{PARTICLE} ){{0,2}}{NAME_WORD}$"
)
_CLOSING = re.compile(
    r"(?:cordialement|salutations|sincèrement|bien à vous|belle journée|bonne journée|bonne soirée|"
    r"merci(?: d['’]avance)?|respectueusement|"
    r"regards|sincerely|cdlt|bonne réception|best)[ ,.!]*\n+\Z",
    re.IGNORECASE,
)
_SIGNED_AT_THE_END = re.compile(
    r"\b(?i:regards|cordialement|cdlt|bien à vous|salutations|sincèrement|bonne journée|bonne soirée|d['’]avance|"
    r"best)[ ,.!:;-]+"
    rf"((?:{NAME_WORD} ){{0,2}}{NAME_WORD})[ .!]*\Z"
)
_LAST_SENTENCE = re.compile(rf"[.!?] +((?:{NAME_WORD} ){{1,3}}{NAME_WORD})[ .!]*\Z")
_ADDRESS_OR_END = re.compile(
    r"\s*\Z|\s*\n\s*(?:\d|\+|tél|tel|fixe|mobile|port|immeuble|contrat|dossier|client|n°)", re.IGNORECASE
)
_BEFORE_FIRST_NAME = re.compile(
    rf"(?<![\w@#/.'’\-])((?:(?i:le|la|de|du|el|al|ben|van|von|da|dos|"
    rf"ait) )?[{UP}][^\W\d_]*+(?:['’\-][^\W\d_]+)*+(?: [{UP}]{{2,}}(?!\w))?)"
    rf" ({NAME_WORD})(?!\w|@)"
)
_TWO_WORDS = re.compile(rf"(?<![\w@#/.'’\-])({NAME_WORD}) ({NAME_WORD})(?!\w|@)")
_FIELD = re.compile(
    r"(?:^|(?<=[\n,;(.!?\-]))[ \t]*(?i:(?:(?:s[ao]n|mon|ma) )?(?:nom(?: de (?:famille|naissance|jeune fille)| d'usage|"
    r" marital)?|"
    r"pr[ée]noms?|nom (?:et|&) pr[ée]nom|titulaires?"
    r"(?: du compte)?|assur[ée]e?|b[ée]n[ée]ficiaire|signataire|souscript(?:eur|rice)|conduct(?:eur|rice)|locataire|"
    r"propri[ée]taire|destinataire|m[ée]decin|enfants?|conjointe?|[ée]poux|[ée]pouse|patiente?|passager|tiers|"
    r"adh[ée]rente?|abonn[ée]e?|de|from|name|exp[ée]diteur))"
    rf" ?: ?((?:(?:{INITIALS}|Ph\.|Chr?\.) ?)?{NAME_WORD}(?: (?:{PARTICLE} ){{0,2}}{NAME_WORD}){{0,3}})"
)
_SMALL_WORD = re.compile(rf"(?<![\w@#/.'’\-])[{LOW}]{{5,}}+(?![\w@'’]|\.\w|-)")
_NEXT_SMALL = re.compile(rf" ([{LOW}][{LOW}'’\-]{{2,}}+)(?![\w@])")
_LAST_SMALL = re.compile(rf"(?<![\w@])([{LOW}][{LOW}'’\-]{{2,}}) \Z")
_SAID_SMALL = re.compile(
    r"(?i:\bje m['’ ]?ap+el+e?s?|\bmapel+e?|\bje me nomme|\bmon nom(?: c?['’ ]?est)?|\bau nom de|\bmy name is|"
    r"\bs['’]appelle|"
    rf"\bprénommée?|\bun certain|\bune certaine) ([{LOW}][{LOW}'’\-]{{2,}}+)(?![\w@])"
)
_GREETED_SMALL = re.compile(
    r"(?i:\bc['’ ]?est|\bc|\bje suis|\bmerci(?: beaucoup)?(?: [àa])?|\bbravo(?: [àa])?|\bici|\bbonjour|\bbjr|"
    r"\bsalut|\bslt|\bavec|"
    r"\bpar|\bchez|\bmon (?:fils|mari|frère|frere|gamin|copain)|\bma (?:fille|femme|soeur|sœur|copine)|"
    r"\bconseill(?:er|ère|ere)|"
    rf"\btechnicien(?:ne)?|\bcollègue|\bcollegue|\blivreur|\bvendeu(?:r|se)) ([{LOW}]{{3,}}+)(?![\w@'’\-]|\.\w)"
)
LONG = 6
"""Letters beyond which a rare first name in small letters is no misspelt word."""
_BORN = re.compile(rf"(?<![\w@#/.'’\-])((?:{NAME_WORD} ){{1,4}})(?=n[ée]e? (?:le |en |\d))")
_TWO_SMALL = re.compile(rf"(?<![\w@#/.'’\-])(?=([{LOW}]{{3,}}) ([{LOW}]{{3,}})(?![\w@'’\-]|\.\w))")
_ENDS = re.compile(r" ?(?:[,.;:!?\n)]|\Z)")
_SMALL_FIRST = re.compile(rf"(?:\A|[.!?] )([{LOW}]{{4,}})(?= (?:vous|m'|m’|est|était|du))")
_SMALL_COMPOUND = re.compile(
    rf"(?<![\w@#/.'’\-])(?:jean|marie|anne|pierre|paul|louis|charles|yves|lou)-[{LOW}]{{2,}}(?![\w@'’\-])"
)
_FRUIT_AND_FLOWERS = frozenset(
    {"clementine", "veronique", "capucine", "mirabelle", "suzette", "paulette", "angelique", "mandarine", "hortensia"}
)
"""Believed in small letters only after a greeting."""
_NO_NAMES = frozenset(
    [
        "parfait",
        "gentil",
        "content",
        "juste",
        "franc",
        "honoré",
        "aimé",
        "désiré",
        "fidèle",
        "constant",
        "beau",
        "sage",
        "bel",
        "ravi",
        "sereine",
        "sage",
        "fortuné",
    ]
)
_ME_SMALL = re.compile(rf"(?i:\bmoi,? c(?:'?est)?|\bje suis|\bmoi,) ([{LOW}]{{3,}})(?= ?[,.!]| et |\Z)")
_FUNCTION_WORDS = frozenset(
    word
    for line in (
        "la le les mon ma mes notre nos votre vos leur leurs son sa ses ce cet cette ces tout toute tous toutes un une",
        "des pas comment plus jamais personne quoi que qui quel quelle et ou mais pour par avec sans chez dans sur est",
        "sont était quand pourquoi complet entier prénom adresse aussi maman papa madame monsieur société toujours the",
        "not c'est c’est feu feue",
    )
    for word in line.split()
)
_SPELT_BEGINS = (
    rf"(?<![\w'’])(?:(?:deux|double) )?[{UP}](?:(?:, ?|-| - |\. ?)(?:espace|apostrophe|tiret|(?:(?:deux|"
    rf"double) )?[{UP}])(?!\w))"
)
_SPACED = rf"(?<![\w'’])(?:[{UP}](?: accent(?: aigu| grave)?)?,? ){{3,}}[{UP}](?: accent(?: aigu| grave)?)?(?![\w'’])"
_LETTER_BY_LETTER = re.compile(_SPELT_BEGINS + rf"{{3,}}|{_SPACED}")
# Four letters tell enough: reading on from each of them would take long.
_WORD_THEN_SPELT = re.compile(
    rf"({NAME_WORD})(?:,| :|\()? ?(?={_SPELT_BEGINS}{{3}}|(?:[{UP}](?: accent)?,? ){{3}}[{UP}](?!\w))"
)


def written(text: str) -> Iterator[tuple[int, int]]:
    """Where a way of writing shows a name: [start, end)."""
    for finder in (_signatures, _spelt, _surname_first, _borne, _born, _fields, _in_small_letters):
        yield from finder(text)


def _spelt(text: str) -> Iterator[tuple[int, int]]:
    """« S, C, H, M, I, T, T, deux T », and the word before it."""
    for match in _LETTER_BY_LETTER.finditer(text):
        yield match.span()
    for match in _WORD_THEN_SPELT.finditer(text):
        if plain(match[1]) not in COMMON_WORDS:
            yield match.span(1)


def _signatures(text: str) -> Iterator[tuple[int, int]]:
    """Lines of nothing but a name, after a greeting or where an address, a number or the end of the text follows."""
    place = 0
    for number, line in enumerate(text.split("\n")):
        bare = line.strip(" .,")
        start = place + line.find(bare)
        place += len(line) + 1
        if not number or not bare or not _LINE.match(bare) or len(bare) > 50:
            continue
        words = [plain(word.strip(".")) for word in bare.split()]
        if any(word in COMMON_WORDS - ARTICLES for word in words if len(word) > 1) or words[-1] in ARTICLES:
            continue
        if _CLOSING.search(text[max(0, start - BEFORE) : start]) or (
            len(words) > 1 and _ADDRESS_OR_END.match(text, start + len(bare))
        ):
            yield start, start + len(bare)
    for match in _LAST_SENTENCE.finditer(text):
        parts = [plain(word) for word in match[1].split()]
        if not any(word in COMMON_WORDS - ARTICLES for word in parts) and (
            is_name(parts[0]) or folded(parts[-1]) in SURNAMES or not ARTICLES.isdisjoint(parts)
        ):
            yield match.span(1)
    for match in _SIGNED_AT_THE_END.finditer(text):
        if not any(plain(word) in COMMON_WORDS - ARTICLES for word in match[1].split()):
            yield match.span(1)


def _surname_first(text: str) -> Iterator[tuple[int, int]]:
    """« DUPUIS Martine », « Le Moal Azenor »."""
    for match in _BEFORE_FIRST_NAME.finditer(text):
        surname, first = match[1], plain(match[2])
        start = match.start()
        if plain(surname.split()[0]) in COMMON_WORDS - ARTICLES and " " in surname:
            start += surname.index(" ") + 1
            surname = surname.partition(" ")[2]
        last = folded(surname.split()[-1])
        if is_place_before(text, match.start()) or house_at(text, match.start()) is not None:
            continue
        shouted = surname.isupper() and len(last) > 3 and last not in COMMON_WORDS
        if (shouted or last in SURNAMES) and (is_known(first) or (shouted and may_be_first_name(first))):
            yield start, match.end()


def _borne(text: str) -> Iterator[tuple[int, int]]:
    """A surname after a word that no list knows, where what follows tells of somebody: « Iban Etcheverry m'a aidé »."""
    for match in _TWO_WORDS.finditer(text):
        if (
            folded(match[2]) in SURNAMES
            and is_person_after(text, match.end())
            and house_at(text, match.start()) is None
        ):
            yield match.span()


def _born(text: str) -> Iterator[tuple[int, int]]:
    """« DOS SANTOS PEREIRA née 30.06.1990 »."""
    for match in _BORN.finditer(text) if " né" in text or " nee" in text else ():
        if not any(plain(word) in COMMON_WORDS - ARTICLES for word in match[1].split()):
            yield match.start(1), match.end(1) - 1


def _fields(text: str) -> Iterator[tuple[int, int]]:
    """Forms: « Nom : LE MOAL », « Titulaire : Encarnación Ruiz »."""
    for match in _FIELD.finditer(text) if ":" in text else ():
        words = [plain(word) for word in match[1].split()]
        if not any(word in COMMON_WORDS and word not in ARTICLES for word in words):
            yield match.span(1)


def _in_small_letters(text: str) -> Iterator[tuple[int, int]]:
    """Names typed without capitals: usual first names, and whatever follows « je m'appelle »."""
    for match in _SMALL_WORD.finditer(text):
        word = folded(match[0])
        known = (word in USUAL and word not in _FRUIT_AND_FLOWERS) or (len(word) > LONG and word in RARE)
        if known and not is_thing_before(text, match.start()) and not is_place_before(text, match.start()):
            start, end = match.span()
            after = _NEXT_SMALL.match(text, end)
            before = _LAST_SMALL.search(text[max(0, start - 30) : start])
            if after is not None and folded(after[1]) in SURNAMES:
                end = after.end()
            elif before is not None and folded(before[1]) in SURNAMES:
                start -= len(before[0])
            yield start, end
    for match in _ME_SMALL.finditer(text):
        if may_be_first_name(match[1]) and match[1] not in COMMON_WORDS | _NO_NAMES:
            yield match.span(1)
    for match in _SMALL_FIRST.finditer(text):
        if may_be_first_name(match[1]) and match[1] not in COMMON_WORDS and is_person_after(text, match.end()):
            yield match.span(1)
    for match in _SMALL_COMPOUND.finditer(text):
        if not is_place_before(text, match.start()) and house_at(text, match.start()) is None:
            yield match.span()
    for match in _TWO_SMALL.finditer(text):
        first, second = folded(match[1]), folded(match[2])
        if (first in SURNAMES and is_first_name(second)) or (is_first_name(first) and second in SURNAMES):
            yield match.start(1), match.end(2)
    for match in _GREETED_SMALL.finditer(text):
        beside = _NEXT_SMALL.match(text, match.end())
        if (
            is_name(plain(match[1]))
            and beside is not None
            and (is_name(plain(beside[1])) and len(beside[1]) > 3)
            and plain(match[1]) not in COMMON_WORDS
        ):
            yield match.start(1), beside.end()
        elif is_first_name(plain(match[1])):
            after = _NEXT_SMALL.match(text, match.end())
            yield match.start(1), after.end() if after and folded(after[1]) in SURNAMES else match.end()
    for match in _SAID_SMALL.finditer(text):
        if plain(match[1]) in _FUNCTION_WORDS or plain(match[1]) in COMMON_WORDS:
            continue
        end = match.end(1)
        after = _NEXT_SMALL.match(text, end)
        if after is not None and plain(after[1]) not in _FUNCTION_WORDS | COMMON_WORDS:
            known = folded(after[1]) in SURNAMES or folded(after[1]) in USUAL
            end = after.end() if known or _ENDS.match(text, after.end()) else end
        yield match.start(1), end
