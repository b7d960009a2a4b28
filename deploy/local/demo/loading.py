"""Loading the demonstration over the public API, as an integrator would; interrupted, it goes on where it stopped."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
from jose import jwt

from deploy.local.demo.companies import PAIRS, PARAMETERS, Pair
from deploy.local.demo.deliveries import BOT_AUTHOR, compose
from deploy.local.demo.stories import SPAN_DAYS, stories
from deploy.local.files import read_json_object, write_private_json

SEED = 75_1334
ADDRESS = {"zone": "Europe/Paris", "kind": "externalisation"}
PATIENCE = 60.0

Say = Callable[[str], None]


class Api:
    """The public API as one client sees it; creations carry a fixed key, so that a second try creates nothing."""

    def __init__(self, base_url: str, client_id: str, client_secret: str, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._http = httpx.Client(base_url=base_url, timeout=120.0, trust_env=False)
        answer = self._until_up(
            lambda: self._http.post(
                "/auth/token", data={"grant_type": "client_credentials"}, auth=(client_id, client_secret)
            )
        )
        token: str = answer.json()["access_token"]
        self._http.headers["authorization"] = f"Bearer {token}"
        self.organisation_id: str = jwt.get_unverified_claims(token)["org"]

    def send(self, method: str, path: str, body: Any = None, key: str | None = None) -> Any:
        """One call; the answer's JSON. Raises: httpx.HTTPStatusError."""
        headers = {"idempotency-key": f"demonstration/{key}"} if key else {}
        answer = self._until_up(lambda: self._http.request(method, path, json=body, headers=headers))
        return answer.json() if answer.content else None

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def _until_up(self, call: Callable[[], httpx.Response]) -> httpx.Response:
        deadline = time.monotonic() + self._patience
        while True:
            try:
                answer = call()
                if answer.status_code != httpx.codes.SERVICE_UNAVAILABLE or time.monotonic() > deadline:
                    answer.raise_for_status()
                    return answer
            except httpx.TransportError:
                if time.monotonic() > deadline:
                    raise
            time.sleep(0.1)


def load_missing(base_url: str, administrator: tuple[str, str], state: Path, credentials: Path, say: Say) -> bool:
    """Load what is missing, then write the credentials file, atomically and last; whether anything was missing."""
    kept = read_json_object(state) or {}
    missing = not kept.get("loaded")
    if missing:
        say("Loading the demonstration.")
        kept = _load(base_url, administrator, kept.get("day") or datetime.now(UTC).isoformat(), state, say)
    document = {"base_url": base_url, **{name: value for name, value in kept.items() if name not in ("loaded", "day")}}
    for source in document["sources"].values():
        source["url"] = f"{base_url}/hooks/{source['id']}"
    write_private_json(credentials, document)
    return missing


def _load(base_url: str, administrator: tuple[str, str], day: str, state: Path, say: Say) -> dict[str, Any]:
    # The day is kept first: a second try must compose the same deliveries, or their keys would meet other bodies.
    write_private_json(state, {"day": day})
    now = datetime.fromisoformat(day)
    admin = Api(base_url, *administrator)
    clients: dict[str, Any] = {}
    sources: dict[str, Any] = {}
    contracts: list[str] = []
    try:
        for pair in PAIRS:
            contract_id = _set_up(admin, base_url, pair, now, clients)
            contracts.append(contract_id)
            manager = Api(base_url, *_credentials(clients[f"{pair.prefix}sous_traitant"]))
            first = 0
            for tool in pair.tools:
                sources[tool.name] = source = _connect(manager, contract_id, tool.name, tool.system, tool.label)
                count = round(pair.tickets * tool.share)
                lives = [story for story in stories(SEED + len(contracts), now, first + count) if story.number >= first]
                first += count
                deliveries = compose(tool.system, lives, source["secret"], now)
                answer = admin.send("POST", f"/api/kpi/v1/sources/{source['id']}/replays", deliveries)
                counted = ", ".join(f"{verdict} {number}" for verdict, number in answer["summary"].items())
                say(f"  {tool.label}: {len(lives)} tickets, {len(deliveries)} deliveries ({counted})")
            manager.close()
    finally:
        admin.close()
    clients["platform_admin"] = {
        "client_id": administrator[0],
        "client_secret": administrator[1],
        "organisation_id": admin.organisation_id,
    }
    kept = {
        "clients": clients,
        # People sign in from the next version on; until then there is nobody to list.
        "users": {},
        "contract_id": contracts[0],
        "other_contract_id": contracts[1],
        "sources": sources,
        "day": day,
        "loaded": True,
    }
    write_private_json(state, kept)
    return kept


def _set_up(admin: Api, base_url: str, pair: Pair, now: datetime, clients: dict[str, Any]) -> str:
    """Organisations, clients, contract, parameters and both acceptances; the contract's id."""
    organisations = {}
    for side, name in (("donneur_ordre", pair.donneur_ordre), ("sous_traitant", pair.sous_traitant)):
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
    starts = (now - timedelta(days=SPAN_DAYS + 30)).date()
    contract = admin.send(
        "POST",
        "/api/contracts/v1/contracts",
        {
            "title": pair.title,
            "donneur_ordre_id": organisations["donneur_ordre"],
            "sous_traitant_id": organisations["sous_traitant"],
            "starts_on": starts.isoformat(),
            **ADDRESS,
        },
        f"contract/{pair.prefix}",
    )
    path = f"/api/contracts/v1/contracts/{contract['id']}"
    if admin.send("GET", path)["state"] == "draft":
        managers = [Api(base_url, *_credentials(clients[f"{pair.prefix}{side}"])) for side in organisations]
        managers[0].send("PUT", f"{path}/parameters", {"valid_from": f"{starts.isoformat()}T00:00:00Z", **PARAMETERS})
        for manager in managers:
            manager.send("POST", f"{path}/acceptances", {})
            manager.close()
    return str(contract["id"])


def _connect(manager: Api, contract_id: str, name: str, system: str, label: str) -> dict[str, Any]:
    wanted = {"contract_id": contract_id, "system": system, "name": label, "bot_author_ids": [BOT_AUTHOR]}
    source = manager.send("POST", "/api/kpi/v1/sources", wanted, f"source/{name}")
    return {key: source[key] for key in ("id", "url", "secret")}


def _credentials(client: dict[str, Any]) -> tuple[str, str]:
    return client["client_id"], client["client_secret"]
