"""The table at the end, and the file with everything."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.bench import machine
from tests.bench.figures import Figure

FILE = Path(__file__).resolve().parents[2] / "bench-results.json"


def show(figures: Sequence[Figure]) -> None:
    """Print the table."""
    rows = [("", "figure", "against", "median", "min-max", "gate", "")]
    for figure in figures:
        low, high = min(figure.values), max(figure.values)
        told = f"{figure.median:.3g} {figure.unit}"
        rows.append((figure.name, figure.what, figure.peer, told, f"{low:.3g}-{high:.3g}", figure.gate, figure.verdict))
    widths = [max(len(row[column]) for row in rows) for column in range(7)]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    for figure in figures:
        if figure.facts:
            print(f"{figure.name}: {', '.join(f'{name} {value}' for name, value in figure.facts.items())}")


def keep(figures: Sequence[Figure], stages: Sequence[dict[str, Any]], seconds: float) -> None:
    """Write the file."""
    document = {
        "machine": machine.facts(),
        "stages": list(stages),
        "seconds": round(seconds, 1),
        "figures": [figure.as_json() for figure in figures],
    }
    FILE.write_text(json.dumps(document, indent=2, ensure_ascii=False) + "\n")
