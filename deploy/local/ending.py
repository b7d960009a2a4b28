"""Stopping units in parallel, each with harsher and harsher signals until it has ended."""

import signal
import time
from collections.abc import Iterable

from deploy.local.units import Unit


class Ending:
    """The stop of one unit."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self._steps = list(unit.escalation)
        self._next_at = 0.0
        self._hurried = False

    def advance(self, hurried: bool) -> bool:
        """Send the signal that is due, if any; whether there is still something to wait for.

        `hurried`: the gentle signal is skipped, or its patience cut short.
        """
        if self.unit.poll() is not None:
            return False
        if hurried and not self._hurried:
            self._hurried = True
            self._next_at = 0.0
            self._steps = self._steps if len(self._steps) < len(self.unit.escalation) else self._steps[1:]
        if time.monotonic() >= self._next_at:
            if not self._steps:
                return False
            number, patience = self._steps.pop(0)
            self.unit.signal(signal.Signals(number))
            self._next_at = time.monotonic() + patience
        return True

    @property
    def patience(self) -> float:
        """Seconds until the next signal is due."""
        return max(0.01, self._next_at - time.monotonic())


def shortest_patience(endings: Iterable[Ending]) -> float:
    """Seconds until the first of them wants its next signal."""
    return min((ending.patience for ending in endings), default=0.0)
