"""Personal data out of words: verbatims a second of one core, of the labelled texts as customers write them."""

import json
import time
from pathlib import Path

from services.feedback.masking.rules.masked import mask
from tests.bench.figures import ROUNDS, Figure

TEXTS = Path(__file__).parents[2] / "fixtures" / "masking"


def measure() -> Figure:
    """Processor time of all labelled verbatims, one after the other."""
    texts = [json.loads(line)["text"] for file in sorted(TEXTS.rglob("*.jsonl")) for line in file.open()]
    for text in texts:
        mask(text)
    rates = []
    for _ in range(ROUNDS):
        began = time.process_time()
        for text in texts:
            mask(text)
        rates.append(len(texts) / (time.process_time() - began))
    return Figure(
        "18", f"masking of {len(texts):,} labelled verbatims, of one core", "2,000 a second", rates, unit="/s",
        at_least=2_000.0,
    )  # fmt: skip
