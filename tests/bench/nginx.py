"""nginx of Debian: a fixed upstream, and proxy_pass in front of it as the peer of the gateway."""

import json
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import msgspec

from gateway.tokens.clients import Client
from tests.bench.errors import BenchError
from tests.bench.servers import Server
from tests.support.apps import HOST, address, free_port

_CONFIGURATION = """
daemon off; worker_processes 1; pid {name}.pid; error_log {name}.log;
events {{ worker_connections 1024; }}
http {{
  access_log off; keepalive_requests 1000000;
  client_body_temp_path {name}-1; proxy_temp_path {name}-2; fastcgi_temp_path {name}-3; uwsgi_temp_path {name}-4;
  scgi_temp_path {name}-5;
  {content}
}}
"""
_UPSTREAM = """
  server {{ listen {host}:{port}; default_type application/json;
    location / {{ return 200 '{answer}'; }}
    location /internal/clients/ {{ return 200 '{client}'; }} }}
"""
_PROXY = """
  upstream fixed {{ server {host}:{upstream}; keepalive 128; keepalive_requests 1000000; }}
  server {{ listen {host}:{port};
    location / {{ proxy_pass http://fixed; proxy_http_version 1.1; proxy_set_header Connection ""; }} }}
"""

ANSWER = json.dumps({"id": "0199c3a0-7d2e-7c11-9a8b-5b1f0d3c2e4a", "title": "Service clients", "note": "x" * 500})
CLIENT = msgspec.to_builtins(
    # The gateway's own type: a field that it comes to ask for is missing here no more.
    Client("bench", "bench", "0199c3a0-7d2e-7c11-9a8b-5b1f0d3c2e4b", ["manager"], [], revoked=False)
)
"""The machine client that a gateway in front of the fixed upstream is told of."""


@dataclass(frozen=True)
class Nginx:
    """Both servers."""

    upstream: Server
    proxy: Server


@contextmanager
def nginx(folder: Path) -> Iterator[Nginx]:
    """A fixed upstream, and nginx in front of it."""
    upstream, port = free_port(), free_port()
    answering = _UPSTREAM.format(host=HOST, port=upstream, answer=ANSWER, client=json.dumps(CLIENT))
    passing = _PROXY.format(host=HOST, port=port, upstream=upstream)
    with _running(folder, "upstream", answering, upstream) as fixed, _running(folder, "proxy", passing, port) as proxy:
        yield Nginx(fixed, proxy)


@contextmanager
def _running(folder: Path, name: str, content: str, port: int) -> Iterator[Server]:
    configuration = folder / f"{name}.conf"
    configuration.write_text(_CONFIGURATION.format(name=name, content=content))
    command = ["nginx", "-p", f"{folder}/", "-c", str(configuration), "-e", str(folder / f"{name}.log")]
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(address(port), process)
        yield Server(address(port), process.pid)
    finally:
        process.terminate()
        process.wait(10)


def _wait(url: str, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + 10
    while process.poll() is None and time.monotonic() < deadline:
        try:
            httpx.get(url, timeout=2.0, trust_env=False).raise_for_status()
        except httpx.TransportError:
            time.sleep(0.02)
        else:
            return
    raise BenchError("nginx does not answer")
