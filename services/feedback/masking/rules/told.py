"""Names that no list knows, told by the words around them: whose son, who speaks, who signs, what is asked for."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from services.feedback.masking.rules.around import house_at, is_house_after, is_place_before
from services.feedback.masking.rules.common_words import COMMON_WORDS
from services.feedback.masking.rules.first_names import SURNAMES, folded
from services.feedback.masking.rules.nobody import NOBODY
from services.feedback.masking.rules.shapes import ARTICLES, LOW, NAME_WORD, PARTICLE, is_name, plain
from services.feedback.masking.rules.signs import lowered

_KIN = (
    r"mari|femme|épouse|époux|conjointe?|compagne|compagnon|concubine?|fils|filles?|filleule?|père|pere|mère|mere|papa|maman|frère|frere|sœur|"
    r"soeur|oncle|tante|tata|tonton|cousine?|neveu|nièce|niece|petit-fils|petite-fille|grand-père|grand-mère|grand-mere|mamie|papi|papy|"
    r"voisine?|amie?|copine?|copain|pote|gendre|bru|belle-(?:mère|sœur|soeur|fille)|beau-(?:père|frère|fils)|ex(?:-(?:mari|femme|conjointe?|"
    r"compagne|compagnon|épouse|époux))?|gamine?|bébé|bebe|jumeaux|jumelle|fiancée?|petite?|enfants?|coloc(?:ataire)?|filleul|parrain|marraine|"
    r"chéri|chérie|moitié|aînée?|cadette?|benjamine?"
)
_ROLE = (
    r"collègues?|collegue|conseill(?:er|ère|ere)|technicien(?:ne)?|vendeu(?:r|se)|hôtesse|livreu(?:r|se)|standardiste|stagiaire|"
    r"opérat(?:eur|rice)|interlocut(?:eur|rice)|installateur|chauffeur|conduct(?:eur|rice)|facteur|agent|agente|gestionnaire|caissi(?:er|ère)|"
    r"serveu(?:r|se)|coiffeu(?:r|se)|chef|cheffe|patronn?e?|gérante?|direct(?:eur|rice)|responsable|associée?|comptable|avocate?|notaire|médecin|"
    r"infirmi(?:er|ère)|kiné|tut(?:eur|rice)|curat(?:eur|rice)|aide à domicile|gardienn?e?|concierge|locataire|propriétaire|proprio|bailleur|"
    r"salariée?|employée?|assurée?|abonnée?|adhérente?|clients?|cliente|patiente?|bénéficiaires?|souscript(?:eur|rice)|titulaires?|signataire|"
    r"trésori(?:er|ère)|présidente?|secrétaire|assistante?|commerciale?|expert|experte|artisan|plombier|électricien|monteur|réparateur|préparateur|"
    r"téléconseill(?:er|ère)|téléopérat(?:eur|rice)|appelante?|témoin|huissier|mandataire|héritière?|défunte?|feu|feue|dame|monsieur|homme|"
    r"jeune homme|jeune femme|jeune|personne|passagère?|contact|destinataire|expéditeur|expéditrice|prof|professeure?|animat(?:eur|rice)|"
    r"guide|moniteur|monitrice|coach|boulang(?:er|ère)|fleuriste|pharmacien(?:ne)?|opticien(?:ne)?|mécanicien|mécano|magicien|"
    r"traduct(?:eur|rice)|stadiaire|apprentie?|alternante?|student|tenant|landlord|colleague|agent|manager|husband|wife|son|daughter|"
    r"mother|father|brother|sister|friend|neighbou?r|boss|advisor|technician|driver"
)
_OPEN = r"[«\"“(]? ?"
_NAMES = rf"((?:(?:Le|La|De|Du|El|Al|Ben|Van|Von|Da|Dos|Di|Mc|Aït|Ait|Ould|Ba|N[gd]o) )?{NAME_WORD}(?:(?: {PARTICLE}){{0,2}} {NAME_WORD}){{0,3}})"
_NAME = re.compile(_NAMES)
_CAPITAL = re.compile(rf"(?<![\w@#'\-.]){_NAMES}")

# What announces: looked for in small letters; the name begins where it ends.
_OF_KIN = re.compile(
    rf"\b(?:(?:mon|ma|mes|notre|nos|son|sa|ses|leurs?|ton|ta|votre|my|his|her|our|la|le|l'|un|une|d'un|d'une|du|de la|au)"
    rf" ?(?:jeune|petite?|vieux|vieille|pauvre|gentille?|grand|grande)? ?(?:{_KIN})|(?:{_KIN}) de|enfants?(?: inscrits?)?|feue?|défunte?)"
    rf"(?: ?[,:(] ?| )(?:s'appelle )?{_OPEN}"
)
_OF_ROLE = re.compile(rf"\b(?:{_ROLE})(?: (?:du|de la) (?:jour|soir|matin))?( ?[,:(] ?(?:un certain |une certaine )?| ){_OPEN}")
_AFTER_ROLE = re.compile(r" ?[),]| ?\?\)|\.|\Z| [^\W\d_]|\n")
_IN_BRACKETS = re.compile(rf"\b(?:{_KIN}|{_ROLE})\b[^.!?\n()]{{0,25}}\( ?(?:je crois |peut-être |un certain |une certaine |prénom )?")
_AFTER_BRACKETS = re.compile(rf"(?: ou {NAME_WORD}| je crois)? ?\??\)")
_SAID_TO_BE = re.compile(
    r"\b(?:je m'(?: ?ap+el+e?s?|appelle)|(?:s'|m'|l'|se faire |s')appel(?:le|ait|ant|lent|er)|mon (?:vrai |petit )?(?:nom|prénom|pr[ée]nom complet)(?: complet)?(?: est|,? c'est| :)|"
    r"(?:le|son|leur) (?:vrai )?(?:pré)?nom(?: complet)?(?: est|,? c'est| :)|(?:sous |au |à )?(?:le |mon |son )?nom(?: complet)?(?: de(?: jeune fille| naissance| famille)?)?(?: est| :|,| =)?|"
    r"nom(?: de| d')? ?(?:jeune fille|naissance|famille|usage)(?: est| :)?|dénomination(?: :)?|identité(?: :)|patronyme(?: :)?|moi,? c'?est|moi,|surnommée?|prénommée?|nommée?|dénommée?|baptisée?|signée?(?: par)? :|"
    r"un certain|une certaine|ici|l'autre|my name is|my name's|i am|i'm|this is|speaking to|called|named|hello i'm|soussignée?|c'est bien|cette|"
    r"s'écrit|comme dans|appelez[ -]moi|prénom|on me demande|je crois)[ :]? ?[«\"“(]? ?"
)
_AM = re.compile(r"\b(?:je suis|c'est|cest|c|chui|j'suis|alors que je suis|oui bonjour,? c'est) (?=[^\W\d_])")
_AFTER_AM = re.compile(r" ?[,.!;:—(]| et | votre| je\b| de | à l'| tout court|,? qui|\n|\Z")
_ASKED = re.compile(
    r"\b(?:demand(?:ez|er|é|ée|ait)(?: à)?|parl(?:er|é|ais|ait|ez)(?: (?:à|a|avec))|(?:eu|vu|croisé|rencontré)(?: affaire à| affaire a| avec)?|rappel(?:er|ez|é|le) ?(?:à)?|contact(?:er|ez|é|ée)(?: par)?|"
    r"(?:aidée?|servie?|reçue?|accueillie?|conseillée?|renseignée?|rappelée?|contactée?|prise? en charge|installée?|réparée?|livrée?) par|confiance (?:à|en)|honte à|bravo à|félicit(?:er|ations à)|"
    r"remerci(?:er|e|ez|ements à)|(?:un )?(?:grand|immense|gros|énorme|tout grand|mille)? ?mercis? (?:infiniment |beaucoup |encore |surtout |spécial |tout particulier )?à|"
    r"big up à|chapeau à|coucou à|bisous? à|hommage à|offert à|vendu à|transmettre à|répété à|expliqué à|dit à|écrit à|donné à|transféré à|adress(?:er|é) à|joindre|appelez|appeler|"
    r"un mot pour|une mention (?:spéciale )?(?:pour|à)|l'échange avec|échangé avec|discuté avec|discussion avec|conversation (?:\w+ )*avec|au téléphone avec|rendez-vous avec|rdv avec|compte joint avec|en ligne avec|"
    r"voir (?:ça )?avec|(?:la )?part de|(?:l')?(?:anniversaire|anniv) de|anniv'? de|(?:les?|du|mon) (?:dossiers?|documents?|compte|contrat|remboursement|courrier|carte) de|(?:le )?doudou de|celui de|celle de|"
    r"intervention de|accueil de|aide de|visite de|passage de|conseils de|gentillesse de|patience de|professionnalisme de|sourire de|après|et surtout|si tu (?:croises|vois)|l'ordre de|l'attention de|"
    r"thanks to|thank you (?:so much |very much )?to|kudos to|can|ask for|on behalf of(?: my \w+,?)?|rappelle pour|pour le compte de|correspond pas à|véhicule [\w\-]+ à|c ki|c'est qui|confirmé par|promis par|par) "
    + _OPEN
)
_OF_A_HOUSE = re.compile(r"(?:celui|celle|compte|contrat|carte|dossier|par|can|livrée?|après|adress|le compte|du compte|mon compte)\b", re.IGNORECASE)
"""What is done to a house as well: then one unknown word alone is not enough."""
_GREETED = re.compile(
    r"(?:\A|(?<=[\n.!?«] )|(?<=\n)|(?<=« ))(?:bonjour|bonsoir|bjr|salut|hello|hi|coucou|bravo|félicitations|shoutout to|chère?|cher|dear|merci|thanks|merci encore|merci beaucoup|un grand merci)[ ,]{1,2}"
)
_AFTER_GREETING = re.compile(r" ?[,!.»]|\n|\Z| et | \w")
_QUOTED = re.compile(r"\b(?:nom|appelle|affiche|indique|demandez|prénom|inscrit|écrit|marqué|intitulé|d'une autre cliente?)\b[^.!?\n«»]{0,25}« ?(?:bonjour |chère? |monsieur |madame )?")
_AFTER_QUOTE = re.compile(r" ?»")
_FAMILY = re.compile(r"\b(?:famille|les époux|le couple|m\. et mme|monsieur et madame) ")
_THOSE = re.compile(rf"\b[Ll]es ({NAME_WORD}-{NAME_WORD})(?!\w)")
# What follows a name.
_SPEAKS = re.compile(
    r",? (?:à l'appareil|au bout du fil|du (?:service|sav|chat|plateau|rayon|magasin|standard|stand|guichet|secteur|support)|de (?:la boutique|l'accueil|l'agence|la caisse|l'atelier|la hotline)|"
    r"à (?:l'accueil|la caisse|la réception)|au (?:standard|guichet|comptoir|téléphone)|m'a (?:raccroché|hurlé|menti|rassurée?|conseillée?|écoutée?|souri|reçue?|accueillie?|parlé|crié)|"
    r"(?:était|est|a été) (?:très |vraiment |super |trop |tellement |hyper |resté |restée |aussi |toujours )*(?:gentil|adorable|sympa|patient|pro\b|professionnel|désagréable|agréable|odieu|souriant|aimable|calme|polie?\b|"
    r"compétente?\b|à l'écoute|efficace|charmant|d'une (?:grande )?(?:aide|patience|gentillesse)|impressionnant|génial|au top)|ici\b|a su\b|au (?:magasin|tel|tél)\b|sera en retard|a (?:raccroché|hurlé|été (?:très |super )?(?:clair|gentil|patient|aimable|sympa|odieu|d'une))|"
    r"conna[iî]t\b|ou (?:son|sa) (?:collègue|coll[eè]gues)|c'est mon (?:pré)?nom|aux petits soins|un (?:bijou|amour|ange|rayon de soleil)|(?:une )?perle|parle (?:un peu|trop|très|bien)|gère|bosse|hausse les épaules|sait (?:écouter|y faire)|si tu (?:me )?lis|votre (?:collègue|stagiaire|conseill|technicien)|"
    r"du chat|le magicien|ne connaît pas|n'est pas là|vous (?:m'avez|m'aviez)|who (?:spoke|explained|helped)|was (?:very |so )?(?:kind|nice|rude|helpful|patient|speaking))"
    r"|(?:, | )(?:(?:mon|ma|votre|notre|son|sa|le|la|une?|en|tellement) )?(?:collègue|conseill\w*|technicien\w*|stagiaire|vendeu\w*|livreu\w*|frère|sœur|soeur|père|mère|fils|fille|mari|femme|monsieur|dame|responsable|retraitée?|"
    r"cliente? depuis|née?|né\(e\)|locataire|gérante?|titulaire|directeur|directrice|patient(?:e|er)?)\b"
)
_END = re.compile(rf"(?:[.!?»)…][ \n]+|\n ?|[:/] )((?:{NAME_WORD} (?:{PARTICLE} )?){{1,3}}{NAME_WORD})(?:[ .!]*|, {NAME_WORD}[ .!]*|,? ?(?:retraitée?|[\W\d]+))\Z")
_LAST = re.compile(rf"[^.\n], ((?:{NAME_WORD} (?:{PARTICLE} )?){{1,2}}{NAME_WORD})[ .!]*\Z")
_START = re.compile(rf"\A(?i:(?:bonjour|bonsoir|bjr|hello|hi|madame, monsieur|monsieur|madame)[, ]+)((?:{NAME_WORD} (?:{PARTICLE} )?){{1,2}}{NAME_WORD})(?= ?[,:—-] )")
_AND_KNOWN = re.compile(rf"(?<![\w@#'\-.])({NAME_WORD}),? (?:et|&|ou) \Z")
_CORRECTED = re.compile(
    r"[ ,.…]{0,5}(?:et )?(?:pas|non|et non|non pas|au lieu de|plutôt que|alias|devient|pardon|ex|ou|ou bien|née|sinon|enfin|non pardon|…|,)(?: (?:pardon|plutôt|mme|m\.))? "
)
_BEFORE_NUMBER = re.compile(rf"(?<![\w@#/.'\-]){_NAMES}(?i:,? (?:tél|tel|mob|port|né|née|nee|au)\.?(?: le)?| ?[,;:|(—/*-]| ?\n){{1,2}}[ :(]{{0,2}}\Z|(?:^|[\n;|:] ?){_NAMES} \Z")
_AFTER_NUMBER = re.compile(rf"[ ,;:|\n.(—-]{{1,3}}{_NAMES}[ .!)]*(?:\Z|\n|(?=[|;]))")
"""A name right after a number, at the end or in a table."""
_SIGNED_SMALL = re.compile(
    rf"\b(?i:cordialement|cdlt|cdt|salutations|regards|merci|bien à vous|bonne journée)[ ,.!]+([{LOW}]\. ?[{LOW}'\-]{{3,}}|[{LOW}]{{3,}} [{LOW}'\-]{{2,}})[ .!]*\Z"
)


_NO_NAME = re.compile(r"quelqu'|[ld]'[a-zà-ÿ]|(?:c|j|qu|n|s|m|t|i|it|that|what|aujourd|jusqu|lorsqu|puisqu)'|.*-(?:le|la|les|moi|vous|nous|lui|leur|en|y|ci|là|joint|jointe|il|elle|on|t-il|t-elle)\Z")
_TITLES = frozenset("mme mlle monsieur madame docteur maître veuve sœur mademoiselle tata papy mamie tatie frau herr".split())
_USED_AS_A_HOUSE = re.compile(
    r"(?:[@#]|\b(?:chez|appli(?:cation)?|site|forfait|box|magasin|boutique|enseigne|marque|cliente?|clients|abonnement|offre|contrat|services?|équipes?|"
    r"groupe|société|carte|mutuelle|banque|agence|compte|espace|pass|pack|formule|garantie|fibre|via|sur|assurance|produits?|colis|livraison|livreur|"
    r"technicien|conseillers?|vendeur) )(?=(\w+))"
)
MOST_NAMES = 20
"""Different words of names that are looked for again in a text."""


def told(text: str, found: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where the words around tell of somebody whom no list knows; `found` is known already."""
    if not _is_anybody_left(text, found):
        return
    low = lowered(text)
    for cue, after in ((_SAID_TO_BE, None), (_OF_KIN, None), (_AM, _AFTER_AM), (_IN_BRACKETS, _AFTER_BRACKETS), (_QUOTED, _AFTER_QUOTE), (_FAMILY, None)):
        for match in cue.finditer(low):
            yield from _named(text, match.end(), after, fewest=1, stressed=cue is _SAID_TO_BE)
    for match in _OF_ROLE.finditer(low):
        yield from _named(text, match.end(), _AFTER_ROLE, fewest=1 if match[1].strip() else 2)
    for match in _ASKED.finditer(low):
        yield from _named(text, match.end(), None, fewest=2 if _OF_A_HOUSE.match(match[0]) else 1)
    for match in _GREETED.finditer(low):
        yield from _named(text, match.end(), _AFTER_GREETING, fewest=1)
    for match in _CAPITAL.finditer(text):
        if _SPEAKS.match(low, match.end()):
            yield from _kept(text, match.span(1), fewest=1)
    for match in _THOSE.finditer(text):
        yield from _kept(text, match.span(1), fewest=1)
    yield from _signed(text)


def _is_anybody_left(text: str, found: Sequence[tuple[int, int]]) -> bool:
    """Whether a word with a capital may still be a name."""
    spans = list(found)
    return any(
        not _is_common(match[0]) and not any(start <= match.start() < end for start, end in spans)
        for match in _WORD.finditer(text)
    ) or _SIGNED_SMALL.search(text) is not None


def _signed(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_END, _START):
        for match in pattern.finditer(text):
            yield from _kept(text, match.span(1), fewest=2, whole=True)
    for match in _LAST.finditer(text):
        parts = match[1].split()
        if is_name(plain(parts[0])) or folded(parts[-1]) in SURNAMES or not ARTICLES.isdisjoint(map(plain, parts)):
            yield from _kept(text, match.span(1), fewest=2, whole=True)
    for match in _SIGNED_SMALL.finditer(text):
        parts = [folded(part.strip(".")) for part in match[1].split()]
        if "." in match[1] or (is_name(parts[0]) and not COMMON_WORDS.intersection(parts)):
            yield match.span(1)


def _named(text: str, at: int, after: re.Pattern[str] | None, *, fewest: int, stressed: bool = False) -> Iterator[tuple[int, int]]:
    """The name that begins right here, when what follows it is as it should be."""
    match = _NAME.match(text, at)
    if match is not None and (after is None or after.match(text, match.end())):
        yield from _kept(text, match.span(1), fewest=fewest, stressed=stressed)


def _kept(text: str, span: tuple[int, int], *, fewest: int, whole: bool = False, stressed: bool = False) -> Iterator[tuple[int, int]]:
    """The words of a name that are nobody's brand, place or greeting: up to the first that is."""
    start, end = span
    words = list(_ANY_WORD.finditer(text, start, end))
    kept = []
    for word in words:
        if _is_common(word[0]) or (not kept and not stressed and _is_short_for(word[0], alone=len(words) == 1)):
            break
        kept.append(word)
    while kept and plain(kept[-1][0]) in _JOINTS:
        kept.pop()
    if len(kept) < max(fewest, 1) or (whole and len(kept) < len(words)):
        return
    start, end = kept[0].start(), kept[-1].end()
    if not (any(is_house_after(text, word.end()) for word in kept) or house_at(text, start) or is_place_before(text, start) or _is_a_house(text, kept[0][0])):
        yield start, end


def _is_common(word: str) -> bool:
    low = plain(word.strip(".,"))
    if low in ARTICLES:
        return False
    # « L'ancienne » is no name, « L'Hostis » is one.
    shape = low if low[:2] not in ("l'", "d'") else word[0].lower() + word[1:]
    return low in COMMON_WORDS or low.startswith(("saint-", "sainte-")) or low in NOBODY or _NO_NAME.match(shape) is not None or any(map(str.isdigit, low))


def _is_short_for(word: str, *, alone: bool) -> bool:
    """« SFR », « ÉCRIT »: letters for words, or a word that is stressed."""
    return word.isupper() and len(word) > 1 and not is_name(plain(word)) and (len(word) < 5 or alone)


def _is_a_house(text: str, word: str) -> bool:
    """Whether the text itself uses a word as that of a house: « chez Nordalia », « @Nordalia », « l'appli Nordalia »."""
    return word.lower() in _houses(text)


@lru_cache(maxsize=1)
def _houses(text: str) -> frozenset[str]:
    return frozenset(match[1] for match in _USED_AS_A_HOUSE.finditer(lowered(text)))


def together(text: str, found: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """« Ngoné et Maxence »: who is named beside somebody."""
    for start, _ in found:
        match = _AND_KNOWN.search(text, max(0, start - 30), start)
        if match is not None:
            yield from _kept(text, match.span(1), fewest=1)


def corrected(text: str, found: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """« Mme Grosjean, non pardon Grandjean »: what stands in the place of a name is one."""
    for _, end in found:
        match = _CORRECTED.match(lowered(text), end)
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
    yield from _anywhere(text, {word: word for word in sorted(words)[:MOST_NAMES]}, found, plain)


def _anywhere(text, words, found, form):  # type: ignore[no-untyped-def]
    if not words:
        return
    for match in _WORD.finditer(text):
        if form(match[0]) in words and not any(start <= match.start() < end for start, end in found):
            yield from _kept(text, match.span(), fewest=1)


def beside(text: str, others: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, int]]:
    """Two words of a name and then a number of somebody: « Bakary Sidibé | 06 39… », « Soan (04/06/2018) »."""
    for start, end, kind in others:
        match = _BEFORE_NUMBER.search(text, max(0, start - 60), start)
        if match is not None:
            yield from _kept(text, match.span(1 if match[1] else 2), fewest=1 if kind in ("birth_date", "nir") and "(" in match[0] else 2)
        match = _AFTER_NUMBER.match(text, end)
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
