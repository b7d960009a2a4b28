"""Alive, ready, counted, logged."""

import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.gateway.running import Running, Start


def until(condition: Callable[[], object], patience: float = 5.0) -> None:
    """Wait until it holds."""
    deadline = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_alive_is_not_ready(gateway: Running) -> None:
    def readiness() -> int:
        return gateway.http.get("/readyz").status_code

    until(lambda: readiness() == 200)
    gateway.services["feedback"].ready = False
    until(lambda: readiness() == 503)
    answer = gateway.http.get("/readyz")
    assert answer.headers["retry-after"] == "1"
    assert "feedback" in answer.json()["detail"]
    assert gateway.http.get("/healthz").json() == {"status": "alive"}
    gateway.services["feedback"].ready = True
    until(lambda: readiness() == 200)


def test_ready_only_once_the_installation_says_so(start: Start, tmp_path: Path) -> None:
    ready_file = tmp_path / "ready"
    gateway = start(ready_file=ready_file)
    assert "installation" in gateway.http.get("/readyz").json()["detail"]
    ready_file.touch()
    until(lambda: gateway.http.get("/readyz").status_code == 200)


def test_requests_are_counted_by_service_and_status(gateway: Running) -> None:
    def count(service: str, status: int) -> float:
        page = gateway.http.get("/metrics").text
        found = re.search(rf'copil_gateway_requests_total{{service="{service}",status="{status}"}} ([\d.]+)', page)
        return float(found[1]) if found else 0.0

    before = count("feedback", 200), count("nobody", 401)
    gateway.http.get("/api/feedback/v1/echo", headers=gateway.bearer())
    gateway.http.get("/api/feedback/v1/echo")
    assert (count("feedback", 200), count("nobody", 401)) == (before[0] + 1, before[1] + 1)


@pytest.mark.parametrize("path", ["/healthz", "/openapi.json", "/auth/jwks.json", "/nothing", "/api/kpi/v1/x"])
def test_every_answer_has_its_security_fields_once_and_an_id(gateway: Running, path: str) -> None:
    answer = gateway.http.get(path)
    for name in ("x-content-type-options", "referrer-policy", "x-frame-options", "content-security-policy"):
        assert len(answer.headers.get_list(name)) == 1, name
    assert len(answer.headers.get_list("x-request-id")) == 1
    assert "strict-transport-security" not in answer.headers
    assert "server" not in answer.headers


def test_https_is_asked_for_where_it_is_spoken(start: Start) -> None:
    gateway = start(public_url="https://copil.example")
    for path in ("/healthz", "/api/kpi/v1/x"):
        assert gateway.http.get(path).headers["strict-transport-security"].startswith("max-age=")


def test_the_first_administrator_signs_in(start: Start) -> None:
    gateway = start(administrator_client_id="platform-admin", administrator_client_secret="s" * 43)
    gateway.services["contracts"].clients["platform-admin"] = {
        "client_id": "platform-admin",
        "organisation_id": None,
        "name": "Administrator",
        "functions": ["platform_admin"],
        "roles": [],
        "revoked": False,
    }
    assert gateway.ask_token("platform-admin", "s" * 43).status_code == 200
    assert gateway.ask_token("platform-admin", "t" * 43).status_code == 401
