"""Sending what the tools told, call by call, while saying how far it is."""

from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import msgspec

from deploy.local.demo.api import Api
from deploy.local.demo.composing import Tale

AT_ONCE = 5_000
"""Deliveries a call: half of what one call may take, so that a line of progress comes every few seconds."""

Say = Callable[[str], None]


@dataclass
class Stream:
    """What one tool tells, the source that hears it, and what became of it."""

    tale: Tale
    source: dict[str, Any]
    verdicts: Counter[str] = field(default_factory=Counter)

    @property
    def name(self) -> str:
        """Of the tool."""
        return self.tale.tool.name

    def tell(self, until: int) -> str:
        """How far it is after that many deliveries."""
        tickets = len({arrival.story for arrival in self.tale.arrivals[:until]})
        return f"{self.tale.tool.label}: {tickets:,} of {self.tale.tickets:,} tickets"

    def summary(self) -> str:
        """All of it."""
        counted = ", ".join(f"{verdict} {number:,}" for verdict, number in sorted(self.verdicts.items()))
        return f"{self.tale.tool.label}: {len(self.tale.arrivals):,} deliveries ({counted or 'sent before'})"


def send(admin: Api, streams: Sequence[Stream], sent: dict[str, int], remember: Callable[[], None], say: Say) -> None:
    """Replay all that a pair's tools told, as it came, from where an earlier try stopped.

    The next part is written while one is stored: without a pause no figure is published of half a month.
    """
    with ThreadPoolExecutor(1, "replay") as sender:
        waiting: tuple[Stream, Future[Any], int] | None = None

        def settle() -> None:
            if waiting is not None:
                stream, storing, until = waiting
                stream.verdicts.update(storing.result()["summary"])
                sent[stream.name] = until
                remember()
                say(f"  {stream.tell(until)}")

        for stream, first, until in _parts(streams, sent):
            body = msgspec.json.encode(list(stream.tale.written(stream.source["secret"], first, until - first)))
            settle()
            waiting = stream, sender.submit(admin.replay, stream.source["id"], body), until
        settle()
    for stream in streams:
        say(f"  {stream.summary()}")


def _parts(streams: Sequence[Stream], sent: dict[str, int]) -> list[tuple[Stream, int, int]]:
    """What is still to be sent, call by call, in the order in which the last delivery of each arrived."""
    parts = [
        (stream, first, min(first + AT_ONCE, len(stream.tale.arrivals)))
        for stream in streams
        for first in range(sent.get(stream.name, 0), len(stream.tale.arrivals), AT_ONCE)
    ]
    return sorted(parts, key=lambda part: part[0].tale.arrivals[part[2] - 1].received_us)
