"""Requests that another site makes a browser send with a session: none changes anything."""

import httpx
import pytest

from gateway.sessions.rules import comes_from_us, origin_of
from tests.gateway.running import Browser, Running, new_person, signed_in
from tests.support.problems import problem

UNSAFE = ("POST", "PUT", "PATCH", "DELETE", "PROPFIND")
THING = "/api/kpi/v1/things/1"
CHANGES = [
    *((method, path) for method in UNSAFE for path in (THING, "/api/contracts/v1/things/1", "/bi/v1/things")),
    ("POST", "/auth/session"),
    ("DELETE", "/auth/session"),
    ("DELETE", "/auth/sessions"),
    ("POST", "/auth/keys"),
    ("DELETE", "/auth/keys/0199c3a0-7d2e-7c11-9a8b-5b1f0d3c2e4a"),
]
FOREIGN: dict[str, dict[str, str | None]] = {
    "no field": {"x-copil-csrf": None},
    "another field": {"x-copil-csrf": "0"},
    "an empty field": {"x-copil-csrf": ""},
    "foreign origin": {"origin": "https://evil.example"},
    "foreign origin alone": {"origin": "https://evil.example", "sec-fetch-site": None},
    "null origin": {"origin": "null"},
    "null origin alone": {"origin": "null", "sec-fetch-site": None},
    "cross site": {"origin": None, "sec-fetch-site": "cross-site"},
    "same site, another origin": {"origin": None, "sec-fetch-site": "same-site"},
    "typed by the user": {"origin": None, "sec-fetch-site": "none"},
    "nothing said": {"origin": None, "sec-fetch-site": None},
    "origin that begins like ours": {"origin": "{own}.evil.example"},
    "another scheme": {"origin": "https://{host}"},
}
OWN: dict[str, dict[str, str | None]] = {
    "both": {},
    "origin alone": {"sec-fetch-site": None},
    "fetch metadata alone": {"origin": None},
}


def changed(browser: Browser, change: dict[str, str | None]) -> dict[str, str]:
    """Fields of our own page with changes; None takes one away."""
    own, host = browser.gateway.url, browser.gateway.url.partition("://")[2]
    fields = browser.own | {
        name: value if value is None else value.format(own=own, host=host) for name, value in change.items()
    }
    return {name: value for name, value in fields.items() if value is not None}


@pytest.fixture(scope="module")
def browser(gateway: Running) -> Browser:
    """Somebody signed in."""
    return signed_in(gateway)[0]


@pytest.mark.parametrize(("method", "path"), CHANGES)
def test_nothing_foreign_changes_anything(browser: Browser, method: str, path: str) -> None:
    gateway = browser.gateway
    before = {name: len(service.seen) for name, service in gateway.services.items()}
    for name, change in FOREIGN.items():
        answer = browser.http.request(method, path, headers=changed(browser, change), json={})
        assert problem(answer, 403)["code"] == "csrf", name
    assert {name: len(service.seen) for name, service in gateway.services.items()} == before
    assert browser.get("/auth/session").status_code == 200


@pytest.mark.parametrize("name", OWN)
def test_our_own_pages_may(browser: Browser, name: str) -> None:
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        answer = browser.http.request(method, THING, headers=changed(browser, OWN[name]), json={})
        assert answer.status_code == 200, answer.text
    seen = browser.gateway.services["kpi"].seen[-1]
    assert seen.header("x-copil-csrf") is None
    assert seen.header("cookie") is None


def test_reading_needs_no_field(browser: Browser) -> None:
    for headers in ({}, {"origin": "https://evil.example", "sec-fetch-site": "cross-site"}):
        for method in ("GET", "HEAD"):
            assert browser.http.request(method, THING, headers=headers).status_code == 200
    answer = browser.http.get(THING, headers={"origin": "https://evil.example"})
    assert "access-control-allow-origin" not in answer.headers


def test_two_proofs_are_none(browser: Browser) -> None:
    gateway = browser.gateway
    proofs = (gateway.bearer()["authorization"], "Bearer x", "Basic eDp5", "")
    for path in ("/api/kpi/v1/things/1", "/bi/v1/things", "/auth/session", "/auth/keys"):
        for proof in proofs:
            answer = browser.get(path, headers={"authorization": proof})
            assert problem(answer, 400)["code"] == "two_proofs"
    # Where machines get their tokens, and for webhooks, a cookie means nothing.
    client_id, secret = gateway.new_client()
    form = {"grant_type": "client_credentials"}
    assert browser.http.post("/auth/token", data=form, auth=(client_id, secret)).status_code == 200
    assert browser.http.post("/hooks/x", headers={"authorization": "Basic eDp5"}).status_code == 200


def test_a_machine_needs_no_field(gateway: Running) -> None:
    headers = {**gateway.bearer(), "origin": "https://evil.example", "sec-fetch-site": "cross-site"}
    assert gateway.http.post(THING, headers=headers).status_code == 200


def test_foreign_pages_sign_nobody_in(gateway: Running) -> None:
    somebody = new_person(gateway)
    body = {"email": somebody.email, "password": somebody.password}
    foreign = ({"origin": "https://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"})
    for headers in foreign:
        answer = gateway.http.post("/auth/session", json=body, headers=headers)
        assert problem(answer, 403)["code"] == "csrf"
        assert "set-cookie" not in answer.headers
    # A program without a browser says nothing of the kind.
    assert httpx.post(f"{gateway.url}/auth/session", json=body).status_code == 200


def test_with_a_cookie_signing_in_is_like_any_other_change(gateway: Running) -> None:
    browser, somebody = signed_in(gateway)
    body = {"email": somebody.email, "password": somebody.password}
    assert problem(browser.http.post("/auth/session", json=body), 403)["code"] == "csrf"
    stale = httpx.post(
        f"{gateway.url}/auth/session",
        json=body,
        headers={"cookie": f"{browser.cookie_name}=stale", "x-copil-csrf": "1", "origin": gateway.url},
    )
    assert stale.status_code == 200


def test_the_own_origin_is_written_as_browsers_do() -> None:
    assert origin_of("https://Copil.Example:443/") == b"https://copil.example"
    assert origin_of("http://127.0.0.1:8000") == b"http://127.0.0.1:8000"
    assert origin_of("http://[::1]:8000") == b"http://[::1]:8000"
    asked = [(b"host", b"localhost:8000"), (b"origin", b"http://localhost:8000"), (b"sec-fetch-site", b"same-origin")]
    assert comes_from_us(asked, b"http://127.0.0.1:8000") is True
    assert comes_from_us([(b"origin", b"http://localhost:8000")], b"http://127.0.0.1:8000") is False
    twice = [(b"origin", b"http://127.0.0.1:8000"), (b"origin", b"https://evil.example")]
    assert comes_from_us(twice, b"http://127.0.0.1:8000") is False
