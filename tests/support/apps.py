"""Applications served over real HTTP, each by its own server in a thread, and the addresses at which they answer."""

import asyncio
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

import uvicorn
from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.types import ASGIApp

HOST = "127.0.0.1"


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def address(port: int) -> str:
    """Where an application on that port answers."""
    return f"http://{HOST}:{port}"


def api_routes(app: FastAPI) -> list[APIRoute]:
    """Every route of an application, those of the routers that it includes among them."""
    found: list[APIRoute] = []
    waiting: list[Any] = list(app.routes)
    while waiting:
        entry = waiting.pop()
        if isinstance(entry, APIRoute):
            found.append(entry)
        elif (router := getattr(entry, "original_router", None)) is not None:
            waiting += router.routes
    return found


@contextmanager
def serving(app: ASGIApp, port: int) -> Iterator[str]:
    """The application answers on the port until the block ends; its address."""
    # The protocol is named: asyncio leaves small answers waiting for more (Nagle) on a socket that does not say TCP.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((HOST, port))
    server = uvicorn.Server(
        uvicorn.Config(
            cast(Any, app), lifespan="on", ws="none", log_config=None, access_log=False, timeout_graceful_shutdown=2
        )
    )
    # A loop of its own: a test that blocks must not stop the application it talks to.
    thread = threading.Thread(
        target=lambda: asyncio.run(server.serve(sockets=[listener])), name=f"app-{port}", daemon=True
    )
    thread.start()
    try:
        deadline = time.monotonic() + 15
        while not server.started:
            assert thread.is_alive(), "the application did not start"
            assert time.monotonic() < deadline, "the application does not start"
            time.sleep(0.005)
        yield address(port)
    finally:
        server.should_exit = True
        thread.join(15)
        listener.close()
        assert not thread.is_alive(), "the application does not end"
