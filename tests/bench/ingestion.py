"""Items 1 to 3: one webhook a request, against a route that only reads, and against an insert per request."""

from contextlib import ExitStack
from pathlib import Path
from statistics import median

import httpx

from tests.bench import wrk
from tests.bench.composing import webhooks
from tests.bench.errors import BenchError
from tests.bench.figures import Figure, alternate, ratios
from tests.bench.house import House
from tests.bench.machine import cpu_seconds
from tests.bench.peers import PeerSettings, bare_app, inserting_app
from tests.bench.servers import Server, served
from tests.factories.webhooks import ZENDESK_SECRET

SECONDS = 2
MANY, FEW = 64, 8
_MOST_A_SECOND = 6_000
"""More webhooks than any machine takes in a second, so that none is sent twice."""


def measure(house: House, folder: Path) -> list[Figure]:
    """Items 1, 2 and 3."""
    with ExitStack() as stack:
        bare = stack.enter_context(served("bare", bare_app, PeerSettings(), folder))
        inserting = stack.enter_context(served("inserting", inserting_app, PeerSettings(house.peer_url), folder))
        for server in (bare, inserting, house.kpi):
            send(server, house, folder, MANY, 1)
        at_many, reading, insert, at_few = alternate(
            lambda: send(house.kpi, house, folder, MANY, SECONDS),
            lambda: send(bare, house, folder, MANY, SECONDS),
            lambda: send(inserting, house, folder, MANY, SECONDS),
            lambda: send(house.kpi, house, folder, FEW, SECONDS),
        )
    rates = {
        name: [load.rate for load, _, _ in found]
        for name, found in (("kpi", at_many), ("reading", reading), ("insert", insert))
    }
    facts = {
        f"{name}_{what}": round(median(values), 1)
        for name, found in (("kpi", at_many), ("bare", reading), ("insert", insert), ("kpi_c8", at_few))
        for what, values in (
            ("per_second", [load.rate for load, _, _ in found]),
            ("p50_ms", [load.p50 for load, _, _ in found]),
            ("p99_ms", [load.p99 for load, _, _ in found]),
            ("app_cpu_us", [cpu for _, cpu, _ in found]),
            ("postgres_cpu_us", [cpu for _, _, cpu in found]),
        )
    }
    cpu = ratios([cpu for _, cpu, _ in reading], [cpu for _, cpu, _ in at_many])
    database = ratios([database for _, _, database in at_many], [database for _, _, database in insert])
    return [
        Figure("1", "webhook to kpi, signed, durable, once; c=64", "bare Starlette route that reads the body",
               ratios(rates["kpi"], rates["reading"]), at_least=0.40, facts=facts),
        Figure("1b", "the same by CPU of the application (bare / kpi)", "bare Starlette route", cpu),
        Figure("2", "webhook to kpi; c=64", "route with one SQLAlchemy insert per request",
               ratios(rates["kpi"], rates["insert"]), at_least=3.0),
        Figure("2p", "the same by processor time of PostgreSQL", "the same route", database, at_most=0.25),
        Figure("3", "webhook to kpi, p99; c=8", "its p50", [load.p99 / load.p50 for load, _, _ in at_few], at_most=5.0),
    ]  # fmt: skip


def send(server: Server, house: House, folder: Path, connections: int, seconds: int) -> tuple[wrk.Load, float, float]:
    """Load one server with webhooks that nobody has seen: what wrk saw; µs of CPU per request, then PostgreSQL's."""
    requests = wrk.write_requests(
        folder / "webhooks", webhooks(house.zendesk, seconds * _MOST_A_SECOND, ZENDESK_SECRET)
    )
    own, database = cpu_seconds(server.pid), cpu_seconds(house.postgres_pid)
    before = duplicates(server) if server is house.kpi else 0
    load = wrk.load(server.url, requests, connections, seconds)
    if server is house.kpi and duplicates(server) != before:
        raise BenchError("some webhooks were sent twice")
    return (
        load,
        (cpu_seconds(server.pid) - own) / load.requests * 1e6,
        (cpu_seconds(house.postgres_pid) - database) / load.requests * 1e6,
    )


def duplicates(kpi: Server) -> float:
    """Duplicates that kpi has seen."""
    lines = httpx.get(f"{kpi.url}/metrics", trust_env=False).text.splitlines()
    prefix = 'copil_deliveries_total{verdict="duplicate"} '
    return sum(float(line.removeprefix(prefix)) for line in lines if line.startswith(prefix))
