"""What the first pair learnt from the day on which the tools stood still: an action whose effect is shown, shared."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from deploy.local.demo.api import Person
from deploy.local.demo.companies import PAIRS
from deploy.local.demo.course import Course
from deploy.local.demo.span import Span

_DAYS, _WORK = 14, 9
"""On each side, enough to tell a bad day from none; and until the action is done."""


def days_beside(breakdown: date) -> tuple[tuple[date, date], tuple[date, date]]:
    """First and last day before the action, that of the breakdown among them, and after it."""
    done = breakdown + timedelta(days=_WORK)
    before = breakdown - timedelta(days=_DAYS - 1), breakdown
    return before, (done + timedelta(days=1), done + timedelta(days=_DAYS))


def share(base_url: str, kept: Mapping[str, Any], span: Span) -> None:
    """Act, verify, and make a practice of it; a second try writes nothing."""
    client, provider = (Person(base_url, **kept["users"][side]) for side in ("donneur_ordre", "sous_traitant"))
    breakdown = Course(PAIRS[0], span).breakdown
    if breakdown is None:
        raise ValueError("the first pair has a day on which its tools stood still")
    (first, _), (_, last) = days_beside(breakdown)
    done = breakdown + timedelta(days=_WORK)
    actions = f"/api/contracts/v1/contracts/{kept['contract_id']}/actions"
    claire, karim = (str(manager.send("GET", "/api/contracts/v1/me")["id"]) for manager in (client, provider))
    action = provider.send("POST", actions, {
        "title": "Un plan de secours quand les outils tombent",
        "cause": "Une journée sans outils : six demandes sur dix répondues trop tard, sans que personne ne prévienne.",
        "owners": {"sous_traitant": karim}, "due_on": str(last),
        "expected_effect": {
            "indicator": "sla_first_response", "direction": "higher", "change": "points", "amount": "0.03",
            "by": str(last),
        },
        "origin": {"kind": "figure", "id": "sla_first_response"},
    }, "action/outage")  # fmt: skip
    steps = (
        (client, {"step": "accept", "owner": claire}),
        (provider, {"step": "start", "on": str(breakdown + timedelta(days=1))}),
        (provider, {"step": "finish", "on": str(done), "comment": "Plan écrit, essayé un mardi matin."}),
        (client, {"step": "verify", "comment": "L'essai a été suivi avec vous."}),
    )
    for number, (manager, body) in enumerate(steps, 1):
        manager.send("POST", f"{actions}/{action['id']}/steps", body, f"action/outage/{number}", f'"{number}"')
    practices = f"/api/kpi/v1/contracts/{kept['contract_id']}/practices"
    provider.send("POST", practices, {
        "action_id": action["id"],
        "practice": "Boîte de secours, réponse d'attente prête, et un appel au donneur d'ordre dans le quart d'heure.",
        "conditions": "Suppose une boîte hors de l'outil. L'essayer une fois par trimestre.",
        "before": {"from": str(first), "to": str(breakdown)},
        "after": {"from": str(done + timedelta(days=1)), "to": str(last)},
    }, "practice/outage")  # fmt: skip
    for practice in client.send("GET", practices)["items"]:
        if practice["state"] == "proposed":
            client.send("POST", f"{practices}/{practice['id']}/agreements", {})
    for manager in (client, provider):
        manager.close()
