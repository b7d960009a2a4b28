"""What was read or computed at length, kept in the process for as long as there is room."""

from collections import OrderedDict
from collections.abc import Sized
from typing import Generic, TypeVar

KeptKey = tuple[object, ...]
"""What was computed, and what it belongs to: a change number, or two instants in the past."""
Found = TypeVar("Found", bound=Sized)


class Kept(Generic[Found]):
    """What was computed before, each as large as its length; what is longest unused goes when there is too much."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held = 0
        self._kept: OrderedDict[KeptKey, Found] = OrderedDict()

    def get(self, key: KeptKey) -> Found | None:
        """What was computed for this."""
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key)

    def put(self, key: KeptKey, found: Found) -> None:
        """Keep it, in the place of what was there, unless it alone is too large."""
        if len(found) > self._most:
            return
        if key in self._kept:
            self._held -= len(self._kept.pop(key)) + 1
        self._kept[key] = found
        self._held += len(found) + 1
        while self._held > self._most:
            _, gone = self._kept.popitem(last=False)
            self._held -= len(gone) + 1
