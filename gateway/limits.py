"""Requests per caller and window, announced before they bite (draft-ietf-httpapi-ratelimit-headers)."""

import time

from limits import parse
from limits.storage import Storage

from services.common.errors import TooManyRequests

MOST_KEYS = 50_000
SWEEP_SECONDS = 1.0
_OVERFLOW = "overflow"

Fields = tuple[tuple[bytes, bytes], ...]


class Counters(Storage):
    """Windows in the memory of this process; unlike the library's own store it starts no thread every 10 ms."""

    STORAGE_SCHEME = ["copil-memory"]  # noqa: RUF012 - the library's own attribute

    def __init__(self) -> None:
        super().__init__()
        self._windows: dict[str, tuple[int, float]] = {}
        self._swept_at = 0.0

    @property
    def base_exceptions(self) -> type[Exception]:
        """Nothing here fails."""
        return ValueError

    def incr(self, key: str, expiry: float, amount: int = 1) -> int:
        """Count in the present window of a key, or begin its next one of `expiry` seconds."""
        now = time.time()
        count, ends = self._windows.get(key, (0, 0.0))
        if ends <= now:
            if len(self._windows) >= MOST_KEYS:
                key = self._room_for(key, now)
            count, ends = self._windows.get(key, (0, 0.0))
            if ends <= now:
                count, ends = 0, now + expiry
        self._windows[key] = (count + amount, ends)
        return count + amount

    def _room_for(self, key: str, now: float) -> str:
        """Forget windows that are over; if that frees nothing, newcomers share one window: memory stays bounded."""
        if now - self._swept_at > SWEEP_SECONDS:
            self._swept_at = now
            self._windows = {known: window for known, window in self._windows.items() if window[1] > now}
        return key if len(self._windows) < MOST_KEYS else _OVERFLOW

    def get(self, key: str) -> int:
        """The count of the present window."""
        count, ends = self._windows.get(key, (0, 0.0))
        return count if ends > time.time() else 0

    def get_expiry(self, key: str) -> float:
        """When the present window ends, in seconds since 1970."""
        return self._windows.get(key, (0, time.time()))[1]

    def decr(self, key: str, amount: int = 1) -> int:
        """Take back."""
        count, ends = self._windows.get(key, (0, 0.0))
        self._windows[key] = (max(count - amount, 0), ends)
        return max(count - amount, 0)

    def check(self) -> bool:
        """Always there."""
        return True

    def reset(self) -> int:
        """Forget everything."""
        forgotten = len(self._windows)
        self._windows.clear()
        return forgotten

    def clear(self, key: str) -> None:
        """Forget one key."""
        self._windows.pop(key, None)


class Limit:
    """One announced limit, by key; fixed windows, per process."""

    def __init__(self, name: str, rate: str) -> None:
        self._item = parse(rate)
        self._store = Counters()
        self._window = self._item.get_expiry()
        self.name = name
        self._announced = (b"ratelimit-policy", f'"{name}";q={self._item.amount};w={self._window}'.encode())

    @property
    def policy(self) -> Fields:
        """The announcement of the limit alone, for answers to callers that nobody knows."""
        return (self._announced,)

    def hit(self, key: str) -> tuple[Fields, TooManyRequests | None]:
        """Count one request: what to announce, and the refusal if it is one too many."""
        count = self._store.incr(key, self._window)
        remaining = max(self._item.amount - count, 0)
        wait = max(int(self._store.get_expiry(key) - time.time()) + 1, 1)
        fields = (self._announced, (b"ratelimit", f'"{self.name}";r={remaining};t={wait}'.encode()))
        if count <= self._item.amount:
            return fields, None
        return fields, TooManyRequests(f"At most {self._item.amount} requests in {self._window} s.", retry_after=wait)
