"""IDOR: ids that one pair can read, tried by another pair at every door, in paths, queries and bodies."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.cookiejar import DefaultCookiePolicy
from random import Random
from typing import Any

import httpx
import pytest

from tests.authorisation.harvest import Harvest, gathered, values_of
from tests.authorisation.requests import REQUESTS
from tests.authorisation.scene import NOTE, Call, Scene
from tests.factories.contracts import objective_body
from tests.support.callers import Api
from tests.support.copil import Copil
from tests.support.newcomers import CONTRACTS, KPI

SEED = 20_261_128
TRIES = 5_000
CANARY = "canari-7f3a91"
"""Planted in what the first pair writes; no other company ever sees these bytes."""
APART = ("POST /hooks", "POST /surveys", "POST /auth/", "DELETE /auth/session", "POST /api/contracts/v1/platform")
"""Doors without an id of a company in them, or that end sessions, or that know who asks by a secret of their own."""
OPERATIONS = [operation for operation in REQUESTS if not operation.startswith(APART)]
_IDENTIFIER = re.compile(r"(?<=/)[A-Za-z0-9_-]{20,}(?=/|$)", re.ASCII)
_QUERY_NAMES = ("contract_id", "source", "source_id", "cursor", "figure_id", "organisation_id", "ticket_id", "version")


class _Planted(Scene):
    """A scene whose every free text of the first pair holds the canary."""

    def __init__(self, copil: Copil, http: httpx.Client) -> None:
        super().__init__(copil, http)
        party = self.apis["donneur_ordre"]
        self.planted = (
            (f"{KPI}/contracts/{self.fresh_id}/annotations", {**NOTE, "text": f"Incident {CANARY}"}),
            (f"{KPI}/sources", {"contract_id": self.fresh_id, "system": "generic", "name": f"Outil {CANARY}"}),
            (
                f"{CONTRACTS}/contracts/{self.draft()}/objectives",
                objective_body(strategic_priority=f"Fidéliser {CANARY}"),
            ),
        )
        for path, body in self.planted:
            self._made(party.post(path, body))


@pytest.fixture(scope="module")
def scene(copil: Copil) -> Iterator[_Planted]:
    """Everybody, and things of the first pair that carry the canary."""
    with httpx.Client(timeout=60.0, trust_env=False) as http:
        http.cookies.jar.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        yield _Planted(copil, http)


@pytest.fixture(scope="module")
def private(scene: _Planted) -> Harvest:
    """What the first pair reads and the second pair does not read at its own addresses."""
    own = gathered(scene, *(scene.apis[name] for name in ("donneur_ordre", "sous_traitant", "platform_admin")))
    for path, body in scene.planted:
        own.take(scene.apis["donneur_ordre"].get(path, params={"contract_id": body.get("contract_id", "")}))
    others = gathered(scene, *(scene.apis[name] for name in ("autre_donneur_ordre", "autre_sous_traitant")))
    listed = [api.get(f"{CONTRACTS}/{path}") for api in _attackers(scene) for path in ("contracts", "organisations")]
    for answer in listed:
        others.take(answer)
    foreign = {value for credentials in _credentials_of_attackers(scene) for value in credentials.values()}
    # Words that the description of the API tells everybody are nobody's.
    foreign |= set(values_of(scene.apis["anonymous"].get("/openapi.json")))
    return Harvest(own.ids - others.ids - foreign, own.values - others.values - foreign)


def _attackers(scene: Scene) -> list[Api]:
    return [scene.apis["autre_donneur_ordre"], scene.apis["autre_sous_traitant"], scene.person("autre_donneur_ordre")]


def _credentials_of_attackers(scene: Scene) -> list[Mapping[str, str]]:
    return [scene.clients[name] for name in ("autre_donneur_ordre", "autre_sous_traitant")]


@dataclass(frozen=True)
class _Try:
    """One request of the second pair."""

    operation: str
    call: Call
    attacker: Api

    def sent(self) -> set[str]:
        """The values that the request itself holds: an answer may say them back."""
        told = set(self.call.path.split("/")) | {self.call.path}
        for part in ("params", "json"):
            told |= set(_texts(self.call.options.get(part)))
        return told


def _tries(scene: _Planted, private: Harvest) -> Iterator[_Try]:
    """Every operation in turn, its ids in path, query and body exchanged for harvested ones, by the seed."""
    draw = Random(SEED)
    ids = sorted(private.ids)
    calls = {operation: REQUESTS[operation](scene) for operation in OPERATIONS}
    attackers = _attackers(scene)

    def other(known: str) -> str:
        """Half the time the id of the right kind, else any."""
        return known if draw.random() < 0.5 else draw.choice(ids)

    for number in range(TRIES):
        operation = OPERATIONS[number % len(OPERATIONS)]
        call = calls[operation]
        options = dict(call.options)
        path = _IDENTIFIER.sub(lambda found: other(found.group()), call.path)
        if draw.random() < 0.5 or "params" in options:
            options["params"] = {**options.get("params", {}), draw.choice(_QUERY_NAMES): draw.choice(ids)}
        if isinstance(options.get("json"), dict):
            options["json"] = _exchanged(options["json"], other)
        yield _Try(operation, Call(path, options), draw.choice(attackers))


def _exchanged(body: Any, other: Callable[[str], str]) -> Any:
    """A body whose ids are others."""
    if isinstance(body, dict):
        return {name: _exchanged(value, other) for name, value in body.items()}
    if isinstance(body, list):
        return [_exchanged(value, other) for value in body]
    return other(body) if isinstance(body, str) and _IDENTIFIER.search(f"/{body}") else body


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for below in value:
            yield from _texts(below)
    elif isinstance(value, str):
        yield value


def test_there_is_something_to_steal(scene: _Planted, private: Harvest) -> None:
    """given the harvest / then it holds hundreds of ids and the planted words, and the check would see them."""
    assert len(private.ids) >= 300
    assert any(CANARY in value for value in private.values)
    seen = scene.apis["donneur_ordre"].get(f"{KPI}/contracts/{scene.fresh_id}/annotations")
    assert CANARY.encode() in seen.content
    assert set(values_of(seen)) & private.values


def test_harvested_ids_open_no_door(scene: _Planted, private: Harvest) -> None:
    """given 5,000 requests of the second pair with ids of the first / then no byte of the first comes back."""
    statuses: Counter[int] = Counter()
    leaks = []

    def send(one: _Try) -> tuple[_Try, httpx.Response]:
        return one, one.attacker.call(one.operation.split()[0], one.call.path, **one.call.options)

    with ThreadPoolExecutor(4) as threads:
        for one, answer in threads.map(send, _tries(scene, private)):
            # Doors of the gateway open to people alone, and count tries: 401 and 429 are told there for other reasons.
            statuses[0 if " /auth/" in one.operation else answer.status_code] += 1
            foreign = set(values_of(answer)) & private.values - one.sent()
            if foreign or CANARY.encode() in answer.content or answer.status_code >= 500:
                leaks.append((one.operation, one.call, answer.status_code, sorted(foreign)[:3]))
    assert leaks == []
    assert sum(statuses.values()) == TRIES
    # Not all tries end at the first wall: each of these would be gone if the requests were refused for another reason.
    assert statuses[404] > TRIES / 2
    assert statuses[401] == statuses[429] == 0
