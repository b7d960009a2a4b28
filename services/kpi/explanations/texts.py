"""The formulas in words, French and English: one word per thing, as on every screen."""

from collections.abc import Mapping

import msgspec

from services.kpi.contacts.rules import OBSERVED


class Words(msgspec.Struct, frozen=True):
    """The same in both languages."""

    fr: str
    en: str


class Formula(msgspec.Struct, frozen=True):
    """How an indicator is made; `source`: the definition of the contract vocabulary."""

    text: Words
    numerator: Words
    denominator: Words
    reference_event: Words
    source: str


CREATION = Words("Création de la demande", "Creation of the ticket")
FIRST_SOLVE = Words("Première résolution", "First solve")
FIRST_SOLVED = Words(
    "Demandes résolues une première fois dans la période", "Tickets that were first solved in the period"
)
ANSWER = Words("Date de la réponse du client", "Time of the customer's answer")
NONE = Words("Aucun", "None")


def _duration(what_fr: str, what_en: str, counted: Words, event: Words, source: str) -> Formula:
    return Formula(
        Words(
            f"{what_fr} : médiane et P90 au rang le plus proche, moyenne = somme des secondes / demandes",
            f"{what_en}: median and P90 by nearest rank, mean = sum of seconds / tickets",
        ),
        Words("Pour la moyenne : somme des secondes entières", "Of the mean: sum of whole seconds"),
        counted,
        event,
        source,
    )


def _share(numerator: Words, denominator: Words, event: Words, source: str) -> Formula:
    return Formula(
        Words(f"{numerator.fr} / {denominator.fr.lower()}", f"{numerator.en} / {denominator.en.lower()}"),
        numerator,
        denominator,
        event,
        source,
    )


ANSWERED = Words("Demandes créées dans la période et répondues", "Tickets created in the period and answered")

BY_SESSION = Words(
    "sur les canaux convenus, un message du client après le silence convenu commence un nouveau contact",
    "on the channels agreed, a message of the customer after the silence agreed begins a new contact",
)
BEGINNING = Words(
    "Début du contact : création de la demande, ou message du client après le silence convenu",
    "Beginning of the contact: creation of the ticket, or message of the customer after the silence agreed",
)

FORMULAS: Mapping[str, Formula] = {
    "backlog": Formula(
        Words(
            "Demandes créées, pas encore exclues, ni résolues ni closes à l'instant",
            "Tickets created, not yet excluded, neither solved nor closed at the instant",
        ),
        Words("Demandes ouvertes à l'instant", "Tickets open at the instant"),
        NONE,
        Words(
            "Minuit local qui termine la période, ou l'instant des données tant qu'elle est ouverte",
            "Local midnight that ends the period, or the instant of the data while it is open",
        ),
        "D12",
    ),
    "ces": _share(
        Words(
            "Réponses de 5 à 7 sur l’échelle d’accord de 1 à 7 (CES 2.0, « on m’a facilité les choses »)",
            "Answers from 5 to 7 on the scale of agreement from 1 to 7 (CES 2.0, “it was made easy for me”)",
        ),
        Words("Réponses à cette question dans la période", "Answers to that question in the period"),
        ANSWER,
        "D13",
    ),
    "csat": _share(
        Words("Dernières notes parmi les deux plus hautes", "Latest ratings among the two highest"),
        Words("Demandes notées dans la période", "Tickets rated in the period"),
        ANSWER,
        "D13",
    ),
    "data_completeness": _share(
        Words("Demandes dont la création est arrivée", "Tickets whose creation has arrived"),
        Words("Demandes connues par un événement dans la période", "Tickets heard of in the period"),
        Words(
            "Création de la demande, sinon son premier événement", "Creation of the ticket, otherwise its first event"
        ),
        "D11",
    ),
    "fcr_declared": _share(
        Words("Réponses « oui » à « résolu au premier contact ? »", "Answers “yes” to “solved at first contact?”"),
        Words("Réponses à cette question dans la période", "Answers to that question in the period"),
        ANSWER,
        "D10",
    ),
    "fcr_observed": _share(
        Words(
            "Premiers contacts sans nouveau contact du même client pour le même motif dans les N jours",
            "First contacts with no further contact of the same customer for the same reason within N days",
        ),
        Words(
            "Premiers contacts de la période dont les N jours sont passés",
            "First contacts of the period whose N days are over",
        ),
        CREATION,
        "D16",
    ),
    "fcr_ticket": _share(
        Words(
            "Demandes résolues avec au plus un message public de conseiller et non rouvertes dans la fenêtre",
            "Tickets solved with at most one public agent message and not reopened within the window",
        ),
        FIRST_SOLVED,
        FIRST_SOLVE,
        "D10",
    ),
    "frt": _duration(
        "Délai de première réponse, en temps calendaire",
        "First response time, in calendar time",
        ANSWERED,
        CREATION,
        "D6",
    ),
    "frt_business": _duration(
        "Délai de première réponse, dans les heures ouvrées du délai promis à la création",
        "First response time, in the working hours of the delay promised at the creation",
        ANSWERED,
        CREATION,
        "D6, D15",
    ),
    "nps": Formula(
        Words(
            "100 × (notes 9 et 10 − notes 0 à 6) / réponses, en points",
            "100 × (scores 9 and 10 − scores 0 to 6) / answers, in points",
        ),
        Words("Promoteurs moins détracteurs", "Promoters less detractors"),
        Words("Réponses reçues dans la période", "Answers received in the period"),
        ANSWER,
        "D13",
    ),
    "one_touch": _share(
        Words(
            "Demandes résolues avec exactement un message public de conseiller",
            "Tickets solved with exactly one public agent message",
        ),
        FIRST_SOLVED,
        FIRST_SOLVE,
        "D10",
    ),
    "reopen_rate": _share(
        Words("Demandes rouvertes dans la fenêtre", "Tickets reopened within the window"),
        FIRST_SOLVED,
        FIRST_SOLVE,
        "D8, D10",
    ),
    "repeat_rate": _share(
        Words(
            "Contacts qui suivent un contact du même client pour le même motif dans les N jours",
            "Contacts that follow another of the same customer for the same reason within N days",
        ),
        Words(
            "Contacts de clients connus commencés dans la période",
            "Contacts of known customers that began in the period",
        ),
        CREATION,
        "D16",
    ),
    "sla_first_response": _share(
        Words("Demandes répondues dans le délai promis", "Tickets answered within the promised delay"),
        Words("Demandes dont la réponse était due dans la période", "Tickets whose answer was due in the period"),
        Words("Échéance de la première réponse", "Instant at which the first response was due"),
        "D6, D9",
    ),
    "sla_resolution": _share(
        Words("Demandes résolues dans le délai promis", "Tickets solved within the promised delay"),
        Words(
            "Demandes résolues dans la période, ou ouvertes et échues dans la période",
            "Tickets solved in the period, or open and overdue in the period",
        ),
        Words(
            "Dernière résolution contractuelle, ou l'échéance si la demande est ouverte et en retard",
            "Last contractual solve, or the instant it was due when open and overdue",
        ),
        "D9",
    ),
    "ttr": _duration(
        "Délai de résolution, de la création à la dernière résolution",
        "Resolution time, from the creation to the last solve",
        Words("Demandes résolues une dernière fois dans la période", "Tickets last solved in the period"),
        Words("Dernière résolution", "Last solve"),
        "D7",
    ),
    "ttr_contractual": _duration(
        "Délai de résolution contractuel : les réouvertures ne comptent que dans la fenêtre",
        "Contractual resolution time: reopens count within the window only",
        Words(
            "Demandes dont la résolution contractuelle est dans la période",
            "Tickets whose contractual solve is in the period",
        ),
        Words("Résolution contractuelle", "Contractual solve"),
        "D8",
    ),
}
"""By indicator."""


def formula_of(indicator: str, *, sessions: bool) -> Formula:
    """The formula of an indicator; `sessions`: terms of the period count several contacts on one ticket (D17)."""
    formula = FORMULAS[indicator]
    if not sessions or indicator not in OBSERVED:
        return formula
    text = Words(f"{formula.text.fr} ; {BY_SESSION.fr}", f"{formula.text.en}; {BY_SESSION.en}")
    return msgspec.structs.replace(formula, text=text, reference_event=BEGINNING, source=f"{formula.source}, D17")
