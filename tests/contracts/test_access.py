"""Who reaches which route of contracts: order of refusal 401, 404, 403."""

import re
from typing import Any

import pytest

from services.common.app import declared_right
from services.common.auth.access import Function
from tests.factories.contracts import commitment_body, contract_body, objective_body, parameters_body
from tests.support.apps import api_routes
from tests.support.contracts import ContractsHouse, Pair

MISSING = "0197f3a2-6b1c-7c55-9d0e-4a1f6b2c3d99"
F = Function

CONTRACT_ROUTES: list[tuple[str, str, Any]] = [
    ("GET", "/v1/contracts/{}", None),
    ("GET", "/v1/contracts/{}/parameters", None),
    ("PUT", "/v1/contracts/{}/parameters", parameters_body()),
    ("GET", "/v1/contracts/{}/objectives", None),
    ("POST", "/v1/contracts/{}/objectives", objective_body()),
    ("GET", f"/v1/contracts/{{}}/objectives/{MISSING}", None),
    ("GET", "/v1/contracts/{}/commitments", None),
    ("PUT", "/v1/contracts/{}/commitments", commitment_body()),
    ("GET", "/v1/contracts/{}/acceptances", None),
    ("POST", "/v1/contracts/{}/acceptances", {}),
]
ORGANISATION_ROUTES: list[tuple[str, str, Any]] = [
    ("GET", "/v1/organisations/{}", None),
    ("GET", "/v1/organisations/{}/clients", None),
    ("POST", "/v1/organisations/{}/clients", {"name": "x", "functions": ["reader"]}),
    ("DELETE", f"/v1/organisations/{{}}/clients/{MISSING}", None),
    ("GET", "/v1/organisations/{}/people", None),
    ("POST", "/v1/organisations/{}/people", {"email": "a@b.example", "name": "x", "functions": ["reader"]}),
    ("PATCH", f"/v1/organisations/{{}}/people/{MISSING}", {"name": "x"}),
    ("DELETE", f"/v1/organisations/{{}}/people/{MISSING}", None),
]


def test_every_route_declares_its_right_and_refuses_strangers(house: ContractsHouse) -> None:
    checked = 0
    for route in api_routes(house.app):
        if not route.path.startswith(("/v1/", "/internal/")) or route.path == "/internal/jwks.json":
            continue
        assert declared_right(route.dependant), route.path
        for method in route.methods or ():
            answer = house.stranger.call(method, re.sub(r"{\w+}", MISSING, route.path), json={})
            assert (answer.status_code, answer.json()["code"]) == (401, "unauthenticated"), route.path
            assert answer.headers["www-authenticate"] == "Bearer"
            checked += 1
    assert checked == 58


@pytest.mark.parametrize(("method", "path", "body"), CONTRACT_ROUTES)
def test_a_foreign_contract_is_a_missing_one(
    house: ContractsHouse, pair: Pair, method: str, path: str, body: Any
) -> None:
    outsider = house.member(house.organisation(), *(set(F) - {F.PLATFORM_ADMIN}))
    # The same path on both sides, as the body names it: only what is there differs.
    headers = {"x-forwarded-path": "/asked"}
    answers = [
        outsider.call(method, path.format(contract), json=body, headers=headers)
        for contract in (pair.contract_id, MISSING, "not-an-id", pair.contract_id.upper())
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1


@pytest.mark.parametrize(("method", "path", "body"), ORGANISATION_ROUTES)
def test_a_foreign_organisation_is_a_missing_one(
    house: ContractsHouse, pair: Pair, method: str, path: str, body: Any
) -> None:
    outsider = house.member(house.organisation(), *(set(F) - {F.PLATFORM_ADMIN}))
    headers = {"x-forwarded-path": "/asked"}
    answers = [
        outsider.call(method, path.format(organisation), json=body, headers=headers)
        for organisation in (pair.donneur_ordre_id, MISSING, "not-an-id")
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1


@pytest.mark.parametrize(
    ("method", "path", "body", "allowed"),
    [
        ("PUT", "/v1/contracts/{contract}/parameters", parameters_body(), {F.MANAGER}),
        ("POST", "/v1/contracts/{contract}/objectives", objective_body(), {F.MANAGER}),
        ("PUT", "/v1/contracts/{contract}/commitments", commitment_body(), {F.MANAGER}),
        ("POST", "/v1/contracts/{contract}/acceptances", {}, {F.MANAGER, F.SIGNATORY}),
        ("GET", "/v1/organisations/{organisation}/clients", None, {F.ADMINISTRATOR}),
        ("POST", "/v1/organisations/{organisation}/clients", {"name": "x", "functions": ["reader"]}, {F.ADMINISTRATOR}),
        ("GET", "/v1/organisations/{organisation}/people", None, {F.ADMINISTRATOR}),
        ("POST", "/v1/organisations", {"name": "x"}, set()),
        ("POST", "/v1/contracts", "contract", {F.MANAGER}),
    ],
)
def test_the_function_decides_last(
    house: ContractsHouse, pair: Pair, method: str, path: str, body: Any, allowed: set[Function]
) -> None:
    if body == "contract":
        body = contract_body(pair.donneur_ordre_id, pair.sous_traitant_id)
    path = path.format(contract=pair.contract_id, organisation=pair.donneur_ordre_id)
    passed = set()
    for function in set(F) - {F.PLATFORM_ADMIN}:
        answer = house.member(pair.donneur_ordre_id, function).call(method, path, json=body)
        assert answer.is_success or answer.status_code == 403, answer.text
        passed |= {function} if answer.is_success else set()
    assert passed == allowed


def test_the_platform_administrator_accepts_for_nobody(house: ContractsHouse, pair: Pair) -> None:
    assert house.platform.post(f"{pair.path}/acceptances", {}).status_code == 404
    assert house.platform.get(f"{pair.path}/acceptances").json() == {"items": [], "next_cursor": None}


@pytest.mark.parametrize(
    ("path", "welcome"),
    [
        ("/internal/contracts", {"kpi", "feedback"}),
        ("/internal/contracts/{}", {"kpi", "feedback"}),
        ("/internal/clients/platform-admin", {"gateway"}),
        ("/internal/organisations/{}/standing", {"gateway"}),
    ],
)
def test_internal_routes_are_for_the_services_they_name(
    house: ContractsHouse, pair: Pair, path: str, welcome: set[str]
) -> None:
    path = path.format(pair.contract_id)
    assert {name for name in ("gateway", "kpi", "feedback") if house.service(name).get(path).is_success} == welcome
    assert house.platform.get(path).status_code == 404
    assert pair.donneur_ordre.get(path).status_code == 404


def test_a_scope_hides_every_other_contract(house: ContractsHouse, pair: Pair) -> None:
    body = contract_body(pair.donneur_ordre_id, pair.sous_traitant_id)
    second = pair.donneur_ordre.post("/v1/contracts", body).json()["id"]
    for functions in ((F.BI_READER,), (F.MANAGER,), (F.PLATFORM_ADMIN,)):
        api = house.member(pair.donneur_ordre_id, *functions, contracts=[pair.contract_id])
        assert api.get(f"/v1/contracts/{pair.contract_id}").status_code == 200
        hidden, missing = api.get(f"/v1/contracts/{second}"), api.get(f"/v1/contracts/{MISSING}")
        assert hidden.status_code == missing.status_code == 404
        assert hidden.content.replace(second.encode(), MISSING.encode()) == missing.content
        assert [item["id"] for item in api.get("/v1/contracts").json()["items"]] == [pair.contract_id]
    assert house.member(pair.donneur_ordre_id, F.BI_READER, contracts=[]).get("/v1/contracts").json()["items"] == []


def test_a_token_for_another_service_is_none(house: ContractsHouse) -> None:
    token = house.desk.for_member("kpi", str(house.operator.organisation_id), Function.PLATFORM_ADMIN)
    answer = house.stranger.get("/v1/organisations", headers={"authorization": f"Bearer {token}"})
    assert answer.status_code == 401
