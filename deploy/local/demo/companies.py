"""Who is in the demonstration; every name is invented."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from deploy.local.demo.holidays import holidays
from deploy.local.demo.span import ZONE

ANSWER_TARGET_S = 4 * 3600
SOLUTION_TARGET_S = 16 * 3600
"""Promised delays, in opening hours."""
BUREAU = "bureau"
HOLD_REASONS = ("attente siège", "attente transporteur")
"""What tickets on hold wait for, as the telephony says it: the first is the client company's time."""
CHANNELS = {"chat": "Chat", "email": "E-mail", "phone": "Téléphone", "web": "Formulaire"}
REASONS = {
    "livraison": "Livraison", "retour": "Retour", "facturation": "Facturation", "compte": "Compte",
    "produit": "Produit", "promotion": "Promotion", "facture": "Facture", "mensualisation": "Mensualisation",
    "releve": "Relevé", "demenagement": "Déménagement", "paiement": "Paiement",
}  # fmt: skip


def schedules(first: date, last: date) -> dict[str, Any]:
    """The opening hours, with the public holidays from the year before to the year after."""
    days_off = [day.isoformat() for year in range(first.year - 1, last.year + 2) for day in holidays(year)]
    office: dict[str, Any] = {
        "tz": ZONE,
        "days": [0, 1, 2, 3, 4],
        "intervals": [["09:00", "12:30"], ["13:30", "18:00"]],
        "holidays": days_off,
    }
    return {BUREAU: office, "astreinte": {"tz": ZONE, "days": [*range(7)], "intervals": [["00:00", "24:00"]]}}


def parameters(first: date, last: date, pair: "Pair") -> dict[str, Any]:
    """The parameters of a contract. Its groups are one for each reason, and each is at one of the provider's sites."""
    return {
        "schedules": schedules(first, last),
        "reopen_window_hours": 168,
        "sla": {
            "schedule": BUREAU,
            "first_response_target_seconds": ANSWER_TARGET_S,
            "resolution_target_seconds": SOLUTION_TARGET_S,
        },
        "clocks": {"hold_reasons": {HOLD_REASONS[0]: "donneur_ordre"}},
        "dimensions": {
            "channel": {"attribute": "channel", "values": {told: CHANNELS[told] for told in pair.channels}},
            "site": {"attribute": "group", "values": dict(pair.sites)},
            "reason": {"attribute": "group", "values": {told: REASONS[told] for told in pair.reasons}},
        },
    }


@dataclass(frozen=True)
class Tool:
    """A ticketing tool of the demonstration."""

    name: str
    system: Literal["zendesk", "generic"]
    label: str
    share: float
    """Share of the contract's tickets that it holds."""
    channels: Mapping[str, float] = field(hash=False)
    first_number: int
    better: float = 0.0
    """By how much more of its tickets are settled at the first contact than of the contract's."""
    csat: float = 0.0
    nps: float = 0.0
    """Shares of its settled tickets that are answered for."""

    @property
    def by_phone(self) -> bool:
        """Whether it holds calls: they come, and are taken, in opening hours."""
        return "phone" in self.channels


@dataclass(frozen=True)
class Service:
    """How well a pair works: shares of its tickets, by the age of the month (0 is the present one)."""

    first_contact: tuple[float, ...]
    reopened: float = 0.036
    late_answers: float = 0.045
    late_solutions: tuple[float, float] = (0.025, 0.17)
    """Of tickets settled at the first contact, and of the others."""
    satisfied: tuple[float, ...] = (0.89,) * 7
    troubled: bool = False
    """Whether it goes through the two bad spells."""


@dataclass(frozen=True)
class Pair:
    """A client company, its provider and their contract; `prefix` begins the names of the pair's clients."""

    prefix: str
    donneur_ordre: str
    sous_traitant: str
    title: str
    tickets: int
    tools: tuple[Tool, ...]
    reasons: Mapping[str, float]
    sites: Mapping[str, str]
    """Where the group of each reason works."""
    service: Service = field(kw_only=True)

    @property
    def channels(self) -> tuple[str, ...]:
        """Those of its tools, in order."""
        return tuple(sorted({channel for tool in self.tools for channel in tool.channels}))


PAIRS = (
    Pair(
        prefix="",
        donneur_ordre="Maison Verlaine",
        sous_traitant="Accord Relation Client",
        title="Service clients e-commerce, niveau 1",
        tickets=10_500,
        tools=(
            Tool("zendesk", "zendesk", "Zendesk du prestataire", 0.7, {"email": 0.5, "web": 0.32, "chat": 0.18},
                 first_number=40_000, better=-0.018, csat=0.135),
            Tool("generic", "generic", "Téléphonie", 0.3, {"phone": 1.0}, first_number=9_000, better=0.042, csat=0.04,
                 nps=0.235),
        ),
        reasons={"livraison": 0.3, "retour": 0.19, "facturation": 0.14, "compte": 0.11, "produit": 0.16,
                 "promotion": 0.1},
        sites={"livraison": "Nantes", "retour": "Nantes", "produit": "Nantes", "facturation": "Lille",
               "compte": "Lille", "promotion": "Lille"},
        service=Service(
            first_contact=(0.772, 0.776, 0.775, 0.779, 0.783, 0.788, 0.79),
            satisfied=(0.88, 0.887, 0.9, 0.89, 0.885, 0.9, 0.89),
            troubled=True,
        ),
    ),
    Pair(
        prefix="autre_",
        donneur_ordre="Énergies du Ponant",
        sous_traitant="Horizon Services",
        title="Assistance facturation",
        tickets=1_500,
        tools=(
            Tool("autre_generic", "generic", "Outil maison", 1.0, {"web": 0.4, "email": 0.6}, first_number=2_000,
                 csat=0.14),
        ),
        reasons={"facture": 0.32, "mensualisation": 0.2, "releve": 0.18, "demenagement": 0.18, "paiement": 0.12},
        sites={"facture": "Brest", "paiement": "Brest", "mensualisation": "Brest", "releve": "Rennes",
               "demenagement": "Rennes"},
        service=Service(first_contact=(0.8,) * 7, reopened=0.03, late_answers=0.03, late_solutions=(0.015, 0.12)),
    ),
)  # fmt: skip
