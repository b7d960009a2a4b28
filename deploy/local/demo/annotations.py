"""What both parties noted beside the figures of the first pair: what happened in its two bad spells."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from deploy.local.demo.api import Person
from deploy.local.demo.companies import PAIRS
from deploy.local.demo.course import Course
from deploy.local.demo.span import Span


def annotate(base_url: str, kept: Mapping[str, Any], span: Span) -> None:
    """Note them, each by the manager of its party; a second try notes nothing."""
    managers = {side: Person(base_url, **kept["users"][side]) for side in ("donneur_ordre", "sous_traitant")}
    path = f"/api/kpi/v1/contracts/{kept['contract_id']}/annotations"
    for number, (side, body) in enumerate(_notes(Course(PAIRS[0], span))):
        managers[side].send("POST", path, body, f"annotation/{number}")
    for manager in managers.values():
        manager.close()


def _notes(course: Course) -> list[tuple[str, dict[str, Any]]]:
    week, day = course.parcel_week, course.breakdown
    if week is None or day is None:
        return []
    sunday = week + timedelta(days=6)
    return [
        ("sous_traitant", _note("fcr_ticket", week, sunday, "cause",
            "Suivi de colis faux chez le transporteur toute la semaine : il a fallu plusieurs échanges par demande de "
            "livraison.")),
        ("donneur_ordre", _note("fcr_ticket", sunday + timedelta(days=1), None, "remark",
            "Le transporteur confirme le retour à la normale. Nous vous préviendrons plus tôt la prochaine fois.")),
        ("sous_traitant", _note("sla_resolution", week, sunday, "cause",
            "Réponses du transporteur attendues deux à trois jours pour la moitié des demandes de livraison.")),
        ("sous_traitant", _note("sla_first_response", day, None, "event",
            "Panne générale de la téléphonie et de la messagerie de 9 h à 16 h, reprise du stock le lendemain.")),
    ]  # fmt: skip


def _note(indicator: str, starts_on: object, ends_on: object, kind: str, text: str) -> dict[str, Any]:
    until = None if ends_on is None else str(ends_on)
    return {"indicator": indicator, "starts_on": str(starts_on), "ends_on": until, "kind": kind, "text": text}
