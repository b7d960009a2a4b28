"""What the supervisor runs: a list of processes, as data."""

import asyncio
import socket
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Any


class Kind(StrEnum):
    """How a process is run."""

    APP = "app"
    """An ASGI application on a socket of the supervisor."""
    WORKER = "worker"
    """A coroutine that works until SIGTERM."""
    TASK = "task"
    """A function that runs once; tried again when it fails."""


class Stage(IntEnum):
    """Order of stopping: what calls others goes before what is called."""

    GATEWAY = 0
    SERVICE = 1
    WORKER = 2
    DATABASE = 3


@dataclass(frozen=True)
class Process:
    """One process of the installation."""

    name: str
    kind: Kind
    stage: Stage
    factory: Callable[[Any], Any]
    """App: settings -> ASGI application. Worker: settings -> coroutine. Task: settings -> None."""
    settings: Any
    listener: socket.socket | None = None
    protocol: type[asyncio.Protocol] | None = None
    """How uvicorn speaks HTTP, where an application needs its own way (apps)."""
    keep_alive: int = 5
    """Seconds that an idle connection is kept (apps)."""
