"""Kills in mid-load by a seeded plan."""

import threading
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from random import Random

from tests.faults import invariants
from tests.faults.installation import PARTS, Ground
from tests.faults.sender import Sender, Sent
from tests.support.processes import eventually

SENDERS = 3
PATIENCE = 30.0


@dataclass
class Outcome:
    """What a run of kills came to."""

    killed: Counter[str] = field(default_factory=Counter)
    slowest_recovery: dict[str, float] = field(default_factory=dict)
    """Seconds from a kill to the next acknowledgement, by part."""
    acknowledged: int = 0
    sent_twice: int = 0
    unknown: int = 0
    lost: list[str] = field(default_factory=list)
    wrong_facts: list[str] = field(default_factory=list)
    wrong_answers: list[str] = field(default_factory=list)
    rebuilt: tuple[int, int] = (0, 0)

    @property
    def clean(self) -> bool:
        """Whether every promise held."""
        return not (self.lost or self.wrong_facts or self.wrong_answers or any(self.rebuilt))


def plan(seed: int, kills: int) -> list[str]:
    """Which part is killed when: every part as often as the others, in an order drawn anew each round."""
    draw = Random(f"plan/{seed}")
    order: list[str] = []
    while len(order) < kills:
        order += draw.sample(PARTS, len(PARTS))
    return order[:kills]


def kill_in_mid_load(
    ground: Ground,
    seed: int,
    kills: int,
    say: Callable[[str], None] = lambda _line: None,
    *,
    seconds: float = float("inf"),
) -> Outcome:
    """Send, kill, send on; then look whether everything that was acknowledged is there, once, and nothing else.

    Ends after that many kills, or with the first that comes after `seconds`.
    """
    outcome = Outcome()
    end = time.monotonic() + seconds
    draw = Random(f"pauses/{seed}")
    source = ground.agreement.connect(secret=None)
    stop = threading.Event()
    senders = [Sender(source, seed, number, stop) for number in range(SENDERS)]

    def count() -> int:
        return sum(len(sender.acknowledged) for sender in senders)

    with ThreadPoolExecutor(SENDERS) as threads:
        running = [threads.submit(sender.run) for sender in senders]

        def acknowledges(more: int) -> None:
            before = count()
            eventually(
                lambda: count() >= before + more or any(future.done() for future in running),
                f"{more} more acknowledgements", PATIENCE,
            )  # fmt: skip
            for future in running:
                if future.done():
                    future.result()

        try:
            acknowledges(20)
            for part in plan(seed, kills):
                if time.monotonic() > end:
                    break
                eventually(partial(_killed, ground, part), f"{part} runs", PATIENCE)
                outcome.killed[part] += 1
                began = time.monotonic()
                acknowledges(SENDERS + 1)
                took = time.monotonic() - began
                outcome.slowest_recovery[part] = max(took, outcome.slowest_recovery.get(part, 0.0))
                acknowledges(draw.randrange(5, 30))
                say(f"{outcome.killed.total():5} {part:10} {took:6.2f} s, {count()} acknowledged")
        finally:
            stop.set()
        for future in running:
            future.result(PATIENCE)
    examine(ground, senders, outcome)
    return outcome


def _killed(ground: Ground, part: str) -> bool:
    return ground.kill(part) is not None


def examine(ground: Ground, senders: list[Sender], outcome: Outcome) -> None:
    """Compare what is there with what was acknowledged."""
    sent: list[Sent] = [one for sender in senders for one in sender.acknowledged]
    source = senders[0].source
    outcome.acknowledged = len(sent)
    outcome.sent_twice = sum(len(one.receipts) > 1 for one in sent)
    outcome.unknown = sum(sender.unknown for sender in senders)
    ground.copil.wait_ready()
    invariants.drained(ground)
    outcome.lost = invariants.losses(ground, source, sent)
    outcome.wrong_facts = invariants.wrong_facts(ground, source, sent)
    outcome.wrong_answers = invariants.wrong_answers(ground, source, sent)
    outcome.rebuilt = invariants.differing_days(ground)
