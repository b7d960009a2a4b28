"""The words that tell of somebody: who is announced, who speaks, who signs, who is corrected.

Those before a name are looked for in small letters; the name begins where they end.
"""

import re

from services.feedback.masking.rules.shapes import LOW, NAME_WORD, PARTICLE

_KIN = (
    r"mari|femme|épouse|époux|conjointe?|compagne|compagnon|concubine?|fils|filles?|filleule?|père|pere|mère|mere|"
    r"papa|maman|frère|frere|sœur|"
    r"soeur|oncle|tante|tata|tonton|cousine?|neveu|nièce|niece|petit-fils|petite-fille|grand-père|grand-mère|"
    r"grand-mere|mamie|papi|papy|"
    r"voisine?|amie?|copine?|copain|pote|gendre|bru|belle-(?:mère|sœur|soeur|fille)|beau-(?:père|frère|fils)|"
    r"ex(?:-(?:mari|femme|conjointe?|"
    r"compagne|compagnon|épouse|époux))?|gamine?|bébé|bebe|jumeaux|jumelle|fiancée?|petite?|enfants?|coloc(?:ataire)?|"
    r"filleul|parrain|marraine|"
    r"chéri|chérie|moitié|aînée?|cadette?|benjamine?"
)
_ROLE = (
    r"collègues?|collegue|conseill(?:er|ère|ere)|technicien(?:ne)?|vendeu(?:r|se)|hôtesse|livreu(?:r|se)|standardiste|"
    r"stagiaire|"
    r"opérat(?:eur|rice)|interlocut(?:eur|rice)|installateur|chauffeur|conduct(?:eur|rice)|facteur|agent|agente|"
    r"gestionnaire|caissi(?:er|ère)|"
    r"serveu(?:r|se)|coiffeu(?:r|se)|chef|cheffe|patronn?e?|gérante?|direct(?:eur|rice)|responsable|associée?|"
    r"comptable|avocate?|notaire|médecin|"
    r"infirmi(?:er|ère)|kiné|tut(?:eur|rice)|curat(?:eur|rice)|aide à domicile|gardienn?e?|concierge|locataire|"
    r"propriétaire|proprio|bailleur|"
    r"salariée?|employée?|assurée?|abonnée?|adhérente?|clients?|cliente|patiente?|bénéficiaires?|souscript(?:eur|"
    r"rice)|titulaires?|signataire|"
    r"trésori(?:er|ère)|présidente?|secrétaire|assistante?|commerciale?|expert|experte|artisan|plombier|électricien|"
    r"monteur|réparateur|préparateur|"
    r"téléconseill(?:er|ère)|téléopérat(?:eur|rice)|appelante?|témoin|huissier|mandataire|héritière?|défunte?|feu|"
    r"feue|dame|monsieur|homme|"
    r"jeune homme|jeune femme|jeune|personne|passagère?|contact|destinataire|expéditeur|expéditrice|prof|professeure?|"
    r"animat(?:eur|rice)|"
    r"guide|moniteur|monitrice|coach|boulang(?:er|ère)|fleuriste|pharmacien(?:ne)?|opticien(?:ne)?|mécanicien|mécano|"
    r"magicien|"
    r"traduct(?:eur|rice)|stadiaire|apprentie?|alternante?|student|tenant|landlord|colleague|agent|manager|husband|"
    r"wife|son|daughter|"
    r"mother|father|brother|sister|friend|neighbou?r|boss|advisor|technician|driver"
)
_OPEN = r"[«\"“(]? ?"
_NAMES = (
    rf"((?:(?:Le|La|De|Du|El|Al|Ben|Van|Von|Da|Dos|Di|Mc|Aït|Ait|Ould|Ba|"
    rf"N[gd]o) )?{NAME_WORD}(?:(?: {PARTICLE}){{0,2}} (?:d')?{NAME_WORD}){{0,3}})"
)
NAME = re.compile(_NAMES)
CAPITAL = re.compile(rf"(?<![\w@#'\-.]){_NAMES}")

# What announces: looked for in small letters; the name begins where it ends.
OF_KIN = re.compile(
    rf"\b(?:(?:mon|ma|mes|notre|nos|son|sa|ses|leurs?|ton|ta|votre|my|his|her|our|la|le|l'|un|une|d'un|d'une|du|de la|"
    rf"au)"
    rf" ?(?:jeune|petite?|vieux|vieille|pauvre|gentille?|grand|grande)? ?(?:{_KIN})|(?:{_KIN}) de|"
    rf"enfants?(?: inscrits?)?|feue?|défunte?)"
    rf"(?: ?[,:(] ?| )(?:s'appelle )?{_OPEN}"
)
OF_ROLE = re.compile(
    rf"\b(?:{_ROLE})(?: (?:du|de la) (?:jour|soir|matin))?( ?[,:(] ?(?:un certain |une certaine )?| ){_OPEN}"
)
AFTER_ROLE = re.compile(r" ?[),]| ?\?\)|\.|\Z| [^\W\d_]|\n")
IN_BRACKETS = re.compile(
    rf"\b(?:{_KIN}|{_ROLE})\b[^.!?\n()]{{0,25}}\( ?(?:je crois |peut-être |un certain |une certaine |prénom )?"
)
AFTER_BRACKETS = re.compile(rf"(?: ou {NAME_WORD}| je crois)? ?\??\)")
SAID_TO_BE = re.compile(
    r"\b(?:je m'(?: ?ap+el+e?s?|appelle)|(?:s'|m'|l'|se faire |s')appel(?:le|ait|ant|lent|er)|mon (?:vrai |"
    r"petit )?(?:nom|prénom|pr[ée]nom complet)(?: complet)?(?: est|,? c'est| :)|"
    r"(?:le|son|leur) (?:vrai )?(?:pré)?nom(?: complet)?(?: est|,? c'est| :)|(?:sous |au |à )?(?:le |mon |"
    r"son )?nom(?: complet)?(?: de(?: jeune fille| naissance| famille)?)?(?: est| :|,| =)?|"
    r"nom(?: de| d')? ?(?:jeune fille|naissance|famille|usage)(?: est| :)?|dénomination(?: :)?|identité(?: :)|"
    r"patronyme(?: :)?|moi,? c'?est|moi,|surnommée?|prénommée?|nommée?|dénommée?|baptisée?|signée?(?: par)? :|"
    r"un certain|une certaine|ici|l'autre|my name is|my name's|i am|i'm|this is|speaking to|called|named|hello i'm|"
    r"soussignée?|c'est bien|cette|"
    r"s'écrit|comme dans|appelez[ -]moi|prénom|on me demande|je crois)[ :]? ?[«\"“(]? ?"
)
AM = re.compile(r"\b(?:je suis|c'est|cest|c|chui|j'suis|alors que je suis|oui bonjour,? c'est) (?=[^\W\d_])")
AFTER_AM = re.compile(r" ?[,.!;:—(]| et | votre| je\b| de | à l'| tout court|,? qui|\n|\Z")
ASKED = re.compile(
    r"\b(?:demand(?:ez|er|é|ée|ait)(?: à)?|parl(?:er|é|ais|ait|ez)(?: (?:à|a|avec))|(?:eu|vu|croisé|"
    r"rencontré)(?: affaire à| affaire a| avec)?|rappel(?:er|ez|é|le) ?(?:à)?|contact(?:er|ez|é|ée)(?: par)?|"
    r"(?:aidée?|servie?|reçue?|accueillie?|conseillée?|renseignée?|rappelée?|contactée?|prise? en charge|installée?|"
    r"réparée?|livrée?) par|confiance (?:à|en)|honte à|bravo à|félicit(?:er|ations à)|"
    r"remerci(?:er|e|ez|ements à)|(?:un )?(?:grand|immense|gros|énorme|tout grand|mille)? ?mercis? (?:infiniment |"
    r"beaucoup |encore |surtout |spécial |tout particulier )?à|"
    r"big up à|chapeau à|coucou à|bisous? à|hommage à|offert à|vendu à|transmettre à|répété à|expliqué à|dit à|"
    r"écrit à|donné à|transféré à|adress(?:er|é) à|joindre|appelez|appeler|"
    r"un mot pour|une mention (?:spéciale )?(?:pour|à)|l'échange avec|échangé avec|discuté avec|discussion avec|"
    r"conversation (?:\w+ )*avec|au téléphone avec|rendez-vous avec|rdv avec|compte joint avec|en ligne avec|"
    r"voir (?:ça )?avec|(?:la )?part de|(?:l')?(?:anniversaire|anniv) de|anniv'? de|(?:les?|du|mon) (?:dossiers?|"
    r"documents?|compte|contrat|remboursement|courrier|carte) de|(?:le )?doudou de|celui de|celle de|"
    r"intervention de|accueil de|aide de|visite de|passage de|conseils de|gentillesse de|patience de|"
    r"professionnalisme de|sourire de|après|et surtout|si tu (?:croises|vois)|l'ordre de|l'attention de|"
    r"thanks to|thank you (?:so much |very much )?to|kudos to|can|ask for|on behalf of(?: my \w+,?)?|rappelle pour|"
    r"pour le compte de|correspond pas à|véhicule [\w\-]+ à|c ki|c'est qui|confirmé par|promis par|par) " + _OPEN
)
THING_CALLED = re.compile(
    r"\b(?:modèle|box|produits?|chats?|chatte|chiens?|chienne|appli|application|site|offre|forfait|couleur|teinte|"
    r"fauteuil|canapé|"
    r"restaurant|magasin|boutique|jeu|film|livre|plat|recette|rue|ville|village|marque|société|entreprise|logiciel|"
    r"matelas|lampe|"
    r"gamme|qui|ça|cela)(?: \w+)? \Z"
)
"""What bears a name and is nobody: « le modèle s'appelle Stockholm »."""
OF_A_HOUSE = re.compile(
    r"(?:vu|croisé|demand|celui|celle|compte|contrat|carte|dossier|par|can|livrée?|après|adress|le compte|du compte|"
    r"mon compte)\b",
    re.IGNORECASE,
)
"""What is done to a house as well: then one unknown word alone is not enough."""
GREETED = re.compile(
    r"(?:\A|(?<=[\n.!?«] )|(?<=\n)|(?<=« ))(?:bonjour|bonsoir|bjr|salut|hello|hi|coucou|bravo|félicitations|"
    r"shoutout to|chère?|cher|dear|merci|thanks|merci encore|merci beaucoup|un grand merci)[ ,]{1,2}"
)
AFTER_GREETING = re.compile(r" ?[,!.»]|\n|\Z| et | \w")
QUOTED = re.compile(
    r"\b(?:nom|appelle|affiche|indique|demandez|prénom|inscrit|écrit|marqué|intitulé|"
    r"d'une autre cliente?)\b[^.!?\n«»]{0,25}« ?(?:bonjour |chère? |monsieur |madame )?"
)
AFTER_QUOTE = re.compile(r" ?»")
FAMILY = re.compile(r"\b(?:famille|les époux|le couple|m\. et mme|monsieur et madame) ")
THOSE = re.compile(rf"\b[Ll]es ({NAME_WORD}-{NAME_WORD})(?!\w)")
# What follows a name.
SPEAKS = re.compile(
    r",? (?:à l'appareil|au bout du fil|du (?:service|sav|chat|plateau|rayon|magasin|standard|stand|guichet|secteur|"
    r"support)|de (?:la boutique|l'accueil|l'agence|la caisse|l'atelier|la hotline)|"
    r"à (?:l'accueil|la caisse|la réception)|au (?:standard|guichet|comptoir|téléphone)|m'a (?:raccroché|hurlé|menti|"
    r"rassurée?|conseillée?|écoutée?|souri|reçue?|accueillie?|parlé|crié)|"
    r"(?:était|est|a été) (?:très |vraiment |super |trop |tellement |hyper |resté |restée |aussi |"
    r"toujours )*(?:gentil|adorable|sympa|patient|pro\b|professionnel|désagréable|agréable|odieu|souriant|aimable|"
    r"calme|polie?\b|"
    r"compétente?\b|à l'écoute|efficace|charmant|d'une (?:grande )?(?:aide|patience|gentillesse)|impressionnant|"
    r"génial|au top)|ici\b|a su\b|au (?:magasin|tel|tél)\b|sera en retard|a (?:raccroché|hurlé|été (?:très |"
    r"super )?(?:clair|gentil|patient|aimable|sympa|odieu|d'une))|"
    r"conna[iî]t\b|ou (?:son|sa) (?:collègue|coll[eè]gues)|c'est mon (?:pré)?nom|aux petits soins|un (?:bijou|amour|"
    r"ange|rayon de soleil)|(?:une )?perle|parle (?:un peu|trop|très|bien)|gère|bosse|hausse les épaules|"
    r"sait (?:écouter|y faire)|si tu (?:me )?lis|votre (?:collègue|stagiaire|conseill|technicien)|"
    r"du chat|le magicien|ne connaît pas|n'est pas là|vous (?:m'avez|m'aviez)|who (?:spoke|explained|helped)|"
    r"was (?:very |so )?(?:kind|nice|rude|helpful|patient|speaking))"
    r"|(?:, | )(?:(?:mon|ma|votre|notre|son|sa|le|la|une?|en|tellement) )?(?:collègue|conseill\w*|technicien\w*|"
    r"stagiaire|vendeu\w*|livreu\w*|frère|sœur|soeur|père|mère|fils|fille|mari|femme|monsieur|dame|responsable|"
    r"retraitée?|"
    r"cliente? depuis|née?|né\(e\)|locataire|gérante?|titulaire|directeur|directrice|patient(?:e|er)?)\b"
)
END = re.compile(
    rf"(?:[.!?»)…][ \n]+|\n ?|[:/] )((?:{NAME_WORD} (?:{PARTICLE} )?){{1,3}}{NAME_WORD})(?:[ .!]*|, {NAME_WORD}[ .!]*|"
    rf",? ?(?:retraitée?|[\W\d]+))\Z"
)
LAST = re.compile(rf"[^.\n], ((?:{NAME_WORD} (?:{PARTICLE} )?){{1,2}}{NAME_WORD})[ .!]*\Z")
START = re.compile(
    rf"\A(?i:(?:bonjour|bonsoir|bjr|hello|hi|madame, monsieur|monsieur|"
    rf"madame)[, ]+)((?:{NAME_WORD} (?:{PARTICLE} )?){{1,2}}{NAME_WORD})(?= ?[,:—-] )"
)
AND_KNOWN = re.compile(rf"(?<![\w@#'\-.])({NAME_WORD}),? (?:et|&|ou) \Z")
CORRECTED = re.compile(
    r"[ ,.…]{0,5}(?:et )?(?:pas|non|et non|non pas|au lieu de|plutôt que|alias|devient|pardon|ex|ou|ou bien|née|sinon|"
    r"enfin|non pardon|…|,)(?: (?:pardon|plutôt|mme|m\.))? "
)
BEFORE_NUMBER = re.compile(
    rf"(?<![\w@#/.'\-]){_NAMES}(?i:,? (?:tél|tel|mob|port|né|née|nee|au)\.?(?: le)?| ?[,;:|(—/*-]|"
    rf" ?\n){{1,2}}[ :(]{{0,2}}\Z|(?:^|[\n;|:] ?){_NAMES} \Z"
)
AFTER_NUMBER = re.compile(rf"[ ,;:|\n.(—-]{{1,3}}{_NAMES}[ .!)]*(?:\Z|\n|(?=[|;]))")
"""A name right after a number, at the end or in a table."""
SIGNED_SMALL = re.compile(
    rf"\b(?i:cordialement|cdlt|cdt|salutations|regards|merci|bien à vous|"
    rf"bonne journée)[ ,.!]+([{LOW}]\. ?[{LOW}'\-]{{3,}}|[{LOW}]{{3,}} [{LOW}'\-]{{2,}})[ .!]*\Z"
)


NO_NAME = re.compile(
    r"quelqu'|[ld]'[a-zà-ÿ]|(?:c|j|qu|n|s|m|t|i|it|that|what|aujourd|jusqu|lorsqu|puisqu)'|.*-(?:le|la|les|moi|vous|"
    r"nous|lui|leur|en|y|ci|là|joint|jointe|il|elle|on|t-il|t-elle)\Z"
)
