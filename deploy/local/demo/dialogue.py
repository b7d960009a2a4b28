"""What both parties of the first pair do and say about their figures: actions, threads, and the mutual evaluation."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from deploy.local.demo.api import Person
from deploy.local.demo.span import Span

_FIRST = '"1"'


def talk(base_url: str, kept: Mapping[str, Any], span: Span) -> None:
    """Let them, each by the manager of its party; a second try writes nothing."""
    managers = {side: Person(base_url, **kept["users"][side]) for side in ("donneur_ordre", "sous_traitant")}
    client, provider = managers["donneur_ordre"], managers["sous_traitant"]
    _act(client, provider, f"/api/contracts/v1/contracts/{kept['contract_id']}/actions", span)
    feedback = f"/api/feedback/v1/contracts/{kept['contract_id']}"
    _speak(client, provider, f"{feedback}/threads", span)
    _evaluate(client, provider, f"{feedback}/evaluations", span)
    for manager in managers.values():
        manager.close()


def _act(client: Person, provider: Person, path: str, span: Span) -> None:
    claire, karim = (str(manager.send("GET", "/api/contracts/v1/me")["id"]) for manager in (client, provider))

    def day(offset: int) -> str:
        return str(span.today + timedelta(days=offset))

    effect = {"indicator": "fcr_ticket", "direction": "higher", "change": "points", "amount": "0.03", "by": day(-61)}
    done = provider.send("POST", path, {
        "title": "Une fiche de réponse par motif de livraison",
        "cause": "Les agents cherchaient chaque fois la réponse du transporteur : plusieurs échanges pour une demande.",
        "owners": {"sous_traitant": karim}, "due_on": day(-90), "expected_effect": effect,
        "origin": {"kind": "figure", "id": "fcr_ticket"},
    }, "action/cards")  # fmt: skip
    steps = (
        (client, {"step": "accept", "owner": claire, "comment": "D'accord. Nous relisons les fiches sous deux jours."}),
        (provider, {"step": "start", "on": day(-115)}),
        (provider, {"step": "finish", "on": day(-95), "comment": "Douze fiches, relues par les deux équipes."}),
        (client, {"step": "verify", "comment": "Vérifié sur vingt tickets."}),
    )
    for number, (manager, body) in enumerate(steps, 1):
        manager.send("POST", f"{path}/{done['id']}/steps", body, f"action/cards/{number}", f'"{number}"')
    late = client.send("POST", path, {
        "title": "Prévenir des retards du transporteur la veille",
        "cause": "Une semaine de suivi faux chez le transporteur : les agents l'ont appris par les clients.",
        "owners": {"donneur_ordre": claire, "sous_traitant": karim}, "due_on": day(-4),
        "origin": {"kind": "meeting"},
    }, "action/warning")  # fmt: skip
    provider.send("POST", f"{path}/{late['id']}/steps", {"step": "accept"}, "action/warning/1", _FIRST)
    provider.send("POST", path, {
        "title": "Rappeler les détracteurs sous deux jours",
        "cause": "Les clients mécontents disent ne plus entendre parler de nous après l'enquête.",
        "owners": {"sous_traitant": karim}, "due_on": day(45), "origin": {"kind": "free"},
        "expected_effect": effect | {"indicator": "nps", "amount": "5", "by": day(120)},
    }, "action/calls")  # fmt: skip


def _speak(client: Person, provider: Person, path: str, span: Span) -> None:
    asked = provider.send("POST", path, {
        "kind": "concern", "subject": "Que dire aux clients quand le transporteur se tait ?",
        "text": "Le samedi, personne ne répond chez le transporteur. Les agents n'ont rien à dire aux clients.",
    }, "thread/saturday")  # fmt: skip
    answer = {"text": "Dites qu'une réponse viendra lundi avant midi : nous l'avons obtenu du transporteur."}
    client.send("POST", f"{path}/{asked['id']}/messages", answer, "thread/saturday/1")
    client.send("POST", path, {
        "kind": "idea", "subject": "Un message type pour les retours",
        "text": "Un tiers des demandes porte sur les retours. Un message type vous aiderait-il ?",
        "answer_by": str(span.today + timedelta(days=7)),
    }, "thread/returns")  # fmt: skip
    client.send("POST", path, {
        "kind": "praise", "subject": "Merci pour la reprise après la panne", "asks": False,
        "text": "Tout le stock était répondu le lendemain à midi. Merci à l'équipe.",
    }, "thread/thanks")  # fmt: skip


def _evaluate(client: Person, provider: Person, path: str, span: Span) -> None:
    default = client.send("GET", f"{path}/criteria")["default"]
    proposed = client.send("POST", f"{path}/criteria", {"criteria": default}, "criteria")["proposed"]
    provider.send("POST", f"{path}/criteria/{proposed['id']}/answers", {"agreed": True}, "criteria/1")
    number = span.today.year * 4 + (span.today.month - 1) // 3 - 1
    quarter = f"{number // 4}-Q{number % 4 + 1}"
    for manager, scores, comment in (
        (client, (4, 4, 3, 5, 4, 3), "Un trimestre solide ; les réponses du samedi restent à améliorer."),
        (provider, (3, 2, 4, 4, 4, 4), "Les consignes arrivent parfois après les clients ; la relation est franche."),
    ):
        given = [{"code": one["code"], "score": score} for one, score in zip(default, scores, strict=True)]
        manager.send("POST", f"{path}/{quarter}", {"scores": given, "comment": comment}, f"evaluation/{quarter}")
