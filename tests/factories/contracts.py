"""Believable bodies for the contracts service."""

from typing import Any


def contract_body(donneur_ordre_id: str, sous_traitant_id: str, **changes: Any) -> dict[str, Any]:
    """A contract between two organisations."""
    return {
        "title": "Assistance niveau 1 – boutique en ligne",
        "kind": "externalisation",
        "donneur_ordre_id": donneur_ordre_id,
        "sous_traitant_id": sous_traitant_id,
        "zone": "Europe/Paris",
        "starts_on": "2026-01-01",
        **changes,
    }


def office_hours(**changes: Any) -> dict[str, Any]:
    """Monday to Friday, 9 to 18 in Paris."""
    return {
        "tz": "Europe/Paris",
        "days": [0, 1, 2, 3, 4],
        "intervals": [["09:00", "18:00"]],
        "holidays": ["2026-07-14"],
        **changes,
    }


def parameters_body(**changes: Any) -> dict[str, Any]:
    """Parameters with one schedule and an SLA."""
    return {
        "valid_from": "2026-01-01T00:00:00+01:00",
        "schedules": {"office": office_hours()},
        "reopen_window_hours": 168,
        "sla": {"schedule": "office", "first_response_target_seconds": 3600, "resolution_target_seconds": 28800},
        **changes,
    }


def objective_body(**changes: Any) -> dict[str, Any]:
    """A satisfaction to raise by a fifth in a year."""
    return {
        "statement": "Améliorer la satisfaction des clients de 20 % en un an",
        "metric": "csat",
        "baseline_value": "0.7",
        "target_value": "0.84",
        "change": "relative",
        "starts_on": "2026-01-01",
        "due_on": "2026-12-31",
        "owner_donneur_ordre": "Claire Morel",
        "owner_sous_traitant": "Karim Benali",
        "motive": "quality",
        "strategic_priority": "Fidéliser la clientèle",
        **changes,
    }


def commitment_body(**changes: Any) -> dict[str, Any]:
    """Eight in ten resolved within the delay, from New Year in Paris on."""
    return {
        "indicator": "sla_resolution",
        "variant": None,
        "class": "contractual",
        "objective_id": None,
        "target": "0.8",
        "tolerance": "0.02",
        "unit": "ratio",
        "direction": "higher",
        "weight": "2",
        "clause": "Article 6.2",
        "checks": dict.fromkeys(("specific", "measurable", "realistic", "aligned"), True),
        "valid_from": "2026-01-01T00:00:00+01:00",
        **changes,
    }
