"""`make bench`: every figure in one run, a few minutes; nothing is left running and only `bench-results.json` is kept.

`python -m tests.bench NAME…` takes only those stages.

Ratios are medians of alternated rounds. wrk, application and PostgreSQL share the processors of this machine, so
absolute rates are no promise. Exit status 1 only when a benchmark could not run: a missed gate is a figure.
"""

import sys
import time
import traceback
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from typing import Any

from tests.bench import batches, computing, frontend, gateway, ingestion, machine, reading, report, series, stack
from tests.bench.errors import BenchError
from tests.bench.figures import Figure
from tests.bench.house import house
from tests.bench.nginx import nginx
from tests.bench.tools import ensure_tools
from tests.support.postgres import temporary_folder

LONGEST_WAIT = 20.0
"""Seconds that a stage waits for others on this machine to be quiet."""
QUIET = 0.10


IN_THE_HOUSE = ("thinking", "series", "webhooks", "batches", "gateway")
OF_THE_WHOLE = ("stack", "reading", "frontend")


def main(chosen: Sequence[str]) -> int:
    """Run these stages, or all; returns the exit status."""
    unknown = set(chosen) - {*IN_THE_HOUSE, *OF_THE_WHOLE}
    if unknown:
        print(f"No such stage: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    wanted = set(chosen) or {*IN_THE_HOUSE, *OF_THE_WHOLE}
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
        if name not in wanted:
            return
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
        if wanted.intersection(IN_THE_HOUSE):
            with house(folder) as kpi:
                stage("thinking", lambda: computing.measure(kpi))
                stage("series", lambda: series.measure(kpi))
                stage("webhooks", lambda: ingestion.measure(kpi, folder))
                stage("batches", lambda: batches.measure(kpi, folder))
                stage("gateway", lambda: gateway.measure(kpi, peers, folder))
        stage("stack", lambda: stack.measure(folder, peers))
        stage("reading", lambda: reading.measure(folder))
        stage("frontend", lambda: frontend.measure(folder))
    print(f"\n{machine.summary()}; {time.monotonic() - began:.0f} s\n")
    report.show(figures)
    report.keep(figures, stages, time.monotonic() - began)
    print(f"\nEverything in {report.FILE.name}. Missed: {sum(one.verdict == 'MISSED' for one in figures)}.")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
