"""Numbers that a word tells to be somebody's: documents, customers, contracts, meters; and plates of vehicles."""

import re
from collections.abc import Iterator

from services.feedback.masking.rules.checksums import bare
from services.feedback.masking.rules.near import FILLER, before, is_reference
from services.feedback.masking.rules.said import spelt
from services.feedback.masking.rules.signs import lowered

_I = re.IGNORECASE
_DOCUMENT = (
    r"passe?ports?|carte (?:nationale )?d'? ?identit[ée](?: [^\W\d]{6,}(?!\w))?|carte de s[ée]jour|"
    r"pi[èe]ce d'? ?identit[ée]|cni|cin|"
    r"permis(?: de (?:conduire|s[ée]jour))?|titre de s[ée]jour|r[ée]c[ée]piss[ée]|carte (?:de r[ée]sident|"
    r"d'[ée]tudiant|[ée]tudiant)|"
    r"passport|driving licen[cs]e|driver'?s licen[cs]e|residence permit|id card|visa n°|n[iì]e|dni"
)
_PARTY = (
    r"clients?|cliente|client[èe]le|contrat|compteur|compte(?: client)?|matricule|membre|badge|licence|pr[êe]t|"
    r"cr[ée]dit|"
    r"dossier (?:m[ée]dical|allocataire|caf|client|patient)|police|adh[ée]rente?|adh[ée]sion|allocataire|abonn[ée]e?|"
    r"abonnement|"
    r"soci[ée]taire|assur[ée]e?|fiscal|spi|permis|s[ée]jour|passeport|cni|carte|patient|usager|locataire|"
    r"b[ée]n[ée]ficiaire|"
    r"mandat|rum|livret|ligne|mutuelle|fid[ée]lit[ée]|[ée]tudiant|ine|agent|caf|cpam|msa|p[ôo]le emploi|employ[ée]|"
    r"salari[ée]|titulaire|affili[ée]|[ée]tranger|agdref"
)
_OF = r"(?: de| du| d'| des| d'un)?(?: (?:mon|ma|votre|notre|son|sa|la|le|l'|leur))? ?"
_CUE = re.compile(
    rf"\b(?:{_DOCUMENT}|(?:n°|num[ée]ros?|num\.?|no|nr|r[ée]f\.?|r[ée]f[ée]rences?|code|identifiants?|"
    rf"id){_OF}(?:{_PARTY})"
    r"|(?:clients?|cliente|contrat|adh[ée]rente?|abonn[ée]e?|soci[ée]taire|allocataire|assur[ée]e?|membre|police|"
    r"mandat|licence)"
    r"(?= ?(?:n°|num|no\b|nr|id\b|r[ée]f|:|#|\(?\+{0,2}[a-z]{0,4}[ \-/]?\d))"
    r"|contrat|dossier caf|identifiants?|badge|compteur|compte|carte (?:de )?fid(?:[ée]lit[ée])?|carte (?:vitale|jeune|"
    r"navigo|membre|"
    r"d'abonn[ée]|d'abonnement|adh[ée]rent|avantage|de transport)|mutuelle|navigo|matricule|ligne n°|caf|cpam|msa|"
    r"mgen|p[ôo]le emploi|france travail|imei|carte (?:grise|verte|pro)|mon (?:n°|num[ée]ro)(?! de| d')|"
    r"point de (?:livraison|comptage)|pdl|prm|pce|"
    r"rae|rum|"
    r"account(?: (?:number|no|id|ref\w*))?|(?:customer|client|member\w*|contract|policy|meter|loyalty|tax|employee) "
    r"(?:card )?(?:id|number|no|ref\w*)|policy)(?!\w)",
)
_FILLERS = re.compile(rf"{FILLER}{{0,14}}", _I)
_ANYTHING = re.compile(r"[^\d.;!?\n]{1,45}?(?=(?<![\w/.\-])\+{0,2}(?:[A-Z]{1,4}[ \-/]?|[a-z]{1,4}-?)?\d)")
_UPPER = r"[A-Z]{1,5}(?: ?[\-/.] ?|[ _])?"
_LOWER = r"[a-z]{1,5}[\-/_]?(?=\d)"
_GROUP = r"(?=[A-Za-z]*\d)(?:[A-Z0-9]+|[a-z0-9]+)"
_THING = (
    r"(?:(?:TCK|TICKET|CMD|CDE|INC|REQ|FA|FV|FAC|SAV|RMA|COL|DOS|SIN|RET)[ \-]?\d|"
    r"\d{1,2}[/.\- ]\d{1,2}[/.\- ](?:19|20)\d\d(?!\d)|0 ?8[0-2]\d|\d{1,3}[hHxX]\d*(?!\w)|\d{1,2}h?-\d{1,2}h|"
    r"[vV]\d+\.\d|\d{5}(?![\w\-./]| \d)(?= [A-Z]))"
)
_OF_A_THING = re.compile(_THING)
VALUE = re.compile(
    rf"(?!{_THING})\+{{0,2}}(?:(?:{_UPPER}){{1,2}}(?=\w*\d)|{_LOWER})?{_GROUP}"
    rf"(?:(?: - |[ .\-/_])(?:[A-Z]{{1,4}}[ \-/])?{_GROUP}){{0,12}}(?:-[A-Z0-9]+){{0,9}}(?: [A-Z](?!\w))?(?!\w|/\w|#)"
)
"""With digits in every group but the first and the last; never that of a ticket or an order."""
_SURE = re.compile(rf"(?:{_DOCUMENT}|point de (?:livraison|comptage)|pdl|prm|pce|rae|carte vitale)\b", _I)
"""Words of numbers that are never a reference."""
_AMOUNT = re.compile(
    r"(?:,\d\d)? ?(?:€|eur|kwh|km|m3|m²|points?\b|pts|pas\b|%|h\b|heures|ans\b|mois\b|jours|go\b|mo\b|fois\b|"
    r"personnes)",
    _I,
)
_FEWEST = 6
_FEWEST_FAR = 7
"""Letters and digits of a value: right after its word, and further from it."""
_OWNED = "clients?|cliente|contrat|adh[ée]rente?|abonn[ée]e?|soci[ée]taire|allocataire|mandat|matricule|compteur"
_VALUE_FIRST = re.compile(
    rf"(?<![\w/.\-])((?:[A-Z]{{1,4}}[ \-/]?)?(?=[A-Z]*\d)[A-Z0-9]+(?:[ .\-/](?=[A-Z]*\d)[A-Z0-9]+){{0,9}}"
    rf"(?:-[A-Z]+)?),? "
    rf"(?i:(?:ce )?(?:est|c'est|n'est pas|correspond à|n'est plus))"
    rf"(?i: (?:bien|pas))?(?i: (?:mon|ma|notre|le|la|un|une|son|sa|votre))(?i: (?:n°|"
    rf"num[ée]ro))?(?i:{_OF})(?i:{_OWNED})(?!\w)"
)
"""« PX-2209-118-K n'est pas un contrat valide »."""
_PASSPORT = re.compile(r"(?<![\w\-])\d{2}[A-Z]{2}\d{5}(?![\w\-])")
_NUMBERED = re.compile(rf"\b(?:num[ée]ros?|num|n°|no|r[ée]f\.?){FILLER}{{0,6}}\Z", _I)
_OF_A_PARTY = re.compile(r"\b(?:contrat|client|abonnement|compte|adh[ée]sion|mutuelle|police)\b[^.!?\n]*\Z", _I)
_LONE = re.compile(
    r"(?<![\w/.\-])(?:[A-Z]{0,4}[\-/ ]?|"
    r"[a-z]{1,4}-?)\d[\dA-Z]*(?:[ .\-/](?=[A-Z]*\d)[A-Z0-9]+){0,9}(?:-[A-Z]+)?(?![\w/])"
)

_L = "A-HJ-NP-TV-Za-hj-np-tv-z"
_S = r"(?: ?[.\-_/] ?| )?"
_DEPARTMENT = r"(?:97[1-6]|2[ABab]|\d\d)"
_PLATE = re.compile(
    r"(?<![\w\-])[A-Z]{2}-\d{3}-[A-Z]{2}(?![\w\-])"
    rf"|(?<![\w\-.])[{_L}]{{2}}({_S})\d{{3}}({_S})[{_L}]{{2}}(?![\w\-])"
    rf"|(?<![\w\-.,])\d{{1,4}}({_S})[{_L}]{{2,3}}\3{_DEPARTMENT}(?![\w\-])"
)
_VEHICLE = re.compile(
    r"plaque|immat|v[ée]hicule|voiture|moto\b|scooter|camion|remorque|utilitaire|fourgon|carte grise|badge|amende|"
    r"stationn|parking|auto\b|caravane|camping-car",
    _I,
)
_PLATE_CUE = re.compile(
    rf"\b(?:plaques?(?: d'immatriculation)?|immat(?:ricul[ée]e?s?|riculation)?|registration|"
    rf"number plate){FILLER}{{0,8}}"
)
_ANY_PLATE = re.compile(r"(?=[\w \-]{0,9}\d)(?=[\w \-]{0,9}[A-Za-z])[A-Z0-9]{1,5}(?:[ \-.][A-Z0-9]{1,6}){0,2}(?!\w)")
_WORDS = re.compile(
    r"(?:de|des|du|les|la|le|en|et|un|a|au|à)\b.*|.*(?<![a-z])(?:km|kg|cm|mm|cv|ch|kw|go|eur|euros|ans|et|mai|and|sur|fois)(?![a-z])",
    _I,
)
_WORDS_AND_UNITS = re.compile(
    r"(?:de|le|la|en|ce|je|se|ne|te|me|ma|ta|sa|des|les|et|a|nb|un|du|au|il|on|tu|ni|si)\b.*|"
    r".*(?<![a-z])(?:km|kg|cm|mm|ml|cl|kw|db|et|de|la|le|en|ce|ma|sa|je|se|ne|te|me|ans|du|au|un|pm|am|go|mo|gb|tb|hz|"
    r"mn|eur|ttc|"
    r"rue|ter|bat|bis|apt|app|sur|par|the|and|mai|jan|fev|avr|oct|nov|dec|sep|min|sec|kms|les|des|ou|or|to|at|vs|pro|max|par)"
    r"(?![a-z]).*",
    _I,
)
"""Letters that are words around a number that is an amount."""
_AMOUNT_BETWEEN_WORDS = re.compile(r"(?:de|le|la|en|un|au) \d+ (?:km|kg|cm|mm|kw|go|mo|et|de|en)", _I)
"""The same in capitals."""


def identifiers(text: str) -> Iterator[tuple[int, int]]:
    """Where a number of somebody stands after the word that says so."""
    for match in _CUE.finditer(lowered(text)):
        if span := _value_after(text, match.end(), sure=_SURE.match(match[0]) is not None):
            yield span
    for match in _VALUE_FIRST.finditer(text):
        if (
            _is_value(match[1], _FEWEST_FAR)
            and not is_reference(text, match.start())
            and not _OF_A_THING.match(match[1])
        ):
            yield match.span(1)
    for match in _PASSPORT.finditer(text):
        if not is_reference(text, match.start()):
            yield match.span()
    for match in _LONE.finditer(text):
        words = before(text, match.start(), 120)
        numbered = _NUMBERED.search(words)
        if (
            numbered
            and len(re.findall(r"\d", match[0])) >= _FEWEST_FAR
            and _OF_A_PARTY.search(words)
            and not is_reference(text, match.start())
        ):
            yield match.span()


def _value_after(text: str, at: int, *, sure: bool) -> tuple[int, int] | None:
    fillers = _FILLERS.match(text, at)
    start = fillers.end() if fillers else at
    if _OF_A_THING.match(text, start):
        return None
    value = VALUE.match(text, start)
    if value is not None and _is_value(value[0], _FEWEST) and not _AMOUNT.match(text, value.end()):
        return value.span()
    if told := spelt(text, at, _FEWEST):
        return told
    further = _ANYTHING.match(text, at)
    if further is not None and (sure or not is_reference(text, further.end())):
        value = VALUE.match(text, further.end())
        if value is not None and _is_value(value[0], _FEWEST_FAR) and not _AMOUNT.match(text, value.end()):
            return value.span()
    return None


def _is_value(value: str, fewest: int) -> bool:
    return sum(map(str.isdigit, value)) >= (2 if fewest == _FEWEST else 4) and len(bare(value)) >= fewest


def plates(text: str) -> Iterator[tuple[int, int]]:
    """Where the number of a vehicle stands."""
    for match in _PLATE.finditer(text):
        plate = match[0]
        told = _VEHICLE.search(before(text, match.start())) is not None
        letters = [sign for sign in plate if sign.isalpha()]
        if told and not _WORDS.fullmatch(plate):
            yield match.span()
        elif plate[0].isalpha():
            joints = {match[1], match[2]}
            written = all(map(str.isupper, letters)) and (
                " " not in joints or joints == {" "} or "-" in "".join(map(str, joints))
            )
            words = joints == {" "} and _AMOUNT_BETWEEN_WORDS.fullmatch(plate) is not None
            if (
                (written and not words)
                or joints == {"-"}
                or ("" in joints and len(joints) == 1)
                or not _WORDS_AND_UNITS.fullmatch(plate)
            ):
                yield match.span()
        elif (
            not _WORDS_AND_UNITS.fullmatch(plate)
            and ((all(map(str.isupper, letters)) and len(plate) > 6) or (len(letters) == 3 and " " not in plate))
            and not is_reference(text, match.start())
        ):
            yield match.span()
    for match in _PLATE_CUE.finditer(lowered(text)):
        value = _ANY_PLATE.match(text, match.end())
        spans = [span for span in (value and value.span(), spelt(text, match.end(), 5)) if span]
        if spans:
            yield max(spans, key=lambda span: span[1])
