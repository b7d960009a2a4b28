"""Limits of each caller, announced before they bite."""

import re
import time

from gateway.limits import MOST_KEYS, Counters, Limit
from tests.gateway.running import Running, Start

ANNOUNCED = re.compile(r'"default";r=(\d+);t=(\d+)')


def test_a_client_is_told_before_it_is_refused_and_others_are_not(start: Start) -> None:
    gateway: Running = start(client_rate="5/minute")
    remaining = []
    for _ in range(5):
        answer = gateway.http.get("/api/kpi/v1/echo", headers=gateway.bearer("busy"))
        assert answer.headers["ratelimit-policy"] == '"default";q=5;w=60'
        found = ANNOUNCED.fullmatch(answer.headers["ratelimit"])
        assert found
        assert 1 <= int(found[2]) <= 60
        remaining.append(int(found[1]))
    assert remaining == [4, 3, 2, 1, 0]
    before = len(gateway.services["kpi"].seen)
    for method in ("GET", "POST"):
        refused = gateway.http.request(method, "/api/kpi/v1/echo", headers=gateway.bearer("busy"), content=b"x")
        assert (refused.status_code, refused.json()["code"]) == (429, "too_many_requests")
        assert 1 <= int(refused.headers["retry-after"]) <= 60
        assert refused.headers["ratelimit"].startswith('"default";r=0;t=')
    assert len(gateway.services["kpi"].seen) == before
    assert gateway.http.get("/api/kpi/v1/echo", headers=gateway.bearer("quiet")).status_code == 200


def test_a_second_token_of_a_client_has_no_second_limit(start: Start) -> None:
    gateway: Running = start(client_rate="2/minute")
    client_id, secret = gateway.new_client()
    statuses = []
    for _ in range(3):
        token = gateway.ask_token(client_id, secret).json()["access_token"]
        statuses.append(gateway.http.get("/api/kpi/v1/x", headers={"authorization": f"Bearer {token}"}).status_code)
    assert statuses == [200, 200, 429]


def test_webhooks_are_limited_by_source(start: Start) -> None:
    gateway: Running = start(hook_rate="3/minute")
    answers = [gateway.http.post("/hooks/one", content=b"{}") for _ in range(4)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert answers[0].headers["ratelimit-policy"] == '"hooks";q=3;w=60'
    assert gateway.http.post("/hooks/two", content=b"{}").status_code == 200


def test_a_window_ends() -> None:
    limit = Limit("default", "2/second")
    assert [limit.hit("a")[1] is None for _ in range(3)] == [True, True, False]
    time.sleep(1.05)
    assert limit.hit("a")[1] is None


def test_many_callers_do_not_fill_the_memory() -> None:
    store = Counters()
    for number in range(MOST_KEYS + 1_000):
        store.incr(str(number), 60)
    assert store.incr("another", 60) > 1_000, "newcomers share one window"
    assert store.incr("7", 60) == 2, "those who were known keep theirs"
    assert store.reset() <= MOST_KEYS + 1
