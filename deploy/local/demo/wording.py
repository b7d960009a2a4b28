"""The words of the demonstration, all invented: subjects, names of agents, messages, and what customers think."""

from random import Random

SUBJECTS: dict[str, tuple[str, ...]] = {
    "livraison": (
        "Colis non reçu",
        "Colis marqué livré mais absent",
        "Suivi bloqué depuis {jours} jours",
        "Livraison en retard",
        "Colis déposé chez un voisin inconnu",
        "Point relais fermé à {ville}",
        "Changer l'adresse de livraison",
        "Le transporteur annonce {ville}, j'habite ailleurs",
        "Livraison partielle : il manque {article}",
        "Créneau de livraison non respecté",
    ),
    "retour": (
        "Échange de taille pour {article}",
        "Retour de {article}",
        "Étiquette de retour illisible",
        "Remboursement en attente depuis {jours} jours",
        "Retour refusé par le point relais",
        "Retour reçu, rien sur mon compte",
        "Échange contre une autre couleur",
        "Délai de rétractation pour {article}",
    ),
    "facturation": (
        "Facture à corriger",
        "Facture manquante pour {article}",
        "Débité deux fois",
        "TVA à 0 % pour un achat à Monaco",
        "Facture au nom de ma société",
        "Paiement en trois fois : une échéance de trop",
        "Carte refusée puis débitée",
    ),
    "compte": (
        "Mot de passe perdu",
        "Impossible de me connecter",
        "Changer mon adresse électronique",
        "Supprimer mon compte",
        "Points de fidélité disparus",
        "Deux comptes à réunir",
        "Code de connexion jamais reçu",
    ),
    "produit": (
        "{Article} : couture défaite",
        "{Article} : taille qui ne correspond pas au guide",
        "Article endommagé à la réception",
        "Composition de {article}",
        "Entretien de {article}",
        "Garantie de {article}",
        "{Article} reçu dans la mauvaise couleur",
        "Quand {article} sera-t-il disponible ?",
    ),
    "promotion": (
        "Code promotionnel refusé",
        "Carte cadeau non reconnue",
        "Prix différent dans le panier",
        "Offre de bienvenue non appliquée",
        "Soldes : prix changé entre deux jours",
        "Parrainage non crédité",
    ),
    "facture": (
        "Facture plus élevée que d'habitude",
        "Index estimé et non relevé",
        "Duplicata de facture",
        "Régularisation de {jours}0 euros incomprise",
        "Facture d'un ancien logement à {ville}",
        "Taxe inconnue sur la facture",
    ),
    "mensualisation": (
        "Changer la date de prélèvement",
        "Mensualité trop élevée",
        "Échéancier jamais reçu",
        "Arrêter la mensualisation",
        "Deux prélèvements le même mois",
    ),
    "releve": (
        "Relève impossible, compteur inaccessible",
        "Autorelève refusée",
        "Erreur d'index",
        "Compteur communicant muet",
        "Rendez-vous de relève manqué à {ville}",
    ),
    "demenagement": (
        "Mise en service à {ville}",
        "Résilier mon contrat",
        "Transfert de contrat",
        "Coupure le jour de l'emménagement",
        "Facture de clôture attendue depuis {jours} jours",
    ),
    "paiement": (
        "Délai de paiement demandé",
        "Chèque énergie non déduit",
        "Prélèvement rejeté",
        "Changer de coordonnées bancaires",
        "Relance reçue alors que j'ai payé",
    ),
}
_ARTICLES = (
    "la robe Capucine",
    "le manteau Ardenne",
    "le pull Brume",
    "la veste Quiberon",
    "le sac Marcelle",
    "l'écharpe Givre",
    "la jupe Mistral",
    "le jean Garonne",
    "les bottines Vosges",
    "la chemise Alba",
    "le cardigan Tilleul",
    "le trench Cabourg",
)
_TOWNS = (
    "Angers",
    "Brest",
    "Colmar",
    "Dijon",
    "Évreux",
    "Grenoble",
    "Le Havre",
    "Limoges",
    "Metz",
    "Nîmes",
    "Orléans",
    "Pau",
    "Quimper",
    "Reims",
    "Saint-Étienne",
    "Tarbes",
    "Vannes",
)
AGENTS = (
    "Camille Fournier",
    "Yanis Belkacem",
    "Léa Marchand",
    "Hugo Lefèvre",
    "Inès Da Silva",
    "Maël Le Goff",
    "Chloé Perrin",
    "Mehdi Haddad",
    "Sarah Cohen-Lévy",
    "Antoine Girard",
    "Fatou Diop",
    "Julie Schmitt",
    "Nathan Rousseau",
    "Amina Cherif",
    "Élodie Baron",
    "Thomas Vidal",
    "Manon Chevalier",
    "Lucas Ferreira",
    "Océane Morvan",
    "Karim Benyahia",
    "Pauline Aubert",
    "Rémi Gauthier",
    "Zoé Lambert",
    "Bastien Roche",
)

ACKNOWLEDGED = "Bonjour, nous avons bien reçu votre message et revenons vers vous au plus vite."
OPENINGS = (
    "Bonjour,",
    "Bonjour, et merci de votre message.",
    "Bonjour, merci de votre patience.",
    "Bonjour Madame, Monsieur,",
)
ANSWERS = (
    "votre colis est en cours d'acheminement, il sera remis demain.",
    "le remboursement vient d'être validé.",
    "j'ai corrigé votre dossier, tout est en ordre.",
    "je vous envoie un nouveau lien valable 24 heures.",
    "l'échange est enregistré, l'étiquette est jointe.",
    "la facture rectifiée est dans votre espace client.",
    "un geste commercial a été crédité sur votre compte.",
    "voici la marche à suivre, pas à pas.",
)
QUESTIONS = (
    "pourriez-vous m'envoyer une photographie ?",
    "quel est le numéro indiqué sur l'étiquette ?",
    "à quelle adresse le colis devait-il être remis ?",
    "pouvez-vous me confirmer la date de la commande ?",
    "avez-vous reçu un avis de passage ?",
    "quel est le montant exact qui a été débité ?",
)
REPLIES = (
    "Voici les informations demandées.",
    "Ci-joint la photographie.",
    "Toujours rien reçu ce matin.",
    "C'est la deuxième fois que je l'indique…",
    "Merci, j'attends votre retour.",
    "Le numéro est sur le bon de commande.",
)
NOTES = (
    "Vu avec la logistique.",
    "Demande ouverte chez le transporteur.",
    "En attente de la comptabilité.",
    "Client déjà rappelé hier.",
    "Geste commercial validé par le responsable d'équipe.",
)
AGAIN = (
    "Le problème est revenu.",
    "Finalement rien n'a changé.",
    "Je n'ai toujours pas été remboursée.",
    "Même souci ce matin.",
)
_PLEASED = (
    "Réponse rapide",
    "Conseillère très aimable",
    "Problème réglé tout de suite",
    "Explications claires",
    "Très bon accueil",
    "Remboursée en deux jours",
    "Échange simple",
    "Personne à l'écoute",
    "Conseiller efficace",
)
_PLEASED_MORE = (
    ", merci.",
    ", parfait.",
    ", je recommande.",
    ", rien à redire.",
    ", bravo à l'équipe !",
    ".",
    ", merci à {agent}.",
)
_CROSS = (
    "Trois jours sans nouvelle",
    "On m'a demandé deux fois la même chose",
    "Toujours pas remboursée",
    "Le suivi dit livré, je n'ai rien",
    "Réponse à côté de la question",
    "Rappel promis, jamais reçu",
    "Colis introuvable et personne ne sait",
    "Renvoyée d'un service à l'autre",
)
_CROSS_MORE = (
    ".",
    ", c'est décevant.",
    ", je ne recommanderai plus.",
    ", alors que je suis cliente depuis dix ans.",
    " !",
    ", dommage.",
)


def subject(draw: Random, reason: str) -> str:
    """What a customer writes about."""
    article = draw.choice(_ARTICLES)
    return draw.choice(SUBJECTS[reason]).format(
        article=article,
        Article=article[0].upper() + article[1:],
        ville=draw.choice(_TOWNS),
        jours=draw.randrange(2, 12),
    )


def answer(draw: Random) -> str:
    """An agent's answer."""
    return f"{draw.choice(OPENINGS)} {draw.choice(ANSWERS)}"


def question(draw: Random) -> str:
    """An agent's question back."""
    return f"{draw.choice(OPENINGS)} {draw.choice(QUESTIONS)}"


def verbatim(draw: Random, *, pleased: bool) -> str:
    """A comment beside a rating; half of them leave none."""
    if draw.random() < 0.5:
        return ""
    first, more = (_PLEASED, _PLEASED_MORE) if pleased else (_CROSS, _CROSS_MORE)
    return draw.choice(first) + draw.choice(more).format(agent=draw.choice(AGENTS).split()[0])
