"""The words of the demonstration, all invented: names of agents, messages, and what customers think."""

from random import Random

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
