"""Mass assignment: fields that an operation does not know, at every level of its body, change nothing."""

import copy
import json
from collections.abc import Iterator
from http.cookiejar import DefaultCookiePolicy
from pathlib import Path
from random import Random
from typing import Any

import httpx
import pytest

from tests.authorisation.requests import REQUESTS
from tests.authorisation.scene import Call, Scene
from tests.support.callers import Api
from tests.support.copil import Copil
from tests.support.newcomers import CONTRACTS, KPI
from tests.support.problems import fields, problem

DOCUMENT: dict[str, Any] = json.loads((Path(__file__).parents[2] / "frontend" / "openapi.json").read_text())
SEED = 20_261_128
NAMES_TRIED = 8
VALUES: tuple[Any, ...] = (True, 7, "platform_admin", ["platform_admin"], {"id": 1}, None)
BY_PEOPLE = (
    "PATCH /api/contracts/v1/me", "PUT /auth/", "POST /auth/mail/tests", "POST /auth/second-factor",
    "POST /api/contracts/v1/notifications/", "PUT /api/contracts/v1/notifications/",
)  # fmt: skip
OF_THE_TOOL = (
    "POST /hooks/{source_id}",
    "POST /surveys/{tool_id}",
    "POST /api/kpi/v1/sources/{source_id}/replays",
    "POST /api/kpi/v1/sources/{source_id}/ticket-imports",
    "POST /api/kpi/v1/sources/{source_id}/ticket-imports/previews",
)
"""What tools send and export has fields of their own: their tests hold that those count for nothing."""


def _reached(schema: Any, seen: set[str]) -> Iterator[str]:
    """The names of all properties below a schema."""
    if isinstance(schema, list):
        for below in schema:
            yield from _reached(below, seen)
    elif isinstance(schema, dict):
        reference = schema.get("$ref")
        if reference and reference not in seen:
            seen.add(reference)
            yield from _reached(DOCUMENT["components"]["schemas"][reference.rpartition("/")[2]], seen)
        yield from schema.get("properties", {})
        for below in schema.values():
            yield from _reached(below, seen)


def _written() -> dict[str, dict[str, Any]]:
    """Every operation that takes JSON, with the schema of its body."""
    return {
        f"{method.upper()} {path}": operation["requestBody"]["content"]["application/json"]["schema"]
        for path, item in DOCUMENT["paths"].items()
        for method, operation in item.items()
        if "application/json" in operation.get("requestBody", {}).get("content", {})
    }


WRITTEN = {operation: schema for operation, schema in _written().items() if operation not in OF_THE_TOOL}
EVERY_NAME = sorted(set(_reached(list(DOCUMENT["components"]["schemas"].values()), set())))


@pytest.fixture(scope="module")
def scene(copil: Copil) -> Iterator[Scene]:
    """Everybody and everything."""
    with httpx.Client(timeout=60.0, trust_env=False) as http:
        http.cookies.jar.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        yield Scene(copil, http)


def _objects(body: Any) -> Iterator[dict[str, Any]]:
    """Every object in a body, the body included."""
    if isinstance(body, dict):
        yield body
        for below in body.values():
            yield from _objects(below)
    elif isinstance(body, list):
        for below in body:
            yield from _objects(below)


def _spoilt(body: Any, names: list[str], draw: Random) -> Iterator[tuple[Any, str]]:
    """The body again and again, each time with one more field somewhere."""
    for place, _ in enumerate(_objects(body)):
        name = draw.choice(names)
        changed = copy.deepcopy(body)
        list(_objects(changed))[place][name] = draw.choice(VALUES)
        yield changed, name


def _caller(scene: Scene, operation: str) -> Api:
    if operation.startswith(BY_PEOPLE):
        return scene.person("platform_admin")
    if "/functions/" in operation:
        return scene.client("donneur_ordre", "administrator")
    own = ("organisations", "/people", "/clients")
    return scene.apis["platform_admin" if any(part in operation for part in own) else "donneur_ordre"]


def _kept(scene: Scene) -> list[bytes]:
    """What could have changed."""
    admin = scene.apis["platform_admin"]
    paths = (
        f"{CONTRACTS}/organisations?limit=1000",
        f"{CONTRACTS}/contracts?limit=1000",
        f"{CONTRACTS}/organisations/{scene.organisation_id}/people?limit=1000",
        f"{CONTRACTS}/organisations/{scene.organisation_id}/clients?limit=1000",
        f"{CONTRACTS}/contracts/{scene.fresh_id}/commitments",
    )
    read = [admin.get(path) for path in paths]
    read.append(scene.apis["donneur_ordre"].get(f"{KPI}/sources", params={"contract_id": scene.fresh_id}))
    read.append(scene.apis["donneur_ordre"].get(f"{KPI}/contracts/{scene.fresh_id}/annotations"))
    assert all(answer.status_code == 200 for answer in read)
    return [answer.content for answer in read]


@pytest.mark.parametrize("operation", WRITTEN)
def test_a_field_too_many_is_refused_by_name(scene: Scene, operation: str) -> None:
    """given a valid body / when a name that some other body knows is added anywhere / then 422 names it, all stays."""
    draw = Random(f"{SEED}/{operation}")
    known = set(_reached(WRITTEN[operation], set()))
    call: Call = REQUESTS[operation](scene)
    caller = _caller(scene, operation)
    before = _kept(scene)
    names = [name for name in EVERY_NAME if name not in known]
    for _ in range(NAMES_TRIED):
        for body, name in _spoilt(call.options.get("json") or {}, names, draw):
            answer = caller.call(operation.split()[0], call.path, **{**call.options, "json": body})
            problem(answer, 422)
            assert [field for field in fields(answer) if name in field.split(".")], (name, body, answer.text)
    assert _kept(scene) == before


def test_every_operation_that_takes_json_is_here() -> None:
    """given the description / then nothing that writes was forgotten, and there are names to try."""
    assert len(WRITTEN) >= 20
    assert set(WRITTEN) <= set(REQUESTS)
    assert len(EVERY_NAME) > 200
