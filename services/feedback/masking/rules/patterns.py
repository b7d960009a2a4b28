"""What each kind of personal data looks like, in French letters and in some English ones."""

import re

_I = re.IGNORECASE
_CAPITAL = "A-ZÀ-ÖØ-ÞŒ"
_SEP = r"[ .\-\u00a0\u202f]"

LINK = re.compile(r"(?:https?://|www\.)[^\s<>«»\"]+|(?:insta|instagram|facebook|fb|tiktok)\.com/[\w.]+", _I)
TOKEN_OF_LINK = re.compile(
    r"\?.*=|/[^/?]*\d[^/?]*\d|/(?=[^/]*[a-z])(?=[^/]*[A-Z])[A-Za-z0-9]{6,}|(?i:insta|facebook|fb|tiktok)\w*\.com/|@|%40"
)
"""What makes an address somebody's own: parameters, numbered or drawn parts."""

EMAIL = re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+")
SAID_EMAIL = re.compile(
    r"[\w.+\-]+(?: (?:point|tiret(?: bas)?|dot|underscore) [\w.+\-]+)*"
    r"(?:\s*[(\[]\s*(?:at|arobase|@)\s*[)\]]\s*| (?:arobase|arobas|at) )"
    r"[\w\-]+(?:(?:\s*[(\[]\s*(?:dot|point)\s*[)\]]\s*| (?:point|dot) |\.)[\w\-]+)+",
    _I,
)
SHARED_BOX = re.compile(
    r"(?:contacts?|support|sav|service[._-]?clients?|clients?|reclamations?|no-?reply|ne-pas-repondre|facturation|infos?|"
    r"hello|bonjour|aide|help|commercial|commandes?|retours?|livraisons?|dpo|rgpd|privacy|abuse|postmaster|webmaster)@",
    _I,
)
"""Boxes of a company, which belong to nobody."""

IBAN = re.compile(
    rf"(?<![A-Za-z0-9])[A-Z]{{2}}\d\d(?:{_SEP}{{0,2}}[A-Z0-9]){{11,27}}",
    _I,
)
LONG_NUMBER = re.compile(rf"(?<![\dA-Za-z])\d(?:{_SEP}?\d){{12,18}}(?!{_SEP}?\d)")
"""What may be a card."""
NIR = re.compile(
    rf"(?<![\dA-Za-z])[12](?:{_SEP}?\d){{4}}{_SEP}?(?:\d{_SEP}?\d|2{_SEP}?[AB])(?:{_SEP}?\d){{6}}"
    rf"(?:,?{_SEP}?(?:cl[ée] ?:? ?)?\d{_SEP}?\d)?(?!{_SEP}?\d)",
    _I,
)
SOCIAL_SECURITY = re.compile(r"s[ée]cu|insee|\bnir\b|\bn° ?ss\b|assur[ée]|\bss\b", _I)

PHONE = re.compile(
    rf"(?<![\d+])(?:(?:\+|00){_SEP}?33{_SEP}{{0,2}}(?:\(0\){_SEP}?)?|0{_SEP}?)[1-9](?:{_SEP}{{0,2}}\d){{8}}(?!\d)"
    rf"|(?<![\d+])(?:\(0[1-9]\)(?:{_SEP}?\d\d){{4}}|0[1-9](?:/\d\d){{4}})(?![\d/])"
    rf"|(?<![\d\w])\+(?!33)\d{{1,3}}(?:{_SEP}?\(?\d{{1,4}}\)?){{2,5}}(?!\d)",
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
    rf"(?<![\w\-])[{_SIV}]{{2}}([ .\-]?)\d{{3}}\1[{_SIV}]{{2}}(?![\w\-])"
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
    r"(?:rue|r\.|avenue|av\.?|ave\.?|boulevard|bd\.?|bld\.?|blvd\.?|place|pl\.|all[ée]e|impasse|imp\.|chemin|chem\.|ch\."
    r"|cours|quai|square|route|rte\.?|passage|lotissement|lieu-?dit|r[ée]sidence|hameau|faubourg|fbg|esplanade|promenade"
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
    r"(?:(?:immeuble|imm\.|r[ée]sidence|r[ée]s\.|b[âa]timent|b[âa]t\.?|appartement|appt?\.?|escalier|esc\.)"
    r" [^,\n.]{1,40},\s*(?:b[âa]t\.? \w{1,3},\s*)?)"
)
ADDRESS = re.compile(
    rf"(?<![\w/])(?:(?i:{_COMPLEMENT}){{0,3}}"
    rf"(?i:\d{{1,4}}(?: ?(?:bis|ter|quater|[a-d]))?,? {_STREET}|{_SAID_NUMBER},? {_STREET}))(?![\w])"
    rf"|(?<![\w/])(?i:{_COMPLEMENT}){{1,3}}(?i:{_STREET})(?![\w])"
)
"""The beginning; what follows is read from there."""
TO_TOWN = re.compile(rf"[^\n;!?()«»]{{2,70}}?(?<!\d)\d{{5}},?[ \n]+{_TOWN}(?i: cedex(?: \d+)?)?")
TO_SAID_TOWN = re.compile(
    rf"[^\n.;!?()]{{2,60}}?,? à [{_CAPITAL}][\w\-'’]+(?:, [a-zé\-]+(?: [a-zé\-]+){{0,3}} mille(?: [a-zé\-]+)?)?"
)
STREET_NAME = re.compile(
    rf"(?: (?:de|du|des|la|le|les|de la|de l['’]|d['’]|l['’])){{0,3}}(?: ?[{_CAPITAL}\d][\w'’\-]*){{1,4}}"
)

_MONTH = (
    r"(?:janv(?:ier|\.)?|f[ée]v(?:rier|r?\.)?|mars|avr(?:il|\.)?|mai|juin|juil(?:let|\.)?|ao[ûu]t|sept(?:embre|\.)?|"
    r"oct(?:obre|ober|\.)?|nov(?:embre|ember|\.)?|d[ée]c(?:embre|ember|\.)?|january|february|march|april|may|june|july|"
    r"august|september|october|november|december)"
)
DATE = re.compile(
    rf"(?<![\d/\-.])(?:\d{{1,2}}[/.\- ]\d{{1,2}}[/.\- ](?:19|20)?\d\d|(?:19|20)\d\d-\d\d-\d\d"
    rf"|\d{{1,2}}(?:er|st|nd|rd|th)? {_MONTH} (?:19|20)?\d\d"
    rf"|(?:[a-z]+[ \-]){{1,3}}{_MONTH} (?:mille neuf cent|deux mille)(?:[ \-][a-zé]+){{0,4}})(?!\d)",
    _I,
)
BIRTH = re.compile(r"\b(?:n[ée]e?s?\b|naissance|dob\b|born\b|birth|anniv)", _I)
BORN_ON = re.compile(r"\bsuis du \Z", _I)

IDENTIFIER = re.compile(
    r"\b(?:passe?port|carte (?:nationale )?d['’ ]identit[ée]|pi[èe]ce d['’ ]identit[ée]|cni|permis(?: de conduire)?|"
    r"titre de s[ée]jour|(?:n°|num[ée]ro|num|ref\.?|r[ée]f[ée]rence|code|identifiant)(?: de| du| d['’])? ?"
    r"(?:clients?|contrat|compte|compteur|adh[ée]rent|allocataire|abonn[ée]|soci[ée]taire|fiscal|permis|s[ée]jour)"
    r"|contrat|compte|carte (?:de )?fid[ée]lit[ée]|compteur|pdl|pce|rae|account number|passport|customer (?:id|number)|"
    r"driving licence)"
    r"(?:[\s:?,.…°]|n°|(?:num[ée]ro|no|num|est|demand[ée]|c['’]est|[ée]pargne|is|attendez|voil[àa])\b){0,12}",
    _I,
)
IDENTIFIER_VALUE = re.compile(
    r"(?!(?:TCK|TICKET|CMD|INC|REQ|FA|FV)[ \-]?\d)(?:[A-Z]{1,4}[ \-]?)?"
    r"(?=[A-Z]*\d)[A-Z0-9]+(?:[ \-](?=[A-Z0-9]*\d)[A-Z0-9]+)*(?:-[A-Z0-9]+)*(?![\w/])"
)
"""In capitals, with digits in every group but the first and the last; never that of a ticket or an order."""

HANDLE = re.compile(r"(?<![\w.@/])@(?=[\w.]*(?:[_.\d][\w]|[a-zé][A-Z]))[A-Za-zÀ-ÿ][\w.]{2,}(?<!\.)")
"""An account whose name is no plain word: those of brands are."""
NICKNAME = re.compile(
    r"\b(?:pseudo|gamertag|snap(?:chat)?|insta(?:gram)?|telegram|twitter|facebook|vinted|tiktok|discord|signé|identifiant)"
    r"(?: (?:sur (?:le|la) \w+|vinted|psn|xbox|steam))?(?: ?:| est| c['’]est| c)? ",
    _I,
)
NICKNAME_VALUE = re.compile(r"@?(?=[\w.]*(?:[_.\d]|[a-z][A-Z]))[A-Za-z][\w.]{3,}(?<!\.)")

TITLED = re.compile(
    r"(?<![\w'’])(?:M\.|MM\.|Mr\.?|Mrs\.?|Ms\.?|Mmes?|Mlles?|Madame|Monsieur|Mademoiselle|Mister|Dr\.?|Docteur|Me|Maître)"
    rf" (?!(?:Je|Vous|Il|Elle|On|Nous|Le|La|Les|Un|Une|Merci|Bonjour|Votre|Vos|Ce|Et|Bricolage|Monsieur|Madame)\b)"
    rf"[{_CAPITAL}][\w'’\-]*\.?(?: (?:(?:de|du|des|le|la|van|von|ben|el|d['’]) ?)?[{_CAPITAL}][\w'’\-]+){{0,3}}"
)
