"""What a survey tool beside the tickets tells of the first pair: solved at first contact, and effort, as customers say.

They do not always see it as the tickets do. Some write what names them, which nobody will read: every number, address
and mailbox here is one that belongs to nobody.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from urllib.parse import urlencode

from deploy.local.demo.api import Api
from deploy.local.demo.hosted import host

_ANSWERED = 0.15
_EFFORT = 0.06
_EASY = {True: (4, 5, 6, 6, 7, 7), False: (1, 2, 3, 4, 5, 6)}
"""Agreement that it was made easy, 1 to 7."""
_YES = {True: 0.9, False: 0.4}
_WITH_WORDS = 0.4
_TOGETHER = 500
_CHANNELS = ("e-mail", "SMS", "téléphone")
_PLEASED = (
    "Réglé du premier coup, merci.",
    "Une seule réponse a suffi.",
    "Très bien, je n'ai pas eu à rappeler.",
    "Tout était clair. Si besoin, mon adresse est {email}.",
    "Livré au 12 rue des Orfèvres-Neufs, 29000 Quimper comme convenu, merci.",
)
_CROSS = (
    "J'ai dû rappeler deux fois pour la même chose.",
    "Toujours pas réglé, rappelez-moi au {phone}.",
    "On m'a demandé mon IBAN FR76 9998 7159 2400 0724 9655 537 par e-mail, est-ce normal ?",
    "Écrivez-moi à {email}, le dossier n'avance pas.",
    "Il a fallu relancer, dommage.",
)


def declare(base_url: str, kept: Mapping[str, Any]) -> None:
    """Send the answers of the first pair, and ask more customers on a page of ours; a second try adds none."""
    client = kept["clients"]["sous_traitant"]
    manager = Api(base_url, client["client_id"], client["client_secret"])
    contract = kept["contract_id"]
    tickets = list(_tickets(manager, contract))
    answers = [answer for ticket in tickets for answer in (_answer(ticket), _effort(ticket)) if answer]
    for start in range(0, len(answers), _TOGETHER):
        body = {"answers": answers[start : start + _TOGETHER]}
        manager.send("POST", f"/api/feedback/v1/contracts/{contract}/answers", body)
    host(base_url, manager, contract, tickets)
    manager.close()


def _tickets(manager: Api, contract: str) -> Iterator[dict[str, Any]]:
    query = {"limit": "1000"}
    while True:
        page = manager.send("GET", f"/api/kpi/v1/contracts/{contract}/tickets?{urlencode(query)}")
        yield from page["items"]
        if page["next_cursor"] is None:
            return
        query["cursor"] = page["next_cursor"]


def _effort(ticket: Mapping[str, Any]) -> dict[str, Any] | None:
    draw = Random(f"effort/{ticket['ticket_id']}")  # noqa: S311 - a demonstration, not a secret
    if not ticket["fcr_final"] or draw.random() >= _EFFORT or (at := _answered_at(draw, ticket)) is None:
        return None
    return {
        "key": f"effort-{ticket['ticket_id']}",
        "kind": "ces",
        "score": draw.choice(_EASY[ticket["fcr"]]),
        "answered_at": at.isoformat(),
        "ticket_id": ticket["ticket_id"],
        "channel": draw.choice(_CHANNELS),
    }


def _answered_at(draw: Random, ticket: Mapping[str, Any]) -> datetime | None:
    """Some time after the solve; None where that is still to come."""
    solved_at = datetime.fromisoformat(ticket["created_at"]) + timedelta(seconds=ticket["first_resolution_s"])
    at = (solved_at + timedelta(minutes=draw.randint(20, 2_000))).replace(microsecond=0)
    return None if at > datetime.now(UTC) else at


def _answer(ticket: Mapping[str, Any]) -> dict[str, Any] | None:
    draw = Random(f"declared/{ticket['ticket_id']}")  # noqa: S311 - a demonstration, not a secret
    if not ticket["fcr_final"] or draw.random() >= _ANSWERED or (at := _answered_at(draw, ticket)) is None:
        return None
    yes = draw.random() < _YES[ticket["fcr"]]
    words = draw.choice(_PLEASED if yes else _CROSS).format(
        email=f"client.{draw.randint(100, 999)}@example.fr",
        phone=f"06 39 98 {draw.randint(10, 99)} {draw.randint(10, 99)}",
    )
    return {
        "key": f"declared-{ticket['ticket_id']}",
        "kind": "fcr_declared",
        "score": int(yes),
        "answered_at": at.isoformat(),
        "comment": words if draw.random() < _WITH_WORDS else None,
        "ticket_id": ticket["ticket_id"],
        "ticket_url": f"https://assistance.example/tickets/{ticket['ticket_id']}",
        "channel": draw.choice(_CHANNELS),
    }
