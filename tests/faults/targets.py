"""The load that is promised: rates of whole customers, kept up, with nothing lost and figures that follow.

Every part of Copil, its database and the senders share the processors of this machine. A run with `scale` below 1 is as
much shorter, and says so.
"""

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.bench.machine import pss_mib
from tests.factories.webhooks import cloud_event
from tests.faults.arrivals import Heard, Stream, arrive, arriving
from tests.faults.installation import Ground
from tests.faults.invariants import drained
from tests.faults.mix import Mix
from tests.support.newcomers import Agreement, Connected
from tests.support.processes import descendants
from tests.support.sending import now_us, pages, post_event

SUSTAINED, BURST, BESIDE, FEW, SMALL = 150.0, 1_000.0, 500.0, 10.0, 50.0
"""Deliveries a second: of the targets, and of the tenant beside a loud one."""
LOOK_SECONDS = 0.02
PROBE_SECONDS = 0.5
PATIENCE = 600.0


@dataclass
class Outcome:
    """What became of a target."""

    target: str
    told: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    """Whatever must not happen at any pace."""
    missed: list[str] = field(default_factory=list)
    """Limits that were passed."""

    def tell(self, what: str) -> None:
        """A figure without a limit."""
        self.told.append(what)

    def at_most(self, what: str, found: float, limit: float, unit: str = "ms") -> None:
        """A figure with a limit."""
        line = f"{what} {found:.4g} {unit} (at most {limit:g})"
        self.told.append(line)
        if found > limit:
            self.missed.append(line)

    def nothing(self, what: str, found: Sequence[object]) -> None:
        """What must not happen."""
        line = f"{what} {len(found)}" + (f": {found[0]}" if found else "")
        self.told.append(line)
        if found:
            self.broken.append(line)


def keep_up(ground: Ground, scale: float) -> Iterator[Outcome]:
    """T1, T2, T4 and T5, each on contracts of its own."""
    yield sustained(ground, SUSTAINED, 1_800 * scale)
    yield burst(ground, BURST, 60 * scale)
    yield neighbours(ground, 60 * scale)
    yield small(ground, 600 * scale)


def sustained(ground: Ground, rate: float, seconds: float) -> Outcome:
    """T1: acknowledged within 200 ms at p99, nothing lost; figures follow within 30 s at p95, and 1 s at p99."""
    agreement = ground.newcomers.agreement()
    stream = Stream(Mix.of(agreement, "sustained"), rate)
    with arriving([stream]):
        visible = watch(ground, agreement, seconds)
    outcome = Outcome(f"T1 {rate:g}/s for {seconds:.0f} s")
    _acknowledged(outcome, stream.heard, 200)
    outcome.at_most("figures follow, p95", _percentile(visible, 95) * 1e3, 30_000)
    outcome.at_most("figures follow, p99", _percentile(visible, 99) * 1e3, 1_000)
    _drained(outcome, ground, 120)
    _nothing_lost(outcome, agreement, stream)
    return outcome


def burst(ground: Ground, rate: float, seconds: float) -> Outcome:
    """T2: acknowledged within 500 ms at p99, nothing lost, folded within two minutes."""
    agreement = ground.newcomers.agreement()
    stream = Stream(Mix.of(agreement, "burst"), rate)
    arrive([stream], seconds)
    outcome = Outcome(f"T2 {rate:g}/s for {seconds:.0f} s")
    _acknowledged(outcome, stream.heard, 500)
    _drained(outcome, ground, 120)
    _nothing_lost(outcome, agreement, stream)
    return outcome


def neighbours(ground: Ground, seconds: float) -> Outcome:
    """T4: a tenant at 500/s does not move another's acknowledgement beyond 300 ms at p99."""
    loud, quiet = ground.newcomers.agreement(), ground.newcomers.agreement()
    mix = Mix.of(quiet, "quiet")
    alone, beside = Stream(mix, FEW), Stream(mix, FEW)
    arrive([alone], seconds)
    noise = Stream(Mix.of(loud, "loud"), BESIDE)
    arrive([beside, noise], seconds)
    outcome = Outcome(f"T4 {FEW:g}/s beside another's {BESIDE:g}/s for {seconds:.0f} s")
    outcome.tell(f"alone, p99 {alone.heard.percentile(99) * 1e3:.4g} ms")
    _acknowledged(outcome, beside.heard, 300)
    _drained(outcome, ground, 120)
    _nothing_lost(outcome, loud, noise)
    return outcome


def small(ground: Ground, seconds: float) -> Outcome:
    """T5: 50/s on two processors and 4 GB, the senders among them."""
    agreement = ground.newcomers.agreement()
    stream = Stream(Mix.of(agreement, "small"), SMALL)
    memory: list[float] = []
    with arriving([stream]), measuring(ground, memory):
        visible = watch(ground, agreement, seconds)
    outcome = Outcome(f"T5 {SMALL:g}/s for {seconds:.0f} s")
    _acknowledged(outcome, stream.heard, 200)
    outcome.at_most("figures follow, p95", _percentile(visible, 95) * 1e3, 30_000)
    outcome.at_most("memory of all processes, PostgreSQL included", max(memory), 4_096, "MiB")
    _nothing_lost(outcome, agreement, stream)
    return outcome


def watch(ground: Ground, agreement: Agreement, seconds: float) -> list[float]:
    """Seconds from the acknowledgement of a ticket's creation until it counts, again and again for a while.

    The number of a source's tickets is written by the fold in one transaction with the sums of the figures.
    """
    probe = agreement.connect("generic")
    end, found = time.monotonic() + seconds, list[float]()
    while time.monotonic() < end:
        event = cloud_event("created", f"P-{len(found)}", now_us(), {"status": "new"})
        answer = post_event(ground.http, probe, event)
        assert answer.status_code == 202, answer.text
        told = time.monotonic()
        while _tickets(agreement, probe) <= len(found):
            assert time.monotonic() < told + PATIENCE, "a ticket never counts"
            time.sleep(LOOK_SECONDS)
        found.append(time.monotonic() - told)
        time.sleep(PROBE_SECONDS)
    return found


def _tickets(agreement: Agreement, source: Connected) -> int:
    answer = agreement.sous_traitant.manager.get(f"{agreement.figures}/freshness")
    assert answer.status_code == 200, answer.text
    return next(int(item["tickets"]) for item in answer.json()["items"] if item["source_id"] == source.id)


def _acknowledged(outcome: Outcome, heard: Heard, limit_ms: float) -> None:
    outcome.tell(f"{len(heard.seconds)} acknowledged, p50 {heard.percentile(50) * 1e3:.4g} ms")
    outcome.at_most("acknowledged, p99", heard.percentile(99) * 1e3, limit_ms)
    outcome.nothing("refused", heard.refused)
    outcome.nothing("tries without an answer", range(heard.unanswered))


def _drained(outcome: Outcome, ground: Ground, limit_s: float) -> None:
    began = time.monotonic()
    drained(ground, PATIENCE)
    outcome.at_most("all folded after", time.monotonic() - began, limit_s, "s")


def _nothing_lost(outcome: Outcome, agreement: Agreement, stream: Stream) -> None:
    """Every receipt that a tool was given is that of a delivery which is there and counts."""
    reader = agreement.managers[0]
    lost = []
    for source in stream.mix.sources.values():
        items = pages(reader, f"{source.path}/deliveries", verdict="accepted")
        lost += sorted(stream.heard.receipts[source.id] - {item["receipt_id"] for item in items})
    outcome.nothing("lost", lost)


@contextmanager
def measuring(ground: Ground, memory: list[float]) -> Iterator[None]:
    """Memory of the whole installation (PSS, MiB) every few seconds."""
    over = threading.Event()

    def measure() -> None:
        while True:
            memory.append(pss_mib({pid for part in ground.copil.pids.values() for pid in descendants(part)}))
            if over.wait(5):
                return

    thread = threading.Thread(target=measure)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def _percentile(values: Sequence[float], percent: int) -> float:
    return sorted(values)[-(-len(values) * percent // 100) - 1]
