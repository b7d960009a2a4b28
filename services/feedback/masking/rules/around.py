"""The words around a name that tell whether it is somebody's: what announces, what follows, what bears names too."""

import re

from services.feedback.masking.rules.signs import lowered

_COMPANY = re.compile(
    r"(?: & [^\W\d_]| (?:& |et )?(?:fils|frères|compagnie|filles|soeurs|sœurs|associés|cie|co)\b| (?:sa|sas|sarl|"
    r"eurl|group|groupe|france|paris|thés?|"
    r"cosmétiques?|parfums|traiteur|coiffure|bijoux|optique|immobilier|automobiles?|transports|services|solutions|"
    r"énergie|mobile|bio|"
    r"beauté|voyages|jardin|déco|espresso|mini|maxi|lite|plus|one|home|box|kids|mode|fleurs|vins|chocolats|"
    r"assurances?|mutuelle|banque|assistance|xs|xl|xxl|pro|max|plus)\b|"
    r" \d{2,4}(?![\d./-]))",
)
"""What follows the name of a house rather than of somebody."""
_HOUSES = re.compile(
    r"(?:marie blach[èe]re|sophie la girafe|bernard (?:magrez|loiseau)|henri maire|m[èe]re (?:brazier|poulard)|"
    r"camille claudel|am[ée]lie poulain|mata hari|"
    r"paul (?:bocuse|ricard)|alain ducasse|thierry marx|pierre herm[ée]|cyril lignac|christophe michalak|"
    r"philippe starck|jo[ëe]l robuchon|"
    r"marie (?:curie|claire)|jeanne d'arc|marcel pagnol|[ée]mile zola|georges pompidou|jacques pr[ée]vert|"
    r"robert schuman|louis pasteur|"
    r"jack daniel|johnnie walker|nicolas feuillatte|jean[ -]monnet|victor hugo|ren[ée] descartes|"
    r"louis vuitton|yves (?:rocher|saint)|marc (?:jacobs|dorcel)|pierre (?:fabre|cardin|et vacances)|"
    r"jean[ -]paul gaultier|christian (?:dior|lacroix)"
    r"|jacques (?:vabre|dessange)|michel et augustin|ralph lauren|tommy hilfiger|calvin klein|hugo boss|"
    r"paul smith|alain afflelou|franck provost"
    r"|leroy merlin|roy merlin|yann couvreur|paul boyé|jean (?:caby|larnaudie)|georges? blanc|ben simon|tony carreira|"
    r"charles[ -]de[ -]gaulle|marie[ -]galante|rosa parks|victor[ -]hugo|jules[ -]ferry|jean[ -]jaur[èe]s|"
    r"jean[ -]moulin"
    r"|daniel hechter|nina ricci|sonia rykiel|agnès b|zadig|ben & jerry|harry potter|rom[ée]o et juliette|"
    r"black & decker|jules verne)\b",
)
"""Names of houses that are somebody's name too."""


_CUE = re.compile(
    r"(?:\b(?:je (?:m['’ ]?ap+el+e?s?|mapel+e?|me nomme|soussigné(?:e)?)|(?:s['’]|m['’]|vous m['’])appel(?:le|ait|"
    r"ant)(?: pas)?|"
    r"qui s['’]appel(?:le|ait)|mon (?:petit )?nom(?: complet)?(?: est| c['’]est|,? :)?|nouveau nom :|"
    r"changement de nom :|"
    r"(?:c['’]est )?au nom de|nommée?|prénommée?|un certain|une certaine|dénommée?|signé(?: :)?|"
    r"moi c['’]est|je suis|my name is|my name['’]s|i am|i['’]m|speaking to|"
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
)
_SURE_CUE = re.compile(
    r"(?:\b(?:je (?:m['’ ]?ap+el+e?s?|mapel+e?|me nomme|soussignée?)|s['’]appel(?:le|ait|ant)|mon nom(?: est|"
    r" c['’]est)?|au nom de|"
    r"prénommée?|nommée?|un certain|une certaine|nom de (?:jeune fille|naissance)|nom d['’]usage|nom marital|"
    r"nom d['’]usage|nom de (?:jeune fille|naissance)|prénom|i am|my name is|hello i['’]m|hi,? i['’]m|this is|"
    r"appelez[ -]moi|"
    r"changement de nom :|titulaire(?: du compte)?(?: est)?,? ?:?|titulaire :|assurée? :|"
    r"adhérente? :|bénéficiaires? :|"
    r"toutes mes données :|soussignée?|"
    r"(?:mon|ma|notre) (?:mari|femme|épouse|époux|conjointe?|compagne|compagnon|fils|fille|père|mère|papa|maman|"
    r"frère|sœur|soeur|"
    r"grand-père|grand-mère|belle-mère|beau-père|belle-fille|gendre|copine?|amie?|cousine?|tuteur|tutrice|"
    r"oncle|tante|neveu|nièce|petit-fils|petite-fille|voisine?),?|"
    r"votre collègue,?|l['’]hôtesse|"
    r"(?:conseill(?:er|ère)|technicien(?:ne)?|installateur|vendeu(?:r|se)|livreu(?:r|se)) nommée?))[ \n]*[(«\"]? ?\Z",
)
"""After these even a name that nobody knows is one."""
BEFORE = 60

_PLACE = re.compile(
    r"(?:\b(?:roi|tempête|ouragan|cyclone|reine|expo|exposition|dvd|concert|statue|buste|secret de|histoire de|"
    r"la mère|auberge|rue|avenue|"
    r"av\.?|boulevard|bd\.?|place|quai|allée|impasse|chemin|cours|square|route|rond-point|pont|"
    r"gare|lycée|collège|"
    r"école|hôpital|clinique|hôtel|restaurant|stade|salle|église|cathédrale|parc|tour|centre|résidence|immeuble|"
    r"ville de|port|fort|mont|"
    r"saint|sainte|st|ste|marque|chez|crème|parfum|sirop|tarte|garage|assurances?|mutuelle|cabinet|société|agence|"
    r"établissements?|ets|maison|groupe|banque|boulangerie|pharmacie|transports|café|brasserie|laboratoires?|"
    r"librairie|fondation|prix|"
    r"coiffure|enseigne|crédit|chaussures|meubles|optique|musée|théâtre|cinéma|salon|château|domaine|usine|"
    r"entrepôt|dépôt|col|canal|"
    r"commune|département|station|aéroport|lotissement|bâtiment|appli|application|comme|matelas|vélo|ateliers?|"
    r"machine|enceinte|montre|téléphone|aspirateur|robot|four|frigo|poêle|radiateur|chaudière|tondeuse|casque|"
    r"écouteurs|"
    r"tablette|télé|carte|fidélité|collection|série|ligne|pizza|burger|galette|crêperie|ty|bouquet|parking|voiture|"
    r"camion|"
    r"linge|parure|rideaux?|chambre|suite|villa|plat|gâteau|bûche|vin|cuvée|champagne|bière|thé|café|eau|huile|"
    r"sauce|fromage|"
    r"pâté|rillettes|sandales?|chaussures?|bottes?|bottines?|baskets?|pull|manteau|veste|jupe|pantalon|chemise|jean|"
    r"film|"
    r"spectacle|livre|roman|album|jeu|jouet|poupée|peluche|chauffage|clim|climatiseur|ventilateur|lave-linge|"
    r"lave-vaisselle|sèche-linge|cafetière|bouilloire|mixeur|imprimante|ordinateur|écran|smartphone|siège|boutique|"
    r"magasin|"
    r"épicerie|fromagerie|boucherie|traiteur|pizzeria|bistrot|chocolats?|biscuits?|gâteaux|confitures?|miel|savon|"
    r"shampo+ing|sérum|vernis|mascara|coffret|bougie|vase|bureau|étagère|armoire|commode|canapé|fauteuil|pouf|"
    r"bibliothèque|"
    r"buffet|couette|oreiller|lampadaire|plante|rosier|pommes?|poires?|tomates?|aventures de|"
    r"trottinette|poussette|lit|table|fauteuil|sac|montre|tapis|pack|menu|"
    r"offre|forfait|gamme|modèle|formule|lampe|chaise|robe|canapé)(?: (?:de|du|des|de la|d['’]))? |(?:saint|"
    r"sainte|st|ste)-)\Z",
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
)
SAYING = frozenset(
    (
        "dit",
        "est",
        "était",
        "veut",
        "vient",
        "demande",
        "souhaite",
        "appelle",
        "rappelle",
        "signale",
        "confirme",
        "précise",
    ),
)
"""What follows a title without a name."""
_DETERMINER = re.compile(r"(?<!\w)(?:la|le|ma|mon|ta|ton|une?|cette|ce|cet|sa|nos|vos|leurs?) \Z")
"""Before a first name alone it tells a thing that bears it: « ma Mégane »."""


def is_house_after(text: str, end: int) -> bool:
    """Whether what follows a name tells that it is that of a house."""
    return _COMPANY.match(lowered(text), end) is not None


def house_at(text: str, start: int) -> int | None:
    """Where the name of a house that is somebody's too ends, when one begins here."""
    house = _HOUSES.match(lowered(text), start)
    return None if house is None else house.end()


def is_place_before(text: str, start: int) -> bool:
    """Whether the words before tell of a street, a house or a thing that bears a name."""
    return _PLACE.search(lowered(text), max(0, start - BEFORE), start) is not None


def is_announced(text: str, start: int) -> bool:
    """Whether the words before announce somebody."""
    return _CUE.search(lowered(text), max(0, start - BEFORE), start) is not None


def is_surely_announced(text: str, start: int) -> bool:
    """Whether the words before can announce nobody but a person."""
    return _SURE_CUE.search(lowered(text), max(0, start - BEFORE), start) is not None


def is_person_after(text: str, end: int) -> bool:
    """Whether what follows tells of somebody."""
    return _AFTER_PERSON.match(lowered(text), end) is not None


def is_thing_before(text: str, start: int) -> bool:
    """Whether a determiner stands just before, as before the name of a thing."""
    return _DETERMINER.search(lowered(text), max(0, start - BEFORE), start) is not None
