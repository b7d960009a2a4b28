"""Names of persons without a title: by first names, by the words that announce somebody, and by signatures."""

import re
from collections.abc import Iterable, Iterator

from services.feedback.masking.rules.common_words import COMMON_WORDS
from services.feedback.masking.rules.first_names import AMBIGUOUS, FIRST_NAMES

_UP = "A-ZÀ-ÖØ-ÞŒ"
_LOW = "a-zà-öø-ÿœ"
# Possessive: what a word has taken it does not give back, so that no text takes long.
_WORD = rf"[{_UP}]\w*+(?:['’\-]\w++){{0,4}}+"
_PARTICLE = r"(?:de|du|des|la|le|van|von|ben|el|al|da|dos|di|d['’])"
_ARTICLES = frozenset({"le", "la", "les", "de", "du", "da", "el", "al", "ben", "bel", "ould", "ait", "van", "von"})
"""Words of surnames that a sentence begins with too."""
_REST = rf"(?: (?:{_PARTICLE} ){{0,2}}{_WORD}){{0,3}}"
_INITIALS = rf"[{_UP}]\.(?:[ -]?[{_UP}]\.)?"

WORD = re.compile(rf"(?<![\w@#/.'’\-])(?:{_WORD})(?!\w|@)")
REST = re.compile(rf"(?: (?:{_PARTICLE} ){{0,2}}{_WORD}){{1,3}}")

_COMPANY = re.compile(
    r"(?: (?:& |et )?(?:fils|frères|associés|cie|co)\b| (?:sa|sas|sarl|eurl|group|groupe|france|paris|thés?|"
    r"cosmétiques?|parfums|traiteur|coiffure|bijoux|optique|immobilier|automobiles?|transports|services|solutions|"
    r"énergie|mobile|bio|"
    r"beauté|voyages|jardin|déco|mode|fleurs|vins|chocolats|assurances?|xs|xl|xxl|pro|max|plus)\b|"
    r" \d{2,4}(?![\d./-]))",
    re.IGNORECASE,
)
"""What follows the name of a house rather than of somebody."""
HOUSES = re.compile(
    r"(?:louis vuitton|yves (?:rocher|saint)|marc (?:jacobs|dorcel)|pierre (?:fabre|cardin|et vacances)|"
    r"jean[ -]paul gaultier|christian (?:dior|lacroix)"
    r"|jacques (?:vabre|dessange)|michel et augustin|ralph lauren|tommy hilfiger|calvin klein|hugo boss|"
    r"paul smith|alain afflelou|franck provost"
    r"|daniel hechter|nina ricci|sonia rykiel|agnès b|zadig|ben & jerry|harry potter|black & decker|jules verne)\b",
    re.IGNORECASE,
)
"""Names of houses that are somebody's name too."""


_CUE = re.compile(
    r"(?:\b(?:je (?:m['’ ]?ap+el+e?s?|mapel+e?|me nomme|soussigné(?:e)?)|(?:s['’]|m['’]|vous m['’])appel(?:le|ait|"
    r"ant)(?: pas)?|"
    r"qui s['’]appel(?:le|ait)|mon (?:petit )?nom(?: complet)?(?: est| c['’]est|,? :)?|nouveau nom :|"
    r"changement de nom :|"
    r"(?:c['’]est )?au nom de|nommée?|prénommée?|un certain|une certaine|dénommée?|signé(?: :)?|"
    r"je suis|my name is|my name['’]s|i am|i['’]m|speaking to|"
    r"(?:titulaire|bénéficiaires?|assurée?|adhérente?|ayant droit|contact|témoin|conducteur|souscripteur|"
    r"numéro client) ?:|bénéficiaire|"
    r"toutes mes données :|soussignée?|titulaire(?: du compte)?|ne correspond pas à|"
    r"(?:mon|ma|notre|son|sa|leur)(?: \w+)? (?:mari|femme|épouse|époux|conjointe?|compagne|compagnon|fils|fille|"
    r"père|mère|papa|maman|frère|sœur|soeur|oncle|tante|"
    r"cousine?|neveu|nièce|petit-fils|petite-fille|grand-père|grand-mère|voisine?|ami|amie|copain|copine|gendre|"
    r"belle-mère|"
    r"beau-père|gardienne?|conseill(?:er|ère)|ex(?:-\w+)?),?|"
    r"(?:votre|vos|le|la|l['’]|un|une)(?: \w+)? ?(?:collègue|conseill(?:er|ère)|technicien(?:ne)?|vendeu(?:r|se)|"
    r"hôtesse|livreu(?:r|se)|standardiste|"
    r"stagiaire|opérat(?:eur|rice)|interlocut(?:eur|rice)|installateur|chauffeur|facteur|agent|monsieur du sav|"
    r"dame|personne|gestionnaire),?(?: (?:un|une) certaine?| s['’]appelant)?|"
    r"quelqu['’]un s['’]appelant|demandez|appelez plutôt|vu avec|parlé (?:à|avec)|eu affaire à|intervention de|"
    r"l['’]échange avec|"
    r"(?:un )?(?:grand |immense |énorme )?mercis? (?:beaucoup )?à|remercie(?:r|z)?|bravo à|félicitations à|offert à|"
    r"(?:big )?thanks to|thank you (?:so much )?to|kudos to|de la part de|véhicule [\w\-]+ à))[ \n]*[(«\"]? ?\Z",
    re.IGNORECASE,
)
_SURE_CUE = re.compile(
    r"(?:\b(?:je (?:m['’ ]?ap+el+e?s?|mapel+e?|me nomme|soussignée?)|s['’]appel(?:le|ait|ant)|mon nom(?: est|"
    r" c['’]est)?|au nom de|"
    r"prénommée?|nommée?|un certain|une certaine|my name is|changement de nom :|titulaire :|assurée? :|"
    r"adhérente? :|bénéficiaires? :|"
    r"toutes mes données :|soussignée?|"
    r"(?:mon|ma|notre) (?:mari|femme|épouse|époux|conjointe?|compagne|compagnon|fils|fille|père|mère|papa|maman|"
    r"frère|sœur|soeur|"
    r"oncle|tante|neveu|nièce|petit-fils|petite-fille|voisine?),?|"
    r"votre collègue,?|l['’]hôtesse|"
    r"(?:conseill(?:er|ère)|technicien(?:ne)?|installateur|vendeu(?:r|se)|livreu(?:r|se)) nommée?))[ \n]*[(«\"]? ?\Z",
    re.IGNORECASE,
)
"""After these even a name that nobody knows is one."""
_BEFORE = 60

_PLACE = re.compile(
    r"(?:\b(?:rue|avenue|av\.?|boulevard|bd\.?|place|quai|allée|impasse|chemin|cours|square|route|rond-point|pont|"
    r"gare|lycée|collège|"
    r"école|hôpital|clinique|hôtel|restaurant|stade|salle|église|cathédrale|parc|tour|centre|résidence|immeuble|"
    r"ville de|port|fort|mont|"
    r"saint|sainte|st|ste|marque|chez|crème|parfum|sirop|tarte|garage|assurances?|mutuelle|cabinet|société|agence|"
    r"établissements?|ets|maison|groupe|banque|boulangerie|pharmacie|transports|café|brasserie|laboratoires?|"
    r"librairie|fondation|prix|"
    r"coiffure|enseigne|crédit|chaussures|meubles|optique|musée|théâtre|cinéma|salon|château|domaine|usine|"
    r"entrepôt|dépôt|col|canal|"
    r"commune|département|station|aéroport|lotissement|bâtiment|appli|application|comme|matelas|vélo|ateliers?|"
    r"trottinette|poussette|lit|table|fauteuil|sac|montre|tapis|pack|menu|"
    r"offre|forfait|gamme|modèle|formule|lampe|chaise|robe|canapé)(?: (?:de|du|des|de la|d['’]))? |(?:saint|"
    r"sainte|st|ste)-)\Z",
    re.IGNORECASE,
)
_AFTER_PERSON = re.compile(
    r",? ?(?:\([^)]{1,30}\) ?)?(?:[,—–-] ?[^.!?\n]{2,40}, )?(?:m['’](?:a|avait|ont|aide|appelle)\b|nous (?:a|"
    r"avait)\b|vous (?:a|l['’]a|avait|l['’]avez)\b|a (?:su|été (?:très|super|au top|adorable|patient|parfait|"
    r"odieu|gentil|d)|pris|répondu"
    r"|rappelé|changé|raccroché|hurlé|menti|expliqué|aidée?|traité|résolu)|n['’]a (?:rien|pas|eu|jamais)|"
    r"(?:est|était) (?:très |super |vraiment |trop )?(?:gentil|adorable|sympa|patient|pro\b|désagréable|agréable|"
    r"odieu|top|géniale?\b|efficace)|"
    r",? ?(?:du|de la|de l['’]|au|à la|à l['’]) ?(?:sav|service|chat|plateau|rayon|standard|boutique|magasin|"
    r"accueil|support|caisse|guichet|téléphone|appareil|tel|tél|hotline)|"
    r",? (?:votre|notre) (?:stagiaire|collègue|conseill|technicien)|, (?:en poste|qui|votre|mon|ma|une? |"
    r"tellement|toujours|super|né|née|responsable|conseill|technicien)|,? (?:pour sa|pour son|né le|née le)\b|"
    r" ?, (?:né|née)\b| devient | ici\b| à l['’]appareil| (?:et|ou) (?:son|sa|ses|toute l)| vous l['’]a)",
    re.IGNORECASE,
)
_WITH = re.compile(rf"(?:, | et | ou | & |, et | puis )((?:{_WORD}))(?!\w|@)")
_INITIAL_NAME = re.compile(rf"(?<![\w.]){_INITIALS} ?{_WORD}(?: {_WORD})?|(?<![\w.])(?:{_WORD}) [{_UP}]\.(?=[\s),;])")
_LINE = re.compile(
    rf"^(?:(?:Veuve|Vve|Mme|Mlle|M\.) )?(?:{_INITIALS} ?|{_WORD} ){{0,3}}(?:{_PARTICLE} ){{0,2}}{_WORD}$"
)
_CLOSING = re.compile(
    r"(?:cordialement|salutations|sincèrement|bien à vous|belle journée|bonne journée|bonne soirée|"
    r"merci(?: d['’]avance)?|respectueusement|"
    r"regards|sincerely|cdlt|bonne réception|best)[ ,.!]*\n+\Z",
    re.IGNORECASE,
)
_ADDRESS_OR_END = re.compile(
    r"\s*\Z|\s*\n\s*(?:\d|\+|tél|tel|fixe|mobile|port|immeuble|contrat|dossier|client|n°)", re.IGNORECASE
)
_COMMON_ENDINGS = re.compile(r"\d")
_PLAIN_TITLE = re.compile(rf"\b(?i:mr|mme|mlle)\.? ([^\W\d_][\w'’\-]{{2,}}(?: {_WORD})?)")
"""A title as it is typed in haste; what follows may have no capital."""
_TITLE_AND_ARTICLE = re.compile(
    rf"\b(?:M\. et Mme|M\.|Mr|Mme|Mlle|Madame|Monsieur)(?: (?:Le|La|Les|Du|De|Des))? ({_WORD})(?: {_WORD}){{0,2}}"
)
_AT_THE_PHONE = re.compile(rf"(?<!\w)({_WORD})(?: {_WORD})? (?:à l['’]appareil|au bout du fil)")
_SPELT = re.compile(rf"\b(?:épelle|épeler)\b[^.!?\n]{{0,20}}\bc['’]est ({_WORD})", re.IGNORECASE)


def names(text: str) -> Iterator[tuple[int, int]]:
    """Where persons are named without a title: [start, end)."""
    found: list[tuple[int, int]] = []
    beyond = 0
    shouted = sum(map(str.isupper, text)) > 2 * sum(map(str.islower, text))
    for match in WORD.finditer(text):
        if match.start() < beyond:
            continue
        end = _name_at(text, match.start(), match.end(), shouted=shouted)
        if end is None:
            continue
        beyond = end
        # The name of a street or of a house is nobody, nor is the rest of it.
        if not _PLACE.search(text[max(0, match.start() - _BEFORE) : match.start()]):
            found.append((match.start(), end))
    found += [(match.start(), match.end()) for match in _INITIAL_NAME.finditer(text) if _is_initialled(match[0])]
    found += _titled(text)
    found += [
        (match.start(), match.end(1)) for match in _AT_THE_PHONE.finditer(text) if _plain(match[1]) not in COMMON_WORDS
    ]
    found += [match.span(1) for match in _SPELT.finditer(text) if match[1][0].isupper()]
    found += _signatures(text)
    found += _joined(text, found)
    yield from merged(found)


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
    low = _plain(word)
    before = text[max(0, start - _BEFORE) : start]
    if (low in COMMON_WORDS and low not in _ARTICLES) or (
        len(word) > 1 and word.isupper() and not shouted and low not in FIRST_NAMES
    ):
        return None
    if low in _ARTICLES and _SURE_CUE.search(before):
        follows = REST.match(text, end)
        return None if follows is None else _with_surname(text, end, shouted=shouted)
    known, maybe = _is_known(low), low in AMBIGUOUS or low.split("-")[0] in AMBIGUOUS
    if not (
        known or _SURE_CUE.search(before) or (maybe and _somebody(text, end, cued=_CUE.search(before) is not None))
    ):
        return None
    return None if _COMPANY.match(text, end) or HOUSES.match(text, start) else _with_surname(text, end, shouted=shouted)


def _is_known(low: str) -> bool:
    parts = low.split("-")
    return low in FIRST_NAMES or (
        len(parts) > 1 and parts[0] in FIRST_NAMES | AMBIGUOUS and parts[-1] in FIRST_NAMES | AMBIGUOUS
    )


def _somebody(text: str, end: int, *, cued: bool) -> bool:
    """Whether the words after a name that is also a word say that somebody is meant."""
    if cued or _AFTER_PERSON.match(text, end):
        return True
    beside = _WITH.match(text, end)
    if beside is not None and text[end] != "," and (_is_known(_plain(beside[1])) or _plain(beside[1]) in AMBIGUOUS):
        return True
    surname = REST.match(text, end)
    return surname is not None and not any(_plain(part) in COMMON_WORDS for part in surname[0].split())


def _with_surname(text: str, end: int, *, shouted: bool) -> int:
    rest = REST.match(text, end)
    if rest is None:
        return end
    kept = end
    for part in re.finditer(rf" (?:{_PARTICLE} ){{0,2}}({_WORD})", rest[0]):
        low = _plain(part[1])
        if low in _ARTICLES and part.end() != len(rest[0]):
            continue
        if (
            (low in COMMON_WORDS and low not in AMBIGUOUS)
            or (shouted and part.end() != len(rest[0]))
            or _COMMON_ENDINGS.search(part[1])
        ):
            break
        kept = end + part.end()
    return kept


def _titled(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_TITLE_AND_ARTICLE, _PLAIN_TITLE):
        for match in pattern.finditer(text):
            if _plain(match[1].split()[0]) not in COMMON_WORDS:
                yield match.start(), match.end()


def _is_initialled(name: str) -> bool:
    return all(
        _plain(word.strip(".")) not in COMMON_WORDS or len(word.strip(".")) == 1
        for word in name.replace(".", ". ").split()
    )


def _signatures(text: str) -> Iterator[tuple[int, int]]:
    """Lines of nothing but a name, after a greeting or where an address, a number or the end of the text follows."""
    place = 0
    for number, line in enumerate(text.split("\n")):
        bare = line.strip(" .,")
        start = place + line.find(bare)
        place += len(line) + 1
        if not number or not bare or not _LINE.match(bare) or len(bare) > 50:
            continue
        words = [_plain(word.strip(".")) for word in bare.split()]
        if any(word in COMMON_WORDS - _ARTICLES for word in words if len(word) > 1) or words[-1] in _ARTICLES:
            continue
        if _CLOSING.search(text[max(0, start - _BEFORE) : start]) or (
            len(words) > 1 and _ADDRESS_OR_END.match(text, start + len(bare))
        ):
            yield start, start + len(bare)


def _joined(text: str, found: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Names beside names: « Andry, Mialy et Tojo »."""
    known = {start for start, _ in found}
    for _, end in found:
        at = end
        while (match := _WITH.match(text, at)) and match.start(1) not in known:
            low = _plain(match[1])
            if low in COMMON_WORDS or (match[1].isupper() and len(match[1]) > 3):
                break
            if text[at] == "," and not (low in AMBIGUOUS or _is_known(low)):
                break
            known.add(match.start(1))
            at = _with_surname(text, match.end(1), shouted=False)
            yield match.start(1), at


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")
