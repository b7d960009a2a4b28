"""What customers of the first pair have just said: relayed to the provider's team, which has begun to treat it."""

import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from deploy.local.demo.api import Person

_PATIENCE = 30.0
_SAID = (
    (2, "Toujours pas reçu mon colis, en retard de dix jours, et personne ne répond.", "e-mail", "Livraisons"),
    (4, "Réponse toute faite, j'ai eu l'impression de parler à un robot.", "chat", "Conseil"),
    (5, "Facturée deux fois, il a fallu relancer pour le remboursement.", "e-mail", "Facturation"),
    (10, "Conseillère très aimable, réglé du premier coup. Bravo à toute l'équipe !", "téléphone", "Conseil"),
    (9, "Livraison en avance et des explications claires, merci.", "e-mail", "Livraisons"),
)


def relay(base_url: str, kept: Mapping[str, Any]) -> None:
    """Set the relay up and let some words through it; a second try adds nothing."""
    client, provider = (Person(base_url, **kept["users"][side]) for side in ("donneur_ordre", "sous_traitant"))
    path = f"/api/feedback/v1/contracts/{kept['contract_id']}"
    team = provider.send("POST", f"{path}/relay/teams", {"name": "Suivi client"}, "relay/team")["id"]
    rules = client.send("GET", f"{path}/relay/rules")
    if not rules["items"]:
        wanted = [_rule(team, 0, 6, 48), _rule(team, 9, 10, 72)]
        client.send("PUT", f"{path}/relay/rules", {"items": wanted}, if_match=f'"{rules["version"]}"')
    # After the rules began, and the later in the list the newer: what was given before them is relayed to nobody.
    now = datetime.now(UTC)
    answers = [
        {
            "key": f"relayed-{number}", "kind": "nps", "score": score, "comment": words, "channel": channel,
            "queue": queue, "answered_at": (now + timedelta(milliseconds=number)).isoformat(),
        }
        for number, (score, words, channel, queue) in enumerate(_SAID)
    ]  # fmt: skip
    kept_as = client.send("POST", f"{path}/answers", {"answers": answers})["items"]
    steps = {score: f"{path}/relay/items/{fate['id']}/steps" for (score, *_), fate in zip(_SAID, kept_as, strict=True)}
    _wait_for(provider, f"{path}/relay/items?view=all", {fate["id"] for fate in kept_as})
    for number, (who, score, step) in enumerate(
        (
            (provider, 2, {"step": "acknowledge"}),
            (provider, 2, {"step": "cause", "cause": "carrier", "text": "Suivi faux chez le transporteur."}),
            (provider, 5, {"step": "acknowledge"}),
            (provider, 5, {"step": "reply", "text": "Remboursement fait, consigne rappelée à l'équipe facturation."}),
        )
    ):
        who.send("POST", steps[score], step, f"relay/step/{number}")
    for person in (client, provider):
        person.close()


def _rule(team: str, lowest: int, highest: int, hours: int) -> dict[str, Any]:
    when = {"kinds": ["nps"], "score_from": lowest, "score_to": highest}
    return {"when": when, "team_id": team, "answer_within_hours": hours}


def _wait_for(provider: Person, path: str, answers: set[str]) -> None:
    deadline = time.monotonic() + _PATIENCE
    while not answers <= {one["id"] for one in provider.send("GET", path)["items"]} and time.monotonic() < deadline:
        time.sleep(0.2)
