"""Names that no list knows, told by the words around them: whose son, who speaks, who signs, what is asked for."""

import re
from collections.abc import Iterator, Sequence

from services.feedback.masking.rules.around import BEFORE, COMPANY, HOUSES, PLACE
from services.feedback.masking.rules.common_words import COMMON_WORDS
from services.feedback.masking.rules.first_names import SURNAMES, folded
from services.feedback.masking.rules.shapes import ARTICLES, LOW, NAME_WORD, PARTICLE, is_name, plain

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
_HUMAN = rf"(?:{_KIN}|{_ROLE})"
_NAMES = rf"((?:(?:Le|La|De|Du|El|Al|Ben|Van|Von|Da|Dos|Di|Mc|Aït|Ait|Ould|Ba|N[gd]o) )?{NAME_WORD}(?:(?: {PARTICLE}){{0,2}} {NAME_WORD}){{0,3}})"
_OPEN = r"[«\"“(]? ?"

_OF_KIN = re.compile(
    rf"\b(?:(?i:(?:mon|ma|mes|notre|nos|son|sa|ses|leurs?|ton|ta|votre|my|his|her|our|la|le|l'|un|une|d'un|d'une|du|de la|au)"
    rf" ?(?:jeune|petite?|vieux|vieille|pauvre|gentille?|grand|grande)? ?(?:{_KIN})|(?:{_KIN}) de|enfants?(?: inscrits?)?|feue?|défunte?))"
    rf"(?: ?[,:(] ?| )(?:s'appelle )?{_OPEN}{_NAMES}"
)
_OF_ROLE = re.compile(rf"\b(?i:{_ROLE})(?: (?:du|de la) (?:jour|soir|matin))?( ?[,:(] ?(?:un certain |une certaine )?| ){_OPEN}{_NAMES}(?=( ?\)| ?,| ?\?\)|\.|$|[^\W\d]| |\n)?)")
_IN_BRACKETS = re.compile(rf"\b(?i:{_HUMAN})\b[^.!?\n()]{{0,25}}[(] ?(?i:je crois |peut-être |un certain |une certaine |prénom )?{_NAMES}(?i: ou {NAME_WORD}| je crois)? ?\??[)]")
_SAID_TO_BE = re.compile(
    r"\b(?:(?i:je m'(?: ?ap+el+e?s?|appelle)|(?:s'|m'|l'|se faire |s')appel(?:le|ait|ant|lent|er)|mon (?:vrai |petit )?(?:nom|prénom|pr[ée]nom complet)(?: complet)?(?: est|,? c'est| :)|"
    r"(?:le|son|leur) (?:vrai )?(?:pré)?nom(?: complet)?(?: est|,? c'est| :)|(?:sous |au |à )?(?:le |mon |son )?nom(?: complet)?(?: de(?: jeune fille| naissance| famille)?)?(?: est| :|,| =)?|"
    r"nom(?: de)? (?:jeune fille|naissance|famille|usage)(?: est| :)?|moi,? c'?est|moi,|surnommée?|prénommée?|nommée?|dénommée?|baptisée?|signée?(?: par)?|"
    r"un certain|une certaine|ici|l'autre|my name is|my name's|i am|i'm|this is|speaking to|called|named|hello i'm|soussignée?|c'est bien|cette|"
    r"s'écrit|comme dans|appelez[ -]moi|prénom|on me demande|je crois)[ :]?) ?[«\"“(]? ?"
    + _NAMES
)
_AM = re.compile(rf"\b(?i:je suis|c'est|cest|c|chui|j'suis|alors que je suis|oui bonjour,? c'est) {_NAMES}(?=[ ]?[,.!;:—(]| et | votre| je\b| de | à l'| tout court|,? qui|\n|$)")
_ASKED = re.compile(
    r"\b(?i:demand(?:ez|er|é|ée|ait)(?: à)?|parl(?:er|é|ais|ait|ez)(?: (?:à|a|avec))|(?:eu|vu|croisé|rencontré)(?: affaire à| affaire a| avec)?|rappel(?:er|ez|é|le) ?(?:à)?|contact(?:er|ez|é|ée)(?: par)?|"
    r"(?:aidée?|servie?|reçue?|accueillie?|conseillée?|renseignée?|rappelée?|contactée?|prise? en charge|installée?|réparée?|livrée?) par|confiance (?:à|en)|honte à|bravo à|félicit(?:er|ations à)|"
    r"remerci(?:er|e|ez|ements à)|(?:un )?(?:grand|immense|gros|énorme|tout grand|mille)? ?mercis? (?:infiniment |beaucoup |encore |surtout |spécial |tout particulier )?à|"
    r"big up à|chapeau à|coucou à|bisous? à|hommage à|offert à|vendu à|transmettre à|répété à|expliqué à|dit à|écrit à|donné à|transféré à|adress(?:er|é) à|joindre|appelez|appeler|"
    r"un mot pour|une mention (?:spéciale )?(?:pour|à)|l'échange avec|échangé avec|discuté avec|discussion avec|conversation (?:\w+ )*avec|au téléphone avec|rendez-vous avec|rdv avec|compte joint avec|en ligne avec|"
    r"voir (?:ça )?avec|(?:la )?part de|(?:l')?(?:anniversaire|anniv) de|anniv'? de|(?:les?|du|mon) (?:dossiers?|documents?|compte|contrat|remboursement|courrier|carte) de|(?:le )?doudou de|celui de|celle de|"
    r"intervention de|accueil de|aide de|visite de|passage de|conseils de|gentillesse de|patience de|professionnalisme de|sourire de|après|et surtout|si tu (?:croises|vois)|l'ordre de|l'attention de|"
    r"thanks to|thank you (?:so much |very much )?to|kudos to|can|ask for|on behalf of(?: my \w+,?)?|rappelle pour|pour le compte de|correspond pas à|véhicule [\w\-]+ à|c ki|c'est qui|confirmé par|promis par|par) "
    + f"{_OPEN}{_NAMES}"
)
_OF_A_HOUSE = re.compile(r"(?:celui|celle|compte|contrat|carte|dossier|par|can|livrée?|après|adress|le compte|du compte|mon compte)\b", re.IGNORECASE)
"""What is done to a house as well: then one unknown word alone is not enough."""
_AND_KNOWN = re.compile(rf"(?<![\w@#'\-.])({NAME_WORD}),? (?:et|&|ou) \Z")
_FAMILY = re.compile(rf"\b(?i:famille|les époux|le couple|m\. et mme|les|monsieur et madame) ({NAME_WORD}-{NAME_WORD}|(?<=famille ){NAME_WORD}|(?<=époux ){NAME_WORD})(?!\w)")
_SPEAKS = re.compile(
    rf"(?<![\w@#'\-.]){_NAMES}(?:,? (?i:(?:à l'appareil|au bout du fil|du (?:service|sav|chat|plateau|rayon|magasin|standard|stand|guichet|secteur|support)|de (?:la boutique|l'accueil|l'agence|la caisse|l'atelier|la hotline)|"
    r"à (?:l'accueil|la caisse|la réception)|au (?:standard|guichet|comptoir|téléphone)|m'a (?:raccroché|hurlé|menti|rassurée?|conseillée?|écoutée?|souri|reçue?|accueillie?|parlé|crié)|"
    r"(?:était|est|a été) (?:très |vraiment |super |trop |tellement |hyper |resté |restée |aussi |toujours )*(?:gentil|adorable|sympa|patient|pro\b|professionnel|désagréable|agréable|odieu|souriant|aimable|calme|polie?\b|"
    r"compétente?\b|à l'écoute|efficace|charmant|d'une (?:grande )?(?:aide|patience|gentillesse)|impressionnant|génial|au top)|ici\b|a su\b|au (?:magasin|tel|tél)\b|sera en retard|a (?:raccroché|hurlé|été (?:très |super )?(?:clair|gentil|patient|aimable|sympa|odieu|d'une))|"
    r"conna[iî]t\b|ou (?:son|sa) (?:collègue|coll[eè]gues)|c'est mon (?:pré)?nom|aux petits soins|un (?:bijou|amour|ange|rayon de soleil)|(?:une )?perle|parle (?:un peu|trop|très|bien)|gère|bosse|hausse les épaules|sait (?:écouter|y faire)|si tu (?:me )?lis|votre (?:collègue|stagiaire|conseill|technicien)|"
    r"du chat|le magicien|ne connaît pas|n'est pas là|vous (?:m'avez|m'aviez)|who (?:spoke|explained|helped)|was (?:very |so )?(?:kind|nice|rude|helpful|patient|speaking)))|"
    r"(?:, | )(?i:(?:(?:mon|ma|votre|notre|son|sa|le|la|une?|en|tellement) )?(?:collègue|conseill\w*|technicien\w*|stagiaire|vendeu\w*|livreu\w*|frère|sœur|soeur|père|mère|fils|fille|mari|femme|monsieur|dame|responsable|retraitée?|"
    r"cliente? depuis|née?|né\(e\)|locataire|gérante?|titulaire|directeur|directrice|patient(?:e|er)?)\b))"
)
_GREETED = re.compile(rf"(?:^|(?<=[\n.!?«] )|(?<=\n)|(?<=« ))(?i:bonjour|bonsoir|bjr|salut|hello|hi|coucou|chère?|cher|dear|merci|thanks|merci encore|merci beaucoup|un grand merci)[ ,]{{1,2}}{_NAMES}(?=( ?[,!.»]|\n|$| et | \w))")
_QUOTED = re.compile(rf"\b(?i:nom|appelle|affiche|indique|demandez|prénom|inscrit|écrit|marqué|intitulé|d'une autre cliente?)\b[^.!?\n«»]{{0,25}}« ?(?i:bonjour |chère? |monsieur |madame )?{_NAMES} ?»")
_END = re.compile(rf"(?:[.!?»)…][ \n]+|\n ?|[:/] )((?:{NAME_WORD} (?:{PARTICLE} )?){{1,3}}{NAME_WORD})(?:[ .!]*|, {NAME_WORD}[ .!]*|,? ?(?:retraitée?|[\W\d]+))\Z")
_LAST = re.compile(rf"[^.\n], ((?:{NAME_WORD} (?:{PARTICLE} )?){{1,2}}{NAME_WORD})[ .!]*\Z")
_START = re.compile(rf"\A(?i:(?:bonjour|bonsoir|bjr|hello|hi|madame, monsieur|monsieur|madame)[, ]+)((?:{NAME_WORD} (?:{PARTICLE} )?){{1,2}}{NAME_WORD})(?= ?[,:—-] )")
_CORRECTED = re.compile(
    rf"[ ,.…]{{0,5}}(?:et )?(?i:pas|non|et non|non pas|au lieu de|plutôt que|alias|devient|pardon|ex|ou|ou bien|née|sinon|enfin|non pardon|…|,)(?: (?i:pardon|plutôt|mme|m\.))? {_NAMES}"
)
_SIGNED_SMALL = re.compile(
    rf"\b(?i:cordialement|cdlt|cdt|salutations|regards|merci|bien à vous|bonne journée)[ ,.!]+([{LOW}]\. ?[{LOW}'\-]{{3,}}|[{LOW}]{{3,}} [{LOW}'\-]{{2,}})[ .!]*\Z"
)


def told(text: str) -> Iterator[tuple[int, int]]:
    """Where the words around tell of somebody whom no list knows."""
    shouted = sum(map(str.isupper, text)) > 2 * sum(map(str.islower, text))
    if shouted:
        return
    for pattern in (_SAID_TO_BE, _IN_BRACKETS, _QUOTED, _AM, _OF_KIN):
        for match in pattern.finditer(text):
            yield from _kept(text, match, fewest=1)
    for match in _FAMILY.finditer(text):
        yield from _kept(text, match, fewest=1)
    for match in _OF_ROLE.finditer(text):
        yield from _kept(text, match, fewest=1 if match[1].strip() in (",", "(", ":") and match[3] else 2, at=2)
    for match in _ASKED.finditer(text):
        yield from _kept(text, match, fewest=2 if _OF_A_HOUSE.match(match[0]) else 1)
    for match in _SPEAKS.finditer(text):
        yield from _kept(text, match, fewest=1)
    for match in _GREETED.finditer(text):
        yield from _kept(text, match, fewest=1)
    for pattern in (_END, _START):
        for match in pattern.finditer(text):
            yield from _kept(text, match, fewest=2, whole=True)
    for match in _LAST.finditer(text):
        parts = match[1].split()
        if is_name(plain(parts[0])) or folded(parts[-1]) in SURNAMES or not ARTICLES.isdisjoint(map(plain, parts)):
            yield from _kept(text, match, fewest=2, whole=True)
    for match in _SIGNED_SMALL.finditer(text):
        parts = [folded(part.strip(".")) for part in match[1].split()]
        if "." in match[1] or (is_name(parts[0]) and not COMMON_WORDS.intersection(parts)):
            yield match.span(1)


def _kept(text: str, match: re.Match[str], *, fewest: int, at: int = 1, whole: bool = False) -> Iterator[tuple[int, int]]:
    """The words of a name that are nobody's brand, place or greeting: from the first that may be one on."""
    start, end = match.span(at)
    words = list(re.finditer(r"\S+", text[start:end]))
    kept = []
    for number, word in enumerate(words):
        low = plain(word[0].strip(".,"))
        if (low in COMMON_WORDS and low not in ARTICLES) or low in _NOBODY or _NO_NAME.match(low if low[:2] not in ("l'", "d'") else word[0][0].lower() + word[0][1:]) or any(map(str.isdigit, low)):
            break
        if word[0].isupper() and len(low) > 1 and number == 0 and not is_name(low) and (len(low) < 5 or len(words) == 1):
            break
        kept.append(word)
    while kept and plain(kept[-1][0]) in ARTICLES | {"d'", "des", "dos", "das", "di"}:
        kept.pop()
    known = any(is_name(plain(word[0])) or folded(word[0]) in SURNAMES for word in kept)
    if not kept or (whole and len(kept) < len(words)) or (len(kept) < fewest and not (known and False)):
        return
    start, end = start + kept[0].start(), start + kept[-1].end()
    if (
        COMPANY.match(text, end)
        or HOUSES.match(text, start)
        or PLACE.search(text[max(0, start - BEFORE) : start])
        or _is_a_house(text, text[start:end])
    ):
        return
    yield start, end


_NO_NAME = re.compile(r"quelqu'|[ld]'[a-zà-ÿ]|(?:c|j|qu|n|s|m|t|i|it|that|what|aujourd|jusqu|lorsqu|puisqu)'|.*-(?:le|la|les|moi|vous|nous|lui|leur|en|y|ci|là|joint|jointe|il|elle|on|t-il|t-elle)\Z")
_NOBODY = frozenset(
    (
        "personne quelqu'un certains plusieurs beaucoup harmonie chère cher dear bjr salut écoutez envoyez rappeler contactez coupez joindre évitez sérieux vivement acheté livré reçu contacté demandé "
        "visite caisse banque mutuelle assurance assurances garage salon atelier ateliers cuisine cuisines literie pizza pizzeria crêperie camping "
        "peinture enceinte boutique maison hôtel restaurant brasserie boulangerie pâtisserie pharmacie clinique hôpital école lycée collège mairie "
        "résidence villa château domaine domaines transports cabinet société sarl groupe agence compagnie chaussures sandales meubles optique "
        "fromagerie boucherie librairie institut centre cinéma théâtre musée festival parc jardin plage club association fondation comité "
        "saint sainte notre-dame premier première dernier dernière nouveau nouvelle grand grande petit petite vieux haute bas basse nord sud est ouest "
        "abonnée abonné assurée appelant appelante cliente objet sujet suite motif date lieu heure téléphone adresse nom prénom bien cdt cdlt "
        "amazon fnac darty chronopost colissimo dpd ups fedex mondial google apple samsung orange free bouygues sfr edf engie enedis "
        "ikea leclerc carrefour auchan lidl decathlon zara sncf ratp paypal visa mastercard facebook instagram twitter tiktok vinted "
        "whatsapp iphone android internet excel word outlook netflix uber airbnb booking noël paques pâques france paris lyon marseille "
        "lille nantes bordeaux toulouse rennes strasbourg nice montpellier brest quimper lorient dijon metz nancy tours angers caen rouen "
        "europe afrique bretagne normandie corse maroc algérie tunisie sénégal belgique suisse espagne italie portugal allemagne angleterre "
        "linky box wifi sms mms gps iban rib cni sav ok pdf url usb tv led ht ttc tva cgv cnil dgccrf sepa ce ehpad covid monsieur madame "
        "mademoiselle messieurs mesdames docteur maître service client clients qualité père-noël mère père"
    ).split()
)
"""What follows such words too, and is nobody."""


def _is_a_house(text: str, name: str) -> bool:
    """Whether the text itself uses a word as that of a house: « chez Nordalia », « @Nordalia », « l'appli Nordalia »."""
    word = re.escape(name.split()[0])
    return (
        re.search(
            rf"(?:[@#]|\b(?i:chez|appli(?:cation)?|site|forfait|box|magasin|boutique|enseigne|marque|client|cliente|abonnement|offre|contrat|service|services|"
            rf"équipe|équipes|groupe|société|clients|carte|mutuelle|banque|agence|compte|espace|pass|pack|formule|garantie|fibre|via|sur|application|l'équipe|assurance|produits?|"
            rf"colis|livraison|livreur|technicien|conseiller|conseillers|vendeur) ){word}\b",
            text,
        )
        is not None
    )


def corrected(text: str, found: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """« Mme Grosjean, non pardon Grandjean »: what stands in the place of a name is one."""
    for _, end in found:
        match = _CORRECTED.match(text, end)
        if match is not None and text[end : match.start(1)].strip(" ,") != "":
            yield from _kept(text, match, fewest=1)


def together(text: str, found: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """« Ngoné et Maxence »: who is named beside somebody."""
    for start, _ in found:
        match = _AND_KNOWN.search(text, max(0, start - 30), start)
        if match is not None:
            yield from _kept(text, match, fewest=1)


def again(text: str, found: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The same name, or a part of it, elsewhere in the text."""
    words = {
        match[0]
        for start, end in found
        for match in re.finditer(NAME_WORD, text[start:end])
        if len(match[0]) > 3 and plain(match[0]) not in COMMON_WORDS and plain(match[0]) not in _TITLES
    }
    covered = set(found)
    for word in sorted(words)[:20]:
        forms = "|".join(sorted({re.escape(word), re.escape(word.title()), re.escape(word.upper())}))
        for match in re.finditer(rf"(?<![\w@#/.\-])(?:{forms})(?![\w@\-])", text):
            if any(start <= match.start() < end for start, end in covered):
                continue
            before = text[max(0, match.start() - BEFORE) : match.start()]
            if not PLACE.search(before) and not COMPANY.match(text, match.end()) and not HOUSES.match(text, match.start()):
                yield match.span()


_TITLES = frozenset({"mme", "mlle", "monsieur", "madame", "docteur", "maître", "veuve", "sœur", "mademoiselle", "tata", "papy", "mamie", "tatie", "frau", "herr"})


def beside(text: str, others: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, int]]:
    """Two words of a name and then a number of somebody: « Bakary Sidibé | 06 39… », « Soan (04/06/2018) »."""
    for start, end, kind in others:
        match = _BEFORE_NUMBER.search(text, max(0, start - 60), start)
        if match is not None:
            yield from _kept(text, match, fewest=1 if kind in ("birth_date", "nir") and "(" in match[0] else 2)
        match = _AFTER_NUMBER.match(text, end)
        if match is not None:
            yield from _kept(text, match, fewest=2, whole=True)
        if kind in ("email", "link", "handle"):
            parts = {folded(part) for part in re.findall(r"[^\W\d_]{4,}", text[start:end])}
            parts = {part for part in parts if is_name(part) or part in SURNAMES}
            for match in re.finditer(rf"(?<![\w@#/.\-])({NAME_WORD})(?![\w@])", text) if parts else ():
                if folded(match[1]) in parts and not start <= match.start() < end:
                    yield from _kept(text, match, fewest=1)


_BEFORE_NUMBER = re.compile(rf"(?<![\w@#/.'\-]){_NAMES}(?i:,? (?:tél|tel|mob|port|né|née|nee|au)\.?(?: le)?| ?[,;:|(—/*-]| ?\n){{1,2}}[ :(]{{0,2}}\Z")
_AFTER_NUMBER = re.compile(rf"[ ,;:|\n.(—-]{{1,3}}{_NAMES}[ .!)]*(?:\Z|\n|(?=[|;]))")
"""A name right after a number, at the end or in a table."""
