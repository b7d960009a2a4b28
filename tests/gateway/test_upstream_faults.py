"""Services that are down, slow, broken or left: what the caller is told, and that everything comes back by itself."""

import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field

import httpx
import pytest

from tests.gateway.fakes import FakeService
from tests.gateway.running import Running, Start
from tests.support.apps import HOST, address, free_port, serving

OK = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok"

Script = Callable[[socket.socket, int], object]


@dataclass
class Scripted:
    """A server that does with each request (and its number) what it is told at the moment."""

    listener: socket.socket
    script: Script = lambda connection, _number: connection.sendall(OK)
    got: list[bytes] = field(default_factory=list)

    def serve(self) -> None:
        """Until the listener is closed."""
        with suppress(OSError):
            while True:
                connection, _ = self.listener.accept()
                threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection: socket.socket) -> None:
        with connection, suppress(OSError):
            while data := connection.recv(65_536):
                self.got.append(data)
                self.script(connection, len(self.got))

    def follow(self, script: Script) -> None:
        """From now on do this, and forget what came."""
        self.got.clear()
        self.script = script


def reset(connection: socket.socket) -> None:
    """End the connection with a reset."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    connection.close()


@pytest.fixture(scope="module")
def scripted() -> Iterator[Scripted]:
    """A scripted service."""
    server = Scripted(socket.create_server((HOST, 0)))
    threading.Thread(target=server.serve, daemon=True).start()
    yield server
    server.listener.shutdown(socket.SHUT_RDWR)
    server.listener.close()


@pytest.fixture(scope="module")
def before_scripted(start: Start, scripted: Scripted) -> Running:
    """A gateway with the scripted service as kpi, and little patience."""
    return start(kpi_url=address(scripted.listener.getsockname()[1]), upstream_seconds=0.6)


def assert_unavailable(answer: httpx.Response) -> None:
    """503, with the time to come back."""
    assert (answer.status_code, answer.json()["code"]) == (503, "unavailable")
    assert int(answer.headers["retry-after"]) >= 1
    assert "ratelimit" in answer.headers


def until(condition: Callable[[], object], patience: float = 5.0) -> None:
    """Wait until it holds."""
    deadline = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_a_service_that_is_down_and_back(start: Start) -> None:
    port = free_port()
    gateway = start(kpi_url=address(port))
    bearer = gateway.bearer()
    for _ in range(2):
        for method in ("GET", "POST"):
            assert_unavailable(gateway.http.request(method, "/api/kpi/v1/echo", headers=bearer))
        assert_unavailable(gateway.http.post("/hooks/abc", content=b"{}"))
        assert gateway.http.get("/api/feedback/v1/echo", headers=bearer).status_code == 200
        with serving(FakeService("kpi"), port):
            assert gateway.http.get("/api/kpi/v1/echo", headers=bearer).status_code == 200
            assert gateway.http.post("/hooks/abc", content=b"{}").status_code == 200


def test_a_service_that_says_nothing(scripted: Scripted, before_scripted: Running) -> None:
    scripted.follow(lambda _connection, _number: None)
    started = time.monotonic()
    assert_unavailable(before_scripted.http.get("/api/kpi/v1/echo", headers=before_scripted.bearer()))
    assert 0.5 < time.monotonic() - started < 5
    assert len(scripted.got) == 1


def test_a_service_that_drips(scripted: Scripted, before_scripted: Running) -> None:
    def drip(connection: socket.socket, _number: int) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n")
        for _ in range(100):
            connection.sendall(b"x")
            time.sleep(0.1)

    scripted.follow(drip)
    started = time.monotonic()
    assert_unavailable(before_scripted.http.get("/api/kpi/v1/echo", headers=before_scripted.bearer()))
    assert time.monotonic() - started < 5, "cut long before its ten seconds"


def test_replays_tables_and_other_instants_are_given_more_time(scripted: Scripted, before_scripted: Running) -> None:
    def late(connection: socket.socket, _number: int) -> None:
        time.sleep(1.0)
        connection.sendall(OK)

    scripted.follow(late)
    url = "/api/kpi/v1/sources/1/replays"
    assert before_scripted.http.post(url, headers=before_scripted.bearer()).content == b"ok"
    assert before_scripted.http.get("/bi/v1/tickets.csv", headers=before_scripted.bearer()).content == b"ok"
    at_an_instant = "/api/kpi/v1/contracts/1/figures?period=2026-10&as_of=2026-10-05T00:00:00Z"
    assert before_scripted.http.get(at_an_instant, headers=before_scripted.bearer()).content == b"ok"
    assert_unavailable(before_scripted.http.get(url, headers=before_scripted.bearer()))


@pytest.mark.parametrize(
    ("method", "headers", "repeated"),
    [
        ("GET", {}, True),
        ("HEAD", {}, True),
        ("PUT", {}, True),
        ("DELETE", {}, True),
        ("POST", {}, False),
        ("PATCH", {}, False),
        ("POST", {"idempotency-key": "k"}, True),
    ],
)
def test_only_what_may_be_repeated_is_tried_once_more(
    scripted: Scripted, before_scripted: Running, method: str, headers: dict[str, str], repeated: bool
) -> None:
    gateway = before_scripted

    def ask() -> int:
        return gateway.http.request(
            method, "/api/kpi/v1/x", headers=gateway.bearer() | headers, content=b"b"
        ).status_code

    scripted.follow(lambda connection, _number: reset(connection))
    assert ask() == 503
    assert len(scripted.got) == (2 if repeated else 1)
    scripted.follow(lambda connection, number: reset(connection) if number == 1 else connection.sendall(OK))
    assert ask() == (200 if repeated else 503)


@pytest.mark.parametrize(
    "answer",
    [
        b"no http at all\r\n\r\n",
        b"HTTP/1.1 200 OK\r\ncontent-length: 3\r\ncontent-length: 4\r\n\r\nabcd",
        b"HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n",
        b"HTTP/1.1 200 OK\r\ncontent-length: 20\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nx-a: 1\r\n folded: 2\r\ncontent-length: 0\r\n\r\n",
    ],
)
def test_an_answer_that_is_none(scripted: Scripted, before_scripted: Running, answer: bytes) -> None:
    def once(connection: socket.socket, _number: int) -> None:
        connection.sendall(answer)
        connection.close()

    scripted.follow(once)
    assert_unavailable(before_scripted.http.post("/api/kpi/v1/echo", headers=before_scripted.bearer()))


def test_answers_of_two_meanings_keep_one(scripted: Scripted, before_scripted: Running) -> None:
    both = b"HTTP/1.1 200 OK\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n5\r\nabcde\r\n0\r\n\r\n"
    scripted.follow(lambda connection, _number: connection.sendall(both))
    answer = before_scripted.http.get("/api/kpi/v1/echo", headers=before_scripted.bearer())
    assert answer.content == b"abcde"
    assert "content-length" not in answer.headers


def test_a_field_that_is_not_ascii_is_left_out(scripted: Scripted, before_scripted: Running) -> None:
    odd = b"HTTP/1.1 200 OK\r\nx-odd: caf\xc3\xa9\r\nx-own: 1\r\nx-own: 2\r\ncontent-length: 2\r\n\r\nok"
    scripted.follow(lambda connection, _number: connection.sendall(odd))
    answer = before_scripted.http.get("/api/kpi/v1/echo", headers=before_scripted.bearer())
    assert (answer.content, answer.headers.get_list("x-own")) == (b"ok", ["1", "2"])
    assert "x-odd" not in answer.headers


def test_redirects_and_early_hints_are_not_followed(scripted: Scripted, before_scripted: Running) -> None:
    hints = b"HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n"
    moved = b"HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/x\r\ncontent-length: 0\r\n\r\n"
    scripted.follow(lambda connection, _number: connection.sendall(hints + moved))
    answer = before_scripted.http.get("/api/kpi/v1/echo", headers=before_scripted.bearer())
    assert (answer.status_code, answer.headers["location"]) == (302, "http://127.0.0.1:1/x")
    assert len(scripted.got) == 1


def test_an_answer_that_is_cut_is_seen_to_be_cut(gateway: Running) -> None:
    with pytest.raises(httpx.RemoteProtocolError):
        gateway.http.get("/api/kpi/v1/cut", headers=gateway.bearer())


def test_long_answers_are_streamed_whole(gateway: Running) -> None:
    answer = gateway.http.get("/api/kpi/v1/stream?pieces=200", headers=gateway.bearer())
    assert answer.content == b"".join(b"%07d\n" % number * 8192 for number in range(200))


def test_a_caller_that_leaves_ends_the_answer(gateway: Running) -> None:
    service = gateway.services["kpi"]
    with gateway.http.stream("GET", "/api/kpi/v1/stream?pieces=1000000", headers=gateway.bearer()) as answer:
        next(answer.iter_raw())
    until(lambda: "/v1/stream" in service.left)


def test_a_caller_that_leaves_while_sending_ends_the_call(gateway: Running) -> None:
    service = gateway.services["kpi"]
    token = gateway.bearer()["authorization"]
    before = len(service.seen)
    for path, announced in (("/api/kpi/v1/echo", 1000), ("/api/kpi/v1/a/replays", 10_000_000)):
        head = f"POST {path} HTTP/1.1\r\nhost: x\r\ncontent-length: {announced}\r\nauthorization: {token}\r\n\r\n"
        with socket.create_connection((HOST, gateway.port)) as connection:
            connection.sendall(head.encode() + b"x" * 500)
            time.sleep(0.2)
    until(lambda: "/v1/a/replays" in service.left)
    assert "/v1/echo" not in service.left
    assert len(service.seen) == before


def test_a_large_body_above_its_limit_is_cut_while_it_streams(start: Start) -> None:
    gateway = start(replay_body_bytes=3_000_000)
    pieces = (b"x" * 500_000 for _ in range(8))
    answer = gateway.http.post("/api/kpi/v1/a/replays", content=pieces, headers=gateway.bearer())
    assert (answer.status_code, answer.json()["code"]) == (413, "payload_too_large")
    assert gateway.services["kpi"].seen == []


def test_slow_replays_use_up_only_their_own_room(start: Start) -> None:
    gateway = start(replays_in_flight=2, upstream_in_flight=2)
    token = gateway.bearer()["authorization"]
    head = f"POST /api/kpi/v1/a/replays HTTP/1.1\r\nhost: x\r\ncontent-length: 999\r\nauthorization: {token}\r\n\r\n"
    url = "/api/kpi/v1/a/replays"
    with ExitStack() as stack:
        for _ in range(2):
            slow = stack.enter_context(socket.create_connection((HOST, gateway.port)))
            slow.sendall(head.encode() + b"x")
        time.sleep(0.3)
        assert_unavailable(gateway.http.post(url, content=b"x", headers=gateway.bearer()))
        assert gateway.http.get("/api/kpi/v1/echo", headers=gateway.bearer()).status_code == 200
    until(lambda: gateway.http.post(url, content=b"x", headers=gateway.bearer()).status_code == 200)


def test_slow_tables_use_up_only_their_own_room(start: Start) -> None:
    gateway = start(tables_in_flight=1)
    headers = gateway.bearer()
    with ThreadPoolExecutor(1) as pool:
        slow = pool.submit(httpx.get, f"{gateway.url}/bi/v1/slow?seconds=1", headers=headers, trust_env=False)
        until(lambda: any(seen.path == "/v1/bi/slow" for seen in gateway.services["kpi"].seen))
        assert_unavailable(gateway.http.get("/bi/v1/echo", headers=headers))
        assert gateway.http.get("/api/kpi/v1/echo", headers=headers).status_code == 200
        assert slow.result().status_code == 200
    assert gateway.http.get("/bi/v1/echo", headers=headers).status_code == 200


def test_calls_under_way_are_bounded(start: Start) -> None:
    gateway = start(upstream_in_flight=3)
    headers = gateway.bearer()

    def ask() -> httpx.Response:
        return httpx.get(f"{gateway.url}/api/kpi/v1/slow?seconds=3", headers=headers, trust_env=False)

    with ThreadPoolExecutor(8) as pool:
        started = time.monotonic()
        asked = [pool.submit(ask) for _ in range(8)]
        until(lambda: sum(one.done() for one in asked) >= 5)
        assert time.monotonic() - started < 2.5, "the surplus is refused early"
        answers = [one.result() for one in asked]
    assert sorted(answer.status_code for answer in answers) == [200] * 3 + [503] * 5
    assert {answer.headers["retry-after"] for answer in answers if answer.status_code == 503} == {"1"}
    assert gateway.http.get("/api/feedback/v1/echo", headers=headers).status_code == 200
    assert ask().status_code == 200
