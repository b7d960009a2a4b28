"""Services that stand behind the gateway in tests: each answers as its address asks, and remembers what came."""

import asyncio
import gzip
import hashlib
import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from starlette.types import Receive, Scope, Send

PACKED = gzip.compress(b"packed " * 100, mtime=0)
ETAG = b'"abc"'


@dataclass(frozen=True)
class Seen:
    """One request as the service got it."""

    method: str
    path: str
    query: str
    headers: list[tuple[str, str]]
    body: bytes

    def header(self, name: str) -> str | None:
        """The only value of a field; None when absent."""
        values = [value for key, value in self.headers if key == name]
        assert len(values) < 2, f"{name} came twice"
        return values[0] if values else None


@dataclass
class FakeService:
    """A service of that name."""

    name: str
    seen: list[Seen] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    """Paths whose caller went away before the end."""
    clients: dict[str, dict[str, Any]] = field(default_factory=dict)
    people: dict[str, dict[str, Any]] = field(default_factory=dict)
    contracts: dict[str, set[str]] = field(default_factory=dict)
    """Organisation -> contracts that it is a party of."""
    taken: set[str] = field(default_factory=set)
    """Addresses of people whom it keeps already."""
    policy: str | None = None
    """What its pages may load, as it says."""
    ready: bool = True
    failing: bool = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "lifespan":
            for phase in ("startup", "shutdown"):
                await receive()
                await send({"type": f"lifespan.{phase}.complete"})
            return
        path = scope["raw_path"].decode()
        body = bytearray()
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                self.left.append(path)
                return
            body += message.get("body", b"")
            if not message.get("more_body"):
                break
        headers = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in scope["headers"]]
        request = Seen(scope["method"], path, scope["query_string"].decode("latin-1"), headers, bytes(body))
        if path not in ("/readyz", "/openapi.json"):
            self.seen.append(request)
        await self._answer(request, receive, send)

    async def _answer(self, request: Seen, receive: Receive, send: Send) -> None:
        query = dict(parse_qsl(request.query))
        leaf = request.path.rpartition("/")[2]
        if self.failing:
            await _send(send, 503, b"{}")
        elif request.path == "/readyz":
            await _send(send, 200 if self.ready else 503, b"{}")
        elif request.path == "/openapi.json":
            await _send(send, 200, json.dumps(openapi(self.name)).encode())
        elif request.path.startswith("/internal/clients/"):
            client = self.clients.get(leaf)
            await _send(send, 200 if client else 404, json.dumps(client).encode())
        elif leaf == "joining":
            await self._join(request, send)
        elif request.path.startswith("/internal/people/"):
            person = self.people.get(leaf)
            await _send(send, 200 if person else 404, json.dumps(person).encode())
        elif leaf == "standing":
            held = self.contracts.get(request.path.split("/")[3], set()) & set(query.get("among", "").split(","))
            await _send(send, 200, json.dumps({"contract_ids": sorted(held)}).encode())
        elif leaf == "slow":
            await asyncio.sleep(float(query["seconds"]))
            await _send(send, 200, b"late")
        elif leaf == "gzip":
            await _send(send, 200, PACKED, [(b"content-encoding", b"gzip")])
        elif leaf == "conditional":
            if request.header("if-none-match") == ETAG.decode():
                await _send(send, 304, None, [(b"etag", ETAG)])
            else:
                await _send(send, 200, b"content", [(b"etag", ETAG)])
        elif leaf == "empty":
            await _send(send, 204, None)
        elif leaf == "teapot":
            await _send(send, 418, b"short and stout", [(b"x-own", b"1"), (b"set-cookie", b"a=b"), (b"x-own", b"2")])
        elif leaf == "stream":
            await self._stream(request.path, int(query["pieces"]), receive, send)
        elif leaf == "cut":
            await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"200000")]})
            await send({"type": "http.response.body", "body": b"x" * 100_000, "more_body": True})
            raise ConnectionError("cut on purpose")
        elif request.method == "HEAD":
            await _send(send, 200, None, [(b"content-length", b"1234")])
        else:
            told = {"service": self.name, "path": request.path, "sha256": hashlib.sha256(request.body).hexdigest()}
            policy = [(b"content-security-policy", self.policy.encode())] if self.policy else []
            await _send(send, 200, json.dumps(told).encode(), policy)

    async def _join(self, request: Seen, send: Send) -> None:
        person = self.people.get(request.path.split("/")[3])
        told = json.loads(request.body)
        person_id = request.path.split("/")[3]
        if told.get("email") in self.taken:
            await _send(send, 409, b"{}")
        elif person is None and "email" not in told:
            await _send(send, 404, b"{}")
        else:
            new: dict[str, Any] = {
                "id": person_id,
                "organisation": {"id": person_id, "name": "Copil"},
                "roles": [],
                "functions": ["platform_admin"],
                "email": told.get("email"),
            }
            self.people[person_id] = (person or new) | {"name": told["name"], "active": True, "invited": False}
            await _send(send, 204, None)

    async def _stream(self, path: str, pieces: int, receive: Receive, send: Send) -> None:
        leaving = asyncio.ensure_future(receive())
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]})
        for number in range(pieces):
            if leaving.done():
                self.left.append(path)
                return
            await send({"type": "http.response.body", "body": b"%07d\n" % number * 8192, "more_body": True})
            await asyncio.sleep(0)
        leaving.cancel()
        await send({"type": "http.response.body", "body": b""})


async def _send(send: Send, status: int, body: bytes | None, fields: list[tuple[bytes, bytes]] | None = None) -> None:
    headers = [(b"content-type", b"application/json"), *(fields or [])]
    if body is not None:
        headers.append((b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body or b""})


def openapi(service: str) -> dict[str, Any]:
    """A small description, with a component that every service calls the same and means differently."""
    reference = {"$ref": "#/components/schemas/Thing"}
    shared = {"$ref": "#/components/schemas/Problem"}
    answers = {"200": {"description": "ok", "content": {"application/json": {"schema": reference}}},
               "404": {"description": "no", "content": {"application/problem+json": {"schema": shared}}}}  # fmt: skip
    operation = {"operationId": "read_thing", "tags": ["things"], "x-right": "thing:read", "responses": answers}
    paths: dict[str, Any] = {
        "/v1/things/{id}": {"get": operation},
        "/internal/secret": {"get": {"operationId": "never", "responses": {}}},
    }
    if service == "kpi":
        paths["/v1/bi/things"] = {"get": operation | {"operationId": "read_things"}}
        paths["/hooks/{source_id}"] = {"post": {"operationId": "receive", "responses": answers}}
    return {
        "openapi": "3.1.0",
        "info": {"title": service, "version": "1"},
        "paths": paths,
        "components": {
            "schemas": {
                "Thing": {"type": "object", "properties": {service: {"type": "string"}, "self": reference}},
                "Problem": {"type": "object", "properties": {"code": {"type": "string"}}},
            }
        },
    }
