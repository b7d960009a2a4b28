"""What reaches somebody on the net: e-mail addresses however they are written, personal links, names of accounts."""

import re
from collections.abc import Iterator

from services.feedback.masking.rules.common_words import COMMON_WORDS
from services.feedback.masking.rules.first_names import SURNAMES, folded, is_first_name
from services.feedback.masking.rules.shapes import plain
from services.feedback.masking.rules.signs import lowered

_I = re.IGNORECASE
_TOP = r"(?:com|fr|net|org|eu|be|ch|lu|de|es|it|uk|ca|info|bzh|pro|example|test)"
_EMAIL = re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+")
_SPACED_EMAIL = re.compile(
    rf"(?<![\w@])[\w.+\-]+ @ [\w\-]+(?: ?\. ?[\w\-]+)*(?:\.| \. )[\w\-]+|"
    rf"(?<![\w@])[\w\-]+(?:[._+\-][\w\-]+)+ ?@ ?[\w\-]+(?:\.[\w\-]+)+"
    rf"|[\w.+\-]+@[\w\-]+(?: ?[(\[{{]?(?<![^\W\d_])(?:point|dot)[)\]}}]? ?[\w\-]+)+|"
    rf"(?<![\w@])[\w.+\-]+@ [\w\-]+(?:\.[\w\-]+)*\.{_TOP}\b|[\w.+\-]+@[\w\-]+(?: ?[.,] ?[\w\-]+)*? ?[.,] ?{_TOP}\b",
    _I,
)
_SIGN_SAID = (
    r"(?:point|tiret(?: (?:du )?(?:bas|haut|six|huit|6|8))?|dot|underscore|under score|dash|moins|plus|trait d'union)"
)
_HOW = (
    r"(?: (?:sans|avec)(?: l[' ])? ?(?:accent|espace)s?| tout (?:attach[ée]|coll[ée])| en (?:minuscules?|"
    r"majuscules?|un (?:seul )?mot))"
)
_ALOUD = (
    r"(?: (?:z[ée]ro|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|"
    r"trente|quarante|"
    r"cinquante|soixante|cent|mille)(?:[ \-](?:et[ \-])?(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|"
    r"douze|treize|quatorze|"
    r"quinze|seize|vingts?|cent|mille|z[ée]ro))*| \d{1,4})"
)
_AT = (
    r"(?:\s?[(\[{<]\s?(?:at|arr?ob[ao]se?|arr?obas|@|a|chez)\s?[)\]}>]\s?|,? ?(?:arr?ob[ao]se?|arr?obas|a commercial|"
    r"arobaze),? ?|[\-_]at[\-_]|,? (?:at|@|chez),? )"
)
_DOT = r"(?:\s?[(\[{]\s?(?:dot|point|\.)\s?[)\]}]\s?|,? (?:point|dot),? |\.| \. )"
_SAID_EMAIL = re.compile(
    rf"(?<![\w@])(?:(?:[^\W\d_]{_HOW}?(?:, ?| |-)){{2,14}}(?:point,? )?)?"
    rf"[\w.+\-]+(?:{_HOW})?(?:(?:,? {_SIGN_SAID},? ?| ?[(\[{{](?:point|dot|\.)[)\]}}] ?|"
    rf" \. ){_HOW}?[\w.+\-]+{_HOW}?)*{_ALOUD}?{_HOW}?"
    rf"{_AT}[\w\-]+(?:,? {_SIGN_SAID},? [\w\-]+)*(?:{_DOT}[\w\-]+)+",
    _I,
)
_NO_DOMAIN = re.compile(
    rf"(?<![\w@])[\w.+\-]+(?:,? {_SIGN_SAID},? [\w.+\-]+)*,? (?:arr?ob[ao]se?|arr?obas),? [\w\-]+|"
    rf"(?<![\w@])[\w.+\-]*[a-z\d]@[a-z][\w\-]{{2,}}(?![\w@.])",
    _I,
)
"""Where the last part of the address was left out."""
_BARE_AT = re.compile(r",? (?:at|chez) ", _I)
_OF_AN_EMAIL = re.compile(
    r"\b(?:e?-?mails?|adress?e?|courriel|[ée]cri\w*|contact\w*|address|write|reach)\b[^.!?\n]*\Z", _I
)
_ROLES = """
abonnement abonnements abuse academie accueil adhesion adhesions admin administration agence agences aide alerte
alertes apres apresvente assistance asso association assurance atelier ateliers avis b2b b2c banque billetterie
billing bonjour booking bordeaux boutique boutiques box bureau care careers ce chauffeur client clientele clients club
colis com commande commandes commercial commerciaux communication complaint complaints compta comptabilite compte
comptes conseil conseiller conseillers conseils conso consommateur consommateurs contact contacts contentieux copro
copros courrier credit cse customer customers customerservice de demande demandes depannage des devis direction
dispatch do donotreply dpo dsi du eau echange echanges elec electricite email emploi en energie enquete enquetes
epargne equipe eshop espace est et evenement evenements event events expedition expeditions facturation facturations
facture factures faq feedback fibre fidelite formation forum fr france fraude fraudes garantie garanties gaz gestion
hello help hotline info information informations infos inscription inscriptions installation installations internet it
jobs juridique la le legal les ligne lille litige litiges livraison livraisons location locations logistique lyon
magasin magasins mail maintenance mairie marketing marseille media mediateur mediation mobile moderateur moderation
mutuelle nantes ne nepasrepondre news newsletter no nord noreply not notification notifications office online order
orders ouest paiement paiements paris partenaire partenaires particulier particuliers parts pas piece pieces planning
postmaster presse pret prevoyance privacy pro pros qualite question questions rdv reclamation reclamations
recouvrement recrutement relation relations remboursement remboursements remplacement rennes reparation reparations
reply repondre reseau reservation reservations resiliation resiliations retour retours retractation retractations
return returns rgpd rh sales sante satisfaction sav secretariat securite security service serviceclient serviceclients
services shop sinistre sinistres site souscription souscriptions spare standard stock store sud suivi support syndic
syndicat team tech technicien techniciens technique the ticket tickets toulouse transport transports urgence urgences
vente ventes voix web webmaster
"""
_ROLE = frozenset(_ROLES.split())
"""Words of a company's boxes, which belong to nobody."""
_TRADES = frozenset(
    {
        "boulangerie",
        "cabinet",
        "etude",
        "menuiserie",
        "plomberie",
        "electricite",
        "atelier",
        "maitre",
        "docteur",
        "famille",
        "ferme",
        "gite",
        "coiffure",
        "salon",
    }
)
"""Before the name of whoever owns the house."""
_LOCAL_PARTS = re.compile(r"[._\-+]")

_LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>«»\"]+|(?<![\w@./])(?:insta|instagram|facebook|fb|tiktok|twitter|x|linkedin|snapchat|"
    r"youtube|t|wa)\.(?:com|me)/@?[\w.\-/]+"
    r"|(?<![\w@./\-])(?:[\w\-]+\.)+(?:com|fr|net|org|eu|io|be|ch|example|link|me|app|ly|gl|gg|co|tv|page|site|info|"
    r"dev)(?::\d+)?/[^\s<>«»\"]+",
    _I,
)
_OF_SOMEBODY = re.compile(
    r"(?:\A|\.)(?:insta|instagram|facebook|fb|tiktok|twitter|x|linkedin|snapchat|youtube|t|wa)\.(?:com|me)/|@|%40", _I
)
_HARMLESS = re.compile(
    r"(?:utm_\w+|lang|locale|page|p|sort|q|query|cat|categorie|category|ref|source|from|tab|v|color|taille|size|ville|"
    r"hl)=[^&#]*(?:&|\Z)",
    _I,
)
_MODEL = re.compile(
    r"(?:[a-zà-ÿ]+[\-_.])*(?:[a-zà-ÿ]+[\-_.])?(?:[a-z]{0,2}\d{1,4}[a-z]{0,2})?(?:[\-_.][a-zà-ÿ]+)*(?:\.(?:html?|php|"
    r"aspx?|pdf))?\Z"
)
"""A word, or the name of a thing with its model or its year."""

_HANDLE = re.compile(
    r"(?<![\w.@/])@(?=[\w.\-]*(?:[_.\d\-]\w|[a-zé][A-Z]))[A-Za-zÀ-ÿ][\w.\-]{2,}(?<![.\-])"
    r"|(?<![\w.@/:?&=#\-])(?=\w*[a-zà-ÿ])[^\W\d_][^\W_]*_\w[\w.]*(?<!\.)(?!@)"
    r"|(?<![\w.@/])[A-Za-z][\w.]{2,}#\d{4}(?!\d)|(?<![\w/.])/?u/\w[\w\-]{2,}"
)
"""An account whose name is no plain word, or a word with underscores: those of brands are plain."""
_BUSINESS = re.compile(
    r"maison|banque|assur|boutique|store|shop|services?|group|energ|mobil|auto|mutuelle|market|sport|tech|food|hotel|"
    r"voyage|beaut|jardin|support|help|sav|france|officiel|clinique|pharma|optique|librair|caf[ée]|bio|eau|gaz|elec|"
    r"boycott|stop",
    _I,
)
"""Part of a company's account."""
_NICKNAME = re.compile(
    r"\b(?:pseudo(?:nyme)?|gamertag|gamer tag|nick(?:name)?|user(?:name)?|snap(?:chat)?|insta(?:gram)?|telegram|"
    r"twitter|facebook|vinted|tiktok|discord|"
    r"twitch|psn|steam|signé|alias|identifiant|login|surnom(?:mée?)?|handle)"
    r"(?: (?:sur (?:le|la|l'|votre|mon|vos|les)? ?\w+|vinted|psn|xbox|steam|insta(?:gram)?|twitch|fid[ée]lit[ée]|pro|"
    r"perso))?"
    r"(?: ?:| ?=|,| est| c'?est| c| etait| était| dans le jeu)*(?!\w) ?[«\"'(]? ?",
    _I,
)
_NICKNAME_VALUE = re.compile(
    r"@?(?=[\w.\-]*(?:[_.\d]\w|[a-z]\d|[a-z][A-Z]|\w-\w))(?=[\w.\-]*[a-z])[A-Za-zÀ-ÿ][\w.\-]{3,}(?<![.\-])|"
    r"@[A-Za-zÀ-ÿ]\w{2,}"
)
_ACCOUNT = re.compile(
    r"\b(?:sous|compte|profil|pseudo|je suis|c'est|moi)(?: (?:de|du))?(?: le)?(?: (?:nom|pseudo|compte|profil|"
    r"avatar))?(?: d(?:e |'))? ?[«\"]? ?"
    r"(@?(?=[\w.\-]*(?:[a-zà-ÿ][._]?\d|[a-zà-ÿ][A-Z]|_\w))[A-Za-zÀ-ÿ][\w.\-]{3,}(?<![.\-]))(?![\w@])"
)
"""An account by a plain word with digits."""
_ACCOUNT_THERE = re.compile(
    r"(?<![\w@.])(@?[a-zà-ÿ](?=[\w.\-]{0,60}(?:[._]\w|\d|(?-i:[a-z][A-Z])))[\w.\-]{2,60}|@\w{3,}) sur (?:(?:votre|le|"
    r"la|l'|mon) )?(?:insta|snap|tiktok|twitter|facebook|twitch|discord|vinted|"
    r"leboncoin|x\b|forum|steam|psn|youtube|telegram|bluesky|mastodon|threads)",
    _I,
)
_NICKNAMED = re.compile(
    r"pseudo|gamer|nick|user|snap|insta|telegram|twitter|facebook|vinted|tiktok|discord|twitch|psn|steam|sign|alias|"
    r"identifiant|login|surnom|handle|avatar"
)
_CALLED = re.compile(
    r"\b(?i:pseudo(?:nyme)?|gamertag|alias|nick(?:name)?|username|login|avatar)(?i: (?:sur|du|dans) (?:(?:le|la|l'|"
    r"votre|mon|vos|les) ?)?\w+)?(?i: ?:| ?=|,| est| c'?est| c)*"
    r" ?[«\"'(]? ?([A-ZÀ-Þ][\w.\-]{3,}(?<![.\-]))(?![\w@])"
)
"""A plain word after what says that it is the name of an account."""
_CAMEL_WORD = re.compile(
    r"(?:i?Phone|iPad|iOS|macOS|PayPal|YouTube|TikTok|WhatsApp|WiFi|Wi-Fi|FaceTime|LinkedIn|DoctoLib|LeBonCoin|"
    r"BlaBlaCar|ChatGPT|McDo\w*|MacBook|AirPods|GitHub|PlayStation|OneDrive|SoCloz|eBay)\w*\Z",
    _I,
)
_ACCOUNT_SIGN = re.compile(r"[@_#]|\bu/")
_DIGIT = re.compile(r"\d")
_EMAIL_SIGN = re.compile(
    r"@|arr?ob[ao]s| at |[(\[{<] ?(?:at?|chez) ?[)\]}>]|[\-_]at[\-_]| chez [\w\-]+ (?:point|dot) |a commercial", _I
)


def emails(text: str) -> Iterator[tuple[int, int]]:
    """Where e-mail addresses of somebody stand; those of a company's boxes stay."""
    if not _EMAIL_SIGN.search(text):
        return
    for match in _EMAIL.finditer(text):
        if not is_shared_box(match[0]):
            yield match.start(), match.start() + len(match[0].rstrip(".-"))
    for match in _SPACED_EMAIL.finditer(text):
        if not is_shared_box(match[0].replace(" ", "")):
            yield match.span()
    for match in _SAID_EMAIL.finditer(text):
        local = match[0].split()[0]
        if _BARE_AT.search(match[0]) and not (
            re.search(r"[._\d]\w| (?:dot|point)\b", _BARE_AT.split(match[0])[0])
            or _OF_AN_EMAIL.search(text, 0, match.start())
        ):
            continue
        if not (is_shared_box(f"{local}@") and len(match[0].split()) < 4):
            yield match.span()
    for match in _NO_DOMAIN.finditer(text):
        if not is_shared_box(match[0].replace(" ", "")):
            yield match.span()


def is_shared_box(address: str) -> bool:
    """Whether an address is that of a service rather than of somebody."""
    local, _, domain = address.lower().partition("@")
    parts = [folded(part) for part in _LOCAL_PARTS.split(local) if part]
    host = [folded(part) for part in domain.partition(".")[0].split("-")]
    # « bonjour@ysoline-vautrin.example »: the site of somebody.
    if len(host) == 2 and host[0] in _TRADES:
        return False
    if (
        len(host) == 2
        and (is_first_name(host[0]) or host[1] in SURNAMES)
        and not _ROLE.intersection(host)
        and len(host[0]) > 2
    ):
        return False
    return bool(parts) and all(part.rstrip("0123456789") in _ROLE for part in parts)


def links(text: str) -> Iterator[tuple[int, int]]:
    """Where addresses stand that open one person's page: with parameters, numbered or drawn parts."""
    if "/" not in text and "www." not in lowered(text):
        return
    for match in _LINK.finditer(text):
        address = match[0].rstrip(".,;:!?)…'’]")
        if is_personal_link(address.partition("://")[2] or address):
            yield match.start(), match.start() + len(address)


def is_personal_link(address: str) -> bool:
    """Whether an address, without its scheme, holds what only one person was sent."""
    if _OF_SOMEBODY.search(address):
        return True
    path, _, query = address.partition("?")
    if query and _HARMLESS.sub("", query.partition("#")[0]) != "":
        return True
    return any(not _is_plain_part(part) for part in re.split(r"[/#]", path)[1:] if part)


def _is_plain_part(part: str) -> bool:
    if "=" in part:
        return False
    if part.isdecimal():
        return len(part) < 3 or part.startswith(("19", "20"))
    low = part.lower()
    digits = sum(map(str.isdigit, part))
    if digits == 0:
        # Small and capital letters mixed beyond the first of a word are drawn by a machine.
        return (
            part == low or part == part.upper() or not re.search(r"[a-z][A-Z].*[a-z]?[A-Z]|[A-Z][a-z]?[A-Z][a-z]", part)
        )
    return (
        part == low
        and (digits <= 3 or re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", part) is not None)
        and _MODEL.match(part) is not None
        and len(re.findall(r"[a-zà-ÿ]{3,}", part)) >= 1
    )


def handles(text: str) -> Iterator[tuple[int, int]]:
    """Where names of accounts stand."""
    for match in _HANDLE.finditer(text) if _ACCOUNT_SIGN.search(text) else ():
        # Companies write theirs with capitals: « @Banque_Armor ».
        if _DIGIT.search(match[0]) or match[0].islower() or not _BUSINESS.search(match[0]):
            yield match.span()
    for match in (*_ACCOUNT.finditer(text), *(_ACCOUNT_THERE.finditer(text) if " sur " in text else ())):
        if not _CAMEL_WORD.match(match[1]) and not re.fullmatch(r"[A-Z][\w]*-\w+|\w*-\w+", match[1]):
            yield match.span(1)
    if _NICKNAMED.search(lowered(text)) is None:
        return
    for match in _CALLED.finditer(text):
        if plain(match[1]) not in COMMON_WORDS:
            yield match.span(1)
    for match in _NICKNAME.finditer(text):
        value = _NICKNAME_VALUE.match(text, match.end())
        if value is not None and not _CAMEL_WORD.match(value[0]):
            yield value.span()
