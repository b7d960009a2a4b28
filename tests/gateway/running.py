"""A gateway that runs, as tests talk to it."""

import asyncio
import base64
import socket
import threading
import time
import weakref
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import asyncpg
import httpx
import uvicorn
import uvloop
from cryptography.fernet import Fernet
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.types import ASGIApp, Receive, Scope, Send

from deploy.local.urls import plain
from gateway.app import create_app
from gateway.server import GatewayProtocol
from gateway.settings import GatewaySettings
from tests.gateway.fakes import FakeService
from tests.support.apps import HOST, address
from tests.support.callers import TokenDesk
from tests.support.databases import blocking

VAULT_KEY = Fernet.generate_key().decode()


@dataclass
class Running:
    """A gateway that runs, and what it stands on."""

    url: str
    port: int
    settings: GatewaySettings
    desk: TokenDesk
    services: dict[str, FakeService]
    http: httpx.Client
    engine: AsyncEngine
    tokens: dict[str, str] = field(default_factory=dict)

    def internal(self) -> dict[str, str]:
        """What the contracts service shows the gateway."""
        return {"authorization": f"Bearer {self.desk.for_service('contracts', 'gateway')}"}

    def new_client(self, *functions: str) -> tuple[str, str]:
        """A machine client: its id and secret."""
        client_id, organisation_id = str(uuid4()), str(uuid4())
        answer = self.http.put(
            f"/internal/credentials/{client_id}", json={"organisation_id": organisation_id}, headers=self.internal()
        )
        assert answer.status_code == 200, answer.text
        self.services["contracts"].clients[client_id] = {
            "client_id": client_id,
            "organisation_id": organisation_id,
            "name": "Client",
            "functions": list(functions or ("manager",)),
            "roles": ["donneur_ordre"],
            "revoked": False,
        }
        return client_id, answer.json()["client_secret"]

    def ask_token(self, client_id: str, secret: str, **options: Any) -> httpx.Response:
        """POST /auth/token by HTTP Basic."""
        return self.http.post(
            "/auth/token", data={"grant_type": "client_credentials"}, auth=(client_id, secret), **options
        )

    def token(self, *functions: str) -> str:
        """An access token of a new client."""
        answer = self.ask_token(*self.new_client(*functions))
        assert answer.status_code == 200, answer.text
        return str(answer.json()["access_token"])

    def bearer(self, name: str = "somebody") -> dict[str, str]:
        """Header fields of a client that stays the same within the test module."""
        if name not in self.tokens:
            self.tokens[name] = self.token()
        return {"authorization": f"Bearer {self.tokens[name]}"}

    def raw(self, data: bytes, *, patience: float = 5.0) -> bytes:
        """Send bytes on a connection of their own; everything that comes back until it is closed or silent."""
        with socket.create_connection((HOST, self.port), timeout=patience) as connection:
            connection.sendall(data)
            return received(connection)


def received(connection: socket.socket) -> bytes:
    """Everything that comes until the end, or until nothing has come for the connection's time-out."""
    got = b""
    try:
        while piece := connection.recv(65_536):
            got += piece
    except TimeoutError:
        got += b"<silence>"
    except ConnectionResetError:
        got += b"<reset>"
    return got


def basic(client_id: str, secret: str) -> str:
    """The value of `authorization` for HTTP Basic."""
    return "Basic " + base64.b64encode(f"{client_id}:{secret}".encode()).decode()


@contextmanager
def serving_gateway(settings: GatewaySettings, port: int) -> Iterator[str]:
    """The gateway as the runner serves it: uvloop, and its own way of reading heads."""
    with _serving(create_app(settings), [socket.create_server((HOST, port))], http=GatewayProtocol):
        yield address(port)


@contextmanager
def serving_all(apps: Sequence[ASGIApp]) -> Iterator[list[int]]:
    """Several small applications on one server, each on a port of its own; the ports."""
    sockets = [socket.create_server((HOST, 0)) for _ in apps]
    ports = [int(one.getsockname()[1]) for one in sockets]
    by_port = dict(zip(ports, apps, strict=True))

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await by_port[scope["server"][1]](scope, receive, send)

    with _serving(app, sockets, lifespan="off"):
        yield ports


@contextmanager
def _serving(app: ASGIApp, sockets: list[socket.socket], **options: Any) -> Iterator[None]:
    config = uvicorn.Config(
        app,
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=1,
        **options,
    )
    server = uvicorn.Server(config)

    def run() -> None:
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            runner.run(server.serve(sockets=sockets))

    thread = threading.Thread(target=run, name="server", daemon=True)
    thread.start()
    try:
        deadline = time.monotonic() + 15
        while not server.started:
            assert thread.is_alive(), "the server did not start"
            assert time.monotonic() < deadline, "the server does not start"
            time.sleep(0.005)
        yield
    finally:
        server.should_exit = True
        thread.join(15)
        for one in sockets:
            one.close()
        assert not thread.is_alive(), "the server does not end"


Start = Callable[..., Running]


def execute(gateway: Running, statement: str, *values: Any) -> list[asyncpg.Record]:
    """A statement in the gateway's database, by the worker's role."""

    async def run() -> list[asyncpg.Record]:
        connection = await asyncpg.connect(plain(gateway.settings.worker_database_url))
        try:
            rows: list[asyncpg.Record] = await connection.fetch(statement, *values)
            return rows
        finally:
            await connection.close()

    return blocking(run())


@dataclass
class Someone:
    """A person who may sign in."""

    id: str
    organisation_id: str
    email: str
    password: str


def new_person(gateway: Running, *functions: str, organisation_id: str | None = None) -> Someone:
    """A person with a drawn password, whom the contracts service knows."""
    person_id, organisation = str(uuid4()), organisation_id or str(uuid4())
    email = f"{person_id}@maison-verlaine.example"
    answer = gateway.http.put(
        f"/internal/people/{person_id}",
        json={"organisation_id": organisation, "email": email},
        headers=gateway.internal(),
    )
    assert answer.status_code == 200, answer.text
    gateway.services["contracts"].people[person_id] = {
        "id": person_id,
        "email": email,
        "name": "Claire Morel",
        "organisation": {"id": organisation, "name": "Maison Verlaine"},
        "functions": list(functions or ("manager",)),
        "roles": ["donneur_ordre"],
        "active": True,
    }
    return Someone(person_id, organisation, email, answer.json()["password"])


class Browser:
    """A browser with a page of ours open: it keeps cookies and says where its requests come from."""

    def __init__(self, gateway: Running) -> None:
        self.gateway = gateway
        self.http = httpx.Client(base_url=gateway.url, timeout=20, trust_env=False)
        weakref.finalize(self, self.http.close)
        self.own = {"x-copil-csrf": "1", "origin": gateway.url, "sec-fetch-site": "same-origin"}

    @property
    def cookie_name(self) -> str:
        """The name of the session's cookie."""
        return f"copil-{self.gateway.port}"

    @property
    def cookie(self) -> str:
        """What the session's cookie holds."""
        return self.http.cookies[self.cookie_name]

    def sign_in(self, somebody: Someone) -> httpx.Response:
        """Sign in with the right password."""
        return self.call("POST", "/auth/session", json={"email": somebody.email, "password": somebody.password})

    def call(self, method: str, path: str, **options: Any) -> httpx.Response:
        """A request of our page."""
        return self.http.request(method, path, headers={**self.own, **options.pop("headers", {})}, **options)

    def get(self, path: str, **options: Any) -> httpx.Response:
        """GET."""
        return self.call("GET", path, **options)


def signed_in(gateway: Running, *functions: str) -> tuple[Browser, Someone]:
    """A new person, signed in."""
    somebody, browser = new_person(gateway, *functions), Browser(gateway)
    answer = browser.sign_in(somebody)
    assert answer.status_code == 200, answer.text
    return browser, somebody
