"""POST /auth/token, the published keys, and the calls by which contracts orders secrets."""

import time
from typing import Any

import httpx
import pytest
from sqlalchemy import text

from services.common.auth.keys import RemoteKeySet
from services.common.auth.tokens import TokenVerifier
from services.common.http import new_http_client
from tests.gateway.running import Running, Start, basic

GRANT = {"grant_type": "client_credentials"}


def assert_problem(answer: httpx.Response, status: int, code: str) -> dict[str, Any]:
    """The answer is that problem, and nobody may keep it."""
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["cache-control"] == "no-store"
    problem: dict[str, Any] = answer.json()
    assert problem["code"] == code
    assert problem["instance"] == answer.request.url.path
    return problem


async def test_basic_and_form_are_exchanged_for_a_token_of_ten_minutes(gateway: Running) -> None:
    client_id, secret = gateway.new_client("manager", "reader")
    by_basic = gateway.ask_token(client_id, secret)
    by_form = gateway.http.post("/auth/token", data=GRANT | {"client_id": client_id, "client_secret": secret})
    client = gateway.services["contracts"].clients[client_id]
    async with new_http_client() as http:
        verifier = TokenVerifier("copil", {"copil": RemoteKeySet(f"{gateway.url}/auth/jwks.json", http)})
        for answer in (by_basic, by_form):
            assert answer.status_code == 200
            assert answer.headers["cache-control"] == "no-store"
            told = answer.json()
            assert set(told) == {"access_token", "token_type", "expires_in"}
            assert (told["token_type"], told["expires_in"]) == ("Bearer", 600)
            claims = await verifier.verify(told["access_token"])
            assert claims["exp"] - claims["iat"] == 600
            assert (claims["sub"], claims["org"]) == (client_id, client["organisation_id"])
            assert (claims["functions"], claims["roles"]) == (["manager", "reader"], ["donneur_ordre"])
            assert (claims["scope"], claims["name"]) == ("api", client["name"])


async def test_contracts_is_asked_with_our_own_signature(gateway: Running) -> None:
    gateway.token()
    asked = gateway.services["contracts"].seen[-1]
    assert asked.path.startswith("/internal/clients/")
    async with new_http_client() as http:
        verifier = TokenVerifier("contracts", {"gateway": RemoteKeySet(f"{gateway.url}/auth/jwks.json", http)})
        claims = await verifier.verify((asked.header("authorization") or "").removeprefix("Bearer "))
    assert (claims["sub"], claims["functions"]) == ("service:gateway", [])


@pytest.mark.parametrize("given", ["wrong secret", "unknown client", "no secret", "revoked in contracts", "gone"])
def test_a_client_that_is_not_recognised_is_not_told_why(gateway: Running, given: str) -> None:
    client_id, secret = gateway.new_client()
    clients = gateway.services["contracts"].clients
    match given:
        case "wrong secret":
            secret = secret[:-1] + ("a" if secret[-1] != "a" else "b")
        case "unknown client":
            client_id = "unknown"
        case "no secret":
            secret = ""
        case "revoked in contracts":
            clients[client_id]["revoked"] = True
        case _:
            del clients[client_id]
    answer = gateway.ask_token(client_id, secret)
    problem = assert_problem(answer, 401, "invalid_client")
    assert problem["error"] == "invalid_client"
    assert answer.headers["www-authenticate"].startswith("Basic ")
    assert "detail" not in problem


@pytest.mark.parametrize(
    ("form", "authorization", "status", "error"),
    [
        ({}, "basic", 400, "invalid_request"),
        ({"grant_type": "password"}, "basic", 400, "unsupported_grant_type"),
        (GRANT | {"client_id": "me", "client_secret": "s"}, "basic", 400, "invalid_request"),
        (GRANT | {"client_id": "other"}, "basic", 400, "invalid_request"),
        (GRANT, None, 401, "invalid_client"),
        (GRANT | {"client_id": "me"}, None, 401, "invalid_client"),
        (GRANT, "Basic !!!", 401, "invalid_client"),
        (GRANT, "Basic bm9jb2xvbg==", 401, "invalid_client"),
        (GRANT, "Bearer abc", 401, "invalid_client"),
        (GRANT | {"client_id": "m\0e", "client_secret": "s"}, None, 401, "invalid_client"),
    ],
)
def test_requests_that_are_no_token_requests(
    gateway: Running, form: dict[str, str], authorization: str | None, status: int, error: str
) -> None:
    headers = {"content-type": "application/x-www-form-urlencoded"}
    if authorization:
        headers["authorization"] = basic("me", "s") if authorization == "basic" else authorization
    answer = gateway.http.post("/auth/token", data=form, headers=headers)
    assert assert_problem(answer, status, error)["error"] == error


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("application/json", b'{"grant_type":"client_credentials"}'),
        ("application/x-www-form-urlencoded", b"grant_type=client_credentials&grant_type=password"),
        ("application/x-www-form-urlencoded", b"\xff\xfe"),
        ("application/x-www-form-urlencoded", b"a=%ff"),
        ("application/x-www-form-urlencoded", b"&".join(b"a%d=1" % n for n in range(50))),
    ],
)
def test_bodies_that_cannot_be_read(gateway: Running, content_type: str, body: bytes) -> None:
    headers = {"content-type": content_type, "authorization": basic("a", "b")}
    assert_problem(gateway.http.post("/auth/token", content=body, headers=headers), 400, "invalid_request")


def test_a_large_body_is_refused_before_it_is_read(gateway: Running) -> None:
    answer = gateway.http.post("/auth/token", content=b"a" * 70_000)
    assert (answer.status_code, answer.json()["code"]) == (413, "payload_too_large")


def test_without_contracts_no_token_and_with_it_again(gateway: Running) -> None:
    client_id, secret = gateway.new_client()
    gateway.services["contracts"].failing = True
    answer = gateway.ask_token(client_id, secret)
    gateway.services["contracts"].failing = False
    assert_problem(answer, 503, "unavailable")
    assert int(answer.headers["retry-after"]) >= 1
    assert gateway.ask_token(client_id, secret).status_code == 200


def test_tries_are_limited_by_client_and_announced(start: Start) -> None:
    gateway = start(token_rate="5/minute")
    answers = [gateway.ask_token("somebody", "wrong") for _ in range(6)]
    assert [answer.status_code for answer in answers] == [401] * 5 + [429]
    assert answers[0].headers["ratelimit-policy"] == '"token";q=5;w=60'
    assert answers[0].headers["ratelimit"].startswith('"token";r=4;t=')
    assert 1 <= int(answers[5].headers["retry-after"]) <= 60
    assert gateway.ask_token("somebody-else", "wrong").status_code == 401


async def test_only_digests_are_kept(gateway: Running) -> None:
    client_id, secret = gateway.new_client()
    async with gateway.engine.connect() as connection:
        rows = (
            await connection.execute(text("SELECT * FROM credential WHERE client_id = :id"), {"id": client_id})
        ).all()
        keys = (await connection.execute(text("SELECT sealed_pem FROM signing_key"))).scalars().all()
    assert len(rows) == 1
    assert secret not in repr(rows)
    assert len(rows[0].secret_sha256) == 32
    assert len(keys) >= 2
    assert not any(b"PRIVATE" in key for key in keys)


def test_a_second_secret_takes_the_place_of_the_first(gateway: Running) -> None:
    client_id, first = gateway.new_client()
    order = {"organisation_id": gateway.services["contracts"].clients[client_id]["organisation_id"]}
    answer = gateway.http.put(f"/internal/credentials/{client_id}", json=order, headers=gateway.internal())
    assert answer.headers["cache-control"] == "no-store"
    second = answer.json()["client_secret"]
    assert len(second) >= 43
    assert second != first
    assert gateway.ask_token(client_id, first).status_code == 401
    assert gateway.ask_token(client_id, second).status_code == 200


def test_revocation_ends_issued_tokens_within_seconds(gateway: Running) -> None:
    client_id, secret = gateway.new_client()
    bearer = {"authorization": f"Bearer {gateway.ask_token(client_id, secret).json()['access_token']}"}
    assert gateway.http.get("/api/kpi/v1/echo", headers=bearer).status_code == 200
    revoked = gateway.http.delete(f"/internal/credentials/{client_id}", headers=gateway.internal())
    assert revoked.status_code == 204
    assert gateway.ask_token(client_id, secret).status_code == 401
    deadline = time.monotonic() + 5
    while gateway.http.get("/api/kpi/v1/echo", headers=bearer).status_code == 200:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    assert gateway.http.get("/api/kpi/v1/echo", headers=bearer).status_code == 401
    again = gateway.http.delete(f"/internal/credentials/{client_id}", headers=gateway.internal())
    assert again.status_code == 204


def test_internal_calls_are_not_there_for_anybody_else(gateway: Running) -> None:
    missing = gateway.http.get("/nothing/here")
    strangers = {
        "nobody": {},
        "a client": gateway.bearer(),
        "kpi": {"authorization": f"Bearer {gateway.desk.for_service('kpi', 'gateway')}"},
        "contracts for another": {"authorization": f"Bearer {gateway.desk.for_service('contracts', 'kpi')}"},
    }
    for headers in strangers.values():
        for method in ("GET", "PUT", "POST", "DELETE"):
            for path in ("/internal/credentials/abc", "/internal/credentials", "/internal/jwks.json", "/internal/x"):
                answer = gateway.http.request(method, path, headers=headers, json={"organisation_id": "x"})
                assert answer.status_code == 404
                assert answer.json() == missing.json() | {"instance": path}


def test_an_order_without_an_organisation_names_the_field(gateway: Running) -> None:
    answer = gateway.http.put("/internal/credentials/abc", json={"organisation": 1}, headers=gateway.internal())
    assert answer.status_code == 422
    assert {fault["field"] for fault in answer.json()["errors"]} == {"organisation_id", "organisation"}
