"""What each kind of personal data looks like, in French letters and in some English ones."""

import re

_I = re.IGNORECASE
_CAPITAL = "A-ZÀ-ÖØ-ÞŒ"
_SEP = r"[ .\-\u00a0\u202f]"

LINK = re.compile(r"(?:https?://|www\.)[^\s<>«»\"]+|(?:insta|instagram|facebook|fb|tiktok)\.com/@?[\w.]+", _I)
TOKEN_OF_LINK = re.compile(
    r"\?.*=|/(?![a-z\-]*(?:19|20)\d\d(?:[/?.]|\Z))[^/?]*\d[^/?]*\d|/(?=[^/]*[a-z])(?=[^/]*[A-Z])[A-Za-z0-9]{6,}|"
    r"(?i:insta|facebook|fb|tiktok)\w*\.com/|@|%40"
)
"""What makes an address somebody's own: parameters, numbered or drawn parts."""

EMAIL = re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+")
_SIGN_SAID = r"(?:point|tiret(?: (?:du )?(?:bas|haut|six|huit|6|8))?|dot|underscore|dash|moins)"
SAID_EMAIL = re.compile(
    rf"(?:[^\W\d_](?: (?:sans|avec)(?: l['’])? ?accent)?, ?){{0,12}}"
    rf"[\w.+\-]+(?: (?:sans|avec)(?: l['’])? ?accent| tout attach[ée]|"
    rf" en minuscules?)?(?:,? {_SIGN_SAID},? [\w.+\-]+)*(?: tout attach[ée]| en minuscules?)?"
    r"(?: (?:(?:quatre-)?vingt|trente|quarante|cinquante|soixante)(?:-[a-z]+)*| (?:dix|onze|douze|treize|quatorze|"
    r"quinze|seize))?"
    r"(?:\s*[(\[]\s*(?:at|arobase|@)\s*[)\]]\s*|,? (?:arobase|arobas|at),? )"
    rf"[\w\-]+(?:,? {_SIGN_SAID},? [\w\-]+)*(?:(?:\s*[(\[]\s*(?:dot|point)\s*[)\]]\s*|,? (?:point|dot),? |\.)[\w\-]+)+",
    _I,
)
SHARED_BOX = re.compile(
    r"(?:contacts?|support|sav|services?|clients?|clientele|r[ée]clamations?|no-?reply|ne-pas-repondre|"
    r"facturations?|factures?|infos?|"
    r"informations?|hello|bonjour|aide|help|commercial|commerciaux|commandes?|orders?|retours?|returns?|livraisons?|"
    r"exp[ée]ditions?|"
    r"logistique|dpo|rgpd|privacy|abuse|postmaster|webmaster|admin|administration|devis|"
    r"ventes?|sales|rh|"
    r"recrutement|emploi|presse|media|direction|accueil|secr[ée]tariat|agences?|boutiques?|magasins?|"
    r"r[ée]servations?|booking|"
    r"assistance|technique|hotline|satisfaction|qualit[ée]|sinistres?|souscriptions?|adh[ée]sions?|r[ée]siliations?|"
    r"litiges?|r[ée]tractations?|"
    r"contentieux|recouvrement|juridique|legal|m[ée]diat(?:ion|eur)|relations?|conseils?|garanties?|remboursements?|"
    r"paiements?|"
    r"billing|complaints?|feedback|avis|enqu[êe]tes?|s[ée]curit[ée]|security|fraudes?|team|equipe|bureau|office|"
    r"conso(?:mmateurs?)?|"
    r"marketing|newsletter|stock|ateliers?|pi[èe]ces?|rdv|planning|dispatch|urgences?|d[ée]pannage|maintenance|"
    r"installations?|"
    r"abonnements?|fid[ée]lit[ée]|partenaires?|b2b|pro|particuliers?|copros?|syndic|location|gestion|notifications?|"
    r"news|shop|store|care)"
    r"(?:[._\-]?(?:clients?|commandes?|paris|lyon|france|fr|pro|particuliers?|en[._-]ligne|web|technique|"
    r"r[ée]seau|nord|sud|est|ouest|service|qualit[ée]|compta|internet|clientele|customer))*@",
    _I,
)
"""Boxes of a company, which belong to nobody."""

IBAN = re.compile(
    rf"(?<![A-Za-z0-9])[A-Z]{{2}}{_SEP}?\d\d(?:(?:{_SEP}{{0,2}}|{_SEP}?\n)[A-Z0-9]){{11,30}}",
    _I,
)
LONG_NUMBER = re.compile(rf"(?<![\dA-Za-z])\d(?:{_SEP}?\d){{12,18}}(?!{_SEP}?\d)")
"""What may be a card."""
NIR = re.compile(
    rf"(?<![\dA-Za-z])[12](?:{_SEP}?\d){{4}}{_SEP}?(?:\d{_SEP}?\d|2{_SEP}?[AB])(?:{_SEP}?\d){{6}}"
    rf"(?:(?:,?{_SEP}?(?:cl[ée] ?:? ?)?| ?/ ?)\d{_SEP}?\d)?(?!{_SEP}?\d)",
    _I,
)
SOCIAL_SECURITY = re.compile(r"s[ée]cu|insee|\bnir\b|\bn° ?ss\b|assur[ée]|\bss\b", _I)

_GAP = r"(?:[ .\-\u00a0\u202f_]{0,3}| ?/ )"
PHONE = re.compile(
    rf"(?<![\d+])(?!\d\d[./\- ]\d\d[./\- ](?:19|20)\d\d(?!\d))"
    rf"(?:\(?(?:\+|00){_SEP}?33\)?{_SEP}{{0,2}}(?:\(0\){_SEP}?)?|(?<![A-Za-z])[0oO]{_SEP}?)[1-9](?:{_GAP}\d){{8}}(?!\d)"
    rf"|(?<![\d+])(?:\(0[1-9]\)(?:(?:{_SEP}{{0,3}})\d\d){{4}}|0[1-9](?:/\d\d){{4}})(?![\d/])"
    rf"|(?<![\d\w])\+(?!33)\d{{1,3}}(?:{_SEP}?\(?\d{{1,5}}\)?){{2,5}}(?!\d)",
)
_DIGITS_SAID = (
    r"(?:z[ée]ro|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|"
    r"trente|quarante|cinquante|soixante|et|\d{2})"
)
SAID_PHONE = re.compile(
    rf"\bz[ée]ro[ ,\-]+(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf)(?:[ ,.\-]+{_DIGITS_SAID}\b){{4,24}}", _I
)

_SIV = "A-HJ-NP-TV-Za-hj-np-tv-z"
PLATE = re.compile(
    r"(?<![\w\-])[A-Z]{2}-\d{3}-[A-Z]{2}(?![\w\-])"
    rf"|(?<![\w\-])[{_SIV}]{{2}}([ .\-]?)\d{{3}}\1[{_SIV}]{{2}}(?![\w\-])"
    rf"|(?<![\w\-])\d{{1,4}}([ .\-]?)[A-HJ-NP-TV-Za-hj-np-tv-z]{{2,3}}\2(?:\d\d|2[ABab])(?![\w\-])"
)
VEHICLE = re.compile(
    r"plaque|immat|v[ée]hicule|voiture|moto\b|scooter|camion|remorque|utilitaire|fourgon|carte grise|badge|amende|"
    r"stationn|parking",
    _I,
)
WORDS_AND_UNITS = re.compile(
    r"(?:de|le|la|en|ce|je|se|ne|te|me|ma|ta|sa|des|les|et|a|nb)\b.*|.*\b(?:km|kg|cm|mm|ml|cl|kw|db|et|de|la|le|en|ce)",
    _I,
)
"""Two letters that are words around a number that is an amount."""

_STREET = (
    r"(?:rue|r\.|avenue|av\.?|ave\.?|boulevard|bd\.?|bld\.?|blvd\.?|place|pl\.|all[ée]e|impasse|imp\.|chemin|chem\.|"
    r"ch\."
    r"|cours|quai|square|route|rte\.?|passage|sente|chauss[ée]e|corniche|digue|lev[ée]e|lotissement|lot\.|lieu-?dit|"
    r"r[ée]sidence|hameau|faubourg|fbg|esplanade|"
    r"promenade"
    r"|sentier|villa|cit[ée]|rond-point|mont[ée]e|venelle|traverse|voie|ruelle|mail|parvis|clos|domaine|street|road)"
)
_SAID_NUMBER = (
    r"(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|"
    r"quarante|cinquante|soixante)(?:[ \-](?:et[ \-])?[a-zé]+){0,2}?"
)
_TOWN = (
    rf"(?:(?:[{_CAPITAL}][\w'’]*)(?:[ \-](?:(?:sur|sous|lès|les|la|le|en|de|du|des|d'|l')[ \-])?[{_CAPITAL}][\w'’]*)"
    r"{0,4}|[\w'’\-]+)"
)
_COMPLEMENT = (
    r"(?:(?:immeuble|imm\.|r[ée]sidence|r[ée]s\.|b[âa]timent|b[âa]t\.?|appartement|appt?\.?|apt\.?|escalier|esc\.|tour|"
    r"entr[ée]e|entrance|hall|porte|flat|apartment)"
    r" [^,\n.]{1,40}[,\n]\s*|(?:chez|zone|za|zac|zi|local) [^,\n.]{2,40}[,\n]\s*|"
    r"\d{1,2}(?:e|er|[èe]me) (?:[ée]tage|gauche|droite|face),\s*)"
)
ADDRESS = re.compile(
    rf"(?<![\w/])(?:(?i:{_COMPLEMENT}){{0,4}}"
    rf"(?i:\d{{1,4}}(?: ?(?:bis|ter|quater|[a-d]))?,? {_STREET}|{_SAID_NUMBER},? {_STREET}))(?![\w])"
    rf"|(?<![\w/])(?i:{_COMPLEMENT}){{1,3}}(?i:{_STREET})(?![\w])"
    rf"|(?<![\w/])(?i:\d{{1,4}}(?: ?(?:bis|ter|quater|[a-d]))?,?)(?= (?:r (?=[^\d\n])|[{_CAPITAL}])[^\d\n;!?()]{{3,50}}"
    rf"(?:(?i:app?t?\.? \d+ ))?\d{{5}} \w)"
)
"""The beginning; what follows is read from there."""
TO_TOWN = re.compile(
    rf"[^\n;!?()«»]{{2,70}}?(?:[ ,]*\n[ ]*)?(?<!\d)\d{{5}},?[ \n]+{_TOWN}(?i: cedex(?: \d+)?)?"
    rf"|[^\n;!?()«»\d]{{2,60}}?, ?(?-i:{_TOWN}) \d{{5}}(?!\d)"
)
POSTCODE = re.compile(r"(?<!\d)\d{5}(?!\d)")
STREETS = re.compile(rf"\d{{5}}|\b{_STREET}(?!\w)", _I)
"""Without a postcode and without a street there is no address."""
PLACE_NAME = re.compile(
    rf"(?<![\w/])(?:lieu-?dit|hameau|lotissement|r[ée]sidence|domaine|ferme|villa|mas|{_STREET})(?: (?:de|du|des|la|"
    rf"le|les)\b)*"
    rf" [«\"“]? ?[^;\n!?()«»\"“”.]{{2,60}}[»\"”]?[, \n]{{1,3}}(?<!\d)\d{{5}},?[ ]+(?-i:{_TOWN})",
    _I,
)
"""An address without a number: its postcode tells what it is."""
TO_SAID_TOWN = re.compile(
    rf"[^\n.;!?()]{{2,60}}?,? à [{_CAPITAL}][\w\-'’]+(?:, [a-zé\-]+(?: [a-zé\-]+){{0,3}} mille(?: [a-zé\-]+)?)?"
)
STREET_NAME = re.compile(
    rf"(?! le \d)(?: (?:de|du|des|la|le|les|de la|de l['’]|d['’]|l['’])){{0,3}}(?: ?[{_CAPITAL}\d][\w'’\-]*){{1,4}}"
)

_MONTH = (
    r"(?:janv(?:ier|\.)?|f[ée]v(?:rier|r?\.)?|mars|avr(?:il|\.)?|mai|juin|juil(?:let|\.)?|ao[ûu]t|sept(?:embre|\.)?|"
    r"oct(?:obre|ober|\.)?|nov(?:embre|ember|\.)?|d[ée]c(?:embre|ember|\.)?|january|february|march|april|may|june|july|"
    r"august|september|october|november|december)"
)
_SAID_DAY = (
    r"(?:premier|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|"
    r"dix-sept|dix-huit|"
    r"dix-neuf|vingt(?:[ -](?:et[ -])?[a-z]+)?|trente(?:[ -]et[ -]un)?)"
)
_SAID_YEAR = (
    r"(?:(?:mille neuf cent|deux mille)(?:[ -][a-zé]+){0,4}|"
    r"(?:trente|quarante|cinquante|soixante|quatre-vingts?)(?:[ -][a-zé]+){0,3})"
)
DATE = re.compile(
    rf"(?<![\d/\-.])(?:\d{{1,2}}[/.\- ]\d{{1,2}}[/.\- ](?:19|20)?\d\d|(?:19|20)\d\d-\d\d-\d\d"
    rf"|\d{{1,2}}(?:er|st|nd|rd|th)? {_MONTH} (?:19|20)?\d\d)(?!\d)",
    _I,
)
SAID_YEARS = re.compile(r"mille|quarante|cinquante|soixante|trente|quatre-vingt", _I)
SAID_DATE = re.compile(rf"\b{_SAID_DAY} (?:{_MONTH}|du {_SAID_DAY}) {_SAID_YEAR}\b", _I)
"""A date in words."""
BIRTH = re.compile(r"\b(?:né(?:e|\(e\))?s?\b|nee?s? (?=le\b|en\b|au\b)|naissance|dob\b|born\b|birth|anniv)", _I)
KIN = re.compile(
    r"\b(?:enfants?|fils|filles?|conjointe?|ayants? droit|b[ée]n[ée]ficiaires?|b[ée]b[ée])\b[^.!?]*\(\Z", _I
)
"""Before a date in brackets."""
BORN_SHORT = re.compile(r"\bn[ée]e?(?: le)? (\d{6}|\d{8})(?:(?: pas le| et non| non) (\d{6}|\d{8}))?(?!\d)", _I)
OLD_DATE = re.compile(
    r"(?:19[1-9]\d|200\d|201[0-2])\Z|\A(?:19[1-9]\d|200\d|201[0-2])-|cent|\Adeux mille (?:une?|deux|trois|quatre|"
    r"cinq|six|sept|huit|neuf|dix)\Z",
    _I,
)
SINCE = re.compile(
    r"depuis|contrat|sign|achet|achat|factur|souscri|install|livr|command|ouver|mise en|client|abonn|adh[ée]r|"
    r"version|loi\b|"
    r"d[ée]cret|arr[êe]t|jugement|effet|garantie|constru|b[âa]ti|circulation|immatricul",
    _I,
)
"""What else happened long ago."""
BORN_ON = re.compile(r"\bsuis du \Z", _I)

IDENTIFIER = re.compile(
    r"\b(?:passe?port|carte (?:nationale )?d['’ ]identit[ée]|carte de s[ée]jour|pi[èe]ce d['’ ]identit[ée]|cni|"
    r"permis(?: de conduire)?|"
    r"titre de s[ée]jour|(?:n°|num[ée]ro|num|r[ée]f\.?|r[ée]f[ée]rence|code|identifiant)(?: de| du|"
    r" d['’])?(?: (?:mon|ma|votre|notre|son|la|l['’]))? ?"
    r"(?:clients?|contrat|compteur|compte|matricule|membre|badge|licence|pr[êe]t|dossier (?:m[ée]dical|allocataire|caf|"
    r"client)|police|adh[ée]rent|allocataire|abonn[ée]|soci[ée]taire|fiscal|permis|s[ée]jour)"
    r"|contrat|dossier caf|identifiant|badge|compteur|compte|carte (?:de )?fid[ée]lit[ée]|carte vitale|ligne n°|pdl|"
    r"prm|"
    r"pce|rae|matricule|"
    r"account(?: number)?|passport|"
    r"customer (?:id|number)|driving licen[cs]e|residence permit|id card|policy)(?![\w])"
    r"(?:[\s:?,.…°]|n°|(?:num[ée]ro|no|num|number|est|demand[ée]|c['’]est|[ée]pargne|is|attendez|voil[àa]|aussi|"
    r"le mien|"
    r"la mienne|bien|le|"
    r"suivant|actuel|ancien|nouveau)\b){0,12}",
    _I,
)
DOCUMENT = re.compile(
    r"\b(?:passe?port|carte (?:nationale )?d['’ ]identit[ée]|carte de s[ée]jour|titre de s[ée]jour|"
    r"permis de conduire|cni)\b"
    r"[^\n.;!?\d:]{0,40} ?: ",
    _I,
)
"""A document, and what is said before its number comes."""
IDENTIFIER_VALUE = re.compile(
    r"(?!(?:TCK|TICKET|CMD|INC|REQ|FA|FV)[ \-]?\d|\d{1,2}[/.\- ]\d{1,2}[/.\- ](?:19|20)?\d\d(?!\d))"
    r"(?:[A-Z]{1,4}[ \-/]?)?"
    r"(?=[A-Z]*\d)[A-Z0-9]+(?:[ .\-/](?:[A-Z]{1,3}[ \-/])?(?=[A-Z0-9]*\d)[A-Z0-9]+)*(?:-[A-Z0-9]+)*"
    r"(?: [A-Z](?!\w))?(?!\w|/\w)"
)
"""In capitals, with digits in every group but the first and the last; never that of a ticket or an order."""

SAID_IDENTIFIER = re.compile(
    r"(?:[A-Z]{1,4}[ ,\-]+)?(?:(?:z[ée]ro|une?|deux|trois|quatre|cinq|six|sept|huit|neuf)[ ,\-]+){3,}"
    r"(?:(?:z[ée]ro|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|tiret|slash|(?-i:[A-Z])\b)[ ,\-]*)+",
    _I,
)
"""A number told digit by digit."""

HANDLE = re.compile(
    r"(?<![\w.@/])@(?=[\w.\-]*(?:[_.\d\-]\w|[a-zé][A-Z]))[A-Za-zÀ-ÿ][\w.\-]{2,}(?<![.\-])"
    r"|(?<![\w.@/:?&=#\-])(?=\w*[a-zà-ÿ])[^\W\d_][^\W_]*_\w[\w.]*(?<!\.)(?!@)"
    r"|(?<![\w.@/])[A-Za-z][\w.]{2,}#\d{4}(?!\d)"
)
"""An account whose name is no plain word, or a word with underscores: those of brands are plain."""
BUSINESS = re.compile(
    r"maison|banque|assur|boutique|store|shop|services?|group|energ|mobil|auto|mutuelle|market|sport|tech|food|hotel|"
    r"voyage|beaut|jardin|support|help|sav|france|officiel|clinique|pharma|optique|librair|caf[ée]|bio|eau|gaz|elec",
    _I,
)
"""Part of a company's account."""
NICKNAME = re.compile(
    r"\b(?:pseudo|gamertag|snap(?:chat)?|insta(?:gram)?|telegram|twitter|facebook|vinted|tiktok|discord|signé|"
    r"identifiant|login)"
    r"(?: (?:sur (?:le|la|votre|mon) \w+|vinted|psn|xbox|steam|fid[ée]lit[ée]))?(?: ?:|,| est| c['’]est| c)? ",
    _I,
)
NICKNAME_VALUE = re.compile(
    r"@?(?=[\w.\-]*(?:[_.\d]\w|[a-z][A-Z]|\w-\w))(?=[\w.\-]*[a-z])[A-Za-z][\w.\-]{3,}(?<![.\-])"
)
ACCOUNT = re.compile(r"\b(?:sous|compte|profil) ((?=[a-z]+[_.]?\d)[a-z]{3,}[\w.]*\d)(?![\w@])")
"""An account by a plain word with digits."""
ACCOUNT_THERE = re.compile(
    r"(?<![\w@.])@?([a-z][\w.]{0,60}[._\d][\w.]{0,60}) sur (?:insta|snap|tiktok|twitter|facebook|twitch|discord|vinted|"
    r"leboncoin)",
    _I,
)

TITLED = re.compile(
    r"(?<![\w'’])(?:(?:M\.?|Mr|Monsieur) (?:et|&|ou) (?:Mme|Madame)|M\.|MM\.|Frau|Herr|Sra?|Srta|Se[ñn]ora?|"
    r"Signora?|Mr\.?|Mrs\.?|Ms\.?|Mmes?|Mlles?|Madame|Monsieur|Mademoiselle|Mister|Dr\.?|Docteur|Me|Maître)"
    rf"(?: (?:veuve|vve|née))? (?!(?:Je|Vous|Il|Elle|On|Nous|Le|La|Les|Un|Une|Merci|Bonjour|Votre|Vos|Ce|Et|"
    rf"Bricolage|Monsieur|Madame)\b)"
    rf"[{_CAPITAL}][\w'’\-]*\.?(?: (?:(?:de|du|des|le|la|van|von|ben|el|d['’]) ?)?[{_CAPITAL}][\w'’\-]+){{0,3}}"
)
