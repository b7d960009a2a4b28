"""Organisations, contracts and sources of the demonstration; what is there already is found again."""

from typing import Any

from deploy.local.demo.agreements import AGREEMENTS, AMENDED_AGE, objective_body
from deploy.local.demo.api import Api
from deploy.local.demo.bodies import BOT_AUTHOR
from deploy.local.demo.companies import Pair, Tool, parameters
from deploy.local.demo.span import ZONE, Span, midnight_us
from services.common.instants import from_microseconds, to_text

SIDES = ("donneur_ordre", "sous_traitant")


def set_up(admin: Api, base_url: str, pair: Pair, span: Span, clients: dict[str, Any]) -> str:
    """Organisations, their clients, and the contract that both accepted; the contract's id."""
    organisations = {}
    for side, name in zip(SIDES, (pair.donneur_ordre, pair.sous_traitant), strict=True):
        label = f"{pair.prefix}{side}"
        organisation = admin.send("POST", "/api/contracts/v1/organisations", {"name": name}, f"organisation/{label}")
        organisations[side] = organisation["id"]
        wanted = {label: ["manager"]} | ({f"bi_{side}": ["bi_reader"]} if not pair.prefix else {})
        for client, functions in wanted.items():
            path = f"/api/contracts/v1/organisations/{organisation['id']}/clients"
            created = admin.send("POST", path, {"name": client, "functions": functions}, f"client/{client}")
            clients[client] = {
                "client_id": created["client_id"],
                "client_secret": created["client_secret"],
                "organisation_id": organisation["id"],
            }
    contract = admin.send(
        "POST",
        "/api/contracts/v1/contracts",
        {
            "title": pair.title,
            "kind": "externalisation",
            "donneur_ordre_id": organisations["donneur_ordre"],
            "sous_traitant_id": organisations["sous_traitant"],
            "zone": ZONE,
            "starts_on": span.first.isoformat(),
        },
        f"contract/{pair.prefix}",
    )
    managers = [Api(base_url, *credentials(clients[f"{pair.prefix}{side}"])) for side in SIDES]
    _agree(managers, pair, f"/api/contracts/v1/contracts/{contract['id']}", span)
    for manager in managers:
        manager.close()
    return str(contract["id"])


def _agree(managers: list[Api], pair: Pair, path: str, span: Span) -> None:
    """Write what is agreed and accept it on both sides, then the same for the amendment."""
    first, agreement = managers[0], AGREEMENTS[pair.prefix]
    draft = first.send("GET", path)["state"] == "draft"
    objectives = {}
    for objective in agreement.objectives:
        key = f"objective/{pair.prefix}{objective.name}"
        # Later the same key gives the same answer, without writing anything.
        objectives[objective.name] = first.send("POST", f"{path}/objectives", objective_body(objective, span), key)[
            "id"
        ]
    if draft:
        valid_from = to_text(from_microseconds(midnight_us(span.first)))
        first.send("PUT", f"{path}/parameters", {"valid_from": valid_from, **parameters(span.first, span.today, pair)})
        for promise in agreement.promises:
            first.send("PUT", f"{path}/commitments", promise.body(span.first, objectives))
        _accept(managers, path)
    for promise in agreement.amended:
        managers[1].send("PUT", f"{path}/commitments", promise.body(span.month(AMENDED_AGE), objectives))
    if agreement.amended:
        _accept(managers, path)


def _accept(managers: list[Api], path: str) -> None:
    for manager in managers:
        manager.send("POST", f"{path}/acceptances", {})


def connect(manager: Api, contract_id: str, tool: Tool) -> dict[str, Any]:
    """The source of a tool: its id, address and secret."""
    wanted = {"contract_id": contract_id, "system": tool.system, "name": tool.label, "bot_author_ids": [BOT_AUTHOR]}
    source = manager.send("POST", "/api/kpi/v1/sources", wanted, f"source/{tool.name}")
    return {key: source[key] for key in ("id", "url", "secret")}


def credentials(client: dict[str, Any]) -> tuple[str, str]:
    """The id and the secret of a client."""
    return client["client_id"], client["client_secret"]
