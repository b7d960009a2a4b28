"""Postal addresses: from what comes before the number to the town, over lines, abbreviated, numberless, abroad."""

import re
from collections.abc import Iterator

from services.feedback.masking.rules.common_words import COMMON_WORDS
from services.feedback.masking.rules.near import before
from services.feedback.masking.rules.shapes import UP, plain
from services.feedback.masking.rules.signs import lowered

_I = re.IGNORECASE
_STREET = (
    r"(?:rue|r\.|r(?= (?:de|du|des|la|le|les) | d'| l')|avenue|av\.?|ave\.?|boulevard|boul\.?|bd\.?|bld\.?|bvd\.?|"
    r"blvd\.?|place|placette|pl\.|all[ée]es?|all\.|impasse|imp\.|chemin|chem\.|"
    r"che\.|ch\.|cours|cour|quai|square|sq\.|route|rte\.?|passage|pass\.|sentes?|sentier|chauss[ée]e|corniche|digue|"
    r"lev[ée]e|lotissement|"
    r"lot\.|lieu[- ]?dit|r[ée]sidence|r[ée]s\.|hameau|faubourg|fbg|fg|esplanade|promenade|villa|cit[ée]|rond[ -]point|"
    r"mont[ée]e|"
    r"venelle|traverse|voie|ruelle|mail|parvis|clos|domaine|quartier|grand'? ?rue|grande[ -]rue|c[ôo]te|rampe|galerie|"
    r"carrefour|"
    r"parc|port|chaussee|mas|drève|street|road|za|zac|zi)"
)
_SAID_NUMBER = (
    r"(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|"
    r"quarante|cinquante|soixante|cent)(?:[ \-](?:et[ \-])?[a-zé]+){0,2}?"
)
_SMALL_TOWN = (
    r"(?:(?:les?|la|saint|ste?|sainte)[ \-])?[a-zà-ÿ'\-]{2,}(?:[ \-](?:sur|sous|l[èe]s|les|en|la|le|de|du|d'|"
    r"l')[ \-]?[\w'\-]+){0,2}"
)
_TOWN = (
    rf"(?:(?:(?:[Ll]es?|[Ll]a|[Ll]') ?)?(?:[{UP}][\w'’]*)(?:[ \-](?:(?:sur|sous|lès|les|la|le|en|de|du|des|d'|l'|aux?|"
    rf"et)[ \-]?)?(?:(?:la|le|les)[ \-])?"
    rf"[{UP}][\w'’]*){{0,4}}|{_SMALL_TOWN})"
)
_CODE = r"(?:F[\- ])?\d{2} ?\d{3}"
_COMPLEMENT = (
    r"(?:(?:immeuble|imm\.?|r[ée]sidence|r[ée]s\.|b[âa]timent|b[âa]t\.?|appartement|appart\.?|appt?\.?|apt\.?|"
    r"escalier|esc\.?|tour|"
    r"entr[ée]e|entrance|hall|porte|flat|apartment|logement|lgt|bloc|maison|ferme|villa|domaine|mas|hameau|"
    r"lotissement|lieu[- ]dit)"
    r" [^,\n.;!?]{1,40}?(?:[,\n]| - | -(?= ?\d)| (?=\d{1,4},? [a-zA-Z]))\s*|(?:chez|c/o|zone|za|zac|zi|local|bo[îi]te|"
    r"b\.?p\.?|cs) [^,\n.;!?]{1,40}[,\n]\s*|"
    r"(?:\d{1,2}(?:e|er|[èe]me) ?(?:[ée]tage|[ée]tg|gauche|droite|face)|rez-de-chauss[ée]e|rdc)(?: (?:gauche|droite|"
    r"face))?(?:,| -|\n)\s*)"
)
_NUMBER = r"(?:(?:n°|num[ée]ro) ?)?\d{1,4}(?: ?(?:-|/|à|et|&) ?\d{1,4})?(?: ?(?:bis|ter|quater|[a-d])(?!\w))?,?"
_ADDRESS = re.compile(
    rf"(?<![\w/])(?:\d{{5}} {_TOWN}, )?(?:(?i:{_COMPLEMENT}){{0,4}}(?i:{_NUMBER}[ \n]{{1,2}}{_STREET}|"
    rf"{_NUMBER}{_STREET}|{_SAID_NUMBER},? {_STREET}))(?![\w])"
    rf"|(?<![\w/])(?i:{_COMPLEMENT}){{1,3}}(?i:{_STREET})(?![\w])"
    rf"|(?<![\w/])(?i:{_COMPLEMENT}){{0,3}}(?i:{_NUMBER})(?= (?:r (?=[^\d\n])|"
    rf"[{UP}])[^\d\n;!?()]{{3,50}}(?:(?i:app?t?\.? \d+ ))?[\n]?{_CODE} \w)"
)
"""The beginning; what follows is read from there."""
_TO_TOWN = re.compile(
    rf"(?:[^\n;!?()«»]|"
    rf"\n(?=[^\n;!?()«»]{{2,40}}\n)){{0,90}}?(?:[ ,\-]*\n[ ]*)?(?<!\d){_CODE}(?!\d),?[ \n]+(?:- ?)?{_TOWN}"
    rf"(?i: cedex)?(?:(?<=(?i:cedex)) \d\d?)?"
    rf"|[^\n;!?()«»\d]{{2,60}}?(?:, ?| )(?-i:{_TOWN}) {_CODE}(?!\d)"
)
_POSTCODE = re.compile(r"(?<!\d)\d{2} ?\d{3}(?!\d)")
_STREETS = re.compile(
    rf"\d{{2}} ?\d{{3}}|(?:\d|\b(?:bis|ter|quater|[a-d])|\b{_SAID_NUMBER}),?[ \n]?{_STREET}(?!\w)|(?:habit|r[ée]sid|"
    rf"domicili|log[ée])\w*[^.\n]{{1,20}}\b{_STREET}(?!\w)"
    r"|\d{4} [a-z]|\d[a-z]? [a-z' ]+ (?:street|st|road|rd|avenue|ave|lane|drive|close|court|way|square|terrace|"
    r"gardens|hill)\b|str\.|stra(?:ß|ss)e"
)
"""Without a postcode and without a street there is no address."""
_PLACE_NAME = re.compile(
    rf"(?<![\w/])(?:lieu[- ]?dit|hameau|lotissement|r[ée]sidence|domaine|(?:la |le )?(?:ferme|bourg|moulin|ch[âa]teau|"
    rf"grange|mas)|villa|{_STREET}(?!\w)|"
    rf"b\.?p\.? ?\d{{1,5}}|cs ?\d{{2,5}})(?: (?:de|du|des|la|le|les)\b)*"
    rf"(?: ?[«\"“]? ?(?:[^;\n!?()«»\"“”.]|(?<=b[âa]t)\.|(?<=r[ée]s)\.|(?<=app)\.|(?<=apt)\.|(?<=st)\.|(?<=appt)\.|"
    rf"(?<=imm)\.|(?<=esc)\.){{2,60}}[»\"”]?)?[, \n\-]{{1,3}}(?<![\w\-])\d{{5}},?[ ]+(?-i:{_TOWN})",
    _I,
)
"""An address without a number: its postcode tells what it is."""
_LIVING = re.compile(r"habit|adress|domicil|r[ée]sid|d[ée]m[ée]nag|\blivr|chez |log[ée]|\bans\b|\badr\b|install", _I)
_NAMED = re.compile(
    rf"(?<![\w'\-])[{UP}][\w'\-]+(?: (?:de|du|des|la|le|les|ar|an|d'|l')?(?: ?[{UP}][\w'\-]+)){{0,4}}(?:,? ?\n|"
    rf", ){_CODE},? {_TOWN}(?i: cedex)?"
)
"""A place and its town, after words of living: « elle habite Kerhuon Vihan, 22140 Bégard »."""
_TO_SAID_TOWN = re.compile(
    rf"[^\n.;!?()]{{2,60}}?,? (?:à|a|"
    rf"sur) [{UP}][\w\-'’]+(?: [{UP}][\w\-']+)*(?:, [a-zé\-]+(?: [a-zé\-]+){{0,3}} mille(?: [a-zé\-]+)?)?"
)
_STREET_NAME = re.compile(
    rf"(?! le \d)(?: (?:de|du|des|la|le|les|aux?|de la|de l'|d'|l')){{0,3}}(?: ?[{UP}\d][\w'’\-]*){{1,4}}"
    rf"(?:,? (?:à|a) [{UP}][\w\-']+)?"
)
_SMALL_STREET = re.compile(r"(?i:(?:rue|avenue|av\.?|bd|boulevard|impasse|all[ée]e|chemin|ruelle|r\.?)\Z)")
_SMALL_NAME = re.compile(
    rf"(?:(?: (?:de|du|des|la|le|les|aux?|de la)| (?:de )?[dl]')+(?:(?<=')| )|(?= (?:national|principal|central|royal|"
    rf"haute|basse|neuve))) ?[a-zà-ÿ][a-zà-ÿ'\-]{{3,}}(?:,? (?:à|a|sur) (?:{_TOWN}))?"
)
_LIVES = re.compile(
    rf"(?i:habit\w*|r[ée]sid\w*|domicili[ée]e?|log[ée]e?) (?i:au |à la |dans la |dans l'|toujours |sur la |à l'|"
    rf"à )*((?i:{_STREET})(?!\w)(?: (?:de|du|des|la|le|les|aux?)| (?:de )?[dl]')*"
    rf"(?: ?[{UP}][\w'\-]+){{1,4}}(?:,? (?:à |a )?{_CODE}? ?[{UP}][\w'\-]+)?)"
)
"""A street without a number, of whoever lives there."""
_ABROAD = re.compile(
    rf"(?<![\w'\-])(?:(?:Rue|Avenue|Av\.|Chaussée|Place|Boulevard|Bd|Chemin|Route|Calle|Via|Viale|Piazza|Plaza|"
    rf"Avenida|Rua|Rambla)"
    rf" [^\n;!?()\d]{{2,40}}?,? \d{{1,4}}[a-zA-Z]?|[{UP}][\w\-]*(?:[sS]tra(?:ß|ss)e|str\.|[wW]eg|gasse|[pP]latz|allee|"
    rf"laan|straat) \d{{1,4}}[a-zA-Z]?"
    rf"|\d{{1,4}}[a-zA-Z]?,? (?i:{_STREET}) [^\n;!?()\d]{{2,40}}?)(?:,? ?\n|,? | - )(?:(?:B|CH|L|D|"
    rf"A)[ \-])?\d{{4,5}},? {_TOWN}"
    rf"|(?<![\w'\-])(?:Flat \w+, )?\d{{1,4}}[a-zA-Z]? (?:[{UP}][\w']+ ){{1,3}}(?:Street|St|Road|Rd|Avenue|Ave|Lane|"
    rf"Drive|Close|Court|Way|Square|Terrace|Gardens|Hill)\b"
    rf"(?:,? [{UP}][a-z'\-]+){{0,3}}(?:,? [A-Z]{{1,2}}\d{{1,2}}[A-Z]? ?\d[A-Z]{{2}})?"
)


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where postal addresses stand: [start, end)."""
    if not _STREETS.search(lowered(text)):
        return
    for match in _ADDRESS.finditer(text):
        at = match.end()
        rest = _TO_TOWN.match(text, at) or _TO_SAID_TOWN.match(text, at) or _STREET_NAME.match(text, at)
        if rest is None and _SMALL_STREET.search(match[0]) and any(map(str.isdigit, match[0])):
            rest = _SMALL_NAME.match(text, at)
        if rest is not None:
            yield match.start(), rest.end()
    for match in _ABROAD.finditer(text):
        yield match.span()
    if _POSTCODE.search(text):
        for match in _PLACE_NAME.finditer(text):
            yield match.span()
        for match in _NAMED.finditer(text):
            first = plain(match[0].split()[0].strip(","))
            if first not in COMMON_WORDS and _LIVING.search(before(text, match.start(), 40)):
                yield match.span()
    for match in _LIVES.finditer(text):
        yield match.span(1)
