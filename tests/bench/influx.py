"""InfluxDB of Debian, durable: a write-ahead log that is synced at every write, as ours is."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from tests.bench.composing import BATCH, events, now_us
from tests.bench.errors import BenchError
from tests.bench.servers import Server
from tests.bench.wrk import raw_request
from tests.support.apps import HOST, address, free_port

_CONFIGURATION = """
reporting-disabled = true
bind-address = "{host}:{rpc}"
[meta]
dir = "{folder}/meta"
[data]
dir = "{folder}/data"
wal-dir = "{folder}/wal"
wal-fsync-delay = "0s"
index-version = "tsi1"
query-log-enabled = false
max-series-per-database = 0
max-values-per-tag = 0
[http]
bind-address = "{host}:{port}"
log-enabled = false
max-body-size = 0
[monitor]
store-enabled = false
[subscriber]
enabled = false
"""
_DATABASE = "bench"


@contextmanager
def influx(folder: Path) -> Iterator[Server]:
    """A running server with an empty database."""
    own = folder / "influx"
    own.mkdir()
    port = free_port()
    configuration = own / "influx.conf"
    configuration.write_text(_CONFIGURATION.format(host=HOST, port=port, rpc=free_port(), folder=own))
    process = subprocess.Popen(
        ["influxd", "-config", str(configuration)],
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        _wait(address(port), process)
        httpx.post(f"{address(port)}/query", data={"q": f"CREATE DATABASE {_DATABASE}"}).raise_for_status()
        yield Server(address(port), process.pid)
    finally:
        process.terminate()
        process.wait(30)


def batch() -> bytes:
    """A request of a thousand events as points: where they came from as tags; ids and bytes as fields, as COPY."""
    begin_us = now_us()
    lines = []
    for number, event in enumerate(events(BATCH)):
        body = event.body.decode().replace("\\", "\\\\").replace('"', '\\"')
        fields = f'id="{event.event_id}",ticket="{event.ticket_id}",body="{body}"'
        lines.append(f"event,source=generic,kind=status {fields} {(begin_us + number) * 1_000}")
    return raw_request("POST", f"/write?db={_DATABASE}", {"content-type": "text/plain"}, "\n".join(lines).encode())


def _wait(url: str, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + 20
    while process.poll() is None and time.monotonic() < deadline:
        try:
            httpx.get(f"{url}/ping", timeout=2.0, trust_env=False).raise_for_status()
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise BenchError("InfluxDB does not answer")
