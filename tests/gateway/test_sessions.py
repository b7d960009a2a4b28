"""Signing in and out, and what a session opens."""

import re
import time
from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest
from jose import jwt

from gateway.sessions.rules import cookie_name, digest
from tests.gateway.running import Browser, Running, Start, execute, new_person, signed_in
from tests.support.problems import problem
from tests.support.processes import eventually

MINE = "/api/kpi/v1/things/1"


@pytest.fixture(scope="module")
def another(start: Start, gateway: Running) -> Running:
    """Another process of the same gateway, that knows what the database knows."""
    other = start(public_url=gateway.url)
    other.services["contracts"].people = gateway.services["contracts"].people
    return other


def shown(name: str, value: str) -> dict[str, str]:
    """The header field that shows a cookie."""
    return {"cookie": f"{name}={value}"}


def claims_seen(gateway: Running, service: str = "kpi") -> dict[str, Any]:
    """What a service was last told of its caller."""
    token = (gateway.services[service].seen[-1].header("authorization") or "").removeprefix("Bearer ")
    return dict(jwt.get_unverified_claims(token))


def test_a_person_signs_in_and_is_passed_on(gateway: Running) -> None:
    somebody, browser = new_person(gateway, "manager", "signatory"), Browser(gateway)
    problem(browser.get("/auth/session"), 401)
    answer = browser.sign_in(somebody)
    assert answer.status_code == 200
    told = answer.json()
    expires = told.pop("expires_at")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", expires)
    assert told == {
        "person": {
            "id": somebody.id, "name": "Claire Morel", "email": somebody.email,
            "language": None, "zone": None, "theme": None,
        },
        "organisation": {"id": somebody.organisation_id, "name": "Maison Verlaine"},
        "functions": ["manager", "signatory"],
        "roles": ["donneur_ordre"], "second_factor": False,
    }  # fmt: skip
    again = browser.get("/auth/session")
    assert again.json() | {"expires_at": expires} == answer.json()
    assert answer.headers["cache-control"] == again.headers["cache-control"] == "no-store"

    assert browser.get(MINE).status_code == 200
    claims = claims_seen(gateway)
    assert claims["exp"] - claims["iat"] == 60
    passed = {name: claims[name] for name in ("sub", "name", "org", "functions", "roles", "scope", "aud")}
    assert passed == {
        "sub": somebody.id, "name": "Claire Morel", "org": somebody.organisation_id,
        "functions": ["manager", "signatory"], "roles": ["donneur_ordre"], "scope": "api", "aud": "kpi",
    }  # fmt: skip
    assert gateway.services["kpi"].seen[-1].header("cookie") is None


def test_the_cookie_is_out_of_reach_of_scripts_and_of_the_database(gateway: Running) -> None:
    browser, somebody = signed_in(gateway)
    again = browser.sign_in(somebody)
    assert re.fullmatch(
        rf"copil-{gateway.port}=[A-Za-z0-9_-]{{43}}; Max-Age=604800; Path=/; HttpOnly; SameSite=Lax",
        again.headers["set-cookie"],
    )
    rows = execute(gateway, "SELECT digest FROM session WHERE person_id = $1", somebody.id)
    assert digest(browser.cookie) in {row["digest"] for row in rows}
    (account,) = execute(gateway, "SELECT * FROM account WHERE person_id = $1", somebody.id)
    assert account["password_hash"].startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert somebody.password not in str(account)


def test_behind_https_the_cookie_is_bound_to_the_host() -> None:
    assert cookie_name("https://copil.example") == cookie_name("https://copil.example:8443") == "__Host-copil"
    assert cookie_name("http://127.0.0.1:8123") == "copil-8123"
    assert cookie_name("http://copil.example") == "copil-80"


def test_an_address_has_no_capitals(gateway: Running) -> None:
    somebody = new_person(gateway)
    somebody.email = f" {somebody.email.upper()} "
    assert Browser(gateway).sign_in(somebody).status_code == 200


@pytest.mark.parametrize(
    "body",
    [{}, {"email": "a@b.example"}, {"email": "a@b.example", "password": ""}, {"email": "", "password": "x"},
     {"email": "a@b.example", "password": "x" * 257}, {"email": "a@b.example", "password": "x", "more": 1},
     {"email": ["a@b.example"], "password": "x"}, {"email": "a\0@b.example", "password": "x"}],
)  # fmt: skip
def test_what_is_no_sign_in_is_refused_without_an_echo(gateway: Running, body: dict[str, Any]) -> None:
    answer = Browser(gateway).call("POST", "/auth/session", json=body)
    problem(answer, 422)
    assert "b.example" not in answer.text


def test_a_text_that_is_no_json_signs_nobody_in(gateway: Running) -> None:
    somebody = new_person(gateway)
    body = f'{{"email":"{somebody.email}","password":"{somebody.password}"}}'
    for media_type in ("text/plain", "application/x-www-form-urlencoded"):
        answer = httpx.post(f"{gateway.url}/auth/session", content=body, headers={"content-type": media_type})
        assert answer.status_code in (415, 422)
        assert "set-cookie" not in answer.headers


def test_signing_in_again_ends_the_session_before(gateway: Running) -> None:
    browser, somebody = signed_in(gateway)
    before = browser.cookie
    assert browser.sign_in(somebody).status_code == 200
    assert browser.cookie != before
    assert browser.get(MINE).status_code == 200
    problem(httpx.get(gateway.url + MINE, headers=shown(browser.cookie_name, before)), 401)


def test_signing_out_ends_this_session_alone(gateway: Running) -> None:
    browser, somebody = signed_in(gateway)
    other = Browser(gateway)
    other.sign_in(somebody)
    stolen = browser.cookie
    answer = browser.call("DELETE", "/auth/session")
    assert (answer.status_code, answer.content) == (204, b"")
    assert "Max-Age=0" in answer.headers["set-cookie"]
    assert browser.cookie_name not in browser.http.cookies
    for path in (MINE, "/auth/session"):
        problem(httpx.get(gateway.url + path, headers=shown(browser.cookie_name, stolen)), 401)
    assert other.get(MINE).status_code == 200
    problem(browser.call("DELETE", "/auth/session"), 401)


def test_signing_out_everywhere_ends_them_all_in_every_process(gateway: Running, another: Running) -> None:
    browser, _ = signed_in(gateway)
    third, _ = signed_in(gateway)
    cookies = shown(browser.cookie_name, browser.cookie)
    assert another.http.get(MINE, headers=cookies).status_code == 200
    assert browser.call("DELETE", "/auth/sessions").status_code == 204
    problem(httpx.get(gateway.url + MINE, headers=cookies), 401)
    began = time.monotonic()
    eventually(lambda: another.http.get(MINE, headers=cookies).status_code == 401, "the other process knows")
    assert time.monotonic() - began < 5
    assert third.get(MINE).status_code == 200


def test_deactivation_ends_sessions_and_the_password(gateway: Running) -> None:
    browser, somebody = signed_in(gateway)
    gateway.services["contracts"].people[somebody.id]["active"] = False
    answer = gateway.http.delete(f"/internal/people/{somebody.id}", headers=gateway.internal())
    assert answer.status_code == 204
    problem(browser.get(MINE), 401)
    assert Browser(gateway).sign_in(somebody).json()["code"] == "sign_in_failed"
    again = gateway.http.delete(f"/internal/people/{somebody.id}", headers=gateway.internal())
    assert again.status_code == 204
    (row,) = execute(gateway, "SELECT * FROM account WHERE person_id = $1", somebody.id)
    assert (row["email"], row["password_hash"]) == (None, None)


def test_somebody_whom_contracts_does_not_know_is_nobody(gateway: Running) -> None:
    somebody = new_person(gateway)
    del gateway.services["contracts"].people[somebody.id]
    assert Browser(gateway).sign_in(somebody).json()["code"] == "sign_in_failed"


def test_a_new_password_ends_the_old_one_and_its_sessions(gateway: Running) -> None:
    browser, somebody = signed_in(gateway)
    answer = gateway.http.put(
        f"/internal/people/{somebody.id}",
        json={"organisation_id": somebody.organisation_id, "email": somebody.email},
        headers=gateway.internal(),
    )
    problem(browser.get(MINE), 401)
    problem(Browser(gateway).sign_in(somebody), 401)
    somebody.password = answer.json()["password"]
    assert Browser(gateway).sign_in(somebody).status_code == 200


def test_functions_taken_away_are_gone_soon(start: Start) -> None:
    gateway = start(person_seconds=0.3)
    browser, somebody = signed_in(gateway, "manager", "reader")
    browser.get(MINE)
    assert claims_seen(gateway)["functions"] == ["manager", "reader"]
    gateway.services["contracts"].people[somebody.id]["functions"] = ["reader"]
    time.sleep(0.35)
    browser.get(MINE)
    assert claims_seen(gateway)["functions"] == ["reader"]


def test_while_contracts_is_away_people_go_on_and_nobody_signs_in(start: Start) -> None:
    gateway = start(person_seconds=0.1)
    browser, somebody = signed_in(gateway)
    gateway.services["contracts"].failing = True
    time.sleep(0.15)
    assert browser.get(MINE).status_code == 200
    assert "retry-after" in Browser(gateway).sign_in(somebody).headers
    gateway.services["contracts"].failing = False
    # What could not be judged was no try.
    for _ in range(6):
        assert Browser(gateway).sign_in(somebody).status_code == 200


@pytest.mark.parametrize(
    ("column", "ago"), [("expires_at", timedelta(seconds=1)), ("seen_at", timedelta(hours=12, seconds=1))]
)
def test_a_session_ends_by_age_and_by_idleness(gateway: Running, another: Running, column: str, ago: timedelta) -> None:
    browser, _ = signed_in(gateway)
    cookies = shown(browser.cookie_name, browser.cookie)
    execute(
        gateway, f"UPDATE session SET {column} = now() - $1::interval WHERE digest = $2", ago, digest(browser.cookie)
    )
    problem(another.http.get(MINE, headers=cookies), 401)


def test_a_session_that_is_used_stays(start: Start) -> None:
    gateway = start(session_idle_seconds=1)
    browser, _ = signed_in(gateway)
    for _ in range(4):
        time.sleep(0.5)
        assert browser.get("/auth/session").status_code == 200
    time.sleep(1.1)
    problem(browser.get("/auth/session"), 401)


def test_a_session_is_over_when_its_life_is(start: Start) -> None:
    gateway = start(session_seconds=1)
    somebody = new_person(gateway)
    given = Browser(gateway).sign_in(somebody).headers["set-cookie"].partition(";")[0]
    assert gateway.http.get(MINE, headers={"cookie": given}).status_code == 200
    time.sleep(1.1)
    problem(gateway.http.get(MINE, headers={"cookie": given}), 401)


@pytest.mark.parametrize(
    "cookie", ["", "x", "A" * 43, "A" * 44, "é" * 43, "A" * 5000, "../../etc/passwd", "' OR 1=1 --", '"A"']
)
def test_garbage_in_the_cookie_opens_nothing(gateway: Running, cookie: str) -> None:
    headers = {b"cookie": f"copil-{gateway.port}={cookie}".encode()}
    for path in (MINE, "/auth/session", "/auth/keys"):
        problem(gateway.http.get(path, headers=headers), 401)


def test_a_cookie_that_comes_twice_opens_nothing(gateway: Running) -> None:
    browser, _ = signed_in(gateway)
    pair = f"{browser.cookie_name}={browser.cookie}"
    for value in (f"{pair}; {browser.cookie_name}={'A' * 43}", f"{pair}; {pair}"):
        problem(gateway.http.get(MINE, headers={"cookie": value}), 401)
    assert gateway.http.get(MINE, headers={"cookie": f"a=b; {pair}; c=d"}).status_code == 200


def test_a_cookie_of_another_name_is_none(gateway: Running) -> None:
    browser, _ = signed_in(gateway)
    for name in ("copil", "__Host-copil", f"copil-{gateway.port + 1}", f"x{browser.cookie_name}"):
        problem(gateway.http.get(MINE, headers=shown(name, browser.cookie)), 401)
    # Beside a token it is nobody's business either.
    answer = gateway.http.get(MINE, headers={**gateway.bearer(), "cookie": f"copil={browser.cookie}"})
    assert answer.status_code == 200


def test_use_is_written_at_most_once_a_minute(gateway: Running, another: Running) -> None:
    browser, _ = signed_in(gateway)

    def seen_at() -> datetime:
        ((instant,),) = execute(gateway, "SELECT seen_at FROM session WHERE digest = $1", digest(browser.cookie))
        assert isinstance(instant, datetime)
        return instant

    first = seen_at()
    for _ in range(5):
        assert browser.get(MINE).status_code == 200
    assert seen_at() == first
