"""A gateway that runs, as tests talk to it."""

import asyncio
import base64
import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import httpx
import uvicorn
import uvloop
from cryptography.fernet import Fernet
from sqlalchemy.ext.asyncio import AsyncEngine
from starlette.types import ASGIApp, Receive, Scope, Send

from gateway.app import create_app
from gateway.server import GatewayProtocol
from gateway.settings import GatewaySettings
from tests.gateway.fakes import FakeService
from tests.support.apps import HOST, address
from tests.support.callers import TokenDesk

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
