"""The themes of a contract that has not written its own."""

from services.feedback.themes.schemas import Theme

DEFAULTS = 1
"""Number of this list, to be raised with it: the words are then tagged again. Contracts' own count from FIRST_OWN."""
FIRST_OWN = 1_000


def _theme(code: str, kind: str, fr: str, en: str, *words: str) -> Theme:
    return Theme.model_validate({"code": code, "kind": kind, "label": {"fr": fr, "en": en}, "words": list(words)})


DEFAULT_THEMES = (
    _theme("delay", "topic", "Délai", "Delay", "délai", "retard", "tardif", "tardive", "attends toujours",
           "toujours rien", "trop long", "lent", "rapide", "rapidement", "vite"),
    _theme("delivery", "topic", "Livraison", "Delivery", "livraison", "livrer", "livré", "livreur", "colis",
           "transporteur", "point relais", "delivery", "parcel"),
    _theme("price", "topic", "Prix et facturation", "Price and billing", "prix", "cher", "tarif", "facture",
           "facturation", "facturé", "remboursement", "remboursé", "rembourser", "prélèvement", "paiement", "invoice",
           "refund"),
    _theme("resolution", "topic", "Résolution", "Resolution", "résolu", "résoudre", "réglé", "régler", "solution",
           "relancer", "relance", "rappeler", "à nouveau", "deuxième fois", "troisième fois", "même problème",
           "du premier coup", "solved"),
    _theme("courtesy", "brand_tone", "Amabilité et ton", "Courtesy and tone", "aimable", "amabilité", "agréable",
           "gentil", "gentillesse", "souriant", "poli", "politesse", "courtois", "à l'écoute", "impoli", "désagréable",
           "sec", "agressif", "condescendant", "méprisant", "froid", "rude", "friendly"),
    _theme("brand", "brand_tone", "Marque", "Brand", "marque", "image", "confiance", "fidèle", "fidélité",
           "déçu de la maison", "valeurs", "robot", "copié-collé", "réponse toute faite", "formule toute faite",
           "impersonnel", "brand"),
    _theme("reach", "topic", "Accueil et attente", "Reaching you", "attente", "injoignable", "décroche", "raccroché",
           "accueil", "musique", "standard", "personne ne répond", "transféré", "ligne"),
    _theme("product", "topic", "Produit", "Product", "produit", "article", "défectueux", "cassé", "qualité",
           "abîmé", "panne", "garantie", "taille", "échange"),
    _theme("site", "topic", "Site et outils", "Website and tools", "site", "application", "espace client",
           "mot de passe", "connexion", "connecter", "bug", "formulaire", "lien", "website"),
    _theme("information", "topic", "Information", "Information", "information", "informé", "renseignement",
           "explication", "expliqué", "clair", "clarté", "contradictoire", "suivi", "nouvelles"),
)  # fmt: skip
