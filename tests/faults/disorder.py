"""The same deliveries twice: in order without trouble, and doubled, out of order, with parts killed in between.

Both contracts must then tell the same tickets and the same figures, bit for bit.
"""

import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from itertools import islice
from random import Random
from typing import Any

import httpx

from tests.factories.webhooks import compact
from tests.faults.crashes import plan
from tests.faults.installation import Ground
from tests.faults.invariants import AS_OF, drained
from tests.faults.sender import Sender, events
from tests.support.newcomers import Agreement, Connected
from tests.support.processes import eventually
from tests.support.sending import pages

SENDERS = 4
SHARE_DOUBLED = 0.02
SHARE_MOVED = 0.05
FURTHEST = 400
"""How many places a delivery out of order comes too late."""
PERIODS = ("2026-10", "2026-Q4", "2026-10-05", "2026-10-06")
PATIENCE = 60.0
_OF_THE_CONTRACT = ("figure_id", "version", "data_as_of", "commitment")
"""What two contracts tell otherwise though their figures are the same."""


@dataclass
class Comparison:
    """What the two runs came to."""

    deliveries: int
    doubled: int
    moved: int
    tickets: int = 0
    killed: Counter[str] = field(default_factory=Counter)
    unknown: int = 0
    differing: list[str] = field(default_factory=list)


def compare(
    ground: Ground,
    seed: int,
    deliveries: int,
    kills: int,
    say: Callable[[str], None] = lambda _line: None,
    beside: AbstractContextManager[None] | None = None,
) -> Comparison:
    """Send both, wait until all is counted, and compare; `beside`: other load while they are out of order."""
    bodies = [compact(event) for event in islice(events(seed, 9), deliveries)]
    mixed, doubled, moved = _mixed(bodies, Random(f"mixed/{seed}"))
    outcome = Comparison(deliveries, doubled, moved)
    calm, troubled = ground.newcomers.agreement(), ground.newcomers.agreement()
    calm_source, troubled_source = calm.connect(), troubled.connect()
    say(f"{deliveries} deliveries in order")
    _send(calm_source, [bodies], lambda _sent: None)
    say(f"{len(mixed)} deliveries, {doubled} doubled, {moved} out of order, {kills} kills in between")
    killing = iter(plan(seed, kills))
    every = max(1, len(mixed) // (kills + 1))

    def trouble(sent: int) -> None:
        if sent % every == 0 and (part := next(killing, None)) is not None:
            eventually(lambda: ground.kill(part) is not None, f"{part} runs", PATIENCE)
            outcome.killed[part] += 1

    with beside or nullcontext():
        outcome.unknown = _send(troubled_source, [mixed[number::SENDERS] for number in range(SENDERS)], trouble)
    ground.copil.wait_ready()
    drained(ground, 600)
    outcome.tickets, outcome.differing = _differences((calm, calm_source), (troubled, troubled_source))
    return outcome


def _mixed(bodies: Sequence[bytes], draw: Random) -> tuple[list[bytes], int, int]:
    """The deliveries with some of them again and some too late; how many of each."""
    placed: list[tuple[float, bytes]] = []
    doubled = moved = 0
    for place, body in enumerate(bodies):
        late = draw.random() < SHARE_MOVED
        moved += late
        placed.append((place + (draw.uniform(1, FURTHEST) if late else 0), body))
        if draw.random() < SHARE_DOUBLED:
            doubled += 1
            placed.append((place + draw.uniform(0, FURTHEST), body))
    return [body for _, body in sorted(placed, key=lambda item: item[0])], doubled, moved


def _send(source: Connected, queues: Sequence[Sequence[bytes]], after: Callable[[int], None]) -> int:
    """Send each queue in its order, all at once, each delivery until it is acknowledged; tries that failed.

    `after`: told how many are sent, one call at a time.
    """
    done = 0
    turn = threading.Lock()

    def run(number: int) -> int:
        nonlocal done
        sender = Sender(source, 0, number, threading.Event())
        with httpx.Client(timeout=15.0, trust_env=False) as http:
            for body in queues[number]:
                sender.acknowledge(http, body)
                with turn:
                    done += 1
                    after(done)
        return sender.unknown

    with ThreadPoolExecutor(len(queues)) as threads:
        return sum(threads.map(run, range(len(queues))))


def _differences(calm: tuple[Agreement, Connected], troubled: tuple[Agreement, Connected]) -> tuple[int, list[str]]:
    """(tickets, what differs)."""
    wanted, found = _told(*calm), _told(*troubled)
    differing = [name for name in sorted(wanted.keys() | found.keys()) if wanted.get(name) != found.get(name)]
    return sum(name.startswith("ticket ") for name in wanted), differing


def _told(agreement: Agreement, source: Connected) -> dict[str, Any]:
    reader = agreement.managers[0]
    told: dict[str, Any] = {
        f"ticket {row['ticket_id']}": {name: value for name, value in row.items() if name != "source_id"}
        for row in pages(reader, f"{agreement.figures}/tickets", source=source.id, as_of=AS_OF)
    }
    for period, query in _readings():
        answer = reader.get(f"{agreement.figures}/figures", params={"period": period, **query})
        assert answer.status_code == 200, answer.text
        for figure in answer.json()["items"]:
            name = f"figure {period} {'as of' if query else 'live'} {figure['indicator']} {figure['variant']}"
            told[name] = {key: value for key, value in figure.items() if key not in _OF_THE_CONTRACT}
    return told


def _readings() -> Iterator[tuple[str, dict[str, str]]]:
    """From the sums as they were kept, and from the events anew."""
    for period in PERIODS:
        yield period, {}
        yield period, {"as_of": AS_OF}
