"""Applications as the runner starts them: forked after import, each alone in its process, logs to a file."""

import gc
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from deploy.local.process import Kind, Process, Stage
from deploy.local.sockets import HOST, listen, port_of
from deploy.local.units import ForkedUnit
from tests.bench.errors import BenchError

_PATIENCE = 20.0


@dataclass(frozen=True)
class Server:
    """A running application."""

    url: str
    pid: int


@contextmanager
def served(
    name: str, factory: Callable[[Any], Any], settings: Any, folder: Path, *, path: str = "/healthz", **options: Any
) -> Iterator[Server]:
    """The application answers until the block ends; `options` are those of the runner's `Process`."""
    with listen() as listener:
        port = port_of(listener)
        process = Process(name, Kind.APP, Stage.SERVICE, factory, settings, listener, **options)
        unit = ForkedUnit(process, folder / f"{name}.log", lambda: None)
        # As the supervisor does it: what was imported is never garbage, in the children either.
        gc.collect()
        gc.freeze()
        unit.start()
        try:
            _wait(f"http://{HOST}:{port}{path}", unit)
            assert unit.pid is not None
            yield Server(f"http://{HOST}:{port}", unit.pid)
        finally:
            _stop(unit)


def _wait(address: str, unit: ForkedUnit) -> None:
    deadline = time.monotonic() + _PATIENCE
    while unit.poll() is None and time.monotonic() < deadline:
        try:
            if httpx.get(address, timeout=2.0, trust_env=False).is_success:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.02)
    raise BenchError(f"{unit.name} does not answer at {address}")


def _stop(unit: ForkedUnit) -> None:
    for number in (signal.SIGTERM, signal.SIGKILL):
        deadline = time.monotonic() + 5
        unit.signal(number)
        while unit.poll() is None and time.monotonic() < deadline:
            time.sleep(0.02)
