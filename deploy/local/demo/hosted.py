"""The hosted survey of the first pair: whom it invited, and what some of them answered on its page."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

import httpx

from deploy.local.demo.api import Api
from deploy.local.demo.companies import PAIRS

_INVITED = 40
_ANSWERED = 0.35
_SAID = (
    (10, "Un échange rapide et une vraie écoute, bravo."),
    (9, ""),
    (9, "Réponse le jour même, merci."),
    (8, "Bien, même s’il a fallu redonner mon numéro de commande."),
    (7, ""),
    (5, "Correct, mais le délai annoncé n’a pas été tenu."),
    (3, "Deux messages pour une étiquette de retour, c’est trop."),
)


def host(base_url: str, manager: Api, contract: str, tickets: Sequence[Mapping[str, Any]]) -> None:
    """Make the survey, invite the customers of the latest tickets, answer for some; a second try adds nothing."""
    path = f"/api/feedback/v1/contracts/{contract}/surveys"
    survey = {
        "kind": "nps",
        "brand": PAIRS[0].donneur_ordre,
        "controller_name": PAIRS[0].donneur_ordre,
        "rights_contact": "donnees@maison-verlaine.example",
    }
    made = manager.send("POST", path, survey, "survey/nps")
    latest = sorted(tickets, key=lambda ticket: str(ticket["created_at"]))[-_INVITED:]
    wanted = [
        {
            "key": f"cloture-{ticket['ticket_id']}",
            # Some wrote twice this week: they are asked once.
            "customer_key": f"client-{place // 2 if place % 8 == 1 else place}",
            "ticket_id": ticket["ticket_id"],
            "channel": "e-mail",
            "language": "fr",
        }
        for place, ticket in enumerate(latest)
    ]
    if not wanted:
        return
    fates = manager.send("POST", f"{path}/{made['id']}/invitations", {"invitations": wanted})["items"]
    with httpx.Client(base_url=base_url, timeout=60.0, trust_env=False) as visitor:
        for fate in fates:
            draw = Random(f"hosted/{fate['key']}")  # noqa: S311 - a demonstration, not a secret
            if fate["verdict"] == "invited" and draw.random() < _ANSWERED:
                score, words = draw.choice(_SAID)
                solved = str(int(score >= 8))
                visitor.post(fate["url"], data={"score": str(score), "solved": solved, "comment": words})
