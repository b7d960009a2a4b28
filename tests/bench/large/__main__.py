"""`make bench-large`: what growth costs, from 100,000 events to ten million (EVENTS=…); half an hour, 20 GB of disk.

An organisation with two contracts of 50,000 events stays as it is while the contracts of others multiply beside it.
"""

import argparse
import asyncio
import itertools
import json
import sys
import time
from pathlib import Path
from statistics import median

from services.common.instants import now
from tests.bench import machine, report
from tests.bench.composing import now_us
from tests.bench.figures import ROUNDS, Figure, ratios
from tests.bench.house import House, house, workbench
from tests.bench.large import growing, masking, olap, picture, reading, searching
from tests.bench.large.growing import EVENTS_OF_ONE, EVENTS_OF_TICKET, OWN, Own
from tests.bench.large.olap import Compared
from tests.bench.machine import cpu_seconds
from tests.support.kpi import Workbench
from tests.support.postgres import temporary_folder

FILE = report.FILE.with_name("bench-large-results.json")
PICTURE = FILE.parent / "docs" / "growth.svg"
SMALLEST = OWN * EVENTS_OF_ONE
TICKETS = 400
"""Of one round of the fold."""
_rounds = itertools.count()
_WORDS = {"tickets": "a page of 100 tickets", "explanation": "explanation of a month after a change",
          "portfolio": "figures of a month of two contracts", "series": "series of 365 days",
          "scores": "satisfaction of a quarter by channel, compared"}  # fmt: skip


def main() -> int:
    """Measure at each size; a missed gate is a figure."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.large", description=__doc__)
    parser.add_argument("--events", type=int, default=10_000_000, help="the largest size (10,000,000)")
    parser.add_argument("--answers", type=int, default=1_000_000, help="verbatims that are searched (1,000,000)")
    parser.add_argument("--only-words", action="store_true", help="measure search and masking alone")
    told = parser.parse_args()
    largest = told.events
    sizes = [size for size in (SMALLEST, 1_000_000, 10_000_000, largest) if size <= largest]
    began = time.monotonic()
    with temporary_folder() as folder, house(folder) as kpi:
        searched = [*asyncio.run(searching.measure(kpi, told.answers)), masking.measure()]
        if told.only_words:
            report.show(searched)
            return 0
        found, compared = asyncio.run(_measure(kpi, folder, sorted(set(sizes))))
    figures = [*_figures(found), *(_olap_figure(*one) for one in compared), *searched]
    print(f"\n{machine.summary()}; {time.monotonic() - began:.0f} s\n")
    report.show(figures)
    document = {"machine": machine.facts(), "sizes": found, "figures": [one.as_json() for one in figures]}
    FILE.write_text(json.dumps(document, indent=2, ensure_ascii=False) + "\n")
    PICTURE.write_text(picture.draw(found))
    print(f"\nEverything in {FILE.name}. Missed: {sum(one.verdict == 'MISSED' for one in figures)}.")
    return 0


async def _measure(
    kpi: House, folder: Path, sizes: list[int]
) -> tuple[dict[str, dict[str, list[float]]], list[tuple[str, str, Compared]]]:
    """By size (events) and what is measured the rounds; and the comparisons with DuckDB at the largest."""
    found: dict[str, dict[str, list[float]]] = {}
    async with workbench(kpi.settings) as bench:
        last = now()
        own = await growing.begin(bench, last)
        for size in sizes:
            took = await growing.grow(kpi, own, size // EVENTS_OF_ONE)
            number, answers = await growing.events(kpi)
            print(f"{number:,} events, {answers:,} of them answers, after {took:.0f} s of copying", flush=True)
            at = await reading.measure(bench, own, last)
            at["fold"] = [await _fold(bench, kpi, own[-1]) for _ in range(ROUNDS)]
            found[str(number)] = at
            print({name: round(median(values), 2) for name, values in at.items()}, flush=True)
    every, few = await olap.compare(kpi, folder)
    return found, [
        ("15", "every indicator of every contract by month", every),
        ("15p", "two indicators of every contract by month", few),
    ]


def _olap_figure(name: str, words: str, compared: Compared) -> Figure:
    facts = {
        "raw_rows": compared.rows,
        "points": compared.points,
        "duckdb_ms": round(median(compared.theirs), 1),
        "kept_ms": round(median(compared.ours), 1),
    }
    rounds = ratios(compared.theirs, compared.ours)
    return Figure(name, f"{words}, {compared.points:,} points", "DuckDB, raw rows", rounds, at_least=10.0, facts=facts)


async def _fold(bench: Workbench, kpi: House, own: Own) -> float:
    """µs of processor time an event costs from its storing until its figures are kept, with that of PostgreSQL."""
    number = next(_rounds)
    tickets = [(f"f{number}-{n}", now_us() - 10 * 3_600_000_000 - n) for n in range(TICKETS)]
    before = time.process_time() + cpu_seconds(kpi.postgres_pid)
    await growing.send(bench, own, tickets)
    await bench.fold(now_us())
    spent = time.process_time() + cpu_seconds(kpi.postgres_pid) - before
    return spent / TICKETS / EVENTS_OF_TICKET * 1e6


def _figures(found: dict[str, dict[str, list[float]]]) -> list[Figure]:
    """Each size against the smallest."""
    smallest, *others = found
    figures = []
    for size, at in found.items():
        for name, words in (("sums", "sums of a quarter's satisfaction by channel"), ("scores", _WORDS["scores"])):
            facts = {"p95_ms": round(median(at[name]), 2), "rows_ms": round(median(at["rows"]), 2)}
            figures.append(
                Figure(f"L-{name}/rows", f"{words}, p95, {int(size):,} events", "indexed read of as many rows",
                       ratios(at[name], at["rows"]), at_most=3.0, facts=facts)
            )  # fmt: skip
    for size in others:
        grown, less = f"{int(size):,} events", f"{int(smallest):,}"
        for name, words in _WORDS.items():
            limit = 1.3 if name == "series" else 3.0
            rounds = ratios(found[size][name], found[smallest][name])
            facts = {"p95_ms": round(median(found[size][name]), 2)}
            figures.append(Figure(f"L-{name}", f"{words}, p95, {grown}", less, rounds, at_most=limit, facts=facts))
        rounds = ratios(found[size]["fold"], found[smallest]["fold"])
        facts = {"us": round(median(found[size]["fold"]), 1)}
        figures.append(Figure("L-fold", f"processor time of an event, {grown}", less, rounds, at_most=1.3, facts=facts))
    return figures


if __name__ == "__main__":
    sys.exit(main())
