"""Items 4, 5 (a real read) and 8: the whole of Copil as `make run` starts it, worker and demonstration included."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from tests.bench import gateway, wrk
from tests.bench.composing import webhooks
from tests.bench.figures import ROUNDS, Figure, alternate, ratios
from tests.bench.machine import pss_mib
from tests.bench.nginx import Nginx
from tests.bench.servers import Server
from tests.support.apps import address
from tests.support.copil import Copil, running_copil

SECONDS = 2
CONNECTIONS = 64
_MOST_A_SECOND = 6_000
_ENVIRONMENT = {"GATEWAY_CLIENT_RATE": gateway.UNLIMITED, "GATEWAY_HOOK_RATE": gateway.UNLIMITED}
_OUTSIDE = ("postgres", "readiness")


def measure(folder: Path, peers: Nginx) -> list[Figure]:
    """Items 8, 4 and the real read of item 5."""
    data = folder / "copil"
    with _started(data) as (_, first):
        pass
    later = []
    for _ in range(ROUNDS - 1):
        with _started(data) as (_, seconds):
            later.append(seconds)
    with _started(data) as (copil, seconds):
        later.append(seconds)
        memory = [_memory(copil) for _ in range(ROUNDS)]
        found = [*_webhooks(copil, folder), *_reads(copil, peers, folder)]
        loaded = _memory(copil)
    return [
        *found,
        Figure("8", "start on existing data until /readyz answers 200", "-", later, unit="s", at_most=4.0,
               facts={"first_run_s": round(first, 2)}),
        Figure("8m", "PSS of gateway, services, worker and supervisor when ready", "-", memory, unit="MiB",
               at_most=300.0, facts={"after_load_mib": round(loaded)}),
    ]  # fmt: skip


@contextmanager
def _started(data: Path) -> Iterator[tuple[Copil, float]]:
    """Copil, and the seconds until it was ready."""
    began = time.monotonic()
    with running_copil(data, _ENVIRONMENT) as copil:
        yield copil, time.monotonic() - began


def _memory(copil: Copil) -> float:
    return pss_mib(pid for name, pid in copil.pids.items() if name not in _OUTSIDE)


def _kpi(copil: Copil) -> Server:
    """The kpi service behind the gateway."""
    told = json.loads((copil.folder / "processes.json").read_text())["kpi"]
    return Server(address(told["port"]), told["pid"])


def _webhooks(copil: Copil, folder: Path) -> list[Figure]:
    """Item 4."""
    source = next(source for name, source in copil.credentials["sources"].items() if "zendesk" in name)
    direct = _kpi(copil)
    through = Server(copil.base_url, copil.pids["gateway"])

    def send(server: Server, seconds: int) -> wrk.Load:
        content = webhooks(source["id"], seconds * _MOST_A_SECOND, source["secret"])
        return wrk.load(server.url, wrk.write_requests(folder / "webhooks", content), CONNECTIONS, seconds)

    for server in (direct, through):
        send(server, 1)
    passed, taken = alternate(lambda: send(through, SECONDS), lambda: send(direct, SECONDS))
    facts = {
        "gateway_per_second": round(median([load.rate for load in passed])),
        "direct_per_second": round(median([load.rate for load in taken])),
    }
    rates = ratios([load.rate for load in passed], [load.rate for load in taken])
    return [
        Figure("4", f"webhook through the gateway, whole stack; c={CONNECTIONS}", "the same to kpi directly", rates,
               at_least=0.5, facts=facts)
    ]  # fmt: skip


def _reads(copil: Copil, peers: Nginx, folder: Path) -> list[Figure]:
    """Item 5, on a contract."""
    fields = {"authorization": f"Bearer {copil.token('sous_traitant')}"}
    path = f"/api/contracts/v1/contracts/{copil.credentials['contract_id']}"
    requests = wrk.write_requests(folder / "reads", [wrk.raw_request("GET", path, fields)])
    through = Server(copil.base_url, copil.pids["gateway"])
    for server in (through, peers.proxy):
        wrk.load(server.url, requests, gateway.CONNECTIONS, 1)
    ours, theirs = alternate(lambda: gateway.get(through, requests), lambda: gateway.get(peers.proxy, requests))
    return gateway.figures("5r", "read of a contract through the gateway, whole stack", ours, theirs)
