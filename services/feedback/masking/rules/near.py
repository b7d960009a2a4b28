"""What the words just before a number say of it."""

import re

_I = re.IGNORECASE

FILLER = (
    r"(?:[\s:?,.…°#=(«\"'\-]|n°|\b(?:num[ée]ros?|nos?|num|nums?|nr|number|is|est|c'?est|cest|c(?= )|ça|"
    r"r[ée]f[ée]rence|r[ée]f|fait|demand[ée]e?|"
    r"attendez|voil[àa]|"
    r"aussi|le|la|les|l'|un|mon|ma|votre|notre|bien|donc|alors|euh|suivant|actuel|ancien|nouveau|nouvelle|ancienne|"
    r"bon|bonne|"
    r"vrai|exact|mien(?:ne)?|sien|toujours|maintenant|d[ée]sormais|[ée]tait|sera|pour|rappel|dict[ée]e?|saisie?|"
    r"ci-dessous|"
    r"ci-apr[èe]s|svp|merci|qui|de|du|and|my|the|new|old|it's|its|was)\b)"
)
"""What stands between a word and the number that it announces."""

REFERENCE = re.compile(
    r"\b(?:commandes?|cmde?|cde|colis|suivis?|tickets?|factures?|devis|bon de|avoir|r[ée]clamations?|incidents?|"
    r"retours?|rma|"
    r"articles?|demandes?|paquets?|envoi|exp[ée]dition|livraison|tracking|order|invoice|parcel|chronopost|colissimo|"
    r"dpd|ups|"
    r"panier|r[ée]servation|sinistre|dossier|produit|mod[èe]le|s[ée]rie|siret|siren|rcs|tva|code promo|bon d'achat|"
    rf"r[ée]f(?:[ée]rence|\.)?)(?: (?:client|internet|web|perdu|re[çc]u|livr[ée]e?|suivi|interne|"
    rf"pay[ée]e?))?{FILLER}{{0,8}}\Z",
    _I,
)
"""A number after these is that of a thing, which both parties need to read."""
NEAR = 45
"""Characters before a number within which a word may say what it is."""


def before(text: str, start: int, size: int = NEAR) -> str:
    """The characters just before a place."""
    return text[max(0, start - size) : start]


def is_reference(text: str, start: int) -> bool:
    """Whether the words before say that the number is a reference."""
    return REFERENCE.search(before(text, start)) is not None
