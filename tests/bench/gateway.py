"""Item 5: an authenticated GET through the gateway, against nginx proxy_pass in front of the same fixed upstream."""

import asyncio
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import httpx
from pydantic import SecretStr

from gateway.app import create_app
from gateway.server import GatewayProtocol
from gateway.settings import GatewaySettings
from services.common.migrations import migrate
from tests.bench import wrk
from tests.bench.figures import Figure, alternate, ratios
from tests.bench.house import House
from tests.bench.machine import cpu_seconds
from tests.bench.nginx import CLIENT, Nginx
from tests.bench.servers import Server, served
from tests.support.apps import address, free_port
from tests.support.callers import TokenDesk
from tests.support.settings import common_settings

SECONDS = 2
CONNECTIONS = 16
UNLIMITED = "100000000/minute"
"""The limits of the gateway count as ever, but are not reached."""

_PATH = "/api/contracts/v1/contracts/0199c3a0-7d2e-7c11-9a8b-5b1f0d3c2e4a"


def measure(house: House, peers: Nginx, folder: Path) -> list[Figure]:
    """Item 5, on the fixed upstream."""
    secret = secrets.token_urlsafe(32)
    asyncio.run(migrate("gateway", house.services["gateway"].owner))
    with _gateway(house, peers, folder, secret) as gateway:
        fields = {"authorization": f"Bearer {_token(gateway, secret)}"}
        requests = wrk.write_requests(folder / "reads", [wrk.raw_request("GET", _PATH, fields)])
        for server in (gateway, peers.proxy):
            wrk.load(server.url, requests, CONNECTIONS, 1)
        ours, theirs = alternate(lambda: get(gateway, requests), lambda: get(peers.proxy, requests))
    return figures("5", "authenticated GET through the gateway, fixed upstream", ours, theirs)


def figures(
    name: str, what: str, ours: list[tuple[wrk.Load, float]], theirs: list[tuple[wrk.Load, float]]
) -> list[Figure]:
    """CPU per request against nginx, and the tail."""
    loads = [load for load, _ in ours]
    facts = {
        "gateway_cpu_us": round(median([cpu for _, cpu in ours]), 1),
        "nginx_cpu_us": round(median([cpu for _, cpu in theirs]), 1),
        "gateway_per_second": round(median([load.rate for load in loads])),
        "nginx_per_second": round(median([load.rate for load, _ in theirs])),
        "p50_ms": round(median([load.p50 for load in loads]), 2),
        "p99_ms": round(median([load.p99 for load in loads]), 2),
    }
    return [
        Figure(name, f"{what}, CPU per request; c={CONNECTIONS}", "nginx proxy_pass, fixed upstream",
               ratios([cpu for _, cpu in ours], [cpu for _, cpu in theirs]), at_most=16.0, facts=facts),
        Figure(f"{name}t", f"{what}, p99; c={CONNECTIONS}", "its p50", [load.p99 / load.p50 for load in loads],
               at_most=4.0),
    ]  # fmt: skip


def get(server: Server, requests: Path) -> tuple[wrk.Load, float]:
    """What wrk saw, and µs of the server's CPU per request."""
    before = cpu_seconds(server.pid)
    load = wrk.load(server.url, requests, CONNECTIONS, SECONDS)
    return load, (cpu_seconds(server.pid) - before) / load.requests * 1e6


@contextmanager
def _gateway(house: House, peers: Nginx, folder: Path, secret: str) -> Iterator[Server]:
    nobody = address(free_port())
    common = common_settings("gateway", house.services["gateway"], TokenDesk(), nobody)
    settings = GatewaySettings(
        **common | {"environment": "production", "log_level": "INFO"},
        contracts_url=peers.upstream.url,
        kpi_url=nobody,
        feedback_url=nobody,
        public_url=nobody,
        client_rate=UNLIMITED,
        administrator_client_id=str(CLIENT["client_id"]),
        administrator_client_secret=SecretStr(secret),
    )
    with served("gateway", create_app, settings, folder, protocol=GatewayProtocol) as server:
        yield server


def _token(gateway: Server, secret: str) -> str:
    answer = httpx.post(
        f"{gateway.url}/auth/token",
        data={"grant_type": "client_credentials"},
        auth=(str(CLIENT["client_id"]), secret),
        trust_env=False,
    )
    answer.raise_for_status()
    return str(answer.json()["access_token"])
