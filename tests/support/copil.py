"""The whole product as a user starts it: real processes, real PostgreSQL, real HTTP."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from deploy.local import frontend
from tests.support.postgres import temporary_folder
from tests.support.processes import descendants, end_by_force

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 240.0
"""Until the demonstration is loaded, on a machine that does other things too."""


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass
class Copil:
    """A running installation."""

    base_url: str
    folder: Path
    process: subprocess.Popen[bytes]

    @property
    def credentials(self) -> dict[str, Any]:
        """The demonstration's sign-ins."""
        content: dict[str, Any] = json.loads((self.folder / "demo-credentials.json").read_text())
        return content

    @property
    def pids(self) -> dict[str, int]:
        """The process of each part, now."""
        content = json.loads((self.folder / "processes.json").read_text())
        return {name: told["pid"] for name, told in content.items() if isinstance(told, dict) and told.get("pid")}

    def client(self, name: str | None = None) -> httpx.Client:
        """The public API, as one of the demonstration's clients or as nobody."""
        client = httpx.Client(base_url=self.base_url, timeout=60.0, trust_env=False)
        if name is not None:
            client.headers["authorization"] = f"Bearer {self.token(name)}"
        return client

    def token(self, name: str) -> str:
        """An access token of one of the demonstration's clients."""
        told = self.credentials["clients"][name]
        return self.token_of(told["client_id"], told["client_secret"])

    def token_of(self, client_id: str, client_secret: str) -> str:
        """An access token of a client."""
        answer = httpx.post(
            f"{self.base_url}/auth/token",
            data={"grant_type": "client_credentials"},
            auth=(client_id, client_secret),
            trust_env=False,
        )
        answer.raise_for_status()
        token: str = answer.json()["access_token"]
        return token

    def administrator(self) -> str:
        """An access token of the operator's client of an installation that began with nothing."""
        told = json.loads((self.folder / "administrator.json").read_text())
        return self.token_of(told["client_id"], told["client_secret"])

    def wait_ready(self, patience: float = PATIENCE) -> None:
        """Wait until `/readyz` answers 200."""
        deadline = time.monotonic() + patience
        while True:
            assert self.process.poll() is None, f"copil ended: {self.output()}"
            try:
                if httpx.get(f"{self.base_url}/readyz", timeout=5.0, trust_env=False).status_code == 200:
                    return
            except httpx.TransportError:
                pass
            assert time.monotonic() < deadline, f"not ready after {patience:.0f} s: {self.output()}"
            time.sleep(0.05)

    def output(self) -> str:
        """What it said on the terminal and in its logs, for a failing test."""
        logs = [path.read_text(errors="replace")[-2000:] for path in sorted((self.folder / "logs").glob("*.log"))]
        return "\n".join([(self.folder / "terminal.txt").read_text(errors="replace")[-2000:], *logs])

    @contextmanager
    def stopped(self, *parts: str) -> Iterator[None]:
        """SIGSTOP processes, those below them included, until the block ends."""
        pids = sorted({pid for part in parts for pid in descendants(self.pids[part])})
        try:
            for pid in pids:
                os.kill(pid, signal.SIGSTOP)
            yield
        finally:
            for pid in pids:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGCONT)

    def stop(self, patience: float = 30.0) -> int:
        """Ctrl-C; the exit status."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        return self.process.wait(patience)


@contextmanager
def running_copil(folder: Path, environment: Mapping[str, str] | None = None) -> Iterator[Copil]:
    """Start Copil on that data folder and a free port; stopped, or ended by force, when the block ends."""
    port = free_port()
    wanted = {**os.environ, "COPIL_PORT": str(port), "COPIL_DATA_DIR": str(folder), **(environment or {})}
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "terminal.txt").open("ab") as terminal:
        process = subprocess.Popen(
            [sys.executable, "-m", "deploy.local", "run"],
            cwd=ROOT, env=wanted, stdin=subprocess.DEVNULL, stdout=terminal, stderr=subprocess.STDOUT,
        )  # fmt: skip
    copil = Copil(f"http://127.0.0.1:{port}", folder, process)
    everyone = {process.pid}
    try:
        copil.wait_ready()
        everyone = descendants(process.pid)
        yield copil
    finally:
        everyone |= descendants(process.pid)
        with suppress(subprocess.TimeoutExpired):
            copil.stop()
        end_by_force(everyone)


@pytest.fixture(scope="session")
def copil() -> Iterator[Copil]:
    """One installation with the demonstration, shared by tests that only add to it; its front end is the newest."""
    frontend.build(ROOT / "frontend")
    with temporary_folder() as folder, running_copil(folder / "data") as running:
        yield running


@pytest.fixture(scope="session")
def empty_copil() -> Iterator[Copil]:
    """One installation that began with nothing, shared by tests that add companies of their own."""
    frontend.build(ROOT / "frontend")
    with temporary_folder() as folder, running_copil(folder / "data", {"DEMO": "0"}) as running:
        yield running
