"""Everything that the hosted page says, in French and in English; pure.

Spaces before French double punctuation are narrow and do not break (U+202F), those before a colon do not (U+00A0).
"""

from typing import Literal

import msgspec

from services.feedback.surveys.rules.form import Fault
from services.feedback.surveys.rules.questions import Language, SurveyKind

Ending = Literal["unknown", "expired", "closed", "answered", "changed", "thanks", "away"]
"""What a page without a form says."""


class Words(msgspec.Struct, frozen=True):
    """The page in one language; `{brand}`, `{controller}`, `{months}`, `{contact}`, `{most}`, `{now}` are filled in."""

    title: str
    questions: dict[SurveyKind, str]
    lowest: dict[SurveyKind, str]
    highest: dict[SurveyKind, str]
    solved: str
    solved_choices: tuple[str, str, str]
    """Yes, no, cannot say."""
    comment: str
    comment_hint: str
    optional: str
    send: str
    once: str
    privacy: str
    other: str
    """The name of the other language, in that language."""
    preview: str
    mistake: str
    faults: dict[Fault, str]
    endings: dict[Ending, tuple[str, str]]
    """Heading and sentence."""


FRENCH = Words(
    title="Votre avis sur {brand}",
    questions={
        "nps": "Recommanderiez-vous {brand} à un proche ou à un collègue\u202f?",
        "csat": "Comment jugez-vous votre échange avec {brand}\u202f?",
    },
    lowest={"nps": "Pas du tout", "csat": "Très mauvais"},
    highest={"nps": "Sans hésiter", "csat": "Très bon"},
    solved="Votre demande a-t-elle été résolue dès le premier contact\u202f?",
    solved_choices=("Oui", "Non", "Je ne sais pas"),
    comment="Qu’est-ce qui explique votre note\u202f?",
    comment_hint="{most} caractères au plus. N’écrivez ni coordonnées ni numéro de carte\u202f: ils seraient masqués.",
    optional="facultatif",
    send="Envoyer ma réponse",
    once="Une seule réponse est possible\u202f: une fois envoyée, elle ne change plus.",
    privacy="{controller} est responsable de ces réponses, qui servent à mesurer et à améliorer son service client"
    " (intérêt légitime), sont lues par ses équipes et par celles de son partenaire, coordonnées masquées, et sont"
    " effacées au bout de {months} mois. Vous pouvez y accéder, les faire rectifier ou effacer, ou vous opposer à leur"
    " usage en écrivant à {contact}, et saisir la CNIL.",
    other="English",
    preview="Aperçu\u202f: rien de ce qui est répondu ici n’est gardé.",
    mistake="Votre réponse n’est pas encore envoyée.",
    faults={
        "score_missing": "Choisissez une note.",
        "comment_too_long": "Votre texte compte {now} caractères, {most} au plus sont gardés\u202f: raccourcissez-le."
        " Il est resté tel que vous l’avez écrit.",
        "comment_nul": "Votre texte contenait un caractère invisible qui ne peut pas être gardé\u202f: il est retiré,"
        " relisez puis envoyez.",
    },
    endings={
        "unknown": (
            "Ce lien n’ouvre aucune enquête.",
            "Il est peut-être incomplet\u202f: ouvrez-le depuis le message reçu, ou copiez-le en entier.",
        ),
        "expired": (
            "Cette enquête n’est plus ouverte.",
            "Le délai pour répondre est passé\u202f: votre réponse n’a pas pu être gardée. Merci quand même.",
        ),
        "closed": (
            "Cette enquête est close.",
            "Plus aucune réponse n’y est gardée. Merci quand même.",
        ),
        "answered": (
            "Vous avez déjà répondu.",
            "Votre réponse a bien été gardée, merci. Elle ne peut plus être changée.",
        ),
        "changed": (
            "Votre première réponse est gardée.",
            "Une réponse avait déjà été envoyée par ce lien\u202f: celle-ci est différente et n’a pas été gardée.",
        ),
        "thanks": (
            "Merci de votre réponse.",
            "Elle est gardée, et ne peut plus être changée. Vous pouvez fermer cette page.",
        ),
        "away": (
            "Un instant, s’il vous plaît.",
            "Cette page est momentanément indisponible. Rechargez-la\u202f: si vous aviez répondu, votre réponse repart"
            " avec.",
        ),
    },
)

ENGLISH = Words(
    title="Your opinion of {brand}",
    questions={
        "nps": "Would you recommend {brand} to a friend or colleague?",
        "csat": "How was your contact with {brand}?",
    },
    lowest={"nps": "Not at all", "csat": "Very bad"},
    highest={"nps": "Without hesitation", "csat": "Very good"},
    solved="Was your request solved at the first contact?",
    solved_choices=("Yes", "No", "I cannot say"),
    comment="What explains your grade?",
    comment_hint="{most} characters at most. Write no contact details and no card number: they would be masked.",
    optional="optional",
    send="Send my answer",
    once="Only one answer is possible: once sent, it cannot be changed.",
    privacy="{controller} is the controller of these answers, which serve to measure and improve its customer service"
    " (legitimate interest), are read by its teams and those of its partner with contact details masked, and are erased"
    " after {months} months. You may ask for access to them, have them corrected or erased, or object to their use by"
    " writing to {contact}, and complain to the CNIL, the French authority.",
    other="Français",
    preview="Preview: nothing that is answered here is kept.",
    mistake="Your answer is not sent yet.",
    faults={
        "score_missing": "Choose a grade.",
        "comment_too_long": "Your text has {now} characters and {most} at most are kept: shorten it. It is still as you"
        " wrote it.",
        "comment_nul": "Your text held an invisible character that cannot be kept: it is taken out, read it again and"
        " send it.",
    },
    endings={
        "unknown": (
            "This link opens no survey.",
            "It may be incomplete: open it from the message that you received, or copy all of it.",
        ),
        "expired": (
            "This survey is no longer open.",
            "The time to answer is over: your answer could not be kept. Thank you all the same.",
        ),
        "closed": ("This survey is closed.", "No answer to it is kept any more. Thank you all the same."),
        "answered": (
            "You have answered already.",
            "Your answer was kept, thank you. It cannot be changed any more.",
        ),
        "changed": (
            "Your first answer is kept.",
            "An answer had already been sent by this link: this one is different and was not kept.",
        ),
        "thanks": (
            "Thank you for your answer.",
            "It is kept, and cannot be changed any more. You may close this page.",
        ),
        "away": (
            "One moment, please.",
            "This page is unavailable for a moment. Load it again: if you had answered, your answer is sent with it.",
        ),
    },
)

WORDS: dict[Language, Words] = {"fr": FRENCH, "en": ENGLISH}


def number_text(number: int, language: Language) -> str:
    """A number with its thousands apart."""
    return f"{number:,}".replace(",", "\u202f") if language == "fr" else f"{number:,}"
