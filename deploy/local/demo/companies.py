"""Who is in the demonstration; every name is invented."""

from dataclasses import dataclass
from typing import Any

SCHEDULES: dict[str, Any] = {
    "bureau": {
        "tz": "Europe/Paris",
        "days": [0, 1, 2, 3, 4],
        "intervals": [["09:00", "12:30"], ["13:30", "18:00"]],
        "holidays": ["2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25",
                     "2026-07-14", "2026-08-15", "2026-11-01", "2026-11-11", "2026-12-25"],
    },
    "astreinte": {"tz": "Europe/Paris", "days": [0, 1, 2, 3, 4, 5, 6], "intervals": [["00:00", "24:00"]]},
}  # fmt: skip


@dataclass(frozen=True)
class Tool:
    """A ticketing tool of the demonstration."""

    name: str
    system: str
    label: str
    share: float
    """Share of the contract's tickets that it holds."""


@dataclass(frozen=True)
class Pair:
    """A client company, its provider and their contract; `prefix` begins the names of the pair's clients."""

    prefix: str
    donneur_ordre: str
    sous_traitant: str
    title: str
    tickets: int
    tools: tuple[Tool, ...]


PAIRS = (
    Pair(
        prefix="",
        donneur_ordre="Maison Verlaine",
        sous_traitant="Accord Relation Client",
        title="Service clients e-commerce, niveau 1",
        tickets=220,
        tools=(
            Tool("zendesk", "zendesk", "Zendesk du prestataire", 0.75),
            Tool("generic", "generic", "Téléphonie", 0.25),
        ),
    ),
    Pair(
        prefix="autre_",
        donneur_ordre="Énergies du Ponant",
        sous_traitant="Horizon Services",
        title="Assistance facturation",
        tickets=80,
        tools=(Tool("autre_generic", "generic", "Outil maison", 1.0),),
    ),
)

PARAMETERS: dict[str, Any] = {
    "schedules": SCHEDULES,
    "reopen_window_hours": 168,
    "sla": {
        "schedule": "bureau",
        "first_response_target_seconds": 4 * 3600,
        "resolution_target_seconds": 16 * 3600,
    },
}
