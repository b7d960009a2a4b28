"""`make bench`: every figure in one run, a few minutes; nothing is left running and only `bench-results.json` is kept.

Ratios are medians of alternated rounds. wrk, application and PostgreSQL share the processors of this machine, so
absolute rates are no promise. Exit status 1 only when a benchmark could not run: a missed gate is a figure.
"""

import sys
import time
import traceback
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

from tests.bench import batches, computing, gateway, ingestion, machine, report, stack
from tests.bench.errors import BenchError
from tests.bench.figures import Figure
from tests.bench.house import house
from tests.bench.nginx import nginx
from tests.bench.tools import ensure_tools
from tests.support.postgres import temporary_folder

LONGEST_WAIT = 20.0
"""Seconds that a stage waits for others on this machine to be quiet."""
QUIET = 0.10


def main() -> int:
    """Run all stages; returns the exit status."""
    began = time.monotonic()
    figures: list[Figure] = []
    stages: list[dict[str, Any]] = []
    failed = False
    try:
        ensure_tools()
    except BenchError as error:
        print(error, file=sys.stderr)
        return 1

    def stage(name: str, measure: Callable[[], list[Figure]]) -> None:
        nonlocal failed
        busy = machine.wait_until_quiet(QUIET, LONGEST_WAIT)
        print(f"{name} (processors {busy:.0%} busy with others before, load {machine.load_average():.2f})", flush=True)
        started = time.monotonic()
        try:
            figures.extend(measure())
        except Exception:  # noqa: BLE001 - one stage that fails must not take the figures of the others along
            failed = True
            print(f"{name}: COULD NOT RUN\n{traceback.format_exc()}", file=sys.stderr, flush=True)
        stages.append(
            {"stage": name, "busy_before": round(busy, 2), "load_after": machine.load_average(),
             "seconds": round(time.monotonic() - started, 1)}
        )  # fmt: skip

    with ExitStack() as opened:
        folder = opened.enter_context(temporary_folder())
        peers = opened.enter_context(nginx(folder))
        with house(folder) as kpi:
            stage("thinking", lambda: computing.measure(kpi))
            stage("single webhooks", lambda: ingestion.measure(kpi, folder))
            stage("batches", lambda: batches.measure(kpi, folder))
            stage("gateway", lambda: gateway.measure(kpi, peers, folder))
        stage("whole stack", lambda: stack.measure(folder, peers))
    print(f"\n{machine.summary()}; {time.monotonic() - began:.0f} s\n")
    report.show(figures)
    report.keep(figures, stages, time.monotonic() - began)
    print(f"\nEverything in {report.FILE.name}. Missed: {sum(one.verdict == 'MISSED' for one in figures)}.")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
