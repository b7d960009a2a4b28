"""What each pair agreed: objectives that both can own to, and commitments with their clauses."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from deploy.local.demo.span import Span, midnight_us
from services.common.instants import from_microseconds, to_text

_UNITS = {"frt_business": "s", "ttr_contractual": "s", "nps": "points", "backlog": "count"}
_LOWER = frozenset({"frt_business", "ttr_contractual", "reopen_rate", "backlog"})


@dataclass(frozen=True)
class Objective:
    """What a pair wants to reach within a year of the contract's start."""

    name: str
    statement: str
    metric: str
    baseline: str
    target: str
    motive: str
    owners: tuple[str, str]
    priority: str


@dataclass(frozen=True)
class Promise:
    """A commitment on one indicator; without an objective it is shown as an orphan."""

    indicator: str
    target: str
    tolerance: str
    clause: str
    objective: str | None = None
    variant: str | None = None
    weight: str | None = None
    binding: bool = True

    def body(self, valid_from: date, objectives: Mapping[str, str]) -> dict[str, Any]:
        """As it is written into the contract, from a local midnight on."""
        return {
            "indicator": self.indicator,
            "variant": self.variant,
            "class": "contractual" if self.binding else "observed",
            "objective_id": objectives[self.objective] if self.objective else None,
            "target": self.target,
            "tolerance": self.tolerance,
            "unit": _UNITS.get(self.indicator, "ratio"),
            "direction": "lower" if self.indicator in _LOWER else "higher",
            "weight": self.weight,
            "clause": self.clause,
            "valid_from": to_text(from_microseconds(midnight_us(valid_from))),
            "checks": dict.fromkeys(("specific", "measurable", "realistic", "aligned"), True),
        }


@dataclass(frozen=True)
class Agreement:
    """Objectives, commitments from the start on, and those of a later amendment."""

    objectives: tuple[Objective, ...]
    promises: tuple[Promise, ...]
    amended: tuple[Promise, ...] = ()


_VERLAINE = ("Claire Morel", "Karim Benali")
_PONANT = ("Hélène Le Goff", "Marc Tessier")

AGREEMENTS = {
    "": Agreement(
        objectives=(
            Objective("contact", "Porter la résolution au premier contact de 70 % à 77 % en un an", "fcr_ticket", "0.7",
                      "0.77", "quality", _VERLAINE, "Moins d'efforts pour nos clientes"),
            Objective("delais", "Résoudre neuf demandes sur dix dans le délai promis dès la première année",
                      "sla_resolution", "0.84", "0.9", "expertise", _VERLAINE, "Tenir nos promesses"),
            Objective("satisfaction", "Porter la satisfaction après contact de 80 % à 90 % en un an", "csat", "0.8",
                      "0.9", "quality", _VERLAINE, "Fidéliser la clientèle"),
        ),
        promises=(
            Promise("fcr_ticket", "0.75", "0.01", "4.2.3", "contact", weight="3"),
            Promise("sla_resolution", "0.9", "0.01", "4.2.2", "delais", weight="3"),
            Promise("sla_first_response", "0.9", "0.01", "4.2.1", "delais", weight="2"),
            Promise("frt_business", "1200", "120", "4.2.4", "delais", "median", weight="1"),
            Promise("csat", "0.8", "0.01", "5.1.1", "satisfaction", weight="2"),
            Promise("nps", "30", "0", "5.1.2", "satisfaction", weight="1"),
            Promise("reopen_rate", "0.05", "0.005", "4.3.1", weight="1"),
            Promise("one_touch", "0.65", "0.02", "Annexe 3, 2.1", binding=False),
            Promise("backlog", "180", "20", "Annexe 3, 2.2", binding=False),
        ),
        amended=(Promise("sla_first_response", "0.92", "0.01", "4.2.1, avenant n° 1", "delais", weight="2"),),
    ),
    "autre_": Agreement(
        objectives=(
            Objective("contact", "Résoudre trois demandes sur quatre au premier contact", "fcr_ticket", "0.68", "0.75",
                      "focus", _PONANT, "Alléger les équipes de facturation"),
        ),
        promises=(
            Promise("fcr_ticket", "0.75", "0.01", "7.1", "contact", weight="2"),
            Promise("sla_resolution", "0.9", "0.01", "7.2", "contact", weight="2"),
            Promise("sla_first_response", "0.92", "0.01", "7.3", "contact", weight="1"),
            Promise("reopen_rate", "0.06", "0.005", "7.4", "contact", weight="1"),
        ),
    ),
}  # fmt: skip
AMENDED_AGE = 2
"""The amendment holds from the second to last complete month on."""


def objective_body(objective: Objective, span: Span) -> dict[str, Any]:
    """An objective as it is written: a year from the start of the contract."""
    return {
        "statement": objective.statement,
        "metric": objective.metric,
        "baseline_value": objective.baseline,
        "target_value": objective.target,
        "change": "points",
        "starts_on": span.first.isoformat(),
        "due_on": (span.first.replace(year=span.first.year + 1) - timedelta(days=1)).isoformat(),
        "owner_donneur_ordre": objective.owners[0],
        "owner_sous_traitant": objective.owners[1],
        "motive": objective.motive,
        "strategic_priority": objective.priority,
    }
