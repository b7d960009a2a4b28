"""How long to wait before a process that ended is started again."""

from dataclasses import dataclass

FIRST_DELAY = 0.1
LONGEST_DELAY = 5.0
HEALTHY_AFTER = 10.0


@dataclass
class Backoff:
    """Doubling delays (seconds) that start afresh once a process has lived for a while."""

    failures: int = 0

    def delay_after(self, lifetime: float) -> float:
        """The delay before the next start of a process that lived `lifetime` seconds."""
        if lifetime >= HEALTHY_AFTER:
            self.failures = 0
        delay = min(LONGEST_DELAY, FIRST_DELAY * 2.0 ** min(self.failures, 10))
        self.failures += 1
        return delay
