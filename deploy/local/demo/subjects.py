"""What customers write about, by reason; every article is invented."""

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


def subject(draw: Random, reason: str) -> str:
    """What a customer writes about."""
    article = draw.choice(_ARTICLES)
    return draw.choice(SUBJECTS[reason]).format(
        article=article,
        Article=article[0].upper() + article[1:],
        ville=draw.choice(_TOWNS),
        jours=draw.randrange(2, 12),
    )
