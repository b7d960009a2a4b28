"""What crosses the gateway, both ways, and what does not."""

import hashlib
import json
import os

import httpx
import pytest

from services.common.auth.keys import RemoteKeySet
from services.common.auth.tokens import TokenVerifier
from services.common.http import new_http_client
from tests.gateway.fakes import ETAG, PACKED, Seen
from tests.gateway.running import Running, basic

SOURCE = "/hooks/0199d3a8-5b1c-7c32-9a44-2f6f1f0f6a11"


def last(gateway: Running, service: str = "kpi") -> Seen:
    """The request that the service got last."""
    return gateway.services[service].seen[-1]


@pytest.mark.parametrize("service", ["contracts", "kpi", "feedback"])
async def test_a_service_gets_an_internal_token_of_its_own(gateway: Running, service: str) -> None:
    answer = gateway.http.get(f"/api/{service}/v1/things/1?a=1&a=%20b", headers=gateway.bearer())
    assert answer.status_code == 200
    request = last(gateway, service)
    assert (request.path, request.query) == ("/v1/things/1", "a=1&a=%20b")
    token = (request.header("authorization") or "").removeprefix("Bearer ")
    async with new_http_client() as http:
        keys = RemoteKeySet(f"{gateway.url}/auth/jwks.json", http)
        claims = await TokenVerifier(service, {"gateway": keys}).verify(token)
    assert claims["exp"] - claims["iat"] == 60
    client = gateway.services["contracts"].clients[claims["sub"]]
    assert (claims["org"], claims["functions"]) == (client["organisation_id"], client["functions"])
    assert (claims["roles"], claims["name"]) == (["donneur_ordre"], client["name"])


def test_an_internal_token_is_signed_once_for_many_requests(gateway: Running) -> None:
    tokens = set()
    for _ in range(5):
        gateway.http.get("/api/kpi/v1/echo", headers=gateway.bearer())
        tokens.add(last(gateway).header("authorization"))
    gateway.http.get("/api/feedback/v1/echo", headers=gateway.bearer())
    assert len(tokens) == 1
    assert last(gateway, "feedback").header("authorization") not in tokens


def test_only_what_may_crosses_towards_the_service(gateway: Running) -> None:
    dropped = {
        "Cookie": "copil-8000=abc",
        "Connection": "keep-alive, X-Hop",
        "X-Hop": "1",
        "Keep-Alive": "timeout=5",
        "TE": "trailers",
        "Trailer": "x-later",
        "Proxy-Authorization": "Basic abc",
        "X-Forwarded-Path": "/lie",
        "X-Forwarded-For": "10.0.0.1",
        "X-Forwarded-Host": "evil",
        "Forwarded": "for=10.0.0.1",
        "X-Real-IP": "10.0.0.1",
        "X-Copil-Organisation": "other",
        "X-Internal-Caller": "admin",
    }
    kept = [("Idempotency-Key", "k1"), ("If-Match", '"7"'), ("X-Own", "1"), ("X-Own", "2")]
    sent = [(name.encode(), value.encode()) for name, value in [*dropped.items(), *kept, *gateway.bearer().items()]]
    gateway.http.get("/api/kpi/v1/echo", headers=httpx.Headers([*sent, (b"X-Text", "caf\u00e9".encode())]))
    request = last(gateway)
    names = {name for name, _ in request.headers}
    assert names.isdisjoint(
        {"cookie", "x-hop", "keep-alive", "te", "trailer", "proxy-authorization", "x-forwarded-for", "x-forwarded-host"}
    )
    assert names.isdisjoint({"forwarded", "x-real-ip", "x-copil-organisation", "x-internal-caller"})
    assert request.header("x-forwarded-path") == "/api/kpi/v1/echo"
    assert request.header("host") == gateway.settings.kpi_url.removeprefix("http://")
    assert (request.header("idempotency-key"), request.header("if-match")) == ("k1", '"7"')
    assert [value for name, value in request.headers if name == "x-own"] == ["1", "2"]
    assert (request.header("x-text") or "").encode("latin-1") == "caf\u00e9".encode()


def test_the_request_id_goes_through_and_comes_back(gateway: Running) -> None:
    given = gateway.http.get("/api/kpi/v1/echo", headers=gateway.bearer() | {"x-request-id": "my-id.1"})
    assert given.headers.get_list("x-request-id") == ["my-id.1"] == [last(gateway).header("x-request-id")]
    drawn = gateway.http.get("/api/kpi/v1/echo", headers=gateway.bearer() | {"x-request-id": "no good\tid"})
    assert drawn.headers["x-request-id"] == last(gateway).header("x-request-id") != "no good\tid"


def test_answers_come_back_as_they_are_with_our_own_fields(gateway: Running) -> None:
    answer = gateway.http.get("/api/kpi/v1/teapot", headers=gateway.bearer())
    assert (answer.status_code, answer.content) == (418, b"short and stout")
    assert answer.headers.get_list("x-own") == ["1", "2"]
    assert "set-cookie" not in answer.headers
    assert answer.headers.get_list("x-content-type-options") == ["nosniff"]
    assert len(answer.headers.get_list("date")) == 1
    assert answer.headers["ratelimit-policy"] == '"default";q=6000;w=60'
    assert answer.headers["ratelimit"].startswith('"default";r=')


def test_packed_bodies_stay_packed(gateway: Running) -> None:
    with gateway.http.stream("GET", "/api/kpi/v1/gzip", headers=gateway.bearer()) as answer:
        assert b"".join(answer.iter_raw()) == PACKED
        assert answer.headers["content-encoding"] == "gzip"


def test_head_and_answers_without_body(gateway: Running) -> None:
    head = gateway.http.head("/api/kpi/v1/echo", headers=gateway.bearer())
    assert (head.status_code, head.headers["content-length"], head.content) == (200, "1234", b"")
    empty = gateway.http.delete("/api/kpi/v1/empty", headers=gateway.bearer())
    assert (empty.status_code, empty.content) == (204, b"")
    assert "content-length" not in empty.headers
    assert "transfer-encoding" not in empty.headers
    fresh = gateway.http.get("/api/kpi/v1/conditional", headers=gateway.bearer())
    assert (fresh.status_code, fresh.headers["etag"]) == (200, ETAG.decode())
    known = gateway.http.get("/api/kpi/v1/conditional", headers=gateway.bearer() | {"if-none-match": ETAG.decode()})
    assert (known.status_code, known.content, known.headers["etag"]) == (304, b"", ETAG.decode())
    assert gateway.http.get("/api/kpi/v1/conditional", headers=gateway.bearer()).content == b"content"


@pytest.mark.parametrize("size", [0, 1, 65_536, 999_999, 1_000_000])
def test_bodies_arrive_byte_for_byte(gateway: Running, size: int) -> None:
    body = os.urandom(size)
    for content in (body, iter([body[: size // 2], body[size // 2 :]])):
        answer = gateway.http.post("/api/kpi/v1/echo", content=content, headers=gateway.bearer())
        assert answer.json()["sha256"] == hashlib.sha256(body).hexdigest()
        assert last(gateway).body == body


def test_a_byte_too_many_is_refused_whatever_was_announced(gateway: Running) -> None:
    before = len(gateway.services["kpi"].seen)
    body = b"x" * 1_000_001
    for content in (body, iter([body[:600_000], body[600_000:]])):
        answer = gateway.http.post("/api/kpi/v1/echo", content=content, headers=gateway.bearer())
        assert (answer.status_code, answer.json()["code"]) == (413, "payload_too_large")
        assert answer.headers["connection"] == "close"
    assert len(gateway.services["kpi"].seen) == before


@pytest.mark.parametrize("ending", ["ticket-imports", "ticket-imports/previews"])
def test_ticket_exports_take_large_bodies(gateway: Running, ending: str) -> None:
    piece = os.urandom(1_000_000)
    path = f"/api/kpi/v1/sources/1/{ending}"
    answer = gateway.http.post(path, content=iter([piece] * 10), headers=gateway.bearer(), timeout=60)
    assert answer.json()["sha256"] == hashlib.sha256(piece * 10).hexdigest()


def test_replays_take_large_bodies(gateway: Running) -> None:
    piece = os.urandom(1_000_000)
    answer = gateway.http.post(
        "/api/kpi/v1/sources/1/replays", content=iter([piece] * 10), headers=gateway.bearer(), timeout=60
    )
    assert answer.json()["sha256"] == hashlib.sha256(piece * 10).hexdigest()
    head = f"POST /api/kpi/v1/sources/1/replays HTTP/1.1\r\nhost: x\r\ncontent-length: {64 * 1024 * 1024 + 1}\r\n"
    announced = gateway.raw(f"{head}authorization: {gateway.bearer()['authorization']}\r\n\r\n".encode())
    assert announced.startswith(b"HTTP/1.1 413")
    put = gateway.http.put("/api/kpi/v1/sources/1/replays", content=piece + b"x", headers=gateway.bearer())
    assert put.status_code == 413


@pytest.mark.parametrize("encoding", ["gzip", "br", "identity, gzip", "x"])
def test_encoded_request_bodies_are_not_taken(gateway: Running, encoding: str) -> None:
    headers = gateway.bearer() | {"content-encoding": encoding}
    answer = gateway.http.post("/api/kpi/v1/echo", content=PACKED, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (415, "unsupported_media_type")
    plain = gateway.http.post(
        "/api/kpi/v1/echo", content=b"1", headers=gateway.bearer() | {"content-encoding": "identity"}
    )
    assert plain.status_code == 200


def test_webhooks_go_through_untouched_and_without_token(gateway: Running) -> None:
    body = json.dumps({"b": 1, "a": "\u00e9"}, indent=3).encode() + b"\r\n"
    headers = {
        "authorization": basic("tool", "secret"),
        "x-zendesk-webhook-signature": "abc=",
        "content-type": "application/json; charset=utf-8",
        "user-agent": "Zendesk Webhook",
    }
    answer = gateway.http.post(f"{SOURCE}?x=1", content=body, headers=headers)
    assert answer.status_code == 200
    request = last(gateway)
    assert (request.path, request.query, request.body) == (SOURCE, "x=1", body)
    for name, value in headers.items():
        assert request.header(name) == value
    assert request.header("x-forwarded-path") == SOURCE
    assert answer.headers["ratelimit-policy"] == '"hooks";q=60000;w=60'


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_what_a_tool_asks_before_it_sends_goes_through(gateway: Running, method: str) -> None:
    gateway.http.request(method, f"{SOURCE}?crc_token=abc")
    request = last(gateway)
    assert (request.method, request.path, request.query) == (method, SOURCE, "crc_token=abc")


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_webhooks_are_posted(gateway: Running, method: str) -> None:
    answer = gateway.http.request(method, SOURCE)
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST, HEAD, GET")
    assert answer.json()["code"] == "method_not_allowed"


@pytest.mark.parametrize(
    "path",
    [
        "/api/kpi/v1/echo",
        "/api/kpi/v2/echo",
        "/api/nothing",
        "/api/",
        "/api/kpi/internal/x",
        "/api/kpi/v1/../x",
        "/api//",
    ],
)
def test_anonymous_callers_learn_nothing_below_api(gateway: Running, path: str) -> None:
    before = {name: len(service.seen) for name, service in gateway.services.items()}
    for headers in ({}, {"authorization": "Bearer x"}, {"authorization": basic("a", "b")}, {"authorization": "Bearer"}):
        answer = gateway.http.send(
            gateway.http.build_request("GET", httpx.URL(gateway.url).copy_with(raw_path=path.encode()), headers=headers)
        )
        assert (answer.status_code, answer.json()["code"]) == (401, "unauthenticated")
        assert answer.headers["www-authenticate"] == "Bearer"
        assert "ratelimit-policy" in answer.headers
    assert before == {name: len(service.seen) for name, service in gateway.services.items()}


NOWHERE = [
    "/api/kpi",
    "/api/kpi/",
    "/api/kpi/v1",
    "/api/kpi/v1/",
    "/api/kpi/v2/x",
    "/api/KPI/v1/x",
    "/api/kpi/internal/x",
    "/api/kpi/healthz",
    "/api/kpi/openapi.json",
    "/api/users/v1/x",
    "/api/kpi/v1/../internal/x",
    "/api/kpi/v1/a/../../x",
    "/api/kpi/v1/./x",
    "/api/kpi/v1/%2e%2e/internal/x",
    "/api/kpi/v1/%2E%2E/x",
    "/api/kpi/v1/.%2e/x",
    "/api/kpi/v1/a%2fb",
    "/api/kpi/v1/a%2Fb",
    "/api/kpi/v1/a%5cb",
    "/api/kpi/v1/a\\b",
    "/api/kpi/v1//x",
    "/api/kpi//v1/x",
    "/api/kpi/v1/x//",
    "/api/kpi/v1/a%00b",
    "/api/kpi/v1/%",
    "/api/kpi/v1/%zz",
    "/api/kpi/v1/..",
    "/api/kpi/v1/a|b",
    '/api/kpi/v1/a"b',
]


@pytest.mark.parametrize("path", NOWHERE)
def test_what_is_not_in_the_table_is_not_there(gateway: Running, path: str) -> None:
    before = {name: len(service.seen) for name, service in gateway.services.items()}
    token = gateway.bearer()["authorization"]
    answer = gateway.raw(
        f"GET {path} HTTP/1.1\r\nhost: x\r\nauthorization: {token}\r\nconnection: close\r\n\r\n".encode()
    )
    assert answer.startswith((b"HTTP/1.1 404", b"HTTP/1.1 400")), answer
    if answer.startswith(b"HTTP/1.1 404"):
        problem = json.loads(answer.partition(b"\r\n\r\n")[2])
        plain = {"type": "/docs/errors#not_found", "title": "Not found", "status": 404, "code": "not_found"}
        assert problem == plain | {"instance": path}
    assert before == {name: len(service.seen) for name, service in gateway.services.items()}


@pytest.mark.parametrize(
    "path", ["/hooks/", "/hooks", "/hooks/a/b", "/hooks/..", "/hooks/%2e%2e", "/hooks/a%2fb", "/hooks//a"]
)
def test_webhook_addresses_have_one_segment(gateway: Running, path: str) -> None:
    before = len(gateway.services["kpi"].seen)
    answer = gateway.raw(f"POST {path} HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\nconnection: close\r\n\r\n".encode())
    assert answer.startswith(b"HTTP/1.1 404"), answer
    assert len(gateway.services["kpi"].seen) == before


def test_queries_mean_the_same_on_both_sides(gateway: Running) -> None:
    token = gateway.bearer()["authorization"].encode()
    for sent, got in ((b"a=%27%C3%A9&b=", "a=%27%C3%A9&b="), (b"a=\xc3\xa9%20+", "a=%C3%A9%20+"), (b"a=\xe9", "a=%E9")):
        head = b"GET /api/kpi/v1/echo?" + sent + b" HTTP/1.1\r\nhost: x\r\nauthorization: " + token
        answer = gateway.raw(head + b"\r\nconnection: close\r\n\r\n")
        assert answer.startswith((b"HTTP/1.1 200", b"HTTP/1.1 400")), answer
        if answer.startswith(b"HTTP/1.1 200"):
            assert last(gateway).query == got
        else:
            assert not sent.isascii()


def test_paths_mean_the_same_on_both_sides(gateway: Running) -> None:
    for path in ("/v1/a%20b/%C3%A9", "/v1/a'b(c)!*;x=1,2@:&+$~", "/v1/%41", "/v1/x/", "/v1/..a/b..c/...", "/v1/%257e"):
        token = gateway.bearer()["authorization"]
        head = f"GET /api/kpi{path} HTTP/1.1\r\nhost: x\r\nauthorization: {token}\r\nconnection: close\r\n\r\n"
        assert gateway.raw(head.encode()).startswith(b"HTTP/1.1 200")
        assert last(gateway).path == path
