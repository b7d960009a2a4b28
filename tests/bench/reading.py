"""Items 12 and 13: what Pilotage reads, through the gateway, on the demonstration as `make run` loads it."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

import httpx
import msgspec

from tests.bench import gateway, wrk
from tests.bench.errors import BenchError
from tests.bench.figures import ROUNDS, Figure, alternate
from tests.bench.machine import cpu_seconds
from tests.support.copil import Copil, running_copil

SECONDS = 2
CONNECTIONS = 4
CHANGES = 10
"""Changes of the contract in a round: after each, everything is computed anew once."""
FIGURES_MS, EXPLANATION_MS = 60.0, 150.0
INDICATOR, ANOTHER = "fcr_ticket", "reopen_rate"
_ENVIRONMENT = {"GATEWAY_CLIENT_RATE": gateway.UNLIMITED, "GATEWAY_HOOK_RATE": gateway.UNLIMITED}


class Timings(msgspec.Struct):
    """Milliseconds of each reading of one round, and of processor time per explanation read cold."""

    figures: list[float] = []
    cold: list[float] = []
    shared: list[float] = []
    warm: list[float] = []
    cpu: list[float] = []


def measure(folder: Path) -> list[Figure]:
    """Items 12 and 13."""
    with running_copil(folder / "copil", _ENVIRONMENT) as copil:
        month = (datetime.now(UTC).replace(day=1) - timedelta(days=1)).strftime("%Y-%m")
        return [*_figures(copil, folder, month), *_explanations(copil, month)]


def _figures(copil: Copil, folder: Path, month: str) -> list[Figure]:
    """Item 12: many readers of figures that did not change."""
    contract = f"/api/kpi/v1/contracts/{copil.credentials['contract_id']}"
    fields = {"authorization": f"Bearer {copil.token('donneur_ordre')}"}
    path = f"{contract}/figures?period={month}"
    with copil.client("donneur_ordre") as client:
        etag = client.get(path).raise_for_status().headers["etag"]
        unchanged = client.get(path, headers={"if-none-match": etag})
        if unchanged.status_code != httpx.codes.NOT_MODIFIED:
            raise BenchError(f"the figures changed by themselves: {unchanged.status_code}")
    kinds = (
        ("12", f"figures of a month through the gateway, p95; c={CONNECTIONS}", path, fields),
        ("12c", "the same with If-None-Match (304), p95", path, fields | {"if-none-match": etag}),
        ("12w", "the watermark, p95", f"{contract}/watermark", fields),
    )
    sides = [_load(copil, folder / f"figures-{name}", path, headers) for name, _, path, headers in kinds]
    for side in sides:
        side()
    return [
        Figure(name, what, f"{FIGURES_MS:.0f} ms", [load.p95 / FIGURES_MS for load in loads], at_most=1.0,
               facts={"p50_ms": round(median([load.p50 for load in loads]), 1),
                      "p95_ms": round(median([load.p95 for load in loads]), 1),
                      "per_second": round(median([load.rate for load in loads]))})
        for (name, what, _, _), loads in zip(kinds, alternate(*sides), strict=True)
    ]  # fmt: skip


def _load(copil: Copil, file: Path, path: str, headers: dict[str, str]) -> Callable[[], wrk.Load]:
    requests = wrk.write_requests(file, [wrk.raw_request("GET", path, headers)])
    return lambda: wrk.load(copil.base_url, requests, CONNECTIONS, SECONDS)


def _explanations(copil: Copil, month: str) -> list[Figure]:
    """Item 13: one reader, after a change of the contract and again."""
    with copil.client("donneur_ordre") as client:
        figures = client.get(f"/api/kpi/v1/contracts/{copil.credentials['contract_id']}/figures?period={month}").json()
        paths = {
            item["indicator"]: f"/api/kpi/v1/figures/{item['figure_id']}/explanation"
            for item in figures["items"]
            if item["indicator"] in (INDICATOR, ANOTHER)
        }
        _round(copil, client, month, paths, 1)
        rounds = [_round(copil, client, month, paths, CHANGES) for _ in range(ROUNDS)]
        tickets = client.get(paths[INDICATOR]).json()["recomputed"]["tickets_read"]

    def figure(name: str, what: str, of: Callable[[Timings], list[float]], limit: float) -> Figure:
        found = [_p95(of(timings)) for timings in rounds]
        facts = {
            "p50_ms": round(median([median(of(timings)) for timings in rounds]), 1),
            "p95_ms": round(median(found), 1),
        }
        return Figure(name, what, f"{limit:.0f} ms", [p95 / limit for p95 in found], at_most=1.0, facts=facts)

    cold = figure("13", f"explanation of a month of {tickets:,} tickets after a change, p95; c=1", lambda t: t.cold,
                  EXPLANATION_MS)  # fmt: skip
    cold.facts["cpu_ms"] = round(median([median(timings.cpu) for timings in rounds]), 1)
    return [
        figure("12k", "figures of a month after a change, p95; c=1", lambda t: t.figures, FIGURES_MS),
        cold,
        figure("13s", "another indicator's explanation right after, p95", lambda t: t.shared, EXPLANATION_MS),
        figure("13w", "the same explanation again, p95", lambda t: t.warm, EXPLANATION_MS),
    ]


def _round(copil: Copil, client: httpx.Client, month: str, paths: dict[str, str], changes: int) -> Timings:
    """Readings after each of so many changes; each change is a remark on the month."""
    contract = f"/api/kpi/v1/contracts/{copil.credentials['contract_id']}"
    pids = [copil.pids[name] for name in ("kpi", "postgres")]
    timings = Timings()
    for number in range(changes):
        remark = {"indicator": INDICATOR, "starts_on": f"{month}-01", "kind": "remark", "text": f"Mesure {number}"}
        client.post(f"{contract}/annotations", json=remark).raise_for_status()
        timings.figures.append(_timed(client, f"{contract}/figures?period={month}"))
        before = sum(map(cpu_seconds, pids))
        timings.cold.append(_timed(client, paths[INDICATOR]))
        timings.cpu.append((sum(map(cpu_seconds, pids)) - before) * 1e3)
        timings.shared.append(_timed(client, paths[ANOTHER]))
        timings.warm.append(_timed(client, paths[ANOTHER]))
    return timings


def _timed(client: httpx.Client, path: str) -> float:
    """Milliseconds of one reading."""
    started = time.perf_counter()
    answer = client.get(path).raise_for_status()
    took = (time.perf_counter() - started) * 1e3
    if "/explanation" in path and not answer.json()["recomputed"]["equal"]:
        raise BenchError(f"{path}: the events give another value")
    return took


def _p95(values: list[float]) -> float:
    """The 95th percentile by nearest rank."""
    return sorted(values)[-(-len(values) * 95 // 100) - 1]
