"""A part that hangs or is gone: who waits on it is told within its deadline, the others go on, and it comes back."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import Any

import httpx
import pytest

from tests.factories.webhooks import at, cloud_event
from tests.faults.installation import Ground
from tests.support.newcomers import CONTRACTS, FEEDBACK, Connected
from tests.support.problems import problem
from tests.support.processes import eventually
from tests.support.sending import listed, pages, post_event

DEADLINE = 12.0
"""Seconds: a service has 10 to begin its answer."""
AT = at("2026-10-05T08:00:00Z")


@pytest.fixture(scope="module")
def running(running: Ground) -> Ground:
    """The installation, with a contract that nobody else has sent anything to."""
    return replace(running, agreement=running.newcomers.agreement())


@pytest.fixture(scope="module")
def source(running: Ground) -> Connected:
    """A source with one ticket."""
    connected = running.agreement.connect()
    assert post_event(running.http, connected, event("S-1")).status_code == 202
    return connected


def event(ticket: str) -> dict[str, Any]:
    """A creation."""
    return cloud_event("created", ticket, AT, {"status": "new"})


class Timed:
    """Requests under way at once, each with the time it took."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(8)

    def ask(self, request: Callable[[], httpx.Response]) -> "Future[tuple[httpx.Response, float]]":
        """Send a request beside the others."""

        def run() -> tuple[httpx.Response, float]:
            began = time.monotonic()
            answer = request()
            return answer, time.monotonic() - began

        return self._threads.submit(run)


def unavailable(asked: "Future[tuple[httpx.Response, float]]") -> None:
    """The request was refused within the deadline, in the one shape, with when to come back."""
    answer, took = asked.result(DEADLINE + 5)
    problem(answer, 503, "unavailable")
    assert took < DEADLINE, f"after {took:.1f} s"


def quickly(asked: "Future[tuple[httpx.Response, float]]") -> httpx.Response:
    """The answer of a part that has nothing to do with the one that hangs."""
    answer, took = asked.result(DEADLINE)
    assert answer.is_success, answer.text
    assert took < 2, f"after {took:.1f} s"
    return answer


def unready(running: Ground) -> str:
    """What is missing, as readiness tells within 4 s (it may be a second old, and takes up to 2.5 s to find out)."""
    answers: list[httpx.Response] = []

    def asked() -> bool:
        answers.append(running.http.get(f"{running.copil.base_url}/readyz"))
        return answers[-1].status_code != 200

    eventually(asked, "readiness tells", 4)
    return str(problem(answers[-1], 503, named=False)["detail"])


def test_a_hanging_kpi_delays_nobody_else(running: Ground, source: Connected) -> None:
    """given a stopped kpi / then its callers get 503 in time, others their answers; it goes on where it was."""
    manager, timed = running.agreement.managers[0], Timed()
    tickets, answers = f"{running.agreement.figures}/tickets", f"{FEEDBACK}/contracts/{running.agreement.id}/answers"
    before = running.agreement.tickets(as_of="2026-10-06T00:00:00Z")
    with running.stopped("kpi"):
        refused = [
            timed.ask(lambda: manager.get(tickets)),
            timed.ask(lambda: post_event(running.http, source, event("S-2"))),
            timed.ask(lambda: manager.get(f"{source.path}/deliveries")),
        ]
        quickly(timed.ask(lambda: manager.get(running.agreement.path)))
        quickly(timed.ask(lambda: manager.get(answers)))
        quickly(timed.ask(lambda: running.http.get(f"{running.copil.base_url}/healthz")))
        assert "kpi" in unready(running)
        for asked in refused:
            unavailable(asked)
    eventually(lambda: manager.get(tickets).status_code == 200, "kpi answers again")
    running.copil.wait_ready(10)
    assert running.agreement.tickets(as_of="2026-10-06T00:00:00Z")[: len(before)] == before
    # What ended without an acknowledgement may be there or not; sent again it is there once.
    again = post_event(running.http, source, event("S-2"))
    assert again.json()["verdict"] in ("accepted", "duplicate")
    assert [row["ticket_id"] for row in running.agreement.tickets(source=source.id)].count("S-2") == 1


def test_without_contracts_and_feedback_kpi_goes_on(running: Ground, source: Connected) -> None:
    """given contracts and feedback stopped / then kpi takes deliveries and answers from its copy; answers wait."""
    managers, timed = running.agreement.managers, Timed()
    answers = f"{FEEDBACK}/contracts/{running.agreement.id}/answers"
    rated = cloud_event("csat", "S-1", AT + 1_000_000, {"score": 5, "scale_max": 5})
    with running.stopped("contracts", "feedback"):
        refused = [
            timed.ask(lambda: managers[0].get(f"{CONTRACTS}/contracts")),
            timed.ask(lambda: managers[0].put(f"{running.agreement.path}/parameters", {"valid_from": "x"})),
            timed.ask(lambda: managers[0].get(answers)),
        ]
        for manager in managers:
            rows = quickly(timed.ask(partial(manager.get, f"{running.agreement.figures}/tickets")))
            assert "S-1" in {row["ticket_id"] for row in rows.json()["items"]}
        assert (
            quickly(timed.ask(lambda: post_event(running.http, source, event("S-3")))).json()["verdict"] == "accepted"
        )
        assert quickly(timed.ask(lambda: post_event(running.http, source, rated))).json()["verdict"] == "accepted"
        quickly(timed.ask(lambda: managers[0].get(f"{source.path}/deliveries")))
        for asked in refused:
            unavailable(asked)
    eventually(lambda: managers[0].get(running.agreement.path).status_code == 200, "contracts answers again")

    def told() -> list[tuple[str, int]]:
        page = managers[1].get(answers, params={"source": source.id})
        return [(item["ticket_id"], item["score"]) for item in page.json()["items"]] if page.is_success else []

    eventually(lambda: told() == [("S-1", 5)], "the answer reaches feedback", 30)
    running.copil.wait_ready(10)


def test_contracts_gone_for_good_is_no_stranger_s_chance(running: Ground, source: Connected) -> None:
    """given contracts killed again and again / then a contract that kpi knows stays readable, and nobody else's."""
    killed = 0
    for _ in range(3):
        eventually(lambda: running.kill("contracts") is not None, "contracts runs")
        killed += 1
        assert running.agreement.managers[0].get(f"{running.agreement.figures}/tickets").status_code == 200
    assert killed == 3
    eventually(
        lambda: running.agreement.managers[0].get(running.agreement.path).status_code == 200, "contracts is back"
    )


def test_a_hanging_database_is_told_and_never_promised(running: Ground, source: Connected) -> None:
    """given a stopped PostgreSQL / then 503 for everything that needs it, unready but alive, and back by itself."""
    manager, timed, base_url = running.agreement.managers[0], Timed(), running.copil.base_url
    with running.stopped("postgres"):
        refused = [
            timed.ask(lambda: post_event(running.http, source, event("S-4"))),
            timed.ask(lambda: manager.get(f"{running.agreement.figures}/tickets")),
            timed.ask(lambda: manager.get(running.agreement.path)),
            timed.ask(lambda: manager.get(f"{FEEDBACK}/contracts/{running.agreement.id}/answers")),
        ]
        assert unready(running)
        quickly(timed.ask(lambda: running.http.get(f"{base_url}/healthz")))
        # A token's signature is good without the database.
        quickly(timed.ask(lambda: running.http.get(f"{base_url}/auth/jwks.json")))
        for asked in refused:
            unavailable(asked)
    began = time.monotonic()
    running.copil.wait_ready(15)
    assert time.monotonic() - began < 5, "ready within 5 s of the database's return"
    answer = post_event(running.http, source, event("S-4"))
    assert answer.json()["verdict"] in ("accepted", "duplicate")
    assert listed(manager, source, answer.json()["receipt_id"])["verdict"] == "accepted"
    shas = [item["ticket_id"] for item in pages(manager, f"{source.path}/deliveries", verdict="accepted")]
    assert shas.count("S-4") == 1


def test_a_database_that_is_gone_is_told_and_never_promised(running: Ground, source: Connected) -> None:
    """given a PostgreSQL killed whenever it comes back / then never 2xx for what is not there, and then recovery."""
    over = threading.Event()
    seen: list[tuple[int, str]] = []
    unready = threading.Event()

    def keep_sending() -> None:
        number = 0
        with httpx.Client(timeout=DEADLINE, trust_env=False) as http:
            while not over.is_set():
                number += 1
                answer = post_event(http, source, event(f"G-{number:04}"))
                if answer.status_code >= 400:
                    problem(answer, 503, "unavailable")
                seen.append((answer.status_code, f"G-{number:04}"))

    def watch_readiness() -> None:
        with httpx.Client(timeout=DEADLINE, trust_env=False) as http:
            while not over.is_set():
                assert http.get(f"{running.copil.base_url}/healthz").status_code == 200
                if http.get(f"{running.copil.base_url}/readyz").status_code == 503:
                    unready.set()

    with ThreadPoolExecutor(2) as threads:
        running_threads = [threads.submit(keep_sending), threads.submit(watch_readiness)]
        try:
            # Each time it is let come back a little later, until somebody has looked while it was away.
            eventually(
                lambda: (running.kill("postgres"), unready.is_set())[1], "readiness tells that the database is gone", 30
            )
        finally:
            over.set()
        for future in running_threads:
            future.result(DEADLINE)
    running.copil.wait_ready(30)
    assert post_event(running.http, source, event("G-last")).status_code == 202
    assert {status for status, _ in seen} - {202} == {503}
    rows = {row["ticket_id"] for row in running.agreement.tickets(source=source.id)}
    assert {ticket for status, ticket in seen if status == 202} <= rows
    accepted = [
        item["sha256"] for item in pages(running.agreement.managers[0], f"{source.path}/deliveries", verdict="accepted")
    ]
    assert len(set(accepted)) == len(accepted)
