"""Load by wrk: one thread, prepared requests, figures as numbers."""

import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.bench.errors import BenchError

_SCRIPT = Path(__file__).with_name("send.lua")
_PREFIX = "RESULT "


@dataclass(frozen=True)
class Load:
    """What one run of wrk saw; times in milliseconds."""

    requests: int
    seconds: float
    p50: float
    p95: float
    p99: float

    @property
    def rate(self) -> float:
        """Answered requests per second."""
        return self.requests / self.seconds


def raw_request(method: str, path: str, headers: Mapping[str, str], body: bytes = b"") -> bytes:
    """The bytes of one HTTP/1.1 request."""
    fields = {"host": "127.0.0.1", **headers}
    if body:
        fields["content-length"] = str(len(body))
    lines = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"{method} {path} HTTP/1.1\r\n{lines}\r\n".encode("latin-1") + body


def write_requests(path: Path, requests: Iterable[bytes]) -> Path:
    """Keep requests for wrk."""
    with path.open("wb") as file:
        for request in requests:
            file.write(b"%08d" % len(request))
            file.write(request)
    return path


def load(url: str, requests: Path, connections: int, seconds: int) -> Load:
    """Send prepared requests for a while. Raises: BenchError when any was refused or broken."""
    command = [
        "wrk", "--threads", "1", "--connections", str(connections), "--duration", f"{seconds}s", "--timeout", "10s",
        "--script", str(_SCRIPT), url, str(requests),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, timeout=seconds + 30)
    told = next((line for line in done.stdout.splitlines() if line.startswith(_PREFIX)), None)
    if told is None:
        raise BenchError(f"wrk failed: {done.stdout[-400:]} {done.stderr[-400:]}")
    number, took_us, p50_us, p95_us, p99_us, refused, broken = map(int, told.removeprefix(_PREFIX).split())
    if refused or broken or not number:
        raise BenchError(f"{url}: {number} answers, {refused} refused, {broken} broken")
    return Load(number, took_us / 1e6, p50_us / 1e3, p95_us / 1e3, p99_us / 1e3)
