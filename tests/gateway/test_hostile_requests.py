"""Requests that try to mean two things, or never to end: raw bytes on real connections."""

import json
import socket
import time
from statistics import median

import pytest

from tests.gateway.running import Running, Start, received
from tests.support.apps import HOST


def seen(gateway: Running) -> int:
    """How many requests any service got."""
    return sum(len(service.seen) for service in gateway.services.values())


SMUGGLED = b"GET /api/kpi/v1/smuggled HTTP/1.1\r\nhost: x\r\n\r\n"

AMBIGUOUS = {
    "a length beside chunks": b"content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n" + SMUGGLED,
    "chunks beside a length": b"transfer-encoding: chunked\r\ncontent-length: 5\r\n\r\n0\r\n\r\n" + SMUGGLED,
    "two lengths": b"content-length: 5\r\ncontent-length: 6\r\n\r\nabcdef",
    "two equal lengths": b"content-length: 5\r\ncontent-length: 5\r\n\r\nabcde",
    "a list of lengths": b"content-length: 5, 5\r\n\r\nabcde",
    "a negative length": b"content-length: -5\r\n\r\nabcde",
    "a signed length": b"content-length: +5\r\n\r\nabcde",
    "a hexadecimal length": b"content-length: 0x5\r\n\r\nabcde",
    "a huge length": b"content-length: 99999999999999999999999\r\n\r\nabcde",
    "a folded field": b"x-a: 1\r\n x-b: 2\r\ncontent-length: 0\r\n\r\n",
    "a folded coding": b"transfer-encoding:\r\n chunked\r\n\r\n0\r\n\r\n" + SMUGGLED,
    "a space before the colon": b"content-length : 5\r\n\r\nabcde",
    "a coding after chunks": b"transfer-encoding: chunked, identity\r\n\r\n0\r\n\r\n" + SMUGGLED,
    "an unknown coding": b"transfer-encoding: xchunked\r\n\r\n0\r\n\r\n" + SMUGGLED,
    "chunked twice": b"transfer-encoding: chunked\r\ntransfer-encoding: chunked, x\r\n\r\n0\r\n\r\n" + SMUGGLED,
    "a bare line feed in a chunk": b"transfer-encoding: chunked\r\n\r\n5\nabcde\r\n0\r\n\r\n" + SMUGGLED,
    "a bad chunk length": b"transfer-encoding: chunked\r\n\r\nzz\r\nabcde\r\n0\r\n\r\n",
    "a NUL in a field": b"x-a: a\0b\r\ncontent-length: 0\r\n\r\n",
    "a return inside a field": b"x-a: a\rb\r\ncontent-length: 0\r\n\r\n",
}


@pytest.mark.parametrize("name", AMBIGUOUS)
def test_a_request_that_could_mean_two_things_is_refused(gateway: Running, name: str) -> None:
    token = gateway.bearer()["authorization"].encode()
    before = seen(gateway)
    head = b"POST /api/kpi/v1/echo HTTP/1.1\r\nhost: x\r\nauthorization: " + token + b"\r\n"
    answer = gateway.raw(head + AMBIGUOUS[name], patience=1.0)
    assert answer.startswith(b"HTTP/1.1 4"), answer
    assert answer.count(b"HTTP/1.1 ") == 1, answer
    assert not answer.endswith(b"<silence>"), "the connection has to be closed"
    assert b"application/problem+json" in answer
    assert seen(gateway) == before


@pytest.mark.parametrize(
    "data",
    [
        b"\0" * 100,
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"GET http://x\r\n\r\n",
    ],
)
def test_what_is_no_request_is_refused_as_a_problem(gateway: Running, data: bytes) -> None:
    answer = gateway.raw(data, patience=1.0)
    assert answer.startswith(b"HTTP/1.1 400"), answer
    assert json.loads(answer.partition(b"\r\n\r\n")[2])["code"] == "bad_request"


def test_an_absolute_target_and_another_host_lead_nowhere_else(gateway: Running) -> None:
    token = gateway.bearer()["authorization"].encode()
    tail = b" HTTP/1.1\r\nhost: evil.example\r\nauthorization: " + token + b"\r\nconnection: close\r\n\r\n"
    answer = gateway.raw(b"GET http://evil.example/api/kpi/v1/echo" + tail)
    assert answer.startswith(b"HTTP/1.1 200")
    assert gateway.services["kpi"].seen[-1].header("host") == gateway.settings.kpi_url.removeprefix("http://")


def test_an_upgrade_is_not_made(gateway: Running) -> None:
    token = gateway.bearer()["authorization"].encode()
    for protocol in (b"websocket", b"h2c"):
        head = b"GET /api/kpi/v1/echo HTTP/1.1\r\nhost: x\r\nauthorization: " + token + b"\r\n"
        fields = (
            b"connection: Upgrade, HTTP2-Settings, close\r\nupgrade: " + protocol + b"\r\nhttp2-settings: AAMA\r\n\r\n"
        )
        answer = gateway.raw(head + fields, patience=1.0)
        assert answer.startswith(b"HTTP/1.1 200"), answer
        names = {name for name, _ in gateway.services["kpi"].seen[-1].headers}
        assert names.isdisjoint({"upgrade", "http2-settings", "connection"})


def test_pipelined_requests_are_answered_in_their_order(gateway: Running) -> None:
    token = gateway.bearer()["authorization"].encode()
    one = b"GET /api/kpi/v1/things/%d HTTP/1.1\r\nhost: x\r\nauthorization: " + token + b"\r\n\r\n"
    last = b"GET /nothing HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n"
    answer = gateway.raw(b"".join(one % number for number in range(5)) + last)
    assert [part[:1] for part in answer.split(b"/v1/things/")[1:]] == [b"0", b"1", b"2", b"3", b"4"]
    assert answer.count(b"HTTP/1.1 200") == 5
    assert answer.count(b"HTTP/1.1 404") == 1


def test_a_head_has_a_bounded_size(gateway: Running) -> None:
    head = b"GET / HTTP/1.1\r\nhost: x\r\n"
    for rest in (b"x-a: " + b"a" * 200_000, b"".join(b"x-%d: 1\r\n" % number for number in range(20_000))):
        answer = gateway.raw(head + rest, patience=1.0)
        assert answer.startswith(b"HTTP/1.1 431") or answer.endswith(b"<reset>"), answer[:200]


def test_a_continue_is_given_only_to_bodies_that_may_come(gateway: Running) -> None:
    token = gateway.bearer()["authorization"].encode()
    head = b"POST /api/kpi/v1/echo HTTP/1.1\r\nhost: x\r\nexpect: 100-continue\r\nconnection: close\r\nauthorization: "
    with socket.create_connection((HOST, gateway.port), timeout=2) as connection:
        connection.sendall(head + token + b"\r\ncontent-length: 3\r\n\r\n")
        assert connection.recv(100).startswith(b"HTTP/1.1 100")
        connection.sendall(b"abc")
        assert received(connection).startswith(b"HTTP/1.1 200")
    started = time.monotonic()
    refused = gateway.raw(head + token + b"\r\ncontent-length: 3000000\r\n\r\n", patience=4)
    assert refused.startswith(b"HTTP/1.1 413")
    assert time.monotonic() - started < 4


def test_slow_bodies_end_in_time_and_others_do_not_notice(start: Start) -> None:
    gateway = start(body_seconds=0.6)
    token = gateway.bearer()["authorization"].encode()
    head = b"POST /api/kpi/v1/echo HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\nauthorization: " + token + b"\r\n\r\na"
    slow = [socket.create_connection((HOST, gateway.port), timeout=5) for _ in range(50)]
    before = seen(gateway)
    started = time.monotonic()
    for connection in slow:
        connection.sendall(head)
    times = []
    while time.monotonic() - started < 0.5:
        asked = time.perf_counter()
        assert gateway.http.get("/healthz").status_code == 200
        times.append(time.perf_counter() - asked)
    # One answer may wait for a busy machine; all of them would, if slow bodies held the gateway up.
    assert median(times) < 0.5
    for connection in slow:
        connection.settimeout(4)
        answer = received(connection)
        assert answer.startswith(b"HTTP/1.1 408"), answer
        assert b'"code":"body_too_slow"' in answer
        assert not answer.endswith(b"<silence>")
        connection.close()
    assert time.monotonic() - started < 5
    assert seen(gateway) == before


def test_a_body_that_trickles_is_slow_too(start: Start) -> None:
    gateway = start(body_seconds=0.5)
    token = gateway.bearer()["authorization"].encode()
    head = b"POST /api/kpi/v1/echo HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\nauthorization: " + token + b"\r\n\r\n"
    with socket.create_connection((HOST, gateway.port), timeout=5) as connection:
        connection.sendall(head)
        for _ in range(8):
            connection.sendall(b"a")
            time.sleep(0.1)
        assert received(connection).startswith(b"HTTP/1.1 408")


def test_heads_that_do_not_come_end_the_connection(gateway: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gateway.server.HEAD_SECONDS", 0.4)
    for data in (b"", b"GET / HTTP/1.1\r\nhost:"):
        started = time.monotonic()
        assert gateway.raw(data, patience=3.0) == b""
        assert 0.3 < time.monotonic() - started < 2
    with socket.create_connection((HOST, gateway.port), timeout=3) as connection:
        connection.sendall(b"GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n")
        assert connection.recv(65_536).startswith(b"HTTP/1.1 200")
        started = time.monotonic()
        try:
            while time.monotonic() - started < 2:
                connection.sendall(b"\r\n")
                time.sleep(0.05)
        except OSError:
            pass
        assert time.monotonic() - started < 2
