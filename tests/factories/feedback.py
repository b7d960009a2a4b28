"""Believable bodies for the feedback service."""

from typing import Any


def answer(key: str, **changes: Any) -> dict[str, Any]:
    """One answer as kpi tells it."""
    return {
        "answer_key": key,
        "ticket_id": "48213",
        "kind": "csat",
        "score": 4,
        "scale_max": 5,
        "comment": "Réponse claire, merci à Léa.",
        "answered_at": "2026-10-12T14:03:00Z",
        "recorded_at": "2026-10-12T14:03:02.5Z",
        **changes,
    }


def answers_body(contract_id: str, *answers: dict[str, Any], source_id: str = "src_zendesk") -> dict[str, Any]:
    """Answers of one source."""
    return {"contract_id": contract_id, "source_id": source_id, "answers": list(answers)}


def nps(key: str, score: int, comment: str | None, **changes: Any) -> dict[str, Any]:
    """One answer through feedback's own doors."""
    return {
        "key": key,
        "kind": "nps",
        "score": score,
        "answered_at": "2026-10-12T14:03:00Z",
        "comment": comment,
        **changes,
    }


def survey_body(**changes: Any) -> dict[str, Any]:
    """A survey as a manager writes it."""
    return {
        "kind": "nps",
        "brand": "Maison Verlaine",
        "controller_name": "Maison Verlaine SAS",
        "rights_contact": "donnees@maison-verlaine.example",
        **changes,
    }


def invitation(key: str, customer_key: str | None = None, **changes: Any) -> dict[str, Any]:
    """One customer to be asked; each another one unless said."""
    return {"key": key, "customer_key": customer_key or f"client-{key}", **changes}
