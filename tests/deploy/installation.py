"""A runner in a process of its own, as a test drives it."""

import json
import os
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Any

from tests.support.postgres import copy_empty_cluster
from tests.support.processes import descendants, end_by_force, eventually

REPOSITORY = Path(__file__).resolve().parents[2]


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class FakeCopil:
    """Starts, asks and kills `tests.support.fake_copil`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.output = folder / "output.txt"
        self._started: list[subprocess.Popen[bytes]] = []
        self._seen: set[int] = set()

    def start(self, **environment: str) -> subprocess.Popen[bytes]:
        """Start it without waiting."""
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(("COPIL_", "MAKE"))}
        with self.output.open("wb") as output:
            process = subprocess.Popen(
                [sys.executable, "-m", "tests.support.fake_copil"],
                cwd=REPOSITORY,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env={
                    **inherited,
                    "COPIL_PORT": str(self.port),
                    "COPIL_DATA_DIR": str(self.folder),
                    "DEMO": "0",
                    **environment,
                },
            )
        self._started.append(process)
        return process

    def start_ready(self, **environment: str) -> subprocess.Popen[bytes]:
        """Start it, on a cluster that need not be prepared, and wait until it says that it is ready."""
        if "COPIL_POSTGRES_URL" not in environment and not (self.folder / "postgres").exists():
            binaries = environment.get("COPIL_POSTGRES_BINARIES")
            copy_empty_cluster(self.folder, Path(binaries) if binaries else None)
        process = self.start(**environment)
        eventually(lambda: "Ready in" in self.said() or process.poll() is not None, "ready", 30)
        assert process.poll() is None, self.said()
        self._seen |= descendants(process.pid)
        return process

    def said(self) -> str:
        """What it printed so far."""
        return self.output.read_text()

    def processes(self) -> dict[str, dict[str, Any]]:
        """Content of processes.json."""
        content: dict[str, dict[str, Any]] = json.loads((self.folder / "processes.json").read_text())
        self._seen |= {process["pid"] for process in content.values()}
        return content

    def ask(self, port: int, path: str = "/", timeout: float = 15) -> dict[str, Any]:
        """A request to one application."""
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=timeout) as answer:
            content: dict[str, Any] = json.load(answer)
            return content

    def end(self) -> None:
        """End everything that was started here."""
        for process in self._started:
            self._seen |= descendants(process.pid) if process.poll() is None else set()
            process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        end_by_force(self._seen)
