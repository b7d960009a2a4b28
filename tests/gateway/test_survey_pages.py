"""Pages that people open by a link: no proof is asked, refusals are pages, and the link is written down nowhere."""

import httpx
import pytest
from structlog.testing import capture_logs

from services.common.logging import configure, told_path
from tests.gateway.running import Running, Start
from tests.support.processes import eventually

TOKEN = "AZmhw6h9LnwRmotbLDJ8BlAZmhw6h9LnwRmotbLDJ8Bl"
OWN = "default-src 'none'; style-src 'sha256-x'"


@pytest.fixture(scope="module")
def narrow(start: Start) -> Running:
    """A gateway that takes few pages and small bodies."""
    return start(page_rate="5/minute", body_bytes=2_000)


def _is_page(answer: httpx.Response, status: int) -> None:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert 'lang="en"' in answer.text
    assert TOKEN not in answer.text


def test_a_page_passes_without_a_proof_and_brings_its_own_policy(gateway: Running) -> None:
    feedback = gateway.services["feedback"]
    feedback.policy = OWN
    try:
        answer = gateway.http.post(
            f"/s/{TOKEN}?langue=en", content=b"score=9", headers={"cookie": "a=b", "accept-language": "en"}
        )
    finally:
        feedback.policy = None
    assert answer.status_code == 200
    assert answer.headers.get_list("content-security-policy") == [OWN]
    assert answer.headers.get_list("referrer-policy") == ["no-referrer"]
    assert answer.headers["x-frame-options"] == "DENY"
    assert "set-cookie" not in answer.headers
    [seen] = [one for one in feedback.seen if one.path == f"/s/{TOKEN}"]
    assert (seen.method, seen.query, seen.body) == ("POST", "langue=en", b"score=9")
    assert (seen.header("cookie"), seen.header("accept-language")) == (None, "en")


def test_only_the_page_has_a_policy_of_its_own(gateway: Running) -> None:
    feedback = gateway.services["feedback"]
    feedback.policy = OWN
    try:
        answer = gateway.http.get("/api/feedback/v1/things/1", headers=gateway.bearer())
    finally:
        feedback.policy = None
    assert answer.headers.get_list("content-security-policy") == ["default-src 'none'; frame-ancestors 'none'"]


def test_refusals_are_pages(narrow: Running) -> None:
    _is_page(narrow.http.get(f"/s/{TOKEN}/more"), 404)
    _is_page(narrow.http.put(f"/s/{TOKEN}"), 405)
    large = narrow.http.post(f"/s/{TOKEN}", content=b"x" * 3_000)
    _is_page(large, 413)
    assert "votre texte y est encore" in large.text
    feedback = narrow.services["feedback"]
    statuses = [narrow.http.get(f"/s/{TOKEN}{place}").status_code for place in range(6)]
    assert statuses[-1] == 429
    _is_page(narrow.http.get(f"/s/{TOKEN}"), 429)
    assert len([one for one in feedback.seen if one.path.startswith(f"/s/{TOKEN}")]) == statuses.count(200)


def test_a_page_of_a_service_that_is_away_is_a_page(start: Start) -> None:
    away = start(feedback_url="http://127.0.0.1:9")
    _is_page(away.http.get(f"/s/{TOKEN}"), 503)


def test_links_are_written_down_nowhere(start: Start) -> None:
    """given a gateway that logs all it does / when pages are opened, refused and away / then no line has a link."""
    running = start(log_level="DEBUG", feedback_url="http://127.0.0.1:9")
    with capture_logs() as lines:
        for act in (running.http.get, running.http.post, running.http.delete):
            act(f"/s/{TOKEN}")
        eventually(lambda: len([one for one in lines if one["event"] == "request"]) == 3, "three lines were written")
    configure("gateway", "CRITICAL")
    assert {one["path"] for one in lines if one["event"] == "request"} == {"/s/…"}
    assert {one["event"] for one in lines} == {"request", "upstream_failed"}
    assert TOKEN not in str(lines)
    assert told_path("/api/kpi/v1/sources") == "/api/kpi/v1/sources"
