"""What the database said of proofs lately, so that most requests need none of it.

What has ended is asked every few seconds; what was used is written, and by that looked at again, every minute.
"""

import time
from collections.abc import Awaitable, Callable, Collection, Hashable
from typing import Generic, Protocol, TypeVar

from services.common.auth.tokens import CACHE_SIZE

RECHECK_SECONDS = 300.0
"""Age from which a record is read again; what has ended is asked for twice as far back."""
WRITE_SECONDS = 60.0


class Record(Protocol):
    """Something that a proof opens."""

    @property
    def id(self) -> Hashable:
        """By which the database names it."""


Kept = TypeVar("Kept", bound=Record)
Ids = Callable[[], Awaitable[Collection[Hashable]]]
Touch = Callable[[Collection[Hashable]], Awaitable[Collection[Hashable]]]


class Remembered(Generic[Kept]):
    """Records by their proof."""

    def __init__(self, ended: Ids, touch: Touch) -> None:
        """`ended`: ids ended lately; `touch`: note that these were used, and tell which of them are still good."""
        self._read_ended = ended
        self._touch = touch
        self._records: dict[bytes, tuple[Kept, float]] = {}
        self._ended: Collection[Hashable] = ()
        self._used: dict[Hashable, bytes] = {}
        self._written_at = time.monotonic()

    def find(self, proof: bytes) -> Kept | None:
        """The record of a proof, if it is known here and has not ended."""
        found = self._records.get(proof)
        if found is None:
            return None
        record, read_at = found
        if record.id in self._ended or time.monotonic() - read_at > RECHECK_SECONDS:
            del self._records[proof]
            return None
        self._used[record.id] = proof
        return record

    def keep(self, proof: bytes, record: Kept) -> None:
        """Remember what the database said of a proof."""
        if len(self._records) >= CACHE_SIZE:
            self._records.clear()
        self._records[proof] = record, time.monotonic()
        self._used[record.id] = proof

    def forget(self, which: Callable[[Kept], bool]) -> None:
        """Read these again at their next use."""
        for proof in [proof for proof, (record, _) in self._records.items() if which(record)]:
            del self._records[proof]

    async def refresh(self) -> None:
        """Ask what has ended; once a minute, write what was used."""
        self._ended = frozenset(await self._read_ended())
        if time.monotonic() - self._written_at >= WRITE_SECONDS:
            await self.write()

    async def write(self) -> None:
        """Write what was used since the last time."""
        self._written_at = time.monotonic()
        used, self._used = self._used, {}
        if used:
            good = frozenset(await self._touch(list(used)))
            for record_id, proof in used.items():
                if record_id not in good:
                    self._records.pop(proof, None)
