"""The columns of each table: their order is kept, new ones come behind."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Literal

import msgspec

Type = Literal["string", "integer", "decimal", "boolean", "date", "datetime"]
Cell = str | int | Decimal | bool | None
Row = Sequence[Cell]


class Label(msgspec.Struct, frozen=True):
    """A name for people."""

    fr: str
    en: str


class Column(msgspec.Struct, frozen=True):
    """One column; every cell of it is of its type or empty."""

    name: str
    type: Type
    label: Label
    nullable: bool = True


def _column(name: str, kind: Type, fr: str, en: str, *, filled: bool = False) -> Column:
    return Column(name, kind, Label(fr, en), not filled)


FIGURES = (
    _column("figure_id", "string", "Identifiant du chiffre", "Figure id", filled=True),
    _column("contract_id", "string", "Identifiant du contrat", "Contract id", filled=True),
    _column("contract_title", "string", "Contrat", "Contract", filled=True),
    _column("period", "string", "Période", "Period", filled=True),
    _column("period_start", "date", "Premier jour", "First day", filled=True),
    _column("period_end", "date", "Dernier jour", "Last day", filled=True),
    _column("indicator", "string", "Indicateur", "Indicator", filled=True),
    _column("variant", "string", "Statistique", "Statistic"),
    _column("unit", "string", "Unité", "Unit", filled=True),
    _column("direction", "string", "Sens favorable", "Better direction", filled=True),
    _column("value", "decimal", "Valeur", "Value"),
    _column("numerator", "integer", "Numérateur", "Numerator"),
    _column("denominator", "integer", "Dénominateur", "Denominator"),
    _column("sample_size", "integer", "Effectif", "Sample size", filled=True),
    _column("interval_low", "decimal", "Borne basse de l'intervalle", "Lower limit of the interval"),
    _column("interval_high", "decimal", "Borne haute de l'intervalle", "Upper limit of the interval"),
    _column("interval_level", "decimal", "Niveau de l'intervalle", "Level of the interval"),
    _column("target", "decimal", "Cible", "Target"),
    _column("tolerance", "decimal", "Tolérance", "Tolerance"),
    _column("verdict", "string", "Verdict", "Verdict", filled=True),
    _column("certainty", "string", "Certitude", "Certainty", filled=True),
    _column("state", "string", "État", "State", filled=True),
    _column("provisional", "boolean", "Provisoire", "Provisional", filled=True),
    _column("version", "integer", "Version publiée", "Published version"),
    _column("data_as_of", "datetime", "Données à l'instant", "Data as of"),
    _column("watermark", "integer", "Numéro de changement du contrat", "Change number of the contract", filled=True),
)

TICKETS = (
    _column("contract_id", "string", "Identifiant du contrat", "Contract id", filled=True),
    _column("contract_title", "string", "Contrat", "Contract", filled=True),
    _column("source_id", "string", "Identifiant de la source", "Source id", filled=True),
    _column("ticket_id", "string", "Ticket", "Ticket", filled=True),
    _column("created_at", "datetime", "Créé à", "Created at"),
    _column("excluded", "string", "Exclu parce que", "Excluded because"),
    _column("orphan", "boolean", "Création inconnue", "Creation unknown"),
    _column("agent_created", "boolean", "Créé par un agent", "Created by an agent"),
    _column("status", "string", "État", "Status"),
    _column("first_response_s", "integer", "Délai de première réponse (s)", "First response time (s)"),
    _column("first_resolution_s", "integer", "Délai de première résolution (s)", "First resolution time (s)"),
    _column("full_resolution_s", "integer", "Délai de résolution complète (s)", "Full resolution time (s)"),
    _column(
        "full_resolution_contractual_s", "integer", "Délai de résolution contractuel (s)",
        "Contractual resolution time (s)",
    ),
    _column("requester_wait_s", "integer", "Attente du demandeur (s)", "Requester wait (s)"),
    _column("agent_wait_s", "integer", "Attente de l'agent (s)", "Agent wait (s)"),
    _column("public_agent_messages", "integer", "Messages publics d'agents", "Public agent messages"),
    _column("one_touch", "boolean", "Un seul message", "One touch"),
    _column("fcr", "boolean", "Résolu au premier contact", "Resolved at first contact"),
    _column("fcr_final", "boolean", "Délai de réouverture passé", "Reopen window over"),
    _column("reopens", "integer", "Réouvertures", "Reopens"),
    _column("reopened_within_window", "boolean", "Rouvert dans le délai", "Reopened within the window"),
    _column("csat_satisfied", "boolean", "Client satisfait", "Customer satisfied"),
    _column("sla_first_response_breached", "boolean", "Première réponse en retard", "First response late"),
    _column("sla_resolution_breached", "boolean", "Résolution en retard", "Resolution late"),
    _column("watermark", "integer", "Numéro de changement du contrat", "Change number of the contract", filled=True),
)  # fmt: skip

BY_SCHEDULE = (
    ("first_response_business_s", "Délai de première réponse ouvré (s)", "First response time, business (s)"),
    ("full_resolution_business_s", "Délai de résolution complète ouvré (s)", "Full resolution time, business (s)"),
    ("requester_wait_business_s", "Attente ouvrée du demandeur (s)", "Requester wait, business (s)"),
)
"""Facts counted in each schedule of the contract: one column for each fact and schedule."""


def ticket_columns(schedules: Iterable[str]) -> tuple[Column, ...]:
    """The columns of tickets with those schedules, which come last so that a new one moves no other."""
    names = sorted(set(schedules))
    return (
        *TICKETS,
        *(
            _column(f"{fact}_{name}", "integer", f"{fr}, {name}", f"{en}, {name}")
            for fact, fr, en in BY_SCHEDULE
            for name in names
        ),
    )
